"""Tell whether a form of saying says here that someone spoke, or is a noun, a wish, or what one might say."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page, PlacedCue
from rawi.quote.persian.clauses import Link
from rawi.quote.persian.ezafe import has_ezafe
from rawi.quote.persian.phrases import PAUSES, read_phrase
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.saying import Range

_LONGEST_CLAUSE = 15  # words looked back for «باید» and «اگر»
_LONGEST_OPINION = 10
_LAST_WORD = frozenset({"اخر", "اصلی", "مهم", "نهایی", "اول", "نخست"})  # «حرف آخر او»
_HANGING = frozenset({"به", "از", "با"})  # «پاسخ بسته به این است که»
_FARTHEST_POINTED = 16  # tokens from «اشاره» back to «به»
_POINTING = frozenset({"این", "ان", "بر"})  # «نظر او این است که»
_BECOMING = frozenset(
    prefix + stem + ending
    for stem, endings in (
        ("شد", ("", "ه", "هاند", "ند", "م", "یم", "ید", "ی", "ن")),
        ("شو", ("د", "ند", "م", "یم", "ید", "ی")),
        ("گردید", ("", "ه", "هاند", "ند")),
        ("گرد", ("د", "ند")),
    )
    for ending in endings
    for prefix in ("", "ن", "می", "نمی", "ب")
)


def is_hypothetical(page: Page, cue: PlacedCue, first: int) -> bool:
    """Tell whether one must, can, or might say it: «باید گفت», «اگر هشدار بدهند که …»."""
    words = page.words
    sets = get_grammar("fa").words
    if cue.first > first and words[cue.first - 1] in sets["modals"]:
        return True
    if cue.first > first and words[cue.first - 1] in ("چه", "نه"):
        return True  # «شنید مربی چه گفته است», «نه تأیید کرد و نه تکذیب کرد که C»
    for i in range(cue.first - 1, max(first, cue.first - _LONGEST_CLAUSE) - 1, -1):
        if page.mark_at[i] is not None:
            return False  # ««باید بمانیم»، X گفت»
        if words[i] in sets["obligations"]:
            return True
        if words[i] == "اگر" and words[cue.last - 1].endswith(("د", "ند")):
            return words[cue.last - 1].startswith("ب") or words[cue.last - 1] in ("کند", "کنند")
        if is_finite(page, i) or (words[i] in PAUSES and follows_finite_verb(page, i)):
            return False
        if words[i] in (":", "و"):
            return False
    return False


def is_noun(page: Page, cue: PlacedCue, link: Link, *, named: bool) -> bool:
    """Tell whether a participle is a noun or part of another form: «این گفته», «نامش نوشته شود», «گپ و گفت».

    `named` tells that a source stands before it: «گروه نوشته C», not «واژه های نوشتهٔ شما».
    """
    words, grammar = page.words, get_grammar("fa")
    after = words[cue.last] if cue.last < len(words) else ""
    participle = words[cue.last - 1].endswith("ه")
    before = words[cue.first - 1] if cue.first else ""
    if participle and has_ezafe(page, cue.last - 1):
        return True  # «کتاب، نوشتهٔ هوشنگ سیف پور، …»
    if participle and after in grammar.words["own_verbs"]:
        return True  # «ما قول داده بودیم»
    if passive_after(page, cue.last) and participle and "request" not in cue.cue.frames:
        return True
    if words[cue.first - 2 : cue.first] == ("گپ", "و"):
        return True
    if link.linked and before in grammar.words["pointed"]:
        return True  # «چیزی گفت که شنیده نشد»
    if cue.cue.passive and words[cue.first] == "گفته" and not link.linked:
        once = not words[cue.last - 1].startswith("می") and after[:1].isalpha() and after != "و"
        return not once and _calls(page, cue)
    if link.linked and words[cue.first] == "رای" and words[link.after] == "ایا":
        return True  # «به این رأی می دهند که آیا C»
    if link.linked and not {"اشاره", "استناد"}.isdisjoint(words[cue.first : cue.last]):
        return _points_at_thing(page, cue)
    if cue.last > cue.first + 1 or not participle:
        return False
    bare = not (named or link.linked or link.colon or link.mark)
    pointed = before in grammar.demonstratives and words[cue.first] != "امده"  # «که در آن آمده: C»
    pointed = pointed and not (link.colon and link.mark)  # «روی آن نوشته: «C»»
    return pointed or (words[cue.first] == "نوشته" and bare)


def passive_after(page: Page, at: int) -> int | None:
    """The token after a form of «شدن» that stands at a token: «خواسته می شود»."""
    words = page.words
    if at < len(words) and words[at] == "می":
        at += 1
    if at >= len(words) or words[at] not in _BECOMING:
        return None
    return at + 2 if words[at + 1 : at + 2] in (("است",), ("بود",)) else at + 1


def _calls(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «گفته می شود» says how something is called: «که به آن گچ طبی گفته می شود»."""
    words = page.words
    for i in range(cue.first - 1, max(-1, cue.first - _LONGEST_CLAUSE), -1):
        if words[i] == "به":
            return True
        if words[i] in PAUSES or words[i] == "و" or is_finite(page, i):
            return False
    return False


def _points_at_thing(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «که» after «به باندی اشاره کرد» speaks of the thing, and not of what was said."""
    facts = get_grammar("fa").words["facts"]
    for i in range(cue.first - 1, max(-1, cue.first - _FARTHEST_POINTED), -1):
        if page.words[i] == "به" and i and page.words[i - 1] in get_grammar("fa").words["answers"]:
            return False  # «در پاسخ به پرسشی اشاره کرد که C»
        if page.words[i] == "به":
            return not facts.intersection(page.words[i + 1 : cue.first])
    return False


def is_opinion(page: Page, cue: PlacedCue, first: int) -> bool:
    """Tell whether «این است که» says what someone thinks or answers: «نظر X این است که C», «پاسخ X کوتاه بود: C»."""
    link = page.words[cue.last : cue.last + 1]
    linked = link == (":",) or (link == ("که",) and page.words[cue.first] in _POINTING)
    return linked and holder_of_opinion(page, cue, first) is not None


def holder_of_opinion(page: Page, cue: PlacedCue, first: int) -> Range | None:
    """Whose opinion it is: what depends on the noun before «این است که»."""
    opinions = get_grammar("fa").words["opinions"]
    for i in range(cue.first - 2, max(first, cue.first - _LONGEST_OPINION) - 1, -1):
        if is_finite(page, i) or not page.is_word(i):
            return None
        if page.words[i] in opinions:
            begin = i + 1 + (page.words[i + 1] in _LAST_WORD)  # «حرف آخر او این است»
            holder = read_phrase(page, begin, cue.first)
            whole = holder[1] > holder[0] and holder[1] >= cue.first - 1
            return holder if whole and page.words[cue.first - 1] not in _HANGING else None
    return None
