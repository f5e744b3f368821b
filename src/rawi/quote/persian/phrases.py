"""Noun phrases of Persian: where one ends, and the name or role in apposition to it.

Persian marks neither the end of a phrase nor the ezafe inside it; what helps is prepositions, «را» after objects,
finite verbs, and the names already found.
"""

from functools import cache

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people, names_writing, tells_day, tells_manner, tells_news
from rawi.lang.people import load_people
from rawi.lang.portfolios import end_of_portfolio
from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import MARKS, OPENERS
from rawi.quote.page import Page, PlacedMention
from rawi.quote.persian.gestures import is_gesture
from rawi.quote.persian.verbs import bare_pasts, is_finite, is_party, is_past_participle
from rawi.quote.saying import Range

PAUSES = frozenset("،؛,;")
BUT = frozenset({"اما", "ولی"})
JOINTS = BUT | {"و"}  # between two clauses
HE = frozenset({"او", "وی", "ایشان"})
_AFTER = PAUSES | {"و"}  # a verb
SIGNS = PAUSES | frozenset(":()-–—")  # what a phrase never crosses
# «قاضی | رو به وکیل کرد», «به گفتهٔ داوران | خارج از ایستگاه …»
_BEGINNING = frozenset({("رو", "به"), ("بار", "دیگر"), ("خارج", "از")})
AGO = frozenset(  # «اهالی | چهل سال پیش»
    (unit, ago)
    for unit in ("سال", "ماه", "هفته", "روز", "شب", "ساعت", "دقیقه")
    for ago in ("پیش", "قبل", "بعد")
)
_SIDES = frozenset({"مقابل", "کنار", "پشت", "روبهرو"})  # of something, before a pause
_LONGEST_RANK = 4  # tokens of titles and of the role of one word before a name
_COUNTING = frozenset(
    {"هر", "چند", "چندین", "هرگونه", "هیچگونه", "هرنوع"}
)  # «شهردار | هر هفته …», «باشگاه | هرگونه مذاکره را …»
# «خبرنگاری | جویای علت شد», «پیرزنی | جلو آمد», «وزیر کشور | سوار بر بالگرد»
_OF_VERBS = frozenset({"جویا", "جویای", "جلو", "سوار"})
_LONGEST_PHRASE = 12
_LONGEST_UNKNOWN = 3
_OWNERS = frozenset({"صاحب", "صاحبان", "خانواده", "ساکنان", "اهالی"})  # «صاحب این رستوران»
_OFFICES = frozenset({"امام", "خطیب"})  # before «جمعه», which is a day too
_PARTED = frozenset(
    {"نفر", "تن", "تعدادی", "جمعی", "عدهای", "بخشی", "اگاه", "مطلع", "زیادی", "کثیری",
     "بزرگی", "انبوهی", "بسیاری", "خیلی", "خیلیها", "اکثر", "اغلب", "بیشتر", "نیمی", "معدودی"}
)  # fmt: skip


@keep_answers
def read_phrase(page: Page, first: int, last: int) -> Range:
    """Read a noun phrase from a token on, with a name or role in apposition after a comma."""
    words = page.words
    if words[first] in get_grammar("fa").pronouns:
        return first, first + 1
    i = _read_opening(page, first, last)
    while i < last and i - first < 2 * _LONGEST_PHRASE:
        step = _step(page, first, i, last)
        if not step:
            break
        i += step
    while i > first + 1 and (words[i - 1] in SIGNS or words[i - 1] in OPENERS):
        i -= 1
    return first, i


def _read_opening(page: Page, first: int, last: int) -> int:
    """The token after the words a phrase opens with, small ones among them: «یکی از همین», «امام جمعه»."""
    words, grammar = page.words, get_grammar("fa")
    i = first
    if words[i] in grammar.indefinites and words[i + 1 : i + 2] == ("از",):
        i += 2
        i += i < last and words[i] in grammar.demonstratives
    role = load_people("fa").roles.find(words, first)
    return max(i, role.end) if role and role.end <= last else i


def _step(page: Page, first: int, i: int, last: int) -> int:
    """How many tokens from one on belong to a phrase together; 0 where it ends."""
    words = page.words
    mention = page.mention_at.get(i)
    if mention and mention.first == i and mention.last <= last:
        return mention.last - i
    if page.mark_at[i] is not None:
        return 1
    if i > first and words[i - 1] in HE and page.is_word(i) and words[i] != "و":
        return 0  # «گروه او | پرونده را بررسی کرد»: nothing depends on a pronoun
    office = load_people("fa").roles.find(words, i) if page.words[i] in _OFFICES else None
    if office is not None and office.end > i + 1:
        return office.end - i  # «آناهیتا سنندجی | امام جمعهٔ لاجورد»
    if (end := end_of_portfolio(words, i, last)) > i:
        return end - i
    if _ends_with_name(page, first, i):
        return 0
    if words[i + 1 : i + 2] == ("نام",) and words[i] in ("به", "با") and i > first:
        return 2  # «یک شاهد به نام مروان», «کاربری با نام «X»»
    if _is_post(page, first, i, last):
        return 2  # «سفیر ایران در لبنان»
    if words[i] == "از" and i > first and (is_part(words[i - 1]) or _is_one_of(page, i, last)):
        return 1  # «پدر یکی از کودکان», «دو نفر از اهالی», «زنی ۶۲ ساله از ساکنان کوچه»
    return 0 if _ends_phrase(page, first, i, last) else 1


def _is_post(page: Page, first: int, i: int, last: int) -> bool:
    """Tell whether at «در» an office goes on with where it is held: «سفیر ایران | در لبنان», «نمایندهٔ مردم لاجورد | در مجلس»."""
    words, sets = page.words, get_grammar("fa").words
    if words[i] not in ("در", "نزد") or i + 1 >= last:
        return False
    head = next((k for k in range(i - 2, first - 1, -1) if words[k] in sets["envoys"]), None)
    if head is None or any(page.person_at(k) for k in range(head, i)):
        return False
    if words[i + 1] in sets["chambers"]:
        return True
    place = page.mention_at.get(i + 1)
    located = place is not None and place.mention.type == "LOC"
    return located and not words[head].startswith("نماینده")


def _is_one_of(page: Page, of: int, last: int) -> bool:
    """Tell whether «از» after someone or his age tells of whom he is one, or where he comes from."""
    someone = get_grammar("fa").words["named_people"]
    word = page.words[of - 1]
    one = word.endswith("ی") and not someone.isdisjoint((word, word[:-1]))
    if of + 1 >= last or not (word.endswith("ساله") or one):
        return False
    place = page.mention_at.get(of + 1)
    told = place is not None and place.mention.type == "LOC"
    return told or names_people(page.words[of + 1], "fa")


def _ends_with_name(page: Page, first: int, i: int) -> bool:
    """Tell whether a phrase that opens with a person's name or with marks ends with it: «نگار دشتبان آب دریاچه را …»."""
    mark = page.mark_at[first + 1] if page.words[first] in MARKS else None
    if mark is not None and mark[0] == first + 1 and i == mark[1] + 1:
        return page.words[i] != "و"  # «در گفت وگو با «پنجره» | خبر تعطیلی را …»
    begun = end_of_titles(page, first)  # «به گفتهٔ سرهنگ X | علت حادثه …»
    name = page.mention_at.get(begun)
    if name is None or i != name.last or (begun > first and name.first != begun):
        return False
    if page.words[i] in OPENERS:
        return name.mention.type == "PER"  # «به گفتهٔ X | «هیچ کس» گناه را …»
    if not page.is_word(i):
        return False
    if name.is_outlet:
        return page.words[i - 1] == "»"
    if name.mention.type != "PER":
        return False
    word = page.words[i]
    return not (word == "و" or word.isascii() or heads_role(page, i))


def _is_done(page: Page, at: int) -> bool:
    """Tell whether a participle is a verb and not whom one sued: «وکیل خوانده»."""
    return is_past_participle(page.words[at]) and not is_party(page, at)


def _ends_phrase(page: Page, first: int, i: int, last: int) -> bool:
    """Tell whether a phrase that began earlier ends before a token."""
    grammar = get_grammar("fa")
    word = page.words[i]
    if word in SIGNS:
        return not _in_apposition(page, first, i, last)
    if word == "و":
        return not _joins_nouns(page, i, last)
    return (
        (word in _ending_words() and not _is_opposite(page, first, i))
        or page.words[i : i + 2] in _BEGINNING
        or (i > first and (word in _words_ending_later() or tells_news(word) or tells_manner(word)))
        # «رئیس دانشگاه | مهم ترین رسالت را …», but «یکی از بزرگ ترین …»
        or (i > first and word.endswith("ترین") and page.words[i - 1] != "از")
        # «سخنگوی این شرکت»: after a role or body the phrase goes on.
        or (i > first and word in grammar.demonstratives and not _takes_genitive(page, first, i))
        or (word in grammar.adverbs and not _is_its_own(page, i))
        or is_finite(page, i)
        # «خواننده | نواخت و …», «خواننده | نواخت، …»
        or (i > first and word in bare_pasts() and not _AFTER.isdisjoint(page.words[i + 1 : i + 2]))
        or (i > first and page.words[i + 1 : i + 3] in AGO)
        or (i > first and is_gesture(page.words, i))
        or (i > first and tells_day(page.words, i))  # «شهردار بیدک | اول مهر گفت»
        # «نامه ای به شورا | رسیده که»
        or (i > first and page.words[i + 1 : i + 2] == ("که",) and _is_done(page, i))
    )


@cache
def _ending_words() -> frozenset[str]:
    """The words at which any phrase ends."""
    grammar = get_grammar("fa")
    small = grammar.object_markers | grammar.conjunctions | grammar.prepositions
    small |= grammar.words["object_pronouns"]
    return small | grammar.subordinators | grammar.words["datives"]


@cache
def _words_ending_later() -> frozenset[str]:
    """The words at which a phrase ends that they do not open: «رئیس شورا | چند ساعت …»."""
    sets = get_grammar("fa").words
    return _COUNTING | _OF_VERBS | sets["predicatives"] | sets["durations"]


def _is_opposite(page: Page, first: int, i: int) -> bool:
    """Tell whether «مقابل» at a token says of what side something is, and governs nothing: «سرمربی تیم | مقابل، X»."""
    after = page.words[i + 1] if i + 1 < len(page.words) else "."
    return page.words[i] in _SIDES and i > first and after in SIGNS


def _is_its_own(page: Page, i: int) -> bool:
    """Tell whether «خود» goes on with whose a writing is, «نظرسنجی | خود انجمن», or «تنها» with what somebody is besides, «مدیر و | تنها معلم مدرسه»."""
    if page.words[i] == "تنها" and page.words[i - 1] == "و":
        return heads_role(page, i + 1)  # «مدیر و | تنها معلم مدرسه»
    if page.words[i] != "خود" or not names_writing(page.words[i - 1], "fa"):
        return False
    body = load_people("fa").organisations.find(page.words, i + 1) is not None
    return body or heads_role(page, i + 1)


def open_marks(page: Page, phrase: Range) -> Range:
    """A phrase with the mark before it that its last token closes: «مسافر صندلی ۲۲»."""
    first, last = phrase
    closes = page.words[last - 1] == "»" and "«" not in page.words[first:last]
    return (first - 1, last) if closes and first and page.words[first - 1] == "«" else phrase


def is_part(word: str) -> bool:
    """Tell whether a word takes a part of what follows «از»: «یکی از …», «دو نفر از …»."""
    grammar = get_grammar("fa")
    return word in grammar.indefinites or word in _PARTED


def _takes_genitive(page: Page, first: int, demonstrative: int) -> bool:
    """Tell whether «این» goes on with a role, body or writing: «مدیر این موزه», not «دادستان این دفاع را رد کرد»."""
    words = page.words
    if "را" in words[demonstrative + 1 : demonstrative + 5] or words[demonstrative - 1].endswith(
        "ها"
    ):
        return False  # of «گزارش ها» nothing depends: the ezafe would be written
    # «X، مدیر فنی | این شرکت»
    after_comma = max(
        (i + 1 for i in range(first, demonstrative) if words[i] == "،"), default=first
    )
    apposed = after_comma > first and heads_role(page, after_comma)
    if words[demonstrative + 2 : demonstrative + 3] == ("که",) and not apposed:
        # «شورا این ادعا که …»: a new phrase; but «نتایج این مطالعه که …»
        return all(names_writing(words[i], "fa") for i in (demonstrative - 1, demonstrative + 1))
    organisations = load_people("fa").organisations
    return any(
        heads_role(page, i)
        or organisations.find(page.words, i) is not None
        or page.words[i] in _OWNERS
        or names_writing(page.words[i], "fa")
        for i in (first, after_comma, demonstrative - 1)
    )


def _in_apposition(page: Page, first: int, comma: int, last: int) -> bool:
    """Tell whether after a comma the phrase goes on with the other of name and role."""
    if page.words[comma] != "،" or comma + 1 >= last:
        return False
    after = _named_after(page, comma + 1, last)
    named = any(page.person_at(i) for i in range(first, comma))
    unknown = _is_unknown(page, first, comma) and not _is_his(page, first, comma)
    # «محیط بان غار، X، گفت»: a calling hardly any text has, not a name
    unknown = unknown and not (after and after.mention.role == page.written((first, comma)))
    if named or unknown:
        return heads_role(page, comma + 1)
    head = page.mention_at.get(first)
    # «طبق گزارش پلیس رودبار، سهراب باغبانی …»: no body bears a name of a person.
    body = page.words[first].isascii() or (head is not None and head.mention.type == "ORG")
    return bool(after and after.mention.type == "PER" and not body)


def _is_unknown(page: Page, first: int, end: int) -> bool:
    """Tell whether tokens [first, end) are two or three words no text knows, as names no table has: «وژمه زیدآبادی، ساکن روستا،»."""
    short = 1 < end - first <= _LONGEST_UNKNOWN
    return short and all(page.is_word(i) and is_rare(page.words[i]) for i in range(first, end))


def _is_his(page: Page, first: int, end: int) -> bool:
    """Tell whether tokens [first, end) are somebody's kin or people with an adjective between: «نوهٔ خردش», «همکار جوانش»."""
    return end - first > 1 and page.words[end - 1].endswith("ش") and heads_role(page, first)


def _named_after(page: Page, at: int, last: int) -> PlacedMention | None:
    """The name after the titles and one role at a token: «امام جمعه، حجت الاسلام | مرتضی …», «مربی او، استادبزرگ | آرمین …»."""
    people, first = load_people("fa"), at
    while at < last and (title := people.titles.find(page.words, at)):
        at = title.end
    if not (at > first or heads_role(page, at)):
        return page.mention_at.get(at)
    while at < min(last, first + _LONGEST_RANK) and page.is_word(at) and at not in page.mention_at:
        at += 1
    return page.mention_at.get(at)


def _joins_nouns(page: Page, joint: int, last: int) -> bool:
    """Tell whether «و» goes on with the same phrase: «خطوط و حقوق»."""
    grammar = get_grammar("fa")
    if joint + 1 >= last or not page.is_word(joint + 1):
        return False
    word = page.words[joint + 1]
    if word in grammar.adverbs:
        return _is_its_own(page, joint + 1)
    return not (word in grammar.prepositions or word in grammar.pronouns)


def end_of_titles(page: Page, token: int) -> int:
    """The token after the titles that begin at one: «سرکار خانم دکتر | فرحناز نجار»."""
    titles = load_people("fa").titles
    while title := titles.find(page.words, token):
        token = title.end
    return token


def start_of_titles(page: Page, token: int, first: int) -> int:
    """The token of the first title, from one on, right before a name at a token, else of the name itself."""
    titles = load_people("fa").titles
    while token > first and titles.find(page.words[token - 1 : token], 0):
        token -= 1
    return token


@keep_answers
def heads_role(page: Page, token: int) -> bool:
    """Tell whether a role stands at a token."""
    return load_people("fa").roles.find(page.words, token) is not None
