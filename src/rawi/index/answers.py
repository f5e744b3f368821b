"""The rows a store answers with. All extents are of the untouched original; `text` fields are its words as printed.

Rows are frozen, sorted by a stated key, and hold no markup.
"""

from dataclasses import dataclass, field

from rawi.facts import Entity, SetAside
from rawi.index.query import Query
from rawi.text import Extent

Facet = tuple[tuple[str, int], ...]  # (value, number of hits), most frequent first
# calendar -> the facet that counts hits by its months
MONTH_FACETS = {"gregorian": "month", "jalali": "month_jalali", "hijri": "month_hijri"}


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list. `day` is its anchor day, or its story's; `day_evidence` says which.

    `title` is metadata, `headline` stands above the report in its text.
    """

    id: str
    given_id: str
    path: str | None
    outlet: str | None
    language: str
    title: str | None
    url: str | None
    published: str | None
    day: str | None
    day_evidence: str
    report: str | None
    story: str | None
    length: int
    snippet: str
    headline: str | None = None

    @property
    def name(self) -> str:
        """What to call it: its title, the headline in its text, else its first words."""
        return self.title or self.headline or self.snippet or self.given_id


@dataclass(frozen=True, slots=True)
class QuotationRow:
    """A quotation in a list: the card. `content_text` are the words as printed, one string a piece."""

    id: str
    document: DocumentRow
    number: int
    kind: str
    content: tuple[Extent, ...]
    content_text: tuple[str, ...]
    cue: Extent | None
    cue_text: str | None
    cue_class: str | None
    source: Extent | None
    source_text: str | None
    speaker: str | None
    speaker_entity: str | None
    role: str | None
    how: str
    addressee: str | None
    relay: tuple[str, ...]
    day: tuple[str, str] | None
    rule: str
    locator: str
    copies: int = 1
    hits: tuple[Extent, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationAnswer:
    """A page of quotations, how many there are in all, counts by facet, and how the query was understood.

    Speakers are counted as entities where linking knows one: `names` tells what these are called. `unknown`
    counts, by facet, the hits of which nothing is known.
    """

    rows: tuple[QuotationRow, ...]
    total: int
    documents: int
    facets: dict[str, Facet] = field(default_factory=dict)
    understood: tuple[str, ...] = ()
    unknown: dict[str, int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A hit in its surroundings as printed, white space as single blanks; `speaker` when it is quoted there."""

    document: DocumentRow
    extent: Extent
    before: str
    text: str
    after: str
    speaker: str | None
    locator: str


@dataclass(frozen=True, slots=True)
class Nearest:
    """A quotation that does not answer a query but comes near; `missing` are the words it lacks."""

    row: QuotationRow
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a query may have meant: `old`, a word or a name of a field, replaced by `new`; `total` hits then."""

    field: str
    old: str
    new: str
    query: Query
    total: int


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """A page of documents, how many there are in all, and counts by facet as of quotations."""

    rows: tuple[DocumentRow, ...]
    total: int
    facets: dict[str, Facet] = field(default_factory=dict)
    understood: tuple[str, ...] = ()
    unknown: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A story in a list: one headline per language, its days, and how many documents and outlets it has."""

    id: str
    headlines: tuple[tuple[str, str], ...]
    day: str | None
    documents: int
    outlets: tuple[str, ...]
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person or other entity who speaks, is spoken to or is named, with counts."""

    entity: Entity
    said: int
    addressed: int
    mentioned: int


@dataclass(frozen=True, slots=True)
class DayRow:
    """A day that has documents or quotations, with counts."""

    day: str
    documents: int
    quotations: int


@dataclass(frozen=True, slots=True)
class RoleRow:
    """A role somebody is given, the first and the last day of the documents that do, and how many they are."""

    role: str
    first: str | None
    last: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class RemovedDocument:
    """A document people took out, which is not taken in again unbidden: where it came from, and when it went."""

    id: str
    path: str | None
    removed_at: str


@dataclass(frozen=True, slots=True)
class Status:
    """What an archive holds.

    `readers` counts documents by reader and route (`pdf: ocr`), `warnings` documents by what their reader
    warned of.
    """

    documents: int
    quotations: int
    dates: int
    stories: int
    reports: int
    entities: int
    edits: dict[str, int]
    languages: dict[str, int]
    outlets: dict[str, int]
    readers: dict[str, int]
    warnings: dict[str, int]
    undated: int
    unnamed: int
    set_aside: tuple[SetAside, ...]
    removed: tuple[RemovedDocument, ...]
    schema_version: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided about a field of a quotation: an entry of the log.

    `state`: `applied`, `undone`, `waiting` (its quotation is nowhere now), or `undo` for an entry that takes
    back another. `field`: speaker, addressee, role, kind, or verdict (`right`, `wrong`).
    """

    id: str
    made_at: str
    made_by: str
    document: str
    quotation: str
    field: str
    old: str | None
    new: str | None
    note: str | None
    undoes: str | None
    state: str
