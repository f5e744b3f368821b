"""Compare repair with its peers on the development data.

    python benchmarks/repair.py [--data DIR] [--peers a,b] [--speed]

Installs each peer in an environment of its own under --work (hazm pins an old numpy, shekar a new one), feeds
all of them the same documents and prints one table: F1 of zero-width non-joiners, false ones in sound text, and
speed. With --speed the table is of speed alone: 4 M characters of PerDT train with mixed damage in one run, its
first half new to the system, the second the same again. `rawi` must be installed where this runs. The scores are those of the shared measure (repair_score.py), whose
folder --measure names. A peer that cannot be installed or fails is listed with the reason.
"""

import argparse
import json
import lzma
import os
import random
import subprocess
import sys
import time
import venv
from bisect import bisect_left
from itertools import accumulate
from pathlib import Path

HERE = Path(__file__).resolve().parent
MODELS = ("clean", "a_glued", "b_space", "c_mixed", "e_all")
SENTENCES = 20  # a document
SPEED_CHARACTERS = 4_000_000

# Peer: what to install, and a program that reads a JSON list of texts and writes the list repaired.
PYTHON_PEERS = {
    "hazm": (
        ["hazm==0.10.0"],
        "from hazm import Normalizer\nn = Normalizer()\nrepair = n.normalize",
    ),
    "shekar": (
        ["shekar==1.7.0"],
        "from shekar import Normalizer\nn = Normalizer()\nrepair = n.normalize",
    ),
    "parsivar": (
        ["parsivar==0.2.3.1"],
        "from parsivar import Normalizer\nn = Normalizer()\nrepair = n.normalize",
    ),
}
NODE_PEERS = {
    "virastar": (
        ["virastar@0.22.1"],
        "const V = require('virastar'); const v = new V(); const repair = t => v.cleanup(t);",
    )
}
# Line by line: some peers swallow line breaks, and sentences must not run together.
PYTHON_LOOP = """
import json, sys, time
texts = json.load(sys.stdin)
start, done, clock = time.process_time(), [], []
for t in texts:
    done.append("\\n".join(repair(line) if line.strip() else line for line in t.split("\\n")))
    clock.append(time.process_time() - start)
json.dump({"texts": done, "seconds": clock}, sys.stdout)
"""
NODE_LOOP = """
const texts = JSON.parse(require('fs').readFileSync(0, 'utf8')); const t0 = process.cpuUsage();
const line = l => l.trim() ? repair(l).replace(/\\n/g, ' ') : l;
const seconds = () => { const t1 = process.cpuUsage(t0); return (t1.user + t1.system) / 1e6; };
const clock = [];
const done = texts.map(t => { const d = t.split('\\n').map(line).join('\\n'); clock.push(seconds()); return d; });
process.stdout.write(JSON.stringify({texts: done, seconds: clock}));
"""
RAWI = (
    "from rawi.first_steps import repair_original\n"
    # The peers load their tables when they are set up, before the clock runs; so does rawi here.
    "repair_original('او ميرود و كتاب ها را میخواند.')\n"
    + PYTHON_LOOP.replace(
        'done.append("\\n".join(repair(line) if line.strip() else line for line in t.split("\\n")))',
        "done.append(repair_original(t)[1].repaired)",
    )
)


def prepare(peer: str, work: Path) -> list[str]:
    """Install a peer if that is not done yet; answer the command that repairs a JSON list.

    Raises:
        subprocess.CalledProcessError: it cannot be installed.
    """
    if peer == "rawi":
        return [sys.executable, "-c", RAWI]
    folder = work / peer
    if peer in NODE_PEERS:
        packages, setup = NODE_PEERS[peer]
        if not (folder / "node_modules").exists():
            folder.mkdir(parents=True, exist_ok=True)
            subprocess.run(
                ["npm", "install", "--prefix", str(folder), *packages],
                check=True,
                capture_output=True,
            )
        return [
            "node",
            "-e",
            f"module.paths.push('{folder / 'node_modules'}');" + setup + NODE_LOOP,
        ]
    packages, setup = PYTHON_PEERS[peer]
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
        subprocess.run(
            [python, "-m", "pip", "install", "-q", *packages], check=True, capture_output=True
        )
    return [str(python), "-c", setup + PYTHON_LOOP]


def documents(rows: list[dict[str, str]], model: str) -> list[list[dict[str, str]]]:
    """Group sentences to documents; `e_all` comes as paragraphs."""
    step = 1 if model == "e_all" else SENTENCES
    return [rows[i : i + step] for i in range(0, len(rows), step)]


def run(command: list[str], texts: list[str]) -> tuple[list[str], list[float]]:
    """Let a peer repair texts; answer them and the processor's seconds up to the end of each, loading left out."""
    done = subprocess.run(
        command, input=json.dumps(texts), capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    answer = json.loads(done.stdout)
    return answer["texts"], answer["seconds"]


def row_of(peer: str, command: list[str], name: str, data: Path) -> str:
    """One row of the table."""
    from repair_score import score  # type: ignore[import-not-found]

    cells, characters, seconds = [], 0, 0.0
    for model in MODELS:
        lines = (data / f"{name}.{model}.jsonl").read_text("utf-8").split("\n")
        groups = documents([json.loads(line) for line in lines if line], model)
        texts = ["\n\n".join(row["in"] for row in group) for group in groups]
        answers, clock = run(command, texts)
        seconds, characters = seconds + clock[-1], characters + sum(map(len, texts))
        triples = []
        for group, answer in zip(groups, answers, strict=True):
            parts = answer.split("\n\n") if len(group) > 1 else [answer.replace("\n", " ")]
            parts = (parts + [""] * len(group))[: len(group)]
            triples += [(r["gold"], r["in"], p) for r, p in zip(group, parts, strict=True)]
        figures = score(triples)
        cells.append(f"{figures['zins10k']:.1f}" if model == "clean" else f"{figures['F1']:.1f}")
    speed = characters / max(seconds, 1e-9) / 1e6
    return f"| {peer} | {name} | " + " | ".join((*cells[1:], cells[0])) + f" | {speed:.2f} |"


def speed_documents(data: Path) -> tuple[list[str], int]:
    """Documents of PerDT train with mixed damage, repeated to 4 M characters; and how many come before the repetition."""
    from damage_persian import zw_mixed  # type: ignore[import-not-found]

    lines = lzma.decompress((data / "perdt-train.txt.xz").read_bytes()).decode("utf-8").split("\n")
    chance = random.Random("speed")
    sentences = [zw_mixed(line, chance) for line in lines if line]
    texts = ["\n\n".join(sentences[i : i + SENTENCES]) for i in range(0, len(sentences), SENTENCES)]
    twice = [*texts, *texts]
    ends = list(accumulate(map(len, twice)))
    return twice[: bisect_left(ends, SPEED_CHARACTERS) + 1], len(texts)


def speed_row(peer: str, command: list[str], texts: list[str], new: int) -> str:
    """One row of the table of speed."""
    _, clock = run(command, texts)
    first, all_ = sum(map(len, texts[:new])), sum(map(len, texts))
    return f"| {peer} | {first / clock[new - 1] / 1e6:.2f} | {all_ / clock[-1] / 1e6:.2f} |"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=HERE.parents[1] / "shared" / "data" / "repair")
    parser.add_argument("--measure", type=Path, default=HERE.parents[1] / "shared" / "measure")
    parser.add_argument("--work", type=Path, default=HERE.parent / "build" / "peers")
    parser.add_argument("--sets", default="perdt-dev,seraji-dev")
    parser.add_argument("--peers", default=",".join(("rawi", *PYTHON_PEERS, *NODE_PEERS)))
    parser.add_argument("--speed", action="store_true", help="4 M characters in one run")
    options = parser.parse_args()
    sys.path.insert(0, str(options.measure))
    if options.speed:
        texts, new = speed_documents(options.data)
        print(
            f"| system | M characters/s, {sum(map(len, texts[:new])) / 1e6:.1f} M new | all "
            f"{sum(map(len, texts)) / 1e6:.1f} M |\n|---|---|---|"
        )
    else:
        print(
            "| system | set | glued | spaced | mixed | everything | false in sound text /10k words | M characters/s |"
        )
        print("|---|---|---|---|---|---|---|---|")
    for peer in options.peers.split(","):
        started = time.monotonic()
        try:
            command = prepare(peer, options.work)
            if options.speed:
                print(speed_row(peer, command, texts, new), flush=True)
                continue
            for name in options.sets.split(","):
                print(row_of(peer, command, name, options.data), flush=True)
        except (subprocess.CalledProcessError, OSError) as error:
            reason = getattr(error, "stderr", None) or str(error)
            tail = (
                reason if isinstance(reason, str) else reason.decode("utf-8", "replace")
            ).strip()
            print(
                f"| {peer} | failed after {time.monotonic() - started:.0f} s: {tail[-200:]!r} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
