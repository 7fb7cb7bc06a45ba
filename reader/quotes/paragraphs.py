"""The paragraphs of a story, and what the page says of each."""

from __future__ import annotations

import re
from enum import Enum, auto

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)(?!\s*[—–―-])[^\n]+)*")


class Role(Enum):
    """What a paragraph is to the story."""

    TEXT = auto()
    HEADING = auto()
    BLOCK_QUOTE = auto()
    """Marked as a quotation by the page."""
    OTHER = auto()
    """Code, captions, furniture: nobody is quoted here."""


class Paragraph:
    """A stretch of a story's text and what the page says of it."""

    __slots__ = ("cite", "marked", "role", "start", "text")

    def __init__(
        self, start: int, text: str, role: Role = Role.TEXT, cite: str = "",
        marked: tuple[tuple[int, int], ...] = (),
    ) -> None:  # fmt: skip
        self.start, self.text, self.role = start, text, role
        self.cite = cite
        """The attribution of a block quotation as the page prints it."""
        self.marked = marked
        """What the page itself marks as quoted (``<q>``): start and end within `text`."""

    @property
    def span(self) -> tuple[int, int]:
        """Where the paragraph begins and ends in the story's text."""
        return self.start, self.start + len(self.text)


def paragraphs_of(text: str) -> list[Paragraph]:
    """Return the paragraphs of a plain text, which blank lines part."""
    return [Paragraph(m.start(), m[0]) for m in _PARAGRAPH.finditer(text)]
