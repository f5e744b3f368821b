"""An archive: read, annotate, link and index documents, and ask about them."""
