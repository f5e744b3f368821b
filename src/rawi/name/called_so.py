"""What somebody calls something behind his name, and is no part of that: «وصف سالم حداد | القرار بأنه خطأ»."""

from rawi.lang.common import takes_article
from rawi.lang.known_names import load_known_names
from rawi.lang.speech import load_cues
from rawi.lang.verbs import deems
from rawi.name.marks import OPENERS

_AS = frozenset({("بانه",), ("بانها",), ("بانهم",), ("بان",), ("ب",)})
_FARTHEST = 3  # tokens from the verb over a role to the name
_ON_THAT = frozenset({("علی", "انه"), ("علی", "انها"), ("علی", "انهم")})


def is_called_so(words: tuple[str, ...], start: int, at: int) -> bool:
    """Tell whether at a token behind a name that begins at another stands what its bearer calls something; no family's name.

    >>> words = ("وصف", "سالم", "حداد", "القرار", "بانه", "خطا")
    >>> is_called_so(words, 1, 3), is_called_so(words, 1, 2)
    (True, False)
    """
    behind = words[at + 1 : at + 2]
    as_what = behind in _AS or words[at + 1 : at + 3] in _ON_THAT
    as_what = as_what or (behind != () and behind[0] in OPENERS)  # «اعتبر سالم حداد القرار «خطأ»»
    if at <= start or not as_what or not words[at].startswith("ال"):
        return False
    noun = takes_article(words[at].removeprefix("ال"))
    if not noun or words[at] in load_known_names("ar").surnames:
        return False
    return any(_calls(words, i) for i in range(start - 1, start - 1 - _FARTHEST, -1))


def _calls(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token a verb stands with which one calls something so: وصف, اعتبرت."""
    if at < 0:
        return False
    if deems(words[at]):
        return True
    verb = load_cues("ar").find(words, at)
    return verb is not None and verb.value.shape == "verb" and "label" in verb.value.frames
