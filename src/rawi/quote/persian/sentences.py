"""The grammar of reported speech in Persian: the verb stands last, the source before it, the content after it.

Reads one sentence at a time, cue by cue from its beginning.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_writing
from rawi.lang.persian_verbs import is_subjunctive
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.acted_on import hear_acted_on
from rawi.quote.persian.addressees import asker, beside_source, find_addressee, find_answered
from rawi.quote.persian.adjuncts import read_adjunct
from rawi.quote.persian.antecedents import names_his_letter
from rawi.quote.persian.asides import read_as_said, read_half, read_postposed
from rawi.quote.persian.askers import is_parted
from rawi.quote.persian.attributions import read_attribution
from rawi.quote.persian.bare_bids import bids_barely
from rawi.quote.persian.callers import find_caller
from rawi.quote.persian.claims import read_noun
from rawi.quote.persian.clauses import (
    Base,
    Link,
    clause_start,
    has_own_words,
    is_told_in_writing,
    marks_after_colon,
    read_link,
)
from rawi.quote.persian.contents import read_clause, read_colon, read_marked
from rawi.quote.persian.context import Context
from rawi.quote.persian.cues import UNLISTED, find_cues
from rawi.quote.persian.ends import is_relative
from rawi.quote.persian.frames import read_refusal, read_request, read_stress
from rawi.quote.persian.gestures import find_interrupted
from rawi.quote.persian.hearers import object_before
from rawi.quote.persian.labels import calls_marked, read_accusation, read_label
from rawi.quote.persian.marked import spoken_first
from rawi.quote.persian.passed_on import inner_start
from rawi.quote.persian.silent_cues import hands_over
from rawi.quote.persian.sources import find_source
from rawi.quote.persian.statements import is_hypothetical, is_noun
from rawi.quote.persian.subjects import find_speaking_subject, find_subject
from rawi.quote.persian.thing_clauses import tells_of_things, tells_of_writing
from rawi.quote.persian.turned import add_turned
from rawi.quote.persian.verbs import is_past, is_past_participle
from rawi.quote.persian.voices import finds_in_writing, finds_out
from rawi.quote.saying import Range, Saying

_SHORTEST_FINDING = 3  # words of what a study shows without «که»


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
        for read, end in _read_cue(context, number, done):
            saying = hear_acted_on(page, sentence.first, read)
            if found and _goes_on(found[-1], saying) and not is_parted(page, found[-1], saying):
                saying = saying._replace(addressee=found[-1].addressee)
            found.append(saying)
            done = max(done, end)
    return add_turned(page, sentence, found)


def _goes_on(before: Saying, saying: Saying) -> bool:
    """Tell whether in one sentence someone goes on to speak to the same; who was asked for something is told what he adds.

    In «وقتی از X پرسیده شد C، گفت: D» X answers.
    """
    elided = saying.source is None and saying.addressee is None and not before.passive
    return elided and (before.rule != "fa.request" or saying.cue_class == "continuing")


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
    page = context.page
    cue = context.cues[number]
    base = _base_saying(context, number, done)
    link = _read_link(context, number, base.source)
    if _leads_to_another(context, link, base) or not _is_statement(context, cue, done, link, base):
        return
    if hands_over(page, cue, done, link.after, context.sentence.last):
        return
    as_said = read_as_said(context, number, done, link.after)
    if as_said is not None:
        yield base._replace(source=as_said.source).say("as-said", *as_said.content), as_said.end
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


def _read_link(context: Context, number: int, source: Range | None) -> Link:
    """The link behind a cue; behind who is named after it where marks open there again: ««C»، گفت X، «D»»."""
    page, sentence, cues = context
    cue = cues[number]
    link = read_link(page, cue.last, sentence.last)
    if (told := _told_within(context, number, link)) is not None:
        return read_link(page, told.last, sentence.last)
    if source is None or source[0] != cue.last:
        return link
    behind = read_link(page, source[1], sentence.last)
    return behind if behind.mark is not None and not behind.linked else link


def _told_within(context: Context, number: int, link: Link) -> PlacedCue | None:
    """The verb of saying right behind a passive: «از او نقل شد که | گفته است: C»."""
    cue, later = context.cues[number], context.cues[number + 1 : number + 2]
    told = cue.cue.passive and link.linked and later and later[0].first == link.after
    return later[0] if told and "clause" in later[0].cue.frames else None


def _read_said(
    context: Context, number: int, done: int, base: Base, link: Link
) -> Iterator[tuple[Saying, int]]:
    """The content of a verb as a clause or in marks, after it or before; else as a noun phrase."""
    page = context.page
    cue = context.cues[number]
    frame = (
        read_marked(context, number, done, link)
        or read_colon(context, number, link)
        or read_clause(context, number, link)
    )
    half = read_half(context, cue, done) if frame and frame.name == "clause" else None
    if frame is not None and half is not None:
        whole = (half.content, *frame.content)
        yield base._replace(source=half.source).say("parted", *whole), frame.end
    elif frame is not None:
        both = frame.name == "clause" and marks_after_colon(page, *frame.content[0])
        if both and not _tells_at(context, both[0]):
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


def _is_gesture(context: Context, cue: PlacedCue, done: int, link: Link) -> bool:
    """Tell whether a gesture leads to words: «X سر تکان داد: «C»», or goes with those before it: ««C»، X شانه بالا انداخت»."""
    return spoken_first(context, cue, done) is not None or (
        link.colon and (link.mark is not None or cue.cue is not UNLISTED)
    )


def _is_judged(page: Page, cue: PlacedCue) -> bool:
    """Tell whether words in marks before «می نامد» judge something; a short name is what someone is called: «او را «پیر باد» می نامد»."""
    mark = page.mark_at[cue.first - 2]
    return mark is not None and mark[1] + 1 == cue.first and page.count_words(*mark) > 2


def _may_label(page: Page, cue: PlacedCue, base: Base) -> bool:
    """Tell whether a verb may say here what somebody calls something: no «بخواند», no «به دفتر خواند», and «می خواند» only of one who judges in marks."""
    aloud = page.words[cue.first - 1] in get_grammar("fa").words["datives"]  # «برایش خواندند»
    calls_in = page.words[cue.first].startswith("خواند") and page.words[cue.first - 2] == "به"
    if aloud or calls_in or is_subjunctive(page.words[cue.last - 1]):
        return False  # «از او می خواهم شعری را برایم بخواند»
    now = page.words[cue.first].startswith("می")
    judges = not cue.cue.plural and base.source is not None and _is_judged(page, cue)
    return not now or judges


def _tells_at(context: Context, colon: int) -> bool:
    """Tell whether a verb of saying stands before a colon, whose marks it tells: «گفت … یکی نوشته بود: «C»»; not «گفت مربی عصبانی بود: «C»»."""
    cues = (cue for cue in context.cues if cue.last == colon)
    return any(cue.cue.frames.isdisjoint({"marked", "feeling"}) for cue in cues)


def _thought_once(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb tells what somebody thought once and not what he thinks: «گمان کرد», «تصور می کرد», not «گمان می کند»."""
    if "thought" not in cue.cue.frames:
        return False
    verb = page.words[cue.first + 1].removeprefix("ن").removeprefix("می")
    return is_past(verb) or is_past_participle(verb)


def _is_told(page: Page, cue: PlacedCue, base: Base) -> bool:
    """Tell whether «گفته شد» names someone it was said to: «به ساکنان گفته شد C», not «که به آن گچ گفته می شود»."""
    grammar = get_grammar("fa")
    pointing = grammar.demonstratives | grammar.pronouns
    told = base.addressee is not None and page.words[base.addressee[0]] not in pointing
    return told and not is_relative(page, cue)


def _is_written(context: Context, cue: PlacedCue, done: int) -> bool:
    """Tell whether the words in marks a sentence opens with stand in a writing: ««C»، در پایان این بیانیه | تأکید شده است»."""
    mark = spoken_first(context, cue, done) if cue.cue.passive else None
    between = context.page.words[mark[1] : cue.first] if mark else ()
    return any(names_writing(word, "fa") for word in between)


def _leads_to_another(context: Context, link: Link, base: Base) -> bool:
    """Tell whether nobody speaks with a verb and behind its colon stands whose words follow: «امیدی نمی توان داد: طبق اعلام X، C»."""
    nobody = base.source is None and link.colon
    return nobody and any(
        cue.first == link.after and cue.cue.shape == "attribution" for cue in context.cues
    )


def _is_statement(context: Context, cue: PlacedCue, done: int, link: Link, base: Base) -> bool:
    """Tell whether a verb says here that someone spoke."""
    page, sentence, _ = context
    # «واژه های نوشتهٔ شما»: the ezafe of the plural shows a noun.
    named = base.source is not None and not page.words[cue.first - 1].endswith("های")
    if is_hypothetical(page, cue, done) or is_noun(page, cue, link, named=named):
        return False
    if "label" in cue.cue.frames and not _may_label(page, cue, base):
        return False
    if link.linked and (tells_of_writing(page, cue, link.after) or tells_of_things(page, cue)):
        return False
    if not cue.cue.frames.isdisjoint({"found", "came"}):
        return base.source is not None and (link.linked or "found" in cue.cue.frames)
    if "finding" in cue.cue.frames:
        # People show many things; only of a poll, a study or who makes them is «نشان داد» what it says.
        bare = page.words[cue.first : cue.last] != ("دریافت",)  # a noun, too
        shown = link.colon and link.mark is not None  # «X عکس را نشان داد: «C»»
        written = base.source is not None and finds_in_writing(page, sentence.first, cue.first)
        return shown or (
            (written or finds_out(page, base.source))
            and (
                link.linked
                or (bare and page.count_words(link.after, sentence.last) >= _SHORTEST_FINDING)
                or read_postposed(context, cue, done, base.source) is not None
            )
        )
    if "feeling" in cue.cue.frames or _thought_once(page, cue):
        told = link.colon and link.mark is not None  # «همسرش نگران است: «C»»
        return told or (link.linked and has_own_words(page, link.after, sentence.last))
    if "written" in cue.cue.frames and base.source is None:
        # «در زیر آمده است»: no letter and no report speaks.
        before = page.words[sentence.first : cue.first]
        bears = not get_grammar("fa").words["written_on"].isdisjoint(before)
        return bears or any(names_writing(word, "fa") or names_his_letter(word) for word in before)
    if "marked" in cue.cue.frames:
        return _is_gesture(context, cue, done, link)
    if "linked" in cue.cue.frames and "hope" not in cue.cue.frames:
        asked = page.words[link.after : link.after + 1] == ("ایا",)  # «از او پرسیده شد آیا C»
        told = link.colon or asked or _is_told(page, cue, base) or _is_written(context, cue, done)
        told = told or is_told_in_writing(page, cue)
        told = cue.cue.passive and told
        return link.linked or told or bids_barely(page, cue, link.after, sentence.last)
    return True


def _base_saying(context: Context, number: int, done: int) -> Base:
    """Find what the words before a cue tell: source and addressee."""
    page, sentence, cues = context
    cue, told = cues[number], done
    if done > sentence.first and any(is_relative(page, c) for c in cues[:number]):
        done = sentence.first  # after a relative clause the sentence's own subject speaks again
    # The marks before «توصیف کرد» are what something is called, and stand after the source.
    labels = not cue.cue.frames.isdisjoint({"label", "named", "accused"})
    start = done if labels else clause_start(page, done, cue.first)
    if (opening := spoken_first(context, cue, done)) is not None:
        start = max(start, opening[1] + 1)
    addressee = find_caller(page, start, cue.first) or find_addressee(page, start, cue.first)
    addressee = addressee or find_answered(page, cue) or find_interrupted(page, start, cue.last)
    if told > sentence.first and (addressee is None or addressee[1] < told):
        addressee = asker(context, number) or addressee  # who asked outdoes whom one talks with
    if addressee is None and cue.cue is UNLISTED and page.words[cue.first - 1] == "را":
        addressee = object_before(page, start, cue.first - 1)  # «پسرش را بغل کرد: «…»»
    if "accused" in cue.cue.frames:
        addressee = None  # «X را به «Y» متهم کرد»
    source = find_source(page, cue, sentence, start)
    # «X از Y شنید که C»: he hears it
    if "heard" in cue.cue.frames and source is not None:
        addressee = find_speaking_subject(page, sentence.first, source[0] - 1)
    if source is None and cue.cue.shape == "verb":
        source = _source_before_question(context, number)
    return Base(page, cue, source, beside_source(page, addressee, source))


def _source_before_question(context: Context, number: int) -> Range | None:
    """Who answers where his name stands before the question: «X در پاسخ به این پرسش که C، گفت: …»."""
    page, sentence, cues = context
    asked = next((c for c in cues[:number] if c.cue.shape == "content" and c.cue.passive), None)
    return find_subject(page, sentence.first, asked.first) if asked else None
