"""To whom something was said in Arabic: «للصحافيين», «مخاطباً X», «في مقابلة مع X», «رداً على سؤال X»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.arabic.phrases import SIGNS, is_addressed, is_complementizer, read_source
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range


def find_asker(page: Page, first: int, at: int) -> Range | None:
    """Who asked what is answered: «رداً على سؤال لمراسل X، أجاب …»."""
    for i in range(first, at - 1):
        if page.words[i] in ("سوال", "استفسار", "اسئله", "سوالین"):
            if is_addressed(page.words[i + 1]):
                return _addressed_phrase(page, i + 1, at)
            return read_source(page, i + 1, at)
    return None


# «في اتصال هاتفي مع X», «في حديث مع X»
_TALKS = frozenset({"مقابله", "اتصال", "حدیث", "حوار", "لقاء", "تصریح", "مکالمه"})


def find_addressee(page: Page, first: int, stop: int, cue: PlacedCue) -> Range | None:
    """Find to whom it was said: «للصحفيين», «لصحيفة X», «مخاطباً X», «أمام X», «في مقابلة مع X»."""
    words = page.words
    people = load_people("ar")
    for i in range(first, stop):
        if page.mark_at[i] is not None:
            continue
        word = words[i]
        start = None
        if (
            ("request" in cue.cue.frames and word == "من")
            or word in ("امام", "مخاطبا", "مخاطبه")
            or (word == "مع" and not _TALKS.isdisjoint(words[max(first, i - 2) : i]))
        ):
            start = i + 1
        elif is_addressed(word) or (
            word.startswith("ل") and people.organisations.find((word[1:],), 0)
        ):
            start = i
        if start is None or start >= stop:
            continue
        phrase = _in_marks(page, start, stop) or read_source(
            page, start, stop, after_preposition=True
        )
        if start == i:
            phrase = _addressed_phrase(page, i, stop)
        return phrase
    return None


def _in_marks(page: Page, opener: int, stop: int) -> Range | None:
    """The short name in marks that opens at a token: «في اتصال مع «الرقعة»»."""
    mark = page.mark_at[opener + 1] if page.words[opener] in '«"“' and opener + 1 < stop else None
    return mark if mark and mark[0] == opener + 1 and page.count_words(*mark) <= 4 else None


def _addressed_phrase(page: Page, first: int, stop: int) -> Range:
    """The words after ل: up to a sign, a preposition, or the end of a name in marks."""
    grammar = get_grammar("ar")
    words = page.words
    i = first + 1
    while i < stop and i - first < 6:
        mark = page.mark_at[i + 1] if words[i] in '«"“' and i + 1 < len(words) else None
        if mark and page.count_words(*mark) <= 4:
            i = mark[1] + 1
            break
        if (
            words[i] in SIGNS
            or words[i] in grammar.prepositions
            or words[i] in grammar.adverbs
            or is_complementizer(words[i])
        ):
            break
        i += 1
    return first, min(i, stop)
