"""Joints inside words that rules know, whatever the model says: سعید|بن|عاص, خانه|ی, بی|بی|سی."""

import re
from functools import cache
from itertools import accumulate

from rawi.lang.persian_verbs import is_persian_verb, verbal_prefix
from rawi.repair.spoken import spoken_joint
from rawi.repair.surnames import given_names, is_to_and_tail, whole_names
from rawi.repair.vocabulary import (
    NOT_JOINING,
    ZWNJ,
    Vocabulary,
    glued_words,
    joint_places,
)
from rawi.repair.whole_words import letters_of_whole, numerals

KNOWN = 8.0  # the score of what the rules know
LISTED = 3.0  # … and of what dictionaries know
ENDINGS = ("", "ی", "ای", "ها", "های", "هایی", "ان")  # what a word of `glued.tsv` may take on
SHORTEST = 4  # letters of a word that may have lost a joint
# What the letters of the Latin alphabet are called, in abbreviations such as بی|بی|سی.
_SPELLED_LETTER = re.compile(
    "دبلیو|ایکس|کیو|ای|بی|سی|دی|اف|جی|اچ|آی|جی|کی|ال|ام|ان|او|پی|آر|اس|تی|یو|وی|زد"
)
_SPELLED = re.compile(f"(?:{_SPELLED_LETTER.pattern}){{3,}}")
_LONG = re.compile("[بن]یا")  # not, or that one may, before a verb in a long ā
_SON = re.compile("(.{2,}?)(ا?بن)(.{2,})")  # سعیدبنعاص, علیابنابیطالب


def known_joints(key: str, vocabulary: Vocabulary) -> dict[int, float] | None:
    """The joints of a word written without joiners that a rule knows, by place; None if the model must be asked."""
    if key in glued_joints():
        return dict.fromkeys(glued_joints()[key], KNOWN)
    if key in whole_names() or (key.startswith("به") and is_to_and_tail(key)):
        return {}
    if _LONG.match(key) and is_persian_verb(key[:2] + key[3:]):
        return {}  # نیافتاد, as many write نیفتاد
    if key.endswith("مین") and key.removesuffix("مین") in numerals():
        return {}  # نهصدمین has no joint
    written = key in vocabulary.variants or key in vocabulary.frequency  # PerDT has میجوشد
    if (prefix := verbal_prefix(key)) and is_persian_verb(key) and not written:
        return {len(prefix): KNOWN}
    if "بن" in key and vocabulary.knowledge(key) < 2:
        return _joints_of_son(key, vocabulary)
    if _SPELLED.fullmatch(key) and not vocabulary.knowledge(key):  # بیامان is no B M N
        names = _SPELLED_LETTER.findall(key)
        return dict.fromkeys(accumulate(map(len, names[:-1])), KNOWN)  # سیانان
    return spoken_joint(key, vocabulary)


def listed_joints(key: str, vocabulary: Vocabulary) -> dict[int, float]:
    """The joints of a word that dictionaries have with joiners only, where all that have it agree.

    The model asks at a joint whose parts it knows; امربه|معروف has a first part no list knows.
    """
    spellings = {word for listed in vocabulary.lists for word in listed.spellings(key)}
    if len(spellings) != 1 or key in spellings:
        return {}
    return dict.fromkeys(joint_places(spellings.pop()), LISTED)


def seen_joints(key: str, vocabulary: Vocabulary) -> dict[int, float]:
    r"""The joints of a word that edited text has several times, always so, and nobody has as one.

    Of a word in های two nouns may be the stem, so its neighbours are asked (`rivals.py`).

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> [seen_joints(key, load_vocabulary()) for key in ("تماموقت", "هیچگاه", "بتهای")]
    [{4: 3.0}, {}, {}]
    """
    seen = vocabulary.variants.get(key, {})
    if (
        len(seen) != 1
        or key.endswith("های")
        or key in vocabulary.frequency
        or key in vocabulary.listed
    ):
        return {}
    (word, count), *_ = seen.items()
    return dict.fromkeys(joint_places(word), LISTED) if count > 1 else {}


def _joints_of_son(key: str, vocabulary: Vocabulary) -> dict[int, float] | None:
    """The joints of a name of two with `son of` between them, or of its second half alone (بنعباس)."""
    if letters_of_whole(key, vocabulary):
        return None  # بنیادشان
    son = _SON.fullmatch(key)
    if son and son[1] in given_names() and vocabulary.knowledge(son[3]) > 1:
        link = son.start(2)
        joins = key[link - 1] not in NOT_JOINING
        return {son.start(3): KNOWN, **({link: KNOWN} if joins else {})}
    if key.startswith("بن") and len(key) > SHORTEST and not vocabulary.knowledge(key):
        is_son = vocabulary.knowledge(key[2:]) > 1 and vocabulary.knowledge(key[:SHORTEST]) < 3
        return {2: KNOWN} if is_son else None  # بندهها is بنده|ها
    return None


@cache
def glued_joints() -> dict[str, frozenset[int]]:
    """The joints of the words of `glued.tsv`, with every ending they may take on."""
    joints: dict[str, frozenset[int]] = {}
    for ending in ENDINGS:
        for written, meant in glued_words().items():
            apart = ending[:1] == "ه" and meant[-1] not in NOT_JOINING
            whole = meant + (ZWNJ + ending if apart else ending)
            joints.setdefault(written + ending, joint_places(whole))
    return joints
