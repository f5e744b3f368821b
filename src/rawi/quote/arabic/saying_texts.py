"""A writing that «says» something right before its verb, and who sent it: «رسالة قصيرة | تقول: «…»», «نقش داخل الخاتم | يقول: «…»»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.endings import is_written_feminine
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.openings import BEFORE_CONTENT
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.sendings import find_sending, find_whose, is_note, is_sent
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.words import GOVERNING, WAS, is_complementizer
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range

_WRITTEN = frozenset({"کتب", "کتبت", "خط", "خطت", "نقش", "دون"})
_SHOWED = frozenset({"اظهر", "اظهرت", "بین", "بینت", "خلص", "خلصت", "افاد", "افادت", "کشف", "کشفت"})
_WHERE = frozenset({"علی", "الی", "بین"})
_LONGEST = 8  # tokens of how a writing is and where, before its verb


def find_saying_text(
    page: Page, sentence: PlacedSentence, cue: PlacedCue
) -> tuple[Range | None, Range | None] | None:
    """Who speaks and who listens where a writing without the article «says» it: who sent it to whom, else the writing; None where none does."""
    text = _find_text(page, sentence.first, cue)
    if text is None:
        return None
    if is_document(page, text):
        end = cue.first - (page.words[cue.first - 1] in "،,")
        return read_source(page, text, end) or (text, _end_of_noun(page, text, end)), None
    sending = find_sending(page, sentence.first, cue.first)
    if sending is not None and sending.text == text:
        return sending.sender, sending.recipient
    if (sender := find_whose(page, text, cue.first)) is not None:
        return sender, None
    return (read_source(page, text, cue.first), None) if is_note(page, text) else None


def _find_text(page: Page, first: int, cue: PlacedCue) -> int | None:
    """The noun of the writing before a verb that agrees with it and has no other subject."""
    words = page.words
    shows = words[cue.first] in _SHOWED
    if cue.cue.shape != "verb" or cue.cue.passive or not (words[cue.first][0] in "یت" or shows):
        return None
    at = cue.last + (words[cue.last] in GOVERNING)  # «تقرير | يشير إلى أنّ»
    opens = words[at : at + 1]
    if not opens or not (opens[0] in BEFORE_CONTENT or is_complementizer(opens[0])):
        return None
    paused = shows and words[cue.first - 1] in "،,"
    for i in range(cue.first - 1 - paused, max(first, cue.first - _LONGEST) - 1, -1):
        if not page.is_word(i) or page.mark_at[i] is not None:
            return None
        if shows and is_document(page, i):
            return i if _shows(page, i, cue, paused=paused) else None
        if is_verb(words[i]) and not (words[i] in WAS or is_sent(words[i])):
            return None
        if not (shows or words[i].startswith("ال")) and (
            is_text(words[i].removesuffix("ا")) or is_note(page, i) or is_document(page, i)
        ):
            gender = "f" if is_written_feminine(page, i) else "m"
            return i if cue.cue.gender in (None, gender) else None
    return None


def _end_of_noun(page: Page, text: int, stop: int) -> int:
    """Where the name of a writing ends that no phrase tells: before «على» and where it went, «استبياناً | على السكان»."""
    behind = (i for i in range(text + 1, stop) if page.words[i] in _WHERE)
    return next(behind, stop)


def _shows(page: Page, text: int, cue: PlacedCue, *, paused: bool) -> bool:
    """Tell whether a study at a token is what a verb in the past says showed something: «وزّع استبياناً على السكان، | أظهر أنّ»; not «وتعليقاً على دراسة، أفادت بأنّ»."""
    gender = "f" if is_written_feminine(page, text) else "m"
    behind = text > 0 and page.words[text - 1] in get_grammar("ar").prepositions
    return cue.cue.gender in (None, gender) and not (paused and behind)


def is_document(page: Page, at: int) -> bool:
    """Tell whether at a token a study, report or the like stands, which tells nobody in particular: «عرض تقريراً | يفيد بأنّ», «دراسة محلية | تفيد بأنّ»."""
    word, documents = page.words[at].removesuffix("ا"), get_grammar("ar").documents
    return word in documents or (word[:1] == "ب" and word[1:] in documents)


def written_on(page: Page, cue: PlacedCue, stop: int) -> Range | None:
    """On what words are written that says them: «كُتب على لافتة: «…»»."""
    writes = joined_form(page.words[cue.first], _WRITTEN) is not None
    if not writes or page.words[cue.last : cue.last + 1] != ("علی",) or cue.last + 1 >= stop:
        return None
    head = get_grammar("ar").bare(page.words[cue.last + 1])
    shows = head in get_grammar("ar").documents
    return read_source(page, cue.last + 1, stop, after_preposition=True) if shows else None


def written_by(page: Page, cue: PlacedCue, stop: int) -> Range | None:
    """Who wrote the words that stand on something: «لافتة كتب عليها | الأب بخطه: «…»»; not «كُتب عليها بالطباشير: «…»»."""
    verb = page.words[cue.first]
    inscribed = joined_form(verb, _WRITTEN) or joined_form(verb.removesuffix("ت"), _WRITTEN)
    if not inscribed or page.words[cue.last : cue.last + 1] not in (("علیها",), ("علیه",)):
        return None
    writer = read_source(page, cue.last + 1, stop)
    alone = writer is not None and writer[0] == cue.last + 1
    return writer if writer is not None and alone and is_somebody(page, writer) else None
