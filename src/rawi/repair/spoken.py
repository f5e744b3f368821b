"""Spoken Persian, as people post and as it is transcribed: میگم is می|گم, کلیدهام is کلید|هام, همهش is همه|ش.

Edited text has hardly any of it, and the web writes most of it without joiners, so no model learns its joints.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from rawi.lang.persian_verbs import VERBAL, StemRow
from rawi.repair.endings import is_silent
from rawi.repair.vocabulary import Vocabulary
from rawi.tables import load_tsv

# The persons of both styles, the spoken ones of the third singular, second and third plural being ه, ین and ن.
_PRESENT = ("م", "ی", "ه", "یم", "ین", "ید", "ن")
_OF_WANTING = ("م", "ی", "د", "یم", "ین", "ید", "ن")  # می|خواد, where the others have ه
_PAST = ("", "م", "ی", "یم", "ین", "ید", "ن")
_LONG_A = re.compile("و?ان(?=د?$|ست$)")
_PRONOUN = re.compile("(?:[شت]|[متش]ون)$")  # می|گمت, می|بینمشون
# هام and its like; after a heh that is not spoken ش, ت and م as well (همه|ش).
_MY_PLURAL = re.compile("ها(?:[متش]|[متش]ون)$")
_MY_AFTER_HEH = re.compile("(?<=ه)[متش]$")
THEIR_PLURALS = frozenset({"هاتون", "هاشون"})  # which are no words; هامون is a lake
OURS = frozenset({"مون", "تون", "شون"})  # behind a heh that is not spoken: همه|شون
AFTER_HEH = frozenset({"گی", "گان"})  # as Dari writes them behind it: آماده|گی
LEAST_WORD = 3  # letters of the noun
CERTAIN = 8.0  # log odds of a joint after می of a spoken verb
SHOWN = 3.0  # … before an ending


class SpokenRow(NamedTuple):
    """A row of `spoken_stems.tsv`."""

    written: str
    spoken: str
    kind: str


@cache
def _rows(kind: str) -> dict[str, str]:
    """The rows of one kind: what is written to what is said, or the meaning of a form to its letters."""
    rows = load_tsv("rawi.lang.fa", "spoken_stems.tsv", SpokenRow)
    return {row.spoken: row.written for row in rows if row.kind == kind}


@cache
def _said_stems() -> dict[str, str]:
    """The stems that are said otherwise than by rule, as written, to how they are said."""
    return {written: spoken for spoken, written in _rows("stem").items()}


def _spoken(stem: str) -> str:
    """A stem as it is said.

    >>> [_spoken(stem) for stem in ("مان", "خواند", "توانست", "کن")]
    ['مون', 'خوند', 'تونست', 'کن']
    """
    return _LONG_A.sub("ون", stem)


def _inflect(row: StemRow) -> Iterator[str]:
    """Yield the forms of one verb behind می, but for those of written Persian alone."""
    said = _said_stems()
    present, past = (said.get(stem, _spoken(stem)) for stem in (row.present, row.past))
    # می|آرم is said and written میارم.
    if not present.startswith("آ"):
        for person in _OF_WANTING if present.endswith("خوا") else _PRESENT:
            yield present + person
    for person in _PAST:
        yield past + person


@cache
def _verbs() -> dict[str, int]:
    """The spoken forms of simple verbs with می or نمی, written without a joiner, to the place of the joint."""
    rows = load_tsv("rawi.lang.fa", "verb_stems.tsv", StemRow)
    return {
        prefix + form: len(prefix) for row in rows for form in _inflect(row) for prefix in VERBAL
    }


def spoken_joint(key: str, vocabulary: Vocabulary) -> dict[int, float] | None:
    """The joint of a spoken verb written as one word, by place; None if it is none.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("میگم", "نمیخوان", "میذاشتن", "میبینمتون", "میشی", "میدان")
    >>> [spoken_joint(word, load_vocabulary()) for word in words]
    [{2: 8.0}, {3: 8.0}, {2: 8.0}, {2: 8.0}, None, None]
    """
    if not key.startswith(VERBAL) or key in vocabulary.variants:
        return None
    place = _verbs().get(key) or _verbs().get(_PRONOUN.sub("", key))
    return None if place is None or key in _rows("form") else {place: CERTAIN}


def is_spoken_verb(word: str) -> bool:
    """Tell whether a word is the rest of a spoken verb behind می.

    >>> is_spoken_verb("خونین"), is_spoken_verb("خونریز")
    (True, False)
    """
    return f"{VERBAL[0]}{word}" in _verbs()


def joint_before_my(key: str, vocabulary: Vocabulary) -> tuple[int, float] | None:
    """The joint before the spoken end of a noun of mine, yours or his, and its log odds.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("کلیدهام", "درختهاشون", "همهش", "بچههاتون", "کلاهش", "راهش")
    >>> [joint_before_my(word, load_vocabulary()) for word in words]
    [(4, 3.0), (4, 3.0), (3, 3.0), (3, 3.0), None, None]
    """
    if vocabulary.knowledge(key):
        return None
    plural = _MY_PLURAL.search(key)
    if plural:
        noun = key[: plural.start()]
        # بچهام is بچه|ام: where the word with heh is known too, its own ending is likelier.
        both = len(plural[0]) == len("هام") and vocabulary.knowledge(noun + "ه")
        known = len(noun) >= LEAST_WORD and vocabulary.knowledge(noun) > 1
        return (plural.start(), SHOWN) if known and not both else None
    ending = _MY_AFTER_HEH.search(key)
    noun = key[: ending.start()] if ending else ""
    # In Arabic words م is theirs (عنهم).
    if noun in vocabulary.silent or (not key.endswith("م") and is_silent(noun, vocabulary)):
        return len(noun), SHOWN
    return None
