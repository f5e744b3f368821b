"""Take back what linking shelved for a document: what it is found by, and its part in who is named where.

The way back from `link_index.shelve` and `link_entities.resolve_entities`. Functions expect a transaction.
"""

import sqlite3
from dataclasses import replace

import msgspec

from rawi.facts import AnnotatedDocument
from rawi.index.sqlite.link_index import hash_key, read_keys
from rawi.index.sqlite.rows import decode_strings
from rawi.link.entities import list_names
from rawi.link.keys import LINKED_LANGUAGES

CORRECTED = ("speaker", "addressee")  # fields a correction may have set since names were counted


def forget_keys(connection: sqlite3.Connection, document: str) -> None:
    """Forget the fingerprints and story keys a document is found by; nothing when it is not linked yet."""
    row = connection.execute(
        "SELECT document FROM link_documents WHERE id = ?", (document,)
    ).fetchone()
    if row is None:
        return
    keys = read_keys(connection, document)
    if keys.language in LINKED_LANGUAGES:
        counted = keys.language  # the columns are called so
        connection.executemany(
            f"UPDATE key_counts SET {counted} = max(0, {counted} - 1) WHERE key = ?",
            [(code,) for code in sorted(set(map(hash_key, keys.counts)))],
        )
    # Each is posted under the document's number, which another document may get.
    connection.execute("DELETE FROM fingerprints WHERE document = ?", row)
    connection.execute("DELETE FROM story_keys WHERE document = ?", row)


def forget_names(connection: sqlite3.Connection, number: int, annotated: AnnotatedDocument) -> None:
    """Count a document's names one time less; names and entities nobody uses any more go."""
    found = _as_found(connection, number, annotated)
    for use in list_names(found):
        entity = _find_entity(connection, number, use.name, use.positions)
        if entity is None:
            continue
        connection.execute(
            "UPDATE entity_names SET count = count - 1"
            " WHERE entity = ? AND language = ? AND name = ?",
            (entity, annotated.language, use.name),
        )
        connection.execute("DELETE FROM entity_names WHERE entity = ? AND count < 1", (entity,))
        _rewrite_entity(connection, number, entity, use.roles)


def _as_found(
    connection: sqlite3.Connection, number: int, annotated: AnnotatedDocument
) -> AnnotatedDocument:
    """The document as rawi had found it when its names were counted: corrections taken back."""
    before: dict[tuple[int, str], str | None] = {}
    for position, field, old in connection.execute(
        "SELECT q.position, c.field, c.old FROM correction_places p"
        " JOIN corrections c ON c.id = p.correction JOIN quotations q ON q.number = p.quotation"
        " WHERE q.document = ? ORDER BY c.number",
        (number,),
    ):
        before.setdefault((position, field), old)
    quotations = tuple(
        replace(
            quotation,
            speaker=before.get((position, "speaker"), quotation.speaker),
            addressee=before.get((position, "addressee"), quotation.addressee),
        )
        for position, quotation in enumerate(annotated.quotations)
    )
    return replace(annotated, quotations=quotations)


def _find_entity(
    connection: sqlite3.Connection, number: int, name: str, positions: tuple[int, ...]
) -> str | None:
    """The entity a name of a document was counted for; None when it was not."""
    if positions:
        row = connection.execute(
            "SELECT entity FROM mentions WHERE document = ? AND position = ?",
            (number, positions[0]),
        ).fetchone()
        return row[0] if row else None
    for field in CORRECTED:
        row = connection.execute(
            f"SELECT {field}_entity FROM quotations WHERE document = ? AND {field} = ?",
            (number, name),
        ).fetchone()
        if row and row[0]:
            entity: str = row[0]
            return entity
    rows = connection.execute(
        "SELECT DISTINCT entity FROM entity_names WHERE name = ? LIMIT 2", (name,)
    ).fetchall()
    return rows[0][0] if len(rows) == 1 else None


def _rewrite_entity(
    connection: sqlite3.Connection, number: int, entity: str, roles: tuple[str, ...]
) -> None:
    """Write what is left of an entity's names and roles, or take it out with its last name."""
    names: dict[str, list[str]] = {}
    for language, name in connection.execute(
        "SELECT language, name FROM entity_names WHERE entity = ?"
        " ORDER BY language, length(key) DESC, count DESC, name",
        (entity,),
    ):
        names.setdefault(language, []).append(name)
    if not names:
        for field in CORRECTED:  # a correction may have named it elsewhere
            connection.execute(
                f"UPDATE quotations SET {field}_entity = NULL WHERE {field}_entity = ?", (entity,)
            )
        connection.execute("DELETE FROM entities WHERE id = ?", (entity,))
        return
    row = connection.execute("SELECT roles FROM entities WHERE id = ?", (entity,)).fetchone()
    gone = {role for role in roles if not _has_role(connection, number, entity, role)}
    kept = tuple(role for role in decode_strings(row[0]) if role not in gone)
    encode = msgspec.json.encode
    connection.execute(
        "UPDATE entities SET names = ?, roles = ? WHERE id = ?",
        (encode(tuple(names.items())).decode(), encode(kept).decode(), entity),
    )


def _has_role(connection: sqlite3.Connection, number: int, entity: str, role: str) -> bool:
    """Tell whether another document gives an entity a role."""
    found = connection.execute(
        "SELECT 1 FROM mentions WHERE entity = ? AND role = ? AND document <> ? LIMIT 1",
        (entity, role, number),
    )
    return found.fetchone() is not None
