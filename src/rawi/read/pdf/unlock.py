"""Open files that are encrypted but locked to nobody: publishers forbid copying, readers need no password.

Part of the playa glyph source, which knows the older ciphers only. PDFium writes the file anew in the clear.
"""

import io

import pypdfium2
import pypdfium2.raw

from rawi.errors import ReadError


def unlock(data: bytes) -> bytes:
    """Return an encrypted file in the clear.

    Raises:
        ReadError: `password`: it opens with a password only, or not at all.
    """
    clear = io.BytesIO()
    try:
        document = pypdfium2.PdfDocument(data)
        try:
            document.save(clear, flags=pypdfium2.raw.FPDF_REMOVE_SECURITY)
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise ReadError("password", "the PDF is locked by a password: unlock it first") from error
    return clear.getvalue()
