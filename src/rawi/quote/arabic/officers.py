"""Whom the pronoun of an Arabic verb means by the role its sentence calls him by before: «اقترب صبي من الحارس وقال له»."""

from rawi.lang.grammar import get_grammar
from rawi.lang.nouns import ONE_OF, names_people
from rawi.lang.people import load_people
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.spoken_of import opens_about
from rawi.quote.arabic.words import is_complementizer
from rawi.quote.page import Page
from rawi.quote.saying import Range, Saying

_SHORTEST = 4  # letters of a role with its article


def find_officer(page: Page, saying: Saying, gender: str | None) -> Range | None:
    """The only role with the article of a gender before a verb in its sentence, without a name and not of who speaks; None where there are more."""
    sentence = page.sentence_at(saying.start)
    if sentence is None or saying.cue is None or gender is None:
        return None
    before = range(sentence.first, saying.cue[0])
    source = range(*saying.source) if saying.source else range(0)
    found = [i for i in before if i not in source and _is_officer(page, i, gender)]
    if len(found) != 1:
        return None
    end = found[0] + 1 + (page.words[found[0]] in ONE_OF)
    while _describes(page, end):
        end += 1  # «المدير الفني»
    return found[0], end


def _describes(page: Page, token: int) -> bool:
    """Tell whether at a token an adjective with the article stands: «المدير | الفني»; not «الوزير | إلى القاعة», «الحارس | الذي»."""
    grammar, word = get_grammar("ar"), page.words[token]
    small = word in grammar.prepositions or word in grammar.words["relatives"]
    small = small or is_complementizer(word) or is_verb(word)
    return word.startswith("ال") and page.mark_at[token] is None and not small


def _is_officer(page: Page, token: int, gender: str) -> bool:
    """Tell whether at a token somebody of a gender is called by a role alone, whom something is done to: «من | الحارس»; not «عن المدير»."""
    word = page.words[token]
    if ONE_OF.get(word) == gender and page.mark_at[token] is None:
        return names_people(
            page.words[token + 1].removeprefix("ال"), "ar"
        )  # «أوقف | أحد المزارعين | وسأله»
    if not word.startswith("ال") or len(word) < _SHORTEST or page.mark_at[token] is not None:
        return False
    if token in page.mention_at or token + 1 in page.mention_at or opens_about(page, token - 1):
        return False
    hit = load_people("ar").roles.find((word[2:],), 0)
    return hit is not None and hit.value.gender == gender
