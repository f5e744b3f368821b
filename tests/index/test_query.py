"""The query language: what is understood, what is refused, and that printing is the inverse of parsing."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import QueryError
from rawi.index.query import Query, parse_query, print_query
from rawi.index.words import cut_words, fold_word, query_words

ZWNJ = "\N{ZERO WIDTH NON-JOINER}"
values = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), min_size=1, max_size=12
).filter(lambda value: value.strip() == value)
typed_words = st.lists(st.text("ابپكکيیئ" + ZWNJ + 'ًaZ٣۳3 "«»“”:-\\', max_size=8), max_size=6).map(
    " ".join
)
days = st.none() | st.dates(min_value=date(1700, 1, 1)).map(str)


@st.composite
def queries(draw: st.DrawFn) -> Query:
    """Queries as parsing makes them: words cut, a first day not after the last, no field both named and unknown."""
    word = st.from_regex(r"[اآبپتکكیيهةm-z0-9٣]{1,5}(\u200c[ابپ\u064b]{1,3})?", fullmatch=True)
    first, last = draw(days), draw(days)
    if first and last and first > last:
        first, last = last, first
    name = st.none() | values
    unknown = draw(st.lists(st.sampled_from(["by", "to", "outlet", "day"]), unique=True))
    if "day" in unknown:
        first = last = None
    return Query(
        words=tuple(draw(st.lists(word, max_size=3))),
        phrases=tuple(
            tuple(words)
            for words in draw(st.lists(st.lists(word, min_size=2, max_size=3), max_size=2))
        ),
        exact=tuple(draw(st.lists(values, max_size=2))),
        excluded=tuple(draw(st.lists(word, max_size=2))),
        by=None if "by" in unknown else draw(name),
        to=None if "to" in unknown else draw(name),
        relay=draw(name),
        outlet=None if "outlet" in unknown else draw(name),
        language=draw(st.sampled_from([None, "fa", "ar", "ckb"])),
        kind=draw(st.sampled_from([None, "direct", "indirect", "mixed"])),
        how=draw(st.sampled_from([None, "explicit", "author"])),
        story=draw(name),
        report=draw(name),
        document=draw(name),
        day_from=first,
        day_to=last,
        unknown=tuple(unknown),
        order=draw(st.sampled_from(["newest", "oldest", "relevance"])),
        forms=draw(st.booleans()),
    )


@given(queries())
def test_what_is_printed_is_parsed_back(query: Query) -> None:
    assert parse_query(print_query(query)) == query


@given(typed_words)
def test_whatever_is_typed_is_understood_or_refused_with_its_place(typed: str) -> None:
    understood, refused = None, None
    try:
        understood = parse_query(typed)
    except QueryError as error:
        refused = error
    if understood is None:
        assert refused is not None
        assert 0 <= refused.position <= len(typed)
        assert refused.hint
    else:
        assert parse_query(print_query(understood)) == understood


@given(typed_words)
def test_words_stay_as_typed_and_fold_to_what_the_index_holds(typed: str) -> None:
    joined = "".join(map(fold_word, query_words(typed))).replace(ZWNJ, "")
    assert joined == "".join(cut_words(typed))


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Query()),
        ("  آب   برق ", Query(words=("آب", "برق"))),
        (f"مي{ZWNJ}رود", Query(words=(f"مي{ZWNJ}رود",))),
        ("گوینده:فرضی", Query(by="فرضی")),
        ("قائل:«رضا فرضی»", Query(by="رضا فرضی")),
        ("إلى:الوزير", Query(to="الوزير")),
        ("BY:x", Query(by="x")),
        ("زبان:عربی نوع:غیرمستقیم", Query(language="ar", kind="indirect")),
        ("نوع:«غير مباشر»", Query(kind="indirect")),
        ('exact:" آب "', Query(exact=(" آب ",))),
        ("“تنها راه” „یک دو“", Query(phrases=(("تنها", "راه"), ("یک", "دو")))),
        ('"یک"', Query(words=("یک",))),
        ("-آب -«برق»", Query(excluded=("آب", "برق"))),
        ("۱۰:۴۲", Query(words=("۱۰", "۴۲"))),
        ("http://x.example", Query(words=("http", "x", "example"))),
        ("سال:نو", Query(words=("سال", "نو"))),
        ("day:2018-04-04..2018-04", Query(day_from="2018-04-04", day_to="2018-04-30")),
        ("day:..2018", Query(day_to="2018-12-31")),
        ("order:oldest forms:خاموش", Query(order="oldest", forms=False)),
        ("👍", Query()),
        ("day:unknown by:unknown", Query(unknown=("day", "by"))),
        ("روز:نامعلوم رسانه:نامعلوم", Query(unknown=("day", "outlet"))),
        ("يوم:مجهول إلى:مجهول", Query(unknown=("day", "to"))),
        ('by:"unknown"', Query(by="unknown")),
    ],
)
def test_what_is_understood(typed: str, expected: Query) -> None:
    assert parse_query(typed) == expected


@pytest.mark.parametrize(
    ("typed", "position", "says"),
    [
        ("آب «برق", 3, "not closed"),
        ("آب by:", 3, "has no value"),
        ("who:x", 0, "no field who"),
        ("kind:loud", 0, "direct or indirect or mixed"),
        ("-by:x", 0, "cannot be excluded"),
        ('-"یک دو"', 0, "phrase cannot be excluded"),
        ("by:a by:b", 5, "given twice"),
        ("by:a by:unknown", 5, "given twice"),
        ("day:2018-13", 0, "day"),
        ("day:2018-02-30", 0, "day"),
        ("day:..", 0, "neither"),
        ("day:2018-05..2018-04", 0, "after"),
        ("day:آب", 0, "day"),
    ],
)
def test_what_is_refused(typed: str, position: int, says: str) -> None:
    with pytest.raises(QueryError, match=says) as caught:
        parse_query(typed)
    assert caught.value.position == position
    assert f"at character {position + 1}" in str(caught.value)
