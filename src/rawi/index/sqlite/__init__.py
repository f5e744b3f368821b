"""The default store: one SQLite file with the facts and the full-text index."""

from rawi.index.sqlite.store import SqliteStore

__all__ = ["SqliteStore"]
