"""ZIP archives: their entries are read one by one, within limits on ratio, number, size, names."""

import io
import stat
import zipfile
from collections.abc import Iterator

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read.reader import MAX_ITEM_BYTES, RawItem

MAX_RATIO = 100
MAX_ENTRIES = 10_000
MAX_TOTAL = 1 << 30
SLACK = 1 << 16  # small entries may be packed better than MAX_RATIO


def read(item: RawItem) -> Iterator[RawItem | SetAside]:
    """Yield the entries of an archive; entries that break a limit are set aside.

    Raises:
        ReadError: it is no sound archive, or has too many entries.
    """
    source = io.BytesIO(item.source) if isinstance(item.source, bytes) else item.source
    try:
        with zipfile.ZipFile(source) as archive:
            entries = archive.infolist()
            if len(entries) > MAX_ENTRIES:
                raise ReadError(
                    "too_many_entries", f"{len(entries):,} entries; at most {MAX_ENTRIES:,}"
                )
            total = 0
            for entry in entries:
                if entry.is_dir():
                    continue
                reason = check_entry(entry)
                if reason:
                    yield item.set_aside(*reason, part=entry.filename)
                    continue
                total += entry.file_size
                if total > MAX_TOTAL:
                    raise ReadError("too_large", f"unpacks to more than {MAX_TOTAL:,} bytes")
                yield item.inner(entry.filename, read_entry(archive, entry), depth=1)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, RuntimeError) as error:
        raise ReadError("broken_archive", f"not a sound ZIP archive: {error}") from error


def check_entry(entry: zipfile.ZipInfo) -> tuple[str, str] | None:
    """Return why an entry is refused, or None."""
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/"):
        return "unsafe_name", "the name leads out of the archive"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "link", "a link, not a file"
    if entry.file_size > MAX_ITEM_BYTES:
        return "too_large", f"{entry.file_size:,} bytes; at most {MAX_ITEM_BYTES:,}"
    if entry.file_size > MAX_RATIO * entry.compress_size + SLACK:
        return "bomb", f"{entry.file_size:,} bytes packed into {entry.compress_size:,}"
    return None


def read_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack an entry, never more than it declares."""
    with archive.open(entry) as file:
        data = file.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise ReadError("bomb", f"{entry.filename} is larger than it declares")
    return data
