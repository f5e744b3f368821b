"""Read one Arabic verb, participle or verbal noun of saying: who speaks, to whom, and what was said."""

from collections.abc import Iterator
from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_plural_verb, is_verb
from rawi.quote.arabic.asked_within import find_asked_within
from rawi.quote.arabic.bare_speech import find_bare
from rawi.quote.arabic.before import (
    closes_mark,
    content_after,
    content_before,
    parts_quotation,
    shown_first,
    stands_behind,
    tells_anew,
)
from rawi.quote.arabic.called_so import find_labels
from rawi.quote.arabic.clauses import (
    Context,
    content_end,
    shown_in_marks,
)
from rawi.quote.arabic.colon_ends import colon_end
from rawi.quote.arabic.makings import make_saying
from rawi.quote.arabic.openings import (
    HOW,
    Opening,
    find_opening,
    goes_on_unmarked,
    is_fragmentary,
    only_mark,
    speaks_later,
)
from rawi.quote.arabic.parties import read_addressee, tell_parties
from rawi.quote.arabic.reported import reports_another
from rawi.quote.arabic.requests import asks_besides, read_asked_besides, read_request
from rawi.quote.arabic.sendings import WORDED, speaks_in_text
from rawi.quote.arabic.stated import stated_around, stated_before
from rawi.quote.arabic.words import is_asking, is_complementizer
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_ALL = frozenset({"کل", "کافه", "جمیع"})
_THIS = frozenset({("هذا",), ("ذلک",), ("هذه",)})


class _Frame(NamedTuple):
    """Where the content of a cue begins, where its parties are looked for up to, and its own limit."""

    opening: Opening | None
    stop: int
    limit: int


def find_limit(context: Context, number: int) -> int:
    """The token up to which a cue may look for its content: the next cue, or the sentence's end."""
    later = context.cues[number + 1 :]
    return next((c.first for c in later if c.cue.shape != "attribution"), context.sentence.last)


def read_verb(
    context: Context, number: int, done: int, holder: Range | None, *, sure: bool
) -> Iterator[tuple[Saying, int]]:
    """«قال X إنّ C», «قال X: «C»», ««C»، قال X», «مضيفاً أنّ C», «دعا X إلى C»; «أجاب X حين سُئل هل C: «D»» with the question."""
    page, sentence, cues = context
    limit = find_limit(context, number)
    opening: Opening | None
    if around := stated_around(context, number, done):
        said = make_saying(page, cues[number], "clause-before", around[0], None, None)
        yield said._replace(content=around), around[-1][1]
        return
    if (asked := find_asked_within(context, number)) is not None:
        question = make_saying(page, asked.cue, "clause", asked.question, None, None)
        yield question, cues[number].last
        opening, stop = asked.answer, asked.cue.first - 1
    else:
        bare = find_bare(page, cues[number], limit, sentence.last)
        opening = bare or find_opening(page, cues[number], limit, sentence.last)
        stop = opening.at if opening else limit
    frame = _Frame(opening, stop, limit)
    yield from _read_opened(context, number, done, frame, holder, sure=sure)


def _read_opened(
    context: Context, number: int, done: int, frame: _Frame, holder: Range | None, *, sure: bool
) -> Iterator[tuple[Saying, int]]:
    """Read what a cue tells whose opening, if it has one, is known."""
    page, sentence, cues = context
    cue, (opening, stop, _) = cues[number], frame
    source, listener = tell_parties(context, number, done, stop, holder, sure=sure)
    if "heard" in cue.cue.frames and listener is None:
        return  # «أعلم أنّ» without «X Y» knows
    addressee = listener or read_addressee(context, number, done, stop, source)
    if opening is None and is_fragmentary(cue):
        return
    if opening is None and asks_besides(cue):
        yield from read_asked_besides(context, number, source)
        return
    if (said := _read_before(context, number, done, frame, source, addressee)) is not None:
        yield said
        return
    if _is_silent(context, number, opening, source):
        return
    if opening is not None:
        if opening.sign == "that" and (shown := shown_first(page, sentence.first, cue, source)):
            yield make_saying(page, cue, "mark-before", shown, source, addressee), cue.last
        yield from _read_content(context, number, opening, source, addressee)
    elif "request" in cue.cue.frames:
        told = addressee if speaks_in_text(page, cue) else None
        yield from read_request(context, number, source, told)
    elif source and (stated := stated_before(context, number, done, source)):
        yield make_saying(page, cue, "clause-before", stated, source, addressee), source[1]


def _read_before(
    context: Context,
    number: int,
    done: int,
    frame: _Frame,
    source: Range | None,
    addressee: Range | None,
) -> tuple[Saying, int] | None:
    """The words in marks before a cue: «…»، قال X; «…»، يقول X، «…»."""
    page, sentence, cues = context
    cue, opening = cues[number], frame.opening
    split = opening is not None and parts_quotation(page, cue, source, opening)
    behind = opening is None or opening.sign == "pause" or stands_behind(page, cue, opening)
    anew = opening is not None and tells_anew(page, cue, opening)
    if not (behind or split or anew or closes_mark(page, cue, sentence.last)):
        return None
    before = content_before(page, cue, done, halved=split)
    if before is None:
        return None
    # «…»، قالت X، التي افتتحت القضية، لهيئة المحلفين
    addressee = addressee or read_addressee(context, number, done, frame.limit, source)
    saying = make_saying(page, cue, "mark-before", before, source, addressee)
    after = None if anew else content_after(page, cue, source, sentence.last)
    if after:  # «…»، يقول X، «…»
        saying = saying._replace(content=(*saying.content, page.trim(*after) or after))
    return saying, after[1] if after else cue.last


def _is_silent(
    context: Context, number: int, opening: Opening | None, source: Range | None
) -> bool:
    """Tell whether with a verb nobody speaks, «يبيّن هذا أنّ …», or only an outlet that passes another's words on."""
    if opening is not None and opening.sign == "that" and reports_another(context, number):
        return True
    words = context.page.words
    how = opening is not None and words[opening.at] in HOW
    if source is None:
        # «تصف الرواية كيف يعود البحار»
        return how and words[context.cues[number].last].startswith("ال")
    if how:
        told = get_grammar("ar").bare(words[source[0]])
        return told in get_grammar("ar").words["works"]  # «تروي الرواية كيف يعود البحار»
    return words[slice(*source)] in _THIS


def _read_content(
    context: Context, number: int, opening: Opening, source: Range | None, addressee: Range | None
) -> Iterator[tuple[Saying, int]]:
    """Read the content from its opening on, and further clauses with «، وأنّ»."""
    page, sentence, _ = context
    cue = context.cues[number]
    if opening.sign == "that" and "label" in cue.cue.frames:
        labels = find_labels(page, opening.start, content_end(context, number, opening.start))
        if labels:
            saying = make_saying(page, cue, "mark", labels[0], source, addressee)
            yield saying._replace(content=labels, kind="mixed"), labels[-1][1] + 1
            return
    mark = page.mark_at[opening.start]
    if mark and mark[0] == opening.start and only_mark(page, mark, opening, sentence.last):
        end = content_end(context, number, opening.start)
        goes_on = opening.sign != "fragment" and goes_on_unmarked(page, mark, end)
        whole = (opening.start - 1, end) if goes_on else mark
        saying = make_saying(page, cue, "mark", whole, source, addressee)
        # «وصفه بأنه «حلم مكلف»»: words in marks inside the outlet's own clause
        mixed = opening.sign in ("that", "fragment")
        # «إنّ «C»، وأنّ D، | مضيفةً أنّ»: a further word of saying may stand right behind
        yield (saying._replace(kind="mixed") if mixed else saying), whole[1] + (not goes_on)
        return
    end = content_end(context, number, opening.start)
    if opening.sign == "colon":
        bare = cue.first == sentence.first and not page.words[cue.first].startswith(("و", "ف"))
        advises = source is None or page.words[source[0]] in _ALL
        bare = bare and not is_asking(page.words[cue.first])  # «سألناها أولاً: …؟»
        if bare and advises and page.count_words(opening.start, sentence.last):
            return  # «تذكّر دائماً: …», «تذكّر كل التفاصيل: …» is advice to the reader
        if speaks_later(page, context.cues[number + 1 :], opening.at):
            return
        end = colon_end(page, sentence, opening.start)
        if not page.count_words(opening.start, end):
            # «تلقّت البلدية كتاباً من X، وهذا نصّه:»: its salutation tells to whom it goes
            told = None if page.words[cue.last - 1] in WORDED else addressee
            yield make_saying(page, cue, "colon", None, source, told), end
            return
    frame = {"that": "clause", "pause": "clause"}.get(opening.sign, opening.sign)
    if opening.sign == "that" and (mark := shown_in_marks(context, opening.start, end)):
        yield make_saying(page, cue, frame, (opening.start, mark[0] - 2), source, addressee), end
        shown = make_saying(page, cue, "mark", mark, source, addressee)
        yield shown._replace(cue=None, cue_class=None), end
    elif page.count_words(opening.start, end) >= _least(page, opening, named=source is not None):
        yield make_saying(page, cue, frame, (opening.start, end), source, addressee), end


def _least(page: Page, opening: Opening, *, named: bool) -> int:
    """How many words a content must have: one behind a colon, «فقال: نعم», where a verb is wished for, «بأن ينصرفوا», or «أنّ» has its subject, «قال X إنّه بريء»."""
    that, first = page.words[opening.at], page.words[opening.start]
    if opening.sign == "colon":
        return 1
    if named and is_complementizer(that) and that.endswith(("ه", "ها", "هم", "هما")):
        return 1
    wished = (
        that in ("ان", "بان") and first[0] in "یت" and (is_verb(first) or is_plural_verb(first))
    )
    return 1 if wished else 2
