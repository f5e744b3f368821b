"""JSON lines: one record a line with `id`, `text`, `title`, `outlet`, `url`, `published`.

A line that is no record is set aside with its number, and the rest goes on. A file that is one JSON array
of records, or one record over several lines, is read too.
"""

import json
from collections.abc import Iterator
from typing import Any

import msgspec

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read.reader import RawDocument, RawItem

MAX_LINE_BYTES = 64 << 20
FIELDS = ("title", "outlet", "url", "published")
Record = dict[str, Any]  # JSON as received


def read(item: RawItem) -> Iterator[RawDocument | SetAside]:
    """Yield a document for each record, or a note that the record could not be read."""
    records = find_whole(item)
    if records is not None:
        yield from read_whole(item, records)
        return
    decoder = msgspec.json.Decoder()
    for number, line in enumerate(cut_lines(item), 1):
        part = f"line {number}"
        try:
            if line is None:
                raise ReadError("too_large", f"longer than {MAX_LINE_BYTES:,} bytes; skipped")
            if line.strip():
                yield make_record_document(decode_record(decoder, line), part)
        except ReadError as error:
            yield item.set_aside(error.reason, error.detail, part=part)


def cut_lines(item: RawItem) -> Iterator[bytes | None]:
    """Yield the lines of a file; None for one that is too long."""
    with item.open() as file:
        while line := file.readline(MAX_LINE_BYTES):
            if len(line) < MAX_LINE_BYTES or line.endswith(b"\n"):
                yield line
                continue
            yield None
            while (rest := file.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                continue


def find_whole(item: RawItem) -> list[object] | None:
    """Return the records of a file that is one JSON value, an array or one object over several lines."""
    head = item.head(64 << 10).removeprefix(b"\xef\xbb\xbf").lstrip()
    is_array = head.startswith(b"[") and head[1:].lstrip().startswith(b"{")
    is_object = head.startswith(b"{") and not head.partition(b"\n")[0].rstrip().endswith(b"}")
    if not (is_array or (is_object and b"\n" in head)):
        return None
    try:
        value = msgspec.json.decode(item.read().removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError, ReadError):
        return None  # read it line by line: each line is answered for
    if isinstance(value, dict) and "text" not in value:
        # An object around the records: {"articles": […]}.
        value = next((inner for inner in value.values() if isinstance(inner, list)), [value])
    return value if isinstance(value, list) else [value]


def read_whole(item: RawItem, records: list[object]) -> Iterator[RawDocument | SetAside]:
    """Yield a document for each of the records of one JSON value."""
    for number, record in enumerate(records, 1):
        part = f"record {number}"
        try:
            yield make_record_document(check_record(record), part)
        except ReadError as error:
            yield item.set_aside(error.reason, error.detail, part=part)


def decode_record(decoder: "msgspec.json.Decoder[Any]", line: bytes) -> Record:
    """Decode one line.

    Raises:
        ReadError: it is no JSON object with a text.
    """
    line = line.removeprefix(b"\xef\xbb\xbf")
    try:
        record = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        record = _decode_lone_surrogates(line)
        if record is None:
            raise ReadError("not_json", f"{error}; one JSON object a line is expected") from error
    return check_record(record)


def check_record(record: object) -> Record:
    """Return a record that has a text.

    Raises:
        ReadError: it has none.
    """
    if not isinstance(record, dict) or not isinstance(record.get("text"), str):
        raise ReadError("no_text", 'an object with a "text" string is expected')
    return record


def _decode_lone_surrogates(line: bytes) -> object:
    """Decode a line whose only fault may be a half of a surrogate pair, as old databases write it."""
    if b"\\u" not in line:
        return None
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def make_record_document(record: Record, part: str) -> RawDocument:
    """Make a document of a record; a field that is no string is read as one, or left out."""
    title, outlet, url, published = (_read_field(record, field) for field in FIELDS)
    return RawDocument(
        record["text"],
        title=title,
        outlet=outlet,
        url=url,
        published=published,
        given_id=_read_field(record, "id"),
        part=part,
        media_type="application/x-ndjson",
    )


def _read_field(record: Record, field: str) -> str | None:
    """Return a field as a string: numbers as written, None for anything else."""
    value = record.get(field)
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return None
