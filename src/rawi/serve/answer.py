"""How a page answers: as HTML in the reader's language, or as its `.json` twin at the same address.

A page function makes an `Answer`: the record is the twin, word for word; the template gets it with the
objects behind it. Both say the same, since both are made of the same rows.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TypeVar
from urllib.parse import quote, urlencode

import msgspec
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

import rawi
from rawi.archive import Archive
from rawi.index.keywords import name_field
from rawi.index.store import Store
from rawi.serve import days
from rawi.serve.cards import cut_short, link_passage, name_entity
from rawi.serve.hidden import show_plain
from rawi.serve.interface import Interface, choose_interface
from rawi.serve.render import show, tell_direction

Row = TypeVar("Row")

HERE = Path(__file__).parent
SETTINGS = ("ui", "digits", "calendar", "keys")
SETTING_LASTS = 60 * 60 * 24 * 365  # seconds


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows: its template, the record its twin holds, and what only the template needs."""

    template: str
    record: Mapping[str, object]
    context: Mapping[str, object] = field(default_factory=dict)
    status: int = 200


@dataclass(frozen=True, slots=True)
class Visit:
    """One request with all a page needs of it: the archive, the reader's wishes, the address."""

    request: Request
    archive: Archive
    ui: Interface

    @property
    def store(self) -> Store:
        """What the archive answers from."""
        return self.archive.store

    def ask(self, name: str, otherwise: str = "") -> str:
        """A value of the address (`?name=value`), without surrounding space."""
        return self.request.query_params.get(name, otherwise).strip()

    def ask_number(self, name: str, otherwise: int, highest: int = 1_000_000) -> int:
        """A whole number of the address, from 1 up; what is no such number counts as not given."""
        value = self.ask(name)
        return min(int(value), highest) if value.isdecimal() and int(value) else otherwise

    def path(self, name: str) -> str:
        """A part of the address's path."""
        return str(self.request.path_params[name])


def take_page(
    visit: Visit, list_rows: Callable[..., Sequence[Row]], size: int
) -> tuple[Sequence[Row], int, int]:
    """Take the page of a list the address asks for; return its rows, its number, and the pages known of.

    One row more than is shown tells whether there is a next page.
    """
    page = visit.ask_number("page", 1)
    rows = list_rows(limit=size + 1, offset=(page - 1) * size)
    return rows[:size], page, page + (len(rows) > size)


# A page answers with what it shows, or leads elsewhere.
Page = Callable[[Visit], Answer | RedirectResponse]


@cache
def environment() -> Environment:
    """The templates; everything put into them is escaped."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        finalize=contain,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        show=show,
        short=cut_short,
        plain=show_plain,
        direction=tell_direction,
        passage=link_passage,
        segment=lambda text: quote(text, safe=""),
    )
    made.globals.update(
        version=rawi.__version__,
        days=days,
        name_entity=name_entity,
        name_field=name_field,
        quoted=quote_value,
    )
    return made


def contain(value: object) -> object:
    r"""Name the hidden characters of whatever a template prints that `render` has not made.

    >>> contain("a\u202eb")
    'a[U+202E]b'
    """
    return show_plain(value) if type(value) is str else value


def write_answer(visit: Visit, answer: Answer) -> Response:
    """Write an answer as HTML, or as JSON when the address ends in `.json`."""
    if visit.request.url.path.endswith(".json"):
        return Response(
            write_json(answer.record), answer.status, media_type="application/json; charset=utf-8"
        )
    page = environment().get_template(answer.template)
    html = page.render(
        ui=visit.ui,
        t=visit.ui.say,
        archive_name=visit.archive.path.name,
        show_day=lambda iso: days.show_day(visit.ui, iso),
        day_words=lambda iso: days.day_words(visit.ui, iso),
        here=Here(visit.request),
        record=answer.record,
        **answer.context,
    )
    # A lone surrogate cannot be sent; it is shown as a box in texts, and here stands in an attribute at most.
    response = HTMLResponse(html.encode("utf-8", "replace"), answer.status)
    for name in SETTINGS:
        if (asked := visit.request.query_params.get(name)) and asked.isalpha():
            response.set_cookie(name, asked, SETTING_LASTS, samesite="lax", httponly=True)
    return response


def make_visit(request: Request) -> Visit:
    """Read a reader's wishes from a request."""
    accepted = request.headers.get("accept-language", "")
    ui = choose_interface(request.query_params, request.cookies, accepted)
    return Visit(request, request.app.state.archive, ui)


def quote_value(value: str) -> str:
    r"""Quote a value for the query language, as in `outlet:"…"`.

    >>> quote_value('a "b"')
    '"a \\"b\\""'
    """
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def write_json(record: object) -> bytes:
    r"""Write a record as JSON; lone surrogates, which UTF-8 cannot hold, are escaped.

    >>> write_json({"a": "آ"}).decode()
    '{"a": "آ"}'
    >>> write_json({"a": "\ud800"})
    b'{"a": "\\ud800"}'
    """
    plain = msgspec.to_builtins(record)
    try:
        return json.dumps(plain, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(plain).encode()


def write_data_block(identity: str, value: object) -> Markup:
    """Write JSON into a page as a data block; no browser runs it, and nothing in it can end it."""
    safe = json.dumps(msgspec.to_builtins(value)).replace("<", "\\u003c")
    return Markup('<script type="application/json" id="{}">{}</script>').format(
        identity, Markup(safe)
    )


@dataclass(frozen=True, slots=True)
class Here:
    """The address of the page, for links that change one part of it."""

    request: Request

    def __call__(self, **changes: object) -> str:
        """The same address with some values changed; None takes a value away."""
        values = dict(self.request.query_params)
        for name, value in changes.items():
            if value is None:
                values.pop(name, None)
            else:
                values[name] = str(value)
        path = quote(self.request.url.path)
        return f"{path}?{urlencode(values)}" if values else path

    @property
    def twin(self) -> str:
        """The address of the page's JSON twin."""
        path = "/index" if self.request.url.path == "/" else quote(self.request.url.path)
        query = self.request.url.query
        return f"{path}.json?{query}" if query else f"{path}.json"
