"""Tell whether below a letter the outlet reports again: of who speaks now, of another letter, of what came of this one."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.lang.speech import is_that
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.sendings import find_sending
from rawi.quote.arabic.told import past_gender
from rawi.quote.marks import OPENERS
from rawi.quote.narration import (
    LONGEST_SOURCE,
    is_first_person,
    is_narration,
    names_speaker,
    opens_with_speaker,
    turns_to_another,
)
from rawi.quote.page import Page, Paragraph, PlacedCue
from rawi.quote.roles import is_role

_NEAR_LETTER = 5  # tokens at the beginning of a paragraph
_LETTERS = frozenset({"الرساله", "الرد", "الخطاب", "الجواب", "الکتاب", "البرقیه", "النداء"})
_NEAR_SAYING = 25  # tokens in which the outlet says who speaks, unless it tells first who that is


def is_report(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether after a text the outlet speaks again: someone is named and a cue says that he spoke."""
    if is_first_person(page, paragraph):
        return False
    if paragraph.language == "ar" and (
        _tells_of_letter(page, paragraph)
        or _tells_of_another(page, paragraph)
        or turns_to_another(page, paragraph)
    ):
        return True
    if paragraph.language == "fa" and _tells_of_answers(page, paragraph):
        return True
    introduced = paragraph.language == "fa" and _introduces(page, paragraph)
    stop = paragraph.last if introduced else min(paragraph.last, paragraph.first + _NEAR_SAYING)
    cues = page.cues(paragraph.first, stop, paragraph.language)
    if not cues:
        return False
    if introduced:
        return True
    named = range(paragraph.first, min(paragraph.last, cues[0].last + 8))
    return is_narration(page, paragraph) and (
        page.words[paragraph.first] in get_grammar(paragraph.language).pronouns
        or any(page.person_at(i) for i in named)
        or opens_with_speaker(page, paragraph.first, paragraph.language)
        or (paragraph.language == "fa" and page.names_body(paragraph.first, "fa"))
        or (paragraph.language == "ar" and names_speaker(page, paragraph, cues))
        or (paragraph.language == "ar" and _opens_with_saying(page, paragraph, cues[0]))
    )


def _introduces(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a Persian paragraph opens with a name and who bears it: «سارا کوهی، وزیر راه، سفرش را لغو کرده بود. …»."""
    name = page.person_at(paragraph.first)
    if name is None or name.first != paragraph.first:
        return False
    after = page.words[name.last : paragraph.last]
    return after[:1] == ("،",) and len(after) > 1 and is_role(after[1:], "fa")


def _opens_with_saying(page: Page, paragraph: Paragraph, cue: PlacedCue) -> bool:
    """Tell whether an Arabic paragraph opens with a verb of saying, somebody by role or name, and «أنّ» or a colon, perhaps behind an occasion: «ووعد المدير بأن», «وفي كلمة له، كتب المدير أنّ»."""
    opens = cue.first == paragraph.first or _follows_occasion(page, paragraph, cue)
    opens = opens and cue.cue.shape == "verb"
    near = page.words[cue.last : min(paragraph.last, cue.last + LONGEST_SOURCE)]
    told = any(word == ":" or is_that(word) for word in near)
    return opens and told and opens_with_speaker(page, cue.last, "ar")


def _follows_occasion(page: Page, paragraph: Paragraph, cue: PlacedCue) -> bool:
    """Tell whether between the opening of an Arabic paragraph and a verb no more than a phrase of occasion and a comma stands."""
    words, first = page.words, paragraph.first
    led = words[first].removeprefix("و") in get_grammar("ar").prepositions
    pauses = [i for i in range(first, cue.first) if not page.is_word(i)]
    return led and pauses == [cue.first - 1] and words[cue.first - 1] in "،,"


def _tells_of_another(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic paragraph opens with a verb that tells of another letter: «وتلقّى X رسالة من Y، قال فيها»."""
    first = paragraph.first
    ways = (get_grammar("ar").words[name] for name in ("sending", "receiving"))
    if not any(past_gender(page.words[first], verbs) for verbs in ways):
        return False
    return find_sending(page, first, min(paragraph.last, first + LONGEST_SOURCE)) is not None


def _tells_of_letter(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic paragraph tells what came of a letter, or names someone named before it who wrote or spoke: «ولم يتأخر الرد», «كتبت الحلو إلى …»."""
    words, first = page.words, paragraph.first
    near = range(first + 1, min(paragraph.last, first + _NEAR_LETTER))
    told = words[first][0] in "وف" and any(words[i] in _LETTERS for i in near)
    if told and any(is_verb(words[i]) for i in range(first, near.stop)):
        return True
    known = {
        page.words[m.last - 1] for m in page.mentions if m.mention.type == "PER" and m.last <= first
    }
    return any(
        cue.cue.shape == "verb" and (m := page.mention_at.get(cue.last)) is not None
        and m.mention.type == "PER" and words[m.last - 1] in known
        for cue in page.cues(first, min(paragraph.last, first + 40), "ar")
    )  # fmt: skip


def _tells_of_answers(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a Persian paragraph tells what others wrote to a text: «صدها نفر زیر این پست نظر دادند. زنی نوشت: «…»»."""
    words, demonstratives = page.words, get_grammar("fa").demonstratives
    if not any(
        words[i] in demonstratives and names_letter(words[i + 1], "fa")
        for i in range(paragraph.first, paragraph.last - 1)
    ):
        return False
    cues = page.cues(paragraph.first, paragraph.last, "fa")
    return any(
        cue.cue.shape == "verb" and words[cue.last] == ":" and words[cue.last + 1] in OPENERS
        for cue in cues
    )
