"""Killed with kill -9 at any moment and run again, `add` loses and doubles nothing."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rawi.archive import Archive
from rawi.archive.verifying import verify_archive

SCRIPT = Path(__file__).with_name("killed.py")
COUNT = 12


def facts(archive: Archive) -> dict[str, list[tuple[object, ...]]]:
    """Everything in the archive that is not a row number."""
    wanted = {
        "documents": "SELECT id, original, repaired, day, day_evidence, report, story FROM documents",
        "quotations": "SELECT id, text, speaker, speaker_entity, sort_day FROM quotations",
        "dates": "SELECT text, value, earliest FROM dates",
        "mentions": "SELECT text, name, entity FROM mentions",
        "blobs": "SELECT sha256, size FROM blobs",
        "shared_passages": "SELECT * FROM shared_passages",
        "set_aside": "SELECT * FROM set_aside",
    }
    rows = {name: archive.store.connection.execute(sql) for name, sql in wanted.items()}
    return {name: sorted(map(tuple, found), key=repr) for name, found in rows.items()}


@pytest.mark.parametrize(
    ("statement", "jobs"),
    [(1, 1), (9, 1), (60, 1), (211, 1), (400, 2), (777, 1), (1300, 1), (2200, 2), (3500, 1)],
)
def test_nothing_is_lost_or_doubled(
    tmp_path: Path, records: Callable[[int], Path], statement: int, jobs: int
) -> None:
    source = records(COUNT)
    killed = tmp_path / "killed.rawi"
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(killed), str(source), str(statement), str(jobs)],
        check=False,
        timeout=300,
    )
    assert done.returncode in (-signal.SIGKILL, 0)
    with Archive.open(killed, create=True) as again:
        before = again.status().documents
        steps = list(again.add([source], jobs=1))
        assert sum(step.outcome == "added" for step in steps) == COUNT - before
        assert list(verify_archive(again)) == []
        found = facts(again)
    with Archive.open(tmp_path / "whole.rawi", create=True) as whole:
        list(whole.add([source], jobs=1))
        assert found == facts(whole)
        assert len(found["documents"]) == COUNT


def test_the_statements_chosen_do_kill(tmp_path: Path, records: Callable[[int], Path]) -> None:
    source = records(COUNT)
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path / "a.rawi"), str(source), "60", "1"], check=False
    )
    assert done.returncode == -signal.SIGKILL
