"""The source of a Persian cue: its subject, which stands first in the clause and which no preposition governs."""

from collections.abc import Iterator, Sequence
from functools import cache

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.persian.phrases import (
    PAUSES,
    SIGNS,
    end_of_titles,
    follows_finite_verb,
    heads_role,
    is_finite,
    open_marks,
    read_phrase,
)
from rawi.quote.persian.times import is_time, skip_opening, tells_time
from rawi.quote.persian.voices import can_speak, find_head, is_one, is_share, says
from rawi.quote.saying import Range

_COPULAS = frozenset({"است", "بود", "هستند", "بودند"})
_TAKING = frozenset({"گرفت", "برداشت", "اورد", "گذاشت", "زد", "کشید", "نشان"})
_MORE = frozenset({"علاوه", "افزون"})
_WHEN = frozenset({"گذشته", "اینده", "جاری", "اخیر"})  # «هفتهٔ گذشته X گفت»
_JOINTS = frozenset({"و", "اما", "ولی", "لیکن"})


def find_subject(page: Page, start: int, stop: int) -> Range | None:
    """Find the subject among the words before a cue: the last clause with someone who can speak, else with any noun."""
    if (told := _told_of(page, start, stop)) is not None:
        return told
    others: list[Range] = []
    for first, last in reversed(list(_segments(page, start, stop))):
        if _is_predicate(page, start, first, last, stop):
            continue
        candidates = list(_subjects(page, first, last))
        if page.words[last - 1] in _COPULAS and last < stop and "که" not in page.words[first:last]:
            # «… و یکی از صادرکنندگان است، گفت»: what someone is, not who spoke.
            indefinites = get_grammar("fa").indefinites
            candidates = [c for c in candidates if page.words[c[0]] not in indefinites]
        people = [c for c in candidates if can_speak(page, c)]
        if people:
            return _without_object(page, _name_before(page, candidates, people[0]), stop)
        others += [c for c in candidates if _may_speak(page, c, first, stop)]
    # «تویوتا نتوانست بگوید که تولید می ماند اما هشدار داد»: a word that is no common noun is rather someone.
    rare = (c for c in others if page.words[find_head(page, c)] not in load_common("fa"))
    return next(rare, others[0] if others else None)


def _without_object(page: Page, phrase: Range, stop: int) -> Range:
    """Someone's role without the thing he takes: «مدیر | خودکار گرفت و نوشت»; not «مدیر شورا گفت»."""
    first, last = phrase
    takes = last < stop - 1 and page.words[last] in _TAKING and page.words[last + 1] == "و"
    thing = takes and last - first == 2 and first not in page.mention_at
    return (first, last - 1) if thing and heads_role(page, first) else phrase


def _told_of(page: Page, start: int, stop: int) -> Range | None:
    """The subject that a relative clause parts from its verb: «کشاورزی که سیل محصولش را برد، گفت»."""
    words, adverbs = page.words, get_grammar("fa").adverbs
    pause = stop - 1
    while pause > start and words[pause] in adverbs:
        pause -= 1
    if words[pause] not in PAUSES or not follows_finite_verb(page, pause):
        return None
    for i in range(start + 1, pause):
        if words[i] in PAUSES and follows_finite_verb(page, i):
            return None  # more than one clause closes before the verb
        if words[i] == "که" and page.mark_at[i] is None:
            first = next(_subjects(page, start, i), None)
            speaks = first and first[1] == i and (can_speak(page, first) or is_one(page, first))
            return first if speaks else None
    return None


def _is_predicate(page: Page, start: int, first: int, last: int, stop: int) -> bool:
    """Tell whether a clause right before a cue only says what its subject is: «X که در شهر کار کرده و مسئول کتابخانه است گفت»."""
    words = page.words
    return last == stop > first and words[last - 1] in _COPULAS and "که" in words[start:first]


def _name_before(page: Page, candidates: Sequence[Range], person: Range) -> Range:
    """The unknown name a role after a comma belongs to: «نیکا، دانش آموز سال دهم، …», «نیکا ۱۶ ساله، یکی از …»."""
    at = candidates.index(person)
    one = page.words[person[0] : person[0] + 2] == ("یکی", "از")
    one = one or page.words[person[1] : person[1] + 1] == ("که",)  # «X، شرکتی که …»
    if at and person[0] not in page.mention_at and (one or heads_role(page, person[0])):
        before = candidates[at - 1]
        aged = before[1] - 2 if page.words[before[1] - 1] == "ساله" else before[1]
        unknown = all(page.words[i] not in load_common("fa") for i in range(before[0], aged))
        if unknown and before[1] + 1 == person[0] and page.words[before[1]] == "،":
            return before[0], aged
    return person


def find_subject_after(page: Page, start: int, stop: int, *, plural: bool) -> Range | None:
    """Who speaks in a clause after «که» that ends with the cue: «تناقض این است که متهم گفته …».

    Before a plural cue it may be any noun: «که صنایع می گویند».
    """
    for i in range(stop - 1, start, -1):
        if page.words[i] in ("که", "انچه") and page.mark_at[i] is None:
            found = [
                c
                for c in _subjects(page, i + 1, stop)
                if can_speak(page, c) or (plural and c == (i + 1, stop))
            ]
            return found[0] if found else None
        if is_finite(page, i) or page.words[i] in PAUSES:
            return None
    return None


def first_subject(page: Page, first: int, last: int) -> Range | None:
    """The first noun phrase of a sentence that no preposition governs: whom it is about."""
    return next(_subjects(page, first, last), None)


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
    sets = get_grammar("fa").words
    stems = sets["past_stems"] - sets["past_nouns"]
    return stems | {stem + "ند" for stem in stems}


def _segments(page: Page, start: int, stop: int) -> Iterator[Range]:
    """Cut the words before a cue at «و» and pauses that follow a finite verb: each may have a subject."""
    words = page.words
    first = start
    for i in range(start, stop):
        if (
            page.mark_at[i] is None
            and (words[i] in _JOINTS or words[i] in "،؛.؟!" or words[i] == "که")
            and follows_finite_verb(page, i)
        ):
            yield first, i
            first = i + 1
    yield first, stop


def _subjects(page: Page, first: int, last: int) -> Iterator[Range]:
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
        elif not page.is_word(i) or word in grammar.conjunctions or word in grammar.adverbs:
            i += 1
        elif word in grammar.prepositions:
            i = _skip_prepositional(page, i, last)
        elif is_finite(page, i) or says(word) or _tells_when(page, first, i):
            i += 1
        elif tells_time(page, i, last):
            i += 2  # «بعضی وقت ها ناخدا …», «آن گاه ملوانان …»
        else:
            phrase = read_phrase(page, i, last)
            follower = words[phrase[1]] if phrase[1] < last else ""
            named = phrase[1] > phrase[0] and not is_time(page, phrase)
            subject = _before_object(page, phrase) if follower == "را" else phrase
            if named and subject is not None:
                yield open_marks(page, subject)
            i = max((subject or phrase)[1], i + 1)


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
    return i > first and words[i - 1] in grammar.adverbs and words[i] in _WHEN


def _before_object(page: Page, phrase: Range) -> Range | None:
    """Someone with an age, or the body and its officer, at the head of a phrase «را» follows: «رئیس دانشگاه کاسپیان | رسالت دانشگاه را …»."""
    first, last = phrase
    at = first + heads_role(page, first)
    mention = page.mention_at.get(at)
    if mention is None or mention.first != at:
        return None
    if mention.mention.type == "PER":  # «نیکا کاوه ۳۶ ساله | اتهام را …»
        aged = mention.last + 2 < last and page.words[mention.last + 1] == "ساله"
        return (first, mention.last + 2) if aged else None
    if mention.mention.type != "ORG":
        return None
    ends = mention.last < last and page.is_word(mention.last)
    return (first, mention.last) if ends and page.words[mention.last] != "و" else None


def _skip_prepositional(page: Page, at: int, last: int) -> int:
    """Return the token after a prepositional phrase."""
    grammar = get_grammar("fa")
    words = page.words
    i = at + 1
    while i < last and (words[i] in grammar.prepositions or words[i] in grammar.demonstratives):
        i += 1
    begun = i
    if _is_earlier(page, at, begun) and begun < last and _heads_speaker(page, begun):
        return begun
    while i < last:
        word = words[i]
        if (word in SIGNS and page.mark_at[i] is None) or (i > begun and is_finite(page, i)):
            return i
        mention = page.mention_at.get(i)
        if mention and mention.first == i:
            if i > begun and _opens_clause(page, at, begun, i):
                return i
            i = _skip_apposition(page, mention.last, last)
            continue
        if i > begun and (
            word in grammar.prepositions
            or (word in grammar.pronouns and not _is_governed(page, at, i, last))
            or word == "را"
            or word in ("نیز", "که")
        ):
            return i
        if is_share(page, (i, i + 2)) and "این" in words[at + 1 : i]:
            return i  # «از این تعداد ۷۰ درصد گفته اند», «علاوه بر این ۳۸ درصد»
        if i > begun and _ends_circumstance(page, at, i) and _heads_person(page, i):
            return i
        i += 1
    return i


def _skip_apposition(page: Page, end: int, last: int) -> int:
    """The token after what is told between commas of a name that ends at one: «از X، سرپرستار بخش، | پرسید»."""
    if end + 1 >= last or page.words[end] != "،" or not heads_role(page, end + 1):
        return end
    close = read_phrase(page, end + 1, last)[1]
    return close + 1 if close < last and page.words[close] == "،" else end


def _is_earlier(page: Page, at: int, end: int) -> bool:
    """Tell whether tokens [at, end) are a whole phrase of two prepositions: «پیش از این», «پس از آن», «علاوه بر این»."""
    words = page.words
    if words[end - 1] not in get_grammar("fa").demonstratives or words[at] == "به":
        return False
    return end - at == 3 or (end - at == 2 and at > 0 and words[at - 1] in _MORE)


def _heads_speaker(page: Page, token: int) -> bool:
    """Tell whether a person's name, a title before one, or a role stands at a token."""
    name = page.mention_at.get(token)
    return (name is not None and name.mention.type == "PER") or _heads_person(page, token)


def _is_governed(page: Page, at: int, token: int, last: int) -> bool:
    """Tell whether a pronoun belongs to the phrase of a preposition: before a pause, and whom somebody named before answers.

    «کاربر دیگری در جواب او نوشت», not «در پاسخ او گفت».
    """
    grammar, words = get_grammar("fa"), page.words
    if token + 1 < last and words[token + 1] in PAUSES:
        return True
    told = at > 0 and page.is_word(at - 1) and words[at - 1] not in grammar.conjunctions
    answers = token == at + 2 and words[at] == "در" and words[at + 1] in grammar.words["answers"]
    return told and answers and not is_finite(page, at - 1)


def _opens_clause(page: Page, at: int, begun: int, token: int) -> bool:
    """Tell whether at a name the phrase of a preposition is over: «کنار او | مهسا رودبار …», «در ادامه | X …»."""
    mention, before = page.mention_at[token].mention, page.words[token - 1]
    if token == begun + 1 and before in get_grammar("fa").pronouns:
        return True
    if mention.type != "LOC" and _ends_circumstance(page, at, token):
        return True
    return mention.type == "PER" and before != "و" and _opens_with_title(page, token)


def _ends_circumstance(page: Page, at: int, token: int) -> bool:
    """Tell whether before a token a phrase of occasion is complete: «در ادامه», «در این دیدار»."""
    grammar = get_grammar("fa")
    words = page.words
    if words[token - 1] in grammar.turns and token - 1 == at + 1:
        return True
    if words[token - 1] in grammar.words["times"] | _WHEN or words[token - 1] in ("مثال", "نمونه"):
        return True  # «پس از دو سال رئیس اتحادیه …»
    if words[token - 1] in grammar.demonstratives and token - 1 > at:
        return words[token - 2] in grammar.prepositions  # «پیش از این», not «به باور این»
    if words[token - 1] in grammar.words["events"] and words[token - 2] in grammar.turns:
        return True  # «در ابتدای جلسه قاضی …», «در پایان مراسم رئیس …»
    return words[token - 1] in grammar.occasions and words[token - 2] in grammar.demonstratives


def _opens_with_title(page: Page, token: int) -> bool:
    """Tell whether a title stands at a token."""
    return load_people("fa").titles.find(page.words, token) is not None


def _heads_person(page: Page, token: int) -> bool:
    """Tell whether a role, or a title with a name after it, stands at a token."""
    people = load_people("fa")
    title = people.titles.find(page.words, token)
    return (
        heads_role(page, token)
        or is_share(page, (token, token + 2))
        or names_people(page.words[token], "fa")
        or people.organisations.find(page.words, token) is not None
        or (title is not None and end_of_titles(page, title.end) in page.mention_at)
        or (page.words[token].isascii() and page.words[token].isalpha())  # «به عنوان مثال BMW …»
    )
