"""The grammar of reported speech in Persian: the verb stands last, the source before it, the content after it.

Reads one sentence at a time, cue by cue from its beginning. Each frame is a small function from a cue to a
saying and to the token from which reading goes on.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.contents import tell_kind
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian_phrases import (
    find_addressee,
    find_subject,
    follows_finite_verb,
    is_finite,
    read_noun_phrase,
)
from rawi.quote.saying import Range, Saying

_QUESTIONS = frozenset({"پرسش", "پرسشی", "سوال", "سوالی", "سئوال"})
# Fewer words than this are no clause of their own after a bare cue (development half of the agency reports).
_SHORTEST_CLAUSE = 3
_SHORTEST_LOOSE = 4
_ASKING = frozenset({"پرسید", "پرسیدند", "میپرسد", "میپرسند", "پرسیده"})
_SPOKEN = frozenset(
    {"جمله", "سخن", "سخنان", "عبارت", "نکته", "مطلب", "مطالب", "حرف", "جملات", "پرسش", "پاسخ"}
)
_MODALS = frozenset(
    {"باید", "نباید", "میتوان", "بتوان", "نمیتوان", "توان", "میشود", "نمیتواند", "نخواست"}
)
_PAUSES = frozenset("،؛,;")


class Context(NamedTuple):
    """One sentence being read: `cues` are those outside quotation marks, `done` is where reading goes on."""

    page: Page
    sentence: PlacedSentence
    cues: list[PlacedCue]


def read_sentence(page: Page, sentence: PlacedSentence) -> list[Saying]:
    """Find the sayings of one sentence in text order."""
    cues = page.cues(sentence.first, sentence.last, "fa")
    context = Context(page, sentence, cues)
    found: list[Saying] = []
    done = sentence.first
    for number, cue in enumerate(cues):
        if cue.first < done:
            continue
        for saying, end in _read_cue(context, number, done):
            if saying.source is None and saying.addressee is None and found:
                # In one sentence he goes on to speak to the same.
                saying = saying._replace(addressee=found[-1].addressee)
            found.append(saying)
            done = max(done, end)
    return found


def _read_cue(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """Read one cue; yield its saying and the token from which reading goes on."""
    cue = context.cues[number]
    shape = cue.cue.shape
    if shape == "adjunct":
        yield from _read_adjunct(context, number, done)
    elif shape == "attribution":
        yield from _read_attribution(context, number, done)
    elif shape == "content":
        yield from _read_question(context, number, done)
    else:
        yield from _read_verb(context, number, done)


# ------------------------------------------------------------------ verbs


def _read_verb(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«X گفت [که|:] C», «C» X گفت, «X را Y خواند», «از X خواست C», «X را رد کرد», «بر X تأکید کرد»."""
    page, sentence, cues = context
    cue = cues[number]
    frames = cue.cue.frames
    words = page.words
    if cue.first > sentence.first and words[cue.first - 1] in _MODALS:
        return  # «باید گفت»: the outlet itself speaks
    after, linked, colon = _skip_links(page, cue.last, sentence.last)
    mark = page.mark_at[after + 1] if _opens_mark(page, after, sentence.last) else None
    base = _base_saying(context, number, done)
    if done > sentence.first and base.addressee is None:
        base = base._replace(addressee=_asker(context, number))
    if "label" in frames and page.words[cue.first].startswith("می"):
        return  # «او را «پیر باد» می‌نامند»: a nickname, nobody's statement
    if "label" in frames and not linked and not colon:
        yield from _read_label(context, number, done, base)
        return
    if "finding" in frames and not (linked and _is_document(page, base.source)):
        return  # people show many things; only of a poll or study is it what it says
    if "request" in frames:
        yield from _read_request(context, number, done, base, after)
        return
    looked_back = None if linked or colon else _content_before(context, cue, done)
    if mark and (not linked or _covers(page, mark, after, sentence.last)) and not looked_back:
        if linked or colon or not _goes_on(page, mark, sentence.last):
            yield base(("mark", (mark,))), mark[1] + 1
            return
    if looked_back and not colon:
        contents = [looked_back]
        if mark:
            contents.append(mark)
        yield base(("mark-before", tuple(contents))), (mark[1] + 1 if mark else cue.last)
        return
    if colon:
        yield base(("colon", ((after, sentence.last),))), sentence.last
        return
    if after < sentence.last and (linked or _may_be_bare(page, cue, after, sentence.last)):
        end = _clause_end(context, number, after)
        if page.count_words(after, end) >= (1 if linked else _SHORTEST_CLAUSE):
            yield base(("clause", ((after, end),))), end
            return
    if words[cue.first - 1 : cue.first] and "refuse" in frames:
        yield from _read_refusal(context, number, done, base)
    elif "stress" in frames:
        yield from _read_stress(context, number, done, base)


class _Base(NamedTuple):
    """A saying in the making: everything but its content is known from the cue."""

    page: Page
    cue: PlacedCue
    source: Range | None
    addressee: Range | None

    def __call__(self, content: tuple[str, tuple[Range, ...]]) -> Saying:
        """Make the saying of a content found by a frame."""
        frame, ranges = content
        trimmed = tuple(r for r in (self.page.trim(*part) for part in ranges) if r)
        return Saying(
            "fa",
            trimmed,
            tell_kind(self.page, trimmed, colon=frame == "colon"),
            f"fa.{frame}",
            (self.cue.first, self.cue.last),
            self.cue.cue.cue_class,
            self.source,
            self.addressee,
            plural=self.cue.cue.plural,
            passive=self.cue.cue.passive,
        )


def _base_saying(context: Context, number: int, done: int) -> _Base:
    """Find what the words before a cue tell: source and addressee."""
    page, sentence, cues = context
    cue = cues[number]
    start = _clause_start(page, done, cue.first)
    source = find_subject(page, start, cue.first)
    source = _relayed_source(page, source, cue.first) or source
    if source is None and cue.first < sentence.last:
        source = _source_after(page, cue, sentence)
    addressee = find_addressee(page, start, cue.first)
    if cue.cue.passive:
        source = None
    return _Base(page, cue, source, addressee)


def _relayed_source(page: Page, source: Range | None, at: int) -> Range | None:
    """Who spoke when an outlet tells it of someone: «رادیو X به نقل از یک مقام خبر داد»."""
    if source is None:
        return None
    mention = page.mention_at.get(source[0])
    if mention is None or mention.mention.rule != "fa.outlet":
        return None
    relay = next((c for c in page.cues(source[1], at, "fa") if c.cue.relay), None)
    return read_noun_phrase(page, relay.last, at) if relay else None


def _is_document(page: Page, source: Range | None) -> bool:
    """Tell whether a source is a poll, a study or a paper."""
    documents = get_grammar("fa").documents
    return source is not None and any(page.words[i] in documents for i in range(*source))


def _asker(context: Context, number: int) -> Range | None:
    """Whom an answer is given to: who asked earlier in the sentence."""
    page, sentence, cues = context
    for earlier in reversed(cues[:number]):
        if earlier.cue.shape == "content":
            asked = _question_before(page, sentence.first, earlier.first)
            return page.trim(asked + 1, earlier.first) if asked is not None else None
    return None


def _question_before(page: Page, first: int, at: int) -> int | None:
    """The noun for a question among the words before a place."""
    return next((i for i in range(at - 1, first - 1, -1) if page.words[i] in _QUESTIONS), None)


def _source_after(page: Page, cue: PlacedCue, sentence: PlacedSentence) -> Range | None:
    """The source between cue and colon: «… می‌گوید وزیر آب: »; rare, so only a pronoun or a known name."""
    mention = page.mention_at.get(cue.last)
    if mention and mention.last < sentence.last and page.words[mention.last] == ":":
        return mention.first, mention.last
    return None


def _clause_start(page: Page, done: int, before: int) -> int:
    """Where the words about the source begin: after the last marked stretch before the cue that is a content."""
    start = done
    for mark in page.marked:
        if done <= mark[0] and mark[1] < before and page.count_words(*mark) > 3:
            start = max(start, mark[1] + 1)
    return start


def _skip_links(page: Page, at: int, last: int) -> tuple[int, bool, bool]:
    """Skip «که» and the colon after a cue; tell whether either stood there."""
    words = page.words
    linked = colon = False
    i = at
    while i < last:
        if words[i] in ("که", "اینکه", "انکه") or (
            words[i] in ("این", "ان") and words[i + 1 : i + 2] == ("که",)
        ):
            linked = True
        elif words[i] == ":":
            colon = True
        elif not (
            words[i] in _PAUSES and i + 1 < last and (words[i + 1] == "که" or words[i + 1] in MARKS)
        ):
            break
        i += 1
    return i, linked, colon


def _opens_mark(page: Page, at: int, last: int) -> bool:
    """Tell whether a marked stretch begins at a token."""
    if at + 1 >= last or page.words[at] not in MARKS:
        return False
    mark = page.mark_at[at + 1]
    return mark is not None and mark[0] == at + 1


def _covers(page: Page, mark: Range, first: int, last: int) -> bool:
    """Tell whether a marked stretch is all there is in [first, last) but a few words."""
    return page.count_words(max(first, mark[1]), last) <= 0.07 * page.count_words(first, last)


def _goes_on(page: Page, mark: Range, last: int) -> bool:
    """Tell whether the clause goes on after a short marked stretch: «پرستو» برنده شد."""
    after = mark[1] + 1
    if after >= last or not page.is_word(after) or page.words[after] == "و":
        return False
    return page.count_words(*mark) <= 4 or (
        page.count_words(after, last) > 2 and not page.cues(after, last, "fa")
    )


def _content_before(context: Context, cue: PlacedCue, done: int) -> Range | None:
    """The marked stretch that ends shortly before a cue: «…» وی گفت."""
    page = context.page
    for mark in reversed(page.marked):
        if done <= mark[0] and mark[1] < cue.first:
            if page.count_words(*mark) <= 3 and page.count_words(mark[1], cue.first) > 0:
                continue  # a title or nickname; what was said may stand before it
            between = page.count_words(mark[1], cue.first)
            if _points_back(page, mark[1], cue.first):
                return mark
            long_enough = page.count_words(*mark) >= (4 if between else 2)
            return mark if between <= 10 and long_enough else None
    return None


def _points_back(page: Page, first: int, last: int) -> bool:
    """Tell whether the words after a mark speak of it: ««…»؛ این جمله را X در نشست گفت»."""
    words = page.words
    return any(
        words[i] == "این"
        and (words[i + 1] == "را" or (words[i + 2] == "را" and words[i + 1] in _SPOKEN))
        for i in range(first, min(last - 1, first + 5))
    )


def _may_be_bare(page: Page, cue: PlacedCue, after: int, last: int) -> bool:
    """Tell whether a clause may follow a cue with neither «که» nor colon."""
    words = page.words
    if not cue.cue.frames & {"clause", "hope"}:
        return False
    if words[after] == "ایا" and words[cue.first] not in _ASKING:
        return False
    if words[after] in ("و", "اما", "ولی", "تا") or (
        not page.is_word(after) and words[after] not in MARKS
    ):
        return False
    return page.count_words(after, last) >= _SHORTEST_LOOSE


def _clause_end(context: Context, number: int, start: int) -> int:
    """Where a clause after a cue ends: before the clause of the next cue, else with the sentence."""
    page, sentence, cues = context
    for later in cues[number + 1 :]:
        if later.first <= start or later.cue.shape == "content":
            continue
        border = _last_border(page, start, later)
        if border is not None:
            return border
    return sentence.last


def _last_border(page: Page, start: int, later: PlacedCue) -> int | None:
    """The «و» or pause before a later cue at which a new main clause begins; None when the cue is inside the clause."""
    words = page.words
    for i in range(later.first - 1, start, -1):
        if page.mark_at[i] is not None:
            continue
        joint = words[i] == "و" or words[i] in _PAUSES
        if joint and follows_finite_verb(page, i):
            return i
        if joint and i == later.first - 1 and words[i] == "و":
            return i
        if i < later.first - 1 and is_finite(page, i) and not joint:
            return None
        if words[i] in ("که", "اگر", "وقتی", "چون", "زیرا"):
            return None
    return None


# ------------------------------------------------------------------ other frames of verbs


def _read_label(
    context: Context, number: int, done: int, base: _Base
) -> Iterator[tuple[Saying, int]]:
    """«X این قهرمانی را «حاصل هزار صبح» خواند»: what is called and what it is called."""
    page = context.page
    cue = context.cues[number]
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
    if content and page.count_words(*content) >= 3 and page.count_words(marker, cue.first) >= 1:
        saying = base._replace(source=source)(("label", (content,)))
        yield saying, cue.last


def _object_start(page: Page, first: int, marker: int) -> int:
    """Where the object before «را» begins: after the last pause or phrase of circumstance."""
    words = page.words
    for i in range(marker - 1, first - 1, -1):
        if words[i] in _PAUSES and page.mark_at[i] is None:
            return i + 1
    i = first
    while i < marker and (words[i] in ("نیز", "هم", "همچنین", "در", "ادامه", "و")):
        i += 1
    return i


def _read_request(
    context: Context, number: int, done: int, base: _Base, after: int
) -> Iterator[tuple[Saying, int]]:
    """«از پژوهشگران خواست [که] C»; without «از …» it is a wish."""
    page, sentence, cues = context
    cue = cues[number]
    words = page.words
    asked = next(
        (
            i
            for i in range(cue.first - 1, done - 1, -1)
            if words[i] == "از" and page.mark_at[i] is None
        ),
        None,
    )
    linked = after > cue.last
    if page.words[cue.first - 1] == "که" or (asked is None and not linked):
        return
    if after >= sentence.last or page.count_words(after, sentence.last) < 2:
        return
    end = _clause_end(context, number, after)
    addressee = page.trim(asked + 1, cue.first) if asked is not None else base.addressee
    if addressee and page.count_words(*addressee) > 12:
        return
    source = base.source
    if asked is not None and source and source[0] >= asked:
        source = find_subject(page, done, asked)
    if page.count_words(after, end) >= 2:
        yield base._replace(addressee=addressee, source=source)(("request", ((after, end),))), end


def _read_refusal(
    context: Context, number: int, done: int, base: _Base
) -> Iterator[tuple[Saying, int]]:
    """«X شایعه را رد کرد»: the refused is a noun phrase."""
    page = context.page
    cue = context.cues[number]
    if page.words[cue.first - 1] != "را":
        return
    source = base.source if base.source and base.source[1] < cue.first - 1 else None
    content = page.trim(
        _object_start(page, source[1] if source else done, cue.first - 1), cue.first - 1
    )
    if content and page.count_words(*content) >= 2:
        yield base._replace(source=source)(("refusal", (content,))), cue.last


def _read_stress(
    context: Context, number: int, done: int, base: _Base
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
        source = find_subject(page, _clause_start(page, done, marker), marker)
        yield base._replace(source=source)(("stress", (content,))), cue.last


# ------------------------------------------------------------------ other shapes


def _read_adjunct(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«X با بیان اینکه C، افزود: …»: the content stands before the main verb."""
    page, sentence, cues = context
    cue = cues[number]
    after, linked, _ = _skip_links(page, cue.last, sentence.last)
    if not linked:
        return
    main = next((c for c in cues[number + 1 :] if c.first > after and c.cue.shape == "verb"), None)
    end = _adjunct_end(page, after, main.first if main else sentence.last)
    source = find_subject(page, done, cue.first)
    if source is None and main:
        source = find_subject(page, end, main.first)
    base = _Base(page, cue, source, None)
    if page.count_words(after, end) >= 2:
        yield base(("adjunct", ((after, end),))), end


def _adjunct_end(page: Page, start: int, main: int) -> int:
    """The end of an adjunct's clause: the last pause after a finite verb, else the last pause, else the main verb."""
    words = page.words
    pauses = [i for i in range(start, main) if words[i] in _PAUSES and page.mark_at[i] is None]
    after_verb = [i for i in pauses if follows_finite_verb(page, i)]
    if after_verb:
        return after_verb[-1]
    return pauses[-1] if pauses else main


def _read_attribution(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«به گفتهٔ X، C» or «C، به گفتهٔ X»; the outlet's own formula is left to the relay."""
    page, sentence, cues = context
    cue = cues[number]
    source = read_noun_phrase(page, cue.last, sentence.last)
    if source is None:
        return
    verb = next((c for c in cues[number + 1 :] if c.cue.shape == "verb"), None)
    if cue.cue.relay and (
        verb or (page.words[cue.first] == "به" and page.words[cue.first + 1] == "گزارش")
    ):
        return
    after = source[1]
    if after < sentence.last and page.words[after] in _PAUSES:
        after += 1
    before = page.trim(done, cue.first)
    content: Range = (after, _clause_end(context, number, after))
    if page.count_words(*content) < 3 and before and page.count_words(*before) > 3:
        content = before
    if page.count_words(*content) >= 2:
        base = _Base(page, cue, source, None)
        yield base(("attribution", (content,))), content[1]


def _read_question(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«در پاسخ به پرسش X مبنی بر اینکه C، …»."""
    page, sentence, _ = context
    cue = context.cues[number]
    after, linked, _ = _skip_links(page, cue.last, sentence.last)
    asked = _question_before(page, done, cue.first)
    if not linked or asked is None:
        return
    source = page.trim(asked + 1, cue.first)
    pauses = [
        i
        for i in range(after, sentence.last)
        if page.words[i] in _PAUSES and page.mark_at[i] is None
    ]
    end = next(
        (i for i in pauses if follows_finite_verb(page, i)), pauses[0] if pauses else sentence.last
    )
    asked_one = find_subject(page, done, asked)
    base = _Base(page, cue, source, asked_one)
    yield base(("question", ((after, end),))), end
