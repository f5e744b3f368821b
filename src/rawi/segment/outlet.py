"""Read the outlet's name off a report that carries no metadata: a block of its own, a dateline, or its reporter's formula.

Second half of *segment*, after the parts are known. Only words by which an outlet names itself count: «به گزارش X»
alone may name another outlet whose report is passed on, so without «خبرنگار» the outlet stays unknown.
"""

import re
from collections.abc import Iterator
from functools import cache

from rawi.facts import Document, Part
from rawi.lang import LANGUAGES, table_package
from rawi.lang.folding import squeeze
from rawi.lang.people import OrganisationRow
from rawi.tables import load_tsv
from rawi.text import Span, Text

# A dateline ends before this many characters; longest seen in the sample and the invented reports: 84.
_DATELINE_REACH = 120
_LONGEST_NAME = 6  # words: «خبرگزاری دانشجویان دانشگاه سراسر کشور»

_LONGEST_LINE = 5  # words of a line that is nothing but a name: longer ones were headlines
# Punctuation, digits and words that stand in headlines and not in names of outlets.
_NO_NAME = re.compile(
    r"[.:؛;!?؟،,…\d]|(?:^|\s)(?:در|از|به|با|برای|را|که|شد|است|في|من|إلى|على|عن|لا)(?:\s|$)"
)

_DASH = re.compile(r"\s*(?:\s[–—-]\s|[–—])\s*")
# «به گزارش خبرنگار خبرگزاری آینهٔ روز، …»
_OWN_REPORTER = re.compile(r"ب(?:ه\s)?گزارش\s(?:خبرنگار|گزارشگر)(?:ان)?\s([^،,:؛.»\n]{3,70})")


def is_outlet_line(words: str) -> bool:
    """Tell whether a line by itself is nothing but an outlet's name: `© صحيفة الرصيف`, `روزنامهٔ جزر و مد`.

    A headline may begin with the same word; but it has a preposition or an end, or says of what kind a thing is.

    >>> [is_outlet_line(w) for w in ("خبرگزاری آینهٔ روز", "شبکه از کار افتاد", "موقع أثري جديد")]
    [True, False, False]
    """
    names = words.strip().removeprefix("©").split()
    if not 1 < len(names) <= _LONGEST_LINE or _NO_NAME.search(words):
        return False
    is_arabic = len(names) > 2 and squeeze(names[0]) in _arabic_heads()
    return _is_outlet_head(names[0]) and (not is_arabic or names[-1].startswith(("ال", "«")))


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
    opening = [part.span for part in parts if part.kind in ("lead", "dateline", "byline", "body")][
        :2
    ]
    for span in opening:
        found = _in_dateline(text.repaired, span) or _beside_reporter(text.repaired, span)
        if found is not None:
            return found
    return None


def _in_dateline(repaired: str, part: Span) -> Span | None:
    """The outlet among the pieces of a dateline, which dashes divide; the last piece is the report's first words."""
    start, reach = part.start, min(part.end, part.start + _DATELINE_REACH)
    for dash in _DASH.finditer(repaired, part.start, reach):
        piece = Span(start, dash.start())
        words = repaired[piece.start : piece.end].split()
        if 1 < len(words) <= _LONGEST_NAME and _is_outlet_head(words[0]):
            return piece
        start = dash.end()
    # «Saffan – the agency: the mayor opened …»: behind a dash, a colon ends the name, too.
    colon = repaired.find(":", start, reach)
    if start > part.start and colon > 0:
        words = repaired[start:colon].split()
        if 1 < len(words) <= _LONGEST_NAME and _is_outlet_head(words[0]):
            return Span(start, colon)
    return None


def _beside_reporter(repaired: str, part: Span) -> Span | None:
    """The outlet in the formula «according to the reporter of X»."""
    formula = _OWN_REPORTER.search(repaired, part.start, part.end)
    if formula is None:
        return None
    words = list(re.finditer(r"\S+", formula[1]))
    head = next((word for word in words if _is_outlet_head(word[0])), None)
    if head is None or head is words[-1]:
        return None
    return Span(formula.start(1) + head.start(), formula.start(1) + words[-1].end())


def _is_outlet_head(word: str) -> bool:
    """Tell whether a word begins the name of an outlet."""
    return squeeze(word).removeprefix("ال") in _outlet_heads()


@cache
def _outlet_heads() -> frozenset[str]:
    """Squeezed head words of outlets' names in all languages."""
    return frozenset(head for language in LANGUAGES for head in _heads(language))


@cache
def _arabic_heads() -> frozenset[str]:
    """Those of Arabic, whose names end in a definite word."""
    return frozenset(_heads("ar"))


def _heads(language: str) -> Iterator[str]:
    """Yield the squeezed head words of one language."""
    for row in load_tsv(table_package(language), "organisations.tsv", OrganisationRow):
        if row.kind == "outlet":
            yield squeeze(row.head)
