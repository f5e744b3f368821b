"""Run the measures that score rawi on gold data and read their tables into named figures.

The scripts and the gold lie beside the project (`../shared`); where they are missing the floors are
skipped, and the test says so. A figure's name is the words of its row and column, such as
`perdt-dev c_mixed F1`.
"""

import hashlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

SHARED = Path(__file__).parents[3] / "shared"
OWN = Path(__file__).parent / "gold"  # see its README.md
SAME_GOLD = {"damage": "native"}
NUMBER = r"-?\d+(?:\.\d+)?"
Figures = dict[str, float]


def run(script: str, *words: str) -> str:
    """Run one measure with this interpreter's rawi and return what it printed."""
    command = [sys.executable, str(SHARED / "measure" / script), *words]
    done = subprocess.run(
        [*command, "--rawi", f"{sys.executable} -m rawi"],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{script}: exit code {done.returncode}\n{done.stderr[-2000:]}")
    return done.stdout


def gold_hash(measure: str) -> str:
    """The hash of all gold files of a measure, names included."""
    digest = hashlib.sha256()
    own = OWN / SAME_GOLD.get(measure, measure)
    for path in sorted((own if own.is_dir() else SHARED / "data" / measure).iterdir()):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def numbers(line: str) -> list[float]:
    """All numbers of a line, in order."""
    return [float(n) for n in re.findall(NUMBER, line)]


def read_repair(table: str) -> Iterator[tuple[str, float]]:
    """`SET MODEL F1 P R exact | z+ bound letter mark | neutral (z+)`."""
    for line in table.splitlines():
        if found := re.match(r"(\S+-dev) +(\w+) +(.*)", line):
            row, values = f"{found[1]} {found[2]}", numbers(found[3].replace("F1", ""))
            if found[2] == "g_lines":
                yield f"{row} F1", values[-1]
                continue
            columns = (
                "F1",
                "P",
                "R",
                "exact",
                "z+",
                "bound",
                "letter",
                "mark",
                "neutral",
                "neutral z+",
            )
            for column, value in zip(columns, values, strict=True):
                yield f"{row} {column}", value


def read_languages(table: str) -> Iterator[tuple[str, float]]:
    """Two blocks of `LANG line: x 10: x 5: x 3: x`, then the mixed sentences."""
    mode = ""
    for line in table.splitlines():
        if line in ("as given", "wrong codes"):
            mode = line
        elif found := re.match(r"  (\w{2,3}) +line:", line):
            for size, value in re.findall(rf"(line|10|5|3): +({NUMBER})", line):
                yield f"{mode} {found[1]} {size}", float(value)
        elif line.startswith("mixed sentences"):
            for name, value in zip(("words", "embedded", "sentences"), numbers(line), strict=True):
                yield f"mixed {name}", value


def read_dates(table: str) -> Iterator[tuple[str, float]]:
    """`LANG PART ov P/R/F … | exact F … | val|match … | span+val … | strict F … | refuse … | neg-sent hit …`."""
    columns = {
        "exact F": r"exact F ({})",
        "value": r"val\|match ({})",
        "overall F": r"span\+val P/R/F {} {} ({})",
        "strict F": r"strict F ({})",
        "refused": r"refuse ({})",
        "negatives": r"neg-sent hit ({})",
    }
    for line in table.splitlines():
        if found := re.match(r"(fa|ar) (all|real|constructed) ", line):
            for column, pattern in columns.items():
                if value := re.search(pattern.replace("{}", NUMBER), line):
                    yield f"{found[1]} {found[2]} {column}", float(value[1])


def read_quotations(table: str) -> Iterator[tuple[str, float]]:
    """`LANG SET gold pred | match P R F1 | exact F1 | speaker acc | q+s F1 | named P | source | addressee R …`."""
    columns = (
        "match P",
        "match R",
        "match F1",
        "exact F1",
        "speaker",
        "q+s F1",
        "named P",
        "source",
        "addressee",
    )
    for line in table.splitlines():
        if found := re.match(r"(fa|ar) (all|ntrex|agency|native) +\d+ +\d+ \|(.*)", line):
            for column, value in zip(columns, numbers(found[3]), strict=False):
                yield f"{found[1]} {found[2]} {column}", value


def read_damage(table: str) -> Iterator[tuple[str, float]]:
    """`LANG DAMAGE | match exact q+s | lost …`: F1."""
    for line in table.splitlines():
        if found := re.match(r"((?:fa|ar) \S.*?) +\|(.*)\|", line):
            for column, value in zip(("match", "exact", "q+s"), numbers(found[2]), strict=True):
                yield f"{found[1]} {column}", value


def read_links(table: str) -> Iterator[tuple[str, float]]:
    """`NAME: WHAT P x R x F1 x`, and the line of days."""
    for line in table.splitlines():
        if found := re.match(rf"(.+?) +P ({NUMBER})  R ({NUMBER})  F1 ({NUMBER})", line):
            for column, value in zip(("P", "R", "F1"), found.groups()[1:], strict=True):
                yield f"{found[1]} {column}", float(value)
        elif found := re.match(
            r"(\w+): day of the document .* right (\d+) of (\d+), wrong (\d+)", line
        ):
            yield f"{found[1]}: days right", float(found[2]) / float(found[3])
            yield f"{found[1]}: days wrong", float(found[4])


def read_reading(table: str) -> Iterator[tuple[str, float]]:
    """The rows of PDF producers, of page families, and the count of hostile files gone wrong."""
    pdf = (
        "files",
        "CER",
        "raw",
        "ZWNJ",
        "glued",
        "split",
        "digits",
        "numbers",
        "brackets",
        "lam-alef",
    )
    html = ("pages", "P", "R", "F1", "ZWNJ", "title")
    for line in table.splitlines():
        if found := re.match(r"(fa|ar) (\w+) +(\d.*)", line):
            cells = found[3].split()
            for column, cell in zip(pdf, cells, strict=False):
                if cell != "-":
                    yield f"pdf {found[1]} {found[2]} {column}", float(cell)
        elif found := re.match(rf"(\w+) +(\d+(?: {NUMBER}){{5}})  (\d+)/(\d+)/(\d+)", line):
            for column, value in zip(html, numbers(found[2]), strict=True):
                yield f"html {found[1]} {column}", value
            yield f"html {found[1]} invented dates", float(found[5])
        elif found := re.match(r"(\d+) hostile files, (\d+) bad", line):
            yield "hostile bad", float(found[2])


# The long ones apart from each other, so that two processes end together.
MEASURES: dict[str, tuple[str, tuple[str, ...], Callable[[str], Iterator[tuple[str, float]]]]] = {
    "links": ("links.py", (), read_links),
    "dates": ("dates.py", (), read_dates),
    "reading": ("reading.py", (), read_reading),
    "languages": ("languages.py", (), read_languages),
    "repair": ("repair.py", (), read_repair),
    "damage": (str(Path(__file__).with_name("damage.py")), (), read_damage),
    "native": ("quotations.py", ("--data", str(OWN / "native")), read_quotations),
    "quotations": ("quotations.py", (), read_quotations),
}


def figures(measure: str) -> Figures:
    """Run a measure and return its figures by name."""
    script, words, read = MEASURES[measure]
    return dict(read(run(script, *words)))
