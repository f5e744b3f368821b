"""WARC: the captured pages of a web archive, each with its address and the day of its capture.

Only successful responses that are documents are read: pages, plain text, feeds, PDF and office files. Images,
styles, scripts, redirects and error pages are parts of the capture, not reports, and are passed over.
"""

from collections.abc import Iterator

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
    if media_type not in DOCUMENT_TYPES:
        return
    part = f"@{record.stream_pos}"
    data = record.reader.read(MAX_RECORD + 1)
    if len(data) > MAX_RECORD:
        yield item.set_aside("too_large", f"a record of more than {MAX_RECORD:,} bytes", part=part)
        return
    if len(data) < record.content_length:
        yield item.set_aside("truncated", "the record is shorter than it declares", part=part)
    date = record.record_date
    yield RawItem(
        item.path,
        data,
        (*item.container, part),
        media_type=media_type,
        charset=record.http_charset,
        url=record.headers.get("WARC-Target-URI"),
        captured=date.isoformat() if date else None,
        depth=item.depth,
    )
