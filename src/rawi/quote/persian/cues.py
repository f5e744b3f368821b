"""The cues of one Persian sentence: the forms of the table that are cues in their company, and verbs before a colon and marks."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import Cue
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.attributions import is_attribution
from rawi.quote.persian.clauses import opens_mark
from rawi.quote.persian.phrases import follows_finite_verb
from rawi.quote.persian.statements import is_opinion

UNLISTED = Cue("verb", frozenset({"marked"}), "neutral")
_COPULAS = frozenset({"است", "بود", "نیست", "نبود", "هست", "بوده", "باشد", "شد"})


def find_cues(page: Page, sentence: PlacedSentence) -> list[PlacedCue]:
    """Find the cues of a sentence in text order, those inside quotation marks left out."""
    cues = [
        cue
        for cue in page.cues(sentence.first, sentence.last, "fa")
        if _is_cue(page, cue, sentence)
    ]
    ends = {cue.last for cue in cues}
    cues += [cue for cue in _unlisted_cues(page, sentence) if cue.last not in ends]
    return sorted(cues, key=lambda cue: cue.first)


def _is_cue(page: Page, cue: PlacedCue, sentence: PlacedSentence) -> bool:
    """Tell whether a form that is a cue only in company is one here: «از نظر X», «نظر X این است که»."""
    if cue.cue.shape == "attribution":
        return is_attribution(page, cue, sentence.last)
    return "opinion" not in cue.cue.frames or is_opinion(page, cue, sentence.first)


def _unlisted_cues(page: Page, sentence: PlacedSentence) -> Iterator[PlacedCue]:
    """Any verb right before a colon and marks: «سرش را تکان داد: «…»», «پاسخ او این بود: «…»»."""
    words = page.words
    grammar = get_grammar("fa")
    spoken = grammar.words["spoken"]
    for i in range(sentence.first + 2, sentence.last - 1):
        if (
            words[i] != ":"
            or page.mark_at[i] is not None
            or not opens_mark(page, i + 1, sentence.last)
        ):
            continue
        if words[i - 1] in _COPULAS:
            told = any(word in spoken for word in words[max(sentence.first, i - 8) : i])
        else:
            told = follows_finite_verb(page, i) and not words[i - 1].endswith("م")
        if told:
            noun = (
                words[i - 2] not in grammar.object_markers
                and words[i - 2] not in grammar.prepositions
            )
            noun = noun and page.is_word(i - 2) and i - 2 not in page.mention_at
            yield PlacedCue(i - 2 if noun else i - 1, i, UNLISTED)
