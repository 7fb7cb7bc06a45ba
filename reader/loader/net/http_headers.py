"""Response headers about time: `Retry-After` (RFC 9110), `Cache-Control`, `Expires` (RFC 9111)."""

from __future__ import annotations

import re
from collections.abc import Callable

DAY = 86_400


def http_date(text: str) -> int | None:
    """Return a date of HTTP or mail (RFC 5322) in Unix seconds; None if it is none."""
    from email.utils import mktime_tz, parsedate_tz  # takes 4 ms, and few servers send dates

    try:
        parts = parsedate_tz(text[:100])
        return int(mktime_tz(parts)) if parts else None
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def retry_after(value: str, now: int) -> int:
    """Return the seconds that a `Retry-After` asks for, at most a day; 0 if it is not valid."""
    value = value.strip()
    if re.fullmatch(r"\d{1,12}", value, re.ASCII):
        return min(int(value), DAY)
    until = http_date(value)
    return min(max(until - now, 0), DAY) if until is not None else 0


def freshness(header: Callable[[str], str], now: int) -> tuple[int, str]:
    """Return for how many seconds the answer stays fresh, and which header says so.

    `header` gives the value of a lower-case name or an empty string. `max-age` counts before
    `Expires` (RFC 9111, 4.2.1), less the `Age` that the answer has spent in caches. `(0, "")` if
    there is neither.
    """
    control = header("cache-control").lower()
    max_age = re.search(r"(?:^|[\s,;])max-age\s*=\s*\"?(\d{1,12})", control, re.ASCII)
    if max_age:
        age = re.fullmatch(r"\s*(\d{1,12})\s*", header("age"), re.ASCII)
        return max(int(max_age[1]) - (int(age[1]) if age else 0), 0), "max-age"
    expires = http_date(header("expires")) if header("expires") else None
    if expires is None:
        return 0, ""
    sent = http_date(header("date"))  # the server's clock, by which `Expires` is meant
    return max(expires - (now if sent is None else sent), 0), "Expires"
