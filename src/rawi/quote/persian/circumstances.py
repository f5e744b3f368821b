"""Where a Persian phrase of a preposition ends, before who speaks or before a verb: «در پایان این دیدار | مدیر …», «کنار او | مهسا …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people, names_writing
from rawi.lang.people import load_people
from rawi.quote.page import Page
from rawi.quote.persian.givers import is_behind_giver, skip_of_giver
from rawi.quote.persian.hearers import SEEING, is_somebodys, is_someone
from rawi.quote.persian.phrases import (
    PAUSES,
    SIGNS,
    end_of_titles,
    heads_role,
    is_part,
    read_phrase,
)
from rawi.quote.persian.scene_openings import ends_before_someone, ends_course
from rawi.quote.persian.times import TIME_ADJECTIVES
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import is_share

_SOMEONE = frozenset({"مردی", "زنی", "پیرمردی", "پیرزنی", "جوانی", "دختری", "پسری", "کودکی", "کسی"})
_GOVERNING = frozenset({"به", "از", "با", "بر", "برای", "در"})
UNDER = frozenset({"پای", "زیر", "ذیل"})  # a writing
_YEAR = 4  # digits
_EXAMPLES = frozenset({"مثال", "نمونه"})
_AROUND = frozenset({"پس", "بعد", "پیش", "قبل"})  # with «از»
_HELD_ON_SOMEONE = frozenset({"محاکمه", "برنامه", "رسیدگی"})  # «پس از محاکمهٔ X»
_OVER_HIM = frozenset({("پشت", "سر"), ("بالای", "سر")})
# «از سوی دیگر | شهردار گفت»
_OTHER_SIDE = frozenset({("سوی", "دیگر"), ("طرف", "دیگر"), ("دیگر", "سو"), ("سویی",), ("طرفی",)})
_MORE = frozenset({"علاوه", "افزون"})
_MEANWHILE = frozenset({"هنگام", "حین", "میان", "بین"})  # behind «این» a noun: «در این هنگام | …»


def opens_circumstance(page: Page, at: int) -> bool:
    """Tell whether a preposition stands at a token, or a noun that is one before a writing: «پای همین نوشته، | زنی نوشت»."""
    word = page.words[at]
    if word in get_grammar("fa").prepositions:
        return True
    if word not in UNDER or at + 2 >= len(page.words):
        return False
    pointed = page.words[at + 1] in get_grammar("fa").demonstratives
    return names_writing(page.words[at + 1 + pointed], "fa")


def skip_prepositional(page: Page, at: int, last: int) -> int:
    """Return the token after a prepositional phrase."""
    return _end_of_other_side(page, at, last) or _skip_phrase(page, at, last)


def _skip_phrase(page: Page, at: int, last: int) -> int:
    """The token after a prepositional phrase that tells when, where or how."""
    grammar = get_grammar("fa")
    words = page.words
    i = at + 1
    while i < last and (words[i] in grammar.prepositions or words[i] in grammar.demonstratives):
        if words[i] in _MEANWHILE and words[i - 1] in grammar.demonstratives:
            break
        i += 1
    begun = i
    if _is_earlier(page, at, begun) and begun < last and _heads_speaker(page, begun):
        return begun
    while i < last:
        word = words[i]
        if (later := skip_of_giver(page, at, i, last)) is not None:
            i = later
            continue
        if (word in SIGNS and page.mark_at[i] is None) or (i > begun and is_finite(page, i)):
            return _skip_bearer(page, at, begun, i, last)
        mention = page.mention_at.get(i)
        if mention and mention.first == i:
            if i > begun and _opens_clause(page, at, begun, i):
                return i
            # «از سوی دیگر X، جامعه شناس، گفت»: X is not of «سوی».
            asked = i == begun and mention.mention.type == "PER"
            i = _skip_apposition(page, mention.last, last) if asked else mention.last
            continue
        if _begins_another(page, at, begun, i, last):
            return i
        i += 1
    return i


def _end_of_other_side(page: Page, at: int, last: int) -> int | None:
    """Where «از سوی دیگر», «از طرفی» ends that opens at a token and only joins: «از سوی دیگر | شنیده ها حاکی است»; None before others by whom something is done, «از سوی دیگر اعضا پیشنهاد شد»."""
    words = page.words
    if words[at] != "از":
        return None
    end = next((at + n for n in (3, 2) if words[at + 1 : at + n] in _OTHER_SIDE), last)
    if end >= last or not page.is_word(end):
        return None
    word = words[end]
    many = names_people(word, "fa") or word.endswith(("ها", "های"))
    told = names_writing(word, "fa") or word.startswith("شنیده")
    return None if words[end - 1] == "دیگر" and many and not told else end


def _begins_another(page: Page, at: int, begun: int, i: int, last: int) -> bool:
    """Tell whether at a token the phrase of a preposition is over, since another begins: «از این تعداد | ۷۰ درصد گفته اند», «علاوه بر این | ۳۸ درصد»."""
    grammar, words = get_grammar("fa"), page.words
    if i > begun and (
        words[i] in grammar.prepositions
        or (words[i] in grammar.pronouns and not _is_governed(page, at, i, last))
        or words[i] in ("را", "نیز", "که")
    ):
        return True
    if "این" in words[at + 1 : i] and is_share(page, (i, i + 2)):
        return True
    return i > begun and _ends_circumstance(page, at, i) and _heads_person(page, i)


def _skip_apposition(page: Page, end: int, last: int) -> int:
    """The token after what is told between commas of a name that ends at one: «از X، سرپرستار بخش، | پرسید»."""
    if end + 1 >= last or page.words[end] != "،" or not heads_role(page, end + 1):
        return end
    close = read_phrase(page, end + 1, last)[1]
    return close + 1 if close < last and page.words[close] == "،" else end


def _skip_bearer(page: Page, at: int, begun: int, comma: int, last: int) -> int:
    """The token after the name between commas of someone asked or told: «کنتس از مدیر پناهگاه، خانم X، | پرسید», «به دخترش، X، | قول داد»."""
    words = page.words
    someone = heads_role(page, begun) or is_somebodys(words[begun])
    someone = someone or words[begun] in get_grammar("fa").words["court_parties"]
    if words[comma] != "،" or words[at] not in ("از", "به") or not someone:
        return comma
    name = page.person_at(end_of_titles(page, comma + 1)) if comma + 1 < last else None
    if name is None or words[name.last : name.last + 1] != ("،",):
        return comma
    opens = at == 0 or not words[at - 1].isalpha()
    if opens and name.last + 1 < last:
        return comma  # «به مدیر موزه، X، | پس از جلسه گفت»
    apposed = name.last + 1 < last and heads_role(page, name.last + 1)
    return comma if apposed else name.last + 1  # «از مدیر موزه، X، سرپرست گروه، | پرسید»


def _is_earlier(page: Page, at: int, end: int) -> bool:
    """Tell whether tokens [at, end) are a whole phrase of two prepositions: «پیش از این», «پس از آن», «علاوه بر این»."""
    words = page.words
    if words[end - 1] not in get_grammar("fa").demonstratives or words[at] == "به":
        return False
    return end - at == 3 or (end - at == 2 and at > 0 and words[at - 1] in _MORE)


def _heads_speaker(page: Page, token: int) -> bool:
    """Tell whether a person's name, a title before one, or a role stands at a token."""
    return page.person_at(token) is not None or _heads_person(page, token)


def _is_governed(page: Page, at: int, token: int, last: int) -> bool:
    """Tell whether a pronoun belongs to the phrase of a preposition: before a pause, and whom somebody named before answers.

    «کاربر دیگری در جواب او نوشت», not «در پاسخ او گفت».
    """
    grammar, words = get_grammar("fa"), page.words
    if (token + 1 < last and words[token + 1] in PAUSES) or words[token - 1].endswith("رین"):
        return True  # «در آخرین آن ها | نوشته»
    if words[token - 2 : token] in _OVER_HIM:
        return True  # «روی دیوار پشت سر او نوشته اند: «C»»
    told = at > 0 and page.is_word(at - 1) and words[at - 1] not in grammar.conjunctions
    answers = token == at + 2 and words[at] == "در" and words[at + 1] in grammar.words["answers"]
    sees = (
        token == at + 2 and words[at] == "با" and words[at + 1] in SEEING
    )  # «مادرش با دیدن او گفت»
    return told and (answers or sees) and not is_finite(page, at - 1)


def _opens_clause(page: Page, at: int, begun: int, token: int) -> bool:
    """Tell whether at a name the phrase of a preposition is over: «کنار او | مهسا رودبار …», «در ادامه | X …»."""
    mention, before = page.mention_at[token].mention, page.words[token - 1]
    if token == begun + 1 and before in get_grammar("fa").pronouns:
        return True
    if mention.type == "PER" and is_behind_giver(page, at, token):
        return True  # «به گزارش ایرنا | رامین باغبانی گفت»
    if mention.type != "LOC" and _ends_circumstance(page, at, token):
        return True
    return mention.type == "PER" and before != "و" and _opens_with_title(page, token)


def _ends_circumstance(page: Page, at: int, token: int) -> bool:
    """Tell whether before a token a phrase is complete, of an occasion or of who gives a report: «به گزارش ایرنا | استاندار گفت»."""
    told = is_behind_giver(page, at, token) or _is_complete(page, at, token)
    return told or ends_course(page, token) or ends_before_someone(page, at, token)


def _is_complete(page: Page, at: int, token: int) -> bool:
    """Tell whether before a token a phrase of occasion is complete: «در ادامه», «در این دیدار»."""
    grammar = get_grammar("fa")
    words, before = page.words, page.words[token - 1]
    if before in grammar.turns and token - 1 == at + 1:
        return True
    if before in grammar.words["times"] or before in TIME_ADJECTIVES or before in _EXAMPLES:
        return True  # «پس از دو سال رئیس اتحادیه …»
    if before.isdecimal() and len(before) == _YEAR and words[token - 2] in ("در", "سال"):
        return True  # «در ۱۳۶۶ پسری …»
    if before in grammar.words["unnamed_questions"]:
        return True  # «در پاسخ به پرسشی مدیر …»
    beside = token == at + 2 and words[at] in grammar.prepositions and words[at] not in _GOVERNING
    beside = beside or words[token - 3 : token - 1] in _OVER_HIM  # «پشت سر او | مردی گفت»
    if beside and before in grammar.pronouns:
        return True  # «کنار او | مرد جوانی ایستاده بود»
    if words[token] in _SOMEONE and words[at] == "از":
        return True  # «از میان تماشاگران | مردی بلند شد», «از ته سالن | زنی پرسید»
    if before in grammar.demonstratives and token - 1 > at:
        return words[token - 2] in grammar.prepositions  # «پیش از این», not «به باور این»
    if before in grammar.words["events"] and words[token - 2] in grammar.turns:
        return True  # «در ابتدای جلسه قاضی …», «در پایان مراسم رئیس …»
    around = words[token - 2] == "از" and token > 2 and token - 3 in (at - 1, at)
    if (
        around
        and words[token - 3] in _AROUND
        and before in grammar.words["events"] - _HELD_ON_SOMEONE
    ):
        return True  # «پس از بازی | سرمربی …»
    # «در این دیدار | مدیر …», «در این میان | مدیر …»
    occasion = before in grammar.occasions or before in _MEANWHILE
    return occasion and words[token - 2] in grammar.demonstratives


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
        or is_someone(page.words[token])
        or (is_part(page.words[token]) and page.words[token + 1 : token + 2] == ("از",))
        or people.organisations.find(page.words, token) is not None
        or (title is not None and end_of_titles(page, title.end) in page.mention_at)
        or (page.words[token].isascii() and page.words[token].isalpha())  # «به عنوان مثال BMW …»
    )
