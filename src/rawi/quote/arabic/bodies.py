"""Bodies an Arabic report calls by a part of their name: «اتحاد الغوص» is «الاتحاد الأهلي للغوص», «السكك» «شركة سكك الوادي»."""

from functools import lru_cache

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import is_role
from rawi.quote.saying import Range
from rawi.quote.speaker import Words

_LONGEST = 3  # words of a short name
_FIRMS = frozenset({"شرکه", "مجموعه", "موسسه", "دار", "مصرف", "بنک", "سلسله", "مصنع"})
_SHORTEST_STEM = 3  # letters


def find_called_body(page: Page, phrase: Range) -> PlacedMention | None:
    """The one body of a report whose longer name has all words of a phrase; None for a bare head («الشركة») and where two have."""
    words = page.words[slice(*phrase)]
    stems = {_stem(word) for word in words}
    if not 1 <= len(words) <= _LONGEST or any(len(stem) < _SHORTEST_STEM for stem in stems):
        return None
    definite = words[-1].startswith("ال")
    if (firm := _find_firm(page, phrase)) is not None:
        return firm
    bare_head = len(words) == 1 and _heads_body(_stem(words[0]))
    if not definite or bare_head or names_people(words[0], "ar"):
        return None  # «سكان الحي» are not «مجلس سكان الحي»
    called = {
        page.words[m.first : m.last]: m
        for m, named in _bodies(page)
        if stems.issubset(named)
        and m.last - m.first > len(words)
        and (
            len(words) == 1
            or _stem(words[0]) == named[0]
            or words[1:] == page.words[m.last - len(words) + 1 : m.last]
        )
    }
    longest = max(called.values(), key=lambda m: m.last - m.first, default=None)
    if longest is None or _is_she(page, phrase, longest):
        return None
    all_words = set(page.words[longest.first : longest.last])
    return longest if all(set(words) <= all_words for words in called) else None


@keep_answers
def _bodies(page: Page) -> tuple[tuple[PlacedMention, Words], ...]:
    """The bodies of a report whose names have several words, the last one first, with those words in short form."""
    bodies = [m for m in page.mentions if m.mention.type == "ORG" and m.last - m.first > 1]
    return tuple((m, tuple(map(_stem, page.words[m.first : m.last]))) for m in reversed(bodies))


def _find_firm(page: Page, phrase: Range) -> PlacedMention | None:
    """The one firm of a report told of before by another noun, where none is called by that of a phrase: «الشركة» is «مجموعة «نوربيت»»."""
    first, last = phrase
    head = page.words[first].removeprefix("ال")
    if last - first > 1 or head == page.words[first] or head not in _FIRMS:
        return None
    firms = {
        page.words[m.first : m.last]: m
        for m in page.mentions
        if m.mention.type == "ORG" and m.last - m.first > 1 and _stem(page.words[m.first]) in _FIRMS
    }
    told = [m for m in firms.values() if m.first < first]
    same = any(_stem(page.words[m.first]) == head for m in firms.values())
    return told[0] if len(firms) == len(told) == 1 and not same else None


def _is_she(page: Page, phrase: Range, body: PlacedMention) -> bool:
    """Tell whether one feminine noun behind a feminine verb is a woman, and no body with a masculine head: «نفت | السباحة» is not «الاتحاد الوطني للسباحة»."""
    first, last = phrase
    said = load_cues("ar").find(page.words, first - 1) if first and last - first == 1 else None
    hers = said is not None and said.value.gender == "f" and page.words[first].endswith("ه")
    return hers and not page.words[body.first].endswith("ه")


def is_workplace(page: Page, body: PlacedMention) -> bool:
    """Tell whether a body is only told of as where somebody works: «المحلل لدى | شركة X»."""
    return page.words[body.first - 1] in ("لدی", "فی", "من") if body.first else False


def find_headed_body(page: Page, phrase: Range) -> Range | None:
    """The body a report calls in full by the head before the words of a phrase: «ماء العذيب» is «مديرية ماء العذيب»; None for one that heads itself."""
    first, last = phrase
    words = page.words[first:last]
    named = first in page.mention_at and page.mention_at[first].mention.type != "LOC"
    if not 1 < len(words) <= _LONGEST or named or _heads_body(_stem(words[0])):
        return None
    if is_role(words, "ar") or names_people(words[0], "ar"):
        return None
    begins = page.places_of(words[0])
    heads = (i - 1 for i in begins if i > 0 and page.words[i : i + len(words)] == words)
    called = (i for i in heads if _heads_body(page.words[i].removeprefix("و")))
    return next(((i, i + 1 + len(words)) for i in called), None)


def heads_marked(page: Page, opener: int) -> bool:
    """Tell whether the word before a mark is the head of an outlet or organisation: صحيفة «المرسى»."""
    word = page.words[opener - 1]
    organisations = load_people("ar").organisations
    return any(
        form in organisations.alone for form in (get_grammar("ar").bare(word), word[1:]) if form
    )


def names_workplace(page: Page, opener: int) -> bool:
    """Tell whether after a role a name in marks says where he works, and the sentence goes on: «سألها مراسل «الأفق» عن …»."""
    mark = page.mark_at[opener + 1]
    return (
        mark is not None
        and mark[1] - mark[0] <= 2
        and get_grammar("ar").bare(page.words[opener - 1]) in load_people("ar").roles.alone
        and mark[1] + 1 < len(page.words)
        and page.is_word(mark[1] + 1)
    )


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    """A word without «و», the article and ل: للغوص, والاتحاد.

    >>> _stem("للغوص"), _stem("السکک")
    ('غوص', 'سکک')
    """
    for prefix in ("وال", "لل", "ال"):
        if word.startswith(prefix) and len(word) > len(prefix) + 1:
            return word[len(prefix) :]
    return word[1:] if word.startswith("ل") and len(word) > _SHORTEST_STEM else word


def _heads_body(stem: str) -> bool:
    """Tell whether a word is the head of an organisation."""
    return stem in load_people("ar").organisations.alone
