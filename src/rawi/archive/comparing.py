"""Compare a document with its candidates: shared passages with copies, scores with counterparts.

The second step of linking (`linking.py`). What was counted when the run began stays fixed until it ends, so
that the order of documents within a run does not matter.
"""

from collections.abc import Collection, Iterator
from functools import lru_cache, partial

import rawi.index.sqlite.link_boilerplate as habits
import rawi.index.sqlite.link_candidates as candidates
import rawi.index.sqlite.link_index as index
import rawi.index.sqlite.link_kin as kinship
import rawi.index.sqlite.links as links
from rawi.facts import AnnotatedDocument, SharedPassage
from rawi.index.sqlite import SqliteStore
from rawi.link.across import (
    KEPT,
    Candidate,
    Rarity,
    Weighed,
    measure_rarity,
    name_evidence,
    score_pair,
    weigh,
)
from rawi.link.boilerplate import FEWEST_HOLDERS, is_boilerplate, measure_common
from rawi.link.days import is_own
from rawi.link.duplicates import Match, find_boilerplate, find_passages
from rawi.link.encoder import Encode, rescore
from rawi.link.keys import LINKED_LANGUAGES
from rawi.link.kin import Kin, are_kin
from rawi.link.letters import Letters, reduce_to_letters
from rawi.link.reports import CLOSE, Overlap, measure_share
from rawi.text import Extent

REMEMBERED = 512  # documents kept at hand, so that copies of one text are read once
AS_LETTERS = 8_192  # documents whose letters, fingerprints and keys are
MOST_RARITIES = 300_000  # keys whose rarity is kept at hand
# Share of a document's own weight that shared index keys must have: pairs that can reach the score of a
# candidate have more (all twins of leads.jsonl do).
WORTH_SCORING = 0.0015
ENCODED = 2_000  # code points of a document an encoder is given
MANY = 0.05  # share of new documents from which all fingerprints are looked through at once


class Comparison:
    """One run of comparing: what it reads is remembered, and counts are those of its beginning."""

    def __init__(self, store: SqliteStore, encode: Encode | None = None) -> None:
        self.store = store
        self._encode = encode
        self.connection = store.connection
        self.get = lru_cache(REMEMBERED)(store.get)
        self.letters = lru_cache(AS_LETTERS)(self._read_letters)
        self.weighed = lru_cache(AS_LETTERS // 4)(self._weigh)
        self._named = lru_cache(AS_LETTERS // 4)(partial(kinship.list_named, self.connection))
        self._entry = lru_cache(AS_LETTERS // 4)(self._read_entry)
        self._prints_of = lru_cache(AS_LETTERS // 4)(self._read_prints)
        self._measure_common = lru_cache(16 * REMEMBERED)(self._read_common)
        self._boilerplate: set[int] = set()  # of the documents read so far
        self._counts: dict[str, tuple[int, int]] = {}
        self._rarities: dict[str, float] = {}
        self.count()

    def count(self) -> None:
        """Take the number of documents as it is now, when the new ones are shelved."""
        self._measure_rarity = measure_rarity(
            lambda key: self._counts.get(key, (0, 0)), index.count_documents(self.connection)
        )

    # ------------------------------------------------------------------ boilerplate

    def learn_boilerplate(self, documents: Collection[str]) -> None:
        """Find boilerplate among the fingerprints of new documents; what it had linked is compared again."""
        found = {
            value
            for value, holders in self._list_frequent(documents)
            if value not in self._boilerplate and is_boilerplate(holders, self._measure_common)
        }
        if not found:
            return
        habits.add_boilerplate(self.connection, found)
        self._boilerplate |= found
        self._entry.cache_clear()  # letters were counted without what is known now
        pairs = {
            (overlap.a, overlap.b)
            for document in sorted(habits.list_compared_holders(self.connection, found))
            for overlap in links.list_overlaps(self.connection, document)
        }
        for a, b in sorted(pairs):
            if found & self._hashes_of(a) & self._hashes_of(b):
                self._keep_matches(a, b, self._find_matches(a, b))
                index.set_stage(self.connection, [a, b], index.COMPARED)

    def _list_frequent(self, documents: Collection[str]) -> Iterator[tuple[int, list[int]]]:
        """Yield the fingerprints of some documents that enough documents have, with these."""
        if len(documents) > MANY * sum(index.count_documents(self.connection)):
            values = habits.list_frequent(self.connection, FEWEST_HOLDERS)
            self._boilerplate |= habits.choose_boilerplate(self.connection, values)
        else:
            values = sorted(set().union(*(self._hashes_of(document) for document in documents)))
        for value in values:
            holders = habits.list_holders(self.connection, value)
            if len(holders) >= FEWEST_HOLDERS:
                yield value, holders

    def _read_common(self, one: int, other: int) -> float:
        """The share of fingerprints two documents, by number, have in common."""
        return measure_common(self._prints_of(one), self._prints_of(other))

    def _read_prints(self, number: int) -> frozenset[int]:
        """The fingerprints of a document by its number."""
        return habits.read_hashes(self.connection, number)

    def _hashes_of(self, document: str) -> frozenset[int]:
        """The fingerprints of a document by its id."""
        return frozenset(self._entry(document)[0].prints.hashes)

    # ------------------------------------------------------------------ comparing

    def compare(self, document: str) -> None:
        """Compare a document with those compared before it."""
        entry, _ = self._entry(document)
        copies: set[str] = set()
        for other in index.find_copy_candidates(self.connection, entry, self._boilerplate):
            if self._entry(other)[0].language == entry.language:
                a, b = sorted((document, other))
                if matches := self._find_matches(a, b):
                    overlap = self._keep_matches(a, b, matches)
                    if overlap and max(overlap.a_share, overlap.b_share) >= CLOSE:
                        copies.add(other)
        if entry.language in LINKED_LANGUAGES:
            found = tuple(self._score_counterparts(document))
            if self._encode and found:
                ends = {end for candidate in found for end in (candidate.a, candidate.b)}
                texts = {end: self.get(end).text.repaired[:ENCODED] for end in ends}
                found = rescore(found, texts, self._encode)
            candidates.add_candidates(self.connection, found)
            kinship.add_kin(self.connection, self._find_kin(document, copies))

    def _find_matches(self, a: str, b: str) -> tuple[Match, ...]:
        """Find the passages two documents share."""
        a_prints, b_prints = self._entry(a)[0].prints, self._entry(b)[0].prints
        return find_passages(
            self.letters(a), self.letters(b), a_prints, b_prints, self._boilerplate
        )

    def _keep_matches(self, a: str, b: str, matches: Collection[Match]) -> Overlap | None:
        """Keep the passages two documents share, and how much of each they are; return that."""
        a_letters, b_letters = self._entry(a)[1], self._entry(b)[1]
        passages = [
            SharedPassage(
                a,
                b,
                _as_extent(self.get(a), self.letters(a), match.a, match.a_end),
                _as_extent(self.get(b), self.letters(b), match.b, match.b_end),
            )
            for match in matches
        ]
        links.replace_passages(self.connection, a, b, passages)
        overlap = _measure_overlap(a, b, matches, a_letters, b_letters) if matches else None
        links.replace_overlap(self.connection, a, b, overlap)
        return overlap

    def _score_counterparts(self, document: str) -> Iterator[Candidate]:
        """Score the candidates of the other language that share keys with a document."""
        own = self.weighed(document)
        least = own.length * own.length * WORTH_SCORING
        for other in index.find_counterpart_candidates(
            self.connection, own.keys, own.weights, least
        ):
            fa, ar = own, self.weighed(other)
            if own.keys.language == "ar":
                fa, ar = ar, fa
            score = score_pair(fa, ar)
            if score >= KEPT:
                yield Candidate(
                    fa.keys.document, ar.keys.document, round(score, 4), name_evidence(fa, ar)
                )

    def _find_kin(self, document: str, copies: Collection[str]) -> Iterator[Kin]:
        """Find the reports of one event in the language of a document that is sure of its own day, its copies left out."""
        own_day = index.read_day(self.connection, document)
        if not own_day.day or not is_own(own_day.day, own_day.evidence):
            return
        own = self.weighed(document)
        for other in kinship.find_kin_candidates(self.connection, own.keys):
            if other in copies:
                continue
            day = index.read_day(self.connection, other)
            names = self._named(document) & self._named(other)
            if not names or not day.day or not is_own(day.day, day.evidence):
                continue
            kin = self.weighed(other)
            score = score_pair(own, kin)
            if are_kin(own.keys, kin.keys, score, names, (own_day.day, day.day)):
                a, b = sorted((document, other))
                yield Kin(a, b, round(score, 4), name_evidence(own, kin))

    # ------------------------------------------------------------------ reading

    def _weigh(self, document: str) -> Weighed:
        """Read and weigh a document's story keys."""
        keys = index.read_keys(self.connection, document)
        return weigh(keys, self.find_rarity(keys.counts))

    def find_rarity(self, keys: Collection[str]) -> Rarity:
        """Make the rarity of some keys, looked up together."""
        known = self._rarities
        missing = [key for key in keys if key not in known]
        if missing:
            if len(known) > MOST_RARITIES:
                known.clear()
                missing = list(keys)
            self._counts = index.count_keys(self.connection, missing)
            known.update((key, self._measure_rarity(key)) for key in missing)
        return known.__getitem__

    def _read_letters(self, document: str) -> Letters:
        """Take a document's letters."""
        return reduce_to_letters(self.get(document))

    def _read_entry(self, document: str) -> tuple[index.LinkEntry, int]:
        """Read a document's fingerprints, and count its letters outside the boilerplate."""
        entry = index.read_entry(self.connection, document)
        self._boilerplate |= habits.choose_boilerplate(self.connection, set(entry.prints.hashes))
        printed = find_boilerplate(entry.prints, self._boilerplate)
        return entry, entry.letters - sum(end - start for start, end in printed)


def _as_extent(annotated: AnnotatedDocument, letters: Letters, start: int, end: int) -> Extent:
    """Map a range of letters to the original."""
    return annotated.text.extent(letters.span(start, end))


def _measure_overlap(
    a: str, b: str, matches: Collection[Match], a_letters: int, b_letters: int
) -> Overlap:
    """Measure which share of each text the matches are."""
    return Overlap(
        a,
        b,
        round(measure_share((Extent(m.a, m.a_end) for m in matches), a_letters), 4),
        round(measure_share((Extent(m.b, m.b_end) for m in matches), b_letters), 4),
    )
