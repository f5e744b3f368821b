"""Undo what some typesetters do to lines of two directions: words set one by one in the line's direction.

Part of the fourth step of the PDF room. XeTeX without language marks, and TCPDF, set the words of a Latin
name one after the other from right to left (`York New`), and TCPDF sets whole Persian lines that begin with a
Latin word from left to right. The page is wrong and people read it right. Punctuation tells: a comma or full
stop belongs to the word before it. The whole file votes; where the votes are for words in the wrong order,
the order of writing is restored.
"""

from collections.abc import Sequence

from rawi.read.pdf.order import Piece

CLOSING = frozenset(".،؛:!؟,;?")

WORD_KINDS = (("ltr", "digit"), ("rtl", "mark"))

Lines = Sequence[list[Piece]]


def mend_word_order(lines: Lines) -> None:
    """Put words in order, in place, in files whose punctuation shows that they are not."""
    runs = [(line, start, end) for line in lines for start, end in find_runs(line)]
    votes = sum(
        misfits(line[start:end]) - misfits(reverse_tokens(line[start:end]))
        for line, start, end in runs
    )
    if votes <= 0:
        return
    for line, start, end in runs:
        line[start:end] = reverse_tokens(line[start:end])
    for line in lines:
        mended = reverse_tokens(line)
        if line and not line[-1].rtl and misfits(line) > 0 >= misfits(mended):
            line[:] = mended


def find_runs(line: Sequence[Piece]) -> list[tuple[int, int]]:
    """Return the runs (start, end) of a line that are written against its direction and have letters."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for place in range(len(line) + 1):
        turned = place < len(line) and not line[place].rtl
        if turned and start is None:
            start = place
        elif not turned and start is not None:
            if any(piece.kind == "ltr" for piece in line[start:place]):
                runs.append((start, place))
            start = None
    return runs


def reverse_tokens(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with their words in the opposite order, each word as it was."""
    tokens: list[list[Piece]] = []
    for piece in pieces:
        if tokens and is_one_word(tokens[-1][-1], piece):
            tokens[-1].append(piece)
        else:
            tokens.append([piece])
    return [piece for token in reversed(tokens) for piece in token]


def is_one_word(before: Piece, after: Piece) -> bool:
    """Tell whether two neighbours are of one word."""
    return any(before.kind in kinds and after.kind in kinds for kinds in WORD_KINDS)


def misfits(pieces: Sequence[Piece]) -> int:
    """Count closing marks that stand at the head of a word, less those that stand at its end."""
    count = 0
    for place, piece in enumerate(pieces):
        if piece.text not in CLOSING:
            continue
        before = pieces[place - 1] if place else None
        after = pieces[place + 1] if place + 1 < len(pieces) else None
        free_before = before is None or before.kind == "space"
        free_after = after is None or after.kind == "space"
        if free_before != free_after and not (after is not None and after.kind == "digit"):
            count += 1 if free_before else -1
    return count
