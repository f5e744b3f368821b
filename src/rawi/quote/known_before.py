"""Whom a short phrase means again: by his surname alone, or by his office in fewer words."""

from collections.abc import Iterable

from rawi.quote.marks import MARKS
from rawi.quote.roles import differ_in_time, is_role
from rawi.quote.speaker import Speaker, Words, is_part

_OTHERS = frozenset({"دیگر", "دیگری", "اول", "دوم", "سوم"})


def find_by_surname(people: Iterable[Speaker], words: Words, language: str) -> Speaker | None:
    """The one person whose name ends in a word that is no name of itself: «توانمند: …», «وأضاف "عناني"» of خالد العناني."""
    if language == "ar":
        words = tuple(word for word in words if word not in MARKS)
        alone = len(words) == 1 and not is_role(words, "ar")
        called = [p for p in people if alone and len(p.words) > 1 and is_part(words, p.words)]
        return called[0] if len(called) == 1 else None
    # «رونالدوی ۳۳ ساله» too: with the yeh of an ezafe, and his age.
    aged = len(words) == 3 and words[1][0].isdigit() and words[2] == "ساله"
    if language != "fa" or not (len(words) == 1 or aged):
        return None
    names = {words[0], words[0].removesuffix("ی") if aged else words[0]}
    called = [p for p in people if len(p.words) > 1 and p.words[-1] in names]
    return called[0] if len(called) == 1 else None


def find_by_family(people: Iterable[Speaker], words: Words, language: str) -> Speaker | None:
    """The one Arabic person whose name ends in a word of another meaning, where nobody holds it for an office: «العربي», «الوكيل», «خطاب»."""
    if language != "ar" or len(words) != 1:
        return None
    known, bare = list(people), words[0].removeprefix("ال")
    # «كريم السرطاوي», then «سرطاوي»
    called = [
        one for one in known if len(one.words) > 1 and one.words[-1] in (words[0], "ال" + words[0])
    ]
    held = any(role[:1] == (bare,) for one in known for role in one.roles)
    return called[0] if len(called) == 1 and not held else None


def find_same_office(speaker: Speaker, known: Iterable[Speaker]) -> Speaker | None:
    """The last one before without a name whose office a shorter phrase tells again: «وزیر» after «وزیر بهداشت».

    «متهم دیگر» is another.
    """
    if len(speaker.roles) != 1 or speaker.plural or not _OTHERS.isdisjoint(speaker.words):
        return None
    (office,) = speaker.roles
    before = [
        one
        for one in known
        if one.first < speaker.first
        and not (one.plural or one.body)
        and any(_shortens(office, role) for role in one.roles)
    ]
    return max(before, key=lambda one: one.first, default=None)


def _shortens(office: Words, role: Words) -> bool:
    """Tell whether an office is a longer one told in fewer words."""
    shorter = len(office) < len(role) and office[:1] == role[:1] and set(office) <= set(role)
    return shorter and not differ_in_time(office, role)
