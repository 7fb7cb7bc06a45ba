"""Keys and clicks that leave the story: links, images, its page in the browser."""

from __future__ import annotations

from functools import partial

from reader.app.correcting import Correcting
from reader.app.panes.story.pane import ArticlePane
from reader.app.sheets.sheet import Choice, OverScreen
from reader.app.terminal.opener import open_address
from reader.model.article import BlockKind
from reader.text.links import address, host, leads_elsewhere
from reader.text.normal import fold
from reader.typesetting.blocks import is_player
from reader.wording.catalogue import say


class Linking(Correcting):
    """Opens addresses, after showing where a link leads that says something else."""

    _asked_link = 0
    """The link whose target was shown by the last key."""

    def do(self, name: str, key: str = "", number: int = 0) -> None:
        """Any other key takes back what the last one asked."""
        if name != "link":
            self._asked_link = 0
        super().do(name, key, number)

    def do_link(self, key: str) -> None:
        """Open a link by its number."""
        number = self.number
        if self.first_run.display:
            self.first_run.take(number)
        elif self.quotes_open:
            if echo := self.quotes.echo(number):
                self.leave_for_story(echo.story, echo.index)
            else:
                self.note(say("status.nothing_here"))
        else:
            self.follow(number)

    def on_article_pane_link_chosen(self, event: ArticlePane.LinkChosen) -> None:
        """A click on a link opens it, as its number does."""
        self.follow(event.number)

    def follow(self, number: int) -> None:
        """Open a link; one that leads elsewhere than it says only when asked twice."""
        url = self.article.link(number) if self.current else ""
        if not url:
            self._asked_link = 0
            self.note(say("status.no_link", number=number))
            return
        text = self.article.link_texts[number - 1]
        if self._asked_link != number and leads_elsewhere(text, url):
            self._asked_link = number
            self.note(say("status.leads_elsewhere", host=host(url)))
            return
        self._asked_link = 0
        self.visit(url)

    def do_links(self, key: str) -> None:
        """All links of the story with their addresses; a number or words of one open it."""
        links = self.article.links if self.current else ()
        if not links:
            self.note(say("status.no_links"))
            return
        texts = self.article.link_texts
        shown = [
            f"{number:>2}  {text} — {address(url)}"
            for number, (text, url) in enumerate(zip(texts, links, strict=True), 1)
        ]

        def take(typed: str) -> None:
            if typed.isdecimal():
                self.visit_link(int(typed))
                return
            found = (at for at, words in enumerate(shown, 1) if fold(typed) in fold(words))
            self.visit_link(next(found, 0))

        choices = [
            Choice(words, do=partial(self.visit_link, number))
            for number, words in enumerate(shown, 1)
        ]
        hint = say("links.hint")
        self.show_sheet(OverScreen(say("links.title"), choices, hint=hint, submitted=take))

    def visit_link(self, number: int) -> None:
        """Open a link whose address has been seen."""
        url = self.article.link(number)
        if url:
            self.visit(url)
        else:
            self.note(say("status.no_link", number=number))

    def do_browser(self, key: str) -> None:
        """Open the story's page in the browser, nothing else; without a story, the source's."""
        article, row = self.article.article, self.quotes.row if self.quotes_open else None
        shown = article.link if article and self.current else ""
        feed = None if self.current or self.quotes_open else self.feed_of_list()
        url = row.link if row else shown or (feed.site or feed.subscription.url if feed else "")
        if url:
            self.visit(url)
        else:
            self.note(say("status.no_address"))

    def visit(self, url: str) -> None:
        """Open an address in the browser; without one, copy it."""
        wanted = self.newsroom.config.browser

        def opened(done: bool) -> None:
            if done:
                self.note(say("status.opened", host=host(url)))
            else:
                self.copy_to_clipboard(url)
                self.note(say("status.no_browser"))

        self.desk.ask("browser", lambda: open_address(url, wanted), opened)

    def visit_image(self, block: int = -1) -> bool:
        """Open an image: the block's, else the first on screen, else the first; False if none."""
        article = self.article.article
        blocks = article.blocks if article and self.current else ()
        seen = block if block >= 0 else self.article.image
        order = [*blocks[seen : seen + 1], *blocks] if seen >= 0 else blocks
        for one in order:
            if one.url and (one.kind is BlockKind.IMAGE or is_player(one)):
                self.visit(one.url)
                return True
        return False

    def on_article_pane_image_chosen(self, event: ArticlePane.ImageChosen) -> None:
        """A click on an image opens it."""
        self.visit_image(event.block)
