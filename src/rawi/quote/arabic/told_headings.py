"""Arabic headings that tell what someone does and then what he says: «رئيس البلدية يفتتح السوق: أوفينا بما وعدنا»."""

from itertools import pairwise

from rawi.lang.common import takes_article
from rawi.lang.first_person import says_i
from rawi.lang.grammar import get_grammar
from rawi.lang.verbs import is_verb
from rawi.quote.arabic.heading_contents import tells_event
from rawi.quote.arabic.hearers import read_partner
from rawi.quote.arabic.openings import is_fragmentary
from rawi.quote.arabic.phrases import read_source
from rawi.quote.arabic.subjects import is_somebody
from rawi.quote.arabic.told import past_gender
from rawi.quote.contents import tell_kind
from rawi.quote.page import Page, Paragraph
from rawi.quote.saying import Range, Saying

_FEWEST_SAID = 2
_YOURS = "کم"
_NO_MORE = frozenset({("ما", "عاد"), ("ما", "عادت"), ("ما", "عدنا")})


def read_told_heading(page: Page, paragraph: Paragraph, place: Range) -> Saying | None:
    """Read the subject of a present before the colon of a heading as who says what stands behind it, where somebody speaks there as I, we or to you.

    `place`: the words before the colon. A verb of saying is read as in any sentence.
    """
    begin, colon = place
    verb = next((i for i in range(begin + 1, colon) if is_verb(page.words[i])), None)
    content = page.trim(colon + 1, paragraph.last)
    if verb is None or content is None or page.words[verb][0] not in "یت":
        return None
    cues = page.cues(begin, colon, "ar")
    subject = read_source(page, begin, verb)
    writes = past_gender(page.words[verb], get_grammar("ar").words["writing_to"]) is not None
    someone = subject == (begin, verb) and is_somebody(page, subject)
    if not someone or not (writes or not _is_body(page, begin)):
        return None
    if any(not is_fragmentary(cue) for cue in cues) and not writes:
        return None
    if page.count_words(*content) < _FEWEST_SAID or tells_event(page, content):
        return None
    if not (cues or writes or _speaks(page, content)):
        return None
    kind = tell_kind(page, (content,), colon=True)
    # «اتحاد المكتبات يراسل شركة الكهرباء: C»
    told = read_partner(page, verb + 1, colon) if writes else None
    return Saying("ar", (content,), kind, "ar.headline", source=subject, addressee=told)


def _is_body(page: Page, token: int) -> bool:
    """Tell whether an organisation or a place is named at a token."""
    mention = page.mention_at.get(token)
    return mention is not None and mention.mention.type != "PER"


def _speaks(page: Page, content: Range) -> bool:
    """Tell whether words are someone's own or said to somebody: «أوفينا بما وعدنا», «البيت بيتكم»."""
    words = page.words[slice(*content)]
    yours = (w.removesuffix(_YOURS) for w in words if w.endswith(_YOURS) and len(w) > len(_YOURS))
    if page.mark_at[content[0]] is not None or says_i(words) or any(map(takes_article, yours)):
        return True
    spoken = get_grammar("ar").words["colloquial"]
    return not spoken.isdisjoint(words) or not _NO_MORE.isdisjoint(pairwise(words))
