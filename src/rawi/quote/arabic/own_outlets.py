"""Which outlet an Arabic report means by its own: «قال X لموقعنا» under «خاص - «ملاعب الوادي»»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet
from rawi.quote.arabic.authors import HEAD, LONGEST_LINE
from rawi.quote.arabic.marked_names import short_mark
from rawi.quote.arabic.meeting_outlets import find_meeting_outlet
from rawi.quote.arabic.people_words import stems_of_ours
from rawi.quote.marks import DASHES, MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST_DATELINE = 10  # tokens
_LONGEST_NAME = 4  # words
_SAW = frozenset({"اطلع", "اطلعت"})
_ON_IT = frozenset({"علیه", "علیها", "علیهما"})
_SIGNED = DASHES | {"مکتب", "خاص"}
_NEAR_TALK = 2  # tokens before «with»


def find_own_outlet(page: Page, place: Range) -> Range | None:
    """The name in marks in the byline, where a listener is called «our» outlet, «لموقعنا», «صحيفتنا», or by the article alone where no other is named, «للصحيفة»; None of any other listener."""
    if place[1] - place[0] != 1:
        return None
    word = page.words[place[0]]
    if is_our_outlet(word):
        return find_bylined(page) or _only_one(page, stems_of_ours(word))
    if not word.startswith("لل") or not heads_outlet((word[2:],), 0, "ar"):
        return None
    named = any(m.is_outlet and m.first < place[0] for m in page.mentions)
    return None if named else find_bylined(page) or find_meeting_outlet(page)


def _only_one(page: Page, heads: tuple[str, ...]) -> Range | None:
    """The one outlet of that kind a report names: «أجرت مجلة X حواراً …» and then «لمجلتنا»."""
    named = [m for m in page.mentions if m.is_outlet and page.words[m.first] in heads]
    names = {page.words[m.first : m.last] for m in named}
    return (named[0].first, named[0].last) if len(names) == 1 else None


def find_bylined(page: Page) -> Range | None:
    """The name of the outlet a report is of: in marks in the byline, in brackets in the dateline, else of who saw a paper told of."""
    return _find_signed(page) or _find_in_dateline(page) or _find_shown(page)


def leads_to_own(page: Page, token: int) -> bool:
    """Tell whether «ل» and the first word of the name of the report's outlet stand at a token: «قالت | لباسيفيك واير» under «المرسى (باسيفيك واير) -»."""
    word = page.words[token]
    own = find_bylined(page) if word[0] == "ل" else None
    return own is not None and word[1:] == page.words[own[0]]


def _find_in_dateline(page: Page) -> Range | None:
    """The short name in brackets before the dash a report opens with: «المرسى (باسيفيك واير) - قال صيادون»."""
    words, begun = page.words, 0
    for paragraph in page.paragraphs[:HEAD]:
        for i in range(begun, min(paragraph.first + _LONGEST_DATELINE, len(words) - 1)):
            if words[i] == "(" and (end := _bracketed_end(page, i)) and words[end + 1] in DASHES:
                return i + 1, end
        begun = paragraph.last
    return None


def _bracketed_end(page: Page, opener: int) -> int | None:
    """The token of the bracket that closes a short name."""
    near = range(opener + 1, min(opener + _LONGEST_NAME + 2, len(page.words) - 1))
    end = next((i for i in near if not page.is_word(i)), None)
    return end if end is not None and page.words[end] == ")" and end > opener + 1 else None


def _find_shown(page: Page) -> Range | None:
    """The name in marks of who saw a letter or paper: «في رسالة اطلعت عليها «ملاعب الوادي»»."""
    words = page.words
    for i in range(len(words) - 3):
        if words[i] in _SAW and words[i + 1] in _ON_IT and words[i + 2] in MARKS:
            end = short_mark(page, i + 2, len(words))
            if end is not None:
                return i + 3, end - 1
    return None


def _find_signed(page: Page) -> Range | None:
    """The name of an outlet in marks in the byline: «خاص - «ملاعب الوادي»», «المرسى، مكتب «الراصد»»."""
    for paragraph in page.paragraphs[:HEAD]:
        first, last = paragraph.first, paragraph.last
        words = page.words[first:last]
        if page.count_words(first, last) > LONGEST_LINE or _SIGNED.isdisjoint(words):
            continue
        for i in range(first, last - 1):
            end = short_mark(page, i, last + 1) if page.words[i] in MARKS else None
            if end is not None:
                return i + 1, end - 1
    return None


def find_told_by_name(page: Page) -> Range | None:
    """The one name in marks, without what kind of outlet it is, that a report says was told something or talked with: «وروت لـ«المرسى» أنّ», «في حديث مع «المرسى»»; so an outlet speaks of itself."""
    words = page.words
    names: dict[tuple[str, ...], Range] = {}
    for i in range(1, len(words) - 1):
        if words[i] in MARKS and _leads_to_name(page, i - 1):
            end = short_mark(page, i, len(words))
            if end is not None:
                names.setdefault(words[i + 1 : end - 1], (i + 1, end - 1))
    return next(iter(names.values())) if len(names) == 1 else None


def _leads_to_name(page: Page, at: int) -> bool:
    """Tell whether a token is «ل», or behind a talk «with» or «to»: «حديث | مع», «مقابلة خاصة | إلى»."""
    talks = get_grammar("ar").words["talks"]
    if page.mark_at[at] is not None:
        return False
    word, before = page.words[at], page.words[max(0, at - _NEAR_TALK) : at]
    return word == "ل" or (word in ("مع", "الی") and not talks.isdisjoint(before))


def is_our_outlet(word: str) -> bool:
    """Tell whether a word is an outlet with «our», behind «ل» too.

    >>> is_our_outlet("لموقعنا"), is_our_outlet("صحیفتنا"), is_our_outlet("مدینتنا")
    (True, True, False)
    """
    return any(heads_outlet((stem,), 0, "ar") for stem in stems_of_ours(word)[-1:])
