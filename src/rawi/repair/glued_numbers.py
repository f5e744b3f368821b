"""Give a small word back the space a copy lost between it and a number: أن4500 → أن 4500, قالب۱۲۰ → قالب ۱۲۰."""

import re
from collections.abc import Iterator

from rawi.repair.stretch import Copy
from rawi.text import Edit

# Words that stand before numbers and are part of no name with one (کووید19, اف16); و, ب and ل are joined to them in Arabic.
_BEFORE_NUMBERS = (
    *("من", "في", "فى", "عن", "إلى", "الى", "على", "أن", "ان", "إن", "منذ", "حتى", "بعد", "قبل", "حوالي"),
    *("نحو", "عام", "سنة", "لعام", "بنسبة", "بقيمة", "بين", "خلال", "الساعة", "فوق", "تحت", "مع", "كل"),
    *("در", "از", "به", "با", "تا", "که", "سال", "ساعت", "حدود", "قالب", "مدت", "تعداد", "قیمت", "ارزش"),
    *("مبلغ", "حداقل", "حداکثر", "روز", "سن", "پس", "ماده", "طول", "نرخ", "میزان", "طی", "هر", "این", "آن"),
)  # fmt: skip
_GLUED = re.compile(
    rf"(?<!\w)(?<![\u200c_@#/.])(?:{'|'.join(_BEFORE_NUMBERS)})(?=\d+(?:[.,/٫٬:]\d+)*(?![\w/@]))"
)
_AT_DIGIT = re.compile(r"[^\W\d_]\d")
_SURE = 0.98


def find_glued_numbers(copy: Copy) -> Iterator[Edit]:
    """Find where a number follows at once a word that is never part of a name with a number.

    >>> [hit.group() for hit in _GLUED.finditer("أن4500 قطعة در1387 کووید19 از2ch به۵/۶")]
    ['أن', 'در', 'به']
    """
    text = copy.repaired
    if _AT_DIGIT.search(text) is None:
        return
    for hit in _GLUED.finditer(text):
        yield Edit(hit.end(), hit.end(), " ", "glued-number", _SURE)
