"""Annotate documents of an archive anew, as this version of rawi does, and link them again.

Their texts are those taken in, so ids and locators stay. A document that cannot be annotated keeps what it has.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rawi.archive.annotating import annotate_all, usable_jobs
from rawi.archive.holding import Holding
from rawi.archive.linking import link_new
from rawi.archive.models import NO_MODELS, Models
from rawi.archive.places import place_of, printable
from rawi.archive.removing import find_named
from rawi.archive.steps import Progress
from rawi.facts import Document, SetAside
from rawi.pipeline import ANNOTATION_WARNINGS, OUTLET_FROM_TEXT


def renew(
    archive: Holding,
    names: Iterable[str] = (),
    *,
    jobs: int | None = None,
    models: Models = NO_MODELS,
) -> Iterator[Progress]:
    """Annotate the documents that ids and paths name, or all, once more: see `Archive.renew`."""
    models.check()
    store = archive.store
    named = list(names)
    documents = find_named(archive, named)[0] if named else tuple(store.document_ids())
    received = (as_received(store.original(document)) for document in documents)
    for answer in annotate_all(
        received, jobs=usable_jobs() if jobs is None else jobs, names_model=models.names
    ):
        if answer is None:
            continue
        document, result = answer
        path = printable(place_of(document))
        if isinstance(result, SetAside):
            yield Progress("kept", path, document.id, reason=result.reason, detail=result.detail)
            continue
        with store.transaction():
            store.remove(document.id)
            store.put_shelf(result)
        yield Progress("renewed", path, document.id, quotations=len(result.quotations))
    yield from link_new(store, models=models)


def as_received(document: Document) -> Document:
    """The document without what annotating it added: an outlet that was read off its own text, and warnings."""
    codes = {warning.code for warning in document.warnings}
    if not codes & ANNOTATION_WARNINGS:
        return document
    return replace(
        document,
        outlet=None if OUTLET_FROM_TEXT in codes else document.outlet,
        warnings=tuple(w for w in document.warnings if w.code not in ANNOTATION_WARNINGS),
    )
