"""Questions an Arabic report tells by their noun: «رداً على سؤال لماذا خسروا، …», «ولدى سؤاله هل سيعود، …», «على سؤال المذيع: لماذا تأخرتم؟»."""

from collections.abc import Iterator, Sequence

from rawi.quote.arabic.answers import QUESTION, UPON
from rawi.quote.arabic.askers import find_asker
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.put_questions import find_putting
from rawi.quote.arabic.put_to_him import find_putter
from rawi.quote.arabic.words import SIGNS, WHETHER
from rawi.quote.contents import tell_kind
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.saying import Range, Saying

_BEFORE = UPON | {"علی", "عن", "حول", "ولدی", "وعند", "وعن", "وعلی"}
_ASKS = frozenset({"هل", "متی", "لماذا", "کیف", "این", "ماذا", "بماذا"})
_IF_HE_WAS = frozenset({("ان", "کان"), ("ان", "کانت"), ("ان", "کانوا")})
_ABOUT = frozenset({"عن", "حول", "بشان"})
_CLOSING = frozenset("؟?")
_LONGEST_ASKER = 9  # tokens from the noun to what was asked
_SHORTEST = 2  # words


def read_asked(page: Page, sentence: PlacedSentence, found: Sequence[Saying]) -> Iterator[Saying]:
    """Yield the questions whose noun stands in a sentence and whose words follow it; of nobody where it is not told who asked."""
    for noun in range(sentence.first, sentence.last - _SHORTEST):
        if QUESTION not in page.words[noun] or not _is_question(page, noun):
            continue
        content = _find_words(page, noun, sentence)
        if content is None or page.count_words(*content) < _SHORTEST:
            continue
        if any(content[0] < part[1] and part[0] < content[1] for s in found for part in s.content):
            continue
        put = find_putter(page, noun, content[0])
        asker = put[0] if put else find_asker(page, noun, content[0] - 1)
        asker = asker or find_putting(page, sentence.first, noun)
        kind = tell_kind(page, (content,), colon=page.words[content[0] - 1] == ":")
        yield Saying(
            "ar", (page.trim(*content) or content,), kind, "ar.question", (noun, noun + 1),
            "neutral", asker, _put_to(page, noun, content, found, asker), passive=asker is None,
        )  # fmt: skip


def _put_to(
    page: Page, noun: int, content: Range, found: Sequence[Saying], asker: Range | None
) -> Range | None:
    """Whom a question is put to: who is named behind its noun, «وعند سؤال | المدير متى», else who answers somebody's, «رداً على سؤال المذيع: «C»، أجاب | X»."""
    if _is_put(page, noun):
        asked = read_source(page, noun + 1, content[0])
        return asked if asked != asker else None  # «لدى سؤال القاضي له هل»
    if asker is None:
        return None
    return next((s.source for s in found if s.content and s.content[0][0] >= content[1]), None)


def _is_put(page: Page, noun: int) -> bool:
    """Tell whether behind the noun of a question stands whom it is put to: «لدى | سؤاله», «بسؤال | المدير»; not «رداً على سؤال المذيع»."""
    before = page.words[noun - 1] if noun else ""
    return before.removeprefix("و") in UPON or page.words[noun].removeprefix("و").startswith("ب")


def _is_question(page: Page, at: int) -> bool:
    """Tell whether at a token the noun of a question stands behind its preposition: «على | سؤال», «لدى | سؤاله», بسؤاله."""
    if page.mark_at[at] is not None:
        return False
    word, before = page.words[at], page.words[at - 1] if at else ""
    by = word.removeprefix("و").removeprefix("ب")
    governed = before in _BEFORE or by != word.removeprefix("و")
    return governed and without_pronoun(by) == QUESTION


def asked_gender(page: Page, noun: int) -> str | None:
    """The ending of the pronoun that is whom a question is put to: «لدى | سؤالها», بسؤاله; None of any other word, also of «رداً على سؤاله»; «لدى | سؤال القاضي لها» too."""
    word = page.words[noun]
    if QUESTION not in word or not (_is_question(page, noun) and _is_put(page, noun)):
        return None
    if (put := find_putter(page, noun, len(page.words))) is not None:
        return page.words[put[1]]
    return word if without_pronoun(word) != word else None


def _find_words(page: Page, noun: int, sentence: PlacedSentence) -> Range | None:
    """The words of the question behind its noun, and who asked it: up to a pause or, behind a colon, its mark of asking."""
    words = page.words
    for i in range(noun + 1, min(sentence.last - _SHORTEST, noun + _LONGEST_ASKER)):
        if words[i] == ":":
            if words[i + 1] in MARKS:
                return page.mark_at[i + 2]
            return _up_to(page, i + 1, sentence.last, _CLOSING)
        if page.mark_at[i] is not None or words[i] in MARKS:
            continue  # «على سؤال لمراسلة «الأفق» عما إذا»
        if words[i] in SIGNS and i not in page.mention_at:
            return None
        if words[i : i + 2] == ("عما", "اذا"):
            return _up_to(page, i + 2, sentence.last, PAUSES)
        if words[i] in _ASKS or words[i : i + 2] in WHETHER or words[i : i + 2] in _IF_HE_WAS:
            return _up_to(page, i, sentence.last, PAUSES)
        if words[i] in _ABOUT and words[i + 1 : i + 3] not in WHETHER:
            return None  # «على سؤال عن الكلفة»
    return None


def _up_to(page: Page, start: int, last: int, signs: frozenset[str]) -> Range | None:
    """The tokens from one up to the first of some signs, and «؟» with what it closes; None where none of them stands."""
    end = next((i for i in range(start, last) if page.words[i] in signs), None)
    if end is None:
        return None
    return start, end + (page.words[end] in _CLOSING)
