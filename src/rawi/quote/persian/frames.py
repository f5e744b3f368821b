"""The frames of Persian reported speech but the plain one: labels, requests, refusals, adjuncts, attributions.

Each is a small function from a cue to its saying and to the token from which reading goes on.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_writing
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.addressees import find_addressee, question_before
from rawi.quote.persian.clauses import (
    Base,
    Context,
    clause_end,
    clause_start,
    is_relative,
    opens_mark,
    read_link,
)
from rawi.quote.persian.phrases import PAUSES, follows_finite_verb, is_finite, read_noun_phrase
from rawi.quote.persian.subjects import can_speak, find_subject
from rawi.quote.saying import Range, Saying

_OBJECTS = frozenset({"او", "وی", "ان", "انها", "این", "انان", "اینها"})


def read_label(
    context: Context, number: int, done: int, base: Base
) -> Iterator[tuple[Saying, int]]:
    """«X این قهرمانی را «حاصل هزار صبح» خواند»: what is called and what it is called."""
    page = context.page
    cue = context.cues[number]
    if is_relative(page, cue):
        return  # «که او را «پیر باد» نامیده»
    marker = next(
        (
            i
            for i in range(cue.first - 1, done, -1)
            if page.words[i] == "را" and page.mark_at[i] is None
        ),
        None,
    )
    if marker is None or cue.first - marker > 30:
        return
    source = base.source if base.source and base.source[1] <= marker else None
    first = source[1] if source else done
    content = page.trim(_object_start(page, first, marker), cue.first)
    after = page.words[marker + 1 : marker + 3]
    if content and (
        page.words[content[0]] == "که"
        or (after[:1] != ("به",) and after[0] in get_grammar("fa").prepositions)
    ):
        return  # «که او را «پیر باد» نامیده», «آن را برای حاضران خواند»
    if content and page.count_words(*content) >= 3 and page.count_words(marker, cue.first) >= 1:
        mark = page.mark_at[marker + 2] if opens_mark(page, marker + 1, cue.first) else None
        if mark and page.words[marker - 1] in _OBJECTS and marker - content[0] == 1:
            content = mark  # «آنها را «X» خواند»: what is called is no more than a pronoun
        saying = base._replace(source=source).say("label", content)
        yield saying, cue.last


def _object_start(page: Page, first: int, marker: int) -> int:
    """Where the object before «را» begins: after the last pause or phrase of circumstance."""
    words = page.words
    for i in range(marker - 1, first - 1, -1):
        joint = words[i] in PAUSES or (words[i] == "و" and follows_finite_verb(page, i))
        if joint and page.mark_at[i] is None:
            return _skip_particles(page, i + 1, marker)
    return _skip_particles(page, first, marker)


def _skip_particles(page: Page, i: int, marker: int) -> int:
    """The token after «نیز», «همچنین», «در ادامه»."""
    while i < marker and page.words[i] in ("نیز", "هم", "همچنین", "در", "ادامه", "و"):
        i += 1
    return i


def read_request(
    context: Context, number: int, done: int, base: Base, after: int
) -> Iterator[tuple[Saying, int]]:
    """«از پژوهشگران خواست [که] C»; without «از …» it is a wish."""
    page, sentence, cues = context
    cue = cues[number]
    asked = _find_asked(page, cue, done)
    if not _is_request(page, cue, asked, linked=after > cue.last):
        return
    if after >= sentence.last or page.count_words(after, sentence.last) < 2:
        return
    if page.words[after] == "و":
        return
    if page.words[after] == "تا":
        after += 1  # «از آنان خواست تا C»
    end = clause_end(context, number, after)
    addressee = _read_asked(page, asked, cue) if asked is not None else base.addressee
    if addressee and page.count_words(*addressee) > 12:
        return
    source = base.source
    if asked is not None and source and source[0] >= asked:
        source = find_subject(page, done, asked)
    if page.count_words(after, end) >= 2:
        yield base._replace(addressee=addressee, source=source).say("request", (after, end)), end


def _find_asked(page: Page, cue: PlacedCue, done: int) -> int | None:
    """The «از» before whom something is asked."""
    return next(
        (
            i
            for i in range(cue.first - 1, done - 1, -1)
            if page.words[i] == "از" and page.mark_at[i] is None
        ),
        None,
    )


def _is_request(page: Page, cue: PlacedCue, asked: int | None, *, linked: bool) -> bool:
    """Tell whether a verb of asking asks here, and neither wishes («می خواست که») nor invites («را به X دعوت کرد»)."""
    words = page.words
    if words[cue.first - 1] == "که":
        return False
    if asked is None:
        return linked and not words[cue.first].startswith("می")
    return "را" not in words[asked : cue.first]


def _read_asked(page: Page, asked: int, cue: PlacedCue) -> Range | None:
    """Who is asked, without «نیز»."""
    till = cue.first
    while till > asked + 2 and page.words[till - 1] in ("نیز", "هم", "همچنین"):
        till -= 1
    return page.trim(asked + 1, till)


def read_refusal(
    context: Context, number: int, done: int, base: Base
) -> Iterator[tuple[Saying, int]]:
    """«X شایعه را رد کرد»: the refused is a noun phrase."""
    page = context.page
    cue = context.cues[number]
    at = cue.first - 1
    while at > done and page.words[at] in ("نیز", "هم", "قویا", "شدیدا", "رسما", "صراحتا"):
        at -= 1
    if page.words[at] != "را":
        yield from _read_refused_clause(context, number, done, base)
        return
    source = base.source if base.source and base.source[1] < at else None
    content = page.trim(_object_start(page, source[1] if source else done, at), at)
    said = content and _clause_in(page, content)
    if said:
        # «این موضوع که افکار عمومی تغییر کرده است را رد کرد»
        yield base._replace(source=source).say("clause", said), cue.last
    elif content and _is_refused(page, content):
        yield base._replace(source=source).say("refusal", content), cue.last


def _clause_in(page: Page, content: Range) -> Range | None:
    """The clause in «این موضوع که C»; None when a phrase holds none of that kind."""
    link = next((i for i in range(content[0] + 2, content[1]) if page.words[i] == "که"), None)
    if link is None or page.words[link - 2] not in get_grammar("fa").demonstratives:
        return None
    return page.trim(link + 1, content[1])


def _is_refused(page: Page, content: Range) -> bool:
    """Tell whether a noun phrase says what is denied: a few words that neither point back nor hold a clause."""
    grammar = get_grammar("fa")
    words = page.words[slice(*content)]
    points_back = any(word in grammar.demonstratives for word in words)
    return 2 <= page.count_words(*content) <= 8 and not points_back and "که" not in words


def _read_refused_clause(
    context: Context, number: int, done: int, base: Base
) -> Iterator[tuple[Saying, int]]:
    """«این ادعا را که C رد کرد»: the refused is a clause."""
    page, cue = context.page, context.cues[number]
    words = page.words
    link = next(
        (
            i + 1
            for i in range(cue.first - 2, done, -1)
            if words[i] == "را" and words[i + 1] == "که" and page.mark_at[i] is None
        ),
        None,
    )
    content = page.trim(link + 1, cue.first) if link else None
    if link and content and page.count_words(*content) >= 2:
        source = find_subject(page, clause_start(page, done, link), link - 1)
        yield base._replace(source=source).say("clause", content), cue.last


def read_stress(
    context: Context, number: int, done: int, base: Base
) -> Iterator[tuple[Saying, int]]:
    """«بر لزوم بیمه تأکید کرد»: the stressed is a noun phrase after «بر»."""
    page = context.page
    cue = context.cues[number]
    words = page.words
    marker = next(
        (
            i
            for i in range(cue.first - 1, done - 1, -1)
            if words[i] == "بر" and page.mark_at[i] is None
        ),
        None,
    )
    if marker is None or words[marker + 1 : marker + 2][0] not in ("لزوم", "ضرورت", "اهمیت"):
        return
    content = page.trim(marker + 1, cue.first)
    if content and page.count_words(*content) <= 40:
        source = find_subject(page, clause_start(page, done, marker), marker)
        yield base._replace(source=source).say("stress", content), cue.last


def read_adjunct(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«X با بیان اینکه C، افزود: …»: the content stands before the main verb."""
    page, sentence, cues = context
    cue = cues[number]
    after, linked, _, _ = read_link(page, cue.last, sentence.last)
    if not linked:
        return
    main = next((c for c in cues[number + 1 :] if c.first > after and c.cue.shape == "verb"), None)
    end = _adjunct_end(page, after, main.first if main else sentence.last)
    source = find_subject(page, done, cue.first)
    if source is None and main:
        source = find_subject(page, end, main.first)
    base = Base(page, cue, source, find_addressee(page, done, cue.first))
    if page.count_words(after, end) >= 2:
        yield base.say("adjunct", (after, end)), end


def _adjunct_end(page: Page, start: int, main: int) -> int:
    """The end of an adjunct's clause: the last pause after a finite verb, else the last pause, else the main verb."""
    words = page.words
    pauses = [i for i in range(start, main) if words[i] in PAUSES and page.mark_at[i] is None]
    after_verb = [i for i in pauses if follows_finite_verb(page, i)]
    if after_verb:
        return after_verb[-1]
    return pauses[-1] if pauses else main


def is_attribution(page: Page, cue: PlacedCue, last: int) -> bool:
    """Tell whether «از نظر …», «طبق …», «به ادعای …» names a source here: someone, or a writing; no answer to it."""
    source = read_noun_phrase(page, cue.last, last)
    if source is None:
        return False
    if cue.cue.people and not can_speak(page, source):
        return False
    if cue.cue.writings and not names_writing(page.words[source[0]], "fa"):
        return False
    others = get_grammar("fa").words["other_datives"]
    return cue.first == 0 or page.words[cue.first - 1] not in others  # «در پاسخ به ادعای X»


def read_attribution(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«به گفتهٔ X، C» or «C، به گفتهٔ X»; the outlet's own formula is left to the relay."""
    page, sentence, cues = context
    cue = cues[number]
    source = read_noun_phrase(page, _skip_adjectives(page, cue.last, sentence.last), sentence.last)
    if source is None:
        return
    verb = next((c for c in cues[number + 1 :] if c.cue.shape == "verb"), None)
    if cue.cue.relay and (
        verb or (page.words[cue.first] == "به" and page.words[cue.first + 1] == "گزارش")
    ):
        return
    after = _skip_relative(page, source[1], sentence.last)
    if after < sentence.last and page.words[after] in PAUSES:
        after += 1
    else:
        after = _skip_place(page, after, sentence.last)
    before = page.trim(done, cue.first)
    content: Range = (after, clause_end(context, number, after))
    if page.count_words(*content) < 3 and before and page.count_words(*before) > 3:
        content = before
    if page.count_words(*content) >= 2:
        base = Base(page, cue, source, None)
        yield base.say("attribution", content), content[1]


def _skip_adjectives(page: Page, at: int, last: int) -> int:
    """The token after «اولیهٔ» in «بر اساس گزارش اولیهٔ X»."""
    while at < last - 1 and page.words[at] in get_grammar("fa").words["message_adjectives"]:
        at += 1
    return at


def _skip_relative(page: Page, at: int, last: int) -> int:
    """After «بنا بر مقاله‌ای که دیروز منتشر شد، …» the token after the relative clause."""
    if at >= last or page.words[at] != "که":
        return at
    return next(
        (
            i
            for i in range(at, last)
            if page.words[i] in PAUSES and page.mark_at[i] is None and follows_finite_verb(page, i)
        ),
        at,
    )


def _skip_place(page: Page, at: int, last: int) -> int:
    """After «به نوشتهٔ X» the token after a phrase of place or time before a pause: «در دفترچهٔ طرح، …»."""
    if at >= last or page.words[at] not in get_grammar("fa").prepositions:
        return at
    for i in range(at, min(last, at + 8)):
        if page.words[i] in PAUSES and page.mark_at[i] is None:
            return i + 1
        if is_finite(page, i):
            break
    return at


def read_question(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«در پاسخ به پرسش X مبنی بر اینکه C، …»."""
    page, sentence, _ = context
    cue = context.cues[number]
    after, linked, _, _ = read_link(page, cue.last, sentence.last)
    asked = question_before(page, done, cue.first)
    if not linked or asked is None:
        return
    source = page.trim(asked + 1, cue.first)
    pauses = [
        i
        for i in range(after, sentence.last)
        if page.words[i] in PAUSES and page.mark_at[i] is None
    ]
    end = next(
        (i for i in pauses if follows_finite_verb(page, i)), pauses[0] if pauses else sentence.last
    )
    asked_one = find_subject(page, done, asked)
    base = Base(page, cue, source, asked_one)
    yield base.say("question", (after, end)), end
