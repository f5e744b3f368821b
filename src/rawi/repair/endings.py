"""Joints that an ending shows and no list has: کوچه|ی, می|بینمش, سیاسی|مان, شوم|ترین, نظریه|پردازانی.

Edited text has few words of each kind, and dictionaries none: what is asked is whether the word before the ending
is one that takes it.
"""

import re
from functools import cache
from typing import NamedTuple

from rawi.lang.persian_verbs import VERBAL, is_persian_verb, verbal_prefix
from rawi.repair.vocabulary import NOT_JOINING, ZWNJ, Vocabulary
from rawi.tables import load_tsv

WRONG = 8.0  # log odds where the word as it stands is no Persian spelling
SHOWN = 3.0  # … where the ending shows the joint, but a writer may leave it out
# … where writers differ: after ی PerDT train has 16 of 27 مان joined and of 55 تان and شان 20, the web about half.
USUAL = 0.4
STRANGE = 0.4  # … of a word nobody knows …
STRANGE_ARE = 1.0  # … which is likelier here than خانه است that lost its space
LEAST_WORD = 3  # letters of the word before an ending
_AFTER_HEH = re.compile("(?<=ه)(?:ی|[متش]ان|ها(?:یی?|ئی|ی[مشت]|ی[مشت]ان|ست|یند)?)$")
_BEHIND_HEH = ("هی", "هها", "همان", "هتان", "هشان")
_PRONOUN = re.compile("(?:[متش]|[متش]ان)$")
_OURS = re.compile("(?:(?<=[^اوی]ی)|(?<=یی))[متش]ان$")
_SUPERLATIVE = re.compile("ترین(?:ها|های|هایی)?$")
_COMPARATIVE = re.compile("تر(?:ی|ها|های|هایی|یم|ید|ند)$")
_MORE, _MOST = "تر", "ترین"
_PLURAL = re.compile("ها(?:یی?|ئی|ی[متش]|ی[متش]ان)?$")
_ARE = re.compile("اند$|(?<=ی)ای[مد]$")
_COME = ("بیایم", "بیاید", "نیایم", "نیاید")  # also behind a preverb
_ARE_PLURAL = "هاست"
_IS = "ست"
_APART = re.compile("(?<=...های)ا[متش]$")  # as some write it: دست|های|ات
_LAST_LETTERS = (
    "م",
    "ت",
    "ش",
    "ان",
    "ترین",
    "تری",
    "ها",
    "های",
    "هایی",
    "اند",
    "اید",
)  # of all endings
_ARTICLE = "ال"
# What a word may end in that another compound of its last part does not: پرداز|انی, خواه|انه, بار|ترین, نواز|ند.
_INFLECTION = re.compile("(?:انی|انه|ان|ترین|تر|ی|هایی|های|ها|ند|م|یم)$")
JOINED_TO = 5  # seen words or listed ones a part is joined in, from which it is taken to be one
# After a long vowel a final heh is spoken: راه, کوه, گروه; و behind another letter is none (عشوه, کاوه).
_SPOKEN_ENDS = ("اه", "کوه", "روه", "دوه", "بوه", "توه", "ژوه", "جوه")
_GIVING = "ده"  # … and so it is where it ends `giver`, which is joined to its noun: روزی|ده
LEAST_LAST_PART = 4  # letters of a known word that tells of the compound it ends: ده|ساله
_NAME_OF_GOD = "الله"


class SpokenHeh(NamedTuple):
    """A row of `spoken_heh.tsv`."""

    word: str


@cache
def _spoken_heh() -> frozenset[str]:
    """Words whose final heh is spoken though it follows no long vowel."""
    return frozenset(row.word for row in load_tsv("rawi.lang.fa", "spoken_heh.tsv", SpokenHeh))


def is_silent(word: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the final heh of a word is not spoken, so that its ezafe is written ی after a joint.

    Seen before ای it is; else a known word tells by its letters, unless it was seen with a ی of its own (توجهی).

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> [is_silent(word, load_vocabulary()) for word in ("خانه", "معده", "راه", "توجه", "متوجه")]
    [True, True, False, False, False]
    >>> is_silent("تقسیمنامه", load_vocabulary())  # as its last part
    True
    """
    if word in vocabulary.silent:
        return True
    v = vocabulary
    if not word.endswith("ه") or len(word) < LEAST_WORD or word.endswith(_SPOKEN_ENDS):
        return False
    if v.knowledge(word) < 2:
        return _ends_in_silent(word, v)
    # الوه of الوهی (divine) is in dictionaries only; کاوه and بیوه are silent whoever has them.
    least = 3 if word.endswith("وه") and word[-3] not in "ای" else 2
    with_yeh = word + "ی"
    # That a dictionary has شنبهی tells nothing of a common word, which it may have without its joint.
    own = v.knowledge(with_yeh) > 1 and v.knowledge(word) < 3
    own = own or with_yeh in v.variants or with_yeh in v.frequency
    if v.knowledge(word) < least or own or word.endswith(_NAME_OF_GOD):
        return False
    if word.endswith(_GIVING) and v.is_joined(f"{word[: -len(_GIVING)]}{ZWNJ}{_GIVING}"):
        return False
    return word not in _spoken_heh()


def _ends_in_silent(word: str, v: Vocabulary) -> bool:
    """Tell whether an unknown word is two known ones, the final heh of the second being silent."""
    return not v.knowledge(word + "ی") and any(
        v.knowledge(word[:place]) > 1
        and v.knowledge(word[place:]) > 2
        and is_silent(word[place:], v)
        for place in range(2, len(word) - LEAST_LAST_PART + 1)
    )


def part_without_ending(part: str, vocabulary: Vocabulary) -> str | None:
    """The second part of a compound without its ending, if it is joined to many words, and never with that ending.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> [part_without_ending(part, load_vocabulary()) for part in ("پردازانی", "بارترین", "پردازی", "کتاب")]
    ['پرداز', 'بار', None, None]
    """
    v = vocabulary
    if part in v.right or part in v.parts_after or ZWNJ in part:
        return None
    ending = _INFLECTION.search(part)
    if ending is None or ending.start() < LEAST_WORD:
        return None
    stem = part[: ending.start()]
    joined = v.right.get(stem, 0) + v.parts_after.get(stem, 0)
    return stem if joined >= JOINED_TO else None


def joint_before_ending(key: str, vocabulary: Vocabulary) -> tuple[int, float] | None:
    """The joint before the ending of a word written without joiners, and its log odds; None if no ending shows one.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("کوچهی", "میبینمش", "اجازهشان", "سیاسیمان", "شومترین", "دکترین", "میدانش", "سالهاست", "نگراناند")
    >>> [joint_before_ending(word, load_vocabulary()) for word in words]
    [(4, 8.0), (2, 3.0), (5, 8.0), (5, 0.4), (3, 3.0), None, None, (3, 3.0), (5, 3.0)]
    """
    ending = _AFTER_HEH.search(key) if any(map(key.__contains__, _BEHIND_HEH)) else None
    # خانهها is wrong however often it is seen; خانهی may be a word of its own, as فرهی.
    own_word = ending is not None and ending[0][0] != "ه" and vocabulary.is_in_use(key)
    if ending and not own_word and is_silent(key[: ending.start()], vocabulary):
        return ending.start(), WRONG
    if key.endswith(_ARE_PLURAL):
        return _before_are_plural(key, vocabulary)
    if key.endswith(_IS) and (stem := key.removesuffix(_IS)) in vocabulary.silent:
        return None if vocabulary.knowledge(key) else (len(stem), WRONG)  # خسته|ست
    if key.endswith(_LAST_LETTERS):
        return (
            _before_verb(key, vocabulary)
            or _before_pronoun_apart(key, vocabulary)
            or _before_superlative(key, vocabulary)
            or _before_comparative(key, vocabulary)
            or _before_our(key, vocabulary)
            or _before_plural(key, vocabulary)
            or _before_are(key, vocabulary)
        )
    return None


def _before_verb(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint after می of a known verb with a pronoun: می|بینمش; میدانش is of میدان."""
    pronoun = _PRONOUN.search(key)
    prefix = verbal_prefix(key)
    if not prefix or pronoun is None or key[: pronoun.start()] in v.listed:
        return None
    verb = key[len(prefix) : pronoun.start()]
    if len(verb) < LEAST_WORD or not v.is_joined(f"{VERBAL[0]}{ZWNJ}{verb}"):
        return None
    return len(prefix), SHOWN


def _before_pronoun_apart(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint before a pronoun some set apart from the plural before it: دست|های|ات."""
    ending = _APART.search(key)
    return (ending.start(), WRONG) if ending and not v.knowledge(key) else None


def _before_are_plural(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint before هاست of a noun: سال|هاست. If the noun is known with heh too it may be خانه است that lost its space."""
    place = len(key) - len(_ARE_PLURAL)
    noun = key[:place]
    in_use = key in v.frequency and v.knowledge(noun) > 1
    known = in_use or v.knowledge(noun) > max(2, v.knowledge(noun + "ه"))
    if place < 2 or key[place - 1] in NOT_JOINING:
        return None
    if known:
        return place, SHOWN
    return (place, STRANGE_ARE) if _is_strange_plural(key, place, v) else None


def _is_strange_plural(key: str, place: int, v: Vocabulary) -> bool:
    """Tell whether a word is a plural whose noun is in use and no other with heh is, or nobody knows either."""
    noun = key[:place]
    if len(noun) < LEAST_WORD or noun[-1] == "ه" or v.knowledge(key) or key.startswith(VERBAL):
        return False
    if v.knowledge(noun):
        return v.is_in_use(noun) and not v.is_in_use(noun + "ه")
    of_other = v.knowledge(noun + "ها") or is_silent(noun + "ه", v)  # بی|انتهایش
    return len(noun) > LEAST_WORD and not of_other


def _before_superlative(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint before ترین after a known word; no list shows it, for one of them has زیباترین and حساسترین alike."""
    ending = _SUPERLATIVE.search(key)
    if ending is None or ending.start() < LEAST_WORD or key in v.variants or key in v.frequency:
        return None
    stem = key[: ending.start()]
    seen = v.variants.get(stem + _MOST, {})
    if stem[-1] in NOT_JOINING or not v.knowledge(stem) or (seen and ZWNJ not in "".join(seen)):
        return None  # بیشترین|ها
    return ending.start(), SHOWN


def _before_comparative(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint before تر with an ending of its own, if it is known without one: مهم|تری, but بیشتری."""
    ending = _COMPARATIVE.search(key)
    if ending is None or ending.start() < LEAST_WORD or key in v.variants:
        return None
    stem = key[: ending.start()]
    known = v.is_joined(f"{stem}{ZWNJ}{_MORE}") and not v.is_one_word(stem + _MORE)
    return (ending.start(), SHOWN) if known and stem[-1] not in NOT_JOINING else None


def _before_plural(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint of a plural never seen, if its noun is known and no other noun with heh is (سرکه|ای): دخالت|های."""
    ending = _PLURAL.search(key)
    if ending is None or ending.start() < LEAST_WORD or v.knowledge(key):
        return None
    noun = key[: ending.start()]
    known = v.knowledge(noun) > 1 and not v.knowledge(noun + "ه")
    if noun[-1] in NOT_JOINING:  # تولیدهای shows no joint, but has no تولیده
        return (len(noun), SHOWN) if known else None
    if noun in v.pairs:
        return None
    if known:
        return len(noun), SHOWN
    return (len(noun), STRANGE) if _is_strange_plural(key, len(noun), v) else None


def _before_our(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint before مان (our), شان and تان after a known word in ی, but for plurals (کتاب|هایشان)."""
    ending = _OURS.search(key)
    if ending is None or v.knowledge(key):
        return None
    stem = key[: ending.start()]
    return (ending.start(), USUAL) if len(stem) > LEAST_WORD and v.knowledge(stem) > 1 else None


def _before_are(key: str, v: Vocabulary) -> tuple[int, float] | None:
    """The joint before اند (are) and its like after a word in ی, known with it or without: شهری|اند, کودکانی|ایم; but رویاند.

    After other letters that join the word must be known, and no verb: نگران|اند, but می|رنجاند.
    """
    ending = _ARE.search(key)
    stem = key[: ending.start()] if ending else ""
    if len(stem) <= LEAST_WORD or key.endswith(_COME) or v.knowledge(key):
        return None
    if stem[-1] != "ی":
        is_joint = (
            stem[-1] not in NOT_JOINING
            and v.knowledge(stem) > 1
            and not key.startswith(VERBAL)
            and not is_persian_verb(key)
        )
        return (len(stem), SHOWN) if is_joint else None
    noun = stem.removesuffix("ی").removesuffix("ان")
    known = v.knowledge(stem) > 1 or (len(noun) >= LEAST_WORD and v.knowledge(noun) > 1)
    return (len(stem), SHOWN) if known else None


def joint_before_article(key: str, vocabulary: Vocabulary) -> int | None:
    """Where the joint of two known words is that the Arabic article links: مختلف|الاضلاع; None if there is none.

    >>> from rawi.repair.vocabulary import load_vocabulary
    >>> words = ("مختلفالاضلاع", "کانالکشی", "مسالمت")
    >>> [joint_before_article(word, load_vocabulary()) for word in words]
    [5, None, None]
    """
    v = vocabulary
    place = key.find(_ARTICLE, LEAST_WORD)
    if place < 0 or v.knowledge(key) or key[place - 1] in NOT_JOINING:
        return None
    first, second = key[:place], key[place + len(_ARTICLE) :]
    if len(second) < LEAST_WORD or v.knowledge(first + _ARTICLE) or v.knowledge(first) < 2:
        return None
    return place if v.knowledge(second) > 1 else None
