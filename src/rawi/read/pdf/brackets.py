"""Decide which brackets are drawn mirrored.

Some fonts show the character `(` by the glyph that opens to the right, others by the one that opens to the
left, and files say either. Guessing per line fails; per font and pair the whole file votes: an opener stands
after a space, a closer before one. A pair that nothing tells of goes with the other pairs of its font.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from rawi.read.pdf.letters import MIRRORED, OPENERS
from rawi.read.pdf.order import Piece, bracket_key

BracketKey = tuple[int, bool, str]  # font, stated, pair

# A straight quotation mark opens and closes, and tells nothing.
AFTER_CLOSER = frozenset(".،؛:!؟,;?»)]}")
BEFORE_OPENER = frozenset("«([{")


def learn_mirroring(lines: Iterable[Sequence[Piece]]) -> dict[BracketKey, bool]:
    """Return for each (font, stated, pair) seen whether its brackets must be mirrored."""
    votes: Counter[BracketKey] = Counter()
    for pieces in lines:
        for place, piece in enumerate(pieces):
            if piece.text not in MIRRORED or piece.glyph is None or not piece.rtl:
                continue
            before = pieces[place - 1].text if place else " "
            after = pieces[place + 1].text if place + 1 < len(pieces) else " "
            free_before = before.isspace() or before[-1:] in BEFORE_OPENER
            free_after = after.isspace() or after[:1] in AFTER_CLOSER
            key = bracket_key(piece.glyph)
            votes[key] += 0  # seen, whatever is told of it
            if free_before != free_after:
                drawn_as_meant = free_before == (piece.text in OPENERS)
                votes[key] += 1 if drawn_as_meant else -1
    fonts: Counter[tuple[int, bool]] = Counter()
    for (font, stated, _), vote in votes.items():
        fonts[font, stated] += (vote > 0) - (vote < 0)
    told = {key: vote or fonts[key[0], key[1]] for key, vote in votes.items()}
    return {key: vote < 0 for key, vote in told.items() if vote}
