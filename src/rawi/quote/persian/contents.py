"""What a Persian verb of saying tells: words in marks, what follows a colon, or a clause."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.clauses import Link, end_of_words, may_be_bare
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import clause_end, fronted_end, is_fronted, is_relative, relative_end
from rawi.quote.persian.marked import (
    content_before,
    covers,
    goes_on,
    holds_verb,
    joins_clause,
    points_back,
    spoken_first,
    stands_in_clause,
)
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.until import tells_until
from rawi.quote.persian.verbs import closes_bidding, follows_finite_verb, opens_verb
from rawi.quote.saying import Range

_SHORTEST_WITH_VERB = 2
_LONGEST_NICKNAME = 3
_LONGEST_OBJECT = 12  # tokens from «را» to its verb
_THAT_THIS = frozenset({"اینکه", "انکه"})
_WHY = frozenset({"چرا", "کجا", "کی", "چطور", "چگونه", "چه", "چقدر", "کدام"})
_TO_ME = frozenset({"من", "ما", "مرا"})
# Fewer words than this are no clause of their own after a bare cue (development half of the agency reports).
_SHORTEST_CLAUSE = 3


class Frame(NamedTuple):
    """A content found, by which frame, and where reading goes on."""

    name: str
    content: tuple[Range, ...]
    end: int


def read_marked(context: Context, number: int, done: int, link: Link) -> Frame | None:
    """The content in marks after the cue, before it, or parted by it."""
    page, sentence, _ = context
    cue = context.cues[number]
    # «این را X می گوید که سی سال …»: after words that point back «که» begins a relative clause.
    ends = [m[1] for m in page.marked_within(done, cue.first) if m[1] < cue.first]
    after = ends[-1] if ends else max(sentence.first, done) - 1
    back = points_back(page, after, cue.first)
    opening = spoken_first(context, cue, done)
    linked = ((link.linked and not back) or link.colon) and opening is None
    before = None if linked or is_relative(page, cue) else content_before(context, cue, done)
    if before and page.count_words(*before) <= _LONGEST_NICKNAME and before[1] + 1 == cue.first:
        # «"پیر باد" می گفت دریا آرام است»: the marks hold the name of who speaks.
        before = None if may_be_bare(page, cue, link.after, sentence.last) else before
    mark = link.mark
    if before is not None:
        mark = mark or _said_on(context, number)
        content = (before, mark) if mark else (before,)
        return Frame("mark-before", content, mark[1] + 1 if mark else cue.last)
    opened = _opened_before(context, cue) if link.colon and mark else None
    if opened is not None and mark is not None:
        return Frame("mark-before", (opened, mark), mark[1] + 1)
    if mark is None or (link.linked and not covers(page, mark, link.after, sentence.last)):
        return None
    if link.colon and stands_in_clause(page, mark, sentence.last):
        return None
    if (
        link.linked
        or link.colon
        or "aloud" in cue.cue.frames
        or ("written" in cue.cue.frames and is_relative(page, cue))
        or not (goes_on(page, mark, sentence.last) or joins_clause(page, cue, mark, sentence.last))
    ):
        return Frame("mark", (mark,), mark[1] + 1)
    return None


def _said_on(context: Context, number: int) -> Range | None:
    """The marks that end a sentence whose speaker does something between: ««C»، X می گوید و می خندد، «D»»."""
    page, sentence, cues = context
    cue = cues[number]
    acts = (page.words[later.last] in PAUSES for later in cues if later.first > cue.last)
    if page.words[cue.last] != "و" or not all(acts):
        return None  # «می گوید و می پرسد: «D»»
    marks = page.marked_within(cue.last + 1, sentence.last)
    if len(marks) != 1 or page.words[marks[0][0] - 2] not in PAUSES:
        return None
    ended = not any(page.is_word(i) for i in range(marks[0][1], sentence.last))
    return marks[0] if ended else None


def _opened_before(context: Context, cue: PlacedCue) -> Range | None:
    """The words in marks a sentence opens with, which a gesture parts from the rest: ««اگر بیاید»، مکثی می کند و می گوید: «…»»."""
    page, sentence, cues = context
    mark = page.mark_at[sentence.first + 1] if sentence.first + 1 < cue.first else None
    if mark is None or mark[0] != sentence.first + 1:
        return None
    gestures = all("marked" in c.cue.frames for c in cues if c.first < cue.first)
    paused = page.words[mark[1] - 1] in PAUSES or page.words[mark[1] + 1] in PAUSES
    moved = "و" in page.words[mark[1] : cue.first]
    return mark if gestures and paused and moved and holds_verb(page, mark) else None


def read_colon(context: Context, number: int, link: Link) -> Frame | None:
    """What follows a colon in the sentence; nothing when the colon ends it."""
    page, sentence, _ = context
    if not link.colon:
        return None
    end = sentence.last
    mark = page.mark_at[link.after] if link.after < end else None
    if mark is not None and mark[0] == link.after:
        return Frame("colon", (mark,), mark[1])  # its opening mark was lost
    if not page.marked_within(link.after, end):
        # «گفت: C و وعده داد …»: a second report of the same speaker; another's «پدرم می گفت …» he tells himself.
        end = clause_end(context, number, link.after)
        if end < sentence.last and not _is_second(context, number, end):
            end = sentence.last
    return Frame("colon", ((link.after, end),), end)


def _finds_at(context: Context, token: int) -> bool:
    """Tell whether at a token a study tells what it found: «به پژوهشی اشاره کرد که نشان می دهد C»."""
    return any(cue.first == token and "finding" in cue.cue.frames for cue in context.cues)


def _has_object(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb has an object and tells nothing behind a pause: «کتابش را در زندان نوشت، با مداد و خودکار»."""
    for i in range(cue.first - 1, max(0, cue.first - _LONGEST_OBJECT), -1):
        if page.words[i] == "را":
            return True
        if page.mark_at[i] is not None or page.words[i] in PAUSES or follows_finite_verb(page, i):
            return False
    return False


def _leads_to(context: Context, number: int, token: int) -> bool:
    """Tell whether a cue closes a clause of time right before the verb of the main one: «در حالی که به پل اشاره می کرد | پرسید: C»."""
    page, sentence, cues = context
    follows = any(later.first == token for later in cues[number + 1 : number + 2])
    return follows and is_fronted(page, cues[number], sentence.first)


def _is_second(context: Context, number: int, border: int) -> bool:
    """Tell whether after a border the speaker of a cue is reported again: with «و» and without another subject."""
    page, _, cues = context
    later = next((cue for cue in cues[number + 1 :] if cue.first > border), None)
    if later is None or page.words[border] != "و" or page.words[border + 1] in _THAT_THIS:
        return False  # «و | اینکه برخی او را «…» معرفی می کنند، درست نیست» is told itself
    told = set(page.words[cues[number].last : border])
    if later.cue.cue_class != "continuing" and not told.isdisjoint(_TO_ME):
        return False  # «گفت: پدرم به من زنگ زد و پرسید …»
    return find_subject(page, border + 1, later.first) is None


def _ends_before_pause(context: Context, number: int, pause: int) -> bool:
    """Tell whether what a cue tells ends before a pause: «نشان می دهد، که نتایج آن چاپ شد», «وقتی از او پرسیدند، گفت: C»."""
    page, sentence, cues = context
    fronted = is_fronted(page, cues[number], sentence.first)
    answered = any(later.first == pause + 1 for later in cues[number + 1 :])
    return page.words[pause + 1] == "که" or fronted or answered


def _asks_in_one_word(page: Page, cue: PlacedCue, token: int) -> bool:
    """Tell whether a verb of asking tells a question of one word: «او می پرسد | چرا؟»."""
    asks = not get_grammar("fa").words["asking"].isdisjoint(page.words[cue.first : cue.last])
    return asks and page.words[token] in _WHY and page.words[token + 1 : token + 2] == ("؟",)


def _waits_first(page: Page, after: int, last: int) -> bool:
    """Tell whether a clause with «تا» and a denied verb stands before the main one: «معتقد است | تا پولی نرسد، کار پیش نمی رود»."""
    pause = next((i for i in range(after + 2, last - 2) if page.words[i] in PAUSES), None)
    return (
        pause is not None
        and page.words[pause - 1].startswith("ن")
        and follows_finite_verb(page, pause)
    )


def read_clause(context: Context, number: int, link: Link) -> Frame | None:
    """The clause after «که», or a bare one."""
    page, sentence, _ = context
    cue = context.cues[number]
    # In «X که … نوشته، افزود» the pause ends a relative clause.
    relative = "که" in page.words[sentence.first : cue.first]
    paused = link.after + 1 < sentence.last and page.words[link.after] in "،,؛"
    if paused and _ends_before_pause(context, number, link.after):
        return None
    tells = (
        not cue.cue.frames.isdisjoint(("clause", "that"))
        or page.words[cue.first] in get_grammar("fa").words["told_after"]
    )
    if paused and not relative and tells and not _has_object(page, cue):
        link = link._replace(after=link.after + 1)  # «وی می گوید، پدرش …»
    to = page.words[link.after : link.after + 1] == ("تا",) and not link.linked
    if to and "hope" in cue.cue.frames:
        # «وعده داد تا C»; in «تا پایان سال» it says till when, and is said.
        until = tells_until(page, link.after + 1) or _waits_first(page, link.after, sentence.last)
        link = link._replace(after=link.after + (not until), linked=True)
    if link.after >= sentence.last or _finds_at(context, link.after):
        return None
    finding = not cue.cue.frames.isdisjoint({"finding", "found"})
    if not link.linked and (
        page.words[cue.first - 1] == "را" or _leads_to(context, number, link.after)
    ):
        return None  # «از خیرانی که هزینه را پذیرفته اند قدردانی کرد»
    alone = _asks_in_one_word(page, cue, link.after)
    bare = finding or alone or may_be_bare(page, cue, link.after, sentence.last)
    if not link.linked and not bare:
        return None
    if is_relative(page, cue):
        end = relative_end(context, link.after)
    elif is_fronted(page, cue, sentence.first):
        end = fronted_end(context, link.after)
    else:
        end = clause_end(context, number, link.after)
    words_end = end_of_words(page, end)
    closed = follows_finite_verb(page, words_end) or closes_bidding(page, words_end)
    whole = closed and (end == sentence.last or page.words[end] in PAUSES)
    verb = closed and opens_verb(page.words[link.after])  # «X گفت نمی رود.»
    shortest = (
        1 if link.linked or verb or alone else _SHORTEST_WITH_VERB if whole else _SHORTEST_CLAUSE
    )
    if page.count_words(link.after, end) < shortest:
        return None
    return Frame("clause", ((link.after, end),), end)
