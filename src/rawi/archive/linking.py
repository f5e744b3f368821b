"""Link the documents of a store: copies to reports, reports to stories, in four steps a document.

1. keyed: its fingerprints and story keys are shelved, and who it names is told apart;
2. compared (`comparing.py`): shared passages and counterparts are scored against what was compared before;
3. in a report (`gathering.py`), with the copies of the same text;
4. in a story, with its passages aligned, and a missing day taken from a copy or a counterpart.

Each step takes the documents in order of id and notes in the store how far it came, so that a run that was
killed goes on where it stopped and ends in the same state; with nothing pending nothing is done.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace

import rawi.index.sqlite.link_decisions as by_hand
import rawi.index.sqlite.link_index as index
from rawi.archive.comparing import Comparison
from rawi.archive.gathering import choose_stories, gather_report, tell_story
from rawi.archive.models import NO_MODELS, Models
from rawi.archive.steps import Progress
from rawi.index.sqlite import SqliteStore
from rawi.index.sqlite.link_entities import resolve_entities
from rawi.link.decisions import Decision, DecisionKind
from rawi.link.encoder import Encode, load_sentence_transformer
from rawi.link.fingerprints import find_fingerprints
from rawi.link.keys import StoryKeys, take_keys

KEYED, COMPARED, REPORTED, _ = index.STAGES
BATCH = 64  # documents in one transaction: one each would wait for the disk each time
CHOSEN_AT_ONCE = 2_000  # documents whose counterparts are chosen together, for memory's sake


def link_new(store: SqliteStore, *, models: Models = NO_MODELS) -> Iterator[Progress]:
    """Link the documents that are not linked yet, bring corrections to their places, and tell of it."""
    encode = load_sentence_transformer(models.encoder) if models.encoder else None
    linked = link_pending(store, encode=encode)
    store.apply_corrections()
    if linked:
        yield Progress("linked", detail=f"{linked} documents")


def link_pending(store: SqliteStore, *, encode: Encode | None = None) -> int:
    """Link the documents not linked yet; return how many documents were new or found new links.

    `encode` is a multilingual encoder that speaks to the scores of counterparts (`link/encoder.py`).
    """
    comparison = Comparison(store, encode)
    pending = index.list_pending(store.connection)
    for start in range(0, len(pending), BATCH):
        with store.transaction() as connection:
            batch = pending[start : start + BATCH]
            index.count_in(connection, [_shelve_keys(comparison, name) for name in batch])
    comparison.count()
    keyed = index.list_at_stage(store.connection, KEYED)
    if keyed:
        with store.transaction():
            comparison.learn_boilerplate(keyed)
    for start in range(0, len(keyed), BATCH):
        with store.transaction():
            for document in keyed[start : start + BATCH]:
                comparison.compare(document)
                index.set_stage(store.connection, [document], COMPARED)
    _work_off(store, COMPARED, lambda document: gather_report(store, document))
    linked = index.list_at_stage(store.connection, REPORTED)
    for start in range(0, len(linked), CHOSEN_AT_ONCE):
        with store.transaction():
            choose_stories(store, linked[start : start + CHOSEN_AT_ONCE])
    _work_off(store, REPORTED, lambda document: tell_story(store, comparison, document))
    return len(linked)


def _work_off(store: SqliteStore, stage: int, step: Callable[[str], None]) -> None:
    """Take a step with the documents at a stage, in order of id, until none is left there.

    A step moves its document on, and others with it.
    """
    while index.list_at_stage(store.connection, stage, most=1):
        with store.transaction():
            for _ in range(BATCH):
                if left := index.list_at_stage(store.connection, stage, most=1):
                    step(left[0])


def _shelve_keys(comparison: Comparison, document: str) -> StoryKeys:
    """Take the first step with a document; return its keys."""
    annotated = comparison.get(document)
    letters = comparison.letters(document).letters
    keys = take_keys(annotated)
    index.shelve(comparison.connection, keys, find_fingerprints(letters), len(letters))
    resolve_entities(comparison.connection, annotated)
    return keys


def decide(store: SqliteStore, decision: Decision) -> None:
    """Keep what a person decided about two documents, and link both anew.

    Raises:
        MissingError: one of the documents is not in the archive.
    """
    a, b = sorted((decision.a, decision.b))
    for document in (a, b):
        store.row(document)
    with store.transaction() as connection:
        by_hand.set_decision(connection, replace(decision, a=a, b=b))
        index.set_stage(connection, [a, b], COMPARED)
    link_pending(store)


def withdraw(store: SqliteStore, kind: DecisionKind, a: str, b: str) -> None:
    """Forget what a person decided about two documents, and link both anew.

    Raises:
        MissingError: one of the documents is not in the archive.
    """
    a, b = sorted((a, b))
    for document in (a, b):
        store.row(document)
    with store.transaction() as connection:
        by_hand.drop_decision(connection, kind, a, b)
        index.set_stage(connection, [a, b], COMPARED)
    link_pending(store)
