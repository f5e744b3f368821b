"""XML without its dangers: no document types, no entities but the five, no outside files."""

from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError

import defusedxml.ElementTree
from defusedxml import DefusedXmlException

from rawi.errors import ReadError


def parse_xml(data: bytes) -> Element:
    """Parse a document.

    Raises:
        ReadError: it is no XML (`broken`), or it declares entities (`forbidden_xml`).
    """
    try:
        root: Element = defusedxml.ElementTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise ReadError(
            "forbidden_xml", f"document types and entities are refused: {error}"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise ReadError("broken", f"no well-formed XML: {error}") from error
    return root


def walk_xml(data: bytes) -> Iterator[tuple[str, Element]]:
    """Yield `start` and `end` of each element as the document is parsed.

    Raises:
        ReadError: as `parse_xml`.
    """
    try:
        yield from defusedxml.ElementTree.iterparse(
            BytesIO(data), events=("start", "end"), forbid_dtd=True
        )
    except DefusedXmlException as error:
        raise ReadError(
            "forbidden_xml", f"document types and entities are refused: {error}"
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise ReadError("broken", f"no well-formed XML: {error}") from error


def local_name(tag: object) -> str:
    """Return a tag without its namespace.

    >>> local_name("{http://www.w3.org/2005/Atom}entry")
    'entry'
    """
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
