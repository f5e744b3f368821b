"""To whom something was said in Persian: «به خبرنگاران گفت», «در گفت وگو با X», «در پاسخ به پرسش X»."""

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.clauses import Context
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.saying import Range


def find_addressee(page: Page, first: int, last: int) -> Range | None:
    """Find to whom it was said: «به خبرنگاران گفت», «خطاب به X», «در گفت وگو با X», «در جمع X»."""
    words = page.words
    best: Range | None = None
    for i in range(first, last - 1):
        if page.mark_at[i] is not None:
            continue
        start = _addressee_start(page, i, last)
        if start is None:
            continue
        phrase = read_phrase(page, start, last)
        if phrase[1] > phrase[0] and page.count_words(*phrase) <= 8:
            best = phrase
            if words[i] != "به":
                return best
    return best


def _addressee_start(page: Page, i: int, last: int) -> int | None:
    """Where the addressee begins after the words that announce him; None when they are others."""
    words = page.words
    pair = words[i : i + 2]
    if pair == ("خطاب", "به"):
        return i + 2
    if words[i] in ("گفتوگو", "گفتگو", "مصاحبه", "گفتوگویی") and words[i + 1] == "با":
        return i + 2
    if words[i : i + 4] == ("گفت", "و", "گو", "با"):
        return i + 4
    if words[i] == "به" and i + 1 < last and words[i + 1] not in get_grammar("fa").circumstances:
        phrase = read_phrase(page, i + 1, last)
        # «به X گفت»: directly before the cue, or surely people, so that «به دلیل …» is not taken.
        other = i > 0 and words[i - 1] in get_grammar("fa").words["other_datives"]
        near = phrase[1] == last or _are_people(page, phrase)
        if near and page.count_words(*phrase) <= 8 and not other:
            return i + 1
    return None


def _are_people(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names a person or people: «رهبران جهان», «خبرنگاران»."""
    mention = page.mention_at.get(phrase[0])
    if mention:
        return mention.mention.type == "PER"
    head = page.words[phrase[0]]
    # A plural in ان of a common word; «پایان» and «میزان» only look like one.
    return (
        head.endswith("ان")
        and len(head) > 5
        and head.removesuffix("ان") in load_common("fa")
        and head not in get_grammar("fa").words["no_plurals"]
    )


def asker(context: Context, number: int) -> Range | None:
    """Whom an answer is given to: who asked earlier in the sentence."""
    page, sentence, cues = context
    for earlier in reversed(cues[:number]):
        if earlier.cue.shape == "content":
            asked = question_before(page, sentence.first, earlier.first)
            return page.trim(asked + 1, earlier.first) if asked is not None else None
    return None


def question_before(page: Page, first: int, at: int) -> int | None:
    """The noun for a question among the words before a place."""
    return next(
        (
            i
            for i in range(at - 1, first - 1, -1)
            if page.words[i] in get_grammar("fa").words["questions"]
        ),
        None,
    )
