"""Interviews in Arabic whose labelled lines tell with a verb who speaks: «س: سأل مراسل «المدى»: …؟» and under it «ج: أجاب المدير: …»."""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

_LONGEST_SUBJECT = 14  # tokens between the verb and the colon


class _Line(NamedTuple):
    """A labelled line: its verb, who speaks and what he says; `asks`: its label is that of a question."""

    cue: PlacedCue
    source: Range
    content: Range
    asks: bool


def read_told_turns(page: Page, asked: list[int], told: list[int]) -> list[Saying]:
    """The sayings of the lines `asked` and `told` that have a verb, each said to who asks before it or answers next."""
    lines = [line for n in sorted({*asked, *told}) if (line := _read_line(page, n, n in asked))]
    return list(_say(lines))


def _read_line(page: Page, number: int, asks: bool) -> _Line | None:
    """A line whose label a verb of saying, somebody and a colon follow."""
    paragraph = page.paragraphs[number]
    first = paragraph.first + 2
    cues = page.cues(first, min(first + 1, paragraph.last), "ar")
    if not cues or cues[0].first != first or cues[0].cue.shape != "verb":
        return None
    near = range(cues[0].last, min(paragraph.last, cues[0].last + _LONGEST_SUBJECT))
    colon = next((i for i in near if page.words[i] == ":" and page.mark_at[i] is None), None)
    source = read_source(page, cues[0].last, colon) if colon is not None else None
    content = page.trim(colon + 1, paragraph.last) if colon is not None else None
    if source is None or content is None or not is_somebody(page, source):
        return None
    return _Line(cues[0], source, content, asks)


def _say(lines: list[_Line]) -> Iterator[Saying]:
    """The sayings of lines that take turns: a question goes to who answers next, an answer to who asked last."""
    for i, line in enumerate(lines):
        others = lines[i + 1 :] if line.asks else lines[:i][::-1]
        to = next((other.source for other in others if other.asks != line.asks), None)
        cue = line.cue
        yield Saying(
            "ar", (line.content,), "direct", "ar.turn", (cue.first, cue.last), cue.cue.cue_class,
            line.source, to, gender=cue.cue.gender,
        )  # fmt: skip
