"""Whom «میهمان خود», «همتای خود», «همتایش» means that somebody speaks to: who was told of as his guest or counterpart, else the last one named."""

from rawi.quote.cast import Cast
from rawi.quote.page import Page
from rawi.quote.persian.hearers import OTHER_PARTY, TOLD_GUESTS, read_listener
from rawi.quote.persian.occasions import find_guest_office
from rawi.quote.persian.phrases import end_of_titles, heads_role
from rawi.quote.saying import Saying
from rawi.quote.speaker import Speaker

_PEERS = frozenset({"همتای", "همتا", "همتایش"})
_OWN = frozenset({"خود", "او", "وی", "خویش"})
_LONGEST_PEER = 4  # tokens of «همتای سوریزی خود،»


def find_other_party(page: Page, cast: Cast, saying: Saying, speaker: Speaker) -> Speaker | None:
    """The counterpart told of, «X، همتای سوریزی او», else the last one named before, or met by his office, who is not the speaker; nobody of another land than «همتای سوریزی خود» tells."""
    assert saying.addressee is not None
    at = saying.addressee[0]
    if page.words[at] not in OTHER_PARTY or any(i in cast.at for i in range(*saying.addressee)):
        return None  # «همتای خود، X»
    peer = _find_peer(page, cast, at) if page.words[at] in _PEERS else None
    if peer is not None and peer is not speaker:
        return peer
    guest = _find_guest(page, cast, at) if page.words[at] in TOLD_GUESTS else None
    if guest is not None and guest is not speaker:
        return guest
    land = _read_land(page, at)
    for i in range(at - 1, 0, -1):
        found = cast.at.get(i)
        if found is None and page.words[i - 1] == "با" and heads_role(page, i):
            found = cast.identify(read_listener(page, i, at), "fa", ())
        if found is not None and found is not speaker:
            return found if land is None or _is_of(page, found, i, land) else None
    return None


def _find_guest(page: Page, cast: Cast, before: int) -> Speaker | None:
    """Who the sentence before a token tells to be the guest: «مهمان برنامه شهردار بود. مجری از | مهمانش پرسید»."""
    told = page.sentence_before(before)
    office = find_guest_office(page, told) if told is not None else None
    return cast.identify(office, "fa", ()) if office else None


def _find_peer(page: Page, cast: Cast, before: int) -> Speaker | None:
    """Who was told last before a token to be a counterpart: «X، همتای سوریزی او», «با همتای سوریزی خود، X»."""
    land = _read_land(page, before)
    for i in range(before - 1, 0, -1):
        if page.words[i] not in _PEERS:
            continue
        end = next(
            (k for k in range(i, min(before, i + _LONGEST_PEER)) if page.words[k] in _OWN), i
        )
        behind = end + 1 + (page.words[end + 1] == "،")
        found = cast.at.get(end_of_titles(page, behind))
        if page.words[i - 1] == "،" and i - 2 in cast.at:
            found = cast.at[i - 2]
        told = _read_land(page, i)
        if found is not None and (None in (land, told) or land == told):
            return found
    return None


def _read_land(page: Page, at: int) -> str | None:
    """The land an adjective behind «همتای» tells: «همتای | سوریزی خود» is of سوریز, «همتای | لورانایی خود» of لورانا."""
    word = page.words[at + 1] if page.words[at] == "همتای" else ""
    ending = "یی" if word.endswith(("ایی", "ویی")) else "ی"
    return word.removesuffix(ending) if word.endswith("ی") and word not in _OWN else None


def _is_of(page: Page, someone: Speaker, at: int, land: str) -> bool:
    """Tell whether somebody named at a token is of a land, as his office or his sentence tells."""
    here = page.sentence_at(at)
    told = page.words[here.first : here.last] if here else ()
    return any(land in role for role in someone.roles) or land in told
