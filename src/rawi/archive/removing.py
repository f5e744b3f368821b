"""Take documents out of an archive: facts, index, links, kept bytes, and what was set aside of the same files."""

from collections.abc import Iterable
from dataclasses import dataclass

import rawi.archive.naming as naming
import rawi.index.sqlite.removal as removal
from rawi.archive.adding import drop_unused
from rawi.archive.clock import now
from rawi.archive.holding import Holding
from rawi.archive.linking import link_new
from rawi.errors import MissingError
from rawi.index.store import DocumentRow


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out: documents, the paths that had been set aside, and how many kept files."""

    documents: tuple[DocumentRow, ...]
    set_aside: tuple[str, ...]
    files: int


def remove(archive: Holding, names: Iterable[str], *, dry_run: bool = False) -> Removed:
    """Take out what ids and paths name, and link anew what was linked with it: see `Archive.remove`."""
    store = archive.store
    documents, paths = find_named(archive, names)
    rows = tuple(store.row(document) for document in documents)
    if dry_run:
        return Removed(rows, paths, 0)
    hashes = {store.blob_of(document) for document in documents}
    for document, path in ((row.id, row.path) for row in rows):
        with store.transaction() as connection:
            store.remove(document)
            removal.remove_decisions(connection, document)
            removal.note_removed(connection, document, path, now())
    with store.transaction() as connection:
        hashes |= removal.drop_set_aside(connection, paths)
    dropped = drop_unused(archive, hashes)
    for _ in link_new(store):
        pass
    return Removed(rows, paths, dropped)


def find_named(archive: Holding, names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Find the documents, and the paths set aside, that ids and paths name.

    Raises:
        MissingError: a name is none of these.
    """
    documents: dict[str, None] = {}
    paths: dict[str, None] = {}
    for name in names:
        connection = archive.store.connection
        found = naming.find_named(archive, name)
        aside = removal.find_set_aside(connection, name) or removal.find_set_aside(
            connection, naming.seen_from_here(name)
        )
        if not found and not aside:
            raise MissingError(
                f"{name} is no document of {archive.path} and no path of one;"
                f" rawi search {archive.path} --documents lists them"
            )
        documents |= dict.fromkeys(found)
        paths |= dict.fromkeys(aside)
    return tuple(documents), tuple(paths)
