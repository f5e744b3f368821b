"""Talks in Arabic features whose lines open with a dash, and some of which tell behind a pause who speaks: «– هذا ثوب أمي، قالت له.», «– وكم تطلب؟»."""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.quote.arabic.holders import agrees, opening_subject
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.words import TO_HIM, is_complementizer
from rawi.quote.marks import DASHES
from rawi.quote.page import Page, Paragraph, PlacedCue
from rawi.quote.saying import Range, Saying

_LONGEST_LINE = 60  # tokens
_LONGEST_TELLING = 7  # tokens of «قالت له وهي تبتسم»
_FARTHEST = 2  # paragraphs between two lines of one talk, one of the outlet's among them
_LEAST = 2  # lines
_PAUSES = frozenset("،,؟?!")
_ENDS = _PAUSES | {"."}


class _Line(NamedTuple):
    """A line of a talk: its number, what is said before and behind who speaks, and the verb and subject that tell it."""

    number: int
    content: tuple[Range, ...]
    cue: PlacedCue | None
    source: Range | None


def read_dashed_talk(page: Page) -> list[Saying]:
    """The sayings of lines with a dash that stand near one another, where one of them at least tells who speaks; a line that does not is of who spoke before the last."""
    found: list[Saying] = []
    for talk in _talks(page):
        if any(line.cue for line in talk):
            found += _say(talk)
    return found


def _talks(page: Page) -> Iterator[list[_Line]]:
    """The runs of lines with a dash."""
    run: list[_Line] = []
    for number, paragraph in enumerate(page.paragraphs):
        if not _is_dashed(page, paragraph):
            continue
        if run and number - run[-1].number > _FARTHEST:
            if len(run) >= _LEAST:
                yield run
            run = []
        if (line := _read_line(page, number, paragraph)) is not None:
            run.append(line)
    if len(run) >= _LEAST:
        yield run


def _is_dashed(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a short Arabic paragraph opens with a dash and a word, and nothing of it stands in marks or behind a colon."""
    first, last = paragraph.first, paragraph.last
    if paragraph.language != "ar" or page.words[first] not in DASHES:
        return False
    if not 1 < last - first <= _LONGEST_LINE or not page.is_word(first + 1):
        return False
    return all(page.mark_at[i] is None and page.words[i] != ":" for i in range(first + 1, last))


def _read_line(page: Page, number: int, paragraph: Paragraph) -> _Line | None:
    """What a line says, without who says it behind a pause; None where it says nothing."""
    first, last = paragraph.first + 1, paragraph.last
    told = next((c for c in page.cues(first + 1, last, "ar") if _tells(page, c, last)), None)
    if told is None:
        said = page.trim(first, last)
        return _Line(number, (said,), None, None) if said else None
    end = _telling_end(page, told, last)
    parts = (page.trim(first, told.first), page.trim(end, last))
    source = _speaker(page, told, end) or _acted_before(page, number, told)
    content = tuple(part for part in parts if part is not None)
    return _Line(number, content, told, source) if content else None


def _acted_before(page: Page, number: int, cue: PlacedCue) -> Range | None:
    """Who, as the verb of a line agrees with it, did something in the outlet's sentence before the line: «دخلت سيدة تحمل صندوقاً»."""
    before = page.sentence_before(page.paragraphs[number].first)
    if before is None or before.paragraph != number - 1:
        return None
    subject = opening_subject(page, before.first, before.last)
    return subject if subject is not None and agrees(page, subject, cue.cue) else None


def _telling_end(page: Page, cue: PlacedCue, last: int) -> int:
    """The token of the pause behind who speaks, or the end of the line."""
    return next((i for i in range(cue.last, last) if page.words[i] in _ENDS), last)


def _tells(page: Page, cue: PlacedCue, last: int) -> bool:
    """Tell whether a verb of saying right behind a pause says no more than who speaks and to whom: «، قالت له», «؟ سأله الابن», «، ردّ عليها،»."""
    words = page.words
    if cue.cue.shape != "verb" or cue.cue.passive or words[cue.first - 1] not in _PAUSES:
        return False
    end = _telling_end(page, cue, last)
    behind = words[cue.last : end]
    if len(behind) > _LONGEST_TELLING or any(map(is_complementizer, behind)):
        return False
    to_him = cue.cue.object or (behind != () and behind[0] in TO_HIM)
    return to_him or _speaker(page, cue, end) is not None


def _speaker(page: Page, cue: PlacedCue, end: int) -> Range | None:
    """Who is named behind the verb of a line, up to its pause."""
    subject = read_source(page, cue.last, end)
    return subject if subject is not None and is_somebody(page, subject) else None


def _say(talk: list[_Line]) -> Iterator[Saying]:
    """The sayings of a talk in turns."""
    said: list[Saying] = []
    for line in talk:
        before = said[-2] if len(said) > 1 else None
        cue = line.cue
        if cue is None and before is None:
            continue  # nobody told of spoke before the last
        last = said[-1].source if said else None
        source = line.source if cue or before is None else before.source
        said.append(
            Saying(
                "ar", line.content, "direct", "ar.dashed",
                (cue.first, cue.last) if cue else None, cue.cue.cue_class if cue else None,
                source, last if last != source else None,
                gender=cue.cue.gender if cue else (before.gender if before else None),
            )
        )  # fmt: skip
        yield said[-1]
