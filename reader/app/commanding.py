"""Help and the palette: every command, source, view and setting, by some of its letters."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from reader.app.commands.key_table import MACRO
from reader.app.commands.table import ACTIONS, Action
from reader.app.frame_keeping import FrameKeeping
from reader.app.listing import ORDERS
from reader.app.panes.headlines.pane import HeadlinesPane
from reader.app.playing import macro_words
from reader.app.session.story_list import SEARCH
from reader.app.sheets.help_sheet import HelpScreen
from reader.app.sheets.sheet import Choice, OverScreen
from reader.app.shell import SOURCES
from reader.model.change import Change
from reader.model.query import All, Before
from reader.newsroom.settings_by_name import VIEW, in_words
from reader.text.normal import fold
from reader.wording.catalogue import say

_KINDS = frozenset({"feed", "folder", "view", "tag"})
DAY = 86400


class Commanding(FrameKeeping):
    """Lays help, the palette and the menu of orders over the panes."""

    def do_help(self, key: str) -> None:
        """All keys, by what they are for."""
        self.show_sheet(HelpScreen(self.keys_set, self._macros()))

    def _macros(self) -> dict[str, str]:
        """What a person's own macros do, by their names."""
        macros = self.newsroom.config.macros
        return {MACRO + key: macro_words(macros, key) for key in macros}

    def do_palette(self, key: str) -> None:
        """Every command, source, view and setting."""
        sheet = OverScreen(
            say("palette.title"), self._choices(), hint=say("palette.hint"), typed=self._with_words
        )
        self.show_sheet(sheet)

    def _choices(self) -> list[Choice]:
        choices = [
            Choice(_title(self._words(action)), self.key_for(action.name), self._later(action.name),
                   detail=self._what(action.name, action.group))
            # What marks many stories comes before what marks one.
            for action in sorted(ACTIONS, key=lambda action: action.name != "mark_all")
            if action.name not in ("link", "palette")
        ]  # fmt: skip
        macros = self.newsroom.config.macros
        choices += [
            Choice(_title(macro_words(macros, key)), self.key_for(MACRO + key),
                   self._later(MACRO + key), detail=say("palette.macro"))
            for key in macros
        ]  # fmt: skip
        choices.insert(1, Choice(say("palette.older"),
                                 do=partial(self.call_later, self.mark_older),
                                 detail=say("palette.older_detail")))  # fmt: skip
        for order in self.orders():
            words = say("palette.sort", order=say(f"list.{ORDERS[order]}"))
            in_use = order is self.list.order
            choices.append(Choice(words, do=partial(self.call_later, self.sort_by, order),
                                  detail=say("palette.order_used" if in_use else "palette.order")))
        for item in self.sources.everything:
            words = say("palette.go_to", name=item.title)
            kind = item.key.partition(":")[0]
            detail = say(f"palette.kind_{kind if kind in _KINDS else 'list'}")
            choices.append(Choice(words, do=partial(self._go_to_source, item.key), detail=detail))
        choices += self.settings_lines()
        choices.append(Choice(say("palette.take_shelf"), do=self._take_shelf,
                              detail=say("first.shelf_short")))  # fmt: skip
        return choices

    def _words(self, action: Action) -> str:
        """What a command would do now."""
        row = self.headlines.headline
        if action.name == "unread" and row:
            return say("palette.mark_read" if row.unread else "palette.mark_unread")
        return action.words

    def _what(self, name: str, group: str) -> str:
        """What a command would change now."""
        row = self.headlines.headline
        story = row.title if row else ""
        if name == "mark_all":
            count = say("list.stories", count=len(self.unread))
            return f"{self.list.title}, {count} · {say('palette.undo', undo=self.key_for('undo'))}"
        if name in ("save", "unread", "browser", "export", "full_text", "copy") and story:
            return story
        if name == "refresh":
            return self.list.title
        return say(f"group.{group}")

    def _with_words(self, typed: str) -> list[Choice]:
        """Commands that take words: ``set``, ``add``, ``search``, ``mute``, ``view``, ``alias``."""
        command, _, words = typed.strip().partition(" ")
        command, words = fold(command), words.strip()
        made = [*self.set_lines(typed)]
        if not words:
            return made
        commands: tuple[tuple[str, Callable[[str], object]], ...] = (
            ("add", self.add_source), ("search", self.search_for), ("mute", self.mute),
            *((("view", self.keep_search),) if self.list.key == SEARCH else ()),
        )  # fmt: skip
        for name, do in commands:
            if command and name.startswith(command):
                words_of = say(f"palette.with_{name}", words=words)
                made.append(Choice(words_of, do=partial(self.call_later, do, words),
                                   detail=say("palette.command")))  # fmt: skip
        voice, sign, other = (part.strip() for part in words.partition("="))
        if command == "alias" and voice and sign and other:
            made.append(Choice(say("palette.alias", voice=voice, other=other),
                               do=partial(self.call_later, self.alias, voice, other),
                               detail=say("palette.command")))  # fmt: skip
        return made

    def add_source(self, url: str) -> None:
        """Look for the feed of an address."""
        self.note(say("status.adding", url=url))
        self.desk.act(partial(self.newsroom.sources.add, url))

    def mute(self, query: str) -> None:
        """Let stories that match arrive as read."""
        self.set_by_name("mute", in_words((*self.newsroom.config.mute, query)))

    def keep_search(self, name: str) -> None:
        """Keep what is searched for as a view, under a name."""
        self.set_by_name(f"{VIEW}{name}", self.search_bar.field.value.strip())

    def search_for(self, words: str) -> None:
        """Open a search for words."""
        self.do_search("")
        self.search_bar.begin(words)

    # What the palette does beyond the keys

    def mark_older(self) -> None:
        """Ask how old stories are to be that are marked read."""
        ages = ((1, "day"), (3, "three_days"), (7, "week"), (30, "month"))
        choices = [
            Choice(say(f"older.{name}"), do=partial(self._mark_before, days)) for days, name in ages
        ]
        self.show_sheet(OverScreen(say("palette.older"), choices))

    def _mark_before(self, days: int) -> None:
        if not self._may_write():
            return
        moment = self.newsroom.clock.now() - days * DAY
        query = All((self.list.unread(), Before(moment)))

        self.desk.act(lambda: self.newsroom.marks.read_all(query), self._marked_older)

    def _marked_older(self, change: Change) -> None:
        stories = set(change.stories)
        self.unread -= stories
        self.headlines.change(stories, unread=False)
        self.count_list()
        self._marked(change)

    def do_sort(self, key: str) -> None:
        """The menu of orders."""
        choices = [
            Choice(_title(say(f"list.{ORDERS[order]}")), do=partial(self.sort_by, order),
                   detail=say("palette.in_use") if order is self.list.order else "")
            for order in self.orders()
        ]  # fmt: skip
        self.show_sheet(OverScreen(say("palette.sort_title"), choices))

    def on_headlines_pane_header_clicked(self, event: HeadlinesPane.HeaderClicked) -> None:
        """A click on the header asks for the order."""
        self.do_sort("")

    def on_headlines_pane_band_clicked(self, event: HeadlinesPane.BandClicked) -> None:
        """A click on what waits lets it in."""
        self.open_list(self.list)

    def _take_shelf(self) -> None:
        self.desk.act(self.newsroom.sources.take_shelf, self.changed)

    def _later(self, name: str) -> partial[bool]:
        return partial(self.call_later, self.do, name)

    def _go_to_source(self, key: str) -> None:
        self.sources.uncover(key)
        self.sources.choose_key(key)
        self.pane = SOURCES
        self.call_later(self.do, "open")


def _title(words: str) -> str:
    return words[:1].upper() + words[1:]
