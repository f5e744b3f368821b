"""Arabic words without what is written together with them: a pronoun, «و» or «ف», ل, the hamza a pronoun changes."""

from functools import cache, lru_cache

from rawi.lang.grammar import get_grammar

_OWN = ("ها", "هم", "هن", "ه")
_SHORTEST = 4  # letters of a plural with a changed hamza


@lru_cache(maxsize=65536)
def without_pronoun(word: str) -> str:
    """A noun without the pronoun it ends in: فعلته → فعلة, أمينها → أمين."""
    for ending in ("ها", "هم", "هن", "ه"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            return stem[:-1] + "ه" if stem.endswith("ت") else stem
    return word


def is_own_speech(word: str) -> bool:
    """Tell whether a word is a speech with the pronoun of whose it is.

    >>> [is_own_speech(word) for word in ("حدیثه", "تصریحاتها", "حدیث", "تدریباته", "کلمه")]
    [True, True, False, False, False]
    """
    speeches = get_grammar("ar").words["speeches"]
    stems = {without_pronoun(word), *map(word.removesuffix, _OWN)} - {word}
    return word not in speeches and not speeches.isdisjoint(stems)


def joined_form(word: str, known: frozenset[str]) -> str | None:
    """The form of a set a word is, also behind «و» or «ف»; None where it is none.

    >>> joined_form("ووقف", frozenset({"وقف"})), joined_form("وقف", frozenset({"وقف"}))
    ('وقف', 'وقف')
    >>> joined_form("", frozenset({"وقف"})) is None  # a letter that was all pronoun
    True
    """
    if word in known:
        return word
    bare = word[1:] if word.startswith(("و", "ف")) else ""
    return bare if bare in known else None


@cache
def all_joined(known: frozenset[str]) -> frozenset[str]:
    """The forms of a set, and each behind «و» and «ف».

    >>> sorted(all_joined(frozenset({"قال"})))
    ['فقال', 'قال', 'وقال']
    """
    return frozenset(joint + form for form in known for joint in ("", "و", "ف"))


def without_hamza(word: str) -> str:
    """A plural whose hamza a pronoun changed, as it is written alone: زملائ(ه) → زملاء; of other words the same.

    >>> without_hamza("زملای"), without_hamza("ولی")
    ('زملاء', 'ولی')
    """
    return word[:-1] + "ء" if word.endswith("ای") and len(word) >= _SHORTEST else word


@lru_cache(maxsize=65536)
def without_object_pronoun(word: str) -> str:
    """A verb without the pronoun of whom it is done to: واجهته → واجهت, سألها → سأل.

    >>> without_object_pronoun("واجهته"), without_object_pronoun("قال")
    ('واجهت', 'قال')
    """
    for ending in ("هما", "هم", "ها", "ه"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            return stem
    return word
