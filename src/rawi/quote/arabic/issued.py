"""Who issued the Arabic statement or report a sentence goes back to: «أعلن النادي، في بيان، تجديد عقد X. وقال البيان إنّ», «أكد المكتب، في تقريره، أنّ C. وذكر التقرير أنّ»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.quote.arabic.forms import joined_form
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.texts import is_definite_text
from rawi.quote.cast import Cast
from rawi.quote.exchanges import Turn
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker, Words

_WITHIN = frozenset({"فی", "عبر", "ضمن"})
_PUTTING_OUT = frozenset({"اصدر", "اصدرت", "وزع", "وزعت", "عمم", "عممت", "تلا", "تلت"})


def goes_back(words: Words) -> bool:
    """Tell whether a phrase is a text or a report told of before: البيان, التقرير."""
    return is_definite_text(words) or _is_report(words)


def find_text_issuer(
    page: Page, cast: Cast, turns: Sequence[Turn], saying: Saying
) -> Speaker | None:
    """Who spoke or did something last in a statement of that noun, told of there without the article.

    «أفاد بيان صادر عن X بأنّ C», «دعت X في تعميم إلى أن», «أعلن X، في بيان، تجديد عقد Y»; then «وأضاف البيان أنّ».
    """
    source, here = saying.source, page.sentence_at(saying.start)
    if source is None or here is None:
        return None
    words = page.words[slice(*source)]
    forms = _forms(words[0].removeprefix("ال"))
    spoke = {page.sentence_at(turn.saying.start): turn.speaker for turn in turns}
    for sentence in reversed(page.sentences_before(here, len(page.sentences))):
        noun = _find_noun(page, sentence, forms)
        if noun is None:
            continue
        within = page.words[noun - 1] in _WITHIN
        if _is_report(words) and not within:
            return None  # «نشر الموقع تقريراً عن X. وقال التقرير إنّ»
        if sentence in spoke or not (within or _puts_out(page, sentence)):
            return spoke.get(sentence)
        acting = read_source(page, sentence.first + 1, noun)
        return cast.identify(acting, "ar", ()) if acting is not None else None
    return None


def _is_report(words: Words) -> bool:
    """Tell whether a phrase is one report told of before, which speaks itself where nobody is told to have issued it: التقرير, الدراسة."""
    noun = words[0].removeprefix("ال")
    return len(words) == 1 and noun != words[0] and noun in get_grammar("ar").documents


def _forms(noun: str) -> frozenset[str]:
    """How a text is called where it is told of first: بيان, بياناً, ببيان, بيانها."""
    stem = noun[:-1] + "ت" if noun.endswith("ه") else noun
    return frozenset(
        {noun, noun + "ا", "ب" + noun, "و" + noun, stem + "ه", stem + "ها", stem + "هم"}
    )


def _find_noun(page: Page, sentence: PlacedSentence, forms: frozenset[str]) -> int | None:
    """The first token of a sentence that is one of some forms of a noun."""
    near = range(sentence.first + 1, sentence.last)
    return next((i for i in near if page.words[i] in forms), None)


def _puts_out(page: Page, sentence: PlacedSentence) -> bool:
    """Tell whether a sentence opens with putting a text out: «أصدرت البلدية بياناً»."""
    return joined_form(page.words[sentence.first], _PUTTING_OUT) is not None
