"""Who wrote an Arabic report, by its byline, and whom people in it speak to as «me»: «بقلم هدى سالم», ««اجلسي»، تقول لي الجدة»."""

import re
from functools import lru_cache

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.speech import load_cues
from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import is_asking, is_complementizer
from rawi.quote.arabic.writers import SIGNS, WROTE
from rawi.quote.closing_lines import find_writer_below
from rawi.quote.kept_answers import keep_answers
from rawi.quote.marks import DASHES, MARKS
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range, Saying

_BYLINES = frozenset(
    {"بقلم", "تحقیق", "تقریر", "اعداد", "حاورها", "حاوره", "حاورتها", "حاورته", "حاورهم", "حاورتهم", "التقاها", "التقاه", "التقتها", "التقته"}
)  # fmt: skip
_PIECES = frozenset({"استطلاع", "ریبورتاج", "روبورتاج", "متابعه", "تغطیه", "مراسله"})
# «أجرت الحوار: X», «كتبت النص: X»
_HELD = frozenset({"اجری", "اجرت", "اجراه", "اجرته", "اعد", "اعدت", "اعده", "اعدته"})
_TALKS = frozenset({"الحوار", "المقابله", "اللقاء", "الحدیث", "المقابلات"})
HEAD = 4  # paragraphs of a report in which its byline stands
_LONGEST_NAME = 4  # words
_BEHIND_NAME = DASHES | {"،", ",", "|", "/", "("}
LONGEST_LINE = 8  # words of a byline
_NEAR = 4  # tokens behind a verb
_MINE = re.compile("ت\u064f(?:ه|ها|هم|هن|هما)?$")
_MINE_FOLDED = ("ت", "ته", "تها", "تهم", "تهن", "تهما")
_OF_ME = frozenset({"منی", "منا"})
_ME = frozenset({"لی", "لنا", "الینا", "بی"})
_OF_US = _ME | _OF_ME
_TOWARDS_ME = frozenset({"لی", "لنا", "الینا", "الی", "نحونا", "نحوی"})  # «إليّ»
_OUR_EARS = frozenset({"اذننا", "اذنی", "اذاننا", "مسامعنا", "مسامعی", "وجهنا", "وجوهنا"})
_OUR_QUESTIONS = frozenset({"سوالنا", "اسیلتنا", "استفسارنا", "استفساراتنا"})
_WE_ASK = ("سالنا", "نسال", "اسال")
_WE_REQUEST = frozenset({"طلبنا", "وطلبنا", "فطلبنا", "رجونا", "ورجونا"})

# «وعندما نقلنا إليها هذه الملاحظة، أقرت بأنّ»
_WE_TELL = frozenset({"نقلنا", "عرضنا", "طرحنا", "واجهناه", "واجهناها", "ابلغناه", "ابلغناها"})


def find_author(page: Page) -> Range | None:
    """The name in a byline at the head of a report: behind «بقلم» or «كتبت –» all its line has, or beside a place and a dash; else of whom its last line tells."""
    for number, paragraph in enumerate(page.paragraphs[:HEAD]):
        name = _signed(page, paragraph) or (_beside_place(page, paragraph) if number else None)
        if name is not None:
            return name
    return find_writer_below(page)


def _signed(page: Page, paragraph: Paragraph) -> Range | None:
    """The name behind «بقلم», «كتبت –», «تحقيق:», or between «كتبت» and a colon, where it is all its line has."""
    begun = _behind_dateline(page, paragraph)
    head, first = page.words[begun], begun + 1
    signed = first < paragraph.last and page.words[first] in SIGNS
    signed_behind = page.words[paragraph.last - 1] == ":" and _is_given(page, first)
    told = (
        head in _BYLINES
        or (head in _PIECES and signed)
        or (head in WROTE and (signed or signed_behind))
    )
    told = told or (head == "حوار" and signed)  # «حوار: هدى سالم»; not «حوار مع X»
    if head in _HELD and page.words[first] in _TALKS and page.words[first + 1] in SIGNS:
        told, first = True, first + 1
        signed = True
    last = paragraph.last - (page.words[paragraph.last - 1] in ":.")
    # «حاورتها: هدى سالم – مجلة «الضفة»»
    last = next((i for i in range(first + signed, last) if page.words[i] in _BEHIND_NAME), last)
    name = first + signed, last
    return name if told and _is_name(page, name) else None


def _behind_dateline(page: Page, paragraph: Paragraph) -> int:
    """The token behind the place and dash a byline opens with, where it says what the piece is: «جبل السدرة - | استطلاع: X»; else where it begins."""
    near = range(paragraph.first + 1, min(paragraph.last - 2, paragraph.first + _LONGEST_NAME + 1))
    dash = next((i for i in near if page.words[i] in DASHES), None)
    piece = dash is not None and page.words[dash + 1] in _BYLINES | _PIECES
    return dash + 1 if dash is not None and piece else paragraph.first


def _is_given(page: Page, token: int) -> bool:
    """Tell whether a given name stands at a token."""
    return load_people("ar").given_names.find(page.words, token) is not None


def _beside_place(page: Page, paragraph: Paragraph) -> Range | None:
    """The name of a line that has nothing else but a place and a dash: «وادي الزيتون – هدى سالم», «هدى سالم - وادي الزيتون»."""
    first, last = paragraph.first, paragraph.last
    dashes = [i for i in range(first, last) if page.words[i] in DASHES]
    if len(dashes) > 1 and page.words[dashes[-1] - 1] in MARKS:
        first, dashes = dashes[-2] + 1, dashes[-1:]  # «القلعة - «يوميات المشرق» - هدى سالم»
    short = paragraph.language == "ar" and page.count_words(first, last) <= LONGEST_LINE
    if len(dashes) != 1 or not short:
        return None
    halves = ((dashes[0] + 1, last), (first, dashes[0]))
    named = (half for half in halves if _is_name(page, half) and _is_given(page, half[0]))
    return next(named, None) or _behind_place(page, *halves)


def _behind_place(page: Page, name: Range, place: Range) -> Range | None:
    """The name no table knows behind the dash, where a known place is all there is before it: «وادي الزيتون – لميس عبد الحق»; no «شاطئ نيوز»."""
    where = page.mention_at.get(place[0])
    whole = where is not None and where.mention.type == "LOC" and where.last == place[1]
    words = page.words[slice(*name)]
    outlet = not get_grammar("ar").words["outlet_words"].isdisjoint(words)
    body = page.mention_at.get(name[0])
    outlet = outlet or heads_outlet(words, 0, "ar")
    outlet = outlet or (body is not None and body.mention.type != "PER")
    return name if whole and _is_name(page, name) and not outlet else None


def _is_name(page: Page, place: Range) -> bool:
    """Tell whether a few words that may be a full name stand somewhere, and no sign."""
    first, last = place
    return 1 < last - first <= _LONGEST_NAME and all(map(page.is_word, range(first, last)))


def asks_himself(page: Page, saying: Saying) -> bool:
    """Tell whether the writer of a report asks something: «سألناه إن كان»، «نسألها لماذا», «سألتُها كيف»."""
    if saying.cue is None or not saying.passive:
        return False
    return we_ask(page.words[saying.cue[0]]) or is_mine(page, saying.cue[0])


def is_mine(page: Page, token: int) -> bool:
    """Tell whether a verb is written as the past of «I»: سألتُها, «سألتُ»."""
    if not page.words[token].endswith(_MINE_FOLDED):
        return False  # as most words, which are not looked at as written
    return _MINE.search(page.written((token, token + 1))) is not None


@keep_answers
def answers_writer(page: Page, saying: Saying) -> bool:
    """Tell whether in its sentence a saying answers what the writer asked, or asked for: «سألناه عن الأسعار، فهز رأسه وقال: «…»», «وحين طلبنا صورة، اعتذرت موضحةً أنّ»."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None or saying.passive:
        return False
    if _on_our_question(page, saying.cue, saying.content):
        return True
    for i in range(sentence.first, saying.cue[0]):
        word = page.words[i]
        if is_complementizer(word):
            return False  # «قال المدير إنّنا طلبنا المال، وأضاف أنّ»
        if page.mark_at[i] is None and (_tells_of_us(word) or _do_i_tell(page, i)):
            return True
    return False


def _do_i_tell(page: Page, token: int) -> bool:
    """Tell whether a verb with the ending of I asks, or is done to somebody by a pronoun: «سألتُ X هل», «وحين ذكّرتُها بالخسارة»."""
    word = page.words[token]
    if not word.endswith(_MINE_FOLDED) or page.mark_at[token] is not None:
        return False
    return is_mine(page, token) and (is_asking(word) or without_object_pronoun(word) != word)


@lru_cache(maxsize=65536)
def _tells_of_us(word: str) -> bool:
    """Tell whether a word says that we ask, tell or request, or is our question."""
    ours = we_ask(word) or word in _WE_REQUEST or word.lstrip("وف") in _WE_TELL
    return ours or word in _OUR_QUESTIONS


def _on_our_question(page: Page, cue: Range, content: tuple[Range, ...]) -> bool:
    """Tell whether behind a verb it is our question that is answered: «ردّت | على سؤالنا من دون تردد: «…»»."""
    stop = content[0][0] if content else cue[1]
    return not _OUR_QUESTIONS.isdisjoint(page.words[cue[1] : stop])


def we_ask(word: str) -> bool:
    """Tell whether a word is a verb of asking with «we» or «I»: وسألناه, أسألها."""
    return word.lstrip("وف").startswith(_WE_ASK)


def tells_me(page: Page, saying: Saying) -> bool:
    """Tell whether a verb of saying says that the writer is told: «تقول لي», «أخبرني», «صاح بي»; not who speaks himself behind a colon: «وتستعيد حواراً: قلت له C، فقال لي: D»."""
    if saying.cue is None:
        return False
    if _turns_to_us(page, saying.cue[0]):
        return True
    return _tells_us(page, saying, saying.cue) and not _follows_colon(page, saying.cue[0])


def _turns_to_us(page: Page, cue: int) -> bool:
    """Tell whether right before a verb with «و» somebody turns to us or me: «ثم التفتت إلينا | وقالت», «ونظر إليّ | وهمس»."""
    sets = get_grammar("ar").words
    turning = sets["turning"] | sets["signing_towards"] | sets["signing_to"]
    joined = cue > 1 and page.words[cue][0] == "و"
    return (
        joined
        and page.words[cue - 1] in _TOWARDS_ME
        and past_gender(page.words[cue - 2], turning) is not None
        and page.written((cue - 1, cue)) != "إلى"
    )


def _follows_colon(page: Page, verb: int) -> bool:
    """Tell whether in its sentence a verb stands behind a colon and words."""
    here = page.sentence_at(verb)
    before = range(here.first, verb) if here is not None else range(0)
    return any(page.words[i] == ":" and page.is_word(i + 1) for i in before)


def _tells_us(page: Page, saying: Saying, cue: Range) -> bool:
    """Tell whether a verb of saying has «me» or «us» as whom it is said to, by its ending or right behind it."""
    first, last = cue
    verb = page.words[first]
    if verb.endswith("نی") and page.written((first, first + 1)).endswith("ني"):
        return True
    if _is_at_our_ears(page, saying, last):
        return True
    if verb.endswith("نا") and saying.source is not None and _takes_hearer(verb[:-2]):
        return True  # «رئيس البلدية أخبرنا أنّ»
    near = enumerate(page.words[last : last + _NEAR], last)
    mine = [i for i, word in near if word in _OF_US and page.mark_at[i] is None]
    outside = [i for i in mine if not any(a <= i < b for a, b in saying.content)]
    if not outside:
        return False
    hit = load_cues("ar").find(page.words, first)
    asked = hit is not None and "request" in hit.value.frames
    return asked or any(page.words[i] in _ME for i in outside)


def _is_at_our_ears(page: Page, saying: Saying, last: int) -> bool:
    """Tell whether behind who speaks something is said into our ears: «همس X | في أذننا: «…»»."""
    stop = saying.content[0][0] if saying.content else last
    near = range(max(last, stop - _NEAR), stop - 1)
    return any(page.words[i] in ("فی", "علی") and page.words[i + 1] in _OUR_EARS for i in near)


def _takes_hearer(verb: str) -> bool:
    """Tell whether a verb without its pronoun takes whom it is said to as its object: أخبر, حدّث, not «كتبنا»."""
    hit = load_cues("ar").find((verb,), 0)
    return hit is not None and "person" in hit.value.frames
