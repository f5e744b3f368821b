"""The clauses around a Persian cue: what links them to it, where they begin and end."""

from typing import NamedTuple

from rawi.lang.common import is_rare
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_writing
from rawi.quote.contents import tell_kind
from rawi.quote.marks import DRAWN, MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.bare_bids import bids_barely
from rawi.quote.persian.ends import is_relative
from rawi.quote.persian.marked import breaks_off, holds_verb, opens_mark
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.until import tells_when
from rawi.quote.persian.verbs import (
    closes_bidding,
    follows_finite_verb,
    is_finite,
    may_be,
    opens_verb,
)
from rawi.quote.saying import Range, Saying

_LONGEST_PLACE = 2  # words
_LONGEST_OUTLET = 3  # words before a slash
_LONGEST_WRITING = 5  # tokens of «نامهٔ خود به وزیر»
_SHORTEST_LOOSE = 4
_SHORTEST_WITH_VERB = 2  # «گفت همه سالم اند»
_SHORTEST_OWN = 3  # words in marks; a title has often fewer
# A bare content never begins with these.
_NO_CONTENT = frozenset({"و", "اما", "ولی", "تا", "زیرا", "چون", "چراکه", "بلکه", "هرچند", "اگرچه"})


class Base(NamedTuple):
    """A saying in the making: everything but its content is known from the cue."""

    page: Page
    cue: PlacedCue
    source: Range | None
    addressee: Range | None

    def say(self, frame: str, *ranges: Range) -> Saying:
        """Make the saying of a content found by a frame."""
        trimmed = tuple(r for r in (self.page.trim(*part) for part in ranges) if r)
        kind = tell_kind(self.page, trimmed, colon=frame == "colon")
        if frame == "label" and kind == "direct":
            kind = "mixed"  # the words of who speaks, in a sentence of the outlet
        return Saying(
            "fa",
            trimmed,
            kind,
            f"fa.{frame}",
            (self.cue.first, self.cue.last),
            self.cue.cue.cue_class,
            self.source,
            self.addressee,
            plural=self.cue.cue.plural,
            passive=self.cue.cue.passive,
            aside=is_relative(self.page, self.cue),
        )


def clause_start(page: Page, done: int, before: int) -> int:
    """Where the words about the source begin: after the last marked stretch before the cue that is a content."""
    start = done
    for mark in page.marked_within(done, before):
        said = page.count_words(*mark) > 3 or breaks_off(page, mark)
        said = said or (mark[0] - 1 == done and holds_verb(page, mark))  # ««در بسته است» X گفت»
        called = (
            page.words[mark[0] - 2] == "را" and mark[0] - 2 > done
        )  # «رفتار را «C» شناخته و نوشته»
        if mark[1] < before and said and not called:
            start = max(start, mark[1] + 1)
    for i in range(start, before):
        if page.mark_at[i] is not None:
            continue
        if page.words[i] == ":" or (page.words[i] in DRAWN and _ends_dateline(page, i)):
            start = i + 1  # «تهران - خبرگزاری X: معاون وزیر …»
        elif page.words[i] == "/" and _names_outlet_before(page, i):
            start = i + 1  # «پگاه/ فرمانده …»
    return _skip_numbers(page, start, before) if start > done else start


def _names_outlet_before(page: Page, slash: int) -> bool:
    """Tell whether a slash near the beginning of a paragraph stands behind who publishes: «پگاه/ فرمانده …», «حوزه / یک بازیگر …»."""
    sentence = page.sentence_at(slash)
    if sentence is None or not page.opens_paragraph(sentence.first):
        return False
    near = range(sentence.first, slash)
    return 0 < len(near) <= _LONGEST_OUTLET and all(page.is_word(i) for i in near)


def _skip_numbers(page: Page, start: int, before: int) -> int:
    """The token behind the rest of a date or an hour: «۲۰۲۵-۱۰- | ۳۰ سرمربی …», «۱۰: | ۳۵ سرمربی …»."""
    if start < 2 or not page.words[start - 2][0].isdigit():
        return start
    return next((i for i in range(start, before) if not page.words[i][0].isdigit()), start)


def _ends_dateline(page: Page, dash: int) -> bool:
    """Tell whether before a dash near the beginning of a paragraph an outlet, a place or a day stands."""
    sentence = page.sentence_at(dash)
    if sentence is None or dash - sentence.first > 12:
        return False
    before = range(sentence.first, dash)
    if page.words[dash - 1][0].isdigit() and page.words[dash + 1][0].isdigit():
        return True  # «۲۰۲۵-۱۰-۳۰ سرمربی …»
    return not any(is_finite(page, i) for i in before) and (
        page.words[dash - 1] == ")"
        or sentence.first in page.mention_at
        or any(page.words[i] in get_grammar("fa").adverbs for i in before)
        or _is_unknown_place(page, sentence, dash)
    )


def _is_unknown_place(page: Page, sentence: PlacedSentence, dash: int) -> bool:
    """Tell whether before the one dash of a paragraph's first sentence only a word or two stand that no text knows: «لیندمارک – C»."""
    first = page.opens_paragraph(sentence.first)
    place = range(sentence.first, dash)
    unknown = len(place) <= _LONGEST_PLACE and all(is_rare(page.words[i]) for i in place)
    alone = DRAWN.isdisjoint(page.words[dash + 1 : sentence.last])
    return first and unknown and alone and page.words[dash + 1] != "که"


class Link(NamedTuple):
    """What stands between a cue and what follows: «که» (`linked`), a colon, an opening mark.

    `after` is the first token after the link words; `mark` the marked stretch that opens there.
    """

    after: int
    linked: bool
    colon: bool
    mark: Range | None


def read_link(page: Page, at: int, last: int) -> Link:
    """Read the link words after a cue."""
    words = page.words
    linked = colon = False
    i = at
    while i < last:
        if words[i] in ("که", "اینکه", "انکه") or (
            words[i] in ("این", "ان") and words[i + 1 : i + 2] == ("که",)
        ):
            linked = True
        elif (
            words[i] in ("این", "ان")
            and words[i + 2 : i + 3] == ("که",)
            and _points_ahead(words[i + 1])
        ):
            linked = True  # «با بیان این مطلب که»
            i += 1
        elif i == at and words[i] == "این" and _is_this(words[i + 1 : i + 3]):
            i += 1  # «نخستین چیزی که پرسید این بود: …»
        elif words[i] == ":":
            colon = True
        elif not (
            words[i] in PAUSES
            and i + 1 < last
            and ((words[i + 1] == "که" and not _resumes(page, i + 1)) or words[i + 1] in MARKS)
        ):
            break
        i += 1
    mark = page.mark_at[i + 1] if opens_mark(page, i, last) else None
    return Link(i, linked, colon, mark)


def _is_this(words: tuple[str, ...]) -> bool:
    """Tell whether behind «این» the copula and what links it to a content stand: «این بود که», «این است: …»."""
    return words[:1] != () and words[0] in ("بود", "است") and words[1:] in ((":",), ("که",))


def _resumes(page: Page, link: int) -> bool:
    """Tell whether «که» after a pause tells of a thing before it: «نوشت، که در آن …», «که نتایج آن در …»."""
    words, prepositions = page.words, get_grammar("fa").prepositions
    if words[link + 1 : link + 3] == ("در", "ان"):
        return True
    return words[link + 2 : link + 3] == ("ان",) and words[link + 3] in prepositions


def _points_ahead(word: str) -> bool:
    """Tell whether a noun stands for the clause after it: «این مطلب که», «این واقعیت که»."""
    return word in get_grammar("fa").words["facts"]


def has_own_words(page: Page, first: int, last: int) -> bool:
    """Tell whether a clause holds marked words that are those of who feels so: «که «مثل باران در کویر» باشد»; no title."""
    prepositions = get_grammar("fa").prepositions
    return any(
        page.count_words(*mark) >= _SHORTEST_OWN or page.words[mark[0]] in prepositions
        for mark in page.marked_within(first, last)
        if mark[1] <= last
    )


def closes_marks(page: Page, cue: int) -> bool:
    """Tell whether right before a cue, but for a pause, words in marks end: ««…»، گفت X»."""
    at = cue - 1 - (page.words[cue - 1] in PAUSES)
    mark = page.mark_at[at - 1] if at > 0 else None
    return mark is not None and mark[1] == at


def may_be_bare(page: Page, cue: PlacedCue, after: int, last: int) -> bool:
    """Tell whether a clause may follow a cue with neither «که» nor colon."""
    words = page.words
    brings = _brings_in_writing(page, cue) or is_told_in_writing(page, cue)
    told = cue.cue.frames & {"clause", "hope"} or brings or bids_barely(page, cue, after, last)
    if not told:
        return False
    asking = get_grammar("fa").words["asking"]
    if words[after] == "ایا" and asking.isdisjoint(words[cue.first : cue.last]):
        return False
    opens = tells_when(page, after) or _concedes_first(page, after, last)
    opens = opens or _is_condition(page, cue, after, last)
    if (words[after] in _NO_CONTENT and not opens) or (
        not page.is_word(after) and words[after] not in MARKS
    ):
        return False
    count = page.count_words(after, last)
    end = end_of_words(page, last)
    verb_last = follows_finite_verb(page, end) or closes_bidding(page, end)
    if verb_last and opens_verb(words[after]):
        return True  # «X گفت نمی رود.»
    return count >= (_SHORTEST_WITH_VERB if verb_last else _SHORTEST_LOOSE)


def _brings_in_writing(page: Page, cue: PlacedCue) -> bool:
    """Tell whether someone says something in a writing with the verb of bringing: «در بیانیهٔ خود آورده است C»."""
    words = page.words
    if not words[cue.first].startswith("اورد"):
        return False
    near = range(cue.first - 1, max(0, cue.first - _LONGEST_WRITING) - 1, -1)
    essays = get_grammar("fa").words["essays"]
    at = next((i for i in near if names_writing(words[i], "fa") or words[i] in essays), 0)
    return words[at - 1] == "در" and "را" not in words[at : cue.first]


def is_told_in_writing(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a passive says what stands in a writing the report points at: «در این بیانیه همچنین تأکید شده C»; not «در فهرست اعلام شده نام او نیست»."""
    if not cue.cue.passive or "request" in cue.cue.frames:
        return False
    words, grammar = page.words, get_grammar("fa")
    near = range(cue.first - 1, max(1, cue.first - _LONGEST_WRITING) - 1, -1)
    at = next((i for i in near if names_writing(words[i], "fa")), 0)
    pointed = words[at - 2 : at - 1] == ("در",) and words[at - 1] in grammar.demonstratives
    return pointed and all(word in grammar.adverbs for word in words[at + 1 : cue.first])


def end_of_words(page: Page, last: int) -> int:
    """The end of the last word before a token, without the full stop and the closing mark behind it: «شهر «خسته است|»."""
    while last > 1 and not page.is_word(last - 1):
        last -= 1
    return last


def _concedes_first(page: Page, after: int, last: int) -> bool:
    """Tell whether a clause with «هرچند» stands before the main one: «گفت هرچند پول کم است، پل ساخته می شود»."""
    if page.words[after] not in get_grammar("fa").words["concessions"]:
        return False
    return any(
        page.words[i] in PAUSES and follows_finite_verb(page, i) for i in range(after + 2, last - 2)
    )


def _is_condition(page: Page, cue: PlacedCue, after: int, last: int) -> bool:
    """Tell whether «تا» opens what someone says, with a verb of its own at the end: «گفت تا پول را نبیند باور نمی کند», not «گفت تا مردم بدانند»."""
    end = last - (not page.is_word(last - 1))
    told = page.words[after] == "تا" and "clause" in cue.cue.frames
    return told and follows_finite_verb(page, end) and opens_verb(page.words[end - 1])


def marks_after_colon(page: Page, start: int, end: int) -> tuple[int, Range] | None:
    """The colon after a clause at which marks open, and these: «معتقد است C: «D»»; D is said besides C."""
    for i in range(start + 2, end - 2):
        if page.words[i] == ":" and page.mark_at[i] is None and opens_mark(page, i + 1, end):
            mark = page.mark_at[i + 2]
            ended = follows_finite_verb(page, i) or may_be(page.words[i - 1])
            told = mark and page.count_words(*mark) > 0 and ended
            return (i, mark) if mark and told else None
    return None
