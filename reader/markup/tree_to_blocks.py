"""A tree of HTML, walked once, to blocks in reading order. No recursion, no exception."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.markup.block_quotes import attribution, quote_kind, spoken_tail
from reader.markup.figures import CAPTION_CLASS, CREDIT_CLASS, caption, figure, image, names
from reader.markup.html_tree import hidden
from reader.markup.inline_text import Inline
from reader.markup.tables import data_table
from reader.model.article import Block, BlockKind, Span, SpanStyle
from reader.text.clean import clean, clean_line, clean_url
from reader.text.tracking import without_tracking

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_DROPPED = """
script style template noscript button input select textarea option object canvas svg map area
dialog head title meta link base rt rp datalist progress meter frame frameset
"""
DROPPED = frozenset(_DROPPED.split())
HEADINGS = {f"h{level}": level for level in range(1, 7)}
STYLES = {
    "em": SpanStyle.EMPHASIS, "i": SpanStyle.EMPHASIS, "dfn": SpanStyle.EMPHASIS,
    "strong": SpanStyle.STRONG, "b": SpanStyle.STRONG,
    "code": SpanStyle.CODE, "kbd": SpanStyle.CODE, "samp": SpanStyle.CODE, "tt": SpanStyle.CODE,
    "del": SpanStyle.DELETED, "s": SpanStyle.DELETED, "strike": SpanStyle.DELETED,
    "ins": SpanStyle.INSERTED,
    "q": SpanStyle.QUOTE, "a": SpanStyle.LINK,
}  # fmt: skip
_CONTAINERS = """
html body div p section article main header footer aside nav address center details summary
dl dt dd fieldset form legend figcaption hgroup table thead tbody tfoot tr td th caption
ul ol menu dir
"""
CONTAINERS = frozenset(_CONTAINERS.split())
LISTS = frozenset({"ul", "ol", "menu", "dir"})
_EMBEDS = frozenset({"iframe", "video", "audio", "embed"})
_PLAYER = re.compile(r"/embed|/player|player\.|/video", re.I)
LONGEST_ITEM = 1500
"""Characters of a list item or quotation whose paragraphs are kept in one block."""


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and the element of the page it was made of."""

    block: Block
    element: HtmlElement

    @property
    def linked(self) -> float:
        """The part of its words that are links, 0 to 1."""
        spans = (span for span in self.block.spans if span.style is SpanStyle.LINK)
        return sum(span.end - span.start for span in spans) / max(1, len(self.block.text))


@dataclass(slots=True)
class _Place:
    """The block to which running text belongs at this point of the walk."""

    element: HtmlElement
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    marker: str = ""
    cite: str = ""
    url: str = ""
    joined: bool = False
    """Paragraphs inside stay one block, on lines of their own."""


def walk(
    root: HtmlElement,
    base: str = "",
    leave_out: Callable[[HtmlElement], bool] | None = None,
) -> list[PlacedBlock]:
    """Return the blocks under `root`; elements for which `leave_out` is true are passed over."""
    return _Walk(root, base, leave_out).run()


class _Walk:
    def __init__(
        self, root: HtmlElement, base: str, leave_out: Callable[[HtmlElement], bool] | None
    ) -> None:
        self.root, self.base, self.leave_out = root, base, leave_out
        self.placed: list[PlacedBlock] = []
        self.inline = Inline()
        self.places = [_Place(root)]
        self.counters: list[int | None] = []
        self.images: list[PlacedBlock] = []
        self.skipped: set[HtmlElement] = set()
        self.addresses: dict[str, str] = {}
        self.at = root
        """The element in which the running text of the present block began."""

    def run(self) -> list[PlacedBlock]:
        """Visit every element once, children before what follows them."""
        stack = []
        if self.enter(self.root):
            self.words(self.root.text, self.root)
            stack.append((self.root, iter(self.root)))
        while stack:
            element, children = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self.leave(element)
                if stack:
                    self.words(element.tail, stack[-1][0])
            elif isinstance(child.tag, str) and self.enter(child):
                self.words(child.text, child)
                stack.append((child, iter(child)))
            else:
                self.words(child.tail, element)
        self.flush()
        return self.placed

    def words(self, text: str | None, element: HtmlElement) -> None:
        """Take running text of `element`; two line breaks before it end a paragraph."""
        if not text:
            return
        if not self.inline:
            self.at = element
        if not self.inline.add(text):
            self.flush()
            self.inline.add(text)
            self.at = element

    def enter(self, element: HtmlElement) -> bool:
        """Begin an element; False if its children are not to be walked."""
        tag = element.tag
        if tag in STYLES:
            return self.enter_style(element, tag)
        if tag == "br":
            self.inline.add_break()
            return False
        if (
            tag in DROPPED
            or hidden(element)
            or element in self.skipped
            or (self.leave_out is not None and self.leave_out(element))
        ):
            return False
        if tag == "img":
            self.picture(element)
            return False
        if tag in CONTAINERS:
            return self.enter_container(element, tag)
        if tag in HEADINGS:
            self.flush()
            self.places.append(_Place(element, BlockKind.HEADING, HEADINGS[tag], joined=True))
            return True
        return self.enter_rare(element, tag)

    def enter_style(self, element: HtmlElement, tag: str) -> bool:
        if hidden(element) or element in self.skipped:
            return False
        url = self.target(element.get("href")) if tag == "a" else ""
        # A link without an address is opened too, so that every end tag closes its own.
        self.inline.open(STYLES[tag], url)
        return True

    def enter_container(self, element: HtmlElement, tag: str) -> bool:
        if tag == "table":
            table = data_table(element, self.target)
            if table is not None:
                self.flush()
                self.placed.append(PlacedBlock(table, element))
                return False
        self.edge()
        if tag in LISTS:
            self.flush()
            self.counters.append(_first_number(element) if tag == "ol" else None)
        elif element.attrib and tag in ("p", "div", "section", "aside", "figcaption"):
            label = names(element)
            if self.labelled(element, tag, label):
                return False
        return True

    def labelled(self, element: HtmlElement, tag: str, label: str) -> bool:
        """Handle captions and quotations known by their class; True if the element is done."""
        if CAPTION_CLASS.search(label) or tag == "figcaption" or CREDIT_CLASS.search(label):
            if next(element.iter("img"), None) is not None:
                self.flush()
                self.placed += [PlacedBlock(block, element) for block in figure(element, self.base)]
                return True
            text, credit = caption(element)
            if len(text) + len(credit) <= 300:
                self.flush()
                self.add_caption(element, text, credit)
                return True
            return False
        kind = quote_kind(element, label) if self.places[-1].kind is BlockKind.PARAGRAPH else None
        if kind is not None:
            self.begin_quote(element, kind)
        return False

    def enter_rare(self, element: HtmlElement, tag: str) -> bool:
        if tag == "li":
            self.flush()
            self.begin_item(element)
        elif tag == "blockquote":
            self.flush()
            self.begin_quote(element, quote_kind(element, names(element)) or BlockKind.QUOTE)
        elif tag == "pre":
            self.flush()
            self.code(element)
            return False
        elif tag == "figure":
            return self.enter_figure(element)
        elif tag == "hr":
            self.flush()
            if self.placed:
                self.placed.append(PlacedBlock(Block(BlockKind.RULE), element))
            return False
        elif tag in _EMBEDS:
            self.player(element)
            return False
        elif tag == "math" and (text := element.get("alttext")):
            self.words(text, element)
            return False
        return True

    def enter_figure(self, element: HtmlElement) -> bool:
        self.flush()
        inner = next(element.iter("blockquote", "pre", "table", "q", "iframe", "video"), None)
        if inner is None and (quote := quote_kind(element, names(element))) is None:
            blocks = figure(element, self.base)
            self.placed += [PlacedBlock(block, element) for block in blocks]
            return False
        if inner is None and quote is not None:
            self.begin_quote(element, quote)
        else:
            self.places.append(_Place(element))
        return True

    def leave(self, element: HtmlElement) -> None:
        """End an element that was entered."""
        tag = element.tag
        if tag in STYLES:
            self.inline.close()
            return
        if len(self.places) > 1 and self.places[-1].element is element:
            self.flush()
            self.places.pop()
        elif tag in CONTAINERS:
            self.edge()
        if tag in LISTS and self.counters:
            self.flush()
            self.counters.pop()

    def edge(self) -> None:
        """Begin a new block at the border of a container, or a new line where blocks are joined."""
        place = self.places[-1]
        if not place.joined:
            self.flush()
        elif place.kind is BlockKind.HEADING:
            self.inline.add(" ")
        else:
            self.inline.fresh_line()

    def flush(self) -> None:
        """Make a block of the words so far."""
        if self.inline:
            place = self.places[-1]
            text, spans = self.inline.take()
            spans = tuple(span for span in spans if span.style is not SpanStyle.LINK or span.url)
            self.emit(place, text, spans)
        else:
            self.inline.take()
        if self.images:
            self.placed += self.images
            self.images = []

    def emit(self, place: _Place, text: str, spans: tuple[Span, ...]) -> None:
        cite = place.cite
        if place.kind.is_quotation and not cite:
            text, cite = spoken_tail(text)
            last = self.placed[-1] if self.placed else None
            if not text and last and last.element is place.element:
                self.placed[-1] = replace(last, block=replace(last.block, cite=cite))
                return
            spans = tuple(
                replace(s, end=min(s.end, len(text))) for s in spans if s.start < len(text)
            )
        if not text:
            text, cite = cite, ""
        block = Block(place.kind, text, spans, place.level, place.marker, cite, place.url)
        self.placed.append(PlacedBlock(block, place.element if place.joined else self.at))
        place.marker = ""

    def begin_item(self, element: HtmlElement) -> None:
        """Enter a list item: one block if it is short and plain, else a container."""
        level = max(0, len(self.counters) - 1)
        marker = ""
        if self.counters and (number := self.counters[-1]) is not None:
            value = (element.get("value") or "").strip()
            number = (
                int(value) if value.isascii() and value.isdigit() and len(value) < 6 else number
            )
            self.counters[-1] = number + 1
            marker = f"{number}."
        rich = element.iter(
            "h1", "h2", "h3", "h4", "blockquote", "pre", "figure", "table", "article"
        )
        paragraphs = sum(1 for _ in element.iter("p"))
        if next(rich, None) is not None or paragraphs > 3:
            self.places.append(_Place(element))
        else:
            self.places.append(_Place(element, BlockKind.LIST, min(level, 9), marker, joined=True))

    def begin_quote(self, element: HtmlElement, kind: BlockKind) -> None:
        """Enter a quotation; its attribution is set apart from its words."""
        holder = element.getparent()
        cite, parts = attribution(element, holder if holder is not None else element)
        self.skipped.update(parts)
        links = element.iter("a") if kind is BlockKind.EMBED else iter(())
        url = clean_url(
            element.get("cite") or element.get("data-instgrm-permalink") or "", self.base
        )
        for link in links:
            url = clean_url(link.get("href") or "", self.base) or url
        length = sum(len(text) for text in element.itertext())
        self.places.append(_Place(element, kind, cite=cite, url=url, joined=length <= LONGEST_ITEM))

    def target(self, value: str | None) -> str:
        """Return where a link leads."""
        return without_tracking(self.address(value))

    def address(self, value: str | None) -> str:
        """Return an attribute's address, absolute; empty for none and for places on this page."""
        if not value or value[0] == "#":
            return ""
        url = self.addresses.get(value)
        if url is None:  # a page names most of its addresses more than once
            url = self.addresses[value] = clean_url(value, self.base)
        return url

    def picture(self, element: HtmlElement) -> None:
        """Take a picture: before the words it stands in front of, else after their block."""
        alt = element.get("alt") or ""
        if 0 < len(alt) <= 4 and not alt.isascii():  # an emoji drawn by the site
            self.words(alt, element)
            return
        if (block := image(element, self.base)) is not None:
            (self.images if self.inline else self.placed).append(PlacedBlock(block, element))

    def add_caption(self, element: HtmlElement, text: str, credit: str) -> None:
        """Give a caption to the picture just before it, or let it stand alone."""
        last = self.placed[-1] if self.placed else None
        if last and last.block.kind is BlockKind.IMAGE and not (last.block.text and text):
            block = replace(
                last.block, text=last.block.text or text, credit=last.block.credit or credit
            )
            self.placed[-1] = replace(last, block=block)
        elif text:
            self.placed.append(PlacedBlock(Block(BlockKind.IMAGE, text, credit=credit), element))

    def code(self, element: HtmlElement) -> None:
        """Take preformatted text as it stands."""
        for line_break in element.iter("br"):
            line_break.tail = "\n" + (line_break.tail or "")
        text = clean("".join(element.itertext()))
        text = "\n".join(line.rstrip() for line in text.strip("\n").split("\n")).rstrip()
        if text.strip():
            self.placed.append(PlacedBlock(Block(BlockKind.CODE, text), element))

    def player(self, element: HtmlElement) -> None:
        """Take a film, a sound or a post shown in a frame, by its address."""
        source = element.get("src") or element.get("data-src") or ""
        if not source and element.tag in ("video", "audio"):
            source = next((part.get("src") or "" for part in element.iter("source")), "")
        url = self.address(source)
        if url and (element.tag in ("video", "audio") or _PLAYER.search(url)):
            self.flush()
            title = clean_line(element.get("title") or "")
            self.placed.append(
                PlacedBlock(Block(BlockKind.EMBED, "", cite=title, url=url), element)
            )


def _first_number(element: HtmlElement) -> int:
    value = (element.get("start") or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1
