"""The source of an Arabic cue where it is not the phrase after the verb, and whose words an outlet passes on."""

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.people import load_people
from rawi.lang.speech import load_cues
from rawi.quote.arabic.phrases import read_source
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range


def read_source_before(page: Page, first: int, stop: int) -> Range | None:
    """Read the subject that stands before its verb: «أمّا X فرأى», «كانت الجامعة قد أعلنت», «X قال»."""
    grammar = get_grammar("ar")
    words = page.words
    i = first
    was = False
    while i < stop and (
        words[i] in grammar.conjunctions
        or words[i] in ("کان", "کانت", "وکان", "وکانت", "وکانوا", "واما", "فیما", "،")
    ):
        was = was or words[i] in ("کان", "کانت", "وکان", "وکانت", "واما", "اما")
        i += 1
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
        i = pause + 1
    if i >= stop or page.mark_at[i] is not None:
        return None
    if words[i].removeprefix("و") in grammar.verbs and not was:
        return None
    phrase = read_source(page, i, stop)
    if phrase is None or load_cues("ar").find(words, phrase[0]) is not None:
        return None
    direct = stop - phrase[1] <= 1 or words[phrase[1]] in "،," or words[phrase[1]] == "قد"
    return phrase if direct or was else None


def may_ask(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether the phrase after a verb of asking is its subject: someone the form of the verb agrees with."""
    mention = page.mention_at.get(source[0]) or page.mention_at.get(source[1] - 1)
    if mention and mention.mention.type == "PER":
        return True
    head = page.words[source[0]]
    bare = get_grammar("ar").bare(head)
    people = load_people("ar")
    role = people.roles.find((bare, *page.words[source[0] + 1 : source[1]]), 0)
    if role:
        return not (cue.cue.gender and role.value.gender) or role.value.gender == cue.cue.gender
    if people.organisations.find((bare,), 0) is None:
        return False
    # An organisation that begins the sentence's clause asks; after «و» it is more often asked.
    feminine = bare.endswith("ه")
    return (cue.cue.gender == "f") == feminine and not page.words[cue.first].startswith("و")


def names_outlet(page: Page, opener: int) -> bool:
    """Tell whether the word before a mark is the head of an outlet or organisation: صحيفة «المرسى»."""
    word = page.words[opener - 1]
    organisations = load_people("ar").organisations
    return any(
        organisations.find((form,), 0) is not None
        for form in (get_grammar("ar").bare(word), word[1:])
        if form
    )


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


def nearest_person(page: Page, first: int, at: int) -> Range | None:
    """The last person named in a clause that no preposition governs: «وهنا قاطعها القاضي قائلاً»."""
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


def find_holder(page: Page, first: int, last: int) -> Range | None:
    """The subject of a sentence's opening verb when that is no cue: «شكر المدرب كالديرا رئيس الاتحاد …، وأكّد»."""
    grammar = get_grammar("ar")
    words = page.words
    for i in range(first, min(last - 1, first + 8)):
        word = words[i].removeprefix("و") if len(words[i]) > 3 else words[i]
        if word in grammar.verbs and word not in ("کان", "کانت"):
            return read_source(page, i + 1, last)
    return None


def keeps_subject(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether a verb goes on with the subject of the sentence: it is coordinated and not the first."""
    return cue.first > first and page.words[cue.first].startswith(("و", "ل", "ف", "ت", "ی"))
