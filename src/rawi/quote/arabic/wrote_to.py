"""To whom an Arabic speaker writes: to whom his letter goes, «بعث إلى المديرة رسالة قال فيها», or whom a verb of writing reaches right before a present, «كتب مزارع إلى البلدية | يقول إنّ»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.hearers import is_someone, may_listen, read_partner
from rawi.quote.arabic.sendings import (
    WORDED,
    Sending,
    find_sending,
    goes_on_in_text,
    speaks_in_text,
)
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_LONGEST_TIME = 3  # words: «ثلاث مرات»
_WRITING = frozenset(
    {"کتب", "کتبت", "کتبوا", "ابرق", "ابرقت", "ابرقوا", "یکتب", "تکتب", "یکتبون"}
    | {"ارسل", "ارسلت", "ارسلوا", "یرسل", "ترسل", "بعث", "بعثت", "بعثوا", "یبعث", "تبعث"}
)


def wrote_to(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """Whom a verb of writing reaches with «إلى» right before a present of saying; None where anything parts them."""
    words, (first, stop) = page.words, before
    if cue.cue.shape != "verb" or words[cue.first][0] not in "یت" or stop != cue.first:
        return None
    towards = next((i for i in range(stop - 2, first, -1) if words[i] == "الی"), None)
    if towards is None or not any(joined_form(w, _WRITING) for w in words[first:towards]):
        return None
    if not is_someone(page, towards + 1):
        return None
    whom = read_partner(page, towards + 1, stop)
    return whom if whom is not None and _tells_how_often(page, (whom[1], stop)) else None


def _tells_how_often(page: Page, place: Range) -> bool:
    """Tell whether a few words, or none, only tell when or how often: «كتب إلى المدير | ثلاث مرات | يرجوه أن»."""
    first, stop = place
    small = all(page.is_word(i) and not is_verb(page.words[i]) for i in range(first, stop))
    return small and stop - first <= _LONGEST_TIME


def written_to(page: Page, cue: PlacedCue, before: Range) -> Range | None:
    """To whom the letter is in which something is said: «بعث الحرّاس إلى المديرة رسالة قالوا فيها», «هنّأ اللاعبة ببرقية أكّد فيها»."""
    first, stop = before
    told = speaks_in_text(page, cue) or goes_on_in_text(page, first, cue)
    worded = cue.cue.shape == "content" or page.words[cue.last - 1] in WORDED
    if not (told or worded):  # «بعث إلى X رسالة نصها: «…»»
        return None
    if (sending := find_sending(page, first, stop)) is not None and sending.recipient is not None:
        return None if _answers_in_letter(page, cue, sending) else sending.recipient
    texts, bare = load_letters("ar").texts, get_grammar("ar").bare
    forms = ((page.words[i], i) for i in range(first + 1, stop))
    text = next(
        (i for word, i in forms if any(w in texts.alone for w in (bare(word), word[1:]))), None
    )
    if text is None:
        return None
    for i in range(first, stop):
        if page.words[i] == "الی" and (whom := read_partner(page, i + 1, stop)):
            return whom if may_listen(page, whom) else None
    name = page.person_at(text - 1)
    return (name.first, name.last) if name and name.last == text else None


def _answers_in_letter(page: Page, cue: PlacedCue, letter: Sending) -> bool:
    """Tell whether a sentence opens with a verb of answering and only tells who took the letter in: «وقد ردّت X برسالة تسلّمها المكتب، كتبت فيها»."""
    here = page.sentence_at(cue.first)
    opening = page.words[here.first : here.first + 2] if here else ()
    return letter.gender is None and any(joined_form(word, RETORTS) for word in opening)
