"""Whole files of producers: headline, two columns, list, table and footnote, read as a person reads them."""

from pathlib import Path

import pytest

from rawi.read.pdf import read_pdf

FILES = Path(__file__).parent / "files"


@pytest.mark.parametrize("name", ["lualatex", "typst", "weasyprint", "xepersian"])
def test_a_file_is_read_as_it_looks(name: str) -> None:
    expected = (FILES / f"{name}.txt").read_text("utf-8").rstrip("\n")
    assert read_pdf((FILES / f"{name}.pdf").read_bytes()).text == expected
