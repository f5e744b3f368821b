"""Query words as an expression of the full-text engine, and as what to light up in an answer.

Syntax: https://www.sqlite.org/fts5.html#full_text_query_syntax. Every token is quoted, so no word of a
query is ever read as an operator.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rawi.index.forms import spell_phrase, spell_word
from rawi.index.words import Word, find_words, fold_word

Sequences = tuple[tuple[str, ...], ...]
NOTHING = '""'  # an FTS5 expression that matches no row


class Match(NamedTuple):
    """One thing that must occur: word sequences in any text, or in the texts of one language.

    `typed` is what the reader wrote; the first of the sequences is the same, folded.
    """

    typed: str
    sequences: Sequences
    forms: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def explain(self) -> str | None:
        """Say what is looked for beside the word itself; None when there is nothing more."""
        spelled = [" ".join(sequence) for sequence in self.sequences]
        spelled += [form for _, words in self.forms for form in words]
        more = [form for form in dict.fromkeys(spelled) if form != spelled[0]]
        return f"{self.typed} = {' | '.join((self.typed, *more))}" if more else None

    def express(self, columns: str) -> str:
        """The FTS5 expression over the given columns."""
        parts = [f"{{{columns}}} : ({_any(self.sequences)})"] if self.sequences else []
        parts += [
            f'((language : "{code}") AND ({{{columns}}} : ({_any([(w,) for w in words])})))'
            for code, words in self.forms
            if words
        ]
        return f"({' OR '.join(parts)})" if parts else NOTHING


def match_words(typed: Sequence[str], *, forms: bool, language: str | None) -> list[Match]:
    """One match for each word typed; neighbours also count when they are written as one word."""
    matches = []
    words = [fold_word(word) for word in typed]
    for i, word in enumerate(words):
        spelled = spell_word(word, forms=forms, language=language)
        joined = [
            (left.replace("\u200c", "") + right.replace("\u200c", ""),)
            for left, right in (
                (words[i - 1] if i else "", word),
                (word, "".join(words[i + 1 : i + 2])),
            )
            if left and right
        ]
        matches.append(Match(typed[i], (*spelled.sequences, *joined), spelled.forms))
    return matches


def match_phrase(words: tuple[str, ...]) -> Match:
    """A match for words that must stand together."""
    return Match(" ".join(words), spell_phrase(tuple(map(fold_word, words))))


def keep_known(match: Match, known: frozenset[str]) -> Match:
    """Leave out the spellings with words that stand nowhere in the index; the word as typed stays."""
    return Match(
        match.typed,
        tuple(
            s for i, s in enumerate(match.sequences) if i == 0 or all(word in known for word in s)
        ),
        tuple((code, tuple(w for w in words if w in known)) for code, words in match.forms),
    )


def known_words(
    connection: sqlite3.Connection, table: str, matches: Iterable[Match]
) -> frozenset[str]:
    """Which of the words of some matches stand in a full-text table."""
    asked = {word for match in matches for s in match.sequences for word in s}
    asked |= {word for match in matches for _, words in match.forms for word in words}
    connection.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{table}_terms USING fts5vocab(main, {table}, row)"
    )
    return frozenset(
        word
        for word in asked
        if connection.execute(
            f"SELECT 1 FROM temp.{table}_terms WHERE term = ?", (word,)
        ).fetchone()
    )


def find_hits(text: str, matches: Iterable[Match]) -> Iterator[tuple[int, int]]:
    r"""Yield the ranges of a text that matches lead to, sorted and disjoint.

    >>> list(find_hits("کتاب\u200cها را می خواند", [Match("میخواند", (("میخواند",), ("می", "خواند")))]))
    [(11, 19)]
    """
    words = find_words(text)
    sequences = {s for match in matches for s in match.sequences}
    sequences |= {(form,) for match in matches for _, forms in match.forms for form in forms}
    end = 0
    for start, last in sorted(_occurrences(words, sequences)):
        if words[start].start >= end:
            end = words[last].end
            yield words[start].start, end


def _occurrences(
    words: Sequence[Word], sequences: Iterable[tuple[str, ...]]
) -> Iterator[tuple[int, int]]:
    """Yield first and last word of each occurrence of a sequence."""
    places: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        places.setdefault(word.form, []).append(i)
    for sequence in sequences:
        for i in places.get(sequence[0], ()):
            if all(
                i + k < len(words) and words[i + k].form == form for k, form in enumerate(sequence)
            ):
                yield i, i + len(sequence) - 1


def _any(sequences: Iterable[tuple[str, ...]]) -> str:
    """An FTS5 expression: one of the sequences. Tokens hold letters and digits only, so quoting is safe."""
    return " OR ".join('"' + " ".join(sequence) + '"' for sequence in sequences)
