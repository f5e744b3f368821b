"""Tables of the calendars."""
