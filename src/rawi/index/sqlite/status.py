"""Count what an archive holds."""

import sqlite3

from rawi.facts import SetAside
from rawi.index.store import RemovedDocument, Status


def count_all(connection: sqlite3.Connection) -> Status:
    """Count documents, facts, links and repairs, and list what was set aside."""
    one = {
        name: connection.execute(f"SELECT {sql}").fetchone()[0]
        for name, sql in {
            "documents": "count(*) FROM documents",
            "quotations": "count(*) FROM quotations",
            "dates": "count(*) FROM dates",
            "stories": "count(DISTINCT story) FROM documents",
            "reports": "count(DISTINCT report) FROM documents",
            "undated": "count(*) FROM documents WHERE day IS NULL",
            "unnamed": "count(*) FROM documents WHERE outlet IS NULL",
            "schema_version": "user_version FROM pragma_user_version",
        }.items()
    }
    entities = connection.execute(
        "SELECT count(*) FROM (SELECT entity FROM mentions UNION SELECT speaker_entity FROM quotations"
        " UNION SELECT addressee_entity FROM quotations) WHERE entity IS NOT NULL"
    ).fetchone()[0]
    return Status(
        **one,
        entities=entities,
        edits=_counts(connection, "SELECT rule, sum(count) FROM edit_counts GROUP BY rule"),
        languages=_counts(connection, "SELECT language, count(*) FROM documents GROUP BY language"),
        outlets=_counts(
            connection,
            "SELECT outlet, count(*) FROM documents WHERE outlet IS NOT NULL GROUP BY outlet",
        ),
        readers=_counts(
            connection,
            "SELECT origin ->> 'reader' || CASE WHEN origin ->> 'route' <> origin ->> 'reader'"
            " THEN ': ' || (origin ->> 'route') ELSE '' END AS how, count(*)"
            " FROM documents WHERE origin IS NOT NULL GROUP BY how",
        ),
        warnings=_counts(
            connection,
            "SELECT warning.value ->> 'code' AS code, count(DISTINCT documents.id)"
            " FROM documents, json_each(documents.warnings) AS warning GROUP BY code",
        ),
        set_aside=list_set_aside(connection),
        removed=list_removed(connection),
    )


def list_set_aside(connection: sqlite3.Connection) -> tuple[SetAside, ...]:
    """List what could not be taken in, in order of place."""
    rows = connection.execute("SELECT * FROM set_aside ORDER BY path, reason, detail")
    return tuple(SetAside(row["path"], row["reason"], row["detail"], row["sha256"]) for row in rows)


def list_removed(connection: sqlite3.Connection) -> tuple[RemovedDocument, ...]:
    """List what people took out, the latest first."""
    rows = connection.execute(
        "SELECT id, path, removed_at FROM removed ORDER BY removed_at DESC, path, id"
    )
    return tuple(RemovedDocument(*row) for row in rows)


def _counts(connection: sqlite3.Connection, sql: str) -> dict[str, int]:
    """Value to count, the most frequent first, equal ones in order of value."""
    rows = [(row[0], row[1]) for row in connection.execute(sql)]
    return dict(sorted(rows, key=lambda row: (-row[1], row[0])))
