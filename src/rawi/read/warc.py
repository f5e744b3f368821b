"""WARC: the captured pages of a web archive, each with its address and the day of its capture.

Only successful responses that are documents are read: pages, plain text, feeds, PDF and office files. Images,
styles, scripts, redirects and error pages are parts of the capture, not reports, and are passed over.
"""

import re
import zlib
from collections.abc import Iterator, Mapping

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read.reader import RawItem

MAX_RECORD = 32 << 20  # bytes of one page or file
DOCUMENT_TYPES = (
    "text/html", "application/xhtml+xml", "text/plain", "text/csv", "application/pdf",
    "application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/epub+zip",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.oasis.opendocument.text",
)  # fmt: skip
CRAWLER = "metadata:"  # what a crawler (wget) keeps of its own run: its log, its arguments
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r\n")
RECORDS = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion


def read(item: RawItem) -> Iterator[RawItem | SetAside]:
    """Yield the documents of a capture.

    Raises:
        ReadError: it breaks off; what was yielded before is kept.
    """
    count = documents = 0
    with item.open() as file:
        try:
            for record in ArchiveIterator(file, record_types=RECORDS, parse_http=True):
                count += 1
                for found in read_record(item, record):
                    documents += 1
                    yield found
        except (OSError, ValueError, EOFError) as error:
            raise ReadError(
                "broken_archive",
                f"breaks off after {count} records, which were kept: {error}",
            ) from error
    if documents == 0:
        raise ReadError("empty", f"none of the {count} captured responses is a document")


def read_record(item: RawItem, record: WarcRecord) -> Iterator[RawItem | SetAside]:
    """Yield the document in a record, if it is one."""
    headers = record.http_headers
    if headers is not None and headers.status_code not in (200, 203, 206, None):
        return
    declared = (record.http_content_type or record.headers.get("Content-Type") or "").lower()
    media_type = declared.partition(";")[0].strip()
    # wget writes addresses in the angle brackets of the first draft of WARC 1.0.
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    if media_type not in DOCUMENT_TYPES or (url and url.startswith(CRAWLER)):
        return
    part = f"@{record.stream_pos}"
    data = record.reader.read(MAX_RECORD + 1)
    if len(data) > MAX_RECORD:
        yield item.set_aside("too_large", f"a record of more than {MAX_RECORD:,} bytes", part=part)
        return
    if len(data) < record.content_length:
        yield item.set_aside("truncated", "the record is shorter than it declares", part=part)
    try:
        data = decode_body(data, headers.asdict() if headers is not None else {})
    except ReadError as error:
        yield item.set_aside(error.reason, error.detail, part=part)
        return
    date = record.record_date
    yield RawItem(
        item.path,
        data,
        (*item.container, part),
        media_type=media_type,
        charset=record.http_charset,
        url=url,
        captured=date.isoformat() if date else None,
        depth=item.depth,
    )


def decode_body(data: bytes, headers: Mapping[str, str]) -> bytes:
    """Undo the transfer and content encodings of an HTTP body.

    fastwarc's own decoding loses its place in the file behind a body that was not read to its end.

    Raises:
        ReadError: the encoding is unknown (`unknown_format`), unsound (`broken`), or hides too much.
    """
    fields = {name.lower(): value.strip().lower() for name, value in headers.items()}
    if "chunked" in fields.get("transfer-encoding", ""):
        data = join_chunks(data)
    coding = fields.get("content-encoding", "")
    if coding in ("", "identity") or not data:
        return data
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise ReadError("unknown_format", f"the content encoding {coding} is not read")
    # Many servers send `deflate` without the header the standard asks for; many crawlers keep plain text.
    wbits = 47 if data[:2] == b"\x1f\x8b" or data[0] & 15 == 8 else -15
    unpacker = zlib.decompressobj(wbits)
    try:
        unpacked = unpacker.decompress(data, MAX_RECORD + 1)
    except zlib.error as error:
        if data.lstrip().startswith(b"<"):
            return data  # decoded when it was captured, its header left as it was
        raise ReadError("broken", f"the body is not sound {coding}: {error}") from error
    if len(unpacked) > MAX_RECORD:
        raise ReadError("bomb", f"{len(data):,} bytes unpack to more than {MAX_RECORD:,}")
    return unpacked


def join_chunks(data: bytes) -> bytes:
    r"""Join the chunks of a body; a body that is not in chunks, as some crawlers keep it, stays as it is.

    >>> join_chunks(b"3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n")
    b'abcde'
    """
    pieces: list[bytes] = []
    place = 0
    while match := _CHUNK.match(data, place):
        size = int(match[1], 16)
        if size == 0:
            return b"".join(pieces)
        pieces.append(data[match.end() : match.end() + size])
        place = match.end() + size + 2
    return b"".join(pieces) if pieces else data
