"""The frames of Persian reported speech in which the content is no plain clause: requests, refusals, stress.

Each is a small function from a cue to its saying and to the token from which reading goes on.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.clauses import Base, clause_start, marks_after_colon
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import ORDERS, asks_us, clause_end, wants_of_others
from rawi.quote.persian.hearers import may_ask_of, object_before
from rawi.quote.persian.labels import object_after, object_start
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.until import tells_when
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range, Saying

_LONGEST_ASKED = 12  # words of whom one asks
_URGING = frozenset({"ترغیب", "تشویق", "دعوت"})
_NAMELESS = frozenset({"نامش", "نامشان", "اسمش", "اسمشان", "هویتش", "هویتشان", "ناشناس"})
_OBLIGING = frozenset({"مکلف", "موظف", "ملزم", "مامور"})


def read_request(
    context: Context, number: int, done: int, base: Base, after: int
) -> Iterator[tuple[Saying, int]]:
    """«از پژوهشگران خواست [که] C»; without «از …» it is a wish."""
    page, sentence, cues = context
    cue = cues[number]
    asked = _find_asked(page, cue, done)
    urged = _find_urged(page, cue, done, to=page.words[after : after + 1] == ("تا",))
    told = after > cue.last or base.addressee is not None or wants_of_others(page, cue)
    if not urged and not _is_request(page, cue, asked, told=told):
        return
    if not _holds_request(page, after, sentence.last) or page.words[after] in ("و", "،"):
        return
    before = page.words[after + 1] in ORDERS  # «خواست تا | پیش از رفتن در را ببندند»
    to = page.words[after] == "تا" and page.words[after - 1] != "که"  # «خواست که | تا C»
    if to and (before or not tells_when(page, after)):
        after += 1  # «از آنان خواست تا C»
    end = clause_end(context, number, after)
    us = (after, after + 1) if asks_us(page, after) else None  # «خواهش کرد | من هم ننویسم»
    addressee = _read_asked(page, asked, cue) if asked is not None else base.addressee or us
    if urged:
        addressee, asked = urged, urged[0]  # «مردم را تشویق کرد تا C»
    if addressee and page.count_words(*addressee) > _LONGEST_ASKED:
        if not _has_link(page, addressee):
            return
        addressee = addressee[0], page.words.index("که", addressee[0])  # «از شاهدانی که …»
    source = base.source
    if asked is not None and source and source[0] >= asked:
        source = find_subject(page, done, asked)
    if _holds_request(page, after, end):
        yield from _asked_then_said(base._replace(addressee=addressee, source=source), after, end)


def _holds_request(page: Page, first: int, last: int) -> bool:
    """Tell whether words hold what is asked for: two of them, or a verb alone, «از او خواست | بماند»."""
    count = page.count_words(first, last)
    return count > 1 or (count == 1 and page.is_word(first) and is_finite(page, first))


def _asked_then_said(base: Base, after: int, end: int) -> Iterator[tuple[Saying, int]]:
    """What is asked for, and the words in marks a colon adds: «از مردم خواست آهسته برانند: «C»»."""
    both = marks_after_colon(base.page, after, end)
    stop = both[0] if both else end
    yield base.say("request", (after, stop)), stop
    if both is not None:
        said = base.say("mark", both[1])
        yield said._replace(cue=None, cue_class=None, source=None, heir=True), both[1][1] + 1


def _has_link(page: Page, asked: Range) -> bool:
    """Tell whether people of whom a relative clause tells are asked: «از کسانی که …»."""
    words = page.words[slice(*asked)]
    people = names_people(words[0].removesuffix("ی"), "fa") or can_speak(page, asked)
    return "که" in words[1:4] and people


def _find_asked(page: Page, cue: PlacedCue, done: int) -> int | None:
    """The «از» before whom something is asked."""
    return next(
        (
            i
            for i in range(cue.first - 1, done - 1, -1)
            if page.words[i] == "از"
            and page.mark_at[i] is None
            and may_ask_of(page, i)
            and _reaches(page, i, cue.first)
        ),
        None,
    )


def _reaches(page: Page, asked: int, cue: int) -> bool:
    """Tell whether «از» belongs to the verb of asking, and not to a relative clause before it."""
    return "که" in page.words[asked + 1 : asked + 5] or not any(
        is_finite(page, i) for i in range(asked + 1, cue)
    )


def _find_urged(page: Page, cue: PlacedCue, done: int, *, to: bool) -> Range | None:
    """Whom one urges or obliges: the people before «را» in «مردم را تشویق کرد تا C», «مدیر را مکلف کرد C».

    `to`: «تا» follows.
    """
    if not (to and page.words[cue.first] in _URGING) and page.words[cue.first] not in _OBLIGING:
        return None
    for marker in range(cue.first - 1, done, -1):
        if page.words[marker] == "را" and page.mark_at[marker] is None:
            return object_before(page, done, marker)
    return None


def _is_request(page: Page, cue: PlacedCue, asked: int | None, *, told: bool) -> bool:
    """Tell whether a verb of asking asks here, and neither wishes («می خواست که») nor invites («را به X دعوت کرد»).

    `told`: «که» follows, or whom it is said to stands before: «در نامه ای به X خواسته است C».
    """
    words = page.words
    if words[cue.first - 1] == "که" or words[cue.last] in _NAMELESS:
        return False  # «خواست نامش برده نشود»
    if asked is None:
        return told and not words[cue.first].startswith("می")
    first = asked
    if "که" in words[asked : cue.first]:
        # «از همسایگانی که او را می شناسند خواست»: what stands in the relative clause is no object of the asking.
        ends = [i for i in range(asked, cue.first + 1) if follows_finite_verb(page, i)]
        first = ends[-1] if ends else asked
    return "را" not in words[first : cue.first]


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
    source = source and _before_claim(page, source)
    content = page.trim(object_start(page, object_after(base, source, done, at), at), at)
    said = content and _clause_in(page, content)
    if said:
        # «این موضوع که افکار عمومی تغییر کرده است را رد کرد»
        yield base._replace(source=source).say("clause", said), cue.last
    elif content and _is_refused(page, content) and not _is_headline(context):
        yield base._replace(source=source).say("refusal", content), cue.last


def _before_claim(page: Page, source: Range) -> Range:
    """The source without the claim that he denies: «مدیر باغ وحش | اتهامات مربوط به …»."""
    claims = get_grammar("fa").words["claims"]
    ends = [i for i in range(source[0] + 1, source[1]) if page.words[i] in claims]
    return (source[0], ends[0]) if ends else source


def _is_headline(context: Context) -> bool:
    """Tell whether a sentence is a heading: that repeats in few words what the report tells."""
    return context.page.paragraphs[context.sentence.paragraph].kind == "headline"


def _clause_in(page: Page, content: Range) -> Range | None:
    """The clause in «این موضوع که C», «اتهام مربوط به اینکه C»; None when a phrase holds none of that kind."""
    grammar = get_grammar("fa")
    for i in range(content[0] + 1, content[1] - 1):
        if page.words[i] in ("اینکه", "انکه"):
            return page.trim(i + 1, content[1])
        if page.words[i] == "که":
            noun = i - 2 if page.words[i - 1] == "را" else i - 1
            told = page.words[noun] in grammar.words["facts"]
            told = told and page.words[noun - 1] in grammar.demonstratives
            return page.trim(i + 1, content[1]) if told else None
    return None


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
    if marker is None or words[marker + 1] not in get_grammar("fa").words["necessities"]:
        return
    content = page.trim(marker + 1, cue.first)
    if content and page.count_words(*content) <= 40:
        source = find_subject(page, clause_start(page, done, marker), marker)
        yield base._replace(source=source).say("stress", content), cue.last
