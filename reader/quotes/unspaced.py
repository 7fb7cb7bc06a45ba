"""Reporting clauses of languages that mark the subject with a particle, or have no blanks.

Japanese, Korean, Hindi and Chinese.
"""

from __future__ import annotations

import re
from functools import cache

from reader.quotes.lexicon import Lexicon, LexiconFault, Word
from reader.quotes.mentions import Mention
from reader.quotes.reporting_clauses import Attribution, ReportingClauses
from reader.text.scripts import HAN

_REACH = 60
"""Most characters looked at on either side."""
_SHORTEST = 5
"""Most characters, marks included, of what is no speech where the verb is not known."""
_PART = re.compile(r"\{([a-z-]+)\}")
_NEVER = "(?!)"


class _Patterns:
    """Where the speaker stands in one language: regular expressions of its data file.

    ``{NAME}`` in one is another of the file, ``{verbs}`` any reporting verb, ``{offices}`` any word
    of the class ``role``, ``{han}`` the Chinese letters, to stand within brackets. Groups: ``who``
    is the speaker, or ``too`` in a second alternative, ``cue`` the verb, ``and`` what stands in
    for it. A pattern that the file does not give never matches.
    """

    def __init__(self, lex: Lexicon) -> None:
        forms = [form for form, bits in lex.words.items() if bits & Word.SAY]
        forms += [
            " ".join((first, *rest))
            for first, phrases in lex.phrases.items()
            for rest, bits in phrases
            if bits & Word.SAY
        ]
        self._parts = {
            **lex.patterns,
            "verbs": "|".join(map(re.escape, sorted(forms, key=lambda form: (-len(form), form)))),
            "offices": "|".join(form for form, bits in lex.words.items() if bits & Word.ROLE),
            "han": HAN,
        }
        self._lang = lex.lang
        self.following = self._compiled("following")
        """From the end of the quotation: the speaker, then the verb."""
        self.turned = self._compiled("turned")
        """From the end of the quotation: the verb before the speaker."""
        self.preceding = self._compiled("preceding")
        """Up to the beginning of the quotation: the speaker; ``cue`` may be missing."""
        self.source = self._compiled("source")
        """Up to the beginning of the quotation: ``according to X``."""
        self.news = self._compiled("news")
        """As `source`: ``X reports``."""
        self.verb = self._compiled("verb")
        """From the end of a quotation whose speaker is before it: its verb."""
        self.loose = self._compiled("loose")
        """As `verb`, by its form alone."""
        self.passed_on = self._compiled("passed-on")
        """Behind the verb, where the first subject of the clause reports what the second said."""

    def _compiled(self, name: str) -> re.Pattern[str]:
        try:
            return re.compile(self._whole(self._parts.get(name, _NEVER)))
        except (re.error, KeyError, RecursionError) as error:
            raise LexiconFault(f"{self._lang}.txt, pattern {name}: {error}") from None

    def _whole(self, pattern: str) -> str:
        return _PART.sub(lambda part: self._whole(self._parts[part[1]]), pattern)


@cache
def patterns_of(lex: Lexicon) -> _Patterns:
    """Return the patterns of a language; `LexiconFault` if one is none."""
    return _Patterns(lex)


class UnspacedClauses(ReportingClauses):
    """Looks for reporting clauses in one paragraph of such a language."""

    def attribute(self, at: int, begin: int, end: int) -> Attribution | None:
        """Return the clause for the quotation at token `at`, wherever sentences end."""
        frame = self.frame
        start, after = frame.starts[at], frame.ends[at]
        patterns, text = patterns_of(self.lex), self.text
        stop = min(frame.ends[-1], after + _REACH)
        low = max(frame.starts[0], start - _REACH)
        for pattern in (patterns.turned, patterns.following):
            if match := pattern.match(text, after, stop):
                return _made(match, match, 0)
        before = text[low:start]
        source = patterns.source.search(before) or patterns.news.search(before)
        rest = source.end("cue") if source else 0
        match = patterns.preceding.search(before, rest) or patterns.preceding.search(before)
        if match is None:
            return _made(source, source, low) if source else None
        cue = match if match["cue"] else patterns.verb.match(text, after, stop)
        if cue is None and after - start > _SHORTEST:
            cue = patterns.loose.match(text, after, stop)
        if cue is None:
            return _made(source, source, low) if source else None
        if patterns.passed_on.match(text, cue.end(), stop) and (
            inner := patterns.preceding.search(before, match.end(_group(match)) + 1)
        ):
            source, match = match, inner
        attribution = _made(match, cue, low)
        if source and source.start(_group(source)) != match.start(_group(match)):
            attribution.source = _who(source, low)
        return attribution


def _group(match: re.Match[str]) -> str:
    return "who" if match["who"] else "too"


def _who(match: re.Match[str], low: int) -> Mention:
    group = _group(match)
    start, end = match.span(group)
    return Mention(start + low, end + low, match[group], match[group])


def _made(match: re.Match[str], cue: re.Match[str], low: int) -> Attribution:
    shift = low if cue is match else 0
    reason = "colon" if cue["cue"] in (":", "：") else "cue"
    group = "cue" if cue["cue"] is not None else "and"
    start, end = cue.span(group)
    return Attribution(_who(match, low), start + shift, end + shift, reason)
