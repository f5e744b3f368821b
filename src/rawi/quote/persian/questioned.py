"""Who speaks behind a clause that tells of his being questioned: «از X بازجویی شد و پذیرفت که C»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.phrases import JOINTS, PAUSES, read_phrase
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak, is_one
from rawi.quote.saying import Range

_WAS = (
    "شد",
    "شده",
    "میشود",
    "گردید",
    "گردیده",
    "گرفت",
    "گرفته",
    "کردند",
    "کردهاند",
    "خواست",
    "خواسته",
)
_LONGEST = 10  # tokens from «از» to the verb
_FARTHEST = 8  # tokens from the joint to the cue


def find_questioned(page: Page, first: int, cue: int) -> Range | None:
    """Whom nobody told of questioned in the clause before that of a cue at a token, which names no subject."""
    words = page.words
    near = range(cue - 1, max(first + 2, cue - _FARTHEST) - 1, -1)
    joint = next((i for i in near if words[i] in JOINTS or is_finite(page, i)), None)
    if joint is None or words[joint] not in JOINTS:
        return None
    end = joint - (words[joint - 1] in PAUSES)
    if not follows_finite_verb(page, end):
        return None
    verb = next((i for i in range(end - 1, end - 3, -1) if words[i].startswith(_WAS)), None)
    if verb is None or words[verb - 1] not in get_grammar("fa").words["questionings"]:
        return None
    for i in range(verb - 2, max(first, verb - _LONGEST) - 1, -1):
        if words[i] == "از" and page.mark_at[i] is None:
            phrase = read_phrase(page, i + 1, verb - 1)
            speaks = can_speak(page, phrase) or is_one(page, phrase)
            opens = i == first or not can_speak(page, read_phrase(page, first, i))
            return phrase if speaks and opens else None
    return None
