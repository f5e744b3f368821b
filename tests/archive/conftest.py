"""Small collections of invented reports, and archives to put them in."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from rawi.archive import Archive

SENTENCES = (
    "سخنگوی فدراسیون شنا گفت: «استخر تازه در ماه مهر باز می\u200cشود و ورود برای کودکان رایگان است.»",
    "وی افزود که ساخت استخر {n} روز طول کشید و ۱۲ کارگر در آن کار کردند.",
    "به گزارش خبرگزاری نمونه، این استخر ۲۵ متر درازا دارد.",
    "وقال المتحدث باسم اتحاد السباحة: «المسبح الجديد سيفتح أبوابه في الخريف».",
    "وأضاف أن البناء استغرق {n} يوما.",
)


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "news.rawi", create=True) as opened:
        yield opened


@pytest.fixture
def records(tmp_path: Path) -> Callable[[int], Path]:
    """Write a JSON lines file of so many reports."""

    def write(count: int) -> Path:
        path = tmp_path / "reports.jsonl"
        lines = [
            {
                "id": f"r{n}",
                "text": "\n".join(s.format(n=n + 7) for s in SENTENCES[n % 2 * 3 :] or SENTENCES),
                "outlet": "روزنامهٔ نمونه",
                "published": f"2021-03-{n % 28 + 1:02}",
            }
            for n in range(count)
        ]
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        path.write_text(text, "utf-8")
        return path

    return write
