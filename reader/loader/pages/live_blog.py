"""Live blogs: their entries in the order in which things happened, each under its time."""

from __future__ import annotations

import dataclasses
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from reader.loader.feeds.dates import parse_date
from reader.loader.pages.jsonld import Node, text_of, types
from reader.markup.walk import Found
from reader.model.article import Block, BlockKind
from reader.text.clean import clean_line

if TYPE_CHECKING:
    from lxml.html import HtmlElement

FEWEST = 3
"""Entries of a live blog; fewer times stand on any page."""
_KIND = "LiveBlogPosting"
_ITEM = re.compile(r"itemtype=[\"']?https?://schema\.org/LiveBlogPosting", re.I)
_CLOCK = re.compile(r"(?:^|[T\s])(\d{1,2}[:.h]\d{2})(?!\d{2})")


class _Entry(NamedTuple):
    element: HtmlElement
    moment: int
    """Unix seconds."""
    clock: str
    """As the page shows it: ``14:05``."""


def is_live(html: str, nodes: list[Node]) -> bool:
    """Tell whether a page says that it is a live blog; `nodes` are its JSON-LD."""
    return any(_KIND in types(node) for node in nodes) or _ITEM.search(html) is not None


def live_body(nodes: list[Node]) -> str:
    """Return the entries that a live blog lists for machines, the first first, as HTML."""
    updates = [
        update
        for node in nodes
        if _KIND in types(node)
        for update in _nodes(node.get("liveBlogUpdate"))
    ]
    timed = [(parse_date(text_of(one.get("datePublished"))) or 0, one) for one in updates]
    parts: list[str] = []
    for _, update in sorted(timed, key=lambda pair: pair[0]):
        body = text_of(update.get("articleBody"))
        clock = _clock(text_of(update.get("datePublished")))
        heading = " ".join(filter(None, (clock, clean_line(text_of(update.get("headline"))))))
        parts += [f"<h3>{escape(heading)}</h3>"] if heading and body else []
        parts += [body if "<" in body else f"<p>{escape(body)}</p>"] if body else []
    return "".join(parts)


def in_order_of_time(parts: list[Found]) -> list[Found]:
    """Put the entries of a live blog in order, the first first, and each one's time above it.

    Most pages begin with what came last, where "he said" stands before who he is. What stands
    before the entries stays before them, what stands after them after.
    """
    entries = _entries(parts)
    if len({entry.element for entry in entries.values()}) < FEWEST:
        return parts
    timed = [index for index, one in enumerate(parts) if one.element in entries]
    first, end = timed[0], timed[-1] + 1
    groups: list[tuple[_Entry, list[Found]]] = []
    for one in parts[first:end]:
        entry = entries.get(one.element)
        if entry is not None and (not groups or groups[-1][0] is not entry):
            groups.append((entry, []))
        groups[-1][1].append(one)
    if groups[0][0].moment > groups[-1][0].moment:
        groups.reverse()  # entries of the same minute too
    groups.sort(key=lambda group: group[0].moment)
    kept = [one for entry, found in groups for one in _under_clock(entry, found)]
    return [*parts[:first], *kept, *parts[end:]]


def _entries(parts: list[Found]) -> dict[HtmlElement, _Entry]:
    """Return the entry that each part's element stands in, for those that stand in one.

    An entry is the largest element in which only one moment is named.
    """
    if not parts:
        return {}
    moments: dict[HtmlElement, set[str]] = {}
    times: dict[HtmlElement, HtmlElement] = {}
    for time in parts[0].element.getroottree().iter("time"):
        named = time.get("datetime") or ""
        if parse_date(named) is None:
            continue
        for above in time.iterancestors():
            times.setdefault(above, time)
            moments.setdefault(above, set()).add(named)
    made: dict[HtmlElement, _Entry] = {}
    entries: dict[HtmlElement, _Entry] = {}
    for one in parts:
        holder = None
        for above in (one.element, *one.element.iterancestors()):
            count = len(moments.get(above, ()))
            if count > 1:
                break
            holder = above if count else holder
        if holder is not None:
            if holder not in made:
                made[holder] = _entry(holder, times[holder])
            entries[one.element] = made[holder]
    return entries


def _entry(element: HtmlElement, time: HtmlElement) -> _Entry:
    named = time.get("datetime") or ""
    shown = clean_line(time.text_content())
    clock = _clock(shown) or _clock(named)
    return _Entry(element, parse_date(named) or 0, clock)


def _under_clock(entry: _Entry, found: list[Found]) -> list[Found]:
    """An entry's parts, the time before its heading or as one."""
    kept = [one for one in found if not entry.clock or one.block.text.strip() != entry.clock]
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
    found = _CLOCK.search(text)
    return found[1] if found else ""


def _nodes(value: object) -> list[Node]:
    values = value if isinstance(value, list) else [value]
    return [node for node in values if isinstance(node, dict)]
