"""A story's page beside what its feed sent."""

from __future__ import annotations

import dataclasses
from urllib.parse import urlsplit

from reader.model.article import Article


def page_for_story(known: Article, page: Article) -> Article:
    """The page's text under the feed's own title, date and byline where the feed gives them.

    Its address is the one the page calls its own, so that no AMP page and no counting redirect is
    opened; one on another site is not believed.

    Where the page holds less than the feed sent, the feed's text stays, and what kept the page
    short (a paywall) is said.
    """
    if len(page.text) < len(known.text):
        why = page.provenance
        provenance = dataclasses.replace(
            known.provenance, completeness=why.completeness, note=why.note
        )
        return dataclasses.replace(known, provenance=provenance)
    return dataclasses.replace(
        page,
        title=known.title or page.title,
        byline=known.byline or page.byline,
        published=known.published or page.published,
        link=page.link if _is_of(page.provenance.url, page.link) else known.link or page.link,
    )


def _is_of(page: str, address: str) -> bool:
    """Whether an address is on the site of a page, or on what that is a part of."""
    one, other = (urlsplit(url).hostname or "" for url in (page, address))
    one, other = (host.removeprefix("www.").removeprefix("amp.") for host in (one, other))
    return bool(other) and (one == other or one.endswith(f".{other}"))
