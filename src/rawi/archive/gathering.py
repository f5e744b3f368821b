"""Gather compared documents into reports and stories, align their passages, and give undated ones a day.

The third and fourth step of linking (`linking.py`). Only what a document touches is looked at: its copies,
its possible counterparts, and theirs.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import cache

import rawi.index.sqlite.link_candidates as candidates
import rawi.index.sqlite.link_decisions as by_hand
import rawi.index.sqlite.link_index as index
import rawi.index.sqlite.link_kin as kinship
import rawi.index.sqlite.links as links
from rawi.archive.comparing import Comparison
from rawi.index.sqlite import SqliteStore
from rawi.link.across import Candidate, choose_counterparts
from rawi.link.days import Dated, choose_day, is_own
from rawi.link.decisions import Decision, DecisionKind
from rawi.link.differences import describe_beads
from rawi.link.keys import COMMON
from rawi.link.passages import align_passages, cut_pair, cut_passages
from rawi.link.reports import group_copies, make_report
from rawi.link.stories import group_stories, make_story
from rawi.link.transmission import find_transmissions, make_witness

RELATED = 0.3  # share of a text from which another belongs to its web of copies
MOST_GROUPED = 3_000  # documents of one web; those beyond keep the report and story they have
COPY_STRENGTH = 2.0  # a copy's day is surer than any counterpart's, whose score is at most 1


def gather_report(store: SqliteStore, document: str) -> None:
    """Group the web of copies a document is in into reports; those new or changed go on to stories."""
    connection = store.connection
    web = _walk([document], lambda name: _list_copies(store, name))
    overlaps = sorted({found for name in web for found in links.list_overlaps(connection, name)})
    days = {name: index.read_day(connection, name).day for name in web}
    before = links.read_groups(connection, "report", web)
    decisions = _list_decisions(store, web)
    groups = (group for group in group_copies(web, overlaps, decisions) if len(group) > 1)
    links.replace_reports(connection, web, [make_report(group, days) for group in groups])
    after = links.read_groups(connection, "report", web)
    moved = {name for name in web if before[name] != after[name]}
    new = set(index.keep_at_stage(connection, web, index.COMPARED))
    index.set_stage(connection, sorted(moved | new), index.REPORTED)


def _list_copies(store: SqliteStore, document: str) -> Iterator[str]:
    """Yield the documents that share much with one."""
    for overlap in links.list_overlaps(store.connection, document):
        if max(overlap.a_share, overlap.b_share) >= RELATED:
            yield overlap.b if overlap.a == document else overlap.a
    yield from _list_accepted(store, document, "report")


def _list_decisions(store: SqliteStore, documents: Iterable[str]) -> tuple[Decision, ...]:
    """What people decided about some documents."""
    found = {d for name in documents for d in by_hand.list_decisions(store.connection, name)}
    return tuple(sorted(found, key=lambda d: (d.kind, d.a, d.b)))


def _list_accepted(store: SqliteStore, document: str, kind: DecisionKind) -> Iterator[str]:
    """Yield the documents a person linked with one."""
    for decision in by_hand.list_decisions(store.connection, document):
        if decision.kind == kind and decision.verdict == "accept":
            yield decision.b if decision.a == document else decision.a


def choose_stories(store: SqliteStore, documents: Collection[str]) -> None:
    """Choose the counterparts of some documents and of those they compete with.

    Whose choice changed has its story told again.
    """
    connection = store.connection
    ranked = cache(lambda name: candidates.list_candidates(connection, name))
    near = set(documents)
    for name in documents:
        near.update(_other_end(c, name) for c in ranked(name))
    touched = {c for name in near for c in ranked(name)}
    ends = {end for c in touched for end in (c.a, c.b)}
    listed = {c for name in ends for c in ranked(name)}
    reports = links.read_groups(connection, "report", {end for c in listed for end in (c.a, c.b)})
    report_of = {name: report or name for name, report in reports.items()}
    rivals = min(index.count_documents(connection))
    named = cache(lambda name: kinship.list_named(connection, name))

    def share_name(a: str, b: str) -> bool:
        return not named(a).isdisjoint(named(b))

    chosen = touched.intersection(choose_counterparts(listed, report_of, rivals, share_name))
    before = {c for name in near for c in candidates.list_chosen(connection, name)}
    changed = sorted(chosen ^ before)
    candidates.set_chosen(connection, [(c.a, c.b, c in chosen) for c in changed])
    moved = {end for c in changed for end in (c.a, c.b)}
    index.set_stage(connection, sorted(moved), index.REPORTED)


def tell_story(store: SqliteStore, comparison: Comparison, document: str) -> None:
    """Tell the story of a document anew, and of all that are or were in one story with it."""
    connection = store.connection
    was = links.list_members_with(connection, "story", document)
    around = _walk([document, *was], lambda name: _list_linked(store, name))
    found = {c for name in around for c in candidates.list_candidates(connection, name)}
    scores = sorted(c for c in found if c.a in around and c.b in around)
    chosen = {c for name in around for c in candidates.list_chosen(connection, name)}
    inside = sorted(c for c in chosen if c.a in around and c.b in around)
    reports = links.read_groups(connection, "report", around)
    report_of = {name: report or name for name, report in reports.items()}
    decisions = _list_decisions(store, around)
    kin = {k for name in around for k in kinship.list_kin(connection, name)}
    alike = [(k.a, k.b) for k in sorted(kin) if k.a in around and k.b in around]
    groups = group_stories(report_of, inside, scores, decisions, alike)
    stories = [make_story(members, inside) for members in groups]
    links.replace_stories(connection, around, stories)
    for story in stories:
        _align(store, comparison, story.members)
        _fill_days(store, story.members)
        _trace_transmissions(store, comparison, story.members)
    index.set_stage(connection, sorted(around), index.DONE)


def _other_end(candidate: Candidate, document: str) -> str:
    """The document at the other end of a candidate link."""
    return candidate.b if candidate.a == document else candidate.a


def _list_report(store: SqliteStore, document: str) -> tuple[str, ...]:
    """The copies of a document, itself among them; none when it has no report."""
    return links.list_members_with(store.connection, "report", document)


def _list_linked(store: SqliteStore, document: str) -> Iterator[str]:
    """Yield the copies, the chosen counterparts and the kin of a document."""
    for k in kinship.list_kin(store.connection, document):
        yield k.b if k.a == document else k.a
    yield from _list_report(store, document)
    for c in candidates.list_chosen(store.connection, document):
        yield _other_end(c, document)
    yield from _list_accepted(store, document, "story")


def _trace_transmissions(
    store: SqliteStore, comparison: Comparison, members: Collection[str]
) -> None:
    """Find who of a story took the report from whom."""
    connection = store.connection
    witnesses = [
        make_witness(comparison.get(name), index.read_day(connection, name).day) for name in members
    ]
    overlaps = {found for name in members for found in links.list_overlaps(connection, name)}
    links.replace_transmissions(
        connection, members, find_transmissions(witnesses, sorted(overlaps))
    )


def _walk(start: Iterable[str], follow: Callable[[str], Iterable[str]]) -> set[str]:
    """Collect what can be reached from some documents, nearest first, MOST_GROUPED at most."""
    reached = dict.fromkeys(start)
    waiting = list(reached)
    for name in waiting:
        for other in sorted(set(follow(name))):
            if other not in reached and len(reached) < MOST_GROUPED:
                reached[other] = None
                waiting.append(other)
    return set(reached)


def _align(store: SqliteStore, comparison: Comparison, members: Collection[str]) -> None:
    """Align the fullest copies of each two linked reports; forget what was aligned otherwise.

    A copy that was cut would seem to differ by what it leaves out.
    """
    connection = store.connection
    reports = links.read_groups(connection, "report", members)
    report_of = {name: report or name for name, report in reports.items()}
    fullest: dict[str, str] = {}
    for name in sorted(report_of, key=lambda name: (-_measure(comparison, name), name)):
        fullest.setdefault(report_of[name], name)
    wanted = {
        (fullest[report_of[c.a]], fullest[report_of[c.b]])
        for name in members
        for c in candidates.list_chosen(connection, name)
        if c.a in report_of and c.b in report_of
    }
    there = {pair for name in members for pair in links.list_aligned_pairs(connection, name)}
    for a, b in sorted(there - wanted):
        links.replace_aligned(connection, a, b, ())
    for a, b in sorted(wanted - there):
        fa, ar = comparison.get(a), comparison.get(b)
        fa_passages, ar_passages = cut_pair(fa, ar)
        keys = {
            key
            for passage in (*fa_passages, *ar_passages)
            for piece in passage.pieces
            for key in piece.keys
            if key[0] != COMMON
        }
        beads = align_passages(fa_passages, ar_passages, comparison.find_rarity(keys))
        links.replace_aligned(
            connection, a, b, describe_beads(fa, ar, fa_passages, ar_passages, beads)
        )


def _measure(comparison: Comparison, document: str) -> int:
    """The letters of a document's own words, page residue left out."""
    return sum(passage.length for passage in cut_passages(comparison.get(document)))


def _fill_days(store: SqliteStore, members: Collection[str]) -> None:
    """Give the members of a story that know no day of their own one of their linked documents."""
    connection = store.connection
    days = {name: index.read_day(connection, name) for name in members}
    for name in sorted(members):
        own = days[name]
        if is_own(own.day, own.evidence):
            continue
        strength = {_other_end(c, name): c.score for c in candidates.list_chosen(connection, name)}
        strength |= dict.fromkeys(_list_report(store, name), COPY_STRENGTH)
        known = [
            Dated(other, dated.day, strength.get(other, 0.0))
            for other, dated in days.items()
            if dated.day and is_own(dated.day, dated.evidence)
        ]
        chosen = choose_day(known, own.latest)
        if chosen and chosen != (own.day, own.evidence):
            store.set_anchor(name, date.fromisoformat(chosen[0]), chosen[1])
