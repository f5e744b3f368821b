"""Read one Arabic verb, participle or verbal noun of saying: who speaks, to whom, and what was said."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.addressees import find_addressee
from rawi.quote.arabic.clauses import (
    Context,
    closes_mark,
    colon_end,
    content_after,
    content_before,
    content_end,
    parts_quotation,
    stated_before,
)
from rawi.quote.arabic.holders import clause_subject, is_told, keeps_subject, last_named, may_hold
from rawi.quote.arabic.makings import make_saying
from rawi.quote.arabic.nobody import is_nobody
from rawi.quote.arabic.objects import find_object, without_told_body
from rawi.quote.arabic.openings import (
    Opening,
    find_opening,
    goes_on_unmarked,
    is_fragmentary,
    only_mark,
    speaks_later,
)
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.requests import read_request
from rawi.quote.arabic.subjects import (
    is_somebody,
    is_surely_someone,
    may_speak,
    read_antecedent,
    read_fronted,
    read_over_clause,
    read_source_before,
)
from rawi.quote.arabic.texts import relayed_source, text_author
from rawi.quote.arabic.words import is_governed
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

_THIS = frozenset({("هذا",), ("ذلک",), ("هذه",)})
_TELLING_PASSIVES = frozenset({"اخبار", "ابلاغ", "ابلغ", "وابلغ", "ابلغت", "ابلغوا", "اخبر"})


def find_limit(context: Context, number: int) -> int:
    """The token up to which a cue may look for its content: the next cue, or the sentence's end."""
    later = context.cues[number + 1 :]
    return next((c.first for c in later if c.cue.shape != "attribution"), context.sentence.last)


def read_verb(
    context: Context, number: int, done: int, holder: Range | None, *, sure: bool
) -> Iterator[tuple[Saying, int]]:
    """«قال X إنّ C», «قال X: «C»», ««C»، قال X», «مضيفاً أنّ C», «دعا X إلى C»."""
    page, sentence, cues = context
    cue = cues[number]
    limit = find_limit(context, number)
    opening = find_opening(page, cue, limit, sentence.last)
    stop = opening.at if opening else limit
    source, listener = _tell_parties(context, number, done, stop, holder, sure=sure)
    if "heard" in cue.cue.frames and listener is None:
        return  # «أعلم أنّ» without «X Y» knows
    addressee = listener or _read_addressee(context, number, done, stop, source)
    if opening is None and is_fragmentary(cue):
        return
    split = opening is not None and parts_quotation(page, cue, source, opening)
    if opening is None or opening.sign == "pause" or split or closes_mark(page, cue, sentence.last):
        before = content_before(page, cue, done)
        if before:
            saying = make_saying(page, cue, "mark-before", before, source, addressee)
            after = content_after(page, cue, source, sentence.last)
            if after:  # «…»، يقول X، «…»
                saying = saying._replace(content=(*saying.content, page.trim(*after) or after))
            yield saying, after[1] if after else cue.last
            return
    if source and page.words[slice(*source)] in _THIS:
        return  # «يبيّن هذا أنّ …»: nobody speaks
    if opening is not None:
        yield from _read_content(context, number, opening, source, addressee)
    elif "request" in cue.cue.frames:
        yield from read_request(context, number, source)
    elif source and (stated := stated_before(context, number, done, source)):
        yield make_saying(page, cue, "clause-before", stated, source, addressee), source[1]


def _tell_parties(
    context: Context, number: int, done: int, stop: int, holder: Range | None, *, sure: bool
) -> tuple[Range | None, Range | None]:
    """Who speaks and whom the verb takes as its object; of a passive nobody speaks, and who is asked or told listens."""
    page, _sentence, cues = context
    cue = cues[number]
    source, listener = _read_parties(context, number, done, stop, holder, sure=sure)
    if not cue.cue.passive:
        return source, listener
    told = page.words[cue.last - 1] in _TELLING_PASSIVES
    asked = told or page.words[cue.first] in get_grammar("ar").words["asking"]
    return None, source if asked else None  # «سُئلت الوزيرة عما إذا …»


def _read_parties(
    context: Context, number: int, done: int, stop: int, holder: Range | None, *, sure: bool
) -> tuple[Range | None, Range | None]:
    """Who speaks, and to whom where the verb takes him as its object: the phrase after it, or who spoke before."""
    page, sentence, cues = context
    cue = cues[number]
    source: Range | None = None
    if cue.cue.shape == "verb" and not cue.cue.object:
        source = _read_subject(context, number, done, stop)
    elif cue.cue.object:
        source = _read_asking_source(context, number, done, stop)
    listener: Range | None = None
    if "hears" in cue.cue.frames and not cue.cue.object:
        # «فقد وعدت الفتاة بأنّ»: of a subject told before, the object follows the verb
        listener = _object_behind(page, cue, source or (cue.first, cue.last), stop)
    elif "person" in cue.cue.frames:
        source, listener = _part_listener(page, cue, source, holder, stop)
    if source is None and (cue.cue.shape != "verb" or keeps_subject(page, sentence.first, cue)):
        nearest = clause_subject(page, done, cue.first, cue.cue)
        if nearest is None and cue.cue.shape == "masdar":
            nearest = last_named(page, done, cue.first)
        if holder and not sure and not may_hold(page, holder, sentence.first, cue.first, cue.cue):
            holder = None
        source = holder if sure else nearest or holder
    if source is None and cue.cue.shape in ("participle", "content"):
        source = last_named(page, sentence.first, cue.first)
    return source, listener


def _before_hearers(page: Page, cue: PlacedCue, source: Range | None) -> Range | None:
    """A subject without those it calls upon: «أهاب مدير المرور | بالمشاة», «هتف الحارس | بزملائه»."""
    if source is None or "at" not in cue.cue.frames:
        return source
    for i in range(source[0] + 1, source[1]):
        if page.words[i].startswith("ب") and is_governed(page, i):
            return source[0], i
    return source


def _part_listener(
    page: Page, cue: PlacedCue, source: Range | None, holder: Range | None, stop: int
) -> tuple[Range | None, Range | None]:
    """Part who speaks from whom a verb such as أخبر and سأل takes as its object."""
    if source and holder and not is_surely_someone(page, source):
        return None, source  # «رفعت الطبيبة رغيفين وسألت الحضور: …»
    if source:
        source = without_told_body(page, source)
        return source, _object_behind(page, cue, source, stop)
    told = None if cue.cue.object else read_source(page, cue.last, stop)
    # «وخاطبت المديرين: «…»»
    return None, told if told and is_told(page, told, cue.first) else None


def _object_behind(page: Page, cue: PlacedCue, subject: Range, stop: int) -> Range | None:
    """Whom a verb takes as its object, behind its subject; where that stands before it, behind the verb: «أمّا القائدة X، …، فطمأنت الجمهور»."""
    return find_object(page, (subject[0], max(subject[1], cue.last)), stop)


def _read_asking_source(context: Context, number: int, done: int, stop: int) -> Range | None:
    """The source of a verb with an object pronoun: «سألته الصحافية متى …», «صحافية سألته متى …»."""
    page, _sentence, cues = context
    cue = cues[number]
    phrases = (read_source(page, cue.last, stop), read_source_before(page, done, cue.first))
    return next((phrase for phrase in phrases if phrase and is_somebody(page, phrase)), None)


def _read_addressee(
    context: Context, number: int, done: int, stop: int, source: Range | None
) -> Range | None:
    """To whom it is said, unless the phrase is the source itself."""
    page, _sentence, cues = context
    cue = cues[number]
    named = source[1] if source and source[0] >= cue.last else cue.last
    found = find_addressee(page, cue, (named, stop), (done, cue.first))
    if found is None and source and source[0] > cue.last:
        # «وقال للصحافيين المدرب X إنّ»
        found = find_addressee(page, cue, (cue.last, source[0]), (source[0], source[0]))
    if found and source and found[0] < source[1] and source[0] < found[1]:
        return None
    return found


def _read_subject(context: Context, number: int, done: int, stop: int) -> Range | None:
    """Who speaks as the subject of a verb, or whose words he passes on: «كانت صحيفة X قد ذكرت، نقلاً عن Y، أنّ»."""
    page, sentence, cues = context
    source = _read_verb_source(context, number, done, stop)
    if source is None or is_nobody(page, source):
        return None  # «وبعد أن أوضح معارضته، قال إنّ …»
    behind = max(source[1], cues[number].last)
    return relayed_source(page, source, sentence.last, behind=behind) or source


def _read_verb_source(context: Context, number: int, done: int, stop: int) -> Range | None:
    """The source of a verb: the phrase after it, the antecedent of «الذي», or the phrase before it."""
    page, sentence, cues = context
    cue = cues[number]
    if page.words[cue.last : cue.last + 1] == ("عن",) and "نقل" in page.words[cue.first]:
        return read_source(page, cue.last + 1, stop, after_preposition=True)  # «ونقلت عن X أنّ»
    if fronted := read_fronted(page, done, cue):
        return fronted
    source = _before_hearers(page, cue, read_source(page, cue.last, stop))
    if source and (body := text_author(page, source)) != source:
        return body  # «جاء في بيان للشركة»: the company; «جاء في نصّها»: who wrote it
    if source and not may_speak(page, source, cue):
        source = None  # «ودعا الاتحادات إلى …»: it is they who are asked
    if source:
        before = read_source_before(page, done, cue.first)
        if before and page.words[cue.first - 1] == "قد":
            return before  # «وكان شاهد قد أبلغ المحكمة»: what follows is the object
        return source
    return (
        read_antecedent(page, sentence.first, cue.first)
        or read_source_before(page, done, cue.first)
        or read_over_clause(page, done, cue.first)
    )


def _read_content(
    context: Context, number: int, opening: Opening, source: Range | None, addressee: Range | None
) -> Iterator[tuple[Saying, int]]:
    """Read the content from its opening on, and further clauses with «، وأنّ»."""
    page, sentence, _ = context
    cue = context.cues[number]
    mark = page.mark_at[opening.start]
    if mark and mark[0] == opening.start and only_mark(page, mark, opening, sentence.last):
        end = content_end(context, number, opening.start)
        goes_on = opening.sign != "fragment" and goes_on_unmarked(page, mark, end)
        whole = (opening.start - 1, end) if goes_on else mark
        saying = make_saying(page, cue, "mark", whole, source, addressee)
        # «وصفه بأنه «حلم مكلف»»: words in marks inside the outlet's own clause
        mixed = opening.sign in ("that", "fragment")
        yield (saying._replace(kind="mixed") if mixed else saying), whole[1] + 1
        return
    end = content_end(context, number, opening.start)
    if opening.sign == "colon":
        bare = cue.first == sentence.first and not page.words[cue.first].startswith(("و", "ف"))
        if bare and source is None and page.count_words(opening.start, sentence.last):
            return  # «تذكّر دائماً: …» is advice to the reader
        if speaks_later(page, context.cues[number + 1 :], opening.at):
            return
        end = colon_end(page, sentence, opening.start)
        if not page.count_words(opening.start, end):
            yield make_saying(page, cue, "colon", None, source, addressee), end
            return
    if page.count_words(opening.start, end) >= 2:
        frame = {"that": "clause", "pause": "clause"}.get(opening.sign, opening.sign)
        yield make_saying(page, cue, frame, (opening.start, end), source, addressee), end
