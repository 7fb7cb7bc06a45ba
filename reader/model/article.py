"""A story's full text: blocks, inline spans, where it came from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from reader.model.quote import Quote

BLOCK_BREAK = "\n\n"
"""What stands between two blocks in `Article.text`."""


class BlockKind(StrEnum):
    """What a block is, as the page or the feed meant it.

    Whoever treats the kinds apart does so by a `match` that ends with `assert_never`, so that mypy
    names every such place when a kind is added.
    """

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    """A block quotation, marked as such by the page."""
    LIST = "list"
    """One item of a list; neighbours of this kind make the list."""
    IMAGE = "image"
    """`text` is the caption."""
    CODE = "code"
    """`text` is literal, with line breaks."""
    TABLE = "table"
    """`rows` holds the cells; `text` the same, cells parted by tabs, rows by line breaks."""
    EMBED = "embed"
    """A post from another site shown inside the story; `cite` names its author."""
    RULE = "rule"
    """A break between parts, without words."""

    @property
    def is_quotation(self) -> bool:
        """Whether the page set its words apart as somebody else's."""
        match self:
            case BlockKind.QUOTE | BlockKind.EMBED:
                return True
            case (
                BlockKind.PARAGRAPH | BlockKind.HEADING | BlockKind.LIST | BlockKind.IMAGE
                | BlockKind.CODE | BlockKind.TABLE | BlockKind.RULE
            ):  # fmt: skip
                return False
            case _:
                assert_never(self)

    @property
    def is_running_text(self) -> bool:
        """Whether its words are sentences of the story, among which boilerplate may stand."""
        match self:
            case (
                BlockKind.PARAGRAPH | BlockKind.HEADING | BlockKind.LIST | BlockKind.QUOTE
                | BlockKind.EMBED | BlockKind.RULE
            ):  # fmt: skip
                return True
            case BlockKind.IMAGE | BlockKind.CODE | BlockKind.TABLE:
                return False
            case _:
                assert_never(self)


class SpanStyle(StrEnum):
    """The style of a stretch of a block's text."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    CODE = "code"
    DELETED = "deleted"
    INSERTED = "inserted"
    LINK = "link"
    QUOTE = "quote"
    """The page's own ``<q>`` or ``<cite>``-bearing inline quotation."""


@dataclass(frozen=True, slots=True)
class Span:
    """A styled stretch of a block's text."""

    start: int
    """First code point, counted in the block's text."""
    end: int
    """One past the last code point."""
    style: SpanStyle
    url: str = ""
    """The target of a link: absolute, http or https, printable ASCII. Empty for other styles."""


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of a story, in reading order. All text in it has passed ``text/clean.py``."""

    kind: BlockKind
    text: str = ""
    spans: tuple[Span, ...] = ()
    level: int = 0
    """Heading: 1 to 6. List: nesting, from 0."""
    marker: str = ""
    """List: the number as shown, ``3.``; empty for a bullet."""
    cite: str = ""
    """Quote and embed: the attribution as the page prints it."""
    url: str = ""
    """Image: its address. Embed and quote: the original."""
    alt: str = ""
    """Image: what it shows, for those who do not see it."""
    credit: str = ""
    """Image: who took it."""
    width: int = 0
    """Image: pixels, 0 if unknown."""
    height: int = 0
    """Image: pixels, 0 if unknown."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Table: the cells."""
    header: bool = False
    """Table: the first row names the columns."""


class Origin(StrEnum):
    """Where the text of an article was taken from."""

    FEED = "feed"
    PAGE = "page"
    FILE = "file"


class Completeness(StrEnum):
    """How much of the story the stored text is."""

    WHOLE = "whole"
    SUMMARY = "summary"
    """The feed sends only a summary and the page was not fetched yet."""
    PART = "part"
    """The rest, or some of its pages, are missing; `Provenance.note` says why."""
    PAYWALL = "paywall"
    CONSENT = "consent"
    SCRIPT = "script"
    """The page builds its text with a script; there was none in it."""
    FAILED = "failed"
    """The page could not be fetched or held no text; `Provenance.note` says why."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where the text of an article is from, and how complete it is."""

    origin: Origin
    url: str = ""
    """The page, the feed or the file's path."""
    fetched: int | None = None
    """Unix seconds; None for a file."""
    completeness: Completeness = Completeness.WHOLE
    note: str = ""
    """One sentence for a person, why it is not whole or what was used instead."""
    method: str = ""
    """What found the text: ``trafilatura``, ``walk``, ``articleBody``, ``description`` ..."""
    share: float = 0.0
    """The part of the page's visible text that was kept, 0 to 1; 0 if unknown."""


@dataclass(frozen=True, slots=True)
class Article:
    """A story's text as it is read, with the quotes found in it."""

    title: str
    blocks: tuple[Block, ...]
    provenance: Provenance
    byline: str = ""
    """Authors, joined by ", "."""
    published: int | None = None
    """Unix seconds."""
    link: str = ""
    lang: str = ""
    """BCP 47 primary tag, ``en``; empty if unknown."""
    standfirst: str = ""
    quotes: tuple[Quote, ...] = ()
    """In order of where they begin, those of the title first."""

    @property
    def text(self) -> str:
        """The words of all blocks, parted by blank lines; the offsets of `quotes` count in it."""
        return BLOCK_BREAK.join(block.text for block in self.blocks if block.text)

    def starts(self) -> tuple[int, ...]:
        """Where each block begins in `text`; -1 for a block without words."""
        position, starts = 0, []
        for block in self.blocks:
            if block.text:
                starts.append(position)
                position += len(block.text) + len(BLOCK_BREAK)
            else:
                starts.append(-1)
        return tuple(starts)
