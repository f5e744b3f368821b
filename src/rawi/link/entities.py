"""Tell which mentions in different documents name the same person, organisation or place. Stage *link*.

A name of two words or more names the same across documents when its key is the same, or when its spelling
is near (`compare_names`), in any script. A name of one word is too short for that among people: it belongs
to the fuller name in its own document that has it as a word.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz import fuzz

from rawi.facts import AnnotatedDocument, MentionType
from rawi.lang.names import compare_names, make_name_key

# compare_names; of all pairs of names in pairs.tsv .8 finds 98 %, precision .99. Names whose keys are too
# unlike are not compared at all.
SAME_NAME = 0.8
# rapidfuzz ratio of two keys, and of what is left without the words both have: the 162 pairs of pairs.tsv of
# two words or more that SAME_NAME takes for one have 80 and 40 at least.
ALIKE_KEYS = 75.0
ALIKE_RESTS = 40.0


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name one document uses, and where: positions among its mentions; its key may be a fuller name's."""

    type: MentionType
    name: str
    key: str
    positions: tuple[int, ...]
    roles: tuple[str, ...] = ()


class KnownName(NamedTuple):
    """A spelling of an entity that is known already."""

    entity: str
    type: MentionType
    name: str
    key: str


def list_names(annotated: AnnotatedDocument) -> tuple[NameUse, ...]:
    """List the names of a document, each once, and those of speakers and addressees without a mention."""
    positions: dict[tuple[MentionType, str], list[int]] = {}
    roles: dict[tuple[MentionType, str], dict[str, None]] = {}
    for position, mention in enumerate(annotated.mentions):
        named = mention.type, mention.name
        positions.setdefault(named, []).append(position)
        roles.setdefault(named, {}).update({mention.role: None} if mention.role else {})
    mentioned = {name for _, name in positions}
    for quotation in annotated.quotations:
        for name in (quotation.speaker, quotation.addressee):
            if name and name not in mentioned:
                positions.setdefault(("PER", name), [])
    people = [make_name_key(name) for type_, name in positions if type_ == "PER"]
    found = []
    for (type_, name), places in positions.items():
        key = make_name_key(name)
        if key:
            fuller = _find_fuller(key, people) if type_ == "PER" else key
            named_roles = tuple(roles.get((type_, name), ()))
            found.append(NameUse(type_, name, fuller, tuple(places), named_roles))
    return tuple(found)


def _find_fuller(key: str, people: Iterable[str]) -> str:
    """Find the one fuller name of which a key of one word is a word; the key itself if there is not one."""
    if " " in key:
        return key
    fuller = {other for other in people if " " in other and key in other.split()}
    return fuller.pop() if len(fuller) == 1 else key


def choose_entity(use: NameUse, known: Iterable[KnownName]) -> str | None:
    """Choose among known names the entity a name belongs to; None when it is a new one.

    >>> known = [KnownName("e1", "PER", "جيريمي كوربين", "grm krbn")]
    >>> choose_entity(NameUse("PER", "جرمی کوربین", "grm krbn", ()), known)
    'e1'
    """
    same = [name.entity for name in known if name.type == use.type and name.key == use.key]
    if same:
        return min(same)
    if " " not in use.key or use.key != make_name_key(use.name):
        return None
    alike = [
        (-score, name.entity)
        for name in known
        if name.type == use.type
        and _may_be_same(use.key, name.key)
        and (score := compare_names(use.name, name.name)) >= SAME_NAME
    ]
    return min(alike)[1] if alike else None


def _may_be_same(one: str, other: str) -> bool:
    """Tell whether two keys of several words are alike enough for a closer look at the names.

    >>> _may_be_same("grm krbn", "grmy krbn"), _may_be_same("grm krbn", "grm tlfsr")
    (True, False)
    """
    if " " not in other or fuzz.ratio(one, other) < ALIKE_KEYS:
        return False
    words, others = one.split(), other.split()
    rest = "".join(word for word in words if word not in others)
    return fuzz.ratio(rest, "".join(w for w in others if w not in words)) >= ALIKE_RESTS


def make_entity_id(type_: MentionType, key: str) -> str:
    """Derive an entity's id from the key of its first name."""
    return f"e-{hashlib.sha256(f'{type_} {key}'.encode()).hexdigest()[:12]}"
