"""Where the subject of an Arabic verb of telling ends before the person named right behind it, who is told: «سأل الصحافي | هدى سالم: «…»»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.may_speak import name_gender
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range


def before_told_person(page: Page, source: Range, cue: PlacedCue) -> Range:
    """A subject without the person named right behind it: behind a body, «أبلغت هيئة المنارات | ماكليش بأنّ», and, a woman behind the verb of a man, behind a role, «سأل الصحافي | هدى سالم: «…»»."""
    named = page.mention_at.get(source[1] - 1)
    if named is None or named.mention.type != "PER" or named.first <= source[0]:
        return source
    body, before = page.mention_at.get(source[0]), (source[0], named.first)
    if body is not None and body.mention.type == "ORG":
        return before if (body.first, body.last) == before else source
    if before[1] - before[0] == 1 and _is_anyone(page.words[before[0]]):
        return before  # «سأل صحفي | سلمى الكردي متى»
    # a foreign name may be a woman's too: «أفادت المتطوعة بروك هندرلي المركز بأنّ»
    other = cue.cue.gender == "m" and name_gender(page, named) == "f"
    whole = page.words[named.first - 1].startswith("ال") and is_somebody(page, before)
    return before if other and whole else source


def _is_anyone(word: str) -> bool:
    """Tell whether a word without the article is somebody who is nobody's, and no name follows: صحفي, امرأة; not محامي.

    >>> _is_anyone("صحفی"), _is_anyone("محامی")
    (True, False)
    """
    grammar = get_grammar("ar")
    return word in grammar.interviewers or word in grammar.words["named_people"]
