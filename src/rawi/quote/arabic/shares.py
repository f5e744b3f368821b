"""How many of some people an Arabic verb has for its subject: «ما يقرب من نصف المشاركين», «40 في المئة من السكان», «واحد من كل خمسة زوار»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.numbers import is_cardinal, is_scale
from rawi.quote.page import Page

ABOUT = frozenset({"نحو", "حوالی", "زهاء", "قرابه"})
_ROUGHLY = (
    ("ما", "یقرب", "من"), ("ما", "یقارب"), ("ما", "یناهز"), ("ما", "لا", "یقل", "عن"),
    ("ما", "یزید", "علی"), ("ما", "یزید", "عن"), ("ما", "یربو", "علی"),
    ("اکثر", "من"), ("اقل", "من"), *((word,) for word in sorted(ABOUT)),
)  # fmt: skip
_OF_HUNDRED = (
    ("٪",), ("%",), ("بالمیه",), ("بالمایه",), ("فی", "المیه"), ("فی", "المایه"),
)  # fmt: skip
_OF_EACH = (("من", "کل"), ("من", "بین", "کل"), ("من", "اصل", "کل"))
_ONE = frozenset({"واحد", "واحده"})
_PARTS = frozenset({"نسبه", "شریحه", "فیه", "اقلیه", "غالبیه", "اغلبیه", "عدد", "حصه"})
_OPENERS = _PARTS | _ONE | {phrase[0] for phrase in _ROUGHLY}
_LONGEST_PART = 3  # tokens: «نسبة كبيرة جداً | من»


def people_of_share(page: Page, begun: int, stop: int) -> int | None:
    """The token at which those stand whom a share or a rough number counts that begins at a token; None where none begins."""
    if not _may_begin(page.words[begun]):
        return None
    about = _past(page, begun, _ROUGHLY)
    rough = about > begun
    at = _past_number(page, about, stop, rough=rough)
    if at is None and rough and page.words[about : about + 1] != ():
        part = page.words[about] in get_grammar("ar").words["quantities"]
        at = about + 1 if part else None
    if at is None and not rough:
        at = _past_part(page, begun, stop)
    return at if at is not None and at < stop and page.is_word(at) else None


def _may_begin(word: str) -> bool:
    """Tell whether a share or a rough number may begin with a word, which hardly any does."""
    if word in _OPENERS or word[0].isdecimal():
        return True
    return is_cardinal(word, "ar") or is_scale(word, "ar")


def _past(page: Page, at: int, phrases: tuple[tuple[str, ...], ...]) -> int:
    """The token after one of some phrases at a token; else the same token."""
    words = page.words
    return next((at + len(p) for p in phrases if words[at : at + len(p)] == p), at)


def _past_number(page: Page, at: int, stop: int, *, rough: bool) -> int | None:
    """The token after a number and «in a hundred of», «of each five», or one that is told `rough` or a thousand; None without one."""
    words = page.words
    end = _number_end(page, at, stop)
    if end == at and words[at] in _ONE:
        end += 1
    each = _past(page, end, _OF_EACH)
    if end > at and each > end:
        counted = _number_end(page, each, stop)
        return counted if counted > each else None
    of_hundred = _past(page, end, _OF_HUNDRED)
    if of_hundred > end > at:
        end = of_hundred + (words[of_hundred] == "فقط")
        return end + 1 if words[end] == "من" else None
    if end == at or not (rough or is_scale(words[end - 1], "ar")):
        return None
    return end + (words[end : end + 1] == ("من",))  # «نحو 200 | من سكان البلدة»


def _number_end(page: Page, at: int, stop: int) -> int:
    """The token after the digits, cardinals and thousands from a token on."""
    words = page.words
    while at < stop and (
        words[at].isdecimal() or is_cardinal(words[at], "ar") or is_scale(words[at], "ar")
    ):
        at += 1
    return at


def _past_part(page: Page, begun: int, stop: int) -> int | None:
    """The token after «a great part of»: «نسبة كبيرة من | المزارعين»; None where another phrase begins."""
    if page.words[begun] not in _PARTS:
        return None
    near = range(begun + 1, min(stop, begun + 1 + _LONGEST_PART))
    return next((i + 1 for i in near if page.words[i] == "من"), None)
