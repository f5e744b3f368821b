"""Words in marks that stand without a word of saying: whole sentences, and what an Arabic heading opens with, ««لسنا متحفاً»: جزيرة تحدّ زوارها»."""

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.around import PREDICATES
from rawi.quote.arabic.thus import named_after
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.hearers import is_someone
from rawi.quote.persian.marked import holds_verb
from rawi.quote.persian.phrases import end_of_titles, heads_role
from rawi.quote.saying import Range, Saying

_SHORTEST = 3  # words
_SHORTEST_IN_HEADING = 2  # words
_LEAST_OF_SENTENCE = 0.6  # of its words
_NAMES = (("نام",), ("عنوان",), ("اسم",))
_FARTHEST = 2  # tokens of a sentence before the marks
_NEAR_AFTER = 16  # tokens: who spoke is named so soon after a quotation, or not at all


def add_loose_quotations(page: Page, sayings: list[Saying]) -> list[Saying]:
    """Add sentences that stand in marks without a cue: they go on the speech before them."""
    covered = {i for saying in sayings for part in saying.content for i in range(*part)}
    found = list(sayings)
    for sentence in page.sentences:
        for mark in page.marked_within(sentence.first, sentence.last):
            if mark[0] in covered:
                continue
            if mark[1] > sentence.last and not covered.isdisjoint(range(sentence.last, mark[1])):
                continue  # a letter in marks, whose salutation is none of its words
            if mark[0] - sentence.first > _FARTHEST or page.titles_work(mark):
                continue
            content = page.trim(*mark)
            if content and (
                _is_whole(page, sentence, mark)
                or _heads(page, sentence, mark)
                or _is_told_thus(page, sentence, mark)
            ):
                found.append(_make_loose(page, sentence, mark, content))
    return _give_to_last(page, sorted(found, key=lambda saying: saying.start))


def _give_to_last(page: Page, sayings: list[Saying]) -> list[Saying]:
    """Give words in marks left open to whom the last of the paragraphs names that go on with them: ««A.», then ««B»، تروي X»."""
    given = list(sayings)
    for k in range(len(given) - 2, -1, -1):
        saying, after = given[k], given[k + 1]
        told = (
            after.source is not None and after.content and after.source[0] >= after.content[-1][1]
        )
        if told and saying.heir and saying.cue is None and _goes_on_in(page, saying, after):
            given[k] = saying._replace(source=after.source, gender=after.gender, heir=False)
    return given


def _goes_on_in(page: Page, saying: Saying, after: Saying) -> bool:
    """Tell whether marks are not closed with a paragraph, and the next one opens them again."""
    here, there = page.sentence_at(saying.content[0][0]), page.sentence_at(after.content[0][0])
    mark = page.mark_at[saying.content[0][0]]
    if here is None or there is None or mark is None or there.paragraph != here.paragraph + 1:
        return False
    opened = after.content[0][0] - 1 == page.paragraphs[there.paragraph].first
    left = mark[1] >= page.paragraphs[here.paragraph].last
    return left and opened and page.words[after.content[0][0] - 1] in MARKS


def _is_whole(page: Page, sentence: PlacedSentence, mark: Range) -> bool:
    """Tell whether words in marks are most of their sentence."""
    words = page.count_words(*mark)
    whole = page.count_words(sentence.first, max(sentence.last, mark[1]))
    asked = sentence.language == "fa" and page.words[mark[1] - 1] in "؟?!"  # ««کدام سال؟»»
    named = page.words[mark[1] + 1 : mark[1] + 2] in _NAMES  # ««چه کسی آمد؟» نام رمان اوست»
    asked = asked or _follows_marks(page, sentence, mark)
    answers = sentence.language == "fa" and _answers(page, sentence, mark)
    return (
        not named
        and words >= _SHORTEST - asked - 2 * answers
        and words >= _LEAST_OF_SENTENCE * whole
    )


def _is_told_thus(page: Page, sentence: PlacedSentence, mark: Range) -> bool:
    """Tell whether an Arabic sentence opens with words in marks and goes on with whose they are: ««C»، بهذه العبارة تستقبل X زوارها»."""
    opens = sentence.language == "ar" and mark[0] - 1 == sentence.first and mark[1] < sentence.last
    if not opens or page.count_words(*mark) < _SHORTEST - 1:
        return False
    return named_after(page, mark[1], min(sentence.last, mark[1] + _NEAR_AFTER)) is not None


def _follows_marks(page: Page, sentence: PlacedSentence, mark: Range) -> bool:
    """Tell whether words in marks are all a sentence has, and the one before in their paragraph opens with others: «لا أحد يعرف»، قال X. | «لكننا سنعرف», «من پلیس نیستم»، X گفت. | «فقط همسایه ام»."""
    if page.count_words(mark[1], sentence.last):
        return False
    if _is_turn(page, sentence, mark):
        return True
    before = [s for s in page.sentences_of(sentence.paragraph) if s.last <= sentence.first]
    alone = mark[0] - 1 == sentence.first and bool(before)
    return alone and page.mark_at[before[-1].first + 1] is not None


def _is_turn(page: Page, sentence: PlacedSentence, mark: Range) -> bool:
    """Tell whether words in marks are all an Arabic paragraph has, ask something, and the one before it opens with others: ««أعطيتها خبزاً».», then ««وبعد ذلك؟».»."""
    number = sentence.paragraph
    asks = _fills(page, number, mark) and page.words[mark[1] - 1] in "؟?"
    return asks and number > 0 and page.mark_at[page.paragraphs[number - 1].first + 1] is not None


def _answers(page: Page, sentence: PlacedSentence, mark: Range) -> bool:
    """Tell whether words in marks are all a Persian paragraph has, and the one before it ends with a question in marks: ««هرگز.»»."""
    number = sentence.paragraph
    before = page.paragraphs[number - 1].last if number and _fills(page, number, mark) else 0
    return before > 1 and page.words[before - 2] in "؟?" and page.mark_at[before - 2] is not None


def _fills(page: Page, number: int, mark: Range) -> bool:
    """Tell whether words in marks are all a paragraph has."""
    paragraph = page.paragraphs[number]
    return mark[0] - 1 == paragraph.first and not page.count_words(mark[1], paragraph.last)


def _heads(page: Page, sentence: PlacedSentence, mark: Range) -> bool:
    """Tell whether the first line of an Arabic report opens with words in marks and a colon, and they claim something: no title of a work; of a Persian one with what is said again."""
    words = page.words[slice(*mark)]
    if sentence.language == "fa":
        return _heads_persian(page, sentence, mark)
    opens = sentence.language == "ar" and sentence.paragraph == 0
    if not opens or page.words[mark[1] + 1 : mark[1] + 2] != (":",):
        return False
    claims = says_i(words) or any(word in PREDICATES or is_verb(word) for word in words)
    return claims and page.count_words(*mark) >= _SHORTEST_IN_HEADING


def _heads_persian(page: Page, sentence: PlacedSentence, mark: Range) -> bool:
    """Tell whether the first line of a Persian report opens with a clause in marks and a pause, and the report has it in marks again: ««نفس بکش»؛ تولدی پای تلفن»."""
    opens = sentence.paragraph == 0 and mark[0] == sentence.first + 1
    if not opens or page.words[mark[1] + 1 : mark[1] + 2] not in ((":",), ("؛",)):
        return False
    said = page.trim(*mark) or mark
    again = (
        page.trim(*other) or other for other in page.marked_within(mark[1] + 1, len(page.words))
    )
    words = page.words[slice(*said)]
    claims = holds_verb(page, mark) or not get_grammar("fa").words["persons"].isdisjoint(words)
    same = any(page.words[slice(*other)] == words for other in again)
    return claims and same and page.count_words(*said) >= _SHORTEST


def _make_loose(page: Page, sentence: PlacedSentence, mark: Range, content: Range) -> Saying:
    """The saying of words in marks: of whom the words behind them name, else of who spoke before."""
    language = sentence.language
    after = min(len(page.words), mark[1] + _NEAR_AFTER)
    named, heard = _introduced_behind(page, sentence, mark) if language == "fa" else None, None
    if language == "ar" and (told := named_after(page, mark[1], after)) is not None:
        named, heard = told
    loose = Saying(language, (content,), "direct", f"{language}.loose", heir=not named)
    return loose._replace(source=named, addressee=heard)


def _introduced_behind(page: Page, sentence: PlacedSentence, mark: Range) -> Range | None:
    """Whom a Persian report introduces right behind the words in marks it opens a paragraph with: ««C.» سارا کاویان، باغدار، نخستین کسی بود که …»."""
    if page.paragraphs[sentence.paragraph].first + 1 != mark[0]:
        return None
    following = page.sentence_at(mark[1] + 1) if mark[1] + 1 < len(page.words) else None
    if following is None or following.paragraph != sentence.paragraph:
        return None
    named = page.person_at(end_of_titles(page, following.first))
    if named is None or named.first < mark[1]:
        return None
    who = named.last + 1
    apposed = page.words[named.last] == "،" and (
        heads_role(page, who) or is_someone(page.words[who])
    )
    silent = not page.cues(named.last, following.last, "fa")
    return (named.first, named.last) if apposed and silent else None
