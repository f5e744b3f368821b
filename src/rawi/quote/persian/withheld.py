"""Where after a Persian content the outlet tells what its speaker, or who looks into the matter, left unsaid: «گفت C، اما نامش را فاش نکرد»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.phrases import BUT, PAUSES, read_phrase
from rawi.quote.persian.verbs import follows_finite_verb, is_past, is_past_participle
from rawi.quote.persian.voices import can_speak, find_head

_EVEN_SO = frozenset({("با", "این", "حال"), ("با", "وجود", "این"), ("با", "این", "وجود")})
_SAYING = frozenset({"نگفت", "نگفتند", "نگفته", "ننوشت", "ننوشتند"})
_BEFORE = 4  # tokens between what is left unsaid and its verb
_SHORTEST = 2  # tokens of what was said


def find_withheld(page: Page, cue: PlacedCue, start: int, last: int) -> int | None:
    """The border behind the content of a cue, which begins at a token, where it is told what was left unsaid."""
    words = page.words
    for i in range(start + _SHORTEST, last - 2):
        behind = _behind_joint(words, i)
        if behind is None or page.mark_at[i] is not None:
            continue
        border = i - (words[i - 1] in PAUSES)
        if not follows_finite_verb(page, border):
            continue
        verb = _denied_verb(page, behind, last)
        if verb is not None and _is_outlets(page, cue, (border, behind, verb)):
            return border
    return None


def _behind_joint(words: tuple[str, ...], at: int) -> int | None:
    """The token behind «اما», «هرچند», «با این حال» at a token; None where none stands."""
    if words[at] in BUT or words[at] in get_grammar("fa").words["concessions"]:
        return at + 1
    return at + 3 if words[at : at + 3] in _EVEN_SO else None


def _denied_verb(page: Page, first: int, last: int) -> int | None:
    """The verb with which a clause tells that something was not said: «فاش نکرد», «توضیحی نداده است», «نگفت»."""
    for i in range(first, last):
        word = page.words[i]
        if word in PAUSES or word == "که" or page.mark_at[i] is not None:
            return None
        if word[0] == "ن" and (is_past(word) or is_past_participle(word)):
            return i if _is_unsaid(page.words, first, i) else None
    return None


def _is_unsaid(words: tuple[str, ...], first: int, verb: int) -> bool:
    """Tell whether a denied verb is one of telling: «نگفت», «مشخص نکرد», «جزئیاتی ارائه نداد»."""
    near = words[max(first, verb - _BEFORE) : verb]
    unsaid = get_grammar("fa").words["unsaid"]
    return words[verb] in _SAYING or not unsaid.isdisjoint(near)


def _is_outlets(page: Page, cue: PlacedCue, clause: tuple[int, int, int]) -> bool:
    """Tell whether the outlet tells the clause: of investigators and officials, or in the past of who spoke behind what was not."""
    border, first, verb = clause
    words = page.words
    subject = read_phrase(page, first, verb)
    if can_speak(page, subject):
        head = words[find_head(page, subject)].removesuffix("ی")
        return head in get_grammar("fa").words["authorities"]
    told = not is_past(words[border - 1]) and cue.cue.shape == "verb"
    ends = words[verb].endswith("ند")
    return told and is_past(words[verb]) and ends == cue.cue.plural
