"""Searching: spellings, fields, facets, order."""

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.cases import read_cases

from rawi.facts import AnnotatedDocument, Document
from rawi.index.query import parse_query
from rawi.index.sqlite import SqliteStore, search
from rawi.index.sqlite.conditions import compile_quotations
from rawi.index.sqlite.facets import count_quotations
from rawi.index.store import MONTH_FACETS
from rawi.pipeline import annotate
from rawi.text import Edit, Extent, Text

CASES = read_cases(__file__, "spellings.tsv")
Build = Callable[..., AnnotatedDocument]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_spellings_of_documents(store: SqliteStore, build: Build, case: dict[str, str]) -> None:
    store.put(build("d1", case["text"], language=case["language"]))
    store.put(build("d2", "چیز دیگر", language="fa"))
    answer = store.documents(parse_query(case["query"]))
    assert [row.id for row in answer.rows] == (["d1"] if case["found"] == "1" else [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_spellings_of_quotations(store: SqliteStore, build: Build, case: dict[str, str]) -> None:
    text = case["text"]
    store.put(build("d1", text, language=case["language"], quotes=({"text": text},)))
    answer = store.quotations(parse_query(case["query"]))
    assert answer.total == int(case["found"])


@pytest.fixture
def filled(store: SqliteStore, build: Build) -> SqliteStore:
    store.put(
        build(
            "d1",
            "سارا فرضی به وزیر گفت: آب کم است. او افزود برق هست.",
            quotes=(
                {"text": "آب کم است", "speaker": "سارا فرضی", "to": "وزیر نیرو"},
                {"text": "برق هست", "speaker": "سارا فرضی", "kind": "indirect",
                 "day": ("2018-04-01", "2018-04-02")},
            ),
            day="2018-04-04",
        )
    )  # fmt: skip
    store.put(
        build(
            "d2",
            "قالت سارة فرضي إن الماء قليل",
            language="ar",
            outlet="مرآة الأنباء",
            quotes=({"text": "الماء قليل", "speaker": "سارة فرضي", "kind": "indirect",
                     "relay": ("وكالة الضوء",)},),
            day="2018-05-01",
        )
    )  # fmt: skip
    store.put(build("d3", "بدون روز و بدون گفتاورد", day=None, outlet=None))
    return store


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["الماء قليل", "آب کم است", "برق هست"]),
        ("order:oldest", ["برق هست", "آب کم است", "الماء قليل"]),
        ("by:فرضي", ["الماء قليل", "آب کم است", "برق هست"]),
        ('by:"سارا فرضی"', ["آب کم است", "برق هست"]),
        ("گوینده:سارا", ["آب کم است", "برق هست"]),
        ("القائل:سارة", ["الماء قليل"]),
        ("to:وزیر", ["آب کم است"]),
        ("relay:الضوء", ["الماء قليل"]),
        ("outlet:مرآة", ["الماء قليل"]),
        ('outlet:"پیک دانش" kind:indirect', ["برق هست"]),
        ("kind:مستقیم", ["آب کم است"]),
        ("lang:العربية", ["الماء قليل"]),
        ("day:2018-04", ["آب کم است", "برق هست"]),
        ("day:2018-04-02..2018-04-03", ["برق هست"]),
        ("day:..2018-04-30", ["آب کم است", "برق هست"]),
        ("day:2018-04-05..", ["الماء قليل"]),
        ("document:d2", ["الماء قليل"]),
        ("document:given-d2", ["الماء قليل"]),
        ("فرضی آب", ["آب کم است"]),
        ("how:pronoun", []),
        ("story:none", []),
        ("outlet:نیست", []),
        ("-آب", ["الماء قليل", "برق هست"]),
    ],
)  # fmt: skip
def test_fields_of_quotations(filled: SqliteStore, query: str, found: list[str]) -> None:
    answer = filled.quotations(parse_query(query))
    assert [row.content_text[0] for row in answer.rows] == found
    assert answer.total == len(found)
    assert [r.id for r in filled.each_quotation(parse_query(query))] == [r.id for r in answer.rows]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["d2", "d1", "d3"]),
        ("order:oldest", ["d1", "d2", "d3"]),
        ("by:فرضی", ["d2", "d1"]),
        ("by:فرضی kind:direct", ["d1"]),
        ("lang:fa", ["d1", "d3"]),
        ("day:2018-04..2018-04", ["d1"]),
        ("گفتاورد", ["d3"]),
        ('exact:"إن الماء"', ["d2"]),
    ],
)
def test_fields_of_documents(filled: SqliteStore, query: str, found: list[str]) -> None:
    answer = filled.documents(parse_query(query))
    assert [row.id for row in answer.rows] == found
    assert [row.id for row in filled.each_document(parse_query(query))] == found


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("to:الوفد", ["أ", "ب"]),
        ("to:الوفود", []),
        ("to:وفد", ["أ", "ب"]),
        ("by:مديرة", ["ب"]),
        ("by:المديرة", ["ب"]),
        ("by:الماسه", []),  # a Persian name takes no article
        ("by:ماسه", ["پ"]),
        ("by:الفلاحي", ["أ"]),
        ("by:فلاحي", ["أ"]),
    ],
)
def test_the_article_parts_no_arabic_names(
    store: SqliteStore, build: Build, query: str, found: list[str]
) -> None:
    quotes = (
        {"text": "أ", "speaker": "نادر الفلاحي", "to": "وفد من جمعية الربابنة"},
        {"text": "ب", "speaker": "مديرة المكتبة", "to": "وفد المعلمات"},
    )
    store.put(build("d1", "أ ب", language="ar", quotes=quotes[:1]))
    store.put(build("d2", "أ ب", language="ar", quotes=quotes[1:]))
    store.put(build("d3", "پ", language="fa", quotes=({"text": "پ", "speaker": "ماسه راهی"},)))
    rows = store.quotations(parse_query(f"{query} order:oldest")).rows
    assert sorted(row.content_text[0] for row in rows) == found


def test_facets_count_the_current_result(filled: SqliteStore) -> None:
    answer = filled.quotations(parse_query("kind:indirect"))
    assert answer.documents == 2
    assert answer.facets["kind"] == (("indirect", 2),)
    assert dict(answer.facets["language"]) == {"fa": 1, "ar": 1}
    assert answer.facets["month"] == (("2018-04", 1), ("2018-05", 1))
    assert answer.facets["month_jalali"] == (("1397-01", 1), ("1397-02", 1))
    assert answer.facets["month_hijri"] == (("hijri:1439-07", 1), ("hijri:1439-08", 1))
    assert answer.facets["outlet"] == (("مرآة الأنباء", 1), ("پیک دانش", 1))
    assert dict(answer.facets["speaker"]) == {"سارا فرضی": 1, "سارة فرضي": 1}


def test_spellings_of_one_speaker_are_counted_together(filled: SqliteStore) -> None:
    with filled.transaction() as connection:
        connection.execute("UPDATE quotations SET speaker_entity = 'p1' WHERE speaker LIKE '%فرضي'")
        connection.execute("UPDATE quotations SET speaker_entity = 'p1' WHERE speaker LIKE '%فرضی'")
    for query in ("", "day:2000..2030"):  # counted in one index, and in another
        answer = filled.quotations(parse_query(query))
        assert answer.facets["speaker"] == (("p1", 3),)
        assert answer.names == {"p1": "سارا فرضی"}
        assert filled.quotations(parse_query(f"by:p1 {query}")).total == 3
        compiled = compile_quotations(filled.connection, parse_query(query))
        by_row = count_quotations(filled.connection, compiled._replace(is_broad=False))
        assert by_row == count_quotations(filled.connection, compiled)


@pytest.mark.parametrize(
    ("query", "facet", "quotations", "documents"),
    [
        ("day:unknown", "day", ["ب"], ["d3", "d4"]),
        ("by:unknown", "speaker", ["آ", "ب"], ["d4"]),
        ("outlet:unknown", "outlet", ["آ", "ب"], ["d3", "d4"]),
        ("to:unknown by:unknown kind:direct", None, ["آ", "ب"], ["d4"]),
        ("day:unknown by:فرضی", None, [], []),
    ],
)
def test_what_is_unknown_can_be_asked_for_and_is_counted(
    filled: SqliteStore,
    build: Build,
    query: str,
    facet: str | None,
    quotations: list[str],
    documents: list[str],
) -> None:
    unsaid = ({"text": "آ", "day": ("2018-06-01", "2018-06-01")}, {"text": "ب"})
    filled.put(build("d4", "آ ب", outlet=None, quotes=unsaid, day=None))
    answer = filled.quotations(parse_query(query))
    assert [row.content_text[0] for row in answer.rows] == quotations
    assert [row.id for row in filled.documents(parse_query(query)).rows] == documents
    if facet:
        assert filled.quotations(parse_query("")).unknown[facet] == answer.total


@pytest.mark.parametrize("facet", MONTH_FACETS.values())
def test_a_month_of_any_calendar_keeps_as_many_as_it_counts(
    filled: SqliteStore, facet: str
) -> None:
    months = filled.quotations(parse_query("")).facets[facet]
    assert len(months) == 2
    for month, hits in months:
        assert filled.quotations(parse_query(f'day:"{month}"')).total == hits


def test_a_person_is_found_under_the_names_of_the_other_language(filled: SqliteStore) -> None:
    with filled.transaction() as connection:
        connection.execute("UPDATE quotations SET speaker_entity = 'p1'")
        connection.execute(
            "INSERT INTO entities (id, type, names, roles) VALUES ('p1', 'PER', '[]', '[]')"
        )
    answer = filled.quotations(parse_query("by:سارة"))
    assert answer.total == 3
    assert answer.understood == ("by = سارة | سارا فرضی",)
    assert filled.quotations(parse_query("by:p1")).total == 3


def test_every_form_that_was_looked_for_is_shown(store: SqliteStore, build: Build) -> None:
    store.put(build("d1", "کتاب و کتاب\u200cهای", quotes=({"text": "کتاب و کتاب\u200cهای"},)))
    answer = store.quotations(parse_query("کتاب"))
    assert answer.understood == ("کتاب = کتاب | کتابهای",)
    assert store.quotations(parse_query("کتاب forms:off")).understood == ()


def test_hits_are_places_of_the_original(store: SqliteStore, build: Build) -> None:
    original = "او ميكند كار"
    text = Text.untouched(original).repair(
        lambda t: [Edit(3, 8, "می\N{ZERO WIDTH NON-JOINER}کند", "fa.joint-lost")]
    )
    store.put(build("d1", original, text=text, quotes=({"text": text.repaired},)))
    [row] = store.quotations(parse_query("می\u200cکند")).rows
    assert row.content_text == (original,)
    assert row.hits == (Extent(3, 8),)
    [row] = store.quotations(parse_query("کار")).rows
    assert row.hits == (Extent(9, 12),)


def test_relevance_puts_the_fuller_text_first(store: SqliteStore, build: Build) -> None:
    store.put(build("d1", "آب " + "چیز " * 50, day="2018-04-05"))
    store.put(build("d2", "آب آب آب", day="2018-04-04"))
    store.put(build("d3", "باد", day="2018-04-04"))
    found = store.documents(parse_query("آب order:relevance")).rows
    assert [row.id for row in found] == ["d2", "d1"]
    assert [row.id for row in store.documents(parse_query("آب")).rows] == ["d1", "d2"]


def test_pages_do_not_overlap(filled: SqliteStore) -> None:
    query = parse_query("")
    pages = [filled.quotations(query, limit=2, offset=offset).rows for offset in (0, 2, 4)]
    assert [len(page) for page in pages] == [2, 1, 0]
    assert len({row.id for page in pages for row in page}) == 3


def test_same_day_quotations_stand_in_a_stable_order(store: SqliteStore, build: Build) -> None:
    words = ("الف", "ب", "پ", "ت")
    store.put(build("d1", " ".join(words), quotes=tuple({"text": word} for word in words)))
    found = [row.content_text[0] for row in store.quotations(parse_query("")).rows]
    assert found == list(words)


def test_counts_follow_what_is_written(filled: SqliteStore, build: Build, tmp_path: Path) -> None:
    query = parse_query("")
    assert filled.quotations(query).total == 3
    assert filled.quotations(query, limit=1, offset=1).total == 3
    filled.put(build("d4", "آب", quotes=({"text": "آب"},)))
    assert filled.quotations(query).total == 4
    with SqliteStore(tmp_path / "archive.sqlite") as other:
        other.put(build("d5", "باد", quotes=({"text": "باد"},)))
    answer = filled.quotations(query)
    assert (answer.total, answer.documents) == (5, 4)


def test_all_quotations_are_counted_as_a_filter_counts_them(filled: SqliteStore) -> None:
    everything = filled.quotations(parse_query(""))
    filtered = filled.quotations(parse_query("day:2000..2030"))
    assert everything.facets == filtered.facets
    assert (everything.total, everything.documents) == (filtered.total, filtered.documents)


BROAD = (
    "",
    "lang:fa",
    "kind:direct",
    "outlet:مرآة",
    "day:2018-04..2018-05",
    "-آب",
    "lang:ar kind:indirect",
)


@pytest.mark.parametrize("typed", BROAD)
def test_counting_in_the_index_agrees_with_counting_the_rows(
    filled: SqliteStore, typed: str
) -> None:
    compiled = compile_quotations(filled.connection, parse_query(typed))
    assert compiled.is_broad
    in_rows = count_quotations(filled.connection, compiled._replace(is_broad=False))
    assert count_quotations(filled.connection, compiled) == in_rows


@pytest.mark.parametrize("typed", BROAD)
def test_going_through_the_days_finds_the_page_that_sorting_finds(
    filled: SqliteStore, typed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    sorted_rows = filled.quotations(parse_query(typed)).rows
    monkeypatch.setattr(search, "MANY", 0)
    assert filled.quotations(parse_query(typed)).rows == sorted_rows


def test_a_snippet_begins_with_the_report_and_not_with_its_day(tmp_path: Path) -> None:
    texts = {
        "روزنامهٔ برگ، ۷ آبان ۱۴۰۴\nپل باز شد. باران آمد.": "پل باز شد.",
        "پل باز شد\n\nدلتا، ۷ آبان ۱۴۰۴ — پل تازهٔ شهر دلتا پس از دو سال کار بامداد امروز به روی مردم باز شد.": "دلتا، ۷ آبان",
    }
    with SqliteStore(tmp_path / "a.sqlite", create=True) as store:
        for number, (text, snippet) in enumerate(texts.items()):
            store.put(annotate(Document(str(number), text)))
            assert store.row(str(number)).snippet.startswith(snippet)
