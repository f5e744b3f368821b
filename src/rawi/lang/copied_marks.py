"""Quotation marks as copies write them: doubled («""C""»), as two apostrophes, or single ones («‘C’», «'C'»). Floor 2.

A table's export doubles straight marks; translators keep the single marks of British and American newsrooms. Each becomes
one mark of the kind that is paired further on; apostrophes inside words and lone ones stay what they are.
"""

from rawi.lang.reading import Reading

_DOUBLED = frozenset({'"', "'"})
_SINGLE = {"‘": "’", "'": "'"}  # with what closes them
_LONGEST = 80  # tokens between single marks


def mend_marks(reading: Reading) -> Reading:
    """Make one mark of doubled ones, and double marks of single ones that stand around words; without any the reading comes back.

    >>> from rawi.lang.reading import read_tokens
    >>> mend_marks(read_tokens('قالت: ""لا"" ثم ‘نعم’')).words
    ('قالت', ':', '"', 'لا', '"', 'ثم', '“', 'نعم', '”')
    """
    words = reading.words
    if _DOUBLED.isdisjoint(words) and "‘" not in words:
        return reading
    return _turn_single(_join_doubled(reading))


def _join_doubled(reading: Reading) -> Reading:
    """Join two of the same straight mark that stand together."""
    words, starts, ends = reading.words, reading.starts, reading.ends
    marks = (i for i, word in enumerate(words[:-1]) if word in _DOUBLED)
    doubled = {i for i in marks if words[i + 1] == words[i] and ends[i] == starts[i + 1]}
    if not doubled:
        return reading
    spans: list[tuple[int, int]] = []
    i = 0
    while i < len(words):
        spans.append((i, i + 2 if i in doubled else i + 1))
        i = spans[-1][1]
    return Reading(
        tuple('"' if last - first > 1 else words[first] for first, last in spans),
        tuple(starts[first] for first, _ in spans),
        tuple(ends[last - 1] for _, last in spans),
    )


def _turn_single(reading: Reading) -> Reading:
    """Turn single marks that open before a word and close behind one into double ones."""
    words = list(reading.words)
    for i, word in enumerate(reading.words):
        if words[i] in _SINGLE and _opens(reading, i):
            near = range(i + 2, min(len(words), i + _LONGEST))
            ends = (k for k in near if words[k] == _SINGLE[word] and _closes(reading, k))
            if (end := next(ends, None)) is not None:
                words[i], words[end] = "“", "”"
    return Reading(tuple(words), reading.starts, reading.ends)


def _opens(reading: Reading, at: int) -> bool:
    """Tell whether a mark stands right before a word and not right behind one."""
    behind = at > 0 and reading.ends[at - 1] == reading.starts[at]
    after = at + 1 < len(reading.words) and reading.ends[at] == reading.starts[at + 1]
    return after and not (behind and reading.words[at - 1][0].isalnum())


def _closes(reading: Reading, at: int) -> bool:
    """Tell whether a mark stands right behind a word or its point and not right before a word."""
    behind = reading.ends[at - 1] == reading.starts[at]
    after = at + 1 < len(reading.words) and reading.ends[at] == reading.starts[at + 1]
    return behind and not (after and reading.words[at + 1][0].isalnum())
