"""Tell where a speech ends: the outlet is heard again when it names who speaks, or on what occasion."""

from collections.abc import Sequence

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.speech import is_that
from rawi.quote.arabic.forms import is_own_speech
from rawi.quote.marks import DRAWN, OPENERS, STRAIGHT
from rawi.quote.page import Page, Paragraph, PlacedCue
from rawi.quote.saying import Range

_LONGEST_DESK = 3  # tokens: «خبرنگار ورزشی ما»
LONGEST_SOURCE = 16  # tokens between a verb of saying and «أنّ»
_LONGEST_DATELINE = 4  # tokens
_SHORTEST_TRADE = 5  # letters: «این افکار», «این زمان»
_LONG_LINE = 50  # characters: shorter ones may end a paragraph without a sign
_NEAR = 2  # tokens before «به گفتهٔ X»


def is_turn(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph is another's turn in a dialogue: «روجرز: "إنه عدّاد"»."""
    words = page.words
    near = range(paragraph.first + 1, min(paragraph.first + 6, paragraph.last - 2))
    return any(words[i] == ":" and words[i + 1] in OPENERS | STRAIGHT for i in near)


def says_who(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic paragraph opens with a verb of saying and «أنّ» after who speaks: «• قال مدير … إنّ»."""
    first = paragraph.first
    while first < paragraph.last and not page.is_word(first):
        first += 1
    cues = page.cues(first, min(paragraph.last, first + 2), paragraph.language)
    if paragraph.language != "ar" or not cues or cues[0].first > first:
        return False
    near = page.words[cues[0].last + 1 : min(paragraph.last, cues[0].last + LONGEST_SOURCE)]
    return cues[0].cue.shape == "verb" and any(map(is_that, near))


def is_narration(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether the outlet speaks again: a paragraph that opens with who speaks, or with a phrase of occasion."""
    grammar = get_grammar(paragraph.language)
    words, first = page.words, paragraph.first
    if page.mark_at[first] is not None:
        return False
    if words[first] in grammar.pronouns:
        return True
    if paragraph.language == "ar" and (
        _speaks_of_the_speech(page, paragraph) or turns_to_another(page, paragraph)
    ):
        return True
    if paragraph.language == "fa" and _opens_with_dateline(page, paragraph):
        return True
    cues = page.cues(first, min(paragraph.last, first + 60), paragraph.language)
    if not cues:
        return first in page.mention_at and _opens_with_person(page, paragraph)
    if paragraph.language == "ar":
        # «وكان الحرّاس قد بعثوا …» looks back, as the outlet does.
        looks_back = words[first] in ("وکان", "وکانت") and "قد" in words[first : first + 10]
        return looks_back or cues[0].first - first <= 6 or names_speaker(page, paragraph, cues)
    if _speaks_of_another(page, paragraph, cues[0]) or _is_attributed(page, paragraph, cues[0]):
        return True
    return _opens_with_person(page, paragraph) or (
        words[first] in grammar.prepositions and _is_occasion(page, paragraph)
    )


def _opens_with_dateline(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a Persian paragraph begins with a place before a dash, or with anything before a dash and who speaks: «یزد- مدیرکل …»."""
    first, last, _, _ = paragraph
    near = range(first + 1, min(last - 1, first + _LONGEST_DATELINE))
    dash = next((i for i in near if page.words[i] in DRAWN), None)
    if dash is None or not all(page.is_word(i) for i in range(first, dash)):
        return False
    placed = page.mention_at.get(first)
    in_place = placed is not None and placed.mention.type == "LOC" and placed.last == dash
    return in_place or opens_with_speaker(page, dash + 1, "fa")


def _speaks_of_the_speech(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic paragraph opens with what its speaker said as his: «وفي ختام كلمته، …»."""
    words = page.words[paragraph.first : paragraph.first + 4]
    led = words[0].removeprefix("و") in get_grammar("ar").prepositions
    return led and any(map(is_own_speech, words[1:]))


def names_speaker(page: Page, paragraph: Paragraph, cues: Sequence[PlacedCue]) -> bool:
    """Tell whether somewhere in an Arabic paragraph in which nobody says I a verb of saying stands by words in marks or an occasion: «…، حيث صرح X بأنّ», ««…»، قال الشاب»."""
    if is_first_person(page, paragraph):
        return False
    for cue in cues:
        if cue.cue.shape != "verb" or cue.cue.passive or page.mark_at[cue.first] is not None:
            continue
        before = page.words[cue.first - 1]
        behind_mark = before in "،,-–" and page.mark_at[cue.first - 3] is not None
        if before == "حیث" or behind_mark:
            return True
    return False


def turns_to_another(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether an Arabic paragraph opens with «أمّا» and somebody, who then says something: «أمّا الطالبة ريم عواد، فطلبت أن»."""
    words, first = page.words, paragraph.first
    if words[first] not in ("اما", "واما") or not opens_with_speaker(page, first + 1, "ar"):
        return False
    cues = page.cues(first + 1, min(paragraph.last, first + LONGEST_SOURCE), "ar")
    return any(words[cue.first].startswith("ف") and cue.cue.shape == "verb" for cue in cues)


def _speaks_of_another(page: Page, paragraph: Paragraph, cue: PlacedCue) -> bool:
    """Tell whether before its first cue a Persian paragraph names someone, and nobody speaks as I or to you."""
    before = page.words[paragraph.first : cue.first]
    if cue.cue.shape not in ("verb", "adjunct") or get_grammar("fa").words["persons"].intersection(
        before
    ):
        return False
    if any(page.person_at(i) for i in range(paragraph.first, cue.first)):
        return True
    if (
        page.names_body(paragraph.first, paragraph.language)
        and cue.cue.shape == "verb"
        and not cue.cue.passive
    ):
        return True
    return (
        cue.first > paragraph.first
        and before[0] in get_grammar("fa").demonstratives
        and _is_calling(page, paragraph.first + 1)
    )


def _is_calling(page: Page, token: int) -> bool:
    """Tell whether at a token a role stands, or a word made like one: «این | استادکار», not «این کار»."""
    if load_people("fa").roles.find(page.words, token) is not None:
        return True
    word, sets = page.words[token], get_grammar("fa").words
    made = any(word.endswith(trade) and word != trade for trade in sets["trades"])
    return word in sets["humans"] or (made and len(word) > _SHORTEST_TRADE)


def _is_attributed(page: Page, paragraph: Paragraph, cue: PlacedCue) -> bool:
    """Tell whether a Persian paragraph begins with whose words it tells: «به نوشتهٔ یکی از شنوندگان …»."""
    own = get_grammar("fa").words["persons"]
    return (
        cue.cue.shape == "attribution"
        and not cue.cue.people
        and cue.first - paragraph.first <= _NEAR
        and not own.intersection(
            page.words[i] for i in range(paragraph.first, paragraph.last) if page.mark_at[i] is None
        )
    )


def is_cut(page: Page, before: Range, after: Range) -> bool:
    """Tell whether between two Arabic paragraphs of one text the copy cut a sentence: the first ends long and without a sign."""
    ended = page.words[before[1] - 1] if page.is_word(before[1] - 1) else "."
    following = page.words[before[1] : after[0]]
    here = page.sentence_at(after[0])
    if ended == "." or any(sign in ".؟!؛:…" for sign in following):
        return False
    if here is None or here.language != "ar":
        return False
    start, end = page.reading.starts[before[0]], page.reading.ends[before[1] - 1]
    line = page.text.repaired[start:end].rpartition("\n")[2]
    return len(line) >= _LONG_LINE


def is_first_person(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph speaks as I or we, outside marks in Arabic."""
    inside = range(paragraph.first, paragraph.last)
    if paragraph.language == "ar":
        return says_i([page.words[i] for i in inside if page.mark_at[i] is None])
    first_person = get_grammar(paragraph.language).words["first_person"]
    told = any(
        c.cue.shape == "verb" and page.mark_at[c.first] is None
        for c in page.cues(paragraph.first, paragraph.last, "fa")
    )
    return any(
        page.words[i] in first_person
        and not _is_outlets_own(page, i)
        and not (told and page.mark_at[i] is not None)
        for i in inside
    )


def _is_outlets_own(page: Page, token: int) -> bool:
    """Tell whether «ما» at a token is the outlet: «به خبرنگار ورزشی ما گفت»."""
    near = page.words[max(0, token - _LONGEST_DESK) : token]
    return page.words[token] == "ما" and not get_grammar("fa").interviewers.isdisjoint(near)


def _opens_with_person(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins with a name, a title or a role."""
    return opens_with_speaker(page, paragraph.first, paragraph.language)


def opens_with_speaker(page: Page, first: int, language: str) -> bool:
    """Tell whether at a token a name, a title or a role begins."""
    people = load_people(language)
    words = (get_grammar(language).bare(page.words[first]), *page.words[first + 1 : first + 4])
    if page.person_at(first):
        return True
    if language == "fa" and page.words[first + 1] in get_grammar("fa").words["persons"]:
        return False  # «پدربزرگ من صحاف بود»: somebody tells of his own
    return people.titles.find(words, 0) is not None or people.roles.find(words, 0) is not None


def _is_occasion(page: Page, paragraph: Paragraph) -> bool:
    """Tell whether a paragraph begins with «در این دیدار», «در پایان …»."""
    occasions = get_grammar(paragraph.language).occasions
    return any(word in occasions for word in page.words[paragraph.first + 1 : paragraph.first + 4])
