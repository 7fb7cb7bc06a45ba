"""What a source altered in a story since it was first read."""

from __future__ import annotations

from reader.cache.articles import Articles
from reader.text.version_diff import Changes, changes_between


def last_changes(articles: Articles, story: int) -> tuple[int, Changes] | None:
    """Return when a story was last altered (Unix seconds) and how; None if it never was.

    A feed's summary and the page it leads to are no two versions of one text. Raises
    `NotFoundError`.
    """
    article = articles.texts.article(story)
    for replaced, earlier in articles.texts.earlier(story):
        if earlier.provenance.origin is article.provenance.origin:
            return replaced, changes_between(earlier, article)
    return None
