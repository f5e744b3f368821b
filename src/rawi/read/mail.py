"""Mail: `.eml` messages, mbox folders, and MHTML pages, which browsers save as mails.

A message is a document of its own text; its attachments are read as items inside it.
"""

import email
import email.policy
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.utils import parseaddr

from rawi.errors import ReadError
from rawi.read.decode import decode
from rawi.read.html.published import read_time
from rawi.read.passages import Paragraph, join_paragraphs
from rawi.read.reader import MAX_ITEM_BYTES, RawDocument, RawItem

MAX_HEADER = 256 << 10  # bytes; a message of 10 MB of header takes 1 GB to parse
MAX_PARTS = 300  # boundaries; the parser's time grows with their square
MAX_DELIMITERS = 20_000  # lines that begin as those between parts do


def read(item: RawItem) -> Iterator[RawDocument | RawItem]:
    """Yield a message or page, and the attachments.

    Raises:
        ReadError: it is hostile, or no mail.
    """
    if item.head(5) == b"From ":
        yield from read_mbox(item)
        return
    message = parse_message(item.read())
    if message.get_content_type() == "multipart/related" and is_saved_page(message):
        yield from read_mhtml(item, message)
    else:
        yield from read_message(item, message)


def parse_message(data: bytes) -> EmailMessage:
    """Parse a message after a look at its size.

    Raises:
        ReadError: the header is too long, or there are too many parts.
    """
    header, _, _ = data.replace(b"\r\n", b"\n").partition(b"\n\n")
    if len(header) > MAX_HEADER:
        raise ReadError(
            "too_large", f"the header has {len(header):,} bytes; at most {MAX_HEADER:,}"
        )
    if data.count(b"boundary=") > MAX_PARTS:
        raise ReadError("too_deep", f"more than {MAX_PARTS} parts inside one another")
    if data.count(b"\n--") > MAX_DELIMITERS:
        raise ReadError("too_many_entries", f"more than {MAX_DELIMITERS:,} parts")
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        raise ReadError("broken", "no header of a mail is there")
    assert isinstance(message, EmailMessage)
    return message


def read_mbox(item: RawItem) -> Iterator[RawItem]:
    """Yield the messages of a folder."""
    lines: list[bytes] = []
    number = size = 0
    with item.open() as file:
        while line := file.readline(MAX_ITEM_BYTES):
            if line.startswith(b"From ") and lines and not lines[-1].strip():
                number += 1
                yield make_message_item(item, lines, number)
                lines, size = [], 0
            lines.append(line)
            size += len(line)
            if size > MAX_ITEM_BYTES:
                raise ReadError("too_large", f"message {number + 1} is too large")
    if lines:
        yield make_message_item(item, lines, number + 1)


def make_message_item(item: RawItem, lines: list[bytes], number: int) -> RawItem:
    """Make an item of the lines of a message, without the line that sets it apart."""
    data = b"".join(lines[1:] if lines[0].startswith(b"From ") else lines)
    return item.inner(f"message {number}.eml", data)


def read_message(item: RawItem, message: EmailMessage) -> Iterator[RawDocument | RawItem]:
    """Yield a message and its attachments."""
    subject = clean_header(message, "subject")
    paragraphs: list[Paragraph] = [(subject or "", "headline")]
    body = message.get_body(preferencelist=("plain", "html"))
    if isinstance(body, EmailMessage):
        paragraphs += [(text, "body") for text in read_body(body)]
    text, blocks = join_paragraphs(paragraphs)
    sender = parseaddr(clean_header(message, "from") or "")
    yield RawDocument(
        text,
        title=subject,
        outlet=sender[0] or None,
        published=read_time(clean_header(message, "date") or ""),
        blocks=blocks,
        media_type="message/rfc822",
    )
    for number, part in enumerate(message.iter_attachments(), 1):
        data = payload_of(part)
        if data and part.get_content_maintype() not in ("image", "audio", "video"):
            yield item.inner(part.get_filename() or f"attachment {number}", data, depth=1)


def read_body(part: EmailMessage) -> list[str]:
    """Return the paragraphs of a message's text."""
    data = payload_of(part)
    charset = part.get_content_charset()
    if part.get_content_type() == "text/html":
        from rawi.read.html.page import read_lines

        return [line.text for line in read_lines(data, charset)]
    text = decode(data, charset).text.replace("\r\n", "\n")
    return [text.strip("\n")]


def payload_of(part: MIMEPart) -> bytes:
    """Return the bytes of a part, without its transfer encoding."""
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def clean_header(message: EmailMessage, name: str) -> str | None:
    """Return a header in one line; None when it is missing or cannot be decoded."""
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError, LookupError):
        return None  # malformed encoded words raise whatever the standard library meets first
    return " ".join(str(value).split()) or None if value is not None else None


def is_saved_page(message: EmailMessage) -> bool:
    """Tell whether a message is a page saved by a browser."""
    return "snapshot-content-location" in message or any(
        "content-location" in part for part in message.iter_parts()
    )


def read_mhtml(item: RawItem, message: EmailMessage) -> Iterator[RawItem]:
    """Yield the page of an MHTML file; its pictures and styles are no documents."""
    for part in message.iter_parts():
        if part.get_content_type() == "text/html":
            page = item.inner("page.html", payload_of(part))
            location = message.get("snapshot-content-location") or part.get("content-location")
            yield RawItem(
                page.path,
                page.source,
                page.container,
                media_type="text/html",
                charset=part.get_content_charset(),
                url=str(location) if location else None,
                captured=read_time(clean_header(message, "date") or ""),
                depth=page.depth,
            )
            return
    raise ReadError("empty", "no page is in the file")
