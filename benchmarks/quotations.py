"""Rawi and the usual short cut on the same reports: quotation marks and the nearest name.

    python benchmarks/quotations.py [--gold FOLDER]

No tool known to us finds quotations in Persian or Arabic, so the peer is what newsrooms script: every marked stretch of
three words and more, said by the name before it. Without `--gold` the reports are the invented ones of
tests/quote/cases, which rawi was built on: that table shows what each can find at all. A gold folder holds
`docs_{fa,ar}.jsonl` (`doc`, `text`) and `quotes_{fa,ar}.jsonl` (`doc`, `content`, `speaker`, `speaker_aliases`).

A quotation is found when half of its letters agree (Dice), once; it is right when the speaker's name agrees too. Speed is
processor time of the name and quotation stages.
"""

import argparse
import json
import time
import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from rawi.facts import Document, LanguageRun, Mention, Part, Sentence
from rawi.lang.folding import squeeze
from rawi.name import find_names
from rawi.quote import find_quotations
from rawi.segment.layout import find_layout
from rawi.segment.sentences import find_sentences
from rawi.text import Extent, Text

CASES = Path(__file__).resolve().parents[1] / "tests" / "quote" / "cases"
CLOSERS = {"«": "»", "“": "”", '"': '"'}
SHORTEST = 3  # words

Said = tuple[frozenset[int], str | None]  # places of the content's letters, speaker


class Wanted(NamedTuple):
    """A report and what is said in it: content extents and the names of the speaker."""

    language: str
    text: str
    said: list[tuple[list[tuple[int, int]], list[str]]]


class Prepared(NamedTuple):
    """A report as the stages before hand it on."""

    document: Document
    text: Text
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]


def read_cases(language: str) -> Iterator[Wanted]:
    """The invented reports; where a content stands is looked up in the text, in order."""
    table = tomllib.loads((CASES / f"reports_{language}.toml").read_text("utf-8"))
    for report in table["reports"]:
        text = report["text"].strip("\n")
        said = []
        for quotation in report.get("quotations", []):
            places = [
                (text.find(part), text.find(part) + len(part)) for part in quotation["content"]
            ]
            said.append((places, [quotation["speaker"]] if "speaker" in quotation else []))
        yield Wanted(language, text, said)


def read_gold(folder: Path, language: str) -> Iterator[Wanted]:
    """The reports of a gold folder."""
    records = [
        json.loads(line) for line in (folder / f"quotes_{language}.jsonl").open(encoding="utf-8")
    ]
    for line in (folder / f"docs_{language}.jsonl").open(encoding="utf-8"):
        document = json.loads(line)
        said = [
            (
                [(start, end) for start, end in record["content"]],
                record["speaker_aliases"] or [record["speaker"]] if record["speaker"] else [],
            )
            for record in records
            if record["doc"] == document["doc"] and not record["nested"]
        ]
        yield Wanted(language, document["text"], said)


def prepare(wanted: Wanted) -> Prepared:
    """Segment a report."""
    document, text = Document("b", wanted.text), Text.untouched(wanted.text)
    parts = find_layout(document, text)
    runs = (LanguageRun(Extent(0, len(wanted.text)), wanted.language),)
    return Prepared(document, text, parts, find_sentences(text, runs, parts))


def read_with_rawi(prepared: Prepared, mentions: Sequence[Mention]) -> list[Said]:
    """What rawi finds."""
    document, text, parts, sentences = prepared
    return [
        (letters(text.original, [text.extent(span) for span in found.content]), found.speaker)
        for found in find_quotations(document, text, parts, sentences, (), mentions)
    ]


def read_marks(prepared: Prepared, mentions: Sequence[Mention]) -> list[Said]:
    """The short cut: marked stretches and the nearest name before each."""
    text = prepared.text.original
    names = [m for m in mentions if m.type == "PER"]
    found: list[Said] = []
    place = 0
    while place < len(text):
        closer = CLOSERS.get(text[place])
        end = text.find(closer, place + 1) if closer else -1
        if end > 0 and len(text[place:end].split()) >= SHORTEST:
            before = [m for m in names if m.span.start < place]
            speaker = before[-1].name if before else None
            found.append((letters(text, [(place + 1, end)]), speaker))
            place = end
        place += 1
    return found


def letters(text: str, extents: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places of the letters of a content."""
    return frozenset(i for a, b in extents for i in range(a, b) if text[i].isalnum())


def count(wanted: Wanted, found: list[Said]) -> tuple[int, int]:
    """How many quotations are found, and how many of them with the right speaker."""
    matched = right = 0
    left = list(found)
    for places, names in wanted.said:
        content = letters(wanted.text, places)
        best = max(left, key=lambda said: dice(content, said[0]), default=None)
        if best is None or dice(content, best[0]) < 0.5:
            continue
        left.remove(best)
        matched += 1
        folded = [set(squeeze(name).split()) for name in names]
        speaker = set(squeeze(best[1] or "").split())
        right += any(speaker and (speaker <= name or name <= speaker) for name in folded)
    return matched, right


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Twice the shared letters by all letters."""
    return 2 * len(a & b) / ((len(a) + len(b)) or 1)


def measure(
    reports: list[Wanted], read: Callable[[Prepared, Sequence[Mention]], list[Said]]
) -> str:
    """One row of the table."""
    prepared = [prepare(report) for report in reports]
    mentions = [find_names(one.text, one.sentences) for one in prepared]
    start = time.process_time()
    answers = [read(one, names) for one, names in zip(prepared, mentions, strict=True)]
    seconds = time.process_time() - start
    counts = [count(report, found) for report, found in zip(reports, answers, strict=True)]
    gold, given = sum(len(r.said) for r in reports), sum(map(len, answers))
    match, right = sum(m for m, _ in counts), sum(r for _, r in counts)
    speed = sum(len(r.text) for r in reports) / seconds / 1000
    return f"{2 * match / (gold + given):8.3f} {2 * right / (gold + given):8.3f} {speed:8.0f}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, help="a folder of gold files instead of the cases")
    gold = parser.parse_args().gold
    print(f"{'':24s} {'match F1':>8s} {'speaker':>8s} {'k char/s':>8s}")
    for language in ("fa", "ar"):
        reports = list(read_gold(gold, language) if gold else read_cases(language))
        measure(reports, read_with_rawi)  # the tables load on first use
        print(f"{language} rawi {'':16s} {measure(reports, read_with_rawi)}")
        print(f"{language} marks, nearest name  {measure(reports, read_marks)}")


if __name__ == "__main__":
    main()
