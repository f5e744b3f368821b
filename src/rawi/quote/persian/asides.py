"""The frames in which the outlet tells first and says then who said so: «C، X گفت», «آن طور که X می گوید، C», «کلید، X گفت، در جیب او بود»."""

from typing import NamedTuple

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.antecedents import find_agent
from rawi.quote.persian.clauses import clause_start
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import clause_end, is_relative
from rawi.quote.persian.phrases import PAUSES, read_phrase
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak, finds_out
from rawi.quote.saying import Range

_SHORTEST = 4  # words of a clause told before its speaker
_LONGEST_HALF = 8  # tokens of what is told before its speaker without a verb
_CONDITIONS = frozenset({"اگر", "اگرچه", "گرچه", "هرچند", "چنانچه", "چون"})
_RULING = frozenset({"حکم", "تایید", "توضیح", "هشدار", "استدلال"})
_WHENCE = frozenset({"از", "برای", "تحت", "بدون"})  # «در نشست امروز» says where he spoke
_VIEWS = frozenset({"سوی", "طرف", "نظر", "نگاه", "دید", "این", "ان", "جمله", "قضا"})
# Before «آنچه».
_BASES = frozenset({("بر", "پایه"), ("بر", "اساس"), ("براساس",), ("بنا", "بر"), ("بنابر",), ("بنا", "به"), ("به", "موجب"),
                    ("طبق",), ("برطبق",), ("مطابق",), ("به", "استناد")})  # fmt: skip
_LONGEST_ASIDE = 12  # tokens of «آن طور که X می گوید»


class Half(NamedTuple):
    """What stands before a speaker between pauses, and who he is."""

    content: Range
    source: Range


class AsSaid(NamedTuple):
    """What «آن طور که X می گوید، C» tells: who, what, and where reading goes on."""

    source: Range
    content: tuple[Range, ...]
    end: int


def read_as_said(context: Context, number: int, done: int, after: int) -> AsSaid | None:
    """Read «آن طور که X می گوید، C» at the beginning of a sentence, «C، آن طور که X می گوید» at its end, and the same inside C; so «بر پایهٔ آنچه در پرونده آمده، C»."""
    page, sentence, cues = context
    cue = cues[number]
    link = _as_link(page, max(done, cue.first - _LONGEST_ASIDE), cue.first)
    if link is None:
        return None
    written = page.words[link.after - 1] == "انچه" and "written" in cue.cue.frames
    find = find_agent if written else find_subject
    source = find(page, link.after, cue.first)
    if source is None or not (written or can_speak(page, source)):
        return None
    opening = not any(page.is_word(i) and not _is_small(page, i) for i in range(done, link.first))
    before = None if opening else page.trim(done, link.first)
    behind = None
    if after < sentence.last and page.words[after] in PAUSES and not _closed(page, before):
        behind = page.trim(after + 1, clause_end(context, number, after + 1))
    elif opening or not _ends(page, after, sentence.last):
        return None
    content = tuple(part for part in (before, behind) if part is not None)
    if sum(page.count_words(*part) for part in content) < _SHORTEST:
        return None
    return AsSaid(source, content, behind[1] if behind else cue.last)


def _closed(page: Page, part: Range | None) -> bool:
    """Tell whether what stands before an aside is a whole clause."""
    return part is not None and follows_finite_verb(page, part[1])


class _Link(NamedTuple):
    """The words «آن طور که»: where they begin, and the token after them."""

    first: int
    after: int


def _as_link(page: Page, first: int, last: int) -> _Link | None:
    """Find «آن طور که», «همان گونه که», «چنان که», «بر پایهٔ آنچه» among tokens."""
    words, manners = page.words, get_grammar("fa").words["manners"]
    for i in range(last - 1, first - 1, -1):
        if words[i] == "که" and words[i - 1] in manners:
            two = words[i - 2] in get_grammar("fa").demonstratives
            return _Link(i - 1 - two, i + 1)
        if words[i] in ("چنانکه", "انطورکه", "همانطورکه", "انگونهکه", "همانگونهکه"):
            return _Link(i, i + 1)
        if words[i] == "انچه":
            based = next((n for n in (1, 2) if words[i - n : i] in _BASES), 0)
            return _Link(i - based, i + 1) if based else None
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
    if source is None or not _tells_before(page, cue, source, sentence.last):
        return None
    pause = source[0] - 1
    begin = done if page.marked_within(done, pause) else clause_start(page, done, pause)
    told = (
        pause > begin
        and page.words[pause] in PAUSES
        and page.mark_at[pause] is None
        and follows_finite_verb(page, pause)
        and page.words[begin] not in get_grammar("fa").words["time_conjunctions"]
        and can_speak(page, source)
        and page.mark_at[min(begin + 1, pause)] is None
    )
    content = page.trim(begin, pause) if told else None
    return content if content and page.count_words(*content) >= _SHORTEST else None


def _tells_before(page: Page, cue: PlacedCue, source: Range, last: int) -> bool:
    """Tell whether nothing follows a cue that would be told by it, and it may tell what stands before."""
    ended = _ends(page, cue.last, last)
    # «C، هیئت حکم داد و …», not «…، تماشاگران فریاد زدند و …»
    goes_on = page.words[cue.last] == "و"
    if "finding" in cue.cue.frames:
        return (ended or goes_on) and finds_out(page, source)
    nouns = get_grammar("fa").words["told_after"] if ended else _RULING
    telling = "clause" in cue.cue.frames or page.words[cue.first] in nouns
    return (ended or goes_on) and telling


def read_half(context: Context, cue: PlacedCue, done: int) -> Half | None:
    """Read what stands before a speaker who stands between pauses: «کلید، X گفت، در جیب نگهبان بود»."""
    page, sentence, _ = context
    words = page.words
    if done != sentence.first or words[cue.last] not in PAUSES or is_relative(page, cue):
        return None
    pause = next((i for i in range(done, cue.first) if words[i] in PAUSES), None)
    content = page.trim(done, pause) if pause else None
    if pause is None or content is None or page.marked_within(done, pause):
        return None
    source = read_phrase(page, pause + 1, cue.first)
    spoken = can_speak(page, source) or words[source[0]] not in load_common("fa")
    if source[1] <= source[0] or not spoken or not _reaches(page, source[1], cue.first):
        return None
    if not _is_half(page, content, words[cue.last + 1]) or _is_apposed(page, content, source):
        return None
    return Half(content, source)


def _reaches(page: Page, at: int, cue: int) -> bool:
    """Tell whether between who speaks and his verb is only to whom, where or when: «X [به روزنامه] گفت»."""
    grammar = get_grammar("fa")
    here = page.words[at]
    told = here in grammar.prepositions or here in grammar.adverbs or here in PAUSES
    return at == cue or (told and not any(is_finite(page, i) for i in range(at, cue)))


def _is_half(page: Page, half: Range, after: str) -> bool:
    """Tell whether words begin what someone says: a noun, a condition, or a clause that goes on with «و»."""
    grammar, words = get_grammar("fa"), page.words[slice(*half)]
    if follows_finite_verb(page, half[1]):
        return words[0] in _CONDITIONS or after == "و"
    if words[0] in grammar.prepositions and (words[0] not in _WHENCE or words[1] in _VIEWS):
        return False
    small = grammar.conjunctions | grammar.adverbs | grammar.words["times"]
    if words[0] in small or words[0] in grammar.subordinators or len(words) > _LONGEST_HALF:
        return False
    return not any(is_finite(page, i) for i in range(*half))


def _is_apposed(page: Page, half: Range, source: Range) -> bool:
    """Tell whether a name after the pause is his whom the words before it describe: «رئیس سازمان، X گفت، …»."""
    pronoun = page.words[source[0]] in get_grammar("fa").pronouns
    return not pronoun and can_speak(page, half)
