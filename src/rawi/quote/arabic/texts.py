"""Whose words an Arabic outlet passes on, and who wrote the statement or letter that «says» something."""

from functools import lru_cache

from rawi.lang.grammar import get_grammar
from rawi.lang.letters import load_letters
from rawi.lang.people import Gender, load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.apposed import SELF
from rawi.quote.arabic.forms import is_own_speech, joined_form, without_object_pronoun
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.words import is_complementizer, is_noun
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

# «نقلاً عن X», «اقتباساً عن X»
_PASSING_ON = frozenset({"نقلا", "اقتباسا", "روایه", "استنادا"})

RELAYING = ("ناقل", "نقل", "ینقل", "تنقل", "نسب", "ینسب", "تنسب")
_OBTAINED = frozenset(
    {"مذکره", "رساله", "کتاب", "تعمیم", "برقیه", "عریضه", "شکوی", "دعوی", "لایحه", "اشعار"}
)
_SENT_ON = frozenset({"الرساله", "البرقیه", "العریضه", "الشکوی", "البطاقه", "الرسایل"})
ONE_TEXT = frozenset(
    {"احداها", "احداهما", "اولها", "اولاها", "اخرها", "ثانیتها", "ثالثتها", "اخراها"}
)
_ISSUED = frozenset({"صادر", "صادره", "صدر", "صدرت", "یصدر", "تصدر"})
_OF_NEWS = frozenset({"للانباء", "للاخبار", "للاعلام"})  # «وكالة «X» | للأنباء»
_FARTHEST_TOLD = 12  # tokens between «عن» and the verbal noun
_MOST_LEANINGS = 4  # tokens
_NEAR_VERB = 4
_LONGEST_ASIDE = 7  # tokens
_LONGEST_RELAY = 20  # tokens of «نقلاً عن X»


def relayed_source(
    page: Page, source: Range, stop: int, *, anyone: bool = False, behind: int | None = None
) -> Range | None:
    """Who really spoke when an outlet tells it of someone: «ذكرت صحيفة X، نقلاً عن مصدر في الميناء، أنّ …».

    After نقل (`anyone`) a person too may pass on another's words: «نقلت دهنادي عن الوزير قوله إنّ …». `behind`: the token after
    the outlet and its verb, where that follows it: «وكانت صحيفة X قد ذكرت | نقلاً عن …».
    """
    words = page.words
    mention = page.mention_at.get(source[0])
    in_marks = source[0] > 0 and words[source[0] - 1] in MARKS  # «وكانت «الأفق» قد ذكرت، نقلاً عن»
    if not (anyone or in_marks or (mention is not None and mention.mention.rule == "ar.outlet")):
        return None
    begun = _past_time(page, source[1] if behind is None else behind, stop)
    for i in range(begun, stop - 1):
        quoted = words[i] in _PASSING_ON and words[i + 1] == "عن"
        if quoted or (i == begun and words[i] == "عن"):
            return read_source(page, i + (2 if quoted else 1), stop, after_preposition=True)
    return None


def relayed_before(page: Page, cues: list[PlacedCue], source: Range) -> Range | None:
    """Whose words an outlet passes on that were told of before its verb: «ونقلاً عن مصدر في الشركة، قالت إذاعة X إنّ»."""
    outlet = page.mention_at.get(source[0])
    return find_relayed(page, cues, source[0]) if outlet is not None and outlet.is_outlet else None


def find_relayed(page: Page, cues: list[PlacedCue], stop: int) -> Range | None:
    """Of whom something is passed on: «نشر موقع X الخبر نقلاً عن | مصدر في البلدية، مفاده أنّ»."""
    relays = (cue for cue in cues if cue.cue.relay and page.words[cue.last - 1] == "عن")
    cue = next(relays, None)
    return read_source(page, cue.last, stop, after_preposition=True) if cue else None


def _past_leanings(page: Page, at: int, stop: int) -> int:
    """The token after what kind of outlet it is, where «عن» stands behind that: «صحيفة «الأفق» | الموالية للحكومة عن»; else the same token."""
    end = at
    while end < min(stop, at + _MOST_LEANINGS) and page.words[end].startswith(("ال", "لل")):
        end += 1
    return end if end < stop and page.words[end] == "عن" else at


def _past_time(page: Page, at: int, stop: int) -> int:
    """The token after an aside between commas or «itself» right behind an outlet: «نقلت مجلة X، مساء الأحد، | عن عامل», «الإذاعة نفسها | عن عامل»; where «عن» stands at once, or no such aside, the same token."""
    at += at < stop and (page.words[at] in SELF or page.words[at] in _OF_NEWS)
    at = _past_leanings(page, at, stop)
    if at >= stop or page.words[at] not in "،,":
        return at
    near = range(at + 1, min(stop, at + _LONGEST_ASIDE))
    closing = next((i for i in near if page.words[i] in "،,"), None)
    if closing is None or page.words[closing + 1 : closing + 2] != ("عن",):
        return at
    return at if any(is_verb(page.words[i]) for i in range(at, closing)) else closing + 1


def skip_relay(page: Page, at: int, stop: int) -> int:
    """The token after «، نقلاً عن X،» at a pause; another token is kept: «نشرت صحيفة X أمس، نقلاً عن خبير لم تسمّه، | أنّ …»."""
    words = page.words
    if words[at] not in "،," or words[at + 1 : at + 2] == () or words[at + 1] not in _PASSING_ON:
        return at
    near = range(at + 2, min(stop, at + _LONGEST_RELAY))
    return next((i + 1 for i in near if words[i] in "،," and page.mark_at[i] is None), at)


def read_told_of(page: Page, first: int, at: int) -> Range | None:
    """Of whom a verbal noun right after is told: «نسب إلى أحد الصيادين قوله», «نقلوا عن خبير الهيئة قوله»."""
    for i in range(at - 1, max(first, at - _FARTHEST_TOLD) - 1, -1):
        verbs = page.words[max(first, i - _NEAR_VERB) : i]
        if page.words[i] in ("عن", "الی") and any(
            verb.lstrip("وف").startswith(RELAYING) for verb in verbs
        ):
            return read_source(page, i + 1, at, after_preposition=True)
    return None


@lru_cache(maxsize=65536)
def is_text(head: str) -> bool:
    """Tell whether a word is a letter, statement or the like, with a pronoun too: رسالة, لائحتها."""
    texts = load_letters("ar").texts
    stems = [
        head,
        head.removeprefix("ب"),
        *(head.removesuffix(end) for end in ("ها", "هم", "ه") if head.endswith(end)),
    ]
    forms = [
        form for stem in stems for form in (stem, stem[:-1] + "ه" if stem.endswith("ت") else stem)
    ]
    return any(form in texts.alone for form in forms if form)


def owner_of_text(page: Page, token: int) -> Gender | None:
    """The gender of whose text a noun with a pronoun is: «وجاء في بيانها», «وأضاف بيانه»; None for any other word."""
    word = page.words[token]
    if not is_text(word) or page.written((token, token + 1)).endswith("ة"):
        return None
    return "f" if word.endswith("ها") else "m" if word.endswith("ه") else None


def is_closed_text(page: Page, phrase: Range, verb: int) -> bool:
    """Tell whether behind a verb stands what somebody opens, goes on with or ends, with his pronoun: «وختمت مقالها بالقول», «وواصل تصريحاته»."""
    sets, word = get_grammar("ar").words, page.words[verb]
    closes = joined_form(word, sets["closing"] | sets["carrying_on"]) is not None
    text = page.words[phrase[0]]
    return closes and (owner_of_text(page, phrase[0]) is not None or is_own_speech(text))


def is_definite_text(words: tuple[str, ...]) -> bool:
    """Tell whether a phrase is a text told of before: البيان, الرسالة; also one of several, إحداها."""
    if len(words) == 1 and words[0] in ONE_TEXT:
        return True
    again = len(words) == 1 or words[1] in SELF
    someone = words[0].removeprefix("ال") in load_people("ar").roles.alone
    # المراسلة is a reporter
    return again and words[0].startswith("ال") and is_text(words[0][2:]) and not someone


def is_obtained(words: tuple[str, ...]) -> bool:
    """Tell whether a definite text is one that an outlet gets hold of and hardly issues: المذكرة, الوثيقة; not البيان."""
    return words[0].removeprefix("ال") in _OBTAINED


def names_body(page: Page, token: int) -> bool:
    """Tell whether a word with the article is the head of an organisation: المجلس."""
    bare = get_grammar("ar").bare(page.words[token])
    return bare != page.words[token] and bare in load_people("ar").organisations.alone


def body_after(page: Page, source: Range) -> Range | None:
    """The body right after the head of a phrase, whose report it is: «تقرير وكالة X»."""
    first, last = source[0] + 1, source[1]
    if first >= len(page.words):
        return None
    mention = page.mention_at.get(first)
    if mention and mention.first == first and mention.mention.type == "ORG":
        return first, max(last, mention.last)
    bare = get_grammar("ar").bare(page.words[first])
    headed = bare in load_people("ar").organisations.alone
    return (first, last) if first < last and headed else None


def _makes_it(word: str) -> bool:
    """Tell whether a word is a verb with the pronoun of a text: وزّعته, أصدرها.

    >>> _makes_it("اصدرته"), _makes_it("صفحته")
    (True, False)
    """
    stem = without_object_pronoun(word)
    return stem != word and is_verb(stem)


def made_by(page: Page, source: Range) -> Range | None:
    """Who made a text, where a clause tells it: «بيان وزّعته الدار», «البيان الذي أصدرته الدار»; None where none does."""
    first, last = source
    words = page.words
    if last - first > 2 and _makes_it(words[first + 1]) and is_noun(words[first + 2]):
        return first + 2, last
    relative = words[last : last + 1] and words[last] in get_grammar("ar").words["relatives"]
    if not relative or last + 2 >= len(words) or not _makes_it(words[last + 1]):
        return None
    if words[first] in _SENT_ON and not _is_sending(words[last + 1]):
        return None  # «الرسالة التي نشرتها الصحيفة»: whose it is, the report has told
    return read_source(page, last + 2, min(len(words), last + _LONGEST_RELAY))


def _is_sending(word: str) -> bool:
    """Tell whether a word is a past of sending or writing with a letter as its pronoun: بعثتها, وجّهه."""
    bare = without_object_pronoun(word)
    return not get_grammar("ar").words["sending"].isdisjoint((bare, bare.removesuffix("ت")))


def _owns_text(page: Page, token: int) -> bool:
    """Tell whether ل and a body or role stand at a token: «بيان | لفريق الجبل»."""
    word, people = page.words[token] if token < len(page.words) else "", load_people("ar")
    head = (word[2:] if word.startswith("لل") else word[1:],)
    someone = people.organisations.find(head, 0) or people.roles.find(head, 0)
    return word.startswith("ل") and someone is not None


def _issued_by(page: Page, at: int) -> Range | None:
    """Who issued a text, behind a preposition: «بيان صادر | عن القصر», «بيان صدر | عن مكتب الحاكم», «بيان | من وزارة الصحة»."""
    issuer = page.mention_at.get(at + 1)  # «بيان صادر عن وزارة الصحة»
    if issuer is not None and issuer.first == at + 1:
        return issuer.first, issuer.last
    sentence = page.sentence_at(at)
    if sentence is None or page.words[at] != "عن":
        return None
    if page.words[at - 1].removeprefix("و") not in _ISSUED:
        return None
    return read_source(page, at + 1, sentence.last, after_preposition=True)


def _owner_within(page: Page, source: Range) -> Range | None:
    """Whose text a phrase says by a role, a name or ل: «برقية | رئيس الاتحاد», «بيان | وزارة الصحة», «بيان | لفريق الجبل»."""
    first, last = source
    if last - first > 2 and page.words[first + 1] in load_people("ar").roles.alone:
        return first + 1, last
    for i in range(first + 1, last):
        mention = page.mention_at.get(i)
        if mention and mention.mention.type != "LOC":
            return mention.first, mention.last
        if _owns_text(page, i):
            return i, last
    return None


def find_issuer(page: Page, first: int, last: int) -> Range | None:
    """Who is told among tokens to have issued a text: «صدر عن | نقابة الصيادلة | البيان الآتي:»."""
    words = page.words
    issued = (i + 1 for i in range(first, last - 1) if words[i].removeprefix("و") in _ISSUED)
    issuer = next((_issued_by(page, i) for i in issued if words[i] == "عن"), None)
    return (issuer[0], min(issuer[1], last)) if issuer is not None else None


def _with_issuer(page: Page, source: Range) -> Range:
    """A phrase with who issued what it tells of: «تقرير صادر | عن معهد البحوث»."""
    behind = source[1] - (page.words[source[1] - 1] in _ISSUED)
    issued = behind > source[0] and page.words[behind] in _ISSUED
    issuer = _issued_by(page, behind + 1) if issued and page.words[behind + 1] == "عن" else None
    return (source[0], issuer[1]) if issuer is not None else source


def text_author(page: Page, source: Range) -> Range | None:
    """Whose text a phrase such as «بيان للشركة» or «نصّها» is; the phrase itself, with who issued it, when it is no text."""
    first, last = source
    head = get_grammar("ar").bare(page.words[first])
    if not is_text(head):
        return _with_issuer(page, source)
    if maker := made_by(page, source):
        return maker
    if owner := _owner_within(page, source):
        return owner
    if last - first == 2 and names_body(page, first + 1):
        return first + 1, last
    behind = last + (page.words[last] in _ISSUED)
    told = is_complementizer(page.words[behind + 1]) if behind + 1 < len(page.words) else False
    if page.words[behind] in ("عن", "من") and not told:  # «حذّر البيان من أنّ»
        return _issued_by(page, behind)
    after = page.mention_at.get(last)
    owned = page.words[last][0] == "ل" or not page.words[first].startswith("ال")
    if after and after.mention.type == "ORG" and owned:  # not «ناشد البيان | الحكومة»
        return after.first, after.last  # «بيان للشركة»: the phrase ended before ل.
    if _owns_text(page, last):
        return read_source(page, last, len(page.words), after_preposition=True)
    # «جاء في البيان»: whose it is, the report has told; «جاء في نصّها»: he who is spoken of.
    return source if page.words[first].startswith("ال") else None
