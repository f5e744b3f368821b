"""Words before a colon that only say where a Persian report of a roundup comes from: «سرایان: رسول پاکسرشت گفت …»."""

from dataclasses import replace

from rawi.lang.people import load_people
from rawi.quote.page import Page, Paragraph
from rawi.quote.roles import is_role

_LONGEST = 3  # words of a place


def cut_datelines(page: Page) -> Page:
    """The page with such paragraphs, and their first sentences, beginning after the colon."""
    begins = {p.first: _after_place(page, p) for p in page.paragraphs if p.language == "fa"}
    if not any(begins.values()):
        return page
    paragraphs = tuple(p._replace(first=begins.get(p.first) or p.first) for p in page.paragraphs)
    sentences = tuple(s._replace(first=begins.get(s.first) or s.first) for s in page.sentences)
    return replace(page, paragraphs=paragraphs, sentences=sentences)


def _after_place(page: Page, paragraph: Paragraph) -> int | None:
    """The token after the place and the colon a paragraph opens with; somebody is named there and said to speak."""
    first, last = paragraph.first, paragraph.last
    colon = next(
        (i for i in range(first + 1, min(first + 1 + _LONGEST, last)) if page.words[i] == ":"), None
    )
    if colon is None or not all(page.is_word(i) for i in range(first, colon)):
        return None
    label = page.words[first:colon]
    speaks = is_role(label, "fa") or load_people("fa").organisations.find(label, 0) is not None
    placed = page.mention_at.get(first)
    if speaks or (placed is not None and placed.mention.type != "LOC"):
        return None
    title = load_people("fa").titles.find(page.words, colon + 1)
    named = page.mention_at.get(title.end if title else colon + 1)
    if named is None or named.mention.type != "PER":
        return None
    cues = page.cues(named.last, last, "fa")
    told = any(cue.cue.shape in ("verb", "adjunct") for cue in cues)
    return colon + 1 if told else None
