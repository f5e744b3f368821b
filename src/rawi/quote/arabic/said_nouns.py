"""Which Arabic nouns of saying have whose word it was beside them, and what was said: «رغم تأكيد X أنّ», «تصريحها السابق بأنّ»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.arabic.hearers import names_outlet
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_surely_someone
from rawi.quote.arabic.words import TO_HIM, is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_TOLD = frozenset({"hears", "person", "heard"})
_ADJECTIVES = 2  # tokens after a noun with a pronoun


def is_noun(cue: PlacedCue) -> bool:
    """Tell whether a word of saying is a noun before who says it: «تأكيد», «إعلان»."""
    near = cue.cue.shape == "verb" and "near" in cue.cue.frames
    return near and cue.cue.gender is None and not cue.cue.frames & _TOLD


def is_said_by(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether someone follows a noun of saying, right before its clause, «رغم تأكيد X أنّ», and nothing is said later."""
    if names_outlet(page, cue.last, 1):
        return False  # «في تصريح لجريدة «الأفق»، إنّ»: to whom
    source = read_source(page, cue.last, sentence.last)
    if source is None or source[0] != cue.last:
        return False
    several = names_people(page.words[cue.last].removeprefix("ال"), "ar")  # «رغم تأكيد الخبراء أنّ»
    if not (is_surely_someone(page, source) or several):
        return False
    if source[1] - source[0] == 1 and page.words[cue.last] in get_grammar("ar").words["press"]:
        return False  # «في تصريح صحفي»
    # «تصريح وكالة الإنقاذ | التابعة للبلاد بأنّ»
    behind = page.words[source[1] : source[1] + 1]
    end = source[1] + 2 * (not get_grammar("ar").words["belonging"].isdisjoint(behind))
    told = any(map(is_complementizer, page.words[end : end + 2]))
    return told and not _is_spoken_later(page, end + 2, sentence.last)


def _is_spoken_later(page: Page, first: int, last: int) -> bool:
    """Tell whether before a pause a verb of saying stands among tokens [first, last) and leads to what is said: «يمثل اتهام X بأنّ C ما وصفه Y بأنه»."""
    last = next((i for i in range(first, last) if page.words[i] in PAUSES), last)
    verbs = (c.last for c in page.cues(first, last, "ar") if c.cue.shape == "verb")
    after = page.words[next(verbs, last) : last]
    return any(word == ":" or word in MARKS or is_complementizer(word) for word in after)


def has_owner(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether «أنّ» follows a noun with a pronoun at once, or after an adjective or whom it is said to: «تصريحها السابق بأنّ», «جوابه له أنّ»."""
    near = page.words[cue.last : min(sentence.last, cue.last + _ADJECTIVES + 1)]
    predicate = "predicate" in cue.cue.frames
    if predicate and ":" in near:
        return True  # «وكان ردّها مقتضباً: «…»»
    that = next((i for i, word in enumerate(near) if is_complementizer(word)), None)
    if that is None or (predicate and near[that].startswith("ب")):
        return False
    return all(word.startswith("ال") or word in TO_HIM for word in near[:that])
