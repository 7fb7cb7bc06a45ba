"""Ages, days and times, in the language of the interface and this machine's time zone.

All moments are Unix seconds.
"""

from __future__ import annotations

import datetime

from reader.wording.catalogue import say

MINUTE, HOUR, DAY = 60, 3600, 86400
_LONG_AGES = ((365 * DAY, "years"), (DAY, "days"), (HOUR, "hours"), (MINUTE, "minutes"))


def age(then: int, now: int) -> str:
    """``12m``, ``3h``, ``2d``, then ``3 Mar``, then ``Mar 2024``; ``now`` below a minute."""
    seconds = now - then
    if seconds < MINUTE:
        return say("age.now")
    if seconds < HOUR:
        return say("age.minutes", number=seconds // MINUTE)
    if seconds < DAY:
        return say("age.hours", number=seconds // HOUR)
    if seconds < 7 * DAY:
        return say("age.days", number=seconds // DAY)
    date = _local(then)
    month = _short_month(date)
    if date.year == _local(now).year:
        return say("age.date", day=date.day, month=month)
    return f"{month} {date.year}"


def aligned_age(then: int, now: int) -> str:
    """`age`, right-aligned in one of three columns: of minutes to days, of days of this year, else.

    So what stands left of it stays in its column however many digits a day has.
    """
    words = age(then, now)
    longest = max(say("age.months").split(), key=len)
    if now - then < 7 * DAY:
        cells = 3
    elif words[0].isdigit():
        cells = len(say("age.date", day=10, month=longest))
    else:
        cells = len(longest) + len(" 2024")
    return words.rjust(cells)


def ago(then: int, now: int) -> str:
    """``4 min ago`` in a sentence; for more than a day the date."""
    seconds = max(0, now - then)
    if seconds < MINUTE:
        return say("age.just_now")
    if seconds < HOUR:
        return say("age.minutes_ago", number=seconds // MINUTE)
    if seconds < DAY:
        return say("age.hours_ago", number=seconds // HOUR)
    return age(then, now)


def ago_aloud(seconds: int) -> str:
    """How long ago without abbreviations, for screen readers: ``1 hour ago``."""
    for size, name in _LONG_AGES:
        if seconds >= size:
            return say(f"spoken.{name}", count=seconds // size)
    return say("spoken.just_now")


def day(then: int, now: int) -> str:
    """``today``, ``yesterday``, ``Sunday``, ``2 March``, ``2 March 2024``: in a sentence."""
    date, today = _local(then).date(), _local(now).date()
    days = (today - date).days
    if days <= 0:
        return say("age.today")
    if days == 1:
        return say("age.yesterday")
    if days < 7:
        return say("age.weekdays").split()[date.weekday()]
    written = day_of_year(then)
    return written if date.year == today.year else f"{written} {date.year}"


def day_of_year(moment: int) -> str:
    """``2 March``."""
    date = _local(moment)
    return say("age.date", day=date.day, month=_long_month(date))


def day_and_time(then: int, now: int, *, exact: bool = True) -> str:
    """``today 07:40``, ``yesterday 18:05``, ``3 Mar 12:00``, ``3 Mar 2024``.

    Not `exact`: the time of day only for today.
    """
    date, today = _local(then), _local(now)
    days = (today.date() - date.date()).days
    if days == 0:
        written = say("age.today")
    elif days == 1:
        written = say("age.yesterday")
    else:
        written = say("age.date", day=date.day, month=_short_month(date))
        if date.year != today.year:
            return f"{written} {date.year}"
    return f"{written} {clock(then)}" if exact or days == 0 else written


def is_same_day(one: int, other: int) -> bool:
    """Whether two moments lie on one day."""
    return _local(one).date() == _local(other).date()


def clock(moment: int) -> str:
    """The time of day of a moment, ``08:12``."""
    return f"{_local(moment):%H:%M}"


def date(moment: int) -> str:
    """The day in full: ``3 March 2026``."""
    then = _local(moment)
    return say("age.full_date", day=then.day, month=_long_month(then), year=then.year)


def date_and_time(moment: int | None) -> str:
    """``3 March 2026, 07:40``; empty for None and for years no calendar has."""
    try:
        return "" if moment is None else f"{date(moment)}, {clock(moment)}"
    except (OverflowError, ValueError, OSError):
        return ""


def iso_day(moment: int | None) -> str:
    """``2026-03-03``, of Greenwich, for files and programs; empty as for `date_and_time`."""
    try:
        then = None if moment is None else datetime.datetime.fromtimestamp(moment, datetime.UTC)
    except (OverflowError, ValueError, OSError):
        return ""
    return f"{then:%Y-%m-%d}" if then else ""


def _local(moment: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(moment, datetime.UTC).astimezone()


def _short_month(date: datetime.datetime) -> str:
    return say("age.months").split()[date.month - 1]


def _long_month(date: datetime.datetime) -> str:
    return say("age.long_months").split()[date.month - 1]
