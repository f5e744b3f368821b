"""Which Arabic words are finite verbs, whatever else stands around them. Floor 2.

The table `lang/ar/verbs.tsv` holds the third person singular of verbs that are hardly ever nouns; it is made of a list of
frequencies (`tools/build_arabic_verbs.py`), since a noun takes the article and a verb never does.
"""

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar
from rawi.tables import load_tsv

_CONJUNCTIONS = "وف"
_FUTURE = "س"
FUTURES = ("سی", "ست", "سن")  # how verbs of what is yet to be begin: سيعود


class VerbRow(NamedTuple):
    """A row of `verbs.tsv`: a past or present of «he» or «she»."""

    form: str


@cache
def _forms() -> frozenset[str]:
    """The forms, folded."""
    return frozenset(squeeze(row.form) for row in load_tsv("rawi.lang.ar", "verbs.tsv", VerbRow))


@lru_cache(maxsize=65536)
def is_verb(word: str) -> bool:
    """Tell whether a folded Arabic word is surely a finite verb, with a conjunction or the future before it too.

    >>> is_verb("احتفلت"), is_verb("واستعاد"), is_verb("سیستقبل"), is_verb("الاحتفال")
    (True, True, True, False)
    """
    forms = _forms()
    if word in forms:
        return True
    bare = word[1:] if word[:1] in _CONJUNCTIONS else word
    return bare in forms or (bare[:1] == _FUTURE and bare[1:2] in ("ی", "ت") and bare[1:] in forms)


def is_plural_verb(word: str) -> bool:
    """Tell whether a folded Arabic word is surely a finite verb of several people: زاروا, يزورون.

    >>> is_plural_verb("زاروا"), is_plural_verb("وشارکوا"), is_plural_verb("یزورون"), is_plural_verb("اورفا")
    (True, True, True, False)
    """
    past, present = word.removesuffix("وا"), word.removesuffix("ون")
    if past != word and len(past) > 1:
        return any(is_verb(past + ending) for ending in ("", "ی", "ت"))
    return present != word and word.lstrip("وف")[:1] == "ی" and is_verb(present)


def is_verb_of_them(word: str, before: str) -> bool:
    """Tell whether a folded Arabic word is a verb of the women named before it: «متطوعات | شاركن».

    >>> is_verb_of_them("شارکن", "متطوعات"), is_verb_of_them("شارکن", "متطوعین")
    (True, False)
    """
    return word.endswith("ن") and before.endswith("ات") and is_verb(word[:-1])


def verb_gender(word: str) -> Literal["m", "f"] | None:
    """Tell the gender of the subject that follows a finite verb, None when a word is none.

    >>> verb_gender("افتتحت"), verb_gender("یستعد"), verb_gender("الافتتاح")
    ('f', 'm', None)
    """
    if not is_verb(word):
        return None
    bare = word if word in _forms() else word[1:]
    bare = bare.removeprefix(_FUTURE) if bare not in _forms() else bare
    feminine = bare.startswith("ت") and "ی" + bare[1:] in _forms()
    return "f" if feminine or bare.endswith("ت") else "m"


def deems(word: str) -> bool:
    """Tell whether an Arabic word is a verb with which one deems a thing something.

    >>> deems("واعتبرت"), deems("قال")
    (True, False)
    """
    return word.lstrip("وف").removesuffix("ت") in get_grammar("ar").words["deeming"]
