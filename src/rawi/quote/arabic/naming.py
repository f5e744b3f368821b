"""How an Arabic phrase names someone: without the preposition or ending of its sentence, and whom a description means again."""

from rawi.lang.common import load_arabic_counts, without_joined_lam
from rawi.lang.folding import squeeze
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.people import Gender, load_people
from rawi.lang.speech import is_that
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.people_words import is_own, names_own
from rawi.quote.speaker import Words

_TO_HAMZA = ("لأ", "لإ")
# What somebody is there for, by which he is told of first and not again.
_DUTIES = frozenset({"المناوب", "المناوبه", "المشرف", "المشرفه", "المعالج", "المعالجه", "المرافق", "المرافقه", "المکلف", "المکلفه", "المختص", "المختصه", "المسوول", "المسووله", "المنفذ", "المنفذه"})  # fmt: skip
_PARENTS = frozenset({"الام", "الاب", "الجد", "الجده", "الوالد", "الوالده"})


def described_gender(words: Words, after: str, *, goes_on: bool) -> Gender | None:
    """The gender of who is described again and not introduced, None for any other phrase.

    «العالمة الشابة», «المدرب البالغ من العمر …», «السيدة التي …», «المزارعة»: definite, without a complement. Adjectives
    of kind («المدير التقني») and offices («الوزير») may name someone new, unless the cue says that who spoke `goes_on`. `after` is the word after the phrase.
    """
    sets = get_grammar("ar").words
    head = words[0].removeprefix("و").removeprefix("ف")
    head = without_joined_lam(head)  # «قال | للسفيرة الجديدة»
    head = head[1:] if head.startswith("بال") else head
    rest = [word for word in words[1:] if word not in sets["describing"]]
    if is_eventful((head, *rest)):
        # «الفائزة», «المحتفى به», «المتخصصة في الأوبئة»: whom the report tells this of
        return "f" if head.endswith("ه") or after == "بها" else "m"
    if is_parent(words):
        return "f" if head in ("الام", "الجده", "الوالده") else "m"
    if rest or not head.startswith("ال"):
        return None
    if not (goes_on or _DUTIES.isdisjoint(words[1:])):
        return None  # «الطبيب المناوب», «المهندس المشرف»: one who was not told of
    hit = load_people("ar").roles.find((head[2:],), 0)
    told = goes_on or len(words) > 1 or after in sets["describing"] or after in sets["relatives"]
    new = after in sets["relatives"] and not goes_on  # «الطبيب الذي فحصه»
    if hit is None or ((new or not told) and head[2:] in sets["offices"]):
        return None
    return hit.value.gender


def phrase_gender(name: str, words: Words) -> Gender | None:
    """The gender of whom an Arabic phrase without a name means, `words` folded and without an article: by its role, else by its ending; «جاره» is no «جارة».

    >>> phrase_gender("جاره", ("جاره",)), phrase_gender("جارة", ("جاره",))
    ('m', 'f')
    """
    head, roles = words[0], load_people("ar").roles
    if head in ONE_OF:
        return ONE_OF[head]
    owned = name.split(" ")[0].endswith("ه") and not name.startswith("ال")
    if owned and without_pronoun(head) != head:
        head = without_pronoun(head)
    hit = roles.find((head, *words[1:]), 0)
    return (hit.value.gender or None) if hit else ("f" if head.endswith("ه") else None)


def is_parent(words: Words) -> bool:
    """Tell whether a phrase says of someone how many children he has: «الأم لأربعة أطفال», «الأب لطفلين».

    >>> is_parent(("الام", "لثلاث", "بنات")), is_parent(("ام", "لثلاث", "بنات")), is_parent(("الام",))
    (True, False, False)
    """
    return len(words) > 1 and words[0] in _PARENTS and words[1].startswith("ل")


def is_eventful(words: Words) -> bool:
    """Tell whether a phrase says of someone what the report told of him: «الفائزة», «المختص في الطيور»; none with a name.

    >>> is_eventful(("الفایزه",)), is_eventful(("فایزه",)), is_eventful(("الفایزه", "سوکی"))
    (True, False, False)
    """
    sets, word = get_grammar("ar").words, words[0]
    rest = [other for other in words[1:] if other not in sets["describing"]]
    alone = not rest or rest[0] == "فی"
    events = (word[2:], word[2:].removesuffix("ه"))
    return alone and word.startswith("ال") and not sets["eventful"].isdisjoint(events)


def recalls_event(words: Words, phrase: tuple[int, int]) -> bool:
    """Tell whether a phrase at a place calls someone by an event and no name follows: «قالت الفائزة إنّ», «الموقوف للقاضي»."""
    first, last = phrase
    after = words[last] if last < len(words) else "."
    grammar = get_grammar("ar")
    small = after in grammar.prepositions or after in grammar.adverbs or is_that(after)
    ended = small or not after[0].isalnum() or after.startswith("لل")
    return ended and is_eventful(words[first:last])


def is_joined_noun(word: str) -> bool:
    """Tell whether a word is a noun with «و» or «ف» before it: وشيخ, والباحثة, فزوجها; not وزارة.

    >>> is_joined_noun("وشیخ"), is_joined_noun("وزاره"), is_joined_noun("والدیها")
    (True, False, False)
    """
    if word[0] not in "وف" or len(word) < 4:
        return False
    counted = word in get_grammar("ar").words["quantities"]  # «واحد من كل خمسة»
    if counted or word in load_people("ar").roles.alone or is_own(word):
        return False  # والدة, والديها
    if word[0] == "ف":  # فاينشتاين, فالنتاين are whole
        stems = (word[1:].removesuffix(end) for end in ("", "ها", "هم", "ه"))
        counts = load_arabic_counts()
        article = word.startswith("فال") and counts.get(word[1:], 0) >= counts.get(word, 0)
        return article or any(s in load_people("ar").roles.alone for s in stems)
    counts = load_arabic_counts()
    return word.startswith("وال") or counts.get(word[1:], 0) > counts.get(word, 0)


def make_nominative(name: str) -> str:
    """Take the ending of the accusative off the first word, and off an adjective with it: متحدثاً باسم الشرطة, خبيراً ثانياً."""
    words = name.split(" ")
    agreeing = 2 if words[1:] and is_written_accusative(words[1]) else 1
    return " ".join([*(word[:-2] for word in words[:agreeing]), *words[agreeing:]])


def is_written_accusative(word: str) -> bool:
    """Tell whether a word is written with the ending of an indefinite object: ثانياً."""
    return word.endswith(("\u0627\u064b", "\u064b\u0627"))


def without_fatha(name: str) -> str:
    """Take the short vowel of the accusative off the first word: «ممثلَ الشركة»."""
    head, blank, rest = name.partition(" ")
    return head.removesuffix("\u064e") + blank + rest


def without_lam(name: str) -> str:
    """Take off the preposition that «وفقاً» asks for: لسلطات المدينة, للسلطات."""
    if name.startswith("لل") and len(name) > 4:
        if names_own(squeeze(name.partition(" ")[0])):
            return name[1:]  # «للاعبيه» has no article
        counts, (head, blank, rest) = load_arabic_counts(), name[2:].partition(" ")
        # اللوائح with ل is للوائح: one of three lams is not written.
        doubled = counts.get(squeeze("الل" + head), 0) > counts.get(squeeze("ال" + head), 0)
        return ("الل" if doubled else "ال") + head + blank + rest
    return name.removeprefix("ل") if len(name) > 3 else name


def strip_preposition(name: str) -> str:
    """Take the preposition off whom something was said to: للصحافيين is الصحافيين, «إلى أسرة الشاعر» loses its first word.

    >>> [strip_preposition(name) for name in ("للصحافيين", "للاعبين", "لإذاعة «المدى»")]
    ['الصحافيين', 'اللاعبين', 'إذاعة «المدى»']
    """
    if name.startswith("ل\N{ARABIC TATWEEL}"):
        return name[2:]  # «لـأعضاء المجلس»
    first, _, rest = name.partition(" ")
    people = load_people("ar")
    office = first.startswith(_TO_HAMZA) and squeeze(first)[1:] in people.roles.alone
    if not office and squeeze(first) in people.given_names.alone:
        return name  # «لميس عبد الحق», not «لأمين المكتبة»
    if rest and squeeze(first) in ("الی", "امام", "مع") and not first.startswith("إم"):
        return rest  # no «إمام المسجد»
    if name.startswith("لل") and len(first) > 4:
        return without_lam(name)
    if name.startswith("بال") and len(first) > 5:
        return name[1:]
    head = (squeeze(first)[1:],)
    known = people.organisations.find(head, 0) or people.roles.find(head, 0)
    counts = load_arabic_counts()
    commoner = counts.get(head[0], 0) > counts.get(squeeze(first), 0)
    people_told = names_people(head[0], "ar")  # لمتطوعات
    people_told = people_told or names_own(squeeze(first))  # لزبونته
    known_word = known is not None or people_told or commoner
    sets = get_grammar("ar").words
    foreign = head[0] in sets["agencies"]  # «لذا تايمز»
    if name.startswith("ل") and (known_word or foreign or head[0] in sets["works"]):
        return name[1:]
    return name
