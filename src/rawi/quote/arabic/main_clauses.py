"""Whom an Arabic sentence goes back to behind a clause of time or a relative one: «تسلّم X تقريراً من اللجنة التي ترى أنّ C، ووعد بأن»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.holders import agrees, is_group
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range


def tells_of_noun(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb in the present stands in a relative clause, «تسلّم X تقريراً من اللجنة التي | ترى أنّ C», or any behind «ما»: «نفى X ما قالته | صحيفة Y من أنّ C»."""
    words, before = page.words, page.words[cue.first - 1] if cue.first else ""
    if "ما" in (words[cue.first], before):
        return True
    return before in get_grammar("ar").words["relatives"] and words[cue.first][0] in "یت"


def goes_back(page: Page, main: Range, other: Range, cue: PlacedCue) -> bool:
    """Tell whether a verb behind a clause of time or a relative one goes back to whom its sentence is about: «ابتسم X حين طلب منه الصحافيون أن يعلق، ثم قال», «تسلّم X تقريراً من اللجنة التي ترى أنّ C، ووعد بأن», and not to who spoke in that clause."""
    many = is_group(page, other) and not cue.cue.plural
    then = page.words[cue.first - 1] == "ثم" or many or not agrees(page, other, cue.cue)
    around = {page.words[other[1]], *page.words[other[0] - 3 : other[0] - 1]}
    relative = not around.isdisjoint(get_grammar("ar").words["relatives"])  # «الذي تقول صاحبته»
    joined = page.words[cue.first].startswith("و") and "ما" in around  # «ما صرّح به وزير النقل»
    back = then or joined or (relative and _is_past(page.words[cue.first]))
    return cue.cue.shape == "verb" and back and agrees(page, main, cue.cue)


def _is_past(word: str) -> bool:
    """Tell whether a verb with «و» is one of the past: وطالب, وتعهدت; not وتطالب."""
    bare = word.removeprefix("و")
    return bare != word and (bare[0] not in "یت" or bare.endswith("ت"))
