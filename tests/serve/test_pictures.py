"""Pages of PDFs as pictures, drawn where a crash costs nothing."""

from pathlib import Path

import pytest

from rawi.errors import ReadError
from rawi.serve.pictures import draw_page

SAMPLE = Path(__file__).parents[2] / "sample"


def test_a_page_is_drawn_as_png() -> None:
    png = draw_page((SAMPLE / "05-water-fa.pdf").read_bytes(), 1)
    assert png.startswith(b"\x89PNG\r\n")


@pytest.mark.parametrize(
    ("data", "page"),
    [(b"no pdf at all", 1), (b"", 1), ((SAMPLE / "05-water-fa.pdf").read_bytes(), 99)],
)
def test_what_cannot_be_drawn_is_told(data: bytes, page: int) -> None:
    with pytest.raises(ReadError):
        draw_page(data, page)
