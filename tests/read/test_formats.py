"""Records, tables, feeds, mails and office files: what each format gives, and what it is refused for."""

import io
import json
import zipfile
from email.message import EmailMessage

import pytest

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read import epub, feed, jsonl, mail, office, read_bytes, rows
from rawi.read.reader import RawDocument, RawItem
from rawi.read.registry import BUILT_IN, find_reader
from rawi.read.sniff import find_format

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
O = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'  # noqa: E741


def pack(**entries: str | bytes) -> bytes:
    """A ZIP file; a double underscore in a name stands for a slash, a single one for a point."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in entries.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return packed.getvalue()


def texts(found: object) -> list[str]:
    """The texts read, and the reasons of what was set aside."""
    assert hasattr(found, "__iter__")
    return [
        x.text if isinstance(x, RawDocument) else x.reason if isinstance(x, SetAside) else x.name
        for x in found
    ]


# ------------------------------------------------------------------ JSON


def test_each_record_is_a_document_and_a_bad_line_costs_itself() -> None:
    lines = [
        '{"id": 7, "text": "یک", "title": "ت", "outlet": "خ", "url": "http://a", "published": "1397-01-15"}',
        "no json",
        '{"title": "no text"}',
        "",
        '{"text": 5}',
        "[1]",
        '{"text": "half \\ud800 pair"}',
        '{"a": ' + "9" * 5000 + "}",
        "[" * 100_000,
        '{"text": "دو"}',
    ]
    found = list(jsonl.read(RawItem("a.jsonl", "\n".join(lines).encode())))
    assert texts(found) == [
        "یک", "not_json", "no_text", "no_text", "no_text", "half \ud800 pair", "not_json", "not_json", "دو",
    ]  # fmt: skip
    first = found[0]
    assert isinstance(first, RawDocument)
    assert (first.given_id, first.title, first.outlet) == ("7", "ت", "خ")
    assert (first.url, first.published, first.part) == ("http://a", "1397-01-15", "line 1")
    assert isinstance(found[1], SetAside)
    assert found[1].path == "a.jsonl!/line 2"


@pytest.mark.parametrize(
    "whole",
    [
        [{"text": "یک"}, {"text": "دو"}],
        {"articles": [{"text": "یک"}, {"text": "دو"}]},
    ],
)
def test_a_file_that_is_one_json_value_is_read(whole: object) -> None:
    data = json.dumps(whole, indent=1).encode()
    assert texts(jsonl.read(RawItem("a.json", data))) == ["یک", "دو"]


def test_one_record_over_several_lines_is_read() -> None:
    assert texts(jsonl.read(RawItem("a.json", b'{\n "text": "x"\n}'))) == ["x"]


def test_a_line_that_is_too_long_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MAX_LINE_BYTES", 40)
    data = b'{"text": "one"}\n{"text": "' + b"x" * 100 + b'"}\n{"text": "two"}\n'
    assert texts(jsonl.read(RawItem("a.jsonl", data))) == ["one", "too_large", "two"]


# ------------------------------------------------------------------ tables


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_rows_are_documents_by_the_names_of_their_columns(separator: str) -> None:
    table = f'id{separator}عنوان{separator}متن{separator}تاریخ\n1{separator}ت{separator}"خط یک\nخط دو"{separator}۱۳۹۷/۱/۱۵\n2{separator}ت{separator}{separator}\n'
    found = list(rows.read(RawItem("a.csv", table.encode())))
    assert texts(found) == ["خط یک\nخط دو", "no_text"]
    assert isinstance(found[0], RawDocument)
    assert (found[0].given_id, found[0].title, found[0].published) == ("1", "ت", "1397-01-15")


@pytest.mark.parametrize("name", ["Source", "منبع", "المصدر", "رسانه"])
def test_the_outlet_of_a_row_is_found_by_any_of_its_usual_names(name: str) -> None:
    (document,) = rows.read(RawItem("a.csv", f"text,{name}\nیک,برگ\n".encode()))
    assert isinstance(document, RawDocument)
    assert document.outlet == "برگ"


def test_a_day_that_is_none_is_handed_on_as_written() -> None:
    found = list(rows.read(RawItem("a.csv", "text,published\nیک,1403-13-45\nدو,\n".encode())))
    assert [document.published for document in found] == ["1403-13-45", ""]  # type: ignore[union-attr]


def test_a_table_in_an_old_code_page_is_read() -> None:
    table = "title,text\nخبر,موزه آب شهر روز دوشنبه با حضور شهردار باز شد\n"
    (document,) = rows.read(RawItem("a.csv", table.encode("cp1256")))
    assert isinstance(document, RawDocument)
    assert document.text == "موزه آب شهر روز دوشنبه با حضور شهردار باز شد"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("a,b\n1,2\n", "no_text_column"),
        ("text\n" + "x" * (17 << 20), "broken"),
        ("", "no_text_column"),
    ],
)
def test_a_table_that_holds_no_texts_is_refused(table: str, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(rows.read(RawItem("a.csv", table.encode())))
    assert caught.value.reason == reason


# ------------------------------------------------------------------ feeds

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>خبرگزاری سپیدار</title>
<item><title>موزه باز شد</title><link>https://a.example/1</link><pubDate>Wed, 04 Apr 2018 10:42:00 GMT</pubDate>
<description><![CDATA[<p>بند نخست می\u200cآید.</p><p>بند دوم.</p>]]></description></item>
<item><title>بی تاریخ</title><link>https://a.example/2</link><pubDate>۱۵ فروردین ۱۳۹۷</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>الواحة</title><entry><title>خبر</title>
<link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><published>2019-09-01T08:00:00Z</published>
<summary>موجز</summary><content type="html">&lt;p&gt;النص الكامل&lt;/p&gt;</content></entry></feed>"""


def test_items_of_rss_are_documents_and_written_dates_are_not_guessed() -> None:
    one, two = feed.read(RawItem("a.xml", RSS.encode()))
    assert isinstance(one, RawDocument)
    assert isinstance(two, RawDocument)
    assert one.text == "موزه باز شد\n\nبند نخست می\u200cآید.\n\nبند دوم."
    assert [block.kind for block in one.blocks] == ["headline", "body", "body"]
    assert (one.outlet, one.url) == ("خبرگزاری سپیدار", "https://a.example/1")
    assert one.published == "2018-04-04T10:42:00+00:00"
    assert two.published is None


def test_entries_of_atom_give_their_fullest_text_and_their_page() -> None:
    (entry,) = feed.read(RawItem("a.atom", ATOM.encode()))
    assert isinstance(entry, RawDocument)
    assert entry.text == "خبر\n\nالنص الكامل"
    assert (entry.url, entry.published) == ("https://a.example/1", "2019-09-01T08:00:00Z")


def test_a_hostile_item_of_a_feed_costs_itself() -> None:
    hostile = (
        RSS.replace("<p>بند نخست", "&lt;div&gt;" * 3000 + "<p>بند نخست")
        .replace("<![CDATA[", "")
        .replace("]]>", "")
    )
    hostile = hostile.replace("<p>", "").replace("</p>", "")
    assert texts(feed.read(RawItem("a.xml", hostile.encode()))) == ["too_deep", "بی تاریخ"]


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    broken = RSS.replace("</channel></rss>", "").replace("باز شد</title>", "باز شد & رفت</title>")
    assert len(list(feed.read(RawItem("a.xml", broken.encode())))) == 2


@pytest.mark.parametrize("entity", ['"a"', 'SYSTEM "file:///etc/passwd"'])
def test_entities_are_refused(entity: str) -> None:
    data = f"<!DOCTYPE rss [<!ENTITY x {entity}>]><rss><channel><title>&x;</title></channel></rss>"
    with pytest.raises(ReadError) as caught:
        list(feed.read(RawItem("a.xml", data.encode())))
    assert caught.value.reason == "forbidden_xml"


# ------------------------------------------------------------------ mail


def make_mail(**parts: str) -> EmailMessage:
    """A message with a plain text, perhaps a page and an attachment."""
    message = EmailMessage()
    message["From"] = "دفتر خبر <press@outlet.example>"
    message["Subject"] = "گشایش موزه"
    message["Date"] = "Mon, 03 May 2021 10:20:00 +0430"
    message.set_content(parts.get("plain", "متن پیام"))
    if "page" in parts:
        message.add_alternative(parts["page"], subtype="html")
    if "attached" in parts:
        message.add_attachment(
            parts["attached"].encode(), maintype="text", subtype="plain", filename="b.txt"
        )
    return message


def test_a_mail_is_a_document_and_its_attachments_are_items() -> None:
    found = list(mail.read(RawItem("a.eml", bytes(make_mail(page="<p>متن</p>", attached="پیوست")))))
    assert texts(found) == ["گشایش موزه\n\nمتن پیام", "b.txt"]
    document = found[0]
    assert isinstance(document, RawDocument)
    assert (document.title, document.outlet) == ("گشایش موزه", "دفتر خبر")
    assert document.published == "2021-05-03T10:20:00+04:30"


def test_messages_of_an_mbox_are_items() -> None:
    one, two = bytes(make_mail(plain="یکم")), bytes(make_mail(plain="x\n\nno From here"))
    box = b"From a@b Mon May 3\n" + one + b"\n\nFrom a@b Mon May 3\n" + two
    item = RawItem("box", box)
    assert find_format(item) == "mbox"
    assert texts(mail.read(item)) == ["message 1.eml", "message 2.eml"]


def test_a_saved_page_is_an_item_with_its_address() -> None:
    message = EmailMessage()
    message["Snapshot-Content-Location"] = "https://a.example/1"
    message["Subject"] = "x"
    message.set_content("<p>متن</p>", subtype="html")
    message.make_related()
    message.add_related(b"\x89PNG", maintype="image", subtype="png")
    (page,) = mail.read(RawItem("a.mhtml", bytes(message)))
    assert isinstance(page, RawItem)
    assert (page.url, page.media_type) == ("https://a.example/1", "text/html")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Subject: " + b"x" * 300_000 + b"\n\ntext", "too_large"),
        (b"From: a\n" + b'Content-Type: multipart/mixed; boundary="b"\n\n--b\n' * 400, "too_deep"),
        (b"no header here", "broken"),
    ],
)
def test_hostile_mails_are_refused(data: bytes, reason: str) -> None:
    with pytest.raises(ReadError) as caught:
        list(mail.read(RawItem("a.eml", data)))
    assert caught.value.reason == reason


# ------------------------------------------------------------------ office files


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


# ------------------------------------------------------------------ telling formats


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
