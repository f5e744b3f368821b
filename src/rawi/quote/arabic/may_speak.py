"""Whether the phrase behind an Arabic verb is its subject: it agrees with the verb, and is neither its object nor whom it is done to."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.numbers import is_cardinal
from rawi.lang.people import Gender, load_people
from rawi.quote.arabic.done_to import DONE_TO, TRANSITIVE
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import heads_body, is_definite_role, is_role
from rawi.quote.arabic.said_nouns import is_noun
from rawi.quote.arabic.subjects import gender_of, is_object
from rawi.quote.arabic.texts import is_closed_text, is_definite_text
from rawi.quote.arabic.words import is_possessed
from rawi.quote.page import Page, PlacedCue, PlacedMention
from rawi.quote.saying import Range

_GROUPS = frozenset({"وفد", "طاقم", "فریق"})
_LONGEST_ASIDE = 8  # tokens between two commas
_HE = frozenset({"لکنه", "لکنها", "ولکنه", "ولکنها", "لکنهم", "ولکنهم", "انه", "انها", "انهم"})
_MEANWHILE = frozenset({"فیما", "بینما", "وفیما", "وبینما"})  # then someone else does something


def follows_subject(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether right before a verb a pronoun is its subject: «لكنه | وعد والده بأن», «إلا أنها | أخبرت الصحافيين»."""
    return cue.first > first and page.words[cue.first - 1] in _HE


def may_speak(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether the phrase after a verb may be its subject: it agrees with the verb, and is no object or verbal noun.

    After verbs that take an object (وصف, دعا) only who is surely someone is their subject.
    """
    mention = page.mention_at.get(source[0]) or page.mention_at.get(source[1] - 1)
    if mention and mention.mention.type == "PER":
        return not is_done_to(page, source, mention, cue)
    gender = gender_of(page, source)
    if gender and cue.cue.gender and gender != cue.cue.gender:
        return holds_office(page, source, cue)
    heard = "hears" in cue.cue.frames and _are_heard(page, source, cue)
    # «وواصل | تصريحاته: «…»»
    if heard or is_closed_text(page, source, cue.first) or _is_one_of_others(page, source, cue):
        return False
    if page.words[source[0]] in get_grammar("ar").pronouns:
        return True
    # «ناشد | عمدة الحي السكان»: a mayor is he or she
    known = gender is not None or mention is not None or is_role(page.words[source[0]])
    if not known and is_possessed(page, source[0]):
        stem = without_pronoun(page.words[source[0]])
        if stem in get_grammar("ar").words["quantities"]:
            return True  # «وقال أحدهم»
        if stem in load_people("ar").roles.alone:
            return True  # «وأكّد أمينه العام أنّ …»
        hers = cue.cue.gender == "f" and not DONE_TO.isdisjoint(cue.cue.frames)  # «ناشدت جمهورها»
        return names_people(stem, "ar") and not hers  # not «وبرّر فعلته بأنه …», «نفى علمه بأيّ عقد»
    if known or page.words[cue.first - 1] in _MEANWHILE or is_noun(cue):
        return (
            True  # «فيما طالب دفاع الضحايا بإحضار الشهود», «رغم تأكيد المزارعين أنّ» in the genitive
        )
    if cue.cue.frames & TRANSITIVE:
        return _may_do_to(page, source, cue)
    return not is_object(page.words[source[0]])


def is_done_to(page: Page, source: Range, person: PlacedMention, cue: PlacedCue) -> bool:
    """Tell whether who is named, behind his role or alone, is of another gender than a verb's and so its object: «دعت أمين السر، فؤاد النحاس، إلى أن», «وذكّر بيرتوليني بأنها»; not «طالبت رئيس النقابة، هدى سالم، بأن»."""
    if DONE_TO.isdisjoint(cue.cue.frames) or cue.cue.gender is None:
        return False
    name = name_gender(page, person)
    if person.first <= source[0]:
        return name not in (None, cue.cue.gender)
    return gender_of(page, source) not in (None, cue.cue.gender) and name != cue.cue.gender


def name_gender(page: Page, person: PlacedMention) -> Gender | None:
    """The gender of the given name of somebody, for a surname alone as the report has it in full: بيرتوليني is جوليا بيرتوليني; None where the names do not tell."""
    given, word = load_people("ar").given_names, page.words[person.last - 1]
    first = [person.first]
    if person.last - person.first == 1:
        people = (m for m in page.mentions if m.mention.type == "PER")
        full = [m for m in people if m.last - m.first > 1]
        first = [m.first for m in full if page.words[m.last - 1] == word] or first
    hits = [given.find(page.words, at) for at in first]
    genders = {hit.value.gender or None if hit is not None else None for hit in hits}
    return genders.pop() if len(genders) == 1 else None


def _is_one_of_others(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether behind a verb of asking or telling one of some people is of another gender and so its object: «قبل أن تسأل | أحد الحراس: «…»»."""
    gender = ONE_OF.get(page.words[source[0]])
    other = gender is not None and cue.cue.gender not in (None, gender)
    return other and not DONE_TO.isdisjoint(cue.cue.frames)


def _are_heard(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether several behind a verb of telling are those told, as their ending or gender shows: «ووعد | العائلات بأن», «وأخبر | المرضى المنتظرين أنّ»."""
    words = page.words[slice(*source)]
    if source[0] in page.mention_at:
        return False
    if not words[0].startswith("ال"):
        return _are_of_others(words, cue)
    women = words[0].endswith("ات") and cue.cue.gender == "m"
    ending = any(w.startswith("ال") and w.endswith("ین") for w in words[1:])
    # «ووعد | الأسر المجتمعة»: with such a plural the verb would be feminine
    women = women or (cue.cue.gender == "m" and words[1:2] != () and words[1].endswith("ه"))
    return (women or ending) and names_people(words[0].removeprefix("ال"), "ar")


def _are_of_others(words: tuple[str, ...], cue: PlacedCue) -> bool:
    """Tell whether several men of something stand behind the verb of a woman: «ووعدت | سكان القرى المجاورة بأن», no «عائلات الضحايا»."""
    of_whom = words[1:2] != () and words[1].startswith("ال")
    men = words[0] in get_grammar("ar").words["people_of"] and not words[0].endswith("ات")
    return cue.cue.gender == "f" and of_whom and men


def _may_do_to(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether the phrase after a verb that takes an object is rather its subject: someone is done to behind it, or it is several people."""
    if page.words[source[1] : source[1] + 1] == ("،",) and (
        not source[1] - source[0] > 1 or _asks_behind_aside(page, source[1])
    ):
        return True  # «وناشد الأهالي، عبر رسالة، إعادة فتح المدرسة»
    grammar, head = get_grammar("ar"), get_grammar("ar").bare(page.words[source[0]])
    if head != page.words[source[0]] and _opens_name(page, source[1]):
        return True  # «واتهمت المعارضة الحكومة بأنها»
    # «طالب النواب الحكومة بكشف الأرقام»: who is asked follows them
    asked = page.words[source[1]] if source[1] < len(page.words) else ""
    if "at" in cue.cue.frames and asked.startswith("ب"):
        return True  # «أهاب البيان | بالأهالي عدم»
    # «ناشد أهالي الناحية أمانة المدينة», «طالب سكان الحي رئيس البلدية»
    office = heads_body(asked) or asked in load_people("ar").roles.alone
    many = names_people(head, "ar") and (asked.startswith("ال") or office)
    many = many and asked not in grammar.prepositions
    many = many or _are_asking(page.words[source[0]], cue)
    # «وطالب البيان المدارس بأن»
    many = many or (is_definite_text(page.words[slice(*source)]) and asked.startswith("ال"))
    # «طالب 40 مزارعاً وزير الزراعة بأن»
    counted = head.isdecimal() or is_cardinal(head, "ar")
    many = many or (counted and source[1] - source[0] > 1)
    return many or head in _GROUPS or head in grammar.indefinites


def _asks_behind_aside(page: Page, comma: int) -> bool:
    """Tell whether behind a phrase of means or occasion between commas someone definite is asked: «وناشد سكان الحي، عبر رسالة، | المحافظ أن»."""
    words = page.words
    if words[comma + 1] not in get_grammar("ar").prepositions:
        return False
    near = range(comma + 2, min(len(words) - 1, comma + _LONGEST_ASIDE))
    closing = next((i for i in near if words[i] in "،,."), None)
    if closing is None or words[closing] == ".":
        return False
    asked = words[closing + 1]
    return is_definite_role(asked) or (asked.startswith("ال") and heads_body(asked[2:]))


def _opens_name(page: Page, token: int) -> bool:
    """Tell whether a name begins at a token."""
    named = page.mention_at.get(token)
    return named is not None and named.first == token


def _are_asking(word: str, cue: PlacedCue) -> bool:
    """Tell whether the plural behind a verb of asking asks and is not asked: «طالب المزارعون بـ», «طالب عدد من السكان بـ», «طلب سكان الحي من البلدية»."""
    many, quantities = (
        names_people(get_grammar("ar").bare(word), "ar"),
        get_grammar("ar").words["quantities"],
    )
    if "of" in cue.cue.frames:
        return many or word in quantities
    return word in quantities or (many and word.endswith(("ون", "و")))


def holds_office(page: Page, source: Range, cue: PlacedCue) -> bool:
    """Tell whether a masculine office after a feminine verb is a woman's: «كشفت وكيل الهيئة أنّ»; not whom the verb is done to («أبلغت رئيس الهيئة»)."""
    head = get_grammar("ar").bare(page.words[source[0]])
    hers = cue.cue.gender == "f" and head in get_grammar("ar").words["offices"]
    return hers and DONE_TO.isdisjoint(cue.cue.frames)
