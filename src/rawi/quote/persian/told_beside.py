"""To whom a Persian speaker says what stands beside the words he tells somebody: «وی با بیان اینکه C، به خبرنگاران گفت: D»."""

from collections.abc import Sequence
from itertools import pairwise

from rawi.quote.attributed import Attributed
from rawi.quote.nearness import in_one_sentence
from rawi.quote.page import Page


def hear_beside(page: Page, sayings: Sequence[Attributed]) -> list[Attributed]:
    """Put what somebody stresses or recalls in passing to whom the same sentence then tells his words; who is only asked or advised hears no more."""
    found = list(sayings)
    for i, (one, told) in enumerate(pairwise(sayings)):
        if one.saying.rule != "fa.adjunct" or one.addressee is not None:
            continue
        same = one.speaker is told.speaker and told.saying.kind == "direct"
        named = told.saying.addressee is not None and told.saying.addressee[0] > one.saying.start
        if same and named and in_one_sentence(page, one.saying, told.saying):
            found[i] = one._replace(addressee=told.addressee)
    return found
