"""Stories as a front end reads them. Nothing here waits for the network or changes anything."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from pathlib import Path

from reader.cache.articles import Articles
from reader.model.article import Article
from reader.model.query import Order, Query
from reader.model.story import Headline, Position
from reader.newsroom.full_text_report import FullTextReport, report_of
from reader.newsroom.story_changes import last_changes
from reader.settings.library.library import Library
from reader.text.version_diff import Changes


class Stories:
    """Reads stories; from any thread."""

    def __init__(self, library: Library, articles: Articles) -> None:
        """Texts come from `articles`, what a person did from `library`."""
        self._library = library
        self._articles = articles

    def select(self, query: Query, *, order: Order = Order.NEWEST, limit: int = 0) -> array[int]:
        """Return the ids of the stories that match, all of them unless there is a `limit`."""
        return self._articles.lists.select(query, order, limit)

    def headlines(self, stories: Sequence[int]) -> list[Headline]:
        """Return the rows of these stories in this order; unknown ones are left out."""
        return self._articles.lists.headlines(stories)

    def headline(self, story: int) -> Headline:
        """Return one row; raises `NotFoundError`."""
        return self._articles.lists.headline(story)

    def article(self, story: int) -> Article:
        """Return a story whole, its quotes as they were set right; raises `NotFoundError`."""
        return self._articles.quotes.corrected(story, self._articles.texts.article(story))

    def changes(self, story: int) -> tuple[int, Changes] | None:
        """Return when a source last altered a story and how; None if it never did."""
        return last_changes(self._articles, story)

    def position(self, story: int) -> Position | None:
        """Return where reading stopped, None if it never began."""
        return self._library.positions.of(story)

    def texts_of(self, feed: int | None = None) -> FullTextReport:
        """Return how many stories of a source, or of all, are whole, and why others are not."""
        return report_of(self._articles.texts.completeness(feed))

    def closest_word(self, word: str) -> tuple[str, int] | None:
        """Return the stored word nearest to an unknown one, with how many stories have it."""
        return self._articles.index.closest_word(word)

    def markdown(self, story: int, article: Article | None = None) -> str:
        """Return a story as Markdown; of `article`, if one is given, as of one with marked changes.

        Raises `NotFoundError`.
        """
        from reader.exchange.markdown import article_to_markdown

        source = self.headline(story).source
        return article_to_markdown(article or self.article(story), source=source)

    def export(self, story: int, directory: Path) -> Path:
        """Write a story as a Markdown file into `directory`; returns the file.

        Raises:
            NotFoundError: there is no such story.
            StoreError: the directory cannot be written to.

        """
        from reader.newsroom.exporting import write_story

        return write_story(self.article(story), self.headline(story), directory)
