"""Whether a saying answers who spoke last, so that he hears it."""

from rawi.quote.arabic.answers import answers_nobody
from rawi.quote.arabic.listeners import answers_him, retorts
from rawi.quote.arabic.marked_turns import replies
from rawi.quote.arabic.same_talk import tells_of_text
from rawi.quote.asking import answers, asks, interviews, writes
from rawi.quote.exchanges import Turn, asks_him, grants, remembers, takes_turn
from rawi.quote.nearness import follows, follows_on_line, is_near
from rawi.quote.page import Page
from rawi.quote.persian.hailed import asks_in_turn
from rawi.quote.persian.listeners import answers_letter, cites_ruling
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker


def is_answered(page: Page, last: Turn, asker: Speaker, saying: Saying, speaker: Speaker) -> bool:
    """Tell whether a saying answers who spoke last; what one calls something answers nobody."""
    adds = saying.cue_class == "continuing" and saying.source is not None
    tells = saying.language == "ar" and (adds or tells_of_text(page, saying))
    if tells or saying.rule == "fa.label" or cites_ruling(page, saying):
        return False  # «وأضافت X أنّ», «وجاء في المذكرة أنّ», «X این را «Y» خواند»
    if remembers(page, last.saying, saying) and not retorts(page, saying):
        return False
    near = follows(page, last.saying, saying)
    if saying.language == "ar" and saying.cue and answers_nobody(page, saying.cue):
        return False
    if saying.language == "fa" and writes(page, last.saying):
        # What is told after a letter is not told to its writer.
        near = writes(page, saying)
    if last.saying.rule.endswith(".letter"):
        near = answers_letter(page, saying) or retorts(page, saying)
    # «X به Y گفت: «C».», and in the next paragraph «Y پرسید: «D؟»»
    back = last.addressee is speaker and asks(page, saying)
    back = back and is_near(page, last.saying, saying)
    turn = asks_in_turn(page, last.saying) and is_near(page, last.saying, saying)
    near = near or (saying.language == "fa" and (back or turn or answers(page, saying)))
    asked = last.addressee is speaker or interviews(asker, saying.language)
    question = turn or asks(page, last.saying)
    asked = asked or (question and answers(page, saying))
    if saying.language == "fa" and question and not last.saying.aside:
        # «قاضی از X پرسید: «…» متهم گفت: «…»»: who is asked may be called otherwise.
        unnamed = last.addressee is None or not (last.addressee.named and speaker.named)
        asked = asked or (unnamed and not asks(page, saying))
    if saying.language == "ar":
        replied = last.addressee is speaker and replies(page, last.saying, saying)
        if replied or takes_turn(page, last, saying, speaker):
            return True
        put = asks_him(page, last.saying) and last.addressee in (None, speaker)
        asked = asked or put or answers_him(page, saying)
        asked = asked or grants(page, last, saying)
        heard = last.saying.kind == "direct" or follows(page, last.saying, saying)
        heard = heard or follows_on_line(page, last.saying, saying)
        # «اقترح جد أن C. «D»، ردت X»
        behind = bool(asker.roles) and saying.rule == "ar.mark-before"
        told = ((asker.named or asker.body or behind) and heard) or last.addressee is speaker
        if told and retorts(page, saying) and is_near(page, last.saying, saying):
            return True
    return near and asked
