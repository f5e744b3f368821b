"""Undo UTF-8 that was read with a single-byte character set: Ø³Ù„Ø§Ù… (windows-1252), ط³ظ„ط§ظ… (windows-1256).

Only what cannot be anything else is undone: a line whose characters, written back as bytes, are faultless
UTF-8 of Arabic letters. The reader, who has the bytes, undoes more (`rawi.read.mojibake`).
"""

import re
from collections.abc import Callable

# The first byte of Arabic letters in UTF-8 is D8 to DB; behind it stands what no such letter stands before.
_REST = "\u0080-\u00bf\u0152-\u017e\u0192\u02c6\u02dc\u2013-\u2122"
_MAY_BE = re.compile(
    f"[ØÙÚÛÃطظعغ][{_REST}ھکگچڈژ؛،؟]"
)  # looser than what follows, and five times as fast
_SIGNS = re.compile(f"[ØÙÚÛ][{_REST}]|Ã[\u0098-\u009b˜™š›]|[طظعغ][{_REST}ھکگچڈژ؛،؟]")
_ARABIC = re.compile("[\u0621-\u064a\u067e-\u06cc]")
_LEAST_LETTERS = 3
_TWICE = 2  # some systems do it twice

# Bytes windows-1252 leaves undefined are written as the C1 controls of the same number.
_WINDOWS = {byte: byte for byte in range(256)} | {
    ord(bytes([byte]).decode("cp1252", "ignore") or chr(byte)): byte for byte in range(0x80, 0xA0)
}


def may_be_mojibake(text: str) -> bool:
    """Tell whether a text is worth looking at line by line."""
    return _MAY_BE.search(text) is not None and _SIGNS.search(text) is not None


def undo_line(line: str) -> str | None:
    """The line as it was meant, or None if it was not mangled for sure.

    >>> undo_line("باران".encode().decode("cp1256")), undo_line("باران".encode().decode("latin-1"))
    ('باران', 'باران')
    >>> undo_line("Ça dure, ظ« باران")
    """
    if not _SIGNS.search(line):
        return None
    for to_bytes in (_to_windows_1252, _to_windows_1256):
        undone = _undo(line, to_bytes)
        if undone is not None:
            return undone
    return None


def _undo(line: str, to_bytes: Callable[[str], bytes]) -> str | None:
    """Undo one character set, up to twice."""
    meant = line
    for _ in range(_TWICE):
        try:
            meant = to_bytes(meant).decode("utf-8")
        except ValueError:
            return None
        if not _SIGNS.search(meant):
            break
    foreign = sum(1 for c in meant if c > "\u007f")
    letters = len(_ARABIC.findall(meant))
    return meant if letters >= _LEAST_LETTERS and 2 * letters > foreign else None


def _to_windows_1252(line: str) -> bytes:
    """The bytes of a line in windows-1252 or Latin-1."""
    try:
        return bytes(_WINDOWS[ord(c)] for c in line)
    except KeyError as error:
        raise ValueError("a character outside windows-1252") from error


def _to_windows_1256(line: str) -> bytes:
    """The bytes of a line in windows-1256."""
    return line.encode("cp1256")
