"""Words that end in ي or in ى, both being words: their neighbours decide between Ali and على, اليمني and اليمنى.

Asked only in copies whose final yehs are in doubt; where nothing decides, the commoner word is taken.
"""

import re
from functools import cache

from rawi.lang.given_names import GivenNameRow
from rawi.lang.people import TitleRow
from rawi.repair.arabic_words import arabic_frequency, plain_frequency
from rawi.tables import load_tsv

MARKS = str.maketrans(dict.fromkeys((*range(0x064B, 0x0656), 0x0670)))
TO_ARABIC = MARKS | str.maketrans("\u06a9\u06cc\u06c1", "كيه")
STOP, OTHER = ".", "?"  # neighbours that are no words: a mark that ends a clause, and anything else
_STOPS = re.compile(r"[\s»”]*[.،؛!؟\n][\s«“.،!؟]*")
_SON = frozenset({"بن", "ابن"})
_ALI, _AT = "علي", "لدي"  # which على and لدى are only before a noun
_SO_ON = "فعلي"  # which فعلى is only where a clause begins
_SAYS = frozenset({"إن", STOP})  # what may follow a name, and no preposition: a clause, or a mark
# After these stands a noun (إلى تبني), after those a verb (الذي تبنى).
_BEFORE_NOUN = frozenset({"إلى", "في", "عن", "بعد", "قبل", "منذ", "خلال", "دون", "بسبب", "نحو", "ضد", "عدم"})  # fmt: skip
_BEFORE_VERB = frozenset({"قد", "وقد", "فقد", "لقد", "ولقد", "الذي", "والذي", "التي", "والتي", "عندما", "حين", "حيث", "كما", "بعدما", "ثم"})  # fmt: skip
_VERBS_IN_YEH = frozenset({"لقي", "بقي", "رضي", "نسي", "خشي", "حظي", "خفي", "شقي"})
_AND = ("و", "ف")
_ARTICLES = ("ال", "وال")
_FEMALE_ENDS = ("ة", "اء")
# Parts of the body there are two of are feminine without showing it.
_FEMALE = frozenset(
    {"اليد", "العين", "القدم", "الساق", "الذراع", "الأذن", "الكتف", "الرجل", "الكف"}
)
LEAST_VERB = 4  # letters of a noun that a verb in ى shares: تبني, تلقي
RIVAL = 4.0  # times commoner one of two words may be; what is rarer is mostly a slip (الاصطناعى)


@cache
def _names() -> frozenset[str]:
    """Given names that are no common words, and the last words of titles."""
    names = load_tsv("rawi.lang.ar", "given_names.tsv", GivenNameRow)
    titles = load_tsv("rawi.lang.ar", "titles.tsv", TitleRow)
    return frozenset(
        {row.name for row in names if not row.weak} | {row.title for row in titles if not row.weak}
    )


def neighbour(gap: str, word: str) -> str:
    r"""What stands beside a word, behind or before a gap: a word in Arabic codes, `STOP` or `OTHER`.

    >>> neighbour(" ", "كتاب"), neighbour(". ", "كتاب"), neighbour(" «", "كتاب"), neighbour(" iOS. ", "كتاب")
    ('كتاب', '.', '?', '?')
    """
    if _STOPS.fullmatch(gap):
        return STOP
    return word.translate(TO_ARABIC) if gap.isspace() or word == STOP else OTHER


def final_in_context(before: str, word: str, after: str) -> str | None:
    """The final letter of a word in ي that may end in ى, by its neighbours; None if they do not tell.

    Neighbours are as `neighbour` tells them.

    >>> [final_in_context(*words) for words in ((".", "علي", "بن"), ("محمد", "علي", "الحسيني"), ("جلس", "علي", "المقعد"))]
    ['ي', 'ي', None]
    >>> [final_in_context(*words) for words in (("إلى", "تبني", "رأي"), ("الذي", "تبني", "رأيا"), (".", "ونفي", "القاضي"))]
    ['ي', 'ى', 'ى']
    >>> [final_in_context(*words) for words in (("اليد", "اليمني", "."), ("الرئيس", "اليمني", "."))]
    ['ى', 'ي']
    """
    if word == _SO_ON:
        return None if before == STOP else "ي"
    if word in (_ALI, _AT):
        return _of_preposition(before, word, after)
    other = word[:-1] + "ى"
    if word.startswith(_ARTICLES):
        return _of_adjective(before, word, other)
    if (
        before == STOP
        and word.startswith(_AND)
        and _are_rivals(plain_frequency(word[1:]), plain_frequency(other[1:]))
    ):
        # A sentence begins with a verb, unless a name or a passive does (روي عن).
        if word[1:] == _ALI or after == "عن":
            return None
        return "ي" if word[1:] in _VERBS_IN_YEH else "ى"
    rivals = _are_rivals(plain_frequency(word), plain_frequency(other))
    if rivals and len(word) >= LEAST_VERB and word.startswith("ت"):
        if before in _BEFORE_NOUN:
            return "ي"
        if before in _BEFORE_VERB:
            return "ى"
    return None


def _are_rivals(here: float, there: float) -> bool:
    """Tell whether both of two words are in use."""
    return 0 < max(here, there) <= RIVAL * min(here, there)


def _of_preposition(before: str, word: str, after: str) -> str | None:
    """Whether على is meant, or Ali; لدى, or what I have."""
    if after in _SAYS:
        return "ي"
    if word == _AT:
        return None
    nisba = after.startswith("ال") and after.endswith(("ي", "ى", "ی"))
    named = before in _names() and (nisba or after in _names())
    return "ي" if after in _SON or named else None


def _of_adjective(before: str, word: str, other: str) -> str | None:
    """Whether an adjective in ى is meant (اليمنى, of a woman) or one in ي (اليمني), where both are words."""
    rivals = _are_rivals(arabic_frequency(word), arabic_frequency(other))
    if not rivals or not before.startswith(_ARTICLES):
        return None
    female = before.endswith(_FEMALE_ENDS) or before.removeprefix("و") in _FEMALE
    return "ى" if female else "ي"
