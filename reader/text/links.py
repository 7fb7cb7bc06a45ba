"""Whether a link is what it says it is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reader.text.clean import clean_url
from reader.text.layout_set import host

_ADDRESS = re.compile(r"(https?://|www\.)?((?:[\w-]+\.)+[^\W\d_]{2,})(/)?", re.I)
_ENDINGS = frozenset(
    ("com", "org", "net", "info", "gov", "edu", "io", "co", "uk", "eu", "de", "fr", "ch", "example")
)
"""In running words only these make a name with dots an address: ``Node.js`` is none."""


def leads_elsewhere(text: str, url: str) -> bool:
    """Whether a link's words look like an address of another site than its own.

    A site below the one that is named counts as the same. Of ``bank.example@other.example`` both
    are named, since either may be taken for the target.
    """
    target = host(url)
    return any(
        target != named and not target.endswith(f".{named}") for named in _named_hosts(text)
    )


def _named_hosts(text: str) -> Iterator[str]:
    alone = len(text.split()) == 1
    for scheme, name, path in _ADDRESS.findall(text):
        if alone or scheme or path or name.rpartition(".")[2].lower() in _ENDINGS:
            yield host(clean_url(f"https://{name}") or f"https://{name}")
