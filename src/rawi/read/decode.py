"""Bytes to text: the character set of a file, exactly or with a warning."""

from dataclasses import dataclass

from rawi.facts import ReadWarning

BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the character set it was written in, and how that was decided."""

    text: str
    charset: str
    how: str
    warnings: tuple[ReadWarning, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode bytes."""
    for bom, charset in BOMS:
        if data.startswith(bom):
            return Decoded(data[len(bom) :].decode(charset, "replace"), charset, "bom")
    try:
        return Decoded(data.decode("utf-8"), "utf-8", "valid")
    except UnicodeDecodeError:
        return Decoded(data.decode("cp1256", "replace"), "cp1256", "guessed")
