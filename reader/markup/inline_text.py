"""Running text being put together: blanks folded, styles with exact offsets, line breaks."""

from __future__ import annotations

import re

from reader.model.article import Span, SpanStyle
from reader.text.clean import clean

_BLANK = re.compile(r"\s{2,}|[^\S \xa0\u202f\u2007]")
"""A run of blanks, or one that is no plain space; a lone no-break space stays."""


class Inline:
    """The text of one block as it grows.

    Offsets of spans count code points in the text that `take` gives.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blank = False
        self._breaks = 0
        self._open: list[tuple[SpanStyle, str, int]] = []
        self._spans: list[Span] = []

    def __bool__(self) -> bool:
        """Whether there are words."""
        return self._length > 0

    def add(self, raw: str) -> bool:
        """Add words as they stand in the page; False if a paragraph ends before them.

        In that case nothing was added: take the block, then add again.
        """
        text = clean(raw)
        if "\n" in text or "  " in text or not text.isascii():
            text = _BLANK.sub(" ", text)
        words = text.strip(" ")
        if not words:
            self._blank = self._blank or bool(text)
            return True
        if self._breaks > 1 and self._length:
            return False
        if self._length:
            if self._breaks:
                self._append("\n")
            elif self._blank or text[0] == " ":
                self._append(" ")
        self._breaks = 0
        self._append(words)
        self._blank = text[-1] == " "
        return True

    def add_break(self) -> None:
        """Add a line break; two of them end a paragraph."""
        self._breaks += 1

    def fresh_line(self) -> None:
        """Let what comes next stand on a new line."""
        self._breaks = max(self._breaks, 1)

    def open(self, style: SpanStyle, url: str = "") -> None:
        """Begin a style with the next words."""
        self._open.append((style, url, self._length))

    def close(self) -> None:
        """End the style that was opened last."""
        if self._open:
            self._keep(*self._open.pop())

    def take(self) -> tuple[str, tuple[Span, ...]]:
        """Return text and spans, and begin anew; styles still open go on in the next block."""
        for style, url, start in self._open:
            self._keep(style, url, start)
        pieces, spans = self._parts, self._spans
        self._open = [(style, url, 0) for style, url, _ in self._open]
        self._parts, self._spans = [], []
        self._length, self._blank, self._breaks = 0, False, 0
        text = "".join(pieces)
        whole = clean(text)
        if whole != text:  # a mark that composes with a letter of another element
            spans = _moved(spans, text)
            text = whole
        return text, tuple(sorted(set(spans), key=_order))

    def _append(self, text: str) -> None:
        if self._open and text in (" ", "\n"):  # the blank before a style's words is not in it
            here, after = self._length, self._length + 1
            self._open = [
                (style, url, after if start == here else start) for style, url, start in self._open
            ]
        self._parts.append(text)
        self._length += len(text)

    def _keep(self, style: SpanStyle, url: str, start: int) -> None:
        if start < self._length:
            self._spans.append(Span(start, self._length, style, url))


def _moved(spans: list[Span], text: str) -> list[Span]:
    """Return `spans` of `text` as spans of ``clean(text)``."""
    moved = []
    for span in spans:
        start, end = len(clean(text[: span.start])), len(clean(text[: span.end]))
        if start < end:
            moved.append(Span(start, end, span.style, span.url))
    return moved


def _order(span: Span) -> tuple[int, int, str, str]:
    """From the outside in; those over the same words always in the same order."""
    return span.start, -span.end, span.style, span.url
