"""A document laid out for reading quotations: tokens, paragraphs, sentences, marks, names, cues.

Built once for each document; the grammars and the discourse pass only look things up in it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import NamedTuple

from rawi.facts import BlockKind, Mention
from rawi.lang.grammar import Grammar, get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import Cue, cue_openers, load_cues, load_cues_behind
from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import CLOSERS, MARKS, OPENERS, STRAIGHT
from rawi.quote.saying import Range
from rawi.text import Text

_LONGEST_TITLE = 4  # words
_KEPT = frozenset("؟?!%٪")  # signs at its end that belong to a content
_PAIRS = ((OPENERS, CLOSERS), (frozenset("("), frozenset(")")), (frozenset("["), frozenset("]")))
# A name follows: «قالت أبو طالب».
KUNYAS = frozenset({"ابو", "ابی", "ابا", "بن", "ابن", "بنت", "عبد"})


class Paragraph(NamedTuple):
    """A paragraph as a token range, with its role on the page and its language."""

    first: int
    last: int
    kind: BlockKind
    language: str

    @property
    def is_heading(self) -> bool:
        """Whether it heads the report: its title, or what stands over or under that."""
        return self.kind in ("headline", "lead", "kicker")


class PlacedSentence(NamedTuple):
    """A sentence as a token range; `paragraph` is the number of its paragraph."""

    first: int
    last: int
    paragraph: int
    language: str


class PlacedCue(NamedTuple):
    """A cue in the text."""

    first: int
    last: int
    cue: Cue


class PlacedMention(NamedTuple):
    """A mention as a token range."""

    first: int
    last: int
    mention: Mention

    @property
    def is_outlet(self) -> bool:
        """Whether it names an outlet."""
        return self.mention.rule.endswith(".outlet")


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """All that is looked up while quotations are read. `mark_at` gives for each token its marked stretch.

    `words` are the folded tokens, `words_before` tells of each, and of the end, how many of those before it are no signs;
    `sentence_starts` are the first tokens of the sentences, `sentence_of` tells for each token in which it stands.
    """

    text: Text
    reading: Reading
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[PlacedSentence, ...]
    marked: tuple[Range, ...]
    mark_at: tuple[Range | None, ...]
    mentions: tuple[PlacedMention, ...]
    mention_at: dict[int, PlacedMention]
    words: tuple[str, ...] = field(init=False, repr=False)
    words_before: tuple[int, ...] = field(init=False, repr=False)
    sentence_starts: tuple[int, ...] = field(init=False, repr=False)
    sentence_of: tuple["PlacedSentence | None", ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Count the words and note where sentences begin, which is asked for all the time."""
        words = self.reading.words
        before = accumulate(map(str.isalnum, map(itemgetter(0), words)), initial=0)
        object.__setattr__(self, "words", words)
        object.__setattr__(self, "words_before", tuple(before))
        object.__setattr__(self, "sentence_starts", tuple([s.first for s in self.sentences]))
        placed: list[PlacedSentence | None] = [None] * len(words)
        for sentence in self.sentences:
            first, last = sentence.first, sentence.last
            placed[first:last] = [sentence] * (last - first)
        object.__setattr__(self, "sentence_of", tuple(placed))

    def places_of(self, word: str) -> Iterator[int]:
        """The tokens at which a word stands, in order."""
        at = -1
        with suppress(ValueError):  # there is none any more
            while True:
                at = self.words.index(word, at + 1)
                yield at

    def is_word(self, token: int) -> bool:
        """Tell whether a token is a word and not a sign."""
        return self.words[token][0].isalnum()

    def count_words(self, first: int, last: int) -> int:
        """Count the words among tokens [first, last)."""
        return self.words_before[last] - self.words_before[first] if first < last else 0

    def trim(self, first: int, last: int) -> Range | None:
        """Leave out the signs at both ends of a content, but not its question or exclamation mark or its per cent, nor what closes a mark or bracket in it."""
        words = self.words
        while first < last and not self.is_word(first):
            first += 1
        while last > first and not self.is_word(last - 1) and words[last - 1] not in _KEPT:
            last -= 1
        while last < len(words) and _closes(words, first, last):
            last += 1
        return (first, last) if last > first else None

    def with_opener(self, part: Range) -> Range:
        """A content with the mark right before it that is closed inside it: ««راهی میانه» پیدا شود»."""
        first, last = part
        mark = self.mark_at[first] if first and self.words[first - 1] in STRAIGHT else None
        straight = mark is not None and mark[0] == first and mark[1] < last - 1
        opens = straight or (first > 0 and _opens(self.words, first - 1, last))
        return (first - 1, last) if opens else part

    def glued(self, token: int) -> bool:
        """Tell whether a token follows the one before it without a blank."""
        return token > 0 and self.reading.ends[token - 1] == self.reading.starts[token]

    def written(self, place: Range) -> str:
        """The words of a token range as they stand in the repaired text."""
        reading, (first, last) = self.reading, place
        return " ".join(self.text.repaired[reading.starts[first] : reading.ends[last - 1]].split())

    def names_outlet(self, token: int) -> bool:
        """Tell whether a token is of the name of an outlet."""
        mention = self.mention_at.get(token)
        return mention is not None and mention.is_outlet

    def names_body(self, token: int, language: str) -> bool:
        """Tell whether an organisation is named at a token, or the head of its name stands there: «شرکت «سپر»»."""
        mention = self.mention_at.get(token)
        named = mention is not None and mention.mention.type == "ORG"
        return named or load_people(language).organisations.find(self.words, token) is not None

    def person_at(self, token: int) -> PlacedMention | None:
        """The name of a person a token belongs to."""
        name = self.mention_at.get(token)
        return name if name is not None and name.mention.type == "PER" else None

    def named_tokens(self, first: int, last: int) -> tuple[int, ...]:
        """The tokens among [first, last) that belong to names."""
        named = self._named_tokens()
        return named[bisect_left(named, first) : bisect_left(named, last)]

    @keep_answers
    def _named_tokens(self) -> tuple[int, ...]:
        """All tokens that belong to names."""
        return tuple(sorted(self.mention_at))

    def bodies_before(self, token: int) -> Iterator[PlacedMention]:
        """The organisations named before a token, the nearest first."""
        return (
            mention
            for mention in reversed(self.mentions)
            if mention.last <= token and mention.mention.type == "ORG"
        )

    def marked_within(self, first: int, last: int) -> tuple[Range, ...]:
        """The marked stretches that begin among tokens [first, last), in order."""
        return self.marked[bisect_left(self.marked, (first,)) : bisect_left(self.marked, (last,))]

    def mark_into(self, sentence: int, token: int, farthest: int) -> Range | None:
        """The marked stretch that opened before the sentence that begins at `sentence` and is closed in it, at most `farthest` words before a token."""
        mark = self.mark_at[sentence]
        closed = mark is not None and mark[0] < sentence < mark[1] <= token
        return mark if mark and closed and self.count_words(mark[1], token) <= farthest else None

    def titles_work(self, mark: Range) -> bool:
        """Tell whether a marked stretch is short and follows a noun: a title or name (فيلم «حلم الرمال») and no speech."""
        before, opener = mark[0] - 2, mark[0] - 1
        if before < 0 or not self.is_word(before) or self.words[before] == "و":
            return False
        between = self.text.repaired[self.reading.ends[before] : self.reading.starts[opener]]
        return "\n" not in between and self.count_words(*mark) <= _LONGEST_TITLE

    def close_marks(self, place: Range) -> Range:
        """Take the closing mark with a phrase that holds the opening one: روزنامهٔ «پگاه نو»."""
        first, last = place
        if last < len(self.words) and self.words[last] == "»" and "«" in self.words[first:last]:
            return first, last + 1
        return place

    def sentences_of(self, paragraph: int) -> tuple[PlacedSentence, ...]:
        """The sentences of a paragraph, by its number."""
        first = bisect_left(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        last = bisect_right(self.sentences, paragraph, key=lambda sentence: sentence.paragraph)
        return self.sentences[first:last]

    def sentence_at(self, token: int) -> "PlacedSentence | None":
        """The sentence a token stands in."""
        return self.sentence_of[token] if 0 <= token < len(self.sentence_of) else None

    def sentence_before(self, token: int, *, in_paragraph: bool = False) -> "PlacedSentence | None":
        """The sentence before the one a token stands in, or only one of the same paragraph."""
        here = self.sentence_at(token)
        before = self.sentence_at(here.first - 1) if here and here.first else None
        if in_paragraph and here and before and before.paragraph != here.paragraph:
            return None
        return before

    def sentences_before(
        self, sentence: "PlacedSentence", number: int
    ) -> "tuple[PlacedSentence, ...]":
        """So many sentences before one, the last one last."""
        at = bisect_left(self.sentence_starts, sentence.first)
        return self.sentences[max(0, at - number) : at]

    def paragraph_of(self, token: int) -> int:
        """The number of the paragraph a token stands in, -1 outside all."""
        here = self.sentence_at(token)
        return here.paragraph if here else -1

    def opens_paragraph(self, token: int) -> bool:
        """Tell whether a token is the first of its paragraph."""
        here = self.paragraph_of(token)
        return here >= 0 and self.paragraphs[here].first == token

    def cues(self, first: int, last: int, language: str) -> list[PlacedCue]:
        """The cues among tokens [first, last), those inside quotation marks left out."""
        found: list[PlacedCue] = []
        cues = self._all_cues(language)
        for number in range(bisect_left(cues, first, key=_begin), len(cues)):
            cue = cues[number]
            if cue.first >= last:
                break
            if cue.first >= first and cue.last <= last:
                found.append(cue)
                first = cue.last
        return found

    @keep_answers
    def _all_cues(self, language: str) -> tuple[PlacedCue, ...]:
        """The cues at all tokens of the page, also those that begin inside another."""
        said, behind = load_cues(language), load_cues_behind(language)
        openers, words = cue_openers(language), self.words
        found = []
        for i, word in enumerate(words):
            if word in openers and self.mark_at[i] is None and not self._is_called(i, language):
                hit = behind.find(words, i) if self.follows_marks(i) else None
                hit = hit or said.find(words, i)
                if hit:
                    found.append(PlacedCue(i, hit.end, hit.value))
        return tuple(found)

    def _is_called(self, token: int, language: str) -> bool:
        """Tell whether a word is what an Arabic kunya calls someone: «أبو ناقل»."""
        return language == "ar" and token > 0 and self.words[token - 1] in KUNYAS

    def follows_marks(self, token: int) -> bool:
        """Tell whether words in marks close right before a token, or before the comma that stands there."""
        closer = token - 1 - (self.words[token - 1] in "،,")
        return closer > 0 and self.words[closer] in MARKS and self.mark_at[closer - 1] is not None

    def grammar(self, language: str) -> Grammar:
        """The closed classes of a language."""
        return get_grammar(language)


_begin = attrgetter("first")


def _opens(words: Sequence[str], first: int, last: int) -> bool:
    """Tell whether the sign at a token opens a mark that is closed before the last token."""
    if words[first] not in OPENERS:
        return False
    depth = 0
    for i in range(first, last):
        depth += (words[i] in OPENERS) - (words[i] in CLOSERS)
        if depth == 0:
            return i < last - 1
    return False


def _closes(words: Sequence[str], first: int, last: int) -> bool:
    """Tell whether the sign at a token closes a mark or a bracket that is opened and not closed in [first, last): «(3/9/2023» and «)»."""
    sign = words[last]
    if sign in STRAIGHT:
        return sum(word in STRAIGHT for word in words[first:last]) % 2 == 1
    pair = next((pair for pair in _PAIRS if sign in pair[1]), None)
    if pair is None:
        return False
    openers, closers = pair
    depth = 0
    for word in words[first:last]:
        depth += (word in openers) - (word in closers and depth > 0)
    return depth > 0
