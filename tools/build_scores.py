"""Write the scores the help page shows from those the quality floors hold, and seal their table.

`python tools/build_scores.py 2026-11-20` (the day the floors were measured), after
`tests/quality/update_floors.py`. A floor not measured yet is left out.
"""

import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import NamedTuple

from seal_tables import seal

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "tests" / "quality" / "floors.toml"
SCORES = ROOT / "src" / "rawi" / "serve" / "messages" / "scores.tsv"
HEADER = """\
# How often each stage is right: scores on texts with known answers. Made by tools/build_scores.py from the
# floors of tests/quality; 1 is perfect.
stage\tlanguage\tmeasure\tvalue\tdata\tday
"""


class Shown(NamedTuple):
    """A score worth showing: where it stands among the floors, and what to call it."""

    stage: str
    language: str
    floor: tuple[str, str]
    measure: str
    data: str


SHOWN = (
    Shown("read", "all", ("reading", "html all F1"), "body-f1", "web-pages"),
    Shown("segment", "all", ("languages", "mixed embedded"), "words-right", "embedded"),
    Shown("repair", "fa", ("repair", "perdt-dev c_mixed F1"), "joints-f1", "perdt"),
    Shown("repair", "fa", ("repair", "seraji-dev c_mixed F1"), "joints-f1", "seraji"),
    Shown("date", "fa", ("dates", "fa all overall F"), "dates-f1", "labelled-news"),
    Shown("date", "ar", ("dates", "ar all overall F"), "dates-f1", "labelled-news"),
    Shown("quote", "fa", ("quotations", "fa all match F1"), "quoted-f1", "labelled-news"),
    Shown("quote", "fa", ("quotations", "fa all q+s F1"), "speaker-f1", "labelled-news"),
    Shown("quote", "ar", ("quotations", "ar all match F1"), "quoted-f1", "labelled-news"),
    Shown("quote", "ar", ("quotations", "ar all q+s F1"), "speaker-f1", "labelled-news"),
    Shown("link", "all", ("links", "stories: fa-ar in one story F1"), "pairs-f1", "stories"),
    Shown("link", "all", ("links", "copies: reports, B-cubed F1"), "bcubed-f1", "copies"),
)


def build_rows(floors: dict[str, dict[str, dict[str, float]]], day: str) -> list[str]:
    """Make the rows of the table; scores given in percent become shares of 1."""
    rows = []
    for shown in SHOWN:
        measure, name = shown.floor
        value = float(floors[measure]["at_least"][name])
        if not value:
            continue
        share = value / 100 if value > 1 else value
        cells = (shown.stage, shown.language, shown.measure, f"{share:.3f}", shown.data, day)
        rows.append("\t".join(cells))
    return rows


def main() -> None:
    """Write the table and its seal."""
    day = date.fromisoformat(sys.argv[1]).isoformat()
    floors = tomllib.loads(FLOORS.read_text("utf-8"))
    SCORES.write_text(HEADER + "".join(f"{row}\n" for row in build_rows(floors, day)), "utf-8")
    seal(SCORES.with_name("ORIGINS.toml"))


if __name__ == "__main__":
    main()
