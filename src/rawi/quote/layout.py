"""Lay a document out as a page: parts become paragraphs, sentences are sorted into them, and marks and names get their tokens."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rawi.facts import BlockKind, Mention, Part, Sentence
from rawi.lang import LANGUAGES
from rawi.lang.glued import read_mended
from rawi.lang.reading import Reading
from rawi.quote.mark_words import ends_in_saying, tells_behind
from rawi.quote.marks import CLOSERS, MARKS, STRAIGHT, find_marked
from rawi.quote.page import Page, Paragraph, PlacedMention, PlacedSentence
from rawi.quote.saying import Range
from rawi.text import Span, Text

# Written in the same letters: a few words may be taken for theirs.
_NEIGHBOURS = frozenset({"ur", "ps", "ckb", "sd", "ug"})
_LONGEST_UNSURE = 12  # tokens
SILENT_PARTS = frozenset({"menu", "code", "footer", "related", "outlet", "comment"})


def lay_out(
    text: Text, parts: Sequence[Part], sentences: Sequence[Sentence], mentions: Sequence[Mention]
) -> Page:
    """Lay a document out in tokens; page residue and stretches in other languages are left out."""
    reading = read_mended(text.repaired)
    placed = [
        (*reading.tokens(part.span), part.kind)
        for part in parts
        if part.kind not in SILENT_PARTS and not _is_button(text, part.span)
    ]
    ranges = [(first, last) for first, last, _ in placed if last > first]
    marked = find_marked(reading, ranges, _arabic_among(reading, ranges, sentences))
    reading = reading.closed()
    mark_at: list[Range | None] = [None] * (len(reading.words) + 1)
    for mark in marked:
        for i in range(*mark):
            mark_at[i] = mark
    paragraphs, merged = _place_sentences(reading, placed, sentences, mark_at)
    named = tuple(_place_mention(reading, mention) for mention in mentions)
    return Page(
        text, reading, paragraphs, merged, marked, tuple(mark_at), named,
        {i: mention for mention in named for i in range(mention.first, mention.last)},
    )  # fmt: skip


def _is_button(text: Text, span: Span) -> bool:
    """Tell whether a part is nothing but the words of a dead link: «[بزرگ نمایی](#)»."""
    start, end = text.extent(span)
    before, after = text.original[:start].rstrip("["), text.original[end:]
    linked = text.original[start:end].startswith("[") or len(before) < start
    return linked and before[-1:] in ("", "\n") and after[:3] == "](#"


def _arabic_among(
    reading: Reading, ranges: Sequence[Range], sentences: Sequence[Sentence]
) -> frozenset[int]:
    """The numbers of the paragraphs whose first sentence is Arabic."""
    starts = [reading.tokens(sentence.span)[0] for sentence in sentences]
    first = [bisect_left(starts, begin) for begin, _ in ranges]
    return frozenset(
        number
        for number, at in enumerate(first)
        if at < len(sentences) and sentences[at].language == "ar"
    )


def _place_mention(reading: Reading, mention: Mention) -> PlacedMention:
    """A mention's tokens; its first may begin before it with a prefixed «و», its last end after it with an ezafe."""
    first = bisect_right(reading.starts, mention.span.start) - 1
    return PlacedMention(first, max(first + 1, reading.tokens(mention.span)[1]), mention)


def _place_sentences(
    reading: Reading,
    placed: Sequence[tuple[int, int, BlockKind]],
    sentences: Sequence[Sentence],
    mark_at: Sequence[Range | None],
) -> tuple[tuple[Paragraph, ...], tuple[PlacedSentence, ...]]:
    """Sort sentences into paragraphs; one that ends inside quotation marks goes on in the next."""
    ranges = [(*reading.tokens(sentence.span), sentence.language) for sentence in sentences]
    starts = [first for first, _, _ in ranges]
    paragraphs: list[Paragraph] = []
    merged: list[PlacedSentence] = []
    for first, last, kind in placed:
        if last <= first:
            continue
        inside = ranges[bisect_right(starts, first - 1) : bisect_right(starts, last - 1)]
        weight: dict[str, int] = {}
        opened: tuple[int, str] | None = None  # a sentence is of the language it opens in
        number = len(paragraphs)
        later = [after[1] for after in inside[1:]] + [0]
        known = [language for *_, language in inside if language in LANGUAGES]
        host = known[0] if known else (merged[-1].language if merged else "und")
        for (begin, end, language), after in zip(inside, later, strict=True):
            if language in _NEIGHBOURS and end - begin <= _LONGEST_UNSURE:
                language = host  # «كم عمرك يا جدي؟» may be Urdu as well
            if language not in LANGUAGES:
                continue
            weight[language] = weight.get(language, 0) + end - begin
            opened = opened or (begin, language)
            inner = end < last and _inside(reading, mark_at, end)
            if not inner and not _says_who(reading, (end, after), language):
                merged.append(PlacedSentence(opened[0], end, number, opened[1]))
                opened = None
        language = max(weight, key=lambda code: weight[code]) if weight else "und"
        if opened is not None:
            merged.append(PlacedSentence(opened[0], last, number, opened[1]))
        paragraphs.append(Paragraph(first, last, kind, language))
    return tuple(paragraphs), tuple(merged)


def _says_who(reading: Reading, next_one: Range, language: str) -> bool:
    """Tell whether a sentence closes with a mark, and the next one in its paragraph only says who spoke: ««C؟» سألت X»."""
    if reading.words[next_one[0] - 1] not in CLOSERS | STRAIGHT:
        return False
    tells = tells_behind if language == "ar" else ends_in_saying
    return tells(reading.words, *next_one)


def _inside(reading: Reading, mark_at: Sequence[Range | None], token: int) -> bool:
    """Tell whether the border before a token lies inside a marked stretch."""
    before, after = mark_at[token - 1], mark_at[token]
    if reading.words[token - 1] in MARKS and before is None:
        return False
    return before is not None and before == after
