"""Names of people in Arabic that end a word too early or too late, or are none: seen by particles, other names, endings."""

from dataclasses import replace

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.hearers import are_people
from rawi.quote.arabic.presenting import binds, is_definite, is_small
from rawi.quote.arabic.words import is_accusative
from rawi.quote.arabic.writers import writes_report
from rawi.quote.page import Page, PlacedMention
from rawi.text import Span

_SHORTEST = 4  # letters of a noun with ب and a pronoun
_SHORTEST_PURPOSE = 4  # letters with ل and the article


def mend_names(page: Page) -> tuple[list[PlacedMention], list[PlacedMention]]:
    """The names that end elsewhere than was found, mended; and what was taken for a name and is none."""
    longer = [
        _end_at(page, m, m.last + 1)
        for m in page.mentions
        if _is_open(page, m) or _is_short_body(page, m)
    ]
    shorter = [_end_at(page, m, m.last - 1) for m in page.mentions if _is_overlong(page, m)]
    return longer + shorter, [m for m in page.mentions if _is_none(page, m)]


def _end_at(page: Page, mention: PlacedMention, last: int) -> PlacedMention:
    """A name with another end."""
    span = Span(mention.mention.span.start, page.reading.ends[last - 1])
    name = page.text.repaired[span.start : span.end]
    return PlacedMention(mention.first, last, replace(mention.mention, span=span, name=name))


def _is_open(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a person's name ends in a particle that binds the word after it: «صباح أبو | طالب»."""
    person = mention.mention.type == "PER" and mention.mention.rule.startswith("ar.")
    return person and binds(page, mention.last - 1)


def _is_short_body(page: Page, mention: PlacedMention) -> bool:
    """Tell whether the name of a body goes on with what it is for: «الاتحاد الأهلي | للغوص»; «الوزارة للصحافيين» tells them."""
    first, last = mention.first, mention.last
    if mention.mention.type != "ORG" or last - first < 2 or last >= len(page.words):
        return False
    word = page.words[last]
    purpose = word.startswith("لل") and len(word) > _SHORTEST_PURPOSE and word[2:].isalpha()
    definite = page.words[first].startswith("ال") and page.words[last - 1].startswith("ال")
    told = load_people("ar").organisations.find((word[2:],), 0)
    outlet = told is not None and told.value.kind == "outlet"
    return purpose and definite and not (outlet or are_people(word[2:]))


def _is_overlong(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a surname known from a longer name took the object of its verb with it: «وجّهت الدكتورة السهلي الشكر»."""
    first, last = mention.first, mention.last
    if mention.mention.type != "PER":
        return False
    if _is_preposition(page, mention):
        return True
    if last - first != 2 or not is_definite(page.words[last - 1]):
        return False
    surname = page.words[first]
    return any(
        m.mention.type == "PER" and m.last - m.first > 1 and page.words[m.last - 1] == surname
        for m in page.mentions
    )


def _is_none(page: Page, mention: PlacedMention) -> bool:
    """Tell whether what was taken for a person's name is none: a circumstance, or it ends in a conjunction («فصمت ثم قال»)."""
    last = page.words[mention.last - 1]
    joined = mention.mention.type == "PER" and last in get_grammar("ar").conjunctions
    if joined or page.words[mention.first] == "بسیدی":  # «بسيدي منصور»: a place
        return True
    others = _is_circumstance(page, mention) or _is_governed(page, mention)
    return others or _is_office(page, mention) or writes_report(page, mention)


def _is_governed(page: Page, mention: PlacedMention) -> bool:
    """Tell whether what was taken for a name beside a role is a noun with ب and a pronoun: «صرخت الأمّ بولديها»."""
    word = page.words[mention.first]
    beside = mention.mention.rule == "ar.role" and mention.last == mention.first + 1
    return beside and word[0] == "ب" and word.endswith(("ها", "هم")) and len(word) > _SHORTEST


def _is_office(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a given name alone is the head of an office: «أمين سرّ النادي»."""
    first, last = mention.first, mention.last
    if mention.mention.type != "PER" or last - first > 1 or last + 1 >= len(page.words):
        return False
    role = load_people("ar").roles.find((page.words[first],), 0) is not None
    of_what = page.words[last]
    noun = takes_article(of_what) and not is_small(of_what) and not is_verb(of_what)
    return role and noun and is_definite(page.words[last + 1])


def _is_preposition(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a name took a preposition with it that only looks like its last word: «مليكة بن عيسى على هذه الأرقام»."""
    last = mention.last - 1
    return last > mention.first and page.written((last, last + 1)) in ("على", "إلى")


def _is_circumstance(page: Page, mention: PlacedMention) -> bool:
    """Tell whether what was taken for a person's name says how someone speaks: «قال المدير متوجّهاً إلى الموظفين»."""
    one = mention.mention.type == "PER" and mention.last - mention.first == 1
    return one and page.words[mention.first].startswith("م") and is_accusative(page, mention.first)
