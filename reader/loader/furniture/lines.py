"""Tells a site's furniture ("Also read", "Advertisement", "Share this article") from its story.

The rules lie in data files by language; `en.txt` teaches their form. In doubt a line stays: a
reader passes over an "Also read" more easily than over a hole in a story.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LONGEST = 160
"""Characters; what is longer is a paragraph, whatever it begins with."""
SHORT = 100
"""Characters of a line that may be furniture by its first or last words alone."""
MOSTLY_LINK = 0.6
"""The part of a line's words that is link from which on a beginning is enough."""

_EDGES = " \t\n\xa0.,:;!?…|·•*+→›»>«‹<▶►▼▾↓[](){}\"“”„'’–—-"
_SEPARATOR = re.compile(r"\s*(?:[:：|｜–—>»›→▶…]|\.\.\.|-\s)")


@dataclass(frozen=True, slots=True)
class _Rules:
    whole: frozenset[str]
    titled: tuple[str, ...]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]


def is_furniture(line: str, lang: str = "", linked: float = 0.0) -> bool:
    """Tell whether a line of a page belongs to the site, not to the story.

    `lang` is the page's language (English counts everywhere); `linked` the part of it that is
    link, 0 to 1.
    """
    if len(line) > LONGEST:
        return False
    folded = re.sub(r"\s+", " ", line.replace("’", "'")).casefold().strip()
    bare = folded.strip(_EDGES)
    if not bare:
        return True
    return any(_matches(_rules(name), folded, bare, linked) for name in {"en", lang[:2]})


def _matches(rules: _Rules, folded: str, bare: str, linked: float) -> bool:
    if bare in rules.whole:
        return True
    start = folded.lstrip(_EDGES)
    for words in rules.titled:
        if start.startswith(words):
            rest = start[len(words) :]
            if _SEPARATOR.match(rest) or not rest.strip(_EDGES):
                return True
            if linked >= MOSTLY_LINK and not rest[0].isalpha():
                return True
    short = len(folded) <= SHORT
    return short and (bare.startswith(rules.beginnings) or bare.endswith(rules.endings))


@cache
def _rules(lang: str) -> _Rules:
    name = {"nb": "no", "nn": "no"}.get(lang, lang)
    file = files("reader.loader.furniture").joinpath(f"{name}.txt")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    whole, titled, beginnings, endings = set(), [], [], []
    for line in lines:
        rule = line.strip().casefold()
        if not rule or rule.startswith("#"):
            continue
        if rule.endswith(":"):
            titled.append(rule[:-1])
        elif rule.endswith(" ..."):
            beginnings.append(rule[:-4])
        elif rule.startswith("... "):
            endings.append(rule[4:])
        else:
            whole.add(rule.strip(_EDGES))
    return _Rules(frozenset(whole), tuple(titled), tuple(beginnings), tuple(endings))
