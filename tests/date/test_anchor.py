"""The day a document speaks from, and the evidence for it."""

from datetime import date

import pytest

from rawi.date import find_anchor, read_day
from rawi.facts import Anchor, Document, Part
from rawi.text import Span, Text

LONG = "هوا سرد بود و مردم در خانه ماندند و کسی به کوه نرفت و راه\u200cها بسته ماند و برف تا بام خانه\u200cها بالا آمد "


def anchor_of(text: str = LONG, parts: tuple[Part, ...] = (), **fields: str | None) -> Anchor:
    document = Document(id="a", original=text, **fields)  # type: ignore[arg-type]
    return find_anchor(document, Text.untouched(text), parts)[0]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2018-04-04", "2018-04-04"),
        ("2018-04-04T10:42:00+03:30", "2018-04-04"),
        ("20180404", "2018-04-04"),
        ("1397-01-15", "2018-04-04"),
        ("1397-01-15T10:42:00+03:30", "2018-04-04"),
        ("۱۳۹۷/۰۱/۱۵", "2018-04-04"),
        ("13970115", "2018-04-04"),
        ("Wed, 04 Apr 2018 06:12:00 GMT", "2018-04-04"),
        ("4 April 2018", "2018-04-04"),
        ("15/1/1397", "2018-04-04"),
        ("30/04/2018", "2018-04-30"),
        ("4/30/2018 14:05", "2018-04-30"),
        ("4.4.2018", "2018-04-04"),
        ("چهارشنبه ۱۵ فروردین ۱۳۹۷ - ۱۰:۴۲", "2018-04-04"),
        ("4 نيسان 2018", "2018-04-04"),
        ("April 4, 2018", "2018-04-04"),
        ("Wed 15 Farvardin 1397", "2018-04-04"),
    ],
)
def test_typed_metadata_tells_the_day(published: str, day: str) -> None:
    assert anchor_of(published=published) == Anchor(date.fromisoformat(day), "published")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "soon",
        "1397-07-31",
        "2018-02-30",
        "0018-01-01",
        "12",
        "3/4/2018",
        "31/7/1397",
        "امروز",
        "فروردین ۱۳۹۷",
    ],
)
def test_metadata_that_is_no_day_is_passed_over(written: str) -> None:
    assert read_day(written) is None
    assert anchor_of(published=written or None) == Anchor(None, "none")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("تهران - چهارشنبه ۱۵ فروردین ۱۳۹۷\n" + LONG, "چهارشنبه ۱۵ فروردین ۱۳۹۷"),
        ("کد خبر: ۸۲۸۷۶۵ | ۱۳۹۷/۰۱/۱۵\n" + LONG, "۱۳۹۷/۰۱/۱۵"),
        (LONG + "\nتاریخ انتشار: ۱۵ فروردین ۱۳۹۷", "۱۵ فروردین ۱۳۹۷"),
        ("دمشق، 4 نيسان 2018\nوصل الوزير إلى المدينة", "4 نيسان 2018"),
        ("تاريخ النشر: 2018/04/04\nوصل الوزير إلى المدينة", "2018/04/04"),
    ],
)
def test_the_dateline_tells_the_day(text: str, words: str) -> None:
    anchor = anchor_of(text)
    assert (anchor.day, anchor.evidence) == (date(2018, 4, 4), "dateline")
    assert anchor.span is not None
    assert text[slice(*anchor.span)] == words


def test_a_part_marked_as_dateline_tells_the_day_wherever_it_stands() -> None:
    text = LONG * 12 + "۱۵ فروردین ۱۳۹۷"
    part = Part(Span(len(text) - 15, len(text)), "dateline")
    assert anchor_of(text, (part,)).day == date(2018, 4, 4)


@pytest.mark.parametrize(
    "text",
    [
        LONG + "او در تاریخ ۱۵ فروردین ۱۳۵۷ به شهر آمد و " + LONG,
        "قرأ الناس كتابه الذي نشر في 5 مايو 1990 في المدينة الكبيرة القديمة، ثم تحدثوا عنه طويلا في ساحتها عند المغيب",
    ],
)
def test_a_label_inside_a_sentence_labels_nothing(text: str) -> None:
    assert anchor_of(text).day is None


@pytest.mark.parametrize("text", ["پل در ۱۵ فروردین ۱۳۵۷ باز شد.", "افتتح الجسر في 5 مايو 1990."])
def test_a_date_in_a_short_sentence_is_no_dateline(text: str) -> None:
    assert anchor_of(text).day is None


def test_a_date_in_the_running_text_is_no_dateline() -> None:
    assert anchor_of("در ۱۵ فروردین ۱۳۹۷ " + LONG).day is None


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2018/04/04/a-title",
        "https://example.org/fa/news/1397/01/15/123456",
        "https://example.org/news/2018-04-04-title",
        "https://example.org/news/13970115000123x/13970115/",
    ],
)
def test_the_url_tells_the_day(url: str) -> None:
    anchor = anchor_of(url=url)
    assert (anchor.day, anchor.evidence) == (date(2018, 4, 4), "url")


@pytest.mark.parametrize("url", ["https://example.org/2018/13/40/x", "https://example.org/1/2/3"])
def test_numbers_in_a_url_that_are_no_day_are_passed_over(url: str) -> None:
    assert anchor_of(url=url).day is None


@pytest.mark.parametrize(
    "text",
    [
        LONG + "نشست امروز چهارشنبه ۱۵ فروردین ۱۳۹۷ برگزار شد.",
        LONG + "نشست دیروز سه\u200cشنبه ۱۴ فروردین ۱۳۹۷ برگزار شد.",
        "وصل الوزير عصر اليوم الأربعاء (4/4/2018) إلى المدينة، ولقي أهلها في ساحتها الكبيرة عند المغيب وتحدث إليهم",
        "وصل الوزير أمس الثلاثاء 3 أبريل 2018 إلى المدينة، ولقي أهلها في ساحتها الكبيرة عند المغيب وتحدث إليهم طويلا",
    ],
)
def test_a_text_that_tells_its_own_day_is_believed(text: str) -> None:
    anchor = anchor_of(text)
    assert (anchor.day, anchor.evidence) == (date(2018, 4, 4), "text")


@pytest.mark.parametrize(
    "text",
    [
        "در نشست پایانی جشنوارهٔ کتاب در شهر دلتاب، چهارشنبه ۱۵ فروردین ۱۳۹۷، مترجمان بسیاری به دو زبان سخن گفتند و پاسخ دادند.",
        "أعلن مدير المتحف الكبير في المدينة القديمة، الأربعاء 4 نيسان 2018، افتتاح قاعة جديدة لعرض الخزف والنسيج والخط.",
    ],
)
def test_a_lead_with_weekday_and_date_tells_the_day(text: str) -> None:
    anchor = anchor_of(text)
    assert (anchor.day, anchor.evidence) == (date(2018, 4, 4), "text")


def test_metadata_comes_before_the_dateline_and_that_before_the_url() -> None:
    text = "تهران - ۱۵ فروردین ۱۳۹۷\n" + LONG
    url = "https://example.org/2018/04/06/a"
    assert anchor_of(text, published="2018-04-05", url=url).evidence == "published"
    assert anchor_of(text, url=url).evidence == "dateline"


def test_weekdays_of_the_text_choose_between_candidates() -> None:
    text = "نشست امروز پنجشنبه برگزار شد و " + LONG
    anchor = anchor_of(text, published="2018-04-04", url="https://example.org/2018/04/05/a")
    assert (anchor.day, anchor.evidence) == (date(2018, 4, 5), "url")


def test_a_weekday_alone_does_not_unseat_the_only_candidate() -> None:
    text = "نشست امروز پنجشنبه برگزار شد و " + LONG
    assert anchor_of(text, published="2018-04-04").day == date(2018, 4, 4)


def test_nothing_is_published_after_it_was_captured() -> None:
    anchor = anchor_of(
        published="2020-01-01", url="https://example.org/2018/04/04/", captured="2018-05-01"
    )
    assert anchor == Anchor(date(2018, 4, 4), "url", latest=date(2018, 5, 1))


def test_a_capture_is_a_bound_and_no_anchor() -> None:
    assert anchor_of(captured="2018-05-01") == Anchor(None, "none", latest=date(2018, 5, 1))


def test_a_capture_gives_the_year_to_a_text_that_tells_its_day() -> None:
    text = "نشست امروز چهارشنبه ۱۵ فروردین برگزار شد و " + LONG
    assert anchor_of(text, captured="2018-05-01").day == date(2018, 4, 4)


@pytest.mark.parametrize(
    "text",
    [
        "موزه باز شد\n\nمدیر موزه روز چهارشنبه ۱۵ فروردین ۱۳۹۷ از گشایش تالار تازه خبر داد.",
        "افتتاح المعرض\n\nاستقبل المدير، يوم الأربعاء 4 نيسان/أبريل 2018 الموافق 18 رجب 1439هـ، وفداً من ساوران.",
    ],
)
def test_a_lead_tells_the_day_in_its_first_sentence_too(text: str) -> None:
    anchor = anchor_of(text)
    assert (anchor.day, anchor.evidence) == (date(2018, 4, 4), "text")


@pytest.mark.parametrize(
    "text",
    [
        "موزه باز می\u200cشود\n\nتالار تازه روز چهارشنبه ۱۵ فروردین ۱۳۹۷ گشوده خواهد شد.",
        "افتتاح المعرض\n\nسيفتتح المدير يوم الأربعاء 4 نيسان 2018 قاعة جديدة.",
        "موزه باز شد\n\nمدیر موزه روز پنجشنبه ۱۵ فروردین ۱۳۹۷ از گشایش تالار تازه خبر داد.",
    ],
)
def test_a_day_to_come_or_a_wrong_weekday_tells_none(text: str) -> None:
    assert anchor_of(text).day is None


@pytest.mark.parametrize(
    "signature",
    ["۱۵ فروردین ۱۳۹۷", "15 /فروردین/ 1397 مطابق با ۱۷ رجب ۱۴۳۹", "ساوران، ۱۵ فروردین ۱۳۹۷"],
)
def test_a_letter_signed_on_the_weekday_of_today_tells_the_day(signature: str) -> None:
    text = f"پیام به موزه\n\nآیین صبح امروز چهارشنبه برگزار شد. {LONG}\n\nنرگس بهاری\n\n{signature}\n\nپایان"
    anchor = anchor_of(text)
    assert (anchor.day, anchor.evidence) == (date(2018, 4, 4), "text")


@pytest.mark.parametrize("today", ["امروز", "امروز پنجشنبه"])
def test_a_letter_signed_on_another_or_no_weekday_tells_none(today: str) -> None:
    text = f"پیام به موزه\n\nآیین صبح {today} برگزار شد. {LONG}\n\nنرگس بهاری\n\n۱۵ فروردین ۱۳۹۷\n\nپایان"
    assert anchor_of(text).day is None


def test_the_hour_may_stand_before_the_day_of_the_lead() -> None:
    text = "إغلاق الجسر\n\nأُغلق الجسر عند الحادية عشرة من صباح يوم الأربعاء الرابع من نيسان/أبريل 2018 (18 رجب 1439هـ)."
    assert anchor_of(text).day == date(2018, 4, 4)


LONG_ARABIC = "كان الطقس باردا وبقي الناس في بيوتهم ولم يصعد أحد إلى الجبل وأغلقت الطرق وارتفع الثلج حتى سقوف البيوت القديمة"
HEADS = [
    "الأربعاء 04/أبريل/2018 - 01:26 م",
    "الأربعاء 4 أبريل 2018 12:36 ص",
    "٢٠١٨-٠٤-٠٤ ١٠:٢٠ ص",
    "2018.04.04 | 09:02 pm",
    "2018/04/04 10:20 AM",
    "أبريل 4, 2018",
    "الأربعاء, أبريل 04, 2018 10:20 م",
    "4 أبريل 2018 3 دقائق قراءة",
    "4 أبريل 2018 0 تعليق",
    "4 أبريل 2018 آخر تحديث",
    "بواسطة سالم الراعي أبريل 4, 2018",
    "بقلم سالم الراعي في 4 أبريل 2018",
    "أضيفت في 4 أبريل 2018",
    "Wednesday 4 April 2018",
    "Wed, 04 Apr 2018",
    "Apr 4, 2018",
    "April 4th, 2018",
    "4 April 2018 at 10:20",
    "• ۱۳۹۷-۰۱-۱۵ - ۲۱:۵۶",
    "🔸 ۱۵ فروردین ۱۳۹۷",
    "22:26 · 15 Farvardin 1397",
    "Wed 15 Farvardin 1397 10:20:11 درج شد",
    "فروردین ۱۵, ۱۳۹۷",
    "آوریل 4, 2018",
    "۱۵ فروردین ۱۳۹۷ ۴:۵۹ ب.ظ",
    "۱۵ فروردین ۱۳۹۷ (۱۶:۵۹ب.ظ)",
    "ارسال شده در ۱۵ فروردین، ۱۳۹۷",
    "به\u200cروز شده در ۱۵ فروردین ۱۳۹۷",
    "توسط سامان راد در ۱۵ فروردین ۱۳۹۷",
    "توسط سامان راد | فروردین ۱۵, ۱۳۹۷",
    "۱۵ فروردین ۱۳۹۷ - ۱۰:۲۰ کد خبر: ۱۲۹۷۷۵",
    "۱۵ فروردین ۱۳۹۷ ۱۲۰ بازدید",
    "۱۵ فروردین ۱۳۹۷ زمان مطالعه: ۳ دقیقه",
    "کد خبر: ۵۴۸۸۰۶\nتاریخ انتشار : ۱۵ فروردین ۱۳۹۷ - ۲۲:۳۰",
]


@pytest.mark.parametrize("above", ["", "سالم\n", "سالم\n\n"])
@pytest.mark.parametrize("head", HEADS)
def test_the_line_a_page_prints_above_its_text_tells_the_day(above: str, head: str) -> None:
    arabic = any(letter in head for letter in "ةأصم") and "۱" not in head
    body = LONG_ARABIC if arabic else LONG
    assert anchor_of(f"{above}{head}\n{body}").day == date(2018, 4, 4)


@pytest.mark.parametrize(
    "line",
    [
        "توسط سامان راد در ۱۵ فروردین ۱۳۵۷ پلی بر رود ساخته شد",
        "پل تازه ۱۵ فروردین ۱۳۵۷ نظر مردم را جلب کرد",
        "كتب القصبي في 5 مايو 1990 رسالة إلى أهله",
        "The bridge of May 5, 1990 stood for long",
    ],
)
def test_a_line_that_goes_on_with_words_of_its_own_is_no_dateline(line: str) -> None:
    assert anchor_of(f"{line}\n{LONG}").day is None


@pytest.mark.parametrize(
    "head",
    [
        "یکشنبه ۸ آذر ۱۴۰۵ - 2026 November 29\n۱۵ فروردین ۱۳۹۷ - ۱۰:۲۰",
        "۱۵ فروردین ۱۳۹۷\nیکشنبه ۸ آذر ۱۴۰۵",
        "امروز: یکشنبه ۸ آذر ۱۴۰۵\n۱۵ فروردین ۱۳۹۷",
        "به\u200cروز شده در ۸ آذر ۱۴۰۵\nتاریخ انتشار: ۱۵ فروردین ۱۳۹۷",
        "آخرین ویرایش: ۸ آذر ۱۴۰۵ | تاریخ انتشار: ۱۵ فروردین ۱۳۹۷",
        "Published On 2018-04-04 | Last updated: 2026-11-29",
        "date 2018-04-04",
    ],
)
def test_the_day_a_page_is_looked_at_or_updated_is_not_the_one_of_publication(head: str) -> None:
    assert anchor_of(f"{head}\n{LONG}").day == date(2018, 4, 4)


@pytest.mark.parametrize(
    "head",
    [
        "الأحد 29 نوفمبر 2026 01:22 مـ\nالأربعاء، 04 أبريل 2018 01:26 م",
        "آخر تحديث : الأحد 29 نوفمبر 2026 - 10:20 ص\nنشر في : 4 أبريل 2018",
        "الأحد 29 نوفمبر 2026\n04-04-2018 10:20",
        "الأربعاء 04/أبريل/2018 - 01:26 م 4/4/2018 1:26:51 PM",
    ],
)
def test_nor_in_arabic(head: str) -> None:
    assert anchor_of(f"{head}\n{LONG_ARABIC}").day == date(2018, 4, 4)


def test_a_day_written_twice_is_read_as_the_one_that_leaves_no_doubt() -> None:
    head = "الإثنين 04/نوفمبر/2024 - 01:26 م 11/4/2024 1:26:51 PM"
    assert anchor_of(f"{head}\n{LONG_ARABIC}").day == date(2024, 11, 4)


def test_a_label_in_a_comment_or_beside_another_report_is_not_the_documents() -> None:
    head, other = "۱۵ فروردین ۱۳۹۷", "تاریخ انتشار: ۸ آذر ۱۳۹۰"
    text = f"{head}\n{LONG}\n{other}"
    start = len(head) + 1
    parts = (
        Part(Span(0, len(head)), "dateline"),
        Part(Span(start, start + len(LONG)), "body"),
        Part(Span(len(text) - len(other), len(text)), "related"),
    )
    assert anchor_of(text, parts).day == date(2018, 4, 4)


def test_an_update_alone_tells_the_day() -> None:
    assert anchor_of(f"آخر تحديث : 4 أبريل 2018\n{LONG_ARABIC}").day == date(2018, 4, 4)
