"""Where an Arabic attribution opens a clause and what it attributes begins at once, and whether it names a rule that says so: «وبحسب سالم لن يخرج أحد», «ووفق اللائحة الجديدة، يُمنع دخول الأطفال»."""

from rawi.lang.common import without_joined_lam
from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.finite_verbs import is_finite
from rawi.quote.page import Page, PlacedCue, PlacedSentence
from rawi.quote.saying import Range

_NOT = frozenset({"لن", "لم", "لا", "لیس", "لیست", "سوف"})


def begins_at_once(
    page: Page, sentence: PlacedSentence, cue: PlacedCue, source: Range | None, after: int
) -> bool:
    """Tell whether a verb stands right behind the name or pronoun of who is spoken after, where the attribution opens a clause: «وبحسب سالم | لن يخرج أحد», «ووفق تقديرها | انخفض العدد»."""
    if cue.cue.verbal or after + 1 >= sentence.last or not _opens_clause(page, sentence, cue):
        return False
    named = cue.cue.own or (source is not None and page.person_at(source[1] - 1) is not None)
    return named and (page.words[after] in _NOT or is_finite(page, after))


def sets_rule(page: Page, sentence: PlacedSentence, cue: PlacedCue, source: Range) -> bool:
    """Tell whether an attribution that opens a clause names a rule or plan by more than its noun, which says something: «وبحسب الجدول | الموزّع على الأعضاء، تُعقد الجلسة»; not «وبحسب الجدول، …»."""
    rules = get_grammar("ar").words["rules"]
    known = without_joined_lam(page.words[source[0]]) in rules
    described = page.words[source[1]] not in "،," or source[1] - source[0] > 1
    return known and described and _opens_clause(page, sentence, cue)


def _opens_clause(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether an attribution stands at the beginning of its sentence, or behind a comma with «و»."""
    at = cue.first
    joined = page.words[at].startswith("و") and at > 0 and page.words[at - 1] in "،,"
    return at - sentence.first <= 1 or joined
