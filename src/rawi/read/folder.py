"""Find the files behind the paths a user gives: files, folders and all below them, standard input."""

import sys
from collections.abc import Iterator
from pathlib import Path

from rawi.facts import SetAside


def find_files(path: Path) -> Iterator[Path | SetAside]:
    """Yield the files at or below a path in sorted order, or notes on what cannot be opened.

    Names that begin with a dot are left out below a folder, and links to folders are not followed: a link
    may lead in a circle. An archive of rawi below a folder is no input and is left out: `rawi add news.rawi .`
    """
    try:
        if is_archive(path):
            yield SetAside(str(path), "archive", "an archive of rawi; add the files it was made of")
            return
        if path.is_dir():
            is_empty = True
            for found in _find_below(path):
                is_empty = False
                yield found
            if is_empty:
                yield SetAside(str(path), "empty", "there are no files in the folder")
        elif not path.exists():
            yield SetAside(str(path), "not_found", "there is no such file or folder")
        elif not path.is_file():
            yield SetAside(str(path), "not_a_file", "neither a file nor a folder")
        else:
            yield path
    except OSError as error:
        yield SetAside(str(path), "unreadable", f"{error.strerror}: {path}")


def _find_below(folder: Path) -> Iterator[Path | SetAside]:
    """Yield the files below a folder, folders and files together in order of their names."""
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        yield SetAside(str(folder), "unreadable", f"{error.strerror}: {folder}")
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink() and entry.is_dir():
            yield SetAside(str(entry), "link", "links to folders are not followed")
        elif not is_archive(entry):
            yield from find_files(entry)


def is_archive(path: Path) -> bool:
    """Tell whether a folder is an archive of rawi."""
    return (path / "archive.sqlite").is_file()


def read_standard_input() -> bytes:
    """Return all of standard input."""
    return sys.stdin.buffer.read()
