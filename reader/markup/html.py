"""Any piece of HTML to blocks, or to one line of plain text."""

from __future__ import annotations

import re
from html import unescape

from reader.markup.html_tree import parse_html
from reader.markup.plain_text import blocks_from_plain
from reader.markup.tree_to_blocks import walk
from reader.model.article import Block, BlockKind
from reader.text.clean import clean_line

_MARKUP = re.compile(r"<[a-zA-Z!/]")
_ESCAPED = re.compile(r"&lt;/?(?:p|br|div|a|ul|b|i|em|strong|img)\b", re.I)


def blocks_from_html(html: str, base: str = "") -> tuple[Block, ...]:
    """Return the blocks of `html`, a fragment or a page, cleaned, links made absolute by `base`.

    Text without any tag is taken as plain text. Never raises.
    """
    if not _MARKUP.search(html):
        if not _ESCAPED.search(html):
            return blocks_from_plain(unescape(html))
        html = unescape(html)  # escaped twice on its way
    root = parse_html(html)
    if root is None:
        return ()
    return without_rules([placed.block for placed in walk(root, base)])


def without_rules(blocks: list[Block]) -> tuple[Block, ...]:
    """Return `blocks` without the rules that part nothing: first, last or doubled ones."""
    kept: list[Block] = []
    for block in blocks:
        rule = block.kind is BlockKind.RULE
        if rule and (not kept or kept[-1].kind is BlockKind.RULE):
            continue
        kept.append(block)
    if kept and kept[-1].kind is BlockKind.RULE:
        kept.pop()
    return tuple(kept)


def text_from_html(html: str) -> str:
    """Return the words of `html` on one line, for titles and summaries. Never raises."""
    if not _MARKUP.search(html):
        return clean_line(unescape(html))
    root = parse_html(html)
    if root is None:
        return ""
    return clean_line(" ".join(placed.block.text for placed in walk(root) if placed.block.text))
