"""Choose the lexicon for a story: by the language it is said to be in, or by its text."""

from __future__ import annotations

from functools import cache

from reader.quotes.lexicon import LANGUAGES, Lexicon, Word, lexicon

_LOOK = 1500
"""Characters whose words are looked up to see whether a text is in a language at all."""
_SHARE = 0.3
"""Small words make up two fifths of a text and more; of one in another language, a quarter."""
_CYRILLIC = ("ru", "uk")
_NOT_LATIN = frozenset((*_CYRILLIC, "ja", "zh", "ko", "ar", "el", "hi"))
_LATIN = tuple(sorted(LANGUAGES - _NOT_LATIN))
_FUNCTION = int(Word.DET | Word.PREP | Word.PRON | Word.AUX | Word.JOIN | Word.ADV | Word.WHO)


def lexicon_for(lang: str, sample: str) -> Lexicon:
    """Return the lexicon of `lang`, an IETF tag; guess from `sample`, part of the text, if empty.

    Of a language without a lexicon, the reporting words of all those of its script serve.
    """
    primary = lang.split("-")[0].lower()
    if primary not in LANGUAGES:
        primary = _guess(sample)
    return lexicon(primary) if primary in LANGUAGES else _of_script(sample)


def other_lexicon(tried: Lexicon, sample: str) -> Lexicon | None:
    """Return what `sample` may be in, if not in a language few of whose reporting words it has."""
    words = sample[:_LOOK].lower().split()
    if sum(word in tried.words for word in words) > _SHARE * len(words):
        return None
    guess = _guess(sample)
    if guess == tried.lang:
        return None
    other = lexicon(guess) if guess in LANGUAGES else _of_script(sample)
    return other if other.lang != tried.lang and other.words else None


def _guess(sample: str) -> str:
    from reader.text.lang import guess_language  # its words are read only when asked

    return guess_language(sample)


def _of_script(sample: str) -> Lexicon:
    letters = [char for char in sample if char.isalpha()]
    if 2 * sum("Ѐ" <= char <= "ӿ" for char in letters) > len(letters):
        return _merged("cyrillic", _CYRILLIC)
    if 2 * sum(char < "ɐ" for char in letters) > len(letters):
        return _merged("latin", _LATIN)
    return lexicon("xx")


@cache
def _merged(name: str, langs: tuple[str, ...]) -> Lexicon:
    """Return the words of several languages; a verb that is a small word elsewhere is no cue."""
    result = Lexicon(name)
    result.options = frozenset(("inversion", "dash", "low", "unknown"))
    for lang in langs:
        one = lexicon(lang)
        for word, bits in one.words.items():
            result.words[word] = result.words.get(word, 0) | bits
        for word, phrases in one.phrases.items():
            result.phrases.setdefault(word, []).extend(phrases)
        result.abbreviations |= one.abbreviations
    cues = int(Word.SAY | Word.MAYBE | Word.ACCORDING | Word.NOUN | Word.MOOD)
    for word, bits in result.words.items():
        if bits & _FUNCTION:
            result.words[word] = bits & ~cues
    return result
