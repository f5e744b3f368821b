"""Rawi and dateparser on the same sentences, in one table.

    python benchmarks/dates.py [--gold dates.jsonl] [--environment FOLDER]

Without `--gold` the sentences are the invented cases of tests/date/cases, which rawi was built on: that table shows
what each program reads at all, not how good it is on text it has not seen. A gold file has a record a line: `lang`,
`text`, `anchor`, and `spans` with `start`, `end`, `lo`, `hi`, `calendar` (no `lo`: to be refused, not counted here).
`--prose` times both on a text of your own, a sentence a line; sentences of cases and gold are fuller of dates than news is.

dateparser is installed from the package index into an environment of its own (a temporary one unless given), and gets the
anchor day and the order day-month-year. It answers one moment: it is right if that lies in the days wanted. A match
is an overlap; F1 wants the right days too. Speed is processor time over the same sentences.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
PEER = "dateparser==1.5.0"
# Run in the peer's environment: JSON lines in, the dates found and the processor seconds used out.
PEER_PROGRAM = """
import json, sys, time
from datetime import datetime
from dateparser.search import search_dates
records = [json.loads(line) for line in sys.stdin]
def find(record):
    base = datetime.fromisoformat(record["anchor"])
    settings = {"RELATIVE_BASE": base, "DATE_ORDER": "DMY", "PREFER_DATES_FROM": "past"}
    place, found = 0, []
    for words, moment in search_dates(record["text"], languages=[record["lang"]], settings=settings) or []:
        start = record["text"].find(words, place)
        if start >= 0:
            place = start + len(words)
            found.append([start, place, str(moment.date()), str(moment.date())])
    return found
find(records[0])
start = time.process_time()
answers = [find(record) for record in records]
print(json.dumps({"answers": answers, "seconds": time.process_time() - start}))
"""


class Wanted(NamedTuple):
    """A sentence, the dates in it as (start, end, first day, last day), and their calendars."""

    lang: str
    text: str
    anchor: str
    dates: list[tuple[int, int, str, str]]
    calendars: list[str]


Answers = list[list[tuple[int, int, str, str]]]


def read_cases() -> Iterator[Wanted]:
    """The invented cases that have an anchor; the test module knows how to read them."""
    sys.path.insert(0, str(ROOT))
    from tests.date import test_cases as cases

    for case in cases.CASES:
        text, places = cases.unmark(case.text)
        entries = case.expected.split(" ; ") if case.expected else []
        told = [cases.expected_of(entry) for entry in entries]
        dates = [(*p, *days) for p, days in zip(places, told, strict=True) if len(days) == 2]
        kinds = [entry[0] for entry, days in zip(entries, told, strict=True) if len(days) == 2]
        calendars = ["jalali" if kind == "j" else "other" for kind in kinds]
        if case.anchor != "-":
            yield Wanted(case.lang, text, case.anchor, dates, calendars)


def read_gold(path: Path) -> Iterator[Wanted]:
    """The records of a gold file."""
    for line in path.read_text("utf-8").splitlines():
        record = json.loads(line)
        spans = [s for s in record["spans"] if s.get("lo")]
        dates = [(s["start"], s["end"], s["lo"], s["hi"]) for s in spans]
        calendars = [s.get("calendar", "other").partition("-")[0] for s in spans]
        yield Wanted(record["lang"], record["text"], record["anchor"], dates, calendars)


def read_prose(path: Path) -> Iterator[Wanted]:
    """The lines of a text, in the language their letters are of."""
    from rawi.date import guess_language

    lines = [line for line in path.read_text("utf-8").splitlines() if line.strip()]
    for line in lines:
        yield Wanted(guess_language(line), line, "2018-04-04", [], [])


def ask_rawi(wanted: Sequence[Wanted]) -> tuple[Answers, float]:
    """The dates rawi finds, and the processor seconds it takes."""
    from rawi.date import find_dates
    from rawi.facts import Anchor, Sentence
    from rawi.text import Span, Text

    def find(item: Wanted) -> list[tuple[int, int, str, str]]:
        sentence = Sentence(Span(0, len(item.text)), item.lang)
        anchor = Anchor(date.fromisoformat(item.anchor), "published")
        found = find_dates(Text.untouched(item.text), (sentence,), anchor)
        return [(*t.span, t.earliest, t.latest) for t in found if t.earliest and t.latest]

    find(wanted[0])
    start = time.process_time()
    return [find(item) for item in wanted], time.process_time() - start


def ask_peer(wanted: Sequence[Wanted], folder: Path) -> tuple[Answers, float]:
    """The dates dateparser finds, in its own environment."""
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        command = [
            str(python),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            PEER,
        ]
        subprocess.run(command, check=True)
    lines = [
        json.dumps({"lang": w.lang, "text": w.text, "anchor": w.anchor}, ensure_ascii=False)
        for w in wanted
    ]
    done = subprocess.run(
        [str(python), "-c", PEER_PROGRAM],
        input="\n".join(lines).encode(),
        stdout=subprocess.PIPE,
        check=True,
    )
    reply = json.loads(done.stdout)
    return [[tuple(d) for d in found] for found in reply["answers"]], reply["seconds"]


def is_right(answer: tuple[int, int, str, str], gold: tuple[int, int, str, str]) -> bool:
    """Tell whether an answer's days are those wanted; one moment may lie anywhere in them."""
    if answer[2:] == gold[2:]:
        return True
    dated = re.compile(r"\d{4}-")
    comparable = all(dated.match(day) for day in (*answer[2:], *gold[2:]))
    return comparable and answer[2] == answer[3] and gold[2] <= answer[2] <= gold[3]


class Score(NamedTuple):
    """Precision and recall of finding, F1 of finding with the right days, and how many are right by calendar."""

    precision: float
    recall: float
    f1: float
    by_calendar: str


def score(wanted: Sequence[Wanted], answers: Answers) -> Score:
    """Compare answers with what is wanted."""
    gold = found = hit = right = 0
    counts: dict[str, list[int]] = {}
    for item, given in zip(wanted, answers, strict=True):
        gold, found = gold + len(item.dates), found + len(given)
        left = list(given)
        for want, calendar in zip(item.dates, item.calendars, strict=True):
            count = counts.setdefault(calendar, [0, 0])
            count[1] += 1
            over = [a for a in left if min(a[1], want[1]) > max(a[0], want[0])]
            if over:
                best = max(over, key=lambda a: min(a[1], want[1]) - max(a[0], want[0]))
                left.remove(best)
                hit, right = hit + 1, right + is_right(best, want)
                count[0] += is_right(best, want)
    shares = ", ".join(f"{name} {good}/{n}" for name, (good, n) in sorted(counts.items()))
    f1 = 2 * right / max(found + gold, 1)
    return Score(hit / max(found, 1), hit / max(gold, 1), f1, shares)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--environment", type=Path)
    parser.add_argument("--prose", type=Path)
    options = parser.parse_args()
    wanted = list(read_gold(options.gold) if options.gold else read_cases())
    prose = list(read_prose(options.prose)) if options.prose else []
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.environment or Path(temporary) / "peer"
        print(
            "| | language | dates | precision | recall | F1 with days | right by calendar"
            " | 1,000 characters/s | of prose |"
        )
        print("|---|---|---|---|---|---|---|---|---|")
        for language in ("fa", "ar"):
            part = [item for item in wanted if item.lang == language]
            lines = [item for item in prose if item.lang == language]
            count = sum(len(w.dates) for w in part)
            for name, ask in (
                ("rawi", ask_rawi),
                (PEER.replace("==", " "), partial(ask_peer, folder=folder)),
            ):
                answers, seconds = ask(part)
                p, r, f, by_calendar = score(part, answers)
                print(
                    f"| {name} | {language} | {count} | {p:.3f} | {r:.3f} | {f:.3f} | {by_calendar}"
                    f" | {speed(part, seconds)} | {speed(lines, ask(lines)[1]) if lines else ''} |"
                )


def speed(wanted: Sequence[Wanted], seconds: float) -> str:
    """Thousands of characters a second."""
    return f"{sum(len(w.text) for w in wanted) / seconds / 1000:,.0f}"


if __name__ == "__main__":
    main()
