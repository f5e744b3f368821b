"""The JSON records of one annotated document, as `rawi annotate` prints them; offsets are of the original."""

from collections.abc import Collection
from typing import Any

from rawi.facts import AnnotatedDocument, Mention, Quotation, Timex
from rawi.text import Span, Text

Record = dict[str, Any]  # JSON in the making: keys are those of docs/json.md

LAYERS = ("languages", "sentences", "anchor", "dates", "mentions", "quotations")


def annotation_record(annotated: AnnotatedDocument, layers: Collection[str] = LAYERS) -> Record:
    """Make the JSON record of one document with the layers asked for."""
    text = annotated.text
    record: Record = {
        "id": annotated.document.given_id or annotated.document.id,
        "text": text.repaired,
    }
    if "languages" in layers:
        record["languages"] = [
            {"extent": list(run.extent), "language": run.language} for run in annotated.runs
        ]
    if "sentences" in layers:
        record["sentences"] = [
            {"extent": _extent(text, s.span), "language": s.language} for s in annotated.sentences
        ]
    if "anchor" in layers:
        anchor = annotated.anchor
        record["anchor"] = {
            "day": anchor.day.isoformat() if anchor.day else None,
            "evidence": anchor.evidence,
        }
    if "dates" in layers:
        record["dates"] = [date_record(text, timex) for timex in annotated.dates]
    if "mentions" in layers:
        record["mentions"] = [mention_record(text, mention) for mention in annotated.mentions]
    if "quotations" in layers:
        record["quotations"] = [quotation_record(text, q) for q in annotated.quotations]
    return record


def date_record(text: Text, timex: Timex) -> Record:
    """Make the JSON record of a time expression."""
    return {
        "extent": _extent(text, timex.span),
        "value": timex.value,
        "earliest": timex.earliest,
        "latest": timex.latest,
        "calendar": timex.calendar,
        "grain": timex.grain,
        "kind": timex.kind,
        "native": timex.native,
        "variant": timex.variant,
        "checks": list(timex.checks),
        "certainty": timex.certainty,
        "alternatives": list(timex.alternatives),
        "reason": timex.reason,
        "rule": timex.rule,
    }


def mention_record(text: Text, mention: Mention) -> Record:
    """Make the JSON record of a mention."""
    return {
        "extent": _extent(text, mention.span),
        "type": mention.type,
        "name": mention.name,
        "role": mention.role,
        "rule": mention.rule,
    }


def quotation_record(text: Text, quotation: Quotation) -> Record:
    """Make the JSON record of a quotation."""
    day = quotation.day
    return {
        "kind": quotation.kind,
        "content": [_extent(text, span) for span in quotation.content],
        "cue": _extent(text, quotation.cue) if quotation.cue else None,
        "cue_class": quotation.cue_class,
        "source": _extent(text, quotation.source) if quotation.source else None,
        "speaker": quotation.speaker,
        "role": quotation.role,
        "how": quotation.how,
        "addressee": quotation.addressee,
        "relay": list(quotation.relay),
        "day": {"earliest": day[0], "latest": day[1]} if day else None,
        "rule": quotation.rule,
    }


def _extent(text: Text, span: Span) -> list[int]:
    """The extent of a span as a JSON pair."""
    return list(text.extent(span))
