"""Who an Arabic outlet reports to have said something: «ذكرت صحيفة X أنّ المخرجة Y قالت إنّ C», «نقلت عنه X قوله», «ونسبت إليها X قولها»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import Gender
from rawi.quote.arabic.clauses import Context
from rawi.quote.arabic.holders import agrees
from rawi.quote.arabic.openings import find_opening
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_surely_someone
from rawi.quote.arabic.texts import RELAYING
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range, Saying

SPOKEN_OF: dict[str, Gender] = {"عنه": "m", "عنها": "f", "الیه": "m", "الیها": "f"}
_ASCRIBING = ("نسب", "ینسب", "تنسب")
_FARTHEST = 12  # tokens between a verb of passing on and what is passed on
_BEFORE_VERB = frozenset({"،", ",", "قد", "کان", "کانت", "کانوا"})


def read_reported(context: Context, number: int) -> Range | None:
    """The subject of a verb that stands before it, right behind an outlet's «أنّ»; None where no outlet reports it.

    It is no news of the outlet's own that the speaker spoke: he is quoted, and the outlet is a relay.
    """
    page, sentence, cues = context
    cue = cues[number]
    if number == 0 or cue.cue.shape != "verb" or cue.cue.passive:
        return None
    outer = cues[number - 1]
    if outer.cue.shape != "verb" or not _is_outlets(page, sentence.first, outer, cue.first):
        return None
    near = range(outer.last, cue.first - 1)
    that = next((i for i in near if is_complementizer(page.words[i])), None)
    if that is None or any(page.mark_at[i] is not None for i in range(that, cue.first)):
        return None
    phrase = read_source(page, that + 1, cue.first)
    if phrase is None or phrase[0] != that + 1 or not is_surely_someone(page, phrase):
        return None
    between = page.words[phrase[1] : cue.first]
    direct = _BEFORE_VERB.issuperset(between)
    direct = direct or (between[0] in "،," and between[-1] in "،,")  # «أنّ القبطان، وهو رجل …، قال»
    return phrase if direct and agrees(page, phrase, cue.cue) else None


def reports_another(context: Context, number: int) -> bool:
    """Tell whether an outlet's verb only passes on what the next verb of its sentence says of someone."""
    page, sentence, cues = context
    if number + 1 >= len(cues) or read_reported(context, number + 1) is None:
        return False
    told = cues[number + 1]
    later = cues[number + 2 :]
    limit = next((c.first for c in later if c.cue.shape != "attribution"), sentence.last)
    return find_opening(page, told, limit, sentence.last) is not None


def passed_on_of(context: Context, cue: PlacedCue, saying: Saying) -> Gender | None:
    """The gender of him who was spoken of before and whose words an outlet passes on: «نقلت عنه X قوله», «نُقل عنها أنّ»."""
    page, sentence, _ = context
    if cue.cue.shape == "masdar":
        return told_of_him(page, sentence.first, cue.first)
    passes = cue.cue.shape == "verb" and page.words[cue.first].lstrip("وف").startswith(RELAYING)
    stop = saying.content[0][0] if saying.content else cue.last
    return told_of_him(page, cue.first, stop) if passes and stop > cue.last else None


def told_of_him(page: Page, first: int, at: int) -> Gender | None:
    """The gender of him whom a pronoun means of whom words are passed on: «ونقلت صحيفة X عنه | قوله», «ونسبت إليها X | قولها»; None where none is."""
    for i in range(at - 1, max(first, at - _FARTHEST) - 1, -1):
        if page.words[i] not in SPOKEN_OF or page.mark_at[i] is not None:
            continue
        verbs = page.words[max(first, i - _FARTHEST) : i]
        # «نسب إليها قولها», not «ردّ X، حين نقلناه إليه، بالقول»
        telling = RELAYING if page.words[i].startswith("ع") else _ASCRIBING
        if any(verb.lstrip("وف").startswith(telling) for verb in verbs):
            return SPOKEN_OF[page.words[i]]
    return None


def _is_outlets(page: Page, first: int, cue: PlacedCue, stop: int) -> bool:
    """Tell whether the subject of a verb is an outlet, behind it or, after «كان», before it."""
    subject = read_source(page, cue.last, stop)
    places = [subject[0]] if subject else []
    if subject is not None and page.words[subject[0]] in get_grammar("ar").interviewers:
        places += range(*subject)  # «أفاد مراسل وكالة X أنّ الوزير قال»
    if page.words[cue.first - 1] == "قد":
        places += range(first, cue.first - 1)
    mentions = (page.mention_at.get(i) for i in places)
    return any(m is not None and m.is_outlet for m in mentions)
