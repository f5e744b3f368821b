"""What the words beside a quotation mark tell of it."""

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import is_that, load_cues, load_cues_behind
from rawi.quote.saying import Range

_PAUSES = frozenset("،,؛;")
_OPENING = frozenset({("«",), ("“",), ('"',)})
_LINKS = frozenset({":", "که", "و", "را", "اما", "ولی", *"،؛«"})
_TELLING = frozenset({"clause", "marked", "aloud"})  # says, nods and laughs, or shouts
_SHORTEST_UNCLOSED = 1  # tokens before the pause
_NEAR = 8  # tokens behind «عبّر» in which «عن» stands
_LONGEST_CUE = 4  # words
_FARTHEST = 14  # tokens from the mark to the verb


def reports_at(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an Arabic verb or participle of saying stands at a token."""
    lexicon = load_cues("ar")
    inside = 0 <= at < len(words) and words[at] in lexicon
    hit = lexicon.find(words, at) if inside else None
    if hit is None or (words[at] == "عبر" and "عن" not in words[at + 1 : at + _NEAR]):
        return False  # «عبر رابط مرئي» is the preposition
    return hit.value.shape in ("verb", "participle") and not hit.value.initial


def goes_on(words: tuple[str, ...], place: Range, *, arabic: bool) -> bool:
    """Tell whether a paragraph opens with somebody who goes on to speak: «وأضاف X: «C»», «او افزود: «C»».

    >>> goes_on(("واضاف", "اللاعب", ":"), (0, 3), arabic=True), goes_on(("وقال", "اللاعب", ":"), (0, 3), arabic=True)
    (True, False)
    """
    lexicon = load_cues("ar" if arabic else "fa")
    for i in range(place[0], place[0] + 1 if arabic else min(place[1], place[0] + _FARTHEST)):
        hit = lexicon.find(words, i) if words[i] in lexicon else None
        if hit is not None and hit.value.shape == "verb":
            return hit.value.cue_class == "continuing"
    return False


def points_back(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the words at a token point back at what was said: «هذا ما صرّح به X», «هكذا قال».

    >>> points_back(("هذا", "ما", "صرح"), 0), points_back(("هذا", "العام"), 0)
    (True, False)
    """
    return words[at : at + 2] == ("هذا", "ما") or words[at : at + 1] == ("هکذا",)


def tells_behind(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether the words behind a mark that ended a sentence only say who spoke: ««C؟» سألت X», not ««C!» قال X إنّ D».

    >>> tells_behind(("سالت", "القاضیه", "."), 0, 3), tells_behind(("قال", "خالد", "ان", "الباب"), 0, 4)
    (True, False)
    """
    at += words[at : at + 1] == ("کما",)  # ««C!» كما أضاف X»
    if at >= last or words[at][0] in "وف":
        return False
    lexicon = load_cues("ar") if words[at] in load_cues("ar") else load_cues_behind("ar")
    hit = lexicon.find(words, at) if words[at] in lexicon else None
    if hit is None or hit.value.shape != "verb" or "clause" not in hit.value.frames:
        return False
    pause = next((i for i in range(hit.end, last) if words[i] in _PAUSES), last)
    return not any(word == ":" or is_that(word) for word in words[hit.end : pause])


def told_at(words: tuple[str, ...], first: int, last: int) -> int | None:
    """The pause before who spoke, where a mark was never closed and its paragraph ends with him: «"لم نتوقّع هذا، قالت مديرة المتحف.»; None where it does not.

    >>> told_at(("لم", "نتوقع", "هذا", "،", "قالت", "المدیره", "."), 0, 7)
    3
    """
    for i in range(last - 2, first + _SHORTEST_UNCLOSED, -1):
        if words[i] in _PAUSES and tells_behind(words, i + 1, last):
            to_me = i + 2 < last and words[i + 2].startswith("ل")  # «قال لي»
            return None if to_me else i
    return None


def ends_in_saying(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether the Persian words behind a mark that ended a sentence only say who spoke: ««C!» X با خنده گفت», ««C؟» X پرسید و رفت», not ««C!» X گفت: «D»».

    >>> words = ("گلکار", "با", "خنده", "گفت", ".")
    >>> ends_in_saying(words, 0, 5), ends_in_saying(("گلکار", "گفت", "باران", "میاید", "."), 0, 5)
    (True, False)
    """
    lexicon = load_cues("fa")
    for i in range(at, min(last, at + _FARTHEST)):
        if words[i] in _LINKS:
            return False
        hit = lexicon.find(words, i) if words[i] in lexicon else None
        if hit is not None and hit.value.shape == "verb" and hit.value.frames & _TELLING:
            after = words[hit.end] if hit.end < last else "."
            marked = after in _PAUSES and words[hit.end + 1 : hit.end + 2] in _OPENING
            return i > at and (after in ".؟!" or after == "و" or marked)
    return False


def tells_before(words: tuple[str, ...], first: int, mark: int) -> bool:
    """Tell whether between two Persian marks the outlet says that someone speaks, right before the second: ««نگار دشتبان گفت: «…»».

    >>> tells_before(("«", "نگار", "دشتبان", "گفت", ":", "«"), 0, 5)
    True
    """
    if mark <= first + 1 or words[mark - 1] not in (":", "که"):
        return False
    own = get_grammar("fa").words["persons"]
    return _cue_ends(words, first + 1, mark - 1) and not own.intersection(words[first:mark])


def speaks_anew(words: tuple[str, ...], first: int, last: int) -> int | None:
    """Find the colon after a Persian word of saying among tokens [first, last): «وی نوشت: C».

    Who tells of himself there («به من گفت: C») goes on with the words of the marks before.

    >>> speaks_anew(("وی", "نوشت", ":", "آب", "هست"), 0, 5), speaks_anew(("به", "من", "گفت", ":", "آب"), 0, 5)
    (2, None)
    """
    own = get_grammar("fa").words["persons"]
    colon = next((i for i in range(first + 1, last) if words[i] == ":"), None)
    if colon is None or own.intersection(words[first:colon]):
        return None
    return colon if _cue_ends(words, first, colon) else None


def _cue_ends(words: tuple[str, ...], first: int, at: int) -> bool:
    """Tell whether a Persian word of saying ends right before a token."""
    cues = load_cues("fa")
    hits = (cues.find(words, i) for i in range(max(first, at - _LONGEST_CUE), at))
    return any(hit and hit.end == at and "clause" in hit.value.frames for hit in hits)
