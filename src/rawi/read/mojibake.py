"""Undo mojibake: text that was decoded with the wrong character set before it was saved.

UTF-8 read as windows-1252 or Latin-1 (`Ø³Ù„Ø§Ù…`), also twice over, as windows-1256 (`ط³ظ„ط§ظ…`, which ftfy
leaves), and windows-1256 read as windows-1252 (`ÓáÇã`). Line by line, since files are often glued together.
"""

import re
from collections import Counter
from collections.abc import Callable
from typing import NamedTuple

from rawi.read.charset import score_text

# The lead bytes of Arabic letters in UTF-8 (D8-DB), as the wrong sets show them, and how much of a line's
# characters outside ASCII they must be: in mojibake every second character is one.
_LEADS_1252 = re.compile("[ØÙÚÛ]")
_LEADS_1256 = re.compile("[طظعغ]")
_LATIN_LETTERS = re.compile("[À-ÿ]")
MIN_LEAD_SHARE = 0.25
MIN_LATIN_SHARE = 0.6  # of all letters: French and German have less than a fifth
MIN_GAIN = 5.0  # rawi.read.charset.score_text: costs fall by 20 and more when mojibake is undone

Undo = Callable[[str], str | None]
# windows-1252 leaves five bytes undefined; software writes them as the C1 controls of the same number.
_TO_BYTE = {byte: byte for byte in range(256)}
_TO_BYTE.update(
    {ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)}
)


def undo_mojibake(text: str) -> tuple[str, str | None]:
    """Return the text as it was meant and what was wrong with it, or the text as it is and None.

    >>> undo_mojibake("موزه باز شد".encode().decode("cp1256"))
    ('موزه باز شد', 'utf-8 that had been read as windows-1256')
    >>> undo_mojibake("موزه باز شد، فقط امروز")
    ('موزه باز شد، فقط امروز', None)
    """
    if not (_LEADS_1252.search(text) or _LEADS_1256.search(text) or _LATIN_LETTERS.search(text)):
        return text, None
    lines = text.split("\n")
    found = [_find_fault(line, MIN_GAIN) for line in lines]
    counts = Counter(fault for fault in found if fault is not None)
    if not counts:
        return text, None
    # Where the text as a whole has one fault, a line with few letters to judge by has it too.
    common = counts.most_common(1)[0][0]
    foreign = sum(1 for line in lines if not line.isascii())
    if counts[common] * 2 > foreign:
        found = [
            fault or _find_fault(line, 0.0, only=common)
            for line, fault in zip(lines, found, strict=True)
        ]
    undone = [
        line if fault is None else fault.undo(line) or line
        for line, fault in zip(lines, found, strict=True)
    ]
    names = sorted({fault.name for fault in found if fault is not None})
    return "\n".join(undone), "; ".join(names)


def _find_fault(line: str, gain: float, only: "Fault | None" = None) -> "Fault | None":
    """Return what is wrong with a line: undoing it makes the text better by `gain`."""
    if line.isascii():
        return None
    for fault in (only,) if only else _FAULTS:
        foreign = len(line) - len(line.encode("ascii", "ignore"))
        if only is None and len(fault.leads.findall(line)) < MIN_LEAD_SHARE * foreign:
            continue
        if only is None and fault.undo is undo_latin and not _is_mostly_accented(line):
            continue
        undone = fault.undo(line)
        if undone is not None and score_text(undone) + gain < score_text(line):
            return fault
    return None


def _is_mostly_accented(line: str) -> bool:
    """Tell whether more letters of a line have accents than any Latin language writes."""
    letters = sum(1 for character in line if character.isalpha())
    return len(_LATIN_LETTERS.findall(line)) >= MIN_LATIN_SHARE * letters


def to_bytes_1252(line: str) -> bytes | None:
    """Return the bytes a reader of windows-1252 or Latin-1 had before it; None when it was neither."""
    try:
        return bytes(_TO_BYTE[ord(character)] for character in line)
    except KeyError:
        return None


def undo_1252(line: str) -> str | None:
    """UTF-8 that had been read as windows-1252 or Latin-1."""
    data = to_bytes_1252(line)
    return _decode(data, "utf-8")


def undo_twice(line: str) -> str | None:
    """UTF-8 that had been read as windows-1252 twice over."""
    once = undo_1252(line)
    return undo_1252(once) if once is not None else None


def undo_1256(line: str) -> str | None:
    """UTF-8 that had been read as windows-1256."""
    try:
        return _decode(line.encode("cp1256"), "utf-8")
    except UnicodeEncodeError:
        return None


def undo_latin(line: str) -> str | None:
    """Windows-1256 that had been read as windows-1252."""
    return _decode(to_bytes_1252(line), "cp1256")


def _decode(data: bytes | None, charset: str) -> str | None:
    """Decode strictly; None when that cannot be done."""
    if data is None:
        return None
    try:
        return data.decode(charset)
    except UnicodeDecodeError:
        return None


class Fault(NamedTuple):
    """A way to misread bytes; `leads` are characters of which it leaves many."""

    name: str
    leads: re.Pattern[str]
    undo: Undo


_FAULTS = (
    Fault("utf-8 that had been read twice as windows-1252", re.compile("[ÃÂ]"), undo_twice),
    Fault("utf-8 that had been read as windows-1252", _LEADS_1252, undo_1252),
    Fault("utf-8 that had been read as windows-1256", _LEADS_1256, undo_1256),
    Fault("windows-1256 that had been read as windows-1252", _LATIN_LETTERS, undo_latin),
)
