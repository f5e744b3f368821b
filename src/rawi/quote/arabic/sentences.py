"""The grammar of reported speech in Arabic: the verb opens the clause, the source follows, then the content.

Reads one sentence at a time. Participles («مضيفاً», «مشيراً إلى أنّ») and verbal nouns («قوله») carry the source of
the verb before them; «بحسب X» and «وفقاً لـX» stand before or after their content.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.addressees import find_addressee, find_asker
from rawi.quote.arabic.clauses import (
    PAUSES,
    Context,
    Opening,
    content_before,
    content_end,
    find_opening,
    only_mark,
    split_that,
)
from rawi.quote.arabic.phrases import CALLED, is_complementizer, read_source
from rawi.quote.arabic.subjects import (
    find_holder,
    is_relative,
    keeps_subject,
    may_ask,
    nearest_person,
    read_antecedent,
    read_source_before,
    relayed_source,
    text_author,
)
from rawi.quote.contents import tell_kind
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range, Saying


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
    opening = find_opening(page, cue, limit, sentence.last)
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
        before = content_before(page, cue, done)
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
        and (opening.sign == "mark" or only_mark(page, mark, opening, sentence.last))
    ):
        yield _make(page, cue, "mark", mark, source, addressee), mark[1] + 1
        return
    end = content_end(context, number, opening.start)
    if opening.sign == "colon":
        end = sentence.last
        if not page.count_words(opening.start, end):
            yield _make(page, cue, "colon", None, source, addressee), end
            return
    for first, last in split_that(page, opening.start, end):
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
        aside=bool(is_relative(page, max(0, cue.first - 4), cue.first)),
        plural=cue.cue.plural,
    )


def _read_object(
    context: Context, number: int, source: Range | None
) -> Iterator[tuple[Saying, int]]:
    """«دعا الاتحادات إلى التعاقد …»: what is asked for is a noun phrase after a preposition."""
    page, _sentence, cues = context
    cue = cues[number]
    if "request" not in cue.cue.frames:
        return
    end = content_end(context, number, cue.last)
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
    if after >= sentence.last or words[after] not in PAUSES or verbs:
        return
    after += 1
    if after < sentence.last and words[after] in ("فان", "ان"):
        after += 1
    if page.count_words(after, sentence.last) >= 3:
        yield _make(page, cue, "attribution", (after, sentence.last), source, None), sentence.last
