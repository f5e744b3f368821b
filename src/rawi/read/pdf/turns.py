"""Turn pages so that text written sideways or upside down lies upright, and boxes back to where they stand."""

from rawi.read.pdf.glyphs import Box


def turn_back(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """Turn a point of the page so that text written in direction `turn` lies upright.

    >>> turn_back(100, 20, 1, 600, 800)  # text running downwards along the right edge
    (20, 500)
    """
    return ((x, y), (y, width - x), (width - x, height - y), (height - y, x))[turn]


def turn_box(box: Box, turn: int, width: float, height: float) -> Box:
    """Turn a box of upright text to where it stands on the page: the way back of `turn_back`.

    >>> turn_box((20, 490, 40, 500), 1, 600, 800)
    (100, 20, 110, 40)
    """
    left, top, right, bottom = box
    if turn == 1:
        return width - bottom, left, width - top, right
    if turn == 2:
        return width - right, height - bottom, width - left, height - top
    if turn == 3:
        return top, height - right, bottom, height - left
    return box
