"""What response headers say about time: `Retry-After`, `Cache-Control`, `Expires`."""

from __future__ import annotations

import re
from collections.abc import Callable

DAY = 86_400


def http_date(text: str) -> int | None:
    """Return a date of HTTP or mail in Unix seconds, None if it is none."""
    from email.utils import mktime_tz, parsedate_tz  # 4 ms, and only for the few that send dates

    try:
        parts = parsedate_tz(text[:100])
        return int(mktime_tz(parts)) if parts else None
    except (ValueError, OverflowError, IndexError, TypeError):
        return None


def retry_after(value: str, now: int) -> int:
    """Return the seconds a `Retry-After` asks for, at most a day; 0 if it says nothing useful."""
    value = value.strip()
    if re.fullmatch(r"\d{1,12}", value, re.ASCII):
        return min(int(value), DAY)
    until = http_date(value)
    return min(max(until - now, 0), DAY) if until is not None else 0


def freshness(header: Callable[[str], str], now: int) -> tuple[int, str]:
    """Return for how many seconds the answer stays fresh, and which header says so.

    `header` gives the value of a lower-case name or an empty string. `max-age` wins over `Expires`,
    less the time the answer already spent in a cache on the way (RFC 9111, 4.2.1). `(0, "")` if
    neither says anything.
    """
    control = header("cache-control").lower()
    found = re.search(r"(?:^|[\s,;])max-age\s*=\s*\"?(\d{1,12})", control, re.ASCII)
    if found:
        age = re.fullmatch(r"\s*(\d{1,12})\s*", header("age"), re.ASCII)
        return max(int(found[1]) - (int(age[1]) if age else 0), 0), "max-age"
    expires = http_date(header("expires")) if header("expires") else None
    if expires is None:
        return 0, ""
    sent = http_date(header("date"))  # by the server's own clock, which may be wrong
    return max(expires - (now if sent is None else sent), 0), "Expires"
