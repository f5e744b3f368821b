"""Whether `امروز`, `اليوم`, `فردا` is a day, or these times, a broadcast, a word of a saying."""

from rawi.date.context import Context
from rawi.date.scene import Scene
from rawi.lang.folding import squeeze

_NEAR = 30  # tokens each side in which a contrast is looked for
_UNTIL = frozenset(map(squeeze, ("تا", "حتى", "إلى")))


def is_deictic(scene: Scene) -> bool:
    """Tell whether `امروز` is a day, and not these times, a broadcast, or a word of a saying."""
    context, beside = scene.context, scene.beside
    if scene.words_before(over_signs=True) & context.programmes:
        return False
    if scene.clause_has(context.sayings) or scene.ends_name():
        return False
    if len(scene.inside) > 1:
        return True
    if scene.inside[0].kind == "the_morrow" and not beside.before & context.prepositions:
        return False  # جيل الغد: of times to come; صباح الغد and إلى الغد are tomorrow
    blocked = beside.before & context.not_after_deictic or beside.after & context.deictic_not_before
    return not (blocked or _is_contrasted(scene) or _is_of_these_times(scene))


def _is_of_these_times(scene: Scene) -> bool:
    """Tell whether `امروز` is these times: what it stands behind, or what is told of it, is of no one day.

    A verb that tells what happened makes it a day again: `مردم امروز به خیابان آمدند`.
    """
    context, before = scene.context, scene.beside.before
    if int(scene.inside[0].value.partition("T")[0] or 0):
        return False
    if before & context.lands:
        named = scene.beside.before_that & context.not_after_deictic  # قناة العراق اليوم
        return bool(named) or scene.tense == "unknown"
    if before & _UNTIL and scene.clause_has(context.still):
        return True
    told = scene.sentence_has(context.these_times)
    return bool(told or before & context.of_these_times) and scene.tense != "past"


def _is_contrasted(scene: Scene) -> bool:
    """Tell whether another day stands behind the same word: `شهر امروز` and `شهر دیروز` are times, not days."""
    tokens, sentence, at = scene.tokens, scene.sentence, scene.match.start
    if not at or scene.beside.before & scene.context.day_nouns:
        return False
    before = sentence[tokens[at - 1].start : tokens[at - 1].end]
    near = slice(max(0, at - _NEAR), scene.match.end + _NEAR)
    return len(before) > 2 and any(
        token.kind == "deictic_day"
        and i not in (0, at)
        and _are_alike(sentence[tokens[i - 1].start : tokens[i - 1].end], before, scene.context)
        for i, token in enumerate(tokens[near], near.start)
    )


def _are_alike(word: str, other: str, context: Context) -> bool:
    """Tell whether two words are one, or both say people: `هنرجویان امروز و هنرمندان فردا`, `کودک امروز شهروند فردا`."""
    if {squeeze(word), squeeze(other)} <= context.of_these_times:
        return True
    return word == other or (
        min(len(word), len(other)) > 4 and word.endswith("ان") and other.endswith("ان")
    )
