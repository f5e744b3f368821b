"""Character sets and mojibake: the text is exact, or a warning says what was done."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.cases import read_cases

from rawi.read.decode import decode, decode_page, find_codec

TEXT = "به گزارش خبرگزاري، موزه آب شهر روز دوشنبه با حضور شهردار گشايش يافت"


@pytest.mark.parametrize("case", read_cases(__file__, "charsets.tsv"), ids=lambda case: case["id"])
def test_text_of_unknown_charset_is_exact(case: dict[str, str]) -> None:
    assert decode(case["text"].encode(case["charset"])).text == case["text"]


@pytest.mark.parametrize("case", read_cases(__file__, "mojibake.tsv"), ids=lambda case: case["id"])
def test_mojibake_is_undone_and_told(case: dict[str, str]) -> None:
    damaged = "".join(
        # What windows-1252 leaves undefined, software reads as the control of the same number.
        bytes([byte]).decode(case["read_as"], "ignore") or chr(byte)
        for byte in case["text"].encode(case["written_in"])
    )
    decoded = decode(damaged.encode())
    assert decoded.text == case["text"]
    assert [warning.code for warning in decoded.warnings] == ["mojibake_fixed"]


def test_mojibake_written_twice_over_is_undone() -> None:
    twice = TEXT.encode().decode("latin-1").encode().decode("latin-1")
    assert decode(twice.encode()).text == TEXT


def test_one_damaged_line_leaves_its_neighbours_as_they_are() -> None:
    damaged = TEXT.encode().decode("cp1256")
    assert decode(f"{TEXT}\n{damaged}\nfin\n".encode()).text == f"{TEXT}\n{TEXT}\nfin\n"


def test_a_wrong_declaration_is_not_believed_and_told() -> None:
    decoded = decode(TEXT.encode("cp1256"), "utf-8")
    assert (decoded.text, decoded.charset) == (TEXT, "cp1256")
    assert [warning.code for warning in decoded.warnings] == ["charset_guessed"]


def test_valid_utf8_goes_before_a_declared_code_page() -> None:
    page = b'<meta charset="windows-1256">' + TEXT.encode()
    assert decode_page(page).charset == "utf-8"


def test_a_page_may_declare_its_charset() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=windows-1256">' + TEXT
    decoded = decode_page(page.encode("cp1256"))
    assert (decoded.how, decoded.charset) == ("declared", "cp1256")
    assert decoded.warnings == ()


def test_utf8_with_a_few_bad_bytes_stays_utf8() -> None:
    decoded = decode(TEXT.encode() + b"\xff" + TEXT.encode())
    assert decoded.text == TEXT + "\N{REPLACEMENT CHARACTER}" + TEXT
    assert [warning.code for warning in decoded.warnings] == ["bad_bytes"]


def test_utf8_cut_inside_a_character_stays_utf8() -> None:
    assert decode("سلام".encode()[:-1]).text == "سلا\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize("name", ["zlib", "hex", "klingon", "", "utf-8\0"])
def test_a_codec_that_is_no_charset_is_not_used(name: str) -> None:
    assert find_codec(name) is None


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\ufeff")))
def test_a_byte_order_mark_settles_the_charset(text: str) -> None:
    assert decode(codecs.BOM_UTF16_LE + text.encode("utf-16-le")).charset in (
        "utf-16-le",
        "utf-32-le",
    )


@given(st.binary(max_size=300), st.sampled_from([None, "utf-8", "cp1256", "utf-16", "nonsense"]))
def test_any_bytes_give_some_text(data: bytes, declared: str | None) -> None:
    assert isinstance(decode(data, declared).text, str)


@given(
    st.lists(
        st.sampled_from(["موزه", "الجامعة", "می\u200cشود", "2018", "،", "اول.", "📚"]), min_size=8
    )
)
def test_clean_text_is_left_as_it_is(words: list[str]) -> None:
    text = " ".join(words)
    assert decode(text.encode()).text == text
