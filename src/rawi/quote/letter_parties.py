"""Whether a paragraph below a letter is the outlet's again: in Arabic it tells of those who wrote or got it, or of what others say, in Persian what came of it."""

from collections.abc import Iterable
from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.monologues import says_own
from rawi.quote.narration import is_first_person
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.hailed import says_you
from rawi.quote.persian.verbs import is_past
from rawi.quote.saying import Range

_OPENING = 4  # tokens of a paragraph in which the outlet names a party of the letter
_NEAR = 4  # tokens from a verb to a name, over an office
_UNDER = frozenset({"پای", "زیر", "ذیل", "پایین", "پشت"})  # a writing
_SEVERAL = 2  # who say something in one paragraph


def tells_of_party(page: Page, paragraph: Paragraph, parties: Iterable[Range | None]) -> bool:
    """Tell whether a paragraph without I or we opens about a party of the letter by name, «وعدل سالم عن قراره», or tells what several others say."""
    if paragraph.language != "ar" or is_first_person(page, paragraph):
        return False
    surnames = {page.words[party[1] - 1] for party in parties if party is not None}
    near = range(paragraph.first, min(paragraph.last, paragraph.first + _OPENING))
    named = (page.mention_at[i] for i in near if i in page.mention_at)
    of_party = any(
        m.mention.type == "PER"
        and page.words[m.last - 1] in surnames
        and not _is_called(page, paragraph, m.first)
        for m in named
    )
    return of_party or _say_others(page, paragraph)


def tells_what_came(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a Persian paragraph in which nobody says I, we or you points at the letter above or another, «این پاسخ نصب شد», «X در این نامه …», or ends in the simple past: «روز شنبه بخاری ها رسید»."""
    first, last, _, language = paragraph
    words = page.words[first:last]
    if language != "fa" or says_own(words) or says_you(page, (first, last)):
        return False
    pointing = get_grammar("fa").demonstratives | _UNDER  # «پای نامه ۳۱ امضا دیده می شود»
    points = any(one in pointing and names_letter(two, "fa") for one, two in pairwise(words))
    end = last - (not page.is_word(last - 1))
    return points or (page.mark_at[end - 1] is None and is_past(page.words[end - 1]))


def _is_called(page: Page, paragraph: Paragraph, token: int) -> bool:
    """Tell whether somebody is called upon by a name at a token: «يا سالم», «عزيزي سالم», «سالم، أكتب إليك»."""
    before = page.words[token - 1]
    return token == paragraph.first or before in get_grammar("ar").words["polite"]


def _say_others(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether in a paragraph several persons by name stand right before or behind verbs of saying: «يرى الناقد سالم أنّ …، بينما تظن هدى أنّ»."""
    told = 0
    for cue in page.cues(paragraph.first, paragraph.last, "ar"):
        if cue.cue.shape == "verb" and page.mark_at[cue.first] is None:
            beside = (cue.first - 1, *range(cue.last, cue.last + _NEAR))
            told += any(map(page.person_at, beside))
    return told >= _SEVERAL
