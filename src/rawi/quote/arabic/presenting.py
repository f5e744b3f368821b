"""Where an Arabic role ends and the name it presents may begin: «نائب رئيس مجلس إدارة الشركة |», «الخبيرة في شؤون المياه، الدكتورة |»."""

from functools import lru_cache

from rawi.lang.common import takes_article
from rawi.lang.first_person import is_future_of_us
from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.stems import JOINED_PRONOUNS
from rawi.lang.things import is_joined_to_owner, is_thing
from rawi.lang.told_roles import are_two_roles, tells_presence, tells_role
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.endings import has_tanwin
from rawi.quote.arabic.hearers import read_in_marks
from rawi.quote.arabic.people_words import reaches_someone
from rawi.quote.arabic.whereabouts import OF_WHAT
from rawi.quote.arabic.words import is_complementizer, is_governed, is_possessed, leads_to_hearer
from rawi.quote.page import Page

_LONGEST_CHAIN = 6  # tokens of a genitive chain
_SHORTEST_ARTICLE = 3  # letters of the particle آل and of no word with the article
_SHORTEST_HOW = 5  # letters of ناعيا
SHORTEST_STEM = 2  # letters
_OF_WHAT = OF_WHAT | {"علی"}
_WITHIN = frozenset({"فیها", "فیه", "فیهما", "لدیها", "لدیه", "بها", "به"})
_OF_FATHER = frozenset({("بن",), ("بنت",), ("ولد",), ("منت",)})


@lru_cache(maxsize=65536)
def heads_role(word: str) -> bool:
    """Tell whether a folded word is the head of a role, with و, ف, ل or the article before it or a pronoun behind it.

    >>> [word for word in ("مدیره", "ومدیرته", "للمدیر", "والده", "والدها") if heads_role(word)]
    ['مدیره', 'ومدیرته', 'للمدیر', 'والدها']
    """
    roles = load_people("ar").roles
    if word in get_grammar("ar").prepositions:
        return False  # أمام is also إمام
    if word in load_people("ar").titles.alone:
        return True
    if (hit := roles.find((word,), 0)) is not None:
        return not hit.value.relation  # after «the mother of» stands whose mother she is
    forms = {get_grammar("ar").bare(word), word, word[1:] if word[0] in "وفل" else word}
    owned = [form for form in forms if form.endswith(JOINED_PRONOUNS)]
    forms |= {form.removesuffix(end) for form in owned for end in JOINED_PRONOUNS}
    forms |= {form[:-1] + "ه" for form in forms if form.endswith("ت")}
    return any(len(form) > SHORTEST_STEM for form in forms & roles.alone.keys())


def find_role_end(page: Page, head: int, stop: int) -> int | None:
    """The token where after a definite role a name may begin, behind titles and a pause; None where none may."""
    at = _chain_end(page, head, stop)
    words = page.words
    while at is not None and at < stop:
        word = words[at]
        if page.person_at(at) or _is_ali(page, at):
            return at
        if reaches_someone(word):
            return None  # «رحّب رئيس المجلس | بالسفير X»
        if _begins_clause(word) or _is_told_behind(page, head, at) or _tells_how(page, at):
            return None
        if are_two_roles(words, at):
            return None  # «سألت القاضية | المتهم، بول ستيفنز»
        if word in _WITHIN:
            at += 1  # «رئيس قسم الزلازل فيها، وضاح الكتاني»
            continue
        if word in "،,":
            return _past_titles(page, at + 1, stop)
        if _is_adjective(page, at):
            at += 1
        elif word in _OF_WHAT or is_governed(page, at):
            at = _chain_end(page, at + (word in _OF_WHAT) - 1, stop, governed=True)
        else:
            return (
                None if is_thing(word) or is_joined_to_owner(word) else at
            )  # «وزير الصحة | فيروسات»
    return None


def _begins_clause(word: str) -> bool:
    """Tell whether a word opens a relative clause or what somebody says himself: «المديرة | التي», «قالت المديرة | سنفتح القاعة»."""
    sets = get_grammar("ar").words
    return word in sets["relatives"] or word in sets["opening_own"] or is_future_of_us(word)


def _is_ali(page: Page, at: int) -> bool:
    """Tell whether at a token the name Ali is written, and a definite word behind it: «برئاسة السيد | علي الحمد»; not «أثنى السيد | على الحضور»."""
    return page.written((at, at + 1)) == "علي" and is_definite(page.words[at + 1])


def _tells_how(page: Page, at: int) -> bool:
    """Tell whether a word has the ending of what somebody does besides, and begins no name: «وزير الثقافة | مستقبلاً السفير»."""
    word = page.words[at]
    if len(word) < _SHORTEST_HOW or not word.endswith("ا") or at in page.mention_at:
        return False
    return has_tanwin(page, at) or takes_article(word.removesuffix("ا"))


def _is_told_behind(page: Page, head: int, at: int) -> bool:
    """Tell whether behind a definite role whom its bearer tells something stands: «المديرة | للمدرب سليم», «اقترحت المديرة | على المدرب سليم», «قال المصدر المطلع | لـ«نور بريس»»."""
    if tells_presence(page.words, at) or page.words[at] == "ل":
        return True
    if at != head + 1:
        return False
    return tells_role(page.words, at) or leads_to_hearer(page, head, at)


def _is_adjective(page: Page, at: int) -> bool:
    """Tell whether a definite word goes on with a role: no name, «الهادي بن يونس»."""
    word = page.words[at]
    return word.startswith("ال") and len(word) > _SHORTEST_ARTICLE and not has_father(page, at)


def has_father(page: Page, at: int) -> bool:
    """Tell whether after a word «son of» stands: it is a given name, «الهادي بن يونس»."""
    return page.words[at + 1 : at + 2] in _OF_FATHER


def binds(page: Page, at: int) -> bool:
    """Tell whether a particle of names stands at a token with its word: بن راشد, آل نهيان."""
    words = page.words
    return at + 1 < len(words) and words[at] in load_people("ar").particles and page.is_word(at + 1)


def opens_main_clause(page: Page, at: int) -> bool:
    """Tell whether «فإنّ» stands at a token, and no van: «وفق ما أكده المدير | فإنّ الجسر آمن»; not «رود فان دورن»."""
    word, after = page.words[at], page.words[at + 1 : at + 2]
    fa = word[0] == "ف" and is_complementizer(word[1:])
    return fa and (word != "فان" or (after != () and after[0].startswith("ال")))


def _past_titles(page: Page, at: int, stop: int) -> int | None:
    """The token after the titles and definite trades that stand at a token: «، المهندس | شملان القلّاف»."""
    words, titles = page.words, load_people("ar").titles
    while at < stop:
        if _is_adjective(page, at):
            at += 1
        elif title := titles.find(words, at):
            at = title.end
        else:
            return at
    return None


def _chain_end(page: Page, head: int, stop: int, *, governed: bool = False) -> int | None:
    """The token after a genitive chain that makes its head definite: «نائب رئيس مجلس الإدارة |»."""
    words = page.words
    if not governed and (is_definite(words[head]) or is_possessed(page, head)):
        return head + 1
    at = head + 1
    while at < min(stop, head + _LONGEST_CHAIN):
        word = words[at]
        if word in '«"“”':
            mark = read_in_marks(page, at, len(words))
            return mark[1] + 1 if mark else None
        if _ends_chain(page, at):
            return None
        body = page.mention_at.get(at)
        at = body.last if body is not None and body.first == at else at + 1
        last = words[at - 1]
        if has_father(page, at - 1):
            return at - 1  # «أمين سرّ النادي | الهادي بن …»
        if is_definite(last) or (at > head + 2 and is_possessed(page, at - 1)):
            return at
        proper = body is not None or not (governed or heads_role(last))
        if proper and not takes_article(last):
            return at  # «قائد كرمان |»
    return None


def _ends_chain(page: Page, at: int) -> bool:
    """Tell whether a word goes on no genitive chain: a person's name, a sign, a small word or a verb."""
    word = page.words[at]
    # «مدرسة عين علي الابتدائية»: no «على»
    if page.person_at(at) or not page.is_word(at) or (is_small(word) and not _is_ali(page, at)):
        return True
    return is_verb(word) and not takes_article(word)  # «رئيس قسم الزلازل»


def is_definite(word: str) -> bool:
    """Tell whether a word has the article, also behind a preposition."""
    return get_grammar("ar").bare(word) != word


def is_small(word: str) -> bool:
    """Tell whether a word belongs to a closed class."""
    grammar = get_grammar("ar")
    return (
        word in grammar.prepositions
        or word in grammar.adverbs
        or word in grammar.conjunctions
        or word in grammar.subordinators
        or word in grammar.pronouns
        or word in grammar.demonstratives
        or word in grammar.indefinites
        or word in grammar.verbs
        or word in grammar.words["after_subject"]
        or is_complementizer(word)
    )
