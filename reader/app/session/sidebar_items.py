"""The lines of the sidebar: lists, followed voices, views, tags, folders and their sources."""

from __future__ import annotations

from dataclasses import dataclass

from reader.app.session.source_notices import has_failed
from reader.app.session.story_list import QUOTES, SAVED, TAGS, TODAY, UNREAD
from reader.model.sources import Sources
from reader.wording.catalogue import say


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the sidebar that can be chosen."""

    key: str
    """As `StoryList.key`."""
    title: str
    count: int
    level: int = 0
    folder: str | None = None
    """The folder it is, `TAGS` for that of the tags; None for anything else."""
    feed: int = 0
    failed: bool = False
    gap: bool = False
    """A blank row stands above it."""
    voice: str = ""
    """The name of the voice that is followed."""


def items_of(sources: Sources, closed: frozenset[str]) -> list[Item]:
    """The lines of the sidebar from top to bottom; folders in `closed` hide their sources."""
    items = [
        Item(TODAY, say("sources.today"), sources.today),
        Item(UNREAD, say("sources.unread"), sources.unread),
        Item(SAVED, say("sources.saved"), sources.saved),
        Item(QUOTES, say("sources.quotes"), sources.quotes),
    ]
    items.extend(
        Item(f"view:{view.name}", view.name, view.unread, 1, voice=view.voice)
        for view in sources.views
        if view.voice
    )
    for number, view in enumerate(view for view in sources.views if not view.voice):
        items.append(Item(f"view:{view.name}", view.name, view.unread, gap=number == 0))
    if sources.tags:
        items.append(Item(TAGS, say("sources.tags"), 0, folder=TAGS, gap=True))
    if TAGS not in closed:
        items.extend(
            Item(f"tag:{tag.name}", f"#{tag.name}", tag.stories, 1) for tag in sources.tags
        )
    for folder in sources.folders:
        level = 1 if folder.name else 0
        gap = True
        if folder.name:
            name = folder.name.replace("/", " / ")
            items.append(
                Item(f"folder:{folder.name}", name, folder.unread, folder=folder.name, gap=True)
            )
            gap = False
            if folder.name in closed:
                continue
        for feed in folder.feeds:
            failed = has_failed(feed.health)
            items.append(
                Item(f"feed:{feed.id}", feed.title, feed.unread, level, None, feed.id, failed, gap)
            )
            gap = False
    return items
