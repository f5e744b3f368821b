"""Find the documents and quotations people name: by id or its first characters, by the id of a record, by a path.

A path may be written as it was added, or from where one stands; of a document shown, its last part is enough.
"""

import os
import re

from rawi.archive.holding import Holding
from rawi.errors import MissingError
from rawi.index.sqlite.removal import find_documents

SHOWN = 10  # documents named when a name has several
# Of an id so many characters are enough, where they are of one alone; `rawi link --help` shows eight.
_STORY = re.compile(r"s-[0-9a-f]{6,}")
_BEGINNING = re.compile(r"[0-9a-f]{6,}")


def name_document(archive: Holding, what: str) -> str:
    """The one document that a name is of.

    Raises:
        MissingError: there is none, or there are several; the message names them.
    """
    found = find_document(archive, what)
    if found is None:
        raise MissingError(
            f"{what} is no document of {archive.path}; rawi search {archive.path} --documents lists them"
        )
    return found


def find_document(archive: Holding, what: str) -> str | None:
    """The one document that a name is of, or None when there is none.

    Raises:
        MissingError: there are several; the message names them.
    """
    found = find_named(archive, what) or _end(archive, what)
    if len(found) > 1:
        raise MissingError(_name_several(what, found, "documents; name one by its id"))
    return found[0] if found else None


def find_named(archive: Holding, what: str) -> list[str]:
    """The documents with an id, or that came from a file or folder, as it was added or as seen from here.

    Raises:
        MissingError: several ids begin so.
    """
    connection = archive.store.connection
    found = find_documents(connection, what) or find_documents(connection, seen_from_here(what))
    if not found:
        found = _begin(archive, "documents", what)
        if len(found) > 1:
            raise MissingError(_name_several(what, found, "documents whose id begins so"))
    return found


def seen_from_here(path: str) -> str:
    """A path from the root, as it is kept when it was added so."""
    return os.path.abspath(path)  # noqa: PTH100  links stay links, `..` goes: Path has no such thing


def _name_several(what: str, found: list[str], noun: str) -> str:
    """Say that a name is of several."""
    return f"{what} has {len(found)} {noun}: {', '.join(found[:SHOWN])}"


def name_quotation(archive: Holding, what: str) -> str:
    """The id of the quotation that some first characters are of alone; what is none stays as it is.

    Raises:
        MissingError: there are several; the message names them.
    """
    found = _begin(archive, "quotations", what)
    if len(found) > 1 and what not in found:
        raise MissingError(_name_several(what, found, "quotations whose id begins so"))
    return found[0] if len(found) == 1 else what


def name_story(archive: Holding, what: str) -> str | None:
    """The story with an id, or whose id alone begins so; None when what is named is no story.

    Raises:
        MissingError: there is no such story, or there are several.
    """
    if not _STORY.fullmatch(what):
        return None
    rows = archive.store.connection.execute(
        "SELECT DISTINCT story FROM documents WHERE story >= ?1 AND story < ?1 || 'g' ORDER BY story",
        (what,),
    )
    found = [row[0] for row in rows]
    if len(found) != 1:
        several = _name_several(what, found, "stories whose id begins so")
        raise MissingError(several if found else f"{what} is no story of {archive.path}")
    return str(found[0])


def _begin(archive: Holding, table: str, what: str) -> list[str]:
    """The ids of a table that begin so."""
    if not _BEGINNING.fullmatch(what):
        return []
    rows = archive.store.connection.execute(
        f"SELECT id FROM {table} WHERE id >= ?1 AND id < ?1 || 'g' ORDER BY id", (what,)
    )
    return [row[0] for row in rows]


def _end(archive: Holding, what: str) -> list[str]:
    """The documents whose path, or place in a container, ends with these names of folders and file."""
    ending = f"/{what.removeprefix('./').strip('/')}"
    rows = archive.store.connection.execute(
        "SELECT id FROM documents WHERE substr(path, -?2) = ?1 OR substr(given_id, -?2) = ?1 ORDER BY id",
        (ending, len(ending)),
    )
    return [row[0] for row in rows]
