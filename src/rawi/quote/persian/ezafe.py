"""The ezafe of Persian where it is written: «جلسهٔ شورا»; folded words have lost it."""

from rawi.quote.page import Page

_HAMZAS = ("\N{ARABIC HAMZA ABOVE}", "\N{ARABIC LETTER HEH WITH YEH ABOVE}")


def has_ezafe(page: Page, token: int) -> bool:
    """Tell whether a word is written with the hamza of an ezafe, which no verb has."""
    written = page.text.repaired[page.reading.starts[token] : page.reading.ends[token]]
    return written.endswith(_HAMZAS)
