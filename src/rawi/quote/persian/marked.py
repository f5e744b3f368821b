"""The stretches in marks around a Persian cue: where they open, and which of those before it are its content."""

from rawi.lang.grammar import get_grammar
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.context import Context
from rawi.quote.persian.ends import is_relative
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.verbs import FUTURE, follows_finite_verb, is_past
from rawi.quote.saying import Range

_LONGEST_BETWEEN = 10  # words between marks and their cue
_CALLING = frozenset({"صدا", "خطاب", "لقب"})
_LONGEST_TITLE = 3  # words
_NEAR = 5  # tokens from marks to «این را», or from there to the verb
_SHORTEST_JOINED = 2  # words of a clause behind «و»
_LONGEST_VERB = 4  # words behind marks
_LONGEST_NAME = 4  # words in marks
# Behind these another clause begins: «گفت: «سلام» اما نماند».
_PARTING = frozenset({"اما", "ولی", "لیکن", "که", "سپس", "بعد", "تا", "چون", "زیرا"})
_STOPS = frozenset(".؟?!")


def opens_mark(page: Page, at: int, last: int) -> bool:
    """Tell whether a marked stretch begins at a token."""
    if at + 1 >= last or page.words[at] not in MARKS:
        return False
    mark = page.mark_at[at + 1]
    return mark is not None and mark[0] == at + 1


def content_before(context: Context, cue: PlacedCue, done: int) -> Range | None:
    """The marked stretch that ends shortly before a cue: «…» وی گفت."""
    page = context.page
    if (opening := spoken_first(context, cue, done)) is not None:
        return opening
    for mark in reversed(page.marked_within(done, cue.first)):
        if mark[1] < cue.first:
            closed = breaks_off(page, mark)
            aside = page.count_words(*mark) <= 3 and page.count_words(mark[1], cue.first) > 0
            opens = mark[0] - 1 == context.sentence.first and holds_verb(page, mark)
            if aside and not closed and not opens:
                continue  # a title or nickname; what was said may stand before it
            if _is_within_clause(page, mark, cue.first):
                continue  # «کارگران «تا شب» می مانند، X گفت»
            if page.words[mark[0] - 2] == "را" and page.words[mark[1] + 1] in _CALLING:
                continue  # «او را «عموی دریا» صدا می زنند» tells what he is called
            between = page.count_words(mark[1], cue.first)
            if points_back(page, mark[1], cue.first):
                return mark
            # «از راه اندازی «مرکز آب» خبر داد»: a short one in the middle of a phrase is a name.
            bare = mark[0] - 2 < done or not page.is_word(mark[0] - 2)
            long_enough = (
                (bare and closed)
                or opens
                or page.count_words(*mark) >= (4 if between or not bare else 2)
            )
            return mark if between <= _LONGEST_BETWEEN and long_enough else None
    first = context.sentence.first
    if (ended := mark_over_lines(page, first, cue, done)) is not None:
        return ended
    if done == first and points_back(page, first - 1, cue.first):
        # ««…» این را X گفت»: the marks are a sentence of their own, and after a colon another's.
        back = (m for m in reversed(page.marked_within(0, first)) if first - 3 <= m[1] < first)
        return next((m for m in back if not _is_led_to(page, m)), None)
    return None


def mark_over_lines(page: Page, first: int, cue: PlacedCue, done: int) -> Range | None:
    """The words in marks that opened in an earlier paragraph and are closed in the sentence of a cue, near it: ««A.», «B»، X گفت.»."""
    return None if done > first else page.mark_into(first, cue.first, _LONGEST_BETWEEN)


def _is_within_clause(page: Page, mark: Range, cue: int) -> bool:
    """Tell whether words stand before marks, and behind them a verb that ends their clause before a pause."""
    before = page.words[mark[0] - 2] if mark[0] > 1 else "."
    pause = next((i for i in range(mark[1] + 1, cue) if page.words[i] in PAUSES), 0)
    ended = pause > mark[1] + 1 and follows_finite_verb(page, pause)
    return ended and before[0].isalnum() and before not in ("که", "را")


def spoken_first(context: Context, cue: PlacedCue, done: int) -> Range | None:
    """The words in marks a sentence opens with, where a pause parts them from who speaks, however far: ««وگرنه»، هشدار داد، «C»».

    After the cue only a pause or nothing: in ««پرستو»، تیم زنان، اعلام کرد C» they are a name.
    """
    page, sentence, _ = context
    if done != sentence.first or sentence.first + 1 >= cue.first:
        return None
    mark = page.mark_at[sentence.first + 1]
    if mark is None or mark[0] != sentence.first + 1 or mark[1] + 1 >= cue.first:
        return None
    inside = page.words[mark[1] - 1]  # ««برنده شدم!» X گفت»
    paused = inside in PAUSES or inside in _STOPS or page.words[mark[1] + 1] in PAUSES
    after = page.words[cue.last] if cue.last < sentence.last else "."
    ended = (
        after in _STOPS
        # ««C؟» X پرسید و رفت», ««نه»، X گفت و رفت», ««C»، X گفت و افزود: «D»»
        or (after == "و" and (inside in _STOPS or _is_answer(page, mark) or _tells(page, mark)))
        # ««فقط چای»، X گفت و رفت»
        or (after == "و" and cue.last - cue.first == 1 and _is_bare(page, mark, cue))
        or (after in PAUSES and _opens_aside(page, cue.last, sentence.last))
        # ««در بسته بود»، سرایدار گفت که هنوز کلید را در دست داشت»: «که» tells of him
        or (after == "که" and breaks_off(page, mark))
        or _onin_marks(page, mark, cue.last, sentence.last)
    )
    return mark if paused and ended and not is_relative(page, cue) else None


def _is_answer(page: Page, mark: Range) -> bool:
    """Tell whether words in marks only say yes or no, and are no title or name."""
    words = [page.words[i] for i in range(*mark) if page.is_word(i)]
    return words != [] and get_grammar("fa").words["yes_and_no"].issuperset(words)


def _is_bare(page: Page, mark: Range, cue: PlacedCue) -> bool:
    """Tell whether a sentence opens its paragraph with marks, and behind their pause stands nothing but who speaks."""
    between = page.words[mark[1] + 2 : cue.first]
    whole = page.opens_paragraph(mark[0] - 1) and page.words[mark[1] + 1] == "،"
    return (
        whole and 0 < len(between) <= _LONGEST_TITLE and all(word[0].isalpha() for word in between)
    )


def _tells(page: Page, mark: Range) -> bool:
    """Tell whether marks before a pause hold a clause of some words: ««نان را گران می فروختند»، X گفت و افزود»."""
    return page.count_words(*mark) > _LONGEST_TITLE and breaks_off(page, mark)


def _onin_marks(page: Page, mark: Range, colon: int, last: int) -> bool:
    """Tell whether after a clause in marks and who says it more marks follow a colon: ««ما خسته ایم»، او گفت: «اما نمی رویم»»."""
    leads = page.words[colon : colon + 1] == (":",) and opens_mark(page, colon + 1, last)
    return leads and (holds_verb(page, mark) or page.words[mark[1] - 1] in PAUSES | _STOPS)


def _opens_aside(page: Page, pause: int, last: int) -> bool:
    """Tell whether after a pause marks go on, or how or when it was said: «…»، X گفت، در حالی که …»."""
    circumstance = page.words[pause + 1] in get_grammar("fa").prepositions
    return circumstance or page.words[pause + 1] in ("و", "که") or opens_mark(page, pause + 1, last)


def _is_led_to(page: Page, mark: Range) -> bool:
    """Tell whether a colon before marks says whose they are: «X گفت: «C»», not «راهنو: «C»» of an outlet no list has."""
    colon, sentence = mark[0] - 2, page.sentence_at(mark[0])
    if colon < 0 or page.words[colon] != ":" or sentence is None:
        return False
    label = range(sentence.first, colon)
    named = any(i in page.mention_at and not page.mention_at[i].is_outlet for i in label)
    return len(label) > 1 or named


def holds_verb(page: Page, mark: Range) -> bool:
    """Tell whether words in marks are a clause and no title: «باید بمانیم», «اگر باران بیاید»."""
    inside = any(follows_finite_verb(page, i) for i in range(mark[0] + 1, mark[1] + 1))
    return inside and page.count_words(*mark) > 1


def breaks_off(page: Page, mark: Range) -> bool:
    """Tell whether a clause in marks ends in a pause, where its speaker follows: ««باید بمانیم»، شهردار گفت»."""
    return page.words[mark[1] + 1 : mark[1] + 2] == ("،",) and holds_verb(page, mark)


def points_back(page: Page, first: int, last: int) -> bool:
    """Tell whether the words after a mark speak of it: ««…»؛ این جمله را X در نشست گفت»."""
    words, near = page.words, min(last - 1, first + _NEAR)
    return any(
        words[i] == "این"
        and (
            words[i + 1] == "را"
            or (words[i + 2] == "را" and words[i + 1] in get_grammar("fa").words["spoken"])
        )
        # «مردی که در صف بود این را به ما گفت»
        for i in (*range(first, near), *range(max(near, last - _NEAR), last - 1))
    )


def goes_on(page: Page, mark: Range, last: int) -> bool:
    """Tell whether the clause goes on after a short marked stretch: «پرستو» برنده شد."""
    after = mark[1] + 1
    if after >= last or not page.is_word(after) or page.words[after] == "و":
        return False
    end = last - (not page.is_word(last - 1))
    lacks = not holds_verb(page, mark) and page.count_words(after, end) <= _LONGEST_VERB
    if lacks and follows_finite_verb(page, end):
        return not page.cues(after, last, "fa")  # «گفت «هیچ برنامه ای برای رفتن» وجود ندارد»
    return page.count_words(*mark) <= 4 or (
        page.count_words(after, last) > 2 and not page.cues(after, last, "fa")
    )


def is_name_like(page: Page, mark: Range) -> bool:
    """Tell whether words in marks are few and no clause: a title, a name, an expression; not «نه», «خسته ایم»."""
    few = 0 < page.count_words(*mark) <= _LONGEST_NAME
    alone = few and page.count_words(*mark) == 1 and follows_finite_verb(page, mark[1])
    return few and not (alone or holds_verb(page, mark) or _is_answer(page, mark))


def stands_in_clause(page: Page, mark: Range, last: int) -> bool:
    """Tell whether behind a colon marks are a name in what is said: «گفت: «باغ نارنج» داستان سه خواهر است»; not «گفت: «سلام» و رفت»."""
    after, end = mark[1] + 1, last - (not page.is_word(last - 1))
    if not is_name_like(page, mark) or page.words[after : after + 1] == (".",):
        return False
    if page.words[after] == "و":
        on = opens_mark(page, after + 1, last)  # «باغ نارنج» و «رود سبز» …
    else:
        on = page.words[after] == "،" or page.is_word(after)
    parted = page.words[after] in _PARTING
    told = page.count_words(after, end) >= _SHORTEST_JOINED and follows_finite_verb(page, end)
    return on and told and not parted and not page.cues(after, last, "fa")


def joins_clause(page: Page, cue: PlacedCue, mark: Range, last: int) -> bool:
    """Tell whether what was said goes on behind marks: after a past verb of saying a clause not in the past, «گفت «C» و رانندگان می مانند»."""
    words, after = page.words, mark[1] + 1
    if after >= last or words[after] != "و" or words[cue.first].startswith("می"):
        return False
    end = last - (not page.is_word(last - 1))
    whole = page.count_words(after + 1, end) >= _SHORTEST_JOINED and not page.marked_within(
        after, end
    )
    past = is_past(words[end - 1]) and words[end - 2] not in FUTURE
    told = whole and not past and follows_finite_verb(page, end)
    return told and not page.cues(after, last, "fa")


def covers(page: Page, mark: Range, first: int, last: int) -> bool:
    """Tell whether a marked stretch is all there is in [first, last) but a few words."""
    return page.count_words(max(first, mark[1]), last) <= 0.07 * page.count_words(first, last)
