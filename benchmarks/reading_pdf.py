"""Read PDFs with rawi and with other tools, and put the errors side by side.

    python benchmarks/reading_pdf.py [--data ../shared/data/reading/pdfs.tar.xz] [--limit N] [--only chromium,weasy]

The archive holds PDFs by producer and `index.jsonl` with the paragraphs that were printed. Tools that are not
installed are left out: pdftotext (a program), pypdfium2, pypdf, pdfminer.six. Printed, for each language and
producer and each tool: character error rate (after presentation forms are made letters and bidi controls
dropped, which flatters the others), non-joiners kept, dates and other compound numbers right, paragraph joins
found (F1; rawi only: the others do not join lines; TCPDF's advertisement left out), and processor milliseconds a file. Needs rapidfuzz.
"""

import argparse
import io
import json
import re
import shutil
import subprocess
import tarfile
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from rawi.errors import ReadError
from rawi.read.pdf import read_pdf

PRODUCERS = Path("../shared/data/reading/pdfs.tar.xz")
CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")
NUMBER = re.compile(r"\d+(?:[/:.,\-٫٬]\d+)+")
# Type of one point at the foot of a file, which the gold does not have.
ADVERTISEMENT = re.compile(r"Powered by TCPDF|\)org\.tcpdf")
ZWNJ = "\u200c"


@dataclass
class Score:
    """Sums over files."""

    files: int = 0
    length: int = 0
    errors: int = 0
    joiners: int = 0
    joiners_kept: int = 0
    numbers: int = 0
    numbers_right: int = 0
    ends: int = 0
    ends_found: int = 0
    ends_right: int = 0
    seconds: float = field(default=0.0)

    def row(self) -> str:
        """The line of a table."""
        joins = 2 * self.ends_right / max(1, self.ends + self.ends_found)
        return (
            f"{100 * self.errors / self.length:7.2f} {share(self.joiners_kept, self.joiners)}"
            f" {share(self.numbers_right, self.numbers)} {joins:6.3f}"
            f" {1000 * self.seconds / self.files:7.0f}"
        )


def share(part: int, whole: int) -> str:
    """A percentage, or a dash where there is nothing."""
    return f"{100 * part / whole:6.1f}" if whole else "     -"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=PRODUCERS)
    parser.add_argument("--limit", type=int, default=0, help="files per language and producer")
    parser.add_argument("--only", default="", help="producers, with commas between")
    options = parser.parse_args()
    tools = find_tools()
    scores: dict[tuple[str, str, str], Score] = defaultdict(Score)
    only = set(filter(None, options.only.split(",")))
    with tarfile.open(options.data) as archive:
        index = archive.extractfile("index.jsonl") or io.BytesIO()
        taken: Counter[tuple[str, str]] = Counter()
        for line in index.read().decode("utf-8").splitlines():
            item = json.loads(line)
            producer = item["file"].split("/")[0]
            taken[item["lang"], producer] += 1
            if (only and producer not in only) or 0 < options.limit < taken[item["lang"], producer]:
                continue
            stored = archive.extractfile(item["file"])
            data = stored.read() if stored else b""
            for name, read in tools.items():
                add(scores[item["lang"], producer, name], item["gold"], data, read)
    print("                                 CER %  ZWNJ %  num %  joins F1  ms/file")
    for (language, producer, name), score in sorted(scores.items()):
        print(f"{language} {producer:14s} {name:10s} {score.row()}")


def add(
    score: Score, gold: Sequence[str], data: bytes, read: Callable[[bytes], Sequence[str]]
) -> None:
    """Read one file with one tool and add what came out."""
    start = time.process_time()
    paragraphs = read(data)
    score.seconds += time.process_time() - start
    paragraphs = [part for part in paragraphs if not ADVERTISEMENT.match(part)]
    wanted, got = even("\n".join(gold)), even("\n".join(paragraphs))
    score.files += 1
    score.length += len(wanted)
    score.errors += Levenshtein.distance(wanted, got)
    score.joiners += wanted.count(ZWNJ)
    score.joiners_kept += sum(
        wanted[op.src_start : op.src_end].count(ZWNJ)
        for op in Levenshtein.opcodes(wanted, got)
        if op.tag == "equal"
    )
    numbers, found = Counter(NUMBER.findall(wanted)), Counter(NUMBER.findall(got))
    score.numbers += numbers.total()
    score.numbers_right += (numbers & found).total()
    ends, ends_found, right = compare_ends(gold, paragraphs)
    score.ends += ends
    score.ends_found += ends_found
    score.ends_right += right


def even(text: str) -> str:
    """Make presentation forms letters, drop bidi controls, even out spaces."""
    text = FORMS.sub(lambda found: unicodedata.normalize("NFKC", found.group()), text)
    return " ".join(CONTROLS.sub("", text).split())


def compare_ends(gold: Sequence[str], got: Sequence[str]) -> tuple[int, int, int]:
    """Count the ends of paragraphs: printed, found, and found where printed."""
    wanted_text, wanted = join_letters(gold)
    found_text, found = join_letters(got)
    places: dict[int, int] = {}
    for op in Levenshtein.opcodes(found_text, wanted_text):
        if op.tag == "equal":
            for offset in range(op.src_end - op.src_start + 1):
                places.setdefault(op.src_start + offset, op.dest_start + offset)
        else:
            places.setdefault(op.src_end, op.dest_end)
    return len(wanted), len(found), len({places.get(end, -1) for end in found} & wanted)


def join_letters(paragraphs: Sequence[str]) -> tuple[str, set[int]]:
    """Return all letters in a row, and where paragraphs end but the last."""
    text, ends = "", set()
    for paragraph in paragraphs:
        letters = re.sub(r"[\s\u200c]+", "", even(paragraph))
        if letters:
            text += letters
            ends.add(len(text))
    return text, ends - {len(text)}


def find_tools() -> dict[str, Callable[[bytes], Sequence[str]]]:
    """The tools installed here, rawi first."""
    tools: dict[str, Callable[[bytes], Sequence[str]]] = {"rawi": read_rawi}
    if shutil.which("pdftotext"):
        tools["pdftotext"] = read_pdftotext
    for name, read in (("pypdfium2", read_pdfium), ("pypdf", read_pypdf), ("pdfminer", read_miner)):
        try:
            read(b"")
        except ImportError:
            continue
        except Exception:  # noqa: BLE001 - an empty file is refused by each in its own way
            pass
        tools[name] = read
    return tools


def read_rawi(data: bytes) -> Sequence[str]:
    """Read with rawi."""
    try:
        return read_pdf(data).text.split("\n\n")
    except ReadError:
        return []


def read_pdftotext(data: bytes) -> Sequence[str]:
    """Read with poppler's program."""
    done = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "replace").split("\n")


def read_pdfium(data: bytes) -> Sequence[str]:
    """Read with PDFium."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def read_pypdf(data: bytes) -> Sequence[str]:
    """Read with pypdf."""
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def read_miner(data: bytes) -> Sequence[str]:
    """Read with pdfminer.six."""
    from pdfminer.high_level import extract_text

    return [extract_text(io.BytesIO(data))]


if __name__ == "__main__":
    main()
