"""Find the time expressions of a text, sentence by sentence, and put each into days.

The walk of one sentence: tokens (`lexer`), rules that fit (`grammar`), those that are no dates sorted out
(`guards`), what the rest mean (`readings`), and the days (`resolve`).
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial

from rawi.date.grammar import Match, get_grammar
from rawi.date.guards import is_guarded
from rawi.date.lexer import Token, read_tokens
from rawi.date.readings import Parts, read_match
from rawi.date.resolve import resolve_reading
from rawi.date.tense import find_tense
from rawi.date.words import get_lexicon
from rawi.facts import Calendar, Sentence, Timex
from rawi.text import Span

# The calendar relative months and years are counted in.
HOME: dict[str, Calendar] = {"fa": "jalali", "ar": "gregorian"}
_TRIMMED = frozenset({"comma", "dash", "slash", "from", "and", "or", "dot", "about_end"})


def find_in_text(repaired: str, sentences: Sequence[Sentence], anchor: date | None) -> list[Timex]:
    """Find the time expressions of all sentences in a language with date tables."""
    found: list[Timex] = []
    for sentence in sentences:
        if sentence.language in HOME:
            found += find_in_sentence(repaired, sentence, anchor)
    return found


def find_in_sentence(repaired: str, sentence: Sentence, anchor: date | None) -> Iterator[Timex]:
    """Find the time expressions of one sentence."""
    language, offset = sentence.language, sentence.span.start
    words = repaired[offset : sentence.span.end]
    tokens = read_tokens(words, get_lexicon(language))
    if not tokens:
        return
    for match in get_grammar(language).find([token.kind for token in tokens]):
        match = _trim(match, tokens)
        if match.start >= match.end or is_guarded(match, tokens, words, language):
            continue
        start, end = tokens[match.start].start, tokens[match.end - 1].end
        tense = partial(find_tense, words, start, end, language)
        reading = read_match(Parts(match, tokens, language, tense, HOME[language]))
        if reading is not None:
            span = Span(offset + start, offset + end)
            yield resolve_reading(reading, span, match.rule, language, anchor)


def _trim(match: Match, tokens: list[Token]) -> Match:
    """Leave punctuation and prepositions at the rims out of the expression."""
    start, end = match.start, match.end
    while start < end and tokens[end - 1].kind in _TRIMMED:
        end -= 1
    while start < end and tokens[start].kind in _TRIMMED:
        start += 1
    return match._replace(start=start, end=end)
