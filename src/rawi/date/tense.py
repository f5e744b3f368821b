"""Past or coming: what the verbs around a date say of it. Asked only for dates without a year and for weekdays."""

import re
from collections.abc import Iterable
from itertools import pairwise, takewhile

from rawi.date.context import join_prefix
from rawi.date.verbs import Signs, Tense, get_signs, is_going_on, tell_tense
from rawi.lang.folding import squeeze

_WORD = re.compile(r"[^\W\d_]+|[،,]")  # a comma may end a clause
_REACH = 300  # characters each side in which a verb is looked for: a long clause
# What is told of a noun in passing, `مردی که متهم به … است،`: the verb of the sentence comes behind it.
_ASIDE = re.compile(r"(?<=\S)\s+که\s[^،,]*[،,]")
# كانوا يحتفلون, كان أهل القرية يقطفون
_HABIT = re.compile(squeeze("كان") + r"(?:وا|ت|ا)?\s+(?:[تی]\w{3,}|(?:\w+\s+){1,3}ی\w+ون\b)")
_SINCE = re.compile(
    squeeze(r"(?<!\w)(?:منذ|بعد|عقب)\s")
)  # كان يتطلع إلى الفوز منذ انتصاره في فبراير
# A year after what happened on the date: that was in the past, whatever the verb says of now.
_AFTERMATH = {
    "fa": re.compile(squeeze(r"(?:سال|ماه|هفته)\s+(?:پس|بعد)\s+از\s+(?:\w+\s+){1,3}$")),
    "ar": re.compile(squeeze(r"بعد\s+(?:\w+\s+){1,2}من\s+(?:\w+\s+){1,3}$")),
}
# What is planned or forecast for a day is to come, though the planning is past: `برای دوشنبه پیش بینی کرده است`.
_MEANT_FOR = re.compile(rf"(?<!\w){squeeze('برای')}\s+$")
_FROM = re.compile(rf"(?<!\w){squeeze('از')}\s+$")
_DAY = re.compile(rf"\d|{squeeze('شنبه')}|{squeeze('جمعه')}")
_QUOTED = re.compile('«[^»]*»|“[^”]*”|"[^"]*"')  # what was said has tenses of its own
_CLAUSE = re.compile(r"[.!?؟؛;:]|\n\n")


def find_tense(sentence: str, start: int, end: int, language: str) -> Tense:
    """Tell the tense of the clause a date at [start, end) stands in.

    Persian has its verb behind the date, so the first sign behind it decides; Arabic before it, so the last
    sign before it does, and else the first behind it.

    >>> find_tense("نشست شنبه برگزار خواهد شد", 5, 9, "fa")
    'future'
    """
    signs = get_signs(language)
    before, after = _around(sentence, start, end)
    if _AFTERMATH[language].search(before):
        return "past"
    if _is_put_off(before, after, signs, language):
        return "future"
    if language == "fa":
        if _MEANT_FOR.search(before) and _DAY.search(squeeze(sentence[start:end])):
            return "future"
        if _FROM.search(before) and _is_state(after, signs):
            return "past"  # از ماه مارس با هم در ارتباط هستند
        clause = _CLAUSE.split(after)[0]
        found = _first(_words(_ASIDE.sub(" ", clause)), signs) or _first(_words(clause), signs)
    else:
        words = _words(_CLAUSE.split(before)[-1])
        if not signs.conditions.isdisjoint(words):
            return "future"
        found = _first(words[::-1], signs)
        # What is reported or added of the date, behind أن or الذي, has a tense of its own.
        same_clause = takewhile(lambda w: w not in signs.breaks, _words(_CLAUSE.split(after)[0]))
        found = found or _first(same_clause, signs)
    if found:
        return found
    around = _words(before + after)
    pairs = (f"{word} {following}" for word, following in pairwise(around))
    return "future" if not signs.anywhere.isdisjoint({*around, *pairs}) else "unknown"


def _is_put_off(before: str, after: str, signs: Signs, language: str) -> bool:
    """Tell whether something was put off to the date, which is to come then: `به یکشنبه موکول شد`, `أجلت الجلسة إلى الأحد`."""
    earlier = _words(_CLAUSE.split(before)[-1])
    if not earlier or earlier[-1] not in signs.till:
        return False
    beside = _words(_CLAUSE.split(after)[0]) if language == "fa" else earlier
    return not signs.put_off.isdisjoint(beside)


def _is_state(after: str, signs: Signs) -> bool:
    """Tell whether the first Persian verb behind a date tells what is and has been: `هستند`, `داریم`."""
    words = _words(_CLAUSE.split(after)[0])
    verbs = (w for w, following in pairwise([*words, ""]) if tell_tense(w, following, signs))
    return next(verbs, "") in signs.present


def is_habitual(sentence: str, start: int, end: int, language: str) -> bool:
    """Tell whether the clause of a date tells a habit of the past: `جشن می گرفتند`, `كانوا يحتفلون`.

    >>> is_habitual("مردم شب یلدا را جشن می گرفتند", 5, 12, "fa")
    True
    """
    before, after = _around(sentence, start, end)
    if language == "ar":
        habit = _HABIT.search(_CLAUSE.split(before)[-1])
        return habit is not None and not _SINCE.search(habit.string, habit.end())
    signs = get_signs(language)
    for word, following in pairwise([*_words(_CLAUSE.split(after)[0]), ""]):
        if is_going_on(word, following, signs):
            return True
        if signs.words.get(word) in ("past", "future"):
            return False
    return False


def find_verb(sentence: str, start: int, end: int, language: str) -> tuple[str, ...]:
    """The folded words from a date at [start, end) to the verb of its clause, that one last; `می` is joined to it.

    In Arabic, where the verb comes first, the words between the last verb before the date and the date, that verb first.

    >>> find_verb("امروز بیشتر مردم در شهر زندگی می کنند و", 0, 5, "fa")[-2:]
    ('زندگی', 'میکنند')
    """
    signs = get_signs(language)
    before, after = _around(sentence, start, end)
    if language == "ar":
        words = _words(_CLAUSE.split(before)[-1])
        for i in range(len(words) - 1, -1, -1):
            if tell_tense(words[i], words[i - 1] if i else "", signs):
                return tuple(words[i:])
        return ()
    words = _words(join_prefix(_CLAUSE.split(after)[0]))
    for i, (word, following) in enumerate(pairwise([*words, ""])):
        if tell_tense(word, following, signs) or word in signs.copulas:
            return tuple(words[: i + 1])
    return ()


def is_present(word: str) -> bool:
    """Tell whether a folded Arabic word is a present verb that is not one of plans (`يلتقي`, `تعقد`).

    >>> is_present("یذبح"), is_present("یلتقی")
    (True, False)
    """
    return tell_tense(word, "", get_signs("ar")) == "present"


def _around(sentence: str, start: int, end: int) -> tuple[str, str]:
    """The folded text before and behind a date, without what is quoted there; joiners are dropped."""
    before, after = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
    return squeeze(_QUOTED.sub(" ", before)), squeeze(_QUOTED.sub(" ", after))


def _words(folded: str) -> list[str]:
    """The words of a folded text."""
    return _WORD.findall(folded)


def _first(words: Iterable[str], signs: Signs) -> Tense | None:
    """The tense of the first sign among words; with no other, a present tells what is to come (`يختتم المعرض السبت`)."""
    found: Tense | None = None
    for word, neighbour in pairwise([*words, ""]):
        tense = tell_tense(word, neighbour, signs)
        if tense in ("past", "future"):
            return tense
        if tense == "present":
            found = "future"
    return found
