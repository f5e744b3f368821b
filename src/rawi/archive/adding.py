"""Take documents into an archive: read, annotated, kept, linked. Each is one transaction."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import rawi.index.sqlite.removal as removal
from rawi.archive.annotating import Annotated, annotate_all, usable_jobs
from rawi.archive.holding import Holding
from rawi.archive.linking import link_new
from rawi.archive.models import NO_MODELS, Models
from rawi.archive.notes import Notes
from rawi.archive.places import place_of, printable
from rawi.archive.steps import Progress
from rawi.facts import Document, SetAside
from rawi.read import FolderWatch, read_documents


def add(
    archive: Holding,
    paths: Iterable[str | Path],
    *,
    jobs: int | None = None,
    models: Models = NO_MODELS,
    again: bool = False,
) -> Iterator[Progress]:
    """Take in what is in files and folders: see `Archive.add`."""
    models.check()
    found = read_documents(paths, on_bytes=lambda sha256, data: keep(archive, sha256, data))
    yield from add_found(archive, found, jobs=jobs, models=models, again=again)


def watch(
    archive: Holding,
    paths: Iterable[str | Path],
    *,
    jobs: int | None = None,
    models: Models = NO_MODELS,
    wait: Callable[[], object],
) -> Iterator[Progress]:
    """Take in what is in files and folders and what comes into them: see `Archive.watch`."""
    models.check()
    folder = FolderWatch(paths)
    while True:
        ready = folder.look()
        if ready:
            yield from add(archive, ready, jobs=jobs, models=models)
        wait()


def add_found(
    archive: Holding,
    found: Iterable[Document | SetAside],
    *,
    jobs: int | None = None,
    models: Models = NO_MODELS,
    again: bool = False,
) -> Iterator[Progress]:
    """Annotate and keep documents that were read before, then link them with the rest."""
    models.check()
    intake = Intake(archive, again=again)
    try:
        for answer in annotate_all(
            intake.choose_new(found),
            jobs=usable_jobs() if jobs is None else jobs,
            names_model=models.names,
        ):
            yield from intake.tell()
            if answer is not None:
                yield intake.keep(*answer)
        yield from intake.tell()
    finally:
        intake.drop_bytes()
    yield from link_new(archive.store, models=models)


class Intake:
    """One run of adding: which documents are new, and what is to be told of the others."""

    def __init__(self, archive: Holding, *, again: bool) -> None:
        self._archive = archive
        self._again = again
        self._notes = Notes(archive.store)
        self._untold: deque[Progress] = deque()
        self._unwanted: set[str] = set()  # hashes of files with documents that were removed before

    def choose_new(self, found: Iterable[Document | SetAside]) -> Iterator[Document | None]:
        """Yield the documents that are to be annotated; of what needs no work is told later, and a None comes."""
        store = self._archive.store
        for item in found:
            if isinstance(item, SetAside):
                self._untold.append(self._set_aside(item))
                yield None
            elif item.id in store:
                self._notes.drop_outdated(item)
                self._untold.append(Progress("known", place_of(item), item.id))
                yield None
            elif not self._again and removal.was_removed(store.connection, item.id):
                if item.origin and item.origin.sha256:
                    self._unwanted.add(item.origin.sha256)
                self._untold.append(Progress("removed", printable(place_of(item)), item.id))
                yield None
            else:
                yield item

    def tell(self) -> Iterator[Progress]:
        """Yield what has not been told yet."""
        while self._untold:
            yield self._untold.popleft()

    def keep(self, document: Document, result: Annotated) -> Progress:
        """Keep a document with its facts, or the note that it could not be annotated."""
        if isinstance(result, SetAside):
            return self._set_aside(result)
        new = self._archive.store.put_shelf(result)
        self._notes.drop_outdated(document)
        path = printable(place_of(document))
        found = len(result.quotations)
        return Progress("added" if new else "known", path, document.id, quotations=found)

    def drop_bytes(self) -> None:
        """Keep no bytes of what was removed before: reading it has kept them once more."""
        drop_unused(self._archive, self._unwanted)

    def _set_aside(self, entry: SetAside) -> Progress:
        """Keep the note of what could not be taken in, and tell of it."""
        self._notes.keep(entry)
        return Progress(
            "set_aside", printable(entry.path), reason=entry.reason, detail=entry.detail
        )


def keep(archive: Holding, sha256: str, data: bytes) -> None:
    """Keep the bytes of a file: first the file, then the note of it."""
    archive.blobs.put(sha256, data)
    archive.store.put_blob(sha256, len(data))


def drop_unused(archive: Holding, hashes: Iterable[str]) -> int:
    """Drop those of some kept files that nothing came from any more; return how many.

    The note of them goes first: a file too many harms nothing.
    """
    with archive.store.transaction() as connection:
        unused = removal.drop_unused_blobs(connection, hashes)
    for sha256 in unused:
        archive.blobs.drop(sha256)
    return len(unused)
