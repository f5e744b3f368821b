"""Whom Persian words in marks call upon as one calls those one knows: «مامان، …», «پسرم، …», «…، رفیق؟»."""

from typing import NamedTuple

from rawi.lang.grammar import get_grammar
from rawi.quote.cast import Cast
from rawi.quote.exchanges import Turn
from rawi.quote.nearness import follows, is_near
from rawi.quote.page import Page
from rawi.quote.persian.hailed import ends_of_call
from rawi.quote.persian.whose_kin import find_whose_kin
from rawi.quote.roles import agree
from rawi.quote.saying import Range, Saying
from rawi.quote.speaker import Speaker

# The sets of such words, with the gender they tell.
_SETS = (("calls_to_women", "f"), ("calls_to_men", "m"), ("calls_to_anyone", None))


class Call(NamedTuple):
    """A word by which somebody is called, with the gender it tells."""

    word: str
    gender: str | None


def read_call(page: Page, content: Range) -> Call | None:
    """The word at the beginning or end of words in marks by which they call somebody close."""
    sets = get_grammar("fa").words
    for begin, end in ends_of_call(page, content):
        word = "".join(page.words[begin:end])
        for name, gender in _SETS:
            if word in sets[name]:
                return Call(word, gender)
    return None


def find_called_kin(
    page: Page, cast: Cast, saying: Saying, speaker: Speaker | None, last: Turn | None
) -> Speaker | None:
    """Whom «مامان», «پسرم» calls upon: the elder whose child or grandchild the speaker is told to be, else who spoke right before."""
    call = read_call(page, saying.content[0])
    if call is None:
        return None
    elder = call.word in get_grammar("fa").words["elders"]
    if elder and speaker is not None and (kin := find_whose_kin(page, cast, speaker)) is not None:
        return kin if agree(kin.gender, call.gender) else None
    if last is None or last.speaker is None or not is_near(page, last.saying, saying):
        return None
    if last.saying.kind != "direct" and not follows(page, last.saying, saying):
        return None  # of whom only a clause was told
    one = not (last.speaker.body or last.speaker.plural)
    return last.speaker if one and agree(last.speaker.gender, call.gender) else None
