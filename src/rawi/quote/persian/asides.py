"""The frames in which the outlet tells first and says then who said so: «C، X گفت», «آن طور که X می گوید، C»."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import clause_end
from rawi.quote.persian.phrases import PAUSES, follows_finite_verb, is_finite
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_SHORTEST = 4  # words of a clause told before its speaker
_LONGEST_ASIDE = 12  # tokens of «آن طور که X می گوید»


class AsSaid(NamedTuple):
    """What «آن طور که X می گوید، C» tells: who, what, and where reading goes on."""

    source: Range
    content: Range
    end: int


def read_as_said(context: Context, number: int, done: int, after: int) -> AsSaid | None:
    """Read «آن طور که X می گوید، C» at the beginning of a sentence, and «C، آن طور که X می گوید» at its end."""
    page, sentence, cues = context
    cue = cues[number]
    link = _as_link(page, max(done, cue.first - _LONGEST_ASIDE), cue.first)
    if link is None:
        return None
    source = find_subject(page, link.after, cue.first)
    if source is None or not can_speak(page, source):
        return None
    opening = not any(page.is_word(i) and not _is_small(page, i) for i in range(done, link.first))
    if opening and after < sentence.last and page.words[after] in PAUSES:
        content = page.trim(after + 1, clause_end(context, number, after + 1))
        end = content[1] if content else after
    else:
        content = (
            page.trim(done, link.first)
            if not opening and _ends(page, after, sentence.last)
            else None
        )
        end = cue.last
    if content is None or page.count_words(*content) < _SHORTEST:
        return None
    return AsSaid(source, content, end)


class _Link(NamedTuple):
    """The words «آن طور که»: where they begin, and the token after them."""

    first: int
    after: int


def _as_link(page: Page, first: int, last: int) -> _Link | None:
    """Find «آن طور که», «همان گونه که», «چنان که» among tokens."""
    words, manners = page.words, get_grammar("fa").words["manners"]
    for i in range(last - 1, first - 1, -1):
        if words[i] == "که" and words[i - 1] in manners:
            two = words[i - 2] in get_grammar("fa").demonstratives
            return _Link(i - 1 - two, i + 1)
        if words[i] in ("چنانکه", "انطورکه", "همانطورکه", "انگونهکه", "همانگونهکه"):
            return _Link(i, i + 1)
        if is_finite(page, i):
            return None
    return None


def _is_small(page: Page, token: int) -> bool:
    """Tell whether a word is one a sentence may begin with: «اما آن طور که …»."""
    grammar = get_grammar("fa")
    return page.words[token] in grammar.conjunctions or page.words[token] in grammar.adverbs


def _ends(page: Page, token: int, last: int) -> bool:
    """Tell whether from a token on nothing but a sign follows."""
    return not any(page.is_word(i) for i in range(token, last))


def read_postposed(
    context: Context, cue: PlacedCue, done: int, source: Range | None
) -> Range | None:
    """Read the clause before «…، X گفت» that ends a sentence; X is named right after the pause."""
    page, sentence, _ = context
    if source is None or "clause" not in cue.cue.frames or not _ends(page, cue.last, sentence.last):
        return None
    pause = source[0] - 1
    told = (
        pause > done
        and page.words[pause] in PAUSES
        and page.mark_at[pause] is None
        and follows_finite_verb(page, pause)
        and can_speak(page, source)
        and not page.marked_within(done, pause)
    )
    content = page.trim(done, pause) if told else None
    return content if content and page.count_words(*content) >= _SHORTEST else None
