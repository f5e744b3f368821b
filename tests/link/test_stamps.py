"""What the lines of a chat begin with tells nothing of the event they speak of."""

from rawi.facts import Document
from rawi.link.keys import take_keys
from rawi.pipeline import annotate

CHAT = """04/11/2024, 10:01 - سامان: تالار تازه باز شد.
04/11/2024, 10:02 - نرگس: سی و دو نفر آمدند و ۳۲ بلیت فروخته شد."""


def test_numbers_of_stamps_are_no_keys_and_their_day_is_one() -> None:
    keys = take_keys(annotate(Document("a", CHAT))).counts
    assert {key for key in keys if key[0] in "#d"} == {"#32", "d2024-11-04"}


def test_a_day_in_digits_in_a_sentence_stays_a_key() -> None:
    keys = take_keys(annotate(Document("a", "نشست ۱۴۰۳/۰۸/۱۴ برگزار شد."))).counts
    assert "#1403/08/14" in keys
