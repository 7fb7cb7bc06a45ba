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
* ``script``: ``latin``, which is meant if nothing is said, ``cyrillic`` or another. The languages
  of a script stand in for one of that script that has no file.
* ``furniture``: how lines begin that stand between a lead-in and what it leads to, parted by ``|``.
* ``pattern NAME``: for ``clauses: unspaced``, see `reader.quotes.unspaced`.

A fault in a file raises `LexiconFault` with file and line.
"""

from __future__ import annotations

from reader.quotes.lexicon.files import BUNDLED, LexiconFault, Lexicons
from reader.quotes.lexicon.sections import CLASSES, CLAUSES, OPTIONS, Lexicon, Word

__all__ = (
    "BUNDLED", "CLASSES", "CLAUSES", "OPTIONS", "Lexicon", "LexiconFault", "Lexicons", "Word",
)  # fmt: skip
