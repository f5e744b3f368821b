"""The grammar of reported speech in Persian: the verb stands last, the source before it, the content after it.

Reads one sentence at a time, cue by cue from its beginning.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_writing
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.addressees import asker, find_addressee, find_answered
from rawi.quote.persian.asides import read_as_said, read_postposed
from rawi.quote.persian.attributions import read_adjunct, read_attribution
from rawi.quote.persian.claims import read_noun
from rawi.quote.persian.clauses import (
    Base,
    Link,
    clause_start,
    content_before,
    covers,
    goes_on,
    has_own_words,
    marks_after_colon,
    may_be_bare,
    points_back,
    read_link,
    tells_until,
)
from rawi.quote.persian.context import Context
from rawi.quote.persian.cues import UNLISTED, find_cues
from rawi.quote.persian.ends import clause_end, fronted_end, is_fronted, is_relative, relative_end
from rawi.quote.persian.frames import read_refusal, read_request, read_stress
from rawi.quote.persian.labels import calls_marked, read_accusation, read_label
from rawi.quote.persian.passed_on import inner_start
from rawi.quote.persian.phrases import follows_finite_verb
from rawi.quote.persian.sources import find_source
from rawi.quote.persian.statements import is_hypothetical, is_noun
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.voices import is_document
from rawi.quote.saying import Range, Saying

_SHORTEST_FINDING = 3  # words of what a study shows without «که»
_SHORTEST_WITH_VERB = 2
_LONGEST_NICKNAME = 3
# Fewer words than this are no clause of their own after a bare cue (development half of the agency reports).
_SHORTEST_CLAUSE = 3


def read_sentence(page: Page, sentence: PlacedSentence) -> list[Saying]:
    """Find the sayings of one sentence in text order."""
    cues = find_cues(page, sentence)
    context = Context(page, sentence, cues)
    found: list[Saying] = []
    done = sentence.first
    for number, cue in enumerate(cues):
        if cue.first < done:
            continue
        if (inner := inner_start(context, number, done)) is not None:
            done = inner
            continue
        for saying, end in _read_cue(context, number, done):
            same = saying.source is None and saying.addressee is None and found
            if same and found[-1].rule != "fa.request":
                # In one sentence he goes on to speak to the same; who was asked for something is another.
                saying = saying._replace(addressee=found[-1].addressee)
            found.append(saying)
            done = max(done, end)
    return found


def _read_cue(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """Read one cue; yield its saying and the token from which reading goes on."""
    cue = context.cues[number]
    shape = cue.cue.shape
    if shape == "adjunct":
        yield from read_adjunct(context, number, done)
    elif shape == "attribution":
        yield from read_attribution(context, number, done)
    elif shape == "content":
        yield from read_noun(context, number, done)
    else:
        yield from _read_verb(context, number, done)


def _read_verb(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«X گفت [که|:] C», ««C» X گفت», and the frames in which the content is no clause."""
    page, sentence, _ = context
    cue = context.cues[number]
    link = read_link(page, cue.last, sentence.last)
    base = _base_saying(context, number, done)
    if not _is_statement(context, cue, done, link, base):
        return
    as_said = read_as_said(context, number, done, link.after)
    if as_said is not None:
        yield base._replace(source=as_said.source).say("as-said", as_said.content), as_said.end
    elif "named" in cue.cue.frames or (
        "label" in cue.cue.frames
        and not link.colon
        and (calls_marked(page, cue, link) or not link.linked)
    ):
        yield from read_label(context, number, done, base)
    elif "accused" in cue.cue.frames and not (link.linked or link.colon):
        yield from read_accusation(context, number, done, base)
    elif "request" in cue.cue.frames:
        yield from read_request(context, number, done, base, link.after)
    else:
        yield from _read_said(context, number, done, base, link)


def _read_said(
    context: Context, number: int, done: int, base: Base, link: Link
) -> Iterator[tuple[Saying, int]]:
    """The content of a verb as a clause or in marks, after it or before; else as a noun phrase."""
    page = context.page
    cue = context.cues[number]
    frame = (
        _read_marked(context, number, done, link)
        or _read_colon(context, number, link)
        or _read_clause(context, number, link)
    )
    if frame is not None:
        both = frame.name == "clause" and marks_after_colon(page, *frame.content[0])
        if both:
            yield base.say("clause", (frame.content[0][0], both[0])), both[0]
            said = base.say("mark", both[1])
            yield said._replace(cue=None, cue_class=None, source=None, heir=True), both[1][1] + 1
        else:
            yield base.say(frame.name, *frame.content), frame.end
    elif (told := read_postposed(context, cue, done, base.source)) is not None:
        yield base.say("postposed", told), cue.last
    elif "refuse" in cue.cue.frames:
        yield from read_refusal(context, number, done, base)
    elif "stress" in cue.cue.frames:
        yield from read_stress(context, number, done, base)


def _is_told(page: Page, cue: PlacedCue, base: Base) -> bool:
    """Tell whether «گفته شد» names someone it was said to: «به ساکنان گفته شد C», not «که به آن گچ گفته می شود»."""
    grammar = get_grammar("fa")
    pointing = grammar.demonstratives | grammar.pronouns
    told = base.addressee is not None and page.words[base.addressee[0]] not in pointing
    return told and not is_relative(page, cue)


class _Frame(NamedTuple):
    """A content found, by which frame, and where reading goes on."""

    name: str
    content: tuple[Range, ...]
    end: int


def _is_statement(context: Context, cue: PlacedCue, done: int, link: Link, base: Base) -> bool:
    """Tell whether a verb says here that someone spoke."""
    page, sentence, _ = context
    # «واژه های نوشتهٔ شما»: the ezafe of the plural shows a noun.
    named = base.source is not None and not page.words[cue.first - 1].endswith("های")
    if is_hypothetical(page, cue, done) or is_noun(page, cue, link, named=named):
        return False
    if "label" in cue.cue.frames and page.words[cue.first].startswith("می"):
        return False  # «او را «پیر باد» می نامند»: a nickname, nobody's statement
    if link.linked and page.words[link.after : link.after + 3] == ("در", "ان", "امده"):
        return False  # «اطلاعیه را خواند که در آن آمده است: «…»»: the writing speaks
    if "found" in cue.cue.frames:
        return base.source is not None
    if "finding" in cue.cue.frames:
        # People show many things; only of a poll or study is «نشان داد» what it says.
        return is_document(page, base.source) and (
            link.linked or page.count_words(link.after, sentence.last) >= _SHORTEST_FINDING
        )
    if "feeling" in cue.cue.frames:
        return link.linked and has_own_words(page, link.after, sentence.last)
    if "written" in cue.cue.frames and base.source is None:
        # «در زیر آمده است»: no letter and no report speaks.
        return any(names_writing(word, "fa") for word in page.words[sentence.first : cue.first])
    if "marked" in cue.cue.frames:
        return link.colon and (link.mark is not None or cue.cue is not UNLISTED)
    if "linked" in cue.cue.frames and "hope" not in cue.cue.frames:
        return link.linked or (cue.cue.passive and (link.colon or _is_told(page, cue, base)))
    return True


def _read_marked(context: Context, number: int, done: int, link: Link) -> _Frame | None:
    """The content in marks after the cue, before it, or parted by it."""
    page, sentence, _ = context
    cue = context.cues[number]
    # «این را X می گوید که سی سال …»: after words that point back «که» begins a relative clause.
    ends = [m[1] for m in page.marked if done <= m[0] and m[1] < cue.first]
    after = ends[-1] if ends else max(sentence.first, done) - 1
    back = points_back(page, after, cue.first)
    linked = (link.linked and not back) or link.colon
    before = None if linked or is_relative(page, cue) else content_before(context, cue, done)
    if before and page.count_words(*before) <= _LONGEST_NICKNAME and before[1] + 1 == cue.first:
        # «"پیر باد" می گفت دریا آرام است»: the marks hold the name of who speaks.
        before = None if may_be_bare(page, cue, link.after, sentence.last) else before
    mark = link.mark
    if before is not None:
        content = (before, mark) if mark else (before,)
        return _Frame("mark-before", content, mark[1] + 1 if mark else cue.last)
    if mark is None or (link.linked and not covers(page, mark, link.after, sentence.last)):
        return None
    if (
        link.linked
        or link.colon
        or "aloud" in cue.cue.frames
        or not goes_on(page, mark, sentence.last)
    ):
        return _Frame("mark", (mark,), mark[1] + 1)
    return None


def _read_colon(context: Context, number: int, link: Link) -> _Frame | None:
    """What follows a colon in the sentence; nothing when the colon ends it."""
    page, sentence, _ = context
    if not link.colon:
        return None
    end = sentence.last
    mark = page.mark_at[link.after] if link.after < end else None
    if mark is not None and mark[0] == link.after:
        return _Frame("colon", (mark,), mark[1])  # its opening mark was lost
    if not page.marked_within(link.after, end):
        # «گفت: C و وعده داد …»: a second report of the same speaker; another's «پدرم می گفت …» he tells himself.
        end = clause_end(context, number, link.after)
        if end < sentence.last and not _is_second(context, number, end):
            end = sentence.last
    return _Frame("colon", ((link.after, end),), end)


def _finds_at(context: Context, token: int) -> bool:
    """Tell whether at a token a study tells what it found: «به پژوهشی اشاره کرد که نشان می دهد C»."""
    return any(cue.first == token and "finding" in cue.cue.frames for cue in context.cues)


def _is_second(context: Context, number: int, border: int) -> bool:
    """Tell whether after a border the speaker of a cue is reported again: with «و» and without another subject."""
    page, _, cues = context
    later = next((cue for cue in cues[number + 1 :] if cue.first > border), None)
    return later is not None and (
        page.words[border] == "و" and find_subject(page, border + 1, later.first) is None
    )


def _read_clause(context: Context, number: int, link: Link) -> _Frame | None:
    """The clause after «که», or a bare one."""
    page, sentence, _ = context
    cue = context.cues[number]
    # In «X که … نوشته، افزود» the pause ends a relative clause.
    relative = "که" in page.words[sentence.first : cue.first]
    if link.after + 1 < sentence.last and page.words[link.after] in "،," and not relative:
        link = link._replace(after=link.after + 1)  # «وی می گوید، پدرش …»
    if "hope" in cue.cue.frames and page.words[link.after : link.after + 1] == ("تا",):
        # «وعده داد تا C»; in «تا پایان سال» it says till when, and is said.
        until = tells_until(page, link.after + 1)
        link = link._replace(after=link.after + (not until), linked=True)
    if link.after >= sentence.last or _finds_at(context, link.after):
        return None
    finding = not cue.cue.frames.isdisjoint({"finding", "found"})
    if not link.linked and page.words[cue.first - 1] == "را":
        return None  # «از خیرانی که هزینه را پذیرفته اند قدردانی کرد»
    if not link.linked and not finding and not may_be_bare(page, cue, link.after, sentence.last):
        return None
    if is_relative(page, cue):
        end = relative_end(context, link.after)
    elif is_fronted(page, cue, sentence.first):
        end = fronted_end(context, link.after)
    else:
        end = clause_end(context, number, link.after)
    whole = end == sentence.last and follows_finite_verb(page, end - (not page.is_word(end - 1)))
    shortest = 1 if link.linked else _SHORTEST_WITH_VERB if whole else _SHORTEST_CLAUSE
    if page.count_words(link.after, end) < shortest:
        return None
    return _Frame("clause", ((link.after, end),), end)


def _base_saying(context: Context, number: int, done: int) -> Base:
    """Find what the words before a cue tell: source and addressee."""
    page, sentence, cues = context
    cue = cues[number]
    if done > sentence.first and any(is_relative(page, c) for c in cues[:number]):
        done = sentence.first  # after a relative clause the sentence's own subject speaks again
    # The marks before «توصیف کرد» are what something is called, and stand after the source.
    labels = not cue.cue.frames.isdisjoint({"label", "named", "accused"})
    start = done if labels else clause_start(page, done, cue.first)
    addressee = find_addressee(page, start, cue.first) or find_answered(page, cue)
    if addressee is None and done > sentence.first:
        addressee = asker(context, number)
    source = find_source(page, cue, sentence, start)
    if source is None and cue.cue.shape == "verb":
        source = _source_before_question(context, number)
    return Base(page, cue, source, addressee)


def _source_before_question(context: Context, number: int) -> Range | None:
    """Who answers where his name stands before the question: «X در پاسخ به این پرسش که C، گفت: …»."""
    page, sentence, cues = context
    asked = next((c for c in cues[:number] if c.cue.shape == "content" and c.cue.passive), None)
    return find_subject(page, sentence.first, asked.first) if asked else None
