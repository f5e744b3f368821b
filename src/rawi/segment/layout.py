"""Tell the role of each paragraph of the repaired text: headline, dateline, body, page residue.

Second half of *segment*, after repair, which joined the lines that only the width of a page had broken. One `Part`
is one paragraph; later stages never read across its border as across a blank.
"""

import re
from collections.abc import Iterator

from rawi.facts import BlockKind, Document, Part
from rawi.segment.masthead import read_masthead
from rawi.segment.outlet_names import is_outlet_line
from rawi.text import Span, Text

_LINE = re.compile(r"[^\n\r\u2029]+")
# A pious formula above a letter is no headline.
_BASMALA = re.compile(r"\W*(?:با?سمه\s?تعال[یي]|بسم الله(?: الرحمن الرح[یي]م)?)\W*")
# Lines that are buttons and headings of the page, as Persian outlets have them above and below a report.
_BUTTONS = (
    "پخش زنده", "امروز", "صفحه نخست", "نسخه اصلی", "نسخه (?:قابل )?چاپ[یِ]?", "چاپ خبر", "ارسال به دوستان", "ارسال نظر(?:ات)?", "نظر(?:ات)?(?: کاربران| شما)?", "نظر دهید",
    "ثبت نظر", "دیدگاه\u200c?\\s?(?:تان|هایتان|خود) را بنویسید", "دیدگاه\u200c?ها", "دیدگاهی بنویسید", "تبادل نظر", "بیشتر بخوانید", "بیشتر بدانید", "اخبار پیشنهادی", "آخرین اخبار", "پربازدیدها", "پربیننده\u200c?ترین اخبار.{0,20}",
    "لینک کوتاه(?: کپی شد)?", "کپی شد", "لینک خبر", "مشاهده در مرجع", "در انتظار بررسی", "انتشار یافته", "مطالب مرتبط", "خبرهای مرتبط", "واژه\u200c?\\s?های کاربردی مرتبط", "هنوز دیدگاهی منتشر نشده است",
    "English", "Click", "To Read Full Article", "Print", "Share", "Link", "پ",
)  # fmt: skip
_RESIDUE: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("code", re.compile(r"(?:^|\W)(?:کد\s*خبر|شناسهٔ?\s*خبر|رقم\s*الخبر|كود\s*الخبر)\s*:?\s*\d")),
    ("menu", re.compile(r"^\s*(?:\[[^\]]*\]\([^)]*\)|\[\d+\]|[|•·]|\s)+$")),
    ("menu", re.compile(r"^\s*(?:برچسب\s?\u200c?ها|کلیدواژه|اخبار مرتبط|الكلمات المفتاحية|الوسوم|مواضيع ذات صلة|اقرأ أيضا|اقرأ أيضًا)\s*:?")),
    ("menu", re.compile(r"^\W*(?:(?:[إا]قر[أا]|شاهد|طالع|شوف|[إا]قر[أا]ي)\s+(?:أيضا|أيضًا|أيضاً|ايضا|ايضاً|كمان|المزيد)|قد (?:يهمك|يعجبك|تهمك)|(?:موضوعات|مواضيع|مقالات|أخبار) (?:متعلقة|ذات صلة|مشابهة)|من نفس التصنيف)(?:\W|$)")),
    ("footer", re.compile(r"^\s*(?:انتهای پیام|پایان پیام|انتهى|منبع\s*[/:]|المصدر\s*[/:]|اشتراک\s?گذاری|شارك|مشاركة|طباعة|چاپ)")),
    ("footer", re.compile(r"^\s*(?:©|(?:تمامی?|کلیه|کلیهٔ|همه|همهٔ)\s+حقوق\s.*(?:محفوظ|متعلق)|(?:جميع|كافة|كل)\s+الحقوق\s+محفوظة)")),
    ("code", re.compile(r"^\s*[\d۰-۹]{4,10}\s*$")),
    ("menu", re.compile(rf"^\W*(?:{'|'.join(_BUTTONS)})\W*[\d۰-۹]*\W*$", re.IGNORECASE)),
    ("menu", re.compile(r"^\s*(?:تماس با ما|دربار[هۀ]ٔ? ما|اتصل بنا|من نحن)\s*(?:[|•·/].{0,60})?$")),
)  # fmt: skip
_DATELINE = re.compile(r"^(?:به گزارش|بگزارش)\s|^[^\n«\"]{2,45}?(?:\s[–—-]\s|[-–—]{2})")
_BYLINE = re.compile(
    r"^\s*(?:نویسنده|گزارش|خبرنگار|كتب|كتبت|بقلم|ترجمه|ترجمة)\s*:\s*\S+(?:\s\S+){0,3}\s*$"
)


def find_layout(document: Document, text: Text) -> tuple[Part, ...]:
    r"""Cut the repaired text into paragraphs with their roles, from the blocks the reader saw or the text alone.

    >>> text = Text.untouched("خبری تازه\n\nوی گفت: «آب هست.»\n\nکد خبر: 12")
    >>> [part.kind for part in find_layout(Document("d", text.original), text)]
    ['headline', 'body', 'code']
    """
    if document.blocks:
        parts = [
            Part(paragraph, block.kind)
            for block in document.blocks
            for paragraph in cut_paragraphs(text.repaired, text.span(block.extent))
        ]
        parts.sort(key=lambda part: part.span)
        if any(part.kind != "body" for part in parts):
            return tuple(parts)
        # The reader saw paragraphs and no roles (a letter, an office file without styles).
        return tuple(_tell_roles(text.repaired, [part.span for part in parts]))
    whole = Span(0, len(text.repaired))
    return tuple(_tell_roles(text.repaired, list(cut_paragraphs(text.repaired, whole))))


def cut_paragraphs(repaired: str, within: Span) -> Iterator[Span]:
    """Cut a stretch at its line breaks, which are the writer's since repair; blanks around a paragraph are left out."""
    for match in _LINE.finditer(repaired, *within):
        if match[0].strip():
            yield _trim(repaired, Span(match.start(), match.end()))


def _trim(repaired: str, span: Span) -> Span:
    """Leave out blanks at both ends."""
    words = repaired[span.start : span.end]
    return Span(span.start + len(words) - len(words.lstrip()), span.start + len(words.rstrip()))


def _tell_roles(repaired: str, paragraphs: list[Span]) -> Iterator[Part]:
    """Tell each paragraph's role from its place and words; what stands before the first full stop is a heading."""
    kinds = [_residue(repaired[span.start : span.end]) for span in paragraphs]
    for place in _find_outlet_lines(repaired, paragraphs):
        kinds[place] = "outlet"
    body_begun = False
    headings = mastheads = 0
    for span, residue in zip(paragraphs, kinds, strict=True):
        words = repaired[span.start : span.end]
        kind: BlockKind
        if residue:
            kind = residue
        elif not body_begun and _BASMALA.fullmatch(words):
            kind = "kicker"
        elif not body_begun and read_masthead(words):
            kind = "dateline"
            mastheads += 1
        elif (
            not body_begun
            and headings < 3
            and _is_heading(words, alone=len(paragraphs) - mastheads < 2)
        ):
            kind = "headline" if not headings else "lead"
            headings += 1
        elif not body_begun:
            body_begun = True
            kind = "dateline" if _DATELINE.match(words) else "body"
        else:
            kind = "byline" if _BYLINE.match(words) else "body"
        yield Part(span, kind)


def _find_outlet_lines(repaired: str, paragraphs: list[Span]) -> Iterator[int]:
    """Yield the places of an outlet's name above a heading, and at the very end."""
    texts = [repaired[span.start : span.end] for span in paragraphs]
    if len(texts) < 3:
        return
    if is_outlet_line(texts[0]) and _is_heading(texts[1], alone=False):
        yield 0
    if is_outlet_line(texts[-1]):
        yield len(texts) - 1


def _is_heading(words: str, *, alone: bool) -> bool:
    """Tell whether a paragraph before the body is a heading: short, and not a finished sentence."""
    if alone or len(words) > 160 or _DATELINE.match(words):
        return False
    return not words.rstrip(' »”"').endswith((".", ":")) and "\n" not in words


def _residue(words: str) -> BlockKind | None:
    """The role of page residue, None for the report's own words."""
    if len(words) > 160:
        return None
    return next((kind for kind, pattern in _RESIDUE if pattern.search(words)), None)
