"""The JSON-LD of a page: the one object that describes the article."""

import json
from collections.abc import Iterator
from typing import Any

from rawi.read.html.labels import make_key

Node = dict[str, Any]  # JSON as received

ARTICLE_TYPES = frozenset({
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle",
    "BackgroundNewsArticle", "OpinionNewsArticle", "ReviewNewsArticle", "BlogPosting", "Report",
    "LiveBlogPosting", "SocialMediaPosting",
})  # fmt: skip
MAX_NODES = 2_000


def find_article(scripts: list[str], shown: str) -> Node:
    """Return the article a page is about among the objects of its scripts, or an empty object.

    Of several, which lists of other articles give too, it is the one whose headline the page's titles,
    `shown`, have in them, else the only one that is the main entity of a page.
    """
    articles = [node for script in scripts for node in walk(load(script)) if is_article(node)]
    if len(articles) < 2:
        return articles[0] if articles else {}
    key = make_key(shown)
    named = [
        node
        for node in articles
        if (headline := make_key(read_text(node, "headline") or "")) and headline in key
    ]
    main = [node for node in articles if "mainEntityOfPage" in node]
    found = named or (main if len(main) == 1 else [])
    return found[0] if found else {}


def find_site_name(scripts: list[str]) -> str | None:
    """Return the name of the web site or its organisation, where a page describes them."""
    for script in scripts:
        for node in walk(load(script)):
            types = node.get("@type")
            if types in ("WebSite", "NewsMediaOrganization"):
                name = read_name(node)
                if name:
                    return name
    return None


def load(script: str) -> object:
    """Parse a script; None when it is broken. Newlines inside strings, a common fault, are forgiven."""
    text = script.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    try:
        loaded: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return loaded


def walk(value: object) -> Iterator[Node]:
    """Yield the objects at the top of a value and in its graphs, outermost first."""
    waiting = [value]
    for _ in range(MAX_NODES):
        if not waiting:
            return
        value = waiting.pop(0)
        if isinstance(value, list):
            waiting = [*value, *waiting]
        elif isinstance(value, dict):
            yield value
            waiting = [value[key] for key in ("@graph", "mainEntity") if key in value] + waiting


def is_article(node: Node) -> bool:
    """Tell whether an object describes an article."""
    types = node.get("@type")
    found = {types} if isinstance(types, str) else set(filter(_is_text, types or ()))
    return bool(found & ARTICLE_TYPES)


def _is_text(value: object) -> bool:
    """Tell whether a value is a string."""
    return isinstance(value, str)


def read_text(node: Node, key: str) -> str | None:
    """Return a string of an object; the first of a list."""
    value = node.get(key)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("@value") or value.get("@id")
    return value.strip() or None if isinstance(value, str) else None


def read_name(value: object) -> str | None:
    """Return the name of a person or organisation, written as an object, a list or a string."""
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        return read_text(value, "name")
    return value.strip() or None if isinstance(value, str) else None
