"""Whom a Persian word for somebody's kin means where the other half of the pair is told: «مادر X به دخترش گفت» is said to X."""

from rawi.lang.grammar import get_grammar
from rawi.lang.numbers import is_age
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.nearness import is_near
from rawi.quote.page import Page
from rawi.quote.persian.hearers import whose_word
from rawi.quote.persian.phrases import end_of_titles, heads_role
from rawi.quote.roles import agree
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker, is_part

_PAIRS = (
    ("parents", "children"),
    ("grandparents", "grandchildren"),
    ("uncles", "nephews"),
    ("teachers", "pupils"),
    ("advocates", "clients"),
    ("healers", "patients"),
    ("spouses", "spouses"),
    ("siblings", "siblings"),
)
_GENDERS = {
    "دختر": "f", "دخترک": "f", "مادر": "f", "خواهر": "f", "زن": "f", "خانم": "f", "مادربزرگ": "f",
    "پسر": "m", "پسرک": "m", "پدر": "m", "برادر": "m", "شوهر": "m", "پدربزرگ": "m",
}  # fmt: skip


def find_counterpart(
    page: Page, cast: Cast, saying: Saying, speaker: Speaker | None, before: Speaker | None
) -> Speaker | None:
    """Whom «دخترش» means as what the mother of X says, or «پدربزرگ» as what a grandson of X does; `before`: who spoke just before the speaker."""
    assert saying.addressee is not None
    word = _kin_word(page, saying.addressee)
    others = _counterparts(word)
    if not others or speaker is None:
        return None
    found = _named_in_source(page, cast, saying, others) or _by_role(cast, speaker, others)
    if found is None and before is not None and word in get_grammar("fa").words["spouses"]:
        # «سارا، مادر کاوه، به ناخدا گفت: C. ناخدا به همسرش گفت: D»
        parent = any(role[0] in get_grammar("fa").words["parents"] for role in before.roles)
        found = before if parent and before.named else None
    fits = found is not None and found is not speaker and agree(found.gender, _GENDERS.get(word))
    return found if fits else None


def find_kin_speaking(
    page: Page, cast: Cast, saying: Saying, before: Attributed | None
) -> Speaker | None:
    """Who «مادرش», «پدرش» is that speaks, where who spoke just before was told to be the child of somebody named: «سارا، دختر X، گفت C. پدرش گفت D»."""
    if saying.language != "fa" or saying.source is None or before is None:
        return None
    if before.speaker is None or not is_near(page, before.saying, saying):
        return None
    word = whose_word(page.words[saying.source[0]])
    alone = saying.source[1] - saying.source[0] == 1
    others = _counterparts(word) if word and alone else frozenset()
    if not others:
        return None
    found = _named_in_source(page, cast, before.saying._replace(addressee=None), others)
    found = found or _by_role(cast, before.speaker, others)
    fits = found is not None and found is not before.speaker
    return found if fits and found and agree(found.gender, _GENDERS.get(word or "")) else None


def _kin_word(page: Page, place: Range) -> str:
    """The word for somebody's kin that an addressee is, without its pronoun: «دخترش», «دختر خود», «پدربزرگ»."""
    first, last = place
    own = page.words[first + 1 : last] == ("خود",)
    word = page.words[first]
    return (whose_word(word) or word) if own or last - first == 1 else ""


def _counterparts(word: str) -> frozenset[str]:
    """The words for the other half of each pair a word is one half of: of «دختر» those for parents."""
    sets = get_grammar("fa").words
    pairs = (pair for one, two in _PAIRS for pair in ((one, two), (two, one)))
    return frozenset().union(*(sets[other] for kind, other in pairs if word in sets[kind]))


def _named_in_source(page: Page, cast: Cast, saying: Saying, kin: frozenset[str]) -> Speaker | None:
    """Whose kin the source of a saying is told to be, in it or behind a comma: «مادر X», «سارا، مادر X،», «نوهٔ استاد، آیدین،»."""
    first, last = saying.source or (0, 0)
    until = saying.addressee[0] if saying.addressee else last
    for i in range(first, max(last, until) - 1):
        if page.words[i] not in kin:
            continue
        aged = i + 1 + is_age(page.words[i + 1])  # «پسر نه سالهٔ X»
        named = cast.at.get(end_of_titles(page, aged))
        if named is None and heads_role(page, i + 1):
            named = cast.identify((i + 1, i + 2), "fa", ())
        if named is not None and named.named:
            return named
    return None


def _by_role(cast: Cast, speaker: Speaker, kin: frozenset[str]) -> Speaker | None:
    """Whose kin a speaker was told to be elsewhere: of «سارا کوهی، مادر X» X."""
    owners = (role[1:] for role in speaker.roles if role[0] in kin and role[1:])
    people = (one for owner in owners for one in cast.people if is_part(owner, one.words))
    return next(people, None)
