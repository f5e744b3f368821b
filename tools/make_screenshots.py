"""Take the pictures of the documentation: the bundled sample, as a reader sees it in Chromium.

`python tools/make_screenshots.py` writes docs/img/*.png anew. It needs the development tools and Chromium.
"""

import shutil
import tempfile
import threading
import time
from pathlib import Path
from typing import NamedTuple

import uvicorn
from playwright.sync_api import Browser, sync_playwright

from rawi.archive import Archive
from rawi.serve.app import create_app

ROOT = Path(__file__).resolve().parents[1]
PICTURES = ROOT / "docs" / "img"
WIDE, NARROW = (1280, 860), (375, 812)


class Shot(NamedTuple):
    """A picture: its file name, what it shows, in which language, how large, in the light or the dark."""

    name: str
    address: str
    language: str
    size: tuple[int, int] = WIDE
    scheme: str = "light"


def list_shots(archive: Archive) -> list[Shot]:
    """The pictures of the sample archive."""
    store = archive.store
    row = next(
        row
        for row in map(store.row, store.document_ids())
        if row.path and row.path.endswith("01-football-fa.txt")
    )
    assert row.story
    assert row.report
    people = max(store.people(), key=lambda person: (len(person.entity.names), person.said))
    busiest = max(store.days(), key=lambda day: (day.quotations, day.day))
    return [
        Shot("home-wide", "/", "fa"),
        Shot("search-wide", "/s?q=kind:direct", "fa"),
        Shot("search-narrow", "/s?q=kind:direct", "ar", NARROW),
        Shot("lines-wide", "/s?q=داوران&view=lines&sort=before", "fa"),
        Shot("nothing-narrow", "/s?q=«داور خوب با قانون ساخته می\u200cشود»", "fa", NARROW),
        Shot("document-wide", f"/d/{row.id}", "fa"),
        Shot("document-dark", f"/d/{row.id}?layer=quotations&layer=repairs", "en", WIDE, "dark"),
        Shot("story-wide", f"/st/{row.story}", "fa"),
        Shot("story-narrow", f"/st/{row.story}", "ar", NARROW),
        Shot("report-wide", f"/r/{row.report}", "en"),
        Shot("person-wide", f"/p/{people.entity.id}", "en"),
        Shot("day-wide", f"/t/{busiest.day}", "ar"),
        Shot("days-wide", "/t", "fa"),
    ]


def take(browser: Browser, base: str, shot: Shot) -> None:
    """Take one picture."""
    context = browser.new_context(
        viewport={"width": shot.size[0], "height": shot.size[1]},
        color_scheme="dark" if shot.scheme == "dark" else "light",
        extra_http_headers={"Accept-Language": shot.language},
    )
    page = context.new_page()
    page.goto(base + shot.address, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    page.screenshot(path=PICTURES / f"{shot.name}.png")
    context.close()


def main() -> None:
    """Make the archive, serve it, take all pictures."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    PICTURES.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        Archive.open(Path(folder) / "sample.rawi", create=True) as archive,
    ):
        list(archive.add([ROOT / "sample"], jobs=1))
        app = create_app(archive)
        server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        base = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            for shot in list_shots(archive):
                take(browser, base, shot)
            browser.close()
        server.should_exit = True
        thread.join()


if __name__ == "__main__":
    main()
