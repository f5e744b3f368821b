"""Where an Arabic question ends and its answer begins, or it is told that none was given: «هل عادت، فأومأت وقالت: «…»», «هل راجعها أحد، فلم تتلقّ جواباً»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_plural_verb, is_verb
from rawi.quote.arabic.holders import opens_time
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_BUT_NOT = frozenset({"فلم", "ولم", "لکنه", "لکنها", "لکنهم", "لکن"})
_ANSWERS = frozenset({"جوابا", "ردا", "اجابه", "جواب", "رد"})
_ANSWERING = frozenset({"یجب", "تجب", "یجبه", "یجبها", "تجبه", "تجبها", "یجیبوا", "یرد", "ترد", "یردوا"})  # fmt: skip
_NEAR_ANSWER = 4  # tokens of «لم تتلقّ أي جواب»


def find_answer(
    page: Page, sentence: PlacedSentence, cues: Sequence[PlacedCue], start: int
) -> int | None:
    """Where after a question the answer begins: «هل ما زالت على رأيها، فأومأت وقالت: «…»», «وحين سأله عما إذا كان سيعود، ابتسم»; `cues` begin with that of asking."""
    if page.words[cues[0].first] not in get_grammar("ar").words["asking"]:
        return None
    asked = range(start + 1, sentence.last)
    if (acted := next((i for i in asked if _acts_on_it(page, i)), None)) is not None:
        return acted
    if (left := next((i for i in asked if _stays_open(page, i)), None)) is not None:
        return left
    if opens_time(page, sentence.first + 1):
        return next((i for i in asked if _ends_question(page, i)), None)
    for cue in cues[1:]:
        if cue.cue.shape == "verb" and page.words[cue.last : cue.last + 1] == (":",):
            pauses = [i for i in range(start + 1, cue.first) if page.words[i] in PAUSES]
            return pauses[-1] if pauses else None
    return None


def _stays_open(page: Page, at: int) -> bool:
    """Tell whether after a pause it is told that no answer came: «، | فلم تتلقّ جواباً», «، | لكنه لم يردّ»."""
    paused = page.words[at - 1] in PAUSES and page.mark_at[at] is None
    if not paused or page.words[at] not in _BUT_NOT:
        return False
    near = page.words[at + 1 : at + 1 + _NEAR_ANSWER]
    return not _ANSWERS.isdisjoint(near) or not _ANSWERING.isdisjoint(near)


def _acts_on_it(page: Page, at: int) -> bool:
    """Tell whether after a pause with «ف» it is told in the past what the asked did: «، | فرفعن أيديهن», «، | فضحكوا»."""
    word, before = page.words[at], page.words[at - 1]
    if before not in PAUSES or page.mark_at[at] is not None or word[0] != "ف":
        return False
    did = word[1:]
    if did[:1] in ("", "ی", "ت", "س"):
        return False
    theirs = did.endswith("ن") and (is_verb(did[:-1]) or is_verb(did[:-1] + "ت"))
    return theirs or is_verb(did) or is_plural_verb(did)


def _ends_question(page: Page, at: int) -> bool:
    """Tell whether a pause parts a question from the main clause: no «أو» and no «و» behind it."""
    after = page.words[at + 1 : at + 2]
    goes_on = after != () and (after[0] in ("او", "ام") or after[0].startswith("و"))
    return page.words[at] in PAUSES and page.mark_at[at] is None and not goes_on
