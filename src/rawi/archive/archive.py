"""One path that holds an archive: `archive.sqlite` with the facts, `blobs/` with the bytes as received."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self

from rawi.archive.blobs import Blobs
from rawi.archive.clock import now
from rawi.archive.models import NO_MODELS, Models
from rawi.archive.steps import Progress
from rawi.errors import StoreError
from rawi.facts import AnnotatedDocument, Document, SetAside
from rawi.index.query import Query, parse_query
from rawi.index.sqlite import SqliteStore
from rawi.index.store import Correction, DocumentAnswer, QuotationAnswer, Status

if TYPE_CHECKING:
    from rawi.archive.removing import Removed
    from rawi.link.decisions import Decision, DecisionKind

DATABASE = "archive.sqlite"
BLOBS = "blobs"


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
        again: bool = False,
    ) -> Iterator[Progress]:
        """Read, annotate and keep what is in files and folders, then link it with the rest.

        Each document is one transaction, so stopping at any moment loses nothing that was reported;
        adding the same again changes nothing. What was removed before is left out, unless `again`. `jobs`
        is the number of worker processes, `models` the optional models that help. Nothing happens until the
        answer is iterated.

        Raises:
            ModelError: a model cannot be loaded; one that is not there is told before any document is read.
        """
        from rawi.archive.adding import add  # late: readers need no stage of the walk

        return add(self, paths, jobs=jobs, models=models, again=again)

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
        from rawi.archive.adding import watch  # late, as above

        return watch(self, paths, jobs=jobs, models=models, wait=wait)

    def add_found(
        self,
        found: Iterable[Document | SetAside],
        *,
        jobs: int | None = None,
        models: Models = NO_MODELS,
        again: bool = False,
    ) -> Iterator[Progress]:
        """Annotate and keep documents that were read before, then link them with the rest: as `add` does."""
        from rawi.archive.adding import add_found  # late, as above

        return add_found(self, found, jobs=jobs, models=models, again=again)

    def link(self, *, models: Models = NO_MODELS) -> Iterator[Progress]:
        """Link the documents that are not linked yet with all others."""
        from rawi.archive.linking import link_new  # late, as above

        return link_new(self.store, models=models)

    # ------------------------------------------------------------------ taking out, doing again

    def remove(self, names: Iterable[str], *, dry_run: bool = False) -> "Removed":
        """Take out documents by id or path, with all that was concluded from them, and link the rest anew.

        A path may be that of a folder or of something that was set aside. What people decided stays in the
        log, and finds its place again should a document come back, and what was removed is left out when it is
        added again without `again`. `dry_run` only tells what would go.

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


def _as_query(query: str | Query) -> Query:
    """A query as data."""
    return parse_query(query) if isinstance(query, str) else query
