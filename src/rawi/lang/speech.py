"""The words that say that someone spoke, with the frames they take: a lexicon for each language.

Floor 2. The tables are `cues.toml`; the forms of the verbs are made here, so that a table names a verb once.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain
from typing import Literal, NamedTuple

import msgspec

from rawi.facts import CueClass
from rawi.lang import table_package
from rawi.lang.reading import Lexicon, spellings
from rawi.lang.speech_forms import arabic_forms, persian_forms, persian_passives
from rawi.tables import load_toml

Shape = Literal["verb", "participle", "masdar", "adjunct", "attribution", "content"]
_CONJUNCTIONS = ("", "و", "ف")  # Arabic writes them together with the verb


class CueRow(
    msgspec.Struct, forbid_unknown_fields=True, frozen=True, rename={"cue_class": "class"}
):
    """One entry of a `cues.toml`: the verbs or forms, their frames, and the class of the wording.

    Arabic `objects`: with a pronoun of whom it is said to too; `bound`: only so; `past`: only the past is meant.
    """

    cue_class: CueClass
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    openings: list[str] = []
    passives: bool = False
    people: bool = False
    writings: bool = False
    published: bool = False
    forms: list[str] = []
    frames: list[str] = []
    relay: bool = False
    own: bool = False
    passive: bool = False
    initial: bool = False
    objects: bool = False
    bound: bool = False
    past: bool = False
    verbal: bool = False


class CueTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of a `cues.toml`."""

    cues: list[CueRow]
    attributions: list[CueRow]
    contents: list[CueRow]
    verbs: dict[str, tuple[str, str]] = {}
    copulas: list[str] = []
    adjuncts: list[CueRow] = []
    participles: list[CueRow] = []
    masdars: list[CueRow] = []
    behind: list[CueRow] = []


class Cue(NamedTuple):
    """What a form in the text means: its shape and frames, and how its subject is marked on the verb.

    `gender` is m, f or None where the form does not tell; `plural` likewise tells number by form only.
    `own`: a pronoun in the form is the source («بحسب قولها»). `initial`: the form is also a common word, and is a verb only where a clause begins; so is
    an attribution («طبق نظر پزشک، …», not «حکم طبق نظر پزشک صادر شد»).
    `people`: the form is a cue only before someone who can speak («از نظر او», not «از نظر فنی»); `writings`: only before
    a writing («بنا بر مقاله ای»); `published`: only before a study, or a writing told to be published.
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
    published: bool = False


# أنّ, إنّ, بأنّ, and each of them with a pronoun.
THATS = frozenset(
    f"{by}ان{whom}"
    for by in ("", "ب")
    for whom in ("", "ه", "ها", "هم", "هما", "هن", "نی", "نا", "ک")
)


def is_that(word: str) -> bool:
    """Tell whether a folded Arabic word is أنّ, إنّ, بأنّ or one of them with a pronoun.

    >>> is_that("بانه"), is_that("انت")
    (True, False)
    """
    return word in THATS


@cache
def load_cues(language: str) -> Lexicon[Cue]:
    """Load the cue lexicon of a language.

    >>> load_cues("fa").find(("وی", "تصریح", "کرد"), 1).value.cue_class
    'stressing'
    >>> load_cues("ar").find(("واضافت",), 0).value.gender
    'f'
    """
    table = load_toml(table_package(language), "cues.toml", CueTable)
    verbs = _persian_cues(table) if language == "fa" else _of_either(_arabic_cues(table))
    return Lexicon(chain(verbs, _fixed_cues(table)))


def is_verb_of_saying(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an Arabic verb of saying stands at a token.

    >>> is_verb_of_saying(("قالت", "المدیره"), 0), is_verb_of_saying(("وفقا", "للمدیره"), 0)
    (True, False)
    """
    hit = load_cues("ar").find(words, at)
    return hit is not None and hit.value.shape == "verb"


@cache
def load_cues_behind(language: str) -> Lexicon[Cue]:
    """Load the verbs that say that someone spoke only right behind words in marks: ««…»، مزح الطاهي».

    >>> load_cues_behind("ar").find(("مزح",), 0).value.gender, load_cues("ar").find(("مزح",), 0)
    ('m', None)
    """
    table = load_toml(table_package(language), "cues.toml", CueTable)
    return Lexicon(pair for row in table.behind for pair in _arabic_verbs(row))


@cache
def cue_openers(language: str) -> frozenset[str]:
    """The words any cue of a language begins with.

    >>> "مزح" in cue_openers("ar"), "کتاب" in cue_openers("ar")
    (True, False)
    """
    return frozenset(load_cues(language).first_words() | load_cues_behind(language).first_words())


def _fixed_cues(table: CueTable) -> Iterator[tuple[str, Cue]]:
    """Entries whose forms do not change; Arabic writes «و» together with them, and «ف» with an attribution: «فبحسب»."""
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
                published=row.published, initial=row.initial,
            )  # fmt: skip
            for form in _fixed_forms(row):
                told = _told_by_pronoun(form, cue) if row.own else cue
                for joint in joints:
                    yield joint + form, told
                # «فحسب» is «only».
                if shape == "attribution" and len(joints) > 1 and not form.startswith("حسب"):
                    yield "ف" + form, told


def _fixed_forms(row: CueRow) -> tuple[str, ...]:
    """The forms of a row that are written out, and each of its openings with each of its nouns: «تم» with «الإعلان»."""
    pairs = (f"{opening} {noun}" for opening in row.openings for noun in row.nouns)
    return (*row.forms, *pairs)


def _told_by_pronoun(form: str, cue: Cue) -> Cue:
    """What the pronoun at the end of an Arabic form tells of who speaks: بحسب قولها, بحسب قولهم."""
    if form.endswith("هم"):
        return cue._replace(plural=True)
    return cue._replace(gender="f" if form.endswith("ها") else "m")


# ------------------------------------------------------------------ Persian


def _persian_cues(table: CueTable) -> Iterator[tuple[str, Cue]]:
    """Verbs, and nouns with their light verbs, in the third person; first and second stand in quotations."""
    for row in table.cues:
        cue = Cue(
            "verb", frozenset(row.frames), row.cue_class, initial=row.initial, passive=row.passive
        )
        for form in row.forms:
            passive = row.passive or any(told in form for told in ("شد", "شود"))
            yield form, cue._replace(passive=passive, plural=form.endswith("ند"))
        for adjective in row.adjectives:
            for copula in table.copulas:
                joint = "" if copula.startswith(("\u200c", "ند")) else " "
                yield f"{adjective}{joint}{copula}", cue
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
        frames = {"request"} if "request" in row.frames else {"linked", "clause"}
        told = Cue("verb", frozenset(frames), row.cue_class, passive=True)
        for verb in row.verbs if row.passives else ():
            for noun in row.nouns or [""]:
                for form in persian_passives(noun, table.verbs[verb][0]):
                    yield form, told


@cache
def attributing_nouns() -> frozenset[str]:
    """The Persian nouns, folded, with which «به» says whose words they are.

    >>> {"گفته", "نظر", "قول"} <= attributing_nouns(), "خانه" in attributing_nouns()
    (True, False)
    """
    table = load_toml(table_package("fa"), "cues.toml", CueTable)
    forms = (form.removeprefix("به ") for row in table.attributions for form in row.forms
             if form.startswith("به "))  # fmt: skip
    nouns = (noun for row in table.attributions if "به" in row.openings for noun in row.nouns)
    return frozenset(words[0] for form in (*forms, *nouns) for words in spellings(form))


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


# ------------------------------------------------------------------ Arabic


def _arabic_cues(table: CueTable) -> Iterator[tuple[str, Cue]]:
    """Verbs with their conjunctions and object pronouns, participles in three numbers, verbal nouns."""
    for row in table.cues:
        yield from _arabic_verbs(row)
    for row in table.participles:
        for form in row.forms:
            yield from _participle_forms(
                form, Cue("participle", frozenset(row.frames), row.cue_class)
            )
    for row in table.masdars:
        cue = Cue("masdar", frozenset(row.frames), row.cue_class)
        for form in row.forms:
            if "owned" in row.frames:
                yield from _with_owners(form, cue)
                continue
            yield form, cue
            yield "و" + form, cue


def _of_either(cues: Iterable[tuple[str, Cue]]) -> Iterator[tuple[str, Cue]]:
    """Take the gender from what is written like a verb of him and another of her: «تذكّر» he remembered, «تذكر» she mentions."""
    entries = list(cues)
    genders: dict[str, set[str]] = {}
    for form, cue in entries:
        if cue.shape == "verb" and cue.gender is not None:
            genders.setdefault(form, set()).add(cue.gender)
    for form, cue in entries:
        # A verb that takes only «أنّ» near is told from a noun by its gender.
        either = len(genders.get(form, ())) > 1 and "near" not in cue.frames
        yield form, cue._replace(gender=None) if either else cue


def _arabic_verbs(row: CueRow) -> Iterator[tuple[str, Cue]]:
    """The forms of the verbs of one row."""
    cue = Cue(
        "verb", frozenset(row.frames), row.cue_class, passive=row.passive, initial=row.initial
    )
    for form in _fixed_forms(row):
        for prefix in _CONJUNCTIONS:
            yield prefix + form, cue
    for verb in row.verbs:
        for form, gender, plural in arabic_forms(verb):
            if row.past and form.lstrip("سل").startswith(("ي", "ت")):
                continue  # «يعلم أنّ» knows it
            inflected = cue._replace(gender=gender, plural=plural)
            # Only the bare past is also a noun (ردّ, ذكر); with a conjunction before it, it too is the verb.
            noun = row.initial and form == verb.split()[0]
            for prefix in _CONJUNCTIONS if not row.bound else ():
                yield prefix + form, inflected._replace(initial=noun and not prefix)
            if row.objects or row.bound:
                yield from _with_objects(form, inflected)


def _with_objects(form: str, cue: Cue) -> Iterator[tuple[str, Cue]]:
    """A verb with an object pronoun: أخبرته, وصفها."""
    stem = form[:-1] + "ا" if form.endswith("ى") else form
    stem = stem[:-1] if stem.endswith("وا") else stem  # وصفوها
    for suffix in ("ه", "ها", "هم", "هن", "ني", "نا", "هما"):
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
