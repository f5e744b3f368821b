"""Flatten a page into lines.

A line knows how much of it is link, how much is bold, its heading level, and the elements around it. Nothing
is thrown away but what is no text (scripts, styles, drawings).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from rawi.read.html.labels import is_dateline
from rawi.read.html.lines import Box, Line, Mark
from rawi.read.html.marks import find_role
from rawi.read.html.tags import BLOCK_TAGS, BOLD_TAGS, HEADINGS, SIDE_BY_SIDE, SKIPPED_TAGS

_NUMBER = re.compile(r"\d+")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_YEAR_AT_END = re.compile(r"(?<!\d)\d{4}$")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])")
_SPACE_RUN = re.compile(" {2,}")


@dataclass(slots=True)
class _Piece:
    """A run of text with one set of attributes."""

    text: str
    linked: bool
    bold: bool
    look: str
    mark: Mark | None


@dataclass(slots=True)
class _State:
    """What holds inside the element being walked through."""

    linked: bool
    bold: bool
    look: str  # font size, or id and class, of the nearest inline element that has them
    heading: int
    path: int
    box: Box
    mark: Mark | None
    hidden: bool
    verbatim: bool
    block: bool


class _Flattener:
    """Collects pieces into lines while a page is walked."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._pieces: list[_Piece] = []

    def add(self, text: str | None, state: _State) -> None:
        """Add text."""
        if not text:
            return
        if not state.verbatim:
            text = _SPACE.sub(" ", text)
        if text == " " and not self._pieces:
            return
        self._pieces.append(_Piece(text, state.linked, state.bold, state.look, state.mark))

    def parts_numbers(self, element: etree._Element) -> bool:
        """Tell whether a number ends before an element or begins in it: `۱۴ آبان ۱۴۰۳` and `۱۲۰ بازدید`, in two spans.

        A style sheet sets them apart. Digits go on where there is no year before them: each may have a span of its own.
        """
        before = self._pieces[-1].text if self._pieces else ""
        behind = next((str(text) for text in element.itertext() if text), "")
        if not before or not behind:
            return False
        digits = before[-1].isdigit(), behind[0].isdigit()
        if all(digits):
            return _YEAR_AT_END.search(before) is not None
        return any(digits) and before[-1].isalnum() and behind[0].isalnum()

    def break_line(self, state: _State) -> None:
        """Add a `<br>`; two in a row end the paragraph, as old pages write them."""
        for piece in reversed(self._pieces):
            if piece.text == "\n":
                self.end_line(state)
                return
            if piece.text.strip():
                break
        self._pieces.append(_Piece("\n", state.linked, state.bold, state.look, state.mark))

    def end_line(self, state: _State) -> None:
        """Make lines of the pieces since the last block boundary."""
        pieces, self._pieces = self._pieces, []
        if state.verbatim:
            self._make_line(pieces, state)
            return
        for group in _group_by_look(pieces):
            self._make_line(group, state)

    def _make_line(self, pieces: list[_Piece], state: _State) -> None:
        """Make a line of pieces, unless there is nothing to see in them."""
        text = "".join(piece.text for piece in pieces)
        if not state.verbatim:
            text = _AROUND_BREAK.sub("\n", _SPACE_RUN.sub(" ", text))
        text = text.strip(" \t\r\n\f")
        if not text:
            return
        letters = linked = bold = 0
        by_mark: dict[int, int] = {}
        for piece in pieces:
            size = len(piece.text) - piece.text.count(" ")
            letters += size
            linked += size if piece.linked else 0
            bold += size if piece.bold else 0
            by_mark[id(piece.mark)] = by_mark.get(id(piece.mark), 0) + size
        looks = {piece.look for piece in pieces if piece.text.strip()}
        # A marked phrase inside a paragraph does not mark the paragraph.
        most = max(by_mark, key=lambda key: by_mark[key])
        mark = next(piece.mark for piece in pieces if id(piece.mark) == most)
        self.lines.append(
            Line(
                text,
                letters=letters,
                linked=linked,
                bold=bold,
                heading=state.heading,
                path=state.path,
                box=state.box,
                look=looks.pop() if len(looks) == 1 else "",
                mark=mark,
                hidden=state.hidden,
            )
        )


def _group_by_look(pieces: list[_Piece]) -> list[list[_Piece]]:
    """Join what `<br>` separates only where both sides look alike and neither is a link or a date.

    Old pages write dateline, headline, lead and lists of links as rows of one table cell.
    """
    rows: list[list[_Piece]] = [[]]
    for piece in pieces:
        if piece.text == "\n":
            rows.append([])
        else:
            rows[-1].append(piece)
    groups: list[list[_Piece]] = []
    before: tuple[bool, bool, str] | None = None
    for row in rows:
        shown = [piece for piece in row if piece.text.strip()]
        if not shown:
            continue
        looks = {piece.look for piece in shown}
        look = (
            all(piece.linked for piece in shown),
            all(piece.bold for piece in shown),
            looks.pop() if len(looks) == 1 else "",
        )
        if is_dateline("".join(piece.text for piece in row)):
            look = (*look[:2], "dateline")
        if look == before and not look[0]:
            groups[-1] += [_Piece("\n", False, False, "", row[0].mark), *row]
        else:
            groups.append(row)
        before = look
    return groups


def flatten(root: etree._Element) -> list[Line]:
    """Return the lines of a page in document order."""
    flattener = _Flattener()
    state = _State(False, False, "", 0, 0, Box(-1, None), None, False, False, True)
    stack: list[_State] = []
    after_inline = False  # directly behind the end of an inline element
    walker = etree.iterwalk(root, events=("start", "end"))
    for number, (event, element) in enumerate(walker):
        tag = element.tag
        if event == "start":
            if tag in SKIPPED_TAGS:
                walker.skip_subtree()
                stack.append(state)
                continue
            if tag == "br":
                flattener.break_line(state)
            elif tag == "a" and after_inline:
                # Two links side by side are two words on the screen, whatever the source has between.
                flattener.add(" ", state)
            elif tag == "span" and after_inline and flattener.parts_numbers(element):
                flattener.add(" ", state)
            after_inline = False
            stack.append(state)
            inner = _enter(element, str(tag), number, state)
            if inner.block:
                flattener.end_line(state)
            state = inner
            flattener.add(element.text, state)
        else:
            if state.block and tag not in SKIPPED_TAGS and tag != "br":
                flattener.end_line(state)
            after_inline = not state.block and not element.tail and tag in SIDE_BY_SIDE
            state = stack.pop()
            flattener.add(element.tail, state)
    flattener.end_line(state)
    return flattener.lines


def _enter(element: etree._Element, tag: str, number: int, state: _State) -> _State:
    """Return what holds inside the `number`th element."""
    attributes: dict[str, str] = {str(k): str(v) for k, v in element.attrib.items()}
    classes = attributes.get("class", "")
    role = find_role(
        tag,
        classes,
        attributes.get("id", "") or attributes.get("aria-label", ""),
        attributes.get("itemprop", ""),
        attributes.get("role", ""),
    )
    mark = Mark(role, state.mark) if role else state.mark
    hidden = state.hidden or (
        bool(attributes) and ("hidden" in attributes or _is_hidden(attributes.get("style", "")))
    )
    block = tag in BLOCK_TAGS or "-" in tag
    return _State(
        linked=state.linked or (tag == "a" and "href" in attributes),
        bold=state.bold or tag in BOLD_TAGS,
        look="" if block else _find_look(tag, attributes) or state.look,
        heading=HEADINGS.get(tag, state.heading),
        path=_extend_path(state.path, tag, classes, number),
        box=Box(number, state.box) if block else state.box,
        mark=mark,
        hidden=hidden,
        verbatim=state.verbatim or tag == "pre",
        block=block,
    )


def _find_look(tag: str, attributes: Mapping[str, str]) -> str:
    """Return what sets the text of an inline element apart; links and emphasis are asked for elsewhere."""
    if tag == "font":
        return attributes.get("size", "")
    if tag in ("a", "b", "strong", "em", "i", "u"):
        return ""
    return attributes.get("id", "") + attributes.get("class", "")


def _extend_path(path: int, tag: str, classes: str, number: int) -> int:
    """Return a number for the tags and classes up to the root; each table cell has one of its own."""
    if tag in ("td", "th"):
        return hash((path, number))
    # Numbers in classes tell elements apart that are set alike: `item-1`, `item-2`.
    return hash((path, tag, _drop_numbers(classes))) if tag in BLOCK_TAGS else path


@lru_cache(maxsize=20_000)
def _drop_numbers(classes: str) -> str:
    """Return class names without their numbers."""
    return _NUMBER.sub("", classes)


def _is_hidden(style: str) -> bool:
    """Tell whether a style attribute takes the element out of sight."""
    return bool(style) and _HIDDEN_STYLE.search(style.lower()) is not None
