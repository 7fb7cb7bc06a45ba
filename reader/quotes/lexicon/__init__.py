"""What is known of each language's words: loaded once per language, when first needed.

A data file holds lines ``class: words``. ``said`` is one form; ``сказал/а/и`` is ``сказал``,
``сказала`` and ``сказали``, ``not//ó/a`` only ``notó`` and ``nota``; ``a~b`` is a form of several
words. Lines beginning with # are notes.
"""

from __future__ import annotations

import os
from functools import cache


class Word:
    """What a word can be: bits of one number, as plain integers, since they are asked for often.

    A word without a class is content: noun, name, adjective.
    """

    SAY = 1
    """A reporting verb."""
    MAYBE = 2
    """A reporting verb that is as often a noun (``claims``) or another verb."""
    AUX = 4
    DET = 8
    PREP = 16
    JOIN = 32
    """A conjunction."""
    THAT = 64
    """Opens what was said: ``that``, ``dass``, ``что``."""
    WHO = 128
    """A relative pronoun."""
    PRON = 256
    """A pronoun that can be the subject."""
    ADV = 512
    VERB = 1024
    """A common verb that reports nothing."""
    ACCORDING = 2048
    """The speaker follows: ``according to``, ``laut``."""
    NAMING = 4096
    """A name or a term follows, not speech: ``titled``, ``so-called``, ``film``."""
    TITLE = 8192
    """Before a name, part of it: ``Mr``."""
    ROLE = 16384
    """An office or trade that may stand before a name."""
    PARTICLE = 32768
    """A lower-case part of a name: ``von``."""
    TIME = 65536
    """Days, months: ``said Monday``."""
    BE = 131072
    """Before a form of a reporting verb it makes a passive."""
    OBJECT = 262144
    """A pronoun that cannot be the subject."""
    MOOD = 524288
    """Marks reported speech by itself: ``sei``, ``habe``."""
    NOUN = 1048576
    """A noun for words that were said: ``statement``, ``Aussage``."""
    AFTER = 2097152
    """The cue stands after its source: ``según`` never, ``mukaan`` always."""
    READS = 1 << 30
    """The document follows behind a preposition: ``se lee en``."""
    MONTH = 1 << 31
    """A month that is written small; with a capital it is a name: ``Maja``."""


_CLASSES = {
    "say": Word.SAY, "maybe": Word.MAYBE, "aux": Word.AUX, "det": Word.DET, "prep": Word.PREP,
    "join": Word.JOIN, "that": Word.THAT, "who": Word.WHO, "pron": Word.PRON, "adv": Word.ADV,
    "verb": Word.VERB, "according": Word.ACCORDING, "naming": Word.NAMING, "title": Word.TITLE,
    "role": Word.ROLE, "particle": Word.PARTICLE, "time": Word.TIME, "be": Word.BE | Word.AUX,
    "object": Word.OBJECT, "mood": Word.MOOD, "noun": Word.NOUN,
    "thing": 0, "after": Word.AFTER | Word.ACCORDING,
    "month": Word.TIME | Word.MONTH, "reads": Word.READS | Word.SAY,
}  # fmt: skip
_SETS = frozenset(
    ("abbreviations", "feminine", "masculine", "oblique", "options", "prefixes")
)
LANGUAGES = frozenset(
    ("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "fi", "pl", "cs", "ru", "uk",
     "ja", "zh", "ko", "ar", "tr", "el", "hu", "hi")
)


class Lexicon:
    """The words of one language."""

    __slots__ = (
        "abbreviations", "feminine", "furniture", "lang", "masculine", "oblique",
        "options", "phrases", "prefixes", "words",
    )  # fmt: skip

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words: dict[str, int] = {}
        """Lower-case form -> classes, see `Word`."""
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        """First word -> the rest of a form of several words, and its classes."""
        self.abbreviations: frozenset[str] = frozenset()
        self.furniture: tuple[str, ...] = ()
        """How lines begin that stand between a lead-in and what it leads to."""
        self.feminine: frozenset[str] = frozenset()
        self.masculine: frozenset[str] = frozenset()
        """Titles and the pronoun that agrees with them: ``mr``, ``he``."""
        self.oblique: frozenset[str] = frozenset()
        """Articles that no subject has: ``den``, ``dem``."""
        self.prefixes: frozenset[str] = frozenset()
        """Second parts of verbs that stand at the end of the clause: ``gab … an``."""
        self.options: frozenset[str] = frozenset()
        """``dash``: speech may begin with a dash. ``nouns``: common nouns are capitalised.
        ``inversion``: the subject may follow its verb before the quote.
        ``low``: „…“, so “ closes. ``elision``: articles are glued with an apostrophe.
        ``case``: names are inflected. ``titlecase``: each word of a title has a capital.
        ``articles``: a singular without one is no subject.
        ``compounds``: a word is what its last part is. ``verblast``: the subject may stand
        before a quotation whose verb follows it. ``uncased``: there are no capitals.
        ``particles``: they mark the subject, or words have no blanks between.
        ``prefixed``: conjunctions are glued to the next word."""


def _forms(entry: str) -> list[str]:
    stem, *endings = entry.split("/")
    if endings[0]:
        return [stem] + [stem + ending for ending in endings]
    return [stem + ending for ending in endings[1:]]


@cache
def lexicon(lang: str) -> Lexicon:
    """Return the lexicon of `lang`; one without words if there is none for it."""
    if lang not in LANGUAGES:
        lang = "xx"
    result = Lexicon(lang)
    words = result.words
    path = os.path.join(os.path.dirname(__file__), lang + ".txt")
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            name, _, rest = line.partition(":")
            if not rest or name[0] == "#":
                continue
            if name in _SETS:
                setattr(result, name, getattr(result, name) | frozenset(rest.split()))
            elif name == "furniture":
                result.furniture = tuple(part.strip() for part in rest.split("|"))
            else:
                bit = int(_CLASSES[name])
                for entry in rest.split():
                    for form in _forms(entry) if "/" in entry else (entry,):
                        if "~" in form:
                            first, *others = form.split("~")
                            result.phrases.setdefault(first, []).append((tuple(others), bit))
                        else:
                            words[form] = words.get(form, 0) | bit
    return result
