"""Filters over JSON lines: one record in, one answer out, in order; a bad line is answered, never fatal."""

import json
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, BinaryIO

import click
import msgspec

from rawi.errors import RawiError, TableError, describe_fault

Record = dict[str, Any]  # JSON as received
SURROGATES = re.compile("[\ud800-\udfff]")


class BadLineError(RawiError):
    """A line of input that is no record; the message says what was expected."""


def read_records(stream: BinaryIO) -> Iterator[Record | BadLineError]:
    """Yield the records of a JSON lines stream, or what is wrong with a line."""
    decoder = msgspec.json.Decoder()
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            record = decoder.decode(line)
        except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
            record = read_with_surrogates(line)
            if record is None:
                yield BadLineError(
                    f"line {number}: not JSON: {error}; one object a line is expected"
                )
                continue
        if not isinstance(record, dict) or not isinstance(record.get("text"), str):
            yield BadLineError(f'line {number}: an object with a "text" string is expected')
            continue
        yield record


def read_with_surrogates(line: bytes) -> Record | None:
    r"""Read a line that is JSON but for lone surrogates, which become U+FFFD: offsets stay. None if it is none.

    >>> read_with_surrogates(b'{"text": "a\\ud800b"}') == {"text": "a\N{REPLACEMENT CHARACTER}b"}
    True
    """
    try:
        record = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(record, dict):
        return None
    return {
        key: SURROGATES.sub("\N{REPLACEMENT CHARACTER}", value) if isinstance(value, str) else value
        for key, value in record.items()
    }


def run_filter(answer: Callable[[Record], Record]) -> int:
    """Answer each record of standard input on standard output; return the exit code (3: some lines were bad)."""
    encoder = msgspec.json.Encoder()
    out, failed = sys.stdout.buffer, 0
    for number, record in enumerate(read_records(sys.stdin.buffer), 1):
        if isinstance(record, BadLineError):
            failed += 1
            reply: Record = {"id": None, "error": str(record)}
        else:
            try:
                reply = answer(record)
            except TableError:
                raise  # the installation is broken: every record would fail alike
            except Exception as error:  # noqa: BLE001  a fault in one rule must not cost the other records
                failed += 1
                what = str(error) if isinstance(error, RawiError) else describe_fault(error)
                reply = {"id": record.get("id", number), "error": what}
        out.write(encoder.encode(reply) + b"\n")
    out.flush()
    return 3 if failed else 0


def print_record(record: Record) -> None:
    """Print one JSON object as a line."""
    sys.stdout.buffer.write(msgspec.json.encode(record) + b"\n")


def read_plain(files: tuple[Path, ...]) -> list[str]:
    """The plain texts of files, or of standard input."""
    if not files or files == (Path("-"),):
        return [sys.stdin.buffer.read().decode("utf-8", "replace")]
    return [read_plain_file(path) for path in files]


def read_plain_file(path: Path) -> str:
    """The text of a plain file.

    Raises:
        click.UsageError: it holds something else than text.
    """
    data = path.read_bytes()
    if b"\0" in data or data.startswith(b"%PDF"):
        raise click.UsageError(
            f"{path} is no plain text; rawi read {path} shows what text is in it"
        )
    return data.decode("utf-8", "replace")
