"""What rawi knows of documents: frozen facts.

Places inside one document are `Span`s in the repaired text; only what speaks of the untouched
original (language runs, the blocks a reader saw, links shelved across documents) carries `Extent`s.
Days are ISO strings `YYYY-MM-DD` where a fact may lie before year 1 (there an astronomical year such
as `-0511`), so that they sort, store and print without conversion; `Anchor.day` is a `date`.
`None` means unknown, never an empty string.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rawi.text import Extent, Span, Text

BlockKind = Literal[
    "outlet", "kicker", "headline", "lead", "dateline", "byline", "body", "caption", "code",
    "related", "menu", "footer", "comment",
]  # fmt: skip
Calendar = Literal["jalali", "hijri", "gregorian"]
Grain = Literal[
    "time", "day", "week", "month", "season", "half", "year", "decade", "century",
]  # fmt: skip
TimexKind = Literal[
    "absolute", "relative", "weekday", "partial", "range", "holiday", "anaphoric", "refused",
]  # fmt: skip
MentionType = Literal["PER", "ORG", "LOC"]
QuotationKind = Literal["direct", "indirect", "mixed"]
SpeakerEvidence = Literal["explicit", "pronoun", "elided", "continuation", "author"]
CueClass = Literal["neutral", "continuing", "distancing", "stressing"]
Relation = Literal["equal", "differs", "only_a", "only_b"]


# ------------------------------------------------------------------ as received


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of the original with its role on the page; `box` is (left, top, right, bottom) in points."""

    extent: Extent
    kind: BlockKind
    page: int | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document came from: the path as given, the chain of containers inside it, and its reader.

    `container` is outermost first, such as `("dump.zip", "a.warc.gz@512")`; `sha256` is the hash of the
    innermost bytes, in hexadecimal; `route` tells how the text was got: `text`, `text-layer`, `ocr`, `html`.
    `version` is that of rawi: with reader and route it tells how every offset can be derived again.
    """

    path: str
    sha256: str
    reader: str
    media_type: str | None = None
    container: tuple[str, ...] = ()
    route: str = "text"
    version: str = ""


@dataclass(frozen=True, slots=True)
class ReadWarning:
    """Something the reader saw that a person should know; `code` is stable, such as `zwnj_inferred`."""

    code: str
    detail: str
    extent: Extent | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One copy of a report, as one outlet published it and as we received it; the text is frozen.

    `published` is typed metadata only, verbatim (`2018-04-04`, `2018-04-04T10:42:00+03:30`, or a Jalali
    `1397-01-15`, which `find_anchor` understands). `captured` is the day of a web capture: an upper bound.
    """

    id: str
    original: str
    outlet: str | None = None
    url: str | None = None
    title: str | None = None
    published: str | None = None
    captured: str | None = None
    given_id: str | None = None
    origin: Origin | None = None
    blocks: tuple[Block, ...] = ()
    warnings: tuple[ReadWarning, ...] = ()


@dataclass(frozen=True, slots=True)
class SetAside:
    """An input that could not be read: it is kept and listed, never dropped in silence."""

    path: str
    reason: str
    detail: str
    sha256: str | None = None


# ------------------------------------------------------------------ found in one document


@dataclass(frozen=True, slots=True)
class LanguageRun:
    """A stretch of the original in one language (ISO 639-1 or 639-3 code, `und` if unknown)."""

    extent: Extent
    language: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the repaired text with its role: headline, dateline, body, page residue (`menu`, `code` …)."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its language. A sentence may run over soft line breaks, never over a paragraph break."""

    span: Span
    language: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day a document speaks from and the evidence for it.

    `evidence`: `published`, `dateline`, `url`, `text`, `story:<document id>`, or `none` when `day` is None.
    `latest` is an upper bound known from a web capture. `span` is where the text says so.
    """

    day: date | None
    evidence: str
    span: Span | None = None
    latest: date | None = None


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression and what it means.

    `value`: TIMEX3-like (`2018-04-04`, `2018-06`, `198X`, `2018-Q2`), or an offset from an unknown anchor
    (`A-1d`), or None when refused. `earliest`, `latest`: inclusive ISO days, None when not resolved.
    `native`: the date in its own calendar (`1397-01-15`). `checks`: verdicts of the cross-checks, such as
    `agree:gregorian` or `conflict:weekday`. `reason` says why a date was refused. `variant` names whose lunar
    calendar a lunar date was counted in: `hijri` (Umm al-Qura) or `hijri-iran`.
    """

    span: Span
    value: str | None
    earliest: str | None
    latest: str | None
    calendar: Calendar | None
    grain: Grain | None
    kind: TimexKind
    rule: str
    native: str | None = None
    checks: tuple[str, ...] = ()
    certainty: Literal["high", "low"] = "high"
    alternatives: tuple[str, ...] = ()
    reason: str | None = None
    variant: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text; `name` is what it is called, without titles, as written (repaired)."""

    span: Span
    type: MentionType
    name: str
    rule: str
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """Who said (source) with which word (cue) what (content) to whom (addressee).

    `source` is the span as written nearest; `speaker` the fullest name of the speaker in the document after
    coreference. `relay` is the chain of outlets, nearest first (`به نقل از`, `نقلاً عن`). `day` is the
    inclusive (earliest, latest) day it was said, where the text tells. `cue_class` is the outlet's wording.
    """

    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None
    source: Span | None
    speaker: str | None
    how: SpeakerEvidence
    addressee: str | None
    relay: tuple[str, ...]
    day: tuple[str, str] | None
    rule: str
    cue_class: CueClass | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True)
class AnnotatedDocument:
    """A document with all that was found in it."""

    document: Document
    runs: tuple[LanguageRun, ...]
    text: Text
    parts: tuple[Part, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    anchor: Anchor = Anchor(None, "none")
    dates: tuple[Timex, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    @property
    def language(self) -> str:
        """The language most of the original is written in, `und` when there are no runs."""
        weight: dict[str, int] = {}
        for run in self.runs:
            weight[run.language] = weight.get(run.language, 0) + run.extent.end - run.extent.start
        return max(weight, key=lambda code: (weight[code], code)) if weight else "und"


# ------------------------------------------------------------------ found across documents


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage two documents of one language have in common, boilerplate left out; `a < b` by document id."""

    a: str
    b: str
    a_extent: Extent
    b_extent: Extent


@dataclass(frozen=True, slots=True)
class Report:
    """Copies (witnesses) of one text. `first` is the document seen first, by day and then by id."""

    id: str
    members: tuple[str, ...]
    first: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What two aligned passages say differently: `what` is number, name, day, verb or wording."""

    what: Literal["number", "name", "day", "verb", "wording"]
    a: str | None
    b: str | None


@dataclass(frozen=True, slots=True)
class AlignedPassage:
    """Passages of two documents of one story that say the same, or one that only one of them has."""

    a: str
    b: str
    a_extents: tuple[Extent, ...]
    b_extents: tuple[Extent, ...]
    relation: Relation
    score: float
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """Reports of one event, in either language. `evidence` lists (a, b, score, keys shared) per link."""

    id: str
    members: tuple[str, ...]
    evidence: tuple[tuple[str, str, float, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Transmission:
    """`taker` took the report from `giver` (document ids, or an outlet's name when its copy is not here)."""

    taker: str
    giver: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Entity:
    """The one person, organisation or place behind mentions in several documents; `names` by language."""

    id: str
    type: MentionType
    names: tuple[tuple[str, tuple[str, ...]], ...]
    roles: tuple[str, ...] = ()
