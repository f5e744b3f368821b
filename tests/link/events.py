"""Reads the events of golden/: what two newsrooms wrote, and what a careful reader says of the pair."""

import tomllib
from pathlib import Path
from typing import Any

GOLDEN = Path(__file__).parent / "golden"


def read_events(pattern: str) -> list[dict[str, Any]]:
    """The events of the golden files whose names fit a pattern, file by file."""
    return [
        event
        for path in sorted(GOLDEN.glob(pattern))
        for event in tomllib.loads(path.read_text("utf-8"))["event"]
    ]
