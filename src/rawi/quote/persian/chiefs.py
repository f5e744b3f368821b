"""Who leads the body whose own report it is, where it opens with him by name and tells his office later: «روابط عمومی شهرداری نیلگون - مهندس X از پارک بازدید کرد. شهردار نیلگون گفت»."""

from collections.abc import Mapping

from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import DASHES
from rawi.quote.page import Page
from rawi.quote.persian.phrases import end_of_titles
from rawi.quote.roles import is_role
from rawi.quote.speaker import Speaker, Words

# Who leads what: the offices, and the heads of the bodies they are of.
_BODIES = {
    "شهردار": frozenset({"شهرداری"}),
    "بخشدار": frozenset({"بخشداری"}),
    "فرماندار": frozenset({"فرمانداری"}),
    "استاندار": frozenset({"استانداری"}),
    "دهیار": frozenset({"دهیاری"}),
    "دادستان": frozenset({"دادستانی"}),
    "وزیر": frozenset({"وزارت", "وزارتخانه"}),
    "مدیرکل": frozenset({"ادارهکل", "اداره"}),
    "مدیرعامل": frozenset({"شرکت", "باشگاه", "سازمان", "بنیاد"}),
    "رییس": frozenset(
        {"دانشگاه", "سازمان", "اداره", "انجمن", "اتحادیه", "شورای", "کمیته", "فدراسیون", "هیات", "بیمارستان", "پژوهشگاه", "دانشکده"}
    ),
}  # fmt: skip
_SMALL = frozenset({"و", "استان", "شهرستان", "شهر", "کشور"})
_PARAGRAPHS = 3  # a report begins in one of them
_LONGEST = 14  # tokens of «ادارهٔ کل میراث فرهنگی و گردشگری استان X -»


def find_chief(page: Page, at: Mapping[int, Speaker], office: Words) -> Speaker | None:
    """The one named without an office right behind the body a report comes from, where an office is that of who leads it."""
    heads = _BODIES.get(office[0]) if office else None
    opened = _read_opening(page) if heads is not None else None
    if heads is None or opened is None:
        return None
    body, name = opened
    person, here = at.get(name), page.sentence_at(name)
    if person is None or here is None or heads.isdisjoint(body):
        return None
    if office[0] in page.words[name : here.last]:
        return None  # «روابط عمومی شهرداری نیلگون - X به شهردار گفت»
    titles = {word for title in person.titles for word in title.split()}
    bare = all(titles.issuperset(role) for role in person.roles)
    return person if bare and set(office[1:]) <= {*body, *_SMALL} else None


@keep_answers
def _read_opening(page: Page) -> tuple[Words, int] | None:
    """The words of the body a report opens with up to a dash or colon, and the token of the name right behind, of one person."""
    words = page.words
    above = 0  # where the paragraph above ends: its own dateline may be cut off
    for paragraph in page.paragraphs[:_PARAGRAPHS]:
        first, last, above = above, paragraph.last, paragraph.last
        near = range(first + 1, min(first + _LONGEST, last - 1))
        sign = next((i for i in near if words[i] in DASHES or words[i] == ":"), None)
        if sign is None:
            continue
        name = page.person_at(end_of_titles(page, sign + 1))
        if name is None or is_role(words[first:sign], "fa"):
            continue
        joined = words[name.last] == "و" or name.mention.role is not None
        return None if joined else (words[first:sign], name.first)
    return None
