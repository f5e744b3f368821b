"""A builder of small PDFs for tests: glyphs where the test wants them, named as the test wants them."""

import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

EM = 0.5  # the advance of every glyph, in ems
WIDTH, HEIGHT = 595, 842
_RUN = re.compile(r"([A-Za-z0-9]+(?:[ .:/][A-Za-z0-9]+)*)")


@dataclass
class Font:
    """A font with two-byte codes; `names` is its ToUnicode table, `widths` advances in thousandths of an em."""

    names: Mapping[int, str]
    widths: Mapping[int, int] = field(default_factory=dict)
    base: str = "ABCDEF+Test"


@dataclass
class PdfBuilder:
    """Collects what is drawn on pages and writes the file."""

    fonts: Sequence[Font]
    pages: list[list[str]] = field(default_factory=lambda: [[]])
    rotate: int = 0
    image_pages: frozenset[int] = frozenset()

    def show(
        self, codes: Sequence[int], x: float, y: float, *, size: float = 12, font: int = 0
    ) -> None:
        """Draw codes from left to right, the first at x; y counts from the upper edge."""
        shown = "".join(f"{code:04x}" for code in codes)
        self.draw(f"BT /F{font} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm <{shown}> Tj ET")

    def draw(self, operators: str) -> None:
        """Add operators to the page."""
        self.pages[-1].append(operators)

    def state(self, text: str, operators: str) -> None:
        """Draw under /ActualText."""
        said = ("\ufeff" + text).encode("utf-16-be").hex()
        self.draw(f"/Span << /ActualText <{said}> >> BDC {operators} EMC")

    def new_page(self) -> None:
        """Begin another page."""
        self.pages.append([])

    def build(self) -> bytes:
        """Return the bytes of the file."""
        objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
        fonts = " ".join(
            f"/F{number} {self._add_font(objects, font)} 0 R"
            for number, font in enumerate(self.fonts)
        )
        image = self._add_stream(
            objects,
            b"\xff" * 4,
            "/Type /XObject /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray"
            " /BitsPerComponent 8",
        )
        kids = []
        for number, page in enumerate(self.pages):
            content = "\n".join(page)
            if number in self.image_pages:
                content = f"q {WIDTH} 0 0 {HEIGHT} 0 0 cm /Im Do Q\n" + content
            stream = self._add_stream(objects, content.encode())
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
                f" /Rotate {self.rotate} /Contents {stream} 0 R /Resources"
                f" << /Font << {fonts} >> /XObject << /Im {image} 0 R >> >> >>".encode()
            )
            kids.append(f"{len(objects)} 0 R")
        objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
        return write_objects(objects)

    def _add_font(self, objects: list[bytes], font: Font) -> int:
        names = "".join(
            f"<{code:04x}> <{text.encode('utf-16-be').hex()}>\n"
            for code, text in font.names.items()
        )
        table = self._add_stream(
            objects,
            "/CIDInit /ProcSet findresource begin begincmap\n"
            "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
            f"{len(font.names)} beginbfchar\n{names}endbfchar\nendcmap".encode(),
        )
        widths = " ".join(f"{code} [{width}]" for code, width in font.widths.items())
        objects.append(
            f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{font.base} /DW {int(EM * 1000)}"
            f" /W [{widths}] /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity)"
            " /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor"
            f" /FontName /{font.base} /Flags 4 >> >>".encode()
        )
        descendant = len(objects)
        objects.append(
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{font.base} /Encoding /Identity-H"
            f" /DescendantFonts [{descendant} 0 R] /ToUnicode {table} 0 R >>".encode()
        )
        return len(objects)

    def _add_stream(self, objects: list[bytes], data: bytes, entries: str = "") -> int:
        packed = zlib.compress(data)
        objects.append(
            f"<< {entries} /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode()
            + packed
            + b"\nendstream"
        )
        return len(objects)


def write_objects(objects: Sequence[bytes]) -> bytes:
    """Write numbered objects with their cross-reference table."""
    data = b"%PDF-1.5\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return data + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (len(objects) + 1, table, len(objects) + 1, len(data))
    )


def make_font(text: str) -> Font:
    """Make a font whose codes are the characters of a text, named as what they are."""
    return Font({ord(character): character for character in sorted(set(text))})


def typeset(builder: PdfBuilder, line: str, *, right: float, y: float, size: float = 12) -> None:
    """Draw a right-to-left line as a producer without any notion of text would: glyph by glyph.

    Numbers and Latin words keep their order; everything else is laid from the right.
    """
    shown: list[str] = []
    for run in _RUN.split(line):
        shown += reversed(run) if _RUN.fullmatch(run) else run
    builder.show(
        [ord(character) for character in reversed(shown)],
        right - len(shown) * EM * size,
        y,
        size=size,
    )
