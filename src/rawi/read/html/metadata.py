"""A page's typed metadata: JSON-LD, OpenGraph and other `<meta>`, microdata, `<time>`.

Only what a page states in a typed field counts as its publication time; written dates stay in the text for
the date stage. Finders that look further invent dates: of 76 pages with only a visible dateline the best
known one got 30 wrong.
"""

import html
import re
from dataclasses import dataclass

from lxml import etree

from rawi.read.html import jsonld
from rawi.read.html.labels import make_key
from rawi.read.html.published import find_published

TITLE_FIELDS = ("og:title", "twitter:title", "dc.title", "dcterms.title", "title")
DESCRIPTION_FIELDS = ("og:description", "description", "twitter:description", "dc.description")
OUTLET_FIELDS = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "publisher",
    "copyright-holder",
)
URL_FIELDS = ("og:url", "twitter:url")

_SEPARATORS = re.compile(r"\s+(?:::|[-|–—»«•·/:])\s+|\s*(?:::|[|•])\s*")
MAX_FIELD = 4_000  # characters of a title, a name, a description
_SIGNS = " -|–—»«•·/:"  # that set the outlet's name apart


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself. `titles` are candidates for the headline, best first.

    `is_typed` tells that the title stands in a field of its own, not in `<title>` with the outlet's name.
    """

    title: str | None
    is_typed: bool
    titles: tuple[str, ...]
    outlet: str | None
    url: str | None
    published: str | None
    description: str | None
    body: str | None


def find_metadata(root: etree._Element) -> Metadata:
    """Gather the metadata of a page."""
    metas = read_metas(root)
    scripts = read_scripts(root)
    written = _clean(root.findtext(".//title"))
    article = jsonld.find_article(scripts, f"{written} {_first(metas, TITLE_FIELDS)}")
    typed = _clean(jsonld.read_text(article, "headline")) or _first(metas, TITLE_FIELDS)
    outlet = (
        _clean(jsonld.read_name(article.get("publisher")))
        or _first(metas, OUTLET_FIELDS)
        or _clean(jsonld.find_site_name(scripts))
    )
    title, outlet = choose_title(root, typed, written, outlet)
    parts = split_title(written)
    return Metadata(
        title=title,
        is_typed=typed is not None,
        titles=tuple(dict.fromkeys(x for x in (title, typed, written, *parts) if x)),
        outlet=outlet,
        url=find_url(root, metas, article),
        published=find_published(root, metas, article),
        description=_clean(jsonld.read_text(article, "description"))
        or _first(metas, DESCRIPTION_FIELDS),
        body=jsonld.read_text(article, "articleBody"),
    )


def read_metas(root: etree._Element) -> dict[str, str]:
    """Return the contents of `<meta>` by lower-case name, the first of each."""
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            metas.setdefault(name.strip().lower(), content.strip())
    return metas


def read_scripts(root: etree._Element) -> list[str]:
    """Return the JSON-LD scripts of a page."""
    return [
        element.text
        for element in root.iter("script")
        if element.text and "ld+json" in (element.get("type") or "").lower()
    ]


# ------------------------------------------------------------------ title and outlet


def choose_title(
    root: etree._Element, typed: str | None, written: str | None, outlet: str | None
) -> tuple[str | None, str | None]:
    """Return the headline without the outlet's name, and the outlet, if the title alone tells it."""
    if typed:
        return strip_outlet(typed, outlet), outlet or find_rest(written, typed)
    if written is None:
        return None, outlet
    if outlet is not None and (stripped := strip_outlet(written, outlet)) != written:
        return stripped, outlet
    shown = read_shown_keys(root)
    for piece, rest in list_pieces(written):
        if make_key(piece) in shown:
            # The page shows the headline as such, so one other part can only be the outlet's name.
            alone = len(split_title(rest)) == 1
            return piece, outlet or (rest if alone else None)
    parts = split_title(written)
    return (max(parts, key=len) if len(parts) == 2 else written), outlet


def find_rest(written: str | None, title: str) -> str | None:
    """Return what the text of `<title>` has beside the headline: the outlet's name, if it is one part.

    >>> find_rest("شبكة الشاهد: افتتاح المتحف", "افتتاح المتحف")
    'شبكة الشاهد'
    """
    if written is None or title not in written or written == title:
        return None
    before, _, after = written.partition(title)
    rest = [part for part in (before.strip(_SIGNS), after.strip(_SIGNS)) if part]
    return rest[0] if len(rest) == 1 and len(split_title(rest[0])) == 1 else None


def list_pieces(written: str) -> list[tuple[str, str]]:
    """Return what a title may be when something is cut from one of its ends, the longest first, and the rest.

    >>> list_pieces("موزه :: گشایش ۱ - ۰")
    [('موزه :: گشایش ۱ - ۰', ''), ('موزه :: گشایش ۱', '۰'), ('گشایش ۱ - ۰', 'موزه')]
    """
    found = [(written, "")]
    for cut in _SEPARATORS.finditer(written):
        left, right = written[: cut.start()].strip(), written[cut.end() :].strip()
        found += [pair for pair in ((left, right), (right, left)) if pair[0]]
    return [pair for pair in sorted(found, key=lambda pair: -len(pair[0])) if len(pair[0]) > 8]


def split_title(written: str | None) -> list[str]:
    """Split the text of `<title>` at the signs that set the outlet apart.

    >>> split_title("شبكة الشاهد :: افتتاح المتحف")
    ['شبكة الشاهد', 'افتتاح المتحف']
    """
    return [part.strip() for part in _SEPARATORS.split(written or "") if part.strip()]


def strip_outlet(title: str, outlet: str | None) -> str:
    """Drop the outlet's name from the end or the beginning of a title."""
    parts = split_title(title)
    if outlet is None or len(parts) < 2:
        return title
    key = make_key(outlet)
    if make_key(parts[-1]) == key:
        return title[: title.rindex(parts[-1])].rstrip(_SIGNS)
    if make_key(parts[0]) == key:
        return title[title.index(parts[0]) + len(parts[0]) :].lstrip(_SIGNS)
    return title


def read_shown_keys(root: etree._Element) -> frozenset[str]:
    """Return the keys of the short texts that elements of the page's body hold as a whole."""
    body = root.find("body")
    if body is None:
        return frozenset()
    texts = (
        e.text
        for e in body.iter("h1", "h2", "h3", "b", "strong", "font", "span", "div", "td", "p", "a")
    )
    return frozenset(make_key(text) for text in texts if text and 8 < len(text) < 400)


# ------------------------------------------------------------------ address


def find_url(root: etree._Element, metas: dict[str, str], article: jsonld.Node) -> str | None:
    """Return the page's own address, where it is a whole one."""
    links = (
        element.get("href")
        for element in root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    )
    page = article.get("mainEntityOfPage")
    named = jsonld.read_text(page, "@id") if isinstance(page, dict) else page
    candidates = (*links, *(metas.get(field) for field in URL_FIELDS), named, article.get("url"))
    for url in candidates:
        if isinstance(url, str) and url.strip().lower().startswith(("http://", "https://")):
            return url.strip()
    return None


# ------------------------------------------------------------------ small things


def _first(metas: dict[str, str], fields: tuple[str, ...]) -> str | None:
    """Return the first of some fields that has a content."""
    return next((text for field in fields if (text := _clean(metas.get(field)))), None)


def _clean(value: str | None) -> str | None:
    """Collapse white space and undo entities written twice; None when nothing is left, or far too much."""
    if not value or len(value) > MAX_FIELD:
        return None
    return " ".join(html.unescape(value).split()) or None
