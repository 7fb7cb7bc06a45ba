"""What the two halves of the quotes view answer to keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.pane import Useful
from reader.app.session.place import QUOTES
from reader.model.story import QuoteRow

if TYPE_CHECKING:
    from reader.app.session.session import Session


class VoicesPane:
    """Who is quoted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def move(self, count: int) -> None:
        """Choose another voice."""
        self._session.screen.voices.move(count)

    def page(self, direction: int) -> None:
        """Choose a voice a page on."""
        self._session.screen.voices.page(direction)

    def half(self, direction: int) -> None:
        """Choose a voice a page on."""
        self._session.screen.voices.page(direction)

    def top(self) -> None:
        """Choose the first voice."""
        self._session.screen.voices.top()

    def end(self) -> None:
        """Choose the last voice."""
        self._session.screen.voices.end()

    def row(self, number: int) -> None:
        """Choose a voice by its number."""
        self.top()
        self.move(number - 1)

    def open(self) -> None:
        """Go to its words."""
        self._session.go(QUOTES)

    def read_on(self) -> None:
        """Page on."""
        self.page(1)

    def story(self) -> int:
        """The story of the quote that is chosen beside it."""
        row = self.quote()
        return row.story if row else 0

    def quote(self) -> QuoteRow | None:
        """The quote that is chosen beside it."""
        return self._session.screen.quotes.row

    def useful(self) -> Useful:
        """What can be done with the chosen quote."""
        return ("open:in_place", "copy", "save:save_story", "search", "back")


class QuotesPane(VoicesPane):
    """What the chosen voice said."""

    def move(self, count: int) -> None:
        """Choose another quote."""
        self._session.screen.quotes.move(count)

    def page(self, direction: int) -> None:
        """Choose a quote a page on."""
        self._session.screen.quotes.page(direction)

    def half(self, direction: int) -> None:
        """Choose a quote a page on."""
        self._session.screen.quotes.page(direction)

    def top(self) -> None:
        """Choose the first quote."""
        self._session.screen.quotes.top()

    def end(self) -> None:
        """Choose the last quote."""
        self._session.screen.quotes.end()

    def open(self) -> None:
        """Read the quote where it stands."""
        self._session.screen.quotes.read()
