"""What an archive calls the inputs it was given, for lists that people read."""

from rawi.facts import Document

# Why an input was set aside that another version of rawi, or a calmer machine, may yet take in.
RETRY_REASONS = ("fault", "too_slow", "crashed")


def place_of(document: Document) -> str:
    """Where a document came from, as a person would write it: `dump.zip!/a.warc.gz!/record 3`."""
    origin = document.origin
    return "!/".join((origin.path, *origin.container)) if origin else document.id


def printable(text: str) -> str:
    r"""Write what is no Unicode (bytes of foreign file names) as escapes, so that it can be kept.

    >>> printable("caf\udce9.txt")
    'caf\\udce9.txt'
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")
