"""A story: reports of one event side by side, Persian on the right, Arabic on the left, and who had it of whom."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from rawi.facts import AlignedPassage, Story, Transmission
from rawi.index.query import Query
from rawi.index.store import DocumentRow
from rawi.serve.answer import Answer, Visit, take_page, write_data_block
from rawi.serve.cards import make_cards
from rawi.serve.evidence import Shared, describe_evidence, explain_keys
from rawi.serve.marks import Place
from rawi.serve.sides import Pairing, Sides

STORIES_ON_A_PAGE = 30
QUOTATIONS_SHOWN = 12
QUOTATIONS_TAKEN = 60  # of which those that copies repeat share a card
LINKS_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Shown:
    """A story as it is asked for: its documents, all aligned passages, and the pair laid out side by side."""

    story: Story
    rows: dict[str, DocumentRow]
    passages: tuple[AlignedPassage, ...]
    right: str | None
    left: str | None
    pairings: tuple[Pairing, ...]
    places: dict[str, list[Place]]
    transmissions: tuple[Transmission, ...]

    @property
    def documents(self) -> list[DocumentRow]:
        """The documents by day, those without a day last."""
        return sorted(self.rows.values(), key=lambda row: (row.day or "9999", row.language, row.id))


def list_stories(visit: Visit) -> Answer:
    """Answer `/st?page=N`."""
    stories, page, pages = take_page(visit, visit.store.stories, STORIES_ON_A_PAGE)
    record = {"page": page, "stories": stories}
    context = {"section": "stories", "stories": stories, "page": page, "pages": pages}
    return Answer("stories.html", record, context)


def show_story(visit: Visit) -> Answer:
    """Answer `/st/<id>?a=<document>&b=<document>&show=differences`."""
    shown = lay_out_story(visit, visit.store.story(visit.path("story")))
    return Answer("story.html", write_record(shown), fill_page(visit, shown))


def lay_out_story(visit: Visit, story: Story) -> Shown:
    """Get what the archive has of a story, and lay out the pair to show."""
    rows = {member: visit.store.row(member) for member in story.members}
    passages = visit.store.aligned(story.id)
    right, left = choose_pair(visit, rows, passages)
    pairings: tuple[Pairing, ...] = ()
    places: dict[str, list[Place]] = {}
    if right and left:
        sides = Sides(right, left, visit.store.get(right), visit.store.get(left))
        pairings, places = sides.pair(passages)
    transmissions = visit.store.transmissions(story.id)
    return Shown(story, rows, passages, right, left, pairings, places, transmissions)


def write_record(shown: Shown) -> Mapping[str, object]:
    """What the twin holds."""
    pair = {shown.right, shown.left}
    return {
        "story": shown.story,
        "documents": shown.documents,
        "right": shown.right,
        "left": shown.left,
        "aligned": [p for p in shown.passages if {p.a, p.b} == pair],
        "voices": [
            {
                side: cell.voices if cell else ()
                for side, cell in (("right", p.right), ("left", p.left))
            }
            for p in shown.pairings
        ],
        "transmissions": shown.transmissions,
    }


def fill_page(visit: Visit, shown: Shown) -> Mapping[str, object]:
    """What the template shows."""
    only_differences = visit.ask("show") == "differences"
    query = Query(story=shown.story.id)
    quotations = visit.store.quotations(query, limit=QUOTATIONS_TAKEN)
    pair = [shown.rows[name] for name in (shown.right, shown.left) if name]
    differing = [p for p in shown.pairings if p.relation != "equal"]
    return {
        "section": "stories",
        "story": shown.story,
        "headlines": [(row.language, row.name) for row in pair],
        "documents": shown.documents,
        "rows": shown.rows,
        "right": shown.right,
        "left": shown.left,
        "pairings": differing if only_differences else shown.pairings,
        "total": len(shown.pairings),
        "differing": len(differing),
        "only_differences": only_differences,
        "pairs": list_pairs(shown.rows, shown.passages),
        "transmissions": shown.transmissions,
        "cards": make_cards(visit.store, visit.ui, quotations.rows)[:QUOTATIONS_SHOWN],
        "quotations": quotations.total,
        "evidence": explain_links(visit, shown.story),
        "describe_evidence": describe_evidence,
        "data": write_data_block("marks", {"places": shown.places, "document": None}),
    }


def explain_links(visit: Visit, story: Story) -> list[tuple[str, str, float, tuple[Shared, ...]]]:
    """The links of a story, the surest first, each with the words its two documents share."""
    ranked = sorted(story.evidence, key=lambda link: (-link[2], link[0], link[1]))[:LINKS_SHOWN]
    get = cache(visit.store.get)
    return [
        (a, b, score, explain_keys(visit.ui, keys, get(a), get(b))) for a, b, score, keys in ranked
    ]


def list_pairs(
    rows: dict[str, DocumentRow], passages: Iterable[AlignedPassage]
) -> list[tuple[str, str]]:
    """The pairs of documents with aligned passages, those across languages first, then those most alike."""
    alike: dict[tuple[str, str], float] = {}
    for passage in passages:
        pair = sort_pair(rows, passage.a, passage.b)
        both = passage.score if passage.a_extents and passage.b_extents else 0.0
        alike[pair] = alike.get(pair, 0.0) + both

    def rank(pair: tuple[str, str]) -> tuple[bool, float, tuple[str, str]]:
        right, left = pair
        return rows[right].language == rows[left].language, -alike[pair], pair

    return sorted(alike, key=rank)


def sort_pair(rows: dict[str, DocumentRow], a: str, b: str) -> tuple[str, str]:
    """Put the Persian document first: it stands in the right column."""
    return (a, b) if (rows[a].language != "fa", a) <= (rows[b].language != "fa", b) else (b, a)


def choose_pair(
    visit: Visit, rows: dict[str, DocumentRow], passages: Iterable[AlignedPassage]
) -> tuple[str | None, str | None]:
    """The two documents to show: those asked for, else the best pair across the languages."""
    asked = (visit.ask("a"), visit.ask("b"))
    pairs = list_pairs(rows, passages)
    if asked in pairs:
        return asked
    return pairs[0] if pairs else (None, None)
