"""How fast one document walks through the house, stage by stage, in characters a second of one core.

    python benchmarks/pipeline.py [FILE.jsonl …]

Records need a "text"; without files the bundled sample is taken. Each stage runs over all documents, the first
round warms the tables up and is not counted. Figures are processor time, so that a busy machine changes them little.
"""

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rawi.date import find_anchor, find_dates
from rawi.facts import Document
from rawi.first_steps import repair_original
from rawi.name import find_names
from rawi.pipeline import annotate
from rawi.quote import find_quotations
from rawi.segment.languages import find_languages
from rawi.segment.layout import find_layout
from rawi.segment.sentences import find_sentences

SAMPLE = Path(__file__).resolve().parents[1] / "sample"


def read_texts(names: list[str]) -> list[str]:
    """The texts of JSON lines files, or of the sample."""
    if names:
        lines = [x for name in names for x in Path(name).read_text("utf-8").splitlines()]
        return [json.loads(line)["text"] for line in lines]
    records = (SAMPLE / "18-records.jsonl").read_text("utf-8").splitlines()
    plain = [path.read_text("utf-8") for path in sorted(SAMPLE.glob("*.txt"))]
    return [text for text in plain if text] + [json.loads(line)["text"] for line in records]


def time_rounds(work: Callable[[], object], least: float = 2.0) -> float:
    """Seconds of processor time of one round, after a warm-up, over at least `least` seconds."""
    work()
    rounds, start = 0, time.process_time()
    while time.process_time() - start < least:
        work()
        rounds += 1
    return (time.process_time() - start) / rounds


def main() -> None:
    """Print the table."""
    documents = [Document(str(i), text) for i, text in enumerate(read_texts(sys.argv[1:]))]
    size = sum(len(d.original) for d in documents)
    walked = [(d, *repair_original(d.original)) for d in documents]
    parted = [(d, runs, text, find_layout(d, text)) for d, runs, text in walked]
    found = [
        (*p, find_sentences(p[2], p[1], p[3]), find_anchor(p[0], p[2], p[3])[0]) for p in parted
    ]
    dated = [(*f, find_dates(f[2], f[4], f[5]), find_names(f[2], f[4])) for f in found]
    stages: dict[str, Callable[[], object]] = {
        "languages": lambda: [find_languages(d.original) for d in documents],
        "languages + repair": lambda: [repair_original(d.original) for d in documents],
        "layout": lambda: [find_layout(d, text) for d, _, text in walked],
        "sentences": lambda: [find_sentences(t, r, p) for _, r, t, p in parted],
        "anchor": lambda: [find_anchor(d, t, p) for d, _, t, p in parted],
        "dates": lambda: [find_dates(f[2], f[4], f[5]) for f in found],
        "names": lambda: [find_names(f[2], f[4]) for f in found],
        "quotations": lambda: [find_quotations(x[0], x[2], x[3], x[4], x[6], x[7]) for x in dated],
        "whole walk": lambda: [annotate(d) for d in documents],
    }
    print(f"{len(documents)} documents, {size} characters")
    for name, work in stages.items():
        print(f"{name:20s} {size / time_rounds(work) / 1e3:10.0f} k characters/s")


if __name__ == "__main__":
    main()
