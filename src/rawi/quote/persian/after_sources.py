"""Where, behind whom a Persian attribution names, what he said begins: «به گفتهٔ X، کشاورزی از روستا، | C», «بنا بر مقاله ای که دیروز چاپ شد، | C»."""

from rawi.lang.grammar import get_grammar
from rawi.quote.page import Page
from rawi.quote.persian.phrases import PAUSES
from rawi.quote.persian.verbs import follows_finite_verb, is_finite
from rawi.quote.persian.voices import find_head, is_one
from rawi.quote.roles import is_relation, is_role
from rawi.quote.saying import Range

_LONGEST_CALLING = 4  # words before «که» in «دامپزشکی که»
_LONGEST_TRADE = 6  # words of «حامی طرح»
_BY_CAUSE = frozenset({"از", "ترس", "بیم", "فرط", "شدت", "نبود", "کمبود"})
_LONGEST_ASIDE = 16  # tokens of «کشاورزی از روستا»


def skip_apposition(page: Page, source: Range, at: int, last: int) -> int:
    """After «به گفتهٔ X،» the token after what says who he is: «دامپزشکی که گربه را دید، | C», «کشاورزی از روستا، | C»."""
    if (described := _skip_someone(page, source, at, last)) is not None:
        return described
    that = next(
        (i for i in range(at + 1, min(at + _LONGEST_CALLING, last)) if page.words[i] == "که"), 0
    )
    if not that or not is_one(page, (at, that)):
        return at
    pauses = (i for i in range(that, last) if page.words[i] in PAUSES and page.mark_at[i] is None)
    pause = next((i for i in pauses if follows_finite_verb(page, i)), 0)
    return pause + 1 if pause else at


def _skip_someone(page: Page, source: Range, at: int, last: int) -> int | None:
    """The token after words between pauses that say someone of a calling or an age a named source is; «به گفتهٔ پلیس، مردی ۷۰ ساله، …» is told of another."""
    pause = next(
        (i for i in range(at + 2, min(at + _LONGEST_ASIDE, last)) if page.words[i] in PAUSES), 0
    )
    if (
        not pause
        or page.count_words(pause, last) < 2
        or any(is_finite(page, i) for i in range(at, pause))
    ):
        return None
    if _told_already(page, source, at) or _BY_CAUSE.issuperset(page.words[at + 1 : at + 3]):
        return None  # «به گفتهٔ X، نانوا، | مشتری از ترس گرانی، نان نمی خرد»
    is_name = page.person_at(find_head(page, source)) is not None
    if is_name and is_role(page.words[at:pause], "fa") and page.count_words(at, pause) > 1:
        return pause + 1  # «به گفتهٔ مینا صدری، استاد گیاه شناسی در دانشگاه، C»
    makes = (
        page.words[at]
        in get_grammar("fa").words["undertakers"] | get_grammar("fa").words["leaders"]
    )
    makes = makes or is_role(page.words[at:pause], "fa")
    if makes and page.names_body(source[0], "fa") and page.count_words(at, pause) <= _LONGEST_TRADE:
        return pause + 1  # «به گفتهٔ بنیاد X، حامی طرح، C»
    someone = is_one(page, (at, pause)) or page.words[at] in get_grammar("fa").words["named_people"]
    named = is_name or is_relation(page.words[slice(*source)], "fa")
    return pause + 1 if named and someone and page.words[at].endswith("ی") else None


def _told_already(page: Page, source: Range, at: int) -> bool:
    """Tell whether who a source is was told before a token: in it behind a comma, or by a clause with «که»."""
    commas = (page.words[i] in PAUSES and page.mark_at[i] is None for i in range(*source))
    return any(commas) or at - 1 > source[1]


def skip_relative(page: Page, at: int, last: int) -> int:
    """After «بنا بر مقاله ای که دیروز منتشر شد، …», «به باور X، که اینجا دکان داشته، …» the token after the relative clause."""
    if page.words[at : at + 2] == ("،", "که"):
        at += 1
    hosted = page.words[at : at + 1] == ("منتشر",)  # «اطلاعیه ای که در صفحهٔ X | منتشر شد، C»
    if at >= last or (page.words[at] != "که" and not hosted):
        return at
    if not any(page.words[i] in PAUSES for i in range(at, last)) and ends_in_verb(page, last):
        return last  # «C، طبق مطالعه ای که دیروز منتشر شد.»
    return next(
        (
            i
            for i in range(at, last)
            if page.words[i] in PAUSES
            and page.mark_at[i] is None
            and (follows_finite_verb(page, i) or page.words[i - 1].endswith("ه"))
        ),
        at,
    )


def ends_in_verb(page: Page, last: int) -> bool:
    """Tell whether a sentence ends with a finite verb and its full stop."""
    return follows_finite_verb(page, last - (not page.is_word(last - 1)))


def skip_place(page: Page, at: int, last: int) -> int:
    """After «به نوشتهٔ X» the token after a phrase of place or time before a pause: «در دفترچهٔ طرح، …»."""
    grammar = get_grammar("fa")
    if at >= last or page.words[at] not in grammar.prepositions:
        return at
    if page.words[at] == "از" and page.words[at - 1] in grammar.pronouns:
        return at  # «به گفتهٔ او | از هر ده کتاب، هفت کتاب …»
    for i in range(at, min(last, at + 8)):
        if page.words[i] in PAUSES and page.mark_at[i] is None:
            return i + 1
        if page.mark_at[i] is None and is_finite(page, i):
            break
    return at
