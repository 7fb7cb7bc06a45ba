"""The story on a page: its text as trafilatura finds it, its blocks as the page marks them.

What the page says of itself gives title, authors and date; trafilatura tells which text is the main
content; our own walk over the tree gives the blocks; boilerplate is dropped by rules for each
language. Where little text is found, the data in the page's scripts is tried, then its description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.loader.pages.boilerplate.blocks import without_boilerplate
from reader.loader.pages.embedded_data import text_in_state
from reader.loader.pages.live_blog import in_order_of_time
from reader.loader.pages.main_content import MainContent, main_text
from reader.loader.pages.metadata import Metadata, page_metadata
from reader.loader.pages.paywalls import completeness_of, is_placeholder, note_on
from reader.loader.pages.site_rules import remove, story_by_rules
from reader.loader.pages.story_end import before_its_end
from reader.loader.pages.story_parts import is_tool, plain_paragraphs, story_parts
from reader.markup.html import blocks_from_html
from reader.markup.html_tree import is_too_long, parse_html
from reader.markup.plain_text import blocks_from_plain
from reader.markup.tree_to_blocks import PlacedBlock, walk
from reader.model.article import (
    BLOCK_BREAK,
    Article,
    Block,
    BlockKind,
    Completeness,
    Origin,
    Provenance,
)
from reader.model.site import SiteRules
from reader.text.guess_language import guess_language
from reader.text.tracking import without_tracking

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LITTLE = 400
"""Characters of text; with less than that the data in the page's scripts is tried."""
LONGER = 1.6
"""How many times as long a text in the page's data must be to be taken instead."""
LAST_WORDS, LATE = 80, 0.9
"""Characters by which a story's end is found, and the part of the page after which it is late."""
ENOUGH_COVERED = 0.75
"""The part of trafilatura's text that our blocks must hold; else that text itself is used."""


def extract(
    html: str, url: str = "", rules: SiteRules | None = None, root: HtmlElement | None = None
) -> Article:
    """Return the story on the page `html` at `url`, without its quotes. Never raises.

    `rules` are a person's rules for the site. `root` is the page's tree if it has been parsed
    already; it is changed here. Without any text the article has no blocks and its provenance says
    why.
    """
    if root is None:
        root = parse_html(html)
    if root is None:
        return _article(Metadata(link=url), (), "", url, Completeness.FAILED, "walk")
    metadata = page_metadata(html, root, url)
    blocks: tuple[Block, ...] = ()
    base = _base(root, url)
    page = " ".join(" ".join(root.itertext()).split())
    if rules is not None:
        remove(root, rules)
        metadata, blocks = story_by_rules(root, base, rules, metadata)
    method = "rules"
    if not blocks:
        blocks, method = _main_content(root, base, metadata, url, len(page))
    lang = guess_language(_words(blocks) or metadata.title, metadata.lang)
    blocks, method = _or_page_data(blocks, method, html, metadata, base)
    text = _words(blocks)
    completeness = completeness_of(text, page, free=metadata.free)
    if method == "description" and completeness is Completeness.WHOLE:
        completeness = Completeness.SUMMARY
    if completeness is Completeness.WHOLE and is_too_long(html) and _ends_late(text, page):
        completeness = Completeness.PART
    share = min(1.0, len(text) / max(1, len(page)))
    return _article(metadata, blocks, lang, url, completeness, method, share)


def _main_content(
    root: HtmlElement, base: str, metadata: Metadata, url: str, page: int
) -> tuple[tuple[Block, ...], str]:
    """Return the blocks of the main content and the method that found them."""
    text = main_text(root, url, page)
    if not text:
        return plain_paragraphs(walk(root, base, is_tool)), "paragraphs"
    lang = guess_language(text, metadata.lang)
    content = MainContent(text)
    walked = walk(content.region(root, metadata.title), base, is_tool)
    before_end = before_its_end(walked, metadata.title, lang)
    story = story_parts(before_end, content, metadata, lang)
    method = "walk"
    is_whole = len(before_end) == len(walked)
    if is_whole and content.coverage(part.block.text for part in story) < ENOUGH_COVERED:
        lines = filter(None, map(str.strip, text.split("\n")))
        story = [PlacedBlock(Block(BlockKind.PARAGRAPH, line), root) for line in lines]
        method = "trafilatura"
    if metadata.live:
        story = in_order_of_time(story)
    return without_boilerplate(story, metadata, lang), method


def _or_page_data(
    blocks: tuple[Block, ...], method: str, html: str, metadata: Metadata, base: str
) -> tuple[tuple[Block, ...], str]:
    """Return a text from the page's data or its description where that is clearly longer."""
    length = len(_words(blocks))
    if is_placeholder(_words(blocks)):
        blocks, length = (), 0
    body = _as_blocks(metadata.body, base)
    if len(_words(body)) > max(LONGER * length, 200):
        return body, "articleBody"
    if length < LITTLE:
        state = tuple(block for text in text_in_state(html) for block in _as_blocks(text, base))
        if len(_words(state)) > max(LONGER * length, 200):
            return state, "page data"
    if not length and metadata.description and not is_placeholder(metadata.description):
        return (Block(BlockKind.PARAGRAPH, metadata.description),), "description"
    return blocks, method


def _as_blocks(text: str, base: str) -> tuple[Block, ...]:
    if not text.strip():
        return ()
    return blocks_from_html(text, base) if "<" in text or "&" in text else blocks_from_plain(text)


def _article(
    metadata: Metadata,
    blocks: tuple[Block, ...],
    lang: str,
    url: str,
    completeness: Completeness,
    method: str,
    share: float = 0.0,
) -> Article:
    provenance = Provenance(
        Origin.PAGE,
        url,
        completeness=completeness,
        note=note_on(completeness),
        method=method,
        share=round(share, 3),
    )
    return Article(
        metadata.title,
        blocks,
        provenance,
        byline=", ".join(metadata.authors),
        published=metadata.published,
        link=without_tracking(metadata.link or url),
        lang=lang,
    )


def _ends_late(text: str, page: str) -> bool:
    """Tell whether a story ends at the end of the text read of its page, or is not found there."""
    last = " ".join(text[-LAST_WORDS:].split())
    place = page.rfind(last)
    return place < 0 or place > len(page) * LATE


def _base(root: HtmlElement, url: str) -> str:
    from urllib.parse import urljoin

    element = next(root.iter("base"), None)
    href = (element.get("href") or "") if element is not None else ""
    return urljoin(url, href.strip()) if href else url


def _words(blocks: tuple[Block, ...]) -> str:
    return BLOCK_BREAK.join(block.text for block in blocks if block.text)
