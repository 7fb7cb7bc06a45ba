"""The rules for following redirects (RFC 9110, 15.4); `Transfer` follows or refuses by them."""

from __future__ import annotations

from urllib.parse import urldefrag, urlsplit

from reader.text.clean import clean_url

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
_PORTS = {"http": 80, "https": 443}

Authority = tuple[str, int]
"""Host and port of a URL (RFC 3986, 3.2)."""


def authority(url: str) -> Authority:
    """Return host and port of an http(s) address."""
    parts = urlsplit(url)
    return (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme, 0)


def next_address(url: str, location: str) -> str:
    """Return the address that a `Location` header at `url` names; empty if it is not http(s).

    Control characters, fragment and password are dropped; blanks are encoded.
    """
    return clean_url(urldefrag(location.strip())[0], url)


def may_know_secrets(first: str, present: str) -> bool:
    """Return whether credentials, headers and cookies for `first` may be sent to `present`.

    Only to the same origin (RFC 6454: scheme, host and port), or where the same host goes from
    http to https on their usual ports.
    """
    old, new = urlsplit(first), urlsplit(present)
    if authority(first) == authority(present):
        return old.scheme == new.scheme
    return (
        old.hostname == new.hostname
        and (old.scheme, authority(first)[1]) == ("http", 80)
        and (new.scheme, authority(present)[1]) == ("https", 443)
    )
