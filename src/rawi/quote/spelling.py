"""How a name is shown: as its writer spelled it, where the repair put a joiner into a word that is written in one; a kunya in the nominative."""

from functools import cache
from unicodedata import combining

from rawi.lang.common import is_written_in_one
from rawi.lang.people import load_people
from rawi.text import Span, Text

_JOINER = "\u200c"
_ENDINGS = ("ی", "ان")  # «تنگسیر|ی», «باغدار|ان»; «هیئت|ها» has a joiner
_GOD = "الله"
_KUNYAS = ("أبا ", "أبي ", "ابا ")  # «التقى أبا خليل», «قول أبي خليل»


def spell_name(text: Text, span: Span) -> str:
    r"""The name at a span of the repaired text, words parted by one blank.

    A family writes its name as it wants: «رزمجو» stays whole although «رزم|آور» has a joiner (|), and so does a name a vowel sign
    shows to be spelled with care («اوبیِسی»). A word no dictionary writes in one («صالحیمقدم») lost its joiner, and keeps that of
    the repair. Endings count for nothing («باغداران», «تنگسیری»), and given names are known («گلبهار»).

    >>> from rawi.text import Edit
    >>> def put(*places): return lambda old: [Edit(i, i, "\u200c", "joiners") for i in places]
    >>> text = Text.untouched("مینا رزمجو صالحیمقدم").repair(put(8, 16))
    >>> spell_name(text, Span(0, 22)).replace("\u200c", "-")
    'مینا رزمجو صالحی-مقدم'
    >>> spell_name(Text.untouched("گلفروشان تنگسیری").repair(put(2, 12)), Span(0, 18))
    'گلفروشان تنگسیری'
    >>> spell_name(Text.untouched("نصرتالله راد").repair(put(4)), Span(0, 13)).replace("\u200c", "-")
    'نصرت-الله راد'
    >>> spell_name(Text.untouched("علیاصغر راد").repair(put(3)), Span(0, 12)).replace("\u200c", "-")
    'علی-اصغر راد'
    >>> spell_name(Text.untouched("ایلا اوبیِسی").repair(put(7, 10)), Span(0, 14))
    'ایلا اوبیِسی'
    >>> spell_name(Text.untouched("أبا خليل"), Span(0, 8))
    'أبو خليل'
    """
    start, end = span
    written = text.repaired[start:end]
    if _JOINER not in written:
        name = " ".join(written.split())
        return f"أبو {name[4:]}" if name.startswith(_KUNYAS) else name
    own = "".join(
        letter
        for i, letter in enumerate(written)
        if letter != _JOINER or text.quote(Span(start + i, start + i + 1))
    )
    repaired, kept = written.split(), own.split()
    return " ".join(
        shown
        if _is_double(shown)
        else word
        if word in shown or _is_one_word(word) or _is_vowelled(word)
        else shown
        for shown, word in zip(repaired, kept, strict=True)
    )


def _is_double(word: str) -> bool:
    """Tell whether a joiner parts two given names that Persian never writes in one: «علی|اصغر», not «گل|بهار»."""
    first, _, second = word.partition(_JOINER)
    given = load_people("fa").given_names
    both = all(given.find((name,), 0) is not None for name in (first, second))
    return first.endswith("ی") and both


@cache
def _is_one_word(word: str) -> bool:
    """Tell whether a word is written in one, perhaps without its ending, or is a given name the table has no joiner in: «نصرتالله» lost its."""
    stems = (word, *(word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)))
    given = load_people("fa").given_names.find((word,), 0)
    # «نصرتالله»: no name is written together with الله
    whole = given is not None and _JOINER not in given.value.name and not word.endswith(_GOD)
    return whole or any(is_written_in_one(stem) for stem in stems)


def _is_vowelled(word: str) -> bool:
    """Tell whether a vowel sign stands inside a word."""
    return any(combining(letter) for letter in word[:-1])
