"""Who speaks with an Arabic verb of saying: the phrase behind it, else the one before it, or the text and whoever wrote it."""

from rawi.quote.arabic.answered_reporters import is_answered_reporter
from rawi.quote.arabic.antecedents import read_antecedent
from rawi.quote.arabic.clauses import Context
from rawi.quote.arabic.done_to import DONE_TO, TELLING
from rawi.quote.arabic.endings import is_behind_that
from rawi.quote.arabic.holders import (
    agrees,
    is_group,
)
from rawi.quote.arabic.labelled_things import labelled_at
from rawi.quote.arabic.may_speak import follows_subject, may_speak
from rawi.quote.arabic.nobody import is_nobody
from rawi.quote.arabic.parted_subjects import (
    read_could_but,
    read_described,
    read_issued,
    read_led,
    read_over_clause,
    read_preceding,
)
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.reported import read_reported
from rawi.quote.arabic.subjects import (
    is_somebody,
    is_surely_someone,
    read_source_before,
)
from rawi.quote.arabic.talks import interviewer_before
from rawi.quote.arabic.texts import (
    is_closed_text,
    relayed_before,
    relayed_source,
    text_author,
)
from rawi.quote.arabic.told import (
    is_labelled,
    without_labelled,
    without_told_office,
)
from rawi.quote.arabic.told_alone import is_told_alone
from rawi.quote.arabic.told_persons import before_told_person
from rawi.quote.arabic.told_then import is_told_then
from rawi.quote.arabic.words import is_governed, is_joined_circumstance
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range


def read_subject(context: Context, number: int, done: int, stop: int) -> Range | None:
    """Who speaks as the subject of a verb, or whose words he passes on: «كانت صحيفة X قد ذكرت، نقلاً عن Y، أنّ»."""
    page, sentence, cues = context
    source = _read_verb_source(context, number, done, stop)
    if (
        source is None
        or is_nobody(page, source)
        or is_closed_text(page, source, cues[number].first)
    ):
        return None  # «وبعد أن أوضح معارضته، قال إنّ …»
    behind = max(source[1], cues[number].last)
    passes_on = "نقل" in page.words[cues[number].first]
    told = relayed_source(page, source, sentence.last, anyone=passes_on, behind=behind)
    return told or relayed_before(page, cues[:number], source) or source


def _speaking_text(page: Page, cue: PlacedCue, text: Range, author: Range | None) -> Range | None:
    """Who speaks where a text is the subject: its author, else the text by its whole name, «أفاد بيان الخارجية», «بيّنت مذكرة للمجلس»."""
    if page.words[cue.last - 1] == "فی":
        return author  # «جاء في بيان للشركة»
    owned = author is not None and author[0] == text[1] and page.words[author[0]][0] == "ل"
    if author is not None and not owned:
        return author
    whole = (text[0], author[1]) if author is not None else text
    return whole if whole[1] - whole[0] > 1 else None


def _is_told_body(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is no more than ل and a body, which is told and does not speak: «قالت | لهيئة البث المحلية وهي تبتسم»."""
    body = page.mention_at.get(phrase[0])
    if body is None or body.mention.type != "ORG" or page.words[phrase[0]][0] != "ل":
        return False
    return (body.first, body.last) == phrase and (
        body.mention.span.start > page.reading.starts[phrase[0]]
    )


def _opens(page: Page, subject: Range, cue: PlacedCue, behind: Range) -> bool:
    """Tell whether a sentence opens with who speaks and a thing follows the verb: «"غرفة الخزف" تنفي زيادة الرسوم: C»."""
    here = page.sentence_at(cue.first)
    first = subject[0] - (page.words[subject[0] - 1] in MARKS)
    last = subject[1] + (page.words[subject[1]] in MARKS)
    led = here is not None and (first == here.first or is_behind_that(page, first))
    whole = led and last == cue.first
    someone = is_surely_someone(page, subject) or is_group(page, subject)
    if not (whole and someone and agrees(page, subject, cue.cue)):
        return False
    # «أهالي الحي يناشدون المحافظ»: behind a plural, and behind verbs done to somebody, stands no subject.
    return cue.cue.plural or not DONE_TO.isdisjoint(cue.cue.frames) or not is_somebody(page, behind)


def _read_verb_source(context: Context, number: int, done: int, stop: int) -> Range | None:
    """The source of a verb: the phrase after it, the antecedent of «الذي», or the phrase before it."""
    page, sentence, cues = context
    cue = cues[number]
    if page.words[cue.last : cue.last + 1] == ("عن",) and "نقل" in page.words[cue.first]:
        return read_source(page, cue.last + 1, stop, after_preposition=True)  # «ونقلت عن X أنّ»
    fronted = (
        read_led(page, done, sentence.first, cue)
        or (read_issued(page, done, cue) if done == sentence.first else None)
        or read_could_but(page, done, cue.first)
        or read_preceding(page, done, cue.first)
        or read_reported(context, number)
    )
    if fronted:
        return fronted
    source = _without_thing(page, cue, read_source(page, cue.last, stop), stop)
    source = _before_hearers(page, cue, source)
    if source and (body := text_author(page, source)) != source:
        # «جاء في بيان للشركة»: the company; «جاء في نصّها»: who wrote it; «أفاد بيان الخارجية»: the statement
        return _speaking_text(page, cue, source, body)
    if source and (not may_speak(page, source, cue) or is_joined_circumstance(page, source[0])):
        source = None  # «ودعا الاتحادات إلى …»: it is they who are asked
    if source and follows_subject(page, sentence.first, cue):
        return None
    if source and (
        is_told_then(page, cues[:number], cue, source) or is_told_alone(page, source, cue)
    ):
        source = None
    if source and (
        is_labelled(page, source, cue.first)  # «لم يكن X متحمساً، فقد اتهم Y بأنه …»
        or is_answered_reporter(page, source, cue.first)
        or _is_told_body(page, source)
    ):
        source = None
    if source:
        before = read_source_before(page, done, cue.first)
        if before and (page.words[cue.first - 1] == "قد" or _opens(page, before, cue, source)):
            return before  # «وكان شاهد قد أبلغ المحكمة»: what follows is the object
        return without_told_office(page, without_labelled(page, source, cue, stop), cue, stop)
    return (
        read_antecedent(page, sentence.first, cue.first)
        or read_described(page, sentence.first, cue)
        or interviewer_before(page, sentence.first, cue)
        or _read_before(page, done, cue)
    )


def _read_before(page: Page, done: int, cue: PlacedCue) -> Range | None:
    """The subject before a verb, which agrees with it: not «راسلت رئيس النادي، | كمال الأسعد، برسالة قالت فيها»."""
    before = read_source_before(page, done, cue.first)
    before = before or read_over_clause(page, done, cue.first)
    return before if before is None or agrees(page, before, cue.cue) else None


def _without_thing(page: Page, cue: PlacedCue, source: Range | None, stop: int) -> Range | None:
    """A subject without what its verb calls something: «وصف سالم حداد | قرار الشركة بأنه»; None where only that stands behind the verb."""
    thing = labelled_at(page, source, cue, stop) if source is not None else None
    if source is None or thing is None:
        return source
    return (source[0], thing) if thing > source[0] else None


def _before_hearers(page: Page, cue: PlacedCue, source: Range | None) -> Range | None:
    """A subject without those it calls upon: «أهاب مدير المرور | بالمشاة», «هتف الحارس | بزملائه»."""
    if source is None:
        return None
    if "at" not in cue.cue.frames:
        telling = not TELLING.isdisjoint(cue.cue.frames)
        return before_told_person(page, source, cue) if telling else source
    for i in range(source[0] + 1, source[1]):
        if page.words[i].startswith("ب") and is_governed(page, i):
            return source[0], i
    return source
