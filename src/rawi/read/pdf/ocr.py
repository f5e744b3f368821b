"""Read pictures of pages with tesseract: words with places and confidences, as glyphs for the later steps.

Tesseract runs as a program of its own for each page, with the model of the page's language: the wrong model
costs four times the errors. Pictures are made so that an em has 25 to 33 pixels; more makes tesseract
drop lines.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from statistics import median

from rawi.errors import ReadError
from rawi.read.pdf.glyphs import Glyph, PageGlyphs
from rawi.read.pdf.letters import classify
from rawi.read.pdf.missed import find_left_out
from rawi.read.pdf.render import POINTS_PER_INCH, Picture, draw_page, encode_pnm, fit_scale

PROGRAM = "tesseract"
MODELS = {"fa": "fas", "ar": "ara", "en": "eng"}
# Pixels per inch at which 12 point type has an em of 25 pixels: the best of 150, 165, 185 and 200 on scans of
# sixteen files at 150 and at 200.
DPI = 150
# Type whose em, in pixels, is outside these bounds is drawn larger or smaller, up to so much (lines are about
# 1.4 ems high to tesseract).
SMALLEST_EM, BEST_EM, LARGEST_EM = 17, 26, 42
LINE_HEIGHT = 1.4
MOST_LARGER = 2.0
# So many letters tell the size of a page's type; none smaller than this, in points, was meant to be read.
TELLING, SMALLEST_TYPE = 50, 4.0
PAGE_SECONDS = 45
PARTED = 0.3  # ems between words, at least, that the next steps see a space
STRIP = (0.2, 0.45)  # of the height of a page
# Below this confidence (of 100) a word is reported; digits are always: one run in five is wrong.
TRUSTED = 60
NOISE = 40  # pages of text read with the wrong model still have a median of 65 and more
ARABIC_WORD = re.compile(r"\bو?[بفكل]?ال\w\w")
PERSIAN_WORD = re.compile(r"\b(?:که|در|به|از|را|است|این|با|می)\b")
# Share of words with the article, in pages read with the wrong model: Arabic 0.05 to 0.25, Persian below 0.01.
ARABIC_ARTICLES = 0.04
# How tesseract looks for lines, by its numbers.
WHOLE_PAGE, RAW_LINE = "3", "13"
LEFT_OUT = 10_000  # blocks of words from the second reading are numbered from here on
HELP = (
    "install tesseract with its Persian and Arabic models"
    " (Debian: apt install tesseract-ocr tesseract-ocr-fas tesseract-ocr-ara)"
)


@dataclass(frozen=True, slots=True)
class Sight:
    """How the pages of a file are looked at: their language, once known, and pixels per point."""

    language: str | None = None
    scale: float = DPI / POINTS_PER_INCH


@dataclass(frozen=True, slots=True)
class Word:
    """A word tesseract read; places in pixels, `line` numbers lines within the page."""

    text: str
    left: int
    top: int
    width: int
    height: int
    line: tuple[int, int, int]
    confidence: float


@cache
def find_models() -> tuple[str, ...]:
    """Return the models installed, empty if tesseract is not."""
    program = shutil.which(PROGRAM)
    if program is None:
        return ()
    listed = subprocess.run(
        [program, "--list-langs"], capture_output=True, check=False, timeout=PAGE_SECONDS
    )
    names = listed.stdout.decode("utf-8", "replace").split()
    return tuple(model for model in MODELS.values() if model in names)


def read_picture(data: bytes, page: PageGlyphs, sight: Sight) -> tuple[PageGlyphs, Sight]:
    """Read a page by OCR; return it with words for glyphs, and what was learned for the pages after it.

    Raises:
        ReadError: the page cannot be drawn, or tesseract fails.
    """
    sight = learn_sight(data, page, sight)
    picture = draw_page(data, page.number, sight.scale, gray=True)
    return read_drawn(picture, page, sight)


def learn_sight(data: bytes, page: PageGlyphs, sight: Sight) -> Sight:
    """Learn from a page how to look at its file, if that is not known yet.

    Raises:
        ReadError: as `read_picture`.
    """
    if sight.language is not None:
        return sight
    seen = look_first(data, page, sight)
    return Sight(seen.language, known_scale(page) or seen.scale)


def read_drawn(picture: Picture, page: PageGlyphs, sight: Sight) -> tuple[PageGlyphs, Sight]:
    """Read the picture of a page; a second time where its words show another language.

    Raises:
        ReadError: tesseract fails.
    """
    image = encode_pnm(picture)
    words = parse_words(run_tesseract(image, choose_model(sight.language)))
    language = guess_language(words) or sight.language
    if choose_model(language) != choose_model(sight.language):
        words = parse_words(run_tesseract(image, choose_model(language)))
    words += read_left_out(picture, words, choose_model(language))
    read = PageGlyphs(page.number, page.width, page.height, image_share=page.image_share)
    read.by_ocr = True
    read.glyphs = [] if is_noise(words) else make_glyphs(words, picture.scale)
    return read, Sight(language, sight.scale)


def read_left_out(picture: Picture, words: Sequence[Word], model: str) -> list[Word]:
    """Read the lines of a page that were left out at the first reading, with their places on the page."""
    em = find_em(words) or BEST_EM
    boxes = [(w.left, w.top, w.left + w.width, w.top + w.height) for w in words]
    found: list[Word] = []
    for number, (top, line) in enumerate(find_left_out(picture, boxes, em)):
        read = parse_words(run_tesseract(encode_pnm(line), model, mode=RAW_LINE))
        if read and median(word.confidence for word in read) >= TRUSTED:
            place = (LEFT_OUT + number, 1, 1)
            found += [replace(word, top=word.top + top, line=place) for word in read]
    return found


def is_noise(words: Sequence[Word]) -> bool:
    """Tell whether what was read are shapes in a photograph.

    >>> is_noise([Word("۲ا", 0, 0, 9, 9, (1, 1, 1), 21.0)])
    True
    """
    return not words or median(word.confidence for word in words) < NOISE


def look_first(data: bytes, page: PageGlyphs, sight: Sight) -> Sight:
    """Read a strip of a page to tell its language and the size of its type."""
    picture = draw_page(data, page.number, sight.scale, gray=True)
    words = parse_words(run_tesseract(encode_pnm(cut_strip(picture)), choose_model(None)))
    em, scale = find_em(words), picture.scale
    if em and not SMALLEST_EM <= em <= LARGEST_EM:
        better = scale * min(MOST_LARGER, max(1 / MOST_LARGER, BEST_EM / em))
        scale = fit_scale(page.width, page.height, better)
    return Sight(guess_language(words), scale)


def known_scale(page: PageGlyphs) -> float | None:
    """Return the scale at which the type of a page has the best size, if its text layer tells the size."""
    sizes = [glyph.size for glyph in page.glyphs if glyph.kind == "rtl" and glyph.size > 0]
    if len(sizes) < TELLING or page.ocr_layer:
        return None
    return fit_scale(page.width, page.height, BEST_EM / max(median(sizes), SMALLEST_TYPE))


def choose_model(language: str | None) -> str:
    """Return the installed model for a language, the first of all where there is none or no language."""
    model = MODELS.get(language or "", "")
    return model if model in find_models() else find_models()[0]


def cut_strip(picture: Picture) -> Picture:
    """Cut a strip out of the upper half of a page: enough words to tell its language in a quarter of the time."""
    top, bottom = int(picture.height * STRIP[0]), int(picture.height * STRIP[1])
    stride = picture.width * picture.channels
    pixels = picture.pixels[top * stride : bottom * stride]
    return replace(picture, height=bottom - top, pixels=pixels)


def run_tesseract(image: bytes, model: str, mode: str = WHOLE_PAGE) -> str:
    """Run tesseract on a picture and return its table of words; `mode` is how it looks for lines.

    Raises:
        ReadError: `ocr_failed`.
    """
    try:
        done = subprocess.run(
            [PROGRAM, "stdin", "stdout", "-l", model, "--psm", mode, "tsv"],
            input=image,
            capture_output=True,
            check=True,
            timeout=PAGE_SECONDS,
            # Several threads of tesseract are slower than one, and other pages wait for the cores.
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ReadError("ocr_failed", f"tesseract ({model}) failed: {error}") from error
    return done.stdout.decode("utf-8", "replace")


def parse_words(table: str) -> list[Word]:
    r"""Take the words out of tesseract's table.

    >>> head = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext"
    >>> parse_words(head + "\n5\t1\t1\t1\t1\t1\t10\t20\t30\t12\t91.5\tسلام")[0].text
    'سلام'
    """
    words = []
    for row in table.split("\n")[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        block, paragraph, line = int(cells[2]), int(cells[3]), int(cells[4])
        left, top, width, height = map(int, cells[6:10])
        place = (block, paragraph, line)
        words.append(Word(cells[11].strip(), left, top, width, height, place, float(cells[10])))
    return words


def guess_language(words: Sequence[Word]) -> str | None:
    """Tell the language of a page from words that may be misread.

    >>> read = [Word(text, 0, 0, 9, 9, (1, 1, 1), 90) for text in "قال الوزير إن اللجنة ستجتمع الخميس".split()]
    >>> guess_language(read * 3)
    'ar'
    """
    text = " ".join(word.text for word in words)
    kinds = [classify(character) for character in text]
    rtl, ltr = kinds.count("rtl"), kinds.count("ltr")
    if rtl + ltr < 40:
        return None
    if ltr > rtl:
        return "en"
    articles, particles = len(ARABIC_WORD.findall(text)), len(PERSIAN_WORD.findall(text))
    return "ar" if articles > max(ARABIC_ARTICLES * len(words), particles / 2) else "fa"


def find_em(words: Sequence[Word]) -> float:
    """Return the em, in pixels, of most of a page, 0 if it has hardly any words."""
    if len(words) < 5:
        return 0.0
    return median(height for _, height in find_line_boxes(words).values()) / LINE_HEIGHT


def find_line_boxes(words: Sequence[Word]) -> dict[tuple[int, int, int], tuple[int, int]]:
    """Return the lower edge of most words, and the height of all, of each line: one box may reach into the next."""
    lines: dict[tuple[int, int, int], list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return {
        place: (
            round(median(word.top + word.height for word in line)),
            max(word.top + word.height for word in line) - min(word.top for word in line),
        )
        for place, line in lines.items()
    }


def make_glyphs(words: Sequence[Word], scale: float) -> list[Glyph]:
    """Make each word a glyph on the line it was read on, in points."""
    lines = find_line_boxes(words)
    usual = median(height for _, height in lines.values()) if lines else 0
    glyphs = []
    for order, word in enumerate(words):
        bottom, height = lines[word.line]
        # Heights of lines vary with the letters in them: all within a third of the usual are one size.
        even = usual if abs(height - usual) < usual / 3 else height
        glyph = Glyph(
            word.text, classify(word.text), word.left / scale, (word.left + word.width) / scale,
            bottom / scale, even / LINE_HEIGHT / scale, 0, -1, order, stated=True,
        )  # fmt: skip
        glyph.doubtful = word.confidence < TRUSTED or any(map(str.isdigit, word.text))
        glyphs.append(glyph)
    for (before, first), (word, second) in pairwise(zip(words, glyphs, strict=True)):
        if before.line == word.line:
            part_words(first, second)
    return glyphs


def part_words(first: Glyph, second: Glyph) -> None:
    """Put a word space between two words tesseract read one after the other, whose boxes touch or overlap.

    Letters of one word reach over those of the next, in some types always; tesseract knows them apart.
    """
    space = PARTED * first.size
    if "ltr" in (first.kind, second.kind) and first.middle < second.middle:
        if second.x0 - first.x1 < space:
            middle = (first.x1 + second.x0) / 2
            first.x1, second.x0 = middle - space / 2, middle + space / 2
    elif first.x0 - second.x1 < space and first.x1 > second.x0:
        middle = (first.x0 + second.x1) / 2
        first.x0, second.x1 = middle + space / 2, middle - space / 2
    for glyph in (first, second):
        glyph.x0, glyph.x1 = min(glyph.x0, glyph.x1), max(glyph.x0, glyph.x1)
