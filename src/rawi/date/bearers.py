"""Months and weekdays that are names of people, works and cars: `خانم آذر نیک پی`, `رمان «شهریور»`, `رجب الهاشمي`.

Asked of a month or weekday that stands alone, without a day, a year or a word such as `ماه` beside it. What people are
called is told by the tables of names and by how common the words beside are.
"""

import re

from rawi.date.context import Context, Neighbours
from rawi.date.grammar import Match
from rawi.date.scene import Scene
from rawi.date.tokens import MONTHS, Token
from rawi.date.verbs import get_signs, tell_tense
from rawi.date.words import ZWNJ
from rawi.lang.common import is_rare
from rawi.lang.folding import squeeze
from rawi.lang.people import load_people, load_roles, load_titles
from rawi.lang.verbs import is_verb

_LONG_TAIL = 3  # letters of a surname's tail: پور, زاده
_IN_TIME = frozenset(
    map(squeeze, ("در", "طی", "تا", "اواخر", "اوایل", "اواسط", "پایان", "ابتدای", "ماه"))
)
_AND = "و"
_FROM, _UNTIL, _OBJECT, _WISHED = "از", "تا", "را", ("ب", "ن")
_ARTICLE, _NISBA = "ال", "ی"
_COUNTS = ("year_number", "three_digits", "two_digits", "number")
_APRIL, _JALALI_YEARS = "gregorian:4", range(1300, 1450)
# Months nobody is called after: اکتوبر, یولیه, دسامبر
_EUROPEAN = re.compile(r"\w+(?:بر|یو|یه|غسطس|بریل|ریل)")
_WORKS_REACH = 3  # tokens before an opening quotation mark in which `رمان` is looked for
_OPENING = frozenset('«“"')


def names_person(scene: Scene) -> bool:
    """Tell whether a month or weekday alone is someone's name."""
    token = scene.inside[0]
    if len(scene.inside) > 1 or token.kind not in (*MONTHS, "weekday", "weak_weekday"):
        return False
    before, after = _word(scene, scene.match.start - 1), _word(scene, scene.match.end)
    articled = scene.sentence[token.start : token.end].startswith(_ARTICLE)
    if scene.sentence[token.end : token.end + 1] == ZWNJ and _is_other(scene, scene.match.end):
        return True  # آبان دخت
    forms = [word for word in scene.beside.before if " " not in word] if before else []
    if not articled and any(load_titles(scene.language).find((word,), 0) for word in forms):
        return True
    if scene.language == "ar" and token.kind in MONTHS:
        roles = (form for word in forms for form in (word, word.removeprefix(_ARTICLE)))
        if any(load_roles("ar").find((role,), 0) for role in roles):
            return True  # والكاتب آذار حداد
    if token.kind not in MONTHS:
        return _is_second_weekday(scene)
    if _stands_behind_name(scene, before):
        return True  # سامان فروردین
    if scene.language == "ar":
        return not _is_nobodys(scene) and _is_arabic_name(before, after, token.kind)
    if _is_surname(after) and after.endswith(_NISBA) and _is_one_who_acts(scene, before):
        return True
    own = load_people("fa").given_names.find((scene.get_word(token),), 0)
    return _is_surname(after) and (before in ("", _AND) or bool(own and before not in _IN_TIME))


def _is_arabic_name(before: str, after: str, kind: str) -> bool:
    """Tell whether an Arabic month stands before a surname (`من رجب الهاشمي`), or between a verb and a given name (`فازت أيار خليل`)."""
    if before and is_verb(before) and after and after in load_people("ar").given_names.alone:
        return True  # no preposition makes a month of it
    return after.startswith(_ARTICLE) and after.endswith(_NISBA) and kind != "month"


def _is_one_who_acts(scene: Scene, before: str) -> bool:
    """Tell whether a month and a surname behind `از` or `تا` are a person: one who is thanked, or who is to do something.

    `از خرداد کریمی قدردانی کرد`, `تا خرداد کریمی ناکام بماند`; `تا خرداد کریمی را برگرداند` tells when.
    """
    if before == _FROM:
        return scene.clause_has(scene.context.to_people)
    second = _word(scene, scene.match.end + 1)
    verb = next(reversed(scene.verb), "")
    wished = verb.startswith(_WISHED) and tell_tense(verb, "", get_signs("fa")) == "future"
    return before == _UNTIL and second != _OBJECT and wished


def _is_nobodys(scene: Scene) -> bool:
    """Tell whether nobody is called like the month: `أكتوبر`, in Arabic those of Iran."""
    token = scene.inside[0]
    iranian = scene.language == "ar" and token.value.startswith("jalali")
    return iranian or bool(_EUROPEAN.fullmatch(scene.get_word(token)))


def _stands_behind_name(scene: Scene, before: str) -> bool:
    """Tell whether the word before is surely a given name; names are not loaded for a preposition (`في يونيو`)."""
    in_time = not scene.beside.before.isdisjoint(scene.context.prepositions)
    if not before or in_time or _is_nobodys(scene):
        return False
    given = load_people(scene.language).given_names.alone.get(before)
    return given is not None and not given.weak


def names_body(scene: Scene) -> bool:
    """Tell whether a month alone is the name of a body told two words before it: `شرکت داروسازی شهریور`."""
    noun = _word(scene, scene.match.start - 1)
    body = _word(scene, scene.match.start - 2)
    return bool(noun) and noun not in scene.context.prepositions and body in scene.context.bodies


def names_work(scene: Scene) -> bool:
    """Tell whether a date stands behind an opening quotation mark that a word for a work, a group or a place precedes."""
    tokens, at = scene.tokens, scene.match.start
    if not at or scene.get_word(tokens[at - 1]) not in _OPENING:
        return False
    words = {scene.get_word(token) for token in tokens[max(0, at - _WORKS_REACH) : at - 1]}
    named = scene.context.places | scene.context.not_after_month
    return not named.isdisjoint(words)


def _is_other(scene: Scene, place: int) -> bool:
    """Tell whether a token is no word dates are made of."""
    return place < len(scene.tokens) and scene.tokens[place].kind == "other"


def _is_surname(word: str) -> bool:
    """Tell whether a folded Persian word may be a surname: one with a tail of surnames, or a rare one."""
    tails = load_people("fa").surname_tails
    tailed = any(
        word.endswith(tail) and len(word) > len(tail) >= _LONG_TAIL
        for tail, weak in tails.items()
        if not weak
    )
    role = load_roles("fa").find((word,), 0)  # از آذر سرپرست است
    return bool(word) and not role and (tailed or is_rare(word))


def _is_second_weekday(scene: Scene) -> bool:
    """Tell whether a weekday stands right behind another that is a man's name, too: `جمعة الأحد`."""
    at = scene.match.start
    return at > 0 and scene.tokens[at - 1].kind == "weak_weekday"


def _word(scene: Scene, place: int) -> str:
    """The folded word at a place; empty beyond the sentence and for a sign."""
    if not 0 <= place < len(scene.tokens):
        return ""
    word = scene.get_word(scene.tokens[place])
    return word if word.isalpha() else ""


def names_thing(match: Match, tokens: list[Token], beside: Neighbours, context: Context) -> bool:
    """Tell whether a month with a year is a thing with a number: `سيارة نيسان 2020`, `نیسان ۱۴۰۰`, `۱۳۹۹ تیر، ۱۳۵۷ تیر`.

    A car has a word for it before it, or a year of another calendar than the month's.
    """
    first = tokens[match.start]
    counted = match.start and tokens[match.start - 1].kind in _COUNTS
    if (first.kind == "faint_month" and counted) or beside.before & context.cars:
        return True
    inside = tokens[match.start : match.end]
    years = [int(token.value) for token in inside if token.kind == "year_number"]
    return first.value == _APRIL and len(inside) > 1 and bool(years) and years[0] in _JALALI_YEARS
