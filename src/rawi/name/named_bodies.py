"""Arabic bodies called by a given name and an adjective, which is nobody's surname: «مؤسسة سلمى الخيرية», «لمجموعة سهيل الصحية»."""

from collections.abc import Iterable, Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.families import is_family_name
from rawi.name.found import FoundName
from rawi.name.organisation_ends import describes_body
from rawi.name.places import heads_place

_HOUSES = frozenset({"دار", "بیت", "صالون", "فرقه", "معرض", "مرکب", "مجمع", "فضاء"})


def without_bodies(reading: Reading, found: Iterable[FoundName]) -> Iterator[FoundName]:
    """The names without those of people that are what a body is called by.

    >>> from rawi.lang.reading import read_tokens
    >>> reading = read_tokens("قالت مؤسسة سلمى الخيرية إن")
    >>> list(without_bodies(reading, [FoundName(2, 4, "PER", "ar.given")]))
    []
    """
    return (name for name in found if not _calls_body(reading.words, name))


def _calls_body(words: tuple[str, ...], name: FoundName) -> bool:
    """Tell whether right before a name of two words a body stands and the second word tells of what kind it is."""
    if name.type != "PER" or name.last - name.first != 2 or not name.rule.startswith("ar."):
        return False
    head, kind = words[name.first - 1] if name.first else "", words[name.last - 1]
    if not _heads_body(head) or not kind.startswith("ال"):
        return False
    his = kind.endswith("ی") and not is_family_name(kind, "ar")
    return describes_body(kind) or his or kind in get_grammar("ar").words["body_adjectives"]


def _heads_body(word: str) -> bool:
    """Tell whether an indefinite head of a body stands, also behind «ل», «ب» or «و»: «لمجموعة», «باسم مستشفى»."""
    heads = load_people("ar").organisations
    forms = (word, word[1:] if word[:1] in ("ل", "ب", "و") else "")
    return any(
        form and (form in heads.alone or heads_place(form, "ar") or form in _HOUSES)
        for form in forms
    )
