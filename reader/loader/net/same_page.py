"""When two addresses mean one page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from reader.text.tracking import without_tracking

_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.I)


def same_page_key(url: str) -> str:
    """Return what all addresses of one page share, for telling stories apart; not an address.

    Without scheme, ``www.``, tracking parameters, fragment, trailing slash and index file;
    parameters in order, percent-encoding evened out.
    """
    try:
        parts = urlsplit(without_tracking(url.strip()))
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        return url.strip()
    if not host:
        return url.strip()
    path = unquote(_INDEX.sub("/", parts.path)).rstrip("/")
    query = urlencode(sorted(parse_qsl(parts.query, keep_blank_values=True)))
    return f"{host}{port}{path}{'?' + query if query else ''}"
