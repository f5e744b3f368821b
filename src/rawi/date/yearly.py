"""Which dates without a year are every year's: `هر سال در ۵ دی`, `تزهر في أيار`, what people do at a feast, what a day is called."""

import re
from itertools import pairwise

from rawi.date.direction import names_occasion
from rawi.date.scene import Scene
from rawi.date.tense import find_words, is_present
from rawi.date.tokens import MONTHS
from rawi.date.verbs import get_signs
from rawi.date.words import get_lexicon
from rawi.lang.folding import squeeze
from rawi.lang.persian_verbs import is_present_of_many
from rawi.lang.verbs import is_verb

_BESIDE = 4  # tokens each side in which a feast's day is looked for: `روز غدیر خم ، روز ۱۸ ذیحجه`
_GOING_ON = ("می", "نمی")
_THE = squeeze("ال")
_IMPERFECT = (squeeze("ي"), squeeze("ت"))
_NOT_HABITS = ("میشوند", "نمیشوند", "میتوانند", "نمیتوانند")  # what is planned is told so, too
# المزارعون: those who do it, right behind their verb
_DOERS = re.compile(squeeze(r"ال\w+(?:ون|ين)"))
_WORD = re.compile(r"[^\W\d_]+")
BOTH = 2
_IS = ("است", "بود")
_SEASONAL = ("month", "month_range", "holiday", "season")


def is_yearly(scene: Scene) -> bool:
    """Tell whether a date without its year is every year's: `هر سال`, a habit, what a day is called."""
    context, beside, make = scene.context, scene.beside, scene.match.make
    if scene.clause_has(context.yearly) or _is_rite(scene) or scene.habitual:
        return True
    if make == "month" and beside.after & context.defining:
        return True
    named = make in ("day", "day_range") and (
        beside.after & context.commemorated or _is_called_feast(scene)
    )
    told = scene.sentence_has(context.yearly_told | context.customs)
    custom = told or (make in _SEASONAL and _is_done_by_many(scene))
    if not (named or custom):
        return False
    planned = custom and scene.sentence_has(context.planned)
    return not planned and scene.tense != "past"


def _is_called_feast(scene: Scene) -> bool:
    """Tell whether a day that opens its sentence is told to be a feast: `الأول من أيار عيد العمال`."""
    behind = scene.tokens[scene.match.end : scene.match.end + 1]
    return not scene.match.start and bool(behind) and behind[0].kind == "holiday"


def _is_rite(scene: Scene) -> bool:
    """Tell whether people keep a lunar day in their way, as every year: `پانزدهم رجب نزد اهالی روز نذر است`, `يحتفل أهل الواحة في 15 شعبان`."""
    lunar = any(token.kind in MONTHS and token.value.startswith("hijri") for token in scene.inside)
    if not lunar or scene.sentence_has(scene.context.planned):
        return False
    words = _WORD.findall(squeeze(scene.sentence))
    if scene.language == "fa":
        return not scene.context.folk.isdisjoint(words) and words[-1] in _IS
    return any(
        following in scene.context.folk and _is_imperfect(word) and is_verb(word)
        for word, following in pairwise(words)
    )


def _is_done_by_many(scene: Scene) -> bool:
    """Tell whether people do something in a month or at a feast, as they do every year: `می خورند`, `يقطف المزارعون`.

    What is planned for one has verbs of its own (`برگزار می کنند`, `يلتقي`).
    """
    verb = scene.verb
    if scene.language == "fa":
        return bool(verb) and verb[-1] not in _NOT_HABITS and is_present_of_many(verb[-1])
    around = verb or _WORD.findall(squeeze(scene.sentence[scene.span.end :]))[:BOTH]
    if len(around) < BOTH or not is_present(around[0]):
        return False
    return around[1] in scene.context.many or bool(_DOERS.fullmatch(around[1]))


def is_told_in_present(scene: Scene) -> bool:
    """Tell whether the verb of a date is a present that is none of plans: `به بازار می آید`, `يفضل السياح`.

    So are told what comes every year and what is to come soon: only if the date is far off it is surely every year's.
    """
    context = scene.context
    if scene.sentence_has(context.planned | context.scheduled) or scene.tense == "past":
        return False
    before = find_words(squeeze(scene.sentence[: scene.span.start]))
    if names_occasion(before, get_signs(scene.language)):
        return False  # پرونده حریق ۷ بهمن هنوز باز است
    verb = scene.verb
    if scene.language == "fa":
        return bool(verb) and (verb[-1].startswith(_GOING_ON) or verb[-1] in context.weak_states)
    if verb:
        if verb[0] in context.celebrating:
            return True
        return is_present(verb[0]) or (scene.match.make == "holiday" and _is_imperfect(verb[0]))
    # A verb no table knows opens its sentence, with its subject behind it: تأتي اللقالق في آذار
    first, second, *_ = [*squeeze(scene.sentence).split(), "", ""]
    return _is_imperfect(first) and second.startswith(_THE)


def _is_imperfect(word: str) -> bool:
    """Tell whether a folded Arabic word begins like a present verb, and is no word dates are made of (`يوم`, `تموز`).

    `توقف` is a past, for there is `يتوقف`.
    """
    imperfect = word.startswith(_IMPERFECT) and word not in get_lexicon("ar").first
    return imperfect and not is_verb(f"{_IMPERFECT[0]}{word}")


def asks_of_feast(scene: Scene) -> bool:
    """Tell whether a feast and its day are asked about: `روز غدیر خم، ۱۸ ذیحجه، چه شد؟` asks of every year's."""
    match, tokens = scene.match, scene.tokens
    if match.make not in ("day", "holiday"):
        return False
    beside = tokens[max(0, match.start - _BESIDE) : match.end + _BESIDE]
    feasts = {token.value for token in beside if token.kind == "holiday"}
    months = {token.value for token in beside if token.kind in MONTHS}
    told = any(f"{calendar}:{int(day[:2])}" in months for calendar, day in map(_split, feasts))
    return told and not scene.context.questions.isdisjoint(squeeze(scene.sentence).split())


def _split(value: str) -> tuple[str, str]:
    calendar, _, day = value.partition(":")
    return calendar, day
