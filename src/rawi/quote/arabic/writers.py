"""Who wrote an Arabic report, in a line of its own: «كتبت – سلمى ناصر:», «إعداد: سامي درويش». He is nobody in it."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.quote.marks import DASHES
from rawi.quote.page import Page, Paragraph, PlacedCue, PlacedMention, PlacedSentence

WROTE = frozenset({"کتب", "کتبت"})  # with a sign after it: «كتب سامي: …» is speech
_MADE = frozenset(
    {"بقلم", "اعداد", "تقریر", "تحقیق", "حوار", "تصویر", "ترجمه", "تحریر", "متابعه", "مراسلنا", "مراسلتنا"}
)  # fmt: skip
SIGNS = frozenset("–—-:/|")
_LONGEST = 8  # words
_SHORTEST_NAME, _LONGEST_NAME = 2, 3  # words
_NEAR_END = 3  # tokens
_LONGEST_BYLINE = 6  # words
_FIRST_LINES = 3  # paragraphs in which «كتب X:» signs the report
_EDITORS = frozenset({"محرر", "محرره", "مراسل", "مراسله", "مراسلنا", "مراسلتنا", "مندوب", "مندوبه", "موفد", "موفدنا"})  # fmt: skip
_AFTER_WROTE = SIGNS | {"،"}


def writes_report(page: Page, placed: PlacedMention) -> bool:
    """Tell whether a name stands in the line that says who wrote an Arabic report."""
    here = page.sentence_at(placed.first)
    if here is None:
        return False
    first, last, _, language = page.paragraphs[here.paragraph]
    head = page.words[first]
    sign = first + 1 + (first + 1 < last and page.words[first + 1].removeprefix("و") in _MADE)
    signed = sign < last and page.words[sign] in SIGNS  # «تقرير وتصوير: X»
    wrote = (head in WROTE and signed) or (head in _MADE and (signed or placed.first == first + 1))
    short = page.count_words(first, last) <= _LONGEST and last - placed.last <= _NEAR_END
    return language == "ar" and short and (wrote or _stands_by_place(page, placed, here.paragraph))


def _stands_by_place(page: Page, placed: PlacedMention, number: int) -> bool:
    """Tell whether a line under the heading has nothing but a place, a sign and a name: «بغداد/ سامي درويش»."""
    first, last = page.paragraphs[number].first, page.paragraphs[number].last
    if page.words[placed.first - 2] in DASHES and page.words[placed.first - 1] == "من":
        # «بيت الزيتون - من رنا الأسعد»
        return 0 < number < _FIRST_LINES and page.count_words(placed.last, last) == 0
    place, sign = page.mention_at.get(first), placed.first - 1
    return (
        0 < number < _FIRST_LINES
        and place is not None
        and place.mention.type == "LOC"
        and place.last == sign
        and page.words[sign] in SIGNS
        and page.count_words(placed.last, last) == 0
    )


def names_writer(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a short Arabic line says no more than who made the report: «تقرير: سامي درويش»; not «تقرير: البحيرة تجفّ»."""
    first, last = paragraph.first, paragraph.last
    signed = page.words[first] in _MADE and first + 2 < last and page.words[first + 1] in SIGNS
    if not signed or page.count_words(first, last) > _LONGEST:
        return False
    return load_people("ar").given_names.find(page.words, first + 2) is not None


def byline_end(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> int | None:
    """The colon after who wrote the report, or the cue's own end where none stands; None for a cue that signs nothing."""
    if not _is_byline(page, sentence, cue):
        return None
    near = range(cue.last + 1, sentence.last)
    return next((i for i in near if page.words[i] == ":"), cue.last)


def _is_two_words(page: Page, first: int, last: int) -> bool:
    """Tell whether two or three words stand at tokens that may be a name no table knows: «المرسى – كتبت | رضوى العتر:»."""
    small = get_grammar("ar").prepositions
    words = page.words[first:last]
    roles = load_people("ar").roles.alone
    named = all(w.isalpha() and w not in small for w in words) and not words[0].startswith("ال")
    return _SHORTEST_NAME <= len(words) <= _LONGEST_NAME and named and words[0] not in roles


def _is_byline(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a line says who wrote the report: «كتبت – سلمى ناصر:», «كتب/ سامي نادر: C», «المنصورة – كتبت سلمى ناصر:»."""
    words, last = page.words, page.paragraphs[sentence.paragraph].last
    if words[cue.first] not in WROTE or cue.last >= sentence.last:
        return False
    if page.follows_marks(cue.first):
        return False  # ««C»، كتبت، «D».»
    signed = words[cue.last] in _AFTER_WROTE
    if signed and words[cue.last] == "/":
        return True
    short = page.count_words(cue.first, last) <= _LONGEST_BYLINE
    if not short or signed:
        return signed and short
    named = load_people("ar").given_names.find(words, cue.last) is not None
    named = named or words[cue.last] in _EDITORS  # «كتب محرر الشؤون المحلية:»
    placed = cue.first > sentence.first and words[cue.first - 1] in DASHES
    tops = cue.first == sentence.first and sentence.paragraph < _FIRST_LINES
    named = named or (placed and _is_two_words(page, cue.last, last - 1))
    return named and words[last - 1] == ":" and (placed or tops)
