"""Tokenise a paragraph, each quotation as one token, and split it into sentences."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.quotation_marks import Stretch
from reader.text.quote_signs import SIGNS

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
MARKS_AND_BLANKS = SIGNS + " \u00a0\u202f"
ANY_POINT = QUOTE | STOP | COMMA | COLON | DASH | POINT
_ACCENTS = "\u0300-\u036f\u064b-\u0652\u0900-\u0903\u093a-\u094f"
"""Combining signs, which stand on the letter before them."""
_JOINT = rf"(?:['’&-]|[{_ACCENTS}]++|\.(?!(?<=[a-zß-ÿа-яё]\.)[A-ZÀ-ÞА-Я][a-zß-ÿа-яё]))"
"""What holds the parts of a word together; no point between two sentences: ``sagte.Dann``."""
_PIECE = re.compile(
    # Most words, in three quarters of the time; the rest takes all. A blank, point or comma is no
    # word anyway, but told apart faster than by its class.
    r" [A-Za-z0-9]++(?=[ ,])|"
    rf"[\s_]*+(?:[^ .,\W_]++(?:{_JOINT}[^ .,\W_]++)*+(?:['’]|[{_ACCENTS}]++)?|[^\w\s])"
)
"""A word or a sign with the blanks before it."""
_BLANKS = re.compile(r"[\s_]+")
"""What may stand in a piece before its word, besides the hyphens of a pronoun that is glued."""
_QUOTED = " "
"""Stands for a quotation among the pieces; no piece is blank."""
_Token = tuple[str, int, int, bool]
"""A word in lower case, its classes, its length, and whether a point behind it belongs to it."""
_POINTS = {
    ".": STOP, "!": STOP, "?": STOP, "…": STOP, "。": STOP, "！": STOP, "？": STOP, ";": STOP,
    "؟": STOP, ",": COMMA, "，": COMMA, "、": COMMA, "،": COMMA, ":": COLON, "：": COLON,
    "—": DASH, "–": DASH, "-": DASH, "―": DASH,
}  # fmt: skip
_DASHES = frozenset(sign for sign, bit in _POINTS.items() if bit == DASH)
_MAY_END = frozenset(("", *(sign for sign, bit in _POINTS.items() if bit == STOP)))
"""Lower-case texts of tokens that may end a sentence; that of a quotation is empty."""
_INSIDE_SENTENCE = frozenset("),;")
"""Signs after a full stop that show it to end an abbreviation."""
_DATELINE = 12
"""Most tokens of a dateline."""
_SHORTEST_HEAD = 4
"""Fewest letters of the last part of a compound."""
_REMEMBERED = 50_000
"""Most words remembered with their classes: the same few thousand make up most texts."""


class Frame:
    """The tokens of one paragraph; a quotation is a single one."""

    __slots__ = ("ends", "flags", "lex", "lows", "quote_at", "starts", "text")

    def __init__(self, text: str, lex: Lexicon) -> None:
        self.text, self.lex = text, lex
        """The whole story; starts and ends count in it."""
        self.lows: list[str] = []
        """The words in lower case; nothing for a quotation."""
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.flags: list[int] = []
        """Classes of `Word` and of this module."""
        self.quote_at: list[int] = []
        """Number of a stretch -> its token."""

    def word(self, at: int) -> str:
        """Return a word as written."""
        start = self.starts[at]
        return self.text[start : start + len(self.lows[at])]


def cut(text: str, start: int, end: int, stretches: Sequence[Stretch], lex: Lexicon) -> Frame:
    """Return the tokens of ``text[start:end]``, where `stretches` do not overlap."""
    # All words of a paragraph at a time, by calls that run over whole lists: a third of the time
    # of a loop over matches.
    frame, vocabulary = Frame(text, lex), _vocabulary(lex)
    pieces: list[str] = []
    widths: list[int] = []
    position = start
    for stretch in stretches:
        if position < stretch.start:
            position = _add_pieces(pieces, text, position, stretch.start, vocabulary)
        frame.quote_at.append(len(pieces))
        widths.append(stretch.end - position)
        pieces.append(_QUOTED)
        position = stretch.end
    if position < end:
        _add_pieces(pieces, text, position, end, vocabulary)
    if not pieces:
        return frame
    tokens = list(map(vocabulary.__getitem__, pieces))
    frame.lows = [token[0] for token in tokens]
    frame.flags = [token[1] for token in tokens]
    reach = list(map(len, pieces))
    reach[0] += start
    for at, width in zip(frame.quote_at, widths, strict=True):
        reach[at] = width if at else start + width
    frame.ends = list(accumulate(reach))
    frame.starts = [end - token[2] for end, token in zip(frame.ends, tokens, strict=True)]
    for at, stretch in zip(frame.quote_at, stretches, strict=True):
        frame.starts[at] = stretch.start
    if not vocabulary.phrase_starts.isdisjoint(frame.lows):
        _mark_phrases(frame, vocabulary)
    return frame


def _add_pieces(pieces: list[str], text: str, start: int, end: int, vocabulary: _Vocabulary) -> int:
    """Add the pieces of ``text[start:end]``, which holds no quotation; return where they end."""
    while end > start and (text[end - 1].isspace() or text[end - 1] == "_"):
        end -= 1
    if start == end:
        return start
    more: list[str] = _PIECE.findall(text, start, end)
    if vocabulary.glued:
        more = [part for piece in more for part in _apart(piece, *vocabulary.glued)]
    if "." in more:
        _join_abbreviations(more, vocabulary)
    pieces += more
    return end


@cache
def _glued(lex: Lexicon) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """Return patterns of an elided word and of a verb with its inverted pronoun; None without them.

    They match pieces, with the blanks before a word.
    """
    if not lex.elided:
        return None
    elided, inverted = (
        "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
        for words in (lex.elided, lex.inverted)
    )
    return (
        re.compile(rf"[\s_]*(?:{elided})['’](?=\w)", re.IGNORECASE),
        re.compile(rf"([\s_]*[^\s_].*?)({inverted or '(?!)'})", re.DOTALL),
    )


def _apart(piece: str, elided: re.Pattern[str], inverted: re.Pattern[str]) -> list[str]:
    """Return the parts of an elided or inverted piece: ``l'homme``, ``dit-il``."""
    parts: list[str] = []
    if glued := elided.match(piece):
        parts.append(glued[0])
        piece = piece[glued.end() :]
    if "-" in piece and (turned := inverted.fullmatch(piece)):
        return [*parts, turned[1], turned[2]]
    return [*parts, piece]


class _Vocabulary(dict[str, _Token]):
    """Pieces of text met so far and the words they hold: classified when first asked for."""

    def __init__(self, lex: Lexicon) -> None:
        self.lex = lex
        self.glued = _glued(lex)
        self.phrase_starts = frozenset(lex.phrases)
        self[_QUOTED] = ("", QUOTE, 0, False)

    def __missing__(self, piece: str) -> _Token:
        word = piece.lstrip()
        token = self._learn(word)
        if len(self) < _REMEMBERED:
            self[piece] = token
        return token

    def _learn(self, word: str) -> _Token:
        lex = self.lex
        if word.isalpha() and word.islower():  # three words of four
            return word, lex.words.get(word, 0), len(word), word in lex.abbreviations
        if len(word) > 1:
            if word[-1] == ".":
                low, flags, length, _ = self[word[:-1]]
                return low, flags, length + 1, False
            if word[0] == "-":
                return self[word[word.rindex("-") + 1 :]]
            if word[0] == "_" and (gap := _BLANKS.match(word)):
                return self[word[gap.end() :]]
        low, flags = _classify(word, lex)
        return low, flags, len(word), low in lex.abbreviations or _is_initial(word, lex)


def _is_initial(word: str, lex: Lexicon) -> bool:
    return (len(word) == 1 and word.isalpha() and word.isupper()) or (
        "nouns" in lex.options and word.isdigit()
    )


@cache
def _vocabulary(lex: Lexicon) -> _Vocabulary:
    return _Vocabulary(lex)


def _join_abbreviations(pieces: list[str], vocabulary: _Vocabulary) -> None:
    """Make the point behind ``Mr`` a part of its piece."""
    joined, last, at = [], len(pieces) - 1, -1
    for _ in range(pieces.count(".")):
        at = pieces.index(".", at + 1)
        if at and (
            (at < last and pieces[at + 1] in _INSIDE_SENTENCE) or vocabulary[pieces[at - 1]][3]
        ):
            joined.append(at)
    for at in reversed(joined):
        pieces[at - 1 : at + 1] = [pieces[at - 1] + "."]


def _classify(word: str, lex: Lexicon) -> tuple[str, int]:
    low = word.lower()
    if len(word) == 1 and not word.isalnum():
        return low, _POINTS.get(word, POINT)
    if lex.elided and word[-1] in "'’":
        bits = lex.elided.get(low[:-1], Word.DET)
        return low, bits | CAP if word[0].isupper() else bits
    flags = lex.words.get(low, 0)
    if word[0].isupper() or (word[0].isdigit() and "-" in word and not word.islower()):
        flags = (0 if flags & Word.MONTH else flags) | CAP  # 58-Jährige
        if not flags & ~CAP and ("nouns" in lex.options or "compounds" in lex.options):
            flags |= _head_of_compound(low, lex)
    elif not flags and low.startswith(lex.glued_conjunctions):
        flags = lex.words.get(low[1:], 0)
    if low[-2:] in lex.possessives:
        flags |= POSSESSIVE
        if not flags & ~(CAP | POSSESSIVE):
            flags |= lex.words.get(low[:-2], 0) & int(Word.ROLE | Word.TITLE)
    return low, flags


def _head_of_compound(low: str, lex: Lexicon) -> int:
    """Return the classes of a compound's last part: ``Bundestrainer`` has those of ``Trainer``."""
    for at in range(2, len(low) - _SHORTEST_HEAD + 1):
        if bits := lex.words.get(low[at:], 0) & int(Word.ROLE | Word.NOUN | Word.NAMING):
            return bits
    return 0


def _mark_phrases(frame: Frame, vocabulary: _Vocabulary) -> None:
    lows, flags = frame.lows, frame.flags
    phrases, starts = vocabulary.lex.phrases, vocabulary.phrase_starts
    for at in [at for at, low in enumerate(lows) if low in starts]:
        for rest, bit in phrases[lows[at]]:
            last = at + len(rest)
            if tuple(lows[at + 1 : last + 1]) == rest:
                keep = CAP & flags[at]
                flags[at] = bit | keep
                for inner in range(at + 1, last + 1):
                    flags[inner] = int(Word.ADV) if not bit & int(Word.ACCORDING) else bit
                break


def sentences(frame: Frame, text: str) -> list[tuple[int, int]]:
    """Return the token ranges of the sentences. A quotation can end one."""
    spans: list[tuple[int, int]] = []
    flags, lows = frame.flags, frame.lows
    count = len(lows)
    begin = _past_dateline(frame)
    if begin:
        spans.append((0, begin))
    for at in [at for at, low in enumerate(lows) if low in _MAY_END]:
        if flags[at] & STOP:
            after = text[frame.starts[at + 1]] if at + 1 < count else ""
            stop = after != ")" and (lows[at] != "." or not after.islower())
        else:
            last = text[frame.starts[at] : frame.ends[at]].rstrip(MARKS_AND_BLANKS)[-1:]
            following = flags[at + 1] if at + 1 < count else STOP
            if last in ".…。":
                stop = bool(following & (CAP | QUOTE))
            elif last in "?!":
                stop = bool(following & (CAP | QUOTE)) and not _clause_follows(flags, at + 1)
            else:
                stop = False
        if stop:
            spans.append((begin, at + 1))
            begin = at + 1
    if begin < count:
        spans.append((begin, count))
    return spans


def _past_dateline(frame: Frame) -> int:
    """Return one past the dash of ``SAND (AP) —`` at a paragraph's beginning, or 0."""
    if _DASHES.isdisjoint(frame.lows[1:_DATELINE]):
        return 0
    place = frame.word(0)
    shouted = len(place) > 2 and place.isupper()
    for at in range(1, min(_DATELINE, len(frame.flags))):
        if frame.flags[at] & (QUOTE | STOP | COLON):
            return 0
        if frame.flags[at] & DASH:
            return at + 1 if shouted or frame.lows[at - 1] == ")" else 0
    return 0


def _clause_follows(flags: list[int], at: int) -> bool:
    """Whether a reporting verb follows within six words: ``"Really?" Ms Weller asked.``."""
    for number in range(at, min(len(flags), at + 6)):
        if flags[number] & Word.SAY:
            return True
        if flags[number] & ANY_POINT:
            return False
    return False
