"""Office files and books, and how the format of a file is told."""

import pytest
from tests.read.conftest import pack, texts

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read import epub, office, read_bytes
from rawi.read.reader import RawDocument, RawItem
from rawi.read.registry import BUILT_IN, find_reader
from rawi.read.sniff import find_format

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'  # noqa: E741


def test_paragraphs_of_docx_are_read_without_what_was_deleted() -> None:
    body = (
        f'<w:document {W}><w:body><w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>عنوان</w:t></w:r></w:p>'
        "<w:p><w:r><w:t>می\u200cآید</w:t><w:tab/><w:t>و</w:t><w:br/><w:t>رفت</w:t></w:r>"
        "<w:del><w:r><w:delText>پاک</w:delText></w:r></w:del></w:p>"
        "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>خانه</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
    )
    (document,) = office.read(RawItem("a.docx", pack(word__document_xml=body)))
    assert document.text == "عنوان\n\nمی\u200cآید\tو\nرفت\n\nخانه"
    assert [block.kind for block in document.blocks] == ["headline", "body", "body"]
    assert document.title == "عنوان"


def test_paragraphs_of_odt_are_read_in_order() -> None:
    body = (
        f"<office:document-content {O}><office:body><office:text><text:h>عنوان</text:h>"
        '<text:p>یک <text:span>دو</text:span> سه<text:s text:c="2"/>چهار<text:line-break/>پنج</text:p>'
        "</office:text></office:body></office:document-content>"
    )
    (document,) = office.read(RawItem("a.odt", pack(content_xml=body)))
    assert document.text == "عنوان\n\nیک دو سه  چهار\nپنج"
    assert document.title == "عنوان"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (f"<!DOCTYPE a [<!ENTITY x 'y'>]><w:document {W}/>", "forbidden_xml"),
        (f"<w:document {W}>", "broken"),
        (f"<w:document {W}>" + "<w:p/>" * 100_001 + "</w:document>", "too_large"),
    ],
)
def test_hostile_office_files_are_refused(body: str, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(office.read(RawItem("a.docx", pack(word__document_xml=body))))
    assert caught.value.reason == reason


def test_chapters_of_a_book_are_documents_in_order() -> None:
    book = pack(
        **{
            "META-INF__container_xml": '<container><rootfiles><rootfile full-path="o/p.opf"/></rootfiles></container>',
            "o__p_opf": "<package><metadata><title>کتاب</title></metadata><manifest>"
            '<item id="a" href="2.html" media-type="application/xhtml+xml"/>'
            '<item id="b" href="1.html" media-type="application/xhtml+xml"/>'
            '<item id="c" href="gone.html" media-type="application/xhtml+xml"/></manifest>'
            '<spine><itemref idref="b"/><itemref idref="a"/><itemref idref="c"/></spine></package>',
            "o__1_html": "<html><body><h1>فصل یک</h1><p>متن یک</p></body></html>",
            "o__2_html": "<html><body><p>متن دو</p></body></html>",
        }
    )
    found = list(epub.read(RawItem("a.epub", book)))
    assert texts(found) == ["فصل یک\n\nمتن یک", "متن دو", "broken"]
    assert [x.title for x in found if isinstance(x, RawDocument)] == ["فصل یک", "کتاب"]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.txt", b"text", "plain"),
        ("a", b"text", "plain"),
        ("a.md", b"# text", "plain"),
        ("a.txt", b"<!DOCTYPE html><html>", "html"),
        ("a", b"\xef\xbb\xbf <!-- c --> <HTML>", "html"),
        ("a.html", b"<div>", "html"),
        ("a.xml", b"<?xml version='1.0'?><rss>", "feed"),
        ("a.xml", b"<!DOCTYPE r [<!ENTITY a 'b'>]><rss>", "feed"),
        ("a.xml", b"<svg>", "XML with the root svg"),
        ("a.pdf", b"%PDF-1.4", "pdf"),
        ("wrong.txt", b"%PDF-1.4", "pdf"),
        ("a.docx", pack(word__document_xml="<a/>"), "docx"),
        ("a.bin", pack(word__document_xml="<a/>"), "docx"),
        ("a.zip", pack(a_txt="x"), "zip"),
        ("-", b'{"id": "1", "text": "x"}\n', "jsonl"),
        ("-", b"From: a\nDate: b\nSubject: c\n\ntext", "mail"),
        ("a.txt", b"Note: this\nis: no mail\n", "plain"),
        ("a.png", b"\x89PNG\r\n", "image"),
        ("a.warc", b"WARC/1.0\r\n", "warc"),
    ],
)  # fmt: skip
def test_a_format_is_told_by_its_bytes_before_its_name(
    name: str, data: bytes, expected: str
) -> None:
    assert find_format(RawItem(name, data)) == expected


def test_a_file_without_a_reader_is_refused_by_what_it_is() -> None:
    with pytest.raises(ReadError, match="image") as caught:
        find_reader(RawItem("a.png", b"\x89PNG\r\n"))
    assert caught.value.reason == "unknown_format"


def test_every_built_in_reader_is_there() -> None:
    import importlib

    for module in BUILT_IN.values():
        assert callable(importlib.import_module(module).read)


def test_a_mail_of_too_many_parts_is_refused_before_it_is_parsed() -> None:
    head = b'From: a@b\nContent-Type: multipart/mixed; boundary="b"\n\n'
    part = b"--b\nContent-Type: text/plain\n\nx\n"
    (aside,) = read_bytes(head + part * 25_000 + b"--b--", "many.eml")
    assert isinstance(aside, SetAside)
    assert aside.reason == "too_many_entries"
