"""Interviews in Arabic whose lines open with the names of those who talk: «المسار: …؟», «ديري: …»."""

from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.marks import MARKS
from rawi.quote.narration import is_narration
from rawi.quote.page import Page, Paragraph, PlacedMention
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Words

_LONGEST_NAME = 4  # tokens
_LEAST = 2  # turns of each of the two
_LONGEST_TURN = 6  # paragraphs
_MOST = 3  # who talk together


class _Turn(NamedTuple):
    """A line that opens with a name: the number of its paragraph, the name, and where its words begin behind the colon."""

    number: int
    name: Range
    start: int


def read_named_turns(page: Page) -> list[Saying]:
    """Find the turns of a talk in text order; none unless two names take turns, each at least twice."""
    turns = [turn for n, p in enumerate(page.paragraphs) if (turn := _read_turn(page, n, p))]
    often = Counter(_called(page, turn) for turn in turns)
    names = {name for name, count in often.items() if count >= _LEAST}
    if not 1 < len(names) <= _MOST:
        return _read_exchange(page, turns)
    turns = [turn for turn in turns if _called(page, turn) in names]
    if not _take_turns([_called(page, turn) for turn in turns]):
        return []
    opened = {turn.number for turn in turns}
    found: list[Saying] = []
    for before, turn in zip([None, *turns], turns, strict=False):
        found += _say(page, turn, opened, before or _next_other(page, turns, turn))
    return found


def _read_turn(page: Page, number: int, paragraph: Paragraph) -> _Turn | None:
    """The turn an Arabic paragraph is: few words, none of them of saying or small, before a colon and its words."""
    first = _past_title(page, paragraph.first)
    if (marked := _read_marked(page, number, paragraph)) is not None:
        return marked
    near = range(first + 1, min(first + _LONGEST_NAME + 1, paragraph.last - 1))
    colon = next((i for i in near if page.words[i] == ":"), None)
    if paragraph.language != "ar" or colon is None or not _opens_name(page, first):
        return None
    grammar, cues = get_grammar("ar"), load_cues("ar")
    named = all(
        page.is_word(i)
        and page.mark_at[i] is None
        and page.words[i] not in grammar.prepositions
        and cues.find(page.words, i) is None
        for i in range(first, colon)
    )
    return _Turn(number, (first, colon), colon + 1) if named else None


def _read_marked(page: Page, number: int, paragraph: Paragraph) -> _Turn | None:
    """The turn of a line that opens with the short name of an outlet in marks and a colon: «الموج»: …؟»."""
    first = paragraph.first
    mark = page.mark_at[first + 1] if first + 1 < paragraph.last else None
    if paragraph.language != "ar" or mark is None or mark[0] != first + 1:
        return None
    colon = mark[1] + 1
    short = page.words[first] in MARKS and mark[1] - mark[0] <= _LONGEST_NAME
    whole = short and colon < paragraph.last - 1 and page.words[colon] == ":"
    return _Turn(number, mark, colon + 1) if whole else None


def _read_exchange(page: Page, turns: list[_Turn]) -> list[Saying]:
    """The lines right behind each other in which two people the report names elsewhere ask and answer once: «المقدم: ولماذا؟» and then «أوعلا: لأن …»; none of any others."""
    found: list[Saying] = []
    for one, other in pairwise(turns):
        together = other.number == one.number + 1 and _called(page, one) != _called(page, other)
        asks = page.words[page.paragraphs[one.number].last - 1] in "؟?"
        if together and asks and _is_known(page, one) and _is_known(page, other):
            opened = {one.number, other.number}
            found += _say(page, one, opened, other) + _say(page, other, opened, one)
    return found


def _is_known(page: Page, turn: _Turn) -> bool:
    """Tell whether a line opens with the name of somebody named elsewhere, too."""
    person = page.person_at(turn.name[0])
    name = _called(page, turn)
    others = (m for m in page.mentions if m is not person and m.mention.type == "PER")
    return person is not None and any(
        m.last < turn.name[0] and _ends_so(page, m, name) for m in others
    )


def _ends_so(page: Page, placed: PlacedMention, name: Words) -> bool:
    """Tell whether somebody's name ends with these words."""
    return page.words[placed.first : placed.last][-len(name) :] == name


def _past_title(page: Page, first: int) -> int:
    """The token after a title of one letter and a point: «د. الأشقر: …»."""
    titled = len(page.words[first]) == 1 and page.words[first + 1 : first + 2] == (".",)
    return first + 2 if titled else first


def _opens_name(page: Page, first: int) -> bool:
    """Tell whether a name may begin at a token: what looks like a verb only where it is known as one."""
    return page.is_word(first) and (first in page.mention_at or not is_verb(page.words[first]))


def _called(page: Page, turn: _Turn) -> Words:
    """The words of the name a turn opens with."""
    return page.words[slice(*turn.name)]


def _take_turns(names: list[Words]) -> bool:
    """Tell whether mostly another one speaks than in the line before."""
    changes = sum(a != b for a, b in pairwise(names))
    return 2 * changes > len(names) - 1


def _next_other(page: Page, turns: list[_Turn], turn: _Turn) -> _Turn | None:
    """The first turn of somebody else: to him the talk is opened."""
    own = _called(page, turn)
    return next((other for other in turns if _called(page, other) != own), None)


def _say(page: Page, turn: _Turn, opened: set[int], listener: _Turn | None) -> list[Saying]:
    """The paragraphs of one turn, as long as someone says I; said to who spoke before."""
    found: list[Saying] = []
    to = listener.name if listener and _called(page, listener) != _called(page, turn) else None
    for ahead in range(turn.number, min(len(page.paragraphs), turn.number + _LONGEST_TURN)):
        paragraph = page.paragraphs[ahead]
        if ahead > turn.number and (ahead in opened or not _goes_on(page, paragraph)):
            break
        first = turn.start if ahead == turn.number else paragraph.first
        if content := page.trim(first, paragraph.last):
            found.append(
                Saying("ar", (content,), "direct", "ar.turn", source=turn.name, addressee=to)
            )
    return found


def _goes_on(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is surely still the speaker's and not the outlet's."""
    words = page.words[paragraph.first : paragraph.last]
    return paragraph.language == "ar" and says_i(words) and not is_narration(page, paragraph)
