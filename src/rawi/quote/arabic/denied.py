"""What an Arabic report says that nobody said: «لم يوضح ما إذا», «لم تكن تعلم أنّ», and the outlet's own «يُذكر أنّ»."""

from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.openings import BEFORE_CONTENT, HOW
from rawi.quote.arabic.words import SIGNS, UNTOLD, WHETHER, is_complementizer
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_NEAR = 8  # tokens after a verb in which its clause opens
_NOT = frozenset({"لم", "ولم", "فلم", "لن", "ولن", "لا", "ولا", "الا", "والا"})
_WAS = frozenset({"یکن", "تکن", "یکونوا", "یعد", "تعد"})
_FARTHEST_NOT = 8  # tokens between «لم يكن» and a verb: its subject
_LONGEST_APPOSED = 20  # tokens of a subject and what is told of it between commas
_DENYING = ("نف", "نکر", "ستبعد", "خف", "شک", "ستغرب")


def is_denied(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether it is told that someone did not say or think: «لم يوضح ما إذا», «لم تكن تعلم أنّ»; who does not deny says so."""
    words, at = page.words, cue.first
    while at > sentence.first and words[at - 1] in _WAS:
        at -= 1
    near = words[max(sentence.first, cue.first - _FARTHEST_NOT) : cue.first]
    paused = not SIGNS.isdisjoint(near)
    was_not = not paused and any(a in _NOT and b in _WAS for a, b in pairwise(near))
    was_not = was_not or _opens_denied(page, sentence, cue)
    if not (at > sentence.first and words[at - 1] in _NOT) and not was_not:
        return False
    if not UNTOLD.isdisjoint(words[cue.last : cue.last + 3]):
        return True  # «المصدر الذي لم يُكشف عن اسمه: «…»»
    return not words[cue.first].lstrip("یت").startswith(_DENYING) and _opens_clause_near(page, cue)


def tells_age(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a form of telling says how old someone is, or how much something is: «وهي ممرضة تبلغ من العمر 66 عاماً», «يبلغ عدد الأطفال ألفاً»."""
    words, sets = page.words, get_grammar("ar").words
    if words[cue.last : min(cue.last + 2, sentence.last)] == ("من", "العمر"):
        return True
    amounts = words[cue.first].endswith(("یبلغ", "تبلغ")) and cue.last < sentence.last
    return amounts and words[cue.last] in sets["measures"]


def _opens_denied(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a sentence opens with who was not doing something, told of between commas: «لم تكن X، مديرة المركز، تتوقع أن …»."""
    words, first = page.words, sentence.first
    between = range(first + 2, cue.first)
    return (
        words[first] in _NOT
        and words[first + 1] in _WAS
        and words[cue.first - 1] in "،,"
        and words[cue.first][0] in "یت"
        and len(between) <= _LONGEST_APPOSED
        and not any(is_verb(words[i]) and i not in page.mention_at for i in between)
    )


def _opens_clause_near(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «أنّ», «ما إذا» or how and why, and no words in marks follow a cue."""
    near = page.words[cue.last : cue.last + _NEAR]
    marked = any(word in BEFORE_CONTENT for word in near[:2])
    asked = any(pair in WHETHER for pair in pairwise(near))
    asked = asked or ("how" in cue.cue.frames and not HOW.isdisjoint(near))
    return not marked and (asked or any(map(is_complementizer, near)))


def is_note(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a sentence opens with the outlet's own note: «يُذكر أنّ …», «ويُذكر أنّ …»."""
    opens = cue.first == sentence.first and page.words[cue.first] in ("یذکر", "ویذکر")
    return opens and any(map(is_complementizer, page.words[cue.last : cue.last + 1]))
