"""Past or coming: what the verbs around a date say of it. Asked only for dates without a year and for weekdays."""

import re
from collections.abc import Iterable
from itertools import pairwise, takewhile

from rawi.date.context import join_prefix
from rawi.date.signs import find_sign, is_foretold, is_warned_of
from rawi.date.verbs import Signs, Tense, get_signs, is_going_on, tell_tense
from rawi.lang.folding import squeeze

_WORD = re.compile(r"[^\W\d_]+|[،,]")  # a comma may end a clause
_REACH = 300  # characters each side in which a verb is looked for: a long clause
# What is told of a noun in passing, `مردی که متهم به … است،`: the verb of the sentence comes behind it.
_ASIDE = re.compile(r"(?<=\S)\s+که\s[^،,]*[،,]")
# كانوا يحتفلون, كان أهل القرية يقطفون
_MODAL = squeeze(r"(?:ي|ت)(?:فترض|نبغي|جب|مكن|نتظر|توقع|رتقب|عتزم|ريد|نوي|أمل)")
_HABIT = re.compile(
    squeeze("كان") + rf"(?:وا|ت|ا)?\s+(?!{_MODAL})(?:[تی]\w{{3,}}|(?:\w+\s+){{1,3}}ی\w+ون\b)"
)
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
_AFTER = frozenset(map(squeeze, ("بعد", "عقب")))
_THAT = frozenset(map(squeeze, ("أن", "إن", "بأن", "أنه", "إنه", "أنها", "إنها", "بأنه", "بأنها")))
_AND, _SHE, _HE, _WILL = "و", "ت", squeeze("ي"), "س"
_IMPERFECT = (_HE, _SHE, "ن")
_THAT_TO, _WHO = squeeze("أن"), tuple(map(squeeze, ("الذي", "التي", "الذين")))
_ROOT = 3  # letters of a noun that may be a verb
_SUBJECT = re.compile(r"الم(?!خزون|ضمون|عجون|لیون)\w{2,}ون")
_COMMAS = ("،", ",")
# در خرداد تصویب و تا اسفند هزینه می شود: the verb of the first clause is left out, with its tense.
_ELIDED = re.compile(squeeze(r"\s+(?:\w+\s+)?\w{3,}\s+و\s+(?:تا|در|از|به)\s"))
_FROM = re.compile(rf"(?<!\w){squeeze('از')}\s+$")
_DAY = re.compile(rf"\d|{squeeze('شنبه')}|{squeeze('جمعه')}")
_NOON = re.compile(squeeze(r"(?<!\w)(?:بعد|قبل)\s(?:ال)?ظهر(?!\w)"))  # no verb
_QUOTED = re.compile('«[^»]*»|“[^”]*”|"[^"]*"')  # what was said has tenses of its own
CLAUSE = re.compile(r"[.!?؟؛;:]|\n\n")


def find_tense(sentence: str, start: int, end: int, language: str) -> Tense:
    """Tell the tense of the clause a date at [start, end) stands in.

    Persian has its verb behind the date, so the first sign behind it decides; Arabic before it, so the last
    sign before it does, and else the first behind it.

    >>> find_tense("نشست شنبه برگزار خواهد شد", 5, 9, "fa")
    'future'
    """
    signs = get_signs(language)
    before, after = look_around(sentence, start, end)
    if is_aftermath(before, language):
        return "past"
    if _is_put_off(before, after, signs, language):
        return "future"
    if language == "fa":
        found = _in_persian(before, after, sentence[start:end], signs)
    else:
        found = _in_arabic(before, after, signs)
    if found:
        return found
    around = find_words(before + after)
    pairs = (f"{word} {following}" for word, following in pairwise(around))
    return "future" if not signs.anywhere.isdisjoint({*around, *pairs}) else "unknown"


def is_aftermath(before: str, language: str) -> bool:
    """Tell whether the folded text before a date counts from what happened on it: `بعد عام من استفتاء`."""
    return bool(_AFTERMATH[language].search(before))


def _in_persian(before: str, after: str, date: str, signs: Signs) -> Tense | None:
    """The tense the words around a Persian date tell, of which its verb stands behind it."""
    if _MEANT_FOR.search(before) and _DAY.search(squeeze(date)):
        return "future"
    if _FROM.search(before) and _is_state(after, signs):
        return "past"  # از ماه مارس با هم در ارتباط هستند
    clause = CLAUSE.split(after)[0]
    words = find_words(clause)
    if is_foretold(find_words(CLAUSE.split(before)[-1]), words, signs):
        return "future"
    found = _first(find_words(_ASIDE.sub(" ", clause)), signs) or _first(words, signs)
    return "unknown" if found == "future" and _ELIDED.match(after) else found


def _in_arabic(before: str, after: str, signs: Signs) -> Tense | None:
    """The tense the words around an Arabic date tell, of which its verb stands before it."""
    words = find_words(CLAUSE.split(before)[-1])
    if not signs.conditions.isdisjoint(words):
        return "future"
    following = next(iter(find_words(after)), "")
    # What is reported or added of the date, behind أن or الذي, has a tense of its own.
    same_clause = takewhile(lambda w: w not in signs.breaks, find_words(CLAUSE.split(after)[0]))
    found = _before_date(words[::-1], signs, following) or _behind_date(list(same_clause), signs)
    if found is None and ":" in before:  # سيدفع على مرحلتين: الأولى في مارس
        return _before_date(find_words(before)[::-1], signs)
    return found


def is_elided(sentence: str, end: int, language: str) -> bool:
    """Tell whether the Persian clause of a date that ends at `end` leaves its verb to the next one.

    >>> is_elided("طرح در خرداد تصویب و تا اسفند اجرا می شود", 12, "fa")
    True
    """
    return language == "fa" and _ELIDED.match(look_around(sentence, end, end)[1]) is not None


def _before_date(words: list[str], signs: Signs, following: str = "") -> Tense | None:
    """The tense of the first sign among the words before an Arabic date, read backwards.

    `بعد` right before it says that it is past only where no verb says else (`سيصلون بعد يوم الجمعة`); and a verb of saying nothing of
    what stands behind its أن (`أعلن أن النتائج تصدر الأحد`).
    """
    own = words[1:] if words and words[0] in _AFTER else words
    if _is_wished(own, signs):
        return "future"
    place, found = find_sign(own, signs)
    # One word farther: right behind the verb stands its subject, though إدارة looks like a verb, too.
    if is_warned_of(own[: place + 2] if found else own, following, signs):
        return "future"
    if found is None:
        return _first(words, signs) or _by_its_subject(own)
    verb, between = own[place], own[:place]
    if found == "past" and _goes_on(verb, between, signs):
        return "future"
    said = found == "past" and not signs.reports.isdisjoint((verb, verb.removeprefix(_AND)))
    return None if said and not _THAT.isdisjoint(between) else found


def _is_wished(words: list[str], signs: Signs) -> bool:
    """Tell whether the verb nearest before a date, of words read backwards, stands behind أن and is to come: `قرر أن تعقد في`.

    With some verbs what stands behind أن is done when they are: `تمكن من أن يبلغ`, `غادر قبل أن يصل`.
    A present behind الذي is to come, too: `لفيلمه الذي يعرض في`.
    """
    for i, (word, before) in enumerate(pairwise([*words, ""])):
        if word.startswith(_IMPERFECT) and len(word) > 2 and before in (_THAT_TO, *_WHO):
            if before != _THAT_TO:
                return tell_tense(word, before, signs) in ("present", "future")
            governing = [head.removeprefix(_AND) for head in words[i + 2 : i + 6]]
            done = signs.not_wishes.intersection(governing[:1])
            return not done and signs.attained.isdisjoint(governing)
        if tell_tense(word, before, signs) in ("past", "future"):
            return False
    return False


def _by_its_subject(words: list[str]) -> Tense | None:
    """Past, if a word of three letters, of words read backwards, has a subject in the nominative: `فحص المدققون`."""
    found = any(
        len(word) == _ROOT and not word.startswith(_IMPERFECT) and _SUBJECT.fullmatch(subject)
        for subject, word in pairwise(words)
    )
    return "past" if found else None


def _goes_on(verb: str, between: list[str], signs: Signs) -> bool:
    """Tell whether another clause behind a past verb tells what is to come, of the words between it and a date, read backwards.

    `تسلم مئة لوحة، على أن يتسلم البقية في`, and of one who is a she or a thing: `أكملت الحفريات وتعود في`.
    """
    present = False
    for word, before in pairwise([*between, ""]):
        present = present or tell_tense(word, before, signs) == "present"
        if present and (word in _COMMAS or word in _THAT):
            return True
        head = word.removeprefix(_AND)
        if head != word and verb.endswith(_SHE) and head.startswith(_SHE):
            return is_present(_HE + head[1:])
    return False


def _behind_date(words: list[str], signs: Signs) -> Tense | None:
    """The tense of the first sign among the words behind an Arabic date."""
    found: Tense | None = None
    for before, word in pairwise(["", *words]):
        tense = tell_tense(word, before, signs)
        if tense == "future" and word.startswith((_AND + _HE, _AND + _SHE, _AND + _WILL)):
            continue  # فحص الخبراء الجسر في شباط ويرفعون تقريرهم: another clause
        if tense in ("past", "future"):
            return tense
        found = "future" if tense == "present" else found
    return found


def _is_put_off(before: str, after: str, signs: Signs, language: str) -> bool:
    """Tell whether something was put off to the date, which is to come then: `به یکشنبه موکول شد`, `أجلت الجلسة إلى الأحد`."""
    earlier = find_words(CLAUSE.split(before)[-1])
    if not earlier or earlier[-1] not in signs.till:
        return False
    if language == "fa":
        return not signs.put_off.isdisjoint(find_words(CLAUSE.split(after)[0]))
    return any(word in signs.put_off or word[1:] in signs.put_off for word in earlier)


def _is_state(after: str, signs: Signs) -> bool:
    """Tell whether the first Persian verb behind a date tells what is and has been: `هستند`, `داریم`."""
    words = find_words(CLAUSE.split(after)[0])
    verbs = (w for w, following in pairwise([*words, ""]) if tell_tense(w, following, signs))
    return next(verbs, "") in signs.present


def is_habitual(sentence: str, start: int, end: int, language: str) -> bool:
    """Tell whether the clause of a date tells a habit of the past: `جشن می گرفتند`, `كانوا يحتفلون`.

    >>> is_habitual("مردم شب یلدا را جشن می گرفتند", 5, 12, "fa")
    True
    """
    before, after = look_around(sentence, start, end)
    if language == "ar":
        habit = _HABIT.search(CLAUSE.split(before)[-1])
        return habit is not None and not _SINCE.search(habit.string, habit.end())
    signs = get_signs(language)
    for word, following in pairwise([*find_words(CLAUSE.split(after)[0]), ""]):
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
    before, after = look_around(sentence, start, end)
    if language == "ar":
        words = find_words(CLAUSE.split(before)[-1])
        for i in range(len(words) - 1, -1, -1):
            if tell_tense(words[i], words[i - 1] if i else "", signs):
                return tuple(words[i:])
        return ()
    words = find_words(join_prefix(CLAUSE.split(after)[0]))
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


def look_around(sentence: str, start: int, end: int) -> tuple[str, str]:
    """The folded text before and behind a date, without what is quoted there; joiners are dropped."""
    before, after = sentence[max(0, start - _REACH) : start], sentence[end : end + _REACH]
    first, last = (_NOON.sub(" ", squeeze(_QUOTED.sub(" ", side))) for side in (before, after))
    return first, last


def find_words(folded: str) -> list[str]:
    """The words of a folded text, and its commas."""
    return _WORD.findall(folded)


def _first(words: Iterable[str], signs: Signs) -> Tense | None:
    """The tense of the first sign among words; with no other, a present tells what is to come (`يختتم المعرض السبت`)."""
    return find_sign(list(words), signs)[1]
