"""Feeds and mails: what their items give, and what they are refused for."""

from email.message import EmailMessage

import pytest
from tests.read.conftest import texts

from rawi.errors import ReadError
from rawi.read import feed, mail
from rawi.read.reader import RawDocument, RawItem
from rawi.read.sniff import find_format

RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>خبرگزاری سپیدار</title>
<item><title>موزه باز شد</title><link>https://a.example/1</link><pubDate>Wed, 04 Apr 2018 10:42:00 GMT</pubDate>
<description><![CDATA[<p>بند نخست می\u200cآید.</p><p>بند دوم.</p>]]></description></item>
<item><title>بی تاریخ</title><link>https://a.example/2</link><pubDate>۱۵ فروردین ۱۳۹۷</pubDate></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>الواحة</title><entry><title>خبر</title>
<link rel="self" href="https://a.example/self"/><link href="https://a.example/1"/><published>2019-09-01T08:00:00Z</published>
<summary>موجز</summary><content type="html">&lt;p&gt;النص الكامل&lt;/p&gt;</content></entry></feed>"""


def test_items_of_rss_are_documents_and_days_in_words_are_kept_as_written() -> None:
    one, two = feed.read(RawItem("a.xml", RSS.encode()))
    assert isinstance(one, RawDocument)
    assert isinstance(two, RawDocument)
    assert one.text == "موزه باز شد\n\nبند نخست می\u200cآید.\n\nبند دوم."
    assert [block.kind for block in one.blocks] == ["headline", "body", "body"]
    assert (one.outlet, one.url) == ("خبرگزاری سپیدار", "https://a.example/1")
    assert one.published == "2018-04-04T10:42:00+00:00"
    assert two.published == "۱۵ فروردین ۱۳۹۷"


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
    assert texts(feed.read(RawItem("a.xml", broken.encode())))[2:] == ["truncated"]


def test_a_feed_with_a_bare_ampersand_is_whole() -> None:
    sloppy = RSS.replace("باز شد</title>", "باز شد & رفت</title>")
    assert len(list(feed.read(RawItem("a.xml", sloppy.encode())))) == 2


@pytest.mark.parametrize("entity", ['"a"', 'SYSTEM "file:///etc/passwd"'])
def test_entities_are_refused(entity: str) -> None:
    data = f"<!DOCTYPE rss [<!ENTITY x {entity}>]><rss><channel><title>&x;</title></channel></rss>"
    with pytest.raises(ReadError) as caught:
        list(feed.read(RawItem("a.xml", data.encode())))
    assert caught.value.reason == "forbidden_xml"


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
