"""EPUB: the chapters of the spine in order, each a document, headings and text without page furniture."""

import posixpath
import zipfile
from collections.abc import Iterator
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from rawi.errors import ReadError
from rawi.facts import SetAside
from rawi.read.boxes import open_zip, read_zip_entry
from rawi.read.passages import Paragraph, join_paragraphs
from rawi.read.reader import RawDocument, RawItem
from rawi.read.safe_xml import local_name, parse_xml

CONTAINER = "META-INF/container.xml"


def read(item: RawItem) -> Iterator[RawDocument | SetAside]:
    """Yield the chapters.

    Raises:
        ReadError: the file is not sound.
    """
    with open_zip(item) as archive:
        package = find_package(archive)
        root = parse_xml(read_named(archive, package))
        title = find_text(root, "title")
        publisher = find_text(root, "publisher")
        for name in list_chapters(root, posixpath.dirname(package)):
            try:
                yield from read_chapter(read_named(archive, name), name, title, publisher)
            except ReadError as error:
                yield item.set_aside(error.reason, error.detail, part=name)


def find_package(archive: zipfile.ZipFile) -> str:
    """Return the name of the package file."""
    container = parse_xml(read_named(archive, CONTAINER))
    for element in container.iter():
        if local_name(element.tag) == "rootfile" and (path := element.get("full-path")):
            return path
    raise ReadError("broken", "META-INF/container.xml names no package file")


def list_chapters(package: Element, folder: str) -> list[str]:
    """Return the names of the chapters in reading order."""
    items = {
        element.get("id"): element.get("href", "")
        for element in package.iter()
        if local_name(element.tag) == "item" and "html" in element.get("media-type", "")
    }
    order = [
        element.get("idref") for element in package.iter() if local_name(element.tag) == "itemref"
    ]
    return [posixpath.join(folder, unquote(items[key])) for key in order if key in items]


def read_chapter(
    data: bytes, name: str, title: str | None, publisher: str | None
) -> Iterator[RawDocument]:
    """Yield a chapter, unless there is no text in it, as on covers."""
    from rawi.read.html.page import read_lines

    kinds: list[Paragraph] = []
    heading: str | None = None
    for line in read_lines(data):
        is_first = bool(line.heading) and heading is None
        heading = line.text if is_first else heading
        kinds.append((line.text, "headline" if is_first else "body"))
    text, blocks = join_paragraphs(kinds)
    if text:
        yield RawDocument(
            text,
            title=heading or title,
            outlet=publisher,
            part=name,
            blocks=blocks,
            route="html",
            media_type="application/epub+zip",
        )


def read_named(archive: zipfile.ZipFile, name: str) -> bytes:
    """Return the bytes of an entry.

    Raises:
        ReadError: it is not there.
    """
    try:
        return read_zip_entry(archive, archive.getinfo(name))
    except KeyError as error:
        raise ReadError("broken", f"{name} is missing") from error


def find_text(root: Element, name: str) -> str | None:
    """Return the text of the first element of a name."""
    return next((e.text for e in root.iter() if local_name(e.tag) == name and e.text), None)
