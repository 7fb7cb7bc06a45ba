"""A story's page beside what its feed sent."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlsplit

from reader.model.article import Article


def page_for_story(from_feed: Article, page: Article) -> Article:
    """The page's text under the feed's own title, date and byline where the feed gives them.

    Its address is the one the page calls its own, so that no AMP page and no counting redirect is
    opened; one on another site is not believed.

    Where the page holds less than the feed sent, the feed's text stays, and what kept the page
    short (a paywall) is said.
    """
    if len(page.text) < len(from_feed.text):
        why = page.provenance
        provenance = dataclasses.replace(
            from_feed.provenance, completeness=why.completeness, note=why.note
        )
        return dataclasses.replace(from_feed, provenance=provenance)
    return dataclasses.replace(
        page,
        title=from_feed.title or page.title,
        byline=from_feed.byline or page.byline,
        published=from_feed.published or page.published,
        link=page.link if _is_of(page.provenance.url, page.link) else from_feed.link or page.link,
    )


def _is_of(page: str, address: str) -> bool:
    """Whether an address is on the site of a page, or on what that is a part of."""
    page_site, site = (
        (urlsplit(url).hostname or "").removeprefix("www.").removeprefix("amp.")
        for url in (page, address)
    )
    return bool(site) and (page_site == site or page_site.endswith(f".{site}"))
