"""The closed classes of a language: prepositions, pronouns and their kin, folded for lookup.

Floor 2. The tables are `grammar.toml`, one for each language.
"""

from functools import cache, lru_cache

import msgspec

from rawi.lang import table_package
from rawi.lang.folding import squeeze
from rawi.lang.reading import spellings
from rawi.tables import load_toml

# Arabic father and mother begin like «and the»: والدته.
_PARENTS = frozenset(
    parent + end
    for parent in ("والد", "والدت")
    for end in ("ه", "ها", "هم", "هما", "هن", "ی", "ک", "نا", "کم")
)


class GrammarTable(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """The contents of a `grammar.toml`."""

    prepositions: list[str]
    conjunctions: list[str]
    subordinators: list[str]
    adverbs: list[str]
    occasions: list[str]
    turns: list[str]
    singular_pronouns: list[str]
    plural_pronouns: list[str]
    honorific_pronouns: list[str]
    feminine_pronouns: list[str]
    masculine_pronouns: list[str]
    demonstratives: list[str]
    complementizers: list[str]
    object_markers: list[str]
    articles: list[str]
    proclitics: list[str]
    joined: list[str]
    verbs: list[str]
    not_names: list[str]
    indefinites: list[str]
    interviewers: list[str]
    chairs: dict[str, str]
    words: dict[str, list[str]]
    circumstances: list[str] = []
    places: list[str] = []
    documents: list[str] = []


class Grammar(msgspec.Struct, frozen=True):
    """Closed classes as sets of folded words."""

    language: str
    prepositions: frozenset[str]
    conjunctions: frozenset[str]
    subordinators: frozenset[str]
    adverbs: frozenset[str]
    occasions: frozenset[str]
    turns: frozenset[str]
    pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    honorific_pronouns: frozenset[str]
    feminine_pronouns: frozenset[str]
    masculine_pronouns: frozenset[str]
    demonstratives: frozenset[str]
    complementizers: frozenset[str]
    object_markers: frozenset[str]
    proclitics: tuple[str, ...]
    openings: tuple[str, ...]
    verbs: frozenset[str]
    not_names: frozenset[str]
    indefinites: frozenset[str]
    interviewers: frozenset[str]
    chairs: dict[str, str]
    words: dict[str, frozenset[str]]
    circumstances: frozenset[str]
    places: frozenset[str]
    documents: frozenset[str]

    def bare(self, word: str) -> str:
        """Strip proclitics and article from a word: وبالوزير becomes وزیر; Persian words stay as they are."""
        return _without_opening(word, self.language) if self.openings else word


@cache
def get_grammar(language: str) -> Grammar:
    """Load the closed classes of a language."""
    table = load_toml(table_package(language), "grammar.toml", GrammarTable)

    def joined(words: list[str]) -> list[str]:
        """The words, and in Arabic those with the conjunction written together with them."""
        return words + [conjunction + word for word in words for conjunction in table.joined]

    return Grammar(
        language=language,
        prepositions=_fold_words(joined(table.prepositions)),
        conjunctions=_fold_words(table.conjunctions),
        subordinators=_fold_words(table.subordinators),
        adverbs=_fold_words(joined(table.adverbs)),
        occasions=_fold_words(table.occasions),
        turns=_fold_words(table.turns),
        pronouns=_fold_words(
            table.singular_pronouns + table.plural_pronouns + table.honorific_pronouns
        ),
        plural_pronouns=_fold_words(table.plural_pronouns),
        honorific_pronouns=_fold_words(table.honorific_pronouns),
        feminine_pronouns=_fold_words(table.feminine_pronouns),
        masculine_pronouns=_fold_words(table.masculine_pronouns),
        demonstratives=_fold_words(table.demonstratives),
        complementizers=_fold_words(table.complementizers),
        object_markers=_fold_words(table.object_markers),
        proclitics=tuple(table.proclitics),
        openings=_openings(table),
        verbs=_fold_words(table.verbs),
        not_names=_fold_words(table.not_names),
        indefinites=_fold_words(table.indefinites),
        interviewers=_fold_words(table.interviewers),
        chairs={squeeze(word): squeeze(head) for word, head in table.chairs.items()},
        words={name: _fold_words(words) for name, words in table.words.items()},
        circumstances=_fold_words(table.circumstances),
        places=_fold_words(table.places),
        documents=_fold_words(table.documents),
    )


@lru_cache(maxsize=65536)
def _without_opening(word: str, language: str) -> str:
    """A word without proclitics and article."""
    openings = get_grammar(language).openings
    if word.startswith(openings) and word not in _PARENTS:
        for opening in openings:
            if word.startswith(opening) and len(word) > len(opening) + 2:
                return word[len(opening) :]
    return word


def _openings(table: GrammarTable) -> tuple[str, ...]:
    """What may be written together with a noun and before it: proclitic and article, article, and لل, where the article loses its alef."""
    if not table.articles:
        return ()
    joined = [clitic + article for clitic in table.proclitics for article in table.articles]
    return (*joined, *table.articles, "لل")


def _fold_words(words: list[str]) -> frozenset[str]:
    """Fold the words of a list; of a spelling with a blank the joined one is kept."""
    return frozenset(
        spelling[0] for word in words for spelling in spellings(word) if len(spelling) == 1
    )
