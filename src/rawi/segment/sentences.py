"""Cut the paragraphs of the repaired text into sentences.

Second half of *segment*. A sentence may run over a soft line break, never over the border of a part. A full
stop inside quotation marks ends a sentence too, but not one that is part of a number, an initial or a known
abbreviation.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rawi.facts import LanguageRun, Part, Sentence
from rawi.text import Span, Text

_CLOSERS = "»”\"'’)]\u200f\u200e"
# Letters a sign stands between where a copy lost the blank behind it: «باز شد.وی گفت», no initial and no «ق.م».
_LETTERS = "[\u0621-\u063a\u0641-\u064a\u066e-\u06d3]"
_GLUED = rf"(?:(?<={_LETTERS}{{3}})|(?<=\sشد))[.!؟](?={_LETTERS}{{2,}}[\s\u200c،:])"
_END = re.compile(rf"[.!؟?…]+[{re.escape(_CLOSERS)}]*/?(?=\s|$)|{_GLUED}")
# Before the full stop: one letter or digit (an initial, «د.», «1.»), no fraction («بلغ 2.4. وأضاف»), or an abbreviation.
_NO_END = re.compile(
    r"(?:^|[\s(]|\.(?!\d))(?:\w|mr|mrs|dr|st|prof|دکتر|مهندس|ق\.م|هـ\.ش|u\.s)$", re.IGNORECASE
)
# Latin letters spelled one by one: «بی. بی. سی», «اس. ام. اس»; no «او» and «وی», which are pronouns too.
_SPELLED = "بی|سی|اف|جی|اچ|آی|کی|ال|ام|پی|آر|اس|تی|یو|دبلیو"
_SPELLED_BEFORE = re.compile(rf"(?:^|[\s(«.])(?:{_SPELLED})$")
_SPELLED_BEHIND = re.compile(rf"\s*(?:{_SPELLED})(?=[\s.،»)]|$)")
_LINE_NUMBER = re.compile(r"^\s*[\d۰-۹٠-٩]{1,3}$")
# Characters. The longest sentence of 43,000 in edited text has 853; what is longer has lost its full stops, or is no prose.
LONGEST = 2000
_PAUSE = re.compile(rf"[،,؛;:{re.escape(_CLOSERS)}](?=\s)|\n")


def find_sentences(
    text: Text, runs: Sequence[LanguageRun], parts: Sequence[Part]
) -> tuple[Sentence, ...]:
    """Cut each part into sentences and tell each one's language from the runs.

    >>> from rawi.text import Extent
    >>> text = Text.untouched("باران آمد. دشت ۲٫۵ درجه خنک شد.")
    >>> found = find_sentences(text, [LanguageRun(Extent(0, 31), "fa")], [Part(Span(0, 31), "body")])
    >>> [text.quote(sentence.span) for sentence in found]
    ['باران آمد.', 'دشت ۲٫۵ درجه خنک شد.']
    """
    spans = [text.span(run.extent) for run in runs]
    starts = [span.start for span in spans]
    found = []
    for part in parts:
        for span in cut_sentences(text.repaired, part.span):
            at = max(0, bisect_right(starts, span.start) - 1)
            found.append(Sentence(span, _language(spans, runs, at, span)))
    return tuple(found)


def cut_sentences(repaired: str, paragraph: Span) -> Iterator[Span]:
    """Cut one paragraph into sentences without the blanks between them."""
    start = paragraph.start
    for match in _END.finditer(repaired, *paragraph):
        if match[0].startswith(".") and len(match[0].rstrip(_CLOSERS)) == 1:
            before = repaired[max(start, match.start() - 6) : match.start()]
            if _NO_END.search(before) or _LINE_NUMBER.match(repaired[start : match.start()]):
                continue
            if _SPELLED_BEFORE.search(before) and _SPELLED_BEHIND.match(repaired, match.end()):
                continue
        yield from _cut_endless(repaired, start, match.end())
        start = match.end()
    yield from _cut_endless(repaired, start, paragraph.end)


def _cut_endless(repaired: str, start: int, end: int) -> Iterator[Span]:
    """Cut what is longer than any sentence at its pauses, else between words: later stages look through a sentence for each of its words."""
    while end - start > LONGEST:
        half, stop = start + LONGEST // 2, start + LONGEST
        pauses = [match.end() for match in _PAUSE.finditer(repaired, half, stop)]
        blank = repaired.rfind(" ", half, stop) + 1
        cut = pauses[-1] if pauses else blank or stop
        yield from _trimmed(repaired, start, cut)
        start = cut
    yield from _trimmed(repaired, start, end)


def _trimmed(repaired: str, start: int, end: int) -> Iterator[Span]:
    """The stretch without blanks around it; nothing when nothing is left."""
    words = repaired[start:end]
    if words.strip():
        yield Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _language(spans: list[Span], runs: Sequence[LanguageRun], at: int, sentence: Span) -> str:
    """The language most of a sentence is in; `at` is the run in which it begins."""
    weight: dict[str, int] = {}
    for span, run in zip(spans[at:], runs[at:], strict=True):
        if span.start >= sentence.end:
            break
        shared = min(span.end, sentence.end) - max(span.start, sentence.start)
        weight[run.language] = weight.get(run.language, 0) + shared
    return max(weight, key=lambda code: weight[code]) if weight else "und"
