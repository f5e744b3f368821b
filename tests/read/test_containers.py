"""Archives and captures: their entries are read, their chain is told, and no bomb goes off."""

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Iterator

import pytest

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read import boxes, warc
from rawi.read.reader import RawItem
from rawi.read.registry import find_reader

PAGE = "<html><body><h1>عنوان</h1><p>متن خبر</p></body></html>".encode()


def items(found: Iterator[RawItem | SetAside]) -> list[tuple[str, object]]:
    """Names and bytes of entries, or why they were set aside."""
    return [(x.name, x.source) if isinstance(x, RawItem) else (x.path, x.reason) for x in found]


def zipped(**options: int) -> bytes:
    """A ZIP file with good and bad entries."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("folder/a.txt", "one")
        archive.writestr("../b.txt", "escaped")
        archive.writestr("/etc/c.txt", "escaped")
        archive.writestr("C:\\d.txt", "escaped")
        archive.writestr("bomb.txt", b"0" * options.get("bomb", 0))
        link = zipfile.ZipInfo("link")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    return packed.getvalue()


def test_entries_are_read_and_bad_names_links_and_bombs_are_not() -> None:
    found = items(boxes.read(RawItem("a.zip", zipped(bomb=20_000_000))))
    assert found == [
        ("folder/a.txt", b"one"),
        ("a.zip!/../b.txt", "unsafe_name"),
        ("a.zip!//etc/c.txt", "unsafe_name"),
        ("a.zip!/C:\\d.txt", "unsafe_name"),
        ("a.zip!/bomb.txt", "bomb"),
        ("a.zip!/link", "link"),
    ]


def test_an_archive_of_too_many_entries_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(boxes.MAX_ENTRIES + 1):
            archive.writestr(str(number), "")
    with pytest.raises(ReadError, match="entries"):
        list(boxes.read(RawItem("a.zip", packed.getvalue())))


@pytest.mark.parametrize("cut", [10, 60, 200])
def test_a_cut_archive_is_refused_with_a_reason(cut: int) -> None:
    with pytest.raises(ReadError) as caught:
        list(boxes.read(RawItem("a.zip", zipped()[:-cut])))
    assert caught.value.reason == "broken_archive"


def test_a_gzip_file_is_unpacked_under_its_name() -> None:
    double = gzip.compress(b"first ", mtime=0) + gzip.compress(b"second", mtime=0)
    assert items(boxes.read(RawItem("x/a.txt.gz", double))) == [("a.txt", b"first second")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(b"0" * 50_000_000, mtime=0), "bomb"),
        (gzip.compress(b"text" * 100, mtime=0)[:-9], "broken_archive"),
        (b"\x1f\x8bnot gzip", "broken_archive"),
    ],
)
def test_a_bad_gzip_file_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(boxes.read(RawItem("a.gz", data)))
    assert caught.value.reason == reason


def test_files_of_a_tar_archive_are_read_and_links_are_not() -> None:
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w") as archive:
        entry = tarfile.TarInfo("a.txt")
        entry.size = 3
        archive.addfile(entry, io.BytesIO(b"one"))
        link = tarfile.TarInfo("link")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
    found = items(boxes.read(RawItem("a.tar", packed.getvalue())))
    assert found == [("a.txt", b"one"), ("a.tar!/link", "link")]


def make_record(url: str, status: str, kind: str, data: bytes, coding: str = "") -> bytes:
    """A response as a crawler keeps it."""
    answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{coding}\r\n".encode() + data
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\n"
        "WARC-Date: 2021-05-03T10:20:00Z\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def make_capture(*, packed: bool) -> bytes:
    """A capture of a page, a picture and an error page."""
    records = (
        make_record("https://outlet.example/1", "200 OK", "text/html; charset=utf-8", PAGE),
        make_record("https://outlet.example/i.png", "200 OK", "image/png", b"\x89PNG"),
        make_record("https://outlet.example/2", "404 Not Found", "text/html", b"<p>gone"),
    )
    return b"".join(map(gzip.compress, records) if packed else records)


@pytest.mark.parametrize("packed", [True, False])
def test_pages_of_a_capture_are_read_with_address_and_day(packed: bool) -> None:
    item = RawItem("a.warc.gz", make_capture(packed=packed))
    assert find_reader(item).name == "warc"
    (page,) = warc.read(item)
    assert isinstance(page, RawItem)
    assert page.source == PAGE
    assert (page.url, page.charset) == ("https://outlet.example/1", "utf-8")
    assert page.captured is not None
    assert page.captured.startswith("2021-05-03")
    assert page.place == "a.warc.gz!/@0"


@pytest.mark.parametrize(
    ("coding", "data"),
    [
        ("Content-Encoding: gzip\r\n", gzip.compress(PAGE, mtime=0)),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE)),
        ("Content-Encoding: deflate\r\n", zlib.compress(PAGE, wbits=-15)),
        ("Content-Encoding: gzip\r\n", PAGE),
        ("Transfer-Encoding: chunked\r\n", PAGE),
        ("Transfer-Encoding: chunked\r\n", b"%x\r\n%b\r\n0\r\n\r\n" % (len(PAGE), PAGE)),
    ],
    ids=("gzip", "zlib", "deflate", "not-gzip", "not-chunked", "chunked"),
)
def test_coded_pages_of_a_capture_are_decoded(coding: str, data: bytes) -> None:
    record = make_record("https://outlet.example/1", "200 OK", "text/html", data, coding)
    assert [
        page.source for page in warc.read(RawItem("a.warc", record)) if isinstance(page, RawItem)
    ] == [PAGE]


def test_captures_of_wget_have_plain_addresses_and_not_its_own_log() -> None:
    page = make_record("<http://a.example/1>", "200 OK", "text/html", b"<p>one</p>")
    log = make_record("<metadata://gnu.example/wget.log>", "200 OK", "text/plain", b"log")
    found = list(warc.read(RawItem("wget.warc", page + log)))
    assert [item.url for item in found if isinstance(item, RawItem)] == ["http://a.example/1"]


def test_a_bomb_inside_a_coded_page_is_set_aside() -> None:
    bomb = gzip.compress(b"0" * 100_000_000, mtime=0)
    record = make_record(
        "https://a.example/1", "200 OK", "text/html", bomb, "Content-Encoding: gzip\r\n"
    )
    after = make_record("https://a.example/2", "200 OK", "text/html", PAGE)
    found = items(warc.read(RawItem("a.warc", record + after)))
    assert [name for _, name in found] == ["bomb", PAGE]


def test_a_cut_capture_gives_what_it_has() -> None:
    data = make_capture(packed=False)
    found = list(warc.read(RawItem("a.warc", data[: data.index(b"image/png")])))
    assert [x.url for x in found if isinstance(x, RawItem)] == ["https://outlet.example/1"]


def test_of_a_wacz_only_the_captures_are_read() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("datapackage.json", "{}")
        archive.writestr("pages/pages.jsonl", "{}")
        archive.writestr("archive/data.warc.gz", make_capture(packed=True))
    (capture,) = boxes.read(RawItem("a.wacz", packed.getvalue()))
    assert isinstance(capture, RawItem)
    assert find_reader(capture).name == "warc"
