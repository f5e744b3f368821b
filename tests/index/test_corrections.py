"""What people decide: it is logged, it wins, it can be taken back, and it finds its place again."""

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rawi.errors import MissingError, StoreError
from rawi.facts import AnnotatedDocument
from rawi.index.anchors import find_anchor_place, make_anchor
from rawi.index.query import parse_query
from rawi.index.sqlite import SqliteStore
from rawi.index.sqlite.verify import verify_store
from rawi.lang.names import make_name_key
from rawi.text import Extent

Build = Callable[..., AnnotatedDocument]
TEXT = "به گزارش پیک دانش، وی گفت: آب کم است و باران نمی\u200cآید. او افزود که برق هست."
SAID = "آب کم است و باران نمی\u200cآید"
BY = {"made_by": "سنا", "made_at": "2026-11-20T10:00:00+00:00"}


@pytest.fixture
def quotation(store: SqliteStore, build: Build) -> str:
    store.put(build("d1", TEXT, quotes=({"text": SAID, "speaker": "وی"}, {"text": "برق هست"})))
    return store.quotations_of("d1")[0].id


def problems(store: SqliteStore) -> list[str]:
    return [problem.what for problem in verify_store(store.connection)]


def test_a_correction_is_shown_found_and_logged(store: SqliteStore, quotation: str) -> None:
    made = store.correct(quotation, "speaker", "رضا فرضی", note="وی = وزیر", **BY)
    assert store.quotation(quotation).speaker == "رضا فرضی"
    assert store.quotations(parse_query("by:فرضی")).total == 1
    assert store.quotations(parse_query("by:وی")).total == 0
    assert list(store.corrections()) == [made]
    assert (made.old, made.new, made.state, made.made_by) == ("وی", "رضا فرضی", "applied", "سنا")
    assert problems(store) == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("آرش نیک\u200cمنش", "p1"),
        ("آرش نيك منش", "p1"),
        ("آرش نیکمنش", "p1"),
        ("آرش", None),
        ("آرش نیکو", None),
        ("سارا", None),  # two are called so
        ("", None),
    ],
)
def test_a_corrected_name_belongs_to_the_one_who_is_called_so(
    store: SqliteStore, quotation: str, typed: str, found: str | None
) -> None:
    with store.transaction() as connection:
        for entity, name in (("p1", "آرش نیک\u200cمنش"), ("p2", "سارا"), ("p3", "سارا")):
            connection.execute(
                "INSERT INTO entities (id, type, names, roles) VALUES (?, 'PER', '[]', '[]')",
                (entity,),
            )
            key = make_name_key(name)
            connection.execute(
                "INSERT INTO entity_names (entity, language, name, key, count) VALUES (?, 'fa', ?, ?, 1)",
                (entity, name, key),
            )
            connection.executemany(
                "INSERT INTO entity_words (word, entity) VALUES (?, ?)",
                [(word, entity) for word in key.split()],
            )
    store.correct(quotation, "speaker", typed or None, **BY)
    assert store.quotation(quotation).speaker_entity == found


def test_a_correction_is_taken_back(store: SqliteStore, quotation: str) -> None:
    made = store.correct(quotation, "speaker", "رضا فرضی", **BY)
    back = store.undo(made.id, **BY)
    assert store.quotation(quotation).speaker == "وی"
    assert store.quotations(parse_query("by:وی")).total == 1
    assert [entry.state for entry in store.corrections()] == ["undone", "undo"]
    assert back.undoes == made.id
    assert problems(store) == []
    with pytest.raises(StoreError, match="already"):
        store.undo(made.id, **BY)
    with pytest.raises(MissingError):
        store.undo(back.id, **BY)


def test_the_later_of_two_corrections_is_taken_back_first(
    store: SqliteStore, quotation: str
) -> None:
    first = store.correct(quotation, "role", "وزیر", **BY)
    second = store.correct(quotation, "role", "معاون وزیر", **BY)
    with pytest.raises(StoreError, match=second.id):
        store.undo(first.id, **BY)
    store.undo(second.id, **BY)
    assert store.quotation(quotation).role == "وزیر"
    store.undo(first.id, **BY)
    assert store.quotation(quotation).role is None


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [("kind", "loud", "direct or indirect or mixed"), ("rule", "x", "cannot be corrected"),
     ("verdict", "maybe", "right or wrong")],
)  # fmt: skip
def test_what_cannot_be_decided_is_refused(
    store: SqliteStore, quotation: str, field: str, value: str, says: str
) -> None:
    with pytest.raises(StoreError, match=says):
        store.correct(quotation, field, value, **BY)
    with pytest.raises(MissingError):
        store.correct("nowhere", "speaker", "x", **BY)
    assert list(store.corrections()) == []


def test_the_log_cannot_be_rewritten(store: SqliteStore, quotation: str) -> None:
    store.correct(quotation, "speaker", "رضا فرضی", **BY)
    store.correct(quotation, "verdict", "right", **BY)
    for statement in ("UPDATE corrections SET new = 'دیگری'", "DELETE FROM corrections"):
        with pytest.raises(Exception, match="only ever added to"):
            store.connection.execute(statement)
    store.connection.execute("DROP TRIGGER corrections_are_not_changed")
    store.connection.execute("UPDATE corrections SET new = 'دیگری' WHERE field = 'speaker'")
    assert any("chain" in problem for problem in problems(store))


DAMAGES: dict[str, Callable[[str], str]] = {
    "lost joiners": lambda text: text.replace("\N{ZERO WIDTH NON-JOINER}", ""),
    "letter codes": lambda text: text.replace("ی", "ي").replace("ک", "ك"),
    "wrapped lines": lambda text: text.replace(" ", "\n"),
    "header and marks": lambda text: "سرصفحه ۱۲\n\n" + text.replace("گفت:", "گفت:\u200f «"),
    "a letter lost": lambda text: text.replace("باران", "بران"),
    "a word more": lambda text: text.replace("کم است", "بسیار کم است"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_correction_survives_another_reading_of_the_file(
    store: SqliteStore, build: Build, quotation: str, damage: Callable[[str], str]
) -> None:
    store.correct(quotation, "speaker", "رضا فرضی", **BY)
    store.connection.execute("DELETE FROM documents")
    store.connection.execute("INSERT INTO document_words (document_words) VALUES ('delete-all')")
    store.connection.execute("INSERT INTO quotation_words (quotation_words) VALUES ('delete-all')")
    assert [entry.state for entry in store.corrections()] == ["waiting"]
    text = damage(TEXT)
    said = damage(SAID).removeprefix("سرصفحه ۱۲\n\n")
    assert said in text
    again = build(
        "d2", text, quotes=({"text": said}, {"text": "برق هست" if "برق هست" in text else "هست"})
    )
    store.put(with_given_id(again, "given-d1"))
    assert store.apply_corrections() == 1
    assert [row.speaker for row in store.quotations_of("d2")] == ["رضا فرضی", None]
    assert [entry.state for entry in store.corrections()] == ["applied"]
    assert store.apply_corrections() == 0
    assert problems(store) == []


def with_given_id(annotated: AnnotatedDocument, given_id: str) -> AnnotatedDocument:
    return replace(annotated, document=replace(annotated.document, given_id=given_id))


def test_a_correction_does_not_go_to_another_text(
    store: SqliteStore, build: Build, quotation: str, tmp_path: Path
) -> None:
    store.correct(quotation, "speaker", "رضا فرضی", **BY)
    store.connection.execute("DELETE FROM documents")
    other = build("d3", "وزیر در سفر بود و گفت: راه\u200cها باز است و پل\u200cها ساخته شد.",
                  quotes=({"text": "راه\u200cها باز است"},))  # fmt: skip
    store.put(with_given_id(other, "given-d1"))
    assert store.apply_corrections() == 0
    assert [entry.state for entry in store.corrections()] == ["waiting"]


@given(st.integers(0, 10_000))
def test_places_are_found_again_after_one_letter_in_a_hundred_is_lost(seed: int) -> None:
    chance = random.Random(seed)
    words = [
        "".join(chance.choices("ابپتدرسشکگلمنوهی", k=chance.randint(2, 6))) for _ in range(160)
    ]
    text = " ".join(words)
    start = chance.randint(0, 120)
    extent = Extent(len(" ".join(words[:start])) + (start > 0), len(" ".join(words[: start + 9])))
    anchor = make_anchor(text, extent)
    kept = [i for i, c in enumerate(text) if c == " " or chance.random() > 0.01]
    damaged = "".join(text[i] for i in kept).replace("ی", "ي")
    place = find_anchor_place(damaged, anchor)
    assert place is not None
    inside = {k for k, i in enumerate(kept) if extent.start <= i < extent.end}
    found = set(range(*place))
    assert len(inside & found) / len(inside | found) > 0.9


@given(st.text(max_size=200), st.text(max_size=50))
def test_looking_for_a_place_never_fails(text: str, other: str) -> None:
    place = find_anchor_place(other, make_anchor(text, Extent(0, len(text))))
    assert place is None or 0 <= place.start < place.end <= len(other)
