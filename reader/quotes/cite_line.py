"""Read the attribution line below a block quotation: ``Tomás Reyes, former pilot``."""

from __future__ import annotations

import re

_DASH = re.compile(r"\A[\s—–―-]+")
_ROLE = re.compile(
    r"\A(?P<name>[^,(（]{2,60}?)\s*(?:,\s*(?P<rest>.+)|[(（](?P<held>[^)）]+)[)）])\Z", re.DOTALL
)
_MOST_ROLE_WORDS = 3
_MOST_WORDS = 5
"""Most words of a name; what is longer is a title."""


def read_cite(cite: str) -> tuple[str, str, str]:
    """Return name, role and source in an attribution line; empty where it gives none.

    Behind the name follows a short role in small letters, else the work or the letter that is
    quoted: ``Dool, Skerrow log, 1926``. What does not begin with a name is all name.
    """
    cite = " ".join(_DASH.sub("", cite).split())
    parts = _ROLE.match(cite)
    if not parts or not _is_name(parts["name"]):
        return cite, "", ""
    rest = parts["rest"] or parts["held"]
    short = len(rest.split()) <= _MOST_ROLE_WORDS
    if short and rest[:1].islower() and not any(letter.isdigit() for letter in rest):
        return parts["name"], rest, ""
    return parts["name"], "", rest


def begins_with_name(cite: str) -> bool:
    """Whether an attribution line may name a speaker, not only a work: ``Letter, 3 March``."""
    name, role, work = read_cite(cite)
    return bool(role or work) or _is_name(name)


def _is_name(text: str) -> bool:
    words = text.split()
    if len(words) > _MOST_WORDS or any(letter.isdigit() for letter in text):
        return False
    # Particles are small; scripts without capitals have neither.
    return not words[0][:1].islower() and not words[-1][:1].islower()
