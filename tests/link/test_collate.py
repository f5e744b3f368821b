"""Two copies side by side: damage is no variant, and what became of each quotation is told."""

import dataclasses
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.facts import AnnotatedDocument, Quotation
from rawi.link.collate import Collation, collate
from rawi.link.reports import Overlap
from rawi.link.transmission import Witness, find_transmissions
from rawi.text import Span

MakeDocument = Callable[..., AnnotatedDocument]
TEXT = "هما زرنگار گفت: «این کاسه در غار پیدا شد». بازدید رایگان است."


def quote(document: AnnotatedDocument, said: str, speaker: str | None) -> AnnotatedDocument:
    """Add a quotation to a document."""
    start = document.text.repaired.index(said)
    span = Span(start, start + len(said))
    found = Quotation("direct", (span,), None, None, speaker, "explicit", None, (), None, "test")
    return dataclasses.replace(document, quotations=(*document.quotations, found))


def changes(collation: Collation) -> list[str]:
    return [variant.change for variant in collation.quotations]


def test_damage_is_no_variant(make_document: MakeDocument) -> None:
    damaged = TEXT.replace("ی", "ي").replace("ک", "ك").replace("رایگان است", "رایگاناست")
    found = collate(make_document("a", TEXT), make_document("b", damaged))
    assert found.variants == ()


def test_a_changed_word_is_one_variant(make_document: MakeDocument) -> None:
    other = TEXT.replace("غار", "چاه")
    found = collate(make_document("a", TEXT), make_document("b", other))
    ((base, changed),) = [(v.base, v.other) for v in found.variants]
    assert (TEXT[slice(*base)], other[slice(*changed)]) == ("غار", "چاه")


def test_quotations_are_told_apart(make_document: MakeDocument) -> None:
    said = "این کاسه در غار پیدا شد"
    base = quote(make_document("a", TEXT), said, "هما زرنگار")
    assert changes(collate(base, quote(make_document("b", TEXT), said, "هما زرنگار"))) == ["same"]
    assert changes(collate(base, quote(make_document("b", TEXT), said, "یاشار تیموری"))) == [
        "attribution"
    ]
    assert changes(collate(base, make_document("b", TEXT))) == ["removed"]
    assert changes(collate(make_document("b", TEXT), base)) == ["added"]
    reworded = TEXT.replace("پیدا شد", "یافته شد")
    other = quote(make_document("b", reworded), "این کاسه در غار یافته شد", "هما زرنگار")
    assert changes(collate(base, other)) == ["reworded"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(alphabet="ابپ يی\u200cک.", max_size=60))
def test_a_text_is_the_same_as_itself(make_document: MakeDocument, text: str) -> None:
    found = collate(make_document("a", text), make_document("b", text))
    assert found.variants == ()
    assert list(found.alignment.old) == list(found.alignment.new)


# ------------------------------------------------------------------ transmission


def test_a_relay_phrase_names_the_giver() -> None:
    agency = Witness("d1", "خبرگزاری کرانه", "2024-05-06")
    paper = Witness("d2", "صحيفة البرج", None, ("خبرگزاری کرانه", "رادیو یلدا"))
    found = {(t.taker, t.giver) for t in find_transmissions([agency, paper], [])}
    assert found == {("d2", "d1"), ("d2", "رادیو یلدا")}


def test_an_outlet_does_not_take_from_itself() -> None:
    agency = Witness("d1", "خبرگزاری کرانه", "2024-05-06", ("کرانه",))
    assert find_transmissions([agency], []) == ()


def test_copies_of_one_day_have_no_direction() -> None:
    pair = [Witness("d1", "الف", "2024-05-06"), Witness("d2", "ب", "2024-05-06T10:00")]
    assert find_transmissions(pair, [Overlap("d1", "d2", 1.0, 1.0)]) == ()


def test_the_hour_gives_a_direction() -> None:
    pair = [Witness("d1", "الف", "2024-05-06T09:00"), Witness("d2", "ب", "2024-05-06T10:00")]
    (found,) = find_transmissions(pair, [Overlap("d1", "d2", 1.0, 1.0)])
    assert (found.taker, found.giver) == ("d2", "d1")
