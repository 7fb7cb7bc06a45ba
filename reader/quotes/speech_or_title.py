"""Tell speech from titles, names, terms and scare quotes."""

from __future__ import annotations

import re

from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.tokens import ANY_POINT, CAP, COLON, COMMA, POSSESSIVE, STOP, Frame

_WORDS = re.compile(r"[^ ,\W_]++(?:['’.-][^ ,\W_]++)*+")
_ENDS = ".!?…。।؟۔"
_COMPLETE = 3
"""Fewest words of speech without a known reporting verb."""
_LONGEST_TITLE = 7
"""Fewest words that no name or title has."""
_LONGEST_NAME = 3
"""Most words of a name."""
_NEAR = 8
"""Words on either side in which a verb of speaking stands that ``von „…“`` goes with."""
_LONGEST_SMALL = 4
"""As `_LONGEST_TITLE` where it begins with a small letter."""
_ENOUGH = 64
"""Characters that hold more words than any title has: where small words are among them, nothing
is asked of the rest."""


def is_speech(
    inside: str, frame: Frame, at: int, cued: bool, closes: bool, lex: Lexicon, introduced: bool
) -> bool:
    """Whether the quotation at token `at` is speech, not a title, a name or a term.

    `inside`: its text without the marks. `cued`: a reporting clause with a speaker was found.
    `closes`: its own punctuation announces that a clause follows. `introduced`: a colon or a comma
    stands directly before it.
    """
    words = _WORDS.findall(inside, 0, _ENOUGH)
    if len(inside) > _ENOUGH and (len(words) <= _LONGEST_TITLE or _title_shaped(words, lex)):
        words = _WORDS.findall(inside)
    if not words:
        return False
    flags = frame.flags
    before = flags[at - 1] if at else 0
    follows = flags[at + 1] if at + 1 < len(flags) else 0
    ends = inside.rstrip()[-1:] in _ENDS
    if len(words) < _LONGEST_NAME and not ends and follows & CAP and (
        before & CAP or (before & STOP and at > 1 and "." in frame.lows[at - 2])
    ):
        return False  # Jo “Spud” Keane, C.L. “Spud” Keane
    if at and len(words) <= _LONGEST_SMALL and not ends and _is_gloss(frame, at):
        return False
    if not lex.words or ("unknown" in lex.options and not cued):
        return len(words) >= _COMPLETE and (ends or closes or introduced)
    if len(words) == 1 and "." in words[0][1:-1] and not inside.strip().count(" "):
        return False  # „beispiel.org“
    if "nouns" in lex.options:
        return _is_speech_among_capital_nouns(words, frame, at, cued, closes, introduced, ends, lex)
    reported = cued and words[0][0].islower() and not follows & Word.SAY
    if at and len(words) <= _LONGEST_NAME and not ends and follows & COLON:
        return False
    if at and not cued and frame.lows[at - 1] in lex.so_called:
        return False
    title = _title_shaped(words, lex)
    small = words[0][0].islower() or "titlecase" in lex.options
    if before & Word.NAMING and not (cued or introduced or ends):
        return False
    if len(words) >= (_LONGEST_SMALL if small else _LONGEST_TITLE) and not title:
        return True
    if before & Word.NAMING and not reported and not introduced:
        return False
    if (
        len(words) <= 4
        and words[0][0].isupper()
        and not ends
        and not introduced
        and at
        and "titlecase" not in lex.options
        and "," not in inside[-1:]
        and not before & ANY_POINT
    ):
        return False
    if title and at and (
        (frame.lows[at - 1] in lex.in_words and not ends and len(words) <= 4)
        or _after_a_work(frame, at)
    ):
        return False  # In “Low Water,” her novel, … on Harbour Radio’s “The Early Tide.”
    if cued and (closes or before & COLON):
        return True
    if len(words) >= 2 and not ends and title:
        return False
    if cued:
        return True
    if introduced and (len(words) >= 3 or ends):
        return True
    return len(words) >= _LONGEST_SMALL and (ends or inside.rstrip()[-1:] == ",")


def _is_gloss(frame: Frame, at: int) -> bool:
    """Whether the quotation at token `at` explains what stands before it: ``(short: “…”)``."""
    flags, lows = frame.flags, frame.lows
    before = at - 1
    if flags[before] & COLON:
        before -= 2
    closes = at + 1 < len(lows) and (lows[at + 1] == ")" or flags[at + 1] & COMMA)
    return before >= 0 and lows[before] == "(" and bool(closes)


def _after_a_work(frame: Frame, at: int) -> bool:
    """Whether what stands before the token `at` shows that a title of a work follows."""
    flags, lows, lex = frame.flags, frame.lows, frame.lex
    before = at - 1
    if flags[before] & COMMA and before and flags[before - 1] & Word.NAMING:
        return True  # her memoir, “…”
    if lows[before] in lex.of_words and before and lows[before - 1] in lex.makers:
        return True  # the author of “…”
    if flags[before] & POSSESSIVE:
        while before and flags[before] & (CAP | POSSESSIVE):
            before -= 1
    return lows[before] in lex.told_words or (
        lows[before] in lex.on_words and bool(flags[before] & Word.PREP)
    )


def _is_speech_among_capital_nouns(
    words: list[str], frame: Frame, at: int, cued: bool, closes: bool, introduced: bool, ends: bool,
    lex: Lexicon,
) -> bool:  # fmt: skip
    """As `is_speech` for German: names, titles and terms begin with a capital there."""
    flags = frame.flags
    before = flags[at - 1] if at else 0
    begins_small = words[0][0].islower()
    if len(words) >= (_LONGEST_SMALL if begins_small else _LONGEST_TITLE):
        return True
    if before & (Word.NAMING | Word.ACCORDING) and not introduced:
        return False
    if before & COLON and at > 1 and flags[at - 2] & Word.NAMING and not ends:
        return False
    follows = flags[at + 1] if at + 1 < len(flags) else 0
    if cued and not at and follows & COLON and len(words) > 2:
        return True  # „Ein guter Tag“: Harms freut sich
    word_before = frame.lows[at - 1 if at else 0]
    apart = begins_small or ends or introduced or word_before in lex.speech_nouns
    starts = not at or bool(before & ANY_POINT)
    if cued and ((closes and (apart or starts)) or before & COLON):
        return True
    if cued:
        if word_before in lex.definite_articles and not begins_small:
            return ends
        if introduced and len(words) == 1:
            return ends or begins_small
        return (
            apart
            or len(words) > _LONGEST_NAME
            or any(lex.words.get(word.lower(), 0) & Word.PRON for word in words[:2])
            or not _may_be_a_name(frame, at)
        )
    return (introduced and (len(words) >= 3 or ends)) or (len(words) >= 4 and ends)


def _may_be_a_name(frame: Frame, at: int) -> bool:
    """Whether nothing before the token shows that it is a term: ``als „…“``, ``eine „…“``."""
    lex = frame.lex
    for number in range(at - 1, max(-1, at - 3), -1):
        low = frame.lows[number]
        if low.startswith(lex.term_stems) or low in lex.term_words:
            return False
        if low in lex.of_words and any(
            word.startswith(lex.speaking_stems)
            for word in frame.lows[max(0, at - _NEAR) : at + _NEAR]
        ):
            return False
        if frame.flags[number] & (CAP | ANY_POINT):
            break
    return True


def _title_shaped(words: list[str], lex: Lexicon) -> bool:
    small = lex.title_small_words
    return all(word[0].isupper() or word[0].isdigit() or word in small for word in words) and bool(
        words[0][0].isupper() or (words[0][0].isdigit() and words[-1][0].isupper())
    )
