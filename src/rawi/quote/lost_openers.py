"""Words at the beginning of a paragraph whose opening mark a copy lost: «هذا يوم طويل"، قال X», «لن أعود".», «روز خوبی است»، X گفت»."""

from rawi.lang.first_person import says_i
from rawi.lang.speech import Cue, is_that, load_cues
from rawi.quote.mark_words import ends_in_saying, points_back, tells_behind
from rawi.quote.saying import Range

_SIGNS = frozenset(".،؛,;!؟?")
_SHORTEST = 3  # words
_FARTHEST_THAT = 14  # tokens from a word of saying to «أنّ» or its colon


def lost_opener(words: tuple[str, ...], content: Range, last: int, *, arabic: bool) -> bool:
    """Tell whether words before a closing mark, of which no outlet is heard, are told behind it: «"، قال X», «" قائلاً ذلك», «" هذا ما صرّح به X»; `last` ends the paragraph.

    >>> words = ("هذا", "یوم", "طویل", '"', "،", "قال", "المدیر", ".")
    >>> lost_opener(words, (0, 3), 8, arabic=True), lost_opener(words[:4] + (".",), (0, 3), 5, arabic=True)
    (True, False)
    """
    if content[1] - content[0] < _SHORTEST or is_told(words, content, arabic=arabic):
        return False
    at = content[1] + 1
    while at < last and words[at] in _SIGNS:
        at += 1
    if at >= last:
        return False
    if not arabic:
        return ends_in_saying(words, at, last)
    return points_back(words, at) or tells_behind(words, at, last) or _says_so(words, at)


def _says_so(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a participle of saying stands at a token and nothing is said behind it: «" قائلاً ذلك أمام الكاميرا»."""
    hit = load_cues("ar").find(words, at)
    if hit is None or hit.value.shape != "participle":
        return False
    return words[hit.end : hit.end + 1] in (("ذلک",), ("هذا",))


def is_all_spoken(words: tuple[str, ...], place: Range, *, arabic: bool) -> bool:
    """Tell whether a paragraph that ends with the one mark it has is somebody's words: no outlet is heard in it; where he says I, no «أشعر» is the outlet's.

    >>> is_all_spoken(("لا", "اخوض", "السباق", "ولکنی", "اشعر", "به"), (0, 6), arabic=True)
    True
    """
    if arabic and says_i(words[slice(*place)]):
        return not is_told(words, place, arabic=True)
    cues = load_cues("ar" if arabic else "fa")
    hits = (hit.value for i in range(*place) if (hit := cues.find(words, i)) is not None)
    return all("finding" in cue.frames or (arabic and cue.initial) for cue in hits)


def is_told(words: tuple[str, ...], place: Range, *, arabic: bool) -> bool:
    """Tell whether in a place the outlet says that someone speaks.

    >>> is_told(("قالت", "ان", "الباب", "مفتوح"), (0, 4), arabic=True)
    True
    >>> is_told(("لکنی", "اشعر", "بالبرد"), (0, 3), arabic=True), is_told(("ما", "قالوه", "الیوم"), (0, 3), arabic=True)
    (False, False)
    """
    cues = load_cues("ar" if arabic else "fa")
    first_words = cues.first_words()
    for i in (i for i in range(*place) if words[i] in first_words):
        hit = cues.find(words, i)
        if hit is None or "finding" in hit.value.frames:
            continue
        if arabic and i > place[0] and words[i - 1] == "ما":
            continue  # «ما قالوه اليوم»: a thing told of
        if not arabic or _leads(words, hit.end, place[1], hit.value):
            return True
    return False


def _leads(words: tuple[str, ...], end: int, last: int, cue: Cue) -> bool:
    """Tell whether an Arabic word of saying that ends at a token leads to what was said: no «أشعر», «بين», nor «ما قالوه اليوم»."""
    if cue.shape not in ("verb", "participle"):
        return True
    near = words[end : min(last, end + _FARTHEST_THAT)]
    if any(word == ":" or is_that(word) for word in near):
        return True
    return "clause" in cue.frames and not cue.object and not cue.initial
