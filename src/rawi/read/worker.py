"""The worker process: reads items one after another under limits, and reports over a pipe.

Started by `rawi.read.sandbox`, which calls `main` in a new interpreter. Nothing that happens here can hurt the
parent: it gets length-prefixed MessagePack, or the end of the stream. Before control enters a reader the
worker says `At(where)`, so that the parent knows what to set aside when the process dies there, and can
start another one which goes on behind it.
"""

import gc
import hashlib
import os
import resource
import signal
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from rawi.errors import ReadError
from rawi.facts import Document, SetAside
from rawi.read.identity import make_document
from rawi.read.limits import Limits, grant_time, limit_memory, watch_progress
from rawi.read.reader import MAX_TEXT, Found, RawDocument, RawItem, Reader
from rawi.read.registry import find_reader

FLUSH_BYTES = 256 << 10
MAX_DEPTH = 3  # archives inside archives; a capture in a ZIP in a ZIP is two

Place = tuple[int, ...]  # (0,) the file; (0, 3) what its reader yielded fourth; and so on


class Task(msgspec.Struct):
    """Read a file, or `data` under that name; go on behind `resume` when that is not empty."""

    path: str
    data: bytes | None
    keep_bytes: bool
    resume: Place = ()


class At(msgspec.Struct, tag=True):
    """Control is now in the reader of this item."""

    place: Place
    name: str


class Read(msgspec.Struct, tag=True):
    """A document was read."""

    document: Document


class Aside(msgspec.Struct, tag=True):
    """Something was set aside."""

    entry: SetAside


class Kept(msgspec.Struct, tag=True):
    """The bytes of an item in which documents were found."""

    sha256: str
    data: bytes


class Busy(msgspec.Struct, tag=True):
    """The reader is at work on a long item, and gets on."""


class Done(msgspec.Struct, tag=True):
    """The task is finished; a `worn` worker should be replaced."""

    worn: bool


Reply = At | Read | Aside | Kept | Busy | Done


class Reporter:
    """Sends replies to the parent, several at a time."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._encoder = msgspec.msgpack.Encoder()
        self._waiting: list[bytes] = []
        self._size = 0

    def send(self, reply: Reply, *, now: bool = False) -> None:
        """Send a reply, at the latest when enough of them wait."""
        frame = self._encoder.encode(reply)
        self._waiting += (struct.pack(">I", len(frame)), frame)
        self._size += len(frame)
        if now or self._size > FLUSH_BYTES:
            self._stream.write(b"".join(self._waiting))
            self._stream.flush()
            self._waiting.clear()
            self._size = 0


class ItemWalk:
    """Reads an item and all items inside it, telling where it is."""

    def __init__(self, task: Task, reporter: Reporter, limits: Limits) -> None:
        self._task = task
        self._reporter = reporter
        self._limits = limits
        watch_progress(self._tell_progress)

    def walk(self, item: RawItem, place: Place) -> None:
        """Read one item; what its reader raises is set aside and costs nothing but this item."""
        self._tell(item, place)
        try:
            if item.depth > MAX_DEPTH:
                raise ReadError("too_deep", f"more than {MAX_DEPTH} archives inside one another")
            self._read(item, place, find_reader(item))
        except ReadError as error:
            self._set_aside(item, error.reason, error.detail)
        except (PermissionError, FileNotFoundError) as error:
            self._set_aside(item, "unreadable", f"{error.strerror}: {item.path}")
        except MemoryError:
            gc.collect()
            self._set_aside(
                item, "memory_limit", f"needs more than {self._limits.memory_bytes >> 20} MiB"
            )
        except RecursionError:
            self._set_aside(item, "too_deep", "nested too deeply to be read")
        # Foreign bytes meet foreign libraries here; whatever they raise is this item's fault alone.
        except Exception as error:  # noqa: BLE001
            self._set_aside(item, "broken", f"{type(error).__name__}: {error}"[:500])

    def _read(self, item: RawItem, place: Place, reader: Reader) -> None:
        """Send what a reader finds, walking into inner items."""
        sha256 = ""
        index = -1
        for index, found in enumerate(self._timed(reader, item)):
            inner = (*place, index)
            if inner <= self._task.resume:
                # Done before the crash behind which this run goes on, or on the way to that crash.
                if isinstance(found, RawItem) and self._leads_to_crash(inner):
                    self.walk(found, inner)
                    self._tell(item, place)
                continue
            if isinstance(found, RawItem):
                self.walk(found, inner)
                self._tell(item, place)
            elif isinstance(found, SetAside):
                self._reporter.send(Aside(found))
            else:
                if not sha256:
                    sha256 = self._hash(item)
                self._send_document(found, item, reader.name, sha256)
        if index < 0:
            raise ReadError("empty", "there is nothing to read in it")

    def _leads_to_crash(self, place: Place) -> bool:
        """Tell whether the crash happened further inside this item."""
        resume = self._task.resume
        return len(place) < len(resume) and resume[: len(place)] == place

    def _timed(self, reader: Reader, item: RawItem) -> Iterator[Found]:
        """Yield what the reader yields, each with a time budget of its own: finding is progress."""
        grant_time(self._limits)
        for found in reader.read(item):
            yield found
            grant_time(self._limits)

    def _send_document(self, raw: RawDocument, item: RawItem, reader: str, sha256: str) -> None:
        """Send a document; one without any text, or with too much, is set aside."""
        place = f"{item.place}!/{raw.part}" if raw.part else item.place
        if not raw.text.strip():
            self._reporter.send(Aside(SetAside(place, "empty", "there is no text in it", sha256)))
            return
        if len(raw.text) > MAX_TEXT:
            detail = (
                f"{len(raw.text):,} characters; at most {MAX_TEXT:,} are one document: split it"
            )
            self._reporter.send(Aside(SetAside(place, "too_long", detail, sha256)))
            return
        document = make_document(raw, item, reader=reader, sha256=sha256)
        self._reporter.send(Read(document))

    def _hash(self, item: RawItem) -> str:
        """Hash the item's bytes, and send them to be kept when that is wanted."""
        with item.open() as file:
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        if self._task.keep_bytes:
            try:
                self._reporter.send(Kept(sha256, item.read()))
            except ReadError:
                return sha256  # larger than MAX_ITEM_BYTES: the documents are kept, the bytes stay where they are
        return sha256

    def _set_aside(self, item: RawItem, reason: str, detail: str) -> None:
        """Send the note that an item could not be read."""
        try:
            with item.open() as file:
                sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            sha256 = None
        self._reporter.send(Aside(SetAside(item.place, reason, detail, sha256)))

    def _tell(self, item: RawItem, place: Place) -> None:
        """Tell the parent where control is, before anything can go wrong there."""
        self._reporter.send(At(place, item.place), now=True)

    def _tell_progress(self) -> None:
        """Start the clocks anew, here and at the parent."""
        grant_time(self._limits)
        self._reporter.send(Busy(), now=True)


def serve(requests: BinaryIO, reporter: Reporter, limits: Limits) -> None:
    """Work on tasks until the parent closes the pipe."""
    decoder = msgspec.msgpack.Decoder(Task)
    while header := requests.read(4):
        task = decoder.decode(requests.read(struct.unpack(">I", header)[0]))
        source: bytes | Path = Path(task.path) if task.data is None else task.data
        ItemWalk(task, reporter, limits).walk(RawItem(task.path, source), (0,))
        worn = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 > limits.worn_bytes
        del task, source
        reporter.send(Done(worn), now=True)


def main() -> None:
    """Take over the pipes, so that nothing a library prints can disturb them, and serve."""
    limits = msgspec.json.decode(sys.argv[1], type=Limits)
    limit_memory(limits)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which closes the pipe
    replies = os.fdopen(os.dup(1), "wb")
    with Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)
    try:
        serve(sys.stdin.buffer, Reporter(replies), limits)
    except BrokenPipeError:
        os._exit(0)  # the parent is gone
