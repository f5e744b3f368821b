"""Where an Arabic sentence turns back from what was said to who said it: «…، لكنها رحّبت بـ», «…، قبل أن تعطي الكلمة»."""

from rawi.lang.common import takes_article
from rawi.lang.people import Gender
from rawi.lang.verbs import is_verb, verb_gender
from rawi.quote.arabic.holders import gender_before
from rawi.quote.page import Page, PlacedCue

_HE_BUT: dict[str, Gender] = {
    "لکنه": "m", "ولکنه": "m", "لکنها": "f", "ولکنها": "f", "وهو": "m", "وهی": "f",
}  # fmt: skip
_THOUGH = frozenset({"رغم", "مع"})
_HE: dict[str, Gender] = {"انه": "m", "انها": "f"}
_NOT = frozenset({"لم", "لا", "لن"})


def speaker_gender(page: Page, first: int, cue: PlacedCue) -> Gender | None:
    """The gender a cue shows of who speaks, for a verbal noun that of the verb before it."""
    if cue.cue.shape == "masdar":
        return cue.cue.gender or gender_before(page, first, cue.first)
    return cue.cue.gender


def turns_to_speaker(page: Page, at: int, gender: Gender | None, start: int) -> bool:
    """Tell whether after a pause the outlet goes on with who spoke: a pronoun or verb agrees with him, not with what his words are about."""
    words = page.words
    if gender is None or at + 2 >= len(words):
        return False
    if words[at] in _HE_BUT and _is_done(words, at + 1):
        turned: Gender | None = _HE_BUT[words[at]]
    elif words[at] in _THOUGH and words[at + 1] in _HE and _is_done(words, at + 2):
        turned = _HE[words[at + 1]]
    elif words[at] == "وقد":
        turned = verb_gender(words[at + 1])
    elif words[at : at + 2] == ("قبل", "ان"):
        turned = verb_gender(words[at + 2])
    else:
        return False
    about = _gender_of_noun(page, start)
    return turned == gender and about is not None and about != gender


def _is_done(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a verb stands at a token, or behind «لم» and its kin."""
    at += words[at] in _NOT
    return at < len(words) and is_verb(words[at])


def _gender_of_noun(page: Page, token: int) -> Gender | None:
    """The gender of the noun or verb a clause opens with, None for any other word."""
    word = page.words[token]
    if is_verb(word):
        return verb_gender(word)
    written = page.written((token, token + 1))
    if not (word.startswith("ال") or takes_article(word) or takes_article(word[:-1])):
        return None
    return "f" if written.endswith(("ة", "ات")) else "m"
