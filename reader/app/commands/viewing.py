"""Keys that change what of it all is shown, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.place import ARTICLE

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session

STEP = 4
"""Cells by which lines become longer or shorter."""


def quotes(session: Session, press: Press) -> None:
    """Show who said what: of the open story, or from the list of the whole list."""
    session.quotes.toggle()


def reading_view(session: Session, press: Press) -> None:
    """Show nothing but the story, or everything again."""
    session.quotes.leave()
    if not session.story.id:
        session.note_nothing_here()
        return
    reading = not (session.place.reading and session.place.pane == ARTICLE)
    session.place.change(reading=reading)
    if reading and not session.story.opened:
        session.story.open()
    session.go(ARTICLE)


def wider(session: Session, press: Press) -> None:
    """Let lines be longer."""
    session.preferences.widen(STEP * press.times)


def narrower(session: Session, press: Press) -> None:
    """Let lines be shorter."""
    session.preferences.widen(-STEP * press.times)


def code_left(session: Session, press: Press) -> None:
    """Move code to the left."""
    _scroll_code(session, -press.times)


def code_right(session: Session, press: Press) -> None:
    """Move code to the right."""
    _scroll_code(session, press.times)


def _scroll_code(session: Session, steps: int) -> None:
    if not session.screen.article.scroll_code(steps):
        session.note_nothing_here()


def hide_read(session: Session, press: Press) -> None:
    """Hide or show what was read."""
    session.list.toggle_read()


def compact(session: Session, press: Press) -> None:
    """Draw headlines in one row each, or comfortably."""
    headlines = session.screen.headlines
    headlines.compact = not headlines.compact
    session.newsroom.window.keep("compact", "1" if headlines.compact else "")


def lens(session: Session, press: Press) -> None:
    """Show or hide who is speaking."""
    session.preferences.turn_lens()
