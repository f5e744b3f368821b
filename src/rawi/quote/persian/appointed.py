"""The offices a Persian sentence gives someone who is named without one: «X به عنوان سرمربی تیم Y آمد», «X که هدایت Y را بر عهده دارد»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.persian.lawsuits import read_parties
from rawi.quote.persian.lines_below import read_below
from rawi.quote.persian.occasions import read_occasion
from rawi.quote.persian.phrases import PAUSES, read_phrase, start_of_titles
from rawi.quote.persian.verbs import is_finite
from rawi.quote.roles import is_role, role_words
from rawi.quote.speaker import Words

_FARTHEST = 24  # tokens from a name to his office
_LONGEST_BODY = 8  # tokens of what someone leads
_HANDS = frozenset({("بر", "عهده"), ("به", "عهده"), ("در", "دست"), ("به", "دست"), ("در", "اختیار")})
_HANDED = frozenset({"سپرد", "سپردند", "سپرده", "واگذار", "سپردهاند"})
_CALLING = frozenset({"کرد", "کردند", "کرده", "گماشت", "گماشتند", "برگزید", "برگزیدند", "خواند", "خواندند", "نامید"})  # fmt: skip
_COPULAS = frozenset({"است", "بود", "شد", "شده", "بوده", "هست"})
_PRESENTING = frozenset({"معرفی", "شناخت", "برگزید", "انتخاب", "منصوب", "یافت", "پیدا"})
_NEW = ("تازه", "جدید")  # «سرمربی تازه اش», «مدیر جدید خود»


def read_appointed(page: Page, placed: PlacedMention) -> list[Words]:
    """The offices and parties the sentence of a Persian name gives its bearer, in comparable form."""
    sentence = page.sentence_at(placed.first)
    if sentence is None or sentence.language != "fa" or page.mark_at[placed.first] is not None:
        return []
    last = _next_name(page, placed, sentence.last)
    return [
        *_behind(page, placed, last),
        *_before(page, placed, sentence.first),
        *read_parties(page, placed, sentence),
        *read_below(page, placed, sentence),
        *_presented(page, placed, sentence),
        *read_occasion(page, placed),
    ]


def _presented(page: Page, placed: PlacedMention, sentence: PlacedSentence) -> Iterator[Words]:
    """The office of a name that opens a sentence, where the one before presents its holder: «باشگاه ابر سرمربی تازه اش را معرفی کرد. | X …»."""
    words, told = page.words, page.sentence_before(placed.first, in_paragraph=True)
    opens = start_of_titles(page, placed.first, sentence.first) == sentence.first
    if told is None or not opens:
        return
    marker = next((i for i in range(told.first + 2, told.last - 1) if words[i] == "را"), None)
    if marker is None or words[marker + 1] not in _PRESENTING:
        return
    head = marker - 1
    while head > told.first and (words[head] == "خود" or words[head].startswith(_NEW)):
        head -= 1
    if head == marker - 1 or not is_role(words[head : head + 1], "fa"):
        return
    signs = (i for i in range(told.first, head) if not page.is_word(i))
    yield *role_words((words[head],), "fa"), *words[told.first : next(signs, head)]


def _next_name(page: Page, placed: PlacedMention, last: int) -> int:
    """The token up to which a sentence may tell the office of a name: not past the next name, a colon or marks."""
    for i in range(placed.last, min(last, placed.last + _FARTHEST)):
        if page.words[i] in ":؛" or page.person_at(i) is not None:
            return i
    return min(last, placed.last + _FARTHEST)


def _behind(page: Page, placed: PlacedMention, last: int) -> Iterator[Words]:
    """The offices told behind a name: as what he came, what he leads, to what he was appointed, and what he is."""
    words, sets = page.words, get_grammar("fa").words
    for i in range(placed.last, last - 2):
        named_as = words[i] in ("به", "در") and words[i + 1] in sets["capacities"]
        if named_as and is_role(words[i + 2 :], "fa"):
            phrase = read_phrase(page, i + 2, last)
            end = _before_verb(page, phrase[0], phrase[1])
            # «به سمت مدیر رفت» says where one goes
            towards = words[i : i + 2] == ("به", "سمت") and words[end] not in sets["appointing"]
            if _is_given(page, placed, end) and not towards:
                yield role_words(words[phrase[0] : end], "fa")
        elif (head := _office_of(words[i])) is not None:
            led = _led_behind(page, placed, i, last)
            if led is not None:
                yield head, *led
    yield from _copular(page, placed, last)


def _copular(page: Page, placed: PlacedMention, last: int) -> Iterator[Words]:
    """The office in «X که سرمربی تیم Y است»."""
    words = page.words
    at = placed.last + (words[placed.last : placed.last + 1] == ("،",))
    if words[at : at + 1] != ("که",) or at + 1 >= last or not is_role(words[at + 1 :], "fa"):
        return
    end = read_phrase(page, at + 1, last)[1]
    while end < last and words[end] in ("هم", "نیز"):
        end += 1
    if words[end : end + 1] and words[end] in _COPULAS:
        yield role_words(words[at + 1 : end], "fa")


def _office_of(noun: str) -> str | None:
    """The head of the office an abstract noun tells, in comparable form: «ریاست» of «رئیس», «شهرداری» of «شهردار».

    >>> _office_of("ریاست"), _office_of("شهرداری"), _office_of("بازی")
    ('رییس', 'شهردار', None)
    """
    chair = get_grammar("fa").chairs.get(noun)
    if chair is not None:
        return chair
    office = noun.removesuffix("ی")
    roles = load_people("fa").roles
    abstract = office != noun and noun not in roles.alone  # «دانشجوی …» is no office
    known = abstract and office in roles.alone
    return role_words((office,), "fa")[0] if known else None


def _led_behind(page: Page, placed: PlacedMention, noun: int, last: int) -> Words | None:
    """Of what the one named before is the head, with the noun of leading at a token; None where it does not say that he leads.

    «X که هدایت Y را بر عهده دارد», «X به ریاست Y رسید», «X بازوبند کاپیتانی Y را بسته بود».
    """
    words, appointing = page.words, get_grammar("fa").words["appointing"]
    armband = words[noun - 1] == "بازوبند"
    towards = words[noun - 1] == "به"
    if words[noun - 1] == "عهدهدار":
        return _led(page, noun, _before_verb(page, noun, min(last, noun + _LONGEST_BODY)))
    for end in range(noun + 1, min(last, noun + _LONGEST_BODY + 1)):
        if words[end] in PAUSES:
            return None
        if words[end] == "را":
            held = words[end + 1 : end + 3] in _HANDS or words[end + 1] == "برعهده"
            return _led(page, noun, end) if held or armband else None
        if towards and words[end] in appointing:
            return _led(page, noun, end) if _is_given(page, placed, end) else None
    return None


def _before(page: Page, placed: PlacedMention, first: int) -> Iterator[Words]:
    """The office told before a name: «هدایت تیم با X است», «ریاست انجمن بر عهدهٔ X است», «شهرداری را به X سپردند»."""
    words, at = page.words, start_of_titles(page, placed.first, first + 1) - 1
    behind = words[placed.last : placed.last + 2]
    told = (
        (words[at] == "با" and behind[:1] and behind[0] in _COPULAS)
        or (words[at] == "عهده" and words[at - 1] in ("بر", "به"))
        or (words[at] == "به" and words[at - 1] == "را" and not _HANDED.isdisjoint(behind))
    )
    if not told:
        return
    end = at if words[at] == "با" else at - 1
    for i in range(end - 1, max(first, end - _LONGEST_BODY) - 1, -1):
        if words[i] in PAUSES or is_finite(page, i):
            return
        if (head := _office_of(words[i])) is not None:
            yield head, *_led(page, i, end)
            return


def _is_given(page: Page, placed: PlacedMention, verb: int) -> bool:
    """Tell whether an office is given to the one named, who is no subject of an active verb of appointing at a token: «مجمع X را … انتخاب کرد», «X … انتخاب شد»."""
    words, appointing = page.words, get_grammar("fa").words["appointing"]
    active = (words[verb] in appointing and words[verb + 1] in _CALLING) or words[verb] in _CALLING
    return not active or words[placed.last] == "را"


def _before_verb(page: Page, first: int, last: int) -> int:
    """Where an office or what is led ends: before the noun of appointing and the finite verb."""
    appointing = get_grammar("fa").words["appointing"]
    ends = (
        i
        for i in range(first + 1, last)
        if page.words[i] in appointing or page.words[i] in PAUSES or is_finite(page, i)
    )
    return next(ends, last)


def _led(page: Page, noun: int, end: int) -> Words:
    """The words of what someone leads, with and without the yeh of an ezafe."""
    led: list[str] = []
    for word in page.words[noun + 1 : end]:
        if word[0].isalnum():
            led += dict.fromkeys((word, word.removesuffix("ی")))
    return tuple(led)
