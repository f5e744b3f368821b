"""The first page: what the archive holds, and the ways in."""

from rawi.serve.answer import Answer, Visit

STORIES_SHOWN = 6
PEOPLE_SHOWN = 12
DAYS_SHOWN = 14


def show_home(visit: Visit) -> Answer:
    """Answer `/`."""
    status = visit.store.status()
    stories = visit.store.stories(limit=STORIES_SHOWN)
    people = visit.store.people(limit=PEOPLE_SHOWN)
    busy = visit.store.days()[-DAYS_SHOWN:][::-1]
    record = {"status": status, "stories": stories, "people": people, "days": busy}
    context = {"section": None, "status": status, "stories": stories, "people": people}
    return Answer("home.html", record, context)
