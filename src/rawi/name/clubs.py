"""Tell clubs from people they look like: «سرمربی شاهین ساحل» is no coach Shahin where «تیم شاهین ساحل» has won."""

from collections.abc import Iterable, Sequence

from rawi.lang.called_outlets import load_outlet_names
from rawi.lang.common import is_rare
from rawi.lang.known_names import load_known_names
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.families import is_family_name
from rawi.name.found import FoundName
from rawi.name.split_surnames import is_split
from rawi.name.words import is_closed

_CLUBS = frozenset({"تیم", "باشگاه"})
_CAPTAIN = "کاپیتان"
# Whose name stands behind them is a team's: «سرمربی شاهینان», «تساوی شاهینان برابر X».
_OF_TEAMS = _CLUBS | {
    "سرمربی", "مربی", "مدافع", "مهاجم", "هافبک", "دروازهبان", "بازیکن", "بازیکنان", "هواداران", "هوادار", "پیراهن", "تساوی", "دروازه",
}  # fmt: skip
_BETWEEN = 3  # words of the sport, «تیم فوتبال ساحلی …»
_TITLED = 3  # the strength of a name a title shows


def part_clubs(reading: Reading, found: Sequence[FoundName]) -> list[FoundName]:
    """Make organisations of the Persian people whose name the document gives to a team or club."""
    clubs = {_words(reading, name) for name in found if _is_club(reading, name)}
    clubs -= {_words(reading, name) for name in found if name.strength >= _TITLED}
    clubs |= _led_by_captains(reading, found)
    bodies = (_words(reading, name) in clubs or _calls_outlet(reading, name) for name in found)
    return [_as_club(name) if body else name for name, body in zip(found, bodies, strict=True)]


def _led_by_captains(reading: Reading, found: Sequence[FoundName]) -> set[tuple[str, ...]]:
    """The names behind «کاپیتان», and their first words, that are no given name and by which the document calls a team: «کاپیتان | شاهینان ماسال», «سرمربی | شاهینان»."""
    words, given = reading.words, load_people("fa").given_names
    led = [
        name
        for name in found
        if name.rule == "fa.title"
        and words[name.first - 1] == _CAPTAIN
        and given.find(words, name.first) is None
    ]
    names: set[tuple[str, ...]] = set()
    for name in led:
        word = words[name.first]
        called = (i for i, other in enumerate(words) if other == word and i != name.first)
        if any(i and words[i - 1] in _OF_TEAMS for i in called):
            names |= {_words(reading, name), (word,)}
    return names


def _calls_outlet(reading: Reading, name: FoundName) -> bool:
    """Tell whether a name is what an outlet is called, that stands right before it: «به گزارش پایگاه خبری ساوه نار»."""
    at = name.first
    head = load_people("fa").organisations.find(reading.words, at - 2) if at > 1 else None
    outlet = head is not None and head.end == at and head.value.kind == "outlet"
    return outlet and name.strength < _TITLED and name.rule.startswith("fa.")


def _words(reading: Reading, name: FoundName) -> tuple[str, ...]:
    """The folded words of a name."""
    return reading.words[name.first : name.last]


def _is_club(reading: Reading, name: FoundName) -> bool:
    """Tell whether before a person's name stands the head of a club and at most its sport."""
    words = reading.words
    if name.type != "PER" or not name.rule.startswith("fa."):
        return False
    for i in range(name.first - 1, max(-1, name.first - 2 - _BETWEEN), -1):
        if words[i] in _CLUBS:
            outlet = load_outlet_names().find(words, i)
            if _is_officer(words, i, name) or (outlet and outlet.end == name.first):
                return False  # «به گزارش باشگاه خبرنگاران جوان | X گفت»
            return i == name.first - 1 or not _names_member(words[i + 1 : name.first])
        if not words[i][0].isalpha() or is_closed(words[i], "fa"):
            return False
    return False


def _is_officer(words: Sequence[str], head: int, name: FoundName) -> bool:
    """Tell whether a role stands before the head of a club, and the name behind it is a family's: «سرمربی تیم | سامان راد», not «سرمربی تیم شاهین ساحل»."""
    if head == 0 or words[head - 1] not in load_people("fa").roles.alone:
        return False
    surname, known = words[name.last - 1], load_known_names("fa")
    borne = surname in known.surnames or is_rare(surname)
    borne = borne or surname in load_people("fa").surname_tails
    borne = borne or is_split(tuple(words), name.last - 2, name.last)
    return name.last - name.first > 1 and (borne or is_family_name(surname, "fa"))


def _names_member(words: Iterable[str]) -> bool:
    """Tell whether among words one says what somebody is: «تیم ملی، کاپیتان رضا …»."""
    roles = load_people("fa").roles
    return any(word in roles.alone for word in words)


def _as_club(name: FoundName) -> FoundName:
    """The name as that of an organisation."""
    if name.type != "PER" or not name.rule.startswith("fa."):
        return name
    return name._replace(type="ORG", rule="fa.organisation", role=None)
