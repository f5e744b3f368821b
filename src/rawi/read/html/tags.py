"""Which tags of HTML bound a line, and which hold no text."""

BLOCK_TAGS = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "col",
    "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
    "hr", "html", "legend", "li", "main", "menu", "nav", "noscript", "ol", "optgroup", "option",
    "p", "pre", "section", "select", "summary", "table", "tbody", "td", "template", "textarea",
    "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
SKIPPED_TAGS = frozenset({
    "script", "style", "template", "svg", "math", "iframe", "object", "embed", "applet", "head",
    "title", "meta", "link", "audio", "video", "canvas", "map", "area", "param", "source", "track",
    "datalist",
})  # fmt: skip
BOLD_TAGS = frozenset({"b", "strong"})
SIDE_BY_SIDE = frozenset({"a", "span", "i", "img", "em", "b", "strong"})  # before a link
HEADINGS = {f"h{level}": level for level in range(1, 7)}
