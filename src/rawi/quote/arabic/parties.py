"""Who speaks with one Arabic verb, participle or verbal noun of saying, and to whom; verbs have their own subjects (`verb_subjects.py`)."""

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.addressees import find_addressee
from rawi.quote.arabic.answers import RETORTS, answers_back
from rawi.quote.arabic.antecedents import read_antecedent
from rawi.quote.arabic.clauses import Context
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.holders import (
    agrees,
    clause_subject,
    keeps_subject,
    last_named,
    may_hold,
)
from rawi.quote.arabic.kept_telling import read_kept_hearer
from rawi.quote.arabic.learned import find_hearer, find_learner, find_teller, may_be_told
from rawi.quote.arabic.may_speak import is_done_to
from rawi.quote.arabic.objects import find_object, find_spoken_to, without_told_body
from rawi.quote.arabic.parted_objects import find_parted_object
from rawi.quote.arabic.parted_subjects import (
    read_described,
)
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.saying_texts import find_saying_text, is_document, written_on
from rawi.quote.arabic.senders import with_sender
from rawi.quote.arabic.subjects import (
    is_relative,
    is_somebody,
    is_surely_someone,
    read_source_before,
)
from rawi.quote.arabic.talks import interviewer_before
from rawi.quote.arabic.texts import (
    find_relayed,
)
from rawi.quote.arabic.told import find_told, is_own_told
from rawi.quote.arabic.told_alone import may_be_asked
from rawi.quote.arabic.told_letters import find_read_out, find_telling
from rawi.quote.arabic.told_then import is_told_then
from rawi.quote.arabic.verb_subjects import read_subject
from rawi.quote.arabic.words import (
    ONE_OF_THEM,
    THE_LATTER,
    is_asking,
    is_first_of_own,
    is_possessed,
)
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_PASSED_ON = frozenset({"نقل", "ینقل", "روی", "یروی", "حکی", "یحکی"})  # passives: «نُقل عنه»
_TELLING_PASSIVES = frozenset({"اخبار", "ابلاغ", "ابلغ", "وابلغ", "ابلغت", "ابلغوا", "اخبر", "اعلام", "اخطار", "اشعار", "تحذیر", "تنبیه", "تذکیر"})  # fmt: skip


def tell_parties(
    context: Context, number: int, done: int, stop: int, holder: Range | None, *, sure: bool
) -> tuple[Range | None, Range | None]:
    """Who speaks and whom the verb takes as its object; of a passive nobody speaks, and who is asked or told listens."""
    page, sentence, cues = context
    cue = cues[number]
    if may_be_told(cue):
        if (hearer := find_hearer(page, cue, sentence.last)) is not None:
            return None, hearer  # «وسمعت منها لاعبات الفريق أنّ»
        teller = find_teller(page, cue, sentence.last)
        if teller is not None or "learned" in cue.cue.frames:
            return teller, find_learner(page, cue, teller)
    if (said := find_saying_text(page, sentence, cue)) is not None:
        return said
    source, listener = _read_parties(context, number, done, stop, holder, sure=sure)
    letter = find_telling(page, cue, stop) or find_read_out(page, cue, stop)
    if letter is not None and letter.sender is not None:
        return letter.sender, letter.recipient
    if (shown := written_on(page, cue, stop)) is not None:
        return shown, None
    if not cue.cue.passive:
        return source, listener
    if page.words[cue.last : cue.last + 1] == ("عن",) and joined_form(
        page.words[cue.first], _PASSED_ON
    ):
        # «ونُقل عن غرفة التجارة أنّ»
        return read_source(page, cue.last + 1, stop, after_preposition=True), None
    told = page.words[cue.last - 1] in _TELLING_PASSIVES
    asked = told or is_asking(page.words[cue.first])
    asked = asked or "hearing" in cue.cue.frames  # «استمعت المحكمة إلى أنّ»
    return None, source if asked else None  # «سُئلت الوزيرة عما إذا …»


def _read_parties(
    context: Context, number: int, done: int, stop: int, holder: Range | None, *, sure: bool
) -> tuple[Range | None, Range | None]:
    """Who speaks, and to whom where the verb takes him as its object: the phrase after it, or who spoke before."""
    page, sentence, cues = context
    cue = cues[number]
    both = _led_by_relative(page, sentence.first, cue, stop) or _keeps_telling(
        page, cue, done, stop, holder
    )
    if both is not None:
        return both
    source = with_sender(page, sentence, cue, _read_own_source(context, number, done, stop))
    listener: Range | None = None
    if source is None and answers_back(page, cue):
        return None, None  # «وقال له تاجر: «…»، فردّ عليه قائلاً»: he who was spoken to answers
    if "hears" in cue.cue.frames and not cue.cue.object:
        source = _without_own_told(page, cue, source)
        # «فقد وعدت الفتاة بأنّ»: of a subject told before, the object follows the verb
        listener = _object_behind(page, cue, source or (cue.first, cue.last), stop)
    elif "person" in cue.cue.frames:
        source, listener = _part_listener(page, cue, source, holder, stop)
        listener = listener or _told_then(context, number, source, stop)
    if source is None and (cue.cue.shape != "verb" or keeps_subject(page, sentence.first, cue)):
        nearest = clause_subject(page, done, cue.first, cue.cue)
        if nearest is None and cue.cue.shape == "masdar":
            nearest = _last_besides_told(page, cue, done, done)
        if holder and not sure and not may_hold(page, holder, sentence.first, cue.first, cue.cue):
            holder = None
        told_of: Range | None = None
        if cue.cue.shape == "content":
            # «في إشارة إلى عبارة كان يرددها المعلّم X مفادها أنّ»
            told_of = find_relayed(page, cues[:number], cue.first)
            told_of = told_of or last_named(page, done, cue.first)
        source = told_of or (holder if sure else nearest or holder)
    if source is None and cue.cue.shape in ("participle", "content"):
        source = _named_in_sentence(context, number, done)
    return source, listener


def _named_in_sentence(context: Context, number: int, done: int) -> Range | None:
    """Who was named last in a sentence, and speaks in a participle: not who is told of in what a verb without a subject told."""
    page, sentence, cues = context
    cue = cues[number]
    replies = done > sentence.first and joined_form(page.words[cue.first - 1], RETORTS)
    if replies or _goes_on_for(context, number, done):
        return None  # «ولمّا سألها X هل ستغيب القائدة، ردّت | مازحةً: «…»»
    last = _last_besides_told(page, cue, sentence.first, done)
    # «واعتبرت أنّ الصيدلي «نصف طبيب»، | كاشفةً أنّ»: no man; but «عضو المجلس هدى سالم»
    fits = last is not None and (_is_named(page, last) or agrees(page, last, cue.cue))
    return last if fits else None


def _goes_on_for(context: Context, number: int, done: int) -> bool:
    """Tell whether a participle goes on for whom a verb without a subject means, and nobody told of in its words speaks: «وأضاف أنّ الصافرة نبّهت الغواص، | مشيراً إلى أنّ»."""
    _, sentence, cues = context
    if done == sentence.first or cues[number].cue.shape != "participle":
        return False
    gender = cues[number].cue.gender
    told = (c.cue for c in cues[:number] if c.cue.shape == "verb" and c.first < done)
    return any(not c.passive and c.gender in (None, gender) for c in told)


def _is_named(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase ends in somebody's name."""
    return page.person_at(phrase[1] - 1) is not None


def _without_own_told(page: Page, cue: PlacedCue, source: Range | None) -> Range | None:
    """The subject of a verb, None where behind it stands but its subject's own person, who is told: «وقبل رحيلها أوصت | حفيدتها زينب بأن»."""
    behind = source is not None and source[0] == cue.last
    return None if source and behind and is_own_told(page, source, cue.first) else source


def _told_then(context: Context, number: int, source: Range | None, stop: int) -> Range | None:
    """Who stands behind a verb without a subject and is told, another of the sentence going on: «أكد X أنّ C، وأبلغ | المدير أنّ»."""
    page, _sentence, cues = context
    behind = read_source(page, cues[number].last, stop) if source is None else None
    told = behind is not None and is_told_then(page, cues[:number], cues[number], behind)
    return behind if told else None


def _keeps_telling(
    page: Page, cue: PlacedCue, done: int, stop: int, holder: Range | None
) -> tuple[Range | None, Range] | None:
    """Who keeps reminding or warning somebody, and whom: «وهي لا تكف عن تذكير شريكتها بأنّ»."""
    kept = read_kept_hearer(page, cue, stop)
    if kept is None:
        return None
    return clause_subject(page, done, cue.first, cue.cue) or holder, kept


def _led_by_relative(
    page: Page, first: int, cue: PlacedCue, stop: int
) -> tuple[Range | None, Range] | None:
    """Who tells in a relative clause, where his name is known, and whom: the verb goes with an object, and who alone stands behind it is that: «سليم عون، الذي أخبر | مراسل الصحيفة أنّ»."""
    takes = "person" in cue.cue.frames and not (cue.cue.object or cue.cue.passive)
    at = is_relative(page, first, cue.first) if takes else 0
    if not at:
        return None
    told = read_source(page, cue.last, stop)
    if told is None or told[0] != cue.last or find_object(page, told, stop) is not None:
        return None  # «الذي أبلغت المديرة الصحيفة أنّ»
    teller = read_antecedent(page, first, cue.first)
    if teller is None:
        # no table knows the name before «الذي»; who is told does not speak
        his = page.words[at - 1].endswith("الذی")
        if cue.cue.gender != ("m" if his else "f") or is_possessed(page, told[0]):
            return None
    elif not agrees(page, teller, cue.cue):
        return None  # «الجمعية التي اعتبر كاتبها العام أنّ»
    return (teller, told) if is_somebody(page, told) else None


def _read_own_source(context: Context, number: int, done: int, stop: int) -> Range | None:
    """The subject of a verb itself, None for a participle or verbal noun."""
    cue = context.cues[number]
    if cue.cue.object:
        return _read_asking_source(context, number, done, stop)
    if cue.cue.shape != "verb":
        return None
    return read_subject(context, number, done, stop)


def _last_besides_told(page: Page, cue: PlacedCue, first: int, done: int) -> Range | None:
    """Who was named last, unless it is who was spoken to: «عاتب الوزير المحافظ قائلاً», «وداعب الحارسة قائلاً», «وخاطبت الوزير بقولها»."""
    source = last_named(page, first, cue.first)
    told = find_spoken_to(page, cue, (done, cue.first)) if source else None
    both = source is not None and told is not None and _overlap(told, source)
    return last_named(page, first, told[0]) if told and both else source


def _part_listener(
    page: Page, cue: PlacedCue, source: Range | None, holder: Range | None, stop: int
) -> tuple[Range | None, Range | None]:
    """Part who speaks from whom a verb such as أخبر and سأل takes as its object."""
    own = source is not None and source[0] >= cue.last
    if source and own and holder and not (cue.cue.object or is_surely_someone(page, source)):
        return None, source  # «رفعت الطبيبة رغيفين وسألت الحضور: …»
    told = None if cue.cue.object else find_told(page, cue.last - 1, stop)
    if told is not None and holder is None and told[0] == cue.last:
        behind = find_object(page, told, stop)
        if behind is not None and behind[0] == told[1]:
            return told, behind  # «حذّر خبراء الأرصاد السائقين من أنّ»
    if source and not (own and told):
        source = without_told_body(page, source)
        return source, _object_behind(page, cue, source, stop)
    return None, told or _other_behind(page, cue, stop)  # «وخاطبت المديرين: «…»»


def _other_behind(page: Page, cue: PlacedCue, stop: int) -> Range | None:
    """The person named right behind a verb of telling, whose gender shows that he is told: «ثم سأل | هدى سالم: «…»»."""
    named = page.person_at(cue.last)
    if cue.cue.object or named is None or named.first != cue.last or named.last > stop:
        return None
    place = named.first, named.last
    return place if is_done_to(page, place, named, cue) else None


def _object_behind(page: Page, cue: PlacedCue, subject: Range, stop: int) -> Range | None:
    """Whom a verb takes as its object, behind its subject; where that stands before it, behind the verb: «أمّا القائدة X، …، فطمأنت الجمهور»."""
    place = subject[0], max(subject[1], cue.last)
    return find_object(page, place, stop) or find_parted_object(page, place, stop)


def _read_asking_source(context: Context, number: int, done: int, stop: int) -> Range | None:
    """The source of a verb with an object pronoun: «سألته الصحافية متى …», «صحافية سألته متى …»."""
    page, sentence, cues = context
    cue = cues[number]
    if "label" in cue.cue.frames and (at := is_relative(page, sentence.first, cue.first)):
        # «رفض X قرار Y الذي | وصفه بأنه «ظالم»»: what stands before is called so
        behind = read_source(page, cue.last, stop)
        if behind is not None and is_somebody(page, behind):
            return behind
        return clause_subject(page, done, at - 1, cue.cue)
    phrases = (
        read_described(page, done, cue),
        read_antecedent(page, done, cue.first),
        read_source(page, cue.last, stop),
        interviewer_before(page, sentence.first, cue),
        read_source_before(page, done, cue.first),
    )
    someone = (p for p in phrases if p and (is_somebody(page, p) or _is_one_of_them(page, p)))
    return next(someone, None)


def _is_one_of_them(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is no more than «أحدهم», «إحداهن», «الأخير», or the first of several: «أكبر مورديها»."""
    word = page.words[phrase[0]]
    if is_first_of_own(page.words, phrase[0]):
        return True
    return (word in ONE_OF_THEM or word in THE_LATTER) and phrase[1] - phrase[0] == 1


def read_addressee(
    context: Context, number: int, done: int, stop: int, source: Range | None
) -> Range | None:
    """To whom it is said, unless the phrase is the source itself."""
    page, _sentence, cues = context
    cue = cues[number]
    if source and source[1] <= cue.first and is_document(page, source[0]):
        return None
    named = source[1] if source and source[0] >= cue.last else cue.last
    led = source[1] <= cue.first if source is not None else may_be_asked(page, cue)
    found = find_addressee(page, cue, (named, stop), (done, cue.first), led=led)
    if found is None and source and source[0] > cue.last:
        # «وقال للصحافيين المدرب X إنّ»
        found = find_addressee(page, cue, (cue.last, source[0]), (source[0], source[0]))
    if found and source and (_overlap(found, source) or _is_whose(page, source, found)):
        return None
    return found


def _overlap(one: Range, other: Range) -> bool:
    """Tell whether two phrases share a token."""
    return one[0] < other[1] and other[0] < one[1]


def _is_whose(page: Page, source: Range, phrase: Range) -> bool:
    """Tell whether a phrase right behind a writing says whose it is: «خلص تقرير | لمفتشية السلامة إلى أنّ»."""
    writes = page.words[source[0]] in get_grammar("ar").documents
    return writes and phrase[0] == source[1]
