"""Boilerplate: lines of a page that are the site's ("Also read", "Advertisement", "Share this").

The rules are data files, one for each language; `en.txt` explains their form. In doubt a line is
kept: an "Also read" in a story does less harm than a missing line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LONGEST = 160
"""Characters; a longer line is a paragraph, whatever it begins with."""
SHORT = 100
"""Characters of a line that is boilerplate by its first or last words alone."""
LONGEST_LAST = 400
"""Characters of a closing plea: a paragraph at the end of a story that asks for something."""
LONGEST_NOTE = 500
"""Characters of a notice of several sentences, such as one about cookies."""
LONGEST_DATE = 70
"""Characters of a line that says when a story was published."""
MOSTLY_LINK = 0.6
"""The part of a line that must be link for its first words to be enough."""

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
"""The counter of a gallery: ``3 / 12``, ``Bild 3 von 12``."""
_KEYWORDS = {"last": "pleas", "note": "notes", "end": "ends"}
"""Keywords of the data files (``last: words``) to the kinds of rules in `_Rules`."""
_SENTENCES = re.compile(r"(?<=[.!?！？。])\s+|\s+[|·•]\s+|(?<=[！？。])")


@dataclass(frozen=True, slots=True)
class _Rules:
    """The rules of one language, in lower case. Each says which lines are boilerplate."""

    whole: tuple[str, ...]
    """The line is these words."""
    titled: tuple[str, ...]
    """The line begins so, and a separator or nothing follows: ``Also read:``."""
    beginnings: tuple[str, ...]
    """A short line that begins so."""
    endings: tuple[str, ...]
    """A short line that ends so."""
    dates: tuple[str, ...]
    """A short line that begins so and names a day or an hour."""
    notes: tuple[str, ...]
    """A notice that begins so."""
    pleas: tuple[str, ...]
    """The last paragraph of a story, if it holds these words."""
    ends: tuple[str, ...]
    """The heading above readers' comments."""

    def matches(self, line: str, linked: float) -> bool:
        """Tell whether a line, in lower case and of less than `LONGEST` characters, matches."""
        bare = _COUNTED.sub("", line).strip(_EDGES)
        if not bare or bare in self.whole or _COUNT.sub("0 ", bare) in self.whole:
            return True
        if _COUNTER.match(bare) or self._is_titled(line.lstrip(_EDGES), linked):
            return True
        is_short = len(line) <= SHORT
        if is_short and (bare.startswith(self.beginnings) or bare.endswith(self.endings)):
            return True
        is_dated = len(line) <= LONGEST_DATE and bare.startswith(self.dates)
        return is_dated and _DATED.search(bare) is not None

    def _is_titled(self, line: str, linked: float) -> bool:
        for words in self.titled:
            if not line.startswith(words):
                continue
            rest = line[len(words) :]
            if _SEPARATOR.match(rest) or not rest.strip(_EDGES):
                return True
            if linked >= MOSTLY_LINK and not rest[0].isalpha():
                return True
        return False


def is_boilerplate(line: str, lang: str = "", linked: float = 0.0) -> bool:
    """Tell whether a line of a page belongs to the site, not to the story.

    `lang` is the page's language; the English rules count on every page. `linked` is the part of
    the line that is link, 0 to 1.
    """
    if len(line) > LONGEST_NOTE:
        return False
    folded = " ".join(line.replace("’", "'").split()).casefold()
    languages = [_rules(name) for name in dict.fromkeys((lang[:2], "en"))]
    if any(folded.startswith(rules.notes) for rules in languages):
        return True
    if len(line) > LONGEST:
        return False

    def matches(text: str) -> bool:
        return any(rules.matches(text, linked) for rules in languages)

    if matches(folded):
        return True
    # "Did you like it? Share it here": every sentence is boilerplate, or a question before one.
    sentences = [part for part in _SENTENCES.split(folded) if part.strip(_EDGES)]
    return (
        1 < len(sentences) <= 4
        and matches(sentences[-1])
        and all(part.endswith(("?", "？")) or matches(part) for part in sentences[:-1])
    )


def is_closing_plea(text: str, lang: str = "") -> bool:
    """Tell whether the last paragraph of a story asks for something, such as a subscription.

    In any other place the same words may belong to the story.
    """
    folded = text.replace("’", "'").casefold()
    return len(text) <= LONGEST_LAST and any(
        words in folded for name in {"en", lang[:2]} for words in _rules(name).pleas
    )


def ends_story(heading: str, lang: str = "") -> bool:
    """Tell whether a heading is that of readers' comments: nothing below it is the story's."""
    folded = " ".join(heading.split()).casefold()
    bare = _COUNT.sub("0 ", _COUNTED.sub("", folded).strip(_EDGES))
    return len(bare) <= SHORT and any(
        bare == words or (words.endswith(" on") and bare.startswith(f"{words} "))
        for name in {"en", lang[:2]}
        for words in _rules(name).ends
    )


@cache
def _rules(lang: str) -> _Rules:
    """Read the rules of a language; there are none for a language without a file."""
    name = {"nb": "no", "nn": "no"}.get(lang, lang)
    file = files("reader.loader.pages.boilerplate").joinpath(f"{name}.txt")
    lines = file.read_text(encoding="utf-8").splitlines() if file.is_file() else []
    by_kind: dict[str, list[str]] = {kind: [] for kind in _Rules.__slots__}
    for line in lines:
        rule = line.strip().casefold()
        if rule and not rule.startswith("#"):
            kind, words = _kind_of(rule)
            by_kind[kind].append(words)
    return _Rules(**{kind: tuple(rules) for kind, rules in by_kind.items()})


def _kind_of(rule: str) -> tuple[str, str]:
    """Return the kind of a rule, a field of `_Rules`, and its words."""
    keyword, _, words = rule.partition(": ")
    if keyword in _KEYWORDS and words:
        return _KEYWORDS[keyword], words
    if rule.endswith(" #"):
        return "dates", rule[:-1]
    if rule.endswith(":"):
        return "titled", rule[:-1]
    if rule.endswith(" ..."):
        return "beginnings", rule[:-4]
    if rule.startswith("... "):
        return "endings", rule[4:]
    return "whole", rule.strip(_EDGES)
