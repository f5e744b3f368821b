"""Find the entities that may be the same as another although linking did not join them: it joins only what is sure."""

import sqlite3

from rawi.index.sqlite.link_entities import MOST_KNOWN, SHORTEST_WORD
from rawi.index.words import cut_words
from rawi.lang.names import make_name_key
from rawi.link.entities import may_be_same

MOST_POSSIBLE = 6  # shown to a reader


def find_possible(connection: sqlite3.Connection, entity: str) -> list[str]:
    """Find the ids of entities of the same type whose names may be the same, those with a role in common first.

    Then those named in most documents. A surname alone may be anyone's who has it.
    """
    names = [row[0] for row in connection.execute(
        "SELECT DISTINCT name FROM entity_names WHERE entity = ? ORDER BY name", (entity,)
    )]  # fmt: skip
    found: list[tuple[bool, int, str]] = []
    for other in _share_words(connection, entity):
        rows = connection.execute(
            "SELECT name, count FROM entity_names WHERE entity = ?", (other,)
        ).fetchall()
        if any(may_be_same(name, row[0]) for name in names for row in rows):
            apart = not _have_role_in_common(connection, entity, other)
            found.append((apart, -sum(row[1] for row in rows), other))
    return [other for _, _, other in sorted(found)[:MOST_POSSIBLE]]


def find_called(connection: sqlite3.Connection, name: str) -> str | None:
    """Find the one entity called by a name, written with these letters however the words are parted.

    None when there is none, or several: then nobody knows which is meant.
    """
    key = make_name_key(name)
    rows = set(
        connection.execute(
            "SELECT entity, name FROM entity_names WHERE key IN (?, ?)", (key, key.replace(" ", ""))
        ).fetchall()
    )
    for word in key.split():  # of which one at least is parted alike
        rows.update(
            connection.execute(
                "SELECT n.entity, n.name FROM"
                " (SELECT entity FROM entity_words WHERE word = ? ORDER BY entity LIMIT ?) w"
                " JOIN entity_names n ON n.entity = w.entity",
                (word, MOST_KNOWN),
            ).fetchall()
        )
    letters = "".join(cut_words(name))
    called = {entity for entity, other in rows if "".join(cut_words(other)) == letters}
    return called.pop() if len(called) == 1 else None


def _share_words(connection: sqlite3.Connection, entity: str) -> list[str]:
    """The entities of the same type that share the key of a word with one."""
    words = [row[0] for row in connection.execute(
        "SELECT word FROM entity_words WHERE entity = ?", (entity,)
    ) if len(row[0]) >= SHORTEST_WORD]  # fmt: skip
    others: set[str] = set()
    for word in words:
        rows = connection.execute(
            "SELECT w.entity FROM entity_words w JOIN entities e ON e.id = w.entity"
            " WHERE w.word = ? AND w.entity <> ?"
            " AND e.type = (SELECT type FROM entities WHERE id = ?) ORDER BY w.entity LIMIT ?",
            (word, entity, entity, MOST_KNOWN),
        )
        others.update(row[0] for row in rows)
    return sorted(others)


def _have_role_in_common(connection: sqlite3.Connection, entity: str, other: str) -> bool:
    """Tell whether two entities are given one role by some document."""
    return (
        connection.execute(
            "SELECT 1 FROM mentions a JOIN mentions b ON a.role = b.role"
            " WHERE a.entity = ? AND b.entity = ? LIMIT 1",
            (entity, other),
        ).fetchone()
        is not None
    )
