"""Who is meant by a title that stands alone: «وقال للشيخ إنّ», «دکتر گفت», «مهندس» of «X، مهندس ناحیه»."""

from collections.abc import Iterable

from rawi.lang.common import without_joined_lam
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.speaker import Speaker, Words

_DOCTORS = {"الطبیب": "الدکتور", "الطبیبه": "الدکتوره"}


def find_by_title(known: Iterable[Speaker], words: Words, language: str) -> Speaker | None:
    """The first of those known, the last one spoken of first, who is called by a title that stands alone."""
    if len(words) > 1:
        return None
    if language == "ar":
        title = without_joined_lam(words[0]).lstrip("وف")
        if title not in load_people("ar").titles.alone:
            return None
    else:
        title = words[0]
        if title not in get_grammar("fa").words["titles_of_callings"]:
            return None
    return next((person for person in known if title in person.titles), None)


def find_ranked(people: Iterable[Speaker], words: Words) -> Speaker | None:
    """Who of those named is called by a Persian title and his surname, where the title is a given name too: «سردار جلیل کوهی», then «سردار کوهی».

    >>> kuhi = Speaker("جلیل کوهی", ("جلیل", "کوهی"), 0, named=True, titles=["سردار"])
    >>> find_ranked([kuhi], ("سردار", "کوهی")) is kuhi, find_ranked([kuhi], ("سردار", "آبادی"))
    (True, None)
    """
    if len(words) < 2 or load_people("fa").titles.find(words, 0) is None:
        return None
    count = len(words) - 1
    called = (one for one in people if words[0] in one.titles and len(one.words) > count)
    return next((one for one in called if one.words[-count:] == words[1:]), None)


def find_doctor(known: Iterable[Speaker], words: Words) -> Speaker | None:
    """Who of those known is called a doctor in Arabic, where nobody was told to be one: «الدكتورة X», then «الطبيبة».

    >>> find_doctor([], ("الطبیب",)) is None
    True
    """
    title = _DOCTORS.get(words[0]) if len(words) == 1 else None
    return next((person for person in known if title is not None and title in person.titles), None)


def is_told_calling(people: Iterable[Speaker], words: Words) -> bool:
    """Tell whether a Persian title alone is what someone was told to be: «X، مهندس ناحیه, …», then «مهندس»."""
    if len(words) > 1 or words[0] not in get_grammar("fa").words["titles_of_callings"]:
        return False
    return any(role[:1] == words for person in people for role in person.roles)
