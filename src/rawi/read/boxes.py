"""Archives: ZIP, WACZ, tar and gzip. Their entries are read one by one, within limits on ratio, number, size, names.

Nothing is ever written to disk, so that a name can do no harm; names that lead out of the archive are
refused all the same, for what they say of its maker.
"""

import io
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read.reader import MAX_ITEM_BYTES, RawItem

MAX_RATIO = 100  # text packs 10:1, records with repeated keys 30:1
MAX_ENTRIES = 10_000
MAX_TOTAL = 1 << 30
SLACK = 1 << 16  # small entries may be packed better than MAX_RATIO
PIECE = 1 << 20


def read(item: RawItem) -> Iterator[RawItem | SetAside]:
    """Yield the entries of an archive; entries that break a limit are set aside.

    Raises:
        ReadError: it is no sound archive, or breaks a limit as a whole.
    """
    head = item.head(2)
    if head == b"PK":
        yield from read_zip(item)
    elif head == b"\x1f\x8b":
        yield read_gzip(item)
    else:
        yield from read_tar(item)


# ------------------------------------------------------------------ ZIP


def open_zip(item: RawItem) -> zipfile.ZipFile:
    """Open a ZIP file.

    Raises:
        ReadError: it is not sound, or has too many entries.
    """
    source = io.BytesIO(item.source) if isinstance(item.source, bytes) else item.source
    try:
        archive = zipfile.ZipFile(source)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
        raise ReadError("broken_archive", f"not a sound ZIP file: {error}") from error
    if len(archive.infolist()) > MAX_ENTRIES:
        raise ReadError(
            "too_many_entries",
            f"{len(archive.infolist()):,} entries; at most {MAX_ENTRIES:,} are read",
        )
    return archive


def read_zip(item: RawItem) -> Iterator[RawItem | SetAside]:
    """Yield the entries of a ZIP file; of a WACZ only the captures, whose index and lists are about them."""
    with open_zip(item) as archive:
        captures = [e for e in archive.infolist() if e.filename.startswith("archive/")]
        is_wacz = captures and "datapackage.json" in archive.namelist()
        total = 0
        for entry in captures if is_wacz else archive.infolist():
            if entry.is_dir():
                continue
            total += entry.file_size
            if total > MAX_TOTAL:
                raise ReadError("too_large", f"unpacks to more than {MAX_TOTAL:,} bytes")
            try:
                data = read_zip_entry(archive, entry)
            except ReadError as error:
                yield item.set_aside(error.reason, error.detail, part=entry.filename)
            else:
                yield item.inner(entry.filename, data, depth=1)


def read_zip_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """Unpack an entry, never more than it declares.

    Raises:
        ReadError: it breaks a limit, or is not sound.
    """
    check_name(entry.filename)
    if stat.S_ISLNK(entry.external_attr >> 16):
        raise ReadError("link", "a link, not a file")
    if entry.flag_bits & 1:
        raise ReadError("password", "the entry is encrypted")
    check_size(entry.file_size, entry.compress_size)
    try:
        with archive.open(entry) as file:
            data = file.read(entry.file_size + 1)
    except (
        zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, zlib.error, OSError
    ) as error:  # fmt: skip
        raise ReadError("broken_archive", f"the entry is not sound: {error}") from error
    if len(data) > entry.file_size:
        raise ReadError("bomb", "the entry is larger than it declares")
    return data


def check_name(name: str) -> None:
    """Refuse names that lead out of the archive.

    Raises:
        ReadError: the reason is `unsafe_name`.
    """
    path = name.replace("\\", "/")
    if path.startswith("/") or ".." in path.split("/") or path[1:3] == ":/":
        raise ReadError("unsafe_name", "the name leads out of the archive")


def check_size(size: int, packed: int) -> None:
    """Refuse what is too large, or packed as only bombs are.

    Raises:
        ReadError: the reason is `too_large` or `bomb`.
    """
    if size > MAX_ITEM_BYTES:
        raise ReadError("too_large", f"{size:,} bytes; at most {MAX_ITEM_BYTES:,} are read")
    if size > MAX_RATIO * packed + SLACK:
        raise ReadError("bomb", f"{size:,} bytes packed into {packed:,}")


# ------------------------------------------------------------------ tar and gzip


def read_tar(item: RawItem) -> Iterator[RawItem | SetAside]:
    """Yield the files of a tar archive, which is not packed, so that its size is its limit."""
    try:
        with item.open() as file, tarfile.open(fileobj=file, mode="r:") as archive:
            for number, entry in enumerate(archive):
                if number >= MAX_ENTRIES:
                    raise ReadError("too_many_entries", f"more than {MAX_ENTRIES:,} entries")
                if entry.isdir():
                    continue
                try:
                    yield item.inner(entry.name, read_tar_entry(archive, entry), depth=1)
                except ReadError as error:
                    yield item.set_aside(error.reason, error.detail, part=entry.name)
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise ReadError("broken_archive", f"not a sound tar file: {error}") from error


def read_tar_entry(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> bytes:
    """Return the bytes of a file in a tar archive.

    Raises:
        ReadError: it is no file, or too large.
    """
    check_name(entry.name)
    if not entry.isfile():
        raise ReadError("link", "a link or device, not a file")
    check_size(entry.size, entry.size)
    file = archive.extractfile(entry)
    if file is None:
        raise ReadError("broken_archive", "the entry has no contents")
    return file.read()


def read_gzip(item: RawItem) -> RawItem:
    """Return what a gzip file holds, under its name without `.gz`.

    Raises:
        ReadError: it is not sound, too large, or a bomb.
    """
    unpacked = bytearray()
    packed = 0
    unpacker = zlib.decompressobj(wbits=31)
    try:
        with item.open() as file:
            while piece := file.read(PIECE // 16):
                packed += len(piece)
                while piece:
                    unpacked += unpacker.decompress(piece, PIECE)
                    check_size(len(unpacked), packed)
                    piece = unpacker.unconsumed_tail
                    if unpacker.eof and unpacker.unused_data.startswith(b"\x1f\x8b"):
                        # Several gzip streams in one file, as log rotation and captures make them.
                        piece, unpacker = unpacker.unused_data, zlib.decompressobj(wbits=31)
    except zlib.error as error:
        raise ReadError("broken_archive", f"not a sound gzip file: {error}") from error
    if not unpacker.eof:
        raise ReadError("broken_archive", "the gzip stream ends early")
    name = PurePosixPath(item.name).name
    inner = name.removesuffix(".gz") if name.endswith(".gz") else name.replace(".tgz", ".tar")
    return item.inner(inner, bytes(unpacked), depth=1)
