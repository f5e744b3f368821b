"""Run by test_killed.py in a process of its own: add a file and be killed at a given SQL statement."""

import os
import signal
import sqlite3
import sys
from itertools import count
from pathlib import Path

from rawi.archive import Archive
from rawi.index.sqlite import connections
from rawi.index.sqlite.migrate import open_database


def add_and_be_killed(archive: str, source: str, last: int, jobs: int) -> None:
    """Add a file; kill this process, without a word, at statement `last`."""
    statements = count(1)

    def count_down(statement: str) -> None:
        if next(statements) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    def open_counted(path: Path, *, create: bool = False) -> sqlite3.Connection:
        connection = open_database(path, create=create)
        connection.set_trace_callback(count_down)
        return connection

    setattr(connections, "open_database", open_counted)  # noqa: B010  its type has one option more
    with Archive.open(archive, create=True) as news:
        for _ in news.add([source], jobs=jobs):
            pass


if __name__ == "__main__":
    add_and_be_killed(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
