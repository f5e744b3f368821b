"""Arabic phrases that hear nothing although they stand where hearers do: an opponent, a press conference, what a fair or a time is for."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import names_act
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.joined_hearers import is_of_body
from rawi.quote.page import Page
from rawi.quote.saying import Range

# What ل goes with: «قال X، وفقاً | لصحيفة الأفق: «…»» tells the paper nothing.
_ACCORDING = frozenset({"وفقا", "ووفقا", "طبقا", "تبعا", "خلافا", "نظرا", "استجابه", "تلبیه", "تقدیرا", "تکریما", "تمهیدا", "دعما", "خدمه", "تجنبا", "استنادا"})  # fmt: skip
_NEAR = 6  # tokens before «أمام»
_CONFERENCE = "موتمر"
_OF_PRESS = frozenset({"صحفی", "الصحفی", "صحافی", "الصحافی"})
_MATCHES = frozenset({"مباراه", "مواجهه", "لقاء", "فوز", "خساره", "هزیمه", "تعادل", "نزال", "سقوط", "انتصار", "ذهاب", "ایاب", "دیربی", "قمه", "مبارا", "مواجه"})  # fmt: skip
_FAIRS = frozenset(
    {"معرض", "صالون", "مهرجان", "ملتقی", "دوره", "سوق", "یوم", "عام", "جایزه", "هییه"}
)
_DAYS = frozenset({"یوم", "اسبوع", "شهر", "عام", "سنه", "عید", "ملتقی", "موتمر", "منتدی"})
_OF_THE_WORLD = frozenset({"عالمی", "دولی", "وطنی", "عربی", "قومی", "اقلیمی", "خلیجی", "سنوی"})
_ACTS = frozenset({"للمشارکات", "للمنافسات", "للمبادرات", "للمسابقات", "للمراسلات"})
_FARTHEST_BODY = 8  # tokens
_BOOKS = "للکتاب"
_FARTHEST_FAIR = 4  # tokens


def is_no_hearer(page: Page, place: Range) -> bool:
    """Tell whether a phrase where whom something is said to may stand is no hearer."""
    first = place[0]
    return (
        _is_conference(page, first)
        or _is_opponent(page, first)
        or _is_of_fair(page, first)
        or _is_of_day(page, first)
        or _tells_of_noun(page, first)
        or _are_acts(page, first)
        or is_of_body(page, first, max(0, first - _FARTHEST_BODY))
        or (page.words[first][0] == "ل" and first > 0 and goes_for(page.words[first - 1]))
    )


def goes_for(word: str) -> bool:
    """Tell whether what ل goes with behind a word hears nothing: «وفقاً | لصحيفة الأفق», «تحضيراً | للمعرض»."""
    return word in _ACCORDING or (word.endswith("ا") and names_act(word.removesuffix("ا")))


def _is_conference(page: Page, first: int) -> bool:
    """Tell whether a press conference stands at a token: «في حديثه | للمؤتمر الصحفي»."""
    words = page.words
    word = words[first].removeprefix("لل").removeprefix("ال")
    return (
        word == _CONFERENCE and words[first + 1 : first + 2] != () and words[first + 1] in _OF_PRESS
    )


def _is_opponent(page: Page, first: int) -> bool:
    """Tell whether a token stands behind «أمام» of a match: «لقاء فريقه أمام | نادي الشرق»."""
    words = page.words
    if first == 0 or words[first - 1] != "امام":
        return False
    bare = get_grammar("ar").bare
    for i in range(first - 2, max(-1, first - 2 - _NEAR), -1):
        if not page.is_word(i):
            return False
        forms = {words[i], bare(words[i]), bare(words[i]).rstrip("ها").removesuffix("نا")}
        if not _MATCHES.isdisjoint(forms | {form.removesuffix("ت") for form in forms}):
            return True
    return False


def _tells_of_noun(page: Page, first: int) -> bool:
    """Tell whether a relative clause at a token tells of the noun before it: «حيّا رموز المدينة | الذين …»."""
    words, grammar = page.words, get_grammar("ar")
    if first == 0 or words[first] not in grammar.words["relatives"]:
        return False
    before = words[first - 1]
    return page.is_word(first - 1) and before not in grammar.prepositions and not is_verb(before)


def _are_acts(page: Page, first: int) -> bool:
    """Tell whether what looks like women are acts, with their adjective: «تفريغ اللاعبين | للمشاركات الخارجية»."""
    after = page.words[first + 1 : first + 2]
    return page.words[first] in _ACTS and after != () and after[0].startswith("ال")


def _is_of_fair(page: Page, first: int) -> bool:
    """Tell whether «للكتاب» behind a fair is of books, and no writers hear it: «معرض المدينة الدولي | للكتاب»."""
    words = page.words
    if words[first] != _BOOKS:
        return False
    bare = get_grammar("ar").bare
    return any(bare(words[i]) in _FAIRS for i in range(max(0, first - _FARTHEST_FAIR), first))


def _is_of_day(page: Page, first: int) -> bool:
    """Tell whether a day or week is theirs, and they hear nothing: «بمناسبة اليوم العالمي | للمكفوفين»; not «قال اليوم السبت | للصحافيين»."""
    words, bare = page.words, get_grammar("ar").bare
    if first < 2 or not words[first].startswith("لل"):
        return False
    days = (words[i] for i in range(max(0, first - _FARTHEST_FAIR), first - 1))
    world = bare(words[first - 1]) in _OF_THE_WORLD
    return world and any(bare(word.removeprefix("ب")) in _DAYS for word in days)
