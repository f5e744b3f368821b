"""How sure a word is someone's name: the people who bear it against how often it stands in text. Floor 2.

`name_counts.tsv.xz` counts the people of Wikidata that bear a name as given name and as surname, `listed_names.tsv` has names of
lists with their gender (tools/build_person_names.py makes both). A word many people bear and texts seldom have is surely
a name; one that texts have far more often than people bear it (صباح, امید) is one only where the sentence says so.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log10
from typing import Literal, NamedTuple

from rawi.lang import LANGUAGES, table_package
from rawi.lang.common import load_arabic_counts, load_persian_words
from rawi.lang.folding import squeeze
from rawi.tables import load_packed, load_tsv, split_columns, without_collecting

Gender = Literal["m", "f", ""]

# Ten times the logarithm of how much more often, in a billion words, a word stands than people in the counts bear it. Of words
# that are names first of all (محمد 22, خالد 22, غانم 22, رضا 21) against others (سحر 28, سلام 32, آرزو 37, صباح 37).
_SURE, _PERHAPS = 24, 40
_RARE_ARABIC = 30  # once in a million words
_PERSIAN_TOKENS = 5e5  # of the edited text Persian words are counted in
_SHORTEST = 3  # letters
_SHORTEST_OF_ONE = 5  # letters of a given name one alone bears
_MOSTLY_FAMILY = 3  # times as many bear it as surname: it opens no name
_SHARE_ABROAD = 4  # of the other language's countries so many count for one
_ARTICLE, _FEWEST_DEFINITE = "ال", 5  # الطاهر; words with the article are surnames first of all
_FEWEST_RELATED = 3  # words in ی are adjectives, plurals (صيادي) and surnames first of all
_LISTED = 2  # bearers a list counts for
_SERVANT = "عبد "
_PERSIAN_LETTERS = frozenset("پچژگ")
# يكانه, منيجه and برويز; or غ and تش.
_IN_ARABIC = (
    str.maketrans("پچژگ", "بججک"),
    str.maketrans({"پ": "ب", "چ": "تش", "ژ": "ج", "گ": "غ"}),
)


class ListedName(NamedTuple):
    """A row of `listed_names.tsv`."""

    name: str
    kind: Literal["given", "surname"]
    gender: Gender = ""


class KnownNames(NamedTuple):
    """The names of a language, folded: given names to their gender, surely names or perhaps; and surnames of one word, likewise."""

    given: Mapping[str, Gender]
    perhaps_given: Mapping[str, Gender]
    surnames: frozenset[str]
    perhaps_surnames: frozenset[str]


class _Bearers(NamedTuple):
    """By folded name: how many bear it as given name and as surname, and its gender."""

    given: dict[str, int]
    surname: dict[str, int]
    gender: dict[str, Gender]


@cache
def load_known_names(language: str) -> KnownNames:
    """Load the names known of people, as a language writes them; names travel, so those of the other are among them.

    >>> names = load_known_names("ar")
    >>> ["غانم" in names.given, "سلام" in names.perhaps_given, "مدرسه" in names.perhaps_given]
    [True, True, False]
    """
    with without_collecting():
        bearers = _count_bearers(language)
        weigh = _weigh_persian if language == "fa" else _weigh_arabic
        given: dict[str, Gender] = {}
        perhaps: dict[str, Gender] = {}
        for name, count in bearers.given.items():
            family = bearers.surname.get(name, 0)
            if family > count * _MOSTLY_FAMILY or (count == 1 and len(name) < _SHORTEST_OF_ONE):
                continue
            if name.startswith(_ARTICLE) and count < max(_FEWEST_DEFINITE, family):
                continue
            if name.endswith("ی") and count < max(_FEWEST_RELATED, 2 * family):
                continue
            weight = 2 if " " in name else weigh(name, count + family)
            if weight:
                (given if weight > 1 else perhaps)[name] = bearers.gender.get(name, "")
        surnames = {
            name: weigh(name, count + bearers.given.get(name, 0))
            for name, count in bearers.surname.items()
            if " " not in name
        }
    return KnownNames(
        given,
        perhaps,
        frozenset(name for name, weight in surnames.items() if weight > 1),
        frozenset(name for name, weight in surnames.items() if weight == 1),
    )


def _weigh_persian(word: str, bearers: int) -> int:
    """Tell whether a Persian word is surely a name (2), perhaps (1) or hardly (0)."""
    if len(word) < _SHORTEST:
        return 0
    known = load_persian_words().get(word)
    if known is None:
        return 2
    often = 10 * log10(known.times / _PERSIAN_TOKENS * 1e9) if known.times else 10 * known.web
    return _grade(often, bearers)


def _weigh_arabic(word: str, bearers: int) -> int:
    """Tell the same of an Arabic word."""
    if len(word) < _SHORTEST:
        return 0
    counts = load_arabic_counts()
    often = counts.get(word, 0)
    weight = 2 if often < _RARE_ARABIC else _grade(often, bearers)
    came = word.endswith("ت") and counts.get(word[:-1], 0) >= often  # حضرت: she came
    return 0 if came else weight


def _grade(often: float, bearers: int) -> int:
    """Grade a word by ten times the logarithm of its frequency in a billion, and those who bear it."""
    beyond = often - 10 * log10(bearers)
    return 2 if beyond <= _SURE else 1 if beyond <= _PERHAPS else 0


def _count_bearers(language: str) -> _Bearers:
    """Count who bears the names of both languages, as one writes them."""
    bearers = _Bearers({}, {}, {})
    for code in (language, *(code for code in LANGUAGES if code != language)):
        package = table_package(code)
        names, *counts = split_columns(squeeze(load_packed(package, "name_counts.tsv.xz")), 3)
        forms = _find_forms(names, language)
        share = 1 if code == language else _SHARE_ABROAD
        for borne, column in zip((bearers.given, bearers.surname), counts, strict=True):
            _add_counts(borne, names, column, share, forms)
        _add_listed(bearers, load_tsv(package, "listed_names.tsv", ListedName), language)
    return bearers


def _add_counts(
    borne: dict[str, int],
    names: Sequence[str],
    counts: Sequence[str],
    share: int,
    forms: Mapping[str, Iterable[str]],
) -> None:
    """Add those who bear names; `share` of them count for one, and one alone for none where that is more than one."""
    for name, count in zip(names, counts, strict=True):
        if count == "0" or (share > 1 and count == "1"):
            continue
        number = max(1, int(count) // share)
        for form in forms.get(name, (name,)):
            borne[form] = borne.get(form, 0) + number


def _add_listed(bearers: _Bearers, rows: Sequence[ListedName], language: str) -> None:
    """Add the names of lists; each counts for some who bear it."""
    names = [squeeze(row.name) for row in rows]
    forms = _find_forms(names, language)
    for name, row in zip(names, rows, strict=True):
        borne = bearers.given if row.kind == "given" else bearers.surname
        for form in forms.get(name, (name,)):
            borne[form] = borne.get(form, 0) + _LISTED
            if row.gender:
                bearers.gender.setdefault(form, row.gender)


def _find_forms(names: Iterable[str], language: str) -> dict[str, Iterable[str]]:
    """How a language writes folded names where it is another way: Persian also joins the two words of a name, گلمحمد, Arabic those of a servant of God, عبدالباسط."""
    if language == "fa":
        return {name: (name, name.replace(" ", "")) for name in names if " " in name}
    forms: dict[str, Iterable[str]] = {}
    for name in names:
        if name.startswith(_SERVANT):
            forms[name] = (name, name.replace(" ", ""))
        elif not _PERSIAN_LETTERS.isdisjoint(name):
            forms[name] = dict.fromkeys(write_in(language, name))
    return forms


def write_in(language: str, name: str) -> list[str]:
    """Write a name as a language does: Arabic has not all letters of Persian.

    >>> write_in("ar", "منیژه"), write_in("ar", "گلناز"), write_in("fa", "گلناز")
    (['منیجه', 'منیجه'], ['کلناز', 'غلناز'], ['گلناز'])
    """
    if language == "ar" and not _PERSIAN_LETTERS.isdisjoint(name):
        return [name.translate(letters) for letters in _IN_ARABIC]
    return [name]
