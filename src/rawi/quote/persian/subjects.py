"""The source of a Persian cue: its subject, which stands first in the clause and which no preposition governs."""

from collections.abc import Iterator, Sequence
from functools import cache

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import tells_manner
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page
from rawi.quote.persian.circumstances import opens_circumstance, skip_prepositional
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.introduced import given_before, told_behind_comma
from rawi.quote.persian.phrases import (
    HE,
    JOINTS,
    PAUSES,
    heads_role,
    open_marks,
    read_phrase,
)
from rawi.quote.persian.subject_ends import end_before_object, end_before_verb, find_counted
from rawi.quote.persian.taken_things import find_taken
from rawi.quote.persian.times import TIME_ADJECTIVES, is_time, skip_opening, tells_time
from rawi.quote.persian.verbs import bare_pasts, follows_finite_verb, is_finite, is_past_participle
from rawi.quote.persian.voices import can_speak, end_of_share, find_head, is_one, opens_many, says
from rawi.quote.saying import Range

_TO_HIM = frozenset({"به", "برای"})
_COPULAS = frozenset({"است", "بود", "هستند", "بودند"})
_TAKING = frozenset({"گرفت", "برداشت", "اورد", "گذاشت", "زد", "کشید", "نشان"})
_LONGEST_NAME = 3  # tokens
_JOINTS = JOINTS | {"لیکن"}
_BORDERS = _JOINTS | {"که", *"،؛.؟!"}


@keep_answers
def find_subject(page: Page, start: int, stop: int) -> Range | None:
    """Find the subject among the words before a cue: the last clause with someone who can speak, else with any noun."""
    if (told := _told_of(page, start, stop)) is not None:
        return told
    others: list[Range] = []
    for first, last in reversed(list(_segments(page, start, stop))):
        if _is_predicate(page, start, first, last, stop) or _is_done_to_him(
            page, first, last, stop
        ):
            continue
        candidates = [c for c in read_subjects(page, first, last) if not _counts(page, c, stop)]
        if page.words[last - 1] in _COPULAS and last < stop and "که" not in page.words[first:last]:
            # «… و یکی از صادرکنندگان است، گفت»: what someone is, not who spoke.
            indefinites = get_grammar("fa").indefinites
            candidates = [c for c in candidates if page.words[c[0]] not in indefinites]
        people = [c for c in candidates if can_speak(page, c) or _is_its_officer(page, c, stop)]
        if people:
            told = told_behind_comma(page, people[0])
            person = told if told in candidates else people[0]
            alone = _without_object(page, _name_before(page, candidates, person), stop)
            return alone if alone[0] < alone[1] else None  # «پسری را معرفی کرد و گفت»
        others += [c for c in candidates if _may_speak(page, c, first, stop)]
    # «تویوتا نتوانست بگوید که تولید می ماند اما هشدار داد»: a word that is no common noun is rather someone.
    rare = (c for c in others if page.words[find_head(page, c)] not in load_common("fa"))
    return next(rare, others[0] if others else None)


def find_speaking_subject(page: Page, start: int, stop: int) -> Range | None:
    """Find the subject among the words before a cue, if it is someone who can speak."""
    subject = find_subject(page, start, stop)
    return subject if subject is not None and can_speak(page, subject) else None


def _is_its_officer(page: Page, phrase: Range, stop: int) -> bool:
    """Tell whether right before a cue, or where its clause begins, stands an officer or relative of whom was told: «شرکت رد نکرد، ولی | سخنگویش گفت», «یادش می آید که | معلمش به او گفت»."""
    first, last = phrase
    begins = last == stop or page.words[first - 1] in ("که", "ولی", "اما")
    return begins and last - first == 1 and is_somebodys(page.words[first])


def _counts(page: Page, phrase: Range, stop: int) -> bool:
    """Tell whether right before a cue a number only counts its noun: «صاحبخانه | یک شرط گذاشت»."""
    return phrase == (stop - 1, stop) and page.words[phrase[0]] == "یک"


def _without_object(page: Page, phrase: Range, stop: int) -> Range:
    """Someone's role without the thing he takes: «مدیر | خودکار گرفت و نوشت», «کارگر | آجری برداشت و گفت»; not «مدیر شورا گفت»."""
    first, last = phrase
    takes = last < stop - 1 and page.words[last] in _TAKING and page.words[last + 1] == "و"
    thing = takes and last - first == 2 and first not in page.mention_at
    if (counted := find_counted(page, phrase)) is not None:
        return first, counted
    if (taken := find_taken(page, phrase, stop)) is not None:
        return first, taken
    return (first, last - 1) if thing and heads_role(page, first) else phrase


def _told_of(page: Page, start: int, stop: int) -> Range | None:
    """The subject that a relative clause parts from its verb: «کشاورزی که سیل محصولش را برد، گفت»."""
    words = page.words
    pause = _last_pause(page, start, stop)
    if pause is None or not follows_finite_verb(page, pause):
        return None
    begun = next((i for i in range(pause - 1, start, -1) if words[i] == "؛"), start)
    for i in range(begun + 1, pause):
        if words[i] in PAUSES and follows_finite_verb(page, i):
            return None  # more than one clause closes before the verb
        if words[i] == "که" and page.mark_at[i] is None:
            first = next(read_subjects(page, begun, i), None)
            speaks = first and first[1] == i and (can_speak(page, first) or is_one(page, first))
            return first if speaks else None
    return None


def _last_pause(page: Page, start: int, stop: int) -> int | None:
    """The pause before a cue behind which only stands how, where or to whom something is said: «…، | در آن نوشت», «…، | به X گفت»."""
    words, grammar = page.words, get_grammar("fa")
    pause = next(
        (i for i in range(stop - 1, start, -1) if words[i] in PAUSES and page.mark_at[i] is None),
        None,
    )
    if pause is None or grammar.adverbs.issuperset(words[pause + 1 : stop]):
        return pause
    placed = words[pause + 1] in grammar.prepositions
    return pause if placed and next(read_subjects(page, pause + 1, stop), None) is None else None


def _is_predicate(page: Page, start: int, first: int, last: int, stop: int) -> bool:
    """Tell whether a clause right before a cue only says what its subject is: «X که در شهر کار کرده و مسئول کتابخانه است گفت»."""
    words = page.words
    return last == stop > first and words[last - 1] in _COPULAS and "که" in words[start:first]


def opens_with_done_to_him(page: Page, first: int, last: int) -> bool:
    """Tell whether a sentence without a subject of its own opens with a clause of time about what another did to him whom it is about."""
    begun, pause = next(_segments(page, first, last))
    acts = _is_done_to_him(page, begun, pause, last)
    return acts and next(read_subjects(page, pause + 1, last), None) is None


def _is_done_to_him(page: Page, first: int, last: int, stop: int) -> bool:
    """Tell whether a clause of time before the one of a cue tells what somebody else did to him who speaks: «وقتی انجمن به او جایزه داد، | گفت»."""
    words, sets = page.words, get_grammar("fa").words
    opens = words[first] in sets["time_conjunctions"] and page.sentence_at(first) is not None
    if not opens or last >= stop or words[last] not in PAUSES:
        return False
    return any(
        words[i] in HE and (words[i - 1] in _TO_HIM or words[i + 1] == "را")
        for i in range(first + 2, last)
    )


def _name_before(page: Page, candidates: Sequence[Range], person: Range) -> Range:
    """The unknown name a role after a comma belongs to: «نیکا، دانش آموز سال دهم، …», «نیکا ۱۶ ساله، یکی از …»."""
    if (bare := given_before(page, person)) is not None:
        return bare
    at = candidates.index(person)
    one = page.words[person[0] : person[0] + 2] == ("یکی", "از")
    one = one or page.words[person[1] : person[1] + 1] == ("که",)  # «X، شرکتی که …»
    sets = get_grammar("fa").words
    owner = page.words[person[0]] in sets["leaders"] | sets["undertakers"]
    if at and person[0] not in page.mention_at and (one or owner or heads_role(page, person[0])):
        before = candidates[at - 1]
        aged = before[1] - 2 if page.words[before[1] - 1] == "ساله" else before[1]
        name = range(before[0], aged)
        rare = [page.words[i] not in load_common("fa") for i in name]
        # «ملک شیرآغا، یکی از این بزرگان، …»: the last word tells that it is a name
        unknown = all(rare) if not one else rare[-1:] == [True] and len(rare) <= _LONGEST_NAME
        if name and unknown and before[1] + 1 == person[0] and page.words[before[1]] == "،":
            return before[0], aged
    return person


@keep_answers
def first_subject(page: Page, first: int, last: int) -> Range | None:
    """The first noun phrase of a sentence that no preposition governs, and none whose relative clause opens it: whom it is about."""
    words, prepositions = page.words, get_grammar("fa").prepositions
    for start, stop in _segments(page, first, last):
        # «با موتوری که از برادرش گرفت، | X به خانه رفت»
        placed = stop < last and words[start] in prepositions and "که" in words[start:stop]
        if not placed:
            subject = next(read_subjects(page, start, last), None)
            return _without_object(page, subject, last) if subject else None
    return None


def _may_speak(page: Page, phrase: Range, first: int, stop: int) -> bool:
    """Tell whether a phrase nothing is known of may be who spoke: it opens its clause, and is no noun of a verb.

    «لبخندی زد و گفت», «ممکن است», «ساعت هفت»: none of these is a speaker.
    """
    words = page.words
    head = words[find_head(page, phrase)]
    if phrase[0] in page.mention_at:
        return True
    light = get_grammar("fa").words["light_verbs"]
    told = (words[i] in _past() for i in range(phrase[0] + (phrase[0] == first), phrase[1]))
    if any(told) or (phrase[1] < stop and words[phrase[1]] in light) or head.endswith("انه"):
        return False  # «آهی کشید و گفت», «خطابه کرد و گفت», «مأیوسانه گفت»
    if head not in load_common("fa"):
        return True
    opening = all(
        not page.is_word(i) or words[i] in get_grammar("fa").conjunctions
        for i in range(first, phrase[0])
    )
    of_verb = phrase[1] < stop and is_finite(page, phrase[1])
    return opening and not of_verb and head not in get_grammar("fa").words["times"]


@cache
def _past() -> frozenset[str]:
    """The forms of the simple past that are no nouns: کشید, کشیدند."""
    return bare_pasts() | {stem + "ند" for stem in bare_pasts()}


def _segments(page: Page, start: int, stop: int) -> Iterator[Range]:
    """Cut the words before a cue at «و» and pauses that follow a finite verb: each may have a subject."""
    words = page.words
    first = start
    for i in [i for i in range(start, stop) if words[i] in _BORDERS]:
        if page.mark_at[i] is None and (
            follows_finite_verb(page, i) or _closes_relative(page, first, i)
        ):
            yield first, i
            first = i + 1
    yield first, stop


def _closes_relative(page: Page, first: int, pause: int) -> bool:
    """Tell whether before a pause a participle ends the relative clause of a phrase of place: «در نامه ای که دیروز رسیده، | مدیر گفت»."""
    words = page.words
    if words[pause] not in PAUSES or words[first] not in get_grammar("fa").prepositions:
        return False
    return is_past_participle(words[pause - 1]) and "که" in words[first:pause]


def read_subjects(page: Page, first: int, last: int) -> Iterator[Range]:
    """Yield the noun phrases of a clause that no preposition governs and no «را» follows."""
    grammar = get_grammar("fa")
    words = page.words
    i = first
    while i < last:
        word = words[i]
        if word in grammar.subordinators and i > first:
            return  # a subordinate clause: its phrases are not the speaker
        mark = page.mark_at[i]
        if mark is not None and i > first + 1 and words[i - 2] == "را":
            i = max(mark[1], i + 1)  # «او را «X» می نامد»: what someone is called
        elif later := skip_opening(page, i, last):
            i = later  # «ساعتی بعد | آموزش و پرورش …»
        elif _is_small(page, i, last):
            i += 1
        elif opens_circumstance(page, i):
            i = skip_prepositional(page, i, last)
        elif is_finite(page, i) or says(word) or _tells_when(page, first, i) or _is_done(page, i):
            i += 1
        elif tells_time(page, i, last):
            i += 2  # «بعضی وقت ها ناخدا …», «آن گاه ملوانان …»
        else:
            end = end_of_share(page, i, last) or _end_of_phrase(page, i, last)
            phrase = end_before_verb(page, (i, end))
            follower = words[phrase[1]] if phrase[1] < last else ""
            named = phrase[1] > phrase[0] and not is_time(page, phrase)
            subject = end_before_object(page, phrase) if follower == "را" else phrase
            if named and subject is not None:
                yield open_marks(page, subject)
            i = max(end if subject in (phrase, None) else subject[1], i + 1)


def _is_small(page: Page, i: int, last: int) -> bool:
    """Tell whether at a token a sign, a conjunction or an adverb stands that opens no share: «بیش از نیمی | معتقدند»."""
    grammar, word = get_grammar("fa"), page.words[i]
    small = not page.is_word(i) or word in grammar.conjunctions or word in grammar.adverbs
    small = small or tells_manner(word)
    return small and not (end_of_share(page, i, last) or opens_many(page, i, last))


def _end_of_phrase(page: Page, i: int, last: int) -> int:
    """Where a noun phrase at a token ends, also behind «بیش از»."""
    return read_phrase(page, i + 2 * opens_many(page, i, last), last)[1]


def _is_done(page: Page, i: int) -> bool:
    """Tell whether a participle stands before its passive: «نخواست | شناخته شود»."""
    passive = page.words[i + 1 : i + 2] in (("شود",), ("نشود",), ("شوند",), ("نشوند",))
    return passive and is_past_participle(page.words[i])


def _tells_when(page: Page, first: int, i: int) -> bool:
    """Tell whether a word goes on with a time: «هفتهٔ | گذشته X گفت», «۵ | مهر X گفت»."""
    words, grammar = page.words, get_grammar("fa")
    if words[i][0].isdigit():  # «۵ مهر ۱۴۰۳ | فرمانده …»
        before, after = (
            words[i - 1] if i > first else "",
            words[i + 1] if i + 1 < len(words) else "",
        )
        return after in grammar.words["seasons"] or before in grammar.words["seasons"]
    if i > first and words[i - 1][0].isdigit():
        return words[i] in grammar.words["seasons"] and i not in page.mention_at
    return i > first and words[i - 1] in grammar.adverbs and words[i] in TIME_ADJECTIVES
