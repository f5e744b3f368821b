"""The parent's side of the worker process: hands it files, listens with a clock, replaces it when it dies.

One worker is started at the first file and used for all of them. When it crashes, hangs or outgrows its
memory, the item it was in is set aside, and a new worker goes on behind that item: one bad record of a
capture costs that record.
"""

import os
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from types import TracebackType

import msgspec

from rawi.facts import Document, SetAside
from rawi.read.limits import Limits
from rawi.read.worker import Aside, At, Busy, Done, Kept, Place, Read, Reply, Task

START = "from rawi.read.worker import main; main()"
START_SECONDS = 60.0
OnBytes = Callable[[str, bytes], None]  # (sha256, bytes) of each item in which documents were found


class WorkerLostError(Exception):
    """The worker died or was stopped; never leaves this module."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class Worker:
    """A worker process and the two pipes to it."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        # -P keeps the current folder, which may hold anything, off the worker's import path.
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START, msgspec.json.encode(limits).decode()],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._requests, self._replies = self._process.stdin, self._process.stdout
        self._decoder: msgspec.msgpack.Decoder[Reply] = msgspec.msgpack.Decoder(Reply)
        self._buffer = bytearray()
        self._is_fresh = True

    def send(self, task: Task) -> None:
        """Hand over a task; WorkerLostError when the worker is gone."""
        frame = msgspec.msgpack.encode(task)
        try:
            self._requests.write(struct.pack(">I", len(frame)) + frame)
            self._requests.flush()
        except OSError as error:
            raise self._lost() from error

    def receive(self, seconds: float) -> Reply:
        """Wait for the next reply; WorkerLostError when none comes in time or the worker dies."""
        # A new interpreter may take its time on a busy machine; that is no fault of the file.
        seconds = max(seconds, START_SECONDS) if self._is_fresh else seconds
        self._fill(4, seconds)
        self._is_fresh = False
        size = 4 + struct.unpack_from(">I", self._buffer)[0]
        if size > self._limits.frame_bytes:
            self.stop()
            raise WorkerLostError("crashed", f"the reader sent {size:,} bytes at once")
        self._fill(size, seconds)
        reply = self._decoder.decode(memoryview(self._buffer)[4:size])
        del self._buffer[:size]
        return reply

    def _fill(self, size: int, seconds: float) -> None:
        """Read until the buffer holds `size` bytes."""
        descriptor = self._replies.fileno()
        deadline = time.monotonic() + seconds
        poll = select.poll()
        poll.register(descriptor, select.POLLIN)
        while len(self._buffer) < size:
            left = deadline - time.monotonic()
            if left <= 0 or not poll.poll(left * 1000):
                self.stop()
                raise WorkerLostError("time_limit", f"no answer within {seconds:.0f} s")
            piece = os.read(descriptor, 1 << 18)
            if not piece:
                raise self._lost()
            self._buffer += piece

    def _lost(self) -> WorkerLostError:
        """Say what the worker died of."""
        self._process.wait()
        code = self._process.returncode
        if code == -signal.SIGXCPU:
            return WorkerLostError("time_limit", "used up its processor time")
        cause = signal.Signals(-code).name if code < 0 else f"exit code {code}"
        return WorkerLostError("crashed", f"the reader's process ended with {cause}")

    def stop(self) -> None:
        """End the process and whatever it started."""
        if self._process.poll() is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._replies.close()
        try:
            self._requests.close()
        except BrokenPipeError:
            return  # bytes were still waiting for a process that is gone


class Sandbox:
    """Reads files in a worker process, which it starts when needed. Use it as a context manager."""

    def __init__(self, limits: Limits | None = None, *, on_bytes: OnBytes | None = None) -> None:
        self._limits = limits or Limits()
        self._on_bytes = on_bytes
        self._worker: Worker | None = None
        self._patience = 0.0  # seconds the present file may still keep us waiting

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._drop_worker()

    def read(self, path: str, data: bytes | None, size: int) -> Iterator[Document | SetAside]:
        """Read a file of `size` bytes, or `data` under that name; yield all that is found in it."""
        resume: Place = ()
        self._patience = self._limits.file_seconds + size / self._limits.bytes_per_second
        for _ in range(self._limits.crashes + 1):
            place: Place = (0,)
            name = path
            try:
                for reply in self._answers(Task(path, data, self._on_bytes is not None, resume)):
                    match reply:
                        case At():
                            place, name = reply.place, reply.name
                        case Read():
                            yield reply.document
                        case Aside():
                            yield reply.entry
                return
            except WorkerLostError as error:
                self._drop_worker()
                yield SetAside(name, error.reason, error.detail)
                resume = place
            if place == (0,):
                return
        yield SetAside(path, "too_many_crashes", f"given up after {self._limits.crashes} crashes")

    def _answers(self, task: Task) -> Iterator[Reply]:
        """Yield the replies to one task, until it is done."""
        if self._worker is None:
            self._worker = Worker(self._limits)
        self._worker.send(task)
        while True:
            # Only our waiting is counted, not what the caller does between two documents.
            started = time.monotonic()
            reply = self._worker.receive(min(self._limits.wall_seconds, self._patience))
            self._patience -= time.monotonic() - started
            if isinstance(reply, Kept):
                if self._on_bytes is not None:
                    self._on_bytes(reply.sha256, reply.data)
            elif isinstance(reply, Busy):
                self._patience += self._limits.progress_seconds
            elif isinstance(reply, Done):
                if reply.worn:
                    self._drop_worker()
                return
            else:
                yield reply

    def _drop_worker(self) -> None:
        """End the worker, if there is one."""
        if self._worker is not None:
            self._worker.stop()
            self._worker = None
