"""Stories from feeds' entries and from plain text files."""

from __future__ import annotations

import dataclasses
import re

from reader.loader.feeds.dates import parse_date
from reader.loader.pages.boilerplate.lines import is_boilerplate
from reader.loader.pages.main_content import words_of
from reader.markup.credits import is_credit
from reader.markup.html import blocks_from_html, text_from_html
from reader.markup.plain_text import blocks_from_plain
from reader.model.article import (
    BLOCK_BREAK,
    Article,
    Block,
    BlockKind,
    Completeness,
    Origin,
    Provenance,
    SpanStyle,
)
from reader.model.feed import Entry
from reader.text.clean import clean_line
from reader.text.lang import guess_language
from reader.text.scripts import HAN, KANA
from reader.text.tracking import without_tracking
from reader.wording.catalogue import say

SUMMARY_WORDS = 120
"""A feed's text with fewer words is taken for a summary of its page."""
CUT_OFF_WORDS = 400
"""One with fewer words that ends in an ellipsis or a "read more", too."""
LONGEST_STANDFIRST = 400
LONGEST_HEADING = 100
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|&hellip;)\W*$")
_CJK = re.compile(f"[{KANA}{HAN}]")
_ENDS_A_SENTENCE = re.compile(r"[.!?:;,…。！？、”\"»]\W*$")
_BYLINE = re.compile(r"^(?:by|von|par|por|di|door|av|af|text|autor)\s*:?\s+(?=\w)", re.I)


def article_from_entry(entry: Entry, feed_url: str, fetched: int) -> Article:
    """Return an entry as a story, without its quotes; `fetched` in Unix seconds.

    The longer of body and summary is the text. A text that looks like a summary is marked so.
    """
    body, summary = entry.content_html, entry.summary_html
    longer = body if len(body) >= len(summary) else summary
    blocks = blocks_from_html(longer, entry.base or entry.link)
    text = _text(blocks)
    words = len(words_of(text))
    lang = guess_language(text or entry.title, entry.lang)
    cut_off = _is_cut_off(blocks, lang)
    blocks = _without_boilerplate(blocks, entry.title, lang)
    few = CUT_OFF_WORDS if cut_off else SUMMARY_WORDS
    whole = words >= few * (2 if _CJK.search(_text(blocks)[:200]) else 1)
    completeness = Completeness.WHOLE if whole else Completeness.SUMMARY
    return Article(
        entry.title,
        blocks,
        Provenance(
            Origin.FEED,
            feed_url,
            fetched,
            completeness,
            say("notes.feed_summary") if completeness is Completeness.SUMMARY else "",
            method="feed",
        ),
        byline=entry.author,
        published=entry.published if entry.published is not None else entry.updated,
        link=without_tracking(entry.link),
        lang=lang,
        standfirst=_standfirst(summary, body, blocks) if body and longer is body else "",
    )


def article_from_plain(text: str, path: str) -> Article:
    """Return a plain text as a story, without its quotes and without a site's boilerplate.

    The first line is the title, said again or not; a line of a photographer's after a short one
    makes the two a picture's caption and credit; short lines between paragraphs are headings.
    """
    blocks = list(blocks_from_plain(text))
    lang = guess_language(_text(tuple(blocks)))
    title = clean_line(blocks.pop(0).text) if blocks else ""
    if blocks and title.endswith(blocks[0].text) and len(blocks[0].text) < len(title):
        title = blocks[0].text  # the line before it was a path through the site
    byline, published = "", None
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if is_boilerplate(block.text, lang) or clean_line(block.text) == title:
            continue
        if not kept and not byline and _BYLINE.match(block.text) and len(block.text) < 100:
            byline = _BYLINE.sub("", block.text)
        elif not kept and published is None and len(block.text) < 60 and _date(block.text):
            published = _date(block.text)
        else:
            kept.append(_shaped(block, index + 1 < len(blocks)))
    while kept and kept[-1].kind is BlockKind.HEADING:
        kept.pop()
    provenance = Provenance(Origin.FILE, path, method="plain text")
    if not kept:
        note = say("notes.no_text")
        provenance = dataclasses.replace(provenance, completeness=Completeness.FAILED, note=note)
    return Article(title, tuple(kept), provenance, byline=byline, published=published, lang=lang)


def _shaped(block: Block, more: bool) -> Block:
    """A paragraph that is a caption with its credit, or a heading, as what it is."""
    if block.kind is not BlockKind.PARAGRAPH:
        return block
    lines = block.text.split("\n")
    if len(lines) == 2 and is_credit(lines[1]) and len(lines[0]) < 300:
        return Block(BlockKind.IMAGE, lines[0], credit=lines[1])
    if len(lines) == 1 and is_credit(block.text):
        return Block(BlockKind.IMAGE, "", credit=block.text)
    short = len(lines) == 1 and len(block.text) <= LONGEST_HEADING
    if more and short and not _ENDS_A_SENTENCE.search(block.text):
        return dataclasses.replace(block, kind=BlockKind.HEADING, level=2)
    return block


def _without_boilerplate(blocks: tuple[Block, ...], title: str, lang: str) -> tuple[Block, ...]:
    kept = [
        block
        for block in blocks
        if block.kind in (BlockKind.CODE, BlockKind.TABLE, BlockKind.IMAGE)
        or not block.text
        or not is_boilerplate(block.text, lang, _linked(block))
    ]
    if len(kept) > 1 and clean_line(kept[0].text) == title:
        kept.pop(0)
    return tuple(kept)


def _is_cut_off(blocks: tuple[Block, ...], lang: str) -> bool:
    """Whether the last words say that there is more elsewhere."""
    texts = [block.text for block in blocks if block.text]
    return bool(texts) and (
        _CUT_OFF.search(texts[-1]) is not None or is_boilerplate(texts[-1], lang, 1.0)
    )


def _standfirst(summary: str, body: str, blocks: tuple[Block, ...]) -> str:
    """The summary, if it is one and the body does not begin with it."""
    if body.startswith(summary[: len(summary) * 2 // 3]):
        return ""
    line = text_from_html(summary)
    if not line or len(line) > LONGEST_STANDFIRST or _CUT_OFF.search(line):
        return ""
    start = words_of(_text(blocks)[: 3 * len(line) + 200])
    runs = set(zip(start, start[1:], start[2:], strict=False))
    words = words_of(line)
    mine = list(zip(words, words[1:], words[2:], strict=False))
    return "" if not mine or sum(run in runs for run in mine) > 0.5 * len(mine) else line


def _linked(block: Block) -> float:
    links = (span for span in block.spans if span.style is SpanStyle.LINK)
    return sum(span.end - span.start for span in links) / max(1, len(block.text))


def _date(line: str) -> int | None:
    return parse_date(line) if re.search(r"\d", line) else None


def _text(blocks: tuple[Block, ...]) -> str:
    return BLOCK_BREAK.join(block.text for block in blocks if block.text)
