"""What an archive holds: a path, a store of facts, the bytes as received. All who work on it need no more."""

from pathlib import Path
from typing import Protocol

from rawi.archive.blobs import Blobs
from rawi.index.sqlite import SqliteStore


class Holding(Protocol):
    """An open archive as those see it who add to it, take out of it or annotate it anew."""

    path: Path
    store: SqliteStore
    blobs: Blobs
