"""Keys of reading: on through the story, to the next one, from quote to quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.place import ARTICLE
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session


def read_on(session: Session, press: Press) -> None:
    """Read on where one is: space alone is enough."""
    session.panes.current.read_on()


def next_unread(session: Session, press: Press) -> None:
    """Open the next unread story."""
    session.quotes.leave()
    session.reading.read_next(press.times)


def previous_unread(session: Session, press: Press) -> None:
    """Open the previous unread story, of this list or of the source before it that has one."""
    session.quotes.leave()
    session.reading.read_previous(press.times)


def next_story(session: Session, press: Press) -> None:
    """Open the next story, read or not."""
    session.quotes.leave()
    session.reading.go_to(session.screen.headlines.chosen_item + press.times)


def previous_story(session: Session, press: Press) -> None:
    """Open the previous story, read or not."""
    session.quotes.leave()
    session.reading.go_to(session.screen.headlines.chosen_item - press.times)


def next_quote(session: Session, press: Press) -> None:
    """Go to the next quote; while words are searched for, to the next of them."""
    _step(session, press.times, 1)


def previous_quote(session: Session, press: Press) -> None:
    """Go to the previous quote, or found word."""
    _step(session, press.times, -1)


def _step(session: Session, times: int, direction: int) -> None:
    article = session.screen.article
    if session.place.quotes_open:
        session.screen.quotes.move(direction * times)
    elif session.search.has_words():
        if not article.next_hit(direction):
            session.status.note(say("status.no_hit"))
    elif not session.story.is_shown:
        session.note_nothing_here()
    elif sum(article.next_quote(direction) for _ in range(times)):
        if session.story.id and not session.story.opened:
            session.story.open()
        if session.screen.single and session.place.pane != ARTICLE:
            session.go(ARTICLE)
    else:
        session.status.note(say("status.no_quote"))
