"""Arabic bodies and places named after a ruler, who does nothing in the report: «جامعة الملك نجيب», «مدينة الأمير نجيب بن رشاد الرياضية»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people

_RULERS = frozenset(
    {"الملک", "الملکه", "الامیر", "الامیره", "السلطان", "الشیخ", "الشیخه", "الامام"}
)
_SON = frozenset({"بن", "بنت"})
_HOUSE = "ال"  # «آل سعود»


def end_of_namesake(words: tuple[str, ...], at: int, last: int) -> int | None:
    """The token after whom a body is named after, whose title stands at a token; None where somebody himself is meant.

    >>> end_of_namesake(("جامعه", "الملک", "نجیب", "تحتفل"), 1, 4)
    3
    >>> end_of_namesake(("مکتب", "الملک", "نجیب", "یعلن"), 1, 4) is None
    True
    """
    if at == 0 or words[at] not in _RULERS:
        return None
    head, heads = words[at - 1], get_grammar("ar").words["named_after"]
    if head not in heads and not (head[0] in "وبلف" and head[1:] in heads):
        return None
    given = load_people("ar").given_names
    name = given.find(words, at + 1) if at + 1 < last else None
    if name is None or name.end > last:
        return None
    end = name.end
    while end + 1 < last and words[end] in _SON and (son := given.find(words, end + 1)):
        end = son.end
    return min(end + 2, last) if end + 1 < last and words[end] == _HOUSE else min(end, last)
