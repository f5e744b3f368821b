"""A page of a PDF as a picture; the one address that answers with neither HTML nor JSON."""

from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from rawi.errors import MissingError, ReadError
from rawi.facts import Document
from rawi.serve.answer import make_visit
from rawi.serve.pictures import draw_page


async def show_picture(request: Request) -> Response:
    """Answer `/d/<id>/page/<n>.png`.

    Raises:
        MissingError: there is no such document, or it is no PDF.
    """
    visit = make_visit(request)
    document = visit.store.get(visit.path("document")).document
    number = int(visit.path("number"))
    if not 1 <= number <= count_pages(document):
        raise MissingError(f"document {document.id} has no page {number}")
    assert document.origin is not None
    data = visit.archive.blobs.get(document.origin.sha256)
    try:
        # Drawing waits for another process; the loop goes on meanwhile.
        png = await run_sync(draw_page, data, number)
    except ReadError as error:
        return PlainTextResponse(error.detail, 502)
    return Response(png, media_type="image/png")


def count_pages(document: Document) -> int:
    """How many pages of a document can be drawn: 0 when it is no PDF."""
    if document.origin is None or document.origin.reader != "pdf":
        return 0
    return max((block.page or 0 for block in document.blocks), default=0)
