"""Interviews in Arabic: lines of question and answer without a word of saying, «س: … ج: …», «سؤال: …».

The answers are those of whom the report says it talks with («حوار مع X»), else of the first person it names.
"""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range, Saying

_LEAST = 2  # questions with a label, or four lines that only ask
_LONGEST_ANSWER = 12  # paragraphs


def read_interview(page: Page) -> list[Saying]:
    """Find the answers of an interview in text order; none where no lines are labelled as questions."""
    asked = [n for n, p in enumerate(page.paragraphs) if _labelled(page, p, "question_labels")]
    told = [n for n, p in enumerate(page.paragraphs) if _labelled(page, p, "answer_labels")]
    if not asked or not told or len(asked) + len(told) < _LEAST:
        return []
    source = _interviewee(page, min(asked[0], told[0]))
    return [saying for number in told for saying in _answer(page, number, {*asked, *told}, source)]


def _labelled(page: Page, paragraph: Paragraph, labels: str) -> bool:
    """Tell whether an Arabic paragraph begins with a label and a colon."""
    words = page.words[paragraph.first : paragraph.first + 2]
    known = get_grammar("ar").words[labels]
    return (
        paragraph.language == "ar" and words[0] in known and words[1:] in ((":",), ("-",), ("–",))
    )


def _answer(page: Page, number: int, labelled: set[int], source: Range | None) -> Iterator[Saying]:
    """The paragraphs of one answer, up to the next label."""
    for ahead in range(number, min(len(page.paragraphs), number + _LONGEST_ANSWER)):
        paragraph = page.paragraphs[ahead]
        if (ahead > number and ahead in labelled) or paragraph.language != "ar":
            return
        first = paragraph.first + (2 if ahead == number else 0)
        content = page.trim(first, paragraph.last)
        if content:
            yield Saying("ar", (content,), "direct", "ar.answer", source=source)


def _interviewee(page: Page, before: int) -> Range | None:
    """Whom an interview is with: named after «حوار مع», else the first person of the lines before the questions."""
    end = page.paragraphs[before].first
    talks = get_grammar("ar").words["talks"]
    for i in range(1, end):
        near = page.words[max(0, i - 3) : i]
        if page.words[i] == "مع" and not talks.isdisjoint(near):
            return read_source(page, i + 1, end)
    people = (m for m in page.mentions if m.mention.type == "PER" and m.first < end)
    first = next(people, None)
    return (first.first, first.last) if first else None
