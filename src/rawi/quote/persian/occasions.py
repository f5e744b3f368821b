"""The office of someone named without one, where a Persian report tells whose occasion it is: «نشست خبری مدیرعامل X آغاز شد. Y گفت», «مهمان برنامه رئیس X بود. … Y گفت»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.persian.hearers import GUESTS, PRESS
from rawi.quote.persian.phrases import heads_role, read_phrase, start_of_titles
from rawi.quote.persian.subjects import first_subject
from rawi.quote.roles import is_indefinite, is_relation, role_words
from rawi.quote.saying import Range
from rawi.quote.speaker import Words

_MEETINGS = frozenset({"نشست", "کنفرانس"})
_SPEECHES = frozenset({"سخنرانی"})
_COPULAS = frozenset({"بود", "است"})
_FARTHEST = 4  # sentences from a guest to his name
_LONGEST_GUEST = 12  # tokens of «مهمان این هفتهٔ برنامهٔ «X»»


def read_occasion(page: Page, placed: PlacedMention) -> Iterator[Words]:
    """The office of a name that opens a sentence, in comparable form, where a sentence before tells for whom one came together."""
    here = page.sentence_at(placed.first)
    if here is None or not _is_bare(page, placed, here):
        return
    for told in reversed(page.sentences_before(here, _FARTHEST)):
        if told.language != "fa" or page.paragraphs[told.paragraph].is_heading:
            return
        office = find_guest_office(page, told)
        if office is None and told.last == here.first:
            office = _holder_of(page, told)
        if office is not None:
            yield role_words(page.words[slice(*office)], "fa")
        if office is not None or _names_other(page, told):
            return


def _is_bare(page: Page, placed: PlacedMention, here: PlacedSentence) -> bool:
    """Tell whether a full name opens a sentence as its subject, and nothing says who that is."""
    full = placed.last - placed.first > 1 and placed.mention.role is None
    if not full or start_of_titles(page, placed.first, here.first) != here.first:
        return False
    subject = first_subject(page, here.first, here.last)
    return (
        subject is not None
        and subject == (here.first, placed.last)
        and page.words[placed.last] != "،"
    )


def _holder_of(page: Page, told: PlacedSentence) -> Range | None:
    """The office of who gives a press conference or a speech a sentence opens with: «نشست خبری | مدیرعامل X دیروز برگزار شد»."""
    words, first = page.words, told.first
    meets = words[first] in _MEETINGS and words[first + 1 : first + 2] and words[first + 1] in PRESS
    if not (meets or words[first] in _SPEECHES):
        return None
    return _office_at(page, first + 1 + bool(meets), told.last)


def find_guest_office(page: Page, told: PlacedSentence) -> Range | None:
    """The office of who a sentence says is the guest: «مهمان این هفتهٔ برنامه | رئیس اتحادیه بود»."""
    words, first = page.words, told.first
    end = told.last - (not page.is_word(told.last - 1))
    if words[first] not in GUESTS or words[end - 1] not in _COPULAS:
        return None
    near = range(first + 1, min(end, first + _LONGEST_GUEST))
    at = next((i for i in near if page.mark_at[i] is None and heads_role(page, i)), None)
    return _office_at(page, at, end - 1) if at is not None else None


def _office_at(page: Page, first: int, last: int) -> Range | None:
    """The office at a token, where nobody is named with it."""
    if first >= last or not heads_role(page, first):
        return None
    place = read_phrase(page, first, last)
    told = page.words[slice(*place)]
    named = any(page.person_at(i) is not None for i in range(*place))
    joined = any(page.words[i] == "و" and heads_role(page, i + 1) for i in range(*place))
    several = joined or page.words[place[1] : place[1] + 1] in (("و",), ("،",))
    unfit = (
        is_relation(told, "fa")
        or is_indefinite(told)
        or get_grammar("fa").pronouns.intersection(told)
    )
    return None if named or several or unfit else place


def _names_other(page: Page, told: PlacedSentence) -> bool:
    """Tell whether a sentence names somebody in full of whom it says no office."""
    people = (page.person_at(i) for i in range(told.first, told.last))
    return any(one is not None and one.mention.role is None for one in people)
