"""The frames in which an attribution tells who said something: «به گفتهٔ X، C», «C، طبق مطالعهٔ X»."""

from collections.abc import Iterator
from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_writing
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.persian_verbs import is_infinitive
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.after_sources import (
    ends_in_verb,
    skip_apposition,
    skip_place,
    skip_relative,
)
from rawi.quote.persian.attributed_phrases import read_noun_phrase
from rawi.quote.persian.clauses import Base, read_link
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import clause_end, is_relative, relative_end
from rawi.quote.persian.marked import mark_over_lines, spoken_first
from rawi.quote.persian.phrases import HE, PAUSES
from rawi.quote.persian.publishers import find_publisher, is_published
from rawi.quote.persian.relative_heads import read_antecedent
from rawi.quote.persian.subjects import find_speaking_subject, find_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak, find_head, is_one
from rawi.quote.saying import Range, Saying

_LONGEST_SUBJECT = 8  # tokens of a content before «به گفتهٔ X»
_LONGEST_RELAY = 4  # words between marks and «به نقل از X»
_LONGEST_CLAUSE = 10  # tokens more that tell of him with «که»
_LONGEST_VERB = 2  # words
_LONGEST_PLACE = 6  # tokens of «در بیمهٔ دریایی»
_WORDINGS = frozenset({"تعبیر", "قول"})
_TELLING = frozenset({"گفته", "گفتهی", "روایت", "ادعای", "شهادت"})
_TOO = frozenset({"هم", "نیز"})
_OWN = (("خود",), ("خودش",), ("او",), ("وی",))
# What writes a body's news for the press: «دفتر مطبوعات», «مرکز رسانه», «ستاد خبری», «دبیرخانه».
_PRESS = frozenset(
    {"مطبوعات", "مطبوعاتی", "رسانه", "رسانهای", "اطلاعرسانی", "خبری", "خبررسانی", "روابط", "دبیرخانه", "دبیرخانهی"}
)  # fmt: skip
_PRESS_WORDS = 3
_NOBODY = frozenset({"گزارشها", "گزارشهایی", "اخبار", "منابع", "شنیدهها", "شواهد"})


def is_attribution(page: Page, cue: PlacedCue, last: int) -> bool:
    """Tell whether «از نظر …», «طبق …», «به ادعای …» names a source here: someone, or a writing; no answer to it."""
    source = read_noun_phrase(page, _skip_adjectives(page, cue.last, last), last)
    if source is None:
        return False
    someone = can_speak(page, source) or (
        page.words[source[1] : source[1] + 1] == ("که",) and is_one(page, source)
    )
    if cue.cue.people and not someone:
        return False  # «از نظر کارشناسی», not «به شهادت کارشناسی که …»
    paused = page.words[source[1] : source[1] + 1] == ("،",)
    if cue.cue.initial and not (paused and _opens(page, cue)):
        return False  # «حکم طبق نظر پزشک صادر شد»
    if cue.cue.writings and not names_writing(page.words[find_head(page, source)], "fa"):
        return False
    if cue.cue.published and not is_published(page, source, last):
        return False
    if page.words[source[0]] in get_grammar("fa").words["persons"]:
        return False  # «به نظر من»
    if is_infinitive(page.words[source[0]]):
        return False  # «در پی به شهادت رسیدن X»
    others = get_grammar("fa").words["other_datives"]
    before = page.words[max(0, cue.first - 2) : cue.first]
    governs = before[-1:] if before[-1:] not in _OWN else before[:1]
    return others.isdisjoint(governs)  # «در پاسخ به ادعای X», «واکنش خود به شهادت X»


def _opens(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a clause opens with a cue."""
    sentence = page.sentence_at(cue.first)
    return (sentence is not None and sentence.first == cue.first) or not page.is_word(cue.first - 1)


def read_attribution(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«به گفتهٔ X، C» or «C، به گفتهٔ X»; the outlet's own formula is left to the relay."""
    page, sentence, cues = context
    cue = cues[number]
    later = cues[number + 1 :]
    found, verb = _first_telling(later)
    source = _read_source(context, cue, (found, verb))
    if source is None:
        return
    # «اطلاعیه ای که در سایت شرکت منتشر شد»: which company, an earlier sentence tells.
    earlier = source[0] < cue.first
    named = _skip_adjectives(page, cue.last, sentence.last) + 1 if earlier else source[1]
    after = skip_relative(page, named, sentence.last)
    found, verb = _first_telling([c for c in later if c.first >= after])
    if _is_aside(context, cue, verb, after):
        return
    if _leads_to(context, cue, verb, after):
        return
    if (marked := _marked_before(context, cue, source, done)) is not None:
        yield Base(page, cue, source, None).say("attribution", marked), sentence.last
        return
    reports = verb is not None and _tells_something(page, verb, named, sentence.last)
    if _is_formula(page, cue, source, told=reports):
        return
    if after < sentence.last and page.words[after] in PAUSES:
        after = skip_apposition(page, source, after + 1, sentence.last)
    else:
        after = skip_place(page, after, sentence.last)
    telling = found or verb  # «از قول X، نوشت که C»: the outlet's verb is no word of X
    if telling is not None and _stands_between(page, after, telling.first):
        after = telling.first  # «شبکهٔ Y از قول X در بیمه | خبر داد C»
    relay = telling if telling is not None and telling.first == after else None
    if relay is not None:
        after = read_link(page, relay.last, sentence.last).after
    relative = is_relative(page, cue)  # «X که به قول خودش C، …»
    end = relative_end(context, after) if relative else clause_end(context, number, after)
    begins = done == sentence.first and not relay
    parts = _told_around(page, cue, page.trim(done, cue.first), (after, end), begins=begins)
    if page.count_words(*parts[-1]) >= 2:
        yield _begin(context, cue, source).say("attribution", *parts), parts[-1][1]


def _stands_between(page: Page, after: int, verb: int) -> bool:
    """Tell whether between whom an attribution names and the outlet's verb only a phrase of place stands."""
    between = range(after, verb)
    return (
        0 < len(between) <= _LONGEST_PLACE
        and page.words[after] in ("در", "از")
        and not any(is_finite(page, i) or page.words[i] in PAUSES for i in between)
    )


def _told_around(
    page: Page, cue: PlacedCue, before: Range | None, content: Range, *, begins: bool
) -> tuple[Range, ...]:
    """What is told behind an attribution, before it, or on both sides: «آب دریاچه، به گفتهٔ X، پایین رفته است»; `begins`: the sentence begins with it."""
    if page.count_words(*content) < 3 and before and page.count_words(*before) > 3:
        return (before,)
    if begins and before and _is_parted(page, before, cue):
        return before, content
    words = _wording(page, cue, *content)
    return (words,) if words is not None else (content,)


def _begin(context: Context, cue: PlacedCue, source: Range) -> Base:
    """A saying of whom an attribution names, of nobody where it is not told: «بر اساس گزارش ها»."""
    page = context.page
    if source[1] - source[0] == 1 and page.words[source[0]] in _NOBODY:
        return Base(page, cue._replace(cue=cue.cue._replace(passive=True)), None, None)
    return Base(page, cue, _meant_by_himself(context, cue, source) or source, None)


def _first_telling(cues: list[PlacedCue]) -> tuple[PlacedCue | None, PlacedCue | None]:
    """The first of cues that tells what was found, and the first verb that tells what someone said."""
    found = next((cue for cue in cues if "found" in cue.cue.frames), None)
    return found, next((cue for cue in cues if _says(cue)), None)


def _wording(page: Page, cue: PlacedCue, after: int, end: int) -> Range | None:
    """The words in marks of which alone it is told how someone puts it, where only the outlet's verb follows: «جایزه ای که، به تعبیر او، «به زن دیگری» رسید»."""
    mark = page.mark_at[after + 1] if after + 1 < end else None
    if mark is None or mark[0] != after + 1 or page.words[cue.last - 1] not in _WORDINGS:
        return None
    rest = page.trim(mark[1] + 1, end)
    return mark if rest and rest[1] - rest[0] <= _LONGEST_VERB else None


def _meant_by_himself(context: Context, cue: PlacedCue, source: Range) -> Range | None:
    """Whom «به گفتهٔ خودش» means: the subject of its clause, «X به قول خودش C», «X که به قول خودش C»."""
    page, sentence, _ = context
    if page.words[source[0]] not in get_grammar("fa").words["reflexives"]:
        return None
    if is_relative(page, cue):
        return read_antecedent(page, sentence.first, cue.first)
    return find_speaking_subject(page, sentence.first, cue.first)


def _read_source(
    context: Context, cue: PlacedCue, verbs: tuple[PlacedCue | None, ...]
) -> Range | None:
    """Whom an attribution names, without a verb that tells of it: «طبق یک نظرسنجی | مشخص شد», «از قول X | گفته می شود»."""
    page, sentence, _ = context
    first = _skip_adjectives(page, cue.last, sentence.last)
    source = find_publisher(page, first, sentence.last) or read_noun_phrase(
        page, first, sentence.last
    )
    if source is None:
        return None
    ends = [verb.first for verb in verbs if verb and source[0] < verb.first < source[1]]
    last = min(ends, default=_without_subject(page, source, sentence.last))
    # «اخبار منتشر شده»
    return source[0], last + (page.words[last : last + 1] == ("شده",))


def _without_subject(page: Page, source: Range, last: int) -> int:
    """Where a source ends: before a role after a comma that no pause closes, «به گفتهٔ X، | راننده در را باز کرد»."""
    commas = [i for i in range(*source) if page.words[i] in PAUSES and page.mark_at[i] is None]
    written = names_writing(page.words[find_head(page, source)], "fa")
    if commas and (written or page.names_body(source[0], "fa")):
        return commas[0]  # «طبق پروندهٔ دادگاه، | مینا رستگار که از گلدشت است، …»
    open_ended = source[1] < last and page.words[source[1]] not in PAUSES
    return commas[-1] if commas and open_ended and page.words[source[1]] != "که" else source[1]


def _is_aside(context: Context, cue: PlacedCue, verb: PlacedCue | None, pause: int) -> bool:
    """Tell whether an attribution between commas only says who tells that a subject spoke: «سرمربی هم، به گفتهٔ شاهدان، | جواب داده که C»; not «روزنامه، به نقل از X، نوشت که C».

    `pause` is the token behind whom it names.
    """
    page, sentence, _ = context
    words = page.words
    told = verb is not None and verb.first == pause + 1 and words[pause] == "،"
    between = (
        told
        and words[cue.first - 1] == "،"
        and not _TELLING.isdisjoint(words[cue.first : cue.last])
    )
    if not between or verb is None or read_link(page, verb.last, sentence.last).after <= verb.last:
        return False
    end = cue.first - 1 - (words[cue.first - 2] in _TOO)
    subject = find_speaking_subject(page, sentence.first, end)
    whole = subject is not None and subject[1] == end
    return whole and subject is not None and not page.names_outlet(subject[0])


def _leads_to(context: Context, cue: PlacedCue, verb: PlacedCue | None, pause: int) -> bool:
    """Tell whether an attribution only says who tells that someone spoke: «بنا به روایت X، Y گفت: «C»».

    `pause` is the token behind whom it names, and what is told of him: «به گفتهٔ دو نفر که آن جا بودند، …».
    """
    page, sentence, _ = context
    if verb is None or page.words[pause : pause + 1] != ("،",):
        return False
    link, between = read_link(page, verb.last, sentence.last), range(pause + 1, verb.first)
    if link.colon and len(between) == 1 and page.words[pause + 1] in HE:
        return True  # «بنا به روایت X، | وی گفت: C»
    # «بنا بر اعلام X، | سارا کوهی در این تماس ضمن تسلیت به Y گفت: «C»»
    near = len(between) <= _LONGEST_SUBJECT or _opens_with_name(page, between.start)
    nouns = get_grammar("fa").words["past_nouns"]  # «ضمن تسلیت درگذشت پدرش»
    near = near and not any(is_finite(page, i) and page.words[i] not in nouns for i in between)
    if not (near and link.colon and link.mark is not None):
        return False
    # «روزنامه از قول کارمندی که نامش را نگفت، | نوشت: «C»»
    return bool(between) or find_subject(page, sentence.first, cue.first) is None


def _opens_with_name(page: Page, token: int) -> bool:
    """Tell whether at a token a person's name begins."""
    name = page.person_at(token)
    return name is not None and name.first == token


def _marked_before(context: Context, cue: PlacedCue, source: Range, done: int) -> Range | None:
    """The marks a sentence opens with, which it then says are someone's: «…»، به نقل از او گفته شد», ««…»، روزنامه از قول X نقل کرد»."""
    page, sentence, _ = context
    over = mark_over_lines(page, sentence.first, cue, done)
    if over is not None and can_speak(page, source):
        return over  # ««A.», «B»، به گفتهٔ X»
    mark = spoken_first(context, cue._replace(last=sentence.last), done)
    if mark is None or page.count_words(mark[1], cue.first) > _LONGEST_RELAY:
        return None
    rest = page.words[source[1] : sentence.last]
    told = ends_in_verb(page, sentence.last) and not {":", "که"}.intersection(rest)
    pointed = page.words[source[0]] in get_grammar("fa").demonstratives
    someone = (pointed or can_speak(page, source)) and not page.names_outlet(source[0])
    return mark if told and someone else None


def _is_formula(page: Page, cue: PlacedCue, source: Range, *, told: bool) -> bool:
    """Tell whether an attribution is the outlet's own, of a report that is no source: «به گزارش X», «X، بنا بر همان گزارش، گفته است C».

    `told`: a verb tells who speaks.
    """
    formula = page.words[cue.first : cue.first + 2] == ("به", "گزارش")
    if formula and ("روابط", "عمومی") in pairwise(page.words[source[0] : source[1]]):
        return True  # «به گزارش مرکز روابط عمومی شهرداری، C»
    if cue.cue.relay and (told or (formula and not _is_body(page, source))):
        return True
    pointed = page.words[source[0]] in get_grammar("fa").demonstratives
    reports = not {"گزارش", "خبر"}.isdisjoint(page.words[source[0] + 1 : source[1]])
    return told and pointed and reports


def _tells_something(page: Page, verb: PlacedCue, after: int, last: int) -> bool:
    """Tell whether a verb has words to tell, behind it or in marks before it: «به نوشتهٔ X، نخستین بار است که خسارت | محاسبه شده است» has none."""
    behind = any(page.is_word(i) for i in range(verb.last, last))
    return behind or bool(page.marked_within(after, verb.first))


def _says(cue: PlacedCue) -> bool:
    """Tell whether a cue tells what someone said, and not only what he calls something."""
    return cue.cue.shape == "verb" and cue.cue.frames.isdisjoint({"label", "found"})


def _is_body(page: Page, source: Range) -> bool:
    """Tell whether a report is that of a body which is no outlet, nor what writes for a body: «به گزارش سازمان هواشناسی، C»."""
    words = page.words[source[0] : source[1]]
    if words[0] in _PRESS or not _PRESS.isdisjoint(words[1:_PRESS_WORDS]):
        return False  # «به گزارش دفتر مطبوعات شهرداری، …»
    if words[0] in get_grammar("fa").words["newsroom_parts"] and _is_of_outlet(page, source):
        return False  # «به گزارش گروه علمی خبرگزاری X، …»
    head = load_people("fa").organisations.find(page.words, source[0])
    return head is not None and head.value.kind != "outlet" and not page.names_outlet(source[0])


def _is_of_outlet(page: Page, source: Range) -> bool:
    """Tell whether behind a part of a newsroom its outlet is told: «گروه بین الملل | خبرگزاری X», «دفتر منطقه ای | خبرگزاری X»."""
    behind = range(source[0] + 1, source[1])
    return any(page.names_outlet(i) or heads_outlet(page.words, i, "fa") for i in behind)


def _is_parted(page: Page, before: Range, cue: PlacedCue) -> bool:
    """Tell whether the words before an attribution between pauses begin its content: a subject and its kin, no clause."""
    grammar = get_grammar("fa")
    words = page.words[slice(*before)]
    circumstance = words[0] in grammar.prepositions or words[0] in grammar.subordinators
    longest = _LONGEST_SUBJECT + ("که" in words) * _LONGEST_CLAUSE
    small = grammar.conjunctions | grammar.adverbs
    pause = page.words[cue.first - 1] in PAUSES and page.mark_at[cue.first - 1] is None
    return (
        (pause or words[0] in grammar.demonstratives)  # «این زن به گفتهٔ انجمن کهن ترین عضو است»
        and not circumstance
        and len(words) <= longest
        and not small.issuperset(words)
        and _is_phrase(page, before)
    )


def _is_phrase(page: Page, before: Range) -> bool:
    """Tell whether words are a noun and what belongs to it, perhaps with a clause: «این کارخانه که صد کارگر دارد»."""
    words = page.words[slice(*before)]
    verbs = any(is_finite(page, i) or page.words[i] in PAUSES for i in range(*before))
    if "که" not in words[1:]:
        return not verbs and not follows_finite_verb(page, before[1])
    that = before[0] + words.index("که", 1)
    noun = not any(is_finite(page, i) or page.words[i] in PAUSES for i in range(before[0], that))
    told = not page.cues(*before, "fa") and not any(word in PAUSES for word in words)
    return noun and told and follows_finite_verb(page, before[1])


def _skip_adjectives(page: Page, at: int, last: int) -> int:
    """The token after «اولیهٔ» in «بر اساس گزارش اولیهٔ X», after «روز سه شنبه» in «طبق گزارش روز سه شنبهٔ X»."""
    grammar = get_grammar("fa")
    small = grammar.words["message_adjectives"] | grammar.words["times"]
    while at < last - 1 and (
        page.words[at] in small
        or (page.words[at - 1] == "روز" and page.words[at] in grammar.adverbs)
    ):
        at += 1
    return at
