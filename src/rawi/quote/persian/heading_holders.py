"""Who holds the office a Persian heading opens with, where the report tells it in other words: «مدیرکل آب دشت: C», then «X، مدیرکل این نهاد، گفت»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.quote.attributed import Attributed
from rawi.quote.speaker import Speaker

_WHERE = frozenset({"شهر", "شهرستان", "استان", "تیم", "باشگاه", "سازمان", "کشور", "منطقه", "ولایت"})
_MORE = 2  # words of an office with what it is of


def name_office_headings(sayings: Sequence[Attributed]) -> list[Attributed]:
    """Give the headings of an office to the one person of the report who has it, pointed at or told with a shared word."""
    return [
        one._replace(speaker=_find_holder(one.speaker, sayings) or one.speaker)
        if one.saying.rule == "fa.headline" and _is_office(one.speaker)
        else one
        for one in sayings
    ]


def _is_office(speaker: Speaker | None) -> bool:
    """Tell whether somebody is known by an office and what it is of alone: «مدیرکل آب دشت»."""
    if speaker is None or speaker.named or speaker.body or speaker.plural:
        return False
    return len(speaker.roles) == 1 and len(speaker.roles[0]) >= _MORE


def _find_holder(office: Speaker | None, sayings: Sequence[Attributed]) -> Speaker | None:
    """The one named speaker whose office has the same head and tells no other body."""
    assert office is not None
    head, *of = office.roles[0]
    named = (one.speaker for one in sayings if one.speaker is not None and one.speaker.named)
    people = {id(one): one for one in named if any(role[0] == head for role in one.roles if role)}
    if len(people) != 1:
        return None
    holder = next(iter(people.values()))
    pointed = _WHERE | get_grammar("fa").words["general_bodies"]
    others = [role[1:] for role in holder.roles if role[0] == head]
    same = any(
        other and (pointed.issuperset(other) or not set(of).isdisjoint(other)) for other in others
    )
    return holder if same else None
