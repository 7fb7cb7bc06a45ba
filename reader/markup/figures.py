"""Pictures with their captions and credits, and the visible words of an element."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reader.markup.credits import LONGEST, is_credit, split_credit
from reader.model.article import Block, BlockKind
from reader.text.clean import clean_line, clean_url

if TYPE_CHECKING:
    from lxml.html import HtmlElement

CAPTION_CLASS = re.compile(r"caption|legende?\b|bildunter|pie-?de-?foto", re.I)
CREDIT_CLASS = re.compile(
    r"credit|copyright|photographer|photo-?by|photo-?source|image-?source|media-?source", re.I
)
_UNSEEN = frozenset({"script", "style", "button", "noscript", "template", "svg", "nav", "form"})
SMALLEST = 40
"""Pixels; a picture smaller both ways is an icon."""
_LAZY = (
    "data-src", "data-original", "data-lazy-src", "data-hi-res-src", "data-full-src", "data-url",
)  # fmt: skip
LONGEST_CAPTION = 900
"""A longer caption is a story of its own."""


def names(element: HtmlElement) -> str:
    """Return class and id of an element, for the patterns that look at them."""
    attributes = element.attrib
    return f"{attributes.get('class', '')} {attributes.get('id', '')}" if attributes else ""


def is_longer(element: HtmlElement, limit: int) -> bool:
    """Tell whether an element holds more characters, without reading all of a page for it."""
    left = limit
    return any((left := left - len(text)) < 0 for text in element.itertext())


def visible_text(element: HtmlElement, without: frozenset[HtmlElement] = frozenset()) -> str:
    """Return the words of an element on one line, parts that are not seen left out."""
    pieces, stack = [], [(element, True)]
    while stack:
        node, entering = stack.pop()
        if not entering:
            pieces.append(node.tail or "")
            continue
        if node is not element:
            stack.append((node, False))
        if not isinstance(node.tag, str) or node.tag in _UNSEEN or node in without:
            continue
        if node.tag in ("br", "p", "div", "li", "td", "th"):
            pieces.append(" ")
        pieces.append(node.text or "")
        stack.extend((child, True) for child in reversed(node))
    return clean_line("".join(pieces))


def image(element: HtmlElement, base: str) -> Block | None:
    """Return the picture of an ``img``; None for icons, decoration and what has no address."""
    width, height = _pixels(element, "width"), _pixels(element, "height")
    if (element.get("width") and element.get("height")) and width < SMALLEST and height < SMALLEST:
        return None
    if _is_decoration(element, width, height):
        return None
    url = _address(element, base)
    if not url:
        return None
    return Block(
        BlockKind.IMAGE,
        url=url,
        alt=clean_line(element.get("alt") or ""),
        width=width,
        height=height,
    )


def _is_decoration(element: HtmlElement, width: int, height: int) -> bool:
    """Whether the page says that a picture shows nothing.

    Half of all news sites leave ``alt`` empty on photographs, so that alone says nothing.
    """
    if element.get("role") in ("presentation", "none") or element.get("aria-hidden") == "true":
        return True
    slim = 0 < width < SMALLEST or 0 < height < SMALLEST
    return slim and element.get("alt") == ""


def figure(element: HtmlElement, base: str) -> list[Block]:
    """Return the pictures of a figure; the caption goes with the first."""
    pictures, seen = [], set()
    for img in element.iter("img"):
        picture = image(img, base)
        if picture and picture.url not in seen:
            seen.add(picture.url)
            pictures.append(picture)
    captions = (
        list(element.iter("figcaption"))
        or [
            part
            for part in element.iter("p", "div", "span", "small")
            if CAPTION_CLASS.search(names(part))
        ][:1]
    )
    text, credit = caption(captions[0]) if captions else ("", "")
    if not captions:
        text = visible_text(element)
        if len(text) > LONGEST_CAPTION:
            text = ""
        text, credit = split_credit(text)
    credit = credit or _credit_beside(element, captions)
    first = pictures[0] if pictures else Block(BlockKind.IMAGE)
    if not (pictures or text):
        return []
    first = Block(
        BlockKind.IMAGE,
        text=text,
        url=first.url,
        alt="" if first.alt == text else first.alt,
        credit=credit,
        width=first.width,
        height=first.height,
    )
    return [first, *pictures[1:]]


def _credit_beside(element: HtmlElement, captions: list[HtmlElement]) -> str:
    """Return the credit that stands in a figure, but outside its caption."""
    inside = {part for words in captions for part in (*words.iter(), *words.iterancestors())}
    for part in element.iter("p", "span", "small", "div", "cite"):
        if part not in inside and CREDIT_CLASS.search(names(part)):
            line = visible_text(part)
            return line if len(line) <= LONGEST else ""
    return ""


def caption(element: HtmlElement) -> tuple[str, str]:
    """Return the words of a caption and, apart from them, the credit."""
    parts = frozenset(
        part
        for part in element.iter("span", "small", "cite", "em", "i", "p", "div", "figcaption", "a")
        if part is not element
        and (part.tag in ("small", "cite") or CREDIT_CLASS.search(names(part)))
    )
    credit = " ".join(
        visible_text(part)
        for part in element.iter()
        if part in parts and not any(above in parts for above in part.iterancestors())
    )
    if parts and (len(credit) > 160 or not credit):
        parts, credit = frozenset(), ""
    text = visible_text(element, parts)
    if not text and not is_credit(credit) and parts:
        text, credit = credit, ""  # the whole caption is set in small type
    if not credit:
        text, credit = split_credit(text)
    return text, clean_line(credit).strip("()[]| ")


def _pixels(element: HtmlElement, name: str) -> int:
    value = (element.get(name) or "").strip().removesuffix("px")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 0


def _address(element: HtmlElement, base: str) -> str:
    """Return the best address: lazily loaded ones first, the largest of a set, then ``src``."""
    for name in _LAZY:
        value = element.get(name) or ""
        if value and not value.startswith(("data:", "{")) and (url := clean_url(value, base)):
            return url
    src = element.get("src") or ""
    if src and not src.startswith("data:") and (url := clean_url(src, base)):
        return url
    sets = [element.get("data-srcset") or "", element.get("srcset") or ""]
    above = element.getparent()
    if above is not None and above.tag == "picture":
        sets += [
            source.get("data-srcset") or source.get("srcset") or ""
            for source in above.iter("source")
        ]
    return next((url for value in sets if value and (url := _largest(value, base))), "")


def _largest(srcset: str, base: str) -> str:
    best, best_size = "", -1.0
    for candidate in re.split(r",\s+", srcset):
        address, _, size = candidate.strip().partition(" ")
        number = re.match(r"\s*([0-9.]{1,8})[wx]", size)
        try:
            value = float(number[1]) if number else 0.0
        except ValueError:
            value = 0.0
        if value > best_size and not address.startswith("data:"):
            best, best_size = address, value
    return clean_url(best, base) if best else ""
