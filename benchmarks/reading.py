"""The readers beside their peers: the text of web pages, and of PDFs, each tool's own way.

    python benchmarks/reading.py html PAGES.jsonl[.xz]
    python benchmarks/reading.py pdf FOLDER

PAGES has one page a line: `bytes_b64`, `gold_blocks` (`kind` lead or p is the body), `meta` (`title`, `date`);
FOLDER an `index.jsonl` of `file`, `lang`, `gold` (the printed paragraphs). Peers that are not installed are
left out and named. Printed: F1 of the body in runs of four words, joiners kept, titles and typed dates right,
invented dates, processor milliseconds a page; for PDF the share of wrong characters and joiners kept.
"""

import argparse
import base64
import collections
import json
import lzma
import re
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rapidfuzz.distance import Levenshtein

Page = dict[str, Any]  # one line of the gold, as received
ZWNJ = "\u200c"
INVISIBLE = re.compile("[\u200c-\u200f\u00ad\u202a-\u202e\u2066-\u2069\ufeff]")


@dataclass(frozen=True, slots=True)
class Extract:
    """What a tool makes of a file; None where it does not say."""

    text: str
    title: str | None = None
    published: str | None = None


Extractor = Callable[[bytes], Extract]


# ------------------------------------------------------------------ web pages


def open_rawi_html() -> Extractor:
    """Rawi: body and lead of what `read_page` tells apart."""
    from rawi.read.html.page import read_page

    def extract(data: bytes) -> Extract:
        page = read_page(data)
        body = [page.text[slice(*b.extent)] for b in page.blocks if b.kind in ("lead", "body")]
        return Extract("\n".join(body), page.title, page.published)

    return extract


def open_trafilatura() -> Extractor:
    """Trafilatura with its metadata; its own decoding."""
    from trafilatura import bare_extraction

    def extract(data: bytes) -> Extract:
        found = bare_extraction(data, with_metadata=True)
        if found is None:
            return Extract("")
        return Extract(found.text or "", found.title, found.date)

    return extract


def open_resiliparse() -> Extractor:
    """Resiliparse, main content only; it tells no metadata but the page's title."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding
    from resiliparse.parse.html import HTMLTree

    def extract(data: bytes) -> Extract:
        tree = HTMLTree.parse(bytes_to_str(data, detect_encoding(data)))
        return Extract(extract_plain_text(tree, main_content=True), tree.title)

    return extract


def open_boilerpy3() -> Extractor:
    """Boilerpy3's article extractor, given the decoded page."""
    from boilerpy3.extractors import ArticleExtractor

    from rawi.read.decode import decode_page

    extractor = ArticleExtractor(raise_on_failure=False)

    def extract(data: bytes) -> Extract:
        found = extractor.get_doc(decode_page(data).text)
        return Extract(found.content, found.title)

    return extract


HTML_TOOLS: dict[str, Callable[[], Extractor]] = {
    "rawi": open_rawi_html,
    "trafilatura": open_trafilatura,
    "resiliparse": open_resiliparse,
    "boilerpy3": open_boilerpy3,
}


# ------------------------------------------------------------------ PDF


def open_rawi_pdf() -> Extractor:
    """Rawi."""
    from rawi.read.pdf import read_pdf

    return lambda data: Extract(read_pdf(data).text)


def open_pdftotext() -> Extractor:
    """Poppler's command."""
    import shutil
    import subprocess

    command = shutil.which("pdftotext")
    if command is None:
        raise ImportError("pdftotext")

    def extract(data: bytes) -> Extract:
        done = subprocess.run([command, "-", "-"], input=data, capture_output=True, check=False)
        return Extract(done.stdout.decode("utf-8", "replace"))

    return extract


def open_pypdfium2() -> Extractor:
    """PDFium's text layer."""
    import pypdfium2

    def extract(data: bytes) -> Extract:
        document = pypdfium2.PdfDocument(data)
        return Extract("\n".join(page.get_textpage().get_text_range() for page in document))

    return extract


def open_pypdf() -> Extractor:
    """The pure Python library."""
    from io import BytesIO

    from pypdf import PdfReader

    return lambda data: Extract(
        "\n".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    )


def open_pdfminer() -> Extractor:
    """Pdfminer.six, which pdfplumber and others stand on."""
    from io import BytesIO

    from pdfminer.high_level import extract_text

    return lambda data: Extract(extract_text(BytesIO(data)))


PDF_TOOLS: dict[str, Callable[[], Extractor]] = {
    "rawi": open_rawi_pdf,
    "pdftotext": open_pdftotext,
    "pypdfium2": open_pypdfium2,
    "pypdf": open_pypdf,
    "pdfminer": open_pdfminer,
}


# ------------------------------------------------------------------ scores


def grams(text: str) -> collections.Counter[tuple[str, ...]]:
    """Runs of four words, invisible characters and Arabic letter codes apart."""
    plain = INVISIBLE.sub("", text).replace("ی", "ي").replace("ک", "ك")
    words = re.findall(r"\w+", plain)
    return collections.Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def f1(gold: str, got: str) -> float:
    """Harmonic mean of precision and recall of runs of four words."""
    wanted, found = grams(gold), grams(got)
    both = sum((wanted & found).values())
    return 2 * both / (sum(wanted.values()) + sum(found.values()))


def letters(text: str | None) -> str:
    """Letters and digits, Arabic codes taken as Persian ones."""
    return re.sub(r"\W+", "", INVISIBLE.sub("", text or "")).replace("ي", "ی").replace("ك", "ک")


def mean(values: Iterable[float]) -> float:
    """The mean, not a number of nothing."""
    found = list(values)
    return sum(found) / len(found) if found else float("nan")


def joiners_kept(gold: str, got: str) -> list[float]:
    """The share of joiners kept, or nothing where the gold has none."""
    return [min(1.0, got.count(ZWNJ) / count)] if (count := gold.count(ZWNJ)) else []


def open_tools(tools: dict[str, Callable[[], Extractor]]) -> dict[str, Extractor]:
    """The tools that are installed; the others are named on standard error."""
    found = {}
    for name, opener in tools.items():
        try:
            found[name] = opener()
        except ImportError as error:
            print(f"{name}: left out, {error}", file=sys.stderr)
    return found


def run(extract: Extractor, data: bytes) -> tuple[Extract, float]:
    """What a tool makes of a file, and its processor seconds; nothing where it fails."""
    start = time.process_time()
    try:
        found = extract(data)
    except Exception as error:  # noqa: BLE001 - a peer may raise anything, which counts as no text
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        found = Extract("")
    return found, time.process_time() - start


def compare_html(path: Path) -> None:
    """Print the table of web pages."""
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        pages: list[Page] = [json.loads(line) for line in file]
    print(f"{'':12s}    F1  ZWNJ  title  dates right/none/invented  ms/page   ({len(pages)} pages)")
    for name, extract in open_tools(HTML_TOOLS).items():
        scores, joiners, titles, seconds = [], [], [], 0.0
        dates: collections.Counter[str] = collections.Counter()
        for page in pages:
            found, used = run(extract, base64.b64decode(page["bytes_b64"]))
            seconds += used
            gold = "\n".join(b["text"] for b in page["gold_blocks"] if b["kind"] in ("lead", "p"))
            scores.append(f1(gold, found.text))
            joiners += joiners_kept(gold, found.text)
            titles.append(letters(found.title) == letters(page["meta"]["title"]))
            day = (found.published or "")[:10]
            dates["none" if not day else "right" if day == page["meta"]["date"] else "wrong"] += 1
        print(
            f"{name:12s} {mean(scores):.3f} {mean(joiners):5.2f} {mean(titles):6.3f}"
            f"  {dates['right']:10d}/{dates['none']}/{dates['wrong']}"
            f" {1000 * seconds / len(pages):20.1f}"
        )


def compare_pdf(folder: Path) -> None:
    """Print the table of PDFs, by language."""
    index = [json.loads(x) for x in (folder / "index.jsonl").read_text("utf-8").splitlines()]
    print(f"{'':12s} fa: CER %  ZWNJ   ar: CER %   ms/file   ({len(index)} files)")
    for name, extract in open_tools(PDF_TOOLS).items():
        errors: dict[str, list[float]] = {"fa": [], "ar": []}
        joiners, seconds = [], 0.0
        for item in index:
            found, used = run(extract, (folder / item["file"]).read_bytes())
            seconds += used
            gold = " ".join(" ".join(item["gold"]).split())
            text = " ".join(found.text.split())
            distance = Levenshtein.distance(INVISIBLE.sub("", gold), INVISIBLE.sub("", text))
            errors[item["lang"]].append(100 * distance / max(1, len(gold)))
            joiners += joiners_kept(gold, text)
        print(
            f"{name:12s} {mean(errors['fa']):9.2f} {mean(joiners):5.2f} {mean(errors['ar']):11.2f}"
            f" {1000 * seconds / len(index):9.0f}"
        )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("html", "pdf"))
    parser.add_argument("data", type=Path)
    options = parser.parse_args()
    (compare_html if options.what == "html" else compare_pdf)(options.data)
