"""Where the content of an Arabic cue begins: marks, a colon, أنّ, and for the plainest verbs a pause."""

from functools import cache
from typing import NamedTuple

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.speech import THATS, load_cues
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.answers import answers_whether
from rawi.quote.arabic.bodies import heads_marked, names_workplace
from rawi.quote.arabic.called_so import is_deemed
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.further_thats import belongs_to_next
from rawi.quote.arabic.marked_names import SHORT_MARK, is_called, is_title
from rawi.quote.arabic.nicknames import is_naming
from rawi.quote.arabic.people_words import ends_role
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.texts import RELAYING
from rawi.quote.arabic.words import (
    AGAINST_HIM,
    GOVERNING,
    TO_HIM,
    WHETHER,
    hides_name,
    is_asking,
    is_complementizer,
    is_inscribed,
    is_that_not,
    spells_name,
)
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue
from rawi.quote.saying import Range

# The content begins at most so many tokens after the cue: name, role, place and occasion stand between.
_LONGEST_GAP = 45
_LONGEST_GAP_PARTICIPLE = 12
PAUSES = frozenset("،؛,;")
BEFORE_CONTENT = MARKS | {":"}
_PREFERRING = frozenset({"فضل", "فضلت", "فضلوا", "اثر", "اثرت", "اثروا"})  # nouns too
_BECAUSE = frozenset({"لان", "لانه", "لانها", "لانهم"})
_WISHES = frozenset({"request", "wish"})
_SHORTEST_ON = 4  # words of a clause that goes on after marks
_FRAGMENTS = frozenset({"fragment", "label"})
_OF_WHAT = frozenset({"عن", "من"})
_SHORTEST_FRAGMENT = 2  # words
_SAID = frozenset({"قول", "عباره", "جمله"})  # «كرّر قول «لا»»
HOW = frozenset({"کیف", "لماذا"})
_ON_HIM = tuple((word,) for word in AGAINST_HIM)
_OF_THEM = frozenset({"منهم", "منهن", "منهما", "منکم", "منا"})  # «سألتهن من منهن صاحبة الفكرة»
_WHAT_IS = frozenset({"الذی", "التی", "هو", "هی", "سر", "سبب"})  # «سأله ما الذي يريده»
_ABOUT_WHAT = frozenset({"عما", "عم", "بم", "مم", "بما", "مما"})
_WHENCE = frozenset({"من", "الی", "حتی", "منذ"})
_NAMES = frozenset({"اسم", "اسما", "لقب", "لقبا", "تسمیه", "کنیه"})
_WAS = (("کان",), ("کانت",), ("کانوا",))


class Opening(NamedTuple):
    """Where a content begins: `at` is its opener, `start` its first token; `sign` is mark, fragment, that, colon, pause or bare."""

    at: int
    start: int
    sign: str


def find_opening(page: Page, cue: PlacedCue, limit: int, last: int) -> Opening | None:
    """Find where the content of a cue begins: the first of marks, colon, complementizer, and for some a pause."""
    words = page.words
    gap = _LONGEST_GAP if cue.cue.shape == "verb" else _LONGEST_GAP_PARTICIPLE
    openers = MARKS if is_fragmentary(cue) else _openers()
    for i in range(cue.last, min(limit, cue.last + gap, last)):
        if words[i] not in openers or page.mark_at[i] is not None:
            continue
        if i > cue.last and hides_name(words, i) and _is_unwilling(words, i - 1):
            continue  # «ألمح عضو، طلب ألا يُذكر اسمه، إلى أنّ», «رفض أن يُذكر اسمه»
        if words[i] in PAUSES and is_asking(words[cue.first]) and _is_then(words, i + 1):
            return None  # «سألناه عن النوم، فضحك: «…»»: he answers
        if words[i] == ":" and not _is_clock(page, i):
            start = i + 2 if i + 1 < last and words[i + 1] in MARKS else i + 1
            return Opening(i, start, "mark" if start == i + 2 and page.mark_at[start] else "colon")
        told = _told_from(page, i, cue)
        if told is not None and told < last:
            return Opening(i, told, "that")
        that = is_complementizer(words[i]) and i + 1 < last and not _is_of_name(page, i)
        if that and _opens_clause(page, cue, i):
            start = next((k for k in range(i + 1, last) if words[k] not in BEFORE_CONTENT), last)
            return Opening(i, min(start, last - 1), "that")
        if words[i] in MARKS and i + 1 < last and _is_content(page, i, cue):
            return Opening(i, i + 1, "fragment" if _is_fragment(page, i, cue) else "mark")
    return _pause_opening(page, cue, limit, last)


@cache
def _openers() -> frozenset[str]:
    """The words and signs a content, or what comes instead of it, may open with; at no other token is anything looked for."""
    asking = get_grammar("ar").words["interrogatives"] | _ABOUT_WHAT | _WHENCE | HOW
    small = {"عما", "ما", "من", "عمن", "ان", "الا", "بالا"}
    return PAUSES | BEFORE_CONTENT | THATS | _BECAUSE | asking | small


def _is_of_name(page: Page, at: int) -> bool:
    """Tell whether what looks like «أن» is part of a name: «ماري | آن كولتر», «بي | إن سبورت»."""
    return page.written((at, at + 1)).startswith("آ") or spells_name(page.words, at)


def _is_then(words: tuple[str, ...], at: int) -> bool:
    """Tell whether at a token «ف» and a verb stand: فضحك, فيبتسم."""
    word = words[at] if at < len(words) else ""
    return word.startswith("ف") and is_verb(word[1:])


def is_fragmentary(cue: PlacedCue) -> bool:
    """Tell whether a verb says something only with words in marks: «ندّد بـ«الصمت المطبق»»."""
    return "fragment" in cue.cue.frames and cue.cue.frames <= {"fragment", "object"}


def _is_clock(page: Page, colon: int) -> bool:
    """Tell whether a colon parts hours from minutes: «عند الساعة 21:40»."""
    near = page.words[colon - 1 : colon + 2]
    return len(near) > 2 and near[0].isdigit() and near[2].isdigit() and page.glued(colon + 1)


def _told_from(page: Page, at: int, cue: PlacedCue) -> int | None:
    """Where a content begins at a token that is no «أنّ»: a question, «ألا», behind «عما إذا» and «لأنّ»; else None."""
    words = page.words
    if answers_whether(words, at, cue):
        return None
    if words[at : at + 2] == ("عما", "اذا"):
        return at + 2  # as «أنّ» no part of what was asked
    if _regrets(words, at, cue):
        return at + 1
    if _asks(page, at, cue):
        return at
    denied = is_that_not(page, at) and at + 1 < len(words)
    return at if denied else None


def _is_unwilling(words: tuple[str, ...], at: int) -> bool:
    """Tell whether a verb stands at a token, by which somebody would not be named: «طلب | ألا», «فضّل | ألا»."""
    return (
        words[at] in _PREFERRING
        or is_verb(words[at])
        or load_cues("ar").find(words, at) is not None
    )


def _regrets(words: tuple[str, ...], at: int, cue: PlacedCue) -> bool:
    """Tell whether «because» tells what someone is sorry or glad of: «أعرب عن أسفه لأنّ الموسم انتهى»."""
    if words[at] not in _BECAUSE or "fragment" not in cue.cue.frames:
        return False
    return without_pronoun(words[at - 1]) in get_grammar("ar").words["felt"]


def _asks(page: Page, token: int, cue: PlacedCue) -> bool:
    """Tell whether a question begins at a token: «ما إذا», after verbs of asking also هل, متى, عمّن, of explaining كيف."""
    words, sets = page.words, get_grammar("ar").words
    if words[token] in HOW and "how" in cue.cue.frames:
        return True  # «تشرح المديرة كيف جمعوا المال»
    if words[token : token + 2] in WHETHER:
        return True
    if words[token] == "ان" and words[token + 1 : token + 2] in _WAS:
        return is_asking(words[cue.first])  # «سأله إن كان سيعود»
    asked = words[token] in sets["interrogatives"] or words[token] == "عمن"
    if words[token] == "الام":
        asked = is_verb(words[token + 1])  # «إلام يعود الفضل», but «سألت الأم ابنها»
    asked = asked or (words[token] == "ما" and words[token + 1] in _WHAT_IS)
    if words[token] in _ABOUT_WHAT:
        does = words[token + 1]
        asked = is_verb(does) or is_verb(
            without_object_pronoun(does)
        )  # «سُئلت عما تنويه», «سأله بم ينصح»
    if words[token] == "من" and token + 1 < len(words):
        # «سأله: من فتح الباب», «صحفي من يومية X»
        whom = words[token + 1]
        asked = is_verb(whom) or whom in get_grammar("ar").pronouns or whom in _OF_THEM
    if words[token] in _WHENCE and words[token + 1 : token + 2] in (("این",), ("متی",)):
        asked = True  # «تساءل من أين ستأتي الأموال»
    return asked and is_asking(words[cue.first])


def _opens_clause(page: Page, cue: PlacedCue, at: int) -> bool:
    """Tell whether «أن» opens what was said: not after «بعد» and its kin, nor before a verb unless it is wished for."""
    words = page.words
    if at > cue.last and words[at + 1 : at + 2] in _WAS and is_asking(words[at - 1]):
        return False  # «أجاب حين سُئل إن كان …»
    back = words[at][0] == "ب" and words[at - 1] in TO_HIM  # «ردّت عليها بأنّ»
    # «اقترح عليها أن»
    back = back or ("on" in cue.cue.frames and words[cue.last : at] in _ON_HIM)
    if at > cue.last and not back and words[at - 1] in get_grammar("ar").words["before_that"]:
        # «أحاطهم علماً بأنّ»; not the outlet's own «علماً أنّ»
        informed = words[at - 1] == "علما" and words[at][0] == "ب" and "hears" in cue.cue.frames
        # «عليه أن» is a duty, but «المدعى عليه» someone.
        return informed or ends_role(words, at - 1)
    if words[at - 2 : at] == ("اشاره", "الی") and at - 2 >= cue.last:
        return False  # «…، في إشارة إلى أنّ»: the outlet explains
    if at > cue.last and belongs_to_next(page, cue.last, at):
        return False
    if words[at] != "ان" or cue.cue.shape != "verb" or cue.cue.frames & _WISHES:
        return True
    bare = words[at + 1]
    # «قال إنّ» and never «قال أن يفعل»; after a preposition («شدّد على أن يعود») it is wished for.
    wished = words[at - 1] in GOVERNING
    stated = page.written((at, at + 1)).startswith("إ") or takes_article(bare)  # «إن تأخر الإسمنت»
    return wished or stated or not (bare[0] in "یت" and is_verb(bare))


def speaks_later(page: Page, cues: list[PlacedCue], at: int) -> bool:
    """Tell whether after a colon a participle and a colon or marks follow: «وأضاف X: مسروراً …، قائلاً: «…»»."""
    return any(
        cue.first > at
        and cue.cue.shape == "participle"
        and page.words[cue.last : cue.last + 1] in ((":",), ('"',), ("«",), ("“",))
        for cue in cues
    )


def _pause_opening(page: Page, cue: PlacedCue, limit: int, last: int) -> Opening | None:
    """«قالت لجنة الانتخابات، لم يكن …»: after the plainest verbs a pause may stand for «إنّ»."""
    if "pause" not in cue.cue.frames or limit < last:
        return None
    source = read_source(page, cue.last, limit)
    after = source[1] if source else cue.last
    if after < last and page.words[after] in PAUSES and page.count_words(after, last) >= 4:
        return Opening(after, after + 1, "pause")
    return None


def _is_content(page: Page, opener: int, cue: PlacedCue) -> bool:
    """Tell whether marks after a cue hold what was said, and not the name of an outlet or a title."""
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1:
        return False
    person = page.person_at(mark[0])
    if person and (person.first, person.last) == mark:
        return False  # «النائب "X"»
    fragment = _is_fragment(page, opener, cue)
    if is_fragmentary(cue):
        return fragment
    said = page.words[opener - 1] in _SAID or is_inscribed(page.words, cue.first)
    if not fragment and (_passes_on(page, cue, mark) or is_title(page, opener, mark)):
        return False
    if fragment or said or page.count_words(*mark) > SHORT_MARK:
        return True
    if _is_name_told(page, opener, cue):
        return False
    if opener == cue.last:
        # «سألت «الأفق» الباحثة»: a word or a name in marks, and the sentence goes on
        after = mark[1] + 1
        goes_on = after < len(page.words) and page.is_word(after)
        named = mark[1] - mark[0] == 1 or mark[0] in page.mention_at
        return not (goes_on and (named or is_complementizer(page.words[after])))
    if is_called(page, opener, mark) or _is_named_behind(page, mark):
        return False
    # «قال المدرب «لا»»: a short one only where the source ends, and not as the name of an outlet.
    source = read_source(page, cue.last, opener)
    named = heads_marked(page, opener) or names_workplace(page, opener)
    # «قال المدرب، «لا».»: over a pause where the sentence ends with it.
    paused = page.words[opener - 1] in PAUSES and _ends_sentence(page, mark)
    if source is not None and "wish" in cue.cue.frames and not is_somebody(page, source):
        return False  # «رفض دعوى "ورثة النحّات"»
    return source is not None and (source[1] == opener or paused) and not named


def _passes_on(page: Page, cue: PlacedCue, mark: Range) -> bool:
    """Tell whether words in marks are who passes on what another said: «نقل برنامج «ساعة الصباح» عن X قوله: «C»»."""
    telling = page.words[cue.first].lstrip("وف").startswith(RELAYING)
    return telling and page.words[mark[1] + 1 : mark[1] + 2] == ("عن",)


def _is_name_told(page: Page, opener: int, cue: PlacedCue) -> bool:
    """Tell whether a few words in marks are how someone or something is called: «سائق يلقّبه الركاب «القبطان»», «اتفقوا على اسم القطة، «لولو»»."""
    if any(is_naming(word) for word in page.words[max(cue.last, opener - 3) : opener]):
        return True
    apposed = page.words[opener - 1] in PAUSES
    return apposed and not _NAMES.isdisjoint(page.words[cue.last : opener])


def _is_named_behind(page: Page, mark: Range) -> bool:
    """Tell whether over a pause behind a few words in marks the name of who is of that club or body stands: «وصفه مدرب «نجوم الساحل»، | سامي عون، بأنه»."""
    parted = page.words[mark[1] + 1 : mark[1] + 2]
    named = page.person_at(mark[1] + 2)
    apposed = named is not None and named.first == mark[1] + 2
    return parted != () and parted[0] in PAUSES and apposed


def _is_fragment(page: Page, opener: int, cue: PlacedCue) -> bool:
    """Tell whether words in marks are what a verb is about: «ندّد بـ«الصمت المطبق»», «أعرب عن «قلقه العميق»»."""
    before = page.words[opener - 1]
    if (deemed := page.mark_at[opener + 1]) is not None and is_deemed(page, cue, deemed):
        return True
    governed = before == "ب" or (before in _OF_WHAT and "label" not in cue.cue.frames)
    governed = governed or (before == "الی" and "cause" in cue.cue.frames)
    if "object" in cue.cue.frames and "fragment" in cue.cue.frames and not governed:
        source = read_source(page, cue.last, opener)  # «استهجن المدرب «غياب الحكم»»
        governed = source is not None and source[1] == opener and not heads_marked(page, opener)
    told = not _FRAGMENTS.isdisjoint(cue.cue.frames)
    mark = page.mark_at[opener + 1] or (opener, opener)
    # «وصفه بـ«المتسرّع»»: a label may be one word
    shortest = 1 if "label" in cue.cue.frames else _SHORTEST_FRAGMENT
    return told and governed and page.count_words(*mark) >= shortest


def _ends_sentence(page: Page, mark: Range) -> bool:
    """Tell whether nothing follows marks in their sentence."""
    sentence = page.sentence_at(mark[0])
    return sentence is not None and not page.count_words(mark[1], sentence.last)


def only_mark(page: Page, mark: Range, opening: Opening, last: int) -> bool:
    """Tell whether after the complementizer all stands in the marks, or a pause follows them."""
    if opening.sign != "that":
        return opening.sign in ("mark", "fragment")
    rest = page.count_words(min(mark[1], last), last)
    after = mark[1] + 1
    return not rest or (after < last and page.words[after] in PAUSES)


def goes_on_unmarked(page: Page, mark: Range, end: int) -> bool:
    """Tell whether a clause goes on right after a few words in marks, «تقول «من المستحيل» نزع السلاح …», or over a pause with another: «أنّ «C»، وأنّ D»."""
    after = mark[1] + 1
    if after + 1 < end and page.words[after] in PAUSES:
        joined = page.words[after + 1]
        return joined[0] == "و" and is_complementizer(joined[1:])
    return (
        page.count_words(*mark) <= SHORT_MARK
        and after < end
        and page.is_word(after)
        and load_cues("ar").find(page.words, after) is None
        and page.count_words(after, end) >= _SHORTEST_ON
    )
