"""«بحسب X، C» and «C، على ما أكّد X»: the source follows a word of attribution, with or without a verb."""

from collections.abc import Iterator
from itertools import pairwise

from rawi.lang.common import without_joined_lam
from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet, load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.around import read_around
from rawi.quote.arabic.attribution_hearers import part_hearer
from rawi.quote.arabic.attribution_starts import begins_at_once, sets_rule
from rawi.quote.arabic.before import content_after, mark_over_lines
from rawi.quote.arabic.between import skip_between
from rawi.quote.arabic.clauses import Context, content_end
from rawi.quote.arabic.joined_hearers import leads_to_outlet
from rawi.quote.arabic.makings import make_saying
from rawi.quote.arabic.nobody import is_nobody
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.stated import is_statement
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.texts import (
    body_after,
    is_text,
    made_by,
    relayed_source,
    text_author,
)
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range, Saying

_SHORTEST_BEFORE = 4  # words; fewer before an attribution are an adverbial
_SHORTEST_MARKED = 2
_SHORTEST_AFTER = 3
_LONGEST_TAIL = (
    10  # tokens between the end of the source as read and the pause that closes the attribution
)
_LONGEST_DESCRIPTION = 14  # tokens of what a source is, between its name and what he said
_LONGEST_SUBJECT = 25  # tokens between a word of saying and what is said
_DESCRIBING = frozenset({"وهو", "وهی", "البالغ", "البالغه"})
_THEN = frozenset({"فان", "فقد"})  # «وبحسب X فقد أُبلغ الجميع»
_REPORTS = frozenset({"تقریر", "تقاریر", "لتقریر", "لتقاریر"})
_ACCOUNTS = frozenset({"روایه", "تصریح", "تصریحات", "وصف", "قول", "اقوال", "کلام", "حدیث", "افاده", "شهاده", "افادات", "شهادات", "تقدیر", "تقدیرات", "توقعات", "ادعاءات", "مزاعم", "اعترافات", "تعلیقات", "ملاحظات", "روایات", "اراء", "رای"})  # fmt: skip
_CONDITIONS = frozenset({"اذا", "لو", "ان", "مهما", "کلما", "بما"})


def read_attribution(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«بحسب X، فإنّ C» or «C، بحسب X»."""
    page, sentence, cues = context
    cue = cues[number]
    source = hearer = None
    if not cue.cue.own:
        source, relay = _read_attributed(page, sentence, cue)
        if relay or (source is None and not cue.cue.verbal):
            return
        source, hearer = part_hearer(page, cue, source, sentence.last)
    after = max(source[1] if source else cue.last, hearer[1] if hearer else cue.last)
    for saying, end in _read_attributed_content(context, number, done, source, after):
        yield saying._replace(addressee=hearer), end


def _read_attributed_content(
    context: Context, number: int, done: int, source: Range | None, after: int
) -> Iterator[tuple[Saying, int]]:
    """What was said around an attribution; `after`: the token after whom it names."""
    page, sentence, cues = context
    cue = cues[number]
    if shown := _shown_after(page, after, sentence.last):
        yield make_saying(page, cue, "attribution", shown, source, None), shown[1] + 1
        return
    start = _content_start(page, after, sentence.last)
    if begins_at_once(page, sentence, cue, source, after):
        start = after
    spoken = start is not None and _has_own_cue(page, cues[number + 1 :], start, sentence.last)
    if not spoken and (around := read_around(context, number, done, start)):
        saying = make_saying(page, cue, "attribution", around[1], source, None)
        kind = "mixed" if saying.kind == "direct" else saying.kind
        yield saying._replace(content=around, kind=kind), around[1][1]
        return
    before = mark_over_lines(page, cue, done)
    if before is None and not _leads_to(page, done, start):
        before = _said_before(page, done, cue.first)
    if before and _is_mouthpiece(page, cues[:number], cue, before):
        return
    if before:
        saying = make_saying(page, cue, "attribution", before, source, None)
        if saying.kind == "direct" and (more := content_after(page, cue, source, sentence.last)):
            # «…»، كما أضافت X، «…»
            saying = saying._replace(content=(*saying.content, page.trim(*more) or more))
            after = more[1]
        # «…»، بحسب صحيفة X: the outlet only passes on what the one spoken of said.
        own = saying.kind == "direct" or says_i(page.words[slice(*before)])
        passed_on = own and source is not None and _passes_on(page, source)
        yield (saying._replace(source=None, heir=True) if passed_on else saying), after
        return
    if start is not None and not spoken:
        yield from _read_after(context, number, start, source)


def _leads_to(page: Page, done: int, start: int | None) -> bool:
    """Tell whether what stands before an attribution only leads to «أنّ» behind it: «ومما يزيد الأمر سوءاً، وفق X، | أنّ C»."""
    what = page.words[done].removeprefix("و") in ("ما", "مما")
    return what and start is not None and page.words[start - 1] == "ان"


def _read_after(
    context: Context, number: int, start: int, source: Range | None
) -> Iterator[tuple[Saying, int]]:
    """What is said behind an attribution: «بحسب X، C», «بحسب X، «C»»."""
    page, sentence, cues = context
    cue = cues[number]
    mark = page.mark_at[start + 1] if start + 1 < sentence.last else None
    if page.words[start] in MARKS and mark and mark[0] == start + 1:
        yield make_saying(page, cue, "attribution", mark, source, None), mark[1] + 1
        return
    end = content_end(context, number, start)
    told = page.words[start - 1].startswith("فان")  # «بحسب X، فإنّ C»
    if page.count_words(start, end) >= (_SHORTEST_MARKED if told else _SHORTEST_AFTER):
        yield make_saying(page, cue, "attribution", (start, end), source, None), end


def _read_attributed(
    page: Page, sentence: PlacedSentence, cue: PlacedCue
) -> tuple[Range | None, bool]:
    """Who is named as the source, and whether it is only an outlet that passes something on."""
    if cue.cue.passive:
        return None, False
    if cue.cue.verbal and page.words[cue.last] in ("عن", "فی", "علی"):
        return None, False  # «كما قالت عن والدها»
    source = _read_named(page, sentence, cue)
    rests = page.words[cue.first].endswith("استنادا") and cue.first != sentence.first
    manner = source and _is_manner(page, source) and not sets_rule(page, sentence, cue, source)
    if source and not cue.cue.verbal and (rests or manner):
        return None, False  # «اتفاق استناداً إلى الاسم الجديد»
    if source and page.words[source[1] : source[1] + 1] == ("عن",):
        # «وفق ما نقلت وكالة X عن Y»: it is Y who spoke
        told = read_source(page, source[1] + 1, sentence.last, after_preposition=True)
        if told:
            return told, False
    if source and (told := relayed_source(page, source, sentence.last)):
        return told, False  # «وفق ما أوردته صحيفة X نقلاً عن Y»
    if source and is_text(get_grammar("ar").bare(page.words[source[0]])):
        source = text_author(page, source) or source  # «على حدّ ما جاء في بيان المجلس»
    elif source and page.words[source[0]] in _REPORTS:
        # «حسب تقرير وكالة X», «حسب تقرير أعدّته وكالة X»
        source = made_by(page, source) or body_after(page, source) or source
    opens = source is not None and _opens_sentence(page, sentence, cue, source)
    return source, cue.cue.relay and not opens


def _read_named(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> Range | None:
    """Who is named right behind a word of attribution, and not told."""
    start = _past_time(page, cue, sentence.last)
    source = read_source(page, start, sentence.last, after_preposition=True)
    if source is None or is_nobody(page, source):
        return None
    if not cue.cue.verbal:
        return _without_speech(page, source)
    return None if _is_told(page, source) else source


def _past_time(page: Page, cue: PlacedCue, last: int) -> int:
    """The token after when it was said, between commas behind the verb: «وفق ما ذكره، اليوم الاثنين، | المدير»; else the one after the cue."""
    start = cue.last
    if not cue.cue.verbal or page.words[start : start + 1] != ("،",):
        return start
    end = skip_between(page, start + 1, last)
    return end + 1 if end > start + 1 and page.words[end : end + 1] == ("،",) else start


def _without_speech(page: Page, source: Range) -> Range:
    """Whose account it is, without the word for it: «حسب رواية | السائق», «وفقاً لتصريحات | رئيس البلدية»; not «تصريح صحفي»."""
    owner = source[0] + 1, source[1]
    if owner[0] == owner[1] or page.words[source[0]].removeprefix("ل") not in _ACCOUNTS:
        return source
    definite = any(page.words[i].startswith("ال") or i in page.mention_at for i in range(*owner))
    return owner if definite and is_somebody(page, owner) else source


def _is_told(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase right behind a verb is who is told: «كما روى | لمجلة X», «بحسب ما ذكره | للصحافيين»."""
    word = page.words[phrase[0]]
    people = word.startswith("لل") and phrase[0] not in page.mention_at
    return people or word == "ل" or leads_to_outlet(page, phrase[0])


def _is_mouthpiece(page: Page, earlier: list[PlacedCue], cue: PlacedCue, before: Range) -> bool:
    """Tell whether «على لسان X» only says through whom a body speaks whose verb stands before it."""
    through = page.words[cue.first : cue.last][-1:] == ("لسان",)
    return through and any(
        before[0] <= other.first < before[1] and other.cue.shape == "verb" for other in earlier
    )


def _is_manner(page: Page, source: Range) -> bool:
    """Tell whether a phrase says how something is done, not who says so: «حسب الطلب», «وفق الأصول», «حسب الخطط المعمول بها»."""
    sets, words = get_grammar("ar").words, page.words
    article = without_joined_lam(words[source[0]])  # «وفقاً للجدول»
    led = words[source[0]].removeprefix("ل")  # «طبقاً لتعليمات الوزير»
    holds = words[source[0] + 1 : source[1] + 1]
    return not sets["manners"].isdisjoint((article, led)) or not sets["in_force"].isdisjoint(holds)


def _shown_after(page: Page, after: int, last: int) -> Range | None:
    """The marked stretch right after a source and a colon: «وفقاً لتغريدة X: «…»»."""
    if page.words[after : after + 1] != (":",) or after + 2 >= last:
        return None
    mark = page.mark_at[after + 2]
    return mark if mark and mark[0] == after + 2 and page.words[after + 1] in MARKS else None


def _passes_on(page: Page, source: Range) -> bool:
    """Tell whether a source is an outlet or programme, which only passes words on."""
    head = get_grammar("ar").bare(page.words[source[0]])
    passes = heads_outlet((head,), 0, "ar") or head == "برنامج"
    return passes or page.names_outlet(source[0])


def read_teller(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> Range | None:
    """Who is named after a word of attribution, outlets too."""
    return None if cue.cue.own else _read_attributed(page, sentence, cue)[0]


def _said_before(page: Page, done: int, stop: int) -> Range | None:
    """What stands before an attribution, long enough to be a statement."""
    before = page.trim(done, stop)
    while before and page.words[before[1] - 1] in ("وذلک", "ذلک"):
        before = page.trim(before[0], before[1] - 1)
    mark = page.mark_at[before[0]] if before is not None else None
    if mark is not None and before is not None and mark[0] < done and mark[1] >= before[1]:
        return mark  # «"A.⏎B"، كما كتب X»: opened in the paragraph before
    marked = before is not None and page.mark_at[before[0]] == before
    shortest = _SHORTEST_MARKED if marked else _SHORTEST_BEFORE
    if before is None or page.count_words(*before) >= shortest:
        return before
    return before if is_statement(page, before, least=shortest) else None


def _opens_sentence(page: Page, sentence: PlacedSentence, cue: PlacedCue, source: Range) -> bool:
    """Tell whether «نقلاً عن X» opens a sentence and X is no outlet: then X said it."""
    return cue.first - sentence.first <= 1 and not page.names_outlet(source[0])


def _content_start(page: Page, after: int, last: int) -> int | None:
    """Where what was said begins: after the pause that closes the attribution, and after «فإنّ»."""
    words = page.words
    if after + 1 < last and is_complementizer(words[after]):
        return after + 1  # «وفي تقدير X أنّ …»
    if (begun := _behind_fa(page, after, last)) is not None:
        return begun
    pause = next(
        (
            i
            for i in range(after, min(last, after + _LONGEST_TAIL))
            if words[i] in PAUSES or words[i] == ":" or words[i] in _THEN
        ),
        None,
    )
    if pause is None:
        return None
    start = _after_description(page, pause, last) + 1
    if start < last and words[start] == "فقد":
        start += 1
    if (
        start < last and words[start].startswith("فان") and is_complementizer(words[start][1:])
    ) or (start < last and words[start] == "ان"):
        start += 1
    return start if start < last else None


def _behind_fa(page: Page, after: int, last: int) -> int | None:
    """The token after «، فإنّ», where nothing but what goes with the source stands before it: «بحسب ما أفاد به X، لـ«البرج»، فإنّ C»."""
    words = page.words
    for i in range(after + 1, min(last - 1, after + _LONGEST_SUBJECT)):
        if words[i].startswith("فان") and is_complementizer(words[i][1:]):
            between = range(after, i - 1)
            plain = not any(is_verb(words[k]) or words[k] in _CONDITIONS for k in between)
            return i + 1 if words[i - 1] in PAUSES and plain else None
    return None


def _after_description(page: Page, pause: int, last: int) -> int:
    """The pause after what a source is, where the first pause only parts it from his name: «بحسب X، أخصائية التغذية، C»."""
    words, first = page.words, pause + 1
    if words[pause] not in PAUSES or first >= last:
        return pause
    later = range(first, min(last, first + _LONGEST_DESCRIPTION))
    closing = next((i for i in later if words[i] in PAUSES and page.mark_at[i] is None), None)
    if closing is None or any(is_verb(words[i]) for i in range(first + 1, closing)):
        described = words[first] in get_grammar("ar").words["relatives"]
        return closing if closing is not None and described else pause
    told = words[first] in _DESCRIBING or words[first][0].isdigit()
    told = told or words[first] in get_grammar("ar").words["relatives"]
    return closing if told or load_people("ar").roles.find(words, first) else pause


def _has_own_cue(page: Page, later: list[PlacedCue], start: int, last: int) -> bool:
    """Tell whether someone else speaks right after the pause: «بحسب الوكالة، قال الوزير إنّ …»."""
    told = page.words[start - 1].startswith("فان")
    return page.words[start] not in get_grammar("ar").subordinators and any(
        start <= cue.first <= start + 3
        and not (cue.cue.object and told)  # «فإنّ منظمي رحلات أبلغوه بأنّ»: it is he who tells of it
        and cue.cue.shape in ("verb", "participle")
        and _opens_speech(page, cue, last)
        for cue in later
    )


def _opens_speech(page: Page, cue: PlacedCue, last: int) -> bool:
    """Tell whether near a word of saying speech begins: not «بحسب الإدارة، يبلغ القطر مترين»."""
    if cue.cue.shape == "participle" or "request" in cue.cue.frames:
        return True
    near = page.words[cue.last : min(last, cue.last + _LONGEST_SUBJECT)]
    before_that = get_grammar("ar").words["before_that"]
    clause = any(
        is_complementizer(word) and before not in before_that
        for before, word in pairwise((page.words[cue.last - 1], *near))
    )  # «ستبلغ السرعة … قبل أن تتراجع»
    return clause or any(w == ":" or w in MARKS or w == "عما" for w in near)
