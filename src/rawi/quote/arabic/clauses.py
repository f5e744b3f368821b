"""Where the content of an Arabic cue ends, and clauses that stand before their cue."""

from typing import NamedTuple

from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.people import Gender
from rawi.lang.speech import load_cues
from rawi.lang.verbs import FUTURES, is_verb
from rawi.quote.arabic.before import SHORTEST_MARKED
from rawi.quote.arabic.endings import is_attendant
from rawi.quote.arabic.kept_back import keeps_back, leaves_unsaid
from rawi.quote.arabic.leaving import (
    adds_at_once,
    decides_besides,
    leaves_content,
    repeats_verb,
    tells_on,
)
from rawi.quote.arabic.openings import BEFORE_CONTENT, PAUSES
from rawi.quote.arabic.question_ends import find_answer
from rawi.quote.arabic.said_nouns import is_noun
from rawi.quote.arabic.spoken_of import turns_to_subject
from rawi.quote.arabic.turns import speaker_gender, turns_to_speaker
from rawi.quote.arabic.words import CALLED, THEREUPON, is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range

_WHEN = frozenset({"لما", "حینما", "عندما", "حین", "بعدما"})
_SHORTEST_FUTURE = 5  # letters
_LINKS = frozenset(
    {"ثم", "بل", "لکنه", "لکنها", "ولکنه", "ولکنها", "لکنهم", "وقد", "فقد", "قبل", "بینما", "فیما"}
)
_BUT_HE: dict[str, Gender | None] = {
    "لکنه": "m", "ولکنه": "m", "لکنها": "f", "ولکنها": "f", "لکنهم": None, "ولکنهم": None,
}  # fmt: skip
_AND_NOT = frozenset({"ولا", "ولم", "ولن", "فلا", "فلم", "فلن"})
_NOT = (("لم",), ("لا",))  # «، وهو ما لم تؤكده الشرطة»
_WHERE = frozenset({"حیث", "اذ"})
_WAS = frozenset({"کان", "کانت", "کانوا", "یکون", "تکون", "سیکون"})
_WAS_RECEIVED = frozenset({"قوبل", "لقی", "لاقی", "حظی"})  # «، وهو ما قوبل بالتصفيق»
_NEAR_WHICH = 4  # tokens
# «قبل أن يوضح أنّ …»: he who spoke, whatever he spoke of
_SUMMING = frozenset(
    {"یوضح", "توضح", "یشیر", "تشیر", "یلفت", "تلفت", "یختم", "تختم", "یخلص", "تخلص"}
)
_ADVERSATIVE = frozenset({"لکن", "ولکن", "غیر", "بید", "فیما", "وفیما", "بینما", "وبینما", "الا"})
_AFTERTHOUGHTS = frozenset({"وذلک", "وبدوره", "وبدورها", "وبدورهم", "الامر", "وهذا"})
_AROUND_APPOSED = 2  # pauses
_LONGEST_HEAD = 3  # tokens of whom a clause is about
_SHORTEST_STATED = 2  # words between «أنّ» and a colon
_SHORTEST_SPOKEN = 3  # words in marks
_NEAR_COLON = 8  # tokens between a verb and its colon


class Context(NamedTuple):
    """One sentence being read."""

    page: Page
    sentence: PlacedSentence
    cues: list[PlacedCue]


def content_end(context: Context, number: int, start: int) -> int:
    """Where a content ends: a question before its answer, any other with its clause."""
    page, sentence, cues = context
    answered = find_answer(page, sentence, cues[number:], start)
    return answered or _clause_end(context, number, start)


def _clause_end(context: Context, number: int, start: int) -> int:
    """Where a clause ends: before a participle, an attribution or a further verb of the outlet's; else with the sentence."""
    page, sentence, cues = context
    words = page.words
    cue_at = {cue.first: cue for cue in cues[number + 1 :]}
    subordinating = get_grammar("ar").words["subordinating"]
    gender = speaker_gender(page, sentence.first, cues[number])
    opening = words[sentence.first : sentence.first + 2]
    shape = cues[number].cue.shape
    # «ونقلت X عن Y قوله إنّ C»
    past = shape == "masdar" or (shape == "verb" and _is_past(words[cues[number].first]))
    led = any(word in subordinating or word[1:] in subordinating for word in opening)
    led = led or is_noun(cues[number])  # «رغم تأكيد X أنّ C، قال Y إنّ D»
    led = led or _opens_when(page, sentence.first, cues[number].first)
    for i in range(start + 1, _glued_end(page, start, sentence.last)):
        before = words[i - 1]
        if page.mark_at[i] is not None or (before in PAUSES and _awaits_predicate(page, start, i)):
            continue
        late = words[i] == "وقد" or leaves_unsaid(words, i)
        if (late and turns_to_speaker(page, i, gender, start)) or keeps_back(page, i):
            return i  # a translator left the comma out
        paused = before in PAUSES or before in MARKS
        later = cue_at.get(i)
        if before in PAUSES and (
            _turns_away(page, i, cue_at)
            or turns_to_subject(page, i, cue_at)
            or _says_else(words, i)
            or _comments(words, i, cue_at)
            or _says_also(words, i, cue_at, gender)
            or _says_then(words, i, cue_at, gender)
            or turns_to_speaker(page, i, gender, start)
            or leaves_content(page, i, start)
            or decides_besides(page, i, gender)
            or (later is None and _tells_more(page, i, start, gender, past=past, led=led))
        ):
            return i
        if later is None:
            continue
        if later.cue.shape == "participle":
            if (paused or _speaks_on(page, later)) and not _is_told_of(page, start, i):
                return i
        elif (later.cue.shape == "attribution" and paused) or (
            later.cue.shape == "verb"
            and (
                (paused and (_is_joined(words[i]) or _retorts(words, i)))
                # «وإذ شدّد على أنّ …، دعا»: the main clause begins
                or (paused and led)
                or (before in PAUSES and _adds(page, later))
                # a writer left the comma out
                or adds_at_once(page, later, gender)
            )
        ):
            return i
        elif later.cue.shape == "verb" and _is_linked(words, i, later):
            return i - 1
    return _glued_end(page, start, sentence.last)


def _opens_when(page: Page, first: int, verb: int) -> bool:
    """Tell whether a clause of time begins with a verb, at the beginning of a sentence or behind a sign: «ولما | قالت X إنّ C، صفق الأطفال», «؛ فعندما | قال X إنّ C، نهضت Y»."""
    when = verb - 1
    if when < first or page.words[when].lstrip("وف") not in _WHEN:
        return False
    return when == first or not page.is_word(when - 1)


def _glued_end(page: Page, start: int, last: int) -> int:
    """Where a sentence ends to which the next is glued behind a closing mark: «أنّ "C"|.على حد قوله»; else its last token."""
    words = page.words
    near = range(start + 2, last - 1)
    stops = (i for i in near if words[i] == "." and page.mark_at[i] is None)
    return next((i for i in stops if _ends_glued(page, i)), last)


def _ends_glued(page: Page, stop: int) -> bool:
    """Tell whether a full stop inside a sentence ends words in marks, or stands before a verb of saying with «و»: «… الفريق|.وأشار إلى أنّ»."""
    words = page.words
    if words[stop - 1] in MARKS and page.mark_at[stop - 2] is not None:
        return True
    cue = load_cues("ar").find(words, stop + 1) if words[stop + 1][0] == "و" else None
    return cue is not None and cue.value.shape == "verb"


def _awaits_predicate(page: Page, start: int, at: int) -> bool:
    """Tell whether at a token behind a second pause nothing has been said yet of whom a clause opens with: «أنّ ابنه، المقيم بالخارج، | هاتفه»."""
    words = page.words
    pauses = [i for i in range(start, at) if words[i] in PAUSES]
    if len(pauses) != _AROUND_APPOSED or not start < pauses[0] <= start + _LONGEST_HEAD:
        return False
    if not words[pauses[0] + 1].startswith("ال"):
        return False
    if any(is_verb(words[i]) or page.mark_at[i] is not None for i in range(start, at - 1)):
        return False
    verb = words[at][1:]
    return not _is_joined(words[at]) or not (is_verb(verb) or load_cues("ar").find((verb,), 0))


def _is_linked(words: tuple[str, ...], at: int, later: PlacedCue) -> bool:
    """Tell whether a word before a verb of saying links another clause: «ثم», «وقد», and over a pause «ولا»."""
    denied = words[at - 1] in _AND_NOT and words[at - 2] in PAUSES  # «، ولا يستبعد X أن»
    thereupon = words[at - 1] in THEREUPON and words[at - 2] in PAUSES  # «، وعندها ردّ X بأنّ»
    # «لن تسافر بل | ستواصل التدريب»: what is yet to be is told with the rest
    rather = words[at - 1] == "بل" and words[at].startswith(FUTURES)
    linked = words[at - 1] in _LINKS and not later.cue.passive and not rather
    return denied or thereupon or linked


def shown_in_marks(context: Context, start: int, end: int) -> Range | None:
    """The speech in marks a colon or comma adds to a clause, in its speaker's own words: «يرى أنّ الماء يكفي: «عندنا ثلاث آبار»»; no title, and no words of another."""
    page, _, cues = context
    words = page.words
    for i in range(start + _SHORTEST_STATED, end - 1):
        parted = (words[i] == ":" or words[i] in PAUSES) and page.mark_at[i] is None
        mark = page.mark_at[i + 2] if parted else None
        if mark is None or mark[0] != i + 2:
            continue
        if words[i] != ":" and not _is_own(words[slice(*mark)]):
            continue
        told = any(start <= cue.first < i and cue.cue.shape != "attribution" for cue in cues)
        sets = get_grammar("ar").words
        near = {word.removesuffix("ا") for word in words[i - 2 : i]}
        titled = not near.isdisjoint(sets["titling"]) or page.titles_work(mark)
        titled = titled or words[mark[0]] in sets["he_is"]
        whole = not page.count_words(mark[1], end) and page.count_words(*mark) >= SHORTEST_MARKED
        return mark if whole and not told and not titled else None
    return None


def _is_own(words: tuple[str, ...]) -> bool:
    """Tell whether words in marks behind a comma are a speaker's own and no part of the clause: «…، «لكنني أراهن براتبي»»."""
    return words[0].startswith(("لکن", "ولکن")) or says_i(words)


def _turns_away(page: Page, at: int, cue_at: dict[int, PlacedCue]) -> bool:
    """Tell whether after a pause someone else speaks, «لكنّ الخبيرة فنّدت ذلك بالقول …», or other words, «قبل أن تسأل المدير: «…»»."""
    words = page.words
    if words[at] in _ADVERSATIVE or words[at : at + 2] == ("فی", "حین"):
        return _tells_of_others(words, at) or (bool(cue_at) and max(cue_at) > at + 1)
    if _sets_against(words[at : at + 4]):
        return any(at + 2 < i <= at + 4 and cue.cue.shape == "verb" for i, cue in cue_at.items())
    if words[at : at + 2] != ("قبل", "ان"):
        return False
    return _speaks_before_colon(page, at + 2, known=at + 2 in cue_at) or any(
        _hands_over(words, cue) for cue in cue_at.values() if cue.first > at
    )


def _speaks_before_colon(page: Page, verb: int, *, known: bool) -> bool:
    """Tell whether a verb behind «before» leads to marks behind a colon: «قبل أن | يسأل المدير: «…»», «قبل أن | تمازحها: «…»»; one not `known` as of saying to more than a title."""
    near = range(verb + 1, min(len(page.words) - 2, verb + _NEAR_COLON))
    colon = next((i for i in near if page.words[i] == ":"), None)
    mark = page.mark_at[colon + 2] if colon is not None else None
    if colon is None or mark is None or page.words[colon + 1] not in MARKS:
        return False
    return known or page.count_words(*mark) >= _SHORTEST_SPOKEN


def _says_then(
    words: tuple[str, ...], at: int, cue_at: dict[int, PlacedCue], gender: Gender | None
) -> bool:
    """Tell whether after «before» it is told what who spoke adds: «، قبل أن يضيف أنّ», not «، قبل أن يعترف بأنّ» of someone else."""
    cue = cue_at.get(at + 2) if words[at : at + 2] == ("قبل", "ان") else None
    if cue is None or cue.cue.shape != "verb":
        return False
    goes_on = cue.cue.cue_class in ("continuing", "stressing") or words[cue.first] in _SUMMING
    his = None in (gender, cue.cue.gender) or gender == cue.cue.gender
    return goes_on and his and any(map(is_complementizer, words[cue.last : cue.last + 1]))


def _says_also(
    words: tuple[str, ...], at: int, cue_at: dict[int, PlacedCue], gender: Gender | None
) -> bool:
    """Tell whether after «as» who spoke says something else, «أنّ» following: «، كما نبّه الرعاة إلى أنّ»; not «، كما وعد», nor «قال X إنّ الشركة خسرت، كما أعلنت أنّ»."""
    cue = cue_at.get(at + 1) if words[at] == "کما" else None
    if cue is None or cue.cue.shape != "verb":
        return False
    if None not in (gender, cue.cue.gender) and gender != cue.cue.gender:
        return False
    near = words[cue.last : cue.last + _NEAR_COLON]
    stop = next((k for k, word in enumerate(near) if word in PAUSES), len(near))
    return any(map(is_complementizer, near[:stop]))


def _tells_of_others(words: tuple[str, ...], at: int) -> bool:
    """Tell whether right after «while» someone else says or doubts something, without أنّ too: «، في حين يشكّك اقتصاديون في الأرقام»."""
    verb = at + (2 if words[at] == "فی" else 1)
    hit = load_cues("ar").find(words, verb)
    whiles = words[at].removeprefix("و") in ("بینما", "فیما") or words[at : at + 2] == ("فی", "حین")
    return whiles and hit is not None and hit.value.shape == "verb" and hit.value.gender is not None


def _comments(words: tuple[str, ...], at: int, cue_at: dict[int, PlacedCue]) -> bool:
    """Tell whether after a pause the outlet adds what else was said, or of it: «، حيث ذكر …», «، وهو طلب قال بشأنه X إنّ …», «، وهو ما نفته X»."""
    spoken = {i for i, cue in cue_at.items() if cue.cue.shape == "verb" and not cue.cue.passive}
    if words[at] in _WHERE:
        return at + 1 in spoken
    which = words[at] in get_grammar("ar").words["he_is"]
    if which and words[at + 1 : at + 2] == ("ما",):
        told = load_cues("ar").find(words, at + 2)
        past = told is not None and told.value.shape == "verb" and words[at + 2][0] not in "یت"
        received = not _WAS_RECEIVED.isdisjoint(words[at + 2 : at + 3])
        if past or received or words[at + 2 : at + 3] in _NOT:
            return True  # «، وهو ما ردّ عليه X»; «وهو ما يؤكد أنّ» may be the speaker's
    return which and not spoken.isdisjoint(range(at + 1, at + _NEAR_WHICH))


def _says_else(words: tuple[str, ...], at: int) -> bool:
    """Tell whether after a pause who spoke says or promises something else, without أنّ too: «، لكنه وعد بإنجاز الطريق»."""
    if words[at] not in _BUT_HE:
        return False
    hit = load_cues("ar").find(words, at + 1)
    if hit is None or hit.value.shape != "verb" or "near" in hit.value.frames:
        return False  # «…، لكنها وافقت لاحقاً على التسوية» is said of her
    return hit.value.gender in (None, _BUT_HE[words[at]])


def _hands_over(words: tuple[str, ...], cue: PlacedCue) -> bool:
    """Tell whether a relative clause hands the word to someone: «قبل أن تعطي الكلمة لنائبها X، الذي قال: «…»»."""
    relative = words[cue.first - 1] in ("الذی", "التی")
    return relative and words[cue.last : cue.last + 1] == (":",) and words[cue.last + 1] in MARKS


def _sets_against(words: tuple[str, ...]) -> bool:
    """Tell whether words set against a speech what its speaker once said: «، مع أنّه كان قد حذّر من أنّ …»."""
    conceding = words[:1] in (("مع",), ("رغم",)) and words[1:2] in (("انه",), ("انها",))
    return conceding and words[2:3] in (("کان",), ("کانت",), ("سبق",))


def _tells_more(
    page: Page, at: int, start: int, gender: Gender | None, *, past: bool, led: bool
) -> bool:
    """Tell whether after a pause the outlet tells what the speaker did besides, or an afterthought; `past`: so stands the verb of saying, `led`: a main clause is due."""
    word = page.words[at]
    same = tells_on(page, start, at, past=past) or repeats_verb(page, start, at)
    return (
        (_goes_on(word) and not _is_to_come(word) and not same)
        or (is_attendant(page, at) and not (gender == "f" and word.endswith("ا")))
        or word in _AFTERTHOUGHTS
        or (led and is_verb(word))
    )


def _is_to_come(word: str) -> bool:
    """Tell whether a word is «and» and a future, which is of what was said: «أنّ المدينة جاهزة، | وستبذل جهودها»."""
    return word[0] == "و" and word[1:].startswith(FUTURES) and len(word) > _SHORTEST_FUTURE


def _adds(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb says that who spoke goes on and «أنّ» follows it: «، أضافت بأنّ …»."""
    that = page.words[cue.last : cue.last + 1]
    return cue.cue.cue_class == "continuing" and any(map(is_complementizer, that))


def _speaks_on(page: Page, participle: PlacedCue) -> bool:
    """Tell whether words follow a participle without a pause before it: not «لم يعد متفائلاً»."""
    near = page.words[participle.last : participle.last + 4]
    return any(is_complementizer(word) or word in BEFORE_CONTENT for word in near)


def _is_told_of(page: Page, start: int, at: int) -> bool:
    """Tell whether a participle without a pause says how he spoke of whom the clause tells: «أنّ جده كان يوصي أبناءه | قائلاً: «…»»."""
    for i in range(at - 2, start - 1, -1):
        if not page.is_word(i + 1):
            return False
        if page.words[i] in ("کان", "کانت"):
            return page.words[i + 1][0] in "یت" and is_verb(page.words[i + 1])
    return False


def _goes_on(word: str) -> bool:
    """Tell whether a word after a pause is a verb with و or ف: the outlet tells what happened next."""
    if not _is_joined(word):
        return False
    # «، فعادت لتسأله»
    verb = is_verb(word) or word[1:] in get_grammar("ar").verbs - _WAS
    return verb and word[1:] not in CALLED  # «المشتبه به، ويدعى X، …»


def _retorts(words: tuple[str, ...], at: int) -> bool:
    """Tell whether «ورد» says that someone answers: «ورد المدير على شكواهم بأنّ», not «ما ورد في التقرير»."""
    if words[at] != "ورد":
        return False
    near = words[at + 1 : at + 1 + _NEAR_COLON]
    that = next((k for k, word in enumerate(near) if is_complementizer(word)), len(near))
    return not {"علی", "علیه", "علیها", "علیهم"}.isdisjoint(near[:that])


def _is_past(word: str) -> bool:
    """Tell whether a form of saying, perhaps with و or ف, has no prefix of the present."""
    return (word[1:] if _is_joined(word) else word)[0] not in "یتس"


def _is_joined(word: str) -> bool:
    """Tell whether a word begins with the conjunction و or ف."""
    return word[0] in "وف" and not _only_conjunction(word)


def _only_conjunction(word: str) -> bool:
    """Tell whether the first letter of a verb that begins with و belongs to it: وعد, وصف."""
    return word in ("وعد", "وعدت", "وصف", "وصفت", "واصل", "واصلت", "ورد")
