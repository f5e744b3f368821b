"""A store with annotated documents made by hand, so that these tests lean on no stage's rules."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.annotated import build_document

from rawi.index.sqlite import SqliteStore


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "archive.sqlite", create=True) as opened:
        opened.put(
            build_document(
                "d1",
                "روز ۴ آوریل سارا فرضی به وزیر گفت: آب <کم> است & باد",
                quotes=(
                    {"text": "آب <کم> است", "speaker": "سارا فرضی", "to": "=وزیر",
                     "source": "سارا فرضی"},
                ),
                dates=(("۴ آوریل", "2018-04-04"),),
                names=("سارا فرضی",),
            )
        )  # fmt: skip
        opened.put(
            build_document(
                "d2",
                "قالت سارة إن الماء قليل",
                language="ar",
                outlet=None,
                day=None,
                quotes=({"text": "الماء قليل", "kind": "indirect", "relay": ("وكالة",)},),
            )
        )
        yield opened
