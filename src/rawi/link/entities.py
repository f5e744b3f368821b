"""Tell which mentions in different documents name the same person, organisation or place. Stage *link*.

A name of two words or more names the same across documents when its spelling is surely the same (`is_same_name`), in any
script: two people taken for one is worse than one person taken for two. What is only near is proposed to the reader
(`may_be_same`), never joined. A name of one word belongs to the fuller name in its own document that has it as a word.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from rawi.facts import AnnotatedDocument, MentionType
from rawi.lang.name_kinds import tell_name_kind
from rawi.lang.names import compare_names, cut_words, make_name_key
from rawi.lang.same_names import agree_in_letters, is_same_name

# compare_names; of all pairs of names in pairs.tsv .8 finds 98 %, precision .99: enough to propose, too little to join.
NEAR_NAME = 0.8
# گ and چ of Persian names are ك and ج in Arabic as often as غ and تش, which the keys take for the same.
_PERSIAN_KEYS = str.maketrans("gc", "kk")
# rapidfuzz ratio of two keys, and of what is left without the words both have: the 162 pairs of pairs.tsv of
# two words or more that NEAR_NAME takes for one have 80 and 40 at least.
ALIKE_KEYS = 75.0
ALIKE_RESTS = 40.0


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name one document uses, and where: positions among its mentions.

    `full` is the fuller name it stands for in the document, else the name itself; `key` is that of `full`.
    """

    type: MentionType
    name: str
    key: str
    positions: tuple[int, ...]
    roles: tuple[str, ...] = ()
    full: str = ""
    language: str = ""


class KnownName(NamedTuple):
    """A spelling of an entity that is known already."""

    entity: str
    type: MentionType
    name: str
    key: str
    language: str = ""


def list_names(annotated: AnnotatedDocument) -> tuple[NameUse, ...]:
    """List the names of a document, each once, and those of speakers and addressees without a mention."""
    positions: dict[tuple[MentionType, str], list[int]] = {}
    roles: dict[tuple[MentionType, str], dict[str, None]] = {}
    for position, mention in enumerate(annotated.mentions):
        named = mention.type, mention.name
        positions.setdefault(named, []).append(position)
        roles.setdefault(named, {}).update({mention.role: None} if mention.role else {})
    mentioned = {name for _, name in positions}
    named_people = [name for type_, name in positions if type_ == "PER"]
    for quotation in annotated.quotations:
        for name in (quotation.speaker, quotation.addressee):
            kind = (
                _tell_kind(name, annotated, named_people)
                if name and name not in mentioned
                else None
            )
            if name and kind:
                positions.setdefault((kind, name), [])
    people = [name for type_, name in positions if type_ == "PER"]
    found = []
    for (type_, name), places in positions.items():
        full = _find_fuller(name, people) if type_ == "PER" else name
        key = make_name_key(full)
        if key:
            told = tuple(roles.get((type_, name), ()))
            found.append(NameUse(type_, name, key, tuple(places), told, full, annotated.language))
    return tuple(found)


def _tell_kind(
    name: str, annotated: AnnotatedDocument, people: Iterable[str]
) -> MentionType | None:
    """The kind of a speaker's name without a mention; a surname is one when the document has the full name."""
    if _find_fuller(name, people) != name:
        return "PER"
    return tell_name_kind(name, annotated.language)


def _find_fuller(name: str, people: Iterable[str]) -> str:
    """Find the one fuller name that ends with a name, or of which a name of one word is a word; else the name itself."""
    own = make_name_key(name).split()
    fuller: dict[str, str] = {}
    for other in people:
        words = make_name_key(other).split()
        ends = words[-len(own) :] == own
        if len(words) > len(own) > 0 and (ends or (len(own) == 1 and own[0] in words)):
            fuller.setdefault(" ".join(words), other)
    return fuller.popitem()[1] if len(fuller) == 1 else name


def list_word_keys(key: str) -> tuple[str, ...]:
    """List the keys of words under which spellings of a name may be found, گ and چ as Arabic writes them too.

    >>> list_word_keys("hgdn prtb")
    ('hcdn', 'hgdn', 'hkdn', 'prtb')
    """
    return tuple(
        sorted(
            {
                written
                for word in key.split()
                for written in (
                    word,
                    word.replace("g", "k"),
                    word.replace("k", "g"),
                    word.replace("c", "g"),
                    word.replace("g", "c"),
                )
            }
        )
    )


def choose_entity(use: NameUse, known: Iterable[KnownName]) -> str | None:
    """Choose among known names the entity a name belongs to; None when it is a new one.

    >>> known = [KnownName("e1", "PER", "جيريمي كوربين", "grm krbn")]
    >>> choose_entity(NameUse("PER", "جرمی کوربین", "grm krbn", ()), known)
    'e1'
    """
    return next(
        (name.entity for name in known if name.type == use.type and _is_same(use, name)), None
    )


def _is_same(use: NameUse, known: KnownName) -> bool:
    """Tell whether a name is surely a spelling of a known one."""
    full = use.full or use.name
    several = " " in use.key and " " in known.key
    if several and not _have_near_keys(use.key, known.key):
        return False
    if cut_words(full) == cut_words(known.name):
        return True
    across = use.language != known.language
    if use.type == "PER" and several:
        return is_same_name(full, known.name, across=across)
    if agree_in_letters(full, known.name, across=across):
        return True
    return (
        across and (several or use.type != "PER") and compare_names(full, known.name) >= NEAR_NAME
    )


def _have_near_keys(one: str, other: str) -> bool:
    """Tell whether two keys of several words are alike enough for a closer look at the names.

    >>> _have_near_keys("grm krbn", "grmy krbn"), _have_near_keys("grm krbn", "grm tlfsr")
    (True, False)
    """
    if one == other:
        return True
    one, other = one.translate(_PERSIAN_KEYS), other.translate(_PERSIAN_KEYS)
    if fuzz.ratio(one, other) < ALIKE_KEYS:
        return False
    words, others = one.split(), other.split()
    rest = "".join(word for word in words if word not in others)
    return fuzz.ratio(rest, "".join(w for w in others if w not in words)) >= ALIKE_RESTS


def may_be_same(one: str, other: str) -> bool:
    """Tell whether two names that are not surely the same may be: near in sound, or one a part of the other.

    >>> may_be_same("رضا کریمی", "رضا کرمی"), may_be_same("کریمی", "رضا کریمی"), may_be_same("رضا کریمی", "هما کریمی")
    (True, True, False)
    """
    words, others = make_name_key(one).split(), make_name_key(other).split()
    if not words or not others:
        return False
    if len(words) == 1 or len(others) == 1:
        return set(words) <= set(others) or set(others) <= set(words)
    part = len(words) != len(others) and (set(words) <= set(others) or set(others) <= set(words))
    return part or compare_names(one, other) >= NEAR_NAME


def make_entity_id(type_: MentionType, name: str) -> str:
    """Derive an entity's id from its first name, folded."""
    folded = " ".join(cut_words(name))
    return f"e-{hashlib.sha256(f'{type_} {folded}'.encode()).hexdigest()[:12]}"
