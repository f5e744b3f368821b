"""Which Arabic verbs of saying take someone as their object: «أخبر الناطق | الوكالة بأنّ», «ناشد X | الوزارة أن»."""

from rawi.lang.speech import load_cues

# Frames of `cues.toml`: of verbs that take whom they are said to as their object,
TO_ONE = frozenset({"request", "person"})
# that take him where there is one, «ذكّر الرئيس | المديرة بأنّ»,
TELLING = TO_ONE | {"hears"}
# and of all whose object may stand where the subject does.
TRANSITIVE = frozenset({"request", "label"})
DONE_TO = TRANSITIVE | TELLING | {"heard"}


def tells_someone(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token a verb takes whom it is said to as its object: «دعت | مدير المصرف», who is no woman for its gender.

    >>> tells_someone(("دعت", "مدیر", "المصرف"), 0), tells_someone(("قالت", "المدیره"), 0)
    (True, False)
    """
    hit = load_cues("ar").find(words, at)
    verb = hit is not None and hit.value.shape == "verb"
    return hit is not None and verb and not TELLING.isdisjoint(hit.value.frames)
