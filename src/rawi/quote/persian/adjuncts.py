"""The frame in which an adjunct of another verb tells what is said: «X با بیان اینکه C، افزود», «معترضان با شعار «C» …»."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.addressees import find_addressee
from rawi.quote.persian.attributed_phrases import read_noun_phrase
from rawi.quote.persian.clauses import Base, read_link
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import clause_end
from rawi.quote.persian.marked import holds_verb
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range, Saying


def read_adjunct(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«X با بیان اینکه C، افزود: …»: the content stands before the main verb."""
    page, sentence, cues = context
    cue = cues[number]
    owner = _read_owner(page, cue, sentence.last)
    link = read_link(page, owner[1] if owner else cue.last, sentence.last)
    after, linked, _, mark = link
    if mark is not None and "marked" in cue.cue.frames:
        source = find_subject(page, done, cue.first)  # «معترضان با شعار «C» …»
        if _is_motto(page, cue, source, done):
            return
        base = Base(page, cue, source, find_addressee(page, done, cue.first))
        yield base.say("adjunct", mark), mark[1] + 1
        return
    if not linked:
        return
    main = _main_verb(page, cues[number + 1 :], after)
    before = cue.first - 1
    if before > done and page.words[before] in PAUSES and follows_finite_verb(page, before):
        main = None  # «X نپذیرفت، با این استدلال که C»
        end = clause_end(context, number, after)
    else:
        end = _adjunct_end(page, after, main.first if main else sentence.last)
    source = owner or find_subject(page, done, cue.first)
    if source is None and main:
        source = find_subject(page, end, main.first)
    base = Base(page, cue, source, find_addressee(page, done, cue.first))
    if page.count_words(after, end) >= 2:
        yield base.say("adjunct", (after, end)), end


def _is_motto(page: Page, cue: PlacedCue, source: Range | None, done: int) -> bool:
    """Tell whether a slogan is that of something held, which says nothing: «جشنوارهٔ X با شعار «C» برگزار شد»; not «در جشنواره کارگران با شعار «C» …»."""
    if page.words[cue.last - 1] != "شعار":
        return False
    sets = get_grammar("fa").words
    held = sets["events"] | sets["campaigns"]
    at = max(done, source[0] - 1) if source is not None else done  # «هفتهٔ | کتاب»
    near = {page.words[i] for i in range(at, cue.first) if page.mark_at[i] is None}
    people = source is not None and names_people(page.words[source[0]], "fa")
    return not people and not held.isdisjoint({word.removesuffix("ی") for word in near} | near)


def _main_verb(page: Page, cues: Sequence[PlacedCue], after: int) -> PlacedCue | None:
    """The verb the adjunct belongs to; «آمده است» is rather the verb of what is said: «با اشاره به این که سنگ از دور آمده است، گفت».

    So is one that closes its clause before the next: «با بیان اینکه سارقان به سرقت اعتراف کردند، | گفت: C».
    """
    verbs = [cue for cue in cues if cue.first > after and cue.cue.shape == "verb"]
    verbs = [c for c in verbs if "written" not in c.cue.frames] or verbs
    for cue, later in pairwise(verbs):
        told = any(
            page.words[i] in PAUSES and follows_finite_verb(page, i)
            for i in range(after, cue.first)
        )
        closes = cue.last == later.first or page.words[cue.last] in PAUSES
        if told or not closes:
            return cue
    return verbs[-1] if verbs else None


def _read_owner(page: Page, cue: PlacedCue, last: int) -> Range | None:
    """Whose words an adjunct tells, where he is named before «که»: «با این توضیح شرکت که C»."""
    if page.words[cue.first + 1] != "این" or cue.last >= last or not page.is_word(cue.last):
        return None
    owner = read_noun_phrase(page, cue.last, last)
    told = (
        owner is not None
        and page.words[owner[1] : owner[1] + 1] == ("که",)
        and can_speak(page, owner)
    )
    return owner if told else None


def _adjunct_end(page: Page, start: int, main: int) -> int:
    """The end of an adjunct's clause: the last pause after a finite verb, else the last pause, else its own verb or marks, else the main verb."""
    words = page.words
    pauses = [i for i in range(start, main) if words[i] in PAUSES and page.mark_at[i] is None]
    after_verb = [i for i in pauses if follows_finite_verb(page, i)]
    if after_verb:
        return after_verb[-1]
    return pauses[-1] if pauses else _end_before_whom(page, start, main)


def _end_before_whom(page: Page, start: int, main: int) -> int:
    """Where an adjunct without a pause ends: before whom the main verb asks or tells, «با بیان این که «C» | از شورا خواست», else at the main verb."""
    for i in range(main - 2, start + 1, -1):
        if page.mark_at[i] is not None:
            return main
        mark = page.mark_at[i - 2] if page.words[i - 1] == "»" else None
        said = mark is not None and holds_verb(page, mark)
        if page.words[i] in ("از", "به") and (said or follows_finite_verb(page, i)):
            return i
        if is_finite(page, i):
            return main
    return main
