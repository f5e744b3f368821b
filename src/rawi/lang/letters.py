"""The fixed words of letters: greetings, closings, salutations, and what announces a text. Floor 2.

The tables are `letters.toml` of each language.
"""

from functools import cache

import msgspec

from rawi.lang import table_package
from rawi.lang.reading import Lexicon
from rawi.tables import load_toml


class LetterTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of a `letters.toml`."""

    greetings: list[str]
    closings: list[str]
    salutation_ends: list[str]
    salutation_heads: list[str]
    introductions: list[str]
    texts: list[str]


class LetterWords(msgspec.Struct, frozen=True):
    """The same as lexica of folded phrases."""

    greetings: Lexicon[str]
    closings: Lexicon[str]
    salutation_ends: Lexicon[str]
    salutation_heads: Lexicon[str]
    introductions: Lexicon[str]
    texts: Lexicon[str]


@cache
def load_letters(language: str) -> LetterWords:
    """Load the letter words of a language."""
    table = load_toml(table_package(language), "letters.toml", LetterTable)
    return LetterWords(
        *(
            Lexicon(
                (joint + phrase, phrase)
                for phrase in phrases
                for joint in (("", "و") if language == "ar" else ("",))
            )
            for phrases in (
                table.greetings,
                table.closings,
                table.salutation_ends,
                table.salutation_heads,
                table.introductions,
                table.texts,
            )
        )
    )
