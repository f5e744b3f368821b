"""Tell the role of each paragraph of the repaired text: headline, dateline, body, page residue.

Second half of *segment*, after repair. One `Part` is one paragraph; later stages never read across its
border as across a blank. Line breaks inside a part are soft: a copy from a PDF or a mail was wrapped there.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from rawi.facts import BlockKind, Document, Part
from rawi.segment.masthead import read_masthead
from rawi.segment.outlet_names import is_outlet_line
from rawi.text import Span, Text

# A wrapped copy has lines no longer than this; a copy with one line a paragraph has longer ones.
_WIDEST_WRAP = 140
# So many breaks must look like wraps before a copy counts as wrapped.
_FEWEST_WRAPS = 3

_SENTENCE_END = re.compile(r"[.!؟?…:؛;»”\"]\s*$")
_TURN = re.compile(r"[-–—]?\s?([^\W\d_]+(?:[\s\u200c][^\W\d_]+){0,2})\s?:\s")
# A pious formula above a letter is no headline.
_BASMALA = re.compile(r"\W*(?:با?سمه\s?تعال[یي]|بسم الله(?: الرحمن الرح[یي]م)?)\W*")
_RESIDUE: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("code", re.compile(r"(?:^|\W)(?:کد\s*خبر|شناسهٔ?\s*خبر|رقم\s*الخبر|كود\s*الخبر)\s*:?\s*\d")),
    ("menu", re.compile(r"^\s*(?:\[[^\]]*\]\([^)]*\)|\[\d+\]|[|•·]|\s)+$")),
    ("menu", re.compile(r"^\s*(?:برچسب\s?\u200c?ها|کلیدواژه|اخبار مرتبط|الكلمات المفتاحية|الوسوم|مواضيع ذات صلة|اقرأ أيضا|اقرأ أيضًا)\s*:?")),
    ("footer", re.compile(r"^\s*(?:انتهای پیام|پایان پیام|انتهى|منبع\s*[/:]|المصدر\s*[/:]|اشتراک\s?گذاری|شارك|مشاركة|طباعة|چاپ)")),
    ("footer", re.compile(r"^\s*(?:©|(?:تمامی?|کلیه|کلیهٔ|همه|همهٔ)\s+حقوق\s.*(?:محفوظ|متعلق)|(?:جميع|كافة|كل)\s+الحقوق\s+محفوظة)")),
    ("menu", re.compile(r"^\s*(?:تماس با ما|دربار[هۀ]ٔ? ما|اتصل بنا|من نحن)\s*(?:[|•·/].{0,60})?$")),
)  # fmt: skip
_DATELINE = re.compile(r"^(?:به گزارش|بگزارش)\s|^[^\n«\"]{2,45}?(?:\s[–—-]\s|[-–—]{2})")
_BYLINE = re.compile(
    r"^\s*(?:نویسنده|گزارش|خبرنگار|كتب|كتبت|بقلم|ترجمه|ترجمة)\s*:\s*\S+(?:\s\S+){0,3}\s*$"
)


def find_layout(document: Document, text: Text) -> tuple[Part, ...]:
    r"""Cut the repaired text into paragraphs with their roles, from the blocks the reader saw or the text alone.

    >>> text = Text.untouched("خبری تازه\n\nوی گفت: «آب هست.»\n\nکد خبر: 12")
    >>> [part.kind for part in find_layout(Document("d", text.original), text)]
    ['headline', 'body', 'code']
    """
    if document.blocks:
        parts = [
            Part(paragraph, block.kind)
            for block in document.blocks
            for paragraph in cut_paragraphs(text.repaired, text.span(block.extent))
        ]
        parts.sort(key=lambda part: part.span)
        if any(part.kind != "body" for part in parts):
            return tuple(parts)
        # The reader saw paragraphs and no roles (a letter, an office file without styles).
        return tuple(_tell_roles(text.repaired, [part.span for part in parts]))
    whole = Span(0, len(text.repaired))
    return tuple(_tell_roles(text.repaired, list(cut_paragraphs(text.repaired, whole))))


def cut_paragraphs(repaired: str, within: Span) -> Iterator[Span]:
    """Cut a stretch at its hard line breaks; blanks around a paragraph are left out."""
    lines = [
        Span(match.start(), match.end())
        for match in re.compile(r"[^\n\r\u2029]+").finditer(repaired, *within)
        if match[0].strip()
    ]
    width = _wrap_width(repaired, lines)
    turns = _find_turns(repaired, lines) if width else frozenset()
    start = 0
    for i in range(1, len(lines) + 1):
        # The first two lines are headings as a rule: an empty line after them is the writer's.
        if (
            i == len(lines)
            or lines[i].start in turns
            or not _is_soft(repaired, lines[i - 1], lines[i], width, heading=i <= 2)
        ):
            yield _trim(repaired, Span(lines[start].start, lines[i - 1].end))
            start = i


def _find_turns(repaired: str, lines: list[Span]) -> frozenset[int]:
    """Where the lines of an interview begin: with a name and a colon, after a whole sentence, the name more than once."""
    named = {line.start: turn[1] for line in lines if (turn := _TURN.match(repaired, *line))}
    often = Counter(named.values())
    return frozenset(
        after.start
        for before, after in pairwise(lines)
        if often[named.get(after.start, "")] > 1
        and _SENTENCE_END.search(repaired, before.start, before.end)
    )


def _wrap_width(repaired: str, lines: list[Span]) -> int | None:
    """The width at which a copy was wrapped, None when it was not."""
    widest = max((line.end - line.start for line in lines), default=0)
    if not widest or widest > _WIDEST_WRAP:
        return None
    wraps = sum(
        repaired.count("\n", before.end, after.start) == 1
        and _is_full(repaired, before, after, widest)
        and not _SENTENCE_END.search(repaired, before.start, before.end)
        for before, after in pairwise(lines)
    )
    # Where empty lines part the paragraphs, a single break inside one can only be a wrap.
    apart = any("\n\n" in repaired[a.end : b.start] for a, b in pairwise(lines))
    return widest if wraps >= (1 if apart else _FEWEST_WRAPS) else None


def _is_full(repaired: str, before: Span, after: Span, width: int) -> bool:
    """Tell whether the next line's first word would not have fitted any more: then a program broke the line."""
    first_word = len(repaired[after.start : after.end].split(None, 1)[0])
    return before.end - before.start + 1 + first_word > width - 3


def _is_soft(repaired: str, before: Span, after: Span, width: int | None, *, heading: bool) -> bool:
    """Tell whether the break between two lines was made by wrapping and not by the writer."""
    if width is None or not _is_full(repaired, before, after, width):
        return False
    gap = repaired[before.end : after.start]
    # A line that is nothing but a day, or the outlet and a day, is a line of its own.
    if heading and any(read_masthead(repaired[slice(*line)]) for line in (before, after)):
        return False
    # A full line that ends a sentence before an empty line ends a paragraph.
    return gap.count("\n") < 2 or not (
        heading or _SENTENCE_END.search(repaired, before.start, before.end)
    )


def _trim(repaired: str, span: Span) -> Span:
    """Leave out blanks at both ends."""
    words = repaired[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _tell_roles(repaired: str, paragraphs: list[Span]) -> Iterator[Part]:
    """Tell each paragraph's role from its place and words; what stands before the first full stop is a heading."""
    kinds = [_residue(repaired[span.start : span.end]) for span in paragraphs]
    for place in _find_outlet_lines(repaired, paragraphs):
        kinds[place] = "outlet"
    body_begun = False
    headings = mastheads = 0
    for span, residue in zip(paragraphs, kinds, strict=True):
        words = repaired[span.start : span.end]
        kind: BlockKind
        if residue:
            kind = residue
        elif not body_begun and _BASMALA.fullmatch(words):
            kind = "kicker"
        elif not body_begun and read_masthead(words):
            kind = "dateline"
            mastheads += 1
        elif (
            not body_begun
            and headings < 3
            and _is_heading(words, alone=len(paragraphs) - mastheads < 2)
        ):
            kind = "headline" if not headings else "lead"
            headings += 1
        elif not body_begun:
            body_begun = True
            kind = "dateline" if _DATELINE.match(words) else "body"
        else:
            kind = "byline" if _BYLINE.match(words) else "body"
        yield Part(span, kind)


def _find_outlet_lines(repaired: str, paragraphs: list[Span]) -> Iterator[int]:
    """Yield the places of an outlet's name above a heading, and at the very end."""
    texts = [repaired[span.start : span.end] for span in paragraphs]
    if len(texts) < 3:
        return
    if is_outlet_line(texts[0]) and _is_heading(texts[1], alone=False):
        yield 0
    if is_outlet_line(texts[-1]):
        yield len(texts) - 1


def _is_heading(words: str, *, alone: bool) -> bool:
    """Tell whether a paragraph before the body is a heading: short, and not a finished sentence."""
    if alone or len(words) > 160 or _DATELINE.match(words):
        return False
    return not words.rstrip(' »”"').endswith((".", ":")) and "\n" not in words


def _residue(words: str) -> BlockKind | None:
    """The role of page residue, None for the report's own words."""
    if len(words) > 160:
        return None
    return next((kind for kind, pattern in _RESIDUE if pattern.search(words)), None)
