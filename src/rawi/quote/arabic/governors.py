"""The office of a wali behind an Arabic name and a comma, which looks like «وإلى»: «الشيخ سالم الكندي، والي نخل، …»."""

from rawi.quote.page import Page, PlacedMention
from rawi.quote.roles import role_words
from rawi.quote.speaker import Words

_WALI = "والی"
_LONGEST = 6  # tokens


def read_governor(page: Page, placed: PlacedMention) -> list[Words]:
    """The office, in comparable form, where a name is followed by it between commas; none behind any other name."""
    comma, first = placed.last, placed.last + 1
    if page.words[comma : first + 1] not in (("،", _WALI), (",", _WALI)):
        return []
    if "إ" in page.written((first, first + 1)) or page.written((first, first + 1)).endswith("ى"):
        return []  # «التقى سامي نجار، وإلى جانبه المدير، …»
    near = range(first + 1, min(len(page.words), first + _LONGEST))
    end = next((i for i in near if not page.is_word(i)), first)
    return [role_words(page.words[first:end], "ar")] if end > first + 1 else []
