"""Documents made by hand, without the earlier stages: what linking needs and no more."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from tests.link.events import read_events

from rawi.facts import Anchor, AnnotatedDocument, Document, LanguageRun, Part, Sentence
from rawi.text import Extent, Span, Text

MakeDocument = Callable[..., AnnotatedDocument]


def build_document(
    name: str,
    text: str,
    language: str = "fa",
    *,
    outlet: str | None = None,
    day: str | None = None,
    published: str | None = None,
) -> AnnotatedDocument:
    """Annotate a text as one body of one language, with the day given."""
    length = len(text)
    anchor = Anchor(date.fromisoformat(day), "published") if day else Anchor(None, "none")
    return AnnotatedDocument(
        Document(name, text, outlet=outlet, published=published or day, given_id=name),
        (LanguageRun(Extent(0, length), language),),
        Text.untouched(text),
        (Part(Span(0, length), "body"),),
        (Sentence(Span(0, length), language),),
        anchor,
    )


@pytest.fixture
def make_document() -> MakeDocument:
    return build_document


@pytest.fixture(scope="session")
def events() -> list[dict[str, Any]]:
    """The invented events of golden/reports.toml."""
    return read_events("reports.toml")


@pytest.fixture(scope="session")
def event_documents(events: list[dict[str, Any]]) -> list[AnnotatedDocument]:
    """Both reports of each event, named `fa-<event>` and `ar-<event>`."""
    return [
        build_document(f"{language}-{event['name']}", "\n".join(event[language]), language)
        for event in events
        for language in ("fa", "ar")
    ]
