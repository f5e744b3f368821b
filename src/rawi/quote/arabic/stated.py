"""Clauses without marks that stand before who says them: «تأخّر القطار ساعتين، قال مدير المحطة», «التحقيق جارٍ، أكّدت X، لكنها …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_time
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.around import PREDICATES
from rawi.quote.arabic.before import LONGEST_AFTER
from rawi.quote.arabic.clauses import Context, content_end
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.words import is_governed
from rawi.quote.page import Page
from rawi.quote.saying import Range

_SHORTEST = 5  # words of a clause of which no verb is known
_SHORTEST_WITH_VERB = 3  # words
_SHORTEST_DEFINITE = 2  # words of «التحقيق جارٍ», where nothing but who said it follows
SAYING = frozenset({"clause", "that"})


def stated_before(context: Context, number: int, done: int, source: Range) -> Range | None:
    """The clause before a verb of saying and who speaks, with which its sentence ends or pauses."""
    page, sentence, cues = context
    cue = cues[number]
    words = page.words
    paused = cue.first > done and words[cue.first - 1] in PAUSES
    if not paused or SAYING.isdisjoint(cue.cue.frames) or source[0] < cue.last:
        return None
    if _is_joined(words[cue.first]) or not is_somebody(page, source):
        return None  # «…، وأعلنت المديرة موعد الندوة»
    rest = _rest(page, source[1], sentence.last)
    if rest > LONGEST_AFTER or (rest and not _goes_with_source(words, source[1])):
        return None
    stated = (done, cue.first)
    short = words[done].startswith("ال") and not rest
    if is_statement(page, stated, least=_SHORTEST_DEFINITE if short else _SHORTEST):
        return stated
    return None


def stated_around(context: Context, number: int, done: int) -> tuple[Range, ...]:
    """The halves of a clause between which a verb of saying stands alone, two commas around it: «كان الجسر قديماً، تقول، ولم يصلحه أحد»; nothing where none does."""
    page, sentence, cues = context
    cue, words = cues[number], page.words
    alone = cue.first > done and words[cue.first - 1] in PAUSES and words[cue.last] in PAUSES
    present = cue.cue.shape == "verb" and words[cue.first][0] in "یت"
    if not (alone and present and "clause" in cue.cue.frames) or page.marked_within(
        done, sentence.last
    ):
        return ()
    before = page.trim(done, cue.first)
    if before is None or not is_statement(page, before, least=_SHORTEST):
        return ()
    after = page.trim(cue.last, content_end(context, number, cue.last + 1))
    return (before, after) if after is not None else ()


def is_statement(page: Page, clause: Range, *, least: int) -> bool:
    """Tell whether words before who said them are a clause: `least` words, or few and a verb; no «وفي المساء، قال …»."""
    first, last = clause
    words, grammar = page.words[first:last], get_grammar("ar")
    opening = {words[0], words[0].removeprefix("و")}
    if page.written((first, first + 1)) == "كان":
        opening = set()  # no «كأنّ»
    if opening & (grammar.prepositions | grammar.conjunctions | grammar.subordinators):
        return False
    if is_governed(page, first):
        return False  # «بأحد عشر صوتاً مقابل خمسة، أقرّ المجلس …»
    done = any(is_verb(word) or word.removeprefix("و") in PREDICATES for word in words)
    if done or is_verb(words[0] + "ت"):  # وصل is a noun too, وصلت none
        least = min(least, _SHORTEST_WITH_VERB)
    return page.count_words(first, last) >= least


def _is_joined(word: str) -> bool:
    """Tell whether a verb of saying has «و» or «ف» before it: وأعلنت; not وصف."""
    return word[0] in "وف" and load_cues("ar").find((word[1:],), 0) is not None


def _rest(page: Page, first: int, last: int) -> int:
    """The words from a token to the next pause."""
    pause = next((i for i in range(first, last) if page.words[i] in PAUSES), last)
    return page.count_words(first, pause)


def _goes_with_source(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token it is told when, where or how someone spoke, and not what of: «في مقابلة», «الأربعاء»."""
    grammar = get_grammar("ar")
    told = words[at] in grammar.prepositions | grammar.adverbs or words[at][0] in "لب"
    return told or names_time(words, at) or words[at] in grammar.words["he_is"]
