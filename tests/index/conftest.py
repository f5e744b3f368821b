"""Stores and annotated documents made by hand, so that these tests lean on no stage's rules."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.annotated import build_document

from rawi.facts import AnnotatedDocument
from rawi.index.sqlite import SqliteStore

Build = Callable[..., AnnotatedDocument]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "archive.sqlite", create=True) as opened:
        yield opened


@pytest.fixture
def build() -> Build:
    return build_document
