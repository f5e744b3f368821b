"""Which would-be seasons, decades, counted units and months with `برج` are dates: not those of a life, of every year, of the zodiac."""

from rawi.date.readings import UNITS
from rawi.date.scene import Scene
from rawi.date.tense import find_words, is_elided
from rawi.date.verbs import get_signs, tell_tense
from rawi.date.yearly import is_yearly
from rawi.lang.folding import squeeze

_SPECIFIC = ("this", "edge", "late_edge", "last_of", "first", "half")
# Before a season: then something is meant to be by it, or for it (`تا تابستان`, `بحلول الصيف`).
_TOWARDS = frozenset(map(squeeze, ("تا", "برای", "بحلول", "حتى", "قبل")))
BOTH = 2
_TERMS = ("season", "month", "month_range")
_BEGINNINGS = frozenset(map(squeeze, ("از", "من", "بین", "بين")))
_WAS, _TO = squeeze("كان"), frozenset({squeeze("به")})
_THE, _NISBA = "ال", squeeze("ي")


def is_month_of_sign(scene: Scene) -> bool:
    """Tell whether `برج` stands before a month of the Jalali year, as Afghanistan writes, and not before a sign of the zodiac."""
    jalali = scene.inside[-1].value.startswith("jalali")
    return jalali and not scene.sentence_has(scene.context.zodiac)


def is_decade(scene: Scene) -> bool:
    """Tell whether a decade is one of a century, and not of someone's life: `في الأربعينيات من عمره`, `دهه چهل زندگی`."""
    context, beside = scene.context, scene.beside
    if "century_word" in {token.kind for token in scene.inside}:
        return True
    if beside.after & context.of_life or scene.clause_has(context.of_ages):
        return False
    before = beside.before | beside.before_that  # رجل في الخمسينيات, وهو في الأربعينيات
    return scene.language != "ar" or before.isdisjoint(context.people_in_age)


def is_deadline(scene: Scene) -> bool:
    """Tell whether a season or month is one something is to be done by or for, `تا اواسط تابستان`, and not the end of a run.

    So is one whose clause leaves its verb to the next: `در خرداد تصویب و تا اسفند هزینه می شود`.
    """
    start, end = scene.span
    if is_elided(scene.sentence, end, scene.language):
        return True
    towards = scene.match.make in _TERMS and bool(scene.beside.before & _TOWARDS)
    begun = not _BEGINNINGS.isdisjoint(find_words(squeeze(scene.sentence[:start])))
    return towards and (scene.match.make == "season" or not begun)


def is_season(scene: Scene) -> bool:
    """Tell whether a season without a year is one, and not every year's, a name, or a word before a noun (`ملابس الشتاء`).

    It is behind `تا` or `بحلول`, and behind another preposition where the verb tells what happened, or a plan is told of.
    """
    context, beside = scene.context, scene.beside
    kinds = {token.kind for token in scene.inside}
    if not kinds.isdisjoint(_SPECIFIC):
        return "this" in kinds or not is_yearly(scene)
    season = scene.get_word(scene.inside[-1])
    named = any(word.startswith(_THE) and word.endswith(_NISBA) for word in beside.after)
    if beside.after & context.weekday_not_before or scene.clause_has(context.of_ages):
        return False  # تابستان های آینده; الربيع السابع من عمرها
    if named or (scene.language == "ar" and not season.startswith(_THE)):
        return False  # الربيع العربي; صيف alone is a noun of its own
    if not beside.before & (context.prepositions | _TO) or is_yearly(scene):
        return False
    if beside.before & _TOWARDS or scene.sentence_has(context.planned):
        return True
    if beside.before & get_signs(scene.language).till and scene.tense == "future":
        return True  # به بهار موکول شد
    verb = next(iter(scene.verb), "")
    if verb and scene.language == "ar" and tell_tense(verb, "", get_signs("ar")) == "future":
        return True  # سينطلق المشروع في الربيع
    if verb.startswith(_WAS):
        return False
    return scene.tense == "past" and not scene.habitual


def is_ago(scene: Scene) -> bool:
    """Tell whether a unit counted from today is, and not one of many: `عاما بعد عام`."""
    at = scene.match.start
    if not at or len(scene.inside) > BOTH:
        return True
    units = (scene.tokens[at - 1], scene.inside[-1])
    before, last = (UNITS.get(t.value if t.kind.startswith("counted") else t.kind) for t in units)
    return before is None or before != last
