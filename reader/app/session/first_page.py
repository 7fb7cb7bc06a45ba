"""The first page: ways to begin for somebody who has no sources."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.session.offers import Offer
from reader.app.session.pane import Useful
from reader.app.session.place import FIRST_PLACE, Mode
from reader.model.story import QuoteRow
from reader.wording.catalogue import number, say

if TYPE_CHECKING:
    from reader.app.session.session import Session
    from reader.newsroom.importing import ImportResult


class FirstPage:
    """Offers ways to begin, until there is a source."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self._session.place.mode is Mode.FIRST

    def begin(self) -> None:
        """Show it once the ways to begin are known."""
        session = self._session
        session.requests.ask("offers", offers, self._show)
        session.place.restart(FIRST_PLACE)
        session.screen.arrange()

    def _show(self, offers: list[Offer]) -> None:
        session = self._session
        now = datetime.datetime.fromtimestamp(session.newsroom.clock.now()).astimezone()
        page = session.screen.first_page
        page.keys = tuple(map(session.key_for, ("read_on", "save", "help")))
        page.show(offers, now.hour)
        session.status.tell()
        session.screen.answer_early()

    def begun(self) -> None:
        """There is a source: on to the list."""
        session = self._session
        session.start()
        if session.news.may_refresh:
            session.requests.act(session.newsroom.refreshing.start)

    def take_shelf(self) -> None:
        """Begin with the sources that ship with the program."""
        take_shelf = self._session.newsroom.sources.take_shelf
        self._session.requests.act(take_shelf, lambda _change: self.begun())

    def take_file(self, path: str) -> None:
        """Begin with the sources of a file."""
        session = self._session

        def told(result: ImportResult) -> None:
            self.begun()
            session.status.note(say("status.imported", count=result.added))

        file = Path(path).expanduser()
        session.requests.act(lambda: session.newsroom.sources.import_file(file), told)


class FirstPagePane:
    """The first page."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def move(self, count: int) -> None:
        """Choose another way to begin."""
        self._session.screen.first_page.move(count)

    def page(self, direction: int) -> None:
        """All ways are on the screen."""

    def half(self, direction: int) -> None:
        """All ways are on the screen."""

    def top(self) -> None:
        """Choose the first way."""
        self.move(-len(self._session.screen.first_page.offers))

    def end(self) -> None:
        """Choose the last way."""
        self.move(len(self._session.screen.first_page.offers))

    def row(self, number: int) -> None:
        """Choose a way by its number."""
        self.top()
        self.move(number - 1)

    def open(self) -> None:
        """Begin so."""
        self._session.screen.first_page.take()

    def read_on(self) -> None:
        """Begin so."""
        self.open()

    def story(self) -> int:
        """There is none."""
        return 0

    def quote(self) -> QuoteRow | None:
        """There is none."""
        return None

    def useful(self) -> Useful:
        """How to choose and begin."""
        return ("arrows:choose", "open:go", "back:quit", "help")


def offers() -> list[Offer]:
    """Ways to begin; for a thread, which looks for files of other readers in the home."""
    from reader.newsroom.first_start import beginnings

    home = Path.home()
    here = beginnings(home)
    ways = [Offer("address", say("first.address"), say("first.address_detail"))]
    if here.newsboat:
        detail = _lies_at(home, here.newsboat, here.newsboat_sources)
        ways.append(Offer("file", say("first.newsboat"), detail, str(here.newsboat)))
    detail, path = say("first.opml_detail"), ""
    if here.opml:
        detail, path = _lies_at(home, here.opml, here.opml_sources), str(here.opml)
    ways.append(Offer("file", say("first.opml"), detail, path))
    detail = say("first.shelf_detail", number=number(here.shelf))
    ways.append(Offer("shelf", say("first.shelf"), detail))
    ways.append(Offer("demo", say("first.demo"), say("first.demo_detail")))
    return ways


def _lies_at(home: Path, path: Path, sources: int) -> str:
    """Where a file lies, as a person writes it, and how many sources are in it."""
    shown = f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)
    return say("first.found", path=shown, count=sources)
