"""Whether a saying answers who spoke last, so that he hears it."""

from rawi.quote.arabic.answers import answers_nobody
from rawi.quote.arabic.marked_turns import replies
from rawi.quote.arabic.retorts import answers_him, retorts
from rawi.quote.arabic.rising import rises
from rawi.quote.arabic.same_talk import tells_of_text
from rawi.quote.arabic.told_anew import remembers, tells_anew
from rawi.quote.arabic.words import WAS
from rawi.quote.asking import answers, asks, ends_asking, interviews, writes
from rawi.quote.exchanges import Turn, asks_him, grants, takes_turn
from rawi.quote.nearness import follows, follows_on_line, in_one_sentence, is_near
from rawi.quote.page import Page
from rawi.quote.persian.hailed import asks_in_turn, ends_in_question, opens_in_marks
from rawi.quote.persian.listeners import answers_letter, cites_ruling
from rawi.quote.persian.told_elsewhere import tells_elsewhere
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_AFTER = frozenset({"بعد", "عقب", "قبل", "قبیل", "بعید", "اثر"})


def is_answered(page: Page, last: Turn, asker: Speaker, saying: Saying, speaker: Speaker) -> bool:
    """Tell whether a saying answers who spoke last; what one calls something answers nobody."""
    if saying.rule == "fa.label" or cites_ruling(page, saying):
        return False  # «X این را «Y» خواند»
    if remembers(page, last.saying, saying) and not retorts(page, saying):
        return False
    answers_one = _answers_in_arabic if saying.language == "ar" else _answers_in_persian
    return answers_one(page, last, asker, saying, speaker)


def _answers_in_persian(
    page: Page, last: Turn, asker: Speaker, saying: Saying, speaker: Speaker
) -> bool:
    """Tell whether a Persian saying answers who spoke last: he was near, and asked or spoke to who speaks now."""
    if tells_elsewhere(page, last.saying, saying):
        return False
    near = follows(page, last.saying, saying)
    if writes(page, last.saying):
        near = writes(page, saying)  # what is told after a letter is not told to its writer
    if last.saying.rule.endswith(".letter"):
        near = _answers_letter(page, saying)
    # «X به Y گفت: «C».», and in the next paragraph «Y پرسید: «D؟»»
    # «Y جواب داد: «C؟»», and in the next paragraph «X گفت: «D»»
    turn = saying.kind == "direct" and ends_in_question(page, last.saying)
    back = last.addressee is speaker and (asks(page, saying) or turn)
    back = back and is_near(page, last.saying, saying)
    near = near or back or _asks_in_turn(page, last, saying) or answers(page, saying)
    near = near or _takes_up(page, last, saying, speaker)
    asked = _is_asked(page, last, asker, saying, speaker)
    if _puts_question(page, last, saying) and not last.saying.aside:
        # «قاضی از X پرسید: «…» متهم گفت: «…»»: who is asked may be called otherwise.
        unnamed = last.addressee is None or not (last.addressee.named and speaker.named)
        asked = asked or (unnamed and not asks(page, saying))
    return near and asked


def _takes_up(page: Page, last: Turn, saying: Saying, speaker: Speaker) -> bool:
    """Tell whether words in marks with which a paragraph opens answer who asked or told something at the end of the one before: «X پرسید کلید کجاست.», then ««در جیبم»، Y گفت»."""
    if not opens_in_marks(page, saying) or not is_near(page, last.saying, saying):
        return False
    if writes(page, last.saying):
        return False  # ««C»، X در نامه ای به Y نوشت», and Y tells the press
    asked = asks(page, last.saying) or ends_in_question(page, last.saying)
    unnamed = last.addressee is None or not (last.addressee.named and speaker.named)
    return last.addressee is speaker or (unnamed and asked)


def _answers_in_arabic(
    page: Page, last: Turn, asker: Speaker, saying: Saying, speaker: Speaker
) -> bool:
    """Tell whether an Arabic saying answers who spoke last: as one asked, in turn, by a promise, or by a retort."""
    moved = _tells_habit(page, last.saying) or _moves_on(page, last.saying, saying)
    if moved and not retorts(page, saying):
        return False
    adds = saying.cue_class == "continuing" and saying.source is not None
    if adds or tells_of_text(page, saying):
        return False  # «وأضافت X أنّ», «وجاء في المذكرة أنّ»
    if saying.cue and answers_nobody(page, saying.cue):
        return False
    replied = last.addressee is speaker and replies(page, last.saying, saying)
    if replied or takes_turn(page, last, saying, speaker):
        return True
    if last.addressee is speaker and _speaks_in_turn(page, last, saying):
        return True
    follows_it = follows(page, last.saying, saying)
    heard = last.saying.kind == "direct" or follows_it
    heard = heard or follows_on_line(page, last.saying, saying)
    # «قالت X إنّ السؤال بسيط: كم يساوي؟», then ««ألف دولار»، رد Y»
    heard = heard or ends_asking(page, last.saying)
    # «اقترح جد أن C. «D»، ردت X»
    behind = bool(asker.roles) and saying.rule == "ar.mark-before"
    told = ((asker.named or asker.body or behind) and heard) or last.addressee is speaker
    if told and retorts(page, saying) and is_near(page, last.saying, saying):
        return True
    letter = last.saying.rule.endswith(".letter")
    if not (_answers_letter(page, saying) if letter else follows_it):
        return False
    put = asks_him(page, last.saying) and last.addressee in (None, speaker)
    told = last.addressee is speaker and tells_anew(page, last.saying, saying)
    told = told and not retorts(page, saying)
    asked = put or (_is_asked(page, last, asker, saying, speaker) and not told)
    asked = asked or (_puts_question(page, last, saying) and rises(page, saying))
    return asked or answers_him(page, saying) or grants(page, last, saying)


def _moves_on(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether an Arabic sentence opens after what happened since: «وبعد العرض، شكر X الجمهور وقال»; not «وبعد صمت قصير قال»."""
    here = page.sentence_at(saying.start)
    if here is None or in_one_sentence(page, before, saying):
        return False
    opening, noun = (page.words[here.first].removeprefix("و"), page.words[here.first + 1])
    return opening in _AFTER and noun.startswith("ال")


def _tells_habit(page: Page, saying: Saying) -> bool:
    """Tell whether an Arabic saying is what somebody used to say, which nobody answers now: «كانت تقول لابنها: «…»»."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None or page.words[saying.cue[0]][0] not in "یت":
        return False
    return any(word in WAS for word in page.words[sentence.first : saying.cue[0]])


def _speaks_in_turn(page: Page, last: Turn, saying: Saying) -> bool:
    """Tell whether words in marks of the next paragraph, with their verb behind them, are told by who was spoken to in marks by one person: ««خذي المفتاح»، قالت X لجارتها.» and then ««ولماذا؟» سألت الجارة»."""
    asker = last.speaker
    one = asker is not None and not (asker.body or asker.plural or interviews(asker, "ar"))
    told = last.saying.kind == "direct" and saying.kind == "direct"
    return one and told and saying.rule == "ar.mark-before" and is_near(page, last.saying, saying)


def _answers_letter(page: Page, saying: Saying) -> bool:
    """Tell whether a saying behind a letter answers its writer."""
    return answers_letter(page, saying) or retorts(page, saying)


def _is_asked(page: Page, last: Turn, asker: Speaker, saying: Saying, speaker: Speaker) -> bool:
    """Tell whether who speaks was spoken to, interviewed, or answers a question."""
    # «مجری از حاضران خواست C. X پرسید D» is told to no host
    others = saying.language == "fa" and last.addressee is not None and last.addressee.plural
    if last.addressee is speaker or (interviews(asker, saying.language) and not others):
        return True
    return _puts_question(page, last, saying) and answers(page, saying)


def _puts_question(page: Page, last: Turn, saying: Saying) -> bool:
    """Tell whether what was said last is a question."""
    return _asks_in_turn(page, last, saying) or asks(page, last.saying)


def _asks_in_turn(page: Page, last: Turn, saying: Saying) -> bool:
    """Tell whether what was said last asks in a dialogue, near what is said now."""
    return asks_in_turn(page, last.saying) and is_near(page, last.saying, saying)
