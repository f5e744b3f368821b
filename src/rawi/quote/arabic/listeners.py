"""To whom an Arabic verb says something by a pronoun: سألته, «قال لها», «توجّه إليهم», «قاطعها القاضي قائلاً», «أبلغ نظيره»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import Cue, load_cues
from rawi.quote.arabic.answers import RETORTS, answers_him
from rawi.quote.arabic.asked_nouns import asked_gender
from rawi.quote.arabic.authors import asks_himself
from rawi.quote.arabic.done_to import TO_ONE
from rawi.quote.arabic.ears import is_at_ears
from rawi.quote.arabic.finite_verbs import speaks_to_him
from rawi.quote.arabic.forms import joined_form, without_pronoun
from rawi.quote.arabic.reached_answers import reaches_him
from rawi.quote.arabic.sendings import find_sending, speaks_in_text
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import AGAINST_HIM, is_asking
from rawi.quote.memory import Wanted
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

_NEAR = 4  # tokens after the verb
_IN_TALK = frozenset({"مع", "الی", "عبر", "علی"})
_ASKERS = frozenset({"سایل", "سایله"})  # «لسائله»: who asked, and nobody met before
_NEAR_TURNED = 10  # tokens after it to «متوجّهاً إليها»
_NEAR_BEFORE = 16  # tokens between «قاطعها» and «قائلاً»
_TO = {"له": "m", "لها": "f", "لهم": "", "لهن": ""}
_RESUMING = {
    **_TO,
    "لهما": "",
    "الیه": "m",
    "الیها": "f",
    "الیهم": "",
    "الیهن": "",
    "الیهما": "",
}
_TOWARDS = {"الیه": "m", "الیها": "f", "الیهم": "", "ایاه": "m", "ایاها": "f", "ایاهم": ""}
_OF = {"منه": "m", "منها": "f", "منهم": "", "منهن": ""}  # after a request: «طلب منها أن …»
_AGAINST = {"علیه": "m", "علیها": "f", "علیهم": "", "علیهن": ""}  # «وردّت عليه مديرتها»
# «صاح بها قائلاً», «صرخ فيهم»
_AT = {"به": "m", "بها": "f", "بهم": "", "بهن": "", "بهما": "", "فیهم": "", "فیهن": ""}
_ASKED = {"سیل": "m", "سیلت": "f"}
# Of whom one turns to, whose pronoun follows its preposition; and the sets of verbs that do.
_FACED = {**_TO, **_TOWARDS, **_OF, "نحوه": "m", "نحوها": "f"}
_TURNING = ("turning", "signing_to", "signing_towards", "signing_from")
_ENDINGS = (("هما", ""), ("ها", "f"), ("هم", ""), ("هن", ""), ("ه", "m"))  # the longest first
# Verbs whose object is only spoken of, as that of وصف.
_SPOKEN_OF = ("اعتبر", "یعتبر", "تعتبر")


def listener_of(page: Page, saying: Saying) -> Wanted | None:
    """What the pronoun of a verb says of its listener, None where it has none."""
    if saying.cue is None or saying.addressee is not None:
        return None
    first, last = saying.cue
    if (answered := _answered_at_opening(page, saying)) is not None:
        return answered
    if (asked := asked_gender(page, first)) is not None:
        return _means_by_ending(asked)
    if saying.rule == "ar.announced" and reaches_him(page.words[first]):
        return _means_by_ending(page.words[first])  # «فجاءه صوت X: «…»»
    if saying.rule == "ar.announced" and page.words[last] in _FACED and _turns(page, first):
        return _wanted(_FACED[page.words[last]])  # «ثم التفتت إليه: «…»»
    hit = load_cues("ar").find(page.words, first)
    if hit is not None and hit.value.shape == "participle":
        after = page.words[last] if last < len(page.words) else ""
        told = _RESUMING.get(after)
        if told is None and "label" not in hit.value.frames:
            told = _TOWARDS.get(after)  # «محذّراً إياها من أنّ»
        return _wanted(told) if told is not None else _spoken_to(page, first)  # «موضحةً لهم أنّ»
    if hit is None or hit.value.shape not in ("verb", "masdar"):
        return None
    return _sent_to(page, PlacedCue(first, last, hit.value)) or _by_verb(page, saying, hit.value)


def _means_by_ending(word: str) -> Wanted | None:
    """Whom the pronoun means a word ends in."""
    return next((_wanted(g) for ending, g in _ENDINGS if word.endswith(ending)), None)


def means_him(page: Page, saying: Saying) -> bool:
    """Tell whether an Arabic verb asks or answers someone by a pronoun, who hears it rather than the outlet the talk is with: «وفي اتصال مع «الأفق»، سألته المذيعة: «…»», «وردت عليه X عبر الإذاعة نفسها بأنّ»."""
    if saying.language != "ar" or saying.cue is None or saying.addressee is None:
        return False
    if page.words[saying.addressee[0] - 1] not in _IN_TALK:
        return False
    first, last = saying.cue
    verb = page.words[first]
    asks = is_asking(verb) and verb.endswith(("ه", "ها", "هم", "هن"))
    answered = joined_form(verb, RETORTS) and page.words[last : last + 1] != ()
    return asks or answers_him(verb) or bool(answered and page.words[last] in AGAINST_HIM)


def _answered_at_opening(page: Page, saying: Saying) -> Wanted | None:
    """Whom a sentence opens with answering by a pronoun: «ورداً عليه، كتبت رئيسة المجلس أنّ»; also a body."""
    sentence = page.sentence_at(saying.start)
    opening = page.words[sentence.first : sentence.first + 2] if sentence else ()
    if saying.source is None or len(opening) < 2 or opening[1] not in AGAINST_HIM:
        return None
    answers = opening[0].removeprefix("و") == "ردا"
    return _wanted(_AGAINST.get(opening[1], ""))._replace(person=False) if answers else None


def _by_verb(page: Page, saying: Saying, cue: Cue) -> Wanted | None:
    """What a verb or verbal noun says of its listener by a pronoun it ends in, governs or is followed by."""
    first, last = saying.cue or (0, 0)
    word = page.words[first]
    told = not TO_ONE.isdisjoint(cue.frames) or "label" not in cue.frames
    asked = cue.passive and asks_himself(page, saying)  # «سألناه», «سألتُها»
    if (cue.object or asked) and told and not word.lstrip("وف").startswith(_SPOKEN_OF):
        return next((_wanted(g) for ending, g in _ENDINGS if word.endswith(ending)), None)
    if cue.passive and (gender := _ASKED.get(word.lstrip("وف"))) is not None:
        return _wanted(gender)  # «وسُئلت: «هل ستعود؟»»
    for after in (last, _behind_source(page, saying)):
        of_him = _by_preposition(page, after, word, cue)
        if of_him is not None:
            return of_him
    if "at" in cue.frames and page.words[last : last + 1] and page.words[last] in _AT:
        return _wanted(_AT[page.words[last]])  # «صاح بها: «…»»
    end = saying.content[0][0] if saying.content and saying.content[0][0] >= last else last + _NEAR
    near = range(last, min(last + _NEAR, end, len(page.words)))
    at = next((i for i in near if page.mark_at[i] is None and _means_hearer(page, i)), None)
    if at is not None:
        if cue.passive and page.words[at] not in _TO:
            return None  # «أُشير إليه»
        return _wanted(next(g for ending, g in _ENDINGS if page.words[at].endswith(ending)))
    if cue.shape == "masdar":
        return _spoken_to(page, first)
    return _turned_to(page, last, end) or _cut_short(page, first)


def _means_hearer(page: Page, at: int) -> bool:
    """Tell whether a token near a verb of saying means by a pronoun who hears it: لها, إليهم, «على | مسامعه»."""
    return page.words[at] in _RESUMING or is_at_ears(page, at)


def _cut_short(page: Page, cue: int) -> Wanted | None:
    """Whom the verb before one with «و» is spoken to by its pronoun, or turns to: «فقاطعها المدير وقال إنّ», «واستمهلها يومين، ووعد بأن», «فالتفت إليه X وقال»."""
    here = page.sentence_at(cue)
    if here is None or page.words[cue][0] != "و" or page.words[cue] in ("وعد", "وصف"):
        return None
    for i in range(cue - 1, max(here.first, cue - _NEAR_BEFORE) - 1, -1):
        if page.mark_at[i] is not None or not (page.is_word(i) or page.words[i] in "،,"):
            return None
        if speaks_to_him(page.words[i]) and not _is_noun(page, i):
            return next(_wanted(g) for ending, g in _ENDINGS if page.words[i].endswith(ending))
        if (faced := _FACED.get(page.words[i])) is not None and _turns(page, i - 1):
            return _wanted(faced)
        if page.words[i] == "ثم":
            return None  # «طمأنها X، ثم زار المصنع وقال إنّ»
    return None


def _turns(page: Page, at: int) -> bool:
    """Tell whether at a token a verb of turning, calling or coming near to someone stands: «التفتت | إليه», «ابتسم | لها», «اقترب | منه»."""
    sets = get_grammar("ar").words
    return any(past_gender(page.words[at], sets[name]) is not None for name in _TURNING)


def _behind_source(page: Page, saying: Saying) -> int:
    """The token behind who speaks and the comma after his name: «وطلبت مديرة المدرسة، زهرة التارقي، | منه أن»."""
    behind = saying.source[1] if saying.source else len(page.words)
    return behind + (page.words[behind : behind + 1] in (("،",), (",",)))


def _sent_to(page: Page, cue: PlacedCue) -> Wanted | None:
    """Whom a pronoun means to whom a letter goes: «بعث الملتقى ببرقية إليه جاء فيها»."""
    sentence = page.sentence_at(cue.first) if speaks_in_text(page, cue) else None
    if sentence is None or find_sending(page, sentence.first, cue.first) is None:
        return None
    span = range(cue.first - 1, sentence.first, -1)
    before = (page.words[i] for i in span if page.mark_at[i] is None)
    goes_to = _RESUMING | _AGAINST  # «ردت عليه X برسالة قالت فيها»
    return next((_wanted(goes_to[word]) for word in before if word in goes_to), None)


def _by_preposition(page: Page, after: int, verb: str, cue: Cue | None) -> Wanted | None:
    """Whom a pronoun right after a verb means: «طلب منها أن», «وردّت عليه مديرتها», «واقترح عليها أن»."""
    word = page.words[after] if after < len(page.words) else ""
    frames = cue.frames if cue is not None else frozenset()
    if "request" in frames and word in _OF:
        return _wanted(_OF[word])
    answers = word in _AGAINST and ("on" in frames or joined_form(verb, RETORTS) is not None)
    return _wanted(_AGAINST[word]) if answers else None


def _turned_to(page: Page, first: int, stop: int) -> Wanted | None:
    """Whom a speaker turns to before he speaks: «وقال في كلمة الافتتاح متوجّهاً إليها: «…»»."""
    talks, addressing = get_grammar("ar").words["talks"], get_grammar("ar").words["addressing"]
    for i in range(first, min(first + _NEAR_TURNED, stop, len(page.words) - 1)):
        if (
            page.mark_at[i] is None
            and page.words[i + 1] in _TOWARDS
            and (page.words[i] in talks or page.words[i] in addressing)
        ):
            return _wanted(_TOWARDS[page.words[i + 1]])
    return None


def _spoken_to(page: Page, cue: int) -> Wanted | None:
    """Whom the verb before a participle or verbal noun of saying is spoken to: «قاطعها القاضي قائلاً», «بادره بقوله»."""
    for i in range(cue - 1, max(-1, cue - _NEAR_BEFORE), -1):
        if page.mark_at[i] is not None or page.words[i] in ".؟!؛":
            return None
        if (
            page.words[i] in _TOWARDS
            and page.words[i - 1].lstrip("و") in get_grammar("ar").words["talks"]
        ):
            return _wanted(_TOWARDS[page.words[i]])  # «وتوجّه إليه بالقول: «…»»
        if (told := _told_by(page, i)) is not None:
            return _wanted(told)
        answered = _by_preposition(page, i, page.words[i - 1], None)
        if answered is not None:
            return answered  # «وردّت عليه المديرة مؤكدةً أنّ»
        if speaks_to_him(page.words[i]) and not _is_noun(page, i):
            return next(_wanted(g) for ending, g in _ENDINGS if page.words[i].endswith(ending))
    return None


def _is_noun(page: Page, at: int) -> bool:
    """Tell whether what looks like a verb and its pronoun is a noun: «حفظ | حياة الراكب», like حيّاه."""
    return page.written((at, at + 1)).endswith("ة")


def _told_by(page: Page, at: int) -> str | None:
    """The gender of whom a pronoun behind a verb of saying means: «صاح | بها», «همس | له»; None of any other word."""
    word = page.words[at]
    if at == 0 or not (word in _TO or word in _AT):
        return None
    hit = load_cues("ar").find(page.words, at - 1)
    if hit is None or hit.value.shape != "verb" or hit.end != at:
        return None
    if word in _TO:
        return _TO[word]
    return _AT[word] if "at" in hit.value.frames else None


def counterpart_of(page: Page, place: Range) -> Wanted | None:
    """Who a speaker's counterpart is: «لضيفته» is a woman he receives, «نظيره» and «لمعاليه» a man; None for any other phrase."""
    first, last = place
    grammar = get_grammar("ar")
    word = page.words[last - 1]
    if last - first > (2 if page.words[first] in grammar.prepositions else 1):
        return None
    for form in (word, word[1:]):
        if form in grammar.honorific_pronouns:
            return _wanted("f" if form.endswith("ها") else "m")
        stem = without_pronoun(form)
        if stem != form and stem in grammar.words["counterparts"] and stem not in _ASKERS:
            return _wanted("f" if stem.endswith("ه") else "m")
    return None


def own_of(page: Page, place: Range) -> str | None:
    """The word that with a pronoun is all a phrase says of someone, «شقيقها», «لابنته», «جاره»; None for any other phrase, and for an office."""
    first, last = place
    if last - first > 1 or first in page.mention_at or page.written(place).endswith("ة"):
        return None
    roles, offices = load_people("ar").roles, get_grammar("ar").words["offices"]
    for form in (page.words[first], page.words[first][1:]):
        stem = without_pronoun(form)
        if stem != form and stem in roles.alone and stem not in offices:
            return stem
    return None


def _wanted(gender: str) -> Wanted:
    """Someone of a gender; of a group where the pronoun is plural."""
    return Wanted(gender or None, person=True, plural=None if not gender else False)
