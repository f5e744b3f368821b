"""Tell the format of an item from its first bytes, its name and what its carrier declared, in this order."""

import re
from pathlib import PurePosixPath

from rawi.read.reader import RawItem

# First bytes that settle the matter.
MAGIC = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"WARC/", "warc"),
    (b"PAR1", "parquet"),
    (b"\x89PNG", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"GIF8", "image"),
    (b"\x7fELF", "program"),
    (b"MZ\x90", "program"),
    (b"\xd0\xcf\x11\xe0", "old Office file"),
    (b"{\\rtf", "rtf"),
    (b"7z\xbc\xaf", "7z archive"),
    (b"Rar!", "rar archive"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"(\xb5/\xfd", "zstandard"),
    (b"ID3", "sound"),
    (b"OggS", "sound"),
    (b"SQLite format 3\0", "SQLite database"),
)

SUFFIXES = {
    ".htm": "html", ".html": "html", ".xhtml": "html", ".shtml": "html",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".md": "markdown", ".markdown": "markdown",
    ".txt": "plain", ".text": "plain",
    ".csv": "csv", ".tsv": "csv",
    ".eml": "mail", ".mbox": "mbox", ".mht": "mhtml", ".mhtml": "mhtml",
    ".css": "style sheet", ".js": "script", ".mjs": "script",
}  # fmt: skip

MEDIA_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "plain",
    "text/markdown": "markdown", "text/csv": "csv", "application/x-ndjson": "jsonl",
    "message/rfc822": "mail", "application/pdf": "pdf",
}  # fmt: skip

_HTML = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_XML = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<(?:\w+:)?(\w+)", re.DOTALL
)
_FEED_ROOTS = frozenset({b"rss", b"feed", b"RDF"})


def find_format(item: RawItem) -> str:
    """Return the name of an item's format; `plain` when nothing else is known of it."""
    head = item.head(4096)
    for magic, name in MAGIC:
        if head.startswith(magic):
            return name
    if head[257:262] == b"ustar":
        return "tar"
    suffix = PurePosixPath(item.name).suffix.lower()
    declared = MEDIA_TYPES.get((item.media_type or "").lower())
    named = SUFFIXES.get(suffix) or declared
    if named in (None, "html", "plain") or suffix in (".xml", ".rss", ".atom"):
        return _find_markup(head) or named or "plain"
    return named


def _find_markup(head: bytes) -> str | None:
    """Tell HTML and feeds by their first tag."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(text):
        return "html"
    root = _XML.match(text)
    if root and root[1] in _FEED_ROOTS:
        return "feed"
    return None
