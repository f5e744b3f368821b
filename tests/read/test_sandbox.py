"""The worker process: whatever a reader does costs its item alone, and the parent never hangs."""

import io
import os
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rawi.facts import Document, SetAside
from rawi.read import Limits, read_bytes, read_documents

# The clock of the wall is generous, for a busy machine must not fail a test; one fault needs it short.
LIMITS = Limits(cpu_seconds=1, wall_seconds=30.0, memory_bytes=600 << 20)
IMPATIENT = Limits(wall_seconds=5.0)

# A reader another package might offer, with every way to misbehave.
HURTFUL_READER = """
import os, signal, time
from rawi.read.limits import report_progress
from rawi.read.reader import RawDocument

class HurtfulReader:
    name = "hurtful"
    def accepts(self, item):
        return item.name.endswith(".hurt")
    def read(self, item):
        what = item.read().decode()
        if what.startswith("after"):
            yield RawDocument("what was read before")
            what = what.removeprefix("after ")
        if what == "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif what == "exit":
            os._exit(7)
        elif what == "spin":
            while True:
                pass
        elif what == "sleep":
            time.sleep(60)
        elif what == "slow":
            for _ in range(8):
                time.sleep(0.5)
                report_progress()
        elif what == "flood":
            bytearray(4 << 30)
        elif what == "raise":
            raise ZeroDivisionError("fault")
        elif what == "recurse":
            def again(): again()
            again()
        elif what == "print":
            print("noise on standard output", flush=True)
            os.write(1, b"noise on the pipe")
        yield RawDocument("read by another package: " + what)
"""


@pytest.fixture(autouse=True)
def _offer_hurtful_reader(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path_factory.mktemp("site")
    (site / "hurtful.py").write_text(HURTFUL_READER)
    info = site / "hurtful-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: hurtful\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[rawi.readers]\nhurtful = hurtful:HurtfulReader\n")
    found = [str(site), *filter(None, [os.environ.get("PYTHONPATH")])]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(found))


def pack(entries: dict[str, str]) -> bytes:
    """A ZIP file of texts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return packed.getvalue()


def outcomes(found: Iterator[Document | SetAside]) -> list[str]:
    """The texts read, and the reasons of what was set aside, in order."""
    return [x.original if isinstance(x, Document) else x.reason for x in found]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("crash", "crashed"),
        ("exit", "crashed"),
        ("spin", "time_limit"),
        ("flood", "memory_limit"),
        ("raise", "broken"),
        ("recurse", "too_deep"),
    ],
)
def test_a_faulty_entry_costs_itself_alone(fault: str, reason: str) -> None:
    packed = pack({"1.txt": "first", "2.hurt": fault, "3.txt": "third", "4.hurt": "fine"})
    found = outcomes(read_bytes(packed, "a.zip", limits=LIMITS))
    assert found == ["first", reason, "third", "read by another package: fine"]


def test_a_reader_that_waits_for_ever_is_stopped() -> None:
    packed = pack({"1.hurt": "sleep", "2.hurt": "fine"})
    found = outcomes(read_bytes(packed, "a.zip", limits=IMPATIENT))
    assert found == ["time_limit", "read by another package: fine"]


def test_a_long_item_that_gets_on_is_given_time() -> None:
    # Four seconds in all, where the file alone would have three; a busy machine takes one to start the worker.
    limits = Limits(file_seconds=3.0, progress_seconds=30.0)
    assert outcomes(read_bytes(b"slow", "1.hurt", limits=limits)) == [
        "read by another package: slow"
    ]


def test_what_a_reader_found_before_its_crash_is_kept_once() -> None:
    packed = pack({"0.txt": "zero", "1.hurt": "after crash", "2.hurt": "crash", "3.txt": "three"})
    found = outcomes(read_bytes(packed, "a.zip", limits=LIMITS))
    assert found[0] == "zero"
    assert found[-1] == "three"
    assert found.count("crashed") == 2
    assert len(found) in (
        4,
        5,
    )  # the text before a crash is lost when it was still in the worker's hands


def test_a_crash_inside_an_inner_archive_leaves_the_rest_of_both() -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", "inner first")
        archive.writestr("b.hurt", "crash")
        archive.writestr("c.txt", "inner third")
    outer = io.BytesIO()
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("0.txt", "outer first")
        archive.writestr("1.zip", inner.getvalue())
        archive.writestr("2.txt", "outer third")
    found = list(read_bytes(outer.getvalue(), "o.zip", limits=LIMITS))
    assert outcomes(iter(found)) == [
        "outer first", "inner first", "crashed", "inner third", "outer third",
    ]  # fmt: skip
    assert isinstance(found[2], SetAside)
    assert found[2].path == "o.zip!/1.zip!/b.hurt"


def test_noise_of_a_reader_does_not_disturb_the_parent() -> None:
    assert outcomes(read_bytes(b"print", "a.hurt", limits=LIMITS)) == [
        "read by another package: print"
    ]


def test_a_file_that_crashes_again_and_again_is_given_up() -> None:
    packed = pack({f"{n}.hurt": "crash" for n in range(5)})
    limits = Limits(crashes=2)
    assert outcomes(read_bytes(packed, "a.zip", limits=limits)) == [
        "crashed", "crashed", "crashed", "too_many_crashes",
    ]  # fmt: skip


def test_a_crash_leaves_the_other_files(tmp_path: Path) -> None:
    for name, text in (("a.txt", "one"), ("b.hurt", "crash"), ("c.txt", "two")):
        (tmp_path / name).write_text(text)
    assert outcomes(read_documents([tmp_path], limits=LIMITS)) == ["one", "crashed", "two"]


def test_bytes_are_handed_over_once_with_their_hash(tmp_path: Path) -> None:
    kept: dict[str, bytes] = {}
    (tmp_path / "a.zip").write_bytes(
        pack({"1.txt": "one", "2.jsonl": '{"text": "x"}\n{"text": "y"}\n'})
    )
    (tmp_path / "b.txt").write_text("one")
    found = list(read_documents([tmp_path], on_bytes=kept.__setitem__))
    hashes = [x.origin.sha256 for x in found if isinstance(x, Document) and x.origin]
    assert len(hashes) == 4
    assert hashes[0] == hashes[3]
    assert {kept[sha256] for sha256 in hashes} == {b"one", b'{"text": "x"}\n{"text": "y"}\n'}
