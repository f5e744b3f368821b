"""What the name stage finds in an Arabic report and the page shows to be otherwise: a body that goes on with its purpose, who writes the report."""

from dataclasses import replace

from rawi.lang.common import load_arabic_counts
from rawi.lang.people import heads_outlet, load_people
from rawi.quote.arabic.hearers import are_people
from rawi.quote.arabic.people_words import is_origin
from rawi.quote.arabic.words import is_complementizer, is_cue
from rawi.quote.arabic.writers import writes_report
from rawi.quote.page import Page, PlacedMention
from rawi.text import Span

_SHORTEST_PURPOSE = 4  # letters with ل and the article


def mend_names(page: Page) -> tuple[list[PlacedMention], list[PlacedMention]]:
    """The names that end elsewhere than was found, mended; and those who are left out."""
    longer = [_end_at(page, m, m.last + 1) for m in page.mentions if _is_short_body(page, m)]
    opened = (m for m in page.mentions if _opens_with_verb(page, m) or _opens_with_field(page, m))
    longer += [_without_first(page, m) for m in opened]
    return longer, [m for m in page.mentions if _is_none(page, m)]


def _end_at(page: Page, mention: PlacedMention, last: int) -> PlacedMention:
    """A name with another end."""
    span = Span(mention.mention.span.start, page.reading.ends[last - 1])
    name = page.text.repaired[span.start : span.end]
    return PlacedMention(mention.first, last, replace(mention.mention, span=span, name=name))


def _opens_with_verb(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a name took a verb with «ف» or «و» with it, and the rest is known: «فضحك الباز»."""
    first, last = mention.first, mention.last
    word, rest = page.words[first], page.words[first + 1 : last]
    if mention.mention.type != "PER" or not rest or word[0] not in "فو":
        return False
    counts = load_arabic_counts()
    if is_cue(page, first - 1) or counts.get(word[1:], 0) <= counts.get(word, 0):
        return False  # «وقال | فيليم دي يونغ», kin of «فلور دي يونغ»
    people = load_people("ar")
    known = word in people.given_names.alone or word in people.particles  # فان
    return not known and any(
        m.mention.type == "PER"
        and page.words[m.first : m.last][-len(rest) :] == rest
        and m.last - m.first > len(rest)
        and page.words[m.first] != word
        for m in page.mentions
    )


def _without_first(page: Page, mention: PlacedMention) -> PlacedMention:
    """A name without the word it begins with."""
    span = Span(page.reading.starts[mention.first + 1], mention.mention.span.end)
    name = page.text.repaired[span.start : span.end]
    own = replace(mention.mention, span=span, name=name, role=None)
    return PlacedMention(mention.first + 1, mention.last, own)


def _opens_with_field(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a woman's name took the adjective of her office with it: «المهندسة | الهيدرولوجية | تنهينان بوكرش»."""
    first, word = mention.first, page.words[mention.first]
    field = is_origin(word) and word.endswith("یه") and mention.last - first > 1
    office = page.words[first - 1] if first else ""
    hers = mention.mention.type == "PER" and office.startswith("ال") and office.endswith("ه")
    return field and hers and not page.words[first + 1].startswith("ال")


def _is_short_body(page: Page, mention: PlacedMention) -> bool:
    """Tell whether the name of a body goes on with what it is for: «الاتحاد الأهلي | للغوص»; «الوزارة للصحافيين» tells them."""
    first, last = mention.first, mention.last
    if mention.mention.type != "ORG" or last - first < 2 or last >= len(page.words):
        return False
    word = page.words[last]
    purpose = word.startswith("لل") and len(word) > _SHORTEST_PURPOSE and word[2:].isalpha()
    definite = page.words[first].startswith("ال") and page.words[last - 1].startswith("ال")
    told = heads_outlet((word[2:],), 0, "ar") or are_people(word[2:])
    return purpose and definite and not told


def _is_none(page: Page, mention: PlacedMention) -> bool:
    """Tell whether a name is left out: a place («بسيدي منصور»), or who writes the report."""
    place = page.words[mention.first] == "بسیدی"
    said = _is_said(page, mention) or _is_of_role(page, mention)
    return place or said or writes_report(page, mention)


def _is_of_role(page: Page, mention: PlacedMention) -> bool:
    """Tell whether what was taken for a name is an adjective of the role right before another: «المهندسة | الهيدرولوجية | تسعديت بوخالفة»."""
    named = page.mention_at.get(mention.last)
    if mention.last - mention.first > 1 or named is None or named.first != mention.last:
        return False
    role = named.mention.role if named.mention.type == "PER" else None
    return is_origin(page.words[mention.first]) and (role or "").endswith(mention.mention.name)


def _is_said(page: Page, mention: PlacedMention) -> bool:
    """Tell whether what was taken for a name is one word in marks that someone says of himself: «إنه «متعب»»."""
    first, last = mention.first, mention.last
    alone = page.mark_at[first] == (first, last) and last - first == 1
    return alone and first > 1 and is_complementizer(page.words[first - 2])
