"""An archive: read, annotate, link and index documents, and ask about them."""

from rawi.archive.archive import Archive, Progress

__all__ = ["Archive", "Progress"]
