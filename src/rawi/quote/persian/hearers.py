"""Who can be spoken to in Persian: names, roles, people, bodies, programmes; and the phrase of an addressee."""

from functools import cache, lru_cache

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter, names_people
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import heads_outlet, load_people
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page
from rawi.quote.persian.phrases import (
    PAUSES,
    SIGNS,
    end_of_titles,
    heads_role,
    is_part,
    read_phrase,
)
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import COUNTED, can_speak, says
from rawi.quote.saying import Range

LONGEST = 8  # words of an addressee
_POINTED = 2  # tokens of «این روزنامه»
_ENDS = frozenset({"خواستار", "خواهان", ".", "؟", "!"})  # what is demanded, and stops
_OF_OTHERS = frozenset(
    {"پس", "پیش", "بعد", "قبل", "بیش", "بیشتر", "کمتر", "غیر", "جدا", "فارغ", "دور", "خارج", "بیرون", "استفاده", "نمایندگی",
     "حمایت", "سرشار", "پر", "حاکی", "ناشی", "نقل"}
)  # fmt: skip
_PRONOUNS = ("شان", "مان", "تان", "اش", "ام", "ات", "ش", "م", "ت")
_DEALINGS = frozenset({"همکاری", "دوستی", "دشمنی", "همراهی", "همدستی", "اشنایی", "همسایگی"})
_HUMANS = frozenset(
    {"مرد", "زن", "پیرمرد", "پیرزن", "دختر", "پسر", "دخترک", "پسرک", "کودک", "دختربچه", "پسربچه", "بانو"}
)  # fmt: skip
_SHORTEST_STEM = 2  # letters
_TURNED = ("رو", "به")
_OPENING = 4  # tokens of «به دوست قدیمی خود»
_FARTHEST_OF = 4  # tokens: «چند نفر دیگر از»
GUESTS = frozenset({"مهمان", "میهمان"})
TOLD_GUESTS = GUESTS | {"مهمانش", "میهمانش"}
OTHER_PARTY = TOLD_GUESTS | {"میزبان", "همتای", "همتا", "طرف", "میزبانش", "همتایش"}
_SIDES = frozenset({"طرف", "سو", "سمت", "سر"})  # behind «آن»
MADE_KNOWN = frozenset({"اگاهی", "اطلاع", "استحضار", "عرض"})  # «به آگاهی X رساند»
SEEING = frozenset({"دیدن", "مشاهده"})  # behind «با»: «با دیدن X گفت»
_OCCASIONS = frozenset(
    {"درگذشت", "شهادت", "مصیبت", "حادثه", "پیروزی", "قهرمانی", "موفقیت", "انتخاب", "انتصاب", "عید", "نوروز", "روز", "سالروز"}
)  # fmt: skip
GREETINGS = frozenset({"تبریک", "تسلیت", "خوشامد"})
_WHOLE_VERBS = ("فرستاد", "نوشت", "گفت", "پرسید")  # that need no noun before them
TURNING = frozenset({"رو", "خطاب"})  # before «به»
PRESS = frozenset({"خبری", "مطبوعاتی", "رسانهای"})  # of a conference
TALK = ("گفت", "و", "گو")  # one noun in three tokens
TALKING = frozenset(
    {"حرف", "صحبت", "گفتوگو", "گفتگو", "گو", "گپ", "سخن", "مصاحبه", "مکالمه", "مذاکره", "مشورت"}
)


@keep_answers
def read_listener(page: Page, first: int, last: int) -> Range:
    """The phrase of an addressee without the noun of a verb: «در جمع خبرنگاران حاضر شد»."""
    start, end = read_phrase(page, first, last)
    end = _end_of_group(page, start, end)
    if end - start > _POINTED and page.words[end] == "را" and _points(page, start):
        return start, start + _POINTED  # «به این روزنامه | یافته ها را «کامل» خواند»
    one = heads_role(page, end - 1) or is_someone(page.words[end - 1])
    one = one or page.words[first - 2 : first] == _TURNED  # «رو به مدیر مدرسه | کرد»
    moves = end < last and page.words[end] in get_grammar("fa").words["moving"]
    one = one or moves  # «به سمت رئیس هیئت | رفت»
    whole = page.words[end].startswith(_WHOLE_VERBS)  # «برای دهیار کوهپایه | فرستاده بود»
    if end < last and end - start > 1 and is_finite(page, end) and not (one or whole):
        end -= 1  # «خبرنگاران | حاضر شد», but «رو به وکیل مدافع کرد», «رو به آن زن کرد»
    # «کتابداران کشور | تبریک گفت», «ما | حرف می زد», «استاندار | نوشت.», «حاضران | و تشکر از …»
    ends, acts = _nouns_of_verbs(), get_grammar("fa").words["acts"]
    verbal = (
        i
        for i in range(start + 1, end)
        if not _is_apposed(page, i)
        and (
            page.words[i] in ends
            or _is_verb(page, i)
            or _follows_plural(page, i)
            or (names_letter(page.words[i], "fa") and _is_verb(page, i + 1))  # «شهردار | نامه نوشت»
            or (page.words[i] == "و" and page.words[i + 1] in acts)
        )
    )
    end = _before_event(page, start, next(verbal, end), last)
    told = page.words[end] != "خود" and page.words[end] in get_grammar("fa").adverbs
    own = end + told  # «به همتای خود», «از مهمان | تلفنی خود»
    if start < end and own < last and page.words[own] == "خود":
        return start, _end_of_bearer(page, own + 1, last)
    return start, end


def _is_apposed(page: Page, token: int) -> bool:
    """Tell whether at a token a name begins behind a comma: «مجری برنامه، | پیام روشنی» sends nothing."""
    named = page.person_at(token)
    return named is not None and named.last - token > 1 and page.words[token - 1] == "،"


def _before_event(page: Page, start: int, end: int, last: int) -> int:
    """Where a phrase ends before what one condoles or congratulates on: «به رئیس جمهور X | سیل اخیر را تسلیت گفت»."""
    if not (end + 1 < last and page.words[end] == "را" and page.words[end + 1] in GREETINGS):
        return end
    events = get_grammar("fa").words["happenings"] | _OCCASIONS
    return next((i for i in range(start + 1, end) if page.words[i] in events), end)


def _end_of_bearer(page: Page, own: int, last: int) -> int:
    """Where the name of someone ends whom a phrase up to «خود» means: «همتای خود [در شهر X]، دکتر Y | گفت», «وکیل خود Y | گفت»; else the end of the phrase."""
    words = page.words
    beside = page.person_at(end_of_titles(page, own))
    if beside is not None and beside.last == last and not _opens_sentence(page, own):
        return last
    reach = min(last, own + _FARTHEST_OF + 1 if words[own : own + 1] == ("در",) else own + 1)
    comma = next((i for i in range(own, reach) if words[i] == "،"), None)
    name = page.person_at(end_of_titles(page, comma + 1)) if comma is not None else None
    if name is None or name.last >= last:
        return own
    return name.last if words[name.last] in PAUSES else own  # «با همتای خود، X گفت»


def _opens_sentence(page: Page, own: int) -> bool:
    """Tell whether before a phrase up to «خود» only its preposition stands: «به وکیل خود | لاله رنجبر گفت» may say who speaks."""
    sentence = page.sentence_at(own)
    return sentence is None or own - sentence.first <= _OPENING


def _follows_plural(page: Page, token: int) -> bool:
    """Tell whether a word stands behind things or bodies in the plural, of which nothing depends: «دانشگاه ها | شیوهٔ تازه را …»; the ezafe would be written."""
    before, grammar = page.words[token - 1], get_grammar("fa")
    plural = before.endswith("ها") and before not in grammar.pronouns and before.isalpha()
    return plural and page.is_word(token) and page.words[token] not in grammar.conjunctions


@cache
def _nouns_of_verbs() -> frozenset[str]:
    """The nouns with which a verb behind someone begins, and what ends a phrase as they do."""
    sets = get_grammar("fa").words
    return GREETINGS | TALKING | _ENDS | sets["contacts"] | sets["apologies"] | sets["sent"]


def _is_verb(page: Page, token: int) -> bool:
    """Tell whether a finite verb stands at a token, also one of saying."""
    pasts, nouns = get_grammar("fa").words["past_stems"], get_grammar("fa").words["past_nouns"]
    word = page.words[token] if token < len(page.words) else ""
    after = page.words[token + 1 : token + 2]
    told = after == ("که",) or (word == "گفت" and page.words[token : token + 3] != TALK)
    past = word in pasts and (word not in nouns or told)
    return past or (word != "" and (is_finite(page, token) or says(word)))


def _points(page: Page, start: int) -> bool:
    """Tell whether a phrase points at an outlet told of before: «این روزنامه»."""
    pointed = page.words[start] in get_grammar("fa").demonstratives
    return pointed and heads_outlet(page.words, start + 1, "fa")


def _end_of_group(page: Page, start: int, end: int) -> int:
    """Where a phrase of several people ends: before a comma, whose name is the speaker's: «در جمع کسبه | ، X گفت»."""
    group = start + _FARTHEST_OF
    parties = get_grammar("fa").words["court_parties"]  # «خواهان» is one
    several = any(
        names_people(page.words[i], "fa") and page.words[i] not in parties
        for i in range(start, min(group, end))
        if i == start or is_part(page.words[i - 2]) or is_part(page.words[start])
    )
    comma = next((i for i in range(start + 1, end) if page.words[i] == "،"), end)
    return comma if several else end


def may_listen(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names someone who can be spoken to: a name, a role, people, a body, a programme."""
    if phrase[0] >= phrase[1]:
        return False  # «خطاب به: …» names nobody
    grammar = get_grammar("fa")
    words, first = page.words, skip_some(page, phrase)
    if is_cardinal(words[first], "fa") or words[first][0].isdigit():
        many = words[first + 1] if first + 1 < phrase[1] else ""
        return many in COUNTED or is_someone(many)  # «از ۹۰۰ نفر پرسید»
    if words[first] in grammar.pronouns or first in page.mention_at or words[first].isascii():
        return True
    if words[first] in _SIDES and words[first - 1] in grammar.demonstratives:
        return False  # «از آن طرف پرسید», but «به دو طرف گفت»
    if words[first] in _DEALINGS and words[first + 1 : first + 2] == ("با",):
        return False  # «به همکاری با او پایان داد»
    people = load_people("fa")
    return (
        is_someone(words[first])
        or words[first] in OTHER_PARTY
        or words[first] in grammar.interviewers
        or words[first] in grammar.words["works"]
        or words[first] in grammar.words["hearings"]
        or (words[first] in grammar.words["court_parties"] and _is_alone(page, first, phrase[1]))
        or is_somebodys(words[first])
        or any(
            lexicon.find(words, first) is not None
            for lexicon in (people.roles, people.organisations, people.titles)
        )
    )


def _is_alone(page: Page, first: int, last: int) -> bool:
    """Tell whether a party of a lawsuit stands alone or before a comma and its name: «از خواهان، X، پرسید»."""
    return last - first == 1 or page.words[first + 1] == "،"


def skip_some(page: Page, phrase: Range) -> int:
    """The token that tells what a phrase is, behind «این», «یک», «یکی از», «چند تن از»."""
    words, (first, last) = page.words, phrase
    of = next(
        (i for i in range(first + 1, min(first + _FARTHEST_OF, last - 1)) if words[i] == "از"), 0
    )
    if of and is_part(words[of - 1]):
        return of + 1
    grammar = get_grammar("fa")
    some = grammar.demonstratives | grammar.indefinites | grammar.words["quantities"]
    while first < last - 1 and words[first] in some:
        first += 1
    return first


def may_ask_of(page: Page, of: int) -> bool:
    """Tell whether «از» at a token may stand before who is asked: no part, «یکی از داوران»; no time, «پس از جلسه»; no origin, «دور از خانه»."""
    before = page.words[of - 1] if of else ""
    return not (is_part(before) or before in _OF_OTHERS)


def is_someone(word: str) -> bool:
    """Tell whether a word means people or someone, also with the yeh of «a»: خبرنگاران, پیرمرد, پیرمردی, بازیکنی, کسانی."""
    roles, people = load_people("fa").roles, get_grammar("fa").words["named_people"]
    stems = {word, word.removesuffix("ی"), word.removesuffix("ای"), word.removesuffix("یی")}
    if any(names_people(stem, "fa") or stem in people for stem in stems):
        return True
    return any(stem in roles.alone for stem in stems - {word})


def is_someone_new(word: str) -> bool:
    """Tell whether a word is one human, with the yeh of «a»: دختری, پیرمردی, پسربچه ای; no office, «مدیری».

    >>> is_someone_new("پیرمردی"), is_someone_new("دختر"), is_someone_new("شهرداری")
    (True, False, False)
    """
    stem = word.removesuffix("ی")
    return stem != word and (stem in _HUMANS or word.removesuffix("های") + "ه" in _HUMANS)


def is_somebodys(word: str) -> bool:
    """Tell whether a word is somebody's kin or people, with a pronoun: مادرش, دوستانش, همسرم."""
    return whose_word(word) is not None


@lru_cache(maxsize=65536)
def whose_word(word: str) -> str | None:
    """A word for somebody's kin or people without its pronoun: مادر of مادرش; None where it is none."""
    roles = load_people("fa").roles
    stems = (word.removesuffix(ending) for ending in _PRONOUNS if word.endswith(ending))
    return next(
        (
            stem
            for stem in stems
            if len(stem) > _SHORTEST_STEM
            and (names_people(stem, "fa") or ((row := roles.alone.get(stem)) and row))
        ),
        None,
    )


def may_tell(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is one that can speak, or somebody's kin or people: «شهردار», «مادرش»."""
    return can_speak(page, phrase) or is_somebodys(page.words[phrase[0]])


def is_unknown_name(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is a name from abroad that no table knows and that is no person's: «اسکای نیوپورت»."""
    unknown = all(is_rare(page.words[i]) for i in range(*phrase))
    known = is_somebodys(page.words[phrase[0]]) or any(i in page.mention_at for i in range(*phrase))
    known = known or heads_role(page, phrase[0])  # «دهیار کوهپایه»
    return phrase[0] < phrase[1] and unknown and not known


def object_before(page: Page, first: int, marker: int) -> Range | None:
    """The people before an object marker: a name, or from the first role or plural of people on, or someone new right before it: «مربی | دختری را صدا کرد»."""
    if marker - 1 > first and is_someone_new(page.words[marker - 1]):
        return marker - 1, marker
    for start in range(marker - 1, max(first, marker - LONGEST) - 1, -1):
        if page.words[start] in SIGNS or is_finite(page, start):
            return None
        if start == marker - 1 and page.words[start] in get_grammar("fa").pronouns:
            return start, marker  # «رئیس | وی را مطلع کرد»
        mention = page.mention_at.get(start)
        if mention is not None and mention.last == marker:
            return mention.first, marker
        word = page.words[start]
        if heads_role(page, start) or names_people(word, "fa") or is_somebodys(word):
            return start, marker
        if word in get_grammar("fa").words["named_people"]:
            kinds = get_grammar("fa").words["named_people"]
            told = page.words[start - 1] in kinds or heads_role(page, start - 1)
            return start - told, marker  # «مرد جوان», «رانندهٔ جوان»
    return None


def is_outlet(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names an outlet."""
    names = (page.mention_at[i].mention for i in range(*phrase) if i in page.mention_at)
    said = get_grammar("fa").demonstratives  # «برای همین نشریه»
    return page.words[phrase[0]] in said or any(name.rule == "fa.outlet" for name in names)
