"""Which letter an Arabic report means: one a paragraph announces, somebody reads out, or a sentence goes back to, «وجاء في الرسالة أنّ»."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.hearers import read_partner
from rawi.quote.arabic.sendings import (
    ANNOUNCING,
    LONGEST,
    Sending,
    find_sending,
    is_note,
    tell_way,
    text_forms,
)
from rawi.quote.arabic.texts import ONE_TEXT, is_text
from rawi.quote.arabic.words import TOWARDS_HIM
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range

_BEGINNING = frozenset({"بدات", "استهلت", "افتتحت", "ختمت", "اختتمت", "انتهت", "تبدا", "تنتهی"})
_BACK = 3  # sentences a report may go back to a letter
_HOLDING = frozenset({"تضمنت", "تضمن", "احتوت", "حوت", "حملت", "قالت"})
_THIS = frozenset({"هذا", "هذه", "هنا", "هذان"})
_NEAR_COLON = 8  # tokens


def find_shown(page: Page, first: int, colon: int) -> Sending | None:
    """The letter told of in a sentence of which a colon shows what stands in it: «بعث برسالة إلى X، وهذا أبرز ما تضمّنته: «…»»."""
    words = page.words
    if without_object_pronoun(words[colon - 1]) not in _HOLDING or words[colon - 2] != "ما":
        return None
    near = range(colon - 3, max(first, colon - _NEAR_COLON), -1)
    pause = next((i for i in near if words[i] in "،,"), None)
    shown = pause is not None and words[pause + 1].removeprefix("و") in _THIS
    return find_sending(page, first, pause) if pause is not None and shown else None


def find_announced(page: Page, first: int, last: int) -> Sending | None:
    """The letter a paragraph announces: «وجّهت النقابة رسالة إلى الوزير، قرأتها …، وهذا نصّها:», «وتلا المدير رسالة من X، وفيها:»."""
    for i in range(first, last):
        if page.mark_at[i] is None and tell_way(page.words[i], ANNOUNCING):
            found = find_sending(page, i, min(last, i + LONGEST))
            if found is not None:
                return found
    return None


def inscribed_by(page: Page, first: int, cue: PlacedCue) -> Sending | None:
    """Who sent what words are written on: «بعثت إلى مديرها ببطاقة | كُتب عليها: «…»»; None of what is only hung or carried."""
    on_it = page.words[cue.last : cue.last + 1] in (("علیها",), ("علیه",))
    if not on_it or page.words[cue.first] not in get_grammar("ar").words["inscribing"]:
        return None
    sending = find_sending(page, first, cue.first)
    if sending is None or not is_note(page, sending.text):
        return None
    to_him = not TOWARDS_HIM.isdisjoint(page.words[first : cue.first])
    return sending if to_him or sending.recipient is not None else None


def find_read_out(page: Page, cue: PlacedCue, stop: int) -> Sending | None:
    """The letter somebody reads out, «قرأ المدير على الحضور رسالة من X: «…»»; None where it is not told whose it is."""
    if not tell_way(page.words[cue.first], ("reading_out",)):
        return None
    return find_sending(page, cue.first, stop)


def find_telling(page: Page, cue: PlacedCue, stop: int) -> Sending | None:
    """The letter that «says» something, with who sent it behind it: «جاء في رسالة بعث بها الأهالي إلى الوزير: «…»», or told of before in the sentence."""
    said = page.words[cue.last - 1 : cue.last] == ("فی",) and cue.last < stop
    if not said or not is_text(get_grammar("ar").bare(page.words[cue.last])):
        return None
    sending = find_sending(page, cue.last, stop)
    if sending is not None and sending.text == cue.last:
        return sending
    return _told_in_sentence(page, cue) if page.words[cue.last].startswith("ال") else None


def _told_in_sentence(page: Page, cue: PlacedCue) -> Sending | None:
    """The letter its own sentence tells of before it goes back to it by its noun: «نشرت صحيفة «X» رسالة بعث بها الأهالي إلى الوزير، | وجاء في الرسالة أنّ»."""
    here = page.sentence_at(cue.first)
    before = find_sending(page, here.first, cue.first) if here is not None else None
    noun = get_grammar("ar").bare(page.words[cue.last])
    return before if before is not None and noun in text_forms(page, before.text) else None


def find_letters_before(page: Page, sentence: PlacedSentence) -> Iterator[Sending]:
    """The letters told of in the sentences shortly before one, the last one first."""
    before = page.sentences_before(sentence, _BACK)
    for told in reversed(before):
        sending = find_sending(page, told.first, told.last)
        sending = sending or find_announced(page, told.first, told.last)
        if sending is not None and not _only_goes_back(page, sending):
            yield sending


def _only_goes_back(page: Page, letter: Sending) -> bool:
    """Tell whether a sentence tells no more of a letter than who took it in: «وتسلّم | الرسالة نيابة عن الرئيس X»."""
    return page.words[letter.text].startswith("ال") and letter.sender is None


def find_letter(page: Page, sentence: PlacedSentence, source: Range) -> Sending | None:
    """The letter a report goes back to: «وجّه الأهالي رسالة إلى الوزير. وجاء في الرسالة أنّ …»."""
    noun = get_grammar("ar").bare(page.words[source[0]])
    nouns = {noun, without_pronoun(noun)}
    again = noun in ONE_TEXT
    return next(
        (
            letter
            for letter in find_letters_before(page, sentence)
            if again or not nouns.isdisjoint(text_forms(page, letter.text))
        ),
        None,
    )


def find_begun(page: Page, cue: Range) -> Sending | None:
    """The letter of which it is told how it begins or ends, where a sentence shortly before in its paragraph is about it: «لم تكن رسالة X إلى المجلس طويلة. … وبدأت بالقول: «…»»."""
    begins = page.words[cue[0] - 1].lstrip("وف") in _BEGINNING
    if page.words[cue[0]] != "بالقول" or not begins:
        return None
    here = page.sentence_at(cue[0])
    if here is None:
        return None
    near = [s for s in page.sentences_of(here.paragraph) if s.first <= here.first][-_BACK:]
    return next((letter for s in near if (letter := _find_owned(page, s.first, s.last))), None)


def _find_owned(page: Page, first: int, last: int) -> Sending | None:
    """The letter a sentence tells of with whose it is by name, and to whom it goes: «رسالة هدى سالم إلى مجلس البلدية»."""
    texts = load_letters("ar").texts
    for i in range(first, last - 3):
        owner = page.mention_at.get(i + 1)
        if owner is None or owner.first != i + 1 or owner.mention.type != "PER":
            continue
        if page.words[i] in texts.alone and page.words[owner.last] == "الی":
            return Sending(i, (owner.first, owner.last), read_partner(page, owner.last + 1, last))
    return None
