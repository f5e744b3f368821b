"""The verb of an Arabic attribution, «بحسب ما ذكرته X», «كما قالت X», and what it tells of who speaks."""

from typing import Literal

from rawi.lang.reading import Found
from rawi.lang.speech import Cue, load_cues, load_cues_behind
from rawi.lang.verbs import is_verb, verb_gender
from rawi.quote.arabic.also_did import did_also
from rawi.quote.arabic.hoped import hopes
from rawi.quote.arabic.words import WAS, is_complementizer
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_NEAR_THAT = 12  # tokens after a verb
_KNOWING = frozenset({"علم", "علمت", "یظهر", "تظهر", "ظهر", "ظهرت", "تبین", "اتضح"})
# What goes with a verb of telling: أفادت به, كشفت عنه.
RESUMING = frozenset({"به", "عنه", "عنها", "فیه", "الیه", "له", "بها"})
# Also conjunctions: they attribute only after a pause.
_AMBIGUOUS = frozenset({"کما", "علی", "مثلما", "هذا"})


def told_by(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> int | None:
    """The token after the verb of «بحسب ما ذكرته», None where it is no attribution: «كما قال إنّ …» says something more."""
    words, at = page.words, cue.last
    if at >= sentence.last:
        return None
    first = words[cue.first].removeprefix("و")
    paused = cue.first > sentence.first and not page.is_word(cue.first - 1)
    if first in _AMBIGUOUS and not (paused and words[cue.first] == first):
        return None
    if first == "هذا" and load_cues("ar").find(words, at):
        return None  # «هذا ما صرّح به»: the verb is a cue of its own, أعلنته is none
    hit = _find_verb(words, at, telling=first in _AMBIGUOUS)
    if hit is None:
        return None
    while hit < sentence.last and words[hit] in RESUMING:
        hit += 1
    if first == "کما" and did_also(page, at, hit, sentence.last):
        return None
    near = words[hit : min(hit + _NEAR_THAT, sentence.last)]
    if first in _AMBIGUOUS and (":" in near[:6] or any(map(is_complementizer, near))):
        return None
    return hit


def verb_of_more(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> PlacedCue | None:
    """The verb of «كما ذكرت في تصريح أنّ C», which says something more and whom nobody follows up to a pause; None for any attribution."""
    words, verb = page.words, cue.last - 1
    if cue.cue.shape != "attribution" or verb == cue.first:
        return None
    near = words[cue.last : min(cue.last + _NEAR_THAT, sentence.last)]
    that = next((i for i, word in enumerate(near) if is_complementizer(word)), None)
    if words[cue.first].removeprefix("و") not in _AMBIGUOUS or that is None or "،" in near[:that]:
        return None
    hit = load_cues("ar").find(words, verb)
    return PlacedCue(verb, hit.end, hit.value) if hit and hit.value.shape == "verb" else None


def teller_gender(page: Page, cue: PlacedCue) -> Literal["m", "f"] | None:
    """What the verb of an attribution says of its subject: «حسبما وعدت» is her promise."""
    words = page.words[cue.last : cue.last + 2]
    verb = words[1] if words[0] in WAS and len(words) > 1 else words[0]
    hit = load_cues("ar").find((verb,), 0)
    return hit.value.gender if hit and hit.value.shape == "verb" else verb_gender(verb)


def is_told_by_nobody(page: Page, cue: PlacedCue) -> bool:
    """Tell whether the verb of an attribution is a passive: «كما قيل لي»."""
    hit = load_cues("ar").find(page.words, cue.last)
    return hit is not None and hit.value.passive


def find_telling_verb(words: tuple[str, ...], at: int) -> Found[Cue] | None:
    """The verb of saying at a token, perhaps with the pronoun that stands for what was said: «ما | روته X»; its end counts from the token."""
    for form in (words[at], words[at].removesuffix("ه")):
        hit = load_cues("ar").find((form, *words[at + 1 : at + 3]), 0)
        if hit is not None and hit.value.shape == "verb":
            return hit
    return None


def _find_verb(words: tuple[str, ...], at: int, *, telling: bool) -> int | None:
    """The token after a verb of saying, with the pronoun that stands for what was said: ذكرته; any verb unless it must be one of `telling`."""
    if words[at] in WAS:
        at += 1
    if hopes(words, at):
        return None
    if at >= len(words):
        return None
    if (known := find_telling_verb(words, at)) is not None:
        return at + known.end
    for form in (words[at], words[at].removesuffix("ه")):
        behind = load_cues_behind("ar").find((form,), 0)  # «…، كما مزح»
        if form in _KNOWING or behind or (is_verb(form) and not telling):
            return at + 1  # «كما تفقّد الحضور القاعة» tells nothing
    return None
