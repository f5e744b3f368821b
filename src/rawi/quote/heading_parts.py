"""Part a heading in which more than one speaks: «سندیکا: C؛ شرکت: D», «سندیکا: C/ شرکت: D», «الوزير: C.. والمزارعون: D»."""

from rawi.quote.arabic.heading_contents import find_joined_speaker
from rawi.quote.page import Page, Paragraph

_PARTING = frozenset("؛./")


def part_heading(page: Page, paragraph: Paragraph) -> list[Paragraph]:
    """The parts of a heading between semicolons or slashes, in Arabic «..» too, where each has its colon; else the whole."""
    inside = enumerate(page.words[paragraph.first : paragraph.last - 1], paragraph.first)
    signs = [i for i, word in inside if word in _PARTING and page.mark_at[i] is None]
    borders = [i for i in signs if _parts_at(page, paragraph, i)]
    starts = [paragraph.first, *(border + 1 for border in borders)]
    last = paragraph._replace(first=starts[-1])
    if paragraph.language == "ar" and (joined := find_joined_speaker(page, last)):
        borders, starts = [*borders, joined], [*starts, joined]
    parts = [
        paragraph._replace(first=a, last=b)
        for a, b in zip(starts, [*borders, paragraph.last], strict=True)
    ]
    if borders and paragraph.language == "ar" and ":" not in page.words[slice(*parts[0][:2])]:
        parts = parts[1:]  # «عقب المباراة.. المرزوقي: C والحداد: D»
    spoken = all(":" in page.words[part.first : part.last] for part in parts)
    heading = paragraph.language == "fa" or paragraph.is_heading
    return parts if spoken and heading else [paragraph]


def _parts_at(page: Page, paragraph: Paragraph, at: int) -> bool:
    """Tell whether a part of a heading ends with a token: «؛», «/» before another who speaks, in Arabic the second of «..»."""
    if page.words[at] == "؛" or (page.words[at] == "/" and _leads_to_colon(page, paragraph, at)):
        return True
    return paragraph.language == "ar" and page.words[at - 1 : at + 1] == (".", ".")


def _leads_to_colon(page: Page, paragraph: Paragraph, slash: int) -> bool:
    """Tell whether a colon follows a slash before the next one: not «X: C/ D»."""
    after = page.words[slash + 1 : paragraph.last]
    colon = after.index(":") if ":" in after else len(after)
    return ":" in after and "/" not in after[:colon]
