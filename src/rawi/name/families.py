"""Tell whether a word is hardly anything but a family's name: by those who bear it, and by how it is made."""

from functools import cache, lru_cache

from rawi.lang.common import load_arabic_counts, load_common, load_persian_words
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.lang.persian_verbs import is_persian_verb
from rawi.name.places import load_places

_SHORTEST = 4  # letters
_SHORTEST_DEFINITE = 5
_SHORTEST_STEM = 3  # letters before the tail of a surname
_SELDOM_DEFINITE = 32  # once and a half in a million words
_RARE_DEFINITE = 25  # three times in ten million words, with and without the article
# With the article so much oftener than without, in ten times the logarithm: القحطاني 25, الأنصاري 11; but الكهربائي 3, البريدي -1.
_ARTICLE_BELONGS = 11
_SOFT_TAILS = frozenset({"اصل", "مقدم", "دوست", "کار", "گر", "یار", "آرا", "ارا", "گلی"})
_PLAIN_PERSIAN = 10  # times in half a million words
_PLAIN_ARABIC = 36  # four times in a million words, with and without the article
_OF_PLACE = 60  # times in half a million words; تهرانی and اصفهانی are adjectives first of all


@lru_cache(maxsize=65536)
def is_family_name(word: str, language: str) -> bool:
    """Tell whether a folded word is hardly anything but a family's name.

    >>> [is_family_name(word, "ar") for word in ("القحطانی", "الزیدان", "الکهربایی", "الجمیع")]
    [True, True, False, False]
    >>> [is_family_name(word, "fa") for word in ("نوروزیان", "فرضیزاده", "شدیدی", "امسال")]
    [True, True, False, False]
    """
    if len(word) < _SHORTEST or not word.isalpha() or word.isascii():
        return False
    given = load_people(language).given_names.find((word,), 0)
    if given is not None:
        return not given.value.weak
    if word in load_known_names(language).surnames:
        return True
    return _is_made_arabic(word) if language == "ar" else _is_made_persian(word)


def _is_made_arabic(word: str) -> bool:
    """Tell whether an Arabic word has the article as names have it: of no noun, or a relation nearly always definite."""
    if (
        not word.startswith("ال")
        or len(word) < _SHORTEST_DEFINITE
        or load_places("ar").find((word,), 0)
    ):
        return False
    counts = load_arabic_counts()
    often, bare = counts.get(word, 0), counts.get(word[2:], 0)
    known = load_known_names("ar")
    if often < _SELDOM_DEFINITE and (
        word[2:] in known.surnames or word[2:] in known.perhaps_surnames
    ):
        return True  # الزيدان, of زيدان
    if word.endswith("ی"):
        return max(often, bare) < _RARE_DEFINITE or often >= bare + _ARTICLE_BELONGS
    if word.endswith("یه"):  # الكثيرية, of a woman
        return max(often, bare) <= _RARE_DEFINITE and is_family_name(word[:-1], "ar")
    return max(often, bare) < _RARE_DEFINITE and not word.endswith(("ات", "ین", "ون", "ه"))


def _is_made_persian(word: str) -> bool:
    """Tell whether a Persian word texts do not know ends as surnames do: فرضیزاده, نوروزیان; or a word tells a place: لاهیجی."""
    known = load_persian_words().get(word)
    if word.endswith("ی") and load_places("fa").find((word[:-1],), 0):
        return known is None or known.times < _OF_PLACE
    if known is not None or is_persian_verb(word):
        return False
    tails = load_people("fa").surname_tails
    return word.endswith("یان") or any(
        tails.get(word[start:]) is False and word[start:] not in _SOFT_TAILS
        for start in range(_SHORTEST_STEM, len(word) - 1)
    )


def has_common_word(words: tuple[str, ...], language: str) -> bool:
    """Tell whether one of the words after a given name is a common word that is hardly anyone's surname: «أمل الجميع», not «عايد الحربي»."""
    common, perhaps = load_common(language), _perhaps(language)
    return any(word in common and word not in perhaps for word in words)


def has_noun(words: tuple[str, ...], language: str) -> bool:
    """Tell whether one is common, or definite and hardly anyone's surname: «نقيب صيادي البحيرة»."""
    perhaps = _perhaps(language)
    return has_common_word(words, language) or any(
        word.startswith("ال") and word not in perhaps and not is_family_name(word, language)
        for word in words
    )


@lru_cache(maxsize=65536)
def is_plain(word: str, language: str) -> bool:
    """Tell whether a word is a noun or adjective in frequent use that nobody bears: after a given name alone it makes no name.

    >>> [is_plain(word, "ar") for word in ("القمر", "الربیع", "الخطیب", "الکردی")], is_plain("کتاب", "fa")
    ([True, True, False, False], True)
    """
    known = load_known_names(language)
    if word in known.surnames or word in known.perhaps_surnames or is_family_name(word, language):
        return False
    if word in load_people(language).given_names.alone:
        return False
    if language == "fa":
        found = load_persian_words().get(word)
        related = word.endswith("ی")  # باغبانی is gardening, and who is called so
        return found is not None and found.times >= _PLAIN_PERSIAN and not related
    counts = load_arabic_counts()
    often = min(
        counts.get(word, 0), counts.get(word[2:] if word.startswith("ال") else "ال" + word, 0)
    )
    return often >= _PLAIN_ARABIC


@cache
def _perhaps(language: str) -> frozenset[str]:
    """Common words that may be surnames; in Arabic those of relation: المصري."""
    surnames = load_known_names(language).perhaps_surnames
    if language == "fa":
        return surnames
    return frozenset(word for word in surnames if word.startswith("ال") and word.endswith("ی"))
