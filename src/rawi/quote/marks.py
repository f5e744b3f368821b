"""Find the stretches between quotation marks, also where marks are missing, nested, or of the wrong kind.

Works on tokens, paragraph by paragraph. A mark left open is carried into the next paragraphs until it is closed
or a new one is opened there, as newsrooms write long quotations.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from rawi.lang.first_person import says_i, says_i_in_persian
from rawi.lang.reading import Reading
from rawi.lang.speech import is_that
from rawi.quote.lost_openers import is_all_spoken, is_told, lost_opener
from rawi.quote.mark_words import (
    goes_on,
    reports_at,
    speaks_anew,
    tells_before,
    tells_behind,
    told_at,
)
from rawi.quote.saying import Range

OPENERS = frozenset("«“„")
CLOSERS = frozenset("»”")
STRAIGHT = frozenset('"')
MARKS = OPENERS | CLOSERS | STRAIGHT
DASHES = frozenset("-–—")
DRAWN = DASHES | {"ـ"}  # and the stroke that draws out a word, which some write for a dash

# A quotation longer than this many paragraphs is a lost closing mark (prototype, NTREX development half).
_LONGEST_CARRY = 8
_FEW = 4  # paragraphs of one line between a mark never closed and «وأضاف»
_LONGEST_NAME = 3  # words in marks inside others
_FARTHEST_CUE = 14  # tokens between a word of saying and the mark
_ME = frozenset({"من", "مرا", "خودم"})
_BEFORE_OPENER = frozenset("([:،؛-–—")
_AFTER_CLOSER = frozenset(".،؛:!؟?)]…,;")


def find_marked(
    reading: Reading, paragraphs: Sequence[Range], arabic: Collection[int] = ()
) -> tuple[Range, ...]:
    """Return the outermost marked stretches as token ranges inside their marks, in order.

    `arabic` are the numbers of the Arabic paragraphs: there words of saying tell which straight marks are slips.

    >>> from rawi.lang.reading import read_tokens
    >>> find_marked(read_tokens("گفت: «به «او» بگویید»"), [(0, 9)])
    ((3, 8),)
    """
    pairing = _Pairing(reading)
    for number, paragraph in enumerate(paragraphs):
        pairing.arabic = number in arabic
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
    arabic: bool = False  # of the paragraph being read
    carried: _Carried | None = None
    skipped: list[tuple[int, Range, list[int]]] = field(default_factory=list)
    silent: int | None = None
    found: list[Range] = field(default_factory=list)
    passed: list[Range] = field(default_factory=list)  # paragraphs since the carried mark's

    def read(self, number: int, paragraph: Range) -> None:
        """Pair the marks of one paragraph."""
        words = self.reading.words
        marks = marks_here = [i for i in range(*paragraph) if words[i] in MARKS]
        if self.carried is not None:
            marks = self._settle(self.carried, number, paragraph, marks)
            if self.carried is not None:
                if not self.arabic:
                    self.skipped.append((number, paragraph, marks_here))
                return
        if marks and self._lost_opener(marks[0], paragraph):
            self.found.append((paragraph[0], marks[0]))
            marks = marks[1:]
        if self._closes_paragraph(marks, paragraph):
            self.found.append((paragraph[0] if self.silent is None else self.silent, marks[0]))
            self.silent = paragraph[1]
            return
        if self.arabic and marks and marks[0] == paragraph[0]:
            if len(marks) % 2 and self._wraps_paragraph(marks, paragraph):
                self.found.append((marks[0] + 1, marks[-1]))
                return
            opens = len(marks) % 2 or self._direction(marks[1], []) == "open"
            if opens and reports_at(words, marks[0] + 1) and words[marks[0] + 1].startswith("و"):
                marks = marks[1:]  # «"وأخبر الحشد أن …»: it stands before the outlet's own words
        self._pair(number, paragraph, marks)
        self._listen(paragraph, marks)

    def _listen(self, paragraph: Range, marks: list[int]) -> None:
        """Note where the paragraphs in which no outlet is heard begin, after one that ends with a closing mark."""
        words = self.reading.words
        if marks and words[marks[-1]] in CLOSERS and marks[-1] >= paragraph[1] - 2:
            self.silent = paragraph[1]
        elif marks or self._is_told(paragraph):
            self.silent = None

    def _is_told(self, paragraph: Range) -> bool:
        """Tell whether in a paragraph, or a part of one, the outlet says that someone speaks."""
        return is_told(self.reading.words, paragraph, arabic=self.arabic)

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
            elif words[mark] in STRAIGHT and way == "close" and not opened:
                # «قائلاً" لم يبق شيء"»: the blank stands on the wrong side
                reported = self.arabic and reports_at(words, mark - 1)
                way = "close" if last and not reported else "open"
            if way == "open":
                opened.append(mark)
            elif opened:
                start = opened.pop() + 1
                pairs = [pair for pair in pairs if pair[0] < start]
                if mark > start:
                    pairs.append((start, mark))
        if opened and self.arabic:
            pairs = self._close_arabic(opened, pairs, marks, paragraph)
        later = [*opened[1:], *(pair[0] - 1 for pair in pairs)]
        stray = not self.arabic and opened[:1] == [paragraph[0]]
        if stray and any(tells_before(words, opened[0], mark) for mark in later):
            del opened[
                0
            ]  # ««نگار دشتبان گفت: «…»»: the first mark stands before the outlet's words
        if opened:
            pairs = [pair for pair in pairs if pair[0] < opened[0]]
            pairs += self._leave_open(opened[0] + 1, paragraph[1], number)
        self.found += _outermost(pairs)

    def _close_arabic(
        self, opened: list[int], pairs: list[Range], marks: list[int], paragraph: Range
    ) -> list[Range]:
        """The pairs of an Arabic paragraph, of whose marks left open one that is a slip is dropped, and one is closed by the last of all."""
        if self._is_stray(opened[0], paragraph):
            opened.clear()
        elif self._tells_at_last(opened, marks, paragraph):
            pairs = [(opened[0] + 1, marks[-1])]  # «"A: "B!" كما أضاف X»
            opened.clear()
        return pairs

    def _tells_at_last(self, opened: list[int], marks: list[int], paragraph: Range) -> bool:
        """Tell whether an Arabic paragraph opens with a mark left open and behind its last mark only says who spoke: it was closed with the one inside it."""
        words = self.reading.words
        if opened[0] != paragraph[0] or marks[-1] == opened[0]:
            return False
        return words[marks[-1]] in STRAIGHT and tells_behind(words, marks[-1] + 1, paragraph[1])

    def _leave_open(self, start: int, end: int, number: int) -> list[Range]:
        """Carry what a mark left open begins, unless its paragraph ends with who spoke: that is a pair."""
        told = told_at(self.reading.words, start, end) if self.arabic else None
        if told is None:
            self.carried = _Carried(start, end, number)
        return [] if told is None else [(start, told)]

    def close(self, heard: Range | None = None) -> None:
        """A mark still open when the text ends, or somebody is `heard` anew in a paragraph, covers its own paragraph, and those after it in which the speaker says I or we."""
        if self.carried is not None and self.carried.end > self.carried.start:
            self.found.append((self.carried.start, self._own_end(self.carried, heard)))
        self.carried = None
        self.passed.clear()
        # Its closing mark was lost: what it was carried over stands by itself.
        skipped = self.skipped.copy()
        self.skipped.clear()
        for number, paragraph, marks in skipped:
            self._pair(number, paragraph, marks)
            self.carried = None

    def _own_end(self, carried: _Carried, heard: Range | None) -> int:
        """The end of the last paragraph passed that is surely the speaker's own: in which he says I or we, or behind which he is heard to go on."""
        end = carried.end
        for first, last in self.passed[:_LONGEST_CARRY]:
            words = self.reading.words[first:last]
            if not MARKS.isdisjoint(words) or self._is_heard((first, last)):
                return end
            if says_i(words) if self.arabic else says_i_in_persian(words):
                end = last
        few = 0 < len(self.passed) <= _FEW
        if few and heard and goes_on(self.reading.words, heard, arabic=self.arabic):
            return self.passed[-1][1]
        return end

    def _is_heard(self, paragraph: Range) -> bool:
        """Tell whether the outlet is heard in a paragraph a mark was carried over: at its beginning in Arabic, in Persian anywhere, unless somebody says I before: «ممنونم که به من اعتقاد داشت»."""
        words, (first, last) = self.reading.words, paragraph
        if self.arabic:
            return reports_at(words, first)
        mine = next((i for i in range(first, last) if words[i] in _ME), last)
        return self._is_told((first, mine))

    def _wraps_paragraph(self, marks: list[int], paragraph: Range) -> bool:
        """Tell whether marks at both ends of a paragraph belong together and one between them is a slip: «"A" B."»."""
        words = self.reading.words
        ends = marks[-1] >= paragraph[1] - 2 and len(marks) > 1
        straight = all(words[mark] in STRAIGHT for mark in marks)
        return ends and straight and not any(reports_at(words, i) for i in range(*paragraph))

    def _is_stray(self, opener: int, paragraph: Range) -> bool:
        """Tell whether a straight mark left open opens no speech: no word of saying leads to it, «بوصفه "بأنه "حلم" …»."""
        words = self.reading.words
        if words[opener] not in STRAIGHT or opener == paragraph[0]:
            return False
        for i in range(opener - 1, max(paragraph[0], opener - _FARTHEST_CUE) - 1, -1):
            if words[i] == ":" or reports_at(words, i):
                return False
            if is_that(words[i]):
                return i < opener - 1
        return True

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
            self.close(paragraph)  # «قال X: "…»: someone speaks anew, the closing mark was lost
            return marks
        anew = self.arabic and first and self._direction(first, []) == "open"
        if anew and reports_at(self.reading.words, paragraph[0]):
            self.close(paragraph)  # «وأضاف اللاعب مبتسماً "…"»
            return marks
        stop = marks[0] if marks else paragraph[1]
        colon = None if self.arabic else speaks_anew(self.reading.words, paragraph[0], stop)
        if colon is not None:
            self.close(paragraph)
            if colon + 1 in marks or colon + 1 >= paragraph[1]:
                return marks
            # Perhaps the opening mark after the colon was lost, and its closing one is still to come.
            self.carried = carried = _Carried(colon + 1, paragraph[1], number)
        end = self._closing_mark(marks)
        if end is None:
            end = self._told_lines_later(paragraph, marks)
        if end is not None:
            self.found.append((carried.start, end))
            self.carried = None
            self.passed.clear()
            self.skipped.clear()
            return [mark for mark in marks if mark > end]
        if number - carried.paragraph > _LONGEST_CARRY:
            self.close()
            return marks
        self.passed.append(paragraph)
        return []

    def _closing_mark(self, marks: list[int]) -> int | None:
        """The first of some marks that closes what was open before them, which a mark that may open or close does."""
        depth = 0
        for i in marks:
            held = depth + self.arabic  # «…،" كما كتب X»: the carried mark is open
            if self._direction(i, [i] * held) == "open":
                depth += 1
            elif depth:
                depth -= 1
            else:
                return i
        return None

    def _told_lines_later(self, paragraph: Range, marks: list[int]) -> int | None:
        """The pause before who spoke, where an Arabic paragraph without marks ends what was never closed: «"A.», «B، قالت المديرة.»; None where none is named."""
        if not self.arabic or marks or not says_i(self.reading.words[slice(*paragraph)]):
            return None
        told = told_at(self.reading.words, *paragraph)
        plain = told is not None and not self._is_told((paragraph[0], told))
        return told if plain else None

    def _closes_paragraph(self, marks: list[int], paragraph: Range) -> bool:
        """Tell whether a paragraph's only mark closes it and the outlet says nothing in it: its opening mark was lost."""
        words = self.reading.words
        if (
            len(marks) != 1
            or words[marks[0]] not in STRAIGHT | CLOSERS
            or marks[0] < paragraph[1] - 2
        ):
            return False
        return is_all_spoken(words, paragraph, arabic=self.arabic)

    def _lost_opener(self, mark: int, paragraph: Range) -> bool:
        """Tell whether a paragraph begins with words whose opening mark was lost, and whose they are is said behind them."""
        words = self.reading.words
        straight = words[mark] in STRAIGHT | CLOSERS and mark > paragraph[0]
        closes = straight and self._direction(mark, [mark]) == "close"
        return closes and lost_opener(words, (paragraph[0], mark), paragraph[1], arabic=self.arabic)

    def _direction(self, mark: int, opened: list[int]) -> str:
        """Tell whether a mark opens or closes, from its shape, else from the blanks around it."""
        sign = self.reading.words[mark]
        if sign == "«" or sign == "„":
            return "open"
        if sign == "»":
            return "close"
        before, after = self._free_sides(mark)
        if before and not after:
            return "open"
        if after and not before:
            return "close"
        held = opened and not (self.arabic and not (before or after) and self._opens_name(mark))
        return "close" if held else "open"

    def _free_sides(self, mark: int) -> tuple[bool, bool]:
        """Tell whether a mark is parted from the word before it, and from the one behind it, by a blank or a sign."""
        words, reading = self.reading.words, self.reading
        blank_before = mark == 0 or reading.ends[mark - 1] < reading.starts[mark]
        blank_after = mark + 1 == len(words) or reading.ends[mark] < reading.starts[mark + 1]
        before = blank_before or words[mark - 1] in _BEFORE_OPENER
        return before, blank_after or words[mark + 1] in _AFTER_CLOSER

    def _opens_name(self, mark: int) -> bool:
        """Tell whether a straight mark written together with both words beside it opens a few words that the next mark surely closes: «مكالمة من"ناد" تخبرني»."""
        words = self.reading.words
        near = range(mark + 2, min(mark + 2 + _LONGEST_NAME, len(words)))
        closer = next((i for i in near if words[i] in STRAIGHT), None)
        return closer is not None and self._free_sides(closer) == (False, True)


def _outermost(pairs: list[Range]) -> list[Range]:
    """Leave out pairs inside others; of those that begin together the longest stays."""
    kept: list[Range] = []
    for pair in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not kept or pair[1] > kept[-1][1]:
            kept.append(pair)
    return kept
