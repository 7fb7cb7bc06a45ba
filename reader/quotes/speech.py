"""Tell speech from titles, names, terms and scare quotes."""

from __future__ import annotations

import re

from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.mentions import is_content
from reader.quotes.tokens import CAP, COLON, COMMA, Frame

_WORDS = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_ENDS = ".!?…。।؟۔"
_COMPLETE = 3
"""Words that make a quotation complete where no reporting verb is known to vouch for it."""
_SMALL = frozenset(re.split(
    " ",
    "a an the of and in on to for at by with from or as is vs der die das und von im am zur de la "
    "le les du et el los y il lo e di da do dos og och i",
))


def is_speech(
    words: str, frame: Frame, at: int, cued: bool, closes: bool, lex: Lexicon, introduced: bool
) -> bool:
    """Whether the quotation at token `at`, whose inside is `words`, was said by somebody.

    `cued`: a reporting clause with a speaker was found. `closes`: a clause follows that its own
    punctuation announces. `introduced`: a colon or a comma stands directly before it.
    """
    found = _WORDS.findall(words)
    if not found:
        return False
    flags = frame.flags
    before = flags[at - 1] if at else 0
    ends = words.rstrip()[-1:] in _ENDS
    if not lex.words:
        return len(found) >= _COMPLETE and (ends or closes or introduced)
    reported = cued and found[0][0].islower() and "nouns" not in lex.options
    if before & Word.NAMING and not reported and not introduced:
        return False
    if (
        len(found) <= 4
        and found[0][0].isupper()
        and not ends
        and not introduced
        and at
        and lex.lang != "en"
        and "," not in words[-1:]
        and (is_content(before) if "nouns" not in lex.options else bool(before & (CAP | Word.DET)))
    ):
        return False
    if cued and (closes or before & COLON):
        return True
    if len(found) >= 2 and not ends and _title_shaped(found) and "nouns" not in lex.options:
        return False
    if cued:
        if len(found) <= 3 and not ends and not introduced and "nouns" in lex.options:
            return not _named_by_noun(frame, at)
        return True
    if introduced and (len(found) >= 3 or ends):
        return True
    return len(found) >= 4 and ends


def _named_by_noun(frame: Frame, at: int) -> bool:
    """Whether a noun with its article stands directly before: ``die Aktion „…“``."""
    flags = frame.flags
    return at >= 2 and bool(flags[at - 1] & CAP) and bool(
        flags[at - 2] & (Word.DET | COMMA)
    )


def _title_shaped(found: list[str]) -> bool:
    return all(word[0].isupper() or word[0].isdigit() or word in _SMALL for word in found) and bool(
        found[0][0].isupper()
    )
