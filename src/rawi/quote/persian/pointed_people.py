"""Whom «این زن», «این پدر», «این راننده» means that the sentence before told of as new: «راننده ای در برف ماند. این مرد گفت C», «به یکی از پدرها زنگ زدیم. این پدر گفت C»."""

from collections.abc import Iterator

from rawi.lang.nouns import names_people
from rawi.lang.people import load_people
from rawi.quote.cast import Cast
from rawi.quote.memory import GENDERS, HUMANS
from rawi.quote.page import Page, PlacedSentence
from rawi.quote.persian.hearers import read_listener
from rawi.quote.roles import agree
from rawi.quote.saying import Range
from rawi.quote.speaker import Speaker

_ENDINGS = ("ان", "ها", "های", "یان")
_INDEFINITE = ("ی", "ای")


def find_pointed_new(page: Page, cast: Cast, source: Range) -> Speaker | None:
    """Whom a word that points at a human means where the sentence before tells of one so called as new, or of anyone new and nobody named besides."""
    head = page.words[source[0] + 1]
    told = page.sentence_before(source[0], in_paragraph=True)
    if told is None:
        return None
    new = [place for place in _find_new(page, told) if _is_called(page, place, head)]
    if not new and head in HUMANS and not _names_such(page, cast, told, head):
        new = [place for place in _find_new(page, told) if _may_be(page, place, head)]
    return cast.identify(new[-1], "fa", ()) if len(new) == 1 else None


def _find_new(page: Page, told: PlacedSentence) -> Iterator[Range]:
    """Those of a sentence of whom nothing was told before, without a name: «یکی از پدرها», «راننده ای»."""
    words, alone = page.words, load_people("fa").roles.alone
    for i in range(told.first, told.last - 2):
        if page.mark_at[i] is not None or i in page.mention_at:
            continue
        if words[i : i + 2] == ("یکی", "از") and names_people(words[i + 2], "fa"):
            yield read_listener(page, i, told.last)
        stems = (words[i].removesuffix(e) for e in _INDEFINITE if words[i].endswith(e))
        someone = any(stem in alone or stem in HUMANS for stem in stems)
        if someone and words[i] not in alone and i + 1 not in page.mention_at:
            yield i, i + 1


def _is_called(page: Page, place: Range, head: str) -> bool:
    """Tell whether somebody new is called by a word: «پدر» is «یکی از پدرها», «راننده» is «راننده ای» and «یکی از رانندگان»."""
    words, first = page.words, place[0]
    if place[1] - first == 1:
        return words[first] in {head + ending for ending in _INDEFINITE}
    plurals = {head + ending for ending in _ENDINGS} | {head.removesuffix("ه") + "گان"}
    return words[first + 2] in plurals


def _may_be(page: Page, place: Range, head: str) -> bool:
    """Tell whether somebody new may be the one a word for a human means: «مرد» is no «پیرزنی»."""
    told = GENDERS.get(page.words[place[0]].removesuffix("ی"))
    return agree(told, GENDERS.get(head))


def _names_such(page: Page, cast: Cast, told: PlacedSentence, head: str) -> bool:
    """Tell whether a sentence names a person whom a word for a human may mean."""
    named = (cast.at[i] for i in range(told.first, told.last) if i in cast.at)
    return any(not one.body and agree(one.gender, GENDERS.get(head)) for one in named)
