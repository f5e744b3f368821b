"""Persian words behind a title that is a calling, too, which tell what the one named behind a comma is: «استاد | قدیمی تارسازی، مریم صادقی، …»."""

from collections.abc import Sequence

from rawi.lang.grammar import get_grammar
from rawi.lang.people import load_people
from rawi.lang.reading import Reading
from rawi.name.found import FoundName


def without_trades(reading: Reading, found: Sequence[FoundName]) -> list[FoundName]:
    """The names without what was taken for one, its first word one that describes, and a name behind between commas."""
    named = {name.first: name for name in found if name.type == "PER"}
    return [name for name in found if not _is_trade(reading.words, name, named)]


def _is_trade(words: tuple[str, ...], name: FoundName, named: dict[int, FoundName]) -> bool:
    """Tell whether words taken for a name behind a title tell of the one named next."""
    if name.rule != "fa.title" or not name.first or words[name.last : name.last + 1] != ("،",):
        return False
    bearer = named.get(name.last + 1)
    if bearer is None or "،" not in words[bearer.last : bearer.last + 2]:
        return False  # a surname no table knows may stand between
    calling = words[name.first - 1] in load_people("fa").roles.alone
    return calling and words[name.first] in get_grammar("fa").words["described"]
