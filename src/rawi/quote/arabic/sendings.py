"""Who sent a letter to whom, where an Arabic report tells what stands in it: «بعثت الجمعية برقية إلى الوزير جاء فيها: «…»»."""

from functools import lru_cache
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.people import Gender
from rawi.quote.arabic.answers import REACHING
from rawi.quote.arabic.forms import without_object_pronoun
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
from rawi.quote.arabic.told import past_gender
from rawi.quote.arabic.words import BY_IT, IN_IT, OF_HIM, TO_HIM
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

WORDED = frozenset({"نصه", "نصها", "نصهما"})  # of a letter
ANNOUNCING = ("receiving", "sending", "reading_out")  # sets of verbs
_TO_ONE = ("writing_to", "wishing")
_WAYS = (*_TO_ONE, *ANNOUNCING)
_PUBLISHING = frozenset({"نشر"})
_COMING_BY = frozenset({"توصل"})
_REPLYING = frozenset({"رد", "اجاب"})
_ANSWERS_SENT = frozenset({"ردا", "جوابا", "برد", "بجواب"})  # «بعث رداً إلى», «بعثت إليه بردّ»
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
    to_him = behind != () and (behind[0] in TO_HIM or behind[0] in OF_HIM)
    return not IN_IT.isdisjoint(page.words[cue.last - 1 : cue.last + 1 + to_him])


def goes_on_in_text(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether a verb with «و» or a participle goes on with what stands in a text behind another that says so: «تلقى X برقية من Y شكره فيها، | وأكد أنّ», «مؤكداً أنّ»."""
    joined = cue.cue.shape == "participle" or (
        cue.cue.shape == "verb" and page.words[cue.first][0] == "و"
    )
    return joined and not IN_IT.isdisjoint(page.words[first : cue.first])


@keep_answers
def find_sending(page: Page, first: int, at: int) -> Sending | None:
    """The letter told of before a token: who sent it to whom, or got it from whom; None where no verb says so."""
    for verb in range(at - 1, max(first, at - LONGEST) - 1, -1):
        if page.mark_at[verb] is not None:
            if _is_speech(page, verb):
                return None
            continue  # «خطاباً إلى شركة «الأفق»»
        way = tell_way(page.words[verb], _WAYS)
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
    if past_gender(page.words[verb], _REPLYING) and page.words[text][0] != "ب":
        return None  # «ردّ X برسالة»; not «ردّ X على رسالة»
    if way in _TO_ONE:
        gender = past_gender(page.words[verb], get_grammar("ar").words[way])
        return _writes_to(page, subject, text, gender)
    if subject is not None and not is_somebody(page, subject):
        return None
    if subject is not None and subject[0] <= text < subject[1]:
        subject = (subject[0], text)
    if way == "receiving":
        if past_gender(page.words[verb], _COMING_BY) and page.words[text][0] != "ب":
            return None  # «توصّل X برسالة»; not «توصّل X في دراسة إلى»
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


@lru_cache(maxsize=65536)
def tell_way(word: str, ways: tuple[str, ...]) -> str:
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
    return next((i for i in places if _is_letter(page, i)), None)


def _is_letter(page: Page, token: int) -> bool:
    """Tell whether at a token what is sent stands: a letter, a note, an answer, «بعث رداً», or a document."""
    if page.words[token] in _ANSWERS_SENT or is_note(page, token):
        return True
    texts, forms = load_letters("ar").texts, text_forms(page, token)
    if any(form in texts.alone for form in forms if form):
        return True
    return not get_grammar("ar").documents.isdisjoint(forms)


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
        if tell_way(page.words[verb], ("sending",)):
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
