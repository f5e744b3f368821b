"""Which outlet or reporter reached a Persian speaker, who therefore speaks to it: «وقتی روزنامهٔ X با او تماس گرفت، گفت: C»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import heads_outlet
from rawi.quote.page import Page
from rawi.quote.persian.gestures import find_interrupted
from rawi.quote.persian.hearers import TALKING, is_unknown_name
from rawi.quote.persian.phrases import HE, PAUSES
from rawi.quote.persian.raised import find_raised
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import follows_finite_verb
from rawi.quote.saying import Range, Saying

_LONGEST = 4  # tokens between him and the end of the verb: «تلفنی تماس گرفته بود»


def find_caller(page: Page, first: int, last: int) -> Range | None:
    """The outlet or reporter of whom tokens tell that it called or talked with «او»; or who laid a matter before whom they name."""
    words, sets = page.words, get_grammar("fa").words
    if (raised := find_raised(page, first, last)) is not None:
        return raised.raiser
    for i in range(first + 1, last - 3):
        if words[i] not in ("با", "به") or words[i + 1] not in HE or page.mark_at[i] is not None:
            continue
        reached = range(i + 2, min(last - 1, i + _LONGEST))
        noun = next((k for k in reached if words[k] in sets["contacts"] or words[k] in TALKING), 0)
        if noun and follows_finite_verb(page, noun + 2):
            begun = _begin_of_clause(page, first, i)
            caller = find_subject(page, begun, i)
            return caller if caller and _is_reporter(page, caller) else None
    return None


def find_caller_before(page: Page, saying: Saying) -> Range | None:
    """The caller the sentence before a saying tells of, in its paragraph, or whose talk was cut there: «X حرف Y را قطع کرد. او گفت: C»."""
    if saying.language != "fa" or saying.cue is None or saying.heir:
        return None
    before = page.sentence_before(saying.start, in_paragraph=True)
    if before is None:
        return None
    same = saying.source is None or page.words[saying.source[0]] in HE
    cut = find_interrupted(page, before.first, before.last) if same else None
    named = cut is not None and cut[1] - cut[0] > 1  # «حرفش را برید» names nobody
    return find_caller(page, before.first, before.last) or (cut if named else None)


def _begin_of_clause(page: Page, first: int, at: int) -> int:
    """Where the clause of a token begins: behind «وقتی» or «هنگامی که», else behind the last pause."""
    opening = get_grammar("fa").words["time_conjunctions"]
    begins = (i for i in range(at - 1, first - 1, -1) if page.words[i] in opening | {"که"} | PAUSES)
    return next(begins, first - 1) + 1


def _is_reporter(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is an outlet, somebody of one who asks, or a name from abroad that is no person's: «اسکای نیوپورت»."""
    head = page.words[phrase[0]]
    if is_unknown_name(page, phrase):
        return True
    asks = head in get_grammar("fa").interviewers
    return asks or page.names_outlet(phrase[0]) or heads_outlet(page.words, phrase[0], "fa")
