"""What an Arabic verb of asking asks for as a noun: «دعا الاتحادات إلى التعاقد», «طالب بتمديد المهلة»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act
from rawi.quote.arabic.clauses import Context, content_end
from rawi.quote.arabic.forms import joined_form, without_object_pronoun
from rawi.quote.arabic.leaving import did_then
from rawi.quote.arabic.makings import make_saying
from rawi.quote.arabic.means import find_behind_means, lead_behind
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.phrase_objects import is_all_of
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_relative, is_somebody
from rawi.quote.arabic.whoever import read_asked_whoever
from rawi.quote.arabic.words import is_governed
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

_TO_WHAT = frozenset({"الی", "علی"})  # after whom is asked: دعا X إلى, حثّ X على
_WHAT_ASKED = frozenset({"الیه", "الیها", "الیهما", "به", "بها", "بهما", "علیه", "علیها"})
_THEM = frozenset({"ایاه", "ایاها", "ایاهم", "ایاهن", "ایاهما"})
_CALLING = frozenset({"دعا", "دعت", "دعوا", "یدعو", "تدعو", "یدعون"})
_AT_DOORS = frozenset({"عند", "امام", "قرب", "قبل", "بعد"})  # «ودّعتنا | عند الباب»
_SHORTEST_REQUEST = 2  # words
# In charge of what people are: «المسؤولون عن السوق».
_CHARGES = {"مسوول": "عن", "قایم": "علی", "مشرف": "علی", "عامل": "فی", "مقیم": "فی", "راغب": "فی", "مشارک": "فی", "قاطن": "فی", "معتدی": "علی", "متضرر": "من", "قادم": "من"}  # fmt: skip
_LONGEST_MEANS = 6  # tokens of «في خطاب متلفز»


def _asked_before(page: Page, cue: PlacedCue) -> bool:
    """Tell whether what is asked for is told before the verb and a pronoun stands for it: «اجتماع دعت إليه البلدية», «الإضراب الذي طالبت به»; not whom it is asked of, «طلب إليها»."""
    behind = page.words[cue.last : cue.last + 1]
    return "of" not in cue.cue.frames and not _WHAT_ASKED.isdisjoint(behind)


def _past_aside(page: Page, start: int, end: int) -> int:
    """The token after a phrase of means or occasion, or what somebody is, between commas: «ناشد الأهالي، عبر رسالة إلى المحافظ، | إعادة فتح المدرسة», «تطالب X، صاحبة المخبز، | بتعويض»."""
    words = page.words
    if words[start : start + 1] != ("،",) or start + 2 >= end:
        return start
    closing = next((i for i in range(start + 2, end - 1) if words[i] in PAUSES), None)
    if closing is None:
        return start
    apposed = page.person_at(start - 1) is not None and _leads_on(page, closing + 1)
    return closing + 1 if apposed or words[start + 1] in get_grammar("ar").prepositions else start


def _leads_on(page: Page, at: int) -> bool:
    """Tell whether at a token what is asked for begins with its preposition: «إلى إضراب», «بتعويض»."""
    return page.words[at] in _TO_WHAT or is_governed(page, at)


def _past_means(page: Page, start: int, end: int) -> int:
    """The token of what is asked for behind a phrase of means or occasion, or of whom it is asked: «دعا الوزير في بيان | إلى ضبط النفس», «ناشدهم في خطاب متلفز | التبرع بالدم», «دعت في كلمتها | الطلبة إلى»."""
    words = page.words
    if words[start : start + 1] not in (("فی",), ("عبر",), ("خلال",)):
        return start
    if (hearers := find_behind_means(page, start, end)) is not None:
        return hearers
    near = range(start + 2, min(end, start + _LONGEST_MEANS))
    stop = (i for i in near if words[i] in _TO_WHAT or words[i].startswith("ال"))
    at = next((i for i in stop if page.is_word(i)), start)
    led = words[at] in _TO_WHAT or _is_act(words[at])
    return at if led else lead_behind(page, start, end)


def _past_origin(page: Page, cue: PlacedCue, start: int, end: int) -> int:
    """The token after where someone is from who asks somebody meant by a pronoun: «طالبها شاب من الشرفة | بإعادة الأغنية»."""
    if not cue.cue.object or page.words[start : start + 1] != ("من",):
        return start
    return next((i for i in range(start + 1, end) if _leads_on(page, i)), start)


def _is_act(word: str) -> bool:
    """Tell whether a word is what somebody may be asked to do: الإفراج, التبرع, الهدوء."""
    return names_act(word) or word in get_grammar("ar").words["urged"]


def _asks_for_thing(page: Page, at: int, end: int) -> bool:
    """Tell whether at a token what is asked for begins, and is no act, and no one: «طلبت X | الدعم من البلدية», «يطلب النادي | مهلة من الاتحاد»."""
    if at >= end or _leads_on(page, at):
        return False
    thing = read_source(page, at, end)
    return thing is not None and not _is_act(page.words[at]) and not is_somebody(page, thing)


def _without_act(page: Page, asked: Range | None) -> Range | None:
    """Whom something is asked of without the definite act that is asked: «ناشدوا الحكومة | الإسراع في البحث», «طالب الزوار | بالمساهمة في الحملة»."""
    if asked is None:
        return None
    words = page.words
    acts = (
        i
        for i in range(asked[0] + 1, asked[1])
        if words[i].removeprefix("ب").startswith("ال")
        and words[i - 1].startswith("ال")
        and _is_act(words[i].removeprefix("ب"))
    )
    return asked[0], next(acts, asked[1])


def _with_charge(page: Page, asked: Range | None, end: int) -> Range | None:
    """Whom something is asked of with what they are in charge of, where what is asked follows: «دعا المسؤولين | عن السوق إلى فتحه», «القائمين | على المعرض»; not «حثّ القائمين على الصبر»."""
    if asked is None or asked[1] >= end:
        return asked
    last, by = get_grammar("ar").bare(page.words[asked[1] - 1].lstrip("و")), page.words[asked[1]]
    if _CHARGES.get(last.removesuffix("ین").removesuffix("ون")) != by:
        return asked
    leads = (i for i in range(asked[1] + 2, end) if _leads_on(page, i))
    what = next(leads, None)
    return (asked[0], what) if what is not None else asked


def _takes_leave(page: Page, cue: PlacedCue, end: int) -> bool:
    """Tell whether «ودعت» is «ودّعت», since nothing behind it is called for by «إلى» or «ل»: «ودعت المدينة أمس أمينة مكتبتها»; not «ودعت البلدية السكان إلى الهدوء»."""
    word = page.words[cue.first]
    forms = {word, word.removesuffix("نا"), without_object_pronoun(word)}  # «ودّعتنا عند الباب»
    if all(joined_form(form, _CALLING) is None for form in forms):
        return False
    near = range(cue.last, end)
    at_door = page.words[cue.last] in _AT_DOORS
    pause = next((i for i in near if page.words[i] in PAUSES), end)
    joined = (
        page.words[i].startswith("لل") or is_governed(page, i) for i in range(cue.last, pause)
    )
    return not (any(page.words[i].startswith("الی") for i in near) or (any(joined) and not at_door))


def _request_end(context: Context, number: int) -> int:
    """Where what is asked for ends."""
    page, sentence, cues = context
    cue = cues[number]
    end = content_end(context, number, cue.last)
    if is_relative(page, sentence.first, cue.first):
        # «أبدى المدرب، الذي كان قد طالب بمهاجم، سعادته»
        end = next((i for i in range(cue.last, end) if page.words[i] in PAUSES), end)
    if asks_besides(cue):
        # «داعياً المشتركين إلى القراءة؛ ولا سيما أنّ الشكاوى كثرت»
        end = next((i for i in range(cue.last, end) if page.words[i] in "؛;"), end)
    # «طلب مهلة يومين، ثم عاد إلى عمله»
    return next((i - 1 for i in range(cue.last + 1, end) if did_then(page.words, i)), end)


def asks_besides(cue: PlacedCue) -> bool:
    """Tell whether a cue is a participle of asking: داعياً, مطالبةً, مناشدين."""
    return cue.cue.shape == "participle" and "request" in cue.cue.frames


def read_asked_besides(
    context: Context, number: int, source: Range | None
) -> Iterator[tuple[Saying, int]]:
    """What a participle behind a pause asks for, where somebody or a verb of saying stands before it: «…، داعياً السكان إلى الترشيد»; not «مطالب العمال», «خرجوا مطالبين بالماء»."""
    page, sentence, cues = context
    at = cues[number].first
    led = source is not None or any(cue.cue.shape == "verb" for cue in cues[:number])
    if led and at > sentence.first and page.words[at - 1] in PAUSES:
        yield from read_request(context, number, source, None)


def read_request(
    context: Context, number: int, source: Range | None, addressee: Range | None
) -> Iterator[tuple[Saying, int]]:
    """«دعا الاتحادات إلى التعاقد …», «طالب بتمديد المهلة»: what is asked for is a noun phrase; `addressee`: to whom the letter goes in which it is asked."""
    page, _, cues = context
    cue = cues[number]
    end = _request_end(context, number)
    if cue.cue.passive or _asked_before(page, cue) or _takes_leave(page, cue, end):
        return  # «طُلب إلى المتهم الترافع»: nobody is said to have asked
    start = source[1] if source and source[0] >= cue.last else cue.last
    start = _past_means(page, _past_aside(page, start, end), end)
    start = _past_origin(page, cue, start, end)
    asked: Range | None = None
    # «داعياً إياهم إلى التعاون»
    resuming = get_grammar("ar").words["resuming"]
    of_whom = start < end and page.words[start] in _THEM | resuming
    if of_whom or (start < end and "of" in cue.cue.frames and page.words[start] in ("من", "الی")):
        start += 1  # «طلب من الوزيرة قضاء نهار …», «طلب منها قضاء …»
    if "at" in cue.cue.frames and start < end and page.words[start].startswith("ب"):
        # «أهابت الهيئة بالسكان ترشيد الماء»
        # «بكافة المواطنين ترشيد الماء»
        asked = start, start + 1 + is_all_of(page.words, start)
        start = asked[1]
    elif (whoever := read_asked_whoever(page, start, end)) is not None:
        asked, start = whoever, whoever[1]
    elif "of" in cue.cue.frames and not of_whom and _asks_for_thing(page, start, end):
        return
    elif start < end and not of_whom and not _leads_on(page, start):
        asked = _without_act(page, read_source(page, start, end, after_preposition=True))
        asked = _with_charge(page, asked, end)
        start = _past_means(page, asked[1], end) if asked else start
    if start < end and page.words[start] in _TO_WHAT:
        start += 1
    if page.words[start : start + 1] == ("عدم",) and not of_whom and asked is None:
        return  # «طلب عدم الكشف عن هويته»
    if asked != (start, end) and page.count_words(start, end) >= _SHORTEST_REQUEST:
        yield make_saying(page, cue, "request", (start, end), source, asked or addressee), end
