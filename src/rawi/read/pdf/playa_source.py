"""Glyphs from playa-pdf: /ActualText, drawing order, hidden text, turned text, limits.

Rules kept here (names as in docs/1-read-pdf.md): *actual text* (one cluster for all glyphs under it),
*shapeless words* (an OCR layer is taken word by word), *turned text* (each direction of writing is laid
upright by itself).
"""

import logging
import zlib
from collections.abc import Iterator

import playa
from playa.content import ContentObject, ImageObject, MarkedContent, TextObject, XObjectObject
from playa.exceptions import PDFEncryptionError
from playa.page import Page
from playa.pdftypes import LITERALS_FLATE_DECODE, ContentStream
from playa.utils import decode_text as playa_decode_text

from rawi.errors import ReadError
from rawi.read.pdf.fonts import FontTable, Meaning
from rawi.read.pdf.glyphs import Glyph, Limits, PageGlyphs
from rawi.read.pdf.letters import INVISIBLE, classify
from rawi.read.pdf.pen import Pen
from rawi.read.pdf.unlock import unlock

# playa logs each oddity of a file; without a handler Python would print them to the user's terminal.
logging.getLogger("playa").addHandler(logging.NullHandler())

WANTED = (TextObject, ImageObject, XObjectObject)
WHITE = 0.96  # of 1
MAX_FORM_DEPTH = 12


class PlayaSource:
    """The default `GlyphSource`."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()

    def pages(self, data: bytes) -> Iterator[PageGlyphs]:
        """Yield the pages in order, at most as many as the limits allow."""
        try:
            document = open_document(data)
            pages = document.pages
            count = len(pages)
        except ReadError:
            raise
        except (MemoryError, RecursionError) as error:
            raise ReadError("too_large", "the PDF unpacks to more than may be read") from error
        except Exception as error:  # foreign bytes meet a foreign library
            raise ReadError("broken", f"no sound PDF: {error}") from error
        fonts: dict[int, FontTable] = {}
        left = self.limits.glyphs
        for number, page in enumerate(pages, 1):
            if number > self.limits.pages or left <= 0:
                cut = f"only the first {number - 1:,} of {count:,} pages were read"
                yield PageGlyphs(number, 0, 0, problem=("truncated", cut))
                return
            found = PageReader(page, number, fonts, self.limits).read()
            left -= len(found.glyphs)
            yield found


def open_document(data: bytes) -> playa.Document:
    """Open a file, in the clear if it is locked to nobody."""
    try:
        return playa.parse(data)
    except PDFEncryptionError:
        return playa.parse(unlock(data))


class PageReader:
    """Collects the glyphs of one page."""

    def __init__(
        self, page: Page, number: int, fonts: dict[int, FontTable], limits: Limits
    ) -> None:
        self.page = page
        self.fonts = fonts
        self.limits = limits
        self.found = PageGlyphs(number, page.width, page.height)
        self.forms_left = limits.forms
        self.images = 0.0
        self.section: MarkedContent | None = None  # with /ActualText, being drawn
        self.cluster: Glyph | None = None
        self.seen = 0
        self.invisible = 0

    def read(self) -> PageGlyphs:
        """Read the page; a page that breaks off keeps what came before."""
        try:
            self._check_streams()
            self._walk(self.page.interp(filter_classes=WANTED), ())
        except ReadError as error:
            self.found.problem = (error.reason, error.detail)
        except (MemoryError, RecursionError):
            self.found.problem = ("too_large", "the page unpacks to more than may be read")
        except Exception as error:  # noqa: BLE001 - foreign bytes meet a foreign library
            self.found.problem = ("broken", f"the page breaks off: {error}")
        area = max(1.0, self.found.width * self.found.height)
        self.found.image_share = min(1.0, self.images / area)
        glyphs = self.found.glyphs
        if self.invisible and self.invisible >= 0.9 * self.seen and self.found.image_share > 0.5:
            self.found.ocr_layer = True
            for glyph in glyphs:
                glyph.hidden = False
        return self.found

    def _check_streams(self) -> None:
        for stream in self.page.streams:
            self._count_bytes(stream)

    def _count_bytes(self, stream: ContentStream) -> None:
        """Add up what is drawn on the page; its parts together may be as large as one."""
        limit = self.limits.stream_bytes
        self.found.drawn_bytes += check_size(stream, limit)
        if self.found.drawn_bytes > limit:
            raise ReadError("too_large", f"a page unpacks to more than {limit >> 20} MiB")

    def _walk(self, items: Iterator[ContentObject], above: tuple[int, ...]) -> None:
        for item in items:
            if isinstance(item, TextObject):
                start = len(self.found.glyphs)
                self._add_text(item)
                if is_white(item.gstate.ncolor.values):
                    for glyph in self.found.glyphs[start:]:
                        glyph.faint = True
                if len(self.found.glyphs) > self.limits.page_glyphs:
                    raise ReadError("too_large", "the page has more glyphs than may be read")
            elif isinstance(item, XObjectObject):
                self._enter_form(item, above)
            elif isinstance(item, ImageObject):
                x0, y0, x1, y1 = item.bbox or (0, 0, 0, 0)
                self.images += abs(x1 - x0) * abs(y1 - y0)

    def _enter_form(self, form: XObjectObject, above: tuple[int, ...]) -> None:
        identity = form.stream.objid or id(form.stream)
        if identity in above or len(above) >= MAX_FORM_DEPTH:
            return
        self.forms_left -= 1
        if self.forms_left < 0:
            raise ReadError("too_large", "the page draws more forms than may be read")
        self._count_bytes(form.stream)
        self._walk(form.interp(filter_classes=WANTED), (*above, identity))

    def _table(self, text: TextObject) -> FontTable | None:
        font = text.gstate.font
        if font is None:
            return None
        table = self.fonts.get(id(font))
        if table is None:
            table = self.fonts[id(font)] = FontTable(font, len(self.fonts))
        return table

    def _add_text(self, text: TextObject) -> None:
        table = self._table(text)
        if table is None:
            return
        section = find_actual_text(text)
        pen = Pen.at(text, table, self.page)
        if section is None and table.shapeless:
            self._add_word(text, table, pen)
            return
        if section is None or section is not self.section:
            self.cluster = None
        self.section = section
        stated = None if section is None else decode_text(section.props["ActualText"])
        for meaning, x0, x1 in pen.draw(text, table):
            self.seen += 1
            self.invisible += pen.hidden
            if stated is not None:
                self._add_stated(stated, meaning, x0, x1, table, pen)
                continue
            self.found.glyphs.append(
                Glyph(
                    meaning.text, meaning.kind, x0, x0 if meaning.invisible else x1, pen.v,
                    pen.size, table.key, meaning.code, self.seen, False, meaning.filler,
                    pen.hidden, pen.turn, meaning.recovered,
                    meaning.middle is not None,
                )
            )  # fmt: skip

    def _add_stated(
        self, stated: str, meaning: Meaning, x0: float, x1: float, table: FontTable, pen: Pen
    ) -> None:
        """Add a glyph under /ActualText: all glyphs of one section make one cluster."""
        cluster = self.cluster
        if cluster is not None:
            if cluster.x0 == cluster.x1 and cluster.text.strip(INVISIBLE):
                # A mark was drawn first, above or below the line: the letter tells where the cluster stands.
                cluster.x0, cluster.x1, cluster.y = x0, x1, pen.v
            # A section that runs over two lines states its text once, where it begins.
            elif abs(cluster.y - pen.v) < pen.size / 2:
                cluster.x0, cluster.x1 = min(cluster.x0, x0), max(cluster.x1, x1)
            return
        if not stated.strip(INVISIBLE):
            x1 = x0
        self.cluster = Glyph(
            stated, classify(stated), x0, x1, pen.v, pen.size, table.key, meaning.code,
            self.seen, True, False, pen.hidden, pen.turn,
        )  # fmt: skip
        if stated:
            self.found.glyphs.append(self.cluster)

    def _add_word(self, text: TextObject, table: FontTable, pen: Pen) -> None:
        """Add one shown string of an OCR layer: a word in logical order, whatever its glyphs' order."""
        drawn = list(pen.draw(text, table))
        said = "".join(meaning.text for meaning, _, _ in drawn if not meaning.filler)
        self.section = self.cluster = None
        if not drawn or not said.strip():
            return
        x0, x1 = min(place[1] for place in drawn), max(place[2] for place in drawn)
        for part, left, right in ((said.strip(), x0, x1), (" ", x0 - 0.01, x0 - 0.01)):
            if part == " " and said == said.strip():
                continue
            self.seen += 1
            self.invisible += pen.hidden
            self.found.glyphs.append(
                Glyph(
                    part, classify(part), left, right, pen.v, pen.size, table.key, -1,
                    self.seen, True, False, pen.hidden, pen.turn,
                )
            )  # fmt: skip


def is_white(values: tuple[float, ...]) -> bool:
    """Tell whether a colour of one (grey), three (RGB) or four (CMYK) components is white.

    >>> is_white((1.0,)), is_white((1.0, 0.0, 0.0)), is_white((0.0, 0.0, 0.0, 0.0))
    (True, False, True)
    """
    if len(values) == 4:
        return max(values) < 1 - WHITE
    return len(values) in (1, 3) and min(values) > WHITE


def find_actual_text(text: TextObject) -> MarkedContent | None:
    """Return the innermost marked-content section around a text that states its text."""
    section: MarkedContent
    for section in reversed(text.mcstack):
        if isinstance(section.props.get("ActualText"), bytes):
            return section
    return None


def decode_text(stated: object) -> str:
    """Decode a PDF text string."""
    if not isinstance(stated, bytes):
        return str(stated)
    if stated[:2] == b"\xfe\xff":
        return stated[2:].decode("utf-16-be", "replace")
    if stated[:2] == b"\xff\xfe":
        return stated[2:].decode("utf-16-le", "replace")
    if stated[:3] == b"\xef\xbb\xbf":
        return stated[3:].decode("utf-8", "replace")
    return playa_decode_text(stated)


def check_size(stream: ContentStream, limit: int) -> int:
    """Unpack a stream piece by piece, see that it stays within the limit, and return its size.

    playa unpacks a stream in one go; a bomb of a few kilobytes would take all memory there is.

    Raises:
        ReadError: it does not.
    """
    data = stream.rawdata
    for name, _ in stream.get_filters():
        if len(data) > limit or name not in LITERALS_FLATE_DECODE:
            break
        try:
            data = zlib.decompressobj().decompress(data, limit + 1)
        except zlib.error:
            break  # damaged: playa saves what can be saved, and no bomb is damaged
    if len(data) > limit:
        raise ReadError("too_large", f"a page unpacks to more than {limit >> 20} MiB")
    return len(data)
