"""How old something is, as short as a list needs it."""

from __future__ import annotations

import datetime

from reader.wording.catalogue import say

MINUTE, HOUR, DAY = 60, 3600, 86400


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
    date = datetime.datetime.fromtimestamp(then).astimezone()
    month = say("age.months").split()[date.month - 1]
    if date.year == datetime.datetime.fromtimestamp(now).astimezone().year:
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


def day(then: int, now: int) -> str:
    """``today``, ``yesterday``, ``Sunday``, ``2 March``, ``2 March 2024``: in a sentence."""
    date = datetime.datetime.fromtimestamp(then).astimezone().date()
    today = datetime.datetime.fromtimestamp(now).astimezone().date()
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
    date = datetime.datetime.fromtimestamp(moment).astimezone()
    month = say("age.long_months").split()[date.month - 1]
    return say("age.date", day=date.day, month=month)


def is_same_day(one: int, other: int) -> bool:
    """Whether two moments lie on one day."""
    days = [datetime.datetime.fromtimestamp(moment).astimezone().date() for moment in (one, other)]
    return days[0] == days[1]


def clock(moment: int) -> str:
    """The time of day of a moment, ``08:12``."""
    return f"{datetime.datetime.fromtimestamp(moment).astimezone():%H:%M}"


def date(moment: int) -> str:
    """The day in full: ``3 March 2026``."""
    then = datetime.datetime.fromtimestamp(moment).astimezone()
    month = say("age.long_months").split()[then.month - 1]
    return say("age.full_date", day=then.day, month=month, year=then.year)
