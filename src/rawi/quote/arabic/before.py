"""Contents that stand before an Arabic cue or on both sides of it: «…»، قال X; «…»، يقول X، «…»."""

from rawi.quote.arabic.answers import RETORTS
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.arabic.openings import PAUSES, Opening
from rawi.quote.arabic.words import is_complementizer, is_gesture
from rawi.quote.mark_words import reports_at
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_GOING_ON = PAUSES | frozenset("-–—:")
LONGEST_AFTER = 4  # words between a content and its cue
_PAUSES_INSIDE = PAUSES | frozenset(".؟?!")
_SHORTEST_SHOWN = 3  # words in marks
SHORTEST_MARKED = 3  # words
_LONGEST_CIRCUMSTANCE = 14  # tokens of «، عالمة البيئة التي تقود المشروع»


def content_before(page: Page, cue: PlacedCue, done: int, *, halved: bool = False) -> Range | None:
    """The marked stretch before a cue: «…»، قال X; `halved`: one word will do, «لكن»، أضاف X، «…»."""
    if (whole := mark_over_lines(page, cue, done)) is not None:
        return whole
    for mark in reversed(page.marked_within(done, cue.first)):
        if mark[1] <= cue.first:
            near = page.count_words(mark[1], cue.first) <= LONGEST_AFTER
            least = 1 if halved else SHORTEST_MARKED
            long = page.count_words(*mark) >= least or _is_followed(page, mark, cue)
            if _names_subject(page, mark, cue):
                return None
            return mark if near and long and not page.titles_work(mark) else None
    return None


def shown_first(page: Page, first: int, cue: PlacedCue, source: Range | None) -> Range | None:
    """The words in marks a sentence that begins at `first` opens with, right before a verb with its subject behind it, of whom more is told: ««بعت بقرتين واشتريت نولاً» قالت X، | إنها تعلمت النسج»."""
    if source is None or source[0] < cue.last or cue.first - first <= _SHORTEST_SHOWN:
        return None
    mark = page.mark_at[first + 1]
    if page.words[first] not in MARKS or mark is None or mark[0] != first + 1:
        return None
    beside = mark[1] + 1 == cue.first and page.count_words(*mark) >= _SHORTEST_SHOWN
    return mark if beside and not page.titles_work(mark) else None


def mark_over_lines(page: Page, cue: PlacedCue, done: int) -> Range | None:
    """The words in marks that opened in an earlier paragraph and are closed shortly before a cue in its sentence, of which nothing was read: «"A.», «B"، قالت X.»."""
    here = page.sentence_at(cue.first)
    if here is None or done > here.first:
        return None
    return page.mark_into(here.first, cue.first, LONGEST_AFTER)


def _names_subject(page: Page, mark: Range, cue: PlacedCue) -> bool:
    """Tell whether words in marks open a heading right before a verb that needs «أنّ»: «"بلدي التل" يقرّ مسار الحافلات»."""
    here = page.sentence_at(cue.first)
    opens = here is not None and mark[0] - 1 == here.first
    heading = here is not None and page.paragraphs[here.paragraph].is_heading
    between = page.words[mark[1] : cue.first]
    short = page.count_words(*mark) <= LONGEST_AFTER
    return opens and heading and short and len(between) == 1 and "clause" not in cue.cue.frames


def content_after(page: Page, cue: PlacedCue, source: Range | None, last: int) -> Range | None:
    """The marked stretch with which a quotation goes on after its cue: «…»، يقول X، «…»."""
    at = _past_circumstance(page, source[1] if source and source[0] >= cue.last else cue.last)
    near = page.words[at : at + 2]
    if len(near) < 2 or near[0] not in _GOING_ON or near[1] not in MARKS or at + 2 >= last:
        return None
    mark = page.mark_at[at + 2]
    return mark if mark and mark[0] == at + 2 and mark[1] <= last else None


def _past_circumstance(page: Page, at: int) -> int:
    """The pause before the second half of a quotation, past what is told of its speaker, «تمتم الخباز | وهو يمسح جبينه، «…»», «كتبت X | ، مديرة المصنع، «…»»; where none follows, the same token."""
    words, name_end = page.words, at
    for i in range(at, min(len(words) - 2, at + _LONGEST_CIRCUMSTANCE)):
        if i < name_end:
            continue
        mark = page.mark_at[i + 2]
        if words[i] in _GOING_ON and words[i + 1] in MARKS and mark and mark[0] == i + 2:
            return i
        if words[i] in MARKS and (named := _name_at(page, i)) is not None:
            name_end = named  # «…»، قالت X لصحيفة «البرج»، «…»
            continue
        if words[i] in ".:؛" or page.mark_at[i] is not None or is_complementizer(words[i]):
            break
        joined = words[i - 1] in PAUSES or words[i][0] in "وف"
        if i > at and joined and reports_at(words, i) and not is_gesture(words, i):
            break  # «…»، قالت X، مضيفة: «…»; not «…»، قالت لزائرة تسألها، «…»
    return at


def _name_at(page: Page, opener: int) -> int | None:
    """The token after a short name in marks that opens right behind a word: «لصحيفة | «البرج»», «لـ«أضواء»»; None for anything else."""
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1:
        return None
    short = page.count_words(*mark) <= LONGEST_AFTER and opener > 0 and page.is_word(opener - 1)
    return mark[1] + 1 if short else None


def parts_quotation(page: Page, cue: PlacedCue, source: Range | None, opening: Opening) -> bool:
    """Tell whether a cue stands right between two halves of a quotation: «…»، حذّرت X، «…»."""
    at = _past_circumstance(page, source[1] if source and source[0] >= cue.last else cue.last)
    before = page.words[max(0, cue.first - 2) : cue.first]
    near = not MARKS.isdisjoint(before) and all(w in MARKS or w in _GOING_ON for w in before[-1:])
    return (
        near
        and opening.sign == "mark"
        and opening.at == at + 1
        and page.words[at] in _GOING_ON - {":"}
    )


def tells_anew(page: Page, cue: PlacedCue, opening: Opening) -> bool:
    """Tell whether words in marks stand right before a cue, and another verb tells of those behind it: «…»، قالت X، | ثم نادت ابنها: «…»»."""
    words, at = page.words, opening.start
    if opening.sign != "mark" or words[at - 2] != ":" or at < cue.last + 2:
        return False
    before = words[max(0, cue.first - 2) : cue.first]
    near = not MARKS.isdisjoint(before) and all(w in MARKS or w in _GOING_ON for w in before[-1:])
    if not near:
        return False
    between = range(cue.last + 1, at - 2)
    return any(
        (words[i - 1] == "ثم" or words[i - 2 : i] == ("قبل", "ان")) and is_finite(page, i)
        for i in between
        if page.mark_at[i] is None
    )


def stands_behind(page: Page, cue: PlacedCue, opening: Opening) -> bool:
    """Tell whether words in marks stand right before a cue and those behind it are only a title: «…»، قالت مديرة مسرحية «حلم البحر»."""
    mark = page.mark_at[opening.start]
    titled = opening.sign == "mark" and mark is not None and page.titles_work(mark)
    closer = cue.first - 1 - (page.words[cue.first - 1] in PAUSES) if cue.first > 2 else 0
    behind = closer > 0 and page.words[closer] in MARKS and page.mark_at[closer - 1] is not None
    return titled and behind and page.words[opening.at] in MARKS


def _is_followed(page: Page, mark: Range, cue: PlacedCue) -> bool:
    """Tell whether the cue stands right after two words in marks and a pause: «يظنني نائمة»، تهمس."""
    between = page.words[mark[1] : cue.first]
    paused = not PAUSES.isdisjoint(between) or words_pause(page, mark)
    if len(between) > 2 or not paused:
        return False
    count = page.count_words(*mark)
    return count >= SHORTEST_MARKED - 1 or (count > 0 and _opens_sentence(page, mark, cue))


def _opens_sentence(page: Page, mark: Range, cue: PlacedCue) -> bool:
    """Tell whether one word in marks is all a sentence has before a plain verb of saying: ««شكرتها»، تعترف.», ««سأفعل»، أجابت X»."""
    here = page.sentence_at(cue.first)
    if here is None or mark[0] - 1 != here.first:
        return False
    says = "clause" in cue.cue.frames or page.words[cue.first] in RETORTS
    return says or not page.count_words(cue.last, here.last)


def words_pause(page: Page, mark: Range) -> bool:
    """Tell whether a sign stands inside marks before they close: «نعم،» قال X, «لماذا؟» سألت X."""
    return mark[1] > mark[0] and page.words[mark[1] - 1] in _PAUSES_INSIDE


def closes_mark(page: Page, cue: PlacedCue, last: int) -> bool:
    """Tell whether a cue stands alone between a quotation and a pause: «…»، تضيف، مستعيدةً …."""
    before = page.words[max(0, cue.first - 2) : cue.first]
    marked = cue.first > 2 and page.mark_at[cue.first - 3] is not None
    after = page.words[cue.last] if cue.last < last else "،"
    return marked and len(before) == 2 and before[1] in PAUSES and (after in PAUSES or after == ".")
