"""Who sent a letter to whom, where an Arabic report tells what stands in it: «بعثت الجمعية برقية إلى الوزير جاء فيها: «…»»."""

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.people import Gender
from rawi.quote.arabic.answers import REACHING
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.hearers import (
    are_several,
    is_someone,
    may_listen,
    read_addressed,
    read_partner,
)
from rawi.quote.arabic.objects import find_object
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import gender_of, is_somebody, read_source_before
from rawi.quote.arabic.texts import ONE_TEXT, is_text
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import BY_IT, IN_IT, TO_HIM, TOWARDS_HIM
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range

_BEGINNING = frozenset({"بدات", "استهلت", "افتتحت", "ختمت", "اختتمت", "انتهت", "تبدا", "تنتهی"})
WORDED = frozenset({"نصه", "نصها", "نصهما"})  # of a letter
_BACK = 3  # sentences a report may go back to a letter
_ANNOUNCING = ("receiving", "sending", "reading_out")  # sets of verbs
_TO_ONE = ("writing_to", "wishing")
_WAYS = (*_TO_ONE, *_ANNOUNCING)
_HOLDING = frozenset({"تضمنت", "تضمن", "احتوت", "حوت", "حملت", "قالت"})
_OF_HIM = frozenset({"منه", "منها", "منهم"})
_PUBLISHING = frozenset({"نشر"})
_THIS = frozenset({"هذا", "هذه", "هنا", "هذان"})
_NEAR_COLON = 8  # tokens
_ANSWERS_SENT = frozenset({"ردا", "جوابا"})  # «بعث رداً إلى»
_LONGEST_TITLE = 4  # words in marks
LONGEST = 40  # tokens from the verb of sending to what stands in the letter


class Sending(NamedTuple):
    """A letter on its way: the token of its noun, who sent it, and to whom where a name or role tells; the gender of a verb of sending."""

    text: int
    sender: Range | None
    recipient: Range | None
    gender: Gender | None = None


def speaks_in_text(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a cue says what stands in a text told of before: «دعتهم فيها إلى», «جاء فيها أنّ», «قال له فيها», «طلبوا منه فيها أن»."""
    behind = page.words[cue.last : cue.last + 1]
    to_him = behind != () and (behind[0] in TO_HIM or behind[0] in _OF_HIM)
    return not IN_IT.isdisjoint(page.words[cue.last - 1 : cue.last + 1 + to_him])


def goes_on_in_text(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether a verb with «و» or a participle goes on with what stands in a text behind another that says so: «تلقى X برقية من Y شكره فيها، | وأكد أنّ», «مؤكداً أنّ»."""
    joined = cue.cue.shape == "participle" or (
        cue.cue.shape == "verb" and page.words[cue.first][0] == "و"
    )
    return joined and not IN_IT.isdisjoint(page.words[first : cue.first])


def find_sending(page: Page, first: int, at: int) -> Sending | None:
    """The letter told of before a token: who sent it to whom, or got it from whom; None where no verb says so."""
    for verb in range(at - 1, max(first, at - LONGEST) - 1, -1):
        if page.mark_at[verb] is not None:
            if _is_speech(page, verb):
                return None
            continue  # «خطاباً إلى شركة «الأفق»»
        way = _tell_way(page.words[verb], _WAYS)
        text = _find_text(page, first, verb, at) if way else None
        if text is not None and (found := _read_sending(page, verb, way, text, at)) is not None:
            return found
    return None


def _read_sending(page: Page, verb: int, way: str, text: int, at: int) -> Sending | None:
    """What a verb tells of a letter: who sent it, to whom; `way`: whether it is sent, got or read out."""
    if way == "reading_out":
        sender = find_whose(page, text, at)
        return Sending(text, sender, _read_to(page, verb, at)) if sender is not None else None
    subject = _read_subject(page, verb, text, at)
    if way in _TO_ONE:
        gender = past_gender(page.words[verb], get_grammar("ar").words[way])
        return _writes_to(page, subject, text, gender)
    if subject is not None and not is_somebody(page, subject):
        return None
    if subject is not None and subject[0] <= text < subject[1]:
        subject = (subject[0], text)
    if way == "receiving":
        # «تلقّت X من Y رسالة قصيرة», «تلقّت X رسالة من Y»
        sender = from_whom(page, verb, text) or from_whom(page, text, at)
        return Sending(text, sender, subject)
    gender = past_gender(page.words[verb], get_grammar("ar").words[way])
    recipient = _to_whom(page, verb, at)
    if recipient is None and past_gender(page.words[verb], _PUBLISHING):
        return None  # «نشرت الصحيفة مقالاً»: its writer is another
    return Sending(text, subject, recipient, gender)


def _is_speech(page: Page, token: int) -> bool:
    """Tell whether a token stands in marks too long for a name."""
    mark = page.mark_at[token]
    return mark is not None and page.count_words(*mark) > _LONGEST_TITLE


def _read_subject(page: Page, verb: int, text: int | None, at: int) -> Range | None:
    """Who stands right behind a verb of sending or getting; nobody where the letter does: «وكانت النقابة قد بعثت كتاباً إلى الوزير»."""
    if page.words[verb - 1] == "قد":
        sentence = page.sentence_at(verb)  # «كان تلاميذ قد أرسلوا صورة»
        return read_source_before(page, sentence.first, verb) if sentence else None
    subject = read_source(page, verb + 1, at)
    return None if subject is not None and subject[0] == text else subject


def _writes_to(page: Page, subject: Range | None, text: int, gender: Gender | None) -> Sending:
    """The letter of a verb that has to whom it goes as its object: «راسلت المديرة | رئيس النادي برسالة», «فقد راسلت | رئيس النادي برسالة»; `gender`: the verb's."""
    if subject is None or gender_of(page, subject) not in (None, gender):
        return Sending(text, None, subject, gender)
    return Sending(text, subject, find_object(page, subject, text), gender)


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
        if page.mark_at[i] is None and _tell_way(page.words[i], _ANNOUNCING):
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
    if not _tell_way(page.words[cue.first], ("reading_out",)):
        return None
    return find_sending(page, cue.first, stop)


def find_telling(page: Page, cue: PlacedCue, stop: int) -> Sending | None:
    """The letter that «says» something, with who sent it behind it: «جاء في رسالة بعث بها الأهالي إلى الوزير: «…»»."""
    said = page.words[cue.last - 1 : cue.last] == ("فی",) and cue.last + 1 < stop
    if not said or not is_text(get_grammar("ar").bare(page.words[cue.last])):
        return None
    sending = find_sending(page, cue.last, stop)
    return sending if sending is not None and sending.text == cue.last else None


def find_letters_before(page: Page, sentence: PlacedSentence) -> Iterator[Sending]:
    """The letters told of in the sentences shortly before one, the last one first."""
    before = [s for s in page.sentences if s.last <= sentence.first][-_BACK:]
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
        if texts.find((page.words[i],), 0) and page.words[owner.last] == "الی":
            return Sending(i, (owner.first, owner.last), read_partner(page, owner.last + 1, last))
    return None


@lru_cache(maxsize=65536)
def _tell_way(word: str, ways: tuple[str, ...]) -> str:
    """The first of some sets of verbs a word is of, with the letter as its pronoun too: وجّهها, «بعثوا»; an empty string where none has it."""
    sets = get_grammar("ar").words
    forms = (word, without_object_pronoun(word), word.removesuffix("وا"))
    known = (w for w in ways if any(past_gender(form, sets[w]) is not None for form in forms))
    return next(known, "")


def _find_text(page: Page, first: int, verb: int, stop: int) -> int | None:
    """The noun of the letter after a verb of sending, or right before one that goes back to it: «رسالة بعث بها», «كتاب وجّهه»."""
    back = without_object_pronoun(page.words[verb]) != page.words[verb]
    back = back or page.words[verb + 1] in BY_IT
    places = range(verb - 1, max(first, verb - 3) - 1, -1) if back else range(verb + 1, stop)
    texts = load_letters("ar").texts
    return next(
        (
            i
            for i in places
            if any(texts.find((w,), 0) for w in text_forms(page, i) if w)
            or is_note(page, i)
            or page.words[i] in _ANSWERS_SENT
            or not get_grammar("ar").documents.isdisjoint(text_forms(page, i))
        ),
        None,
    )


def is_note(page: Page, token: int) -> bool:
    """Tell whether a word without the article is something short written on or with a thing: «ملاحظة», «ببطاقة», «نقش»."""
    word = page.words[token]
    notes = get_grammar("ar").words["notes"]
    return not word.startswith("ال") and not notes.isdisjoint(text_forms(page, token))


def text_forms(page: Page, token: int) -> tuple[str, ...]:
    """A noun without article, «ب» or the ending of an object: «برسالة», «كتاباً», «البرقية»."""
    word = page.words[token]
    bare = get_grammar("ar").bare(word)
    written = page.written((token, token + 1))
    ended = bare.removesuffix("ا") if written.rstrip("\u064b").endswith("ا") else bare
    return bare, ended, word[1:] if word.startswith("ب") else ""


def _to_whom(page: Page, verb: int, stop: int) -> Range | None:
    """To whom a letter goes: «إلى الوزير», «للأهالي»; what is published for somebody does not go to him: «نشرت الصحيفة مقالاً للكاتب»."""
    published = past_gender(page.words[verb], _PUBLISHING) is not None
    for i in range(verb + 1, stop):
        if page.mark_at[i] is not None:
            continue
        if page.words[i] == "الی" and (whom := read_partner(page, i + 1, stop)):
            listens = may_listen(page, whom) or is_someone(page, i + 1)
            return whom if listens or are_several(page, i + 1) else None
        if not published and page.words[i].startswith("لل") and is_someone(page, i, 2):
            return read_addressed(page, i, stop)
    return None


def is_sent(word: str) -> bool:
    """Tell whether a word is a verb that says of a letter who sent or got it, by its pronoun: أرسلته, تلقّاه, وصلها, ورده."""
    stem = without_object_pronoun(word)
    if stem == word:
        return False
    sets = get_grammar("ar").words
    known = (sets["sending"], sets["receiving"], REACHING)
    return any(past_gender(stem, verbs) is not None for verbs in known)


def find_whose(page: Page, text: int, stop: int) -> Range | None:
    """Whose a letter is that somebody reads out: «رسالة من الباحث X», «رسالة بعثت بها صاحبة البيت», «رسالة الصيادين»."""
    for verb in range(text + 1, min(stop, text + 3)):
        if _tell_way(page.words[verb], ("sending",)):
            sent = read_source(page, verb + 1, stop)
            return sent if sent is not None and is_somebody(page, sent) else None
    if (sender := from_whom(page, text, stop)) is not None:
        return sender
    owner = read_source(page, text + 1, stop)
    return owner if owner and owner[0] == text + 1 and is_somebody(page, owner) else None


def _read_to(page: Page, verb: int, stop: int) -> Range | None:
    """To whom a letter is read out, else to whom it goes: «تلا المدير على الحضور رسالة»."""
    for i in range(verb + 1, stop - 1):
        if page.mark_at[i] is None and page.words[i] == "علی" and are_several(page, i + 1):
            return read_partner(page, i + 1, stop)
    return _to_whom(page, verb, stop)


def from_whom(page: Page, text: int, stop: int) -> Range | None:
    """From whom a letter came: «تلقّى الوزير رسالة من سكان الحي»."""
    for i in range(text + 1, stop - 1):
        if page.words[i] == "من" and (is_someone(page, i + 1) or are_several(page, i + 1)):
            return read_source(page, i + 1, stop, after_preposition=True)
    return None
