"""Pictures of PDF pages, for the reader who wants to see what the outlet printed.

PDFium may crash on a hostile file, so each page is drawn in a process of its own, with limits on memory and
time; what goes wrong there is one missing picture.
"""

import subprocess
import sys

from rawi.errors import ReadError
from rawi.read.limits import Limits, grant_time, limit_memory

SECONDS = 20  # a page of a newspaper takes one or two
CHILD = "from rawi.serve.pictures import main; main()"


def draw_page(data: bytes, page: int) -> bytes:
    """Draw a page (counted from 1) of a PDF as PNG.

    Raises:
        ReadError: the page cannot be drawn, or not in time.
    """
    try:
        # -P keeps the current folder, which may hold anything, off the import path.
        done = subprocess.run(
            [sys.executable, "-P", "-c", CHILD, str(page)],
            input=data,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise ReadError("too_slow", f"page {page} was not drawn in {SECONDS} seconds") from error
    if done.returncode:
        detail = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise ReadError("broken", detail or f"page {page} cannot be drawn")
    return done.stdout


def main() -> None:
    """Draw one page: the PDF on standard input, its number as argument, the PNG on standard output."""
    limits = Limits(cpu_seconds=SECONDS)
    limit_memory(limits)
    grant_time(limits)
    from rawi.read.pdf.render import render_page

    try:
        sys.stdout.buffer.write(render_page(sys.stdin.buffer.read(), int(sys.argv[1])))
    except ReadError as error:
        sys.exit(error.detail)
