"""Plain text to blocks: paragraphs by blank lines, lists, quoted lines."""

from __future__ import annotations

import re

from reader.model.article import Block, BlockKind, Span, SpanStyle
from reader.text.clean import clean, clean_line, clean_url

_ITEM = re.compile(r"(\s*)(?:[-*•‣–]|(\d{1,3})[.)])\s+(?=\S)")
_QUOTED = re.compile(r"\s*>\s?")
_ADDRESS = re.compile(r"https?://[^\s<>\"“”«»]+[^\s<>\"“”«».,;:!?)\]']")
_HARD_WRAP = (45, 100)
"""Between these lengths a line was cut by a program, not by its writer."""


def blocks_from_plain(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text`: paragraphs parted by blank lines, list items, quoted lines.

    Lines of a paragraph are joined where a program wrapped them, else kept. Addresses become
    links. Never raises.
    """
    text = clean(text)
    if not re.search(r"\n\s*\n", text) and text.count("\n") > 1:
        lines = [line for line in text.split("\n") if line.strip()]
        if sum(map(len, lines)) > 100 * len(lines):  # a line is a paragraph here
            text = "\n\n".join(lines)
    blocks: list[Block] = []
    for part in re.split(r"\n\s*\n", text):
        blocks += _part(part)
    return tuple(blocks)


def _part(part: str) -> list[Block]:
    lines = [line.rstrip() for line in part.split("\n") if line.strip()]
    if not lines:
        return []
    if all(_QUOTED.match(line) for line in lines):
        words = _joined([_QUOTED.sub("", line, count=1) for line in lines])
        return [_block(BlockKind.QUOTE, words)] if words else []
    items = [_ITEM.match(line) for line in lines]
    if items[0] and (len(lines) > 1 or items[0][2] is None):
        return _items(lines)
    return [_block(BlockKind.PARAGRAPH, _joined(lines))]


def _items(lines: list[str]) -> list[Block]:
    blocks: list[Block] = []
    words: list[str] = []
    level, marker = 0, ""
    for line in [*lines, ""]:
        match = _ITEM.match(line)
        if (match or not line) and words:
            blocks.append(_block(BlockKind.LIST, clean_line(" ".join(words)), level, marker))
            words = []
        if match:
            level, marker = min(9, len(match[1]) // 2), f"{match[2]}." if match[2] else ""
            line = line[match.end() :]
        words.append(line)
    return blocks


def _joined(lines: list[str]) -> str:
    lines = [clean_line(line) for line in lines]
    low, high = _HARD_WRAP
    wrapped = len(lines) > 1 and all(low <= len(line) <= high for line in lines[:-1])
    return (" " if wrapped else "\n").join(line for line in lines if line)


def _block(kind: BlockKind, text: str, level: int = 0, marker: str = "") -> Block:
    spans = tuple(
        Span(match.start(), match.end(), SpanStyle.LINK, url)
        for match in _ADDRESS.finditer(text)
        if (url := clean_url(match[0]))
    )
    return Block(kind, text, spans, level, marker)
