"""Where after a pause in an Arabic sentence the outlet leaves what was said: «، دون أن يحدد موعداً», «، فشكره المدرب», «، وقد منح الأموال»."""

from rawi.lang.common import takes_article
from rawi.lang.grammar import get_grammar
from rawi.lang.speech import load_cues
from rawi.lang.verbs import FUTURES, is_verb
from rawi.quote.arabic.endings import is_written_feminine
from rawi.quote.arabic.forms import without_object_pronoun, without_pronoun
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.marks import MARKS
from rawi.quote.page import Page, PlacedCue

_CONDITIONS = frozenset({"اذا", "لو", "ان", "کلما", "متی", "مهما", "لولا"})
_IF = frozenset({"اذا", "ان", "لین", "لو"})
_THEN = frozenset({"فان", "فانه", "فانها", "فانهم"})
_PASSING_ON = frozenset({"ناقلا", "ناقله", "ناقلین", "نقلا"})
_AND_NOT = frozenset({"ولم", "ولا"})
_WAS = frozenset({"کان", "کانت", "کانوا"})
_WAS_DONE = frozenset({"تم", "تمت"})
_RANKS = frozenset({"اول", "ثانی", "احدث", "اخر"})
_REMARKS = frozenset({"رد", "تعلیق", "تعقیب", "تصریح", "اشاره", "تلمیح", "تعریض", "ظهور", "رساله"})
_ON = frozenset({"علی", "الی", "له", "لها", "لهم", "منذ", "بعد"})
_CALLING = frozenset({"وصف", "اعتبر", "سما", "اسما", "عد", "رآ", "نعت", "سم", "اسم"})
_WISHED = frozenset({"ان", "بان", "الا"})
_BUT_THAT = (("الا", "ان"), ("غیر", "ان"), ("بید", "ان"))
_WHILE = frozenset({"فیما", "بینما"})
_OPENING = 4  # tokens of a clause in which its verb stands
_SAID = frozenset({"قال", "قالت"})
_SHORTEST_VERB = 3  # letters


def leaves_content(page: Page, at: int, start: int) -> bool:
    """Tell whether at a token after a pause the outlet goes on with what it tells itself; the content began at `start`."""
    words = page.words
    return (
        withholds(words, at)
        or _answers_condition(page, at, start)
        or (words[at] in _PASSING_ON and words[at + 1 : at + 2] == ("عن",))
        or _has_also(words, at)
        or _did_next(words, at, start)
        or _does_to_him(words, at, start)
        or _speaks_of_itself(page, at)
        or _quotes_anew(page, at)
        or _calls_it(words, at)
        or _is_remark(words, at)
        or _turns_from_wish(words, at, start)
    )


def _turns_from_wish(words: tuple[str, ...], at: int, start: int) -> bool:
    """Tell whether behind what somebody wishes or expects it is told what happened: «أن لا يُذكر اسمه، | إلا أنّ الخبر انتشر», «أن تتجاوز الحرارة أربعين، | فيما رفعت المراكز الاستعداد»."""
    wished = words[start] if words[start] != "لا" else words[start + 1]
    if words[start - 1] not in _WISHED or wished[0] not in "یت" or not is_verb(wished):
        return False
    but = words[at : at + 2] in _BUT_THAT
    if not (but or words[at] in _WHILE):
        return False
    near = words[at + 1 + but : at + 1 + but + (_OPENING if but else 1)]
    return any(word[0] not in "یتس" and is_verb(word) for word in near)


def _calls_it(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the outlet says what somebody called a thing told of: «، في ما وصفه الفريق بأنه «أول دليل»», «، فيما عدّته X «خطوة»».

    >>> _calls_it(("فی", "ما", "وصفه", "الفریق"), 0), _calls_it(("فیما", "وصفته", "الصحف"), 0)
    (True, True)
    """
    verb = at + 1 if words[at] == "فیما" else at + 2
    led = words[at] == "فیما" or words[at : at + 2] == ("فی", "ما")
    return led and without_object_pronoun(words[verb]).removesuffix("ت") in _CALLING


def _quotes_anew(page: Page, at: int) -> bool:
    """Tell whether words in marks follow that have a verb of saying of their own behind them: «أنّ القاعة جاهزة، | و«لسنا خزانة للموتى»، تؤكّد المديرة»."""
    words = page.words
    opener = at + (words[at] == "و")
    if words[opener] not in MARKS or opener + 2 >= len(words):
        return False
    mark = page.mark_at[opener + 1]
    if mark is None or mark[0] != opener + 1:
        return False
    verb = mark[1] + 2
    if verb + 1 >= len(words) or words[verb - 1] not in "،,":
        return False
    hit = load_cues("ar").find(words, verb)
    says = hit is not None and hit.value.shape == "verb" and words[verb][0] not in "وف"
    return says and not is_complementizer(words[verb + 1])


def _is_remark(words: tuple[str, ...], at: int) -> bool:
    """Tell whether the outlet says on what occasion or of whom something was said: «، في أول رد على ما نشرته الصحيفة», «، في إشارة إلى منافسه».

    >>> _is_remark(("فی", "اول", "تعلیق", "له", "علی"), 0), _is_remark(("فی", "اول", "رحله", "له"), 0)
    (True, False)
    """
    if words[at] != "فی":
        return False
    noun = at + 1 + (not _RANKS.isdisjoint(words[at + 1 : at + 2]))
    remark = not _REMARKS.isdisjoint(words[noun : noun + 1])
    return remark and not _ON.isdisjoint(words[noun + 1 : noun + 4])


def _answers_condition(page: Page, at: int, start: int) -> bool:
    """Tell whether the main clause begins behind a condition in which somebody says something: «إذا كان X يرى أنّ C، | فإنّ Y ترى غير ذلك»."""
    if page.words[at] not in _THEN or at in page.mention_at:
        return False
    here = page.sentence_at(at)
    opens = here is not None and page.words[here.first].removeprefix("و") in _IF
    return opens and _IF.isdisjoint(page.words[start:at])


def withholds(words: tuple[str, ...], at: int) -> bool:
    """Tell whether it is told at a token what a speaker did not say besides: «من دون أن يحدد موعداً», «دون الكشف عن السبب».

    >>> withholds(("دون", "ان", "یحدد", "موعدا"), 0), withholds(("دون", "ان", "یعود"), 0)
    (True, False)
    """
    of = words[at : at + 1] == ("من",)
    without = at + of
    kinds = (("دون",), ("بدون",), ("غیر",)) if of else (("دون",), ("بدون",), ("بغیر",))
    if words[without : without + 1] not in kinds:
        return False
    kept = get_grammar("ar").words["withheld"]
    if words[without + 1 : without + 2] == ("ان",):
        return without + 2 < len(words) and words[without + 2][1:] in kept
    return words[without + 1 : without + 2] != () and words[without + 1] in kept


def decides_besides(page: Page, at: int, gender: str | None) -> bool:
    """Tell whether after a pause a feminine participle of deciding tells what she who spoke decides too, also without its ending: «قضت المحكمة بأنّ …، رافضة دعوى الجيران»."""
    word = page.words[at].removeprefix("و")
    deciding = gender == "f" and word.removesuffix("ه") in get_grammar("ar").words["deciding"]
    return deciding and is_written_feminine(page, at)


def _has_also(words: tuple[str, ...], at: int) -> bool:
    """Tell whether «وقد» and a past verb tell what happened besides."""
    if words[at] != "وقد" or at + 1 >= len(words):
        return False
    return words[at + 1][0] not in "یت" or words[at + 1] in _WAS_DONE


def _did_next(words: tuple[str, ...], at: int, start: int) -> bool:
    """Tell whether «ثم» and a past verb follow what is yet to be: «أنّ البلدية ستدفع، ثم نظرت إلى المقاول»."""
    opening = words[start : min(start + _OPENING, at)]
    ahead = any(word.startswith(FUTURES) or (word[0] in "یت" and is_verb(word)) for word in opening)
    return ahead and did_then(words, at)


def did_then(words: tuple[str, ...], at: int) -> bool:
    """Tell whether «ثم» and a past verb stand at a token: «، | ثم عاد إلى عمله».

    >>> did_then(("ثم", "عاد"), 0), did_then(("ثم", "یعود"), 0)
    (True, False)
    """
    if words[at] != "ثم" or at + 1 >= len(words) or words[at + 1][0] in "یت":
        return False
    done = words[at + 1]
    hers = done.endswith("ت") and not done.endswith("ات") and not takes_article(done)  # رمقت
    return hers or is_verb(done) or done in get_grammar("ar").verbs


def _does_to_him(words: tuple[str, ...], at: int, start: int) -> bool:
    """Tell whether a past verb with «ف» and a pronoun tells what another did at the words: «، فشكره المدرب»; no outcome of a condition."""
    joined = words[at][1:]
    bare = without_object_pronoun(joined)
    if words[at][0] != "ف" or bare == joined or bare[0] in "یتس":
        return False
    return (is_verb(bare) or is_verb(bare + "ت")) and _CONDITIONS.isdisjoint(words[start:at])


def _speaks_of_itself(page: Page, at: int) -> bool:
    """Tell whether who writes says I: «، ولم أفهم ما يعنيه»."""
    words = page.words
    if words[at] not in _AND_NOT or at + 1 >= len(words):
        return False
    mine = page.written((at + 1, at + 2)).startswith("أ")
    return mine and is_verb("ی" + words[at + 1][1:])


def tells_on(page: Page, start: int, at: int, *, past: bool) -> bool:
    """Tell whether a present with «و» goes on with what is or used to be told, and is no gesture of who tells it: «أنّ والده كان يرفض المال، | ويسجّل الديون»; `past`: the verb of saying is one."""
    words = page.words
    if words[at][0] != "و" or words[at][1:2] not in ("ی", "ت"):
        return False
    if without_pronoun(words[at + 1]) in get_grammar("ar").words["gestures"]:
        return False  # «كانت تخبز هنا، وتمسح دموعها»
    own = [i for i in range(start, at - 1) if page.mark_at[i] is None]
    if past and any(words[i][0] in "یت" and is_verb(words[i]) for i in own):
        return True  # «أوضح أنّ الجهاز يعمل بالشمس، | ويخزن الماء»
    was = (i for i in own if words[i] in _WAS)
    return any(words[k][0] in "یت" and is_verb(words[k]) for i in was for k in (i + 1, i + 2))


def repeats_verb(page: Page, start: int, at: int) -> bool:
    """Tell whether a past verb with «و» is one of what was told already: «أنّ القمح بلغ ألف طن، | وبلغ الشعير نصفها»."""
    verb = page.words[at][1:].removesuffix("ت")
    if page.words[at][0] != "و" or len(verb) < _SHORTEST_VERB:
        return False
    own = (page.words[i] for i in range(start, at - 1) if page.mark_at[i] is None)
    return any(word.removesuffix("ت") == verb for word in own)


def adds_at_once(page: Page, cue: PlacedCue, gender: str | None) -> bool:
    """Tell whether a verb with «و» tells at once what who spoke adds, without a pause before it: «أنّ السوق واسع | وأضاف أنّ», «أنّ السوق واسع | وقال «…»»; not «أنّ المدير زاره وقال إنّ»."""
    if page.words[cue.first][0] != "و" or cue.cue.passive or cue.cue.object or cue.cue.plural:
        return False
    if None not in (gender, cue.cue.gender) and gender != cue.cue.gender:
        return False
    after = page.words[cue.last : cue.last + 2]
    marks = after[1:] if after[:1] == (":",) else after[:1]
    if any(word in MARKS for word in marks):
        return cue.cue.cue_class == "continuing" or page.words[cue.first][1:] in _SAID
    return cue.cue.cue_class == "continuing" and any(map(is_complementizer, after[:1]))
