"""The content of an Arabic cue: where it begins (marks, colon, أنّ) and where it ends."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import names_outlet, names_workplace
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range

# The content begins at most so many tokens after the cue: name, role, place and occasion stand between.
_LONGEST_GAP = 45
_LONGEST_GAP_PARTICIPLE = 12
PAUSES = frozenset("،؛,;")
_BEFORE_CONTENT = MARKS | {":"}
_LINKS = frozenset(
    {"ثم", "بل", "لکنه", "لکنها", "ولکنه", "ولکنها", "لکنهم", "وقد", "فقد", "قبل", "بینما", "فیما"}
)
_ADVERSATIVE = frozenset({"لکن", "ولکن", "غیر", "بید", "فیما", "وفیما", "بینما", "وبینما", "الا"})
_AFTERTHOUGHTS = frozenset({"وذلک", "وبدوره", "وبدورها", "وبدورهم", "الامر", "وهذا"})
_WISHES = frozenset({"request", "wish"})
# Of a clause before its cue: words after the source, and of the clause itself.
_LONGEST_AFTER = 4
_SHORTEST_BEFORE = 5
_SHORTEST_MARKED = 3
_SHORT_MARK = 4  # words; shorter ones are names and titles unless the cue points at them


class Opening(NamedTuple):
    """Where a content begins: `at` is its opener, `start` its first token; `sign` is mark, that, colon or pause."""

    at: int
    start: int
    sign: str


class Context(NamedTuple):
    """One sentence being read."""

    page: Page
    sentence: PlacedSentence
    cues: list[PlacedCue]


def find_opening(page: Page, cue: PlacedCue, limit: int, last: int) -> Opening | None:
    """Find where the content of a cue begins: the first of marks, colon, complementizer, and for some a pause."""
    words = page.words
    gap = _LONGEST_GAP if cue.cue.shape == "verb" else _LONGEST_GAP_PARTICIPLE
    grammar = get_grammar("ar")
    asking = grammar.words["asking"]
    for i in range(cue.last, min(limit, cue.last + gap, last)):
        if page.mark_at[i] is not None:
            continue
        if words[i] == ":":
            start = i + 2 if i + 1 < last and words[i + 1] in MARKS else i + 1
            return Opening(i, start, "mark" if start == i + 2 and page.mark_at[start] else "colon")
        if words[i] in ("ما", "عما") and words[i + 1 : i + 2] == ("اذا",):
            return Opening(i, i, "that")
        if words[i] in grammar.words["interrogatives"] and words[cue.first] in asking:
            return Opening(i, i, "that")
        if _denies(page, i) and i + 1 < last:
            return Opening(i, i, "that")
        if is_complementizer(words[i]) and i + 1 < last and _opens_clause(page, cue, i):
            # «إنّه» opens a sentence and is its subject; the pronoun of «أنّه» only fills a place.
            start = i if _opens_sentence(page, i) else i + 1
            marked = next((k for k in range(i + 1, last) if words[k] not in _BEFORE_CONTENT), last)
            if marked > i + 1 or start > i:
                start = min(marked, last - 1)
            return Opening(i, start, "that")
        if words[i] in MARKS and i + 1 < last and _is_content(page, i, cue):
            return Opening(i, i + 1, "mark")
    return _pause_opening(page, cue, limit, last)


def _denies(page: Page, token: int) -> bool:
    """Tell whether a word is «أن» with «لا»: ألّا, بألا; not إلا."""
    word = page.words[token]
    return word in ("الا", "بالا") and page.written((token, token + 1)).startswith(("أ", "بأ"))


def _opens_sentence(page: Page, token: int) -> bool:
    """Tell whether a word is إنّه, إنّها, written with its hamza below."""
    written = page.written((token, token + 1))
    return written.startswith("إ") and len(page.words[token]) > 2


def _opens_clause(page: Page, cue: PlacedCue, at: int) -> bool:
    """Tell whether «أن» opens what was said: not after «بعد» and its kin, nor before a verb unless it is wished for."""
    words = page.words
    if at > cue.last and words[at - 1] in get_grammar("ar").words["before_that"]:
        return False
    if words[at - 2 : at] == ("اشاره", "الی") and at - 2 >= cue.last:
        return False  # «…، في إشارة إلى أنّ»: the outlet explains
    if words[at] != "ان" or cue.cue.shape != "verb" or cue.cue.frames & _WISHES:
        return True
    bare = words[at + 1]
    # «قال إنّ» and never «قال أن يفعل»; after a preposition («شدّد على أن يعود») it is wished for.
    wished = words[at - 1] in ("علی", "الی", "عن", "من", "فی")
    return wished or not (bare[0] in "یت" and is_verb(bare))


def speaks_later(page: Page, cues: list[PlacedCue], at: int) -> bool:
    """Tell whether after a colon a participle and a colon or marks follow: «وأضاف X: مسروراً …، قائلاً: «…»»."""
    return any(
        cue.first > at
        and cue.cue.shape == "participle"
        and page.words[cue.last : cue.last + 1] in ((":",), ('"',), ("«",), ("“",))
        for cue in cues
    )


def _pause_opening(page: Page, cue: PlacedCue, limit: int, last: int) -> Opening | None:
    """«قالت لجنة الانتخابات، لم يكن …»: after the plainest verbs a pause may stand for «إنّ»."""
    if "pause" not in cue.cue.frames or limit < last:
        return None
    source = read_source(page, cue.last, limit)
    after = source[1] if source else cue.last
    if after < last and page.words[after] in PAUSES and page.count_words(after, last) >= 4:
        return Opening(after, after + 1, "pause")
    return None


def _is_content(page: Page, opener: int, cue: PlacedCue) -> bool:
    """Tell whether marks after a cue hold what was said, and not the name of an outlet or a title."""
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1:
        return False
    person = page.mention_at.get(mark[0])
    if person and person.mention.type == "PER" and (person.first, person.last) == mark:
        return False  # «النائب "X"»
    if page.count_words(*mark) > _SHORT_MARK:
        return True
    if opener == cue.last:
        # «سألت «الأفق» الباحثة»: a word or a name in marks, and the sentence goes on
        after = mark[1] + 1
        goes_on = after < len(page.words) and page.is_word(after)
        named = mark[1] - mark[0] == 1 or mark[0] in page.mention_at
        return not (goes_on and (named or is_complementizer(page.words[after])))
    # «قال المدرب «لا»»: a short one only where the source ends, and not as the name of an outlet.
    source = read_source(page, cue.last, opener)
    named = names_outlet(page, opener) or names_workplace(page, opener)
    return source is not None and source[1] == opener and not named


def only_mark(page: Page, mark: Range, opening: Opening, last: int) -> bool:
    """Tell whether after the complementizer all stands in the marks but a few words."""
    if opening.sign != "that":
        return opening.sign == "mark"
    rest = page.count_words(min(mark[1], last), last)
    after = mark[1] + 1
    return rest <= 3 or (after < last and page.words[after] in PAUSES)


def goes_on_unmarked(page: Page, mark: Range, end: int) -> bool:
    """Tell whether a clause goes on right after a few words in marks: «تقول «من المستحيل» نزع السلاح …»."""
    after = mark[1] + 1
    return (
        page.count_words(*mark) <= _SHORT_MARK
        and after < end
        and page.is_word(after)
        and load_cues("ar").find(page.words, after) is None
        and page.count_words(after, end) >= _SHORTEST_BEFORE - 1
    )


def content_before(page: Page, cue: PlacedCue, done: int) -> Range | None:
    """The marked stretch before a cue: «…»، قال X."""
    for mark in reversed(page.marked):
        if done <= mark[0] and mark[1] <= cue.first:
            near = page.count_words(mark[1], cue.first) <= _LONGEST_AFTER
            long = page.count_words(*mark) >= _SHORTEST_MARKED or _is_followed(page, mark, cue)
            return mark if near and long and not page.titles_work(mark) else None
    return None


def _is_followed(page: Page, mark: Range, cue: PlacedCue) -> bool:
    """Tell whether the cue stands right after two words in marks and a pause: «يظنني نائمة»، تهمس."""
    between = page.words[mark[1] : cue.first]
    paused = not PAUSES.isdisjoint(between) or words_pause(page, mark)
    return len(between) <= 2 and paused and page.count_words(*mark) >= _SHORTEST_MARKED - 1


def words_pause(page: Page, mark: Range) -> bool:
    """Tell whether a pause stands inside marks before they close: «نعم،» قال X."""
    return mark[1] > mark[0] and page.words[mark[1] - 1] in PAUSES


def closes_mark(page: Page, cue: PlacedCue, last: int) -> bool:
    """Tell whether a cue stands alone between a quotation and a pause: «…»، تضيف، مستعيدةً …."""
    before = page.words[max(0, cue.first - 2) : cue.first]
    marked = cue.first > 2 and page.mark_at[cue.first - 3] is not None
    after = page.words[cue.last] if cue.last < last else "،"
    return marked and len(before) == 2 and before[1] in PAUSES and after in PAUSES


def colon_end(page: Page, sentence: PlacedSentence, start: int) -> int:
    """Where unmarked speech after a colon ends: with its paragraph, or before the next sentence in which someone speaks."""
    end = sentence.last
    for i in range(start, sentence.last - 1):
        # «وسأل تلميذ: هل …؟ فأجابته: …»
        asked = page.words[i] in "؟!" and page.mark_at[i] is None and page.words[i + 1][0] == "ف"
        if asked and page.cues(i + 1, min(i + 3, sentence.last), "ar"):
            return i + 1
    for later in page.sentences_of(sentence.paragraph):
        if later.first < end:
            continue
        # «وقد أبلغنا الشركات»: we did, it is still he who speaks
        cues = [c for c in page.cues(later.first, later.last, "ar") if not _is_ours(page, c)]
        if cues or page.mark_at[later.first] is not None:
            break
        end = later.last
    return end


def _is_ours(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb of saying may be one of «we»: أبلغنا."""
    return cue.cue.object and page.words[cue.first].endswith("نا")


def stated_before(context: Context, number: int, done: int, source: Range) -> Range | None:
    """The clause before a cue that ends its sentence: «تأخّر القطار ساعتين، قال مدير المحطة»."""
    page, sentence, cues = context
    cue = cues[number]
    words = page.words
    closes = page.count_words(source[1], sentence.last) <= _LONGEST_AFTER
    paused = cue.first > done and words[cue.first - 1] in PAUSES
    if not (closes and paused and "clause" in cue.cue.frames and source[0] >= cue.last):
        return None
    if (
        words[done] in get_grammar("ar").prepositions
        or words[done] in get_grammar("ar").conjunctions
    ):
        return None  # «وفي المساء، قال …»
    return (done, cue.first) if page.count_words(done, cue.first) >= _SHORTEST_BEFORE else None


def content_end(context: Context, number: int, start: int) -> int:
    """Where a clause ends: before a participle, an attribution or a further verb of the outlet's; else with the sentence."""
    page, sentence, cues = context
    words = page.words
    cue_at = {cue.first: cue for cue in cues[number + 1 :]}
    subordinating = get_grammar("ar").words["subordinating"]
    opening = words[sentence.first : sentence.first + 2]
    led = any(word in subordinating or word[1:] in subordinating for word in opening)
    for i in range(start + 1, sentence.last):
        if page.mark_at[i] is not None:
            continue
        before = words[i - 1]
        paused = before in PAUSES or before in MARKS
        later = cue_at.get(i)
        adversative = words[i] in _ADVERSATIVE or words[i : i + 2] == ("فی", "حین")
        if before in PAUSES and adversative and cue_at and max(cue_at) > i + 1:
            return i  # «…، لكنّ الخبيرة فنّدت ذلك بالقول …»
        if later is None:
            if before in PAUSES and (
                _goes_on(words[i]) or words[i] in _AFTERTHOUGHTS or (led and is_verb(words[i]))
            ):
                return i
        elif later.cue.shape == "participle":
            if paused or _speaks_on(page, later):
                return i
        elif (later.cue.shape == "attribution" and paused) or (
            later.cue.shape == "verb"
            and (
                (paused and _is_joined(words[i]))
                # «وإذ شدّد على أنّ …، دعا»: the main clause begins
                or (paused and led)
            )
        ):
            return i
        elif later.cue.shape == "verb" and before in _LINKS:
            return i - 1
    return sentence.last


def _speaks_on(page: Page, participle: PlacedCue) -> bool:
    """Tell whether words follow a participle without a pause before it: not «لم يعد متفائلاً»."""
    near = page.words[participle.last : participle.last + 4]
    return any(is_complementizer(word) or word in _BEFORE_CONTENT for word in near)


def _goes_on(word: str) -> bool:
    """Tell whether a word after a pause is a verb with و or ف: the outlet tells what happened next."""
    return _is_joined(word) and is_verb(word)


def _is_joined(word: str) -> bool:
    """Tell whether a word begins with the conjunction و or ف."""
    return word[0] in "وف" and not _only_conjunction(word)


def _only_conjunction(word: str) -> bool:
    """Tell whether the first letter of a verb that begins with و belongs to it: وعد, وصف."""
    return word in ("وعد", "وعدت", "وصف", "وصفت", "واصل", "واصلت", "ورد")
