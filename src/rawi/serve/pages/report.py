"""A report and its copies: who had it first, who changed what, word by word."""

from dataclasses import dataclass

from rawi.facts import AnnotatedDocument
from rawi.index.store import DocumentRow
from rawi.link.collate import QuotationChange, collate
from rawi.serve.answer import Answer, Visit
from rawi.serve.compare import Change, compare_words, count_changes
from rawi.serve.render import Block, Layout, Mark, Stretch, lay_out

AROUND = frozenset({"menu", "footer", "related", "comment", "code", "outlet"})


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy in the list: its row, and in how many places it differs from the first."""

    row: DocumentRow
    changes: int
    first: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What one copy lets be said, as printed, and by whom."""

    words: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class SaidTwice:
    """A quotation in two copies; None where one has it not."""

    change: QuotationChange
    a: Said | None
    b: Said | None


def show_report(visit: Visit) -> Answer:
    """Answer `/r/<id>?a=<document>&b=<document>&damage=show`."""
    report = visit.store.report(visit.path("report"))
    rows = sorted(
        map(visit.store.row, report.members),
        key=lambda row: (row.id != report.first, row.day or "9999", row.id),
    )
    damage = visit.ask("damage") == "show"
    texts = {row.id: visit.store.get(row.id) for row in rows}
    first = shown_text(texts[rows[0].id], damage=damage)
    copies = [
        Copy(row, count_differences(first, texts[row.id], damage=damage), row.id == report.first)
        for row in rows
    ]
    a = visit.ask("a") if visit.ask("a") in texts else rows[0].id
    others = [copy for copy in copies if copy.row.id != a]
    # Compare with the copy that differs most: that is what a reader comes for.
    likely = max(others, key=lambda copy: copy.changes).row.id if others else a
    b = visit.ask("b") if visit.ask("b") in texts else likely
    changes = compare_words(
        shown_text(texts[a], damage=damage), shown_text(texts[b], damage=damage), damage=damage
    )
    quotations = compare_quotations(texts[a], texts[b])
    record = {
        "report": report, "copies": copies, "a": a, "b": b, "changes": changes,
        "quotations": quotations,
    }  # fmt: skip
    context = {
        "section": "stories",
        "report": report,
        "headline": rows[0].name,
        "copies": copies,
        "rows": {row.id: row for row in rows},
        "a": a,
        "b": b,
        "damage": damage,
        "sides": {
            "a": lay_side(texts[a], changes, "a", damage=damage),
            "b": lay_side(texts[b], changes, "b", damage=damage),
        },
        "changes": [change for change in changes if change.kind != "same"],
        "quotations": [said for said in quotations if said.change != "same"],
        "words": {"a": shown_text(texts[a], damage=damage), "b": shown_text(texts[b], damage=damage)},
    }  # fmt: skip
    return Answer("report.html", record, context)


def count_differences(first: str, copy: AnnotatedDocument, *, damage: bool) -> int:
    """In how many places a copy differs from the first."""
    return count_changes(compare_words(first, shown_text(copy, damage=damage), damage=damage))


def compare_quotations(a: AnnotatedDocument, b: AnnotatedDocument) -> tuple[SaidTwice, ...]:
    """Tell of each quotation of two copies what became of it from `a` to `b`, in text order of `a`."""
    return tuple(
        SaidTwice(variant.change, _say(a, variant.base), _say(b, variant.other))
        for variant in collate(a, b).quotations
    )


def _say(annotated: AnnotatedDocument, position: int | None) -> Said | None:
    """What was said in a quotation, by its position, and by whom; None where there is none."""
    if position is None:
        return None
    quotation = annotated.quotations[position]
    words = " … ".join(annotated.text.quote(span) for span in quotation.content)
    return Said(words, quotation.speaker)


def shown_text(annotated: AnnotatedDocument, *, damage: bool) -> str:
    """The text that is compared: the original when damage is to be seen, else the repaired one.

    What stood around the report on its page (menus, footers) is no part of the copy.
    """
    text = annotated.text
    spans = [part.span for part in annotated.parts if part.kind not in AROUND]
    if not spans:
        return text.original if damage else text.repaired
    pieces = (
        text.quote(span) if damage else text.repaired[span.start : span.end] for span in spans
    )
    return "\n".join(piece.strip("\n") for piece in pieces)


def lay_side(
    annotated: AnnotatedDocument, changes: tuple[Change, ...], side: str, *, damage: bool
) -> tuple[Block, ...]:
    """Lay out one copy with its changed words marked; changes are whole words, so no word is parted."""
    text = shown_text(annotated, damage=damage)
    layer = "removed" if side == "a" else "added"
    ranges = [change.a if side == "a" else change.b for change in changes if change.kind != "same"]
    marks = [Mark(layer, start, end, "") for start, end in ranges if start < end]
    languages = [Stretch(0, len(text), annotated.language)]
    layout = Layout(languages=languages, drawn=marks, prefix=f"{side}-")
    return lay_out(text, layout)
