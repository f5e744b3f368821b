"""Headings of Persian interviews: ««C»؛ گفت وگو با X», «گفت وگو با X؛ «C»», «گفت وگو با X: C»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_writing
from rawi.quote.contents import tell_kind
from rawi.quote.narration import opens_with_speaker
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.hearers import TALK
from rawi.quote.persian.phrases import read_phrase
from rawi.quote.persian.verbs import follows_finite_verb
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range, Saying

_FEWEST_SAID = 3
_LONGEST_SAYER = 4  # tokens
_BORDERS = frozenset(":-–—")
_MEANS = "یعنی"
_NEAR = 8  # tokens between a quotation and «گفت وگو با X»


def read_interview_heading(page: Page, paragraph: Paragraph) -> Saying | None:
    """Read ««C»؛ گفت وگو با X», «گفت وگو با X؛ «C»»: the words in marks are those of whom the outlet talked with."""
    told = (
        _read_after_talk(page, paragraph)
        or _read_teller(page, paragraph)
        or _read_sayer_last(page, paragraph)
    )
    if told is not None:
        return told
    mark = page.mark_at[paragraph.first + 1]
    talks = get_grammar("fa").words["talks"]
    if mark is None or mark[0] != paragraph.first + 1 or mark[1] + 3 >= paragraph.last:
        return None
    for i in range(mark[1] + 1, min(paragraph.last - 1, mark[1] + _NEAR)):
        # «گفت وگوی «پنجره» با X»
        talked = not talks.isdisjoint(page.words[mark[1] + 1 : i])
        if page.words[i] == "با" and talked and page.count_words(*mark) > 1:
            return _said_by(page, mark, (i + 1, paragraph.last))
    return None


def _said_by(page: Page, mark: Range, place: Range) -> Saying | None:
    """The saying of words in marks by whom a phrase names that begins at a place; None where no phrase does: «گفت وگو با است»."""
    source = read_phrase(page, *place)
    told = source[1] > source[0]
    return Saying("fa", (mark,), "direct", "fa.headline", source=source) if told else None


def _read_teller(page: Page, paragraph: Paragraph) -> Saying | None:
    """Read ««C»: X», ««C»؛ X از سال های تبعید می گوید»: marks, a colon, and who says it, perhaps with a verb of saying at the end."""
    words, last = page.words, paragraph.last
    mark = page.mark_at[min(paragraph.first + 1, last - 1)]
    if mark is None or mark[0] != paragraph.first + 1 or mark[1] + 3 > last:
        return None
    begin = mark[1] + 2
    if words[mark[1] + 1] not in (":", "؛") or not opens_with_speaker(page, begin, "fa"):
        return None
    source = read_phrase(page, begin, last)
    cues = page.cues(source[1], last, "fa")
    told = source[1] == last or (cues and cues[-1].last == last and "clause" in cues[-1].cue.frames)
    if not told or page.count_words(*mark) < 2:
        return None
    return Saying("fa", (mark,), "direct", "fa.headline", source=source)


def _read_sayer_last(page: Page, paragraph: Paragraph) -> Saying | None:
    """Read «C: نظرسنجی», «C - پلیس»: a clause, and behind a colon or dash nothing but who says so."""
    words, last = page.words, paragraph.last
    for i in range(max(paragraph.first, last - _LONGEST_SAYER - 1), last - 1):
        if words[i] not in _BORDERS or not follows_finite_verb(page, i):
            continue
        study = words[i + 1] in get_grammar("fa").words["studies"]
        sayer = read_phrase(page, i + 1, last)
        someone = can_speak(page, (i + 1, i + 2)) and not names_writing(words[i + 1], "fa")
        if sayer[1] != last or not (study or someone):
            return None
        content = page.trim(paragraph.first, i)
        if content is None or page.cues(*content, "fa") or page.marked_within(*content):
            return None
        return Saying("fa", (content,), "indirect", "fa.headline", source=sayer)
    return None


def _read_after_talk(page: Page, paragraph: Paragraph) -> Saying | None:
    """Read «گفت وگو با X؛ «C»»: talk, whom with, a pause, and marks up to the end."""
    words, talks = page.words, get_grammar("fa").words["talks"]
    mark = page.mark_at[paragraph.last - 2]
    first = paragraph.first + (words[paragraph.first : paragraph.first + 3] == TALK) * 2
    if words[first] not in talks or words[first + 1] != "با":
        return None
    if mark is None or mark[1] + 1 != paragraph.last:
        return _read_after_colon(page, paragraph, first + 2)
    if words[mark[0] - 2] not in "؛:،-–—.…":
        return None
    return _said_by(page, mark, (first + 2, mark[0] - 2))


def _read_after_colon(page: Page, paragraph: Paragraph, first: int) -> Saying | None:
    """Read «گفت وگو با X: C»: whom the outlet talked with, a colon, and words without marks; behind «؛» a clause, «گفت وگو با X، سازندهٔ «Y»؛ C»."""
    near = (i for i in range(first, paragraph.last) if page.words[i] in ":؛")
    border = next((i for i in near if page.mark_at[i] is None), None)
    if border is None:
        return None
    source = read_phrase(page, first, border)
    comma = next((i for i in range(*source) if page.words[i] == "،"), source[1])
    apposed = page.words[comma] == "،" and page.person_at(comma - 1) is not None
    if not _names_someone(page, source, comma if apposed else border):
        return None
    content = page.trim(border + 1, paragraph.last)
    if content is None or page.count_words(*content) < _FEWEST_SAID:
        return None
    if page.words[border] == "؛" and not _is_clause(page, content):
        return None  # «گفت وگو با X؛ سی سال پشت دوربین»
    kind = tell_kind(page, (content,), colon=True)
    return Saying("fa", (content,), kind, "fa.headline", source=(first, border))


def _is_clause(page: Page, content: Range) -> bool:
    """Tell whether a heading says something with a verb of its own: «صحنه خانهٔ من است», «تدوین یعنی حذف»; not «مردی که دریا را می شناخت»."""
    words = page.words[slice(*content)]
    return "که" not in words and (_MEANS in words or follows_finite_verb(page, content[1]))


def _names_someone(page: Page, phrase: Range, end: int) -> bool:
    """Tell whether a phrase up to the colon, or over the comma behind a name, opens with a name or role of a person."""
    return phrase[1] >= end and opens_with_speaker(page, phrase[0], "fa")
