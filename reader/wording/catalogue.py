"""The words of the interface, in the language of the person who reads.

Each language is one file in ``languages/``; `en.toml` is complete by definition, another falls back
to it word by word. Keys are ``table.word``; numbers choose between ``word_one`` and ``word``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import cache

from reader.model.error_words import speak_with

LANGUAGES = ("en", "de")
_chosen = "en"
_find: Callable[[], str] | None = None


def use_language(tag: str, environ: Mapping[str, str] | None = None) -> str:
    """Speak the language of `tag`, or that of the environment if it is empty; return which.

    A language without a file is answered in English.
    """
    global _chosen, _find
    _find = None
    named = tag
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        named = named or (environ or {}).get(name, "")
    primary = named.replace("-", "_").partition("_")[0].partition(".")[0].lower()
    _chosen = primary if primary in LANGUAGES else "en"
    return _chosen


def find_language(find: Callable[[], str], environ: Mapping[str, str]) -> None:
    """Speak the language whose tag `find` returns; it is asked when the first word is needed."""
    global _find

    def find_and_use() -> str:
        return use_language(find(), environ)

    _find = find_and_use


def spoken_language() -> str:
    """Return the language that is spoken."""
    return _find() if _find is not None else _chosen


def say(key: str, /, **values: object) -> str:
    """Return the words for `key`, with `values` put in; raises `KeyError` for an unknown key.

    With a value called ``count`` that is 1, ``key_one`` is taken where there is one.
    """
    chosen, english = words(spoken_language()), words("en")
    if values.get("count") == 1:
        key = f"{key}_one" if f"{key}_one" in english else key
    text = chosen.get(key) or english[key]
    return text.format(**values) if values else text


def times(count: int) -> str:
    """How often something was done, in a sentence: ``once``, ``twice``, ``three times``."""
    written = say("count.times").split()
    return written[count - 1] if count <= len(written) else say("count.often", number=number(count))


def in_a_sentence(words: str) -> str:
    """A sentence's words behind others: ``There is`` becomes ``there is``, ``HTTP`` stays."""
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def number(count: int) -> str:
    """A small number as it is written in a sentence: ``six``, but ``63``."""
    written = say("count.numbers").split()
    return written[count] if 0 <= count < len(written) else str(count)


def decimal(value: float) -> str:
    """A number with one decimal place as it is written: ``4.5``."""
    return f"{value:.1f}".replace(".", say("count.point"))


@cache
def words(language: str) -> dict[str, str]:
    """Return all words of one language by their keys."""
    import tomllib  # by whom nothing is said, nothing is paid

    # By its path: to import `importlib.resources` takes longer than to read all the words.
    path = os.path.join(os.path.dirname(__file__), "languages", f"{language}.toml")
    with open(path, "rb") as file:
        tables = tomllib.load(file)
    return {
        f"{table}.{word}": text
        for table, entries in tables.items()
        for word, text in entries.items()
    }


speak_with(say)
