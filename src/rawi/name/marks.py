"""A short name in marks: «پنجره», "Al-Marsa"."""

OPENERS = frozenset('«"“')
CLOSERS = frozenset('»"”')
_LONGEST = 6  # tokens from mark to mark


def in_marks(words: tuple[str, ...], at: int, last: int) -> int | None:
    """The token after a short name in marks that begins at a token: «پنجره».

    >>> in_marks(("شرکت", "«", "نیکبار", "»"), 1, 4)
    4
    """
    if words[at] not in OPENERS:
        return None
    closer = next((k for k in range(at + 1, min(last, at + _LONGEST)) if words[k] in CLOSERS), None)
    return closer + 1 if closer else None
