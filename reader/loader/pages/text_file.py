"""A plain text file to an article: title, byline, headings, captions, told by their form."""

from __future__ import annotations

import dataclasses
import re

from reader.loader.feeds.dates import parse_date
from reader.loader.pages.boilerplate.lines import is_boilerplate
from reader.markup.credits import is_credit
from reader.markup.plain_text import blocks_from_plain
from reader.model.article import (
    BLOCK_BREAK,
    Article,
    Block,
    BlockKind,
    Completeness,
    Origin,
    Provenance,
)
from reader.text.clean import clean_line
from reader.text.guess_language import guess_language
from reader.wording.catalogue import say

LONGEST_HEADING = 100
LONGEST_BYLINE, LONGEST_DATE, LONGEST_CAPTION = 100, 60, 300
_ENDS_A_SENTENCE = re.compile(r"[.!?:;,…。！？、”\"»]\W*$")
_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af|text|autor)\s*:?\s+(?=\w)", re.I)


def article_from_plain(text: str, path: str) -> Article:
    """Return the article in a plain text, without boilerplate and without its quotes.

    The first line is the title. A line that is a photographer's credit makes the line above it a
    caption. Short lines between paragraphs are headings. Without any text the article has no blocks
    and its provenance says so.
    """
    blocks = list(blocks_from_plain(text))
    lang = guess_language(BLOCK_BREAK.join(block.text for block in blocks if block.text))
    title = _take_title(blocks)
    byline, published = "", None
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if is_boilerplate(block.text, lang) or clean_line(block.text) == title:
            continue
        if not kept and not byline and _is_byline(block.text):
            byline = _BYLINE.sub("", block.text)
        elif not kept and published is None and (date := _date(block.text)):
            published = date
        else:
            kept.append(_of_its_kind(block, is_last=index + 1 == len(blocks)))
    while kept and kept[-1].kind is BlockKind.HEADING:
        kept.pop()
    return Article(
        title,
        tuple(kept),
        _provenance(path, empty=not kept),
        byline=byline,
        published=published,
        lang=lang,
    )


def _take_title(blocks: list[Block]) -> str:
    """Remove the first line from `blocks` and return the title."""
    title = clean_line(blocks.pop(0).text) if blocks else ""
    if blocks and title.endswith(blocks[0].text) and len(blocks[0].text) < len(title):
        return blocks[0].text  # the first line was a breadcrumb: the path through the site
    return title


def _is_byline(line: str) -> bool:
    return len(line) < LONGEST_BYLINE and _BYLINE.match(line) is not None


def _date(line: str) -> int | None:
    """Return the instant of a line that is a date, in Unix seconds."""
    if len(line) >= LONGEST_DATE or not re.search(r"\d", line):
        return None
    return parse_date(line)


def _of_its_kind(block: Block, *, is_last: bool) -> Block:
    """Return a paragraph as the caption with credit, or the heading, that it is by its form."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    lines = block.text.split("\n")
    if len(lines) == 2 and is_credit(lines[1]) and len(lines[0]) < LONGEST_CAPTION:
        return Block(BlockKind.IMAGE, lines[0], credit=lines[1])
    if len(lines) == 1 and is_credit(block.text):
        return Block(BlockKind.IMAGE, "", credit=block.text)
    is_short = len(lines) == 1 and len(block.text) <= LONGEST_HEADING
    if is_short and not is_last and not _ENDS_A_SENTENCE.search(block.text):
        return dataclasses.replace(block, kind=BlockKind.HEADING, level=2)
    return block


def _provenance(path: str, *, empty: bool) -> Provenance:
    if not empty:
        return Provenance(Origin.FILE, path, method="plain text")
    return Provenance(
        Origin.FILE,
        path,
        completeness=Completeness.FAILED,
        note=say("notes.no_text"),
        method="plain text",
    )
