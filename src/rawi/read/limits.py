"""How much memory and time one item may take, and how a reader asks what is left.

The figures hold for a worker process (`rawi.read.worker`); the parent (`rawi.read.sandbox`) enforces the
wall clock. They are set so that a hostile file is answered within 90 s on a slow, busy machine while a
sound 200-page PDF is read whole.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits per item: bytes of address space, seconds of CPU, seconds of waiting for a sign of life.

    `bytes_per_second` sets the time a whole file may take, above `file_seconds`, in all its parts;
    `progress_seconds` is what each sign of progress adds (a page of a scan, on a busy machine), and `crashes`
    how many workers it may cost. A worker that has grown beyond `worn_bytes` is replaced after its
    file; one that sends more than `frame_bytes` at once is not believed.
    """

    memory_bytes: int = 1280 << 20
    cpu_seconds: int = 45
    wall_seconds: float = 60.0
    file_seconds: float = 75.0
    bytes_per_second: int = 100 << 10
    progress_seconds: float = 10.0
    worn_bytes: int = 400 << 20
    frame_bytes: int = 512 << 20
    crashes: int = 8


# When the current item's budget ends: process CPU seconds, and seconds of the monotonic clock.
_cpu_end = float("inf")
_wall_end = float("inf")
# Called at each sign of progress; set by the worker.
_on_progress: Callable[[], None] | None = None


def limit_memory(limits: Limits) -> None:
    """Limit this process for good: address space, and no core files."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.memory_bytes, limits.memory_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def grant_time(limits: Limits) -> None:
    """Give this process `cpu_seconds` from now on; the kernel ends it when they are used up."""
    global _cpu_end, _wall_end
    used = time.process_time()
    _cpu_end = used + limits.cpu_seconds
    _wall_end = time.monotonic() + limits.wall_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (int(used) + 1 + limits.cpu_seconds, -1))


def seconds_left() -> float:
    """Return the seconds left for the current item, of CPU or of waiting, whichever ends first.

    Infinite outside a worker. A reader of long files looks here, stops in good time and warns `truncated`,
    which is better than being stopped. What it starts as other processes counts as waiting.
    """
    return min(_cpu_end - time.process_time(), _wall_end - time.monotonic())


def watch_progress(tell: Callable[[], None] | None) -> None:
    """Have `tell` called whenever a reader reports progress; None for nobody."""
    global _on_progress
    _on_progress = tell


def report_progress() -> None:
    """Say that a long item gets on, so that its clocks start anew: a scan of 300 pages is not a hang.

    A reader calls it after a piece of work that has a limit of its own and gave something.
    """
    if _on_progress:
        _on_progress()
