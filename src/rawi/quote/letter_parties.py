"""Whether an Arabic paragraph below a letter tells of those who wrote or got it, or of what others say: then the outlet speaks again."""

from collections.abc import Iterable

from rawi.lang.grammar import get_grammar
from rawi.quote.narration import is_first_person
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range

_OPENING = 4  # tokens of a paragraph in which the outlet names a party of the letter
_NEAR = 4  # tokens from a verb to a name, over an office
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
