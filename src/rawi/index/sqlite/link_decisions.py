"""Keep what people decided about links. Functions that write expect to be inside a transaction."""

import sqlite3

from rawi.link.decisions import Decision, DecisionKind


def set_decision(connection: sqlite3.Connection, decision: Decision) -> None:
    """Keep what a person decided about a link; the last word counts."""
    connection.execute(
        "INSERT OR REPLACE INTO decisions (kind, a, b, verdict, note) VALUES (?, ?, ?, ?, ?)",
        (decision.kind, decision.a, decision.b, decision.verdict, decision.note),
    )


def drop_decision(connection: sqlite3.Connection, kind: DecisionKind, a: str, b: str) -> None:
    """Forget what a person decided about a link: the scores count again."""
    connection.execute("DELETE FROM decisions WHERE kind = ? AND a = ? AND b = ?", (kind, a, b))


def list_decisions(
    connection: sqlite3.Connection, document: str | None = None
) -> tuple[Decision, ...]:
    """List what was decided about links, of one document or of all."""
    where = "" if document is None else "WHERE :document IN (a, b)"
    rows = connection.execute(
        f"SELECT kind, a, b, verdict, note FROM decisions {where} ORDER BY kind, a, b",
        {"document": document},
    )
    return tuple(Decision(*row) for row in rows)
