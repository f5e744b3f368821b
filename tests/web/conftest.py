"""A real Chromium before a real server with the sample archive; skipped nowhere, since `make test` brings both."""

import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from rawi.archive import Archive
from rawi.facts import Document
from rawi.serve.app import create_app

SAMPLE = Path(__file__).parents[2] / "sample"
HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>\u202egnp.exe'
WIDE, NARROW, NARROWEST = (1280, 900), (375, 800), (320, 700)


@dataclass
class Site:
    """A running server and what its archive holds."""

    base: str
    archive: Archive
    pages: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with Archive.open(tmp_path_factory.mktemp("web") / "sample.rawi", create=True) as archive:
        list(archive.add([SAMPLE], jobs=1))
        hostile = Document(
            "hostile", f"{HOSTILE}\nدر باغ «آب\u202e هست» گفت.", HOSTILE, title=HOSTILE
        )
        list(archive.add_found([hostile], jobs=1))
        server = uvicorn.Server(
            uvicorn.Config(create_app(archive), port=0, log_level="error", lifespan="off")
        )
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        site = Site(f"http://127.0.0.1:{port}", archive)
        site.pages = find_pages(site)
        yield site
        server.should_exit = True
        thread.join()


def find_pages(site: Site) -> dict[str, str]:
    """One address of every kind of page."""
    store = site.archive.store
    story = max(store.stories(), key=lambda row: (len(row.languages), row.documents, row.id))
    document = next(m for m in store.story(story.id).members if store.row(m).language == "fa")
    report = max(store.reports(), key=lambda report: (len(report.members), report.id))
    rows = [store.row(name) for name in store.document_ids()]
    pdf = next(row.id for row in rows if row.path and row.path.endswith("-fa.pdf"))
    return {
        "home": "/",
        "search": "/s",
        "found": "/s?q=lang:fa",
        "empty": "/s?q=ناپیدا+lang:ar",
        "document": f"/d/{document}",
        "original": f"/d/{document}?text=original",
        "pdf": f"/d/{pdf}",
        "hostile": "/d/hostile",
        "story": f"/st/{story.id}",
        "stories": "/st",
        "report": f"/r/{report.id}",
        "people": "/p",
        "person": f"/p/{store.people()[0].entity.id}",
        "days": "/t",
        "day": f"/t/{max(store.days(), key=lambda row: row.quotations).day}",
        "sources": "/src",
        "about": "/about",
    }


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser")
    assert found, "chromium is not installed; tools/test.sh installs it"
    with sync_playwright() as playwright:
        # A sandbox needs a user namespace, which root in a container does not have.
        opened = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield opened
        opened.close()


class Visits:
    """Opens pages of the site, and listens: no complaint on the console, nothing loaded from elsewhere."""

    def __init__(self, browser: Browser, site: Site) -> None:
        self.browser, self.site = browser, site
        self.complaints: list[str] = []
        self.contexts: list[BrowserContext] = []

    def __call__(self, name: str, *, suffix: str = "", **options: Any) -> Page:
        """Open one page in a browser of its own."""
        page = self._start(**options)
        page.goto(self.site.base + self.site.pages[name] + suffix)
        return page

    def all(self, **options: Any) -> Iterator[tuple[str, Page]]:
        """Open every kind of page, one after the other, in one browser."""
        page = self._start(**options)
        for name, address in self.site.pages.items():
            page.goto(self.site.base + address)
            yield name, page

    def _start(self, *, size: tuple[int, int] = WIDE, language: str = "fa", **options: Any) -> Page:
        """A browser window with its listeners."""
        context = self.browser.new_context(
            viewport={"width": size[0], "height": size[1]},
            extra_http_headers={"Accept-Language": language},
            **options,
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: self.complaints.append(f"{page.url}: {m.text}"))
        page.on("pageerror", lambda e: self.complaints.append(f"{page.url}: {e}"))
        page.on("dialog", lambda d: self.complaints.append(f"{page.url}: {d.message}"))
        page.on("request", self._note_request)
        return page

    def _note_request(self, request: Request) -> None:
        """Complain of a request to anywhere else."""
        if not request.url.startswith(self.site.base):
            self.complaints.append(request.url)


def follow(page: Page, selector: str) -> None:
    """Click what leads to another page, and wait until that one has loaded: a click alone does not wait for it."""
    with page.expect_navigation():
        page.click(selector)


@pytest.fixture
def open_page(browser: Browser, site: Site) -> Iterator[Visits]:
    """Open a page of the site; afterwards nothing may have been complained of."""
    visits = Visits(browser, site)
    yield visits
    for context in visits.contexts:
        context.close()
    assert not visits.complaints


@pytest.fixture(scope="session")
def sizes() -> dict[str, tuple[int, int]]:
    return {"wide": WIDE, "narrow": NARROW, "narrowest": NARROWEST}
