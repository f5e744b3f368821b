"""One path that holds an archive: `archive.sqlite` with the facts, `blobs/` with the bytes as received."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self

from rawi.archive.blobs import Blobs
from rawi.archive.notes import Notes
from rawi.archive.places import place_of, printable
from rawi.errors import StoreError
from rawi.facts import AnnotatedDocument, Document, SetAside
from rawi.index.query import Query, parse_query
from rawi.index.sqlite import SqliteStore
from rawi.index.store import Correction, DocumentAnswer, QuotationAnswer, Status
from rawi.read import FolderWatch, read_documents

if TYPE_CHECKING:
    from rawi.archive.removing import Removed
    from rawi.link.decisions import Decision, DecisionKind

DATABASE = "archive.sqlite"
BLOBS = "blobs"
MOST_JOBS = 8  # the one writer is the limit beyond


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of one input: a document taken in or known already, or something set aside.

    `linked` comes last: `detail` says how many documents were linked with the others. `renewed` and `kept` are
    said of documents annotated anew, and of those that could not be and keep the facts they had.
    """

    outcome: Literal["added", "known", "set_aside", "linked", "renewed", "kept"]
    path: str | None = None
    document: str | None = None
    quotations: int = 0
    reason: str | None = None
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class Models:
    """Optional models, none by default: of named entities (`LIBRARY:FOLDER`), and an encoder of sentences (a folder)."""

    names: str | None = None
    encoder: str | None = None


NO_MODELS = Models()


class Archive:
    """An open archive. Use it as a context manager, or call `close`.

    `store` answers everything in detail; the methods here are what most people need.
    """

    def __init__(self, path: Path, store: SqliteStore) -> None:
        self.path = path
        self.store = store
        self.blobs = Blobs(path / BLOBS)

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Self:
        """Open the archive at a path, or make one.

        Raises:
            MissingError: there is none and `create` is False.
            StoreError: the path is something else, or the archive cannot be used.
        """
        path = Path(path)
        if path.exists() and not path.is_dir():
            raise StoreError(f"{path} is a file; an archive is a folder, such as news.rawi")
        if create and not (path / DATABASE).exists():
            if path.exists() and any(entry.name != BLOBS for entry in path.iterdir()):
                raise StoreError(f"{path} is a folder with other files in it; name a new path")
            path.mkdir(parents=True, exist_ok=True)
        return cls(path, SqliteStore(path / DATABASE, create=create))

    # ------------------------------------------------------------------ taking in

    def add(
        self,
        paths: Iterable[str | Path],
        *,
        jobs: int | None = None,
        models: Models = NO_MODELS,
    ) -> Iterator[Progress]:
        """Read, annotate and keep what is in files and folders, then link it with the rest.

        Each document is one transaction, so stopping at any moment loses nothing that was reported;
        adding the same again changes nothing. `jobs` is the number of worker processes, `models`
        the optional models that help. Nothing happens until the answer is iterated.

        Raises:
            ModelError: a model cannot be loaded.
        """
        found = read_documents(paths, on_bytes=self._keep)
        yield from self.add_found(found, jobs=jobs, models=models)

    def watch(
        self,
        paths: Iterable[str | Path],
        *,
        jobs: int | None = None,
        models: Models = NO_MODELS,
        wait: Callable[[], object],
    ) -> Iterator[Progress]:
        """Add what is in files and folders, then what comes into them, until the caller stops asking.

        `wait` is called between two looks, and may raise to end the watch. A file is taken in when two looks
        saw it alike, so one that is still being written waits.
        """
        folder = FolderWatch(paths)
        while True:
            ready = folder.look()
            if ready:
                yield from self.add(ready, jobs=jobs, models=models)
            wait()

    def add_found(
        self,
        found: Iterable[Document | SetAside],
        *,
        jobs: int | None = None,
        models: Models = NO_MODELS,
    ) -> Iterator[Progress]:
        """Annotate and keep documents that were read before, then link them with the rest."""
        from rawi.archive.annotating import annotate_all  # late: readers need no stage of the walk

        notices: deque[Progress] = deque()
        notes = Notes(self.store)
        for answer in annotate_all(
            self._new_documents(found, notices, notes),
            jobs=usable_jobs() if jobs is None else jobs,
            names_model=models.names,
        ):
            while notices:
                yield notices.popleft()
            if answer is None:
                continue
            document, result = answer
            if isinstance(result, SetAside):
                yield note_aside(notes, result)
                continue
            path = printable(place_of(document))
            new = self.store.put_shelf(result)
            notes.drop_outdated(document)
            yield Progress(
                "added" if new else "known", path, document.id, quotations=len(result.quotations)
            )
        yield from notices
        yield from self.link(models=models)

    def link(self, *, models: Models = NO_MODELS) -> Iterator[Progress]:
        """Link the documents that are not linked yet with all others."""
        from rawi.archive.linking import link_pending  # late, as above
        from rawi.link.encoder import load_sentence_transformer

        encode = load_sentence_transformer(models.encoder) if models.encoder else None
        linked = link_pending(self.store, encode=encode)
        self.store.apply_corrections()
        if linked:
            yield Progress("linked", detail=f"{linked} documents")

    def _new_documents(
        self,
        found: Iterable[Document | SetAside],
        notices: deque[Progress],
        notes: Notes,
    ) -> Iterator[Document | None]:
        """Yield the documents that are not here yet; what needs no work is noted, with a None."""
        for item in found:
            if isinstance(item, SetAside):
                notices.append(note_aside(notes, item))
                yield None
            elif item.id in self.store:
                notes.drop_outdated(item)
                notices.append(Progress("known", place_of(item), item.id))
                yield None
            else:
                yield item

    def _keep(self, sha256: str, data: bytes) -> None:
        """Keep the bytes of a file: first the file, then the note of it."""
        self.blobs.put(sha256, data)
        self.store.put_blob(sha256, len(data))

    # ------------------------------------------------------------------ taking out, doing again

    def remove(self, names: Iterable[str], *, dry_run: bool = False) -> "Removed":
        """Take out documents by id or path, with all that was concluded from them, and link the rest anew.

        A path may be that of a folder or of something that was set aside. What people decided stays in the
        log, and finds its place again should a document come back. `dry_run` only tells what would go.

        Raises:
            MissingError: a name is nothing here; then nothing is removed.
        """
        from rawi.archive.removing import remove  # late: readers need no linking

        return remove(self, names, dry_run=dry_run)

    def renew(
        self, names: Iterable[str] = (), *, jobs: int | None = None, models: Models = NO_MODELS
    ) -> Iterator[Progress]:
        """Annotate documents anew, by id or path, or all: as this version of rawi does. Corrections are kept.

        The texts are those taken in; files are not read again. Each document is one transaction, so a run
        that was stopped may be started again.

        Raises:
            MissingError: a name is nothing here.
            ModelError: a model cannot be loaded.
        """
        from rawi.archive.renewing import renew  # late, as above

        return renew(self, names, jobs=jobs, models=models)

    # ------------------------------------------------------------------ correcting

    def correct(
        self, quotation: str, field: str, new: str | None, *, by: str, note: str | None = None
    ) -> Correction:
        """Decide what a field of a quotation says: speaker, addressee, role, kind, or its verdict.

        The decision is logged for ever and wins over what rawi finds, also when the text is read again.
        """
        return self.store.correct(quotation, field, new, made_by=by, made_at=now(), note=note)

    def undo(self, correction: str, *, by: str) -> Correction:
        """Take back a correction; both stay in the log."""
        return self.store.undo(correction, made_by=by, made_at=now())

    def decide_link(self, decision: "Decision") -> None:
        """Keep that two documents belong together, or do not, and link both anew; it stays so.

        Raises:
            MissingError: one of the documents is not here.
        """
        from rawi.archive.linking import decide  # late, as above

        decide(self.store, decision)

    def withdraw_link(self, kind: "DecisionKind", a: str, b: str) -> None:
        """Forget what was decided about two documents, and link both anew; MissingError as above."""
        from rawi.archive.linking import withdraw  # late, as above

        withdraw(self.store, kind, a, b)

    # ------------------------------------------------------------------ asking

    def get(self, document: str) -> AnnotatedDocument:
        """Return a document with its facts, by its id."""
        return self.store.get(document)

    def quotations(
        self, query: str | Query = "", *, limit: int = 20, offset: int = 0
    ) -> QuotationAnswer:
        """Find quotations, by a query as people type it or as data."""
        return self.store.quotations(_as_query(query), limit=limit, offset=offset)

    def documents(
        self, query: str | Query = "", *, limit: int = 20, offset: int = 0
    ) -> DocumentAnswer:
        """Find documents, by a query as people type it or as data."""
        return self.store.documents(_as_query(query), limit=limit, offset=offset)

    def status(self) -> Status:
        """Count what is there."""
        return self.store.status()

    def close(self) -> None:
        """Release the files."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def open_archive(path: str | Path, *, create: bool = True) -> Archive:
    """Open the archive at a path, and make it when there is none: `rawi.open`.

    Raises:
        StoreError: the path is something else, or the archive cannot be used.
    """
    return Archive.open(path, create=create)


def note_aside(notes: Notes, entry: SetAside) -> Progress:
    """Keep the note of what could not be taken in, and tell of it."""
    notes.keep(entry)
    return Progress("set_aside", printable(entry.path), reason=entry.reason, detail=entry.detail)


def now() -> str:
    """The time, for the log: ISO, in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def usable_jobs() -> int:
    """As many worker processes as this process may use processors."""
    affinity = getattr(os, "sched_getaffinity", None)
    processors = len(affinity(0)) if affinity else os.cpu_count() or 1
    return min(processors, MOST_JOBS)


def _as_query(query: str | Query) -> Query:
    """A query as data."""
    return parse_query(query) if isinstance(query, str) else query
