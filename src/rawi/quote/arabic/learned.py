"""Who told an Arabic outlet what it has learned: «علمت «الراصد» من مصدر مطلع أنّ C»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.hearers import names_outlet
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_LONGEST_OUTLET = 8  # tokens between the verb and «من»
_NEAR = 3  # tokens between who told it and «أنّ»


def find_teller(page: Page, cue: PlacedCue, last: int) -> Range | None:
    """Who told an outlet, right behind it and «من»; None where no outlet has learned or nobody is named before «أنّ»."""
    words = page.words
    near = range(cue.last, min(last, cue.last + _LONGEST_OUTLET))
    by = next((i for i in near if words[i] == "من" and page.mark_at[i] is None), None)
    if by is None or not all(_is_of_outlet(page, i) for i in range(cue.last, by)):
        return None
    if by == cue.last and not _is_ours(words, cue, by):
        return None  # «علم من زملائه»
    told = read_source(page, by + 1, last, after_preposition=True)
    if told is None or not any(map(is_complementizer, words[told[1] : told[1] + _NEAR])):
        return None
    return told


def _is_ours(words: tuple[str, ...], cue: PlacedCue, by: int) -> bool:
    """Tell whether a verb without a subject says that the outlet has learned something: «علمنا من …», and of a source «عُلم من مصدر في الرابطة أنّ»."""
    sources = get_grammar("ar").words["unnamed_sources"]
    return words[cue.first].endswith("نا") or words[by + 1] in sources


def find_learner(page: Page, cue: PlacedCue, teller: Range | None) -> Range | None:
    """The outlet that has learned something of a teller: its name, without marks where it stands in them alone."""
    if teller is None or teller[0] - 1 <= cue.last:
        return None
    mark = page.mark_at[cue.last + 1]
    return mark if mark and mark[0] == cue.last + 1 else (cue.last, teller[0] - 1)


def _is_of_outlet(page: Page, token: int) -> bool:
    """Tell whether a token belongs to the name of an outlet, or to a name in marks."""
    outlet = page.names_outlet(token) or names_outlet(page, token)
    return outlet or page.words[token] in MARKS or page.mark_at[token] is not None
