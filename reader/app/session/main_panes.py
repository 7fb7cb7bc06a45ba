"""What sidebar, list and story answer to keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.pane import Useful
from reader.app.session.place import ARTICLE
from reader.model.story import QuoteRow

if TYPE_CHECKING:
    from reader.app.session.session import Session


class SourcesPane:
    """The sidebar."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def move(self, count: int) -> None:
        """Move the cursor."""
        self._session.screen.sources.move(count)

    def page(self, direction: int) -> None:
        """Move the cursor by a page."""
        self._session.screen.sources.page(direction)

    def half(self, direction: int) -> None:
        """Move the cursor by half a page."""
        self._session.screen.sources.page(direction / 2)

    def top(self) -> None:
        """Choose the first line."""
        self.move(-len(self._session.screen.sources.items))

    def end(self) -> None:
        """Choose the last line."""
        self.move(len(self._session.screen.sources.items))

    def row(self, number: int) -> None:
        """Choose a line by its number."""
        self.top()
        self.move(number - 1)

    def open(self) -> None:
        """Go to the list of the line."""
        self._session.sidebar.open()

    def read_on(self) -> None:
        """Go to the list of the line."""
        self.open()

    def story(self) -> int:
        """The story that is chosen beside it: of the quotes while they are shown, or the list."""
        if row := self.quote():
            return row.story
        return self._session.screen.headlines.story or self._session.story.id

    def quote(self) -> QuoteRow | None:
        """The quote that is chosen beside it, while quotes are shown."""
        return self._session.screen.quotes.row if self._session.place.quotes_open else None

    def useful(self) -> Useful:
        """Where it lies over the others, how to close it."""
        if self._session.screen.sidebar_over:
            return ("open", "back:close", "search", "help")
        return ("open", "refresh_all:refresh", "add", "search", "help")


class ListPane:
    """The list of headlines."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def move(self, count: int) -> None:
        """Move the cursor."""
        self._session.screen.headlines.move(count)

    def page(self, direction: int) -> None:
        """Move the cursor by a page; where a story stands beside it, page in that."""
        if self._session.screen.single:
            self._session.screen.headlines.page(direction)
        else:
            _page(self._session, direction)

    def half(self, direction: int) -> None:
        """Move the cursor by half a page."""
        self._session.screen.headlines.page(direction / 2)

    def top(self) -> None:
        """Choose the first story; new ones that wait above it come in."""
        if self._session.list.waiting is not None:
            self._session.list.open_again(at_top=True)
        else:
            self.row(1)

    def end(self) -> None:
        """Choose the last story."""
        self.row(len(self._session.screen.headlines.ids))

    def row(self, number: int) -> None:
        """Choose a story by its number."""
        self._session.screen.headlines.choose(number - 1)

    def open(self) -> None:
        """Open the chosen story, or the one that is suggested beside an empty list."""
        session = self._session
        if session.screen.headlines.story:
            session.story.open()
            session.go(ARTICLE)
        elif session.notices.suggested:
            session.story.show(session.notices.suggested, opened=True)
            session.go(ARTICLE)

    def read_on(self) -> None:
        """Read the story beside the list, or the next one."""
        self._session.reading.read_on()

    def story(self) -> int:
        """The chosen story."""
        return self._session.screen.headlines.story or self._session.story.id

    def quote(self) -> QuoteRow | None:
        """None is meant here."""
        return None

    def useful(self) -> Useful:
        """Of Saved, what goes on with it; in one column, how to open a story."""
        session = self._session
        headlines = session.screen.headlines
        if session.screen.search_field.typing:
            return ()
        if headlines.keeps and headlines.ids:
            return ("open:continue", "save:remove", "export", "undo", "help")
        if names := _without_story(session):
            return names
        if session.screen.single:
            return ("open:read", _save(session), "left:sources", "search", "help")
        return _with_story(session)


class StoryPane:
    """The story."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def move(self, count: int) -> None:
        """Go on by lines."""
        self._session.screen.article.line(count)

    def page(self, direction: int) -> None:
        """Go a page on or back, never out of the story."""
        _page(self._session, direction)

    def half(self, direction: int) -> None:
        """Go half a page."""
        self._session.screen.article.half_page(direction)

    def top(self) -> None:
        """Go to the head."""
        self._session.screen.article.top()

    def end(self) -> None:
        """Go to the end."""
        self._session.screen.article.end()

    def row(self, number: int) -> None:
        """Go to a line by its number."""
        self.top()
        self.move(number - 1)

    def open(self) -> None:
        """Nothing is further right."""
        self._session.note_nothing_here()

    def read_on(self) -> None:
        """Page on, and at the end open the next story; a page alone has none."""
        if self._session.place.alone:
            self.page(1)
        else:
            self._session.reading.read_on()

    def story(self) -> int:
        """The story that is shown."""
        return self._session.story.id

    def quote(self) -> QuoteRow | None:
        """None: its quotes are no rows."""
        return None

    def useful(self) -> Useful:
        """What a story alone on the screen offers: quotes, links, saving it."""
        session = self._session
        if session.place.alone:
            return ("read_on", "browser", "help")
        if names := _without_story(session):
            return names
        if not session.place.reading:
            return _with_story(session)
        offers: Useful = ("next_quote",) if session.screen.article.quotes_shown else ()
        if session.screen.article.links:
            offers += ("link:links",)
        if len(offers) < 2:
            offers += (_save(session),)
        return ("read_on", *offers, "reading_view:panes", "help")


def _page(session: Session, direction: int) -> None:
    if direction > 0:
        session.screen.article.page_on()
    else:
        session.screen.article.page_back()


def _save(session: Session) -> str:
    row = session.screen.headlines.headline
    return "save:unsave" if row and row.saved else "save"


def _without_story(session: Session) -> Useful:
    """What is useful while a refresh is under way or no story is shown; else nothing."""
    if session.news.progress is not None:
        return ("read_on", "refresh_all:stop", "help")
    if not session.story.id:
        return ("refresh_all:refresh", "left:sources", "search", "help")
    return ()


def _with_story(session: Session) -> Useful:
    mark = "tag" if session.list.current.tags else _save(session)
    return ("read_on", mark, "browser", "search", "help")
