"""Sources: the outlets and languages of the archive, what was repaired, and what was set aside and why."""

from collections import Counter

from rawi.serve.answer import Answer, Visit


def show_sources(visit: Visit) -> Answer:
    """Answer `/src`."""
    status = visit.store.status()
    reasons = Counter(entry.reason for entry in status.set_aside)
    context = {
        "section": "sources",
        "status": status,
        "reasons": reasons.most_common(),
        "edits": sorted(status.edits.items(), key=lambda item: (-item[1], item[0])),
        "outlets": sorted(status.outlets.items(), key=lambda item: (-item[1], item[0])),
        "languages": sorted(status.languages.items(), key=lambda item: (-item[1], item[0])),
    }
    return Answer("sources.html", {"status": status}, context)
