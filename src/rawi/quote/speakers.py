"""Tell who spoke: turn each saying's source, or its lack of one, into a speaker of the document."""

from collections.abc import Sequence

from rawi.facts import Quotation, Timex
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying


def attribute(
    page: Page, sayings: Sequence[Saying], dates: Sequence[Timex]
) -> tuple[Quotation, ...]:
    """Make the quotations of a document, each with its speaker as far as the document tells."""
    del dates
    last: str | None = None
    found = []
    for saying in sayings:
        if not saying.content:
            continue
        speaker = last
        how = "elided"
        if saying.source:
            if page.words[saying.source[0]] in get_grammar(saying.language).pronouns:
                how = "pronoun"
            else:
                how = "explicit"
                speaker = _name(page, saying.source)
        last = speaker
        found.append(
            Quotation(
                saying.kind,
                tuple(page.reading.span(*part) for part in saying.content),
                page.reading.span(*saying.cue) if saying.cue else None,
                page.reading.span(*saying.source) if saying.source else None,
                speaker,
                how,  # type: ignore[arg-type]
                page.written(saying.addressee) if saying.addressee else None,
                (),
                None,
                saying.rule,
                saying.cue_class,
            )
        )
    return tuple(found)


def _name(page: Page, source: Range) -> str:
    """What a source phrase calls the speaker: the name in it, else the phrase."""
    for i in range(*source):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type == "PER":
            return mention.mention.name
    return page.written(source)
