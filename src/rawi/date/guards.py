"""Words that look like dates and are none: agencies, streets, verbs, counted things."""

from rawi.date.grammar import Match
from rawi.date.lexer import Token


def is_guarded(match: Match, tokens: list[Token], sentence: str, language: str) -> bool:
    """Tell whether the words around a match say that it is no date."""
    return match.rule == "bare-year"
