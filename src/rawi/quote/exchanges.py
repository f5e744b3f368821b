"""The turns of a dialogue so far, and whom they show a Persian speaker to talk with: «شما …», «در پاسخ به پرسشی گفت»."""

from collections.abc import Sequence
from typing import NamedTuple

from rawi.quote.asking import interviews
from rawi.quote.nearness import follows, follows_on_line
from rawi.quote.page import Page
from rawi.quote.persian.hearers import is_somebodys
from rawi.quote.persian.listeners import says_you
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker, is_part


class Turn(NamedTuple):
    """One saying of a dialogue."""

    saying: Saying
    speaker: Speaker | None
    addressee: Speaker | None


def find_partner(
    page: Page, turns: Sequence[Turn], saying: Saying, speaker: Speaker
) -> Speaker | None:
    """Whom a Persian speaker calls you in a talk of two, the one who spoke to him before; and whom his companion spoke to."""
    if turns and adds_beside(page, turns[-1], saying):
        return turns[-1].addressee
    if saying.language != "fa" or saying.kind != "direct" or speaker.body:
        return None
    last = next((turn for turn in reversed(turns) if turn.addressee is speaker), None)
    if last is None or last.speaker is None or last.speaker.body:
        return None
    return last.speaker if says_you(page, saying.content[0]) else None


def takes_turn(page: Page, last: Turn, saying: Saying, speaker: Speaker) -> bool:
    """Tell whether an Arabic line that opens with a name and a colon is of whom the line before it spoke to: «سألت X Y: «C؟»», then «Y: «D»»."""
    told = last.addressee
    if (
        told is None
        or saying.rule != "ar.headline"
        or not follows_on_line(page, last.saying, saying)
    ):
        return False
    named = told.named and speaker.named
    return told is speaker or (named and is_part(speaker.words, told.words))


def find_questioner(turns: Sequence[Turn], talk: Turn | None, speaker: Speaker) -> Speaker | None:
    """Who asks a Persian speaker where it is not told: with whom he talks, else the reporters he spoke to."""
    if talk is not None and talk.speaker is speaker:
        return talk.addressee
    heard = (t.addressee for t in reversed(turns) if t.speaker is speaker and t.addressee)
    last = next(heard, None)
    return last if last is not None and interviews(last, "fa") else None


def speaks_on_in_marks(page: Page, before: Saying, saying: Saying) -> bool:
    """Tell whether two Persian sayings are halves of one speech in marks: «به X گفت: «…». وی افزود: «…»»."""
    return before.addressee is not None and all(
        one.kind == "direct" and page.mark_at[one.content[0][0]] is not None
        for one in (before, saying)
    )


def adds_beside(page: Page, last: Turn, saying: Saying) -> bool:
    """Tell whether a Persian companion of who spoke to the press adds something: «X به خبرنگار ما گفت: C. دوستش اضافه کرد: D»."""
    if saying.language != "fa" or saying.source is None or saying.cue_class != "continuing":
        return False
    if last.addressee is None or not interviews(last.addressee, "fa"):
        return False
    return is_somebodys(page.words[saying.source[0]]) and follows(page, last.saying, saying)
