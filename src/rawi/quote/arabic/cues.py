"""Which forms of an Arabic sentence are the cues they look like: «ردّ» the verb or the noun, «عبّر» or the preposition «عبر»."""

from itertools import pairwise

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people, names_people
from rawi.lang.people import load_people
from rawi.lang.speech import is_verb_of_saying
from rawi.quote.arabic.asides import says_nothing
from rawi.quote.arabic.attribution_verbs import (
    is_told_by_nobody,
    teller_gender,
    told_by,
    verb_of_more,
)
from rawi.quote.arabic.authors import is_mine
from rawi.quote.arabic.denied import is_denied, is_note, tells_age
from rawi.quote.arabic.hoped import is_only_hoped
from rawi.quote.arabic.inner_asides import drop_inner_asides
from rawi.quote.arabic.learned import find_hearer, find_teller, may_be_told
from rawi.quote.arabic.lookalikes import (
    answers_that,
    as_other,
    is_asked_thing,
    is_task,
    only_looks,
    says_behind_phrase,
)
from rawi.quote.arabic.mentioned import is_mentioned_when
from rawi.quote.arabic.near_clauses import has_clause_near
from rawi.quote.arabic.participles import is_participle, says_how
from rawi.quote.arabic.said_nouns import has_owner, is_noun, is_said_by
from rawi.quote.arabic.sendings import find_sending
from rawi.quote.arabic.students import WHICH, is_student
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.words import (
    ALREADY,
    CALLED,
    IN_IT,
    SIGNS,
    THEREUPON,
    hides_name,
    is_complementizer,
    is_inscribed,
    is_passive,
)
from rawi.quote.arabic.writers import byline_end
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue, PlacedMention, PlacedSentence

_PARTLY = frozenset({"ومما", "مما"})
_NEAR = 8  # tokens after a verb in which its preposition stands
_NEAR_COLON = 5  # tokens after a verbal noun
_NEAR_BI = 12  # tokens to «بأنّ»: «ودفع محامي المدعى عليه، الأستاذ نبيل سالم، | بأنّ»
# Of these the past begins with a plain alef, and what is written with a hamza is «I»: أعتقد.
_EIGHTH = ("اعتقد", "اعترف", "اقترح", "استبعد", "استنتج", "اشتکی", "التمس", "اشترط", "احتج")
_NAMED = frozenset({"یسمی", "تسمی"})
# After one of these a form is a noun: «عن كشف السر», «طلب عدم كشف اسمه».
_BEFORE_NOUNS = frozenset({"فی", "عن", "الی", "علی", "عدم", "ضد", "بدون", "دون", "رغم"})
_FARTHEST_FRAGMENT = 16  # tokens between a verb of praise and the words in marks
_BEFORE_FRAGMENT = frozenset({"ب", "عن", "من"})
# Words that are a verb only with a preposition near: «عبّر عن», «نصّ على», «تطلب من».
_NEEDED = (("with_an", "عن"), ("with_ala", "علی"), ("with_min", "من"))


def find_cues(page: Page, sentence: PlacedSentence) -> list[PlacedCue]:
    """The cues of a sentence without the common words that only look like one."""
    found: list[PlacedCue] = []
    signed = -1
    for cue in page.cues(sentence.first, sentence.last, "ar"):
        signed = byline_end(page, sentence, cue) or signed
        if cue.first <= signed:
            continue  # «عزت» is a verb of saying, and the name of who wrote
        if says_nothing(page, sentence, cue, found) or says_how(page, cue, found):
            continue
        cue = verb_of_more(page, sentence, cue) or as_other(page, cue) or cue
        if cue.cue.verbal:
            if verb := told_by(page, sentence, cue):
                told = cue.cue._replace(
                    gender=teller_gender(page, cue), passive=is_told_by_nobody(page, cue)
                )
                found.append(cue._replace(last=verb, cue=told))
        elif (not found or cue.first >= found[-1].last) and _is_verb_here(page, sentence, cue):
            passive = cue.cue.shape == "verb" and (
                is_passive(page, cue.first)
                or is_inscribed(page.words, cue.first)
                or is_mine(page, cue.first)  # nobody told of asks: «سألتُها كيف»
            )
            found.append(cue._replace(cue=cue.cue._replace(passive=True)) if passive else cue)
    return drop_inner_asides(page, found)


def _lacks_colon(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verbal noun that says something only before a colon has none near: «اكتفى بالرد على سؤال واحد»; not «اكتفى بالرد على السائل: «…»»."""
    if cue.cue.shape != "masdar" or "colon" not in cue.cue.frames:
        return False
    near = range(cue.last, min(len(page.words), cue.last + _NEAR_COLON))
    sign = next((i for i in near if not page.is_word(i)), None)
    return sign is None or page.words[sign] != ":"


def _is_verb_here(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a form that is also another word is the cue here."""
    first = page.words[cue.first]
    before = page.words[cue.first - 1] if cue.first > sentence.first else ""
    if first in CALLED:
        # «شاهد يُدعى مروان»: only with a clause after it does it say that he claims.
        return cue.last < sentence.last and (
            is_complementizer(page.words[cue.last]) or has_clause_near(page, sentence, cue)
        )
    if first.removeprefix("و") in CALLED and not has_clause_near(page, sentence, cue):
        return False  # «المشتبه به، ويدعى آدم، …»
    if hides_name(page.words, cue.last) or _lacks_colon(page, cue):
        return False  # «سعاة تحدثوا إلى الصحيفة، طالبين عدم ذكر أسمائهم»
    if cue.cue.shape == "participle":
        return is_participle(page, sentence, cue, before)
    if _is_other_word(page, sentence, cue, before):
        return False
    if _is_named(page, cue, before) or is_student(page, cue) or not _has_its_preposition(page, cue):
        return False
    if any(
        unsaid(page, sentence, cue)
        for unsaid in (is_denied, is_note, is_only_hoped, tells_age, is_mentioned_when)
    ):
        return False
    if not cue.cue.initial or cue.first == sentence.first or not page.is_word(cue.first - 1):
        return True
    if before and cue.last - cue.first == 2 and _is_of_text(page, sentence, cue):
        return True
    # «لكنّ كريستوف ردّ: …»
    named = page.mention_at.get(cue.first - 1)
    led = (
        before in get_grammar("ar").words["subordinating"]
        or before in ALREADY
        or before in THEREUPON
    )
    led = led or before in ("حیث", "کما")  # «…، حيث ذكر في تقرير أنّ», «كما ردّ بأنّ»
    led = led or (before == "ما" and page.words[cue.first - 2] in WHICH)  # «، وهو ما ردّ عليه X»
    led = led or _is_said_that(page, cue) or answers_that(page, cue)
    led = led or says_behind_phrase(page, sentence, cue)
    # «لكنه وعد والده بأن»
    led = led or (before in get_grammar("ar").words["carrying"] and _opens_that(page, cue))
    return led or (named is not None and named.mention.type == "PER")


def _is_of_text(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether «جاء فيه» goes on from a text: «ببيان جاء فيه», «رسالة قصيرة إلى الوزير جاء فيها»."""
    if is_text(page.words[cue.first - 1]):
        return True  # «واكتفت ببيان جاء فيه أنّ …»
    if page.words[cue.first - 1] in _PARTLY and cue.first - 1 == sentence.first:
        return True  # «ومما جاء فيها: «…»»
    return find_sending(page, sentence.first, cue.first) is not None


def _is_said_that(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a person's name and «that» follow a form that is another word too: «وعقب الجلسة بيّن الجبوري أنّ»."""
    named = page.mention_at.get(cue.last)
    if named is None or named.mention.type != "PER":
        return False
    return is_complementizer(page.words[named.last])


def _speaks_next(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a verb of saying stands right after a form that is then a noun: «طلب قال عنه»."""
    return is_verb_of_saying(page.words, cue.last)


def _does_besides(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether a verb behind «وهو» says what someone does while he speaks: «قال X، وهو يسلّم الدفتر: «…»»; no «وهو يؤكد أنّ»."""
    if cue.cue.shape != "verb" or page.words[cue.first][0] not in "یت":
        return False
    if _opens_that(page, cue):
        return False
    said = [c for c in page.cues(sentence.first, cue.first - 1, "ar") if c.cue.shape == "verb"]
    if not said or page.words[cue.first][1:] == "قول":
        return False
    between = range(said[-1].last, cue.first)
    return not any(
        page.mark_at[i] is not None or is_complementizer(page.words[i]) or page.words[i] == ":"
        for i in between
    )


def _opens_that(page: Page, cue: PlacedCue) -> bool:
    """Tell whether «أنّ» follows a cue before any sign."""
    for word in page.words[cue.last : cue.last + _NEAR]:
        if word in SIGNS:
            return False
        if is_complementizer(word):
            return True
    return False


def _is_other_word(page: Page, sentence: PlacedSentence, cue: PlacedCue, before: str) -> bool:
    """Tell whether a form of a verb is a noun, a name, or says what may be: «عن كشف السرّ», «مقاطعة تسمى X», «قد يعتقد»."""
    first = page.words[cue.first]
    if may_be_told(cue) and (
        find_teller(page, cue, sentence.last) or find_hearer(page, cue, sentence.last)
    ):
        return False
    if (
        "learned" in cue.cue.frames
        or (before == "قد" and first.startswith("ی"))
        or _is_first_person(page, cue)
    ):
        return True
    if before in WHICH and (_speaks_next(page, cue) or _does_besides(page, sentence, cue)):
        return True  # «وهو طلب قال بشأنه X إنّ …»
    if (
        _is_club(page, cue)
        or first in _NAMED
        or (cue.cue.object and page.written((cue.first, cue.first + 1)).endswith("ة"))
    ):
        return True  # «طالبة» looks like طالبه
    if (
        is_asked_thing(page, sentence, cue)
        or _hears_otherwise(page, cue)
        or is_task(page, cue, before)
        or only_looks(page, cue)
    ):
        return True
    noun = is_noun(cue)  # «رغم تأكيد X بأنّ»
    governed = before.removeprefix("و") in _BEFORE_NOUNS  # «وفي حضنها»
    if cue.cue.shape == "verb" and governed and first != "ما" and not noun:
        return True
    if noun:
        return not is_said_by(page, sentence, cue)
    if "owned" in cue.cue.frames:
        return not has_owner(page, sentence, cue)
    if "near" not in cue.cue.frames or has_clause_near(page, sentence, cue):
        return False
    return "fragment" not in cue.cue.frames or not _has_fragment_near(page, sentence, cue)


def _is_club(page: Page, cue: PlacedCue) -> bool:
    """Tell whether a form is a club, with the dots of its yeh, and no verb of calling: «نادي الشروق», not «نادى المدرب»."""
    return page.words[cue.first] == "نادی" and page.written((cue.first, cue.first + 1)) != "نادى"


def _hears_otherwise(page: Page, cue: PlacedCue) -> bool:
    """Tell whether with a verb of hearing no court hears, «سمع الجيران أنّ», or with one of telling somebody looks: «استطلاع اطّلعت عليه الصحيفة»."""
    grammar = get_grammar("ar")
    if "hearing" in cue.cue.frames:
        return grammar.bare(page.words[cue.last]) not in grammar.words["hearing"]
    return "heard" in cue.cue.frames and page.words[cue.last].startswith("عل")


def _is_first_person(page: Page, cue: PlacedCue) -> bool:
    """Tell whether I speak and nobody is told of: أعتقد with its hamza, «اعتقدت أنني»."""
    word = page.words[cue.first].lstrip("وف")
    written = page.written((cue.first, cue.first + 1)).lstrip("وف")
    mine = page.words[cue.last : cue.last + 1] in (("اننی",), ("انی",), ("باننی",))
    present = written.startswith("أ") and word.startswith(_EIGHTH)
    return cue.cue.shape == "verb" and (present or (mine and word.endswith("ت")))


def _is_named(page: Page, cue: PlacedCue, before: str) -> bool:
    """Tell whether a form belongs to a name or role: «السيد راي», «ممثل الادعاء»."""
    mention = page.mention_at.get(cue.first)
    if mention and (mention.mention.rule == "ar.title" or _ends_name(mention, cue)):
        return True
    roles = load_people("ar").roles
    definite = cue.cue.shape == "masdar" and page.words[cue.first].startswith("ال")
    held = (before or " ") in roles.alone or heads_people(before)
    return definite and (held or names_people(before, "ar"))  # «ممثلو الادعاء»


def _ends_name(mention: PlacedMention, cue: PlacedCue) -> bool:
    """Tell whether a form is a later part of a person's name, «كتبت – هدى عزت», or opens one of two words behind a role: «المذيعة رؤى سالم»."""
    whole = mention.first == cue.first and mention.last > cue.last
    presented = whole and mention.mention.role is not None
    return mention.mention.type == "PER" and (mention.first < cue.first or presented)


def _has_fragment_near(page: Page, sentence: PlacedSentence, cue: PlacedCue) -> bool:
    """Tell whether words in marks that a preposition governs follow in the same sentence: «أشادت، في بيان لها، بـ«رباطة الجأش»»."""
    near = range(cue.last + 1, min(sentence.last - 1, cue.last + _FARTHEST_FRAGMENT))
    taken = "object" in cue.cue.frames
    return any(
        page.words[i] in MARKS and (taken or page.words[i - 1] in _BEFORE_FRAGMENT) for i in near
    )


def _words_itself(page: Page, cue: PlacedCue) -> bool:
    """Tell whether behind «نصّ» a text and words in marks follow: «ونصّ الإعلان، "C"», «نصت الرسالة: "C"»; not «نص البيان: "C"»."""
    first, near = page.words[cue.first], page.words[cue.last : cue.last + _FARTHEST_FRAGMENT]
    noun = first == "نص" and "\u0651" not in page.written((cue.first, cue.first + 1))
    return not noun and is_text(get_grammar("ar").bare(near[0])) and not MARKS.isdisjoint(near)


def _has_its_preposition(page: Page, cue: PlacedCue) -> bool:
    """Tell whether near a word that is a verb only with a preposition that one stands; of other words say yes."""
    sets = get_grammar("ar").words
    word = page.words[cue.first]
    bare = word.removeprefix("و")
    near = page.words[cue.last : cue.last + _NEAR]
    for words, preposition in _NEEDED:
        if bare in sets[words]:
            if words == "with_ala" and _words_itself(page, cue):
                return True
            # «عبر شاشة»: a preposition and no verb; «في رسالة تطلب فيها أن»
            return preposition in near or (words == "with_min" and near[0] in IN_IT)
    if bare in sets["with_ila"]:
        # «ذهب المؤرخ إلى أنّ», not «ذهب إلى السوق»
        return any(a == "الی" and is_complementizer(b) for a, b in pairwise(near))
    if not sets["with_bi"].isdisjoint((word, bare)):
        near = page.words[cue.last : cue.last + _NEAR_BI]
        that = next((i for i, w in enumerate(near) if w in ("بان", "بانه", "بانها")), None)
        return (
            that is not None and "الی" not in near[:that]
        )  # «يُعدّ أمراً مهماً», «دفعهم إلى الظنّ بأنّ»
    return True
