"""Who sent a letter to whom, where an Arabic report tells what stands in it: «بعثت الجمعية برقية إلى الوزير جاء فيها: «…»»."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.quote.arabic.forms import without_object_pronoun
from rawi.quote.arabic.hearers import (
    are_several,
    is_someone,
    may_listen,
    read_addressed,
    read_partner,
)
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.told import past_gender
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range

_IN = frozenset({"فیها", "فیه"})
_BY_IT = frozenset({"بها", "به"})
_BACK = 3  # sentences a report may go back to a letter
_LONGEST = 24  # tokens from the verb of sending to what stands in the letter


class Sending(NamedTuple):
    """A letter on its way: the token of its noun, who sent it, and to whom where a name or role tells."""

    text: int
    sender: Range | None
    recipient: Range | None


def speaks_in_text(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a cue says what stands in a text told of before: «دعتهم فيها إلى», «جاء فيها أنّ»."""
    return not _IN.isdisjoint(page.words[cue.last - 1 : cue.last + 1])


def find_sending(page: Page, first: int, at: int) -> Sending | None:
    """The letter told of before a token: who sent it to whom, or got it from whom; None where no verb says so."""
    sets = get_grammar("ar").words
    for verb in range(at - 1, max(first, at - _LONGEST) - 1, -1):
        if page.mark_at[verb] is not None:
            return None
        sends, gets = _is_form(page, verb, sets["sending"]), _is_form(page, verb, sets["receiving"])
        if not (sends or gets):
            continue
        text = _find_text(page, first, verb, at)
        subject = read_source(page, verb + 1, at)
        if text is None or (subject is not None and not is_somebody(page, subject)):
            continue
        if subject is not None and subject[0] <= text < subject[1]:
            subject = (subject[0], text)
        if gets:
            return Sending(text, _from_whom(page, text, at), subject)
        return Sending(text, subject, _to_whom(page, verb, at))
    return None


def find_telling(page: Page, cue: PlacedCue, stop: int) -> Sending | None:
    """The letter that «says» something, with who sent it behind it: «جاء في رسالة بعث بها الأهالي إلى الوزير: «…»»."""
    said = page.words[cue.last - 1 : cue.last] == ("فی",) and cue.last + 1 < stop
    if not said or not is_text(page.words[cue.last]):
        return None
    sending = find_sending(page, cue.last, stop)
    return sending if sending is not None and sending.text == cue.last else None


def find_letter(page: Page, sentence: PlacedSentence, source: Range) -> Sending | None:
    """The letter a report goes back to: «وجّه الأهالي رسالة إلى الوزير. وجاء في الرسالة أنّ …»."""
    noun = get_grammar("ar").bare(page.words[source[0]])
    before = [s for s in page.sentences if s.last <= sentence.first][-_BACK:]
    for told in reversed(before):
        sending = find_sending(page, told.first, told.last)
        if sending is not None and noun in _text_forms(page, sending.text):
            return sending
    return None


def _is_form(page: Page, token: int, verbs: frozenset[str]) -> bool:
    """Tell whether a word is a verb of a set, with the letter as its pronoun too: وجّهها, «بعثوا»."""
    word = page.words[token]
    forms = (word, without_object_pronoun(word), word.removesuffix("وا"))
    return any(past_gender(form, verbs) is not None for form in forms)


def _find_text(page: Page, first: int, verb: int, stop: int) -> int | None:
    """The noun of the letter after a verb of sending, or right before one that goes back to it: «رسالة بعث بها», «كتاب وجّهه»."""
    back = without_object_pronoun(page.words[verb]) != page.words[verb]
    back = back or page.words[verb + 1] in _BY_IT
    places = range(verb - 1, max(first, verb - 3) - 1, -1) if back else range(verb + 1, stop)
    texts = load_letters("ar").texts
    return next(
        (i for i in places if any(texts.find((w,), 0) for w in _text_forms(page, i) if w)), None
    )


def _text_forms(page: Page, token: int) -> tuple[str, ...]:
    """A noun without article, «ب» or the ending of an object: «برسالة», «كتاباً», «البرقية»."""
    word = page.words[token]
    bare = get_grammar("ar").bare(word)
    written = page.written((token, token + 1))
    ended = bare.removesuffix("ا") if written.rstrip("\u064b").endswith("ا") else bare
    return bare, ended, word[1:] if word.startswith("ب") else ""


def _to_whom(page: Page, verb: int, stop: int) -> Range | None:
    """To whom a letter goes: «إلى الوزير», «للأهالي»."""
    for i in range(verb + 1, stop):
        if page.mark_at[i] is not None:
            continue
        if page.words[i] == "الی" and (whom := read_partner(page, i + 1, stop)):
            listens = may_listen(page, whom) or is_someone(page, i + 1)
            return whom if listens or are_several(page, i + 1) else None
        if page.words[i].startswith("لل") and is_someone(page, i, 2):
            return read_addressed(page, i, stop)
    return None


def _from_whom(page: Page, text: int, stop: int) -> Range | None:
    """From whom a letter came: «تلقّى الوزير رسالة من سكان الحي»."""
    for i in range(text + 1, stop - 1):
        if page.words[i] == "من" and (is_someone(page, i + 1) or are_several(page, i + 1)):
            return read_source(page, i + 1, stop, after_preposition=True)
    return None
