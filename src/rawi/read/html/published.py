"""When a page says it was published, in a typed field: JSON-LD, `<meta>`, microdata, `<time>`.

Written dates stay in the text for the date stage. Finders that look further invent dates: of 76 pages with
only a visible dateline the best known one got 30 wrong.
"""

import re
from email.utils import parsedate_to_datetime
from itertools import islice

from lxml import etree

from rawi.lang.folding import fold
from rawi.read.html import jsonld
from rawi.read.html.marks import FURNITURE, find_role
from rawi.read.html.tags import BLOCK_TAGS

# Fields in the order of trust. `dc.date` and its like name the day of publication too.
PUBLISHED_FIELDS = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate",
    "publication_date", "pubdate", "pub_date", "dc.date.issued", "dcterms.issued", "dc.date.created",
    "dcterms.created", "dc.date", "dcterms.date", "citation_publication_date", "article.published", "date",
)  # fmt: skip
MAX_LINE = 140  # characters of a line that holds a time, a name and a section, but no sentence
MAX_PIECES = 50  # of text looked at around a time
MAX_TIMES = 100  # elements looked at; a page with more is a list
_ISO = re.compile(
    r"(?P<day>(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<dom>\d{1,2}))"
    r"(?:[T ]+(?P<time>\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?)\s*(?P<zone>Z|[+-]\d{2}:?\d{2})?)?(?!\d)"
)
_SLASHED = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_UNSET_YEARS = frozenset({"0000", "0001", "1900", "1970"})  # what software writes for "no date"


def find_published(root: etree._Element, metas: dict[str, str], article: jsonld.Node) -> str | None:
    """Return the typed publication time, as an ISO day or time in whatever calendar it is written."""
    candidates = [
        jsonld.read_text(article, "datePublished"),
        *(metas.get(field) for field in PUBLISHED_FIELDS),
        *read_microdata_times(root),
        jsonld.read_text(article, "dateCreated"),
    ]
    for value in candidates:
        if value and (found := read_time(value)):
            return found
    return read_time_element(root)


def read_time(value: str) -> str | None:
    """Return a typed time in ISO form, its words unchanged where it has that form; None when it is none.

    >>> read_time("۱۳۹۷-۰۱-۱۵T10:42"), read_time("Wed, 04 Apr 2018 10:42:00 GMT")
    ('1397-01-15T10:42', '2018-04-04T10:42:00+00:00')
    >>> read_time("1970-01-01T00:00:00Z"), read_time("25 نيسان 2018"), read_time("2018-13-45")
    (None, None, None)
    """
    folded = fold(value.strip()).upper()
    slashed = _SLASHED.match(folded)
    if slashed:
        folded = "-".join((slashed[1], slashed[2], slashed[3])) + folded[slashed.end() :]
    match = _ISO.match(folded)
    if match is None:
        return _read_mail_time(folded)
    month, day = int(match["month"]), int(match["dom"])
    if match["year"] in _UNSET_YEARS or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    iso = f"{match['year']}-{month:02}-{day:02}"
    if match["time"] is None:
        return iso
    hour, _, rest = match["time"].partition(":")
    return f"{iso}T{int(hour):02}:{rest.replace(',', '.')}{match['zone'] or ''}"


def _read_mail_time(value: str) -> str | None:
    """Read a time as mails and feeds write it (RFC 5322)."""
    try:
        return parsedate_to_datetime(value).isoformat()
    except (TypeError, ValueError, IndexError):
        return None


def read_microdata_times(root: etree._Element) -> list[str | None]:
    """Return the values of elements that state `datePublished`."""
    found = root.xpath("//*[@itemprop][contains(@itemprop, 'datePublished')]")
    assert isinstance(found, list)
    return [
        element.get("content") or element.get("datetime")
        for element in found[:MAX_TIMES]
        if isinstance(element, etree._Element) and not is_in_furniture(element)
    ]


def read_time_element(root: etree._Element) -> str | None:
    """Return the value of the `<time datetime>` that can only be the article's, or None.

    It says so (`pubdate`, class `published`), or it is the only value on lines of their own
    outside the page's furniture.
    """
    shown = islice(root.iter("time"), MAX_TIMES)
    times = [e for e in shown if e.get("datetime") and not is_in_furniture(e)]
    said = [e for e in times if e.get("pubdate") is not None or _says_published(e)]
    values = {read_time(e.get("datetime") or "") for e in (said[:1] or times)}
    values.discard(None)
    # One above the text, perhaps one below: more belong to a list of articles.
    is_clear = len(values) == 1 and (bool(said) or (len(times) <= 2 and stands_alone(times[0])))
    return values.pop() if is_clear else None


def stands_alone(element: etree._Element) -> bool:
    """Tell whether a `<time>` is a line of its own; in a sentence it is the day of something told there."""
    around = element.getparent()
    while around is not None and around.tag not in BLOCK_TAGS:
        around = around.getparent()
    if around is None:
        return True
    text = "".join(map(str, islice(around.itertext(), MAX_PIECES)))
    return len(" ".join(text.split())) <= MAX_LINE


def _says_published(element: etree._Element) -> bool:
    """Tell whether a `<time>` names itself the time of publication."""
    classes = (element.get("class") or "").lower().split()
    return "published" in classes or "entry-date" in classes


def is_in_furniture(element: etree._Element) -> bool:
    """Tell whether an element stands in a comment, a list of other articles or the like."""
    classes, identifier = element.get("class", ""), element.get("id", "")
    if find_role(str(element.tag), classes, identifier, "", "") in FURNITURE:
        return True
    around: etree._Element | None = element.getparent()
    while around is not None:
        get = around.attrib.get
        role = find_role(
            str(around.tag), get("class", ""), get("id", ""), get("itemprop", ""), get("role", "")
        )
        if role in FURNITURE:
            return True
        around = around.getparent()
    return False
