"""Find the stretches between quotation marks, also where marks are missing, nested, or of the wrong kind.

Works on tokens, paragraph by paragraph. A mark left open is carried into the next paragraphs until it is closed
or a new one is opened there, as newsrooms write long quotations.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rawi.lang import LANGUAGES
from rawi.lang.reading import Reading
from rawi.lang.speech import load_cues
from rawi.quote.saying import Range

OPENERS = frozenset("«“„")
CLOSERS = frozenset("»”")
STRAIGHT = frozenset('"')
MARKS = OPENERS | CLOSERS | STRAIGHT

# A quotation longer than this many paragraphs is a lost closing mark (prototype, NTREX development half).
_LONGEST_CARRY = 8
_BEFORE_OPENER = frozenset("([:،؛-–—")
_AFTER_CLOSER = frozenset(".،؛:!؟?)]…,;")


def find_marked(reading: Reading, paragraphs: Sequence[Range]) -> tuple[Range, ...]:
    """Return the outermost marked stretches as token ranges inside their marks, in order.

    >>> from rawi.lang.reading import read_tokens
    >>> find_marked(read_tokens("گفت: «به «او» بگویید»"), [(0, 9)])
    ((3, 8),)
    """
    pairing = _Pairing(reading)
    for number, paragraph in enumerate(paragraphs):
        pairing.read(number, paragraph)
    pairing.close()
    return tuple(sorted(pairing.found))


@dataclass(slots=True)
class _Carried:
    """A mark left open: where its content begins, where its paragraph ends, and the paragraph's number."""

    start: int
    end: int
    paragraph: int


@dataclass(slots=True)
class _Pairing:
    """Pairs marks while paragraphs are read in order."""

    reading: Reading
    carried: _Carried | None = None
    found: list[Range] = field(default_factory=list)

    def read(self, number: int, paragraph: Range) -> None:
        """Pair the marks of one paragraph."""
        words = self.reading.words
        marks = [i for i in range(*paragraph) if words[i] in MARKS]
        if self.carried is not None:
            marks = self._settle(self.carried, number, paragraph, marks)
            if self.carried is not None:
                return
        if self._closes_paragraph(marks, paragraph):
            self.found.append((paragraph[0], marks[0]))
            return
        self._pair(number, paragraph, marks)

    def _pair(self, number: int, paragraph: Range, marks: list[int]) -> None:
        """Pair marks of which none is carried; one left open is."""
        words = self.reading.words
        opened: list[int] = []
        pairs: list[Range] = []
        for k, mark in enumerate(marks):
            way = self._direction(mark, opened)
            last = k == len(marks) - 1
            if words[mark] in STRAIGHT and way == "open" and opened and last:
                way = "close"
            elif words[mark] in STRAIGHT and way == "close" and not opened and not last:
                way = "open"  # «قائلاً" لم يبق شيء"»: the blank stands on the wrong side
            if way == "open":
                opened.append(mark)
            elif opened:
                start = opened.pop() + 1
                pairs = [pair for pair in pairs if pair[0] < start]
                if mark > start:
                    pairs.append((start, mark))
        if opened:
            pairs = [pair for pair in pairs if pair[0] < opened[0]]
            self.carried = _Carried(opened[0] + 1, paragraph[1], number)
        self.found += _outermost(pairs)

    def close(self) -> None:
        """A mark still open when the text ends covers the rest of its paragraph."""
        if self.carried is not None and self.carried.end > self.carried.start:
            self.found.append((self.carried.start, self.carried.end))
        self.carried = None

    def _settle(
        self, carried: _Carried, number: int, paragraph: Range, marks: list[int]
    ) -> list[int]:
        """End a carried mark in this paragraph if it ends here; return the marks still to pair."""
        if marks and marks[0] == paragraph[0] and self._direction(marks[0], []) == "open":
            # Re-opened: each paragraph is its own quotation, with what follows it unmarked.
            self.close()
            return marks
        first = marks[0] if marks else 0
        if first and self.reading.words[first] in STRAIGHT and self.reading.words[first - 1] == ":":
            self.close()  # «قال X: "…»: someone speaks anew, the closing mark was lost
            return marks
        depth = 0
        for i in marks:
            if self._direction(i, [i] * depth) == "open":
                depth += 1
            elif depth:
                depth -= 1
            else:
                self.found.append((carried.start, i))
                self.carried = None
                return [mark for mark in marks if mark > i]
        if number - carried.paragraph > _LONGEST_CARRY:
            self.close()
            return marks
        return []

    def _closes_paragraph(self, marks: list[int], paragraph: Range) -> bool:
        """Tell whether a paragraph's only mark closes it and the outlet says nothing in it: its opening mark was lost."""
        words = self.reading.words
        if len(marks) != 1 or words[marks[0]] not in STRAIGHT or marks[0] < paragraph[1] - 2:
            return False
        return not any(
            load_cues(language).find(words, i) for language in LANGUAGES for i in range(*paragraph)
        )

    def _direction(self, mark: int, opened: list[int]) -> str:
        """Tell whether a mark opens or closes, from its shape, else from the blanks around it."""
        words, reading = self.reading.words, self.reading
        sign = words[mark]
        if sign == "«" or sign == "„":
            return "open"
        if sign == "»":
            return "close"
        blank_before = mark == 0 or reading.ends[mark - 1] < reading.starts[mark]
        blank_after = mark + 1 == len(words) or reading.ends[mark] < reading.starts[mark + 1]
        before = blank_before or words[mark - 1] in _BEFORE_OPENER
        after = blank_after or words[mark + 1] in _AFTER_CLOSER
        if before and not after:
            return "open"
        if after and not before:
            return "close"
        return "close" if opened else "open"


def _outermost(pairs: list[Range]) -> list[Range]:
    """Leave out pairs inside others."""
    return [
        pair
        for pair in pairs
        if not any(o != pair and o[0] <= pair[0] and pair[1] <= o[1] for o in pairs)
    ]
