"""Whom an Arabic verb of greeting, excusing or turning reaches by its preposition while one speaks: «اعتذرت الشركة للزبائن», «رحّبت المديرة بالضيوف», «أبرق الرئيس إلى نظيره», «نادى البائع على المارة», «صرخ المدرب في لاعبيه», «احتج السكان لدى المدير»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import heads_people
from rawi.quote.arabic.hearers import is_someone, read_addressed, read_partner
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.told import past_gender
from rawi.quote.page import Page
from rawi.quote.saying import Range

_FARTHEST = 10  # tokens from the verb to whom it reaches


def find_signed_to(page: Page, verb: int, stop: int) -> Range | None:
    """Whom the verb at a token reaches, before `stop`; None where it is no such verb, or names nobody."""
    sets, word = get_grammar("ar").words, page.words[verb]
    reaches = {
        preposition
        for preposition, verbs in (
            ("ل", "signing_to"),
            ("ب", "welcoming"),
            ("الی", "signing_towards"),
            ("علی", "signing_on"),
            ("من", "signing_from"),
            ("فی", "signing_at"),
            ("لدی", "complaining"),
        )
        if past_gender(word, sets[verbs]) is not None
    }
    if not reaches:
        return None
    for i in range(verb + 1, min(stop, verb + _FARTHEST)):
        if page.mark_at[i] is not None:
            return None
        if (reached := _reached_at(page, i, stop, reaches)) is not None:
            return reached
    return None


def _reached_at(page: Page, at: int, stop: int, prepositions: set[str]) -> Range | None:
    """Who stands at a token behind one of some prepositions, or joined with it: «للزبائن», «بالضيوف», «إلى نظيره»."""
    word = page.words[at]
    if word in prepositions:
        return read_partner(page, at + 1, stop) if is_someone(page, at + 1) else None
    if word[0] not in prepositions:
        return None
    article = word.startswith("لل")
    someone = is_someone(page, at, 1) or (article and is_someone(page, at, 2))
    someone = someone or heads_people(word[1:])  # «أهاب بسالكي الطريق»
    if not someone or (
        word[0] == "ب" and not word.startswith("بال") and not _may_be_reached(page, at)
    ):
        return None
    if word[0] == "ل":
        return read_addressed(page, at, stop)
    return read_source(page, at, stop, after_preposition=True)


def _may_be_reached(page: Page, at: int) -> bool:
    """Tell whether behind a letter at a token a name or people begin: «بهدى سالم», «بسالكي الطريق»."""
    if heads_people(page.words[at][1:]):
        return True
    mention = page.mention_at.get(at)
    return mention is not None and mention.mention.span.start > page.reading.starts[at]
