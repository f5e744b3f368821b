"""Who goes on to speak in an Arabic sentence: the subject a participle, a verbal noun or a verb without its own takes over."""

from typing import Literal

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.lang.reading import words_of
from rawi.lang.speech import Cue, load_cues
from rawi.lang.verbs import is_verb, verb_gender
from rawi.quote.arabic.answers import opening_question
from rawi.quote.arabic.finite_verbs import asks_him, is_cue_verb, is_finite, speaks_to_him
from rawi.quote.arabic.lawsuits import TESTIMONIES
from rawi.quote.arabic.new_subjects import read_new_subject
from rawi.quote.arabic.people_words import ends_role
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.put_to_him import find_putter
from rawi.quote.arabic.spoken_of import is_spoken_of
from rawi.quote.arabic.subjects import gender_of, is_relative, is_somebody, read_source_before
from rawi.quote.arabic.texts import is_closed_text
from rawi.quote.arabic.told import is_told, past_gender
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page, PlacedCue, PlacedMention
from rawi.quote.saying import Range

_SUBORDINATE = frozenset({"حتی", "عندما", "حین", "حینما", "بعدما", "کلما", "ریثما", "لما", "اذا"})
# One presses somebody to speak by a preposition: «وحين ألحّ عليه X ليوضح، أجاب».
_PRESSING = frozenset({"الح", "ضغط", "استفسر", "استوضح", "اصر", "اقترح", "عرض", "اشار"})
_ON_HIM = frozenset({"علیه", "علیها", "منه", "منها"})
_HEARING = frozenset({"استمع", "سمع", "انصت", "اصغی"})
_AS_HE = frozenset({"انه", "انها", "انهم", "لکنه", "لکنها", "لکنهم"})
_LONGEST_ROLE = 4  # tokens before a name
_LONGEST_APPOSED = 7  # tokens of «إلى مدير المشروع في البلدة»
_TOWARDS = frozenset({"الی", "علی", "مع", "نحو", "امام", "لدی"})


def clause_subject(page: Page, first: int, at: int, cue: Cue) -> Range | None:
    """Who does what a participle or a verb without its own subject goes on with: the subject of the nearest verb before it.

    «سخر ممثل الادعاء من أقوال الشاهد، متسائلاً»; a verb in a relative clause has its own subject and is passed over.
    """
    for i in range(at - 1, first - 1, -1):
        finite = is_finite(page, i) or speaks_to_him(page.words[i])
        if page.mark_at[i] is not None or not finite or is_relative(page, first, i):
            continue
        if joined := _joined_subject(page, i, at, cue) or _heard(page, i, at, cue):
            return joined
        if opens_time(page, i) or _describes_noun(page, first, i) or _goes_on(page, i):
            continue  # «وانتظرت المدربة حتى خلت القاعة قبل أن تقول»
        phrases = [read_source(page, i + 1, at), read_source_before(page, first, i)]
        if page.words[i - 1 : i] == ("قد",):
            phrases.reverse()  # «كانت الجمعية قد ناشدت الوزيرة»
        for phrase in phrases:
            told = phrase is not None and phrase[0] > i and is_told(page, phrase, i)
            told = told or (phrase is not None and is_closed_text(page, phrase, i))
            someone = phrase and (
                is_somebody(page, phrase)
                or _was_first(page, phrase, i)
                or _contents_himself(page, phrase, i)
            )
            if phrase and not told and someone and agrees(page, phrase, cue):
                return _without_topic(page, phrase)
        if cue.gender is None:
            cue = cue._replace(gender=verb_gender(page.words[i]))  # «فاكتفى بالقول»
        before = read_new_subject(page, i, at) or last_named(page, first, i)
        if before and agrees(page, before, cue):
            return before
    return None


def _goes_on(page: Page, verb: int) -> bool:
    """Tell whether a verb has the subject of a clause before it: «تعثرت X، إلا أنها | انتظرت Y وقالت», «زار X منزل Y | ليعتذر، وقال»."""
    word = page.words[verb]
    in_order_to = word[:2] in ("لی", "لت") and is_verb(word[1:])
    return in_order_to or page.words[verb - 1].lstrip("و") in _AS_HE


def _joined_subject(page: Page, verb: int, at: int, cue: Cue) -> Range | None:
    """The subject of a clause of time a verb with «و» goes on with: «خفض السعر بعدما عاتبته | والدته | وقالت له»; its gender must tell."""
    if not opens_time(page, verb):
        return None
    phrase = read_source(page, verb + 1, at)
    joined = page.words[at].startswith("و") and phrase is not None and phrase[1] == at
    if phrase is None or not joined or not is_somebody(page, phrase):
        return None
    gender = gender_of(page, phrase)
    return phrase if gender is not None and gender == cue.gender else None


def _heard(page: Page, verb: int, at: int, cue: Cue) -> Range | None:
    """Whose testimony somebody hears, and who speaks in a verb with «ف» behind it: «استمعت المحكمة إلى شهادة | X، فأكدت أنّ»."""
    if page.words[at][0] != "ف" or past_gender(page.words[verb], _HEARING) is None:
        return None
    told = next((i for i in range(verb + 1, at) if page.words[i] in TESTIMONIES), None)
    named = (page.person_at(i) for i in range(told + 1, at)) if told is not None else iter(())
    person = next((p for p in named if p is not None), None)
    if person is None or not agrees(page, (person.first, person.last), cue):
        return None
    return person.first, person.last


def _describes_noun(page: Page, first: int, verb: int) -> bool:
    """Tell whether a verb tells of the indefinite noun before it: «في بلاغ تسلّمت الصحيفة نسخة منه», «خلال مؤتمر عقدته الوزارة»."""
    if verb - 2 < first:
        return False
    noun, before = page.words[verb - 1], page.words[verb - 2]
    bare = not (noun.startswith("ال") or is_complementizer(noun)) and takes_article(noun)
    bare = bare and verb - 1 not in page.mention_at
    joined = page.words[verb].startswith(("و", "ف")) and is_verb(page.words[verb][1:])
    return bare and not joined and before in get_grammar("ar").prepositions


def _contents_himself(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether a definite word stands right behind a verb only people do before «by saying»: «اكتفى التقني القادم من حلب بالقول»."""
    stem = page.words[verb].lstrip("وف")
    behind = phrase[0] == verb + 1 and page.words[phrase[0]].startswith("ال")
    return behind and stem in get_grammar("ar").words["contenting"]


def _was_first(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether a phrase stands between «كان» and «قد» before a verb: «وكانت حسابات محلية قد تداولت صوراً وزعمت أنّ»."""
    was = page.words[phrase[0] - 1].removeprefix("و") in ("کان", "کانت")
    return was and phrase[1] == verb - 1 and page.words[verb - 1] == "قد"


def may_hold(page: Page, holder: Range, first: int, at: int, cue: Cue) -> bool:
    """Tell whether who spoke before goes on, as far as gender tells: not in «صرخت صاحبة محلّ: «…»، فاكتفى بالقول»."""
    gender = cue.gender
    if gender is None and cue.shape == "masdar":
        gender = gender_before(page, first, at)
    if page.words[at + 1 : at + 2] == ("فی",):
        return True  # «وجاء في لائحتها»: what came is what was said
    return gender is None or agrees(page, holder, cue._replace(gender=gender))


def gender_before(page: Page, first: int, at: int) -> Literal["m", "f"] | None:
    """The gender of the verb right before a verbal noun: فاكتفى بالقول."""
    near = range(at - 1, max(first, at - 4) - 1, -1)
    verb = next((i for i in near if is_finite(page, i)), None)
    return verb_gender(page.words[verb]) if verb is not None else None


def _without_topic(page: Page, phrase: Range) -> Range:
    """A subject without what its verb is about: «رحّب مدير المحمية بالزيارة، وأشار …»."""
    first, last = phrase
    if (
        last - first > 1
        and page.words[last - 1].startswith("بال")
        and last - 1 not in page.mention_at
    ):
        return first, last - 1
    return phrase


def last_named(page: Page, first: int, at: int) -> Range | None:
    """The last person named, or called by a role with the article, that no preposition governs."""
    grammar = get_grammar("ar")
    people = load_people("ar")
    reached = len(page.words)  # where the role begins that a preposition governs
    for i in range(at - 1, first - 1, -1):
        mention = page.mention_at.get(i)
        start = _before_titles(page, first, mention.first) if mention else i
        if mention is not None:
            reached = _reached_role(page, first, mention) or reached
        if start > first and (
            page.words[start - 1] in grammar.prepositions
            or reached <= i
            or _is_reached_over_comma(page, first, start)
            or is_addressed_role(page, first, start)
            or is_spoken_of(page, start)
        ):
            continue
        if mention and mention.mention.type == "PER":
            return start - _is_whose_kin(page, first, start), mention.last
        bare = grammar.bare(page.words[i])
        if _describes(page, i):
            continue  # «خلال المؤتمر | الصحفي»
        if page.words[i - 1] in "،," and i - 2 >= first and i - 2 in page.mention_at:
            continue  # «وعن الحارس X، المصاب في الركبة، اكتفى بالقول»
        if bare != page.words[i] and bare in people.roles.alone:
            return read_source(page, _role_start(page, first, i), at)
    return None


def _is_whose_kin(page: Page, first: int, name: int) -> bool:
    """Tell whether right before a name somebody stands whose brother or mother that is: «أعربت | شقيقة رنا عن فرحها، مؤكدةً أنّ»."""
    kin = load_people("ar").roles.find(page.words, name - 1) if name > first else None
    return kin is not None and kin.end == name and bool(kin.value.relation)


def _is_reached_over_comma(page: Page, first: int, name: int) -> bool:
    """Tell whether a comma sets a name beside the role of somebody a preposition reaches: «توجه إلى مدير المشروع، | فريد النحاس، قائلاً»; not «في كلمة للمدير، | قال»."""
    if page.words[name - 1] not in "،,":
        return False
    for i in range(name - 2, max(first, name - _LONGEST_APPOSED) - 1, -1):
        if not page.is_word(i) or is_verb(page.words[i]):
            return False
        if page.words[i] in _TOWARDS and i + 1 < name - 1:
            phrase = read_source(page, i + 1, name, after_preposition=True)
            whole = phrase is not None and phrase[1] >= name - 1
            return whole and is_somebody(page, (i + 1, name - 1))
    return False


def _describes(page: Page, at: int) -> bool:
    """Tell whether «of the press» stands behind a definite thing, and no reporter: «المؤتمر | الصحفي», «البيان | الصحفي»."""
    word, before = page.words[at], page.words[at - 1] if at else ""
    of_press = word.removeprefix("ال") in get_grammar("ar").words["press"]
    roles = load_people("ar").roles.alone
    return of_press and before.startswith("ال") and before.removeprefix("ال") not in roles


def _before_titles(page: Page, first: int, name: int) -> int:
    """The token at which the titles before a name begin, or the name: «إلى | الحاج سامي نجار»."""
    titles = load_people("ar").titles
    while name > first and (hit := titles.find(page.words, name - 1)) and hit.end == name:
        name -= 1
    return name


def _reached_role(page: Page, first: int, named: PlacedMention) -> int | None:
    """The token where the role of somebody named begins that a preposition stands before: «التفت المدرب إلى | لاعبه الشاب X، وقال مازحاً»; None where none does."""
    role, last = words_of(named.mention.role or ""), named.first
    if role and page.words[last - len(role) : last] != role:
        last = _before_titles(page, first, last)  # «إلى ممثل الأهالي | الحاج سامي نجار»
    begun = last - len(role)
    whole = bool(role) and begun > first and page.words[begun:last] == role
    before = page.words[begun - 1] if whole else "من"  # who is asked for something may answer
    governed = before != "من" and before in get_grammar("ar").prepositions
    return begun if governed else None


def _role_start(page: Page, first: int, at: int) -> int:
    """The first token of a role that ends in another one: «نائبة الرئيس», «القائم بأعمال الوزير»."""
    roles, words = load_people("ar").roles, page.words
    while at > first:
        if at - 2 >= first and ends_role(words, at - 1):
            at -= 2
        elif words[at - 1] in roles.alone:
            at -= 1
        else:
            break
    return at


def is_addressed_role(page: Page, first: int, at: int, *, owned: bool = True) -> bool:
    """Tell whether before a name a role with ل or ب stands: «في خطابه الموجّه لرئيسة المجلس X»; `owned`: also «الظهور الأول للاعب X»."""
    roles = load_people("ar").roles
    for i in range(at - 1, max(first, at - _LONGEST_ROLE) - 1, -1):
        word = page.words[i]
        if not page.is_word(i) or is_verb(word):
            return False
        forms = (word[1:], word[2:], word[1:].removeprefix("ال"))  # بالسفير
        if word[0] in "لب" and any(w in roles.alone for w in forms):
            told = word[0] == "ب" or owned or page.words[i - 1].startswith("الموج")
            return told and word not in roles.alone
    return False


def agrees(page: Page, phrase: Range, cue: Cue) -> bool:
    """Tell whether a phrase may be the subject of a form: by gender where both tell it; a plural has no single name."""
    gender = gender_of(page, phrase)
    if gender is None and phrase[0]:
        before = page.words[phrase[0] - 1].removeprefix("و")
        gender = "f" if before == "کانت" else verb_gender(before)  # «كانت وارن …»
    mention = page.mention_at.get(phrase[0]) or page.mention_at.get(phrase[1] - 1)
    # A surname alone may be a given name of another gender: وارن.
    if gender is None and mention and mention.last - mention.first > 1:
        name = page.words[mention.first : mention.last]
        given = load_people("ar").given_names.find(name, 0)
        gender = (given.value.gender or None) if given else None
    return not (gender and cue.gender and gender != cue.gender)


def find_holder(page: Page, first: int, last: int) -> Range | None:
    """Whom a sentence is about: the subject of its first verb, «سخر ممثل الادعاء من …، متسائلاً», or the name it opens with."""
    words = page.words
    if (asked := opening_question(page, first)) is not None:
        if find_putter(page, asked, last) is not None:
            return None  # «ولدى سؤال القاضي له متى عاد، قال»
        phrase = read_source(page, asked + 1, last)  # «وعند سؤال المدير عن الكلفة، قال»
        return phrase if phrase and is_somebody(page, phrase) else None
    for i in range(first, min(last - 1, first + 12)):
        if page.mark_at[i] is not None:
            return None
        mention = page.person_at(i)
        if mention and (i == first or not page.is_word(i - 1)):
            return mention.first, mention.last
        if is_complementizer(words[i]) or _says(page, i):
            return None
        if not is_finite(page, i):
            continue
        phrases = (read_source(page, i + 1, last), read_source_before(page, first, i))
        spoken = (p for p in phrases if p and not (p[0] > i and is_told(page, p, i)))
        titled = get_grammar("ar").pronouns  # «تسلّم | معاليه | تقريراً»
        someone = (p for p in spoken if is_somebody(page, p) or page.words[p[0]] in titled)
        return next(someone, None)
    return None


def _says(page: Page, at: int) -> bool:
    """Tell whether a verb that always says something stands at a token; not «عرضت الباحثة نتائجها»."""
    hit = load_cues("ar").find(page.words, at) if is_cue_verb(page, at) else None
    return hit is not None and "near" not in hit.value.frames


def opens_time(page: Page, at: int) -> bool:
    """Tell whether a verb stands right behind a word of time: «وحين | سأل المذيع ضيفته»."""
    return at > 0 and page.words[at - 1].lstrip("وف") in _SUBORDINATE


def _behind_time(page: Page, first: int) -> int | None:
    """The token behind the word or words of time a sentence opens with: «وحين | سُئلت الوزيرة», «بعد أن | رحل»; None where it opens with none."""
    if opens_time(page, first + 1):
        return first + 1
    after_that = page.words[first].removeprefix("و") == "بعد"
    return first + 2 if after_that and page.words[first + 1 : first + 2] == ("ان",) else None


def asks_first(page: Page, first: int, last: int) -> Range | None:
    """Who speaks to someone meant by a pronoun in the clause of time a sentence opens with: «ولمّا ذكّره أحد الحاضرين بذلك، ضحك وعلّق»."""
    verb = _behind_time(page, first)
    if verb is None or verb + 2 >= last:
        return None
    presses = page.words[verb].removesuffix("ت") in _PRESSING and page.words[verb + 1] in _ON_HIM
    if not (presses or speaks_to_him(page.words[verb])):
        return None
    phrase = read_source(page, verb + 1 + presses, last)
    return phrase if phrase and is_somebody(page, phrase) else None


def is_group(page: Page, phrase: Range) -> bool:
    """Tell whether a phrase is several people: مزارعو الوادي."""
    return names_people(get_grammar("ar").bare(page.words[phrase[0]]), "ar")


def opening_subject(page: Page, first: int, last: int) -> Range | None:
    """Whom an Arabic sentence opens with: the subject of its first verb, «انتظرت زوجة أحد البحّارة …»."""
    for i in range(first, last - 1):
        if page.mark_at[i] is not None or is_complementizer(page.words[i]):
            return None
        if is_finite(page, i):
            phrase = read_source(page, i + 1, last)
            if phrase is None or is_told(page, phrase, i) or not is_somebody(page, phrase):
                return None
            if asks_him(page.words[i]):
                return None  # «ولمّا سأله أحد الحضور: «…»، ردّ»
            return phrase
    return None


def _opens_main(page: Page, first: int, at: int) -> bool:
    """Tell whether a verb opens the main clause behind a clause of time and a pause: «وحين سُئلت الوزيرة عن الكلفة، | أجابت»."""
    paused = page.words[at - 1] in "،," and page.mark_at[at - 1] is None
    if not paused:
        return False
    return _behind_time(page, first) is not None or opening_question(page, first) is not None


def keeps_subject(page: Page, first: int, cue: PlacedCue) -> bool:
    """Tell whether a verb goes on with the subject of the sentence: it is coordinated and not the first, or opens the main clause."""
    words = page.words
    joined = words[cue.first].startswith(("و", "ل", "ف", "ت", "ی"))
    # «ألقى X كلمة، قال فيها: «…»»
    inside = page.words[cue.last : cue.last + 1] in (("فیها",), ("فیه",))
    return cue.first > first and (
        joined
        or inside
        or words[cue.first - 1] in get_grammar("ar").words["carrying"]
        or _opens_main(page, first, cue.first)
    )
