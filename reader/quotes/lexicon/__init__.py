"""What is known of each language's words: data files beside this one, read when first needed.

A language is one file, ``de.txt`` by its tag; to add one, add its file, and no code. Files whose
names begin with an underscore are no languages: ``_every.txt`` holds the words of names and titles
that stories in any language meet, ``_none.txt`` stands for a language that has no file.

A line is ``section: words``, parted by blanks; a section may have any number of lines, one that
begins with # is a note. What a section can be:

* a word class, see `CLASSES`: ``say: said says``. ``сказал/а/и`` is ``сказал``, ``сказала`` and
  ``сказали``, ``not//ó/a`` only ``notó`` and ``nota``; ``a~b`` is a form of several words. A word
  may be in several classes.
* a word list, any attribute of `Lexicon` that is a set, with hyphens: ``first-person: i``. The
  rules ask for these by name.
* endings or beginnings of words, any attribute of `Lexicon` that is a tuple: ``plural-endings: s``.
* ``elided CLASS``: what is written as one with the next word, without its apostrophe:
  ``elided prep: d dell``.
* ``options``, see `OPTIONS`.
* ``clauses``: how reporting clauses are built, one of `CLAUSES`; nothing for subject, verb, object.
* ``script``, before all words: ``latin``, which is meant if nothing is said, ``cyrillic`` or
  another. The languages of a script stand in for one of that script that has no file.
* ``furniture``: how lines begin that stand between a lead-in and what it leads to, parted by ``|``.
* ``pattern NAME``: for ``clauses: unspaced``, see `reader.quotes.unspaced`.

A fault in a file raises `LexiconFault` with file and line.
"""

from __future__ import annotations

import os

from reader.quotes.lexicon.sections import (
    AFFIXES,
    CLASSES,
    CLAUSES,
    OF_ONE_LANGUAGE,
    OPTIONS,
    WORD_LISTS,
    Lexicon,
    Word,
)

__all__ = (
    "BUNDLED", "CLASSES", "CLAUSES", "OPTIONS", "Lexicon", "LexiconFault", "Lexicons", "Word",
)  # fmt: skip

_ENDING = ".txt"
_EVERY, _NONE = "_every", "_none"
_FUNCTION_WORDS = Word.DET | Word.PREP | Word.PRON | Word.AUX | Word.JOIN | Word.ADV | Word.WHO
_CUES = Word.SAY | Word.MAYBE | Word.ACCORDING | Word.NOUN | Word.MOOD
_OPTIONS_OF_SEVERAL = frozenset(("inversion", "dash", "low", "unknown"))
"""What may be true of a language of which only the script is known."""


class LexiconFault(ValueError):
    """A data file says what cannot be understood; the message names file and line."""


class Lexicons:
    """The lexicons of one directory, each read when first asked for."""

    def __init__(self, directory: str) -> None:
        self._directory = directory
        self._languages: frozenset[str] | None = None
        self._read: dict[str, Lexicon] = {}

    @property
    def languages(self) -> frozenset[str]:
        """Tags of the languages that have a file."""
        if self._languages is None:
            self._languages = frozenset(
                name.removesuffix(_ENDING)
                for name in os.listdir(self._directory)
                if name.endswith(_ENDING) and name[0] != "_"
            )
        return self._languages

    def of(self, lang: str) -> Lexicon:
        """Return the lexicon of `lang`; one without words if there is none for it."""
        name = lang if lang in self.languages else _NONE
        if name not in self._read:
            lexicon = self._read[name] = Lexicon(name)
            for part in (_EVERY, name):
                path = os.path.join(self._directory, part + _ENDING)
                if part[0] != "_" or os.path.exists(path):
                    _read_into(lexicon, path)
        return self._read[name]

    def of_script(self, script: str) -> Lexicon:
        """Return the words of all languages of `script`.

        A verb that is a small word in another of them is no cue.
        """
        key = "script " + script
        if key not in self._read:
            langs = [lang for lang in sorted(self.languages) if self._script_of(lang) == script]
            self._read[key] = _merged(script, [self.of(lang) for lang in langs])
        return self._read[key]

    def _script_of(self, lang: str) -> str:
        """Return the script a file names before its words, of which it may hold thousands."""
        with open(os.path.join(self._directory, lang + _ENDING), encoding="utf-8") as lines:
            for line in lines:
                section, _, rest = line.partition(":")
                if section == "script":
                    return rest.strip()
                if section in CLASSES:
                    break
        return Lexicon.script


def _merged(name: str, lexicons: list[Lexicon]) -> Lexicon:
    merged = Lexicon(name)
    merged.options = _OPTIONS_OF_SEVERAL
    for lexicon in lexicons:
        for word, bits in lexicon.words.items():
            merged.words[word] = merged.words.get(word, 0) | bits
        for word, phrases in lexicon.phrases.items():
            merged.phrases.setdefault(word, []).extend(phrases)
        for attribute in WORD_LISTS - OF_ONE_LANGUAGE:
            setattr(merged, attribute, getattr(merged, attribute) | getattr(lexicon, attribute))
        for attribute in AFFIXES:
            setattr(merged, attribute, getattr(merged, attribute) + getattr(lexicon, attribute))
    for word, bits in merged.words.items():
        if bits & _FUNCTION_WORDS:
            merged.words[word] = bits & ~_CUES
    return merged


def _read_into(lexicon: Lexicon, path: str) -> None:
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line[0] == "#" or line.isspace():
                continue
            section, _, rest = line.partition(":")
            try:
                if not rest or rest.isspace():
                    raise LexiconFault("a line is “section: words”")
                _take(lexicon, section, rest)
            except LexiconFault as fault:
                name = os.path.basename(path)
                raise LexiconFault(f"{name}, line {number}: {fault}") from None


def _take(lexicon: Lexicon, section: str, rest: str) -> None:
    """Add what one line of a data file says."""
    bits = CLASSES.get(section)
    if bits is not None:
        _add_words(lexicon, bits, rest)
        return
    attribute = section.replace("-", "_")
    if attribute in WORD_LISTS:
        setattr(lexicon, attribute, getattr(lexicon, attribute) | frozenset(rest.split()))
    elif attribute in AFFIXES:
        setattr(lexicon, attribute, getattr(lexicon, attribute) + tuple(rest.split()))
    elif section == "options":
        lexicon.options |= frozenset(_known(word, OPTIONS) for word in rest.split())
    elif section == "clauses":
        lexicon.clauses = _known(rest.strip(), CLAUSES)
    elif section == "script":
        if lexicon.words:
            raise LexiconFault("the script is named before all words")
        lexicon.script = rest.strip()
    elif section == "furniture":
        lexicon.furniture += tuple(part.strip() for part in rest.split("|"))
    elif section.startswith("elided "):
        bits = CLASSES[_known(section.removeprefix("elided "), CLASSES)]
        lexicon.elided.update(dict.fromkeys(rest.split(), bits))
    elif section.startswith("pattern "):
        lexicon.patterns[section.removeprefix("pattern ")] = rest.strip()
    else:
        raise LexiconFault(f"there is no section “{section}”")


def _known(word: str, allowed: dict[str, int] | dict[str, str] | frozenset[str]) -> str:
    if word not in allowed:
        raise LexiconFault(f"“{word}” is none of {', '.join(sorted(filter(None, allowed)))}")
    return word


def _add_words(lexicon: Lexicon, bits: int, rest: str) -> None:
    words = lexicon.words
    for entry in rest.split():
        for form in _forms(entry) if "/" in entry else (entry,):
            if "~" in form:
                first, *others = form.split("~")
                lexicon.phrases.setdefault(first, []).append((tuple(others), bits))
            else:
                words[form] = words.get(form, 0) | bits


def _forms(entry: str) -> list[str]:
    stem, *endings = entry.split("/")
    if not endings[-1]:
        raise LexiconFault(f"an ending is missing in “{entry}”")
    if endings[0]:
        return [stem] + [stem + ending for ending in endings]
    return [stem + ending for ending in endings[1:]]


BUNDLED = Lexicons(os.path.dirname(__file__))
"""The lexicons that come with the program."""
