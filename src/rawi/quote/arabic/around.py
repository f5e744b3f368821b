"""What is said around an attribution between commas: «فالإدارة، بحسب قوله، وزعت المحالّ»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.clauses import Context, content_end
from rawi.quote.arabic.endings import is_accusative
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.subjects import is_surely_someone
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST_PLAIN = 4  # words before an attribution; of so many or more it is not told by their number whether they are a clause
_SHORTEST = 2
# What a denial goes on to but: «ولم يغلق بابه، كما يقول، سوى مرة».
_EXCEPT = frozenset({"سوی", "الا"})
_DENYING = frozenset({"ولم", "ولن", "ولا", "وما", "فلم", "فلا"})
# What may stand before what is said of a subject, beside a verb.
PREDICATES = frozenset({"لم", "لا", "لن", "ما", "لیس", "لیست", "کان", "کانت", "کانوا", "قد", "سوف"})


def read_around(
    context: Context, number: int, done: int, start: int | None
) -> tuple[Range, Range] | None:
    """The subject before an attribution between commas and what is said of it behind, at `start`: «فالإدارة، بحسب قوله، وزعت المحالّ»."""
    page, _, cues = context
    words, cue = page.words, cues[number]
    if start is None or words[start - 1] not in PAUSES or words[cue.first - 1] not in PAUSES:
        return None
    done = _denial_before(page, done, cue.first) if words[start] in _EXCEPT else done
    head = page.trim(_after_joints(words, done, cue.first), cue.first)
    if head is None and words[done] in get_grammar("ar").demonstratives:
        head = done, done + 1  # «هذا، كما قيل، ضرب من الجنون»
    if head is None:
        return None
    this = words[head[0]] in get_grammar("ar").demonstratives
    bare = this or _is_bare_subject(page, head)
    if not (_is_parted(page, head, start) if bare else goes_on(page, start)):
        return None
    said = page.trim(start, content_end(context, number, start))
    return (head, said) if said and page.count_words(*said) >= _SHORTEST else None


def _denial_before(page: Page, first: int, stop: int) -> int:
    """Where the clause begins that denies all but what follows an attribution: «ورث المكان، | ولم يغلق بابه، كما يقول، سوى مرة»; where none does, the same token."""
    last = range(stop - 1, first, -1)
    denies = (i for i in last if page.words[i] in _DENYING and page.words[i - 1] in PAUSES)
    return next(denies, first)


def _is_parted(page: Page, head: Range, start: int) -> bool:
    """Tell whether behind an attribution it is said what a bare subject before it does or is."""
    words = page.words
    says = is_verb(words[start]) or words[start] in PREDICATES
    joined = words[start].startswith("و") or words[start] in get_grammar("ar").conjunctions
    return says or (page.count_words(*head) < _LONGEST_PLAIN and not joined)


def goes_on(page: Page, start: int) -> bool:
    """Tell whether a clause begun before an attribution goes on behind it: «أنفق المال، حسب التقرير، على التذاكر», «قد يكون القرن، كما قال، مجرد زينة»."""
    start += page.words[start] in MARKS
    word = page.words[start]
    if word in ("علی", "الی", "من"):
        return page.words[start + 1] not in get_grammar("ar").words["where_told"]
    if word in _EXCEPT:
        return True
    if word in PREDICATES or (is_verb(word) and word[0] not in "وف"):
        return True
    bare = takes_article(word) and start not in page.mention_at
    return (
        bare and not is_surely_someone(page, (start, start + 1)) and not is_accusative(page, start)
    )


def _after_joints(words: tuple[str, ...], first: int, stop: int) -> int:
    """The token after «غير أنّ», «كما أنّ», «لكنّ» at a place."""
    while first < stop and (
        words[first] in get_grammar("ar").conjunctions
        or words[first] in ("غیر", "الا", "بید")
        or is_complementizer(words[first])
    ):
        first += 1
    return first


def _is_bare_subject(page: Page, head: Range) -> bool:
    """Tell whether words are a definite noun of which nothing is said yet: «فالإدارة», «والعقود التي وقّعت»; no pause, no verb."""
    first, last = head
    words, grammar = page.words, get_grammar("ar")
    word = words[first][1:] if words[first].startswith(("وال", "فال")) else words[first]
    named = first in page.mention_at and page.mention_at[first].first == first
    if not (word.startswith("ال") or named) or word in grammar.prepositions:
        return False
    relative = next((i for i in range(first, last) if words[i] in grammar.words["relatives"]), last)
    verbs = any(
        (is_verb(words[i]) or words[i] in PREDICATES) and i not in page.mention_at
        for i in range(first, relative)
    )
    return not verbs and all(page.is_word(i) for i in range(first, last))
