"""Coreference of names: a surname stands for the longest form of the name in the story."""

from __future__ import annotations

import re
from functools import cache

from reader.quotes.lexicon import Lexicon, Word

_GIVEN = re.compile(r"[^\W\d_a-z]\w+")
_SUFFIX = re.compile(r"['’][a-zçğıöşü]{0,3}\Z")
"""An ending behind an apostrophe: ``Farley’s``, ``Fırat'ın``."""
_BLANKS = (" ", "\u00a0")
_LONGEST = 48
"""Most characters of all forenames."""
_LIMIT = 40


@cache
def _forenames_before(lex: Lexicon) -> re.Pattern[str]:
    """Return what matches one to three forenames, with particles between, at the end."""
    particles = "|".join(map(re.escape, lex.name_particles)) or r"(?!)"
    return re.compile(rf"(?:[^\W\d_a-zà-ÿ][\w.’'-]*[ \u00a0](?:(?:{particles}) )*){{1,3}}\Z")


class Names:
    """Looks up the full form of a surname in a story's text."""

    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text, self.lex = text, lex
        self._full: dict[str, str] = {}
        self._shared: set[str] = set()

    def full(self, name: str) -> str:
        """Return the longest form of `name` in the story; the surname if two persons share it."""
        longest = self._full.get(name)
        if longest is None:
            longest = self._full[name] = self._longest(name)
        return longest

    def _longest(self, name: str) -> str:
        bare = _SUFFIX.sub("", name)
        classes = self.lex.words
        words = [w for w in bare.split() if not classes.get(w.lower().rstrip("."), 0) & Word.TITLE]
        if len(words) != 1:
            return " ".join(words) or bare
        return self._look_up(words[0])

    def with_role(self, name: str, role: str) -> str:
        """Return as `full`; of two persons who share the name, the one the text gives `role`."""
        full = self.full(name)
        if not role or " " in full or not full:
            return full
        forms = re.findall(
            rf"\b{re.escape(role)} ((?:[^\W\d_a-z][\w.’'-]* ){{1,3}}{re.escape(full)})\b", self.text
        )
        return forms[0] if len(set(forms)) == 1 else full

    def is_shared(self, name: str) -> bool:
        """Whether `name` is a surname that several people of the story have."""
        return name in self._shared

    def _look_up(self, surname: str) -> str:
        forms: dict[str, int] = {}
        rivals, at = set[str](), -1
        for _ in range(_LIMIT):
            at = self.text.find(surname, at + 1)
            if at < 0:
                break
            if self.text[at - 1 : at] not in _BLANKS:
                continue
            after = self.text[at + len(surname) : at + len(surname) + 1]
            if after.isalnum():
                continue
            before = self._forenames(at)
            if not before:
                continue
            kept: list[str] = []
            for word in reversed(before[0].split()):
                bits = self.lex.words.get(word.lower().rstrip("."), 0)
                if bits & ~int(Word.PARTICLE) and not (len(word) == 2 and word[1] == "."):
                    break
                if word.endswith((".", "'s", "’s")) and len(word) > 2:
                    break
                kept.insert(0, word)
            while kept and kept[0].islower():
                kept.pop(0)
            if not kept or ("nouns" in self.lex.options and len(kept) > 1):
                kept = kept[-1:]
            if kept:
                rivals.add(kept[0])
                form = " ".join([*kept, surname])
                forms[form] = forms.get(form, 0) + 1
        if not forms:
            return self._family_first(surname)
        # Two spellings of one first name are one person; two first names are two.
        if len({rival[0] for rival in rivals}) > 1:
            self._shared.add(surname)
            return surname
        return max(forms, key=lambda form: (forms[form], len(form)))

    def _forenames(self, at: int) -> re.Match[str] | None:
        """Match the forenames that end at `at`, if there are any."""
        text, low = self.text, max(0, at - _LONGEST)
        start, end = at, at - 1
        while end > low:
            begin = max(low, text.rfind(" ", low, end) + 1)
            word = text[begin:end]
            if word.isascii() and word.islower() and word not in self.lex.name_particles:
                break
            start, end = begin, begin - 1
        return _forenames_before(self.lex).search(text, start, at) if start < at else None

    def _family_first(self, name: str) -> str:
        """Return ``Xi Jinping`` for ``Xi``, if an office before it shows a person."""
        at = -1
        for _ in range(_LIMIT):
            at = self.text.find(name + " ", at + 1)
            if at < 0:
                break
            before = self.text[max(0, at - 30) : at].split()
            given = _GIVEN.match(self.text, at + len(name) + 1)
            if before and given:
                bits = self.lex.words.get(before[-1].lower(), 0)
                if bits & (Word.ROLE | Word.TITLE):
                    return f"{name} {given[0]}"
        return name
