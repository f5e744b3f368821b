"""Made files, and what was read of them."""

import io
import zipfile

from rawi.facts import SetAside
from rawi.read.reader import RawDocument


def pack(**entries: str | bytes) -> bytes:
    """A ZIP file; a double underscore in a name stands for a slash, a single one for a point."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return packed.getvalue()


def texts(found: object) -> list[str]:
    """The texts read, and the reasons of what was set aside."""
    assert hasattr(found, "__iter__")
    return [
        x.text if isinstance(x, RawDocument) else x.reason if isinstance(x, SetAside) else x.name
        for x in found
    ]
