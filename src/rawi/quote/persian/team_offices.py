"""Who holds an office of a body told by its name, where his office was told by what the body is alone: «باشگاه آذرخش …. X، سرمربی تیم، …. سرمربی آذرخش گفت»."""

from collections.abc import Iterable

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.speaker import Speaker, Words

# What a body is, and by what its name may be headed.
_HEADS = {
    "تیم": frozenset({"تیم", "باشگاه"}),
    "باشگاه": frozenset({"باشگاه", "تیم"}),
    "شرکت": frozenset({"شرکت", "کارخانه"}),
    "کارخانه": frozenset({"شرکت", "کارخانه"}),
    "سازمان": frozenset({"سازمان"}),
    "بنیاد": frozenset({"بنیاد"}),
    "انجمن": frozenset({"انجمن"}),
    "موسسه": frozenset({"موسسه"}),
}
_OUR = frozenset({"ما", "خود"})
_SIDES = frozenset(
    {"فوتبال", "کشتی", "بانوان", "زنان", "مردان", "دختران", "پسران", "جوانان", "نوجوانان"}
)


def _is_sport(word: str) -> bool:
    """Tell whether a word of an office says of which sport and whose team it is: «سرمربی والیبال بانوان X»."""
    return word in _SIDES or word in get_grammar("fa").words["sports"]


def find_of_body(page: Page, people: Iterable[Speaker], office: Words) -> Speaker | None:
    """The one person with such an office, told of «the team» or «the company», where the report names a body so."""
    head, name = office[:1], tuple(word for word in office[1:] if not _is_sport(word))
    if not name or name[0] in _HEADS:
        return None
    holders = [(one, kinds) for one in people if (kinds := _kinds_led(one, head))]
    if len(holders) != 1:
        return None
    holder, kinds = holders[0]
    heads = frozenset().union(*(_HEADS.get(kind, frozenset()) for kind in kinds))
    bodies = (
        m  # also in «سایت رسمی باشگاه X»
        for m in page.mentions
        if m.mention.type == "ORG" and not heads.isdisjoint(page.words[m.first : m.last])
    )
    named = any(page.words[m.last - len(name) : m.last] == name for m in bodies)
    return holder if named else None


def _kinds_led(someone: Speaker, head: Words) -> set[str]:
    """What the bodies are, told by that alone, of which somebody has an office: of «سرمربی تیم ما» the team."""
    of = (role[1:] for role in someone.roles if role[:1] == head)
    return {one[0] for one in of if one and one[0] in _HEADS and _OUR.issuperset(one[1:])}
