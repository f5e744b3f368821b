"""An archive that takes in what comes into a folder."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from rawi.archive import Archive, Progress


class StoppedError(Exception):
    """Raised between two looks to end a watch."""


def test_files_that_come_into_a_watched_folder_are_taken_in_once(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "first.txt").write_text("باران در شهر بارید.", "utf-8")
    looks = 0

    def wait() -> None:
        nonlocal looks
        looks += 1
        if looks == 3:
            (inbox / "second.txt").write_text("برف در کوه بارید.", "utf-8")
        if looks == 7:
            raise StoppedError

    with Archive.open(tmp_path / "news.rawi", create=True) as archive:
        steps = archive.watch([inbox], jobs=1, wait=wait)
        assert list(take_added(steps)) == ["first.txt", "second.txt"]
        assert archive.store.status().readers == {"plain: text": 2}


def take_added(steps: Iterator[Progress]) -> Iterator[str]:
    """Yield the names of files that were added until the watch is stopped."""
    with suppress(StoppedError):
        for step in steps:
            if step.outcome == "added":
                yield Path(step.path or "").name
