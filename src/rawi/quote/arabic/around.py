"""What is said around an attribution between commas: «فالإدارة، بحسب قوله، وزعت المحالّ»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.clauses import Context, content_end
from rawi.quote.arabic.openings import PAUSES
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page
from rawi.quote.saying import Range

_LONGEST_PLAIN = 4  # words before an attribution; of so many or more it is not told by their number whether they are a clause
_SHORTEST = 2
# What may stand before what is said of a subject, beside a verb.
PREDICATES = frozenset({"لم", "لا", "لن", "ما", "لیس", "لیست", "کان", "کانت", "کانوا", "قد", "سوف"})


def read_around(
    context: Context, number: int, done: int, after: int, start: int | None
) -> tuple[Range, Range] | None:
    """The subject before an attribution between commas and what is said of it behind, at `start`: «فالإدارة، بحسب قوله، وزعت المحالّ».

    `after`: the token after the source.
    """
    page, sentence, cues = context
    words, cue = page.words, cues[number]
    if after >= sentence.last or words[after] not in PAUSES or words[cue.first - 1] not in PAUSES:
        return None
    begun = _after_joints(words, done, cue.first)
    head = page.trim(begun, cue.first)
    if head is None or start is None or not _is_bare_subject(page, head):
        return None
    goes_on = is_verb(words[start]) or words[start] in PREDICATES
    joined = words[start].startswith("و") or words[start] in get_grammar("ar").conjunctions
    short = page.count_words(*head) < _LONGEST_PLAIN
    if not (goes_on or (short and not joined)):
        return None
    said = page.trim(start, content_end(context, number, start))
    return (head, said) if said and page.count_words(*said) >= _SHORTEST else None


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
    verbs = any(is_verb(words[i]) and i not in page.mention_at for i in range(first, relative))
    return not verbs and all(page.is_word(i) for i in range(first, last))
