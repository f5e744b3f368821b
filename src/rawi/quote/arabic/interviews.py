"""Interviews in Arabic: lines of question and answer without a word of saying, «س: … ج: …», names, «■ …؟ – …», bare questions.

The answers are those of whom the report says it talks with («حوار مع X»), else of the first person it names.
They are told to the outlet the lines before name. Paragraphs between in which the outlet tells of others are no answers.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.speech import is_that
from rawi.quote.arabic.authors import find_author, we_ask
from rawi.quote.arabic.meeting_outlets import find_meeting_outlet
from rawi.quote.arabic.named_turns import read_named_turns
from rawi.quote.arabic.own_outlets import find_told_by_name, is_our_outlet
from rawi.quote.arabic.people_words import is_our_reporter
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.told_turns import read_told_turns
from rawi.quote.arabic.writers import SIGNS
from rawi.quote.heading_parties import split_address
from rawi.quote.marks import MARKS
from rawi.quote.narration import is_first_person, is_narration, opens_with_speaker
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range, Saying

_NEAR_WORDS = 12  # tokens after a word of saying
_ASKERS = frozenset(
    {"حاوره", "حاورها", "حاورته", "حاورتها", "حاورهم", "کتب", "کتبت", "تصویر", "عدسه"}
)
_HELD = frozenset(
    {
        ("اجری", "الحوار"),
        ("اجرت", "الحوار"),
        ("اجری", "المقابله"),
        ("اجرت", "المقابله"),
        ("اجری", "اللقاء"),
        ("اجرت", "اللقاء"),
    }
)
_LEAST = 2  # questions with a label or sign
_LEAST_BARE = 3  # questions without a sign or label
_LONGEST_QUESTION = 60  # tokens
_THIS_TALK = frozenset(
    {
        ("هذا", "الحوار"),
        ("هذا", "اللقاء"),
        ("هذه", "المقابله"),
        ("هذا", "الحدیث"),
        ("نشر", "الحوار"),
        ("نشر", "المقابله"),
    }
)
_LONGEST_GESTURE = 6  # tokens in brackets
_LONGEST_LEAD = 16  # tokens of how an answer is given
_LONGEST_ANSWER = 12  # paragraphs


def read_interview(page: Page) -> list[Saying]:
    """Find what is said in an interview in text order; none where no lines take turns or are labelled as questions."""
    return _read_labelled(page) or read_named_turns(page) or _read_questions(page)


def _read_labelled(page: Page) -> list[Saying]:
    """The answers of an interview whose lines have labels."""
    asked = [n for n, p in enumerate(page.paragraphs) if _labelled(page, p, "question_labels")]
    told = [n for n, p in enumerate(page.paragraphs) if _labelled(page, p, "answer_labels")]
    if not asked or not told or len(asked) + len(told) < _LEAST:
        return []
    turns = read_told_turns(page, asked, told)
    if 2 * len(turns) > len(asked) + len(told):
        return turns
    with_whom = _Parties.read(page, min(asked[0], told[0]))
    labelled = {*asked, *told}
    answers = [saying for n in told for saying in _answer(page, n, labelled, with_whom, label=2)]
    return _with_questions(page, answers, asked, with_whom, label=2)


def _read_questions(page: Page) -> list[Saying]:
    """The answers of an interview whose questions are paragraphs that end in a question mark."""
    asked = [n for n, paragraph in enumerate(page.paragraphs) if _asks(page, paragraph)]
    signed = [n for n in asked if not page.is_word(page.paragraphs[n].first)]
    if len(signed) >= _LEAST:
        asked = _with_same_sign(page, signed)
    elif len(asked) < _LEAST_BARE or not _is_answered(page, asked):
        return []
    with_whom = _Parties.read(page, asked[0])
    if with_whom.source is None:
        return []
    answers = [saying for n in asked for saying in _answer(page, n + 1, {*asked}, with_whom)]
    return _with_questions(page, answers, asked, with_whom)


def _with_same_sign(page: Page, signed: list[int]) -> list[int]:
    """The questions with a sign, and between them the lines with the same sign that ask without a question mark: «* حدّثينا عن …»."""
    signs = {page.words[page.paragraphs[n].first] for n in signed}
    after = [page.paragraphs[n + 1] for n in signed if n + 1 < len(page.paragraphs)]
    if len(signs) > 1 or any(page.words[answer.first] in signs for answer in after):
        return signed  # «– …؟» and «– …» take turns with one sign
    same = [n for n, p in enumerate(page.paragraphs) if page.words[p.first] in signs]
    return same if same[-1] <= signed[-1] + 1 or len(same) <= 2 * len(signed) else signed


def _asks(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic paragraph is a question and nothing of it is said by someone else."""
    first, last = paragraph.first, paragraph.last
    return (
        paragraph.language == "ar"
        and page.words[last - 1] in ("؟", "?")
        and last - first <= _LONGEST_QUESTION
        and all(page.mark_at[i] is None for i in range(first, last))
        and not any(
            _opens_words(page, cue.last, last)
            for cue in page.cues(first, last, "ar")
            if not cue.cue.passive  # «– يُقال إنكِ غيّرتِ النهاية؟»
        )
    )


def _opens_words(page: Page, at: int, last: int) -> bool:
    """Tell whether after a word of saying words follow that it opens: not «ما أغرب طلب جاءك؟»."""
    near = page.words[at : min(last, at + _NEAR_WORDS)]
    return any(word == ":" or is_that(word) for word in near)


def _is_answered(page: Page, asked: list[int]) -> bool:
    """Tell whether after most bare questions someone speaks as I or we."""
    answers = [page.paragraphs[n + 1] for n in asked if n + 1 < len(page.paragraphs)]
    mine = [says_i(page.words[answer.first : answer.last]) for answer in answers]
    return 2 * sum(mine) > len(asked)


def _labelled(page: Page, paragraph: Paragraph, labels: str) -> bool:
    """Tell whether an Arabic paragraph begins with a label and a colon."""
    words = page.words[paragraph.first : paragraph.first + 2]
    known = get_grammar("ar").words[labels]
    label = words[0].rstrip("0123456789")  # س1
    return (
        paragraph.language == "ar"
        and label in known
        and words[1:] in ((":",), ("-",), ("–",), ("/",))
    )


class _Parties(NamedTuple):
    """Who answers, and the outlet that asks."""

    source: Range | None
    listener: Range | None

    @classmethod
    def read(cls, page: Page, before: int) -> "_Parties":
        """Read them in the paragraphs before the first question."""
        end = page.paragraphs[before].first
        return cls(_interviewee(page, end), _interviewer(page, end))


def _answer(
    page: Page, number: int, asked: set[int], parties: _Parties, *, label: int = 0
) -> Iterator[Saying]:
    """The paragraphs of one answer, up to the next question or to where the outlet speaks; `label`: tokens before its first word."""
    for ahead in range(number, min(len(page.paragraphs), number + _LONGEST_ANSWER)):
        paragraph = page.paragraphs[ahead]
        if (ahead in asked and (ahead > number or not label)) or paragraph.language != "ar":
            return
        if ahead > number and _tells(page, paragraph, parties.source):
            return
        if leads_on(page, ahead):
            continue
        first = paragraph.first + (label if ahead == number else 0)
        content = page.trim(_past_gesture(page, first, paragraph.last), paragraph.last)
        if content:
            yield Saying(
                "ar", (content,), "direct", "ar.answer",
                source=parties.source, addressee=parties.listener,
            )  # fmt: skip


def leads_on(page: Page, number: int) -> bool:
    """Tell whether a paragraph only tells how the answer under it is given: «تصمت قليلاً، ثم تجيب: ¶ – لا أعرف»."""
    told = page.paragraphs[number]
    ends = number + 1 < len(page.paragraphs) and page.words[told.last - 1] == ":"
    short = ends and page.is_word(told.first) and told.last - told.first <= _LONGEST_LEAD
    says = short and page.cues(told.last - 2, told.last - 1, "ar")
    return bool(says) and not is_first_person(page, told)


def _with_questions(
    page: Page, answers: list[Saying], asked: list[int], parties: _Parties, *, label: int = 0
) -> list[Saying]:
    """The answers and, where the report names who asks, the questions without their labels or signs."""
    if parties.listener is None:
        return answers
    paragraphs = (page.paragraphs[n] for n in asked)
    contents = [page.trim(paragraph.first + label, paragraph.last) for paragraph in paragraphs]
    questions = [
        Saying(
            "ar", (content,), "direct", "ar.question",
            source=parties.listener, addressee=parties.source,
        )
        for content in contents if content is not None
    ]  # fmt: skip
    return sorted(answers + questions, key=lambda saying: saying.start)


def _tells(page: Page, paragraph: Paragraph, source: Range | None) -> bool:
    """Tell whether in a paragraph the outlet tells of someone else, or by name of the one interviewed."""
    if not page.is_word(paragraph.first):
        return False
    named = source is not None and _names(page, paragraph, source)
    if _tells_of_talk(page, paragraph) or (named and _says_to_us(page, paragraph)):
        return True
    if named and any(we_ask(page.words[i]) for i in range(paragraph.first, paragraph.last)):
        return True  # «وقبل أن نودّعها سألنا منصور إن كان»
    if is_first_person(page, paragraph):
        return False
    return named or is_narration(page, paragraph) or opens_with_speaker(page, paragraph.first, "ar")


def _tells_of_talk(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether in a paragraph the outlet speaks of this talk and itself: «وبعد نشر هذا الحوار، اتصل بنا X», «وزار مراسلنا المختبر»."""
    words = [page.words[i] for i in range(paragraph.first, paragraph.last) if not page.mark_at[i]]
    talk = any(pair in _THIS_TALK for pair in pairwise(words))
    return talk or any(is_our_outlet(word) or is_our_reporter(word) for word in words)


def _says_to_us(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether somebody says words in marks to the outlet: «وقالت لنا: «…»»."""
    words = page.words[paragraph.first : paragraph.last]
    told = (words[i : i + 3] for i in range(1, len(words) - 3))
    return any(near[:2] == ("لنا", ":") and near[2] in MARKS for near in told)


def _past_gesture(page: Page, first: int, last: int) -> int:
    """The token after what is told in brackets of how an answer begins: «- (تضحك) | لا أعرف»."""
    while first < last and not page.is_word(first) and page.words[first] != "(":
        first += 1
    if page.words[first] != "(":
        return first
    near = range(first + 1, min(last - 1, first + _LONGEST_GESTURE))
    closing = next((i for i in near if page.words[i] == ")"), None)
    return first if closing is None else closing + 1


def _names(page: Page, paragraph: Paragraph, source: Range) -> bool:
    """Tell whether outside marks a paragraph calls someone by the last part of his name: «صدرت للدرديري خمس روايات»."""
    named = page.mention_at.get(source[1] - 1)
    if named is None or named.mention.type != "PER" or named.last != source[1]:
        return False
    bare = get_grammar("ar").bare
    surname = bare(page.words[source[1] - 1])
    inside = range(paragraph.first, paragraph.last)
    return any(bare(page.words[i]) == surname for i in inside if page.mark_at[i] is None)


def _interviewee(page: Page, end: int) -> Range | None:
    """Whom an interview is with: named after «حوار مع», else the first person of the lines before the questions."""
    talks = get_grammar("ar").words["talks"]
    for i in range(1, end):
        near = page.words[max(0, i - 3) : i]
        if page.words[i] == "مع" and not talks.isdisjoint(near):
            return read_source(page, i + 1, end)
    people = (m for m in page.mentions if m.mention.type == "PER" and m.first < end)
    first = next((m for m in people if not _is_interviewer(page, m.first)), None)
    return (first.first, first.last) if first else _title_parties(page, end)[0]


def _title_parties(page: Page, end: int) -> tuple[Range | None, Range | None]:
    """Who speaks in the title and to whom, where the lines below do not tell: «الخيّاطة رباب لـ«الشرفة»: الإبرة لا تكذب»."""
    title = page.paragraphs[0]
    colon = next(
        (i for i in range(title.first, min(title.last, end)) if page.words[i] == ":"), None
    )
    heading = title.is_heading and title.language == "ar"
    if _is_interviewer(page, title.first):
        return None, None  # «حوار: هدى سالم»: she asks, and no talk of that name answers
    if colon is None or not heading or not page.count_words(title.first, colon):
        return None, None
    return split_address(page, (title.first, colon), "ar")


def _is_interviewer(page: Page, token: int) -> bool:
    """Tell whether the line of a name says who asked: «أجرى الحوار: X», «حاورها – X»."""
    here = next((p for p in page.paragraphs if p.first <= token < p.last), None)
    if here is None:
        return False
    words = page.words[here.first : here.last]
    # «حوار: X»; not «حوار | X: C»
    signed = words[:1] == ("حوار",) and words[1] in SIGNS and ":" not in words[2:]
    return signed or words[0] in _ASKERS or words[:2] in _HELD


def _interviewer(page: Page, end: int) -> Range | None:
    """The one outlet the lines before the questions name, «X لـ«أضواء»: C» too, else who held the talk: «أجرت الحوار: X»."""
    outlets = [m for m in page.mentions if m.mention.rule == "ar.outlet" and m.first < end]
    if outlets:
        names = {m.mention.name for m in outlets}
        last = outlets[-1]
        return (last.first, last.last) if len(names) == 1 else None
    if (addressed := _title_parties(page, end)[1]) is not None:
        return addressed
    if (met := find_meeting_outlet(page) or find_told_by_name(page)) is not None:
        return met
    people = (m for m in page.mentions if m.mention.type == "PER" and m.first < end)
    held = next((m for m in people if _is_interviewer(page, m.first)), None)
    return (held.first, held.last) if held else find_author(page)
