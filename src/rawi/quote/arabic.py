"""The grammar of reported speech in Arabic: the verb opens the clause, the source follows, then the content.

Reads one sentence at a time. Participles («مضيفاً», «مشيراً إلى أنّ») and verbal nouns («قوله») carry the source of
the verb before them; «بحسب X» and «وفقاً لـX» stand before or after their content.
"""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic_phrases import (
    CALLED,
    find_addressee,
    find_asker,
    find_holder,
    is_complementizer,
    keeps_subject,
    may_ask,
    names_outlet,
    nearest_person,
    read_antecedent,
    read_source,
    read_source_before,
    relayed_source,
    text_author,
)
from rawi.quote.contents import tell_kind
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range, Saying

# The content begins at most so many tokens after the cue: name, role, place and occasion stand between.
_LONGEST_GAP = 45
_LONGEST_GAP_PARTICIPLE = 12
_PAUSES = frozenset("،؛,;")
_BEFORE_CONTENT = MARKS | {":"}
_SUBORDINATE = frozenset({"اذ", "واذ", "بعدما", "وبعدما", "فیما", "وفیما", "بینما", "وبینما"})
_SHORT_MARK = 4  # words; shorter ones are names and titles unless the cue points at them


class Opening(NamedTuple):
    """Where a content begins: `at` is its opener, `start` its first token; `sign` is mark, that, colon or pause."""

    at: int
    start: int
    sign: str


class Context(NamedTuple):
    """One sentence being read."""

    page: Page
    sentence: PlacedSentence
    cues: list[PlacedCue]


def read_sentence(page: Page, sentence: PlacedSentence) -> list[Saying]:
    """Find the sayings of one sentence in text order."""
    context = Context(page, sentence, _true_cues(page, sentence))
    found: list[Saying] = []
    done = sentence.first
    holder = find_holder(page, sentence.first, sentence.last)
    relayed: Range | None = None
    for number, cue in enumerate(context.cues):
        if cue.first < done:
            continue
        passed_on = relayed if cue.cue.shape == "masdar" else None
        for saying, end in _read_cue(context, number, done, passed_on or holder):
            found.append(_inherit_addressee(saying, found))
            if not passed_on:
                holder = saying.source or holder
            done = max(done, end)
        if cue.cue.shape == "verb" and cue.first >= done:
            limit = _limit(context, number)
            named = read_source(page, cue.last, limit)
            if named:
                passes_on = page.words[cue.first].removeprefix("و").startswith("نقل")
                relayed = relayed_source(page, named, limit, anyone=passes_on)
                holder = named
    return found


def _inherit_addressee(saying: Saying, before: list[Saying]) -> Saying:
    """In one sentence a speaker goes on to speak to the same."""
    if saying.addressee is None and before and before[-1].source == saying.source:
        return saying._replace(addressee=before[-1].addressee)
    return saying


def _true_cues(page: Page, sentence: PlacedSentence) -> list[PlacedCue]:
    """The cues of a sentence without the common words that only look like one."""
    return [
        cue
        for cue in page.cues(sentence.first, sentence.last, "ar")
        if _is_verb_here(page, sentence, cue)
    ]


def _is_verb_here(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a form that is also another word is the cue here."""
    if page.words[cue.first] in CALLED:
        # «شاهد يُدعى مروان»: only with a clause after it does it say that he claims.
        return cue.last < sentence.last and is_complementizer(page.words[cue.last])
    if cue.cue.shape == "participle" and cue.first > sentence.first:
        # «عن أمله»: a noun that looks like آملة.
        return page.words[cue.first - 1] not in get_grammar("ar").prepositions
    before = page.words[cue.first - 1] if cue.first > sentence.first else ""
    if before == "قد" and page.words[cue.first].startswith("ی"):
        return False  # «قد يعتقد»: he may, nobody says that he does
    return not cue.cue.initial or cue.first == sentence.first or not page.is_word(cue.first - 1)


def _read_cue(
    context: Context, number: int, done: int, holder: Range | None
) -> Iterator[tuple[Saying, int]]:
    """Read one cue; yield its sayings and the token from which reading goes on."""
    shape = context.cues[number].cue.shape
    if shape == "attribution":
        yield from _read_attribution(context, number, done)
    elif shape != "content":
        yield from _read_verb(context, number, done, holder)


# ------------------------------------------------------------------ verbs, participles, verbal nouns


def _limit(context: Context, number: int) -> int:
    """The token up to which a cue may look for its content: the next cue, or the sentence's end."""
    later = context.cues[number + 1 :]
    return next((c.first for c in later if c.cue.shape != "attribution"), context.sentence.last)


def _read_verb(
    context: Context, number: int, done: int, holder: Range | None
) -> Iterator[tuple[Saying, int]]:
    """«قال X إنّ C», «قال X: «C»», ««C»، قال X», «مضيفاً أنّ C», «دعا X إلى C»."""
    page, sentence, cues = context
    cue = cues[number]
    limit = _limit(context, number)
    opening = _find_opening(page, cue, limit, sentence.last)
    source = None
    if cue.cue.shape == "verb" and not cue.cue.object:
        source = _read_verb_source(context, number, done, opening.at if opening else limit)
    if source is None and (cue.cue.shape != "verb" or keeps_subject(page, sentence.first, cue)):
        source = holder
    if source is None and cue.cue.shape == "participle":
        source = nearest_person(page, sentence.first, cue.first)
    if cue.cue.passive:
        source = None
    named = source[1] if source and source[0] >= cue.last else cue.last
    addressee = (
        find_addressee(page, named, opening.at if opening else limit, cue)
        or find_asker(page, sentence.first, cue.first)
        or find_addressee(page, done, cue.first, cue)
    )
    if addressee and source and addressee[0] < source[1] and source[0] < addressee[1]:
        addressee = None
    if opening is None or opening.sign == "pause":
        before = _content_before(page, cue, done)
        if before:
            yield _make(page, cue, "mark-before", before, source, addressee), cue.last
            return
    if opening is None:
        if "request" in cue.cue.frames or "object" in cue.cue.frames:
            yield from _read_object(context, number, source)
        return
    yield from _read_content(context, number, opening, source, addressee)


def _read_verb_source(context: Context, number: int, done: int, stop: int) -> Range | None:
    """The source of a verb: the phrase after it, the antecedent of «الذي», or the phrase before it."""
    page, sentence, cues = context
    cue = cues[number]
    source = read_source(page, cue.last, stop)
    if source and (body := text_author(page, source)) != source:
        return body  # «جاء في بيان للشركة»: the company; «جاء في نصّها»: who wrote it
    if source and "request" in cue.cue.frames and not may_ask(page, source, cue):
        source = None  # «ودعا الاتحادات إلى …»: it is they who are asked
    if source:
        before = read_source_before(page, done, cue.first)
        if before and page.words[cue.first - 1] == "قد":
            return before  # «وكان شاهد قد أبلغ المحكمة»: what follows is the object
        return relayed_source(page, source, sentence.last) or source
    return read_antecedent(page, sentence.first, cue.first) or read_source_before(
        page, done, cue.first
    )


def _read_content(
    context: Context, number: int, opening: Opening, source: Range | None, addressee: Range | None
) -> Iterator[tuple[Saying, int]]:
    """Read the content from its opening on, and further clauses with «، وأنّ»."""
    page, sentence, _ = context
    cue = context.cues[number]
    mark = page.mark_at[opening.start]
    if (
        mark
        and mark[0] == opening.start
        and (opening.sign == "mark" or _only_mark(page, mark, opening, sentence.last))
    ):
        yield _make(page, cue, "mark", mark, source, addressee), mark[1] + 1
        return
    end = _content_end(context, number, opening.start)
    if opening.sign == "colon":
        end = sentence.last
        if not page.count_words(opening.start, end):
            yield _make(page, cue, "colon", None, source, addressee), end
            return
    for first, last in _split_that(page, opening.start, end):
        if page.count_words(first, last) >= 2:
            frame = {"that": "clause", "pause": "clause"}.get(opening.sign, opening.sign)
            yield _make(page, cue, frame, (first, last), source, addressee), last


def _make(
    page: Page,
    cue: PlacedCue,
    frame: str,
    content: Range | None,
    source: Range | None,
    addressee: Range | None,
) -> Saying:
    """Make a saying of a cue and its content."""
    trimmed = (page.trim(*content) or content,) if content else ()
    return Saying(
        "ar",
        trimmed,
        tell_kind(page, trimmed, colon=frame == "colon"),
        f"ar.{frame}",
        (cue.first, cue.last),
        cue.cue.cue_class,
        source,
        addressee,
        gender=cue.cue.gender,
        passive=cue.cue.passive,
        plural=cue.cue.plural,
    )


def _find_opening(page: Page, cue: PlacedCue, limit: int, last: int) -> Opening | None:
    """Find where the content of a cue begins: the first of marks, colon, complementizer, and for some a pause."""
    words = page.words
    gap = _LONGEST_GAP if cue.cue.shape == "verb" else _LONGEST_GAP_PARTICIPLE
    for i in range(cue.last, min(limit, cue.last + gap, last)):
        if page.mark_at[i] is not None:
            continue
        if words[i] == ":":
            start = i + 2 if i + 1 < last and words[i + 1] in MARKS else i + 1
            return Opening(i, start, "mark" if start == i + 2 and page.mark_at[start] else "colon")
        if words[i] in ("ما", "عما") and words[i + 1 : i + 2] == ("اذا",):
            return Opening(i, i, "that")
        if is_complementizer(words[i]) and i + 1 < last:
            # The pronoun of «إنّه» stands for the subject; what was said begins after it.
            start = i + 1
            while start + 1 < last and words[start] in _BEFORE_CONTENT:
                start += 1
            return Opening(i, start, "that")
        if words[i] in MARKS and i + 1 < last and _is_content(page, i, cue):
            return Opening(i, i + 1, "mark")
    return _pause_opening(page, cue, limit, last)


def _pause_opening(page: Page, cue: PlacedCue, limit: int, last: int) -> Opening | None:
    """«قالت لجنة الانتخابات، لم يكن …»: after the plainest verbs a pause may stand for «إنّ»."""
    if "pause" not in cue.cue.frames or limit < last:
        return None
    source = read_source(page, cue.last, limit)
    after = source[1] if source else cue.last
    if after < last and page.words[after] in _PAUSES and page.count_words(after, last) >= 4:
        return Opening(after, after + 1, "pause")
    return None


def _is_content(page: Page, opener: int, cue: PlacedCue) -> bool:
    """Tell whether marks after a cue hold what was said, and not the name of an outlet or a title."""
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1:
        return False
    if page.count_words(*mark) > _SHORT_MARK:
        return True
    if opener == cue.last:
        return True
    # «قال المدرب «لا»»: a short one only where the source ends, and not as the name of an outlet.
    source = read_source(page, cue.last, opener)
    return source is not None and source[1] == opener and not names_outlet(page, opener)


def _only_mark(page: Page, mark: Range, opening: Opening, last: int) -> bool:
    """Tell whether after the complementizer all stands in the marks but a few words."""
    if opening.sign != "that":
        return opening.sign == "mark"
    rest = page.count_words(min(mark[1], last), last)
    after = mark[1] + 1
    return rest <= 3 or (after < last and page.words[after] in _PAUSES)


def _content_before(page: Page, cue: PlacedCue, done: int) -> Range | None:
    """The marked stretch before a cue: «…»، قال X."""
    for mark in reversed(page.marked):
        if done <= mark[0] and mark[1] <= cue.first:
            return (
                mark
                if page.count_words(mark[1], cue.first) <= 4 and page.count_words(*mark) >= 3
                else None
            )
    return None


def _content_end(context: Context, number: int, start: int) -> int:
    """Where a clause ends: before a participle, an attribution or a coordinated cue verb; else with the sentence."""
    page, sentence, cues = context
    words = page.words
    for later in cues[number + 1 :]:
        if later.first <= start:
            continue
        before = words[later.first - 1]
        if later.cue.shape == "participle":
            return later.first
        if later.cue.shape == "verb" and before == "ثم":
            return later.first - 1
        if later.cue.shape == "attribution" and before in _PAUSES:
            return later.first
        if (
            later.cue.shape == "verb"
            and words[later.first].startswith(("و", "ف"))
            and not _only_conjunction(words[later.first])
        ) and (before in _PAUSES or before in MARKS):
            return later.first
        if (
            later.cue.shape == "verb"
            and before in _PAUSES
            and words[sentence.first] in _SUBORDINATE
        ):
            return later.first  # «وإذ شدّد على أنّ …، دعا»: the main clause begins
    return sentence.last


def _only_conjunction(word: str) -> bool:
    """Tell whether the first letter of a verb that begins with و belongs to it: وعد, وصف."""
    return word in ("وعد", "وعدت", "وصف", "وصفت", "واصل", "واصلت", "ورد")


def _split_that(page: Page, start: int, end: int) -> Iterator[Range]:
    """Cut at «، وأنّ»: each clause is a saying of its own."""
    words = page.words
    first = start
    for i in range(start + 2, end - 2):
        if words[i] in ("وان", "وبان") and words[i - 1] in _PAUSES and page.mark_at[i] is None:
            yield first, i
            first = i + 1
    yield first, end


def _read_object(
    context: Context, number: int, source: Range | None
) -> Iterator[tuple[Saying, int]]:
    """«دعا الاتحادات إلى التعاقد …»: what is asked for is a noun phrase after a preposition."""
    page, _sentence, cues = context
    cue = cues[number]
    if "request" not in cue.cue.frames:
        return
    end = _content_end(context, number, cue.last)
    link = next(
        (
            i
            for i in range(cue.last, end)
            if page.words[i] in ("الی", "علی") and page.mark_at[i] is None
        ),
        None,
    )
    if link is None or page.count_words(link + 1, end) < 2:
        return
    middle = page.trim(cue.last, link)
    addressee = middle
    if source and middle and source[0] <= middle[0] < source[1]:
        addressee = page.trim(source[1], link)
    yield _make(page, cue, "request", (link + 1, end), source, addressee), end


# ------------------------------------------------------------------ attributions


def _read_attribution(context: Context, number: int, done: int) -> Iterator[tuple[Saying, int]]:
    """«بحسب X، فإنّ C» or «C، بحسب X»."""
    page, sentence, cues = context
    cue = cues[number]
    words = page.words
    verbs = [c for c in cues[number + 1 :] if c.cue.shape in ("verb", "participle")]
    source = None
    if not cue.cue.own:
        source = read_source(page, cue.last, sentence.last, after_preposition=True)
        if source is None or cue.cue.relay:
            return
    after = source[1] if source else cue.last
    before = page.trim(done, cue.first)
    if before and page.count_words(*before) >= 4:
        yield _make(page, cue, "attribution", before, source, None), after
        return
    if after >= sentence.last or words[after] not in _PAUSES or verbs:
        return
    after += 1
    if words[after] in ("فان", "ان"):
        after += 1
    if page.count_words(after, sentence.last) >= 3:
        yield _make(page, cue, "attribution", (after, sentence.last), source, None), sentence.last
