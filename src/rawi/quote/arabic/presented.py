"""Whom an Arabic role presents by a name no table knows: «رئيسة التمريض زهور الهمامي», «مدير الجسر، حميد القلّاف، …».

A role that is already definite takes only definite words after it: an indefinite one is a name, or opens another phrase.
Two to six words up to a sure border tell which.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rawi.facts import Mention
from rawi.lang.common import load_arabic_counts, load_common, takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_gesture, names_people
from rawi.lang.people import load_people
from rawi.lang.speech import is_verb_of_saying, load_cues
from rawi.lang.stems import JOINED_PRONOUNS
from rawi.lang.told_names import tells_known
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.called import RULE as CALLED_BY
from rawi.quote.arabic.called import find_called
from rawi.quote.arabic.endings import is_accusative, is_attendant
from rawi.quote.arabic.forms import without_pronoun
from rawi.quote.arabic.hearers import are_people
from rawi.quote.arabic.mended import mend_names
from rawi.quote.arabic.naming import is_joined_noun
from rawi.quote.arabic.own_called import find_own_called
from rawi.quote.arabic.people_words import (
    are_people_done_to,
    is_addressed,
    is_origin,
    is_own_person,
    kin_of,
    names_own,
)
from rawi.quote.arabic.presenting import (
    SHORTEST_STEM,
    binds,
    find_role_end,
    has_father,
    heads_role,
    is_definite,
    is_small,
    opens_main_clause,
)
from rawi.quote.arabic.recalled import recall_surnames
from rawi.quote.arabic.texts import is_text
from rawi.quote.arabic.words import SIGNS, in_relative, is_complementizer, is_governed, is_possessed
from rawi.quote.page import Page, PlacedMention, PlacedSentence
from rawi.quote.saying import Range

_RULE = "ar.presented"
_LONGEST_ROLE = 14  # tokens
_SHORTEST_NAME, _LONGEST_NAME = 2, 6  # tokens
# Verbs in alef maqsura with a pronoun.
_DONE_TO = ("داه", "طاه", "فاه", "راه", "قاه", "ناه", "اها", "اهم", "اهما")
_SHORTEST_DONE = 4  # letters; شاه, پناه are names
_RIVALS = frozenset({"ضیف", "مضیف", "منافس", "خصم", "غریم"})  # with a pronoun they may be clubs
_CHIEF = frozenset({"کبیر", "کبیره"})
# How much a word counts for a name: given names, names of families and words no text has; words that seldom take the
# article; nouns texts seldom have; all others.
_SURE, _SELDOM, _RARE, _COMMON = 4, 3, 1, -2
# Ten times the logarithm of the frequency in a billion words: روضة 41, صقر 41, قصيدة 45, بيان 48; and how much more often
# without the article than with it: محجوب 10, موزة 9, تهمة 3.
_RARE_TENTHS, _COMMON_TENTHS, _SELDOM_DEFINITE = 30, 45, 8
_SHORTEST_NISBA = 5  # letters, with the article


def add_presented(page: Page) -> Page:
    """Give a page the people whom roles present by names that no table knows."""
    added: list[PlacedMention] = []
    for sentence in page.sentences:
        if sentence.language == "ar":
            presented = tuple(_find_presented(page, sentence))
            added += (*presented, *find_called(page, sentence, presented))
            added += find_own_called(page, sentence)
    new = [mention for mention in added if mention.mention.rule in (_RULE, CALLED_BY)]
    added += list(recall_surnames(page, new))
    mended, dropped = mend_names(page)
    added += mended
    if not added and not dropped:
        return page
    taken = {i for mention in added for i in range(mention.first, mention.last)}
    free = (m for m in page.mentions if m not in dropped)
    kept = [m for m in free if taken.isdisjoint(range(m.first, m.last))]
    mentions = tuple(sorted([*kept, *added], key=lambda mention: mention.first))
    return replace(
        page,
        mentions=mentions,
        mention_at={i: m for m in mentions for i in range(m.first, m.last)},
    )


def _with_role(page: Page, mention: PlacedMention, role: Range) -> PlacedMention | None:
    """A known name with the role that presents it, None where it has one: «رئيس البلدية المحامي غسان معوض»."""
    title = load_people("ar").titles.find(page.words, role[0])
    polite = title is not None and title.end >= role[1]  # «السيدة» is no role
    known, whole = mention.mention.role, page.written(role)
    # «مديرة المسرح الممثلة X» has more to say than «الممثلة X».
    told = known is not None and (known == whole or not whole.endswith(known))
    told = told or not page.is_word(role[1] - 1)
    if polite or told or mention.first != role[1] + (page.words[role[1]] in "،,"):
        return None
    return mention._replace(mention=replace(mention.mention, role=whole))


def _find_presented(page: Page, sentence: PlacedSentence) -> Iterator[PlacedMention]:
    """Yield the names in a sentence that roles present."""
    at = sentence.first
    while at < sentence.last - 2:
        mention = None
        if _may_present(page.words[at]) and _presents(page, sentence.first, at):
            mention = _read(page, at, sentence.last)
        if mention is not None:
            yield mention
        at = mention.last if mention is not None else at + 1


@lru_cache(maxsize=65536)
def _may_present(word: str) -> bool:
    """Tell whether a word may say who somebody is, wherever it stands: of most words no more is asked."""
    bare = word.lstrip("وف")
    called = bare in _CHIEF or bare in load_people("ar").roles.alone
    return called or heads_role(word) or is_origin(word)


def _presents(page: Page, first: int, at: int) -> bool:
    """Tell whether at a token who somebody is begins to be told, in no relative clause."""
    heads = heads_role(page.words[at]) or _is_chief(page, at) or _is_set_off(page, at)
    return (heads or _is_who_he_is(page, at)) and not in_relative(page, first, at)


def _is_set_off(page: Page, at: int) -> bool:
    """Tell whether at a token somebody's lawyer, mother or the like stands, set off by a comma: «محامية العائلة، بولا ديفرو، …»."""
    words = page.words
    if at + 2 >= len(words) or words[at + 2] not in "،," or not words[at + 1].startswith("ال"):
        return False
    return words[at].lstrip("وف") in load_people("ar").roles.alone


def _is_who_he_is(page: Page, at: int) -> bool:
    """Tell whether at a token, behind «who is», stands where someone is from: «أحدهم، وهو | البرتغالي نونو ريبيلو، …»."""
    behind = at > 0 and page.words[at - 1] in get_grammar("ar").words["he_is"]
    return behind and is_origin(page.words[at])


def _is_chief(page: Page, at: int) -> bool:
    """Tell whether «chief» and several people stand at a token: «كبير الصيادين», not «الكبير» nor «كبير الحجم»."""
    if page.words[at].lstrip("وف") not in _CHIEF:
        return False
    after = page.words[at + 1] if at + 1 < len(page.words) else ""
    return after.startswith("ال") and are_people(after[2:])


def _read(page: Page, head: int, stop: int) -> PlacedMention | None:
    """The name a role that begins at a token presents."""
    if page.person_at(head) or _is_no_role(page, head):
        return None
    end = find_role_end(page, head, min(stop, head + _LONGEST_ROLE))
    if end is None:
        return None
    paused = page.words[end - 1] in "،,"
    name = _name_end(page, end, stop, paused=paused)
    known = page.person_at(end)
    if known is not None and (name is None or name <= known.last or known.last - end > 1):
        return _with_role(page, known, (head, end - paused))
    if name is None:
        return None  # and «المديرة رولا | بجّاني» has more than was known
    role = page.written((head, end - paused))
    place = end, name
    mention = Mention(page.reading.span(*place), "PER", page.written(place), _RULE, role)
    return PlacedMention(end, name, mention)


def _is_no_role(page: Page, head: int) -> bool:
    """Tell whether what looks like the head of a role is a verb of saying (طالبت), a club that plays another (مضيفه) or whose something is («دفاع المتهم»)."""
    words = page.words
    before = words[head - 1] if head else "."
    owned = is_definite(words[head]) and takes_article(before) and not is_definite(before)
    if owned and not _is_verb(before) and not is_small(before):
        return True
    rival = without_pronoun(words[head]) in _RIVALS
    return is_verb_of_saying(words, head) or (
        rival and not page.written((head, head + 1)).endswith("ة")
    )


def _name_end(page: Page, start: int, stop: int, *, paused: bool) -> int | None:
    """The end of a name that begins at a token, None where what stands there is none."""
    words = page.words
    weights: list[int] = []
    end = start
    while end < min(stop, start + _LONGEST_NAME):
        word = words[end]
        if opens_main_clause(page, end):
            break
        if binds(page, end) and (end > start or load_people("ar").particles[word]):
            end += 2
            weights.append(_SURE)
            continue
        if not (_may_open(page, end) if end == start else _may_go_on(page, end)):
            break
        weight = _weigh(page, end)
        if weight == _COMMON and not is_definite(word) and not _is_closed(page, end + 1, stop):
            break
        weights.append(weight)
        end += 1
        if is_definite(word) and not binds(page, end) and not _is_nisba(words[end]):
            break
    if end - start < _SHORTEST_NAME or weights[0] < _RARE:
        return None
    led = weights[0] >= _SELDOM or weights[-1] == _SURE
    wanted = _wanted(page, end, stop, paused=paused, led=led)
    return end if wanted is not None and sum(weights) >= wanted else None


def _may_open(page: Page, at: int) -> bool:
    """Tell whether a name may begin with a word: no role and no one's people, and definite only before «son of»."""
    word = page.words[at]
    given = word in load_people("ar").given_names.alone
    if given or not _may_go_on(page, at):
        return given and not (_is_office_of(page, at) or kin_of(word) is not None)
    if has_father(page, at):
        return True
    if word in get_grammar("ar").words["sides"]:
        return False  # «رئيسة الفرع في الولاية، جنوبي عُمان، X»
    kin = word in load_people("ar").roles.alone  # «المذيعة | والدة سليم»
    other = kin or at in page.mention_at or is_definite(word)
    if word.startswith("ب") and word[1:] in get_grammar("ar").words["polite"]:
        return False  # «مدير الميناء بسيدي عامر، X»: a place
    many = names_people(word, "ar") or (word.endswith("ی") and names_people(word + "ن", "ar"))
    written = page.written((at, at + 1))
    act = written.startswith("إ") and written.endswith("ة")  # «على المدّعي | إزالة السدّ»
    many = many or are_people_done_to(page, at)  # «مدير المشروع | سالكي الجسر»
    return not (other or heads_role(word) or many or act)


def _is_office_of(page: Page, at: int) -> bool:
    """Tell whether a given name is here the office somebody has in a body: «سألت المذيعة | أمينة المكتبة»."""
    role = page.words[at] in load_people("ar").roles.alone
    body = page.mention_at.get(at + 1) if role else None
    return body is not None and body.mention.type == "ORG" and body.first == at + 1


def _may_go_on(page: Page, at: int) -> bool:
    """Tell whether a word may be part of a name: of no closed class, no verb, circumstance or possession."""
    word, people = page.words[at], load_people("ar")
    closed = is_small(word) or word in get_grammar("ar").words["quantities"]
    closed = closed or opens_main_clause(page, at)
    if closed or not word.isalpha() or page.mark_at[at] is not None:
        return False
    if word in people.given_names.alone or page.person_at(at):
        return True
    # «أيقظت العروس ليان | أمها»
    owned = is_possessed(page, at) or is_own_person(page, at)
    if owned or names_gesture(word) or is_accusative(page, at) or is_attendant(page, at):
        return False  # «رفعت التلميذة مناهل | يدها»
    if _is_doing(page, at) or load_cues("ar").find(page.words, at) is not None:
        return False
    if is_text(word):
        return False  # «أقامت شقيقته رنا | دعوى لشطب الاسم»
    if word in people.surname_tails:
        return True
    governed = is_governed(page, at) and not page.person_at(at - 1)
    told = is_addressed(word) or names_own(word)  # «السيدة موريس | للصحافيين»
    told = told or tells_known(page.words, at)
    return not (is_joined_noun(word) or governed or told or word[1:] in people.particles)


def _is_doing(page: Page, at: int) -> bool:
    """Tell whether a word is a verb, also with whom or what it is done to: نفاها, not دانة."""
    word = page.words[at]
    if is_verb(word):
        return not takes_article(word)
    if word[0] in "یت" and word.endswith("ان") and is_verb(word.removesuffix("ان")):
        return True  # «الدوق والدوقة | يعيشان»
    if page.written((at, at + 1)).endswith("ة"):
        return False
    if word.endswith(_DONE_TO) and len(word) > _SHORTEST_DONE:
        return True  # أهداه
    stems = {word.removesuffix(ending) for ending in JOINED_PRONOUNS if word.endswith(ending)}
    stems |= {stem[:-1] + "ی" for stem in stems if stem.endswith("ا")}
    return any(_is_verb(stem) for stem in stems if len(stem) > SHORTEST_STEM)


def _is_verb(word: str) -> bool:
    """Tell whether a word is a verb, of saying or another."""
    return is_verb(word) or is_verb_of_saying((word,), 0)


def _weigh(page: Page, at: int) -> int:
    """How much a word is rather a name than anything else."""
    word, people = page.words[at], load_people("ar")
    known = word in people.given_names.alone or word in people.surname_tails
    if known or page.person_at(at) or has_father(page, at) or _is_nisba(word):
        return _SURE
    counts = load_arabic_counts()
    count = counts.get(word, 0)
    if word.startswith("ال"):
        return _RARE if count < _COMMON_TENTHS else _COMMON
    if count < _RARE_TENTHS and not takes_article(word):
        return _SURE
    more = count - counts.get("ال" + word, 0)
    if more >= _SELDOM_DEFINITE or (count < _RARE_TENTHS and more > 0):
        return _SELDOM
    return _RARE if count < _COMMON_TENTHS else _COMMON


def _is_closed(page: Page, at: int, stop: int) -> bool:
    """Tell whether at a token nothing but what was said, a sign or the end stands."""
    word = page.words[at] if at < stop else "."
    return word in SIGNS or is_complementizer(word)


def _is_nisba(word: str) -> bool:
    """Tell whether a word may be a family name by its form: الحلبي; no common adjective."""
    form = word.startswith("ال") and word.endswith("ی") and len(word) > _SHORTEST_NISBA
    return form and word not in load_common("ar")


def _wanted(page: Page, at: int, stop: int, *, paused: bool, led: bool) -> int | None:
    """How much a name that ends before a token must weigh; None where none may end. `led`: a likely name leads or ends it."""
    words = page.words
    word = words[at] if at < stop else "."
    if paused:
        return _SURE if word in "،,(:" else None
    if word in SIGNS - {"،", ","} or is_complementizer(word):
        return 2 * _RARE
    if not led:
        return None
    ended = (
        word in "،,"
        or word in get_grammar("ar").prepositions
        or word in get_grammar("ar").adverbs
        or is_governed(page, at)
        or is_accusative(page, at)
        or _is_verb(word)
    )
    return _SURE if ended else _SURE + _SELDOM
