"""Everything rawi raises on purpose.

* RawiError
  * ReadError           a file, record or feed cannot be read
  * TableError          a data table is malformed
  * CalendarError       a calendar has no such day
  * EditOrderError      repair edits overlap (a fault in a rule)
  * StoreError          the archive cannot be opened, written or migrated
  * QueryError          a search query cannot be understood

A message says what was expected, what was found, where, and what to do.
"""


class RawiError(Exception):
    """Base of all errors raised on purpose."""


class ReadError(RawiError):
    """A file, record or feed cannot be read; `reason` is a short code, the message is for people."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class TableError(RawiError):
    """A data table is malformed."""


class CalendarError(RawiError):
    """A calendar has no such day."""


class EditOrderError(RawiError):
    """Two repair edits overlap or are out of order."""

    def __init__(self, before: object, after: object) -> None:
        super().__init__(f"edits must be sorted and disjoint: {before} then {after}")


class StoreError(RawiError):
    """The archive cannot be opened, written or migrated."""


class QueryError(RawiError):
    """A search query cannot be understood."""
