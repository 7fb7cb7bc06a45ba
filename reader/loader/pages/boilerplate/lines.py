"""Tells a site's boilerplate ("Also read", "Advertisement", "Share this article") from its story.

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
"""Characters of a line that may be boilerplate by its first or last words alone."""
LONGEST_LAST = 400
"""Characters of a paragraph at the end of a story that asks for something."""
LONGEST_NOTE = 500
"""Characters of a notice of some sentences."""
LONGEST_DATE = 70
"""Characters of a line that says when a story was published."""
MOSTLY_LINK = 0.6
"""The part of a line's words that is link from which on a beginning is enough."""

_EDGES = (
    " \t\n\xa0.,:;!?…|·•*+→›»>«‹<▶►▼▾↓[](){}\"“”„'’–—-【】「」『』〈〉《》■□◆◇●○▽△★☆※：｜、。！？"
)
_SEPARATOR = re.compile(r"\s*(?:[:：|｜–—>»›→▶…】』」》]|\.\.\.|-\s)")
_DATED = re.compile(r"\d\d?[:.h/-]\d\d|(?:19|20)\d\d")
_COUNT = re.compile(r"^\d[\d.,]*\s?[km]?\s+|^\d[\d.,]*(?=[件条])")
_COUNTED = re.compile(r"\s*[(\[]\d+[)\]]\s*$")
_COUNTER = re.compile(
    r"(?:[^\W\d_]{1,12}\s+)?\d{1,3}\s*(?:/|of|von|de|di|van|av|af|z|из|sur|su)\s*\d{1,3}$"
)
"""Which of so many pictures: ``3 / 12``, ``Bild 3 von 12``."""
_KINDS = {"last": "last", "note": "notes", "end": "ends"}
_SENTENCES = re.compile(r"(?<=[.!?！？。])\s+|\s+[|·•]\s+|(?<=[！？。])")


@dataclass(frozen=True, slots=True)
class _Rules:
    whole: tuple[str, ...]
    titled: tuple[str, ...]
    beginnings: tuple[str, ...]
    endings: tuple[str, ...]
    last: tuple[str, ...]
    notes: tuple[str, ...]
    dates: tuple[str, ...]
    ends: tuple[str, ...]


def is_boilerplate(line: str, lang: str = "", linked: float = 0.0) -> bool:
    """Tell whether a line of a page belongs to the site, not to the story.

    `lang` is the page's language (English counts everywhere); `linked` the part of it that is
    link, 0 to 1.
    """
    if len(line) > LONGEST_NOTE:
        return False
    folded = " ".join(line.replace("’", "'").split()).casefold()
    rules = [_rules(name) for name in dict.fromkeys((lang[:2], "en"))]
    if any(folded.startswith(one.notes) for one in rules):
        return True
    if len(line) > LONGEST:
        return False
    if any(_matches(one, folded, linked) for one in rules):
        return True
    # "Did you like it? Share it here": every sentence is boilerplate, or a question before one.
    parts = [part for part in _SENTENCES.split(folded) if part.strip(_EDGES)]
    return (
        1 < len(parts) <= 4
        and any(_matches(one, parts[-1], linked) for one in rules)
        and all(
            part.endswith(("?", "？")) or any(_matches(one, part, linked) for one in rules)
            for part in parts[:-1]
        )
    )


def is_closing_plea(text: str, lang: str = "") -> bool:
    """Tell whether a text that stands at the end of a story asks for something: a subscription.

    Anywhere else the same words may be the story's own.
    """
    folded = text.replace("’", "'").casefold()
    return len(text) <= LONGEST_LAST and any(
        words in folded for name in {"en", lang[:2]} for words in _rules(name).last
    )


def ends_story(heading: str, lang: str = "") -> bool:
    """Tell whether a heading stands above what readers say: nothing below it is the story's."""
    folded = " ".join(heading.split()).casefold()
    bare = _COUNT.sub("0 ", _COUNTED.sub("", folded).strip(_EDGES))
    return len(bare) <= SHORT and any(
        bare == words or (words.endswith(" on") and bare.startswith(f"{words} "))
        for name in {"en", lang[:2]}
        for words in _rules(name).ends
    )


def _matches(rules: _Rules, folded: str, linked: float) -> bool:
    bare = _COUNTED.sub("", folded).strip(_EDGES)
    if not bare or bare in rules.whole or _COUNT.sub("0 ", bare) in rules.whole:
        return True
    if _COUNTER.match(bare):
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
    if short and (bare.startswith(rules.beginnings) or bare.endswith(rules.endings)):
        return True
    dated = len(folded) <= LONGEST_DATE and bare.startswith(rules.dates)
    return dated and _DATED.search(bare) is not None


@cache
def _rules(lang: str) -> _Rules:
    name = {"nb": "no", "nn": "no"}.get(lang, lang)
    file = files("reader.loader.pages.boilerplate").joinpath(f"{name}.txt")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    found: dict[str, list[str]] = {kind: [] for kind in _Rules.__slots__}
    for line in lines:
        rule = line.strip().casefold()
        if not rule or rule.startswith("#"):
            continue
        kind, _, words = rule.partition(": ")
        if kind in _KINDS and words:
            found[_KINDS[kind]].append(words)
        elif rule.endswith(" #"):
            found["dates"].append(rule[:-1])
        elif rule.endswith(":"):
            found["titled"].append(rule[:-1])
        elif rule.endswith(" ..."):
            found["beginnings"].append(rule[:-4])
        elif rule.startswith("... "):
            found["endings"].append(rule[4:])
        else:
            found["whole"].append(rule.strip(_EDGES))
    return _Rules(**{kind: tuple(rules) for kind, rules in found.items()})
