"""Notes of what could not be taken in: kept in the archive, and dropped when they are out of date."""

from rawi.archive.places import RETRY_REASONS, place_of, printable
from rawi.facts import Document, SetAside
from rawi.index.sqlite import SqliteStore


class Notes:
    """The notes of one archive, those of before read once."""

    def __init__(self, store: SqliteStore) -> None:
        self._store = store
        self._before: dict[str, list[SetAside]] = {}
        for entry in store.set_aside():
            self._before.setdefault(entry.path, []).append(entry)

    def keep(self, entry: SetAside) -> None:
        """Keep the note of what could not be taken in."""
        self._store.put_set_aside(
            SetAside(printable(entry.path), entry.reason, printable(entry.detail), entry.sha256)
        )

    def drop_outdated(self, document: Document) -> None:
        """Forget the notes at a document's place whose reason may pass, or that are of other bytes."""
        path = printable(place_of(document))
        sha256 = document.origin.sha256 if document.origin else None
        outdated = [
            entry.reason
            for entry in self._before.get(path, ())
            if entry.reason in RETRY_REASONS or entry.sha256 != sha256
        ]
        if outdated:
            self._store.drop_set_aside(path, outdated)
