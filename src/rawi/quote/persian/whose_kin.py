"""Whose kin somebody is whom a Persian report introduces so: «نوهٔ هفت سالهٔ X، Y، …»."""

from rawi.quote.cast import Cast
from rawi.quote.page import Page
from rawi.quote.roles import is_relation
from rawi.quote.speaker import Speaker

_LONGEST = 4  # tokens from «نوهٔ» to whose grandchild somebody is


def find_whose_kin(page: Page, cast: Cast, kin: Speaker) -> Speaker | None:
    """Who stands before the comma and the name of somebody whom the report tells to be his kin: «خواهر X، | Y، …»."""
    for name in page.mentions:
        comma = name.first - 1
        owner = cast.at.get(comma - 1)
        if cast.at.get(name.first) is not kin or page.words[comma] != "،" or owner is None:
            continue
        first = page.mention_at[comma - 1].first
        before = range(first - 1, max(-1, first - 1 - _LONGEST), -1)
        if any(is_relation((page.words[i],), "fa") for i in before):
            return owner
    return None
