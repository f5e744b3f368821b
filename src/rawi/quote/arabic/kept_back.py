"""Where in an Arabic sentence it is told what its speaker, or who looks into the matter, left unsaid: «، إلا أنّ الشرطة لم تحدد العدد», «ولكنها لم تذكر السبب»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page

_BUT = frozenset({"لکن", "ولکن"})
_EXCEPT = frozenset({"الا", "غیر", "بید"})
_EXCEPT_THAT = frozenset({("الا", "ان"), ("غیر", "ان"), ("بید", "ان")})
_BUT_HE = frozenset({"ولکنه", "ولکنها", "ولکنهم", "لکنه", "لکنها", "لکنهم"})
_EXCEPT_HE = frozenset({"انه", "انها", "انهم"})
_LONGEST_SUBJECT = 5  # words


def keeps_back(page: Page, at: int) -> bool:
    """Tell whether at a token a clause begins that tells what police or officials left unsaid."""
    words = page.words
    first = at + 1 if words[at] in _BUT else at + 2
    if words[at] not in _BUT and words[at : at + 2] not in _EXCEPT_THAT:
        return False
    head = get_grammar("ar").bare(words[first]) if first < len(words) else ""
    if head not in get_grammar("ar").words["authorities"]:
        return False
    near = range(first + 1, min(first + 1 + _LONGEST_SUBJECT, len(words) - 1))
    return any(_denies(words, i) for i in near)


def leaves_unsaid(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token it may be told what he or she who spoke left unsaid: «ولكنها لم تذكر السبب», «إلا أنه لم يوضح».

    >>> leaves_unsaid(("لکنها", "لم", "تذکر"), 0), leaves_unsaid(("لکنها", "لم", "تفتح"), 0)
    (True, False)
    """
    if words[at] in _BUT_HE:
        return _denies(words, at + 1)
    except_he = not _EXCEPT_HE.isdisjoint(words[at + 1 : at + 2])
    return words[at] in _EXCEPT and except_he and _denies(words, at + 2)


def _denies(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token a verb of telling is denied: «لم يحدد», «لم تذكر», «لا تكشف».

    >>> _denies(("لم", "تحدد"), 0), _denies(("لم", "یفتح"), 0)
    (True, False)
    """
    denied = words[at : at + 1] in (("لم",), ("لا",)) and at + 1 < len(words)
    return denied and words[at + 1][1:].removesuffix("وا") in get_grammar("ar").words["withheld"]
