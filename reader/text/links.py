"""Links as people see them: the host they name, and whether a link is what it says it is."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from reader.text.clean import clean_url

_ADDRESS = re.compile(
    r"(https?:/{0,2}|www\.)?((?:[\w-]+\.)+[^\W\d_]{2,}|\d{1,3}(?:\.\d{1,3}){3}|(?<=//)[\w-]+)(/)?",
    re.I,
)
_ENDINGS = frozenset(
    ("com", "org", "net", "info", "gov", "edu", "io", "co", "uk", "eu", "de", "fr", "ch", "example")
)
"""In running words only these make a name with dots an address: ``Node.js`` is none."""
_FILES = frozenset(
    (
        *("pdf", "html", "htm", "txt", "csv", "json", "xml", "epub", "doc", "docx", "xls", "xlsx"),
        *("ppt", "pptx", "odt", "ods", "jpg", "jpeg", "png", "gif", "svg", "webp", "mp3", "js"),
    )
)
"""No site ends so: a name alone that does is a file's."""
_UNSEEN = re.compile("[\xad\u180e\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]")
_DOTS = re.compile("[。｡．․]")
_LIKE_LATIN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE")
"""Scripts with confusable letters: some look like Latin ones. First words of Unicode names."""
_LOOK_LATIN = frozenset("аеорсухіјѕԁһԛԝӏ" "αιονρυ" "օսհոգ")
"""Those letters, small ones."""


def host(url: str) -> str:
    """The host of an address as people say it, without ``www.``."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def address(url: str) -> str:
    """Host and path of an address, as the list of links shows it."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return host(url) + parts.path.rstrip("/") + query


def is_address(text: str, url: str) -> bool:
    """Whether a link's text is nothing but its own address."""
    bare = text.strip().removeprefix("https://").removeprefix("http://").rstrip("/")
    shown_url = url.removeprefix("https://").removeprefix("http://").rstrip("/")
    return "/" in bare and bare.removeprefix("www.") == shown_url.removeprefix("www.")


def leads_elsewhere(text: str, url: str) -> bool:
    """Whether a link's words look like an address of another site than its own.

    A site below the one that is named counts as the same. Of ``bank.example@other.example`` both
    are named, since either may be taken for the target. A name in letters that pass for Latin ones
    looks like another site, whatever it is.
    """
    target = host(url)
    named = list(_named_hosts(_as_seen(text)))
    return any(
        target != name and not target.endswith(f".{name}") for name in named
    ) or (bool(named) and _masked(target))


def _as_seen(text: str) -> str:
    """What people see: no invisible signs, plain dots and letters."""
    return unicodedata.normalize("NFKC", _DOTS.sub(".", _UNSEEN.sub("", text)))


def _named_hosts(text: str) -> Iterator[str]:
    alone = len(text.split()) == 1
    for scheme, name, path in _ADDRESS.findall(text):
        ending = name.rpartition(".")[2].lower()
        file = not scheme and not path and ending in _FILES
        if (alone and not file) or scheme or path or ending in _ENDINGS:
            yield host(clean_url(f"https://{name}") or f"https://{name}")


def _masked(target: str) -> bool:
    """Whether a host name is a homograph: in letters that look like those of another name."""
    return any(
        _passes_for_latin(label) for label in target.split(".") if label.startswith("xn--")
    )


def _passes_for_latin(label: str) -> bool:
    try:
        letters = [c for c in label.encode().decode("idna") if c.isalpha()]
    except UnicodeError:
        return True  # nobody can tell what it would be shown as
    like = [c for c in letters if unicodedata.name(c, "").startswith(_LIKE_LATIN)]
    return bool(like) and (len(like) < len(letters) or all(c in _LOOK_LATIN for c in like))
