"""Where after a Persian content the outlet tells on without a verb of saying: «گفت C و خواستار D شد», «گفت C و X به خانه رفت»."""

from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.marks import CLOSERS, DASHES, STRAIGHT
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.phrases import BUT, JOINTS, PAUSES, read_phrase
from rawi.quote.persian.sequels import find_sequel
from rawi.quote.persian.verbs import (
    COPULAS,
    FUTURE,
    follows_finite_verb,
    is_finite,
    is_past,
    is_past_participle,
    may_be,
)
from rawi.quote.persian.voices import can_speak
from rawi.quote.persian.withheld import find_withheld

_COMPARING = frozenset({"همانگونه", "همانطور", "همان", "چنانکه", "چنان", "انگونه", "انطور"})
_CLAIMS = frozenset(
    {"ادعایی", "اتهامی", "خبری", "گزارشی", "شایعهای", "موضوعی", "سخنی", "حرفی", "روایتی", "نکتهای"}
)
_PROPOSALS = frozenset(
    {"پیشنهادی", "چیزی", "امری", "اقدامی", "تصمیمی", "طرحی", "درخواستی", "خواستهای", "وعدهای", "هشداری", "انتقادی", "رقمی",
     "نتیجهای", "پدیدهای", "کاری", "رفتاری", "واکنشی", "پاسخی", "توصیفی", "ایدهای", "نظری", "دیدگاهی", "موضعی"}
)  # fmt: skip
# What somebody said, which only the outlet can speak of.
_WORDS_SAID = frozenset(
    {"سخنی", "حرفی", "جملهای", "پرسشی", "سوالی", "سئوالی", "پاسخی", "جوابی", "عبارتی", "تعبیری", "گفتهای", "اظهارنظری",
     "سخنانی", "حرفهایی", "شوخیای", "کنایهای", "وصفی"}
)  # fmt: skip
_ANNOUNCING = frozenset({"اعلام", "خبر", "ابلاغ", "تصویب", "اطلاع"})
_ANNOUNCED = frozenset({"تصمیمی", "اقدامی", "طرحی", "خبری", "حکمی", "دستوری", "مصوبهای"})
_OF_THAT = (("از", "اینکه"), ("از", "انکه"), ("از", "این"))
_NOBODY = frozenset({"کسی", "هیچکس"})  # «…، اما کسی جواب نداد»
_DENIALS = frozenset({"رد", "تکذیب", "انکار", "نفی"})
_OUTCOMES = frozenset({("به", "این", "ترتیب"), ("به", "همین", "ترتیب")})
SUBORDINATING = frozenset({"که", "اگر", "وقتی", "چون", "زیرا"})


def find_narration(page: Page, cue: PlacedCue, start: int, last: int) -> int | None:
    """Where in the clause of a cue, which begins at a token, the outlet tells on; None where it does not."""
    return (
        _aside(page, start, last)
        or _demand(page, start, last)
        or _retort(page, start, last)
        or _comment(page, cue, start, last)
        or find_withheld(page, cue, start, last)
        or _narration(page, start, last)
        or _after_promise(page, cue, start, last)
        or find_sequel(page, cue, start, last)
    )


def _aside(page: Page, start: int, last: int) -> int | None:
    """The dash before what the outlet compares: «گفت C – همان گونه که D»."""
    return next(
        (
            i
            for i in range(start, last - 2)
            if page.words[i] in DASHES
            and page.mark_at[i] is None
            and page.words[i + 1] in _COMPARING
        ),
        None,
    )


def closes_clause(page: Page, joint: int) -> bool:
    """Tell whether before a joint a clause ends, with a verb, a closing mark or a pause before it: «…»، و».

    Before a pause and «ولی» a participle that is a noun too ends it: «بدترین بخش گذشته، ولی», not «سال گذشته، ولی».
    """
    words = page.words
    at = joint - (words[joint - 1] in PAUSES)
    if at < joint and words[joint] in BUT and is_past_participle(words[at - 1]):
        return words[at - 2] not in get_grammar("fa").words["times"]
    at -= page.words[at - 1] in CLOSERS | STRAIGHT
    return at > 0 and follows_finite_verb(page, at)


def _border(page: Page, joint: int) -> int:
    """The pause before a joint, else the joint."""
    return joint - (page.words[joint - 1] in PAUSES)


def _demand(page: Page, start: int, last: int) -> int | None:
    """The joint before a demand with a noun: «گفت C و خواستار تعمیر سد شد», «گفت C، هرچند خواستار D شد»."""
    joints = JOINTS | get_grammar("fa").words["concessions"]
    return next(
        (
            _border(page, i)
            for i in range(start + 1, last - 2)
            if page.words[i] in joints
            and page.words[i + 1] in ("خواستار", "خواهان")
            and page.mark_at[i] is None
            and closes_clause(page, i)
        ),
        None,
    )


def _narration(page: Page, start: int, last: int) -> int | None:
    """The joint after which the outlet tells what someone did: «گفت که از گروه جدا شده است و X نیز به خانه رفت»."""
    words = page.words
    joints = JOINTS | get_grammar("fa").words["concessions"]
    verb = last - 1 if page.is_word(last - 1) else last - 2
    if page.mark_at[verb] is not None or not is_past(words[verb]) or words[verb - 1] in FUTURE:
        return None  # «…، اما سال آینده دوباره مطرح خواهد کرد»
    for i in range(verb - 2, start + 1, -1):
        if words[i] in SUBORDINATING or page.mark_at[i] is not None:
            return None
        joint = words[i] in joints
        if joint and words[i - 1] in PAUSES and not closes_clause(page, i):
            return None
        if joint and closes_clause(page, i):
            wholly = page.mark_at[_border(page, i) - 2] == page.mark_at[start + 1] is not None
            return _border(page, i) if _tells_on(page, i, verb, marked=wholly) else None
    return None


def _tells_on(page: Page, joint: int, verb: int, *, marked: bool) -> bool:
    """Tell whether in the past behind a joint somebody is named, a future came before, or something is told of what was said.

    «… پایین می آید و X به خانه رفت», «… کم خواهد شد و سهامش سقوط کرد», «… باز است و از مردم تشکر کرد»,
    «…، اما این پیام را پاک کرد». `marked`: what was said stands in marks, «گفت که «راهی نبود» و از کارش دفاع کرد».
    """
    words = page.words
    someone = page.person_at(joint + 1)
    named = someone is not None and someone.first == joint + 1
    ended = _border(page, joint) - 1
    acts = marked or not get_grammar("fa").words["acts"].isdisjoint(
        words[max(joint + 1, verb - 2) : verb]
    )
    other = read_phrase(page, joint + 1, verb)
    # «… و مردم را به آرامش دعوت کرد»
    done_to = other[1] - other[0] == 1 and words[other[1]] == "را"
    if acts and words[joint + 1] not in _NOBODY and can_speak(page, other) and not done_to:
        acts = False  # «گفت راه بسته است و شورا پیشنهاد را رد کرد»
    if words[joint + 1 : joint + 4] in _OUTCOMES:
        return True  # «رأی داد C و به این ترتیب نزاع پایان یافت»
    if (named or acts) and (marked or not is_past(words[ended])):
        return True
    if words[ended - 1] in FUTURE:
        return True
    pointed = words[joint + 1] in get_grammar("fa").demonstratives
    return pointed and names_letter(words[joint + 2], "fa") and words[joint + 3] == "را"


def _retort(page: Page, start: int, last: int) -> int | None:
    """The pause before a clause that says who denied it: «گزارش داد C، که شرکت آن را رد کرد», «…، ادعایی که X تکذیب کرد»."""
    words = page.words
    for i in range(start + 1, last - 3):
        if words[i] not in PAUSES or page.mark_at[i] is not None or not closes_clause(page, i):
            continue
        claimed = words[i + 2] == "که" and words[i + 1] in _CLAIMS
        object_told = words[i + 1] == "که" and ("ان", "را") in pairwise(words[i + 2 : last])
        if (claimed or object_told) and not _DENIALS.isdisjoint(words[i + 2 : last]):
            return i
    return None


def _comment(page: Page, cue: PlacedCue, start: int, last: int) -> int | None:
    """The pause before a clause in which something is said of what was told: «گفت C، پیشنهادی که X گفت بررسی می کند», «…، چیزی که X آن را «D» نامید», «…؛ سخنی که به خنده انجامید», «اعلام کرد C؛ تصمیمی که …»."""
    words = page.words
    for i in range(start + 1, last - 3):
        if words[i] not in PAUSES or page.mark_at[i] is not None or not closes_clause(page, i):
            continue
        if words[i] == "؛" and _sums_up(words[i + 1 : last]):
            return i
        if words[i + 2] != "که":
            continue
        if words[i + 1] in _WORDS_SAID or (words[i] == "؛" and _is_act(page, cue, words[i + 1])):
            return i
        said = words[i + 1] in _CLAIMS | _PROPOSALS
        if said and any(cue.cue.shape == "verb" for cue in page.cues(i + 3, last, "fa")):
            return i
    return None


def _sums_up(words: tuple[str, ...]) -> bool:
    """Tell whether behind «؛» the outlet says with a noun what that was or shows: «…؛ پرونده ای که چهار سال طول کشید», «…؛ نشانه ای از اینکه …».

    >>> _sums_up(("پروندهای", "که", "سالها", "طول", "کشید")), _sums_up(("تصمیمی", "که", "غلط", "است"))
    (True, False)
    """
    noun, after = words[0], words[1:3]
    sets = get_grammar("fa").words
    thing = noun.endswith("ی") and not noun.endswith(("انی", "هایی"))
    thing = thing and noun not in sets["time_conjunctions"] | sets["nobody"] | {"جایی"}
    past = is_past(words[-1]) or is_past(words[-2])  # before the full stop
    return thing and ((after[:1] == ("که",) and past) or after in _OF_THAT)


def _is_act(page: Page, cue: PlacedCue, noun: str) -> bool:
    """Tell whether a noun names what the cue does: «پیشنهاد کرد C؛ پیشنهادی که …», «اعلام کرد C؛ تصمیمی که …»."""
    act = page.words[cue.first]
    return noun in (act + "ی", act + "ای") or (act in _ANNOUNCING and noun in _ANNOUNCED)


def _after_promise(page: Page, cue: PlacedCue, start: int, last: int) -> int | None:
    """The «و» after what is promised and may be: «قول داد که بماند و بعید است که برود»."""
    words = page.words
    if words[cue.first] not in get_grammar("fa").words["promises"]:
        return None
    for i in range(start + 2, last - 3):
        if words[i] in JOINTS and page.mark_at[i] is None and may_be(words[i - 1]):
            verb = next((k for k in range(i + 1, last) if is_finite(page, k)), last)
            if verb < last and (words[verb] in COPULAS or is_past(words[verb])):
                return i
    return None
