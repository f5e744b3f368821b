"""Read the agency a report carries behind the place it comes from: «لندن (رويترز) –», «أبوظبي في 5 يناير / وام /».

Second half of *segment*. Without an outlet named elsewhere the agency is whose copy this is. Brackets that tell more of the
place, «دورلي (إنجلترا) –», a day, or agencies that are not named, «المرسى (وكالات) –», name nobody.
"""

import re
from functools import cache

from rawi.lang import LANGUAGES
from rawi.lang.datelines import words_for_no_outlet
from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar
from rawi.lang.places import place_codes, place_heads
from rawi.lang.verbs import is_verb
from rawi.segment.masthead import names_a_day
from rawi.text import Span

_LONGEST_PLACE, _LONGEST_NAME = 8, 4  # words before the agency, the day among them, and of its name
_BRACKETS = re.compile(
    r"""(?P<place>[^()/\n«»".:؟!]{0,70}?)
        [(](?P<name>[^()\n«»]{2,40} | [^()\n«»]{0,20}«[^()\n«»]{2,30}»)[)]
        \s*(?:[-–—ـ]+|/)\s*\S""",
    re.VERBOSE,
)
_SLASHES = re.compile(
    r"""(?P<place>[^()/\n«»":؟!]{2,70}?)
        /\s*(?P<name>[^()/\n«»\d]{2,30}?)\s*/
        (?:\s*[-–—ـ]+)?\s*\S""",
    re.VERBOSE,
)
_PERSIAN = re.compile("[یکپچژگ]")
_DIGIT = re.compile(r"\d")
_BESIDE_DAYS = frozenset({"فی", "ابان"})  # «في 5 يناير»; آبان is a month and not إبان


def find_agency(paragraph: str) -> Span | None:
    """Where a paragraph that opens with a place names the agency the report is of; None where it names none.

    >>> line = "لندن (رويترز) - قالت الشركة إنّ المصنع عاد إلى العمل."
    >>> span = find_agency(line)
    >>> line[span.start : span.end]
    'رويترز'
    >>> find_agency("دورلي (إنجلترا) - حتى وقت قريب لم يكن الجبن يباع هنا.")
    >>> find_agency("افتتح المتحف (الجديد) - وهو الأكبر - أبوابه أمس.")
    """
    found = _BRACKETS.match(paragraph)
    if found is None:
        found = _SLASHES.match(paragraph)
        if found is None or not _DIGIT.search(found["place"]):  # the day stands before the slash
            return None
    if not _is_place(found["place"]) or not _is_agency(found["name"]):
        return None
    name = found["name"]
    start = found.start("name") + len(name) - len(name.lstrip())
    return Span(start, start + len(name.strip()))


def _is_place(written: str) -> bool:
    """Tell whether words before an agency may be a place, perhaps with its day: they are no sentence and no part of one."""
    words = [squeeze(word) for word in written.split()]
    # «وادي» is no «and» and a verb here, and «سیدار» is Persian.
    arabic = bool(words) and not (words[0].startswith("و") or _PERSIAN.search(written))
    begun = arabic and is_verb(words[0])
    return len(words) <= _LONGEST_PLACE and not begun and _of_sentence().isdisjoint(words)


def _is_agency(written: str) -> bool:
    """Tell whether words may name an agency: no place, no day, and not «agencies»."""
    words = written.split()
    names = [squeeze(word).strip("«»") for word in words]
    return (
        0 < len(words) <= _LONGEST_NAME
        and not _DIGIT.search(written)
        and not names_a_day(written)
        and names[0] not in _no_heads()
        and squeeze(written.strip()) not in _places()
    )


@cache
def _of_sentence() -> frozenset[str]:
    """Words that stand in sentences and in no place with its day, squeezed: prepositions, and «that»."""
    grammars = [get_grammar(language) for language in LANGUAGES]
    told = (grammar.prepositions | grammar.complementizers for grammar in grammars)
    return frozenset().union(*told) - _BESIDE_DAYS


@cache
def _places() -> frozenset[str]:
    """The names of places of all languages, squeezed."""
    return frozenset(squeeze(name) for language in LANGUAGES for name, _ in place_codes(language))


@cache
def _no_heads() -> frozenset[str]:
    """Squeezed words an agency's name does not begin with: those before the name of a place, and «agencies»."""
    heads = (place_heads(language) for language in LANGUAGES)
    return frozenset().union(*heads, map(squeeze, words_for_no_outlet()))
