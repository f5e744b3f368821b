"""What an Arabic report says to be hoped, feared or due, which is nobody's speech: «يأمل السكان أن …», «محاكمة يُتوقع أن …»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.arabic.words import is_passive
from rawi.quote.page import Page, PlacedCue, PlacedSentence

_NEAR_BEFORE = 3  # tokens between words in marks and a verb behind them
_SHORTEST = 2  # words in marks
# Presents that are written like their passive.
_BELIEVING = frozenset({"یعتقد", "یرجح", "یظن", "یفترض", "یشتبه", "یخشی"})
_EXPECTED = frozenset({"یتوقع", "یرجح", "یشترط", "ینتظر"})


def is_only_hoped(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether something is hoped or feared without words of it in marks, or expected by nobody named."""
    if "quoted" in cue.cue.frames:
        near = max(sentence.first, cue.first - _NEAR_BEFORE)
        before = any(
            near <= mark[1] for mark in page.marked_within(0, cue.first) if mark[1] <= cue.first
        )
        return not before and not _quotes_after(page, cue.last, sentence.last)
    if _is_believed(page, cue) or _is_due(page, sentence, cue):
        return True
    return (
        "wish" in cue.cue.frames
        and page.words[cue.first].lstrip("وف")[0] in "یت"
        and is_passive(page, cue.first)
    )


def _is_believed(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «what is believed to be» only says what something may be: «عثروا على ما يُعتقد أنه معبد»."""
    believed = page.words[cue.first - 1] == "ما" and page.words[cue.first] in _BELIEVING
    return believed and page.words[cue.last : cue.last + 1] in (("انه",), ("انها",), ("انهم",))


def _is_due(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a paragraph opens with what is expected, and nobody named who expects it: «ويتوقع أن تصدر المحكمة قرارها»."""
    opens = page.paragraphs[sentence.paragraph].first == cue.first == sentence.first
    due = page.words[cue.first].removeprefix("و") in _EXPECTED
    return opens and due and page.words[cue.last : cue.last + 1] == ("ان",)


def _quotes_after(page: Page, first: int, last: int) -> bool:
    """Tell whether words in marks that are no title follow before the next word of saying."""
    later = page.cues(first, last, "ar")
    stop = later[0].first if later else last
    titling = get_grammar("ar").words["titling"]
    marks = page.marked_within(first, stop)
    return any(
        page.count_words(*mark) >= _SHORTEST and page.words[mark[0] - 2] not in titling
        for mark in marks
    )


def hopes(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a verb of hoping or fearing stands at a token.

    >>> hopes(("یامل",), 0), hopes(("قال",), 0)
    (True, False)
    """
    hit = load_cues("ar").find(words, at)
    return hit is not None and "quoted" in hit.value.frames
