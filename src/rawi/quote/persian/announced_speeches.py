"""Lines of a Persian page that announce whose words follow in the paragraphs below: «رئیس شورا:», «سخنان X در نشست خبری:»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_letter
from rawi.quote.heading_parties import split_address
from rawi.quote.narration import opens_with_speaker
from rawi.quote.page import Page, Paragraph
from rawi.quote.persian.phrases import end_of_titles, heads_role, read_phrase
from rawi.quote.persian.verbs import is_finite
from rawi.quote.persian.voices import can_speak
from rawi.quote.saying import Range, Saying

_LONGEST_LINE = 16  # words
_NEAR_TOP = 4  # paragraphs
_LONGEST_BEFORE = 3  # words before «سخنان»
_SHORTEST_SAID = 4  # words of the first paragraph below
_FARTHEST_COLON = 40  # tokens
# Where he alone speaks whose it is: «در بازدید X», «در نشست خبری X», not «در دیدار X با Y».
_HIS_OCCASIONS = frozenset({"بازدید", "سفر", "سخنرانی", "نشست", "کنفرانس", "گزارش"})
_SHORTEST_COMING = 3  # tokens of «پاسخ X رسید»
_COME = frozenset({"رسید", "امد", "رسیده", "امده"})
_PUBLISHED = frozenset(
    (how, verb) for how in ("منتشر", "ارسال", "دریافت") for verb in ("شد", "کرد")
)
_OF_OCCASIONS = frozenset(
    {"خبری", "مطبوعاتی", "رسانهای", "میدانی", "سرزده", "استانی", "یکروزه", "دوروزه"}
)


def find_announced_speaker(page: Page, number: int) -> tuple[Range, Range | None] | None:
    """Who speaks in the paragraphs below one that ends in a colon, and to whom; None where it announces nobody."""
    paragraph, below = page.paragraphs[number], page.paragraphs[number + 1 : number + 2]
    place = paragraph.first, paragraph.last - 1
    if paragraph.language != "fa" or not below or page.count_words(*place) > _LONGEST_LINE:
        return None
    said = below[0]
    short = page.count_words(said.first, said.last) < _SHORTEST_SAID
    if said.language != "fa" or short or tells_who_spoke(page, said):
        return None
    if (writer := _owner_of_answer(page, *place)) is not None:
        return writer, None
    if (owner := _owner_of_words(page, *place)) is not None:
        return owner, split_address(page, place, "fa")[1]
    source, addressee = split_address(page, place, "fa")
    named = number < _NEAR_TOP and opens_with_speaker(page, source[0], "fa")
    whole = named and read_phrase(page, *source)[1] == source[1]
    return (source, addressee) if whole and can_speak(page, source) else None


def find_visitor(page: Page, opener: Saying) -> Range | None:
    """Whose visit, speech or press conference it was in which something was said, as the first line of a page tells: «در بازدید | معاون وزیر از تونل مطرح شد:»."""
    cue, words = opener.cue, page.words
    if cue is None or opener.language != "fa" or page.paragraph_of(cue[0]) != 0:
        return None
    if not opener.passive or words[0] not in ("در", "طی") or words[1] not in _HIS_OCCASIONS:
        return None
    first = 2 + (words[2] in _OF_OCCASIONS)
    source = read_phrase(page, first, cue[0])
    return source if opens_with_speaker(page, first, "fa") and can_speak(page, source) else None


def tops_page(page: Page, opener: Saying, spoken: Range) -> bool:
    """Tell whether what was said is a heading alone, under a first line that only says where: «در بازدید X مطرح شد:», «C»."""
    title = opener.cue is not None and opener.language == "fa" and opener.passive
    if not title or opener.cue is None or page.paragraph_of(opener.cue[0]) != 0:
        return False
    return page.words[spoken[1] : spoken[1] + 1] not in ((".",), ("؟",), ("!",), ("…",))


def tells_who_spoke(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a Persian paragraph opens with who speaks, a verb of saying and a colon: «معاون وزیر گفت: C»."""
    if paragraph.language != "fa" or not opens_with_speaker(page, paragraph.first, "fa"):
        return False
    near = min(paragraph.last, paragraph.first + _FARTHEST_COLON)
    return any(
        cue.cue.shape == "verb" and page.words[cue.last : cue.last + 1] == (":",)
        for cue in page.cues(paragraph.first, near, "fa")
    )


def _owner_of_answer(page: Page, first: int, last: int) -> Range | None:
    """Whose letter or answer a line tells to have come: «پاسخ | صفی خانی یک هفته بعد رسید:», «نامهٔ | شهردار دیروز منتشر شد:»."""
    words = page.words
    if (
        not _names_writing(words[first])
        or last - first < _SHORTEST_COMING
        or not _came(words, last)
    ):
        return None
    writer = read_phrase(page, first + 1, last)
    name = page.person_at(end_of_titles(page, first + 1))
    if name is not None and name.last < writer[1] and "،" not in words[name.last : writer[1]]:
        writer = first + 1, name.last
    told = name is not None or heads_role(page, first + 1)
    return writer if told and writer[1] < last and can_speak(page, writer) else None


def tells_coming(page: Page, opener: Saying) -> bool:
    """Tell whether what opens a passage is a line that tells whose letter or answer came."""
    if opener.cue is not None or opener.source is None or opener.language != "fa":
        return False
    head = page.words[opener.source[0] - 1]
    return _names_writing(head) and page.opens_paragraph(opener.source[0] - 1)


def _names_writing(word: str) -> bool:
    """Tell whether a word is an answer or a letter: پاسخ, نامهٔ."""
    return word in get_grammar("fa").words["answers"] or names_letter(word, "fa")


def _came(words: tuple[str, ...], last: int) -> bool:
    """Tell whether a line that ends before a token says that something came or was published."""
    return words[last - 1] in _COME or words[last - 2 : last] in _PUBLISHED


def _owner_of_words(page: Page, first: int, last: int) -> Range | None:
    """Whose words a line announces: «مهم ترین محورهای سخنان | رئیس شورا در نشست خبری»."""
    of_words = get_grammar("fa").words["words_of"]
    near = range(first, min(last - 1, first + _LONGEST_BEFORE + 1))
    at = next((i for i in near if page.words[i] in of_words), None)
    if at is None or any(is_finite(page, i) for i in range(first, last)):
        return None
    owner = read_phrase(page, at + 1, last)
    return owner if owner[0] < owner[1] and can_speak(page, owner) else None
