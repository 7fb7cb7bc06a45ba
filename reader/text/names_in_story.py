"""Names that a story mentions, for completing one that somebody begins to type."""

from __future__ import annotations

import re

from reader.model.article import Article

_TOKEN = re.compile(r"[^\W\d_][\w’'-]*|\S")
_PARTICLES = frozenset(
    ("van", "von", "de", "der", "den", "la", "del", "di", "da", "dos", "du", "bin", "al", "el")
)
_LONGEST = 5
"""Words; a longer run of capitals is a heading."""
_MOST = 300
"""Names: more are no help."""


def names_in(article: Article) -> tuple[str, ...]:
    """Return whom a story names: who is quoted first, then who else, as they come.

    A name is a run of two or more words with capitals, particles between them counted in; some
    are no persons' (``Orrin Gazette``), which does no harm where one is chosen by hand.
    """
    speakers = [quote.speaker for quote in article.quotes if _capital(quote.speaker)]
    return tuple(dict.fromkeys([*speakers, *_runs(article.text)]))[:_MOST]


def _runs(text: str) -> list[str]:
    names: list[str] = []
    run: list[str] = []
    for word in [*_TOKEN.findall(text), "."]:
        if _capital(word) or (run and (word in _PARTICLES or (word == "." and len(run[-1]) == 1))):
            if word == ".":
                run[-1] += "."
            else:
                run.append(re.sub(r"['’]s?\Z", "", word))
            continue
        while run and run[-1] in _PARTICLES:
            run.pop()
        if 2 <= len(run) <= _LONGEST:
            names.append(" ".join(run))
        run = []
    return names


def _capital(word: str) -> bool:
    return word[:1].isupper()
