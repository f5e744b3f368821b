"""How long an archive takes to fill, how much memory, and how soon a search answers.

    python benchmarks/archive.py [--documents 10000] [--length 2000] [--jobs 2] [--keep FOLDER]

The documents are made here, from frames of Persian and Arabic news with made-up words in the gaps, the same
each time: half Persian, half Arabic, one in ten a copy of an earlier one with small edits. Printed: wall clock
and processor seconds of `add` (linking included), the peak memory of the largest process and of all together,
the size on disk, and for each class of query the median and the slowest of its answers in milliseconds.
"""

import argparse
import json
import random
import resource
import shutil
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

from rawi.archive import Archive
from rawi.index.query import parse_query

FRAMES = {
    "fa": (
        "به گزارش خبرگزاری {n}، {t} {p} روز {d} فروردین ۱۴۰۰ گفت: «{w} {w} {w} را {w} و {w} {w} می\u200cکند.»",
        "{p} افزود که {w} {w} در {w} {w} {w} {k} درصد بیشتر شده است.",
        "وی درباره {w} {w} تأکید کرد: {w} های {w} باید {w} {w} شود و {w} {w} نیست.",
        "این {w} در {w} شهر {n} با {k} {w} برگزار شد و {w} {w} به {w} {w} رسید.",
        "{w} {w} {w} {w}، {w} {w} {w} {w} و {w} {w} را {w} {w} کرده بود.",
    ),
    "ar": (
        "وقال {t} {p} يوم {d} أبريل 2021: «إن {w} {w} {w} في {w} و{w} {w} {w}».",
        "وأضاف {p} أن {w} {w} بلغ {k} في المئة من {w} {w} {w}.",
        "وأكد في تصريح لوكالة {n} أن {w} {w} {w} لا {w} {w} {w}.",
        "وشارك في {w} بمدينة {n} نحو {k} من {w} {w}، وفق {w} {w}.",
        "{w} {w} {w} {w} على {w} {w}، و{w} {w} من {w} {w} {w}.",
    ),
}  # fmt: skip
TITLES = {"fa": ("وزیر", "رئیس فدراسیون", "سخنگوی"), "ar": ("وزير", "رئيس الاتحاد", "المتحدث باسم")}
LETTERS = {"fa": "ابپتجچخدرزسشغفقکگلمنوهی", "ar": "ابتجحخدرزسشصضطعغفقكلمنهوي"}
PEOPLE = 1_500
QUERIES = {
    "everything": "",
    "common word": "{common}",
    "rare word": "{rare}",
    "two words": "{common} {other}",
    "phrase": "«{common} {other}»",
    "speaker": 'by:"{name}"',
    "speaker and word": 'by:"{name}" {common}',
    "day": "day:2021-04-03..2021-04-05",
    "facets": "lang:ar kind:direct",
    "excluded": "lang:fa -{common}",
}


def make_words(chance: random.Random, language: str, count: int) -> list[str]:
    """Made-up words; the first are used often, as in real text."""
    return [
        "".join(chance.choices(LETTERS[language], k=chance.choice((3, 4, 4, 5, 5, 6))))
        for _ in range(count)
    ]


def make_people(chance: random.Random, language: str) -> list[str]:
    """The people of the news, each with a given name many share and a name of their own."""
    given = make_words(chance, language, 60)
    return [f"{chance.choice(given)} {own}" for own in make_words(chance, language, PEOPLE)]


def make_texts(count: int, length: int, seed: int = 1) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield (language, text, words to ask for)."""
    chance = random.Random(seed)
    words = {code: make_words(chance, code, 20_000) for code in FRAMES}
    places = {code: make_words(chance, code, 120) for code in FRAMES}
    people = {code: make_people(chance, code) for code in FRAMES}
    made: list[tuple[str, str]] = []
    asked = {
        "common": words["fa"][3], "other": words["fa"][5], "rare": words["fa"][-1],
        "name": people["fa"][7],
    }  # fmt: skip
    for number in range(count):
        if number % 10 == 9:
            language, text = made[chance.randrange(len(made))]
            lines = text.split("\n")
            del lines[chance.randrange(len(lines))]
            yield language, "\n".join(lines), asked
            continue
        language = "fa" if number % 2 else "ar"
        lines = []
        size = 0
        while size < length:
            line = chance.choice(FRAMES[language])
            while "{" in line:
                # After Zipf and Mandelbrot: the most frequent word is one in forty, the tail is long.
                rank = int(30 * min(chance.random() ** -1.2 - 1, 1e6))
                line = line.replace("{w}", words[language][rank % 20_000], 1)
                line = line.replace("{n}", places[language][rank % 120], 1)
                line = line.replace("{p}", people[language][rank * 7 % PEOPLE], 1)
                line = line.replace("{t}", chance.choice(TITLES[language]), 1)
                line = line.replace("{d}", str(chance.randint(1, 28)), 1)
                line = line.replace("{k}", str(chance.randint(2, 99)), 1)
            lines.append(line)
            size += len(line) + 1
        made.append((language, "\n".join(lines)))
        yield (*made[-1], asked)


def write_records(path: Path, count: int, length: int) -> dict[str, str]:
    """Write the documents as JSON lines; return the words to ask for."""
    asked: dict[str, str] = {}
    with path.open("w", encoding="utf-8") as file:
        for number, (_, text, words) in enumerate(make_texts(count, length)):
            asked = words
            record = {
                "id": f"b{number}", "text": text, "outlet": f"outlet {number % 12}",
                "published": f"2021-04-{number % 28 + 1:02}",
            }  # fmt: skip
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return asked


class PeakMemory:
    """The most memory this process and its children held together, looked at ten times a second."""

    def __init__(self) -> None:
        self.most = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> "PeakMemory":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(0.1):
            self.most = max(self.most, sum(map(proportional_size, tree_of("self"))))


def tree_of(process: str) -> Iterator[str]:
    """Yield a process and all below it."""
    yield process
    for children in Path(f"/proc/{process}/task").glob("*/children"):
        try:
            below = children.read_text().split()
        except OSError:
            continue
        for child in below:
            yield from tree_of(child)


def proportional_size(process: str) -> int:
    """Bytes a process holds, shared pages divided among those that share them; 0 when it is gone."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next(int(x.split()[1]) for x in rollup.splitlines() if x.startswith("Pss:")) << 10


def measure_add(archive: Path, source: Path, jobs: int) -> None:
    """Add the documents and print what it took."""
    start = time.perf_counter()
    with PeakMemory() as memory, Archive.open(archive, create=True) as opened:
        added, taken_in = 0, start
        for step in opened.add([source], jobs=jobs):
            if step.outcome == "added":
                added += 1
                taken_in = time.perf_counter()
        last = time.perf_counter()
    own, below = (
        resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    cpu = sum(usage.ru_utime + usage.ru_stime for usage in (own, below))
    size = sum(path.stat().st_size for path in archive.rglob("*") if path.is_file())
    print(f"add: {added:,} documents in {last - start:.1f} s, {cpu:.1f} s of processor time")
    print(f"     {added / (last - start):.0f} documents/s; linking alone {last - taken_in:.1f} s")
    print(f"     peak memory, all processes: {memory.most / 2**20:.0f} MiB")
    print(
        f"     on disk: {size / 2**20:.0f} MiB; the input {source.stat().st_size / 2**20:.0f} MiB"
    )


def measure_search(archive: Path, asked: dict[str, str], rounds: int = 9) -> None:
    """Ask each class of query and print the median and the slowest answer; the first is the slowest."""
    with Archive.open(archive) as opened:
        for documents in (False, True):
            find = opened.store.documents if documents else opened.store.quotations
            for name, frame in QUERIES.items():
                query = parse_query(frame.format(**asked))
                times = []
                for _ in range(rounds):
                    start = time.perf_counter()
                    answer = find(query)
                    times.append((time.perf_counter() - start) * 1000)
                what = "documents" if documents else "quotations"
                print(
                    f"search {what:10} {name:18} {statistics.median(times):7.1f} ms,"
                    f" slowest {max(times):7.1f} ms, {answer.total:,} hits"
                )


def main() -> None:
    """Run both measurements."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--length", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--keep", type=Path, help="a folder for the archive, to look at afterwards")
    options = parser.parse_args()
    folder = options.keep or Path(tempfile.mkdtemp(prefix="rawi-benchmark-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        source = folder / "documents.jsonl"
        asked = write_records(source, options.documents, options.length)
        measure_add(folder / "bench.rawi", source, options.jobs)
        measure_search(folder / "bench.rawi", asked)
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
