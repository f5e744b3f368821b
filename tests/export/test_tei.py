"""TEI: the text stays as it was, whatever marks cross in it."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from rawi.export.exporter import find_exporter
from rawi.export.tei import FORBIDDEN, NAMESPACE, Mark, mark_text, nest
from rawi.index.query import Query
from rawi.index.sqlite import SqliteStore
from rawi.text import Extent

TEI = {"t": NAMESPACE}
ID = "{http://www.w3.org/XML/1998/namespace}id"
texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(texts)
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    chosen = [place for place in draw(st.lists(places, max_size=6)) if place[0] < place[1]]
    return text, [
        Mark(Extent(*place), "said", (("who", "#a&b"),), f"q{i // 2}")
        for i, place in enumerate(chosen)
    ]


@given(marked_texts())
def test_the_text_is_unchanged_and_every_mark_covers_its_words(
    marked: tuple[str, list[Mark]],
) -> None:
    text, marks = marked
    root = etree.fromstring(f"<ab>{mark_text(text, marks)}</ab>")
    assert "".join(map(str, root.itertext())) == FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
    covered: dict[str, int] = {}
    for element in root.iter("said"):
        key = str(element.get(ID)).split(".")[0]
        covered[key] = covered.get(key, 0) + len("".join(map(str, element.itertext())))
    wanted: dict[str, int] = {}
    for mark in marks:
        wanted[mark.key] = wanted.get(mark.key, 0) + mark.extent.end - mark.extent.start
    assert covered == wanted


@given(marked_texts())
def test_cut_marks_never_cross(marked: tuple[str, list[Mark]]) -> None:
    pieces = [piece.extent for piece in nest(marked[1])]
    for a in pieces:
        for b in pieces:
            assert not a.start < b.start < a.end < b.end


@given(marked_texts())
def test_ids_are_unique_and_ties_lead_somewhere(marked: tuple[str, list[Mark]]) -> None:
    root = etree.fromstring(f"<ab>{mark_text(*marked)}</ab>")
    ids = [str(element.get(ID)) for element in root.iter("said")]
    assert len(ids) == len(set(ids))
    for element in root.iter("said"):
        for tie in ("next", "prev"):
            assert element.get(tie, f"#{ids[0]}").removeprefix("#") in ids


def test_a_corpus_says_who_said_what_to_whom(store: SqliteStore, tmp_path: Path) -> None:
    [path] = find_exporter("tei")(store, tmp_path, Query())
    root = etree.parse(path).getroot()
    first, second = root.findall("t:TEI", TEI)
    said = first.find(".//t:said", TEI)
    assert said is not None
    assert said.text == "آب <کم> است"
    people = {
        f"#{person.get(ID)}": person.findtext("t:persName", namespaces=TEI)
        for person in first.iterfind(".//t:person", TEI)
    }
    assert people[str(said.get("who"))] == "سارا فرضی"
    assert people[str(said.get("toWhom"))] == "=وزیر"
    assert said.get("direct") == "true"
    date = first.find(".//t:date", TEI)
    assert date is not None
    assert date.get("when-iso") == "2018-04-04"
    other = second.find(".//t:said", TEI)
    assert other is not None
    assert (other.get("direct"), other.get("who")) == ("false", None)
    body = first.find(".//t:ab", TEI)
    assert body is not None
    assert "".join(map(str, body.itertext())) == store.get("d1").text.original
