"""Keys that move: the pane one is in answers them. Keys that go from pane to pane, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.app.session.place import ARTICLE, FIRST, LIST, QUOTES, SOURCES, VOICES, Mode

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session

_LEFT_OF = {ARTICLE: LIST, LIST: SOURCES, QUOTES: VOICES, VOICES: SOURCES}
"""The pane left of each."""


def down(session: Session, press: Press) -> None:
    """Go down by one, or as often as a number says."""
    session.panes.current.move(press.times)
    session.screen.search_field.point_beside()


def up(session: Session, press: Press) -> None:
    """Go up by one, or as often as a number says."""
    session.panes.current.move(-press.times)
    session.screen.search_field.point_beside()


def top(session: Session, press: Press) -> None:
    """Go to the top, or to a row by its number; new stories that wait there come in."""
    pane = session.panes.current
    if press.number:
        pane.row(press.number)
    else:
        pane.top()


def end(session: Session, press: Press) -> None:
    """Go to the end, or to a row by its number."""
    pane = session.panes.current
    if press.number:
        pane.row(press.number)
    else:
        pane.end()


def page_back(session: Session, press: Press) -> None:
    """Go a page back; never out of the story."""
    for _ in range(press.times):
        session.panes.current.page(-1)


def page_down(session: Session, press: Press) -> None:
    """Go a page on, within the story or the list."""
    for _ in range(press.times):
        session.panes.current.page(1)


def half_down(session: Session, press: Press) -> None:
    """Go half a page on."""
    for _ in range(press.times):
        session.panes.current.half(1)


def half_up(session: Session, press: Press) -> None:
    """Go half a page back."""
    for _ in range(press.times):
        session.panes.current.half(-1)


def open_chosen(session: Session, press: Press) -> None:
    """Go from source to list, from list to story, from quote to its place."""
    session.panes.current.open()


def left(session: Session, press: Press) -> None:
    """Go one pane to the left; on a folder: close it."""
    sidebar, pane = session.screen.sources, session.place.pane
    item = sidebar.item
    if pane == SOURCES and item and item.folder is not None:
        if item.folder not in sidebar.closed:
            sidebar.toggle(item.folder)
    elif pane in _LEFT_OF:
        session.go(_LEFT_OF[pane], reading=False)


def next_pane(session: Session, press: Press) -> None:
    """Go to the next pane; while words are typed, search in the next scope."""
    if session.screen.search_field.typing:
        session.search.switch_scope()
    else:
        _turn(session, 1)


def previous_pane(session: Session, press: Press) -> None:
    """Go to the previous pane."""
    _turn(session, -1)


def _turn(session: Session, direction: int) -> None:
    pane = session.place.pane
    if pane == FIRST:
        return
    beside = (VOICES, QUOTES) if session.place.quotes_open else (LIST, ARTICLE)
    panes = (SOURCES, *beside)
    at = panes.index(pane) if pane in panes else 0
    session.go(panes[(at + direction) % len(panes)])


def back(session: Session, press: Press) -> None:
    """Go back by one; ``q`` where there is nothing to go back to ends the reader, ``esc`` not."""
    place = session.place
    if place.mode is Mode.FIRST or (place.alone and not place.quotes_open):
        _quit_unless_escape(session, press)
    elif place.pane == SOURCES:
        session.go(place.top.home)
    elif place.quotes_open:
        if place.pane == QUOTES and session.screen.single:
            session.go(VOICES)
        else:
            session.quotes.close()
    elif place.reading:
        session.go(LIST, reading=False)
    elif place.pane == ARTICLE:
        if not session.quotes.return_to():
            session.go(LIST)
    elif not session.search.close():
        _quit_unless_escape(session, press)


def _quit_unless_escape(session: Session, press: Press) -> None:
    if press.key != "escape":
        session.quit()


def quit_reader(session: Session, press: Press) -> None:
    """End the reader at once; what is open is remembered."""
    session.quit()
