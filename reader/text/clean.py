"""The one door for text from outside: nothing reaches a screen, a pipe or a log without it.

A terminal obeys what it is sent. A feed's title may hold an escape that writes the clipboard, moves
the cursor or retitles the window, and HTML entities make such bytes *after* a first cleaning. So
every leaf is cleaned once it has been parsed and decoded.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

MOST_MARKS = 8
"""Combining marks kept on one base letter; more is vandalism, less would hurt real scripts."""

_DROPPED = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 but tab, line feed and return; DEL; C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\ufeff\ufff9-\ufffb"  # byte order mark, interlinear annotation
    "\U000e0000-\U000e007f"  # tag characters
    "\ud800-\udfff"  # lone surrogates
    "]+"
)
_BREAKS = re.compile("\r\n?|[\u2028\u2029]")
_PLAIN = re.compile(r"[\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027]*\Z")
_BLANK = re.compile(
    r"[^\S\xa0\u202f\u2007]{2,}|[^\S \xa0\u202f\u2007]"
    r"|[\xa0\u202f\u2007](?=\s)|(?<=\s)[\xa0\u202f\u2007]"
)
_COMBINING = (
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f]"
)
_MARKS = re.compile(f"({_COMBINING}{{{MOST_MARKS}}}){_COMBINING}+")
_PLAIN_URL = re.compile(
    r"https?://(?:[a-z0-9-]+\.)*[a-z0-9-]+(?::[1-9]\d{0,3})?"
    r"(?:/[\w!$%&'()*+,./:=@~-]*(?:\?[\w!$%&'()*+,./:=@~-]+)?(?:#[\w!$%&'()*+,./:=@~-]+)?)?\Z",
    re.ASCII,
)
"""What most addresses look like: they stay as they are, and need not be taken apart."""
_SAFE_IN_URL = "!#$%&'()*+,/:;=?@[]~"


def clean(text: str) -> str:
    """Return `text` fit for a terminal: NFC, no control characters but line breaks.

    Tabs become four spaces. Soft hyphens and zero-width spaces stay, for the line breaker.
    Idempotent.
    """
    if _PLAIN.match(text):  # nine texts in ten, and 20 times cheaper than what follows
        return text
    text = _BREAKS.sub("\n", text).replace("\t", "    ")
    text = _DROPPED.sub("", text)
    if not text.isascii():
        text = _MARKS.sub(r"\1", unicodedata.normalize("NFC", text))
    return text


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line, blanks folded, for titles, names and messages.

    No-break spaces between words stay.
    """
    return _BLANK.sub(" ", clean(text)).strip()


def clean_url(address: str, base: str = "") -> str:
    """Return `address` as an absolute http(s) address in printable ASCII, or an empty string.

    Relative addresses are resolved against `base`. User names and passwords are cut, host names
    are IDNA-encoded, everything that is not printable ASCII is percent-encoded.
    """
    if _PLAIN_URL.match(address):
        return address
    address = _DROPPED.sub("", address).strip()
    address = re.sub(r"[\t\r\n]", "", address)
    if not address:  # which would be `base` itself
        return ""
    try:
        parts = urlsplit(urljoin(base, address) if base else address)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return ""
        host = parts.hostname
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
        if re.search(r"[^\w.:\-\[\]%]", host):
            return ""
        if ":" in host:
            host = f"[{host}]"
        port = f":{parts.port}" if parts.port is not None else ""
        tail = (quote(part, safe=_SAFE_IN_URL) for part in parts[2:])
        return urlunsplit((parts.scheme.lower(), host.lower() + port, *tail))
    except (ValueError, UnicodeError):
        return ""
