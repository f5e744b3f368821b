"""Letters stored by their shape, and letters with the codes of another language."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from rawi.repair.stretch import Copy, fold_stretches
from rawi.text import Edit

FORMS = re.compile("[\ufb50-\ufdcf\ufdf0-\ufdf1\ufe70-\ufefc]")
ARABIC_CODES = "يىك٠١٢٣٤٥٦٧٨٩"
_ARABIC_CODE = re.compile("[يك]")
_FOREIGN_DIGIT = re.compile("[٠-٩]")
_FOREIGN = re.compile(f"[{ARABIC_CODES}]")
_VOWELS = re.compile("[\u064c-\u0652\u0670]")
_ARABIC_ONLY = re.compile("[أإةٱ\u064b-\u0652\u0670]")
SELDOM = 0.1  # of the words of Arabic news three of ten have one of these (NTREX-128)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_PERSIAN = str.maketrans(ARABIC_CODES, "ییک۰۱۲۳۴۵۶۷۸۹")


# Names whose first part ends in alef have two by right: عطاالله, ثناالله, ضیاالله, بهاالله, علاالله.
_ALLAH = re.compile(
    "(?<!عط)(?<!ثن)(?<!ضی)(?<!به)(?<!عل)(?<!ا)(?<!ش)ا(?=الله)|(?<=عطا)ا(?=الله)|(?<=ثنا)ا(?=الله)|(?<=ضیا)ا(?=الله)|(?<=بها)ا(?=الله)|(?<=علا)ا(?=الله)"
)


@cache
def shaped_letters() -> frozenset[str]:
    """All letters stored by their shape."""
    return frozenset(FORMS.findall("".join(map(chr, range(0xFB50, 0xFEFD)))))


@cache
def shape_of(character: str) -> tuple[str, str]:
    """The position (`initial`, `final` …) and the plain letters of a shaped letter."""
    parts = unicodedata.decomposition(character).split()
    if not parts or not parts[0].startswith("<"):
        return "", character
    return parts[0][1:-1], "".join(chr(int(part, 16)) for part in parts[1:])


def find_shaped_joints(copy: Copy) -> Iterator[Edit]:
    """Find the joiners that shaped letters betray: a final shape directly before an initial one."""
    text = copy.repaired
    for match in FORMS.finditer(text):
        here = match.start()
        if here + 1 < len(text) and FORMS.match(text[here + 1]):
            (ends, _), (starts, _) = shape_of(text[here]), shape_of(text[here + 1])
            joining = unicodedata.decomposition(chr(ord(text[here]) + 1)).startswith(
                "<initial>"
            ) or (
                ends == "isolated"
                and unicodedata.decomposition(chr(ord(text[here]) + 2)).startswith("<initial>")
            )
            if ends in ("final", "isolated") and starts in ("initial", "isolated") and joining:
                yield Edit(here + 1, here + 1, "\u200c", "shaped-joint", 0.98)


def find_ligatures(copy: Copy) -> Iterator[Edit]:
    """Find shaped letters that stand for several."""
    for match in FORMS.finditer(copy.repaired):
        letters = shape_of(match[0])[1]
        if len(letters) > 1:
            yield Edit(match.start(), match.end(), letters, "shaped-letters")


def unshape(copy: Copy) -> str:
    """Replace shaped letters by plain ones, one to one."""
    return FORMS.sub(lambda match: shape_of(match[0])[1], copy.repaired)


def fold_persian_letters(copy: Copy) -> str:
    """Give Persian words Persian yeh, kaf and digits.

    A copy that has ى but no other Arabic code (رأى, حتى) was not damaged: its writer chose that letter.
    """
    stretches = list(copy.stretches("fa"))
    damaged = any(_ARABIC_CODE.search(stretch.text) for stretch in stretches)
    if damaged:
        # Arabic in a copy without Persian codes lost them as well, if it was typed as Persians type it.
        # A short saying need only be without vowels: a verse has them.
        stretches += [saying for saying in copy.short_runs("ar") if not _VOWELS.search(saying.text)]
        if copy.language == "fa":
            stretches += [
                passage for passage in copy.stretches("ar") if _has_persian_spelling(passage.text)
            ]
    table, foreign = (_PERSIAN, _FOREIGN) if damaged else (_DIGITS, _FOREIGN_DIGIT)
    if not foreign.search(copy.repaired):
        return copy.repaired
    return fold_stretches(copy.repaired, stretches, lambda part: part.translate(table))


def _has_persian_spelling(passage: str) -> bool:
    """Tell whether an Arabic passage has hardly any of the letters Arabic has and Persian does without.

    >>> _has_persian_spelling("وصل الي كتاب منك"), _has_persian_spelling("إنا أعطيناك الكوثر")
    (True, False)
    """
    words = passage.split()
    return sum(1 for word in words if _ARABIC_ONLY.search(word)) < SELDOM * len(words)


def find_double_alef(copy: Copy) -> Iterator[Edit]:
    """Find the alef that PDF extractors add to the ligature of Allah: االله, also within عبداالله."""
    if "االله" in copy.repaired:
        for match in _ALLAH.finditer(copy.repaired):
            yield Edit(match.start(), match.start() + 1, "", "double-alef", 0.97)
