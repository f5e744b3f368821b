"""Find organisations by their head noun and the words that depend on it: «وزارت آب», «اتحاد الشطرنج»."""

from collections.abc import Iterator

from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.lang.speech import load_cues
from rawi.name.found import FoundName
from rawi.name.words import in_marks, is_name_word

_LONGEST = 6
# Adverbs of time that are the names of outlets too: «خبرگزاری آینهٔ روز»; before a weekday or a number they are not.
_OUTLET_TIMES = frozenset(map(squeeze, ("روز", "امروز", "فردا", "صبح", "عصر", "شب")))
# Adjectives of organisations that are common words: «فدراسیون ملی», «اداره کل».
_DEPENDING = frozenset(
    {
        "ملی",
        "کل",
        "عمومی",
        "کشور",
        "استان",
        "امور",
        "فنی",
        "پژوهشی",
        "آموزشی",
        "شهر",
        "عالی",
        "علوم",
    }
)


def find_organisations(
    reading: Reading, first: int, last: int, language: str
) -> Iterator[FoundName]:
    """Yield organisations among tokens [first, last): a head noun with what depends on it, or الاتحاد alone."""
    words = reading.words
    heads = load_people(language).organisations
    grammar = get_grammar(language)
    read_end = _arabic_end if language == "ar" else _persian_end
    i = first
    while i < last:
        bare = (grammar.bare(words[i]), *words[i + 1 : i + 3])
        hit = heads.find(bare, 0)
        clitic = 0
        if hit is None and language == "ar" and words[i][0] in "ولب":
            hit = heads.find((words[i][1:], *words[i + 1 : i + 3]), 0)
            clitic = 1
        if hit is None:
            i += 1
            continue
        definite = language == "ar" and bare[0] != words[i]
        end = read_end(words, i + hit.end, last, definite)
        if hit.value == "outlet" and language == "fa" and _names_outlet(words, end, last):
            end += 1
        if end > i + hit.end or definite:
            rule = f"{language}.{hit.value}"
            yield FoundName(i, end, "ORG", rule, clitic=clitic or _clitic(words[i], definite))
        i = max(end, i + 1)


def _names_outlet(words: tuple[str, ...], at: int, last: int) -> bool:
    """Tell whether a word of time ends an outlet's name: no weekday, number or noun follows it."""
    if at >= last or words[at] not in _OUTLET_TIMES:
        return False
    after = words[at + 1] if at + 1 < last else "."
    if not after[0].isalnum() or after in get_grammar("fa").verbs:
        return True
    return load_cues("fa").find(words, at + 1) is not None


def _clitic(word: str, definite: bool) -> int:
    """How many letters before the article are prefixed: والاتحاد has one; للاتحاد keeps its form."""
    return 1 if definite and not word.startswith(("ال", "لل")) else 0


def _persian_end(words: tuple[str, ...], at: int, last: int, definite: bool) -> int:
    """Where a Persian name ends: the ezafe chain is not written, so a verb's noun must be told by its verb."""
    del definite
    verbs = get_grammar("fa").verbs
    organisations = load_people("fa").organisations
    i = at
    while i < last and i - at < _LONGEST:
        marked = in_marks(words, i, last)
        if marked:
            return marked
        joins = words[i] == "و" and i > at and i + 1 < last and is_name_word(words, i + 1, "fa")
        if joins and i + 2 < last and words[i + 2] not in verbs:
            i += 2
            continue
        depends = words[i] in _DEPENDING or organisations.find(words, i) is not None
        if not depends and not is_name_word(words, i, "fa"):
            break
        if i + 1 < last and words[i + 1] in verbs:
            break
        i += 1
    return i


def _arabic_end(words: tuple[str, ...], at: int, last: int, definite: bool) -> int:
    """Where an Arabic name ends: the genitive chain ends at its first definite word, adjectives may follow."""
    i = at
    closed = definite
    while i < last and i - at < _LONGEST:
        # «البلدية «ترمّم ولا تهدم»»: after a definite noun the marks set off speech.
        marked = None if closed else in_marks(words, i, last)
        if marked:
            return marked
        has_article = words[i].startswith("ال") and len(words[i]) > 3
        # «الاتحاد الوطني لكرة القدم»
        of = (
            closed
            and words[i].startswith("ل")
            and not words[i].startswith("لل")
            and i + 1 < last
            and words[i + 1].startswith("ال")
            and is_name_word(words, i, "ar")
        )
        if of:
            i += 2
            continue
        if has_article and load_people("ar").roles.find((words[i][2:],), 0) is None:
            closed = True
        elif closed or not is_name_word(words, i, "ar"):
            break
        else:
            # A proper name ends the chain when nothing definite follows: جامعة هامونة.
            follows = i + 1 < last and words[i + 1].startswith("ال")
            closed = not follows
        i += 1
    return i
