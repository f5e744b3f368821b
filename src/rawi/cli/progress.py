"""Progress of `rawi add` and `rawi renew` on standard error: one moving line on a terminal, a plain line per 1,000 otherwise."""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import click

from rawi.archive import Progress
from rawi.facts import SetAside
from rawi.read.folder import find_files
from rawi.serve.hidden import show_plain

PLAIN_STEP = 1_000
REDRAW_SECONDS = 0.2
LINES_SHOWN = 10  # of what was set aside; `rawi status` lists all


class Report:
    """Counts what becomes of the inputs and shows it."""

    def __init__(self, expected: int | None, *, quiet: bool) -> None:
        self.added = self.known = self.removed = self.renewed = self.quotations = self.linked = 0
        self.set_aside: list[Progress] = []
        self.kept: list[Progress] = []  # what could not be annotated anew
        self._moving = sys.stderr.isatty() and not quiet
        self._plain = not sys.stderr.isatty() and not quiet
        self._expected = expected
        self._started = time.monotonic()
        self._drawn = 0.0

    @property
    def done(self) -> int:
        """Inputs seen so far."""
        told = self.added + self.known + self.removed + self.renewed
        return told + len(self.set_aside) + len(self.kept)

    def note(self, step: Progress) -> None:
        """Count one step and show it."""
        if step.outcome == "added":
            self.added += 1
            self.quotations += step.quotations
        elif step.outcome == "renewed":
            self.renewed += 1
            self.quotations += step.quotations
        elif step.outcome == "known":
            self.known += 1
        elif step.outcome == "removed":
            self.removed += 1
        elif step.outcome == "kept":
            self.kept.append(step)
        elif step.outcome == "set_aside":
            self.set_aside.append(step)
        else:
            self.linked += 1
        now = time.monotonic()
        if self._moving and now - self._drawn >= REDRAW_SECONDS:
            self._drawn = now
            click.echo(f"\r\033[K{self.line(now)}", nl=False, err=True)
        elif self._plain and step.outcome != "linked" and self.done % PLAIN_STEP == 0:
            click.echo(self.line(now), err=True)

    def line(self, now: float) -> str:
        """How far it is, how fast, and how long it may still take."""
        seconds = max(now - self._started, 1e-6)
        rate = self.done / seconds
        parts = [f"{self.done:,}{f'/{self._expected:,}' if self._expected else ''} documents"]
        if self.known:
            parts.append(f"{self.known:,} known")
        if self.set_aside:
            parts.append(f"{len(self.set_aside):,} set aside")
        if self.linked:
            parts.append(f"{self.linked:,} linked")
        parts.append(f"{rate:,.0f} documents/s")
        if self._expected and rate and self.done < self._expected:
            parts.append(f"about {describe_seconds((self._expected - self.done) / rate)} left")
        return " · ".join(parts)

    def record(self) -> dict[str, Any]:
        """The summary as a JSON record."""
        return {
            "added": self.added,
            "known": self.known,
            "removed": self.removed,
            "quotations": self.quotations,
            "set_aside": [
                {"path": step.path, "reason": step.reason, "detail": step.detail}
                for step in self.set_aside
            ],
        }

    def print_summary(self, archive: Path) -> None:
        """Say what was done and what could not be read, on standard error."""
        click.echo(
            f"{archive}: {count(self.added, 'document')} added with"
            f" {count(self.quotations, 'quotation')}, {self.known:,} known already,"
            f" {len(self.set_aside):,} set aside",
            err=True,
        )
        if self.removed:
            click.echo(
                f"  left out: {count(self.removed, 'document')} removed before;"
                f" to take them in again: rawi add --again {archive} PATH…",
                err=True,
            )
        for step in self.set_aside[:LINES_SHOWN]:
            click.echo(
                f"  set aside: {show_plain(step.path or '')}: {step.reason}: {show_plain(step.detail or '')}",
                err=True,
            )
        if len(self.set_aside) > LINES_SHOWN:
            more = len(self.set_aside) - LINES_SHOWN
            click.echo(f"  and {more:,} more; list them with: rawi status {archive}", err=True)

    def print_renewed(self, archive: Path) -> None:
        """Say what was annotated anew and what could not be, on standard error."""
        click.echo(
            f"{archive}: {count(self.renewed, 'document')} annotated anew with"
            f" {count(self.quotations, 'quotation')}, {len(self.kept):,} kept as they were",
            err=True,
        )
        for step in self.kept:
            click.echo(
                f"  kept: {show_plain(step.path or '')}: {step.reason}: {show_plain(step.detail or '')}",
                err=True,
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._moving:
            click.echo("\r\033[K", nl=False, err=True)


def count(number: int, word: str) -> str:
    """Say how many, in English.

    >>> count(1, "document"), count(1200, "document")
    ('1 document', '1,200 documents')
    """
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def count_expected(paths: Sequence[str]) -> int | None:
    """How many documents to expect: a line of JSON lines or a file each; None when it cannot be told."""
    total = 0
    for path in map(Path, paths):
        if str(path) == "-":
            return None
        for file in find_files(path):
            if isinstance(file, SetAside):
                total += 1
                continue
            total += count_lines(file) if file.suffix in (".jsonl", ".ndjson") else 1
    return total


def count_lines(file: Path) -> int:
    """Count the lines of a file; 1 when it cannot be opened, for then it will be set aside."""
    try:
        with file.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b""))
    except OSError:
        return 1


def describe_seconds(seconds: float) -> str:
    """Say how long, as people do.

    >>> describe_seconds(42), describe_seconds(600), describe_seconds(9000)
    ('42 s', '10 min', '2 h 30 min')
    """
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"
