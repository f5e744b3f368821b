"""The source of an Arabic cue where it is not the phrase after the verb, and whose words an outlet passes on."""

from typing import Literal

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.people import load_people
from rawi.lang.speech import Cue, load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.phrases import is_complementizer, read_source
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_FRONTING = frozenset({"کان", "کانت", "وکان", "وکانت", "واما", "اما", "لکن", "ولکن", "بید", "ان"})
_BEFORE_SUBJECT = _FRONTING | {"وکانوا", "فیما", "،", "ان", "غیر"}
# After one of these a verb goes on with the subject of the sentence.
_CARRYING = frozenset(
    {
        "قد",
        "وقد",
        "فقد",
        "ثم",
        "اذ",
        "حیث",
        "کما",
        "بل",
        "لکنه",
        "لکنها",
        "ولکنه",
        "ولکنها",
        "انه",
        "انها",
        "ما",
        "ان",
    }
)
_TRANSITIVE = frozenset({"request", "label"})


def read_source_before(page: Page, first: int, stop: int) -> Range | None:
    """Read the subject that stands before its verb: «أمّا X فرأى», «كانت الجامعة قد أعلنت», «X قال»."""
    grammar = get_grammar("ar")
    words = page.words
    i, was = _skip_opening(words, first, stop)
    # «من جانبه، …» and other openings end with a pause
    if i < stop and (
        words[i] in grammar.prepositions
        or words[i] in grammar.adverbs
        or (words[i].startswith(("ب", "ول", "وب", "وف")) and not was)
    ):
        pause = next(
            (k for k in range(i, stop) if words[k] in "،," and page.mark_at[k] is None), None
        )
        if pause is None:
            return None
        i, was = _skip_opening(words, pause + 1, stop)
    if i >= stop or page.mark_at[i] is not None:
        return None
    if words[i].removeprefix("و") in grammar.verbs and not was:
        return None
    phrase = read_source(page, i, stop)
    if phrase is None or load_cues("ar").find(words, phrase[0]) is not None:
        return None
    direct = stop - phrase[1] <= 1 or words[phrase[1]] in "،," or words[phrase[1]] == "قد"
    return phrase if direct or was else None


def _skip_opening(words: tuple[str, ...], first: int, stop: int) -> tuple[int, bool]:
    """The token after conjunctions and «كان», and whether one of them lets its subject stand before the verb."""
    i, was = first, False
    while i < stop and (words[i] in get_grammar("ar").conjunctions or words[i] in _BEFORE_SUBJECT):
        was = was or words[i] in _FRONTING
        i += 1
    return i, was


def may_speak(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether the phrase after a verb may be its subject: it agrees with the verb, and is no object or verbal noun.

    After verbs that take an object (وصف, دعا) only who is surely someone is their subject.
    """
    mention = page.mention_at.get(source[0]) or page.mention_at.get(source[1] - 1)
    if mention and mention.mention.type == "PER":
        return True
    gender = gender_of(page, source)
    if gender and cue.cue.gender and gender != cue.cue.gender:
        return False
    known = gender is not None or mention is not None
    if known or page.words[source[0]] in get_grammar("ar").pronouns:
        return True
    if cue.cue.frames & _TRANSITIVE:
        return get_grammar("ar").bare(page.words[source[0]]) in get_grammar("ar").indefinites
    return not _is_object(page.words[source[0]])


def gender_of(page: Page, phrase: Range) -> Literal["m", "f"] | None:
    """The gender of a role or organisation, None for any other phrase and where the word does not tell."""
    head = get_grammar("ar").bare(page.words[phrase[0]])
    people = load_people("ar")
    role = people.roles.find((head, *page.words[phrase[0] + 1 : phrase[1]]), 0)
    if role:
        return role.value.gender or None
    if people.organisations.find((head,), 0):
        return "f" if head.endswith(("ه", "ات")) else "m"
    return None


def _is_object(word: str) -> bool:
    """Tell whether a word is a verbal noun or an object in the plural: تسديد, المتظاهرين."""
    if word.startswith("ال"):
        return word.endswith("ین") and len(word) > 6
    bare = word.removesuffix("ها").removesuffix("هم").removesuffix("ه")
    return len(bare) > 4 and bare[-2] + bare[0] in ("یت", "اا")


def names_outlet(page: Page, opener: int) -> bool:
    """Tell whether the word before a mark is the head of an outlet or organisation: صحيفة «المرسى»."""
    word = page.words[opener - 1]
    organisations = load_people("ar").organisations
    return any(
        organisations.find((form,), 0) is not None
        for form in (get_grammar("ar").bare(word), word[1:])
        if form
    )


def is_outlet(page: Page, source: Range) -> bool:
    """Tell whether a phrase begins with the name of an outlet."""
    mention = page.mention_at.get(source[0])
    return mention is not None and mention.mention.rule.endswith(".outlet")


def is_relative(page: Page, first: int, at: int) -> int:
    """The place of «الذي» before a verb, also before «كان يردّد»; 0 when the clause is no relative one."""
    words = page.words
    while at > first and words[at - 1] in ("کان", "کانت", "قد"):
        at -= 1
    return at if at > first and words[at - 1] in ("الذی", "التی", "والذی", "والتی") else 0


def read_antecedent(page: Page, first: int, at: int) -> Range | None:
    """The name a relative clause hangs on: «سامر ضاهر، الذي قال إنّ …»."""
    at = is_relative(page, first, at)
    if not at:
        return None
    for i in range(at - 2, max(first, at - 12) - 1, -1):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type != "LOC":
            return mention.first, mention.last
    return None


def relayed_source(page: Page, source: Range, stop: int, *, anyone: bool = False) -> Range | None:
    """Who really spoke when an outlet tells it of someone: «ذكرت صحيفة X، نقلاً عن مصدر في الميناء، أنّ …».

    After نقل (`anyone`) a person too may pass on another's words: «نقلت دهنادي عن الوزير قوله إنّ …».
    """
    words = page.words
    mention = page.mention_at.get(source[0])
    if not anyone and (mention is None or mention.mention.rule != "ar.outlet"):
        return None
    for i in range(source[1], stop - 1):
        quoted = words[i : i + 2] == ("نقلا", "عن")
        if quoted or (i == source[1] and words[i] == "عن"):
            return read_source(page, i + (2 if quoted else 1), stop, after_preposition=True)
    return None


def text_author(page: Page, source: Range) -> Range | None:
    """Whose text a phrase such as «بيان للشركة» or «نصّها» is; the phrase itself when it is no text."""
    first, last = source
    head = get_grammar("ar").bare(page.words[first])
    if load_letters("ar").texts.find((head,), 0) is None:
        return source
    for i in range(first + 1, last):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type != "LOC":
            return mention.first, mention.last
    after = page.mention_at.get(last)
    # «بيان للشركة»: the phrase ended before ل.
    return (after.first, after.last) if after and after.mention.type == "ORG" else None


def clause_subject(page: Page, first: int, at: int, cue: Cue) -> Range | None:
    """Who does what a participle or a verb without its own subject goes on with: the subject of the nearest verb before it.

    «سخر ممثل الادعاء من أقوال الشاهد، متسائلاً»; a verb in a relative clause has its own subject and is passed over.
    """
    for i in range(at - 1, first - 1, -1):
        if (
            page.mark_at[i] is not None
            or not _is_finite(page.words, i)
            or is_relative(page, first, i)
        ):
            continue
        phrase = read_source(page, i + 1, at)
        if phrase and is_somebody(page, phrase) and _agrees(page, phrase, cue):
            return phrase
        before = last_named(page, first, i)
        if before and _agrees(page, before, cue):
            return before
    return None


def last_named(page: Page, first: int, at: int) -> Range | None:
    """The last person named, or called by a role with the article, that no preposition governs."""
    grammar = get_grammar("ar")
    people = load_people("ar")
    for i in range(at - 1, first - 1, -1):
        mention = page.mention_at.get(i)
        start = mention.first if mention else i
        if start > first and page.words[start - 1] in grammar.prepositions:
            continue
        if mention and mention.mention.type == "PER":
            return mention.first, mention.last
        bare = grammar.bare(page.words[i])
        if bare != page.words[i] and people.roles.find((bare,), 0):
            return read_source(page, i, at)
    return None


def _is_finite(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word is a finite verb, of saying or of anything else."""
    word = words[at]
    bare = word[1:] if word[0] in "وف" and len(word) > 3 else word
    if is_verb(word) or bare in get_grammar("ar").verbs:
        return True
    return _is_cue_verb(words, at)


def _is_cue_verb(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a word is a verb of saying."""
    hit = load_cues("ar").find(words, at)
    return hit is not None and hit.value.shape == "verb" and not hit.value.initial


def _agrees(page: Page, phrase: Range, cue: Cue) -> bool:
    """Tell whether a phrase may be the subject of a form: by gender where both tell it; a plural has no single name."""
    gender = gender_of(page, phrase)
    if gender is None and (mention := page.mention_at.get(phrase[1] - 1)):
        name = page.words[mention.first : mention.last]
        given = load_people("ar").given_names.find(name, 0)
        gender = (given.value.gender or None) if given else None
    return not (gender and cue.gender and gender != cue.gender)


def find_holder(page: Page, first: int, last: int) -> Range | None:
    """Whom a sentence is about: the subject of its first verb, «سخر ممثل الادعاء من …، متسائلاً», or the name it opens with."""
    words = page.words
    for i in range(first, min(last - 1, first + 12)):
        if page.mark_at[i] is not None:
            return None
        mention = page.mention_at.get(i)
        if mention and mention.mention.type == "PER" and (i == first or not page.is_word(i - 1)):
            return mention.first, mention.last
        if is_complementizer(words[i]) or _is_cue_verb(words, i):
            return None
        if not _is_finite(words, i):
            continue
        phrase = read_source(page, i + 1, last)
        if phrase and (is_verb(words[phrase[0]]) or not is_somebody(page, phrase)):
            phrase = None
        return phrase or read_source_before(page, first, i)
    return None


def is_somebody(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase names a person or body or begins with a role."""
    if any(
        i in page.mention_at and page.mention_at[i].mention.type != "LOC" for i in range(*phrase)
    ):
        return True
    return gender_of(page, phrase) is not None


def keeps_subject(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether a verb goes on with the subject of the sentence: it is coordinated and not the first."""
    words = page.words
    joined = words[cue.first].startswith(("و", "ل", "ف", "ت", "ی"))
    return cue.first > first and (joined or words[cue.first - 1] in _CARRYING)
