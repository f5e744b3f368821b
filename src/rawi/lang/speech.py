"""The words that say that someone spoke, with the frames they take: a lexicon for each language.

Floor 2. The tables are `cues.toml`; the forms of the verbs are made here, so that a table names a verb once.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import msgspec

from rawi.facts import CueClass
from rawi.lang import table_package
from rawi.lang.reading import Lexicon, spellings
from rawi.tables import load_toml

Shape = Literal["verb", "participle", "masdar", "adjunct", "attribution", "content"]
_JOINER = "\u200c"
_CONJUNCTIONS = ("", "و", "ف")  # Arabic writes them together with the verb


class CueRow(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"cue_class": "class"}
):
    """One entry of a `cues.toml`: the verbs or forms, their frames, and the class of the wording."""

    cue_class: CueClass
    verbs: list[str] = []
    nouns: list[str] = []
    openings: list[str] = []
    passives: bool = False
    people: bool = False
    writings: bool = False
    forms: list[str] = []
    frames: list[str] = []
    relay: bool = False
    own: bool = False
    passive: bool = False
    initial: bool = False
    objects: bool = False
    verbal: bool = False


class CueTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of a `cues.toml`."""

    cues: list[CueRow]
    attributions: list[CueRow]
    contents: list[CueRow]
    verbs: dict[str, tuple[str, str]] = {}
    adjuncts: list[CueRow] = []
    participles: list[CueRow] = []
    masdars: list[CueRow] = []


class Cue(NamedTuple):
    """What a form in the text means: its shape and frames, and how its subject is marked on the verb.

    `gender` is m, f or None where the form does not tell; `plural` likewise tells number by form only.
    `own`: a pronoun in the form is the source («بحسب قولها»). `initial`: the form is also a common word, and is a verb only where a clause begins.
    `people`: the form is a cue only before someone who can speak («از نظر او», not «از نظر فنی»); `writings`: only before
    a writing («بنا بر مقاله ای»).
    `verbal`: a verb of saying follows and belongs to it («بحسب ما ذكرت»).
    """

    shape: Shape
    frames: frozenset[str]
    cue_class: CueClass
    gender: Literal["m", "f"] | None = None
    plural: bool = False
    relay: bool = False
    own: bool = False
    passive: bool = False
    initial: bool = False
    object: bool = False
    people: bool = False
    verbal: bool = False
    writings: bool = False


_THAT = re.compile("ب?ان(?:ه|ها|هم|هما|هن|نی|نا|ک)?$")


def is_that(word: str) -> bool:
    """Tell whether a folded Arabic word is أنّ, إنّ, بأنّ or one of them with a pronoun.

    >>> is_that("بانه"), is_that("انت")
    (True, False)
    """
    return _THAT.match(word) is not None


@cache
def load_cues(language: str) -> Lexicon[Cue]:
    """Load the cue lexicon of a language.

    >>> load_cues("fa").find(("وی", "تصریح", "کرد"), 1).value.cue_class
    'stressing'
    >>> load_cues("ar").find(("واضافت",), 0).value.gender
    'f'
    """
    table = load_toml(table_package(language), "cues.toml", CueTable)
    make = _persian_cues if language == "fa" else _arabic_cues
    return Lexicon([*make(table), *_fixed_cues(table)])


def _fixed_cues(table: CueTable) -> Iterator[tuple[str, Cue]]:
    """Entries whose forms do not change; Arabic writes «و» together with them."""
    joints = ("", "و") if table.participles else ("",)
    shapes: tuple[tuple[Shape, list[CueRow]], ...] = (
        ("adjunct", table.adjuncts),
        ("attribution", table.attributions),
        ("content", table.contents),
    )
    for shape, rows in shapes:
        for row in rows:
            cue = Cue(
                shape, frozenset(row.frames), row.cue_class,
                relay=row.relay, own=row.own, people=row.people, verbal=row.verbal, writings=row.writings,
            )  # fmt: skip
            pairs = [f"{opening} {noun}" for opening in row.openings for noun in row.nouns]
            for form in (*row.forms, *pairs):
                told = cue._replace(gender="f" if form.endswith("ها") else "m") if row.own else cue
                for joint in joints:
                    yield joint + form, told


# ------------------------------------------------------------------ Persian


def _persian_cues(table: CueTable) -> Iterator[tuple[str, Cue]]:
    """Verbs, and nouns with their light verbs, in the third person; first and second stand in quotations."""
    for row in table.cues:
        cue = Cue("verb", frozenset(row.frames), row.cue_class, initial=row.initial)
        for form in row.forms:
            yield form, cue._replace(passive=any(told in form for told in ("شد", "شود")))
        for verb in row.verbs:
            forms = tuple(persian_forms(*table.verbs[verb]))
            for noun in row.nouns or [""]:
                for form, plural in forms:
                    yield f"{noun} {form}".strip(), cue._replace(plural=plural)
    # After the active ones: «متذکر شد» is no passive.
    yield from _persian_passive_cues(table)


def _persian_passive_cues(table: CueTable) -> Iterator[tuple[str, Cue]]:
    """The passives of the rows that have them."""
    for row in table.cues:
        told = Cue("verb", frozenset({"linked", "clause"}), row.cue_class, passive=True)
        for verb in row.verbs if row.passives else ():
            for noun in row.nouns or [""]:
                for form in persian_passives(noun, table.verbs[verb][0]):
                    yield form, told


@cache
def light_nouns() -> frozenset[str]:
    """The Persian nouns, folded, that say with a light verb that someone spoke.

    >>> {"هشدار", "قول"} <= light_nouns()
    True
    """
    table = load_toml(table_package("fa"), "cues.toml", CueTable)
    nouns = (noun for row in table.cues for noun in row.nouns if row.verbs != ["شدن"])
    return frozenset(
        words[0] for noun in nouns if noun for words in spellings(noun) if len(words) == 1
    )


def persian_forms(past: str, present: str) -> Iterator[tuple[str, bool]]:
    r"""Yield the third-person forms of a verb and whether they are plural.

    >>> [form.replace("\u200c", "|") for form, plural in persian_forms("گفت", "گوی") if plural][:3]
    ['گفتند', 'می|گفتند', 'گفته|اند']
    """
    vowel = past + "ه"
    for form in (
        past, f"می{_JOINER}{past}", vowel, f"{vowel} است", f"{vowel} بود", f"می{_JOINER}{present}د",
        f"{past}ه{_JOINER}است", f"می{_JOINER}{vowel}", f"ب{present}د", f"خواهد {past}", f"{vowel} باشد",
        f"{vowel} بوده است",
    ):  # fmt: skip
        yield form, False
    if past == "داشت":
        yield f"{present}د", False
        yield f"{present}ند", True
    for form in (
        f"{past}ند", f"می{_JOINER}{past}ند", f"{vowel}{_JOINER}اند", f"{vowel} اند", f"{vowel} بودند",
        f"می{_JOINER}{present}ند", f"{vowel}ند", f"ب{present}ند", f"خواهند {past}", f"{vowel} باشند",
    ):  # fmt: skip
        yield form, True


def persian_passives(noun: str, past: str) -> Iterator[str]:
    r"""Yield the passives of a verb: with «شدن» after its participle, or in the stead of «کردن».

    >>> next(persian_passives("", "گفت")), next(persian_passives("ادعا", "کرد"))
    ('گفته شد', 'ادعا شد')
    """
    if past not in ("کرد", "نمود", "داشت", "ورزید"):
        noun = f"{noun} {past}ه".strip()
    for form in (
        "شد",
        "شده",
        "شده است",
        f"شده{_JOINER}است",
        "شده بود",
        f"می{_JOINER}شود",
        f"می{_JOINER}شد",
    ):
        yield f"{noun} {form}"
    yield f"{noun} گردید"
    yield f"{noun} گردیده است"


# ------------------------------------------------------------------ Arabic


def _arabic_cues(table: CueTable) -> Iterator[tuple[str, Cue]]:
    """Verbs with their conjunctions and object pronouns, participles in three numbers, verbal nouns."""
    for row in table.cues:
        yield from _arabic_verbs(row)
    for row in table.participles:
        for form in row.forms:
            yield from _participle_forms(form, Cue("participle", frozenset(), row.cue_class))
    for row in table.masdars:
        cue = Cue("masdar", frozenset(row.frames), row.cue_class)
        for form in row.forms:
            if "owned" in row.frames:
                yield from _with_owners(form, cue)
                continue
            yield form, cue
            yield "و" + form, cue


def _arabic_verbs(row: CueRow) -> Iterator[tuple[str, Cue]]:
    """The forms of the verbs of one row."""
    cue = Cue(
        "verb", frozenset(row.frames), row.cue_class, passive=row.passive, initial=row.initial
    )
    for form in row.forms:
        for prefix in _CONJUNCTIONS:
            yield prefix + form, cue
    for verb in row.verbs:
        for form, gender, plural in arabic_forms(verb):
            inflected = cue._replace(gender=gender, plural=plural)
            # Only the bare past is also a noun (ردّ, ذكر); with a conjunction before it, it too is the verb.
            noun = row.initial and form == verb.split()[0]
            for prefix in _CONJUNCTIONS:
                yield prefix + form, inflected._replace(initial=noun and not prefix)
            if row.objects:
                yield from _with_objects(form, inflected)


def arabic_forms(verb: str) -> Iterator[tuple[str, Literal["m", "f"], bool]]:
    """Yield the third-person forms of a verb written `past present|past of she`, with gender and number.

    >>> [form for form, gender, plural in arabic_forms("أضاف يضيف") if gender == "f"]
    ['أضافت', 'تضيف', 'أضافتا', 'ستضيف', 'لتضيف', 'تضيفان', 'أضفن', 'يضفن']
    """
    he, _, she = verb.partition("|")
    past, present, *particle = he.split()
    if particle:  # «جاء في»: the preposition belongs to the cue
        past, present, particle = he.split()[0], he.split()[2], [he.split()[1]]
    tail = f" {particle[0]}" if particle else ""
    past_she = she.split()[0] if she else past + "ت"
    present_she = "ت" + present[1:]
    weak = present[-1] in "يوى"
    stem, past_stem = (present[:-1] if weak else present), past.rstrip("ىا") if weak else past
    # The dual past (أكّدا) is left out: without vowel signs it is the adverb (ردّاً).
    he_forms = (past, present, "س" + present, "ل" + present, present + "ان")
    she_forms = (
        past_she, present_she, past_she + "ا", "س" + present_she, "ل" + present_she, present_she + "ان",
    )  # fmt: skip
    for form in he_forms:
        yield form + tail, "m", form.endswith("ان") and form != present
    for form in she_forms:
        yield form + tail, "f", form.endswith("ان") and form != present_she
    for form in (past_stem + "وا", stem + "ون"):
        yield form + tail, "m", True
    if not weak:
        for form in (_before_noon(past), _before_noon(present)):
            yield form + tail, "f", True


def _before_noon(form: str) -> str:
    """A verb of them, the women: قال is قلن, يضيف is يضفن."""
    hollow = len(form) > 2 and form[-2] in "اوي"
    return (form[:-2] + form[-1] if hollow else form) + "ن"


def _with_objects(form: str, cue: Cue) -> Iterator[tuple[str, Cue]]:
    """A verb with an object pronoun: أخبرته, وصفها."""
    stem = form[:-1] + "ا" if form.endswith("ى") else form
    for suffix in ("ه", "ها", "هم", "ني", "نا", "هما"):
        for prefix in ("", "و", "ف"):
            yield prefix + stem + suffix, cue._replace(object=True, initial=False)


def _with_owners(form: str, cue: Cue) -> Iterator[tuple[str, Cue]]:
    """A noun with the pronoun of who said it: تصريحها, إفادته."""
    stem = form[:-1] + "ت" if form.endswith("ة") else form
    yield stem + "ه", cue._replace(gender="m")
    yield stem + "ها", cue._replace(gender="f")
    yield stem + "هم", cue._replace(plural=True)


def _participle_forms(form: str, cue: Cue) -> Iterator[tuple[str, Cue]]:
    """The accusative forms of a participle: مضيفا، مضيفة، مضيفين."""
    stem = form.removesuffix("ي")
    weak = form.endswith(("ي", "داع", "ناف", "مدع"))
    he = f"{stem}يا" if weak else f"{form}ا"
    she = f"{stem}ية" if weak else f"{form}ة"
    many = f"{stem}ين" if weak else f"{form}ين"
    for prefix in ("", "و"):
        yield prefix + he, cue._replace(gender="m")
        yield prefix + she, cue._replace(gender="f")
        yield prefix + many, cue._replace(plural=True)
