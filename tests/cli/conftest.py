"""An archive of one report, and ways to call rawi: in this process, or at a terminal."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from rawi.cli import main

RAWI = [sys.executable, "-c", "from rawi.cli import main; main()"]
REPORT = {
    "id": "r1",
    "text": "سخنگوی فدراسیون شنا گفت: «استخر تازه در ماه مهر باز می\u200cشود.»",
    "outlet": "روزنامهٔ نمونه",
    "published": "2021-03-04",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def records(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def on_a_terminal(*arguments: str) -> str:
    """What a verb writes when a person looks."""
    parent, child = pty.openpty()
    process = subprocess.Popen([*RAWI, *arguments], stdout=child, stderr=child)
    os.close(child)
    written = b""
    while True:
        try:
            chunk = os.read(parent, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not chunk:
            break
        written += chunk
    os.close(parent)
    assert process.wait() == 0
    return written.decode()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    path.write_text(json.dumps(REPORT, ensure_ascii=False) + "\n", "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path, source: Path) -> Path:
    path = tmp_path / "news.rawi"
    assert run("add", path, source).exit_code == 0
    return path
