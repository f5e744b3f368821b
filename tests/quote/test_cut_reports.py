"""A report may be cut off anywhere: what a grammar looks for after a word may not be there."""

import re

import msgspec
import pytest
from tests.quote.test_reports import CASES, ReportFile

from rawi.facts import Document
from rawi.pipeline import annotate

KEPT = 200  # characters before the cut
STEP = 7  # words from one cut to the next


@pytest.mark.parametrize("file", sorted(path.name for path in CASES.glob("reports_*.toml")))
def test_a_report_cut_off_anywhere_is_read(file: str) -> None:
    reports = msgspec.toml.decode((CASES / file).read_bytes(), type=ReportFile).reports
    for number, case in enumerate(reports):
        ends = [word.end() for word in re.finditer(r"\w+|[«»\":،]", case.text)]
        for end in ends[number % STEP :: STEP]:
            read = annotate(Document("cut", case.text[max(0, end - KEPT) : end]))
            length = len(read.text.repaired)
            places = [span for quotation in read.quotations for span in quotation.content]
            assert all(0 <= span.start < span.end <= length for span in places), case.id


def test_a_speech_cut_off_behind_one_word_is_read() -> None:
    text = "مینا فرهمند گفت: سهم صنعت از این بودجه ۴۰ درصد است. معاون"
    assert [q.speaker for q in annotate(Document("cut", text)).quotations] == ["مینا فرهمند"]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("پاسخ داد: هوا سرد است. هدیه کاشفی گفت: «باران می\u200cآید.»", 2),
        ("جواب داد: سرد. هدیه کاشفی گفت: «باران می\u200cآید.»", 1),
        ("هدیه کاشفی پرسید: «چرا؟» خواننده پاسخ داد: «نه، نیازی \nخلفنا.\n گلکار گفت.\n راد \n العقود».", 2),
    ],
    ids=("answer", "word", "torn"),
)  # fmt: skip
def test_a_copy_that_opens_with_an_answer_or_is_torn_is_read(text: str, contents: int) -> None:
    assert len(annotate(Document("torn", text)).quotations) >= contents


@pytest.mark.parametrize(
    "between",
    ["2024/11/05 – 3421", "Read the annual report of the lake.", "ـــ ـــ"],
    ids=("digits", "english", "tatweels"),
)
def test_a_letter_goes_on_after_a_line_in_no_language_read(between: str) -> None:
    text = (
        "متن نامهٔ مینا فرهمند به رئیس انجمن دریاچه به این شرح است:\n\n"
        "با سلام\n\nسطح آب دریاچه امسال دو متر پایین رفته است و قایق\u200cها در گل مانده\u200cاند.\n\n"
        f"{between}\n\nاز انجمن می\u200cخواهیم که راه آب را تا پایان سال باز کند.\n\nمینا فرهمند"
    )
    found = annotate(Document("letter", text)).quotations
    places = [(q.content[0].start, q.content[-1].end) for q in found]
    assert any(start <= text.index("راه آب") < end for start, end in places)


def test_a_dash_of_tatweels_breaks_no_date() -> None:
    assert annotate(Document("dash", "روز شنبه\nـــ\n۱۲ آبان نشست برگزار شد")).dates


@pytest.mark.parametrize(
    "text",
    [
        "قال سامي نجار إن الجسر آمن. و قالت هدى سالم إن الماء يكفي.",
        "سألت المذيعة سامي نجار عن الجسر، ف ضحك: «لا أنام».",
    ],
    ids=("and", "then"),
)
def test_a_conjunction_written_apart_breaks_no_report(text: str) -> None:
    assert annotate(Document("apart", text)).quotations
