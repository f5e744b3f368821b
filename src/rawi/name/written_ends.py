"""Tell where an Arabic name begins and ends by what folded words no longer show: «على» as it is written is no علي, and «متوجّهاً» no name."""

from collections.abc import Iterable, Iterator

from rawi.lang.folding import ends_in_tanwin, squeeze
from rawi.lang.given_names import load_foreign_names
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName
from rawi.name.words import is_closed

_PREPOSITIONS = frozenset({"على", "إلى"})
_IN = " فى "  # who writes so writes علي like the preposition
_ALONE = 2  # tokens of the preposition and one word
_SCHOOLS = frozenset({"مدرسه", "ومدرسه", "لمدرسه", "بمدرسه"})
_BEING = frozenset({"یبدو", "تبدو", "بدا", "بدت", "کان", "کانت", "یکن", "تکن", "ظل", "ظلت", "اصبح", "اصبحت", "لیس", "لیست", "بات", "باتت", "صار", "صارت", "لازال", "مازال"})  # fmt: skip
_SHORTEST_PARTICIPLE = 5  # letters
_GIVEN, _ROLE, _SPEAKER = "ar.given", "ar.role", "ar.speaker"


def end_as_written(
    text: str, reading: Reading, found: Iterable[FoundName], *, original: str = ""
) -> Iterator[FoundName]:
    """Yield names without the preposition before or behind them, and none of what only says how someone speaks.

    The `original` of the text tells whether its writer tells علي from على. A given name that had nothing but the preposition for a surname is none («بيان على شاشة») unless it means nothing else («رد مايكل على»).

    >>> from rawi.lang.reading import read_tokens
    >>> text = "السيد كريك على أنه"
    >>> name = FoundName(1, 3, "PER", "ar.title")
    >>> [(n.first, n.last) for n in end_as_written(text, read_tokens(text), [name])]
    [(1, 2)]
    """
    told_apart = _IN not in (original or text)
    for name in found:
        if name.type != "PER" or not name.rule.startswith("ar."):
            yield _without_adverb(text, reading, name) if name.type == "PER" else name
            continue
        begun = _begin_as_written(text, reading, name) if told_apart else name
        if begun is None or any(tells(reading, begun) for tells in _NO_NAMES):
            continue
        name = begun
        last = text[slice(*reading.span(name.last - 1, name.last))]
        one = name.last - name.first == 1
        if not one and last in _PREPOSITIONS:
            name = name._replace(last=name.last - 1)
            one = name.last - name.first == 1
            if one and name.rule == _GIVEN and not _means_nothing_else(reading.words[name.first]):
                continue
        if not one and reading.words[name.last - 1] in get_grammar("ar").words["levels"]:
            name = name._replace(last=name.last - 1)
            if name.last - name.first == 1:
                continue  # «مدرسة رأس سليم الابتدائية»
        if not one and (_is_circumstance(last, name.rule) or _is_adverb(last)):
            yield name._replace(last=name.last - 1)  # «قالت الحارسة رباب صفدي ملتفتةً إلى …»
        elif not (one and (_is_circumstance(last, name.rule) or _is_manner(last, name.rule))):
            yield name


def _without_adverb(text: str, reading: Reading, name: FoundName) -> FoundName:
    """A Persian name without the adverb behind it that its ending shows: «آقای لی | کاملاً»."""
    last = text[slice(*reading.span(name.last - 1, name.last))]
    adverb = name.last - name.first > 1 and ends_in_tanwin(last)
    return name._replace(last=name.last - 1) if adverb else name


def _begin_as_written(text: str, reading: Reading, name: FoundName) -> FoundName | None:
    """A name without the preposition before it, «اعتمد على | كريم داود»; of one word behind it none is left: «على حسن الضيافة»."""
    if text[slice(*reading.span(name.first, name.first + 1))] not in _PREPOSITIONS:
        return name
    return name._replace(first=name.first + 1) if name.last - name.first > _ALONE else None


def _is_of_outlet(reading: Reading, name: FoundName) -> bool:
    """Tell whether one word beside a role is of an outlet: «مراسل | أكمفيل تايمز»."""
    alone = name.rule == _ROLE and name.last - name.first == 1
    after = reading.words[name.last : name.last + 1]
    return alone and after != () and after[0] in get_grammar("ar").words["outlet_words"]


def _is_of_school(reading: Reading, name: FoundName) -> bool:
    """Tell whether «مدرسة» beside a name is a school and no woman who teaches: «مدرسة هيل الثانوية في بلدة | X», «مدرسة | X الابتدائية»."""
    if name.rule != _ROLE or name.role is None or name.role[0] > name.first:
        return False
    words = reading.words[name.role[0] : name.last + 1]
    return words[0] in _SCHOOLS and not get_grammar("ar").words["levels"].isdisjoint(words)


def _is_predicate(reading: Reading, name: FoundName) -> bool:
    """Tell whether behind a verb of being or seeming one participle says what somebody in office is, and not his name: «لا تبدو المالكة | متعجلة»."""
    if name.rule != _ROLE or name.role is None or name.last - name.first > 1:
        return False
    words, (begun, end) = reading.words, name.role
    shaped = words[name.first].startswith("م") and len(words[name.first]) >= _SHORTEST_PARTICIPLE
    return shaped and end == name.first and begun > 0 and words[begun - 1] in _BEING


_NO_NAMES = (_is_of_outlet, _is_of_school, _is_predicate)


def _means_nothing_else(word: str) -> bool:
    """Tell whether a word is a given name from abroad and no Arabic word: مايكل, not الآن."""
    return word in load_foreign_names() and not is_closed(word, "ar")


def _is_circumstance(word: str, rule: str) -> bool:
    """Tell whether a word says how someone speaks: by its ending a participle, «قال المدير متوجّهاً إلى …», or behind the verb any word, «أشعر شخصياً»."""
    return ends_in_tanwin(word) and (word.startswith("م") or rule == _SPEAKER)


def _is_manner(word: str, rule: str) -> bool:
    """Tell whether the one word behind a role says by its ending how its bearer does something: «دخل حارس المرمى راكضاً»."""
    return rule == _ROLE and _is_adverb(word)


def _is_adverb(word: str) -> bool:
    """Tell whether a word behind a name ends like an adverb: «لم تنم هبة سالم ليلاً», not «هبة عليّاً»."""
    if not ends_in_tanwin(word):
        return False
    stem = squeeze(word).removesuffix("ا")
    return stem not in load_people("ar").given_names.alone
