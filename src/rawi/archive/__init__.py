"""An archive: read, annotate, link and index documents, and ask about them."""

from rawi.archive.archive import Archive
from rawi.archive.steps import Progress

__all__ = ["Archive", "Progress"]
