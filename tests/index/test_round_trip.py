"""What is put on the shelf comes back as it was, whatever the text is."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rawi.facts import (
    Anchor,
    AnnotatedDocument,
    Block,
    Document,
    LanguageRun,
    Mention,
    Origin,
    Part,
    Quotation,
    ReadWarning,
    Sentence,
    Timex,
)
from rawi.index.sqlite import SqliteStore
from rawi.index.sqlite.verify import verify_store
from rawi.text import Alignment, Edit, Extent, Span, Text

# Everything UTF-8 can write: NUL, controls, emoji, letters of all scripts; not lone surrogates.
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
names = st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
days = st.none() | st.dates()


@st.composite
def repaired_texts(draw: st.DrawFn) -> Text:
    text = Text.untouched(draw(texts))
    for rule in ("first", "second"):
        cuts = sorted(draw(st.lists(st.integers(0, len(text.repaired)), max_size=6)))
        edits: list[Edit] = []
        for start, end in zip(cuts[::2], cuts[1::2], strict=False):
            if not edits or start > edits[-1].end:
                edits.append(Edit(start, end, draw(st.text("یکه ", max_size=3)), rule, 0.5))
        text = text.repair(lambda _, edits=edits: edits)  # type: ignore[misc]
    return text


@st.composite
def annotated_documents(draw: st.DrawFn) -> AnnotatedDocument:
    text = draw(repaired_texts())

    def span() -> Span:
        places = st.integers(0, len(text.repaired))
        return Span(*sorted((draw(places), draw(places))))

    def maybe_span() -> Span | None:
        return span() if draw(st.booleans()) else None

    day = draw(days)
    origin = Origin("a/b.zip", "ab" * 32, "plain", container=("x", "y@3"))
    return AnnotatedDocument(
        document=Document(
            id="d1",
            original=text.original,
            outlet=draw(names),
            url=draw(names),
            title=draw(names),
            published=draw(names),
            given_id=draw(names),
            origin=draw(st.sampled_from([None, origin])),
            blocks=(Block(Extent(0, 0), "headline", 3, (1.5, 2.0, 3.25, 4.0)),),
            warnings=(ReadWarning("zwnj_inferred", "ok", Extent(0, 0)),),
        ),
        runs=(LanguageRun(Extent(0, len(text.original)), "fa"),),
        text=text,
        parts=(Part(span(), "body"),),
        sentences=(Sentence(span(), "ar"),),
        anchor=Anchor(day, "dateline" if day else "none", maybe_span(), draw(st.none() | st.dates())),
        dates=tuple(
            Timex(span(), draw(names), "-0511-01-01", None, None, None, "refused", "r", None,
                  ("agree:jalali",), "low", ("2018-04-04",), draw(names))
            for _ in range(draw(st.integers(0, 2)))
        ),
        mentions=tuple(Mention(span(), "ORG", "نام", "r", draw(names)) for _ in range(2)),
        quotations=tuple(
            Quotation("mixed", tuple(span() for _ in range(draw(st.integers(0, 2)))), maybe_span(),
                      maybe_span(), draw(names), "pronoun", draw(names), ("الف", "ب"),
                      draw(st.sampled_from([None, ("2018-04-04", "2018-04-05")])), "r", "neutral",
                      draw(names))
            for _ in range(draw(st.integers(0, 3)))
        ),
    )  # fmt: skip


@given(annotated=annotated_documents())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_document_comes_back_as_it_was(store: SqliteStore, annotated: AnnotatedDocument) -> None:
    with store.transaction() as connection:
        connection.execute("DELETE FROM documents")
        connection.execute("INSERT INTO document_words (document_words) VALUES ('delete-all')")
        connection.execute("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')")
    assert store.put(annotated)
    assert store.get("d1") == annotated
    assert list(verify(store)) == []


def verify(store: SqliteStore) -> list[str]:
    return [problem.what for problem in verify_store(store.connection)]


def test_the_day_type_survives(store: SqliteStore) -> None:
    text = Text.untouched("متن")
    store.put(
        AnnotatedDocument(Document("d", "متن"), (), text, anchor=Anchor(date(2018, 4, 4), "url"))
    )
    assert store.get("d").anchor == Anchor(date(2018, 4, 4), "url")


FULL = AnnotatedDocument(
    document=Document(
        "d1", "متن اصلی", "رسانه", "http://x.example", "عنوان", "2018-04-04", "2018-04-05", "g1",
        Origin("a.zip", "ab" * 32, "plain", "text/plain", ("b.txt",), "ocr", "0.1.0"),
        (Block(Extent(0, 3), "headline", 2, (0.5, 1.0, 2.0, 3.0)),),
        (ReadWarning("code", "detail", Extent(0, 1)),),
    ),
    runs=(LanguageRun(Extent(0, 8), "fa"),),
    text=Text(
        "متن اصلی", "متن اصلی!", Alignment.from_blocks([(0, 0, 8)], 8, 9),
        (Edit(8, 8, "!", "rule", 0.5),), (Edit(0, 1, "م", "other", 0.25),),
    ),
    parts=(Part(Span(0, 3), "headline"),),
    sentences=(Sentence(Span(0, 9), "fa"),),
    anchor=Anchor(date(2018, 4, 4), "text", Span(0, 3), date(2018, 4, 5)),
    dates=(
        Timex(Span(0, 3), "2018-04-04", "2018-04-04", "2018-04-05", "hijri", "day", "range", "rule",
              "1439-07-17", ("agree:jalali",), "low", ("2018-04-03",), "reason", "hijri-iran"),
    ),
    mentions=(Mention(Span(0, 3), "PER", "نام", "rule", "نقش"),),
    quotations=(
        Quotation("mixed", (Span(0, 3), Span(4, 8)), Span(0, 1), Span(1, 2), "گوینده", "author",
                  "مخاطب", ("ب",), ("2018-04-01", "2018-04-02"), "rule", "stressing", "نقش"),
    ),
)  # fmt: skip


def fields_with_defaults(fact: object) -> Iterator[str]:
    """The fields of a fact, and of the facts in it, that say no more than their default."""
    if isinstance(fact, tuple) and not hasattr(fact, "_fields"):
        for part in fact:
            yield from fields_with_defaults(part)
    elif is_dataclass(fact):
        for field in fields(fact):
            value = getattr(fact, field.name)
            if value in (None, (), "") or value == field.default:
                yield f"{type(fact).__name__}.{field.name}"
            yield from fields_with_defaults(value)


def test_every_field_of_every_fact_is_kept(store: SqliteStore) -> None:
    # A field added to a fact fails here until it is given a value above, and below until it is shelved.
    assert list(fields_with_defaults(FULL)) == []
    store.put(FULL)
    assert store.get("d1") == FULL
