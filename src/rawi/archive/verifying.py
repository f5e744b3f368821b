"""Prove an archive, or an export, whole: the database against itself, kept bytes against their hashes."""

import hashlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import msgspec

from rawi.archive.archive import Archive
from rawi.errors import RawiError
from rawi.export.manifest import MANIFEST, read_exports
from rawi.index.sqlite.verify import Problem, verify_store


def verify_archive(archive: Archive) -> Iterator[Problem]:
    """Yield what is wrong with an archive; nothing when all is well."""
    connection = archive.store.connection
    try:
        yield from verify_store(connection)
        blobs = connection.execute("SELECT sha256, size FROM blobs ORDER BY sha256").fetchall()
    except sqlite3.DatabaseError as error:
        yield Problem("archive.sqlite", f"is damaged: {error}")
        return
    for sha256, size in blobs:
        try:
            found = len(archive.blobs.get(sha256))
        except RawiError as error:
            yield Problem(f"blob {sha256}", str(error))
            continue
        if found != size:
            yield Problem(f"blob {sha256}", f"has {found} bytes, not {size}")


def verify_export(folder: Path) -> Iterator[Problem]:
    """Yield what in an exported folder is not as its manifest says; it may hold exports of several formats."""
    try:
        exports = read_exports(folder)
        files = [
            (entry["file"], entry["sha256"]) for export in exports for entry in export["files"]
        ]
    except (OSError, msgspec.DecodeError, KeyError, TypeError) as error:
        yield Problem(str(folder / MANIFEST), f"cannot be read: {error}")
        return
    for name, sha256 in files:
        path = folder / name
        if not path.is_file():
            yield Problem(str(path), "is not there")
        elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            yield Problem(str(path), "was changed since it was exported: its SHA-256 differs")
