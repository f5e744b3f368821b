"""Word processor files: DOCX (Office Open XML) and ODT (OpenDocument). Paragraphs in order, nothing deleted.

Text of tables, lists and text boxes stands where it is written; deleted passages of tracked changes, notes
in the margin and field codes are left out.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element

from rawi.errors import ReadError
from rawi.read.boxes import open_zip, read_zip_entry
from rawi.read.passages import Paragraph, join_paragraphs
from rawi.read.reader import RawDocument, RawItem
from rawi.read.safe_xml import local_name, parse_xml, walk_xml

MAX_PARAGRAPHS = 100_000
# Elements whose text is not part of the document as it is read.
LEFT_OUT = frozenset(
    {"del", "moveFrom", "instrText", "delText", "tracked-changes", "annotation", "Fallback"}
)
SIGNS = {"br": "\n", "cr": "\n", "line-break": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
TITLE_STYLES = frozenset({"title", "heading1"})


def read(item: RawItem) -> Iterator[RawDocument]:
    """Yield the document.

    Raises:
        ReadError: the file is not sound, or breaks a limit.
    """
    with open_zip(item) as archive:
        names = set(archive.namelist())
        main = "word/document.xml" if "word/document.xml" in names else "content.xml"
        if main not in names:
            raise ReadError("broken", "neither word/document.xml nor content.xml is in the file")
        body = read_zip_entry(archive, archive.getinfo(main))
        meta = next((name for name in ("docProps/core.xml", "meta.xml") if name in names), None)
        properties = read_zip_entry(archive, archive.getinfo(meta)) if meta else b""
    paragraphs = mark_title(list(find_paragraphs(body)))
    text, blocks = join_paragraphs(paragraphs)
    heading = next((text for text, kind in paragraphs if kind == "headline"), None)
    yield RawDocument(
        text,
        title=read_title(properties) or heading,
        blocks=blocks,
        media_type="application/" + PurePosixPath(item.name).suffix.lstrip(".").lower(),
    )


def find_paragraphs(body: bytes) -> Iterator[tuple[str, str]]:
    """Yield each outermost paragraph with the name of its style.

    Raises:
        ReadError: no sound XML, or too many paragraphs.
    """
    depth = count = 0
    for event, element in walk_xml(body):
        is_paragraph = local_name(element.tag) in ("p", "h")
        if event == "start":
            depth += is_paragraph
            continue
        depth -= is_paragraph
        if depth:
            continue
        if is_paragraph:
            count += 1
            if count > MAX_PARAGRAPHS:
                raise ReadError("too_large", f"more than {MAX_PARAGRAPHS:,} paragraphs")
            if text := "".join(list_pieces(element)).strip():
                yield text, find_style(element)
        element.clear()


def list_pieces(paragraph: Element) -> list[str]:
    """Return the pieces of text of a paragraph in order, without what is left out."""
    # DOCX has its text in `t` alone and white space for layout between tags; ODT has text everywhere.
    is_docx = "wordprocessingml" in paragraph.tag or not paragraph.tag.startswith("{urn:oasis")
    pieces: list[str] = []
    waiting: list[Element | str] = [paragraph]
    while waiting:
        element = waiting.pop()
        if isinstance(element, str):
            pieces.append(element)
            continue
        name = local_name(element.tag)
        if name in LEFT_OUT:
            continue
        pieces.append(SIGNS.get(name, ""))
        if name in ("p", "h") and element is not paragraph:
            pieces.append("\n")  # a text box inside the paragraph
        if name == "s":
            pieces.append(" " * count_blanks(element))
        if element.text and (name == "t" or not is_docx):
            pieces.append(element.text)
        for child in reversed(element):
            if child.tail and not is_docx:
                waiting.append(child.tail)
            waiting.append(child)
    return pieces


def count_blanks(element: Element) -> int:
    """Return how many blanks an ODT `<text:s>` stands for."""
    count = next((v for k, v in element.attrib.items() if local_name(k) == "c"), "1")
    return min(int(count), 100) if count.isdecimal() and len(count) < 4 else 1


def find_style(paragraph: Element) -> str:
    """Return the name of a paragraph's style, letters and digits only."""
    if local_name(paragraph.tag) == "h":
        return "heading1"
    for element in (paragraph, *paragraph.iter()):
        name = local_name(element.tag)
        for key, value in element.attrib.items():
            wanted = "val" if name == "pStyle" else "style-name" if name == "p" else ""
            if local_name(key) == wanted:
                return "".join(filter(str.isalnum, value)).lower()
    return ""


def mark_title(paragraphs: list[tuple[str, str]]) -> list[Paragraph]:
    """Give the first paragraph set as a title or heading the role of the headline."""
    first = next((i for i, (_, style) in enumerate(paragraphs) if style in TITLE_STYLES), -1)
    return [(text, "headline" if i == first else "body") for i, (text, _) in enumerate(paragraphs)]


def read_title(properties: bytes) -> str | None:
    """Return the title among a file's properties; None when there is none, or they are not sound."""
    if not properties:
        return None
    try:
        root = parse_xml(properties)
    except ReadError:
        return None  # the text is what matters; broken properties cost only the title
    return next((e.text for e in root.iter() if local_name(e.tag) == "title" and e.text), None)
