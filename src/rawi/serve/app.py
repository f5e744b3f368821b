"""The web application: which address shows which page."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from markupsafe import Markup
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from rawi.archive import Archive
from rawi.errors import CalendarError, MissingError, QueryError, RawiError, StoreError
from rawi.index.keywords import name_field
from rawi.serve.answer import Answer, Page, Visit, make_visit, write_answer
from rawi.serve.pages.about import show_about
from rawi.serve.pages.days import show_calendar, show_one_day
from rawi.serve.pages.document import find_passage, show_document
from rawi.serve.pages.home import show_home
from rawi.serve.pages.people import list_people, show_person
from rawi.serve.pages.picture import show_picture
from rawi.serve.pages.report import show_report
from rawi.serve.pages.search import show_search
from rawi.serve.pages.sources import show_sources
from rawi.serve.pages.story import list_stories, show_story
from rawi.serve.render import show
from rawi.serve.safety import LocalGuard

STATIC = Path(__file__).parent / "static"

# Every address answers twice: as a page, and with `.json` behind it as a record.
PAGES: dict[str, Page] = {
    "/index": show_home,
    "/s": show_search,
    "/d/{document}/passage": find_passage,
    "/d/{document}": show_document,
    "/r/{report}": show_report,
    "/st": list_stories,
    "/st/{story}": show_story,
    "/p": list_people,
    "/p/{entity}": show_person,
    "/t": show_calendar,
    "/t/{day}": show_one_day,
    "/src": show_sources,
    "/about": show_about,
}


def create_app(archive: Archive) -> Starlette:
    """Make the application that shows an archive; it only reads."""
    routes: list[BaseRoute] = [
        Route("/", endpoint(show_home)),
        # Asked for by browsers beside a JSON twin, which cannot name an icon of its own.
        Route("/favicon.ico", lambda _: RedirectResponse("/static/rawi.svg", 308)),
        Route("/d/{document}/page/{number:int}.png", show_picture),
    ]
    for path, page in PAGES.items():
        routes += [Route(f"{path}.json", endpoint(page)), Route(path, endpoint(page))]
    routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    app = Starlette(
        routes=routes,
        middleware=[Middleware(LocalGuard)],
        exception_handlers={
            MissingError: explain(404, "page.not_in_archive"),
            StoreError: explain(503, "page.store_fails"),
            QueryError: explain(400, "page.bad_query"),
            CalendarError: explain(400, "page.no_such_day"),
            HTTPException: explain(404, "page.not_found"),
            Exception: explain(500, "page.failed"),
        },
    )
    app.state.archive = archive
    return app


def endpoint(page: Page) -> Callable[[Request], Awaitable[Response]]:
    """Make a Starlette endpoint of a page.

    It runs in the loop itself: the archive has one reader, and its connection stays in one thread.
    """

    async def respond(request: Request) -> Response:
        visit = make_visit(request)
        answer = page(visit)
        return answer if isinstance(answer, Response) else write_answer(visit, answer)

    return respond


def say_fault(visit: Visit, error: Exception) -> Markup | None:
    """Say in the reader's language what is wrong with a query; None when there are no words for it."""
    if not isinstance(error, QueryError) or not visit.ui.knows(f"query.{error.fault}"):
        return None
    words = {
        name: Markup("  ").join(
            show(name_keyword(word, visit.ui.language) if name == "fields" else word)
            for word in said.splitlines()
        )
        for name, said in error.words.items()
    }
    return visit.ui.say(f"query.{error.fault}", **words)


def name_keyword(written: str, language: str) -> str:
    """A field of queries as readers of a language may write it, `by:` as `گوینده:`; as it is where it has no name there.

    >>> name_keyword("by:", "fa"), name_keyword("forms:", "de")
    ('گوینده:', 'forms:')
    """
    field = written.removesuffix(":")
    return f"{name_field(field, language) or field}:"


def explain(status: int, message: str) -> Callable[[Request, Exception], Response]:
    """Make a handler that says what is wrong and where to go on."""

    def handle(request: Request, error: Exception) -> Response:
        visit = make_visit(request)
        # What else goes wrong is a fault of the program: its kind is shown, the rest is in the terminal.
        detail = str(error) if isinstance(error, RawiError) else type(error).__name__
        detail = "" if isinstance(error, HTTPException) else detail
        record = {"error": str(visit.ui.say(message)), "detail": detail or None}
        context = {"message": message, "detail": say_fault(visit, error) or detail, "section": None}
        return write_answer(visit, Answer("error.html", record, context, status))

    return handle
