"""Where a Persian clause of reported speech ends: at its own verb in a relative one, else where a second report begins."""

from functools import cache

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import bears_words, names_people
from rawi.lang.speech import load_cues
from rawi.quote.kept_answers import keep_answers
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.borders import last_border, semicolon
from rawi.quote.persian.context import Context
from rawi.quote.persian.hearers import may_tell
from rawi.quote.persian.narrated import find_narration
from rawi.quote.persian.phrases import JOINTS, PAUSES, read_phrase
from rawi.quote.persian.silent_cues import tells_nothing
from rawi.quote.persian.subjects import read_subjects
from rawi.quote.persian.verbs import (
    COPULAS,
    follows_finite_verb,
    is_finite,
    is_past,
    is_past_participle,
    may_be,
    may_we,
)
from rawi.quote.persian.voices import can_speak

# After these «که» begins no relative clause.
_NO_ANTECEDENTS = frozenset(
    {"این", "ان", "حالی", "درحالی", "هنگامی", "زمانی", "وقتی", "جایی", "انجا", "چنان", "همانطور", "همانگونه", "چرا",
     "بل", "اگر", "انگونه", "طوری", "گونهای", "اینجا", "همین", "بلکه"}
)  # fmt: skip
_FRONTING = frozenset(
    {
        ("هنگامی", "که"),
        ("زمانی", "که"),
        ("حالی", "که"),
        ("با", "انکه"),
        ("با", "اینکه"),
        ("با", "وجود"),
    }
)
_US = frozenset({"من", "ما"})
_PLUPERFECT = frozenset({"بود", "بودند"})
_NEEDING_THAT = frozenset({"هنگامی", "زمانی"})  # times before «که» only: «زمانی در شهر بود»
ORDERS = frozenset({"پس", "بعد", "پیش", "قبل"})
_LONGEST_WISH = 14  # words
_SHORTEST_STEM = 3  # letters of a stem


def is_relative(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a cue stands in a relative clause: «رئیس اتحادیه که سال پیش گفته بود …»."""
    return _relative_pronoun(page, cue) is not None


@keep_answers
def _relative_pronoun(page: Page, cue: PlacedCue) -> int | None:
    """The «که» of the relative clause a cue is the verb of; None when it is none.

    Only a few words that are no clause stand between, and a noun before: in «این که», «در حالی که» and after a verb
    it is a conjunction.
    """
    words = page.words
    for i in range(cue.first - 1, max(-1, cue.first - 8), -1):
        word = words[i]
        if word == "که":
            at = i - (i > 1 and words[i - 1] in PAUSES)  # «X، که پیش تر گفته بود C، …»
            before = words[at - 1] if at else ""
            noun = before and page.is_word(at - 1) and not follows_finite_verb(page, at)
            noun = noun and not _is_told(before)
            near = i == cue.first - 1 and before not in ("این", "ان")
            return i if near or (noun and before not in _NO_ANTECEDENTS) else None
        if not page.is_word(i) or page.mark_at[i] is not None or is_finite(page, i) or word == "و":
            return None
    return None


def _is_told(word: str) -> bool:
    """Tell whether a word before «که» is a verb of saying, although it may be a noun elsewhere: «گفت که باغداران شکایت دارند»."""
    hit = load_cues("fa").find((word,), 0)
    return hit is not None and hit.value.shape == "verb"


def is_fronted(page: Page, cue: PlacedCue, first: int) -> bool:
    """Tell whether a cue stands in a clause of time before the main one: «وقتی خبرنگار پرسید …، او خندید»."""
    words, sets = page.words, get_grammar("fa").words
    opening = (sets["time_conjunctions"] - _NEEDING_THAT) | sets["concessions"]
    for i in range(cue.first - 1, max(first, cue.first - 20) - 1, -1):
        if words[i] in opening or words[i : i + 2] in _FRONTING:
            return True
        if words[i + 1] == "از" and words[i] in ORDERS and _is_that(words[i + 2 : i + 4]):
            return True  # «پس از آن که شهردار گفت C، …»
        if (words[i] in PAUSES or words[i] == "و") and follows_finite_verb(page, i):
            return False
    return False


def _is_that(words: tuple[str, ...]) -> bool:
    """Tell whether words begin with «آن که», «اینکه»."""
    return words[0] in ("انکه", "اینکه") or words in (("ان", "که"), ("این", "که"))


def relative_end(context: Context, start: int) -> int:
    """Where the clause of a relative cue ends: at the first pause after a verb, with the sentence's only verb, else at the first pause."""
    page, sentence, _ = context
    pauses = [
        i
        for i in range(start, sentence.last)
        if page.words[i] in PAUSES and page.mark_at[i] is None
    ]
    ends = [i for i in pauses if _closes(page, i)]
    if not ends and _has_one_verb(page, start, sentence.last):
        return sentence.last  # «زنی که مدعی است دیوار همسایه، نور را بسته است»
    return (ends or pauses or [sentence.last])[0]


def _closes(page: Page, pause: int) -> bool:
    """Tell whether a clause closes before a pause, with a verb or a participle: «که پرسیده،»; «همسایه» is none."""
    stem = page.words[pause - 1].removesuffix("ه")
    participle = stem != page.words[pause - 1] and stem.endswith(_long_stems())
    return participle or follows_finite_verb(page, pause)


@cache
def _long_stems() -> tuple[str, ...]:
    """The stems of the past that are long enough to be told at the end of a word."""
    return tuple(s for s in get_grammar("fa").words["past_stems"] if len(s) >= _SHORTEST_STEM)


def _has_one_verb(page: Page, start: int, last: int) -> bool:
    """Tell whether the only verb of a stretch is its last word: «نور را بر اتاق بسته است»."""
    end = last if page.is_word(last - 1) else last - 1
    if not follows_finite_verb(page, end):
        return False
    whole = end - 1 - (page.words[end - 1] in COPULAS and page.words[end - 2].endswith("ه"))
    return not any(is_finite(page, i) for i in range(start, whole))


def fronted_end(context: Context, start: int) -> int:
    """Where the clause of a cue before the main clause ends: where someone is named after a pause, else at the last one."""
    page, sentence, _ = context
    pronouns = get_grammar("fa").pronouns
    ends = [
        i
        for i in range(start, sentence.last - 1)
        if page.words[i] in PAUSES and page.mark_at[i] is None and _closes(page, i)
    ]
    named = [i for i in ends if page.words[i + 1] in pronouns or i + 1 in page.mention_at]
    return named[0] if named else ends[-1] if ends else sentence.last


def clause_end(context: Context, number: int, start: int) -> int:
    """Where a clause after a cue ends: before the clause of the next cue, else with the sentence."""
    page, sentence, cues = context
    for later in cues[number + 1 :]:
        if (
            later.first <= start
            or later.cue.shape == "content"
            or tells_nothing(page, later, sentence.last)
            or _is_wished(page, cues[number], later)
        ):
            continue
        border = last_border(page, start, later)
        if border is not None and _opens_report(page, border, cues[number], later):
            told = semicolon(page, start, border) if _is_postposed(page, border, later) else None
            return told or find_narration(page, cues[number], start, border) or border
    return find_narration(page, cues[number], start, sentence.last) or sentence.last


def _is_wished(page: Page, cue: PlacedCue, later: PlacedCue) -> bool:
    """Tell whether a verb before a colon only ends what is asked for: «از او خواست بی نام و نشان | به مراسم بیاید: «C»»."""
    marked = "marked" in later.cue.frames and "request" in cue.cue.frames
    return marked and may_be(page.words[later.last - 1])


def _is_postposed(page: Page, border: int, later: PlacedCue) -> bool:
    """Tell whether a later cue tells what stands before it: «…؛ کارگرانش کار خواهند کرد، سازمان گفت»."""
    paused = page.words[border] in "،," and page.words[border + 1] not in JOINTS
    return paused and page.words[later.last : later.last + 1] == (".",)


def _opens_report(page: Page, border: int, cue: PlacedCue, later: PlacedCue) -> bool:
    """Tell whether after «و» a second report of the same speaker begins, and no verb of the clause's own subject."""
    paused = page.words[border] in PAUSES and page.words[border + 1] in JOINTS
    joint = border + paused
    words = page.words[joint + 1 : later.first]
    frames = later.cue.frames
    if page.words[border] in ("در", "درحالی") and not cue.cue.frames.isdisjoint(
        {"finding", "found"}
    ):
        return False  # a survey shows both sides
    if later.cue.passive and words[:1] == ("از",):
        return True  # «گفت که C و از او سؤال شد که D»
    if later.cue.passive and not cue.cue.passive and "written" not in frames:
        return False  # «در گزارش آمده که C و ادعا شده که D»
    wishes = "request" in frames and "از" not in words and not wants_of_others(page, later)
    if wishes and page.words[border] != "؛":
        return False  # «… و می خواهد به دیگران امید بدهد», «…، فقط می خواهد بماند»
    if later.cue.shape != "verb" or page.words[joint] not in JOINTS:
        return True
    if cue.cue.shape == "attribution" and _goes_on(page, cue, joint, later):
        return False
    if _shares_tense(page, border, cue, later):
        return False
    if "label" in frames and "را" not in words:
        return False
    # «گفت که معترضان گرد آمده و فریاد می زدند»: the number shows whose verb it is.
    others = len(words) > 1 or (bool(words) and names_people(words[0], "fa"))
    return later.cue.plural == cue.cue.plural or cue.cue.shape != "verb" or others


def _goes_on(page: Page, cue: PlacedCue, joint: int, later: PlacedCue) -> bool:
    """Tell whether a later verb is of someone an attribution tells of: «به گفتهٔ X، مادر از او خواست بخواند و پرسید C»."""
    words = page.words
    pause = next((i for i in range(cue.last, joint) if words[i] in PAUSES), joint)
    told = pause + 1 < joint and can_speak(page, read_phrase(page, pause + 1, joint))
    elided = not any(i in page.mention_at for i in range(joint, later.first))
    return told and elided and later.cue.cue_class != "continuing"


def _shares_tense(page: Page, border: int, cue: PlacedCue, later: PlacedCue) -> bool:
    """Tell whether a later verb goes on the tense of the clause before it, which is not that of the cue.

    «گفت X به او زنگ زده و گفته است C», «گفت دو نفر دیده بودند و یکی نوشته بود C», «می گوید X آمد و خواهش کرد C»: both
    are told by the first.
    """
    words = page.words
    if _tells_of_past(page, border, cue, later) or _is_in_writing(page, border, later):
        return True
    if _is_perfect(words[cue.first : cue.last]) or not _is_perfect(words[later.first : later.last]):
        return False
    if words[border - 1] in _PLUPERFECT:
        return words[later.last - 1] in _PLUPERFECT
    bare = is_past_participle(words[later.last - 1])
    if bare and words[border - 1] == "است":
        return True  # «باخبر است و از X توضیح خواسته»
    named = any(i in page.mention_at for i in range(border, later.first))
    return is_past_participle(words[border - 1]) and not (bare and named)


def _is_in_writing(page: Page, border: int, later: PlacedCue) -> bool:
    """Tell whether a later verb tells what stands in something of which the clause before it tells: «گفت برایش کارتی فرستاد و در آن نوشت: «C»»."""
    words = page.words
    if words[later.first - 2 : later.first] != ("در", "ان"):
        return False
    near = words[max(0, border - _LONGEST_WISH) : border]
    return any(word.endswith("ی") and bears_words(word, "fa") for word in near)


def _tells_of_past(page: Page, border: int, cue: PlacedCue, later: PlacedCue) -> bool:
    """Tell whether someone who now says something tells in a later verb what once was: «می گوید X زنگ زد و خواهش کرد C»."""
    words = page.words
    now = words[cue.first].startswith("می") and cue.cue.shape == "verb"
    goes_on = later.cue.cue_class in ("continuing", "stressing")
    past = is_past(words[border - 1]) and is_past(words[later.last - 1])
    if not now or goes_on or not past:
        return False
    if "request" not in later.cue.frames or "از" not in words[border : later.first]:
        return True
    # «می گوید جاده تخریب شد و از مسئولان خواست C»: no road asks
    told = list(read_subjects(page, cue.last + (words[cue.last] == "که"), border))
    return not told or any(may_tell(page, one) for one in told)


def _is_perfect(words: tuple[str, ...]) -> bool:
    """Tell whether the verb of a cue is a participle: «گفته است», «توضیح خواسته»."""
    return any(is_past_participle(word) for word in words)


def wants_of_others(page: Page, cue: PlacedCue) -> bool:
    """Tell whether someone wants what others are to do: «خواست فهرست را بفرستند», not «خواست برود»."""
    words, sets = page.words, get_grammar("fa").words
    near = range(cue.last, min(cue.last + _LONGEST_WISH, len(words)))
    if words[cue.first] in sets["pleas"]:
        # «X درخواست کرد راه باز شود», «X خواهش می کند ما هم نگذاریم»
        return any(may_be(words[i]) or may_we(words[i]) for i in near)
    if not words[cue.first].startswith("خواست"):
        return False
    if asks_us(page, cue.last):
        return True
    at = next((i for i in near if may_be(words[i]) or words[i] in PAUSES), 0)
    undergone = at - cue.last > 1 and words[at - 1] in sets["undergone"]
    # «خواسته اند درها نصب شود»: the number shows, too, that they want others to do it
    wanted = undergone or cue.cue.plural or is_past_participle(words[at - 1])
    done = words[at].removeprefix("ن") in ("شود", "گردد") and wanted
    return done or (words[at].endswith("ند") and may_be(words[at]))


def asks_us(page: Page, first: int) -> bool:
    """Tell whether a clause at a token says what I or we may do: «خواست | من هم بمانم», not «خواست | ما را ببیند»."""
    if page.words[first] not in _US:
        return False
    near = range(first + 1, min(first + _LONGEST_WISH, len(page.words)))
    verb = next((i for i in near if is_finite(page, i) or may_we(page.words[i])), None)
    return verb is not None and may_we(page.words[verb])
