"""Who is said to have spoken right behind Arabic words in marks, and to whom: ««C». هكذا لخّصت المديرة الموسم», ««C». هذا ما قاله X», ««C». تقولها X», ««C؟». كان هذا أول سؤال طرحته X على Y»."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.arabic.attribution_verbs import RESUMING, find_telling_verb
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.forms import joined_form, without_object_pronoun
from rawi.quote.arabic.hearers import is_someone, read_addressed, read_partner
from rawi.quote.arabic.joined_hearers import is_listener
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import SIGNS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_COMING_ABOUT = frozenset({"ولد", "بدا", "انتهی", "نشا", "ظهر", "تحول", "اصبح", "صار", "جاء", "کان", "عاد"})  # fmt: skip
_WHAT = (("هذا", "ما"), ("ذلک", "ما"))
_NEAR = 4  # tokens to the verb
# What one said is «it» of such a verb: ««C». تقولها الجدة», «يرددها الأهالي».
_SAYING_IT = frozenset({"قال", "ردد", "کرر", "همس", "نطق", "صرخ", "اطلق", "کتب"})
_SAY = frozenset({"یقول", "تقول", "یقولون", "قالوا"})
# A question one puts: «أول سؤال طرحته X على Y», «السؤال الذي وجّهه X إلى Y».
_PUTTING = frozenset({"طرح", "وجه", "القی", "سال", "ردد", "کرر", "اطلق"})
_POINTING = frozenset({"هذا", "هذه"})
_BEFORE_NOUN = frozenset({"کان", "کانت", "هذا", "هذه", "هو", "هی", "ذلک", "تلک", "اول", "اخر", "ثانی", "اولی", "احد", "احدی"})  # fmt: skip
_LONGEST_OPENING = 5  # tokens of «كان هذا هو أول سؤال»
_NEAR_HEARER = 5  # tokens behind who spoke
_NEAR_OBJECT = 3  # tokens from who wrote it to «هذه العبارة»


class Named(NamedTuple):
    """Who spoke, and to whom where that is told."""

    source: Range
    addressee: Range | None


def named_after(page: Page, at: int, last: int) -> Named | None:
    """Who is said to have spoken right after a quotation: «…». هكذا لخّصت المديرة الموسم; بهذه العبارة ختم لصّ رسالته; هذا ما قاله X; تقولها X."""
    words = page.words
    while at < last and not page.is_word(at):
        at += 1
    if at >= last:
        return None
    here = page.sentence_at(at)
    last = last if here is None else min(last, here.last)
    if words[at : at + 2] in _WHAT:
        return _with_hearer(page, _named_for(page, at + 2, last), last)
    if words[at] in get_grammar("ar").words["thus"]:
        return _named_thus(page, at, last)
    if _says_it(words[at]):
        return _with_hearer(page, read_source(page, at + 1, last), last)
    return _who_asked(page, at, last) or _who_wrote(page, at, last)


def _named_thus(page: Page, at: int, last: int) -> Named | None:
    """Who is named behind «thus» and a verb: «هكذا | لخّصت المديرة الموسم للصحيفة»."""
    for i in range(at + 1, min(last, at + _NEAR)):
        if past_gender(page.words[i], _COMING_ABOUT) is not None:
            return None  # ««C». هكذا وُلد المشروع»
        if is_finite(page, i) or load_cues("ar").find(page.words, i):
            return _with_hearer(page, read_source(page, i + 1, last), last)
    return None


def _named_for(page: Page, verb: int, last: int) -> Range | None:
    """Who is named behind «this is what» and a verb of saying: «هذا ما | صرّح به X»."""
    hit = find_telling_verb(page.words, verb) if verb < last else None
    if hit is None:
        return None
    at = verb + hit.end
    while at < last and page.words[at] in RESUMING:
        at += 1
    return read_source(page, at, last)


def _says_it(word: str) -> bool:
    """Tell whether a word is a verb of saying with the pronoun of what was said.

    >>> [word for word in ("تقولها", "قالتها", "یرددها", "یقول", "یحبها") if _says_it(word)]
    ['تقولها', 'قالتها', 'یرددها']
    """
    bare = without_object_pronoun(word)
    if bare == word or word.endswith("هم"):
        return False
    return joined_form(bare, _SAY) is not None or past_gender(bare, _SAYING_IT) is not None


def _who_asked(page: Page, at: int, last: int) -> Named | None:
    """Who put a question told by its noun: «كان هذا أول سؤال | طرحته X على Y», «السؤال الذي وجّهه X إلى Y»."""
    words, sets = page.words, get_grammar("ar").words
    i = at
    while i < min(last, at + _LONGEST_OPENING) and words[i] in _BEFORE_NOUN:
        i += 1
    if i + 2 >= last or words[i].removeprefix("ال") not in sets["questions"]:
        return None
    i += 1 + (words[i + 1] in sets["relatives"])
    bare = without_object_pronoun(words[i])
    if bare == words[i] or past_gender(bare, _PUTTING) is None:
        return None
    return _with_hearer(page, read_source(page, i + 1, last), last, put=True)


def _who_wrote(page: Page, at: int, last: int) -> Named | None:
    """Who does something with «this sentence» or «this question»: «علّق النادي | هذه العبارة على بابه», «يردد X هذا السؤال»."""
    words, sets = page.words, get_grammar("ar").words
    if not is_finite(page, at):
        return None
    pointing = next((i for i in range(at + 2, last - 1) if words[i] in _POINTING), None)
    noun = words[pointing + 1].removeprefix("ال") if pointing is not None else ""
    if pointing is None or not (noun in sets["utterances"] or noun in sets["questions"]):
        return None
    source = read_source(page, at + 1, pointing)
    near = source is not None and source[0] == at + 1 and pointing - source[1] <= _NEAR_OBJECT
    return _with_hearer(page, source, last) if near else None


def _with_hearer(page: Page, source: Range | None, last: int, *, put: bool = False) -> Named | None:
    """Who spoke with whom he is said to have told it, behind him in the sentence; `put`: it is a question, put «to» or «on» him."""
    if source is None:
        return None
    here = page.sentence_at(source[0])
    last = last if here is None else here.last
    reached = ("الی", "علی") if put else ()
    for i in range(source[1], min(last, source[1] + _NEAR_HEARER)):
        if page.words[i] in SIGNS and page.mark_at[i] is None and page.words[i] not in "،,":
            break
        if page.words[i] in reached and is_someone(page, i + 1):
            return Named(source, read_partner(page, i + 1, last))
        if is_listener(page, i, last, opens=False):
            return Named(source, read_addressed(page, i, last))
    return Named(source, None)
