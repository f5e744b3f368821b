"""Whether `امروز`, `اليوم`, `فردا` is a day, or these times, a broadcast, a word of a saying."""

from rawi.date.context import Context, sentence_has
from rawi.date.scene import Scene
from rawi.date.tense import find_tense, is_habitual
from rawi.date.verbs import get_signs, tell_tense
from rawi.lang.folding import squeeze

_NEAR = 30  # tokens each side in which a contrast is looked for
_UNTIL = frozenset(map(squeeze, ("تا", "حتى", "إلى")))
_IF = frozenset(map(squeeze, ("اگر", "چنانچه")))
_LINKS = frozenset(
    map(squeeze, ("که", "اما", "ولی", "همین", "لیکن", "نیز", "هم", "أن", "إن", "ثم", "لكن"))
)
_PRONOUNS = frozenset(map(squeeze, ("هو", "هي", "وهو", "وهي")))
_NEEDS = frozenset(map(squeeze, ("نیاز به", "احتیاج به")))
_THE = "ال"
_AND, _IN = "و", squeeze("في")
_IMPERFECT = ("ي", "ت")  # a verb may begin so: تقدم المتاجر اليوم تخفيضات
_DEICTICS = ("deictic_day", "today", "the_morrow")
_PLAIN_DAYS = ("-1", "0", "1")
_TIMES = ("part", "clock", "time", "weekday", "numeric")
_OPENING = ' "«“و'
BOTH = 2  # words
_SIGNS = "،,.؛:"


def is_deictic(scene: Scene) -> bool:
    """Tell whether `امروز` is a day, and not these times, a broadcast, or a word of a saying."""
    context, beside = scene.context, scene.beside
    if scene.words_before(over_signs=True) & context.programmes:
        return False
    if scene.clause_has(context.sayings) or scene.ends_name() or _is_morrow_of_tale(scene):
        return False
    if len(scene.inside) > 1:
        return True
    if scene.inside[0].kind == "the_morrow" and not beside.before & context.prepositions:
        return False  # جيل الغد: of times to come; صباح الغد and إلى الغد are tomorrow
    blocked = beside.before & context.not_after_deictic or beside.after & context.deictic_not_before
    return not (blocked or _is_contrasted(scene) or _is_paired(scene) or _is_of_these_times(scene))


def _is_morrow_of_tale(scene: Scene) -> bool:
    """Tell whether a past verb right behind tomorrow opens a tale: `في صباح الغد كان الجميع قد رحلوا`."""
    if scene.language != "ar" or scene.inside[-1].value.partition("T")[0] != "1":
        return False
    opening = squeeze(scene.sentence[: scene.span.start]).split()
    following = min(scene.beside.after, key=len, default="")
    opens = not opening or (len(opening) == 1 and opening[0].removeprefix(_AND) == _IN)
    return opens and tell_tense(following, "", get_signs("ar")) == "past"


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
    told = scene.sentence_has(context.these_times) or before & context.of_these_times
    if told and scene.tense != "past" and not scene.clause_has(context.scheduled):
        return True
    part = scene.inside[0].value.partition("T")[2]  # امشب باید
    if part or scene.sentence_has(context.daily) or before & context.day_nouns:
        return False
    return _is_told_of_now_fa(scene) if scene.language == "fa" else _is_told_of_now_ar(scene)


def _is_told_of_now_fa(scene: Scene) -> bool:
    """Tell whether a Persian clause tells a state of these times: `امروز بیشتر مردم در شهر زندگی می کنند`.

    A bare copula does only of what a thing has become (`قلعه امروز موزه است`) or against the past (`روزی … امروز …`).
    """
    if scene.beside.before & _IF and scene.tense != "past":
        return True  # اگر امروز به فکر نباشیم: of a game or a vote `daily` tells
    verb = scene.verb
    if not verb:
        return False
    context, phrase = scene.context, " ".join(verb)
    if any(f" {phrase}".endswith(f" {state}") for state in context.states):
        return True
    if verb[-1] in context.weak_states and scene.clause_has(_NEEDS):
        return True  # جامعه امروز احتیاج به همدلی دارد
    # An imperfect or a simple past tells of the day; a perfect, of what has become.
    open_ = scene.tense != "past" or verb[-1].endswith("ه")
    contrast = open_ and _stands_against_past(scene)
    became = not context.became.isdisjoint(verb[-BOTH:])
    return contrast or (became and verb[-1] in context.weak_states and _stands_behind_noun(scene))


def _is_told_of_now_ar(scene: Scene) -> bool:
    """Tell whether an Arabic clause tells a state of these times: `يعيش الناس اليوم في المدن`, `القلعة اليوم متحف`."""
    context, (start, end) = scene.context, scene.span
    first = not scene.sentence[:start].strip(_OPENING)  # واليوم، يعيش أكثر الناس في المدن
    if scene.sentence_has(context.states) if first else scene.clause_has(context.states):
        return True
    blocked = scene.beside.after & (context.prepositions | context.places_behind)
    if scene.beside.before & _PRONOUNS and not blocked:
        return True  # هو اليوم مطعم
    clause = max(scene.sentence.rfind(sign, 0, start) for sign in _SIGNS) + 1
    own, place = scene.sentence[clause:], (start - clause, end - clause)
    habit = is_habitual(own, *place, scene.language)
    tense = "unknown" if habit else find_tense(own, *place, scene.language)
    if habit or _stands_against_past(scene):
        return tense == "unknown" and not blocked
    following = min(scene.beside.after, key=len, default="")
    if tense == "past" or not _stands_behind_noun(scene):
        return False
    if following in context.weak_states:
        return True
    # القلعة اليوم متحف: what is said of a noun or two has no article
    told = following.isalpha() and len(following) > BOTH and not following.startswith(_THE)
    before = own[: start - clause].split()
    named = len(before) == 1 or (len(before) == BOTH and not before[0].startswith(_IMPERFECT))
    blocked = blocked or scene.beside.after & context.scheduled
    return told and not blocked and tense == "unknown" and named


def _stands_against_past(scene: Scene) -> bool:
    """Tell whether the past is told of before `امروز`: `روزی`, `در گذشته`, `كان … أما اليوم`."""
    before = scene.sentence[: scene.span.start]
    return sentence_has(scene.context.contrasts, before, len(before), len(before))


def _stands_behind_noun(scene: Scene) -> bool:
    """Tell whether a word that is no preposition or conjunction stands right before `امروز`."""
    start = scene.match.start
    if not start:
        return False
    word = scene.get_word(scene.tokens[start - 1])
    return word in _PRONOUNS or (
        len(word) > 2
        and word.isalpha()
        and not scene.beside.before & (scene.context.prepositions | _LINKS)
    )


def _is_contrasted(scene: Scene) -> bool:
    """Tell whether another day stands behind the same word: `شهر امروز` and `شهر دیروز` are times, not days."""
    tokens, at = scene.tokens, scene.match.start
    if not at or scene.beside.before & scene.context.day_nouns:
        return False
    before = scene.get_word(tokens[at - 1])
    near = slice(max(0, at - _NEAR), scene.match.end + _NEAR)
    return len(before) > 2 and any(
        token.kind in _DEICTICS
        and i not in (0, at)
        and _are_alike(scene.get_word(tokens[i - 1]), before, scene.context)
        for i, token in enumerate(tokens[near], near.start)
    )


def _is_paired(scene: Scene) -> bool:
    """Tell whether `دیروز` and `امروز` are two times held against each other: `دوستان دیروز دشمنان امروز شدند`, `خبز أمس غير خبز اليوم`.

    Each stands behind a noun and no verb between them, or the sentence tells of whoever or whatever (`آنچه دیروز عیب بود امروز هنر است`).
    """
    tokens, at = scene.tokens, scene.match.start
    others = [i for i in _other_days(scene) if abs(i - at) <= _NEAR]
    if not others:
        return False
    days = {scene.inside[0].value, *(tokens[i].value for i in others)}
    if days <= {"", *_PLAIN_DAYS[:2]} and scene.sentence_has(scene.context.whoever):
        return True
    first, last = sorted((at, min(others, key=lambda i: abs(i - at))))
    between = [scene.get_word(token) for token in tokens[first + 1 : last]]
    if any(word in _SIGNS for word in between) or not between:
        return False
    signs = get_signs(scene.language)
    if any((w and tell_tense(w, "", signs)) or w in signs.copulas for w in between):
        return False
    unlike = not scene.context.unlike.isdisjoint(between)
    held = scene.context.day_nouns | scene.context.prepositions | _LINKS
    nouns = [scene.get_word(tokens[i - 1]) for i in (first, last) if i]
    named = len(nouns) == BOTH and all(
        len(w) > BOTH and w.isalpha() and w not in held for w in nouns
    )
    plain = unlike or not scene.clause_has(scene.context.day_nouns)
    return named and plain and (unlike or not any(t.kind in _TIMES for t in tokens[first:last]))


def _other_days(scene: Scene) -> list[int]:
    """The places of words like `امروز` that tell another day than the match does."""
    own = scene.inside[0].value or "0"
    days = (
        (i, token.value or "0") for i, token in enumerate(scene.tokens) if token.kind in _DEICTICS
    )
    return [i for i, value in days if value != own and value in _PLAIN_DAYS]


def _are_alike(word: str, other: str, context: Context) -> bool:
    """Tell whether two words are one, or both say people: `هنرجویان امروز و هنرمندان فردا`, `کودک امروز شهروند فردا`."""
    if {word, other} <= context.of_these_times:
        return True
    short, long = sorted((word, other), key=len)
    return (long.endswith(short) and len(long) - len(short) < BOTH) or (
        min(len(word), len(other)) > 4 and word.endswith("ان") and other.endswith("ان")
    )
