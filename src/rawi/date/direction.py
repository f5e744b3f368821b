"""Which way from the anchor a date without its year lies: back, ahead, or whichever is nearer.

A verb of what happened or will happen on the date tells it (`rawi.date.tense`). A verb of saying tells nothing of
what is said (`از گشایش پل در دهم خرداد خبر داد`, `كشفت عن افتتاح الجسر في العاشر من حزيران`), nor does one of
calling off, of what was planned once, of tickets sold, or of a thing the date only names (`حفل 18 حزيران`): then
the nearest such day is meant.
"""

from rawi.date.signs import find_sign
from rawi.date.tense import CLAUSE, find_tense, find_words, is_aftermath, look_around
from rawi.date.verbs import Signs, get_signs, tell_tense
from rawi.lang.folding import squeeze

NEAREST = "~"
UNKNOWN = "?"
_OF_TENSE = {"past": "<=", "future": ">=", "unknown": UNKNOWN}
_THE = "ال"
_WAS = frozenset(map(squeeze, ("كان", "كانت", "كانا", "كانتا")))
_BEFORE = squeeze("قبل")
_ROOT = 3  # letters
_CLITICS, _SHORT = tuple(map(squeeze, ("ل", "ب", "و", "ك"))), 4
_AND, _FOR, _FROM = "و", "برای", "از"
_AFTER = frozenset(map(squeeze, ("پس", "بعد", "دنبال", "پی", "عقب", "إثر", "منذ")))
_PLUPERFECT = "بود"
_FROM_DAY = frozenset(map(squeeze, ("از", "من")))
_TOWARDS = frozenset(map(squeeze, ("تا", "برای", "بحلول", "حتى", "قبل", "لغاية")))
_ENDINGS = ("های", "ی")
_COMMAS = ("،", ",")


def find_direction(sentence: str, start: int, end: int, language: str) -> str:
    """Tell where the year of a yearless date at [start, end) is looked for, as the sign of `rawi.date.reckon`.

    >>> find_direction("نمایشگاه در دهم خرداد باز شد", 12, 20, "fa")
    '<='
    >>> find_direction("مدیر از گشایش نمایشگاه در دهم خرداد خبر داد", 26, 34, "fa")
    '~'
    """
    tense = find_tense(sentence, start, end, language)
    signs = get_signs(language)
    before, after = look_around(sentence, start, end)
    ahead, behind = _words_of_clause(before, after)
    is_open = _is_open_fa if language == "fa" else _is_open_ar
    if (
        tense != "unknown"
        and not is_aftermath(before, language)
        and is_open(ahead, behind, tense, signs)
    ):
        return NEAREST
    return _OF_TENSE[tense]


def find_weekday_direction(sentence: str, start: int, end: int, language: str) -> str:
    """Tell where a weekday at [start, end) lies, as the sign of `rawi.date.reckon`.

    One that only names what was spoken of (`درباره بازی جمعه`, `تشكيلة مباراة الجمعة`) is the nearest, and what tickets are sold for
    or was called off is to come.

    >>> find_weekday_direction("بازی جمعه لغو شد", 5, 9, "fa")
    '>='
    """
    tense = find_tense(sentence, start, end, language)
    if tense == "future":
        return _OF_TENSE[tense]
    signs = get_signs(language)
    ahead, behind = _words_of_clause(*look_around(sentence, start, end))
    if _has(signs.once_planned, ahead + behind):
        return NEAREST
    # The old day of what was put off: نشست از پنجشنبه به شنبه موکول شد
    moved = _is_moved(behind if language == "fa" else ahead, signs)
    if moved and _FROM_DAY.intersection(ahead[-1:]):
        return _OF_TENSE["future"]
    began = ahead[-1:] == [_FROM]
    if _has(signs.sales, ahead) and not began:
        return _OF_TENSE["future"]
    if language == "fa":
        if _has(signs.unsettled, behind) and names_occasion(ahead, signs):
            return _OF_TENSE["future"]
        named = names_occasion(ahead, signs) and _is_of_what_is_named(ahead, signs)
    else:
        named = _is_named(ahead, signs) and not _AFTER.intersection(ahead[-3:])
    return NEAREST if named else _OF_TENSE[tense]


def find_season_direction(sentence: str, start: int, end: int, language: str) -> str:
    """Tell where a season without its year lies; one something is to be done by is to come if no verb says else.

    >>> find_season_direction("هزینه\u200cها تا بهار", 12, 16, "fa")
    '>='
    """
    direction = find_direction(sentence, start, end, language)
    if direction != UNKNOWN:
        return direction
    ahead = find_words(look_around(sentence, start, end)[0])
    return _OF_TENSE["future"] if _TOWARDS.intersection(ahead[-1:]) else direction


def is_put_off(before: str, language: str) -> bool:
    """Tell whether the clause before a date says that something was put off.

    >>> is_put_off("تأجل المهرجان من ", "ar")
    True
    """
    return _is_moved(find_words(squeeze(CLAUSE.split(before)[-1])), get_signs(language))


def _is_moved(words: list[str], signs: Signs) -> bool:
    """Tell whether words say that something was put off, and not only to when it was."""
    return not (signs.put_off & signs.unsettled).isdisjoint(words)


def _words_of_clause(before: str, after: str) -> tuple[list[str], list[str]]:
    """The words of the clause of a date, ahead of it and behind it, of the folded text before and behind."""
    return find_words(CLAUSE.split(before)[-1]), find_words(CLAUSE.split(after)[0])


def _has(phrases: frozenset[str], words: list[str]) -> bool:
    """Tell whether a phrase stands among words."""
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _is_open_fa(ahead: list[str], behind: list[str], tense: str, signs: Signs) -> bool:
    """Tell whether the verb of a Persian clause leaves open on which side its date lies."""
    if _has(signs.once_planned, ahead + behind):
        return True
    put_off = bool(ahead) and ahead[-1] in signs.till
    if _has(signs.unsettled, behind) and not (put_off and tense == "future"):
        return True
    place, _ = find_sign(behind, signs)
    verb = behind[max(0, place - 1) : place + 1]
    if _PLUPERFECT in behind[place + 1 : place + 2]:
        return False
    if tense == "past":
        if _has(signs.sales, ahead + behind):
            return True
        # درباره بازی ۲۶ آبان تصمیم گرفتند; but در نشست ۲۶ آبان it was done
        if names_occasion(ahead, signs) and _is_of_what_is_named(ahead, signs):
            return True
        if ahead[-1:] == [_FOR] and _has(signs.reports, verb):
            return True  # برنامه برای اسفند اعلام شد
        # از گشایش پل در دهم خرداد خبر داد; but در دهم خرداد خبر داد که is the day it was said
        reported = not signs.about.isdisjoint(ahead[:-1])
        return reported and _has(signs.reports, verb)
    # نامه ۲۷ فروردین بی پاسخ است: what stands before the date is named by it
    return names_occasion(ahead, signs)


def _is_of_what_is_named(ahead: list[str], signs: Signs) -> bool:
    """Tell whether something is told of a thing with a day, and not of what came after it (`پس از سیل فروردین`)."""
    behind = _AFTER.isdisjoint(ahead[-4:-2])
    return behind and not signs.about.isdisjoint(ahead[-3:-1])


def names_occasion(ahead: list[str], signs: Signs) -> bool:
    """Tell whether a thing that has a day, a letter or a meeting, stands right before the day: `نامه ۲۷ فروردین`."""
    return _stands_before(signs.occasions, ahead)


def _stands_before(things: frozenset[str], ahead: list[str]) -> bool:
    """Tell whether one of the things, in one word or two, with or without an ending, is the last of the words."""
    words = ahead[:-1] if ahead and ahead[-1] in _ENDINGS else ahead
    last = (" ".join(words[-2:]), "".join(words[-2:]), *words[-1:])
    return not things.isdisjoint(
        form.removesuffix(ending) for form in last for ending in ("", *_ENDINGS)
    )


def names_sale(ahead: list[str], signs: Signs) -> bool:
    """Tell whether tickets or places sold before the day stand right before it."""
    return _stands_before(signs.sales, ahead)


def _is_open_ar(ahead: list[str], behind: list[str], tense: str, signs: Signs) -> bool:
    """Tell whether the verb of an Arabic clause leaves open on which side its date lies."""
    if _has(signs.once_planned, ahead) or _was_planned(ahead, signs):
        return True
    put_off = bool(ahead) and ahead[-1] in signs.till
    if _has(signs.unsettled, ahead + behind) and not put_off:
        return True
    # تلقوا إشعارا بالإخلاء قبل 15 نوفمبر; but تقدموا قبل نهاية أيار
    within = ahead[-1:] == [_BEFORE] and tell_tense(("", *ahead)[-2], "", signs) != "past"
    if _has(signs.sales, ahead) or _is_named(ahead, signs) or within:
        return True
    place, found = find_sign(ahead[::-1], signs)
    if tense != "past" or found != "past":
        return False
    # أورد تقرير في كانون الثاني أن: there it was said in January
    said = bool(behind) and behind[0] in signs.breaks
    verbs = [ahead[len(ahead) - 1 - place]]
    if len(verbs[0]) == _ROOT:  # قررت الشركة رفع التعرفة: a noun that may be a verb
        verbs += ahead[: len(ahead) - 1 - place]
    return not said and any(
        v in signs.reports or v.removeprefix(_AND) in signs.reports for v in verbs
    )


def _was_planned(ahead: list[str], signs: Signs) -> bool:
    """Tell whether an Arabic clause says of something that it was planned once: `كان اللقاء مقررا في`."""
    place = next((i for i, word in enumerate(ahead) if word.removeprefix(_AND) in _WAS), len(ahead))
    return not signs.once_words.isdisjoint(ahead[place:])


def _is_named(ahead: list[str], signs: Signs) -> bool:
    """Tell whether an Arabic noun stands right before a date, as in `حفل 18 حزيران`: the date only names it."""
    if not ahead or ahead[-1] in _COMMAS:
        return False
    word, before = ahead[-1], ahead[-2] if len(ahead) > 1 else ""
    if word in signs.prepositions or word in signs.till or word.startswith(_THE) or len(word) < 3:
        return False
    if before in _AFTER:
        return False  # بعد فيضان نيسان
    form = word[1:] if word.startswith(_CLITICS) and len(word) > _SHORT else word
    known = not signs.occasions.isdisjoint((word, form))
    return known and (form != word or tell_tense(word, before, signs) is None)
