"""Who speaks where no subject does: a passive's agent, an antecedent, whom an outlet relays, a letter's writer."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter, names_people, names_writing
from rawi.quote.page import Page
from rawi.quote.persian.phrases import (
    PAUSES,
    follows_finite_verb,
    heads_role,
    read_noun_phrase,
    read_phrase,
)
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_FARTHEST = 12  # tokens between a study and «که»


def find_agent(page: Page, start: int, stop: int) -> Range | None:
    """Who speaks in a passive: «از سوی X گفته شد», «توسط X», «در بیانیهٔ X آمده است», «در این نامه»."""
    words = page.words
    demonstratives = get_grammar("fa").demonstratives
    for i in range(start, stop - 1):
        if page.mark_at[i] is not None:
            continue
        if words[i] == "توسط" or (words[i] in ("سوی", "طرف", "جانب") and words[i - 1] == "از"):
            return read_noun_phrase(page, i + 1, stop)
        head = i + 2 if words[i + 1] in demonstratives else i + 1
        if words[i] == "در" and head < stop and names_writing(words[head], "fa"):
            return read_phrase(page, i + 1, stop) if head == i + 1 else (i + 1, head + 1)
    return None


def relayed_source(page: Page, source: Range | None, at: int) -> Range | None:
    """Who spoke when an outlet tells it of someone: «رادیو X به نقل از یک مقام خبر داد»."""
    if source is None:
        return None
    mention = page.mention_at.get(source[0])
    if mention is None or mention.mention.rule != "fa.outlet":
        return None
    relay = next((c for c in page.cues(source[1], at, "fa") if c.cue.relay), None)
    return read_noun_phrase(page, relay.last, at) if relay else None


def document_before(page: Page, first: int, at: int) -> Range | None:
    """The study in «به پژوهشی اشاره کرد که نشان می دهد C»: the writing the clause of a cue hangs on."""
    link = next((i for i in range(at - 1, first, -1) if page.words[i] == "که"), None)
    if link is None or not follows_finite_verb(page, link):
        return None
    for i in range(link - 1, max(first, link - _FARTHEST) - 1, -1):
        if names_writing(page.words[i], "fa"):
            return read_phrase(page, i, link)
        if page.words[i] in PAUSES:
            return None
    return None


def read_antecedent(page: Page, first: int, at: int) -> Range | None:
    """What the relative clause of a cue at a token hangs on: the name or role right before «که»."""
    humans = get_grammar("fa").words["humans"]
    while at > first and page.words[at] != "که":
        at -= 1
    for i in range(at - 1, max(first, at - 8) - 1, -1):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type == "PER":
            return mention.first, at
        if heads_role(page, i) and not (i > first and heads_role(page, i - 1)):
            return i, at
        if i == at - 1 and (names_people(page.words[i], "fa") or page.words[i] in humans):
            return i, at
    return None


def find_writer(page: Page, first: int, last: int) -> Range | None:
    """Whose letter is spoken of: «نامهٔ سرگشادهٔ باغداران به شهردار», «متن نامهٔ باغداران»."""
    words = page.words
    grammar = get_grammar("fa")
    adjectives = grammar.words["message_adjectives"] | {"کامل"}
    for i in range(first, last - 1):
        if not names_letter(words[i], "fa") or page.mark_at[i] is not None:
            continue
        start = i + 1
        while start < last and (words[start] in adjectives or names_letter(words[start], "fa")):
            start += 1
        if start >= last or not page.is_word(start) or words[start] in grammar.pronouns:
            continue
        writer = read_phrase(page, start, last)
        if writer[0] < writer[1] and can_speak(page, writer):
            return writer
    return None
