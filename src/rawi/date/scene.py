"""A would-be date in its sentence: what the guards ask of it and of the words around it."""

from dataclasses import dataclass

from rawi.date.context import Context, Neighbours, clause_has, sentence_has
from rawi.date.grammar import Match
from rawi.date.tense import find_tense, find_verb, is_habitual
from rawi.date.tokens import Token
from rawi.date.verbs import Tense
from rawi.lang.folding import squeeze
from rawi.text import Span

QUOTES = frozenset("«»“”\"'")


@dataclass(frozen=True, slots=True)
class Scene:
    """A match with its sentence, the words beside it, and what its language says of such words."""

    match: Match
    tokens: list[Token]
    sentence: str
    context: Context
    beside: Neighbours
    language: str

    @property
    def inside(self) -> list[Token]:
        """The tokens of the match."""
        return self.tokens[self.match.start : self.match.end]

    @property
    def span(self) -> Span:
        """Where the match stands in the sentence."""
        return Span(self.inside[0].start, self.inside[-1].end)

    @property
    def tense(self) -> Tense:
        """The tense of the clause of the match."""
        return find_tense(self.sentence, *self.span, self.language)

    @property
    def verb(self) -> tuple[str, ...]:
        """The words to or from the verb of the clause of the match, as `find_verb` tells them."""
        return find_verb(self.sentence, *self.span, self.language)

    @property
    def habitual(self) -> bool:
        """Whether the clause of the match tells a habit of the past."""
        return is_habitual(self.sentence, *self.span, self.language)

    def get_word(self, token: Token) -> str:
        """A token as written, folded."""
        return squeeze(self.sentence[token.start : token.end])

    def clause_has(self, phrases: frozenset[str]) -> bool:
        """Tell whether a phrase stands in the clause of the match."""
        return clause_has(phrases, self.sentence, *self.span)

    def sentence_has(self, phrases: frozenset[str]) -> bool:
        """Tell whether a phrase stands in the sentence of the match, over its commas."""
        return sentence_has(phrases, self.sentence, *self.span)

    def ends_name(self) -> bool:
        """Tell whether `امروز` is the last of two words between quotation marks, as in an outlet's name: `«شهر امروز»`.

        Behind a colon the marks hold what was said.
        """
        start = self.match.start
        if start < 2 or self.match.end - start > 1 or not self.beside.after & QUOTES:
            return False
        *before, mark, _ = (
            self.sentence[t.start : t.end] for t in self.tokens[max(0, start - 3) : start]
        )
        return self.inside[0].value in ("", "0") and mark in QUOTES and ":" not in before

    def words_before(self, *, over_signs: bool = False) -> frozenset[str]:
        """The last three words before the match, `نماز باشکوه جمعه`; no sign between, but quotation marks if asked."""
        words: set[str] = set()
        for token in reversed(self.tokens[max(0, self.match.start - 3) : self.match.start]):
            word = self.get_word(token)
            if over_signs and word in QUOTES:
                continue
            if not word.isalpha():
                break
            words.add(word)
        return frozenset(words)
