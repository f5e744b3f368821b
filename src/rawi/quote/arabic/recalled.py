"""Where an Arabic report calls someone by the surname alone whom a role presented before: «شملان الدبس …، وقال الدبس»."""

from collections.abc import Iterator, Sequence

from rawi.facts import Mention
from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedMention
from rawi.quote.speaker import Words
from rawi.text import Span

_SHORTEST = 4  # letters; شاه alone is too many things


def recall_surnames(page: Page, known: Sequence[PlacedMention]) -> Iterator[PlacedMention]:
    """Yield the surnames of known people where they stand alone and nothing else is named."""
    surnames = _learn(page, known)
    if not surnames:
        return
    taken = {i for mention in known for i in range(mention.first, mention.last)}
    words = page.words
    end = 0
    for i, word in enumerate(words):
        if i < end or (word not in surnames and word[1:] not in surnames):
            continue
        for form in _forms(word):
            surname = next(
                (s for s in surnames.get(form, ()) if words[i + 1 : i + len(s)] == s[1:]), None
            )
            place = (i, i + len(surname)) if surname else None
            free = place and not any(k in taken or k in page.mention_at for k in range(*place))
            if place and free:
                clitic = len(word) - len(form)
                span = page.reading.span(*place)
                span = Span(span.start + clitic, span.end)
                name = page.text.repaired[span.start : span.end]
                end = place[1]
                yield PlacedMention(*place, Mention(span, "PER", name, "ar.recalled"))
                break


def _learn(page: Page, known: Sequence[PlacedMention]) -> dict[str, list[Words]]:
    """By their first word, the surnames of people: what follows the given name, and the last word where it is no common one."""
    surnames: dict[str, list[Words]] = {}
    for mention in known:
        name = page.words[mention.first : mention.last]
        for surname in {name[1:], name[-1:]}:
            alone = len(surname) == 1
            if alone and (len(surname[0]) < _SHORTEST or surname[0] in load_common("ar")):
                continue
            surnames.setdefault(surname[0], []).append(surname)
    return {
        first: sorted(rows, key=lambda row: (-len(row), row)) for first, rows in surnames.items()
    }


def _forms(word: str) -> tuple[str, ...]:
    """A word, and what stands behind a particle written together with it: والدبس."""
    joined = word[0] in get_grammar("ar").proclitics and len(word) > _SHORTEST
    return (word, word[1:]) if joined else (word,)
