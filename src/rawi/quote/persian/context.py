"""One Persian sentence being read, as all frames see it."""

from typing import NamedTuple

from rawi.quote.page import Page, PlacedCue, PlacedSentence


class Context(NamedTuple):
    """One sentence being read: `cues` are those outside quotation marks, `done` is where reading goes on."""

    page: Page
    sentence: PlacedSentence
    cues: list[PlacedCue]
