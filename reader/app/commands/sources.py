"""Keys about sources: fetch what is new, add, remove, rename, move into a folder."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.app.commands.marking import ask
from reader.app.session.story_list import TAGS
from reader.app.sheets.sheet import OverScreen
from reader.model.change import Change
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session


def refresh(session: Session, press: Press) -> None:
    """Refresh the source of the list, or the folder's, or all."""
    feeds = session.list.feeds()
    session.requests.act(lambda: session.newsroom.refreshing.start(feeds, force=True))


def refresh_all(session: Session, press: Press) -> None:
    """Refresh all; during a refresh, stop it."""
    if session.news.progress is not None:
        session.status.note(say("status.stopped"))
        session.requests.act(session.newsroom.refreshing.stop)
    else:
        session.requests.act(lambda: session.newsroom.refreshing.start(force=True))


def add(session: Session, press: Press) -> None:
    """Ask for the address of a source."""
    add_typed = partial(add_address, session)
    session.screen.show_sheet(
        OverScreen(say("add.title"), hint=say("add.hint"), submitted=add_typed)
    )


def add_address(session: Session, url: str) -> None:
    """Look for the feed of an address."""
    session.status.note(say("status.adding", url=url))
    session.requests.act(partial(session.newsroom.sources.add, url))


def remove(session: Session, press: Press) -> None:
    """Remove the chosen source; what was saved of it stays."""
    feed = session.sidebar.chosen_feed
    if feed is None:
        session.status.note(say("status.no_source"))
    elif session.may_write():
        number = feed.id

        def removed(change: Change) -> None:
            session.list.open(session.list.all_unread())
            session.marks.done(change)

        session.requests.act(lambda: session.newsroom.sources.unsubscribe(number), removed)


def rename(session: Session, press: Press) -> None:
    """Ask for another name of the chosen source or folder; nothing is the source's own."""
    feed, item = session.sidebar.chosen_feed, session.screen.sources.item
    if feed is not None:
        _ask_of_source(session, feed.id, "rename", feed.title, "title", feed.title, ())
    elif item and item.folder and item.folder != TAGS:
        _ask_of_folder(session, item.folder)
    else:
        session.status.note(say("status.no_source"))


def _ask_of_folder(session: Session, folder: str) -> None:
    def renamed(name: str) -> None:
        session.marks.act(lambda: session.newsroom.sources.rename_folder(folder, name))

    if session.may_write():
        names = session.sidebar.folder_names
        ask(session, say("ask.rename", name=folder), "", names, renamed, folder)


def folder(session: Session, press: Press) -> None:
    """Ask for another folder for the chosen source, or none."""
    feed = session.sidebar.chosen_feed
    if feed is None:
        session.status.note(say("status.no_source"))
    else:
        inside, names = feed.subscription.folder, session.sidebar.folder_names
        _ask_of_source(session, feed.id, "folder", feed.title, "folder", inside, names)


def _ask_of_source(
    session: Session,
    feed: int,
    question: str,
    title: str,
    field: str,
    now: str,
    names: tuple[str, ...],
) -> None:
    def answered(words: str) -> None:
        if words != now:
            change(session, feed, field, words or None)

    if session.may_write():
        hint = say(f"ask.{question}_hint")
        ask(session, say(f"ask.{question}", name=title), hint, names, answered, now)


def change(session: Session, feed: int, field: str, value: object) -> None:
    """Set a field of a source; None is its default."""
    session.marks.act(lambda: session.newsroom.sources.change(feed, **{field: value}))
