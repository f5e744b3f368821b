"""The data tables: every file has an origin, every character its name."""

from pathlib import Path

import pytest

import rawi
from rawi.tables.check import check_folder

FOLDERS = sorted(p.parent for p in Path(rawi.__file__).parent.rglob("ORIGINS.toml"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda p: p.name)
def test_every_data_file_is_listed_sealed_and_right(folder: Path) -> None:
    assert check_folder(folder) == []
