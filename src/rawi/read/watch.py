"""Watch folders: yield what is in new and changed files, by looking again and again.

A file is read when two looks in a row saw it with the same size and time, so that one that is still being
written waits. Polling works on every file system, network shares included.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from rawi.facts import Document, SetAside
from rawi.read.folder import find_files
from rawi.read.limits import Limits
from rawi.read.sandbox import OnBytes, Sandbox

Print = tuple[int, int]  # size, and time of the last change in nanoseconds


class FolderWatch:
    """Remembers how files looked; `look` tells which are new or changed and at rest."""

    def __init__(self, paths: Iterable[str | Path]) -> None:
        self._paths = [Path(path) for path in paths]
        self._seen: dict[Path, Print] = {}
        self._read: dict[Path, Print] = {}

    def look(self) -> list[Path]:
        """Return the files to be read now, in sorted order; each once, until it changes."""
        now = {path: found for path in self._find() if (found := take_print(path)) is not None}
        ready = [
            path
            for path, found in now.items()
            if self._seen.get(path) == found and self._read.get(path) != found
        ]
        self._seen = now
        self._read.update({path: now[path] for path in ready})
        return ready

    def _find(self) -> Iterator[Path]:
        """Yield the files there are."""
        for path in self._paths:
            for found in find_files(path):
                if isinstance(found, Path):
                    yield found


def take_print(path: Path) -> Print | None:
    """Return the size and time of a file; None when it has gone."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns


def watch_documents(
    paths: Iterable[str | Path],
    *,
    seconds: float = 2.0,
    on_bytes: OnBytes | None = None,
    wait: Callable[[float], object] = time.sleep,
) -> Iterator[Document | SetAside]:
    """Read what is in folders, then what comes into them, until the caller stops asking.

    `wait` is called with `seconds` between two looks, and may raise to end the watch. A file changed after it
    was read is read again; documents it still holds have the ids they had.
    """
    watch = FolderWatch(paths)
    with Sandbox(Limits(), on_bytes=on_bytes) as sandbox:
        while True:
            for path in watch.look():
                found = take_print(path)
                if found is not None:
                    yield from sandbox.read(str(path), None, found[0])
            wait(seconds)
