"""Sidebar and list of headlines without Textual: lines, rows and cursors in plain objects."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from reader.app.session.finds import Finds
from reader.app.session.sidebar_items import Item, items_of
from reader.app.session.story_list import UNREAD
from reader.model.sources import Sources
from reader.model.story import Headline
from reader.typesetting.head_and_end import Notice


class PlainSidebar:
    """The sidebar's lines and its cursor."""

    def __init__(self) -> None:
        self.items: list[Item] = []
        self.closed: frozenset[str] = frozenset()
        self.fetching: frozenset[int] = frozenset()
        self.moved = False
        """The cursor is on another line than the session has heard of."""
        self._sources: Sources | None = None
        self._chosen = 0

    def show(self, sources: Sources) -> None:
        """Show these sources, the cursor on the line it is on."""
        self._sources = sources
        key = self.item.key if self.item else UNREAD
        self.items = items_of(sources, self.closed)
        self.choose_key(key)

    def toggle(self, folder: str) -> None:
        """Open or close a folder."""
        self.closed ^= {folder}
        if self._sources is not None:
            self.show(self._sources)

    def busy(self, feeds: frozenset[int]) -> None:
        """Mark feeds."""
        self.fetching = feeds

    @property
    def everything(self) -> list[Item]:
        """All lines."""
        return items_of(self._sources, frozenset()) if self._sources else []

    @property
    def item(self) -> Item | None:
        """The chosen line."""
        return self.items[self._chosen] if self._chosen < len(self.items) else None

    def choose_key(self, key: str) -> None:
        """Choose a line by its key."""
        self._chosen = next(
            (at for at, item in enumerate(self.items) if item.key == key), self._chosen
        )

    def uncover(self, key: str) -> None:
        """Open all folders."""
        self.closed = frozenset()
        if self._sources is not None:
            self.show(self._sources)

    def move(self, count: int) -> bool:
        """Move the cursor."""
        before = self._chosen
        self._chosen = max(0, min(self._chosen + count, len(self.items) - 1))
        self.moved = self.moved or self._chosen != before
        return True

    def page(self, direction: float) -> None:
        """Move the cursor by ten lines."""
        self.move(round(10 * direction))

    def beside(self, start: str, direction: int, wanted: Callable[[Item], bool]) -> Item | None:
        """The next wanted source, round the ends."""
        items = self.everything
        at = next((n for n, item in enumerate(items) if item.key == start), -1)
        order = [*items[at + 1 :], *items[: max(0, at)]]
        return next((item for item in order[::direction] if item.feed and wanted(item)), None)


class PlainHeadlines:
    """The list's rows and its cursor."""

    def __init__(self) -> None:
        self.ids: Sequence[int] = ()
        self.title = self.count = self.order = self.crumb = ""
        self.above = self.now = 0
        self.shows_them = self.reads_on = ""
        self.notice: Notice | None = None
        self.empty: Notice | None = None
        self.keeps = self.compact = False
        self.smart = True
        self.fetching: frozenset[int] = frozenset()
        self.finds: Finds | None = None
        self.wanted: list[int] = []
        """Rows that were asked for and have not come."""
        self.moved = False
        """The cursor is on another story than the session has heard of."""
        self._rows: dict[int, Headline] = {}
        self._chosen = 0
        self.top = 0

    @property
    def story(self) -> int:
        """The chosen story."""
        return self.ids[self._chosen] if self.ids else 0

    @property
    def headline(self) -> Headline | None:
        """Its row."""
        return self._rows.get(self.story)

    @property
    def chosen_item(self) -> int:
        """Its index."""
        return self._chosen if self.ids else -1

    def show(self, ids: Sequence[int], chosen: int = 0, top: int | None = None) -> None:
        """Show these stories."""
        self.ids = ids
        self._chosen = max(0, min(chosen, len(ids) - 1))
        self.top = self._chosen if top is None else top
        self.wanted = [story for story in ids if story not in self._rows]

    def fill(self, headlines: Iterable[Headline]) -> None:
        """Take rows."""
        self._rows.update((headline.id, headline) for headline in headlines)
        self.wanted = []

    def forget(self) -> None:
        """Ask for all rows again."""
        self.wanted = [story for story in self.ids if story in self._rows]

    def renew(self, story: int) -> None:
        """Ask for one row again."""
        if story in self._rows:
            self.wanted = [*self.wanted, story]

    def change(self, stories: Iterable[int], **fields: object) -> None:
        """Let rows show other marks."""
        for story in stories:
            if story in self._rows:
                self._rows[story] = replace(self._rows[story], **fields)  # type: ignore[arg-type]  # only marks are given

    def row_of(self, story: int) -> Headline | None:
        """The row of a story."""
        return self._rows.get(story)

    def choose(self, index: int) -> bool:
        """Choose a story."""
        index = max(0, min(index, len(self.ids) - 1))
        if not self.ids or index == self._chosen:
            return False
        self._chosen, self.moved = index, True
        return True

    def move(self, count: int) -> bool:
        """Move the cursor."""
        return self.choose(self._chosen + count)

    def page(self, direction: float) -> None:
        """Move the cursor by ten stories."""
        self.move(round(10 * direction))

    def redraw(self) -> None:
        """Nothing is drawn."""

    def paint_header(self) -> None:
        """Nothing is drawn."""
