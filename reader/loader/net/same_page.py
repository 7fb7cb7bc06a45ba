"""Whether two URLs are of the same page, by a normalised form of them (RFC 3986, 6)."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from reader.text.tracking import without_tracking

_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?)$", re.I)


def same_page_key(url: str) -> str:
    """Return a key that is equal for all addresses of one page. It is no address itself.

    Left out are scheme, ``www.``, tracking parameters, fragment, trailing slash and index file;
    parameters are sorted, percent-encoding is normalised.
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
