"""Tell whether two spellings name the same, across Persian, Arabic and Latin script.

`make_name_key` gives the consonants all spellings agree on, for finding in an index; `compare_names` looks
closer, at two spellings of any script. Both work on letters alone: a translated name (Vienna: وین, فيينا)
needs a table. Entities and stories (stage *link*) and search use them.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from rawi.lang.folding import squeeze
from rawi.tables import load_tsv

_WORD = re.compile(r"[^\W_]+")
_ARTICLE = "ال"
_VOWEL_LETTERS = frozenset("اویع")
_LONG_NAME = 4  # letters: a shorter word beginning with ال is a name of its own (Ala)


class Sound(NamedTuple):
    """A row of `sounds.tsv`."""

    letters: str
    key: str = ""
    near: str = ""
    note: str = ""


@cache
def _sounds() -> tuple[re.Pattern[str], dict[str, Sound]]:
    """The pattern that cuts a word into sounds, longest first, and the sounds."""
    sounds = {row.letters: row for row in load_tsv("rawi.lang.shared", "sounds.tsv", Sound)}
    longest_first = sorted(sounds, key=lambda letters: (-len(letters), letters))
    return re.compile("|".join(map(re.escape, longest_first)) + "|."), sounds


@lru_cache(maxsize=65536)
def make_word_key(word: str) -> str:
    """Reduce a folded word to the consonants its spellings agree on.

    >>> make_word_key("منچستر"), make_word_key("مانشستر"), make_word_key("manchester")
    ('mncstr', 'mncstr', 'mncstr')
    """
    pattern, sounds = _sounds()
    word = _drop_article(word)
    # A vowel before two consonants is put in or not: Sturridge, استوریج and ستوريدج.
    word = re.sub("^[اع]+(?=س[تپبکلمن])", "", word)
    pieces = pattern.findall(word)
    key = ""
    for index, piece in enumerate(pieces):
        sound = sounds.get(piece)
        if piece in ("و", "w"):
            key += _key_of_waw(pieces, index)
        elif piece in ("ی", "y"):
            key += "" if index else "y"
        elif sound is None:
            key += piece if piece.isalnum() else ""
        else:
            key += sound.key
    key = re.sub(r"(.)\1+", r"\1", key)
    return key[:-1] if len(key) > 2 and key.endswith("h") else key


def _key_of_waw(pieces: list[str], index: int) -> str:
    """Read و as a consonant at the beginning and before a vowel letter, else as a vowel."""
    if index == 0:
        return "f"
    after = pieces[index + 1] if index + 1 < len(pieces) else ""
    return "f" if after in _VOWEL_LETTERS and pieces[index - 1] in _VOWEL_LETTERS else ""


def make_name_key(name: str) -> str:
    """Reduce a name to the keys of its words.

    >>> make_name_key("جرمی کوربین") == make_name_key("جيريمي كوربين") == make_name_key("Jeremy Corbyn")
    True
    """
    return " ".join(filter(None, map(make_word_key, cut_words(name))))


def cut_words(name: str) -> list[str]:
    """Cut a name into folded words; joiners and hyphens part them no more than spaces do.

    >>> cut_words("كاي-فو لي")
    ['کای', 'فو', 'لی']
    """
    return _WORD.findall(squeeze(name))


def compare_names(one: str, other: str) -> float:
    """Compare two spellings in any of the scripts: 0 for nothing in common, 1 for the same.

    Consonants count for more than vowels (0.6 to 0.4); from .85 on two spellings of two or more words may be taken as one name.

    >>> compare_names("دانیل استوریج", "دانييل ستوريدج") > .9 > .6 > compare_names("لندن", "باريس")
    True
    """
    key = fuzz.ratio(make_name_key(one), make_name_key(other))
    near = fuzz.ratio(_write_near(one), _write_near(other))
    return (0.6 * key + 0.4 * near) / 100


@lru_cache(maxsize=65536)
def _write_near(name: str) -> str:
    """Write a name with one letter for each sound, vowels kept."""
    pattern, sounds = _sounds()
    return " ".join(
        "".join(
            sounds[piece].near if piece in sounds else piece
            for piece in pattern.findall(_drop_article(word))
        )
        for word in cut_words(name)
    )


def _drop_article(word: str) -> str:
    """Drop the Arabic article of a folded word that is long enough to have one."""
    return word[2:] if word.startswith(_ARTICLE) and len(word) > _LONG_NAME else word
