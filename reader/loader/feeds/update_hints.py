"""Update hints of a feed: RSS ``ttl``, ``skipHours``, ``skipDays``, and the syndication module."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LONGEST_TTL = 366 * 24 * 60
"""Minutes; a longer ``ttl`` is taken for this one."""

_PERIODS = {
    "hourly": 60,
    "daily": 24 * 60,
    "weekly": 7 * 24 * 60,
    "monthly": 30 * 24 * 60,
    "yearly": 365 * 24 * 60,
}
_FIRST_ENTRY = re.compile(r"<(?:item|entry)[\s>]")
_SKIP = re.compile(r"<skip(?:Hours|Days)>(.{0,4000}?)</skip(?:Hours|Days)>", re.DOTALL)
_HOUR = re.compile(r"<hour>\s*(\d{1,2})\s*</hour>", re.ASCII)
_DAY = re.compile(r"<day>\s*([A-Za-z]{6,9})\s*</day>")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class UpdateHints:
    """When a feed may be asked again, by its own words."""

    ttl: int
    """Minutes for which an answer stays fresh; 0 if the feed says nothing."""
    skip_hours: tuple[int, ...]
    """Hours of the day, in UTC, at which not to ask."""
    skip_days: tuple[str, ...]
    """Days of the week, in UTC and in English, on which not to ask."""


def update_hints(feed: Mapping[str, Any], text: str) -> UpdateHints:
    """Return how often a feed wants to be visited; `feed` is feedparser's, `text` its XML.

    Lists of hours and days are read from the text: feedparser keeps the last of each alone.
    """
    ttl = max(_number(feed.get("ttl")), _syndication(feed))
    lists = list(_lists(text))
    hours = {int(hour) % 24 for part in lists for hour in _HOUR.findall(part)}
    named = {day.capitalize() for part in lists for day in _DAY.findall(part)}
    return UpdateHints(
        min(ttl, LONGEST_TTL),
        tuple(sorted(hours)),
        tuple(day for day in _DAYS if day in named),
    )


def _lists(text: str) -> Iterator[str]:
    """Give the channel's lists of hours and days: before its first entry or after its last."""
    first = _FIRST_ENTRY.search(text)
    head = text[: first.start()] if first else text
    for part in (head, text[max(len(head), len(text) - 5000) :]):
        yield from (skip.group(1) for skip in _SKIP.finditer(part))


def _syndication(feed: Mapping[str, Any]) -> int:
    """Return the minutes between updates by ``sy:updatePeriod`` and ``sy:updateFrequency``."""
    period = _PERIODS.get(str(feed.get("sy_updateperiod") or "").strip().lower(), 0)
    return period // max(_number(feed.get("sy_updatefrequency")), 1)


def _number(value: object) -> int:
    text = str(value or "").strip()
    return int(text) if re.fullmatch(r"\d{1,9}", text, re.ASCII) else 0
