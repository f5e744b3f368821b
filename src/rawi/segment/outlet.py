"""Read the outlet's name off a report that carries no metadata: a block of its own, an agency or a dateline, or its reporter's formula.

Second half of *segment*, after the parts are known. Only words by which an outlet names itself count: «به گزارش X»
alone may name another outlet whose report is passed on, so without «خبرنگار» the outlet stays unknown.
"""

import re
from itertools import takewhile

from rawi.facts import Document, Part
from rawi.segment.agency import find_agency
from rawi.segment.masthead import read_masthead
from rawi.segment.outlet_names import is_outlet_head, is_outlet_line, is_outlet_name
from rawi.text import Span, Text

# A dateline ends before this many characters; longest seen in the sample and the invented reports: 84.
_DATELINE_REACH = 120
_LONGEST_NAME = 6  # words: «خبرگزاری دانشجویان دانشگاه سراسر کشور»

_OPENING = ("lead", "dateline", "byline", "body")
_DASH = re.compile(r"\s*(?:-\s|[–—])\s*")
# «به گزارش خبرنگار خبرگزاری آینهٔ روز، …»
_OWN_REPORTER = re.compile(r"ب(?:ه\s)?گزارش\s(?:خبرنگار|گزارشگر)(?:ان)?\s([^،,:؛.»\n]{3,70})")
_FROM_WHERE = frozenset({"از", "در", "به"})  # «خبرگزاری خوشه از دلفارد», no part of the name


def find_outlet(document: Document, text: Text, parts: tuple[Part, ...]) -> Span | None:
    r"""Find where a report names its own outlet; None when it does not say, or when metadata name it already.

    >>> text = Text.untouched("خبر\n\nدلتا – موقع النورس – افتتح المعرض أمس.")
    >>> span = find_outlet(Document("d", text.original), text, (Part(Span(5, 40), "dateline"),))
    >>> text.repaired[span.start : span.end]
    'موقع النورس'
    """
    if document.outlet:
        return None
    own = next((part.span for part in parts if part.kind == "outlet"), None)
    if own is not None:
        words = text.repaired[own.start : own.end]
        return Span(own.start + len(words) - len(words.lstrip("© ")), own.end)
    opening = [part.span for part in parts if part.kind in _OPENING]
    for span in opening[:2]:
        found = (
            _in_masthead(text.repaired, span)
            or _behind_place(text.repaired, span)
            or _in_dateline(text.repaired, span)
            or _beside_reporter(text.repaired, span)
        )
        if found is not None:
            return found
    return None


def _in_masthead(repaired: str, part: Span) -> Span | None:
    """The outlet in a line that has no more than a day beside it."""
    masthead = read_masthead(repaired[part.start : part.end])
    for piece in masthead.others if masthead else ():
        span = Span(part.start + piece.start, part.start + piece.end)
        if is_outlet_line(repaired[span.start : span.end]):
            return span
    return None


def _behind_place(repaired: str, part: Span) -> Span | None:
    """The agency behind the place a paragraph opens with."""
    found = find_agency(repaired[part.start : part.end])
    return Span(part.start + found.start, part.start + found.end) if found else None


def _in_dateline(repaired: str, part: Span) -> Span | None:
    """The outlet among the pieces of a dateline, which dashes divide; the last piece is the report's first words."""
    start, reach = part.start, min(part.end, part.start + _DATELINE_REACH)
    for dash in _DASH.finditer(repaired, part.start, reach):
        piece = Span(start, dash.start())
        words = repaired[piece.start : piece.end].split()
        headed = 1 < len(words) <= _LONGEST_NAME and is_outlet_head(words[0])
        if headed or is_outlet_name(" ".join(words)):
            return piece
        start = dash.end()
    # «Saffan – the agency: the mayor opened …»: behind a dash, a colon ends the name, too.
    colon = repaired.find(":", start, reach)
    if start > part.start and colon > 0:
        words = repaired[start:colon].split()
        if 1 < len(words) <= _LONGEST_NAME and is_outlet_head(words[0]):
            return Span(start, colon)
    return None


def _beside_reporter(repaired: str, part: Span) -> Span | None:
    """The outlet in the formula «according to the reporter of X»."""
    formula = _OWN_REPORTER.search(repaired, part.start, part.end)
    if formula is None:
        return None
    words = list(re.finditer(r"\S+", formula[1]))
    head = next((i for i, word in enumerate(words) if is_outlet_head(word[0])), len(words))
    name = [*takewhile(lambda word: word[0] not in _FROM_WHERE, words[head:])]
    if len(name) < 2:
        return None
    return Span(formula.start(1) + name[0].start(), formula.start(1) + name[-1].end())
