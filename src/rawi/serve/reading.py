"""Everything found in one document, as marks over its text and as entries of its margin.

The browser draws marks; a screen reader does not read them, so every mark is an entry of the margin too.
Places are extents of the original here; `Reading.place` puts them into the text that is shown.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from rawi.facts import AnnotatedDocument, Mention, Timex
from rawi.index.store import QuotationRow
from rawi.serve.hidden import describe_hidden
from rawi.serve.render import Mark, Stretch, find_hidden, widen
from rawi.text import Edit, Extent, Span

LAYERS = ("quotations", "names", "dates", "repairs", "sentences")


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name of the document with all its places; `id` ties marks and entry together."""

    id: str
    type: str
    name: str
    role: str | None
    rules: tuple[str, ...]
    places: tuple[Extent, ...]
    entity: str | None


@dataclass(frozen=True, slots=True)
class DateEntry:
    """A time expression of the document, with its words as printed."""

    id: str
    timex: Timex
    words: str
    place: Extent


@dataclass(frozen=True, slots=True)
class RepairEntry:
    """A repair made in the same way at one or more places: the words before and after."""

    id: str
    before: str
    after: str
    rule: str
    confidence: float
    places: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class HiddenEntry:
    """A character nobody sees, shown as a box: what it is and where."""

    id: str
    name: str
    places: tuple[Extent, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as it is shown: `original` tells which of its two texts.

    `entities` are those behind the mentions, in the order of `annotated.mentions`; empty when not asked for.
    """

    annotated: AnnotatedDocument
    rows: tuple[QuotationRow, ...]
    original: bool
    entities: tuple[str | None, ...] = ()

    @property
    def text(self) -> str:
        """The text that is shown."""
        text = self.annotated.text
        return text.original if self.original else text.repaired

    def place(self, extent: Extent) -> tuple[int, int]:
        """Where an extent of the original stands in the text that is shown."""
        if self.original:
            return extent.start, extent.end
        span = self.annotated.text.span(extent)
        return span.start, span.end

    def extent(self, span: Span) -> Extent:
        """Where a span of the repaired text stands in the original."""
        return self.annotated.text.extent(span)

    def languages(self) -> tuple[Stretch, ...]:
        """The languages of the text that is shown."""
        runs = self.annotated.runs
        return tuple(Stretch(*self.place(run.extent), run.language) for run in runs)

    def kinds(self) -> tuple[Stretch, ...]:
        """The kinds of blocks of the text that is shown."""
        parts = self.annotated.parts
        return tuple(Stretch(*self.place(self.extent(part.span)), part.kind) for part in parts)

    def names(self) -> tuple[NameEntry, ...]:
        """The names, one entry for each, in order of first mention."""
        entities = self.entities or (None,) * len(self.annotated.mentions)
        groups: dict[tuple[str, str], list[tuple[Mention, str | None]]] = {}
        for mention, entity in zip(self.annotated.mentions, entities, strict=True):
            groups.setdefault((mention.type, mention.name), []).append((mention, entity))
        return tuple(
            NameEntry(
                f"n{number}",
                kind,
                name,
                next((mention.role for mention, _ in found if mention.role), None),
                tuple(dict.fromkeys(mention.rule for mention, _ in found)),
                tuple(self.extent(mention.span) for mention, _ in found),
                next((entity for _, entity in found if entity), None),
            )
            for number, ((kind, name), found) in enumerate(groups.items())
        )

    def dates(self) -> tuple[DateEntry, ...]:
        """The time expressions in text order."""
        text = self.annotated.text
        return tuple(
            DateEntry(f"d{number}", timex, text.quote(timex.span), text.extent(timex.span))
            for number, timex in enumerate(self.annotated.dates)
        )

    def repairs(self) -> tuple[RepairEntry, ...]:
        """The repairs, alike ones together, in order of the first place."""
        groups: dict[tuple[str, str, str], list[Edit]] = {}
        for edit in sorted(self.annotated.text.edits, key=lambda e: (e.start, e.end)):
            before, after = self._words(edit)
            groups.setdefault((before, after, edit.rule), []).append(edit)
        return tuple(
            RepairEntry(
                f"e{number}",
                before,
                after,
                rule,
                min(edit.confidence for edit in edits),
                tuple(Extent(edit.start, edit.end) for edit in edits),
            )
            for number, ((before, after, rule), edits) in enumerate(groups.items())
        )

    def letters(self) -> tuple[tuple[str, str, int], ...]:
        """The letters that were replaced one to one: before, after, how often; most frequent first."""
        folds = self.annotated.text.letter_folds()
        found = Counter((self.annotated.text.original[e.start : e.end], e.new) for e in folds)
        return tuple((was, now, count) for (was, now), count in found.most_common())

    def hidden(self) -> tuple[HiddenEntry, ...]:
        """The characters of the original that cannot be seen, by code point."""
        original = self.annotated.text.original
        groups: dict[str, list[Extent]] = {}
        for place in find_hidden(original, 0, len(original)):
            groups.setdefault(original[place], []).append(Extent(place, place + 1))
        return tuple(
            HiddenEntry(f"h{number}", describe_hidden(character), tuple(places))
            for number, (character, places) in enumerate(groups.items())
        )

    def marks(self) -> Iterator[Mark]:
        """All marks, by layer; `fact` is the id of the margin's entry."""
        for number, row in enumerate(self.rows):
            yield from (self._mark("quotations", extent, f"q{number}") for extent in row.content)
            for layer, extent in (("cues", row.cue), ("sources", row.source)):
                if extent:
                    yield self._mark(layer, extent, f"q{number}")
        for name in self.names():
            yield from (self._mark("names", extent, name.id) for extent in name.places)
        yield from (self._mark("dates", date.place, date.id) for date in self.dates())
        for repair in self.repairs():
            made = (self._mark("repairs", extent, repair.id) for extent in repair.places)
            yield from (widen(self.text, mark) for mark in made)
        for number, sentence in enumerate(self.annotated.sentences):
            layer = "sentences-even" if number % 2 else "sentences"
            yield self._mark(layer, self.extent(sentence.span), f"s{number}")

    def _mark(self, layer: str, extent: Extent, fact: str) -> Mark:
        """A mark over an extent of the original."""
        return Mark(layer, *self.place(extent), fact)

    def _words(self, edit: Edit) -> tuple[str, str]:
        """The words an edit changed, whole, before and after."""
        text = self.annotated.text
        wide = widen(text.original, Mark("", edit.start, edit.end, ""))
        after = widen(text.repaired, Mark("", *text.span(Extent(wide.start, wide.end)), ""))
        return text.original[wide.start : wide.end], text.repaired[after.start : after.end]
