"""Rawi beside datasketch, rensa, datatrove and passim: which copies each finds, and how fast.

    python benchmarks/links.py [--copies FILE --gold FILE] [--documents N] [--only NAME …] [--environment FOLDER]

Without files the copies are invented: texts of random words, each with cut, reordered, edited and damaged copies. A
copies file has a record a line with `id` and `text`; its gold has `near`, a list of pairs of ids. `--documents` repeats
the texts, changed so that they are no copies of each other, to tell the speed on many.

Peers are installed from the package index into environments of their own under `--environment` (a temporary folder
unless given); one that cannot be installed or run is named with the reason. datasketch and rensa find pairs by MinHash
of three words as they stand, at threshold .5; datatrove marks documents to remove; passim (which needs Java) aligns
pairs. Seconds are of processor time of this process for rawi and of the peer's own for each peer, start-up left out.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
import venv
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, partial
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from rawi.link.boilerplate import FEWEST_HOLDERS, is_boilerplate, measure_common
from rawi.link.duplicates import find_passages
from rawi.link.fingerprints import find_fingerprints
from rawi.link.letters import take_letters
from rawi.link.reports import measure_share
from rawi.text import Extent

HALF = 0.5  # share of a text in another from which they are near copies
MOST_HOLDERS = 200
LETTERS = "ابپتجخدرزسشعفقکگلمنوهی"
MINHASH = """
import json, sys, time
documents = json.load(sys.stdin)
def shingle(text):
    words = text.split()
    return [" ".join(words[i : i + 3]) for i in range(max(1, len(words) - 2))]
start = time.process_time()
{work}
print(json.dumps({{"pairs": sorted(pairs), "seconds": time.process_time() - start}}))
"""
DATASKETCH = MINHASH.format(
    work="""
from datasketch import MinHash, MinHashLSH
index, pairs = MinHashLSH(threshold=0.5, num_perm=128), set()
for name, text in documents:
    sketch = MinHash(num_perm=128)
    sketch.update_batch([s.encode() for s in shingle(text)])
    pairs.update(tuple(sorted((name, other))) for other in index.query(sketch))
    index.insert(name, sketch)
"""
)
RENSA = MINHASH.format(
    work="""
from rensa import RMinHash, RMinHashLSH
index, pairs, names = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32), set(), []
for number, (name, text) in enumerate(documents):
    sketch = RMinHash(num_perm=128, seed=42)
    sketch.update(shingle(text))
    pairs.update(tuple(sorted((name, names[other]))) for other in index.query(sketch))
    index.insert(number, sketch)
    names.append(name)
"""
)
DATATROVE = """
import json, os, resource, sys, tempfile
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.dedup import MinhashDedupBuckets, MinhashDedupCluster, MinhashDedupFilter
from datatrove.pipeline.dedup import MinhashDedupSignature
from datatrove.pipeline.dedup.minhash import MinhashConfig
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
folder = tempfile.mkdtemp()
os.mkdir(folder + "/in")
with open(folder + "/in/documents.jsonl", "w") as file:
    for name, text in json.load(sys.stdin):
        file.write(json.dumps({"id": name, "text": text}) + "\\n")
config = MinhashConfig(n_grams=3, num_buckets=32, hashes_per_bucket=4)
reader = JsonlReader(folder + "/in")
steps = [
    [reader, MinhashDedupSignature(folder + "/signatures", config=config, language="fas")],
    [MinhashDedupBuckets(folder + "/signatures", folder + "/buckets", config=config)],
    [MinhashDedupCluster(folder + "/buckets", folder + "/clusters", config=config)],
    [reader, MinhashDedupFilter(folder + "/clusters"), JsonlWriter(folder + "/out")],
]
for number, step in enumerate(steps):
    tasks = 32 if number == 1 else 1
    LocalPipelineExecutor(step, tasks=tasks, workers=1, logging_dir=f"{folder}/log{number}").run()
used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(json.dumps({"pairs": None, "seconds": sum(u.ru_utime + u.ru_stime for u in used)}))
"""
PASSIM = """
import json, os, resource, subprocess, sys, tempfile
folder = tempfile.mkdtemp()
with open(folder + "/in.json", "w") as file:
    for name, text in json.load(sys.stdin):
        file.write(json.dumps({"id": name, "series": name, "text": text}) + "\\n")
environment = os.environ | {"PATH": os.path.dirname(sys.executable) + ":" + os.environ["PATH"]}
command = ["seriatim", "--pairwise", folder + "/in.json", folder + "/out"]
subprocess.run(command, check=True, env=environment, stdout=sys.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(json.dumps({"pairs": None, "seconds": used.ru_utime + used.ru_stime}))
"""
PEERS = {
    "datasketch": (("datasketch",), DATASKETCH),
    "rensa": (("rensa",), RENSA),
    "datatrove": (("datatrove[io,processing,multilingual]",), DATATROVE),
    "passim": (("git+https://github.com/dasmiq/passim",), PASSIM),
}
Documents = list[tuple[str, str]]
Pairs = set[tuple[str, str]]


class Result(NamedTuple):
    """The near pairs a program found (None: it names no pairs), and its processor seconds."""

    pairs: Pairs | None
    seconds: float


def run_rawi(documents: Documents) -> Result:
    """Find near copies as the archive does, with postings in memory."""
    start = time.process_time()
    letters = {name: take_letters(text) for name, text in documents}
    prints = {name: find_fingerprints(found.letters) for name, found in letters.items()}
    hashes = {name: frozenset(found.hashes) for name, found in prints.items()}
    seen: set[int] = set()
    repeated: set[int] = set()
    for values in hashes.values():
        repeated |= seen & values
        seen |= values
    holders: dict[int, list[str]] = {}
    for name, values in hashes.items():
        for value in values & repeated:
            holders.setdefault(value, []).append(name)
    boilerplate = _find_boilerplate(hashes, holders)
    shared: Counter[tuple[str, str]] = Counter()
    for value, names in holders.items():
        if value not in boilerplate and len(names) > 1:
            shared.update(combinations(sorted(names[:MOST_HOLDERS]), 2))
    pairs: Pairs = set()
    for (a, b), count in shared.items():
        if count > 1:
            matches = find_passages(letters[a], letters[b], prints[a], prints[b], boilerplate)
            of_a = measure_share((Extent(m.a, m.a_end) for m in matches), len(letters[a].letters))
            of_b = measure_share((Extent(m.b, m.b_end) for m in matches), len(letters[b].letters))
            if max(of_a, of_b) >= HALF:
                pairs.add((a, b))
    return Result(pairs, time.process_time() - start)


def _find_boilerplate(hashes: dict[str, frozenset[int]], holders: dict[int, list[str]]) -> set[int]:
    """Find the fingerprints of what many documents have that share little else."""
    common = cache(lambda a, b: measure_common(hashes[a], hashes[b]))
    frequent = ((v, names) for v, names in holders.items() if len(names) >= FEWEST_HOLDERS)
    return {
        value
        for value, names in frequent
        if is_boilerplate(range(len(names)), partial(_compare_holders, names, common))
    }


def _compare_holders(
    names: Sequence[str], common: Callable[[str, str], float], one: int, other: int
) -> float:
    """The share of fingerprints two of the documents with one fingerprint have in common."""
    return common(names[one], names[other])


def run_peer(name: str, documents: Documents, folder: Path) -> Result | str:
    """Install a peer and run it; the reason when that cannot be done."""
    needs, program = PEERS[name]
    python = folder / name / "bin" / "python"
    if not python.exists():
        venv.create(folder / name, with_pip=True)
        install = [str(python), "-m", "pip", "install", "-q", *needs]
        done = subprocess.run(install, capture_output=True, text=True, check=False)
        if done.returncode:
            return f"cannot be installed: {_last_line(done.stderr)}"
    done = subprocess.run(
        [str(python), "-c", program],
        input=json.dumps(documents),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        return f"cannot be run: {_last_line(done.stderr)}"
    answer = json.loads(done.stdout.splitlines()[-1])
    found = answer["pairs"]
    return Result(None if found is None else set(map(tuple, found)), answer["seconds"])


def _last_line(text: str) -> str:
    """The last line of what a program said."""
    return (text.strip().splitlines() or ["no reason given"])[-1][:100]


def invent_copies(texts: int) -> tuple[Documents, Pairs]:
    """Make texts of random words, each with four copies, and the pairs that are near."""
    rnd = random.Random(1)
    words = ["".join(rnd.choices(LETTERS, k=rnd.randint(2, 7))) for _ in range(5_000)]
    documents: Documents = []
    near: Pairs = set()
    for number in range(texts):
        lines = [" ".join(rnd.choices(words, k=14)) for _ in range(12)]
        edited = [rnd.choice(words) if rnd.random() < 0.15 else w for w in " ".join(lines).split()]
        damaged = "\n".join(lines).replace("ی", "ي").replace("ک", "ك")
        copies = {
            "a": "\n".join(lines),
            "b": "\n".join(lines[:5]),
            "c": "\n".join(rnd.sample(lines, len(lines))),
            "d": " ".join(edited),
            "e": damaged,
        }
        documents += [(f"{number:06}{kind}", text) for kind, text in copies.items()]
        near.update((f"{number:06}{x}", f"{number:06}{y}") for x, y in combinations("abcde", 2))
    return documents, near


def repeat(documents: Documents, count: int) -> Documents:
    """Repeat texts until there are so many, their words in another order each time."""
    rnd = random.Random(2)
    more = list(documents[:count])
    while len(more) < count:
        name, text = documents[len(more) % len(documents)]
        words = text.split()
        rnd.shuffle(words)
        more.append((f"{name}-{len(more)}", " ".join(words)))
    return more


def report(name: str, result: Result | str, near: Pairs | None, documents: int) -> str:
    """Write one line of the table."""
    if isinstance(result, str):
        return f"{name:12s} {result}"
    speed = f"{documents / result.seconds:8.0f} documents a second"
    if near is None or result.pairs is None:
        return f"{name:12s} {'':26s} {speed}"
    right = len(result.pairs & near)
    precision = right / max(1, len(result.pairs))
    return f"{name:12s} precision {precision:.3f} recall {right / len(near):.3f} {speed}"


def main(words: Sequence[str]) -> None:
    """Run the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--copies", type=Path)
    parser.add_argument("--gold", type=Path)
    parser.add_argument("--documents", type=int)
    parser.add_argument("--only", nargs="*", choices=["rawi", *PEERS], default=["rawi", *PEERS])
    parser.add_argument("--environment", type=Path)
    options = parser.parse_args(words)
    near: Pairs | None
    if options.copies:
        records = map(json.loads, options.copies.read_text("utf-8").splitlines())
        documents = [(record["id"], record["text"]) for record in records]
        near = {tuple(sorted(p)) for p in json.loads(options.gold.read_text("utf-8"))["near"]}
    else:
        documents, near = invent_copies(60)
    if options.documents:
        documents, near = repeat(documents, options.documents), None
    print(f"{len(documents)} documents")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.environment or Path(temporary)
        for name in options.only:
            result = run_rawi(documents) if name == "rawi" else run_peer(name, documents, folder)
            print(report(name, result, near, len(documents)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
