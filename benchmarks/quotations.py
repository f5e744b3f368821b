"""Rawi and the usual short cut on the same reports: quotation marks and the nearest name.

    python benchmarks/quotations.py [--gold FOLDER]

No tool known to us finds quotations in Persian or Arabic, so the peer is what newsrooms script: every marked stretch of
three words and more, said by the name before it. Without `--gold` the reports are the invented ones of
tests/quote/cases, which rawi was built on: that table shows what each can find at all. A gold folder holds
`docs_{fa,ar}.jsonl` (`doc`, `text`) and `quotes_{fa,ar}.jsonl` (`doc`, `content`, `speaker`, `speaker_aliases`).

A quotation is found when half of its letters agree (Dice), once; it is right when the speaker's name agrees too. Speed is
processor time of the quotation stage. Of rawi three more lines are told: how many of those it gives a speaker are right, by how
the speaker is known; how many addressees it finds, and how many of those it names are right; and how many marked stretches
that are nobody's words (titles, nicknames, scare quotes) it takes for quotations.
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
HALF = 0.5

Extents = list[tuple[int, int]]


class Said(NamedTuple):
    """What a reader found: places of the content's letters, speaker, how he is known, addressee."""

    letters: frozenset[int]
    speaker: str | None
    how: str = "explicit"
    addressee: str | None = None


class WantedSaying(NamedTuple):
    """A quotation to be found: content extents, the names of the speaker, the addressee."""

    places: Extents
    names: list[str]
    addressee: str | None


class Wanted(NamedTuple):
    """A report and what is said in it; `optional` are places a reader may or may not take for a quotation."""

    language: str
    text: str
    said: list[WantedSaying]
    optional: list[Extents]


class Prepared(NamedTuple):
    """A report as the stages before hand it on."""

    document: Document
    text: Text
    parts: tuple[Part, ...]
    sentences: tuple[Sentence, ...]


def read_cases(language: str) -> Iterator[Wanted]:
    """The invented reports; where a content stands is looked up in the text, in order."""
    for path in sorted(CASES.glob(f"reports_{language}*.toml")):
        for report in tomllib.loads(path.read_text("utf-8"))["reports"]:
            text = report["text"].strip("\n")
            said = []
            for quotation in report.get("quotations", []):
                places = [
                    (text.find(part), text.find(part) + len(part)) for part in quotation["content"]
                ]
                names = [quotation["speaker"]] if "speaker" in quotation else []
                said.append(WantedSaying(places, names, quotation.get("addressee")))
            yield Wanted(language, text, said, [])


def read_gold(folder: Path, language: str) -> Iterator[Wanted]:
    """The reports of a gold folder."""
    records = [
        json.loads(line) for line in (folder / f"quotes_{language}.jsonl").open(encoding="utf-8")
    ]
    for line in (folder / f"docs_{language}.jsonl").open(encoding="utf-8"):
        document = json.loads(line)
        own = [record for record in records if record["doc"] == document["doc"]]
        said = [
            WantedSaying(
                [(start, end) for start, end in record["content"]],
                record["speaker_aliases"] or [record["speaker"]] if record["speaker"] else [],
                record.get("addressee"),
            )
            for record in own
            if not is_optional(record)
        ]
        optional = [[(a, b) for a, b in record["content"]] for record in own if is_optional(record)]
        yield Wanted(language, document["text"], said, optional)


def is_optional(record: dict[str, object]) -> bool:
    """Tell whether a gold record may be left out: nested in another, or with a noun phrase as content."""
    return bool(record["nested"] or record.get("nominal"))


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
        Said(
            letters(text.original, [text.extent(span) for span in found.content]),
            found.speaker,
            found.how,
            found.addressee,
        )
        for found in find_quotations(document, text, parts, sentences, (), mentions)
    ]


def read_marks(prepared: Prepared, mentions: Sequence[Mention]) -> list[Said]:
    """The short cut: marked stretches and the nearest name before each."""
    text = prepared.text.original
    names = [m for m in mentions if m.type == "PER"]
    found: list[Said] = []
    for start, end in find_marked(text):
        if len(text[start:end].split()) >= SHORTEST:
            before = [m for m in names if m.span.start < start]
            found.append(Said(letters(text, [(start, end)]), before[-1].name if before else None))
    return found


def find_marked(text: str) -> Extents:
    """The stretches between quotation marks."""
    found: Extents = []
    place = 0
    while place < len(text):
        closer = CLOSERS.get(text[place])
        end = text.find(closer, place + 1) if closer else -1
        if end > 0:
            found.append((place + 1, end))
            place = end
        place += 1
    return found


def letters(text: str, extents: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The places of the letters of a content."""
    return frozenset(i for a, b in extents for i in range(a, b) if text[i].isalnum())


def pair(wanted: Wanted, found: list[Said]) -> list[tuple[WantedSaying, Said]]:
    """The quotations found, each with what was to be found."""
    left = list(found)
    pairs = []
    for saying in wanted.said:
        content = letters(wanted.text, saying.places)
        best = max(left, key=lambda said: dice(content, said.letters), default=None)
        if best is not None and dice(content, best.letters) >= HALF:
            left.remove(best)
            pairs.append((saying, best))
    return pairs


def names_one(name: str | None, names: Sequence[str]) -> bool:
    """Tell whether a name is one of several, or a part of one."""
    words = set(squeeze(name or "").split())
    known = [set(squeeze(other).split()) for other in names]
    return bool(words) and any(words <= other or other <= words for other in known)


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
    pairs = [pair(report, found) for report, found in zip(reports, answers, strict=True)]
    matched = sum(map(len, pairs))
    right = sum(names_one(said.speaker, saying.names) for some in pairs for saying, said in some)
    gold, given = sum(len(r.said) for r in reports), sum(map(len, answers))
    speed = sum(len(r.text) for r in reports) / seconds / 1000
    return f"{2 * matched / (gold + given):8.3f} {2 * right / (gold + given):8.3f} {speed:8.0f}"


def tell_more(reports: list[Wanted]) -> Iterator[str]:
    """The further lines about rawi."""
    prepared = [prepare(report) for report in reports]
    answers = [read_with_rawi(one, find_names(one.text, one.sentences)) for one in prepared]
    pairs = [pair(report, found) for report, found in zip(reports, answers, strict=True)]
    right = {
        id(said) for some in pairs for saying, said in some if names_one(said.speaker, saying.names)
    }
    named = [
        said
        for report, found in zip(reports, answers, strict=True)
        for said in found
        if said.speaker and not any(overlaps(report.text, said, p) for p in report.optional)
    ]
    for title, ways in (
        ("explicit", {"explicit"}),
        ("others", {"pronoun", "elided", "continuation"}),
    ):
        group = [said for said in named if said.how in ways]
        good = sum(id(said) in right for said in group)
        yield f"named, {title:9s} P {ratio(good, len(group))} of {len(group)}"
    asked = [(saying.addressee, said.addressee) for some in pairs for saying, said in some]
    told = [(gold, given) for gold, given in asked if given]
    good = sum(names_one(given, [gold]) for gold, given in told if gold)
    wanted = sum(bool(gold) for gold, _ in asked)
    yield f"addressee R {ratio(good, wanted)} of {wanted}, P {ratio(good, len(told))} of {len(told)}"
    yield count_scare_quotes(reports, answers)


def count_scare_quotes(reports: list[Wanted], answers: list[list[Said]]) -> str:
    """How many marked stretches outside all that is said are taken for quotations."""
    stretches = taken = 0
    for report, found in zip(reports, answers, strict=True):
        said = letters(report.text, [p for s in report.said for p in s.places])
        said |= letters(report.text, [p for places in report.optional for p in places])
        for mark in find_marked(report.text):
            marked = letters(report.text, [mark])
            if marked and not marked & said:
                stretches += 1
                taken += any(dice(marked, one.letters) >= HALF for one in found)
    return (
        f"scare quotes, titles, nicknames taken for speech {ratio(taken, stretches)} of {stretches}"
    )


def overlaps(text: str, said: Said, places: Extents) -> bool:
    """Tell whether a quotation found is one that may be left out."""
    return dice(said.letters, letters(text, places)) >= HALF


def ratio(part: int, whole: int) -> str:
    """A share with three digits."""
    return f"{part / (whole or 1):.3f}"


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
        for line in tell_more(reports):
            print(f"   {language} rawi {line}")


if __name__ == "__main__":
    main()
