"""Write the hash and the row count of every data file into its folder's ORIGINS.toml.

Run it after a table was changed on purpose: `python tools/seal_tables.py`. New files need their entry first.
"""

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1] / "src" / "rawi"


def seal(origins: Path) -> None:
    """Refresh `sha256` and `rows` of each entry of one ORIGINS.toml, leaving every other line as it is."""
    entries = re.split(r"(?m)^(?=\[\[table\]\])", origins.read_text("utf-8"))
    for i, entry in enumerate(entries):
        named = re.search(r'(?m)^file = "(.+)"$', entry)
        path = origins.parent / named[1] if named else None
        if path is None or not path.exists():
            continue
        data = path.read_bytes()
        body = re.sub(r"(?m)^(sha256|rows) = .*\n?", "", entry).rstrip("\n")
        rows = 0
        if path.suffix == ".tsv":
            rows = sum(1 for x in data.split(b"\n") if x and not x.startswith(b"#")) - 1
        sealed = f'{body}\nsha256 = "{hashlib.sha256(data).hexdigest()}"\n'
        entries[i] = sealed + (f"rows = {rows}\n" if rows else "") + "\n"
    origins.write_text("".join(entries).rstrip("\n") + "\n", "utf-8")


if __name__ == "__main__":
    for found in sorted(ROOT.rglob("ORIGINS.toml")):
        seal(found)
