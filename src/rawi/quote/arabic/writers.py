"""Who wrote an Arabic report, in a line of its own: «كتبت – سلمى ناصر:», «إعداد: سامي درويش». He is nobody in it."""

from rawi.quote.page import Page, PlacedMention

_WROTE = frozenset({"کتب", "کتبت"})  # with a sign after it: «كتب سامي: …» is speech
_MADE = frozenset(
    {"بقلم", "اعداد", "تقریر", "تحقیق", "حوار", "تصویر", "ترجمه", "تحریر", "متابعه", "مراسلنا", "مراسلتنا"}
)  # fmt: skip
_SIGNS = frozenset("–—-:/|")
_LONGEST = 8  # words
_NEAR_END = 3  # tokens


def writes_report(page: Page, placed: PlacedMention) -> bool:
    """Tell whether a name stands in the line that says who wrote an Arabic report."""
    here = page.sentence_at(placed.first)
    if here is None:
        return False
    first, last, _, language = page.paragraphs[here.paragraph]
    head = page.words[first]
    signed = first + 1 < last and page.words[first + 1] in _SIGNS
    wrote = (head in _WROTE and signed) or (head in _MADE and (signed or placed.first == first + 1))
    short = page.count_words(first, last) <= _LONGEST and last - placed.last <= _NEAR_END
    return language == "ar" and wrote and short
