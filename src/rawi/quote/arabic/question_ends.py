"""Where an Arabic question ends and its answer begins, or it is told that none was given: «هل عادت، فأومأت وقالت: «…»», «هل راجعها أحد، فلم تتلقّ جواباً»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_plural_verb, is_verb
from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.holders import opens_time
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.words import is_asking, is_complementizer
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_BUT_NOT = frozenset({"فلم", "ولم", "لکنه", "لکنها", "لکنهم", "لکن"})
_ANSWERS = frozenset(
    {"جوابا", "ردا", "اجابه", "جواب", "رد"}
    | {"یجب", "تجب", "یجبه", "یجبها", "تجبه", "تجبها", "یجیبوا", "یرد", "ترد", "یردوا"}
)
_REPLYING = RETORTS | {"قال", "قالت", "قالوا", "اجابوا", "ردوا"}
_NEAR_ASKER = 10  # tokens from «رداً» to the verb of who asks
_NEAR_ANSWER = 4  # tokens of «لم تتلقّ أي جواب»


def find_answer(
    page: Page, sentence: PlacedSentence, cues: Sequence[PlacedCue], start: int
) -> int | None:
    """Where after a question the answer begins: «هل ما زالت على رأيها، فأومأت وقالت: «…»», «وحين سأله عما إذا كان سيعود، ابتسم»; `cues` begin with that of asking."""
    if not is_asking(page.words[cues[0].first]):
        return None
    words, asked = page.words, range(start + 1, sentence.last)
    paused = [i for i in asked if words[i - 1] in PAUSES and page.mark_at[i] is None]
    if (acted := next((i for i in paused if _acts_on_it(words[i])), None)) is not None:
        return acted
    if (left := next((i for i in paused if _stays_open(words, i)), None)) is not None:
        return left
    if opens_time(page, cues[0].first):
        told = _find_reply(page, cues[1:])
        if told is not None and not (paused and paused[0] < told):
            return told
    if opens_time(page, sentence.first + 1) or _answers_asker(page, sentence.first, cues[0].first):
        return next((i for i in asked if _ends_question(page, i)), None)
    for cue in cues[1:]:
        led = cue.cue.shape == "verb" and words[cue.last : cue.last + 1] == (":",)
        if led or "predicate" in cue.cue.frames:  # «، فكان جوابها: «…»»
            before = range(cue.first - 1, start, -1)
            return next((i for i in before if words[i] in PAUSES), None)
    return None


def _answers_asker(page: Page, first: int, verb: int) -> bool:
    """Tell whether a sentence opens with answering whoever then asks: «ورداً على صحافية شابة | سألتها هل»."""
    opening = page.words[first : first + 2]
    return opening in (("ردا", "علی"), ("وردا", "علی")) and verb - first < _NEAR_ASKER


def _find_reply(page: Page, cues: Sequence[PlacedCue]) -> int | None:
    """Where behind a question told in a clause of time the answer stands without a pause: «حين سألته متى بدأ الألم | قال: «…»», «| أجابت بسؤال: «…»»."""
    words = page.words
    for cue in cues:
        bare = words[cue.first - 1]
        led = (
            is_complementizer(bare) or bare in get_grammar("ar").words["relatives"] or bare == "ما"
        )
        if cue.cue.shape == "verb" and words[cue.first] in _REPLYING and not led:
            return cue.first
    return None


def _stays_open(words: Sequence[str], at: int) -> bool:
    """Tell whether at a token behind a pause it is told that no answer came: «، | فلم تتلقّ جواباً», «، | لكنه لم يردّ»."""
    near = words[at + 1 : at + 1 + _NEAR_ANSWER]
    return words[at] in _BUT_NOT and not _ANSWERS.isdisjoint(near)


def _acts_on_it(word: str) -> bool:
    """Tell whether behind a pause a word with «ف» tells in the past what the asked did: «، | فرفعن أيديهن», «، | فضحكوا»."""
    did = word[1:]
    if word[0] != "ف" or did[:1] in ("", "ی", "ت", "س"):
        return False
    theirs = did.endswith("ن") and (is_verb(did[:-1]) or is_verb(did[:-1] + "ت"))
    return theirs or is_verb(did) or is_plural_verb(did)


def _ends_question(page: Page, at: int) -> bool:
    """Tell whether a pause parts a question from the main clause: no «أو» and no «و» behind it."""
    after = page.words[at + 1 : at + 2]
    goes_on = after != () and (after[0] in ("او", "ام") or after[0].startswith("و"))
    return page.words[at] in PAUSES and page.mark_at[at] is None and not goes_on
