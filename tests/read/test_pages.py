"""Whole pages, one a make: each block with its role, and the metadata. `pages/*.tsv` says what is right."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cases import read_cases

from rawi.errors import ReadError
from rawi.read.html.labels import find_label, is_dateline
from rawi.read.html.page import read_page
from rawi.read.html.published import read_time
from rawi.read.html.scan import MAX_ATTRIBUTES, MAX_DEPTH, refuse_hostile
from rawi.read.reader import RawDocument

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
ZWNJ = "\u200c"
LONG = (
    "شهردار گفت که موزهٔ آب امروز باز می\u200cشود و بازدید از آن تا پایان ماه برای همه رایگان است."
)
SHORT = "زلزله\u200cای آرام شهر را لرزاند."


def read_case(path: Path) -> RawDocument:
    """Read a page in the character set it declares."""
    text = path.read_text("utf-8")
    return read_page(text.encode("cp1256" if "windows-1256" in text else "utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_with_the_role_of_each_block(path: Path) -> None:
    document = read_case(path)
    rows = path.with_suffix(".tsv").read_text("utf-8").splitlines()[1:]
    fields = ("title", "outlet", "url", "published")
    assert [f"{name}\t{getattr(document, name) or ''}" for name in fields] == rows[:4]
    found = [
        f"{block.kind}\t" + document.text[slice(*block.extent)].replace("\n", " / ")
        for block in document.blocks
    ]
    assert found == rows[4:]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_joiner_of_a_page_is_kept(path: Path) -> None:
    body = path.read_text("utf-8").partition("<body")[2]
    assert read_case(path).text.count(ZWNJ) == body.count(ZWNJ)


def test_hidden_text_is_kept_and_flagged() -> None:
    document = read_case(Path(__file__).parent / "pages" / "hidden_and_comments.html")
    hidden = [w.extent for w in document.warnings if w.code == "hidden_text"]
    assert len(hidden) == 1
    assert hidden[0] is not None
    assert document.text[slice(*hidden[0])].startswith("واژه")


@pytest.mark.parametrize("case", read_cases(__file__, "published.tsv"), ids=lambda case: case["id"])
def test_only_typed_times_count(case: dict[str, str]) -> None:
    assert (read_time(case["value"]) or "") == case["expected"]


@pytest.mark.parametrize("case", read_cases(__file__, "labels.tsv"), ids=lambda case: case["id"])
def test_labels_tell_their_role_and_sentences_do_not(case: dict[str, str]) -> None:
    label = find_label(case["text"])
    assert (label.kind if label else "") == case["kind"]


@pytest.mark.parametrize("case", read_cases(__file__, "datelines.tsv"), ids=lambda case: case["id"])
def test_written_dates_are_told_from_other_lines(case: dict[str, str]) -> None:
    assert is_dateline(case["text"]) == (case["is_dateline"] == "yes")


@pytest.mark.parametrize(
    "field",
    [
        '<time datetime="2018-04-04">15 فروردین</time><time datetime="2018-05-05">x</time>',
        '<div class="related"><time datetime="2018-04-04">15 فروردین</time></div>',
        '<div class="comment" itemprop="datePublished" content="2018-04-04">x</div>',
        '<span class="date">2018-04-04</span>',
        f'<p>{LONG} {LONG} <time datetime="2018-04-04">چهارشنبه</time></p>',
        '<script type="application/ld+json">[{"@type":"Article","headline":"یکی","datePublished":"2018-04-04"},'
        '{"@type":"Article","headline":"دیگری","datePublished":"2018-05-05"}]</script>',
        '<meta name="date" content="25 نيسان 2018">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"1970-01-01"}</script>',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":</script>',
    ],
)
def test_no_publication_time_is_invented(field: str) -> None:
    assert (
        read_page(f"<html><body><h1>عنوان</h1>{field}<p>متن</p></body></html>".encode()).published
        is None
    )


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (b"<body " + b"a=1 " * (MAX_ATTRIBUTES + 1) + b">x", "too_many_attributes"),
        (b"<body " + b"a " * (MAX_ATTRIBUTES + 1) + b">x", "too_many_attributes"),
        (b"<body " + b"a=1 " * (MAX_ATTRIBUTES + 1), "too_many_attributes"),
        (b"<body x='>'" + b" a=1" * (MAX_ATTRIBUTES + 1) + b">x", "too_many_attributes"),
        (b"<div>" * (MAX_DEPTH + 1), "too_deep"),
        (b"<x-y>" * (MAX_DEPTH + 1), "too_deep"),
        (b"<font>" * (MAX_DEPTH + 1), "too_deep"),
        (b"<p>x" * 300_001, "too_many_tags"),
    ],
)
def test_hostile_pages_are_refused_before_they_are_parsed(page: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        refuse_hostile(page)
    assert caught.value.reason == reason


def test_pictures_inside_a_page_do_not_make_it_too_large() -> None:
    picture = b'<img src="data:image/png;base64,' + b"A" * (21 << 20) + b'">'
    document = read_page(
        b"<html><body><p>" + "متن خبر".encode() + b"</p>" + picture + b"</body></html>"
    )
    assert document.text == "متن خبر"


MARKUP = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div class='comment'>", "</div>", "<br>", "<a href=x>", "</a>", "<h1>", "</h1>",
         "<td>", "<table>", "متن خبر ", "<!-- ", "-->", "<b", ">", "&zwnj;", "\u200c", "<script>", "\0", "<pre> \n"]
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_any_markup_is_read_or_refused_and_blocks_stand_in_order(pieces: list[str]) -> None:
    try:
        document = read_page("".join(pieces).encode())
    except ReadError:
        return
    place = 0
    for block in document.blocks:
        start, end = block.extent
        assert place <= start < end <= len(document.text)
        assert document.text[place:start].strip() == ""
        place = end
    assert document.text[place:].strip() == ""


def body_of(page: str) -> list[str]:
    """The blocks of kind lead and body of a page."""
    document = read_page(page.encode())
    kinds = ("lead", "body")
    return [document.text[slice(*b.extent)] for b in document.blocks if b.kind in kinds]


def test_a_report_of_one_short_sentence_has_a_body() -> None:
    menu = "<ul><li><a href=1>خانه</a><li><a href=2>شهر</a></ul>"
    assert body_of(
        f"{menu}<h1>زلزله در شهر ساحلی</h1><p>{SHORT}</p><ul><li><a href=3>دیگر</a></ul>"
    ) == [SHORT]


def test_a_short_marked_body_goes_before_long_text_elsewhere() -> None:
    marked = f"<div itemprop=articleBody><p>{SHORT}</p></div>"
    assert body_of(f"<h1>زلزله در شهر ساحلی</h1>{marked}<div><p>{LONG}</p><p>{LONG}</p></div>") == [
        SHORT
    ]


def test_a_page_that_hides_itself_until_its_script_runs_is_read() -> None:
    assert body_of(f"<body style='visibility:hidden'><h1>گشایش موزهٔ آب</h1><p>{LONG}</p>") == [LONG]


def test_links_side_by_side_are_words_of_their_own() -> None:
    page = read_page("<p><a href=1>خانه</a><a href=2>شهر</a></p>".encode())
    assert page.text == "خانه شهر"


@pytest.mark.parametrize(
    ("spans", "shown"),
    [
        (("سامان راد", "۱۴ آبان ۱۴۰۳", "۱۲۰ بازدید"), "سامان راد ۱۴ آبان ۱۴۰۳ ۱۲۰ بازدید"),
        (("۱", "۴۰", "۳"), "۱۴۰۳"),
        (("م", "وزه"), "موزه"),
        (("۱۲", "، باغ"), "۱۲، باغ"),
    ],
)
def test_numbers_in_spans_side_by_side_are_words_of_their_own(
    spans: tuple[str, ...], shown: str
) -> None:
    inner = "".join(f"<span>{words}</span>" for words in spans)
    page = read_page(f"<html><body><div>{inner}</div><p>باغ باز شد.</p></body></html>".encode())
    assert page.text.split("\n")[0] == shown


def test_a_link_inside_a_word_does_not_cut_it() -> None:
    page = read_page(f"<p><a href=1>کتاب</a>ها و {LONG}</p>".encode())
    assert page.text.startswith("کتابها و")


def test_of_several_articles_in_the_metadata_the_one_of_the_page_counts() -> None:
    data = (
        '[{"@type":"NewsArticle","headline":"دیگری","datePublished":"2018-05-05"},'
        '{"@type":"NewsArticle","headline":"گشایش موزهٔ آب","datePublished":"2018-04-04"}]'
    )
    script = f'<script type="application/ld+json">{data}</script>'
    page = f"<html><head><title>گشایش موزهٔ آب - خبر</title>{script}</head><body><p>{LONG}</p>"
    document = read_page(page.encode())
    assert (document.title, document.published) == ("گشایش موزهٔ آب", "2018-04-04")
