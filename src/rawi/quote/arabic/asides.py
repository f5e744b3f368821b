"""Verbs of saying in a relative clause that only says who speaks: «قالت X، التي نفت التهمة، إنّ C»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.words import WHETHER, is_asking, is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_LONGEST = 25  # tokens
_LONGEST_BETWEEN = 12  # tokens
_LONGEST_NOUN = 3  # tokens of «دراسة حديثة» between two verbs
_COMING_OUT = ("نشر", "وزع", "عمم", "بث", "صدر")
_WHEN = frozenset({"حین", "عندما", "حینما", "لما"})
# «سعاة | تحدثوا إلى الصحيفة»
HAVE_TALKED = frozenset({"تحدث", "تحدثت", "تحدثوا", "تحدثن", "تحدثا", "تکلم", "تکلمت", "تکلموا"})
_TENSES = frozenset({"کان", "کانت", "کانوا", "قد", "لم", "لا", "سبق"})
_TO_WHOM = 6  # tokens between the aside and «أنّ»: «، للصحافيين إنّ»


def says_nothing(
    page: Page, sentence: PlacedSentence, cue: PlacedCue, before: Sequence[PlacedCue]
) -> bool:
    """Tell whether a verb only tells of a writing, of who is spoken of, when he was asked, that people talked, or how a source is called."""
    if before and before[-1].cue.shape == "verb":
        said = before[-1].last
        if (
            _tells_of_writing(page, cue, said)
            or _stands_aside(page, sentence, cue, said)
            or _tells_when_asked(page, cue, said)
            or _only_talked(page, cue, said)
            or _parts_halves(page, cue, before[-1])
        ):
            return True
    return _describes_source(page, cue)


def _stands_aside(page: Page, sentence: PlacedSentence, cue: PlacedCue, said: int) -> bool:
    """Tell whether a verb has nothing to say itself, in a relative clause between commas behind which the words of the verb before it, which ends at `said`, open."""
    words = page.words
    at = cue.first - 1
    while at > sentence.first and words[at] in _TENSES:
        at -= 1
    relatives = get_grammar("ar").words["relatives"]
    if words[at].removeprefix("و") not in relatives or words[at - 1] not in "،,":
        return False
    if _opens(page, said, at):
        return False
    near = range(cue.last, min(sentence.last - 1, cue.last + _LONGEST))
    closing = next((i for i in near if words[i] in "،," and page.mark_at[i] is None), None)
    if closing is None or _opens(page, cue.last, closing):
        return False
    return _opens(page, closing, min(sentence.last, closing + _TO_WHOM))


def _parts_halves(page: Page, cue: PlacedCue, earlier: PlacedCue) -> bool:
    """Tell whether a verb only tells of somebody or something between two halves of a quotation: ««C»، تقول الأمينة لزائرة | تسألها عن اللص، «D»», ««C»، كتب في مذكرة | نُشرت مساءً، «D»»."""
    words = page.words
    behind = words[earlier.first - 1] in "،," and words[earlier.first - 2] in MARKS
    inside = page.mark_at[earlier.first - 3] is not None
    alone = cue.cue.shape == "verb" and words[cue.first][0] not in "وف"
    if not (behind and inside and alone) or words[cue.first - 1] in "،,":
        return False
    near = range(cue.last, min(len(words) - 1, cue.last + _LONGEST_BETWEEN))
    pause = next((i for i in near if not page.is_word(i)), None)
    if pause is None or any(map(is_complementizer, words[cue.last : pause])):
        return False
    return words[pause] in "،," and words[pause + 1] in MARKS


def _describes_source(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb only says how an outlet calls its source: «نقلاً عن مصادر | وصفتها بالمطلعة»."""
    words, at = page.words, cue.first
    labels = "label" in cue.cue.frames and cue.cue.object and words[cue.last].startswith("ب")
    governed = at > 1 and words[at - 2] in get_grammar("ar").prepositions
    return labels and governed and words[at - 1] in get_grammar("ar").indefinites


def _tells_when_asked(page: Page, cue: PlacedCue, said: int) -> bool:
    """Tell whether a passive, without a question, only says when an answer was given: «وأجاب | حين سُئل عن الفارق: «…»»."""
    words = page.words
    when = cue.first - 1
    asked = said == when and words[when] in _WHEN and is_asking(words[cue.first])
    # «وأجاب حين سُئل إن كان الفارق كبيراً: «…»»
    return asked and not _is_question(words, cue.last)


def _is_question(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token a question begins: «إن كان», «عما إذا», «هل»."""
    if words[at : at + 2] in WHETHER or words[at : at + 1] == ("ان",):
        return True
    return at < len(words) and words[at] in get_grammar("ar").words["interrogatives"]


def _only_talked(page: Page, cue: PlacedCue, said: int) -> bool:
    """Tell whether behind an indefinite subject a verb only says whom they talked to: «يقول سعاة | تحدثوا إلى صحيفة X إنّ C»."""
    words = page.words
    if words[cue.first] not in HAVE_TALKED:
        return False
    told = words[cue.last : cue.last + 1] in (("الی",), ("مع",))
    return told and not _opens(page, said, cue.first)


def _tells_of_writing(page: Page, cue: PlacedCue, noun: int) -> bool:
    """Tell whether a verb only says of an indefinite writing or somebody, right behind a verb of saying, what was done: «تقول دراسة | نُشرت في مجلة X إنّ C»."""
    words = page.words
    if _is_published(page, noun, cue) or _came_out(page, noun, cue):
        return True
    if not 0 < cue.first - noun <= _LONGEST_NOUN:
        return False
    writing = words[noun] in get_grammar("ar").documents or (
        cue.cue.shape == "verb" and is_text(words[noun])
    )
    bare = writing and not any(word.startswith("ال") for word in words[noun : cue.first])
    return bare and _opens(page, cue.last, cue.last + _LONGEST) and words[cue.first][0] != "و"


def _is_published(page: Page, noun: int, cue: PlacedCue) -> bool:
    """Tell whether a verb joined with «و» only says that the writing at a token came out, whoever made it: «خلصت دراسة أجراها X | ونُشرت في مجلة Y إلى أنّ C»."""
    words = page.words
    joined = words[cue.first][0] == "و" and words[cue.first][1:].startswith(_COMING_OUT)
    if not joined or words[noun] not in get_grammar("ar").documents:
        return False
    far = cue.first - noun > _LONGEST or _opens_outside(page, noun, cue.first)
    return not far and _opens(page, cue.last, cue.last + _LONGEST)


def _came_out(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether a verb only says that the indefinite writing came out in which someone speaks: «وقال في رسالة إلى المتحف | نُشرت على موقعه إنّ C»."""
    words = page.words
    if not words[cue.first].startswith(_COMING_OUT) or _opens_outside(page, first, cue.first):
        return False
    inside = (i for i in range(first, cue.first) if words[i] in ("فی", "عبر"))
    text = any(not words[i + 1].startswith("ال") and is_text(words[i + 1]) for i in inside)
    return text and _opens_outside(page, cue.last, min(len(words), cue.last + _LONGEST))


def _opens_outside(page: Page, first: int, stop: int) -> bool:
    """Tell whether among tokens «أنّ» or a colon stands outside marks."""
    return any(
        page.mark_at[i] is None and (page.words[i] == ":" or is_complementizer(page.words[i]))
        for i in range(first, stop)
    )


def _opens(page: Page, first: int, stop: int) -> bool:
    """Tell whether among tokens words of somebody open: «أنّ», a colon or marks."""
    words = page.words[first:stop]
    return any(word == ":" or word in MARKS or is_complementizer(word) for word in words)
