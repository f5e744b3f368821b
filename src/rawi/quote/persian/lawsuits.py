"""To which party of a lawsuit someone belongs, as a Persian sentence tells it: «به شکایت X علیه Y رسیدگی شد», «X در دادخواستی مدعی شد»."""

from collections.abc import Iterator
from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.reading import words_of
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.persian.phrases import start_of_titles
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.speaker import Words

_LONGEST = 8  # tokens from a claim to whom it is against
_FARTHEST = 24  # tokens from a name to the claim he files
_CLAIMS = frozenset({"دادخواست", "شکایت", "دادخواهی"})
_FILED = frozenset({"دادخواستی", "شکوایهای", "شکوایه", "شکواییهای", "شکایتی", "دادخواست"})
_SUING = frozenset({"شکایت", "اقامه", "دادخواست"})  # of «شکایت کرد», «اقامهٔ دعوا کرد»
_SUED_BY = frozenset({"علیه", "از"})
_CLAIMANT: tuple[Words, ...] = (("خواهان",), ("شاکی",))
_DEFENDANT: tuple[Words, ...] = (("خوانده",), ("متهم",))
_ACCUSED: Words = ("متهم",)
_CHARGES = frozenset({"اتهام", "اتهامات", "اتهامها", "اتهامش", "اتهامهایش"})
_COPULAS = frozenset({"بود", "است", "شد", "شده", "بوده"})
_DENYING = frozenset({"رد", "نپذیرفت", "نمیپذیرد", "انکار", "تکذیب"})
_FOR_OTHERS = frozenset(
    {"قاضی", "دادگاه", "دادستان", "وکیل", "بازپرس", "دادیار", "مستشار", "سخنگو", "سخنگوی"}
)
_CHARGED = frozenset({("متهم", "شد"), ("متهم", "شده"), ("متهم", "است"), ("متهم", "بود")})


def read_parties(page: Page, placed: PlacedMention, sentence: PlacedSentence) -> Iterator[Words]:
    """What someone named is in a lawsuit his sentence tells of, in comparable form."""
    words, at = page.words, start_of_titles(page, placed.first, sentence.first + 1) - 1
    last = min(sentence.last, placed.last + _FARTHEST)
    yield from _called_party(page, placed, sentence.first)
    if words[at] in _CLAIMS or (
        words[at] not in get_grammar("fa").prepositions and _files(page, placed.last, last)
    ):
        yield from _CLAIMANT
    elif words[at] not in get_grammar("fa").prepositions and _is_charged(page, placed, at, last):
        yield _ACCUSED
    elif words[at] in _SUED_BY:
        near = words[max(sentence.first, at - _LONGEST) : at]
        claimed = not _CLAIMS.isdisjoint(near) and "و" not in near
        if claimed or _sues(page, placed.last, min(last, placed.last + _LONGEST)):
            yield from _DEFENDANT


def _called_party(page: Page, placed: PlacedMention, first: int) -> Iterator[Words]:
    """The party whose name a clause tells: «خواهان که معلمی به نام | X است، …»."""
    words, at = page.words, placed.first - 2
    if words[at : at + 2] not in (("به", "نام"), ("با", "نام")):
        return
    near = range(at - 1, max(first, at - _LONGEST), -1)
    that = next((i for i in near if words[i] == "که"), first)
    party = (words[that - 1 - (words[that - 1] == "،")],) if that > first else ()
    if party in _CLAIMANT:
        yield from _CLAIMANT
    elif party in _DEFENDANT:
        yield from _DEFENDANT


def _files(page: Page, first: int, last: int) -> bool:
    """Tell whether behind someone it is told that he sues: «X در دادخواستی مدعی شد», «X از Y شکایت کرد», «X علیه Y اقامهٔ دعوا کرد»."""
    words = page.words
    if _is_claimant(page, first, last):
        return True
    if _SUING.isdisjoint(words[first:last]) and _FILED.isdisjoint(words[first:last]):
        return False
    for i in range(first, last):
        if words[i] in _FILED and words[i - 1] in ("در", "با", "طی"):
            return True
        if words[i] in _SUED_BY and _sues(page, i + 1, last):
            return True
        if is_finite(page, i) or words[i] == "که":
            return False
    return False


def _is_claimant(page: Page, first: int, last: int) -> bool:
    """Tell whether somebody claims something in a report that has a plaintiff: «X | مدعی بود که قایق مال اوست»."""
    claims = page.words[first : first + 2] if first + 1 < last else ()
    told = claims[:1] == ("مدعی",) and claims[1] in _COPULAS
    return told and _CLAIMANT[0][0] in page.words


def _is_charged(page: Page, placed: PlacedMention, at: int, last: int) -> bool:
    """Tell whether behind someone, who is no judge and speaks for nobody else, it is told that he is charged."""
    told = set(words_of(placed.mention.role or "")) | set(page.words[at : placed.first])
    return _FOR_OTHERS.isdisjoint(told) and is_accused(page.words[placed.last : last])


def is_accused(words: Words) -> bool:
    """Tell whether the words behind someone tell that he is charged: «X | اتهام را رد کرد», «X | به دزدی متهم شده است».

    >>> is_accused(("اتهام", "را", "رد", "کرد")), is_accused(("اتهام", "را", "وارد", "دانست"))
    (True, False)
    """
    denies = not _CHARGES.isdisjoint(words) and any(
        words[i] in _CHARGES
        and words[i + 1] == "را"
        and (words[i + 2] in _DENYING or words[i + 2 : i + 4] == ("وارد", "ندانست"))
        for i in range(len(words) - 2)
    )
    defends = "دفاع" in words and any(
        words[i] in ("در", "به") and words[i + 1 : i + 4] == ("دفاع", "از", "خود")
        for i in range(len(words))
    )
    return denies or defends or not _CHARGED.isdisjoint(pairwise(words))


def _sues(page: Page, first: int, last: int) -> bool:
    """Tell whether the next verb from a token on says that somebody sues: «Y | شکایت کرد»."""
    verb = next((i for i in range(first, last) if follows_finite_verb(page, i + 1)), first)
    return not _SUING.isdisjoint(page.words[max(first, verb - 2) : verb])
