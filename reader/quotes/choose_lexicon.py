"""Choose the lexicon for a story: by the language it is said to be in, or by its text."""

from __future__ import annotations

from reader.quotes.lexicon import BUNDLED, Lexicon, Lexicons

_SAMPLE = 1500
"""Characters of a text whose words are looked up to tell whether it is in a language."""
_SHARE = 0.3
"""Least share of a text's words that its lexicon knows: two fifths and more are usual, a quarter in
a lexicon of another language."""
_SCRIPTS = {"cyrillic": ("Ѐ", "ӿ"), "latin": ("\0", "ɏ")}
"""Scripts whose languages stand in for one another, with their first and last letter."""


def lexicon_for(lang: str, sample: str, lexicons: Lexicons = BUNDLED) -> Lexicon:
    """Return the lexicon of `lang`, an IETF tag; guess from `sample`, part of the text, if empty.

    Of a language without a lexicon, the reporting words of all those of its script serve.
    """
    primary = lang.split("-")[0].lower()
    if primary not in lexicons.languages:
        primary = _guess(sample)
    return lexicons.of(primary) if primary in lexicons.languages else _of_script(sample, lexicons)


def other_lexicon(tried: Lexicon, sample: str, lexicons: Lexicons = BUNDLED) -> Lexicon | None:
    """Return the lexicon `sample` seems to be in, if `tried` knows few of its words; else None."""
    words = sample[:_SAMPLE].lower().split()
    if sum(word in tried.words for word in words) > _SHARE * len(words):
        return None
    guess = _guess(sample)
    if guess == tried.lang:
        return None
    other = lexicons.of(guess) if guess in lexicons.languages else _of_script(sample, lexicons)
    return other if other.lang != tried.lang and other.words else None


def _guess(sample: str) -> str:
    from reader.text.guess_language import guess_language  # its words are read only when asked

    return guess_language(sample)


def _of_script(sample: str, lexicons: Lexicons) -> Lexicon:
    letters = [char for char in sample if char.isalpha()]
    for script, (first, last) in _SCRIPTS.items():
        if 2 * sum(first <= char <= last for char in letters) > len(letters):
            return lexicons.of_script(script)
    return lexicons.of("")
