"""Fetches the pages of stories and stores their texts in place of what the feeds sent."""

from __future__ import annotations

from collections.abc import Sequence

from reader.model.article import Article
from reader.model.errors import NotFoundError
from reader.model.story import FullText
from reader.newsroom.events import FullTextArrived, FullTextsAsked
from reader.newsroom.full_text import Budget, FullTextRun, WantedPage
from reader.newsroom.full_text_report import FullTextReport
from reader.newsroom.loading import Loading
from reader.newsroom.stores import Stores
from reader.newsroom.story_page import page_for_story
from reader.newsroom.subscribing import Subscribing


class PageFetching:
    """Runs of full texts over the stores; waits for the network."""

    def __init__(self, stores: Stores, subscribing: Subscribing, loading: Loading) -> None:
        """Pages are asked for as the settings of their sources say."""
        self._stores = stores
        self._subscribing = subscribing
        self._loading = loading
        self._run: FullTextRun | None = None

    def fetch(self, stories: Sequence[int], budget: Budget) -> FullTextReport:
        """Fetch the pages of these stories and store them; tells what became of each."""
        if self._stores.library.read_only or not stories:
            return FullTextReport()
        subscriptions = self._subscribing.current
        pages = [
            WantedPage(headline.id, headline.link, subscriptions[headline.feed])
            for headline in self._stores.articles.lists.headlines(stories)
            if headline.link and headline.feed in subscriptions
        ]
        run = FullTextRun(
            fetcher=self._loading.fetcher,
            digestion=self._loading.digestion,
            clock=self._loading.clock,
            keep=self._keep,
            failed=self._failed,
            asked=lambda stories: self._loading.tell(FullTextsAsked(stories)),
            budget=budget,
        )
        self._run = run
        return run.run(pages)

    def stop(self) -> None:
        """End the current run soon; what was stored stays."""
        if self._run is not None:
            self._run.stop()

    def _keep(self, story: int, page: Article) -> None:
        def keep() -> None:
            from_feed = self._stores.articles.texts.article(story)
            merged = page_for_story(from_feed, page)
            self._stores.articles.texts.put_article(story, merged, FullText.DONE)
            self._stores.library.saved.put_article(story, merged)

        try:
            self._stores.writer.wait(keep)
        except NotFoundError:
            return
        self._loading.tell(FullTextArrived(story, True, ""))

    def _failed(self, story: int, reason: str, gone: bool) -> None:
        self._stores.writer.wait(
            lambda: self._stores.articles.texts.page_failed(story, reason, gone)
        )
        self._loading.tell(FullTextArrived(story, False, reason))
