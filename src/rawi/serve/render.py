"""Text into markup: blocks with language and direction, and characters that cannot be seen as boxes.

Words of a source enter a page here and nowhere else, always escaped. Marks over them are placed by
`marks.py`; only for readers without scripts they are drawn here, as `<mark>` around whole words.
"""

import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from rawi.serve.hidden import JOINERS, ZWNJ, describe_hidden, is_hidden, is_line_end, name_hidden

RTL_LANGUAGES = frozenset({"fa", "ar", "ckb", "ur", "ps", "sd", "ug", "azb", "he"})


def tell_direction(language: str | None) -> str:
    """`rtl` or `ltr` where the language is known, else `auto`: the first strong letter decides.

    A Persian paragraph that begins with a Latin name must still run from the right.

    >>> tell_direction("fa"), tell_direction("en"), tell_direction(None)
    ('rtl', 'ltr', 'auto')
    """
    if language is None or language == "und":
        return "auto"
    return "rtl" if language in RTL_LANGUAGES else "ltr"


class Stretch(NamedTuple):
    """Characters [start, end) of a text and what holds for them: a language, or a kind of block."""

    start: int
    end: int
    value: str


class Mark(NamedTuple):
    """Characters [start, end) of a text that belong to a fact; `layer` is how they are drawn."""

    layer: str
    start: int
    end: int
    fact: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph [start, end) of a text, ready to be shown."""

    id: str
    kind: str
    language: str | None
    start: int
    end: int
    html: Markup

    @property
    def direction(self) -> str:
        """The direction the block runs in."""
        return tell_direction(self.language)


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is to be laid out; stretches are sorted and in the coordinates of the text.

    `drawn` marks are put into the markup. `show_joiners` shows each zero-width non-joiner as a dot.
    `one_block` lets the text flow in a single block, its line ends shown as spaces. `prefix` begins the ids of
    the blocks.
    """

    languages: Sequence[Stretch] = ()
    kinds: Sequence[Stretch] = ()
    drawn: Sequence[Mark] = ()
    show_joiners: bool = False
    one_block: bool = False
    prefix: str = "b"


def lay_out(
    text: str, layout: Layout | None = None, *, bounds: tuple[int, int] | None = None
) -> tuple[Block, ...]:
    """Part a text, or the part of it within `bounds`, into blocks at its line ends; empty lines make none."""
    layout = layout or Layout()
    first, last = bounds or (0, len(text))
    boxed = find_hidden(text, first, last)
    drawn = [widen(text, mark) for mark in layout.drawn]
    blocks: list[Block] = []
    lines = [(first, last)] if layout.one_block else find_lines(text, first, last)
    for start, end in lines:
        language = _most(layout.languages, start, end)
        foreign = [s for s in layout.languages if _meets(s, start, end) and s.value != language]
        near = [mark for mark in drawn if _meets(mark, start, end)]
        inside = boxed[bisect_left(boxed, start) : bisect_left(boxed, end)]
        if layout.show_joiners:
            inside += [p for p in range(start, end) if text[p] == ZWNJ and p not in inside]
        cuts = {start, end}.union(*((p, p + 1) for p in inside))
        for low, high in [(s.start, s.end) for s in foreign] + [(m.start, m.end) for m in near]:
            cuts |= {max(start, low), min(end, high)}
        html = Markup("").join(
            _draw_piece(text, a, b, boxed, foreign, near) for a, b in pairwise(sorted(cuts))
        )
        kind = _most(layout.kinds, start, end) or "body"
        blocks.append(Block(f"{layout.prefix}{len(blocks)}", kind, language, start, end, html))
    return tuple(blocks)


def show(text: str, language: str | None = None) -> Markup:
    r"""Show a short text of a source inside the words of the program: isolated, hidden characters as boxes.

    >>> show("<b>", "fa")
    Markup('<bdi lang="fa">&lt;b&gt;</bdi>')
    >>> "\u202e" in show("a\u202eb")
    False
    """
    boxed = find_hidden(text, 0, len(text))
    cuts = sorted({0, len(text)}.union(*((p, p + 1) for p in boxed)))
    inner = Markup("").join(_draw_piece(text, a, b, boxed, (), ()) for a, b in pairwise(cuts))
    if language is None or language == "und":
        return Markup("<bdi>{}</bdi>").format(inner)
    return Markup('<bdi lang="{}">{}</bdi>').format(language, inner)


def find_hidden(text: str, start: int, end: int) -> list[int]:
    """List the places of the characters to be shown as boxes, line ends apart."""
    suspects = {
        c
        for c in set(text[start:end])
        if not is_line_end(c) and (c in JOINERS or unicodedata.category(c) in {"Cf", "Cc", "Cs"})
    }
    if not suspects:
        return []
    return [p for p in range(start, end) if text[p] in suspects and is_hidden(text, p)]


def find_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    r"""Yield the lines of [start, end) that are not blank, without their line ends.

    >>> list(find_lines("ab\r\n\n cd", 0, 8))
    [(0, 2), (5, 8)]
    """
    low = start
    for place in range(start, end + 1):
        if place == end or is_line_end(text[place]):
            if text[low:place].strip():
                yield low, place
            low = place + 1


def widen(text: str, mark: Mark) -> Mark:
    """Widen a mark to whole words, so that no element stands inside one.

    >>> widen("او می\u200cرود", Mark("hit", 5, 7, ""))
    Mark(layer='hit', start=3, end=9, fact='')
    """
    start, end = mark.start, mark.end
    while 0 < start < len(text) and _in_word(text[start]) and _in_word(text[start - 1]):
        start -= 1
    while 0 < end < len(text) and _in_word(text[end - 1]) and _in_word(text[end]):
        end += 1
    return mark._replace(start=start, end=end)


def _in_word(character: str) -> bool:
    """Tell whether a character can stand inside a word."""
    return character in JOINERS or unicodedata.category(character)[0] in "LM"


def _draw_piece(
    text: str,
    start: int,
    end: int,
    boxed: Sequence[int],
    foreign: Sequence[Stretch],
    near: Sequence[Mark],
) -> Markup:
    """Draw characters [start, end), which nothing parts further."""
    at = bisect_left(boxed, start)
    if end - start == 1 and at < len(boxed) and boxed[at] == start:
        return Markup(
            '<span class="hidden-character" role="img" aria-label="{}" title="{}" data-code="{}"></span>'
        ).format(*[describe_hidden(text[start])] * 2, name_hidden(text[start]))
    # A parser of HTML reads a carriage return and a line feed as one character; the marks count two.
    html = escape(text[start:end].replace("\r", " "))
    if text[start:end] == ZWNJ:
        html = Markup('<span class="joiner">{}</span>').format(html)
    language = next((s.value for s in foreign if s.start <= start < s.end), "und")
    if language != "und":
        html = Markup('<span lang="{}">{}</span>').format(language, html)
    if layers := sorted({mark.layer for mark in near if mark.start <= start < mark.end}):
        html = Markup('<mark class="{}">{}</mark>').format(" ".join(layers), html)
    return html


def _meets(piece: Stretch | Mark, start: int, end: int) -> bool:
    """Tell whether a piece has characters in [start, end)."""
    return piece.start < end and start < piece.end


def _most(stretches: Sequence[Stretch], start: int, end: int) -> str | None:
    """The value most characters of [start, end) have; None when no stretch is known there."""
    weight: dict[str, int] = {}
    for stretch in stretches:
        if _meets(stretch, start, end) and stretch.value != "und":
            size = min(end, stretch.end) - max(start, stretch.start)
            weight[stretch.value] = weight.get(stretch.value, 0) + size
    return max(weight, key=lambda value: (weight[value], value)) if weight else None
