"""Whether one document more costs the same in a large archive as in a small one.

    python benchmarks/growth.py [--sizes 1000 100000] [--length 200] [--more 30] [--keep FOLDER]

Archives of each size are filled with invented short reports that are shelved as they are, without annotation, and
linked as `rawi add` links them: ten minutes of processor time for 100,000.
Then documents are added one at a time, each linked by itself, to each archive in turn; printed is the median processor
time of shelving and linking one, and how it compares with the smallest archive. With `--keep`, what is there is used
again.
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from archive import make_texts
from rawi.archive.linking import link_pending
from rawi.facts import (
    Anchor,
    AnnotatedDocument,
    Document,
    LanguageRun,
    Mention,
    Part,
    Sentence,
)
from rawi.index.sqlite import SqliteStore
from rawi.text import Extent, Span, Text

BATCH = 500  # documents shelved in one transaction
FIRST_DAY = date(2021, 4, 1)


def make_document(number: int, language: str, text: str) -> AnnotatedDocument:
    """A document with its text as one body, the day it was published, and two names of two words."""
    day = FIRST_DAY + timedelta(number // 100)
    words = text.split()
    mentions = [
        Mention(Span(at, at + len(name)), "PER", name, rule="invented")
        for name in (" ".join(words[3:5]), " ".join(words[8:10]))
        for at in (text.index(name),)
    ]
    whole = Span(0, len(text))
    outlet = f"outlet {number % 12}"
    return AnnotatedDocument(
        Document(f"g{number:07}", text, outlet=outlet, published=day.isoformat()),
        (LanguageRun(Extent(*whole), language),),
        Text.untouched(text),
        (Part(whole, "body"),),
        (Sentence(whole, language),),
        Anchor(day, "published"),
        mentions=tuple(sorted(mentions, key=lambda mention: mention.span)),
    )


def make_documents(first: int, count: int, length: int) -> Iterator[AnnotatedDocument]:
    """Yield documents, numbered from `first`; each first number gives others."""
    for number, (language, text, _) in enumerate(make_texts(count, length, seed=first), first):
        yield make_document(number, language, text)


def fill(store: SqliteStore, size: int, length: int) -> None:
    """Shelve and link documents until there are so many."""
    there = store.status().documents
    documents = make_documents(there, size - there, length)
    while batch := [document for document, _ in zip(documents, range(BATCH), strict=False)]:
        with store.transaction():
            for document in batch:
                store.put(document)
    link_pending(store)


def add_one(store: SqliteStore, document: AnnotatedDocument) -> float:
    """Shelve and link a document; return the seconds of processor time."""
    start = time.process_time()
    store.put(document)
    link_pending(store)
    return time.process_time() - start


def main(words: Sequence[str]) -> None:
    """Fill the archives, add to each, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--length", type=int, default=200)
    parser.add_argument("--more", type=int, default=30)
    parser.add_argument("--keep", type=Path)
    options = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        stores = {}
        for size in options.sizes:
            (folder / str(size)).mkdir(parents=True, exist_ok=True)
            stores[size] = SqliteStore(folder / str(size) / "archive.sqlite", create=True)
            start = time.process_time()
            fill(stores[size], size, options.length)
            print(f"{size:,} documents: {time.process_time() - start:.0f} s to shelve and link")
        seconds: dict[int, list[float]] = {size: [] for size in options.sizes}
        # Others than a run before left there: what is known already costs nothing.
        first = 10 * max(options.sizes) + max(s.status().documents for s in stores.values())
        for document in make_documents(first, options.more, options.length):
            for size, store in stores.items():
                seconds[size].append(add_one(store, document))
        medians = {size: statistics.median(times) for size, times in seconds.items()}
        for size, median in medians.items():
            ratio = median / medians[options.sizes[0]]
            print(f"one more of {size:,}: {median * 1000:.1f} ms, {ratio:.2f} × the smallest")
            stores[size].close()


if __name__ == "__main__":
    main(sys.argv[1:])
