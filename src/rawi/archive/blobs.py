"""The bytes of files as received, kept once under their hash, compressed."""

import gzip
import hashlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from rawi.errors import BrokenStoreError, MissingError

LEVEL = 6


class Blobs:
    """A folder of files named by the SHA-256 of what is in them: `ab/abcd….gz`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, sha256: str) -> Path:
        """Return where the bytes with this hash are kept."""
        return self.folder / sha256[:2] / f"{sha256}.gz"

    def put(self, sha256: str, data: bytes) -> None:
        """Keep bytes; when they are there already nothing changes.

        The file appears whole or not at all, also when the process is killed.
        """
        path = self.path(sha256)
        if path.exists():
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_suffix(f".{os.getpid()}.part")
        # No time in the header: the same bytes give the same file.
        unfinished.write_bytes(gzip.compress(data, LEVEL, mtime=0))
        unfinished.replace(path)

    def get(self, sha256: str) -> bytes:
        """Return the bytes with this hash.

        Raises:
            MissingError: they are not kept here.
            BrokenStoreError: the file is damaged.
        """
        path = self.path(sha256)
        try:
            data = gzip.decompress(path.read_bytes())
        except FileNotFoundError as error:
            raise MissingError(f"the bytes {sha256} are not kept in {self.folder}") from error
        except (OSError, EOFError, zlib.error) as error:
            raise BrokenStoreError(f"{path} is damaged: {error}") from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise BrokenStoreError(f"{path} does not hold the bytes its name says")
        return data

    def drop(self, sha256: str) -> None:
        """Keep bytes no longer; nothing when they are not kept."""
        self.path(sha256).unlink(missing_ok=True)

    def hashes(self) -> Iterator[str]:
        """Yield the hashes of what is kept, sorted."""
        yield from sorted(path.name.removesuffix(".gz") for path in self.folder.glob("??/*.gz"))
