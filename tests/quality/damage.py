"""Score quotations in damaged twins of sound reports: `python tests/quality/damage.py [--rawi COMMAND]`.

The twins are made of the invented reports in `gold/native` whose profile is `clean`; their gold follows the
characters. Printed are, for each damage, match, exact and quotation-and-speaker F1, and how many points of each it costs.
Needs the scoring of the shared measures.
"""

import argparse
import importlib
import json
import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GOLD = Path(__file__).parent / "gold" / "native"
MEASURES = Path(__file__).parents[3] / "shared" / "measure"
JOINER, TATWEEL = "\u200c", "\u0640"
PERSIAN_TO_ARABIC = str.maketrans({"ی": "ي", "ک": "ك"})
ARABIC_TO_PERSIAN = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})
DIGITS = ("۰۱۲۳۴۵۶۷۸۹", "٠١٢٣٤٥٦٧٨٩", "0123456789")
FROM_NO_JOINING_LETTER = re.compile(r"(?<=[^\W\d_اآأإٱدذرزژوؤةى])(?=[^\W\d_])")
STRETCHED, EMPTY_LINES, BREAKS_LOST = (
    0.02,
    0.08,
    0.4,
)  # shares of words, of soft breaks, of paragraph breaks

Record = dict[str, Any]  # JSON of the gold: keys are those of shared/data/quotations/README.md
Chance = random.Random


@dataclass(frozen=True)
class Twin:
    """A damaged text, and where in it each character of the sound one stands."""

    text: str
    places: Sequence[int]

    def replace(self, pieces: Sequence[str]) -> "Twin":
        """Put a piece for each character."""
        starts = [0]
        for piece in pieces:
            starts.append(starts[-1] + len(piece))
        return Twin("".join(pieces), [starts[place] for place in self.places])

    def extents(self, sound: Sequence[Sequence[int]]) -> list[list[int]]:
        """The extents of the sound text in the damaged one."""
        return [[self.places[start], self.places[end]] for start, end in sound]


Damage = Callable[[Twin, Chance], Twin]


def replace_joiners(by: str) -> Damage:
    """Drop the joiners, or put blanks for them."""
    return lambda twin, _: twin.replace([by if c == JOINER else c for c in twin.text])


def change_codes(table: dict[int, str], digits: int) -> Damage:
    """Type a text on another keyboard: letters and digits one to one."""
    swap = table | {ord(c): DIGITS[digits][i] for row in DIGITS for i, c in enumerate(row)}
    return lambda twin, _: twin.replace(list(twin.text.translate(swap)))


def stretch(twin: Twin, chance: Chance) -> Twin:
    """Stretch some words."""
    pieces = list(twin.text)
    for word in re.finditer(r"\w{3,}", twin.text):
        joints = [m.start() for m in FROM_NO_JOINING_LETTER.finditer(twin.text, *word.span())]
        if joints and chance.random() < STRETCHED:
            pieces[chance.choice(joints) - 1] += TATWEEL * 2
    return twin.replace(pieces)


def wrap(width: int, *, ragged: int = 0, empty: float = 0.0, lost: float = 0.0) -> Damage:
    """Break the lines at a width, with empty lines inside sentences and paragraph breaks lost."""

    def break_lines(twin: Twin, chance: Chance) -> Twin:
        pieces = list(twin.text)
        for line in re.finditer(r"[^\n]+", twin.text):
            start, limit = line.start(), width
            for word in re.finditer(r"[^ ]+", line[0]):
                first, last = (line.start() + place for place in word.span())
                if first > start and last - start > limit:
                    pieces[first - 1] = "\n\n" if chance.random() < empty else "\n"
                    start, limit = first, width + chance.randint(-ragged, ragged)
        for gap in re.finditer(r"\n\n", twin.text):
            if chance.random() < lost:
                pieces[gap.start()] = ""
        return twin.replace(pieces)

    return break_lines


def chain(*damages: Damage) -> Damage:
    """Do one damage after the other."""

    def damage_all(twin: Twin, chance: Chance) -> Twin:
        for damage in damages:
            twin = damage(twin, chance)
        return twin

    return damage_all


WRAPPED: dict[str, Damage] = {
    "wrapped 60": wrap(60),
    "wrapped 72": wrap(72),
    "wrapped 66, empty lines": wrap(66, empty=EMPTY_LINES),
    "wrapped 75, breaks lost": wrap(75, ragged=4, empty=EMPTY_LINES, lost=BREAKS_LOST),
}
CODES = {
    "fa": change_codes(PERSIAN_TO_ARABIC, 1),
    "ar": change_codes(ARABIC_TO_PERSIAN, 0),
}
DAMAGES: dict[str, dict[str, Damage]] = {
    "fa": {
        "joiners lost": replace_joiners(""),
        "joiners spaced": replace_joiners(" "),
        "codes": chain(CODES["fa"], stretch),
        **WRAPPED,
        "everything": chain(replace_joiners(""), CODES["fa"], stretch, wrap(66, empty=0.05)),
    },
    "ar": {
        "codes": chain(CODES["ar"], stretch),
        **WRAPPED,
        "everything": chain(CODES["ar"], stretch, wrap(66, empty=0.05)),
    },
}


def read(name: str) -> list[Record]:
    """Read a file of the gold."""
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


def make_twins(language: str) -> Iterator[tuple[str, list[Record], list[Record]]]:
    """Yield the reports and their gold, sound and then with each damage, under the damage's name."""
    documents = [d for d in read(f"docs_{language}.jsonl") if d["profile"] == "clean"]
    ids = {document["doc"] for document in documents}
    gold = [record for record in read(f"quotes_{language}.jsonl") if record["doc"] in ids]
    yield "sound", documents, gold
    for name, damage in DAMAGES[language].items():
        twins = {
            d["doc"]: damage(
                Twin(d["text"], range(len(d["text"]) + 1)), Chance(f"{name} {d['doc']}")
            )
            for d in documents
        }
        yield (
            name,
            [d | {"text": twins[d["doc"]].text} for d in documents],
            [follow(record, twins[record["doc"]]) for record in gold],
        )


def follow(record: Record, twin: Twin) -> Record:
    """A record of the gold in a twin; a name counts as the twin spells it, too."""
    names = [*record["speaker_aliases"], *filter(None, [record["speaker"]])]
    spelled = [name.replace(JOINER, "") for name in names]
    source = record["source"] and twin.extents([record["source"]])[0]
    return record | {
        "content": twin.extents(record["content"]),
        "source": source,
        "speaker_aliases": names + spelled,
    }


def measure(language: str, rawi: str | None) -> Iterator[tuple[str, list[float]]]:
    """Yield match, exact and quotation-and-speaker F1 of the sound reports, then of each damage."""
    sys.path.insert(0, str(MEASURES))
    run, score = importlib.import_module("run_rawi").run, importlib.import_module("quotation_score")
    made = list(make_twins(language))
    records = [
        {"id": f"{name}:{document['doc']}", "text": document["text"]}
        for name, documents, _ in made
        for document in documents
    ]
    answers, _ = run("annotate", records, rawi, ("--only", "quotations"))
    for name, documents, gold in made:
        found = [
            quotation | {"doc": document["doc"]}
            for document in documents
            for quotation in answers[f"{name}:{document['doc']}"]["quotations"]
        ]
        result = score.score(gold, found, documents)[0]
        yield name, [result[key]["F1"] for key in ("match", "exact", "attributed")]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rawi", help="the command, default `rawi`")
    options = parser.parse_args()
    for language in DAMAGES:
        sound: list[float] = []
        for name, scores in measure(language, options.rawi):
            sound = sound or scores
            lost = [100 * (before - now) for before, now in zip(sound, scores, strict=True)]
            columns = [
                *(f"{s:.4f}" for s in scores),
                "| lost",
                *(f"{points:5.2f}" for points in lost),
            ]
            sys.stdout.write(f"{language} {name:24} | {' '.join(columns)}\n")


if __name__ == "__main__":
    main()
