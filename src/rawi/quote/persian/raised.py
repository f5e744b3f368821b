"""Who lays a matter before somebody in Persian, who then speaks: «وقتی X این گلایه را با Y در میان گذاشت، او گفت»."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.antecedents import whose_turn
from rawi.quote.persian.hearers import may_listen, read_listener
from rawi.quote.persian.subjects import find_speaking_subject
from rawi.quote.persian.verbs import follows_finite_verb
from rawi.quote.saying import Range, Saying

_LAID = ("در", "میان")
_SHOWN = frozenset({"مطرح", "طرح"})
_OURS = ("یم", "بپرسید", "بپرسی", "شوید", "کنید", "بگویید")
_ASKED_OF = frozenset({"از"})
_ASKING = frozenset({"پرسیدیم", "میپرسیم", "بپرسیم", "بپرسید", "بپرسی", "جویا", "سوال", "سراغ"})
_TOLD_TO = frozenset({"به", "با", "برای"})
_TELLING = frozenset({"رساندیم", "گفتیم", "میگوییم", "بگویید", "بازگو", "منتقل", "یاداوری", "خواندیم", "نشان"})  # fmt: skip
_LONGEST_CLAUSE = 16  # tokens
_LONGEST = 4  # tokens of the verb: «در میان گذاشته بود»
_LONGEST_HEARER = 12  # tokens


class Raised(NamedTuple):
    """Who lays a matter before somebody, and before whom."""

    raiser: Range | None
    hearer: Range


def find_raised(page: Page, first: int, last: int) -> Raised | None:
    """Who lays something before whom in a clause of time among tokens; before a pronoun the matter is not told."""
    words, grammar = page.words, get_grammar("fa")
    opening = grammar.words["time_conjunctions"]
    begun = next((i + 1 for i in range(first, last) if words[i] in opening), None)
    if begun is None:
        return None
    begun += words[begun : begun + 1] == ("که",)
    for i in range(begun, last - 3):
        if words[i] != "با" or page.mark_at[i] is not None or words[i + 1] in grammar.pronouns:
            continue
        end = next((k for k in range(i + 2, min(last, i + _LONGEST_HEARER)) if _lays(page, k)), 0)
        end -= words[end - 1] == "،"  # «با X، مدیر کارخانه، مطرح کرد»
        hearer = read_listener(page, i + 1, end) if end > i + 1 else (0, 0)
        whole = hearer[1] == end or words[hearer[1]] == "،"
        if hearer[0] < hearer[1] and whole and may_listen(page, hearer):
            comma = (k for k in range(*hearer) if words[k] == "،")
            hearer = hearer[0], next(comma, hearer[1])
            matter = _before_matter(page, begun, i)
            return Raised(find_speaking_subject(page, begun, matter), hearer)
    return None


def _before_matter(page: Page, begun: int, last: int) -> int:
    """Where the words about the raiser end, before what he raises: «خبرنگار ما | این موضوع را»."""
    at = next((i for i in range(begun + 1, last) if page.words[i] == "را"), None)
    if at is None or at - 1 <= begun:
        return last
    pointed = page.words[at - 2] in get_grammar("fa").demonstratives
    return at - 1 - pointed if at - 1 - pointed > begun else last


def find_next(page: Page, sentence: PlacedSentence) -> Range | None:
    """Who speaks next as a sentence tells: before whom a matter is laid, whom the outlet asks or tells something, or whose turn it is."""
    raised = find_raised(page, sentence.first, sentence.last)
    if raised:
        return raised.hearer
    heard = find_ours(page, sentence.first, sentence.last)
    return heard or whose_turn(page, sentence.first, sentence.last)


def tells_us(page: Page, saying: Saying) -> bool:
    """Tell whether somebody answers us, whom no report names, in a sentence that tells of our asking: «از اداره که بپرسید، پاسخ می دهند C»."""
    here = page.sentence_at(saying.start) if saying.language == "fa" and saying.cue else None
    return here is not None and find_ours(page, here.first, saying.start) is not None


def find_ours(page: Page, first: int, last: int) -> Range | None:
    """Whom we, or you who read, ask or tell in the clause a sentence opens with: «از اداره که بپرسید، …», «وقتی این پاسخ را به X رساندیم، …»."""
    words = page.words
    pauses = (i for i in range(first, min(last, first + _LONGEST_CLAUSE)) if words[i] == "،")
    pause = next((i for i in pauses if words[i - 1].endswith(_OURS)), None)
    if pause is None or not follows_finite_verb(page, pause):
        return None
    verb = range(max(first, pause - 2), pause)
    opening = get_grammar("fa").words["time_conjunctions"] | {"اگر", "که"}
    begun = words[first] == "از" or not opening.isdisjoint(words[first:pause])
    for heads, told in ((_ASKED_OF, _ASKING), (_TOLD_TO, _TELLING)):
        stop = next((i for i in verb if begun and words[i] in told), first)
        for i in range(first, stop - 1):
            if words[i] in heads and page.mark_at[i] is None:
                hearer = read_listener(page, i + 1, stop)
                return hearer if may_listen(page, hearer) else None
    return None


def _lays(page: Page, at: int) -> bool:
    """Tell whether at a token a verb of laying something before somebody stands, and its clause ends with it."""
    laid = page.words[at : at + 2] == _LAID or page.words[at] in _SHOWN
    return laid and any(
        follows_finite_verb(page, k) for k in range(at + 2, min(at + _LONGEST + 1, len(page.words)))
    )
