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
    """Yield a document for each line, or a note that the line could not be read."""
    decoder = msgspec.json.Decoder()
    with item.open() as file:
        number = 0
        while line := file.readline(MAX_LINE_BYTES):
            number += 1
            if not line.strip():
                continue
            part = f"line {number}"
            if len(line) == MAX_LINE_BYTES and not line.endswith(b"\n"):
                yield item.set_aside(
                    "too_large", f"longer than {MAX_LINE_BYTES:,} bytes; skipped", part=part
                )
                while (rest := file.readline(MAX_LINE_BYTES)) and not rest.endswith(b"\n"):
                    continue
                continue
            if number == 1 and (whole := _read_whole(item, line)) is not None:
                yield from whole
                return
            try:
                yield make_record_document(decode_record(decoder, line), part)
            except ReadError as error:
                yield item.set_aside(error.reason, error.detail, part=part)


def _read_whole(item: RawItem, line: bytes) -> Iterator[RawDocument | SetAside] | None:
    """Read a file that is one JSON value over several lines; None when it is not."""
    return None


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
