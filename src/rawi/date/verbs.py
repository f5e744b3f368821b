"""What one word says of time: signs of past and future, by the tables of `tense.toml` and by the shape of verbs.

Persian makes its verbs from two stems with the same endings, so a table of past stems tells all their forms
(`کرد`: `کردند`, `نکرد`, `کرده`, `می کرد`). Arabic marks the future in front (`سيعقد`); its past is told by the
table of verbs that `rawi.lang` has.
"""

from functools import cache, lru_cache
from typing import Literal

import msgspec

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.lang.persian_verbs import is_past_and_present
from rawi.lang.verbs import is_verb
from rawi.tables import load_toml

Tense = Literal["past", "future", "unknown"]
Sign = Literal["past", "present", "future", "unknown"]  # a present tells less than the others
_PRESENT_ENDINGS = ("د", "م", "ی")  # of the third and first persons: `می رسد`, `می رسیم`
# Behind a past stem: persons, and the participle with its auxiliary (alone it may go on `خواهد شد`).
_PAST_ENDINGS = ("ند", "یم", "ید", "م", "هاند", "هاست", "هبود", "هبودند")
_PAST_PLURALS = ("دند", "تند")  # `می چیدند`; the few present stems that end so stand in the table
_PARTICIPLE = "ه"
_PARTICIPLES = ("ته", "ده")
_PERFECTS = ("است", "اند", "بود", "بودند")
_BEING = ("است", "دارد", "دارند")
_NOT = squeeze("ن")
# A word that is a noun, too, or a participle is the verb of its clause only where the clause ends behind it.
_ENDS = frozenset({"", "،", ",", *map(squeeze, ("و", "که", "تا", "اما", "ولی", "زیرا", "چون"))})
_AUXILIARIES = frozenset(
    map(squeeze, ("است", "اند", "بود", "بودند", "نیست", "شد", "شدند", "ام", "ایم"))
)
_WISHED = squeeze("ب")
_PRESENT = squeeze("ي")
_FEMININE = squeeze("ت")
_IMPERFECT = (squeeze("ي"), squeeze("ت"), squeeze("س"))
_OBJECTS = (squeeze("هم"), squeeze("ها"), squeeze("ه"))
_PLURAL = squeeze("ون")
_THEY, _WE, _LONG = "وا", "نا", 5
_NOT_PASTS = frozenset(map(squeeze, ("لن", "أن", "لا", "كي", "لكي")))
_SHORT_HEAD = squeeze("سي")
_NONE = ("\x00",)  # begins no word
# Lists of the table that are more than a set of folded words.
_FOLDED_APART = ("future", "past", "future_anywhere", "never", "clitics", "prefixes", "forecasts")


class TenseTable(msgspec.Struct, forbid_unknown_fields=True):
    """The contents of `tense.toml`."""

    future: list[str]
    past: list[str]
    future_anywhere: list[str]
    never: list[str] = []
    breaks: list[str] = []
    clitics: list[str] = []
    conditions: list[str] = []
    prefixes: list[str] = []
    prepositions: list[str] = []
    pasts: list[str] = []
    nouns: list[str] = []
    perfects: list[str] = []
    present: list[str] = []
    adjectives: list[str] = []
    put_off: list[str] = []
    till: list[str] = []
    copulas: list[str] = []
    reports: list[str] = []
    unsettled: list[str] = []
    once_planned: list[str] = []
    occasions: list[str] = []
    sales: list[str] = []
    about: list[str] = []
    forecasts: list[str] = []
    forecast_of: list[str] = []
    once_words: list[str] = []
    not_wishes: list[str] = []
    attained: list[str] = []


class Signs(msgspec.Struct, frozen=True):
    """Folded signs of tense of one language: whole words, beginnings, and the words that stand around them."""

    words: dict[str, Tense]
    heads: tuple[str, ...]
    not_heads: tuple[str, ...]
    anywhere: frozenset[str]
    breaks: frozenset[str]
    clitics: tuple[str, ...]
    conditions: frozenset[str]
    prefixes: tuple[str, ...]
    prepositions: frozenset[str]
    pasts: frozenset[str]
    nouns: frozenset[str]
    perfects: frozenset[str]
    present: frozenset[str]
    adjectives: frozenset[str]
    put_off: frozenset[str]
    till: frozenset[str]
    copulas: frozenset[str]
    reports: frozenset[str]
    unsettled: frozenset[str]
    once_planned: frozenset[str]
    occasions: frozenset[str]
    sales: frozenset[str]
    about: frozenset[str]
    forecasts: frozenset[str]
    forecast_of: frozenset[str]
    once_words: frozenset[str]
    not_wishes: frozenset[str]
    attained: frozenset[str]


def tell_tense(word: str, neighbour: str, signs: Signs) -> Sign | None:
    """The tense a folded word tells, None if it tells none.

    `neighbour` is the word read next: behind it in Persian, before it in Arabic, where no verb stands behind a
    preposition.

    >>> [tell_tense(word, "", get_signs("fa")) for word in ("نکردند", "میبارد", "ببرد", "خانه")]
    ['past', 'future', 'future', None]
    """
    return _tell(word, neighbour, "fa" if signs.prefixes else "ar")


@lru_cache(maxsize=65536)  # pairs of words come again; a newspaper's week has about so many
def _tell(word: str, neighbour: str, language: str) -> Sign | None:
    """The tense a word tells in a language, remembered."""
    signs = get_signs(language)
    if word in signs.present:
        return "present"
    tense: Sign | None = signs.words.get(f"{word} {neighbour}") or signs.words.get(word)
    joined = len(word) > 3 and word.startswith(signs.clitics)
    joined = joined and not (len(word) == _LONG and word.endswith(_THEY))  # وصلوا
    if tense is None and joined:
        word = word[1:]
        tense = signs.words.get(word)
    if tense is None:
        persian = bool(signs.prefixes)
        tense = (
            _of_persian(word, neighbour, signs) if persian else _of_arabic(word, neighbour, signs)
        )
    if tense == "present" and joined:
        return "future"  # و begins a clause: بدأ المؤتمر ويختتم
    if tense == "past" and (_is_noun(word, neighbour, signs) or _leans_on(word, neighbour, signs)):
        return None
    is_noun = neighbour in signs.prepositions and word not in signs.prepositions
    return None if tense == "past" and is_noun else tense


def _is_noun(word: str, following: str, signs: Signs) -> bool:
    """Tell whether a Persian word that may be a past verb is a noun or an adjective: `نشست خبری`, `داده های تازه`."""
    if word in signs.nouns:
        return following not in _ENDS
    participle = signs.prefixes and word.endswith(_PARTICIPLE)
    return bool(participle) and following not in _ENDS and following not in _AUXILIARIES


def _leans_on(word: str, following: str, signs: Signs) -> bool:
    """Tell whether a Persian participle is one of a verb to come, or of one that goes on: `گرفته می شود`."""
    if not signs.prefixes or not word.endswith(_PARTICIPLE):
        return False
    coming = signs.words.get(following) == "future" and following not in _BEING
    return coming or following.startswith(signs.prefixes)


def is_going_on(word: str, neighbour: str, signs: Signs) -> bool:
    """Tell whether a Persian word is a verb of the past that goes on or comes again: `می گرفتند`."""
    return _of_imperfective(word, neighbour, signs) == "past"


def _of_arabic(word: str, before: str, signs: Signs) -> Sign | None:
    """The tense of an Arabic word.

    Of four letters only those in سي are taken for coming: the others are mostly names (ستيل، سنوب). Present and
    past look alike in ت, so verbs that begin so are past only if their end tells it (`تقدموا`, `توقفت`); those that
    begin otherwise are, perhaps with their object (`التقطته`).
    """
    if word.startswith(signs.heads) and not word.startswith(signs.not_heads):
        if not (len(word) > 4 or (word.startswith(_SHORT_HEAD) and len(word) == 4)):
            return None
        # One that is no known verb may be a name (سيدورف) and gives way to a past.
        return "future" if is_verb(word[1:]) or word.endswith(_PLURAL) else "present"
    if word.startswith(_PRESENT) and before not in signs.pasts and is_verb(word):
        return "present"
    of_many = _is_past_of_many(word, before, signs)
    if word.startswith(_FEMININE) and (of_many or (word.endswith(_FEMININE) and is_verb(word))):
        return "past"  # تقدموا, توقفت
    if word.startswith(_IMPERFECT):
        return "present" if before not in signs.pasts and _is_feminine_present(word) else None
    if of_many or before in signs.perfects:
        return "past"
    long = len(word) > 4
    # No verb stands right behind another: تعقد جلستها
    owned = long and not is_verb(before or " ") and signs.words.get(before) != "future"
    past = is_verb(word) or (owned and any(is_verb(word.removesuffix(o)) for o in _OBJECTS))
    return "past" if past else None


def _is_past_of_many(word: str, before: str, signs: Signs) -> bool:
    """Tell whether a word of five letters or more is a past of «they» or «we»: `سجلوا`, `التقينا`; behind لم it is none."""
    if len(word) < _LONG or word in signs.pasts or before in signs.pasts or before in _NOT_PASTS:
        return False
    stem = word[: -len(_WE)]
    known = is_verb(stem) or signs.words.get(stem) == "past"
    we = word.endswith(_WE) and known and not word.startswith(_FEMININE)
    return we or word.endswith(_THEY)


def _is_feminine_present(word: str) -> bool:
    """Tell whether an Arabic word in ت is a present of «she» and no past: `تتساقط`, but not `تعرض`, of which there is يتعرض."""
    she, he = word.startswith(_FEMININE) and is_verb(word), f"{_PRESENT}{word[1:]}"
    return she and is_verb(he) and not is_verb(f"{_PRESENT}{word}")


def _of_persian(word: str, following: str, signs: Signs) -> Tense | None:
    """The tense of a Persian word; `ب` before a form that is known (`ببرد`) wishes or expects it."""
    if word.startswith(_WISHED) and word[1:] in signs.words:
        return "future"
    return _of_imperfective(word, following, signs) or _of_past_stem(word, signs, following)


def _of_imperfective(word: str, following: str, signs: Signs) -> Tense | None:
    """The tense of a Persian verb in `می`, joined or apart: `می کردند` is past, `می بارد` present or coming."""
    for prefix in signs.prefixes:
        stem = following if word == prefix else word.removeprefix(prefix)
        if not word.startswith(prefix) or not stem:
            continue
        if is_past_and_present(stem):
            return "future"
        told = signs.words.get(stem) or _of_past_stem(stem, signs)
        if told == "past" or (told is None and stem.endswith(_PAST_PLURALS)):
            return "past"
        if len(stem) > 2 and stem.endswith(_PRESENT_ENDINGS):
            return "future"
    return None


def _of_past_stem(word: str, signs: Signs, following: str = "") -> Tense | None:
    """Past, if a word is a form of a past stem of the table: `نکرد`, `کردند`, `کرده اند`; or a participle with its auxiliary.

    A participle is known by its shape (`شکافته است`); the adjectives that look like one stand in the table.
    """
    if word.endswith(_PARTICIPLES) and following in _PERFECTS and word not in signs.adjectives:
        return "past"
    bare = word.removeprefix(_NOT)
    for form in (word, bare):
        if signs.words.get(form) == "past":
            return "past"
        for ending in _PAST_ENDINGS:
            if form.endswith(ending) and signs.words.get(form.removesuffix(ending)) == "past":
                return "past"
    return None


@cache
def get_signs(language: str) -> Signs:
    """The signs of tense of a language (`fa` or `ar`)."""
    table = load_toml(table_package(language), "tense.toml", TenseTable)
    words: dict[str, Tense] = {}
    for tense, signs in (("future", table.future), ("past", table.past)):
        for sign in signs:
            if not sign.endswith("*"):
                words[squeeze(sign)] = "future" if tense == "future" else "past"
    words.update(dict.fromkeys(map(squeeze, table.never), "unknown"))
    folded = {
        name: frozenset(map(squeeze, getattr(table, name)))
        for name in TenseTable.__struct_fields__
        if name not in _FOLDED_APART
    }
    return Signs(
        words,
        tuple(squeeze(sign[:-1]) for sign in table.future if sign.endswith("*")) or _NONE,
        tuple(squeeze(word[:-1]) for word in table.never if word.endswith("*")) or _NONE,
        anywhere=frozenset(map(squeeze, table.future_anywhere)),
        clitics=tuple(map(squeeze, table.clitics)) or _NONE,
        prefixes=tuple(map(squeeze, table.prefixes)),
        forecasts=frozenset(squeeze(phrase).replace(" ", "") for phrase in table.forecasts),
        **folded,
    )
