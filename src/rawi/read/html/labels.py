"""What the words of a short line say of its role: `بیشتر بخوانید`, `رقم الخبر: …`, a written date."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rawi.lang.folding import squeeze
from rawi.tables import load_tsv

# A label may be followed by a name, a number or a count, but not by a sentence.
MAX_AFTER_LABEL = 40
MAX_LABEL_LINE = 240  # a notice of copyright may have two sentences
MAX_CACHED = 1_000  # characters of a text whose key is remembered
FIRST_LETTERS = 3  # no label is shorter
_TRIM = re.compile(r"[^\w]+")
_DAY = re.compile(r"\d{1,4}\s*[/.\-–]\s*\d{1,2}\s*[/.\-–]\s*\d{1,4}|\d{1,2}:\d{2}")
_YEAR = re.compile(r"(?<!\d)(?:1[2-5]\d\d|19\d\d|20\d\d)(?!\d)")
_SMALL_NUMBER = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
MAX_DATE_WORDS = 18  # weekday, day, month, year in three calendars, and a time


class LabelRow(NamedTuple):
    """A row of `page_labels.tsv`."""

    language: str
    label: str
    kind: str
    scope: str
    match: str


class Label(NamedTuple):
    """A label found: its role, and whether it is the heading of a section."""

    kind: str
    section: bool


def make_key(text: str) -> str:
    r"""Return letters and digits only, folded: what is compared of a label, a title or a lead.

    >>> make_key("پربازدیدترین\u200cها:") == make_key("پربازديدترينها")
    True
    """
    return _make_key(text) if len(text) < MAX_CACHED else _make_key.__wrapped__(text)


@lru_cache(maxsize=8192)
def _make_key(text: str) -> str:
    """The key of a text; the same lines are asked for several times, and again on the next page."""
    return _TRIM.sub("", squeeze(text)).casefold()


@cache
def _labels() -> tuple[dict[str, Label], dict[str, list[tuple[str, Label]]]]:
    """Whole labels by key, and beginnings by their first letters, the longest first."""
    rows = load_tsv("rawi.lang.shared", "page_labels.tsv", LabelRow)
    found = [(make_key(r.label), Label(r.kind, r.scope == "section"), r.match) for r in rows]
    starts = [(key, label) for key, label, match in found if match == "start"]
    whole = {key: label for key, label, _ in found}
    by_letters: dict[str, list[tuple[str, Label]]] = {}
    for key, label in sorted(starts, key=lambda pair: (-len(pair[0]), pair[0])):
        by_letters.setdefault(key[:FIRST_LETTERS], []).append((key, label))
    return whole, by_letters


def find_label(text: str) -> Label | None:
    """Return what a short line announces, or None.

    >>> find_label("بیشتر بخوانید:")
    Label(kind='related', section=True)
    >>> find_label("كتب أحد الطلاب رسالة طويلة إلى مدير المتحف.") is None
    True
    """
    if len(text) > MAX_LABEL_LINE:
        return None
    key = make_key(text)
    whole, starts = _labels()
    if key in whole:
        return whole[key]
    for start, label in starts.get(key[:FIRST_LETTERS], ()):
        if not key.startswith(start):
            continue
        if label.kind == "footer" or len(key) - len(start) <= MAX_AFTER_LABEL:
            # A sentence that begins with the word is no label, unless a colon sets the word apart.
            if text.rstrip().endswith((".", "؟", "!")) and ":" not in text and not label.section:
                return None
            return label
    return None


def is_dateline(text: str) -> bool:
    """Tell whether a short line is a written date or time and little else, in whatever calendar.

    >>> is_dateline("شنبه ۷ مرداد ۱۴۰۲ - ۲۱:۳۷"), is_dateline("16 تموز/يوليو 2024")
    (True, True)
    >>> is_dateline("۱۲ نفر در ۱۴۰۲ جایزه گرفتند و موزه از آنان سپاسگزاری کرد و رفت")
    False
    """
    words = text.split()
    if len(text) > 140 or len(words) > MAX_DATE_WORDS:
        return False
    folded = squeeze(text)
    years = len(_YEAR.findall(folded))
    if _DAY.search(folded) and len(words) <= MAX_DATE_WORDS:
        return True
    # A year, a day number, and few words beside those three each calendar needs.
    return years > 0 and _SMALL_NUMBER.search(folded) is not None and len(words) <= 3 + 5 * years
