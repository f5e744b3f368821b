"""Build src/rawi/calendars/data/iran_lunar_months.tsv from the table of project qamari (CC0).

Run `python tools/build_iran_lunar_months.py`, then `python tools/seal_tables.py`. The last row is the first
day of a month whose length is not known yet: it only ends the month before it.
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
ORIGIN = HERE / "../../shared/data/calendars/qamari-consolidated.txt"
TABLE = HERE / "../src/rawi/calendars/data/iran_lunar_months.tsv"
HEADER = """\
# First days of lunar months as published in Iran, AH 1265 to 1447; a month ends where the next begins.
# Origin: project qamari by Roozbeh Pournader, consolidated.txt, CC0-1.0. Made by tools/build_iran_lunar_months.py.
year\tmonth\tfirst_day
"""


def build(origin: str) -> str:
    """Make the table from the text of `consolidated.txt`."""
    rows = []
    for line in origin.splitlines():
        entry = line.split("#")[0].strip().lstrip("*").strip()
        if entry:
            name, first_day = entry.split()
            year, month = name.split("/")
            rows.append(f"{year}\t{month}\t{first_day}\n")
    return HEADER + "".join(rows)


if __name__ == "__main__":
    TABLE.write_text(build(ORIGIN.read_text("utf-8")), "utf-8")
