"""Which of the people of a document a role means."""

from collections.abc import Iterable

from rawi.lang.grammar import get_grammar
from rawi.quote.roles import agree, fit_roles
from rawi.quote.speaker import Speaker, Words


def find_holder(
    people: Iterable[Speaker],
    role: Words,
    language: str,
    recent: Iterable[Speaker],
    gender: str | None = None,
    *,
    exact: bool = False,
) -> Speaker | None:
    """Whose role fits a phrase best, in this very office if `exact`; of equals the last speaker, then the first named.

    Nobody of another `gender`: «السيدة» is no man titled «السيد».
    """
    order = {id(person): -i for i, person in enumerate(recent)}
    best: tuple[float, int, int] | None = None
    found: Speaker | None = None
    for person in people:
        if not agree(person.gender, gender):
            continue
        fit = max(
            (
                fit_roles(role, known, general=not exact and _is_general(role, known, language))
                for known in person.roles
            ),
            default=0.0,
        )
        rank = (fit, order.get(id(person), -1000), -person.first)
        if fit > 0 and (best is None or rank > best):
            best, found = rank, person
    return found


def _is_general(role: Words, known: Words, language: str) -> bool:
    """Tell whether a role says so little that it may be another office of the same body: «پژوهشگر دانشگاه X»; «مدیر باشگاه» of who leads it only."""
    sets = get_grammar(language).words
    leaders = sets.get("leaders", frozenset())
    led = bool(known) and leaders.issuperset((*role[:1], known[0]))
    return bool(role) and (led or role[0] in sets.get("general_roles", ()))
