"""Roles of people, by the apposition behind a name: ``Mara Okafor, the salvage master who …``."""

from __future__ import annotations

import re
from functools import cache

from reader.quotes.lexicon import Lexicon, Word

_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*")
_OPENING = re.compile(r",[ \u00a0]+")
MOST_WORDS = 5
"""Most words of a role; a longer apposition is a sentence about the person."""
_LIMIT = 20
"""Most mentions of one person that are looked at."""
_ENDS = int(
    Word.WHO | Word.PREP | Word.JOIN | Word.SAY | Word.AUX | Word.BE | Word.THAT | Word.VERB
)
_VERBS = int(Word.SAY | Word.AUX | Word.BE | Word.VERB)


@cache
def _age(lex: Lexicon) -> re.Pattern[str]:
    """Return what matches an age behind a name: ``, 61,``, ``, aged 61,``."""
    words = "|".join(map(re.escape, lex.age_words)) or "(?!)"
    return re.compile(rf",\s+(?:(?:{words})\s+)?\d{{1,3}}(?=,)")


class Roles:
    """Looks up the apposition behind a name, at its first mention that has one."""

    def __init__(self, text: str, lex: Lexicon) -> None:
        self._text, self._lex = text, lex
        self._roles: dict[str, str] = {}

    def of(self, name: str) -> str:
        """Return the role of a person by the name's longest form; empty if none is given."""
        if name not in self._roles:
            self._roles[name] = self._look_up(name)
        return self._roles[name]

    def _look_up(self, name: str) -> str:
        at = -1
        for _ in range(_LIMIT):
            at = self._text.find(name, at + 1)
            if at < 0:
                break
            role = self._behind(at + len(name))
            if role:
                return role
        return ""

    def _behind(self, at: int) -> str:
        """Return the role that follows the comma at `at`, behind a name; empty if none does."""
        text, words = self._text, self._lex.words
        if text[at : at + 1] != ",":
            return ""
        if age := _age(self._lex).match(text, at):
            at = age.end()
        opening = _OPENING.match(text, at)
        if opening is None:
            return ""
        position = start = opening.end()
        role_words: list[str] = []
        certain = False
        while len(role_words) <= MOST_WORDS:
            word = _WORD.match(text, position)
            if word is None:
                break
            bits = words.get(word[0].lower(), 0)
            if not role_words and bits & Word.DET and position == start:
                start = position = word.end() + 1
                certain = True
                continue
            if bits & _VERBS and not bits & Word.ROLE:
                return ""  # Selon X, le pont est …
            if bits & _ENDS and not bits & Word.ROLE:
                break
            certain = certain or bool(bits & Word.ROLE)
            role_words.append(word[0])
            position = word.end()
            if text[position : position + 1] != " ":
                break
            position += 1
        follows = text[position : position + 1]
        if not role_words or len(role_words) > MOST_WORDS or not certain:
            return ""
        if follows not in (",", ".", ";", "") and not follows.isalpha():
            return ""
        nouns = "nouns" in self._lex.options
        if role_words[-1][0].isupper() and not nouns:
            return ""  # another name: "Brandt, the Halcyon"
        return text[start:position].strip()
