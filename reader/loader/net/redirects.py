"""The rules for following a server to another address."""

from __future__ import annotations

from urllib.parse import urldefrag, urlsplit

from reader.text.clean import clean_url

MOST_REDIRECTS = 5
REDIRECTS = frozenset({301, 302, 303, 307, 308})
PERMANENT = frozenset({301, 308})
_PORTS = {"http": 80, "https": 443}

Authority = tuple[str, int]
"""Host and port: whom one connection is made to."""


def authority(url: str) -> Authority:
    """Return host and port of an http(s) address."""
    parts = urlsplit(url)
    return (parts.hostname or "").lower(), parts.port or _PORTS.get(parts.scheme, 0)


def next_address(url: str, location: str) -> str:
    """Return where `Location` leads from `url`; empty if that is no http(s) address.

    Control characters are dropped, blanks encoded, the fragment and any password cut.
    """
    return clean_url(urldefrag(location.strip())[0], url)


def may_know_secrets(first: str, now: str) -> bool:
    """Return whether what was meant for the server of `first` may be sent to that of `now`.

    Only to the same host and port by the same scheme, or the same host's step from http to https.
    """
    old, new = urlsplit(first), urlsplit(now)
    if authority(first) == authority(now):
        return old.scheme == new.scheme
    return (
        old.hostname == new.hostname
        and (old.scheme, authority(first)[1]) == ("http", 80)
        and (new.scheme, authority(now)[1]) == ("https", 443)
    )
