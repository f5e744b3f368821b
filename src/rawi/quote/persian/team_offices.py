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
    holders = [one for one in people if any(role[:1] == head for role in one.roles)]
    if len(holders) != 1:
        return None
    short = {role[1:] for role in holders[0].roles if role[:1] == head}
    kinds = {of[0] for of in short if of and _OUR.issuperset(of[1:])}
    heads = frozenset().union(*(_HEADS.get(kind, frozenset()) for kind in kinds))
    bodies = (m for m in page.mentions if m.mention.type == "ORG" and page.words[m.first] in heads)
    named = any(page.words[m.last - len(name) : m.last] == name for m in bodies)
    return holders[0] if named else None
