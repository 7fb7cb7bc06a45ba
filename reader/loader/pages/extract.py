"""The story on a page: its words as trafilatura chooses them, its shape as the page gives it.

Facts come from what the page says of itself, the choice of text from trafilatura, the blocks from
our own walk over the tree, and lines that belong to the site are left out by language. Where little
was found, the page's own data is asked, then its description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.loader.pages.boilerplate.blocks import without_furniture
from reader.loader.pages.embedded_data import text_in_state
from reader.loader.pages.live_blog import in_time
from reader.loader.pages.main_content import Chosen, chosen_text
from reader.loader.pages.metadata import Facts, page_facts
from reader.loader.pages.paywalls import note_on, only_excuses, wall
from reader.loader.pages.site_rules import own_parts, remove
from reader.loader.pages.story_end import before_its_end
from reader.loader.pages.story_parts import is_tool, plain_paragraphs, story_parts
from reader.markup.html import blocks_from_html
from reader.markup.plain_text import blocks_from_plain
from reader.markup.tree import is_too_long, parse_html
from reader.markup.walk import Found, walk
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
from reader.text.lang import guess_language
from reader.text.tracking import without_tracking

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LITTLE = 400
"""Characters of text; with less than that the page's data is asked."""
LONGER = 1.6
"""The page's own ``articleBody`` must be so much longer than what was found to be taken."""
LAST_WORDS, LATE = 80, 0.9
"""Characters by which a story's end is known, and the part of a page behind which it is late."""
ENOUGH_FOUND = 0.75
"""The part of the chosen text that our blocks must hold; below, it is used as it is."""


def extract(
    html: str, url: str = "", rules: SiteRules | None = None, root: HtmlElement | None = None
) -> Article:
    """Return the story on a page, without its quotes. Never raises.

    `rules` are a person's own for the site. `root` is the page's tree, where it has been parsed
    before; it is of no use afterwards. Where there is no text, the article has no blocks and its
    provenance says why.
    """
    if root is None:
        root = parse_html(html)
    if root is None:
        return _article(Facts(link=url), (), "", url, Completeness.FAILED, "walk")
    facts = page_facts(html, root, url)
    blocks: tuple[Block, ...] = ()
    base = _base(root, url)
    page = " ".join(" ".join(root.itertext()).split())
    if rules is not None:
        remove(root, rules)
        facts, blocks = own_parts(root, base, rules, facts)
    method = "rules"
    if not blocks:
        blocks, method = _found(root, base, facts, url, len(page))
    lang = guess_language(_words(blocks) or facts.title, facts.lang)
    blocks, method = _or_more(blocks, method, html, facts, base)
    text = _words(blocks)
    completeness = wall(text, page, free=facts.free)
    if method == "description" and completeness is Completeness.WHOLE:
        completeness = Completeness.SUMMARY
    if completeness is Completeness.WHOLE and is_too_long(html) and _ends_late(text, page):
        completeness = Completeness.PART
    share = min(1.0, len(text) / max(1, len(page)))
    return _article(facts, blocks, lang, url, completeness, method, share)


def _found(
    root: HtmlElement, base: str, facts: Facts, url: str, page: int
) -> tuple[tuple[Block, ...], str]:
    text = chosen_text(root, url, page)
    if not text:
        return plain_paragraphs(walk(root, base, is_tool)), "paragraphs"
    lang = guess_language(text, facts.lang)
    chosen = Chosen(text)
    region = chosen.region(root, facts.title)
    found = walk(region, base, is_tool)
    own = before_its_end(found, facts.title, lang)
    parts = story_parts(own, chosen, facts, lang)
    method = "walk"
    if len(own) == len(found) and chosen.found_in(part.block.text for part in parts) < ENOUGH_FOUND:
        lines = filter(None, map(str.strip, text.split("\n")))
        parts = [Found(Block(BlockKind.PARAGRAPH, line), root) for line in lines]
        method = "trafilatura"
    if facts.live:
        parts = in_time(parts)
    return without_furniture(parts, facts, lang), method


def _or_more(
    blocks: tuple[Block, ...], method: str, html: str, facts: Facts, base: str
) -> tuple[tuple[Block, ...], str]:
    """Take the page's own data where it holds clearly more than what was found."""
    length = len(_words(blocks))
    if only_excuses(_words(blocks)):
        blocks, length = (), 0
    body = _as_blocks(facts.body, base)
    if len(_words(body)) > max(LONGER * length, 200):
        return body, "articleBody"
    if length < LITTLE:
        state = tuple(block for text in text_in_state(html) for block in _as_blocks(text, base))
        if len(_words(state)) > max(LONGER * length, 200):
            return state, "page data"
    if not length and facts.description and not only_excuses(facts.description):
        return (Block(BlockKind.PARAGRAPH, facts.description),), "description"
    return blocks, method


def _as_blocks(text: str, base: str) -> tuple[Block, ...]:
    if not text.strip():
        return ()
    return blocks_from_html(text, base) if "<" in text or "&" in text else blocks_from_plain(text)


def _article(
    facts: Facts,
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
        facts.title,
        blocks,
        provenance,
        byline=", ".join(facts.authors),
        published=facts.published,
        link=without_tracking(facts.link or url),
        lang=lang,
    )


def _ends_late(text: str, page: str) -> bool:
    """Tell whether a story goes on to the end of what was read of its page, or seems to."""
    last = " ".join(text[-LAST_WORDS:].split())
    found = page.rfind(last)
    return found < 0 or found > len(page) * LATE


def _base(root: HtmlElement, url: str) -> str:
    from urllib.parse import urljoin

    element = next(root.iter("base"), None)
    href = (element.get("href") or "") if element is not None else ""
    return urljoin(url, href.strip()) if href else url


def _words(blocks: tuple[Block, ...]) -> str:
    return BLOCK_BREAK.join(block.text for block in blocks if block.text)
