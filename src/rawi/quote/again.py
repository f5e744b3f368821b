"""Whom an Arabic phrase means again that only points at him, «المتحدثة ذاتها», «الأخير», «المصدر», «محدثنا»; and who answers with a verb alone."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.speech import load_cues
from rawi.quote.arabic.answering_back import find_own_back
from rawi.quote.arabic.answers import answers_him
from rawi.quote.arabic.apposed import THE_SAME
from rawi.quote.arabic.departed import find_departed
from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.introduced import find_introduced
from rawi.quote.arabic.latter import find_latter
from rawi.quote.arabic.meetings import find_guest, find_named_guest
from rawi.quote.arabic.retorts import replies_by_pronoun, retorts
from rawi.quote.arabic.texts import is_definite_text
from rawi.quote.arabic.words import is_asking
from rawi.quote.asking import asks, ends_asking, requests
from rawi.quote.attributed import Attributed
from rawi.quote.cast import Cast
from rawi.quote.memory import Memory, Wanted
from rawi.quote.nearness import follows, in_one_sentence, is_near
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker, Words

_VERY = frozenset({"ذات", "نفس"})  # «ذات المتحدث»
_CONCERNED = (("المعنی", "بالامر"), ("المعنیه", "بالامر"))
_ANSWERING = frozenset({"اجاب", "اجابت", "اجابه", "اجابها", "اجابته", "اجابتها", "رد", "ردت", "یجیب", "تجیب", "یرد", "ترد"})  # fmt: skip
_ANSWERS = frozenset({"جوابه", "جوابها", "رده", "ردها", "ردهم", "اجابته", "اجابتها"})  # «جاء جوابه»
_THEN = frozenset({"سپس", "انگاه"})  # who asked goes on
# Whom the outlet itself talks with: «محدّثنا», «ضيفتنا».
_OURS = {"محدثنا": "m", "محدثتنا": "f", "ضیفنا": "m", "ضیفتنا": "f", "مضیفنا": "m", "مضیفتنا": "f"}
_LITTLE = frozenset({"صغیر", "صغیره"})
_SOURCE = "مصدر"
# Whoever spoke may be called so again.
_WHOEVER = frozenset({"متحدث", "متحدثه", "مصدر", "مسوول", "مسووله"})
# Without a name, and told of before by what he is: «مسؤول في المحطة», then «المصدر».
_OFFICIALS = {"المسوول": "m", "المسووله": "f"}
_UNNAMED = frozenset({"المصدر", *_OFFICIALS})


def find_again(
    page: Page, cast: Cast, memory: Memory, saying: Saying, listener: Speaker | None
) -> Speaker | None:
    """Whom the source of an Arabic saying means again, None where it tells itself who speaks."""
    if saying.language != "ar" or saying.source is None:
        return None
    words = page.words[slice(*saying.source)]
    if len(words) == 1 and words[0] in _OURS:
        return memory.find(Wanted(_OURS[words[0]], person=True, plural=False))
    if (guest := find_named_guest(page, saying.source)) is not None:
        return cast.identify(guest, "ar", memory.recent)
    return (
        find_departed(page, cast, words, saying.source[0])
        or find_latter(page, cast, memory, saying, listener)
        or _find_same(cast, memory, saying, _with_same(page, saying.source))
        or _find_unnamed(memory, words)
        or _find_official(page, memory, saying)
        or _find_introduced(page, cast, memory, saying)
        or _find_other(page, cast, memory, saying)
        or _find_nameless(page, memory, saying, words)
        or _find_replier(page, saying, words, listener)
        or find_own_back(words, listener)
    )


def find_answerer(
    page: Page, memory: Memory, saying: Saying, before: Attributed | None, wanted: Wanted
) -> Speaker | None:
    """Who answers with an Arabic verb without a subject right after a question or request: whom it was put to, «سألته القاضية: «…». أجاب: «…»»."""
    if saying.cue is None or before is None:
        return None
    if before.saying.cue is None:
        return _find_answer_of(page, saying, before, wanted)
    if saying.language == "fa":
        return _find_asked(page, saying, before, wanted)
    if saying.language != "ar":
        return None
    near = is_near(page, before.saying, saying)
    own = before.speaker is not None and not _is_asked_here(page, saying, before.saying)
    if own and replies_by_pronoun(page, saying):
        return _spoken_to(page, memory, before, wanted, saying)
    puts = is_asking(page.words[before.saying.cue[0]]) or requests(page, before.saying)
    back = saying.addressee is not None and saying.addressee == before.saying.source
    verbs = page.words[max(0, saying.cue[0] - 1) : saying.cue[0] + 1]  # «ردّت مازحةً: «…»»
    answers = back or any(verb.removeprefix("و").removeprefix("ف") in _ANSWERING for verb in verbs)
    answers = answers or page.words[saying.cue[1] - 1] in _ANSWERS
    # «ثم التفتت إلى X وسألته هل C، فقال: «D»»
    then = page.words[saying.cue[0]].startswith("ف")
    answers = answers or (then and in_one_sentence(page, before.saying, saying))
    who = before.addressee
    told = near and (puts or back) and answers
    return who if told and who is not None and wanted.fits(who) else None


def _is_asked_here(page: Page, saying: Saying, before: Saying) -> bool:
    """Tell whether who answers in an Arabic sentence is asked in it by a pronoun, and so not by who spoke before: «ولمّا سألها X عن خليفتها، أجابته: «…»»."""
    here = page.sentence_at(saying.start)
    if here is None or saying.cue is None or in_one_sentence(page, before, saying):
        return False
    told = (page.words[i] for i in range(here.first, saying.cue[0]) if page.mark_at[i] is None)
    return any(is_asking(word) and without_object_pronoun(word) != word for word in told)


def _find_answer_of(
    page: Page, saying: Saying, before: Attributed, wanted: Wanted
) -> Speaker | None:
    """Whom an Arabic line asked that opens with a name and a colon, where «his answer» follows: «ديفرو: «خط أم شق؟»», then ««لا أعرف»، جاء جوابه»."""
    first, last = saying.cue or (0, 0)
    told = saying.language == "ar" and last > first and page.words[last - 1] in _ANSWERS
    who = before.addressee if told and is_near(page, before.saying, saying) else None
    return who if who is not None and wanted.fits(who) else None


def _spoken_to(
    page: Page, memory: Memory, before: Attributed, wanted: Wanted, saying: Saying
) -> Speaker | None:
    """Who answers by a pronoun who spoke just before: whom he spoke to, else the last one in mind who is not he."""
    who = before.addressee
    if not follows(page, before.saying, saying):
        return None
    if who is not None and wanted.fits(who) and who is not before.speaker:
        return who
    return memory.find(wanted._replace(besides=before.speaker))


def find_told_of(page: Page, cast: Cast, saying: Saying, wanted: Wanted) -> Speaker | None:
    """The last one named in the paragraph of an Arabic verb without a subject, where nobody in mind fits: «سأل القاضي X المتهمة Y عن الساعة. فأجابت»."""
    if saying.language != "ar" or wanted.gender is None:
        return None
    here = page.sentence_at(saying.start)
    first = page.paragraphs[here.paragraph].first if here else saying.start
    named = (cast.at[i] for i in range(saying.start - 1, first - 1, -1) if i in cast.at)
    return next((p for p in named if p.gender == wanted.gender and wanted.fits(p)), None)


def find_done_to(
    page: Page, cast: Cast, saying: Saying, wanted: Wanted, *, known: bool
) -> Speaker | None:
    """Whom a Persian «او» means in «پلیس X را بازداشت کرد و او گفت»: the only person named in its sentence, where a body or several do that to him; where nobody is `known`, since the sentence before."""
    here = page.sentence_at(saying.source[0]) if saying.source else None
    if saying.language != "fa" or saying.source is None or here is None or not wanted.person:
        return None
    if known and saying.cue_class == "continuing":
        return None
    before = None if known else page.sentence_before(saying.source[0])
    if known and not (
        page.names_body(here.first, "fa") or names_people(page.words[here.first], "fa")
    ):
        return None
    near = range(before.first if before else here.first, saying.source[0])
    named = {id(p): p for i in near if (p := cast.at.get(i)) is not None}
    people = [p for p in named.values() if p.named and not p.body and not p.plural]
    alone = people[0] if len(people) == 1 else None
    return alone if alone and wanted._replace(besides=None).fits(alone) else None


def answering_guest(page: Page, cast: Cast, saying: Saying, wanted: Wanted) -> Speaker | None:
    """The guest of an Arabic talk, who answers before he was heard: «استضاف X Y. وسأله X عن الرواية، فقال: «…»»."""
    asked = saying.language == "ar" and wanted.besides is not None
    place = find_guest(page, saying.start) if asked else None
    guest = cast.identify(place, "ar", ()) if place else None
    return guest if guest is not None and wanted.fits(guest) else None


def _find_asked(page: Page, saying: Saying, before: Attributed, wanted: Wanted) -> Speaker | None:
    """Who answers with a Persian verb in a sentence without a subject: whom the sentence before asked, «X از او پرسید: «…؟» خندید و گفت: «…»»."""
    who = before.addressee
    if who is None or who.body or not wanted.fits(who) or saying.cue_class == "continuing":
        return None
    new = follows(page, before.saying, saying) and not in_one_sentence(page, before.saying, saying)
    asked = asks(page, before.saying) and ends_asking(page, before.saying)
    here = page.sentence_at(saying.start)
    if here is not None and page.words[here.first] in _THEN:
        return None  # «X از او پرسید: «…؟» سپس به وکیل گفت: «…»»: X goes on
    return who if new and asked else None


def _find_same(
    cast: Cast, memory: Memory, saying: Saying, words: tuple[str, ...]
) -> Speaker | None:
    """Whom «المتحدثة ذاتها», «المصدر نفسه» means: the last one spoken of who fits and is so called, else who fits."""
    same = words[-1] in THE_SAME or words[0] in _VERY or words in _CONCERNED
    if len(words) < 2 or not same or any(i in cast.at for i in range(*saying.source or (0, 0))):
        return None
    head = words[words[0] in _VERY].removeprefix("ال")
    wanted = Wanted(saying.gender)
    called = [s for s in memory.recent if head in s.words or any(head in r for r in s.roles)]
    if head == _SOURCE and not called and memory.last_speaker is not None:
        return memory.last_speaker  # whoever spoke last, a body too
    office = head in get_grammar("ar").words["offices"] and head not in _WHOEVER
    if (office or is_definite_text(words)) and not called:
        return None  # «المدرب نفسه»: he, and nobody who spoke before; «البيان نفسه»: whose it is
    return next(filter(wanted.fits, called), None) or memory.find(wanted)


def _with_same(page: Page, phrase: Range) -> Words:
    """The words of a phrase, with «himself» behind it: «المتحدث نفسه»."""
    behind = page.words[phrase[1] : phrase[1] + 1]
    return page.words[slice(*phrase)] + (behind if THE_SAME.issuperset(behind) else ())


def _find_official(page: Page, memory: Memory, saying: Saying) -> Speaker | None:
    """Whom «المسؤول», «المسؤولة» alone means where nobody unnamed was called so: the last one named in office; not «المسؤول عن الملف»."""
    phrase = saying.source or (0, 0)
    words = page.words[slice(*phrase)]
    if len(words) != 1 or words[0] not in _OFFICIALS or saying.cue_class == "continuing":
        return None
    if page.words[phrase[1]] in ("عن", "فی", "لدی"):
        return None
    wanted = Wanted(_OFFICIALS[words[0]], person=True, plural=False)
    held = (s for s in memory.recent if s.named and s.roles and wanted.fits(s))
    return next(held, None)


def _find_unnamed(memory: Memory, words: tuple[str, ...]) -> Speaker | None:
    """Whom «المصدر» means: the last person who spoke without a name, known by what he is."""
    if len(words) != 1 or words[0] not in _UNNAMED:
        return None
    indefinites = get_grammar("ar").indefinites
    unnamed = (s for s in memory.recent if not (s.named or s.body or s.plural))
    known = (s for s in unnamed if s.roles or (s.words and s.words[0] in indefinites))
    return next(known, None)


def _find_introduced(page: Page, cast: Cast, memory: Memory, saying: Saying) -> Speaker | None:
    """Whom «الشاب» means where a sentence shortly before told of a young man without a name: «وقف شاب في العشرينيات ينتظر. «C»، قال الشاب»."""
    introduced = find_introduced(page, saying.source or (0, 0), saying.start)
    return cast.identify(introduced, "ar", memory.recent) if introduced else None


def _find_replier(
    page: Page, saying: Saying, words: tuple[str, ...], listener: Speaker | None
) -> Speaker | None:
    """Whom «الرجل», «الطفلة» means that answers: him to whom the last one spoke, «همست X لسامي: «C». ورد عليها الرجل القادم من الجنوب قائلاً»."""
    head = words[0].removeprefix("ال")
    someone = head != words[0] and head in get_grammar("ar").words["named_people"] | _LITTLE
    if listener is None or not listener.named or not someone or saying.cue is None:
        return None
    verb = page.words[saying.cue[0]]
    then = verb.startswith("ف") and verb[1:] in load_cues("ar")  # «طلبت X من Y أن، فهمست الفتاة»
    answers = then or retorts(page, saying) or answers_him(verb)
    wanted = Wanted("f" if head.endswith("ه") else saying.gender, person=True, plural=False)
    return listener if answers and wanted.fits(listener) else None


def _find_other(page: Page, cast: Cast, memory: Memory, saying: Saying) -> Speaker | None:
    """Whom «الرجل» means that answers by a pronoun who spoke in his sentence: the last one named besides, «يقول X إنه عرض عليه بيته، لكنّ الرجل أجابه بأنّ»."""
    last, (first, stop) = memory.last_speaker, saying.source or (0, 0)
    if last is None or saying.cue is None or stop - first > 1:
        return None
    anyone = page.words[first].removeprefix("ال") in get_grammar("ar").words["anyone"]
    verb = page.words[saying.cue[0]]
    if not anyone or without_object_pronoun(verb) == verb:
        return None
    here, there = page.sentence_at(first), page.sentence_at(last.first)
    if here is None or here != there:
        return None
    wanted = Wanted(saying.gender, person=True, plural=False, besides=last)
    named = (s for s in [*memory.recent, *cast.named_before(first)] if s.named)
    return next(filter(wanted.fits, named), None)


def _find_nameless(
    page: Page, memory: Memory, saying: Saying, words: tuple[str, ...]
) -> Speaker | None:
    """Whom «السيدة» means right after somebody without a name: «ترى إحدى الساكنات أنّ C. «D»، تقول السيدة»."""
    people = get_grammar("ar").words["named_people"]
    last, said = memory.last_speaker, saying.source or (0, 0)
    if len(words) != 1 or words[0][2:] not in people or last is None or last.named or last.body:
        return None
    here, there = page.sentence_at(said[0]), page.sentence_at(last.first)
    near = here is not None and there is not None and here.paragraph == there.paragraph
    fits = Wanted(saying.gender, plural=False).fits(last)
    return last if near and fits and last.words[:1] != words[:1] else None
