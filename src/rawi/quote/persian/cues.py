"""The cues of one Persian sentence: the forms of the table that are cues in their company, and verbs before a colon and marks."""

from collections.abc import Iterator

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.speech import Cue, light_nouns, load_cues
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.persian.attributions import is_attribution
from rawi.quote.persian.heard import find_teller, opens_told
from rawi.quote.persian.hearers import MADE_KNOWN, is_somebodys, may_tell
from rawi.quote.persian.marked import holds_verb, opens_mark
from rawi.quote.persian.phrases import SIGNS, heads_role
from rawi.quote.persian.statements import is_opinion, passive_after
from rawi.quote.persian.subjects import find_subject
from rawi.quote.persian.verbs import follows_finite_verb, is_finite, is_party
from rawi.quote.persian.voices import can_speak, find_head, is_document

_LONGEST_PART = 2  # words between a noun and its light verb
_LONGEST_TOLD = 5  # «به آگاهی هم میهنان گرامی رساند»
_LONGEST_COURT = 6  # tokens of «دادگاه سلطنتی بندر همچنین»
_QUESTION = Cue("content", frozenset(), "neutral")
_NOBODYS_QUESTION = _QUESTION._replace(passive=True)
UNLISTED = Cue("verb", frozenset({"marked"}), "neutral")
_ANSWERING = frozenset({("در", "پاسخ", "به"), ("در", "جواب", "به")})
_BEFORE = frozenset({"به", "برابر", "مقابل"})  # «در برابر پرسش X که C»
_TO_THIS = frozenset(
    (to, "این") for to in ("به", "جواب", "پاسخ", "برابر", "مقابل")
)  # «در جواب این پرسش X که C»
_FACED = frozenset({"روبهرو", "روبه", "روبرو", "مواجه", "رویارو"})
_FARTHEST_TOLD = 14  # tokens: «نخستین جمله اش بعد از هفده ساعت این بود»
_POINTED = frozenset({"سخن", "پاسخ", "جواب"})
_RECEIVING = ("کرد", "کن", "شد", "شو", "داشت", "دار", "خواه", "نمود", "گرد")
_HAVING = ("دارد", "دارند", "داشت")
_BECOMING = frozenset({"شد", "شدند", "میشود", "میشوند"})  # «همسایه میانجی | شد: «C»»
_SUCH = frozenset({"این", "ان", "چنین", "همین"})
_COPULAS = frozenset({"است", "بود", "نیست", "نبود", "هست", "بوده", "باشد", "شد"})


def find_cues(page: Page, sentence: PlacedSentence) -> list[PlacedCue]:
    """Find the cues of a sentence in text order, those inside quotation marks left out."""
    cues = [
        _without_noun(page, cue)
        for cue in page.cues(sentence.first, sentence.last, "fa")
        if _is_cue(page, cue, sentence)
    ]
    cues += _questions(page, sentence)
    cues += _parted_cues(page, sentence, cues)
    cues += _accusations(page, sentence)
    ends = {cue.last for cue in cues}
    cues += [cue for cue in _unlisted_cues(page, sentence) if cue.last not in ends]
    return sorted(cues, key=lambda cue: cue.first)


def _is_cue(page: Page, cue: PlacedCue, sentence: PlacedSentence) -> bool:
    """Tell whether a form that is a cue only in company is one here: «از نظر X», «نظر X این است که»."""
    if cue.cue.shape == "attribution":
        return is_attribution(page, cue, sentence.last)
    if page.words[cue.last - 1] == "دریافت" and _is_received(page, cue.last):
        return False
    if is_party(page, cue.last - 1):
        return False
    if page.words[cue.first].startswith("خواند") and page.words[cue.first - 1] == "فرا":
        return False  # «مدیر را فرا خواند»
    if page.words[cue.first - 1] == "محفوظ" and "label" in cue.cue.frames:
        return False  # «حق تجدیدنظر را برای خود محفوظ می داند»
    if "heard" in cue.cue.frames:
        # «از پدرش شنیده که» is what he knows.
        told = page.words[cue.last - 1] not in ("شنیده", "است")
        told = told and opens_told(page, cue, sentence)
        teller = find_teller(page, cue, sentence.first) if told else None
        return teller is not None or _is_heard_in_court(page, cue, sentence.first)
    participle = page.words[cue.last - 1].endswith("ه") and not cue.cue.passive
    if participle and "request" not in cue.cue.frames and passive_after(page, cue.last):
        return False  # «از ۱۷ استان پذیرفته شده اند»
    return "opinion" not in cue.cue.frames or is_opinion(page, cue, sentence.first)


def _is_received(page: Page, at: int) -> bool:
    """Tell whether a light verb at a token makes «دریافت» a noun: «نامه ای دریافت کرده است», not «دریافت که C»."""
    after = page.words[at : at + 1]
    return after != () and after[0].removeprefix("ن").removeprefix("می").startswith(_RECEIVING)


def _is_heard_in_court(page: Page, cue: PlacedCue, first: int) -> bool:
    """Tell whether it is a court that hears what is told to it: «دادگاه شنید که C», not «او در دادگاه شنید که C»."""
    courts, prepositions = get_grammar("fa").words["courts"], get_grammar("fa").prepositions
    near = range(max(first, cue.first - _LONGEST_COURT), cue.first)
    head = next((i for i in near if page.words[i] in courts), None)
    if head is None or (head > first and page.words[head - 1] in prepositions):
        return False
    inside = page.words[head : cue.first]
    told = "را" in inside or any(word in SIGNS for word in inside)
    return not told and not any(is_finite(page, i) for i in range(head, cue.first))


def _without_noun(page: Page, cue: PlacedCue) -> PlacedCue:
    """The verb alone where its noun belongs to words before: «در واکنش به این سخن | گفت C»."""
    words = page.words
    # «در پاسخ | گفت», «در واکنش به این سخن | گفت»
    before = words[cue.first - 1] if cue.first else ""
    pointed = before == "در" or before in get_grammar("fa").demonstratives
    if not pointed or cue.cue.shape != "verb" or words[cue.first] not in _POINTED:
        return cue
    verb = load_cues("fa").find(words, cue.first + 1)
    return PlacedCue(cue.first + 1, cue.last, verb.value) if verb and verb.end == cue.last else cue


def _questions(page: Page, sentence: PlacedSentence) -> Iterator[PlacedCue]:
    """The nouns of questions with who asked and «که» after them: «در پاسخ به [این] پرسش خبرنگار رود که C»."""
    words = page.words
    questions = get_grammar("fa").words["questions"]
    known = questions | {answer for _, answer, _ in _ANSWERING}
    inside = range(sentence.first + 1, sentence.last - 2)
    for i in [i for i in inside if words[i] in known]:
        answering = words[i + 1] == "به" and words[i - 1 : i + 2] in _ANSWERING
        if answering and (words[i + 2] == "اینکه" or words[i + 2 : i + 4] == ("این", "که")):
            yield PlacedCue(i, i + 2, _NOBODYS_QUESTION)  # «در پاسخ به اینکه C»
        if words[i] not in questions or page.mark_at[i] is not None:
            continue
        if words[i - 2 : i] in _TO_THIS and words[i + 1] == "که":
            yield PlacedCue(i, i + 1, _NOBODYS_QUESTION)  # «در پاسخ به این پرسش که C»
        elif words[i - 2 : i] == ("با", "این") and words[i + 1] in _FACED:
            link = next((k for k in range(i + 2, min(sentence.last, i + 6)) if words[k] == "که"), 0)
            if link:
                yield PlacedCue(i, link, _NOBODYS_QUESTION)  # «با این پرسش روبه رو شد که C»
        elif words[i - 1] in _BEFORE or words[i - 2 : i] in _TO_THIS:
            link = next(
                (k for k in range(i + 2, min(sentence.last, i + 10)) if words[k] == "که"), 0
            )
            asker = (i + 1, link)
            speaks = link and can_speak(page, asker) and not is_document(page, asker)
            if speaks and not _has_verb(page, *asker):
                yield PlacedCue(i, i + 1, _QUESTION)


def _says_how(page: Page, first: int, colon: int) -> bool:
    """Tell whether before a colon it is said what someone is like or thinks: «باغبان صریح تر بود: «C»», not «نام او این است: «C»»."""
    mark = page.mark_at[colon + 2]
    sentence = mark is not None and (page.words[mark[1] - 1] in ".؟!" or holds_verb(page, mark))
    if page.words[colon - 2] in _SUCH or not sentence:
        return False  # «او نویسندهٔ دو کتاب است: «باد» و «باران»»
    subject = find_subject(page, first, colon - 2)
    if subject is None:
        return False
    head = find_head(page, subject)
    return may_tell(page, (head, head + 1))


def _is_pluperfect(page: Page, at: int) -> bool:
    """Tell whether before a token «بود» ends the verb «فرستاده بود» and no «پاسخ او این بود»."""
    stem = page.words[at - 2].removesuffix("ه")
    return stem != page.words[at - 2] and stem in get_grammar("fa").words["past_stems"]


def _has_verb(page: Page, first: int, last: int) -> bool:
    """Tell whether a finite verb, a pause or a sign stands among tokens."""
    return any(is_finite(page, i) or page.words[i] in SIGNS for i in range(first, last))


def _parted_cues(
    page: Page, sentence: PlacedSentence, known: list[PlacedCue]
) -> Iterator[PlacedCue]:
    """A noun and its light verb with one or two words between: «قول مساعد داد که C», «هشدار جدی داد: «…»»."""
    words, lexicon = page.words, load_cues("fa")
    nouns = light_nouns()
    taken = {i for cue in known for i in range(cue.first, cue.last)}
    for i in [i for i in range(sentence.first, sentence.last - 2) if words[i] in nouns]:
        if i in taken or page.mark_at[i] is not None:
            continue
        longest = _LONGEST_TOLD if words[i] in MADE_KNOWN else _LONGEST_PART
        for verb in range(i + 2, min(i + 2 + longest, sentence.last - 1)):
            if is_finite(page, verb - 1) or not page.is_word(verb - 1) or verb - 1 in taken:
                break
            hit = lexicon.find((words[i], *words[verb : verb + 3]), 0)
            end = verb + hit.end - 1 if hit else 0
            if hit and hit.end > 1 and end < sentence.last and words[end] in ("که", ":"):
                yield PlacedCue(i, end, hit.value)
                break


def _accusations(page: Page, sentence: PlacedSentence) -> Iterator[PlacedCue]:
    """«X را متهم به «Y» کرد»: the verb stands after the words in marks."""
    words, lexicon = page.words, load_cues("fa")
    for i in [i for i in range(sentence.first, sentence.last - 4) if words[i] == "متهم"]:
        if words[i + 1] != "به" or not opens_mark(page, i + 2, sentence.last):
            continue
        mark = page.mark_at[i + 3]
        verb = mark[1] + 1 if mark else sentence.last
        hit = lexicon.find((words[i], *words[verb : verb + 3]), 0)
        if hit and hit.end > 1:
            yield PlacedCue(verb, verb + hit.end - 1, hit.value)


def _unlisted_cues(page: Page, sentence: PlacedSentence) -> Iterator[PlacedCue]:
    """Any verb right before a colon and marks: «سرش را تکان داد: «…»», «پاسخ او این بود: «…»»."""
    words = page.words
    grammar = get_grammar("fa")
    for i in [i for i in range(sentence.first + 2, sentence.last - 1) if words[i] == ":"]:
        if page.mark_at[i] is not None or not opens_mark(page, i + 1, sentence.last):
            continue
        if words[i - 1] in _COPULAS and not _is_pluperfect(page, i):
            near = words[max(sentence.first, i - _FARTHEST_TOLD) : i]
            spoken = grammar.words["spoken"] | (grammar.words["pointed"] - {"چیزی"})
            told = any(word in spoken or word.removesuffix("اش") in spoken for word in near)
            told = told or _says_how(page, sentence.first, i)
        else:
            told = follows_finite_verb(page, i) and not words[i - 1].endswith("م")
        if told:
            noun = (
                words[i - 2] not in grammar.object_markers
                and words[i - 2] not in grammar.prepositions
            )
            noun = noun and page.is_word(i - 2) and i - 2 not in page.mention_at
            # «رو به وکیل مدافع | کرد: «…»», «پیامی برای همسرش | فرستاد: «…»»
            noun = noun and not (heads_role(page, i - 2) or is_somebodys(words[i - 2]))
            noun = noun and not names_people(words[i - 2], "fa")
            noun = noun or (words[i - 1] in _BECOMING and page.is_word(i - 2))
            noun = noun or _is_pluperfect(page, i)
            begun = _holds_another(words, i) or (i - 2 if noun else i - 1)
            yield PlacedCue(begun, i, UNLISTED)


def _holds_another(words: tuple[str, ...], colon: int) -> int | None:
    """Where before a colon somebody's words or view with an adjective and «دارد» begin: «راننده | حرف دیگری دارد: «C»»; None where no such stand."""
    told = get_grammar("fa").words["opinions"] | get_grammar("fa").words["spoken"]
    told |= get_grammar("fa").words["grievances"]
    has = words[colon - 1].removeprefix("ن").startswith(_HAVING)
    adjective = words[colon - 2].endswith("ی")
    noun = {words[colon - 3], words[colon - 3].removesuffix("ی")}  # «گلایه ی دیگری»
    return colon - 3 if has and adjective and not noun.isdisjoint(told) else None
