"""Cut what stands around the quotes of a paragraph into words: the frame of the quotes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.marks import Stretch

QUOTE = 1 << 22
"""A whole quotation: one token."""
STOP = 1 << 23
"""Ends a sentence."""
COMMA = 1 << 24
COLON = 1 << 25
DASH = 1 << 26
POINT = 1 << 27
"""Any other character that is no word."""
CAP = 1 << 28
"""A word with a capital letter."""
POSSESSIVE = 1 << 29
FUNCTIONAL = int(
    Word.SAY | Word.AUX | Word.PREP | Word.JOIN | Word.THAT | Word.WHO | Word.ADV | Word.VERB
    | Word.TIME | Word.BE | Word.OBJECT | Word.ACCORDING
)  # fmt: skip
ANY_POINT = QUOTE | STOP | COMMA | COLON | DASH | POINT
_TOKEN = re.compile(r"[^\W_]+(?:[.'’&-][^\W_]+)*['’]?|[^\w\s]")
_POINTS = {
    ".": STOP, "!": STOP, "?": STOP, "…": STOP, "。": STOP, "！": STOP, "？": STOP, ";": STOP,
    "؟": STOP, ",": COMMA, "，": COMMA, "、": COMMA, "،": COMMA, ":": COLON, "：": COLON,
    "—": DASH, "–": DASH, "-": DASH, "―": DASH,
}  # fmt: skip
_SHORTEST_HEAD = 4
"""Letters of the last part of a compound that is looked up."""
_REMEMBERED = 50_000
"""Words kept classified: the same few thousand make up most texts."""
_POSSESSIVES = frozenset(("'s", "’s", "s'", "s’"))
_ELIDED = re.compile(r"(?:[ldnsmtcj]|qu|dell|all|dall|nell|sull|un|quest)['’](?=\w)", re.IGNORECASE)
_INVERTED = re.compile(r"(.+?)(?:-t)?-(il|elle|on|ils|elles|je|nous|vous|lo|le|los)\Z")


class Frame:
    """The tokens of one paragraph; a quotation is a single one."""

    __slots__ = ("ends", "flags", "lows", "quote_at", "starts", "words")

    def __init__(self) -> None:
        self.words: list[str] = []
        self.lows: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.flags: list[int] = []
        """Classes of `Word` and of this module."""
        self.quote_at: dict[int, int] = {}
        """Number of a stretch -> its token."""

    def add(self, word: str, start: int, flags: int) -> None:
        """Append a token that is `word`, at `start` of the text."""
        self.words.append(word)
        self.lows.append(word.lower())
        self.starts.append(start)
        self.ends.append(start + len(word))
        self.flags.append(flags)


def cut(text: str, start: int, end: int, stretches: Sequence[Stretch], lex: Lexicon) -> Frame:
    """Return the tokens of ``text[start:end]``, where `stretches` do not overlap."""
    frame = Frame()
    position = start
    for number, stretch in enumerate(stretches):
        _cut_plain(frame, text, position, stretch.start, lex)
        frame.quote_at[number] = len(frame.words)
        frame.words.append("")
        frame.lows.append("")
        frame.starts.append(stretch.start)
        frame.ends.append(stretch.end)
        frame.flags.append(QUOTE)
        position = stretch.end
    _cut_plain(frame, text, position, end, lex)
    if lex.phrases:
        _mark_phrases(frame, lex)
    return frame


def _cut_plain(frame: Frame, text: str, start: int, end: int, lex: Lexicon) -> None:
    elision = "elision" in lex.options
    for match in _TOKEN.finditer(text, start, end):
        word, at = match[0], match.start()
        if len(word) == 1 and not word.isalnum():
            flags = _POINTS.get(word, POINT)
            if word == "." and _is_abbreviation(frame, lex, at):
                flags = POINT
                frame.ends[-1] += 1
                continue
            frame.add(word, at, flags)
            continue
        if elision:
            if glued := _ELIDED.match(word):
                frame.add(glued[0], at, int(Word.DET))
                at += glued.end()
                word = word[glued.end() :]
            if "-" in word and (turned := _INVERTED.match(word)):
                _add_word(frame, turned[1], at, lex)
                _add_word(frame, turned[2], at + turned.start(2), lex)
                continue
        _add_word(frame, word, at, lex)


def _add_word(frame: Frame, word: str, at: int, lex: Lexicon) -> None:
    known = lex.seen.get(word)
    if known is None:
        known = _classify(word, lex)
        if len(lex.seen) < _REMEMBERED:
            lex.seen[word] = known
    frame.words.append(word)
    frame.lows.append(known[0])
    frame.starts.append(at)
    frame.ends.append(at + len(word))
    frame.flags.append(known[1])


def _classify(word: str, lex: Lexicon) -> tuple[str, int]:
    low = word.lower()
    flags = lex.words.get(low, 0)
    if word[0].isupper() or (word[0].isdigit() and "-" in word and not word.islower()):
        flags |= CAP  # 58-Jährige
        if "nouns" in lex.options and not flags & ~CAP:
            flags |= _head_of_compound(low, lex)
    if low[-2:] in _POSSESSIVES:
        flags |= POSSESSIVE
        if not flags & ~(CAP | POSSESSIVE):
            flags |= lex.words.get(low[:-2], 0) & int(Word.ROLE | Word.TITLE)
    return low, flags


def _head_of_compound(low: str, lex: Lexicon) -> int:
    """What a compound is by its last part: ``Bundestrainer`` a ``Trainer``."""
    for at in range(2, len(low) - _SHORTEST_HEAD + 1):
        if bits := lex.words.get(low[at:], 0) & int(Word.ROLE | Word.NOUN | Word.NAMING):
            return bits
    return 0


def _is_abbreviation(frame: Frame, lex: Lexicon, at: int) -> bool:
    if not frame.words or frame.ends[-1] != at:
        return False
    low, word = frame.lows[-1], frame.words[-1]
    if low in lex.abbreviations:
        return True
    return (len(word) == 1 and word.isalpha() and word.isupper()) or (
        "nouns" in lex.options and word.isdigit()
    )


def _mark_phrases(frame: Frame, lex: Lexicon) -> None:
    lows, flags, phrases = frame.lows, frame.flags, lex.phrases
    for at, low in enumerate(lows):
        for rest, bit in phrases.get(low, ()):
            last = at + len(rest)
            if tuple(lows[at + 1 : last + 1]) == rest:
                keep = CAP & flags[at]
                flags[at] = bit | keep
                for inner in range(at + 1, last + 1):
                    flags[inner] = int(Word.ADV) if not bit & int(Word.ACCORDING) else bit
                break


def sentences(frame: Frame, text: str) -> list[tuple[int, int]]:
    """Return the token ranges of the sentences. A quotation can end one."""
    found: list[tuple[int, int]] = []
    flags, words = frame.flags, frame.words
    begin, count = 0, len(words)
    for at in range(count):
        flag = flags[at]
        if flag & STOP:
            after = words[at + 1][:1] if at + 1 < count else ""
            stop = after != ")" and (words[at] != "." or not after.islower())
        elif flag & QUOTE:
            last = text[frame.starts[at] : frame.ends[at]].rstrip("\"'”’»“‘` \u00a0\u202f」』")[-1:]
            following = flags[at + 1] if at + 1 < count else STOP
            if last in ".…。":
                stop = bool(following & (CAP | QUOTE))
            elif last in "?!":
                stop = bool(following & (CAP | QUOTE)) and not _clause_follows(flags, at + 1)
            else:
                stop = False
        else:
            stop = False
        if stop:
            found.append((begin, at + 1))
            begin = at + 1
    if begin < count:
        found.append((begin, count))
    return found


def _clause_follows(flags: list[int], at: int) -> bool:
    """A reporting verb within a few words of a name: ``"Really?" Ms Weller asked.``."""
    for number in range(at, min(len(flags), at + 6)):
        if flags[number] & Word.SAY:
            return True
        if flags[number] & ANY_POINT:
            return False
    return False
