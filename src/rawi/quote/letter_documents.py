"""Tell documents that are letters or statements themselves: no outlet speaks in them, so nothing announces their words."""

from collections.abc import Sequence
from typing import NamedTuple

from rawi.lang import LANGUAGES
from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.phrases import read_source
from rawi.quote.layout import SILENT_PARTS
from rawi.quote.letters import is_opening_line, tell_frame
from rawi.quote.page import Page, Paragraph
from rawi.quote.reports import is_report
from rawi.quote.saying import Saying

LONGEST_LETTER = 15  # paragraphs
_LONGEST_OPENING = 8  # paragraphs: names of God, number, day, to whom, greetings
_AFTER_SIGNATURE = 3  # paragraphs: the signer's office, copies to others


class Opened(NamedTuple):
    """What opens a text: the number of its first paragraph and a saying without content."""

    number: int
    saying: Saying


def open_document(page: Page) -> Opened | None:
    """Where the letter or statement begins that a document is, None when it is no such document."""
    for number in range(min(2, len(page.paragraphs) - 1)):
        if (titled := _open_titled(page, number)) is not None:
            return Opened(number + 1, titled)
    return _open_letter(page)


def _open_titled(page: Page, number: int) -> Saying | None:
    """An Arabic letter or statement whose title names it («بيان صادر عن X»), a salutation follows."""
    title, ahead = page.paragraphs[number : number + 2]
    if title.language != "ar" or ahead.language != "ar":
        return None
    words = page.words[title.first : title.last]
    named = get_grammar("ar").bare(words[0]) in load_letters("ar").texts.alone
    plain = not {":", ".", "«", '"'}.intersection(words) and not any(map(is_verb, words))
    greets = tell_frame(page, ahead) in ("salutation", "greeting")
    by = next(
        (i for i in range(title.first, title.last - 1) if page.words[i] in ("عن", "من")), None
    )
    source = read_source(page, by + 1, title.last, after_preposition=True) if by else None
    signed = source is not None or find_signature(page, number + 1)
    if not (named and plain and greets and signed):
        return None
    return Saying("ar", (), "direct", "ar.letter", source=source)


def _open_letter(page: Page) -> Opened | None:
    """A letter as it was sent: lines that call upon someone and greet, paragraphs, a signature near the end."""
    opening = _opening_lines(page)
    frames = [tell_frame(page, page.paragraphs[number]) for number in opening]
    if "salutation" not in frames or len(opening) == len(page.paragraphs):
        return None
    first = opening[-1] + 1
    signed = find_signature(page, opening[-1])
    courteous = "greeting" in frames or tell_frame(page, page.paragraphs[signed]) == "closing"
    if not courteous or signed <= first or len(page.paragraphs) - signed > _AFTER_SIGNATURE:
        return None
    if any(is_report(page, paragraph) for paragraph in page.paragraphs[first:signed]):
        return None
    called = page.paragraphs[opening[frames.index("salutation")]]
    saying = Saying(called.language, (), "direct", f"{called.language}.letter", source=None)
    return Opened(opening[0], saying)


def _opening_lines(page: Page) -> Sequence[int]:
    """The numbers of the paragraphs before a letter's first words, all of them short and no sentences."""
    heard = (number for number, part in enumerate(page.paragraphs) if part.kind not in SILENT_PARTS)
    first = next(heard, 0)
    last = first
    while last < min(len(page.paragraphs), first + _LONGEST_OPENING):
        if not _is_opening(page, page.paragraphs[last]):
            break
        last += 1
    return range(first, last)


def _is_opening(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph may stand before a letter's first words."""
    if paragraph.language not in LANGUAGES:  # a line of digits
        return True
    return tell_frame(page, paragraph) in ("salutation", "greeting") or is_opening_line(
        page, paragraph
    )


def find_signature(page: Page, number: int) -> int:
    """The number of the closing or signature after a letter's opening, 0 when there is none near."""
    for ahead in range(number + 1, min(len(page.paragraphs), number + LONGEST_LETTER)):
        paragraph = page.paragraphs[ahead]
        known = paragraph.language in LANGUAGES
        if known and tell_frame(page, paragraph) in ("closing", "signature"):
            return ahead
    return 0
