"""`rawi serve` as a user starts and stops it."""

import signal
import socket
import subprocess
import sys
import urllib.request
from pathlib import Path

from rawi.archive import Archive

COMMAND = [sys.executable, "-c", "from rawi.cli import main; main()", "serve"]


def make_archive(folder: Path) -> Path:
    path = folder / "empty.rawi"
    Archive.open(path, create=True).close()
    return path


def test_it_prints_its_address_answers_and_stops_at_once(tmp_path: Path) -> None:
    command = [*COMMAND, str(make_archive(tmp_path)), "--port", "0"]
    served = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert served.stdout
        address = served.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        with urllib.request.urlopen(address, timeout=20) as answer:
            assert "rawi" in answer.read().decode()
        served.send_signal(signal.SIGINT)
        _, complaints = served.communicate(timeout=20)
    finally:
        served.kill()
        served.wait()
    assert served.returncode in {0, 130}
    assert "Traceback" not in complaints


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [*COMMAND, str(make_archive(tmp_path)), "--port", str(port)],
            capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode != 0
    assert f"--port: {port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_archive_that_is_not_there_is_told(tmp_path: Path) -> None:
    done = subprocess.run(
        [*COMMAND, str(tmp_path / "none.rawi")],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "none.rawi" in done.stderr
    assert "Traceback" not in done.stderr
