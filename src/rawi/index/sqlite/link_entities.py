"""Keep who is named across documents: entities, their spellings, and where they speak. Used by linking."""

import sqlite3

import msgspec

from rawi.facts import AnnotatedDocument
from rawi.index.sqlite.rows import decode_strings
from rawi.link.entities import (
    KnownName,
    NameUse,
    choose_entity,
    list_names,
    list_word_keys,
    make_entity_id,
)

MOST_KNOWN = 200  # entities looked at for one word of a name
MOST_ROLES = 12
SHORTEST_WORD = 2  # consonants of a word that may find a name


def resolve_entities(connection: sqlite3.Connection, annotated: AnnotatedDocument) -> None:
    """Find or make the entity of each name of a document, and note it where the name stands."""
    number = connection.execute(
        "SELECT number FROM documents WHERE id = ?", (annotated.document.id,)
    ).fetchone()[0]
    entity_of: dict[str, str] = {}
    uses = sorted(list_names(annotated), key=lambda use: (-len(use.key.split()), use.name))
    for use in uses:
        entity = _choose(connection, use) or _add_entity(connection, use)
        _add_name(connection, entity, use, annotated.language)
        entity_of.setdefault(use.name, entity)
        connection.executemany(
            "UPDATE mentions SET entity = ? WHERE document = ? AND position = ?",
            [(entity, number, position) for position in use.positions],
        )
    told = (
        (entity_of.get(q.speaker or ""), entity_of.get(q.addressee or ""), number, position)
        for position, q in enumerate(annotated.quotations)
    )
    connection.executemany(
        "UPDATE quotations SET speaker_entity = ?1, addressee_entity = ?2"
        " WHERE document = ?3 AND position = ?4"
        " AND (speaker_entity IS NOT ?1 OR addressee_entity IS NOT ?2)",
        told,
    )


_KNOWN = "n.entity, e.type, n.name, n.key, n.language"


def _choose(connection: sqlite3.Connection, use: NameUse) -> str | None:
    """Choose the entity a name belongs to, among those of its key, then among those of its words."""
    rows = connection.execute(
        f"SELECT {_KNOWN} FROM entity_names n JOIN entities e ON e.id = n.entity"
        " WHERE n.key = ? AND e.type = ? ORDER BY n.entity, n.name LIMIT ?",
        (use.key, use.type, MOST_KNOWN),
    )
    chosen = choose_entity(use, [KnownName(*row) for row in rows])
    if chosen or " " not in use.key:
        return chosen
    return choose_entity(use, _find_by_words(connection, use))


def _find_by_words(connection: sqlite3.Connection, use: NameUse) -> list[KnownName]:
    """Find the known names that have a word of a name."""
    found: set[KnownName] = set()
    for word in list_word_keys(use.key):
        if len(word) < SHORTEST_WORD:
            continue
        rows = connection.execute(
            f"SELECT {_KNOWN} FROM"
            " (SELECT entity FROM entity_words WHERE word = ? ORDER BY entity LIMIT ?) w"
            " JOIN entities e ON e.id = w.entity JOIN entity_names n ON n.entity = w.entity"
            " WHERE e.type = ?",
            (word, MOST_KNOWN, use.type),
        )
        found.update(KnownName(*row) for row in rows)
    return sorted(found)


def _add_entity(connection: sqlite3.Connection, use: NameUse) -> str:
    """Make an entity for a name that is new; its words will find its other spellings."""
    entity = make_entity_id(use.type, use.full)
    connection.execute(
        "INSERT OR IGNORE INTO entities (id, type, names, roles) VALUES (?, ?, '[]', '[]')",
        (entity, use.type),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO entity_words (word, entity) VALUES (?, ?)",
        [(word, entity) for word in use.key.split()],
    )
    return entity


def _add_name(connection: sqlite3.Connection, entity: str, use: NameUse, language: str) -> None:
    """Count a spelling of an entity, and note its names and roles where the entity is read."""
    connection.execute(
        "INSERT INTO entity_names (entity, language, name, key, count) VALUES (?, ?, ?, ?, 1)"
        " ON CONFLICT (entity, language, name) DO UPDATE SET count = count + 1",
        (entity, language, use.name, use.key),
    )
    names: dict[str, list[str]] = {}
    for spoken, name in connection.execute(
        "SELECT language, name FROM entity_names WHERE entity = ?"
        " ORDER BY language, length(key) DESC, count DESC, name",
        (entity,),
    ):
        names.setdefault(spoken, []).append(name)
    there = connection.execute(
        "SELECT names, roles FROM entities WHERE id = ?", (entity,)
    ).fetchone()
    roles = tuple(dict.fromkeys((*decode_strings(there[1]), *use.roles)))[:MOST_ROLES]
    now = _write(tuple(names.items())), _write(roles)
    if now != tuple(there):
        connection.execute("UPDATE entities SET names = ?, roles = ? WHERE id = ?", (*now, entity))


def _write(value: object) -> str:
    """Write JSON."""
    return msgspec.json.encode(value).decode()
