"""Read Persian interviews: paragraphs of questions behind a dash, a star, a label or none, and the answers after them.

«ـ چرا زنبور؟», «* چرا زنبور؟», «سؤال: چرا زنبور؟», «خبرنگار: چرا زنبور؟». Each paragraph of an answer is a quotation of
the one interviewed; the questions are the outlet's.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.quote.letters import vocative_in
from rawi.quote.marks import OPENERS, STRAIGHT
from rawi.quote.narration import is_narration
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.hearers import TALKING
from rawi.quote.persian.turns import find_askers, find_labels, read_label
from rawi.quote.saying import Range, Saying

_TALKS_OF = frozenset({"گفتوگوی", "گفتگوی", "مصاحبه", "مصاحبهی"})
_LONGEST_OUTLET, _LONGEST_TALK = 7, 14  # tokens
_BULLETS = frozenset("*-–—•■□●○◄►▪◆◾")
_TATWEEL = "\N{ARABIC TATWEEL}"
_FEWEST_QUESTIONS, _FEWEST_UNMARKED = 2, 3
_SHORTEST = 2  # «چرا؟»
_NOW = "می"


def add_interviews(page: Page, sayings: list[Saying]) -> list[Saying]:
    """Add the answers of an interview; sayings found inside them are the words of the one interviewed."""
    both = _answers_have_bullets(page)
    labels = find_labels(page)
    askers = find_askers(page, labels)
    questions = [
        n
        for n, paragraph in enumerate(page.paragraphs)
        if (n in labels and page.words[slice(*labels[n])] in askers)
        or _asks(page, paragraph, both=both)
    ]
    questions = questions or _unmarked_questions(page, labels)
    marked = sum("؟" in page.words[slice(*page.paragraphs[n][:2])] for n in questions)
    if len(questions) < _FEWEST_QUESTIONS or 2 * marked < len(questions):
        return sayings
    answers = list(_find_answers(page, questions))
    source = _find_answerer(page, questions, answers)
    if source is None or not answers:
        return sayings
    asking = [labels[n] for n in questions if n in labels and _is_named(page, labels[n], askers)]
    outlet = next(iter(asking), None) or _find_outlet(page, page.paragraphs[questions[0]].first)
    taken = [range(page.paragraphs[n].first, page.paragraphs[n].last) for n, _ in answers]
    taken += [range(page.paragraphs[n].first, page.paragraphs[n].last) for n in questions]
    kept = [
        s._replace(source=source) if _is_heading_of_talk(page, s) else s
        for s in sayings
        if not any(s.start in place or s.content[0][0] in place for place in taken)
    ]
    made = [
        Saying("fa", (content,), "direct", "fa.interview", source=source, addressee=outlet)
        for _, content in answers
    ]
    own = {n: labels[n] for n in questions if n in labels and _is_named(page, labels[n], askers)}
    made += [
        Saying(
            "fa", (content,), "direct", "fa.interview", source=own.get(n, outlet), addressee=source
        )
        for n in questions
        if (n in own or outlet is not None) and (content := _read_question(page, n, own.get(n)))
    ]
    return sorted(kept + made, key=lambda saying: saying.start)


def _unmarked_questions(page: Page, labels: Mapping[int, Range]) -> list[int]:
    """The paragraphs that ask without bullet or one of the `labels`, where at least three take turns with answers in which somebody says I."""
    asking = [
        n
        for n, (first, last, kind, language) in enumerate(page.paragraphs)
        if kind == "body" and language == "fa" and page.words[last - 1] in "؟?" and n not in labels
        and page.mark_at[last - 1] is None and page.mark_at[first] is None
    ]  # fmt: skip
    borders = pairwise([*asking, len(page.paragraphs)])
    if len(asking) < _FEWEST_UNMARKED or any(b - a == 1 for a, b in borders):
        return []
    own = get_grammar("fa").words["persons"]
    answers = (page.paragraphs[n + 1] for n in asking)
    spoken = any(not own.isdisjoint(page.words[first:last]) for first, last, _, _ in answers)
    return asking if spoken else []


def _read_question(page: Page, number: int, label: Range | None) -> Range | None:
    """The words of a question without its bullet or label."""
    first, last = page.paragraphs[number][:2]
    told = read_label(page, page.paragraphs[number])
    asking = get_grammar("fa").words["asking_labels"]
    if told is not None and (label is not None or page.words[first] in asking):
        first = told[1]
    return page.trim(first, last)


def _is_named(page: Page, label: Range, askers: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether the label of a question names the outlet: «راه فردا: چرا؟» is its question, «سؤال: چرا؟» nobody's."""
    words = page.words[slice(*label)]
    return words in askers and words[0] not in get_grammar("fa").words["asking_labels"]


def _is_heading_of_talk(page: Page, saying: Saying) -> bool:
    """Tell whether a saying is the heading of the interview: ««C»؛ گفت وگو با سازندهٔ تار»."""
    talks = get_grammar("fa").words["talks"]
    return (
        saying.rule in ("fa.headline", "fa.turn")
        and saying.source is not None
        and page.words[saying.source[0] - 1] == "با"
        and page.words[saying.source[0] - 2] in talks
    )


def _asks(page: Page, paragraph: Paragraph, *, both: bool) -> bool:
    """Tell whether a paragraph is a question: it begins with a bullet and asks, or with a label of who asks.

    `both`: answers have bullets too, and only what asks is a question.
    """
    if paragraph.language != "fa" or paragraph.last - paragraph.first < _SHORTEST:
        return False
    first = page.words[paragraph.first]
    if page.words[paragraph.first + 1] == ":":
        return first in get_grammar("fa").words["asking_labels"]
    asking = not both or page.words[paragraph.last - 1] in "؟?"
    return _has_bullet(page, paragraph) and asking


def _has_bullet(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins with a bullet; a stretched line (tatweel) is one, and no token."""
    if page.words[paragraph.first] in _BULLETS:
        return True
    start = page.reading.starts[paragraph.first]
    return page.text.repaired[max(0, start - 2) : start].strip() == _TATWEEL


def _answers_have_bullets(page: Page) -> bool:
    """Tell whether two paragraphs with bullets follow one another: then question and answer have them."""
    bulleted = [_has_bullet(page, paragraph) for paragraph in page.paragraphs]
    return any(a and b for a, b in pairwise(bulleted))


def _find_answers(page: Page, questions: Sequence[int]) -> Iterator[tuple[int, Range]]:
    """Yield the number and content of each paragraph of an answer."""
    asked, names = set(questions), _answering_labels(page, questions)
    for question in questions:
        for number in range(question + 1, len(page.paragraphs)):
            paragraph = page.paragraphs[number]
            if (
                number in asked
                or paragraph.language != "fa"
                or paragraph.kind not in ("body", "lead")
            ):
                break
            label = read_label(page, paragraph)
            told = number > question + 1 and _is_outlet(page, paragraph)
            if label is None and (told or _tells_of(page, paragraph, names)):
                break
            content = page.trim(label[1] if label else paragraph.first, paragraph.last)
            if content:
                yield number, content


def _answering_labels(page: Page, questions: Sequence[int]) -> frozenset[tuple[str, ...]]:
    """The names in the labels right after the questions: «ویل: دست هایم را حس نمی کردم»."""
    after = (page.paragraphs[n + 1] for n in questions if n + 1 < len(page.paragraphs))
    labels = (read_label(page, paragraph) for paragraph in after)
    own = get_grammar("fa").words["answering_labels"]
    words = (page.words[slice(*label[0])] for label in labels if label is not None)
    return frozenset(name for name in words if own.isdisjoint(name))


def _tells_of(page: Page, paragraph: Paragraph, names: frozenset[tuple[str, ...]]) -> bool:
    """Tell whether a paragraph speaks of the one who answers by his name: «ویل مدتی سکوت می کند»."""
    words = page.words[paragraph.first : paragraph.last]
    if any(name and words[: len(name)] == name for name in names):
        return True  # «ویل به عکاس ما گفت»: nobody opens with his own name
    own = get_grammar("fa").words["first_person"]
    named = any(
        words[i : i + len(name)] == name for name in names for i in range(len(words)) if name
    )
    return named and own.isdisjoint(words)


def _is_outlet(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether the outlet speaks again: it names who speaks, or quotes him, and outside marks nobody says I or we."""
    own = get_grammar("fa").words["first_person"]
    return (is_narration(page, paragraph) or _quotes(page, paragraph)) and not any(
        page.words[i] in own and page.mark_at[i] is None
        for i in range(paragraph.first, paragraph.last)
    )


def _quotes(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether someone says something in marks at this moment, as reporters tell it: «نگهبان به عکاس می گوید: «…»»."""
    words = page.words
    return any(
        cue.cue.shape == "verb"
        and words[cue.last - 1].startswith(_NOW)
        and words[cue.last] == ":"
        and words[cue.last + 1] in OPENERS | STRAIGHT
        for cue in page.cues(paragraph.first, paragraph.last - 2, "fa")
    )


def _find_answerer(
    page: Page, questions: Sequence[int], answers: Sequence[tuple[int, Range]]
) -> Range | None:
    """Who is interviewed: the name before an answer, who is called upon in a question, else whom the report names most."""
    labels = get_grammar("fa").words["answering_labels"]
    for number, _ in answers:
        label = read_label(page, page.paragraphs[number])
        if label is not None and page.words[label[0][0]] not in labels:
            return label[0]
    for number in questions:
        first, last = page.paragraphs[number][:2]
        called = vocative_in(page, first + (page.words[first] in _BULLETS), last, "fa")
        if called is not None:
            return called
    before = page.paragraphs[questions[0]].first
    people = [m for m in page.mentions if m.mention.type == "PER" and m.last <= before]
    if not people:
        return None
    name = Counter(m.mention.name for m in people).most_common(1)[0][0]
    return next((m.first, m.last) for m in people if m.mention.name == name)


def _find_outlet(page: Page, before: int) -> Range | None:
    """The outlet an interview was given to: whose talk the heading calls it, else the first the words before it name."""
    words, heading = page.words, page.paragraphs[0]
    talks = (i for i in range(heading.first, min(heading.last, before)) if words[i] in _TALKS_OF)
    for i in talks:
        near = range(i + 2, min(i + _LONGEST_OUTLET, heading.last))
        with_whom = next((k for k in near if words[k] == "با"), None)
        if with_whom is not None:
            return page.trim(i + 1, with_whom)  # «گفت وگوی رود | با X»
    outlets = [m for m in page.mentions if m.last <= before and m.mention.rule == "fa.outlet"]
    if outlets:
        return outlets[0].first, outlets[0].last
    return next(
        (m for m in page.marked_within(0, before) if m[1] <= before and _talks_with(page, m)), None
    )


def _talks_with(page: Page, mark: Range) -> bool:
    """Tell whether someone talked with what stands in marks: «با «راه فردا» دربارهٔ کندی حرف زد»."""
    words = page.words
    behind = words[mark[1] : mark[1] + _LONGEST_TALK]
    return words[mark[0] - 2] == "با" and not TALKING.isdisjoint(behind)
