"""Where a text object of a page writes: the arithmetic of text matrices.

Part of the playa glyph source.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from playa.content import TextObject
from playa.page import Page

from rawi.read.pdf.fonts import FontTable, Meaning
from rawi.read.pdf.turns import turn_back

NOT_SHOWN = (3, 7)  # text rendering modes: nothing is painted; clip only


@dataclass(slots=True)
class Pen:
    """Where a text object writes, on the page turned so that its lines are upright."""

    u: float
    v: float
    along: float  # points per em in the direction of writing; negative when mirrored
    size: float
    turn: int
    hidden: bool
    spacing: float
    wording: float

    @classmethod
    def at(cls, text: TextObject, table: FontTable, page: Page) -> "Pen":
        """Take up the pen at the start of a text object."""
        a, b, c, d, x, y = text.matrix
        state = text.gstate
        if abs(a) >= abs(b):
            turn = 2 if a < 0 < d else 0
            along, rise = (-a, d) if turn else (a, d)
        else:
            turn, along, rise = (1, b, c) if b > 0 else (3, -b, c)
        u, v = turn_back(x, y, turn, page.width, page.height)
        size = (abs(rise) or abs(along) or abs(state.fontsize) or 1.0) * table.scale
        em = state.fontsize or 1.0
        hidden = state.render_mode in NOT_SHOWN or state.nalpha == 0
        return cls(u, v, along, size, turn, hidden, state.charspace / em, state.wordspace / em)

    def draw(self, text: TextObject, table: FontTable) -> Iterator[tuple[Meaning, float, float]]:
        """Yield each shown glyph with the left and right end of its advance."""
        position = 0.0
        u, along, spacing = self.u, self.along, self.spacing
        wording = self.wording if table.single else 0.0
        for piece in text.args:
            if not isinstance(piece, bytes):
                position -= piece * 0.001
                continue
            for meaning in table.decode(piece):
                start = u + position * along
                position += meaning.width + spacing
                if wording and meaning.code == 32:
                    position += wording
                end = u + position * along
                if meaning.middle is not None:
                    start = end = start + meaning.middle * along
                yield (meaning, start, end) if start <= end else (meaning, end, start)
