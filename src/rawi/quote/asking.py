"""Tell whether a saying asks, answers or writes, by its cue."""

from functools import cache

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.quote.arabic.words import is_asking
from rawi.quote.page import Page
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker


def asks(page: Page, saying: Saying) -> bool:
    """Tell whether the cue of a saying is a form of asking, or a noun for a question."""
    cue = _cue(page, saying)
    if saying.language == "ar" and any(map(is_asking, cue)):
        return True  # تسألها, too
    return not _asking_words(saying.language).isdisjoint(cue)


@cache
def _asking_words(language: str) -> frozenset[str]:
    """The words for asking and questions."""
    sets = get_grammar(language).words
    return sets.get("asking", frozenset()) | sets.get("questions", frozenset())


def ends_asking(page: Page, saying: Saying) -> bool:
    """Tell whether what was said ends with a question mark."""
    return bool(saying.content) and page.words[saying.content[-1][1] - 1] in "؟?"


def requests(page: Page, saying: Saying) -> bool:
    """Tell whether a saying asks for something to be done, in Arabic by a noun or a clause, «طالب X البلدية بأن», in Persian also by a noun of pleading, «تقاضا کرد C»."""
    if saying.rule.endswith(".request"):
        return True
    if saying.language == "fa":
        return not get_grammar("fa").words["pleas"].isdisjoint(_cue(page, saying))
    cue = load_cues("ar").find(page.words, saying.cue[0]) if saying.cue else None
    return saying.language == "ar" and cue is not None and "request" in cue.value.frames


def answers(page: Page, saying: Saying) -> bool:
    """Tell whether the cue of a saying is one of answering."""
    answering = get_grammar(saying.language).words.get("answers", frozenset())
    return not answering.isdisjoint(_cue(page, saying))


def writes(page: Page, saying: Saying) -> bool:
    """Tell whether the cue of a Persian saying is a form of writing: نوشت, نوشته بود."""
    return any(word.startswith("نوشت") for word in _cue(page, saying))


def posts(page: Page, saying: Saying) -> bool:
    """Tell whether a Persian saying is written for everybody to read: «در حساب کاربری خود نوشته بود»."""
    here = page.sentence_at(saying.start)
    if saying.language != "fa" or here is None or not writes(page, saying) or saying.cue is None:
        return False
    pages, words = get_grammar("fa").words["public_pages"], page.words
    return any(
        words[i] in pages and words[i - 1] in ("در", "روی")
        for i in range(here.first + 1, saying.cue[0])
    )


def _cue(page: Page, saying: Saying) -> tuple[str, ...]:
    """The words of a cue."""
    return page.words[slice(*saying.cue)] if saying.cue else ()


def interviews(speaker: Speaker, language: str) -> bool:
    """Tell whether someone is a reporter, or reporters."""
    head = speaker.words[0] if speaker.words else ""
    alone = not speaker.named or len(speaker.words) == 1
    return alone and get_grammar(language).bare(head) in get_grammar(language).interviewers
