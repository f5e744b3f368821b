"""Which Persian words are finite verbs of simple verbs, in any person. Floor 2.

The table `lang/fa/verb_stems.tsv` holds the stems. A present stem without a prefix (سازد) is told of light verbs only, for
it is too often a noun; so is a past that a noun with «ی» or a pronoun may be (خریدی).
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rawi.lang.folding import squeeze
from rawi.tables import load_tsv

_PERSONS = ("م", "ی", "د", "یم", "ید", "ند")
PAST_PERSONS = ("", "م", "ی", "یم", "ید", "ند")
VERBAL = ("می", "نمی")  # before a verb, in writing with a joint behind them
_MOODS = ("ب", "ن")  # بیاورید, نکند
# Light verbs stand without a prefix too; not in the second person, which is too like a noun.
_LIGHT = frozenset({"کن", "شو", "ده", "گیر", "یاب", "باش", "گرد"})
_LIGHT_PERSONS = ("م", "د", "یم", "ید", "ند")
# Imperatives by their form that are other words far more often: rice, soft, salt, bed, full moon.
_NO_BIDS = frozenset({"برنج", "نرم", "نمک", "بستر", "بدر", "بسا", "بتوان", "برم"})
_NOUNS = frozenset({"دهم", "نبرد", "نشست", "نزد", "نجوی"})  # tenth, battle, meeting, at, whisper


class StemRow(NamedTuple):
    """A row of `verb_stems.tsv`."""

    past: str
    present: str


@cache
def _forms() -> frozenset[str]:
    """All forms a simple verb takes by prefix and ending, folded."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    return frozenset(squeeze(form) for row in rows for form in _inflect(row)) - _NOUNS


def _inflect(row: StemRow) -> Iterator[str]:
    """Yield the forms of one verb."""
    if row.present in _LIGHT:
        for person in _LIGHT_PERSONS:
            yield row.present + person
    for person in _PERSONS:
        for prefix in VERBAL:
            yield prefix + row.present + person
        for prefix in _MOODS:
            yield _join(prefix, row.present) + person
    for person in PAST_PERSONS:
        for prefix in VERBAL:
            yield prefix + row.past + person
        yield _join("ن", row.past) + person
        if person not in ("", "ی", "م"):
            yield row.past + person


def _join(prefix: str, stem: str) -> str:
    """Write a mood before a stem: بیاور, بیفت; after it a long ā loses its sign."""
    if stem.startswith("آ"):
        return f"{prefix}یا{stem[1:]}"
    if stem.startswith("ا") and not stem.startswith("ای"):
        return f"{prefix}ی{stem[1:]}"
    return prefix + stem


def is_persian_verb(word: str) -> bool:
    """Tell whether a folded Persian word is a finite verb by its form; bare stems (گفت) are not told.

    >>> [is_persian_verb(word) for word in ("بیاورید", "نمیگویند", "گذاشتیم", "بهار", "گفتمان")]
    [True, True, True, False, False]
    """
    return word in _forms()


@cache
def _subjunctives() -> frozenset[str]:
    """What he, she or they may do or not do, folded, also with the long ā many write (بیاندازد); «براند» and «بدرد» are other words, too."""
    presents = {row.present for row in load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)}
    stems = {_join(mood, present) for mood in _MOODS for present in presents}
    stems |= {f"{m}ی{present}" for m in _MOODS for present in presents if present.startswith("ا")}
    forms = (squeeze(stem + person) for stem in stems for person in ("د", "ند"))
    return frozenset(forms) - {"براند", "بدرد", *_NOUNS}


@cache
def _imperatives() -> frozenset[str]:
    """What one bids or forbids somebody, folded: بیاور, نکن, بگو."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    presents = {row.present for row in rows}
    presents |= {stem.removesuffix("ی") for stem in presents if stem.endswith(("وی", "ای", "آی"))}
    forms = frozenset(squeeze(_join(mood, stem)) for mood in _MOODS for stem in presents)
    return forms - _NO_BIDS


def is_imperative(word: str) -> bool:
    """Tell whether a folded Persian word may bid or forbid one person something.

    >>> [is_imperative(word) for word in ("بده", "نکن", "بیا", "کتاب", "نمک")]
    [True, True, True, False, False]
    """
    return word in _imperatives()


def is_of_thee(word: str) -> bool:
    """Tell whether a folded Persian word is a form of thou behind `می` or a mood: میدانی, نیاوردی, ببینی.

    >>> [is_of_thee(word) for word in ("میدانی", "نیاوردی", "بازی", "میداند")]
    [True, True, False, False]
    """
    moods = (*VERBAL, *_MOODS)
    return word.endswith("ی") and word.startswith(moods) and word in _forms()


@cache
def _of_you() -> frozenset[str]:
    """The forms of you, folded, that are none of him or her: میگویید; «میگوید», «نرسید» he says, he did not arrive."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    his = {p + row.present + "د" for row in rows for p in VERBAL}
    his |= {_join(mood, row.present) + "د" for row in rows for mood in _MOODS}
    his |= {prefix + row.past for row in rows for prefix in (*VERBAL, "ن")}
    his |= {row.past for row in rows}
    yours = {form for form in _forms() if form.endswith("ید")}
    return frozenset(yours - {squeeze(form) for form in his})


def is_of_you(word: str) -> bool:
    """Tell whether a folded Persian word is a form of you that none of him or her is written like.

    >>> [is_of_you(word) for word in ("ببندید", "میگویید", "میگوید", "نرسید", "میآید")]
    [True, True, False, False, False]
    """
    return word in _of_you()


def is_infinitive(word: str) -> bool:
    """Tell whether a word is the noun of a verb: «شدن», «رسیدن».

    >>> is_infinitive("رسیدن"), is_infinitive("کردستان")
    (True, False)
    """
    return word.endswith("ن") and word.removesuffix("ن") in _past_stems()


def is_subjunctive(word: str) -> bool:
    """Tell whether a folded Persian word says what he, she or they may do or not do: بپرهیزند, نرود.

    >>> [is_subjunctive(word) for word in ("بپرهیزند", "نرود", "بلند", "نبرد", "میآید")]
    [True, True, False, False, False]
    """
    return word in _subjunctives()


@cache
def _past_stems() -> frozenset[str]:
    """The past stems, folded."""
    return frozenset(
        squeeze(row.past) for row in load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    )


def is_third_person_past(word: str) -> bool:
    """Tell whether a folded Persian word is the past of he or she: شد, گفت.

    >>> is_third_person_past("شد"), is_third_person_past("شود")
    (True, False)
    """
    return word in _past_stems()


@cache
def _both_tenses() -> frozenset[str]:
    """The past stems that the present has, too, with its ending, folded: ماند, برد."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    return frozenset(squeeze(row.past) for row in rows if row.past == row.present + "د")


def is_past_and_present(stem: str) -> bool:
    """Tell whether a folded past stem looks like the present of he or she behind `می`: `می ماند`, `می برد`.

    >>> [is_past_and_present(stem) for stem in ("ماند", "برد", "کرد")]
    [True, True, False]
    """
    return stem in _both_tenses()


@cache
def _presents_of_many() -> frozenset[str]:
    """The presents of they, folded."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    return frozenset(squeeze(f"{p}{row.present}ند") for row in rows for p in VERBAL)


def verbal_prefix(word: str) -> str:
    """What a word begins with that stands before a verb, or nothing.

    >>> verbal_prefix("نمیرفت"), verbal_prefix("رفت")
    ('نمی', '')
    """
    return next((prefix for prefix in VERBAL if word.startswith(prefix)), "")


def is_present_of_many(word: str) -> bool:
    """Tell whether a folded Persian word is a present of they: `میخورند`; `میکند` only ends like one.

    >>> [is_present_of_many(word) for word in ("میخورند", "میکنند", "میکند", "میماند")]
    [True, True, False, False]
    """
    return word in _presents_of_many()


@cache
def _participles() -> frozenset[str]:
    """The participles in ه, folded."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    return frozenset(squeeze(row.past) + "ه" for row in rows)


def is_participle(word: str) -> bool:
    """Tell whether a folded Persian word is the participle of a simple verb, as perfects are made of.

    >>> is_participle("شنیده"), is_participle("اداره")
    (True, False)
    """
    return word in _participles()


def is_of_many(word: str) -> bool:
    """Tell whether a folded Persian word is a form of they, of the present, past or perfect.

    >>> [is_of_many(word) for word in ("میخورند", "رفتند", "گفتهاند", "میکند", "ماند", "مانند")]
    [True, True, True, False, False, False]
    """
    return (
        is_present_of_many(word)
        or (word.endswith("ند") and is_third_person_past(word.removesuffix("ند")))
        or (word.endswith("اند") and is_participle(word.removesuffix("اند")))
        or word in ("اند", "هستند")
    )
