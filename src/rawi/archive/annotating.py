"""Annotate documents in worker processes, in order, with no more of them in memory than needed.

A document that makes a stage fail, hang or crash costs that document: it becomes a `SetAside`.
"""

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache
from types import FrameType
from typing import Self

from rawi.archive.places import place_of
from rawi.errors import ModelError, TableError, describe_fault
from rawi.facts import Document, SetAside
from rawi.index.sqlite.rows import Shelf, make_shelf
from rawi.name.models import Recognise, load_recogniser
from rawi.pipeline import annotate

MAX_LENGTH = 5_000_000  # code points; a report has thousands, a book under two million
BASE_SECONDS = 60.0  # CPU time any document may take
CHARACTERS_PER_SECOND = 5_000  # a twentieth of the speed the walk is built for
MOST_JOBS = 8  # the one writer is the limit beyond
PENDING_PER_JOB = 8  # documents handed out ahead, so that no worker waits for another
PENDING_CHARACTERS = 8_000_000

Annotated = Shelf | SetAside


class TooSlowError(Exception):
    """A document used up its time; never leaves this module."""


def annotate_all(
    documents: Iterable[Document | None], *, jobs: int, names_model: str | None = None
) -> Iterator[tuple[Document, Annotated] | None]:
    """Annotate documents with `jobs` processes; the answers come in the order of the documents.

    A None among the documents is handed on at once: the caller's moment to report what it did itself.
    With one job, or where processes cannot be forked, the work is done in this process. `names_model` is an
    optional model of named entities; each process loads its own.

    Raises:
        ModelError: the model cannot be loaded.
    """
    if jobs <= 1 or "fork" not in multiprocessing.get_all_start_methods():
        for document in documents:
            yield None if document is None else (document, annotate_one(document, names_model))
        return
    with Pool(jobs, names_model) as pool:
        for document in documents:
            if document is None:
                yield None
                continue
            pool.submit(document)
            while pool.is_full():
                yield pool.take()
        while pool.pending:
            yield pool.take()


def usable_jobs() -> int:
    """As many worker processes as this process may use processors."""
    affinity = getattr(os, "sched_getaffinity", None)
    processors = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(processors, MOST_JOBS)


class Pool:
    """Worker processes and the documents handed to them, oldest first."""

    def __init__(self, jobs: int, names_model: str | None = None) -> None:
        self.jobs = jobs
        self.names_model = names_model
        self.pending: deque[tuple[Document, Future[Annotated]]] = deque()
        self._characters = 0
        self._executor = self._start(jobs)

    def submit(self, document: Document) -> None:
        """Hand a document to the workers."""
        self.pending.append((document, self._hand(document)))
        self._characters += len(document.original)

    def is_full(self) -> bool:
        """Tell whether enough is handed out to keep every worker busy."""
        return (
            len(self.pending) > self.jobs * PENDING_PER_JOB or self._characters > PENDING_CHARACTERS
        )

    def take(self) -> tuple[Document, Annotated]:
        """Wait for the oldest document."""
        document, future = self.pending.popleft()
        self._characters -= len(document.original)
        try:
            return document, future.result()
        except BrokenProcessPool:
            return document, self._recover(document)

    def _recover(self, document: Document) -> Annotated:
        """A worker died, and with it the pool: find out whether this document did it, and go on.

        Each waiting document is handed to the new pool again; this one is tried in a process of its own.
        """
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._start(self.jobs)
        self.pending = deque((waiting, self._hand(waiting)) for waiting, _ in self.pending)
        alone = self._start(1)
        try:
            return alone.submit(annotate_one, document, self.names_model).result()
        except BrokenProcessPool:
            return set_aside(
                document, "crashed", "its worker process died twice, perhaps for want of memory"
            )
        finally:
            alone.shutdown(wait=False, cancel_futures=True)

    def _hand(self, document: Document) -> "Future[Annotated]":
        """Hand a document over, to a new pool when the workers have died."""
        try:
            return self._executor.submit(annotate_one, document, self.names_model)
        except BrokenProcessPool as error:
            lost: Future[Annotated] = Future()
            lost.set_exception(error)
            return lost

    def _start(self, jobs: int) -> ProcessPoolExecutor:
        """Start worker processes."""
        return ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context("fork"),
            initializer=_prepare_worker,
            initargs=(os.getpid(),),
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)


def annotate_one(document: Document, names_model: str | None = None) -> Annotated:
    """Annotate a document and make its rows, or say why that cannot be done."""
    recognise = _recogniser(names_model) if names_model else None
    if len(document.original) > MAX_LENGTH:
        return set_aside(
            document,
            "too_long",
            f"{len(document.original):,} characters; one document has at most {MAX_LENGTH:,}: "
            "split the file into its reports",
        )
    try:
        with time_limit(BASE_SECONDS + len(document.original) / CHARACTERS_PER_SECOND):
            return make_shelf(annotate(document, recognise=recognise))
    except TooSlowError:
        return set_aside(document, "too_slow", "the time one document may take was used up")
    except (ModelError, TableError):
        raise  # the installation is broken: every document would fail alike
    except UnicodeEncodeError as error:
        return set_aside(document, "unstorable", f"text that is no Unicode: {error.reason}")
    except Exception as error:  # noqa: BLE001  a fault in one rule must not cost the other documents
        return set_aside(document, "fault", describe_fault(error))


@cache
def _recogniser(model: str) -> Recognise:
    """The model of this process, loaded once."""
    return load_recogniser(model)


def set_aside(document: Document, reason: str, detail: str) -> SetAside:
    """The note that a document could not be annotated; its bytes are kept all the same."""
    origin = document.origin
    return SetAside(place_of(document), reason, detail, origin.sha256 if origin else None)


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TooSlowError when the CPU time of this process passes the limit.

    Only the main thread can be interrupted; elsewhere there is no limit.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _too_slow)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _too_slow(number: int, frame: FrameType | None) -> None:
    """Answer the timer."""
    raise TooSlowError


def _prepare_worker(parent: int) -> None:
    """Leave Ctrl-C to the parent, and do not outlive it: a killed parent cannot say goodbye."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
