"""Answers of a Persian interview with labels that go on without one: «نیک مهر: کجا بود؟», «کیانی: در انبار.», then «یک سال بعد خودم طراح شدم.», then «نیک مهر: …»."""

from collections.abc import Iterator, Mapping, Sequence

from rawi.quote.narration import is_narration
from rawi.quote.page import Page
from rawi.quote.persian.turns import asks_in_paragraph
from rawi.quote.saying import Range, Saying

_RULE = "fa.turn"
_LONGEST = 3  # paragraphs without a label


def go_on_in_turns(
    page: Page, turns: Mapping[int, Range], sayings: Sequence[Saying]
) -> list[Saying]:
    """Add the paragraphs between an answer and the next question of who asked it; sayings found inside them are its words."""
    spoken = {page.paragraph_of(s.start) for s in sayings if s.rule == _RULE}
    added = dict(_read_going_on(page, {n: place for n, place in turns.items() if n in spoken}))
    if not added:
        return list(sayings)
    kept = [s for s in sayings if page.paragraph_of(s.start) not in added]
    return sorted([*kept, *added.values()], key=lambda saying: saying.start)


def _read_going_on(page: Page, turns: Mapping[int, Range]) -> Iterator[tuple[int, Saying]]:
    """Yield the number and the saying of each paragraph with which an answer goes on."""
    for asked, label in turns.items():
        answer = turns.get(asked + 1)
        following = range(asked + 2, asked + 3 + _LONGEST)
        next_asked = next((n for n in following if n in turns), None)
        if answer is None or next_asked is None or not asks_in_paragraph(page, asked):
            continue
        asker, answerer = page.words[slice(*label)], page.words[slice(*answer)]
        if asker == answerer or page.words[slice(*turns[next_asked])] != asker:
            continue
        for number in range(asked + 2, next_asked):
            first, last, kind, language = page.paragraphs[number]
            content = page.trim(first, last)
            told = language != "fa" or kind not in ("body", "lead")
            if content is None or told or is_narration(page, page.paragraphs[number]):
                break
            yield number, Saying("fa", (content,), "direct", _RULE, source=answer)
