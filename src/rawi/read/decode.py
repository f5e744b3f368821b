"""Bytes to text: the character set of a file, and a warning wherever that took a decision.

What the file itself shows goes before what its carrier says: a byte order mark, then being valid UTF-8, then
the declared set where it makes good text, then a guess (`rawi.read.charset`).
"""

import codecs
import re
from dataclasses import dataclass

from rawi.facts import ReadWarning
from rawi.read.charset import (
    cut_sample,
    decode_strict,
    find_wide_charset,
    guess_charset,
    score_text,
)
from rawi.read.mojibake import undo_mojibake

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Bytes that are no UTF-8, to well-formed sequences: above this the file is in another set.
MAX_BAD_SHARE = 0.05
# A declared set may be this much worse (rawi.read.charset.score_text) than the best guess and still be believed.
TRUST_DECLARED = 25.0
_META = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w:-]{2,40})|<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:-]{2,40})""",
    re.IGNORECASE,
)
# Names that mean more than they say (WHATWG Encoding Standard): pages that declare them use the larger set.
_WIDER = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "ascii": "cp1252",
    "us-ascii": "cp1252",
}
META_REACH = 4096


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the character set it was written in, and how that was decided."""

    text: str
    charset: str
    how: str
    warnings: tuple[ReadWarning, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes whose carrier declares a character set, or none.

    >>> decode("گزارش".encode()).charset, decode("سلام".encode("utf-16")).charset
    ('utf-8', 'utf-16-le')
    """
    decoded = _decode(data, declared)
    text, fault = undo_mojibake(decoded.text)
    if fault is None:
        return decoded
    warning = ReadWarning("mojibake_fixed", f"{decoded.charset}, and {fault}")
    return Decoded(text, decoded.charset, decoded.how, (*decoded.warnings, warning))


def decode_page(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a web page, which may declare its character set in its first tags."""
    if declared is None and (found := _META.search(data[:META_REACH])):
        declared = (found[1] or found[2]).decode("ascii")
    return decode(data, declared)


def _decode(data: bytes, declared: str | None) -> Decoded:
    """Decode bytes, without looking for earlier faults in the text."""
    for bom, charset in BOMS:
        if data.startswith(bom):
            return _replace(data[len(bom) :], charset, "bom")
    if wide := find_wide_charset(data):
        return _replace(data, wide, "guessed")
    if data.isascii():
        return Decoded(data.decode("ascii"), "utf-8", "ascii")
    text = decode_strict(data, "utf-8")
    if text is not None:
        return Decoded(text, "utf-8", "valid")
    if text is None and find_codec(declared) in ("utf-8", None) and _is_damaged_utf8(data):
        return _replace(data, "utf-8", "valid")
    return _guess(data, declared)


def _guess(data: bytes, declared: str | None) -> Decoded:
    """Decode bytes that are no UTF-8: as declared where that makes good text, else by a guess."""
    named = find_codec(declared)
    guessed, cost = guess_charset(data)
    if named not in (guessed, "utf-8", None):
        sample = decode_strict(cut_sample(data), str(named))
        if sample is not None and score_text(sample) <= cost + TRUST_DECLARED:
            return _replace(data, str(named), "declared")
    if named == guessed:
        return _replace(data, guessed, "declared")
    decoded = _replace(data, guessed, "guessed")
    said = f"declared {declared}, " if declared else ""
    warning = ReadWarning("charset_guessed", f"{said}read as {guessed}")
    return Decoded(decoded.text, guessed, "guessed", (warning, *decoded.warnings))


def find_codec(declared: str | None) -> str | None:
    """Return Python's name of a declared character set, or None when it is none.

    >>> find_codec("windows-1256"), find_codec("ISO-8859-1"), find_codec("klingon"), find_codec("zlib")
    ('cp1256', 'cp1252', None, None)
    """
    name = (declared or "").strip().lower().replace("_", "-")
    name = _WIDER.get(name, name)
    try:
        codec = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Codecs such as zlib turn bytes into bytes; no text declares them honestly.
    return codec.name if getattr(codec, "_is_text_encoding", False) and name else None


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether bytes are UTF-8 but for a few."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    good = sum(1 for character in text if character > "\x7f") - bad
    # A file cut in the middle of a character has one bad byte, however short it is.
    return bad <= MAX_BAD_SHARE * good or (
        bad == 1 and good > 0 and text[-1] == "\N{REPLACEMENT CHARACTER}"
    )


def _replace(data: bytes, charset: str, how: str) -> Decoded:
    """Decode, replacing what cannot be decoded, and say so."""
    text = data.decode(charset, "replace")
    bad = text.count("\N{REPLACEMENT CHARACTER}")
    if bad == 0:
        return Decoded(text, charset, how)
    warning = ReadWarning("bad_bytes", f"{bad} places are no {charset} and became U+FFFD")
    return Decoded(text, charset, how, (warning,))
