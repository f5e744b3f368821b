"""Tell the format of an item from its first bytes, its name and what its carrier declared, in this order."""

import os
import re
import zlib
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
    ".md": "plain", ".markdown": "plain",
    ".txt": "plain", ".text": "plain",
    ".csv": "csv", ".tsv": "csv",
    ".eml": "mail", ".mbox": "mbox", ".mht": "mhtml", ".mhtml": "mhtml",
    ".css": "style sheet", ".js": "script", ".mjs": "script",
}  # fmt: skip

MEDIA_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "text/plain": "plain",
    "text/markdown": "plain", "text/csv": "csv", "application/x-ndjson": "jsonl",
    "message/rfc822": "mail", "application/rss+xml": "feed", "application/atom+xml": "feed",
}  # fmt: skip

# What stands first in a ZIP file of a known kind, or among its names.
ZIP_SUFFIXES = {".docx": "docx", ".odt": "odt", ".epub": "epub"}
ZIP_NAMES = (("word/document.xml", "docx"), ("META-INF/container.xml", "epub"))
ODT_TYPE = b"mimetypeapplication/vnd.oasis.opendocument.text"
EPUB_TYPE = b"mimetypeapplication/epub+zip"

HEAD = 8192
DIRECTORY_REACH = 256 << 10
_SKIPPED = rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*"
_HTML = re.compile(_SKIPPED + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_DOCTYPE = rb"(?:<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)?"
_ROOT = re.compile(_SKIPPED + _DOCTYPE + _SKIPPED + rb"<(?:[\w-]+:)?([\w-]+)", re.DOTALL)
_FEED = re.compile(rb"<(?:rss|feed|(?:rdf:)?RDF)\b")
_HEADER_LINE = re.compile(rb"(?:[!-9;-~]+:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*){2,}", re.DOTALL)
_MAIL_FIELDS = (b"from:", b"date:", b"subject:", b"mime-version:", b"received:", b"message-id:")


def find_format(item: RawItem) -> str:
    """Return the name of an item's format; `plain` when nothing else is known of it."""
    head = item.head(HEAD)
    suffix = PurePosixPath(item.name).suffix.lower()
    for magic, name in MAGIC:
        if head.startswith(magic):
            return _look_inside(item, name, head, suffix)
    if head[257:262] == b"ustar":
        return "tar"
    if head.startswith(b"From ") and b"@" in head[:200]:
        return "mbox"
    named = SUFFIXES.get(suffix) or MEDIA_TYPES.get((item.media_type or "").lower())
    if named in (None, "html", "plain"):
        return _find_markup(head, suffix) or named or _find_records(head) or "plain"
    return named


def _look_inside(item: RawItem, name: str, head: bytes, suffix: str) -> str:
    """Tell what a packed file holds."""
    if name == "gzip":
        start = zlib.decompressobj(wbits=31)
        try:
            return "warc" if start.decompress(head, 16).startswith(b"WARC/") else name
        except zlib.error:
            return name
    return _find_zip_kind(item, head, suffix) if name == "zip" else name


def _find_zip_kind(item: RawItem, head: bytes, suffix: str) -> str:
    """Tell documents that are ZIP files from archives."""
    if head[30:].startswith(ODT_TYPE):
        return "odt"
    if head[30:].startswith(EPUB_TYPE):
        return "epub"
    if suffix in ZIP_SUFFIXES:
        return ZIP_SUFFIXES[suffix]
    with item.open() as file:
        # Names stand in the directory at the end of the file, uncompressed.
        file.seek(0, os.SEEK_END)
        file.seek(max(0, file.tell() - DIRECTORY_REACH))
        directory = file.read()
    for name, kind in ZIP_NAMES:
        if name.encode("ascii") in directory:
            return kind
    return "zip"


def _find_markup(head: bytes, suffix: str) -> str | None:
    """Tell pages and feeds by their first tag; other XML has no reader."""
    text = head.removeprefix(b"\xef\xbb\xbf")
    if _HTML.match(text):
        return "html"
    root = _ROOT.match(text)
    if suffix in (".rss", ".atom") or ((root or suffix == ".xml") and _FEED.search(text)):
        return "feed"
    if suffix == ".xml" or text.lstrip().startswith(b"<?xml"):
        return f"XML with the root {root[1].decode('ascii', 'replace')}" if root else "XML"
    return None


def _find_records(head: bytes) -> str | None:
    """Tell JSON lines and mails that have no telling name, as from standard input."""
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b'{"', b'{ "')) and b'"text"' in text:
        return "jsonl"
    return _find_mail(head)


def _find_mail(head: bytes) -> str | None:
    """Tell a mail without a telling name by its first lines."""
    header = _HEADER_LINE.match(head.replace(b"\r\n", b"\n"))
    if header is None:
        return None
    lower = b"\n" + header[0].lower()
    return "mail" if sum(b"\n" + field in lower for field in _MAIL_FIELDS) >= 3 else None
