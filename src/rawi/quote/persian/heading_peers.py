"""Whom «همتای X» of a Persian heading means, whom the report below tells by name: «وزیر نیرو در دیدار همتای هیرکانی: C»."""

from rawi.quote.cast import Cast
from rawi.quote.page import Page
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_PEERS = frozenset({"همتا", "همتای", "همتایش"})


def find_heading_peer(
    page: Page, cast: Cast, saying: Saying, speaker: Speaker | None
) -> Speaker | None:
    """The only one named in the paragraph below a heading who has the office of who speaks in it."""
    place, here = saying.addressee, page.sentence_at(saying.start)
    heading = here is not None and saying.rule == "fa.headline" and here.paragraph == 0
    if place is None or speaker is None or page.words[place[0]] not in _PEERS:
        return None
    if not heading or not page.paragraphs[1:]:
        return None
    below = range(page.paragraphs[1].first, page.paragraphs[1].last)
    heads = {role[0] for role in speaker.roles}
    named = {id(cast.at[i]): cast.at[i] for i in below if i in cast.at}
    peers = [
        one
        for one in named.values()
        if one is not speaker and any(role[0] in heads for role in one.roles)
    ]
    return peers[0] if len(peers) == 1 else None
