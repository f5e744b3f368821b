"""Who holds an office of a body told by its name, where his office was told by what the body is alone: «باشگاه آذرخش …. X، سرمربی تیم، …. سرمربی آذرخش گفت»."""

from collections.abc import Iterable, Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import is_role
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
    if name[:1] == ("تیم",) and name != office[1:]:
        name = name[1:]  # «سرمربی تیم والیبال X»
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
    return holder if named or next(_club_places(page, name), None) is not None else None


def _kinds_led(someone: Speaker, head: Words) -> set[str]:
    """What the bodies are, told by that alone, of which somebody has an office: of «سرمربی تیم ما» the team."""
    of = (role[1:] for role in someone.roles if role[:1] == head)
    return {one[0] for one in of if one and one[0] in _HEADS and _OUR.issuperset(one[1:])}


def names_club(page: Page, placed: PlacedMention) -> bool:
    """Tell whether what looks like a person's name behind a team is the club's, told elsewhere behind «باشگاه»: «سرمربی والیبال بانوان | نوید گلدشت», «سایت باشگاه نوید گلدشت»."""
    words, first = page.words, placed.first
    before = words[first - 1] if first else ""
    if before not in ("تیم", "باشگاه") and not _is_sport(before):
        return False
    return next(_club_places(page, words[first : placed.last]), None) is not None


def _club_places(page: Page, name: Words) -> Iterator[int]:
    """The tokens at which a club of a name is told of, with «باشگاه» and no officer before it: «سایت باشگاه X», not «مدیر باشگاه X»."""
    words = page.words
    for i in range(len(words) - len(name)):
        told = words[i] == "باشگاه" and words[i + 1 : i + 1 + len(name)] == name
        if told and (i == 0 or not is_role(words[i - 1 : i], "fa")):
            yield i
