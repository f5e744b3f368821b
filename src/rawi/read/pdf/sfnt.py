"""Find the tables of an embedded TrueType or OpenType font."""

import struct


def find_table(program: bytes, name: bytes) -> bytes:
    """Return a table of a font file, empty if it has none.

    Raises:
        struct.error: it is no font of this kind, or its directory breaks off.
    """
    (count,) = struct.unpack_from(">H", program, 4)
    for record in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", program, 12 + 16 * record)
        if tag == name:
            return program[offset : offset + length]
    return b""
