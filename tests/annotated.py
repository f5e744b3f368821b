"""Annotated documents made by hand, so that tests of what stores and exports them lean on no stage's rules."""

from datetime import date

from rawi.facts import (
    Anchor,
    AnnotatedDocument,
    Document,
    LanguageRun,
    Mention,
    Part,
    Quotation,
    Sentence,
    Timex,
)
from rawi.text import Extent, Span, Text


def build_document(
    name: str,
    original: str,
    *,
    quotes: tuple[dict[str, object], ...] = (),
    dates: tuple[tuple[str, str], ...] = (),
    names: tuple[str, ...] = (),
    language: str = "fa",
    outlet: str | None = "پیک دانش",
    day: str | None = "2018-04-04",
    text: Text | None = None,
) -> AnnotatedDocument:
    """A document with quotations given as `{"text": words, "speaker": …}`; places are found by the words."""
    text = text or Text.untouched(original)

    def place(words: object) -> Span:
        start = text.repaired.index(str(words))
        return Span(start, start + len(str(words)))

    whole = Span(0, len(text.repaired))
    return AnnotatedDocument(
        document=Document(id=name, original=original, outlet=outlet, given_id=f"given-{name}"),
        runs=(LanguageRun(Extent(0, len(original)), language),) if original else (),
        text=text,
        parts=(Part(whole, "body"),),
        sentences=(Sentence(whole, language),),
        anchor=Anchor(date.fromisoformat(day), "published") if day else Anchor(None, "none"),
        dates=tuple(
            Timex(place(words), value, value, value, "gregorian", "day", "absolute", "test")
            for words, value in dates
        ),
        mentions=tuple(Mention(place(words), "PER", words, "test") for words in names),
        quotations=tuple(
            Quotation(
                kind=quote.get("kind", "direct"),  # type: ignore[arg-type]  # given by the test
                content=(place(quote["text"]),),
                cue=None,
                source=place(quote["source"]) if "source" in quote else None,
                speaker=quote.get("speaker"),  # type: ignore[arg-type]
                how="explicit",
                addressee=quote.get("to"),  # type: ignore[arg-type]
                relay=quote.get("relay", ()),  # type: ignore[arg-type]
                day=quote.get("day"),  # type: ignore[arg-type]
                rule="test",
            )
            for quote in quotes
        ),
    )
