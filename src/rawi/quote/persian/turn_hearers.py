"""To whom the turns of a Persian dialogue of two are said that open with who speaks and a colon: «اپراتور: بفرمایید.», «کریمی: پدرم افتاده است.»."""

from collections.abc import Sequence

from rawi.quote.attributed import Attributed
from rawi.quote.nearness import is_near
from rawi.quote.page import Page
from rawi.quote.speaker import Speaker

_TURN = "fa.turn"
_FEWEST = 2  # turns of a dialogue


def hear_turns(page: Page, sayings: Sequence[Attributed]) -> list[Attributed]:
    """Put each turn of a dialogue of two to the other one, where nothing else says to whom."""
    found = list(sayings)
    for first, last in _dialogues(page, sayings):
        two = list(dict.fromkeys(one.speaker for one in sayings[first:last]))
        if len(two) != _FEWEST or None in two:
            continue
        for i in range(first, last):
            if found[i].addressee is None:
                found[i] = found[i]._replace(addressee=_other(two, found[i].speaker))
    return found


def _other(two: Sequence[Speaker | None], speaker: Speaker | None) -> Speaker | None:
    """The one of two who does not speak."""
    return two[1] if two[0] is speaker else two[0]


def _dialogues(page: Page, sayings: Sequence[Attributed]) -> list[tuple[int, int]]:
    """Where turns follow one another, each in its paragraph: ranges of sayings."""
    runs: list[tuple[int, int]] = []
    for i, one in enumerate(sayings):
        if one.saying.rule != _TURN:
            continue
        goes_on = (
            bool(runs) and runs[-1][1] == i and is_near(page, sayings[i - 1].saying, one.saying)
        )
        if goes_on:
            runs[-1] = runs[-1][0], i + 1
        else:
            runs.append((i, i + 1))
    return [run for run in runs if run[1] - run[0] >= _FEWEST]
