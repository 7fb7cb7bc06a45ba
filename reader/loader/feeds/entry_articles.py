"""Entries of feeds to articles, and whether an entry is the whole story or a summary."""

from __future__ import annotations

import re

from reader.loader.pages.boilerplate.lines import is_boilerplate
from reader.loader.pages.main_content import words_of
from reader.markup.html import blocks_from_html, text_from_html
from reader.model.article import (
    BLOCK_BREAK,
    Article,
    Block,
    Completeness,
    Origin,
    Provenance,
    SpanStyle,
)
from reader.model.feed import Entry
from reader.text.clean import clean_line
from reader.text.guess_language import guess_language
from reader.text.scripts import HAN, KANA
from reader.text.tracking import without_tracking
from reader.wording.catalogue import say

SUMMARY_WORDS = 120
"""An entry with fewer words is taken for a summary of its page."""
CUT_OFF_WORDS = 400
"""So is one with fewer words that ends in an ellipsis or a "read more"."""
LONGEST_STANDFIRST = 400
_CUT_OFF = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\]|&hellip;)\W*$")
_CJK = re.compile(f"[{KANA}{HAN}]")


def article_from_entry(entry: Entry, feed_url: str, fetched: int) -> Article:
    """Return an entry as an article, without its quotes; `fetched` is in Unix seconds.

    The longer one of content and summary is the text. Its provenance says whether it is whole or a
    summary. The summary is the standfirst where it is none of the text.
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


def _without_boilerplate(blocks: tuple[Block, ...], title: str, lang: str) -> tuple[Block, ...]:
    """Return the blocks that are the story's, without the title said again at their head."""
    kept = [
        block
        for block in blocks
        if not block.kind.is_running_text
        or not block.text
        or not is_boilerplate(block.text, lang, _linked(block))
    ]
    if len(kept) > 1 and clean_line(kept[0].text) == title:
        kept.pop(0)
    return tuple(kept)


def _is_cut_off(blocks: tuple[Block, ...], lang: str) -> bool:
    """Tell whether a text ends in an ellipsis, or in a "read more" or the like."""
    texts = [block.text for block in blocks if block.text]
    return bool(texts) and (
        _CUT_OFF.search(texts[-1]) is not None or is_boilerplate(texts[-1], lang, 1.0)
    )


def _standfirst(summary: str, body: str, blocks: tuple[Block, ...]) -> str:
    """Return the summary as a line, if it is short and not said again at the head of the text."""
    if body.startswith(summary[: len(summary) * 2 // 3]):
        return ""
    line = text_from_html(summary)
    if not line or len(line) > LONGEST_STANDFIRST or _CUT_OFF.search(line):
        return ""
    start = words_of(_text(blocks)[: 3 * len(line) + 200])
    trigrams_of_start = set(zip(start, start[1:], start[2:], strict=False))
    words = words_of(line)
    trigrams = list(zip(words, words[1:], words[2:], strict=False))
    repeated = sum(trigram in trigrams_of_start for trigram in trigrams)
    return "" if not trigrams or repeated > 0.5 * len(trigrams) else line


def _linked(block: Block) -> float:
    """Return the part of a block's text that is link, 0 to 1."""
    links = (span for span in block.spans if span.style is SpanStyle.LINK)
    return sum(span.end - span.start for span in links) / max(1, len(block.text))


def _text(blocks: tuple[Block, ...]) -> str:
    return BLOCK_BREAK.join(block.text for block in blocks if block.text)
