"""Articles of several pages: finds the address of the next page, joins the pages to one article."""

from __future__ import annotations

import dataclasses
import itertools
import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

from reader.loader.net.same_page import same_page_key
from reader.loader.pages.site_rules import next_page_by_rules
from reader.markup.figures import names, visible_text
from reader.model.article import Article, Block, Completeness
from reader.model.site import SiteRules
from reader.text.clean import clean_url
from reader.text.normal import fold
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MOST_PAGES = 20
"""Pages of one article; more are an archive."""
_NEXT = re.compile(
    r"(?:next(?: page)?|continue(?: reading)?|weiter|nächste seite|page suivante|suivante?"
    r"|siguiente"
    r"|página siguiente|pagina successiva|avanti|próxima(?: página)?|volgende(?: pagina)?"
    r"|nästa(?: sida)?|næste(?: side)?|neste(?: side)?|następna(?: strona)?|следующая(?: страница)?"
    r"|次のページ(?:へ)?|次へ|下一页|下一頁|\d{1,2})\s*[›»>→]*",
    re.I,
)
_PAGING = re.compile(r"pag(?:e|ing|inat)|seiten|multi-?page|page-?links", re.I)
_NUMBER_KEYS = ("page", "p", "seite", "pagina", "pg", "paged", "pageno", "s")
_NUMBER_AT_END = re.compile(r"[/_,-](?:page[/_-]?|p|seite[/_-]?|s)?(\d{1,2})(\.\w{2,5})?/?$", re.I)


def next_page(root: HtmlElement | None, url: str, rules: SiteRules | None = None) -> str:
    """Return the address of the next page of the article at `url`; empty if there is none.

    `root` is the tree of the page, as `markup.html_tree.parse_html` gives it. A link counts only if
    its address is that of the same article with the next number, since "next" alone leads to
    another story as often. The link that a person's `rules` name is taken as it is.
    """
    if root is None:
        return ""
    if rules is not None and rules.next:
        return next_page_by_rules(root, rules, url)
    stem, number = _numbered(url)
    for element in root.iter("link", "a"):
        target = clean_url(element.get("href") or "", url)
        if not target or _numbered(target) != (stem, number + 1):
            continue
        if "next" in (element.get("rel") or "").lower().split():
            return target
        if element.tag == "a" and (_NEXT.fullmatch(visible_text(element)) or _is_paging(element)):
            return target
    return ""


def is_first_page(url: str) -> bool:
    """Tell whether an address is not numbered beyond 1, as that of a later page is.

    A story at ``/story/7`` may name ``/story/8`` as its next, which is another story.
    """
    return _numbered(url)[1] <= 1


def goes_on(first: Article, page: Article) -> bool:
    """Tell whether `page` is a later page of the article that `first` begins, by their titles."""
    title, later = fold(first.title), fold(page.title)
    return not (title and later) or title in later or later in title


def joined(pages: Sequence[Article], missing: str = "") -> Article:
    """Return the pages of an article as one, with the metadata of the first and each block once.

    So a standfirst or lead picture at the head of every page is kept once. There must be at least
    one page. `missing` says why later pages are not here; empty if all are.
    """
    blocks: list[Block] = []
    for page in pages:
        blocks += _fresh(page.blocks, blocks)
    shares = [page.provenance.share for page in pages]
    first, number = pages[0].provenance, len(pages)
    note = say("notes.joined", count=number) if number > 1 else ""
    if missing:
        note = say("notes.only_first", count=number, reason=missing)
    provenance = dataclasses.replace(
        first,
        share=round(sum(shares) / number, 3),
        note=first.note or note,
        completeness=Completeness.PART
        if missing and first.completeness is Completeness.WHOLE
        else first.completeness,
    )
    return dataclasses.replace(pages[0], blocks=tuple(blocks), provenance=provenance, quotes=())


def _fresh(blocks: Iterable[Block], before: list[Block]) -> list[Block]:
    """Return the blocks that are not on an earlier page; `before` are the blocks of those."""
    seen = {(block.kind, block.text, block.url) for block in before}
    return [block for block in blocks if (block.kind, block.text, block.url) not in seen]


def _is_paging(link: HtmlElement) -> bool:
    """Tell whether a link or an element around it has a class or id of pagination."""
    around = (link, *itertools.islice(link.iterancestors(), 3))
    return any(_PAGING.search(names(element)) for element in around)


def _numbered(url: str) -> tuple[str, int]:
    """Return a key that all pages of an article share, and the number of the page; 1 if none."""
    parts = urlsplit(url)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    for key, value in pairs:
        if key.lower() in _NUMBER_KEYS and value.isascii() and value.isdigit() and len(value) < 3:
            rest = [f"{k}={v}" for k, v in pairs if k != key]
            bare = parts._replace(query="&".join(rest), fragment="")
            return same_page_key(bare.geturl()), int(value)
    bare = parts._replace(fragment="")
    at_end = _NUMBER_AT_END.search(parts.path)
    if at_end and 0 < int(at_end[1]) <= MOST_PAGES:
        path = parts.path[: at_end.start()] + (at_end[2] or "")
        return same_page_key(bare._replace(path=path).geturl()), int(at_end[1])
    return same_page_key(bare.geturl()), 1
