"""What the words beside an Arabic quotation mark tell of it."""

from rawi.lang.speech import load_cues


def reports_at(words: tuple[str, ...], at: int) -> bool:
    """Tell whether an Arabic verb or participle of saying stands at a token."""
    lexicon = load_cues("ar")
    inside = 0 <= at < len(words) and words[at] in lexicon
    hit = lexicon.find(words, at) if inside else None
    return hit is not None and hit.value.shape in ("verb", "participle") and not hit.value.initial


def points_back(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the words at a token point back at what was said: «هذا ما صرّح به X», «هكذا قال».

    >>> points_back(("هذا", "ما", "صرح"), 0), points_back(("هذا", "العام"), 0)
    (True, False)
    """
    return words[at : at + 2] == ("هذا", "ما") or words[at : at + 1] == ("هکذا",)
