"""Live blogs (schema.org ``LiveBlogPosting``): the entries in order of time, with their times."""

from __future__ import annotations

import dataclasses
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from reader.loader.feeds.dates import parse_date
from reader.loader.pages.jsonld import Node, text_of, types
from reader.markup.tree_to_blocks import PlacedBlock
from reader.model.article import Block, BlockKind
from reader.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST = 3
"""Entries that make a live blog; any page has a few times on it."""
_KIND = "LiveBlogPosting"
_ITEM = re.compile(r"itemtype=[\"']?https?://schema\.org/LiveBlogPosting", re.I)
_CLOCK = re.compile(r"(?:^|[T\s])(\d{1,2}[:.h]\d{2})(?!\d{2})")


class _Entry(NamedTuple):
    element: HtmlElement
    moment: int
    """Unix seconds."""
    clock: str
    """Its time as the page writes it: ``14:05``."""


def is_live(html: str, nodes: list[Node]) -> bool:
    """Tell whether a page says that it is a live blog; `nodes` are its JSON-LD."""
    return any(_KIND in types(node) for node in nodes) or _ITEM.search(html) is not None


def live_body(nodes: list[Node]) -> str:
    """Return the entries in a live blog's JSON-LD, the oldest first, as HTML."""
    updates = [
        update
        for node in nodes
        if _KIND in types(node)
        for update in _nodes(node.get("liveBlogUpdate"))
    ]
    timed = [(parse_date(text_of(update.get("datePublished"))) or 0, update) for update in updates]
    parts: list[str] = []
    for _, update in sorted(timed, key=lambda pair: pair[0]):
        body = text_of(update.get("articleBody"))
        clock = _clock(text_of(update.get("datePublished")))
        heading = " ".join(filter(None, (clock, clean_line(text_of(update.get("headline"))))))
        parts += [f"<h3>{escape(heading)}</h3>"] if heading and body else []
        parts += [body if "<" in body else f"<p>{escape(body)}</p>"] if body else []
    return "".join(parts)


def in_order_of_time(blocks: list[PlacedBlock]) -> list[PlacedBlock]:
    """Put the entries of a live blog in order of time, the oldest first, each under its time.

    Most pages begin with the latest entry, where "he said" stands before who he is. Blocks before
    the first entry stay before, blocks after the last one after.
    """
    entries = _entries(blocks)
    if len({entry.element for entry in entries.values()}) < FEWEST:
        return blocks
    timed = [index for index, placed in enumerate(blocks) if placed.element in entries]
    first, end = timed[0], timed[-1] + 1
    groups: list[tuple[_Entry, list[PlacedBlock]]] = []
    for placed in blocks[first:end]:
        entry = entries.get(placed.element)
        if entry is not None and (not groups or groups[-1][0] is not entry):
            groups.append((entry, []))
        groups[-1][1].append(placed)
    if groups[0][0].moment > groups[-1][0].moment:
        groups.reverse()  # so that entries of one minute are reversed, too
    groups.sort(key=lambda group: group[0].moment)
    ordered = [placed for entry, members in groups for placed in _under_clock(entry, members)]
    return [*blocks[:first], *ordered, *blocks[end:]]


def _entries(blocks: list[PlacedBlock]) -> dict[HtmlElement, _Entry]:
    """Return the entry of each block's element, for the blocks that are in an entry.

    An entry is the largest element that holds a ``<time>`` of one moment only.
    """
    if not blocks:
        return {}
    times = _times_inside(blocks[0].element)
    by_holder: dict[HtmlElement, _Entry] = {}
    entries: dict[HtmlElement, _Entry] = {}
    for placed in blocks:
        holder = None
        for above in (placed.element, *placed.element.iterancestors()):
            moments = times.get(above, {})
            if len(moments) > 1:
                break
            holder = above if moments else holder
        if holder is not None:
            if holder not in by_holder:
                by_holder[holder] = _entry(holder, next(iter(times[holder].values())))
            entries[placed.element] = by_holder[holder]
    return entries


def _times_inside(element: HtmlElement) -> dict[HtmlElement, dict[str, HtmlElement]]:
    """Return, for each element of the page of `element`, the moments of the ``<time>`` inside.

    Each moment is its ``datetime`` with the first ``<time>`` that has it.
    """
    times: dict[HtmlElement, dict[str, HtmlElement]] = {}
    for time in element.getroottree().iter("time"):
        moment = time.get("datetime") or ""
        if parse_date(moment) is None:
            continue
        for above in time.iterancestors():
            times.setdefault(above, {}).setdefault(moment, time)
    return times


def _entry(element: HtmlElement, time: HtmlElement) -> _Entry:
    moment = time.get("datetime") or ""
    clock = _clock(clean_line(time.text_content())) or _clock(moment)
    return _Entry(element, parse_date(moment) or 0, clock)


def _under_clock(entry: _Entry, blocks: list[PlacedBlock]) -> list[PlacedBlock]:
    """Return an entry's blocks with the time in front of its heading, or as a heading."""
    kept = [
        placed for placed in blocks if not entry.clock or placed.block.text.strip() != entry.clock
    ]
    if not entry.clock or not kept:
        return kept
    block = kept[0].block
    if block.kind is not BlockKind.HEADING:
        heading = Block(BlockKind.HEADING, entry.clock, level=3)
        return [dataclasses.replace(kept[0], block=heading), *kept]
    if block.text.startswith(entry.clock):
        return kept
    ahead = len(entry.clock) + 1
    spans = tuple(
        dataclasses.replace(span, start=span.start + ahead, end=span.end + ahead)
        for span in block.spans
    )
    block = dataclasses.replace(block, text=f"{entry.clock} {block.text}", spans=spans)
    return [dataclasses.replace(kept[0], block=block), *kept[1:]]


def _clock(text: str) -> str:
    clock = _CLOCK.search(text)
    return clock[1] if clock else ""


def _nodes(value: object) -> list[Node]:
    values = value if isinstance(value, list) else [value]
    return [node for node in values if isinstance(node, dict)]
