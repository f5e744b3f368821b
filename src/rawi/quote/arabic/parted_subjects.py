"""Who speaks where words part him from his Arabic verb: «أمّا X، التي …، فطمأنت», «السيدة التي فتحت الباب تقول», «ما كان من X إلا أن ردّت»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import Gender, load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.done_to import DONE_TO
from rawi.quote.arabic.endings import is_accusative
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import gender_of, is_somebody
from rawi.quote.arabic.words import IN_IT, is_governed
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

_THEY = frozenset({"وهم", "وهن"})
_BEFORE = frozenset({"سبق", "وسبق"})
_LONGEST_CLAUSE = 14  # tokens of a relative clause before its main verb
_LONGEST_HEAD = 5
_ISSUED = frozenset({"الصادر", "الصادره", "المبرم", "المبرمه", "الموقع", "الموقعه", "المنشور", "المنشوره"})  # fmt: skip
_BY_WHOM = frozenset({"عن", "من", "بین", "مع", "فی"})
ABOUT = frozenset({"اما", "واما"})


def read_fronted(page: Page, first: int, cue: PlacedCue) -> Range | None:
    """Read the subject «أمّا» sets before its verb with «ف», whatever follows it: «أمّا القائدة X، التي …، فطمأنت الجمهور»."""
    words = page.words
    if not words[cue.first].startswith("ف"):
        return None
    for i in range(cue.first - 2, first - 1, -1):
        if words[i] in ABOUT and page.mark_at[i] is None:
            phrase = read_source(page, i + 1, cue.first)
            if phrase is None or phrase[0] != i + 1:
                return None
            # «أمّا الراكب الثالث، وهو عامل، فخاطب السائق»: only people do so
            speaks_to = not DONE_TO.isdisjoint(cue.cue.frames) and words[i + 1].startswith("ال")
            return phrase if speaks_to or is_somebody(page, phrase) else None
    return None


def read_led(page: Page, done: int, first: int, cue: PlacedCue) -> Range | None:
    """Read the subject that stands first, whatever follows its verb: behind «أمّا», or by whose name the sentence opens."""
    fronted = read_fronted(page, done, cue)
    return fronted or (read_opening(page, first, cue) if done == first else None)


def read_opening(page: Page, first: int, cue: PlacedCue) -> Range | None:
    """Read by whose name a sentence opens, behind what he is between commas, before a verb whom it is said to may follow: «هدى النجار، والدة إحدى التلميذات، | أخبرت المدرسة بأنّ»."""
    words, at = page.words, cue.first - 1
    if DONE_TO.isdisjoint(cue.cue.frames) or cue.cue.object or cue.cue.passive:
        return None
    if cue.cue.shape != "verb" or words[at] not in "،," or page.mark_at[at] is not None:
        return None
    phrase = read_source(page, first, at)
    named = page.person_at(phrase[1] - 1) if phrase is not None and phrase[0] == first else None
    comma = next((i for i in range(named.last, at) if words[i] in "،,"), at) if named else at
    if named is None or at - comma > _LONGEST_CLAUSE or is_verb(words[comma + 1]):
        return None
    if comma > named.last and not (phrase and phrase[1] > named.last):
        return None
    place = first, named.last
    gender = gender_of(page, place)
    return place if cue.cue.gender is None or gender in (None, cue.cue.gender) else None


def read_preceding(page: Page, first: int, at: int) -> Range | None:
    """Read who has done something before, by «ل» behind «سبق»: «وسبق | للصحيفة | أن ذكرت»."""
    words = page.words
    if words[at - 1] != "ان":
        return None
    for i in range(at - 2, max(first, at - _LONGEST_HEAD - 2), -1):
        if words[i].startswith("ل") and words[i - 1] in _BEFORE:
            phrase = read_source(page, i, at - 1, after_preposition=True)
            return phrase if phrase == (i, at - 1) and is_somebody(page, phrase) else None
    return None


def read_issued(page: Page, first: int, cue: PlacedCue) -> Range | None:
    """Read the text that opens a sentence, up to whoever issued it, right before its verb: «والتنبيه الصادر عن مركز الأرصاد | ينص على أن»."""
    words, head = page.words, page.words[first].removeprefix("و")
    near = range(first + 1, min(first + _LONGEST_HEAD, cue.first - 2))
    at = next((i for i in near if words[i] in _ISSUED), None)
    if at is None or words[at + 1] not in _BY_WHOM or not head.startswith("ال"):
        return None
    gender = "f" if words[at].endswith("ه") else "m"
    person = head.removeprefix("ال") in load_people("ar").roles.alone
    if person or cue.cue.shape != "verb" or cue.cue.gender not in (None, gender):
        return None
    issuer = read_source(page, at + 2, cue.first)
    return (first, cue.first) if issuer == (at + 2, cue.first) else None


def read_over_clause(page: Page, first: int, at: int) -> Range | None:
    """Read the subject that a relative clause parts from its verb: «السيدة التي فتحت الباب تقول», «نساء يعملن هنا وهنّ يقلن».

    A verb of the relative clause stands between, else the verb of saying itself belongs to it.
    """
    words = page.words
    relatives = get_grammar("ar").words["relatives"]
    for r in range(at - 1, max(first, at - _LONGEST_CLAUSE) - 1, -1):
        if words[r] in _THEY and r == at - 1:
            return _people_before(page, first, r)
        if page.mark_at[r] is None and words[r] in "،:؛":
            return None
        if words[r] in relatives and any(is_verb(words[k]) for k in range(r + 1, at)):
            begun = [j for j in range(max(first, r - _LONGEST_HEAD), r) if _reaches(page, j, r)]
            return _with_own_name(page, (begun[0], r), at) if begun else None
    return None


def read_described(page: Page, first: int, cue: PlacedCue) -> Range | None:
    """Read someone new of whom a verb tells right behind, without «الذي»: «استمعت المحكمة إلى | خبيرة في الأشجار | أكدت أنّ», «بشاهد قال إنّ»."""
    words = page.words
    if words[cue.first][0] in "وف" or cue.cue.shape != "verb" or cue.cue.gender is None:
        return None
    for i in range(cue.first - 1, max(first, cue.first - _LONGEST_HEAD), -1):
        if not page.is_word(i) or page.mark_at[i] is not None or i in page.mention_at:
            return None
        gender = new_gender(page, i) if page.is_word(i - 1) else None
        if gender is not None and new_gender(page, i - 1) is None:  # «امرأة | مسنة»
            new = words[i - 1] not in get_grammar("ar").words["he_is"]
            if not IN_IT.isdisjoint(words[cue.last : cue.last + 1]):
                new = new and not _is_audience(page, first, i)
            placed = i + 1 == cue.first or words[i + 1] == "فی" or takes_article(words[i + 1])
            return (i, cue.first) if new and placed and gender == cue.cue.gender else None
        if is_verb(words[i]):
            return None
    return None


def _is_audience(page: Page, first: int, at: int) -> bool:
    """Tell whether at a token those are counted before whom a speech is given: «ألقى X كلمة أمام نحو مئتي | شخص قال فيها»."""
    near = range(at - 1, max(first, at - _LONGEST_HEAD), -1)
    return any(page.words[i] == "امام" for i in near if page.mark_at[i] is None)


def new_gender(page: Page, token: int) -> Gender | None:
    """The gender of someone told of without an article at a token, «خبيرة», «بشاهد», «عاملاً»; None for anything else."""
    word = page.words[token]
    forms = [word]
    if word[0] in "بل" and is_governed(page, token):
        forms = [word[1:]]
    elif is_accusative(page, token):
        forms = [word.removesuffix("ا"), word]
    roles = (load_people("ar").roles.find((form,), 0) for form in forms)
    role = next((hit for hit in roles if hit is not None), None)
    if role is not None:
        jam = page.written((token, token + 1)).endswith("ى") and role.value.role.endswith("ي")
        return None if jam else role.value.gender or None  # «مربى» is no «مربي»
    if get_grammar("ar").words["named_people"].isdisjoint(forms):
        return None
    return "f" if word.endswith("ه") else "m"


def read_could_but(page: Page, first: int, at: int) -> Range | None:
    """Read who could but do what a verb after «إلا أن» says: «فما كان من المديرة إلا أن ردّت: «…»»."""
    words = page.words
    if at - 2 < first or words[at - 2 : at] not in (("الا", "ان"), ("سوی", "ان")):
        return None
    for i in range(at - 3, max(first, at - _LONGEST_CLAUSE), -1):
        if words[i] == "من" and words[i - 1] in ("کان", "یکن"):
            return read_source(page, i + 1, at)
    return None


def _reaches(page: Page, begun: int, end: int) -> bool:
    """Tell whether a phrase of someone begins at a token and ends at another."""
    grammar = get_grammar("ar")
    if page.words[begun] in grammar.prepositions or page.words[begun] in grammar.conjunctions:
        return False
    phrase = read_source(page, begun, end)
    if phrase != (begun, end):
        return False
    many = grammar.bare(page.words[begun]) in grammar.words["quantities"]
    return many or is_somebody(page, phrase)


def _people_before(page: Page, first: int, at: int) -> Range | None:
    """The people «وهم» goes back to: «واجهوا المتظاهرين من أبناء الحي وهم يهتفون»."""
    for i in range(at - 1, max(first, at - _LONGEST_CLAUSE) - 1, -1):
        word = page.words[i]
        definite = word.startswith("ال") and word.endswith(("ین", "ون"))
        if page.mark_at[i] is None and (
            definite or names_people(get_grammar("ar").bare(word), "ar")
        ):
            before = page.words[i - 1] if i > first else ""
            if before != "من":
                return read_source(page, i, at)
    return None


def _with_own_name(page: Page, phrase: Range, at: int) -> Range:
    """The phrase up to the name someone gives as his in the relative clause: «التي عرّفت عن نفسها بـ«أمّ كريم»»."""
    for i in range(phrase[1], at):
        mention = page.mention_at.get(i)
        own = {"نفسه", "نفسها", "یدعی", "تدعی"}.intersection(page.words[max(0, i - 4) : i])
        if mention and mention.mention.type == "PER" and mention.first == i and own:
            return phrase[0], mention.last
    return phrase
