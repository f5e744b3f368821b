"""Whom a Persian sentence tells of first by what he is and then by name: «همسرش، X، …», «صاحب سگ، زنی به نام X، …»."""

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.page import Page, PlacedMention
from rawi.quote.persian.hearers import is_somebodys, is_someone_new
from rawi.quote.persian.phrases import heads_role
from rawi.quote.persian.voices import is_one
from rawi.quote.roles import is_relation, is_role
from rawi.quote.saying import Range

_SHORTEST_KIN, _LONGEST_NAME = 3, 3  # tokens
_FARTHEST_NAME = 10  # tokens from who it is to «به نام»
# «پیرمردی روی نیمکت نشسته بود. گفت: …»
SOMEONE = frozenset(
    {
        "مردی",
        "زنی",
        "پیرمردی",
        "پیرزنی",
        "جوانی",
        "دختری",
        "پسری",
        "کودکی",
        "مادری",
        "پدری",
        "بانویی",
        "خانمی",
        "اقایی",
    }
)


def called_behind(page: Page, subject: Range, last: int) -> list[PlacedMention]:
    """The name, if any, of someone behind the comma after what he is: «صاحب سگ، زنی به نام X، …», «دستیار Y، X، …»."""
    words, end = page.words, subject[1]
    if words[end : end + 1] == ("که",) and (turned_out := _is_called(page, end, last)):
        return [turned_out]
    if subject[0] >= end or words[end : end + 1] != ("،",):
        return _introduced_last(page, subject, last)
    name = page.person_at(end + 1)
    if name is not None and words[name.last] == "،":
        return [name] if is_relation(words[slice(*subject)], "fa") else []
    stop = min(last - 1, end + _FARTHEST_NAME)
    stop = next((i for i in range(end + 2, stop) if words[i] == "،"), stop)
    named = _named_among(page, end + 2, stop)
    return [named] if named else []


def _is_called(page: Page, that: int, last: int) -> PlacedMention | None:
    """The name with which a sentence ends that says who someone was: «نخستین شنونده ای که زنگ زد، آموزگاری به نام X بود»."""
    end = last - (not page.is_word(last - 1)) - 1
    if page.words[end] not in get_grammar("fa").words["copulas"]:
        return None
    named = _named_among(page, that + 1, end)
    return named if named is not None and named.last == end else None


def told_behind_comma(page: Page, phrase: Range) -> Range | None:
    """Who that is, behind the comma after a phrase without a name: «سازندهٔ قطار، | گروه صنعتی X، …», «دیگری، | نانوایی به نام X، …»."""
    words, (first, end) = page.words, phrase
    if words[end : end + 1] != ("،",) or any(i in page.mention_at for i in range(first, end)):
        return None
    body = page.mention_at.get(end + 1)
    if body is not None and body.mention.type == "ORG":
        closed = words[body.last : body.last + 1] == ("،",)
        makes = words[first] in get_grammar("fa").words["undertakers"]
        return (end + 1, body.last) if closed and makes else None
    stop = min(len(words), end + _FARTHEST_NAME)
    comma = next((i for i in range(end + 1, stop) if words[i] == "،"), None)
    named = _named_among(page, end + 2, comma) if comma is not None else None
    person = named is not None and named.mention.type == "PER" and named.last == comma
    return (end + 1, comma) if comma is not None and person else None


def given_before(page: Page, phrase: Range) -> Range | None:
    """The given name alone, behind where somebody is, to which the calling between commas belongs: «چند قدم دورتر | ناصر، راننده، گفت»."""
    words, (first, last) = page.words, phrase
    at = first - 2
    if at <= 0 or words[first - 1] != "،" or words[last : last + 1] != ("،",):
        return None
    if first in page.mention_at or at in page.mention_at or not heads_role(page, first):
        return None
    given = load_people("fa").given_names.find(words, at)
    known = given is not None and given.end == first - 1 and not given.value.weak
    before = words[at - 1]
    grammar = get_grammar("fa")
    hangs = before in grammar.prepositions or before in grammar.conjunctions
    free = page.is_word(at - 1) and not hangs and not is_role((before,), "fa")
    return (at, at + 1) if known and free else None


def _introduced_last(page: Page, subject: Range, last: int) -> list[PlacedMention]:
    """The name with which a sentence ends that only then says who did it: «نامه را کارآموزی باز کرد به نام X»."""
    first, end = subject
    if first >= end or not is_one(page, subject):
        return []
    named = _named_among(page, end + 1, min(last - 1, end + _FARTHEST_NAME))
    return [named] if named and named.last >= last - 1 else []


def _named_among(page: Page, first: int, last: int) -> PlacedMention | None:
    """The name behind the first «به نام», «با نام» among tokens."""
    words = page.words
    called = (i for i in range(first, last) if words[i] == "نام" and words[i - 1] in ("به", "با"))
    at = next(called, None)
    return page.mention_at.get(at + 1) if at is not None else None


def follows_kin(page: Page, token: int) -> bool:
    """Tell whether a token stands behind somebody's kin and a comma: «همسرش، | ماریت، …», «پسر او، | تئو، …»."""
    words, pronouns = page.words, get_grammar("fa").pronouns
    if token < _SHORTEST_KIN or words[token - 1 : token] != ("،",):
        return False
    his = words[token - 2] in pronouns and is_relation((words[token - 3],), "fa")
    return his or is_somebodys(words[token - 2])


def named_kin(page: Page, subject: Range) -> Range | None:
    """The name no table knows of somebody's kin, between commas behind a Persian subject: «همسرش، | ماریت، به پلیس زنگ زد»."""
    first = subject[1] + 1
    if subject[0] >= subject[1] or not follows_kin(page, first):
        return None
    name = page.words[first : first + _LONGEST_NAME]
    end = first + (name.index("،") if "،" in name else 0)
    named = end > first and all(is_rare(page.words[i]) for i in range(first, end))
    return (first, end) if named else None


def drop_owner(page: Page, source: Range) -> Range:
    """Someone by a name no table knows without whose kin he is, told behind a comma: «ملک شیرآغا، | شوهر X»."""
    first, last = source
    comma = next((i for i in range(first + 1, last - 1) if page.words[i] == "،"), None)
    if comma is None or not is_relation(page.words[comma + 1 : last], "fa"):
        return source
    known = any(i in page.mention_at for i in range(first, comma))
    unknown = comma - first <= _LONGEST_NAME and is_rare(page.words[comma - 1])
    return (first, comma) if unknown and not known else source


def drop_calling(page: Page, source: Range) -> Range:
    """The kin of somebody named without what else they are, told behind a comma: «پدر احمدی | ، کشاورز بازنشسته»; not «همسر احمدی، سارا»."""
    first, last = source
    comma = next((i for i in range(first + 1, last - 1) if page.words[i] == "،"), None)
    if comma is None or not is_relation(page.words[first:comma], "fa"):
        return source
    owned = page.person_at(comma - 1) is not None
    named = any(i in page.mention_at for i in range(comma, last))
    calling = is_role(page.words[comma + 1 : last], "fa")
    return (first, comma) if owned and calling and not named else source


def is_one_described(page: Page, subject: Range) -> bool:
    """Tell whether a Persian subject is one of several people of whom a comma and who that is tell more: «یکی از ساکنان، مردی شصت ساله که …، جلو آمد»."""
    words, (first, last) = page.words, subject
    if words[first : first + 2] != ("یکی", "از"):
        return False
    comma = next((i for i in range(first + 3, last + 1) if words[i : i + 1] == ("،",)), last)
    told = words[comma + 1 : comma + 2]  # none where a copy ends
    return told != () and (told[0] in SOMEONE or is_someone_new(told[0]))
