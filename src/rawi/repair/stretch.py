"""What a repair rule is given: the text as repaired so far, cut into stretches of one language.

Addresses of web pages and of mail are in no stretch: no rule of a language may touch them.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from rawi.facts import LanguageRun
from rawi.text import Text

_ADDRESS = re.compile(
    r"(?:https?://|ftp://|www\.)[^\s<>«»\"]+"  # http://example.org/a?b=1
    r"|(?<![\w.@])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8}"  # name@example.org, @handle needs no shield
)
LEAST_EMBEDDED = 40  # characters, about seven words
VOWEL_MARKS = "\u064b-\u0655\u0670"  # for a class of characters
WORD = re.compile(rf"([^\W\d_]+(?:[\u200c{VOWEL_MARKS}]+[^\W\d_]*)*)")
_MAY_HOLD_ADDRESS = ("://", "www.", "@")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters [start, start + len(text)) of the repaired text, all in one language."""

    start: int
    text: str
    language: str


def split_words(text: str) -> list[str]:
    """Cut a text into what stands before, between and after its words, and, at odd indices, the words.

    >>> split_words("او رفت.")
    ['', 'او', ' ', 'رفت', '.']
    """
    return WORD.split(text)


def cut_at_blanks(text: str) -> list[str]:
    r"""Cut a text at its blanks, and around each line break, so that few pieces are met here only.

    >>> cut_at_blanks("او رفت.\nباران")
    ['او', 'رفت.', '\n', 'باران']
    """
    return text.replace("\n", " \n ").split(" ")


def piece_size(piece: str) -> int:
    """Characters from the beginning of a piece of `cut_at_blanks` to that of the next; around a line break stood no blanks."""
    return 0 if piece == "\n" else len(piece) + 1


def fold_stretches(text: str, stretches: Iterable[Stretch], fold: Callable[[str], str]) -> str:
    """Fold the letters of some stretches of a text, one to one; where two overlap, the first counts."""
    pieces: list[str] = []
    done = 0
    for stretch in sorted(stretches, key=attrgetter("start")):
        part = stretch.text[max(0, done - stretch.start) :]
        start = max(done, stretch.start)
        pieces += (text[done:start], fold(part))
        done = start + len(part)
    return "".join((*pieces, text[done:]))


@dataclass(frozen=True)
class Copy:
    """A document's text as repaired so far, with the language of its parts."""

    text: Text
    runs: Sequence[LanguageRun]

    @property
    def repaired(self) -> str:
        """The text as repaired so far."""
        return self.text.repaired

    @cached_property
    def language(self) -> str:
        """The language most of the text is in."""
        weight: dict[str, int] = {}
        for run in self.runs:
            weight[run.language] = weight.get(run.language, 0) + run.extent.end - run.extent.start
        return max(weight, key=lambda code: (weight[code], code)) if weight else "und"

    def stretches(self, language: str) -> Iterator[Stretch]:
        """Yield the stretches in one language, addresses left out.

        Short runs of another language than the copy's are no stretch: a saying of five words is quoted as
        it stands, and may have been mistaken.
        """
        repaired = self.text.repaired
        for run in self.runs:
            if run.language != language:
                continue
            if language != self.language and run.extent.end - run.extent.start < LEAST_EMBEDDED:
                continue
            start, end = self.text.span(run.extent)
            for address in self.addresses:
                if start < address[1] and address[0] < end:
                    if start < address[0]:
                        yield Stretch(start, repaired[start : address[0]], run.language)
                    start = address[1]
            if start < end:
                yield Stretch(start, repaired[start:end], run.language)

    def short_runs(self, language: str) -> Iterator[Stretch]:
        """Yield the runs that are too short to be a stretch, in a copy of another language."""
        for run in self.runs:
            short = run.extent.end - run.extent.start < LEAST_EMBEDDED
            if run.language == language != self.language and short:
                start, end = self.text.span(run.extent)
                yield Stretch(start, self.text.repaired[start:end], language)

    def in_address(self, place: int) -> bool:
        """Tell whether a place lies in the address of a web page or of mail."""
        return any(start <= place < end for start, end in self.addresses)

    @cached_property
    def addresses(self) -> tuple[tuple[int, int], ...]:
        """Where the addresses of web pages and of mail stand."""
        if not any(sign in self.repaired for sign in _MAY_HOLD_ADDRESS):
            return ()
        return tuple(match.span() for match in _ADDRESS.finditer(self.repaired))
