"""The gender of a person as given name, title, role or an Arabic verb shows it."""

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import words_of
from rawi.lang.speech import load_cues
from rawi.lang.verbs import verb_gender
from rawi.quote.arabic.people_words import is_origin
from rawi.quote.offices import own_role
from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import Words, is_relation, role_gender
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_NO_OBJECT = frozenset({"clause", "pause", "that"})


def tell_gender(page: Page, placed: PlacedMention, language: str) -> str | None:
    """Tell a person's gender from title, given name or role."""
    words = words_of(placed.mention.name)
    people = load_people(language)
    if language == "ar" and _is_said_by_her(page, placed.first - 1):
        return "f"  # «قالت صباح محمود، مدير المتحف»
    given = people.given_names.find(words, 0)
    if language == "ar" and (told := own_role(page, placed)):
        if _is_womans_office(told) or _follows_her(page, placed, words_of(told)):
            return "f"  # whatever her name: إخلاص, صباح
        if _is_his_by_origin(words_of(told)):
            return "m"  # whatever her name elsewhere: «مدربه الهولندي رود فان دورن»
    if given and given.value.gender:
        return given.value.gender
    if placed.first and (title := people.titles.find(page.words, placed.first - 1)):
        return title.value.gender or None
    if placed.mention.role:
        role = words_of(placed.mention.role)
        if language == "ar":
            return role_gender(role)  # «مدربها القديم X» too
        hit = people.roles.find((get_grammar(language).bare(role[0]),), 0)
        return (hit.value.gender or None) if hit else None
    if language == "ar" and placed.first:
        return verb_gender(page.words[placed.first - 1])
    return None


def _is_his_by_origin(role: Words) -> bool:
    """Tell whether a role and a masculine word of origin, and nothing else, present someone: «مدربه الهولندي X»."""
    return len(role) == 2 and is_origin(role[1]) and role[1].endswith("ی")


def _is_womans_office(role: str) -> bool:
    """Tell whether the form of an Arabic office says that its bearer is a woman, whatever her name: «أمينة المكتبة، كلود …».

    «حفيدة الناسخ X» is not X, and «المؤسسة العامة» rather a body.
    """
    if not role.split()[0].endswith("ة"):
        return False  # «نائبه X» is no woman
    people = load_people("ar")
    head = get_grammar("ar").bare(words_of(role)[0])
    office = people.roles.find((head,), 0)
    body = head in people.organisations.alone
    return office is not None and office.value.gender == "f" and not (office.value.relation or body)


def _follows_her(page: Page, placed: PlacedMention, role: Words) -> bool:
    """Tell whether a feminine verb of saying that takes no object stands right before an office and its bearer: «قالت عضو المجلس X»."""
    verb = placed.first - len(role) - 1
    if not role or page.words[max(0, verb + 1) : placed.first] != role:
        return False
    return _is_said_by_her(page, verb) and not is_relation(role, "ar")


def _is_said_by_her(page: Page, verb: int) -> bool:
    """Tell whether at a token a feminine verb of saying stands that takes no object, and so who follows is a woman."""
    hit = load_cues("ar").find(page.words, verb) if verb >= 0 else None
    return hit is not None and hit.value.gender == "f" and hit.value.frames <= _NO_OBJECT


def agrees_behind(saying: Saying, speaker: Speaker) -> bool:
    """Tell whether an Arabic verb has a name right behind it as its subject, and so tells a gender surer than the name's: «قال فرانك»."""
    if saying.cue is None or saying.source is None:
        return False
    behind = saying.source[0] == saying.cue[1]
    return behind and saying.language == "ar" and speaker.named and not saying.plural
