"""Where «طالب» in Arabic is a student and no «he demands»: «قال طالب يدرس الطب», «وهو طالب دكتوراه», «زاره ألف طالب»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.numbers import is_cardinal, is_scale
from rawi.lang.speech import load_cues
from rawi.quote.arabic.words import GOVERNING, SIGNS
from rawi.quote.page import Page, PlacedCue

WHICH = frozenset({"وهو", "وهی", "هو", "هی"})
# «أول | طالب», «كل | طالب»: no verb
_SOME_ONE = frozenset(
    {"کل", "لکل", "ای", "اول", "اخر", "ثانی", "افضل", "احسن", "اصغر", "اکبر", "کم"}
)


def is_subject_student(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «طالب» right behind another verb of saying or a number is a student and no verb: «سأل | طالب من الصف الثالث», «قال | طالب يدرس الطب», «زاره ألف | طالب», «أصغر | طالب»."""
    words, at = page.words, cue.first
    if at == 0 or words[at] != "طالب":
        return False
    number = is_cardinal(words[at - 1], "ar") or is_scale(words[at - 1], "ar")
    if number or words[at - 1] in _SOME_ONE:
        return True
    before = load_cues("ar").find(words, at - 1)
    return before is not None and before.value.shape == "verb" and before.end == at


def is_student(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «طالب» says what someone is, and not that he demands: «سليم الحاوي، طالب الماجستير الذي …», «وهو طالب دكتوراه», «رسالة من طالب»."""
    words, at = page.words, cue.first
    if words[at] != "طالب" or at < 2:
        return False
    if words[at - 1] in WHICH or words[at - 1] in GOVERNING:
        return not words[cue.last].startswith("ب")  # «وهو طالب بإخلاء القاعة»
    if words[at - 1] not in "،,":
        return False
    named = page.mention_at.get(at - 2)
    behind = words[cue.last + 1 : cue.last + 2]
    ended = behind == () or behind[0] in SIGNS or behind[0] in get_grammar("ar").words["relatives"]
    return named is not None and named.mention.type == "PER" and ended
