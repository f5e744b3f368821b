"""Words of time, place and manner that stand where a Persian subject may: «ساعتی بعد», «بعضی وقت ها», «۲۲ آذر», «دم در», «خیلی آرام»."""

from functools import lru_cache

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.phrases import JOINTS, PAUSES, heads_role
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import can_speak, is_share
from rawi.quote.saying import Range

_LATER = frozenset({"بعد", "قبل", "پیش", "بعدتر", "پیشتر"})
TIME_ADJECTIVES = frozenset({"گذشته", "اینده", "جاری", "اخیر"})  # «هفتهٔ گذشته X گفت»
_THEN = frozenset({"بعد", "پس"})  # not before «از»
_YET = frozenset({("با", "این", "حال"), ("با", "این", "وجود"), ("با", "این", "همه")})

_DEGREES = frozenset({"کمی", "اندکی", "قدری", "خیلی", "بسیار", "کاملا", "نسبتا"})
_AT = frozenset(
    {"دم", "سر", "پای", "توی", "لای", "ته", "لب", "وسط"}
)  # «دم در», «سر شب», «پای تلفن»
_HOW = _AT | _DEGREES
_LONGEST_PLACE = 6  # tokens of «سر سفرهٔ ناهار خانواده،»
_JUST = frozenset({"درست", "دقیقا", "فقط", "تنها"})
_AT_LAST = frozenset({("دست", "اخر"), ("اخر", "سر"), ("سر", "اخر"), ("اخر", "کار")})
_DAY = "شنبه"  # of the week
_NEXT_DAY = "فردای"


def tells_time(page: Page, i: int, last: int) -> bool:
    """Tell whether two words say when or how: «بعضی وقت ها», «آن گاه», «همان گونه», «هر سه شنبه»."""
    grammar = get_grammar("fa")
    word = page.words[i]
    opens = word in grammar.words["quantities"] or word in grammar.demonstratives
    after = page.words[i + 1] if i + 1 < last else ""
    return opens and (after in grammar.words["times"] or after.endswith(_DAY))


def skip_opening(page: Page, i: int, last: int) -> int | None:
    """The token after «با این حال», «بعد» alone, or a span of time and «بعد»: «بعد | مدیر …», «ساعتی بعد | آموزش و پرورش …», «دو ساعت بعد | …», «پاییز گذشته | …»."""
    words = page.words
    if words[i : i + 3] in _YET:
        return i + 3
    if words[i] in _THEN and _opens_clause(page, i) and words[i + 1 : i + 2] != ("از",):
        return i + 1
    if (told := _skip_manner(page, i, last)) is not None:
        return told
    for k in range(i, min(i + 2, last - 1)):
        if not _is_span(words[k]):
            continue
        if k > i and (i in page.mention_at or heads_role(page, i)):
            break  # «شهردار ساعتی پیش گفت»
        last_time = words[k + 1] in TIME_ADJECTIVES and (k == i or _counts(words[i]))
        if words[k + 1] in _LATER or last_time:
            return k + 2
    return None


def _opens_clause(page: Page, i: int) -> bool:
    """Tell whether a token is the first of its sentence, or stands behind «و» or a pause."""
    here = page.sentence_at(i)
    opens = here is not None and here.first == i
    return opens or page.words[i - 1] in JOINTS | PAUSES


@lru_cache(maxsize=65536)
def _is_span(word: str) -> bool:
    """Tell whether a word is a time or some time: «سال», «سال ها», «ساعتی», «کمی | بعد»."""
    times = get_grammar("fa").words["times"]
    return word in _DEGREES or any(word.removesuffix(ending) in times for ending in ("", "ی", "ها"))


def _skip_manner(page: Page, i: int, last: int) -> int | None:
    """The token after two or three words that say when, where or how at a token: «دست آخر», «فردای آن روز», «دم در», «خیلی جدی»; no share («خیلی از مردم»)."""
    words, grammar = page.words, get_grammar("fa")
    if words[i : i + 2] in _AT_LAST:
        return i + 2
    if words[i] in _JUST and words[i + 1 : i + 2] == ("در",):
        return i + 1  # «درست در همان لحظه»
    if words[i] == _NEXT_DAY and words[i + 1 : i + 2] != ():
        return i + 2 + (words[i + 1] in grammar.demonstratives)
    if words[i] not in _HOW or i in page.mention_at or i + 1 >= last:
        return None
    door = words[i : i + 2] == ("دم", "در")
    after = words[i + 1]
    apart = after in grammar.prepositions or after in grammar.demonstratives or after in _LATER
    if apart and not door:
        return None  # «پای همین نوشته، | زنی …»
    if words[i] in _AT and (pause := _pause_behind_place(page, i, last)) is not None:
        return pause
    free = i + 1 not in page.mention_at and not heads_role(page, i + 1)
    return i + 2 if free and page.is_word(i + 1) and not is_finite(page, i + 1) else None


def _pause_behind_place(page: Page, i: int, last: int) -> int | None:
    """The pause behind a few words that say where something is said, as a clause opens: «سر سفرهٔ ناهار |، X گفت»."""
    pause = next(
        (k for k in range(i + 2, min(last, i + _LONGEST_PLACE)) if page.words[k] == "،"), None
    )
    if pause is None or not _opens_clause(page, i):
        return None
    told = range(i + 1, pause)
    someone = any(page.person_at(k) is not None or heads_role(page, k) for k in told)
    plain = all(page.is_word(k) and not is_finite(page, k) for k in told)
    return pause if plain and not someone else None


def _counts(word: str) -> bool:
    """Tell whether a word is a number: «دو», «۲»."""
    return word[0].isdigit() or word in get_grammar("fa").words["quantities"]


def is_time(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase begins with a number or a time: «۲۲ آذر», «دو روز»; not «۱۲ عضو شورا»."""
    words, first = page.words, phrase[0]
    if page.person_at(first) is not None:
        return False  # «بهار پناهی گفت»
    if words[first][0].isdigit():
        if is_share(page, phrase):
            return False
        return not (phrase[1] - first > 1 and can_speak(page, (first + 1, phrase[1])))
    return words[first] in get_grammar("fa").words["times"]
