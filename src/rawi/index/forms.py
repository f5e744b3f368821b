"""The spellings and forms under which a query word may stand in the index.

One word typed is looked for as it is, joined with a neighbour or cut in two (the three spellings of the
zero-width joiner), and, in texts of one language, with what that language's writing joins to a word:
Arabic proclitics, Persian suffixes. Every form that is looked for is shown to the reader.
"""

from functools import cache
from typing import NamedTuple

from rawi.index.words import JOINER
from rawi.lang import LANGUAGES
from rawi.lang.folding import squeeze
from rawi.tables import load_tsv

SHORTEST_STEM = 3  # letters a word must keep when something is taken off, else everything matches
SHORTEST_PART = 2
ARTICLE = squeeze("ال")


class Clitic(NamedTuple):
    """A row of `clitics.tsv`."""

    place: str
    form: str
    added: bool
    apart: bool
    removed: bool
    gloss: str


class Spellings(NamedTuple):
    """How a word may stand in the index: as word sequences in any text, and as words in one language's."""

    sequences: tuple[tuple[str, ...], ...]
    forms: tuple[tuple[str, tuple[str, ...]], ...]  # (language, words)


def spell_word(word: str, *, forms: bool = True, language: str | None = None) -> Spellings:
    r"""Spell a query word, folded, in all ways it may be written.

    >>> spell_word("می\u200cرود", forms=False).sequences
    (('میرود',), ('می', 'رود'))
    >>> "والکتاب" in dict(spell_word("کتاب", language="ar").forms)["ar"]
    True
    """
    parts = tuple(part for part in word.split(JOINER) if part)
    joined = "".join(parts)
    sequences: list[tuple[str, ...]] = [(joined,)]
    if len(parts) > 1:
        sequences.append(parts)
    elif forms:
        sequences += _cut_apart(joined)
    if not forms:
        return Spellings(tuple(sequences), ())
    languages = [code for code in LANGUAGES if language in (None, code)]
    return Spellings(
        tuple(dict.fromkeys(sequences)), tuple((code, _attach(joined, code)) for code in languages)
    )


def turn_article(word: str) -> str | None:
    """Write a folded word of an Arabic name or role without its article, or with one; None where it is too short.

    >>> turn_article("الوفد"), turn_article("وفد"), turn_article("و")
    ('وفد', 'الوفد', None)
    """
    bare = word.removeprefix(ARTICLE)
    if bare != word:
        return bare if len(bare) >= SHORTEST_STEM else None
    return ARTICLE + word if len(word) >= SHORTEST_PART else None


def spell_phrase(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    r"""Spell a phrase: each joiner joined or spaced, and any two neighbours written as one word.

    >>> spell_phrase(("کار", "می\u200cکند"))
    (('کار', 'میکند'), ('کار', 'می', 'کند'), ('کارمیکند',), ('کارمی', 'کند'))
    """
    apart = tuple(part for word in words for part in word.split(JOINER) if part)
    joined = tuple(word.replace(JOINER, "") for word in words)
    spelled = [joined, apart]
    for cut in (joined, apart):
        for i in range(len(cut) - 1):
            merged = (*cut[:i], cut[i] + cut[i + 1], *cut[i + 2 :])
            spelled.append(merged)
    return tuple(dict.fromkeys(s for s in spelled if s))


def _cut_apart(word: str) -> list[tuple[str, ...]]:
    """Cut a word typed in one piece where Persian writing may leave a space."""
    cuts: list[tuple[str, ...]] = []
    for clitic in _clitics("fa"):
        if not clitic.apart or len(word) < len(clitic.form) + SHORTEST_PART:
            continue
        if clitic.place == "prefix" and word.startswith(clitic.form):
            cuts.append((clitic.form, word[len(clitic.form) :]))
        elif clitic.place == "suffix" and word.endswith(clitic.form):
            cuts.append((word[: -len(clitic.form)], clitic.form))
    return cuts


def _attach(word: str, language: str) -> tuple[str, ...]:
    """The forms of a word with what is joined to it in a language, the word itself left out."""
    stems = [word]
    for clitic in _clitics(language):
        if clitic.removed and len(word) >= len(clitic.form) + SHORTEST_STEM:
            if clitic.place == "prefix" and word.startswith(clitic.form):
                stems.append(word[len(clitic.form) :])
            elif clitic.place == "suffix" and word.endswith(clitic.form):
                stems.append(word[: -len(clitic.form)])
    forms = [
        clitic.form + stem if clitic.place == "prefix" else stem + clitic.form
        for stem in stems
        for clitic in _clitics(language)
        if clitic.added and len(stem) >= SHORTEST_PART
    ]
    return tuple(form for form in dict.fromkeys([*stems, *forms]) if form != word)


@cache
def _clitics(language: str) -> tuple[Clitic, ...]:
    """The rows of a language's `clitics.tsv`, folded."""
    rows = load_tsv(f"rawi.lang.{language}", "clitics.tsv", Clitic)
    return tuple(row._replace(form=squeeze(row.form)) for row in rows)
