"""When something happened, as people say it: by the clock on the wall, not in universal time."""

from __future__ import annotations

from datetime import datetime

from workshop.words import plural

_SPANS = ((14, 1, "day"), (60, 7, "week"), (730, 30, "month"))
"""Up to how many days one counts in which unit, and the days of that unit."""


def local(iso: str) -> datetime | None:
    """An instant in ISO form as the time of day here; None for what is none."""
    try:
        return datetime.fromisoformat(iso).astimezone()
    except (ValueError, OverflowError):
        return None


def stamp(iso: str) -> str:
    """`2027-03-31 14:05` here, for an instant in ISO form; anything else as it is."""
    when = local(iso)
    return f"{when:%Y-%m-%d %H:%M}" if when else iso


def ago(then: datetime, now: datetime) -> str:
    """`just now`, `20 minutes ago`, `yesterday`, `3 weeks ago`; both in the time of the same place."""
    days = (now.date() - then.date()).days
    if days <= 0:
        minutes = max(0, int((now - then).total_seconds() // 60))
        if minutes < 2:
            return "just now"
        return f"{minutes} minutes ago" if minutes < 60 else f"{plural(minutes // 60, 'hour')} ago"
    if days == 1:
        return "yesterday"
    for most, length, unit in _SPANS:
        if days < most:
            return f"{plural(days // length, unit)} ago"
    return f"{plural(days // 365, 'year')} ago"
