"""Who wrote a Persian report, as a line near its beginning signs it, «نوشتهٔ X», «گزارش: X»: «I» and «me» of its own words."""

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.quote.asking import asks
from rawi.quote.closing_lines import find_writer_below
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range, Saying

_FIRST_LINES = 4  # paragraphs
_LONGEST = 9  # tokens of a byline
_LONGEST_NAME = 3  # words
_SIGNING = frozenset(
    {"نوشته", "نوشتهی", "نویسنده", "گزارش", "گزارشی", "گزارشگر", "خبرنگار", "قلم", "متن", "روایت", "عکس", "تنظیم"}
)  # fmt: skip
_SMALL = frozenset({"به", "از", "ویژه", "اختصاصی", "ما", "و", ":", "-", "–", "—", "،"})
_I = "م"  # ends «پرسیدم»
_WE = "یم"
_ME = frozenset({"من", "مرا", "نگارنده"})


def find_writer_of_report(page: Page) -> Range | None:
    """The name a line near the beginning of a Persian report signs it with, or its last line tells of."""
    for paragraph in page.paragraphs[:_FIRST_LINES]:
        name = _read_byline(page, paragraph) if paragraph.language == "fa" else None
        if name is not None:
            return name
    return find_writer_below(page)


def _read_byline(page: Page, paragraph: Paragraph) -> Range | None:
    """The name in a line that holds nothing else but a word of writing before it: «نوشتهٔ X», «به قلم X», «گزارش: X»."""
    first, last = paragraph.first, paragraph.last
    if last - first > _LONGEST:
        return None
    at, signed = first, False
    while at < last and page.words[at] in _SIGNING | _SMALL:
        signed = signed or page.words[at] in _SIGNING
        at += 1
    end = next((i for i in range(at, last) if not page.is_word(i)), last)
    name = page.person_at(at) if at < last else None
    if not signed or not 0 < end - at <= _LONGEST_NAME:
        return None
    named = name is not None and (name.first, name.last) == (at, end)
    return (at, end) if named or all(is_rare(page.words[i]) for i in range(at, end)) else None


def names_writer(words: tuple[str, ...]) -> bool:
    """Tell whether words for an addressee are only «me»: «به من گفت», «مرا صدا زد و گفت», «کلید را به دستم داد. «بگیر»»."""
    if len(words) != 1:
        return False
    mine = (
        words[0].endswith(_I) and words[0].removesuffix(_I) in get_grammar("fa").words["own_things"]
    )
    return words[0] in _ME or mine


def asks_himself(page: Page, saying: Saying) -> bool:
    """Tell whether the writer asks in his own words: «از او پرسیدم C»."""
    if saying.language != "fa" or saying.cue is None or not asks(page, saying):
        return False
    verb, asking = page.words[saying.cue[1] - 1], get_grammar("fa").words["asking"]
    # «پرسیدم», «می پرسم»; not «پرسیدیم»
    alone = verb.endswith(_I) and not verb.endswith(_WE)
    return alone and not asking.isdisjoint({verb.removesuffix(_I), verb})
