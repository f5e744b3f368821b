"""Tell whether a word may belong to a person's name: an open-class word that is nothing else we know."""

from functools import cache

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues


@cache
def _closed(language: str) -> frozenset[str]:
    """The words of closed classes, which are in no name."""
    grammar = get_grammar(language)
    return (
        grammar.prepositions
        | grammar.conjunctions
        | grammar.subordinators
        | grammar.adverbs
        | grammar.pronouns
        | grammar.object_markers
        | grammar.not_names
        | grammar.verbs
        | grammar.occasions
        | grammar.demonstratives
    )


def is_name_word(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether the word at a place may belong to a person's name."""
    word = words[at]
    if not word[0].isalpha() or len(word) < 2 or word in _closed(language):
        return False
    if load_cues(language).find(words, at) is not None:
        return False
    grammar = get_grammar(language)
    people = load_people(language)
    bare = (grammar.bare(word), *words[at + 1 : at + 3])
    if people.roles.find(bare, 0) or people.organisations.find(bare, 0):
        return False
    if language == "ar":
        return not word.startswith(("لل", "بال", "وال", "فال")) and not (
            word[0] == "و" and people.given_names.find((word[1:],), 0) is not None
        )
    return (
        not word.startswith(("می", "نمی")) or len(word) < 5 or not word.endswith(("د", "ند", "م"))
    )


def is_surname_word(words: tuple[str, ...], at: int, language: str) -> bool:
    """Tell whether a word may be a surname although nothing but its place says so: no common word, no verb form.

    >>> is_surname_word(("سهراب", "دهنوی"), 1, "fa"), is_surname_word(("آرمین", "پای"), 1, "fa")
    (True, False)
    """
    word = words[at]
    people = load_people(language)
    if not is_name_word(words, at, language):
        return False
    if people.given_names.find(words, at) or word in people.surname_tails:
        return True
    if word in load_common(language):
        return False
    if language == "ar":
        # A feminine past (اتصلت), a future (سينطلق), a plural or dual with a pronoun.
        if word.startswith("ال"):
            return True
        return not (
            (word.endswith(("ت", "ته", "تها")) and len(word) > 3)
            or (word.startswith(("سی", "ست", "سن")) and len(word) > 4)
            or (word.endswith(("کم", "هم", "هما", "نا")) and len(word) > 4)
        )
    # A finite verb (بنشیند) or a noun that a light verb follows (ارائه کرد).
    if word.endswith("ند") and word.startswith("ب") and len(word) > 4:
        return False
    return at + 1 >= len(words) or words[at + 1] not in get_grammar(language).verbs
