"""The turns of a Persian dialogue: paragraphs that open with who speaks and a colon, «راه فردا: چرا؟», «قاضی: …»."""

from collections import Counter
from collections.abc import Mapping

from rawi.lang.common import load_common
from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range

_LONGEST_LABEL = 5  # tokens, «خبرنگار (با خنده):»
_FEWEST = 2  # turns of one who asks
_NEAREST = 3  # paragraphs between two turns of one dialogue


def read_label(page: Page, paragraph: Paragraph) -> tuple[Range, int] | None:
    """The label a paragraph opens with and the token after its colon: «عروسکی (با خنده): …», «پاسخ: …»."""
    first = paragraph.first
    for i in range(first + 1, min(paragraph.last - 1, first + _LONGEST_LABEL + 1)):
        if page.words[i] == ":":
            bracket = next((k for k in range(first, i) if page.words[k] == "("), i)
            return (first, bracket), i + 1
    return None


def find_labels(page: Page) -> Mapping[int, Range]:
    """What may say who speaks before the colon of a paragraph, by the paragraph's number: two and more near one another."""
    labels: dict[int, Range] = {}
    for number, paragraph in enumerate(page.paragraphs):
        label = read_label(page, paragraph) if _may_be_turn(page, paragraph) else None
        if label is not None and _is_label(page, label[0]):
            labels[number] = label[0]
    return {
        number: label
        for number, label in labels.items()
        if any(0 < abs(other - number) <= _NEAREST for other in labels)
    }


def find_turns(page: Page) -> Mapping[int, Range]:
    """The labels of the paragraphs that are turns of a dialogue: those of someone who can speak, or of a name.

    In a dialogue somebody speaks twice, or one asks and the next answers; in a survey («شاعر: …», «کسبه: …») each is
    asked once, and told of.
    """
    labels = find_labels(page)
    count = Counter(page.words[slice(*label)] for label in labels.values())
    if max(count.values(), default=0) < _FEWEST:
        labels = {
            n: label
            for n, label in labels.items()
            if _is_asked_or_answers(page, n, labels) or _is_announced(page, n, labels)
        }
    return {
        number: label
        for number, label in labels.items()
        if can_speak(page, label)
        or _is_name(page, label, count)
        or _is_between(page, number, labels)
        or _is_announced(page, number, labels)
    }


def _is_announced(page: Page, number: int, labels: Mapping[int, Range]) -> bool:
    """Tell whether the paragraph above the first of some labelled ones announces a talk, whose turns they are: «مکالمهٔ آن دو چنین بود:»."""
    first = number
    while first - 1 in labels:
        first -= 1
    if first == 0 or not {number - 1, number + 1} & labels.keys():
        return False
    above = page.paragraphs[first - 1]
    talks = get_grammar("fa").words["talks"] | get_grammar("fa").words["contacts"]
    said = {word.removesuffix("ی") for word in page.words[above.first : above.last]}
    return page.words[above.last - 1] == ":" and not (
        said | {*page.words[above.first : above.last]}
    ).isdisjoint(talks)


def _is_between(page: Page, number: int, labels: Mapping[int, Range]) -> bool:
    """Tell whether a label that may be any name stands between two turns of somebody who can speak: «خلبان: …», «برج مراقبت: …», «خلبان: …»."""
    around = [labels.get(number - 1), labels.get(number + 1)]
    same = {page.words[slice(*label)] for label in around if label is not None}
    return len(same) == 1 and None not in around and can_speak(page, around[0] or (0, 0))


def find_askers(page: Page, labels: Mapping[int, Range]) -> frozenset[tuple[str, ...]]:
    """The labels of the outlet that asks in an interview: not those of people, and most of their turns ask."""
    by_label: dict[tuple[str, ...], list[int]] = {}
    for number, label in labels.items():
        by_label.setdefault(page.words[slice(*label)], []).append(number)
    if len(by_label) < 2:
        return frozenset()
    return frozenset(
        words
        for words, numbers in by_label.items()
        if len(numbers) >= _FEWEST
        and _is_outlet(page, labels[numbers[0]])
        and 2 * sum(asks_in_paragraph(page, n) for n in numbers) >= len(numbers)
    )


def _may_be_turn(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph may be a turn: Persian, and no speech in marks after the colon."""
    return paragraph.language == "fa" and paragraph.last - paragraph.first > 2


def _is_label(page: Page, label: Range) -> bool:
    """Tell whether words before a colon may say who speaks: no verb, no preposition, no number."""
    words, grammar = page.words, get_grammar("fa")
    return (
        label[0] < label[1]
        and not any(
            (is_finite(page, i) and not (words[i] == "اند" and i + 1 < label[1]))  # «هنر اند جامعه»
            or words[i] in grammar.prepositions
            or words[i] in grammar.object_markers
            or words[i] == "که"
            or not words[i][0].isalpha()
            or page.mark_at[i] is not None
            for i in range(*label)
        )
        and not page.cues(*label, "fa")
    )


def _is_name(page: Page, label: Range, count: Mapping[tuple[str, ...], int]) -> bool:
    """Tell whether an unknown label is a name: it comes again, and no common word is in it."""
    words = page.words[slice(*label)]
    return count[words] >= _FEWEST and load_common("fa").isdisjoint(words)


def _is_outlet(page: Page, label: Range) -> bool:
    """Tell whether a label is no person's: an outlet's name, one who asks by calling, or the initials of either."""
    if page.words[label[0]] in get_grammar("fa").interviewers:
        return True
    named = [page.mention_at[i].mention for i in range(*label) if i in page.mention_at]
    if any(mention.type == "PER" for mention in named):
        return False
    own = page.words[slice(*label)]
    return not any(
        mention.mention.type == "PER" and page.words[mention.last - len(own) : mention.last] == own
        for mention in page.mentions
    )


def _is_asked_or_answers(page: Page, number: int, labels: Mapping[int, Range]) -> bool:
    """Tell whether a labelled paragraph and the one beside it are question and answer, of which nobody else tells."""
    asker = next((n for n in (number, number - 1) if _asks_next(page, n, labels)), None)
    return asker is not None and not any(
        page.cues(labels[n][1], page.paragraphs[n].last, "fa") for n in (asker, asker + 1)
    )


def _asks_next(page: Page, number: int, labels: Mapping[int, Range]) -> bool:
    """Tell whether a labelled paragraph ends with a question and the next one has a label."""
    both = number in labels and number + 1 in labels
    return both and page.words[page.paragraphs[number].last - 1] in "؟?"


def asks_in_paragraph(page: Page, number: int) -> bool:
    """Tell whether a turn asks, by the number of its paragraph."""
    paragraph = page.paragraphs[number]
    return any(page.words[i] in "؟?" for i in range(paragraph.first, paragraph.last))
