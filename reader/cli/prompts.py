"""The reader in lines: numbered headlines, a prompt, the story read out with its speakers.

For screen readers, dumb terminals and pipes: no colour, and the cursor is never moved. Keys mean
what they mean on the screen, each with enter behind it. Where nobody can be asked, the headlines
are printed, or the commands that come through a pipe are answered.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TextIO

from reader.cli.quote_forms import as_lines
from reader.cli.spoken import headline_line, spoken_lines
from reader.model.clock import Clock
from reader.model.errors import ReaderError
from reader.model.query import All, Everything, FeedIs, FolderIs, Is, Order, Query, State, Tagged
from reader.model.story import Headline
from reader.newsroom.events import AddFailed, SourceAdded
from reader.newsroom.newsroom import Newsroom
from reader.text.catalogue import say
from reader.text.tags import tags_in

AT_ONCE = 20
"""Headlines read out before the prompt comes back."""


class Prompts:
    """A conversation about the stories of one newsroom."""

    def __init__(self, newsroom: Newsroom, clock: Clock, ask: TextIO, tell: TextIO) -> None:
        """`ask` is read a line at a time; everything is written to `tell`."""
        self._newsroom = newsroom
        self._clock = clock
        self._ask = ask
        self._tell = tell
        self._query: Query = Everything()
        self._order = Order.NEWEST
        self._ids: list[int] = []
        self._shown = 0
        self._story = 0
        self._asks = ask.isatty()

    def run(self) -> int:
        """Read out the headlines, then answer commands until ``q`` or the end of the input."""
        line = "" if self._asks else self._ask.readline()
        self._list(Everything(), everything=not self._asks and not line)
        if self._asks:
            line = self._next_line()
        while line and line.strip() not in ("q", "quit"):
            try:
                self._answer(line.strip())
            except ReaderError as error:
                self._say(str(error))
            line = self._next_line()
        return 0

    def _next_line(self) -> str:
        if self._asks:
            self._say("\n" + say("plain.prompt") + " ", end="")
        return self._ask.readline()

    def _answer(self, line: str) -> None:
        command, _, words = line.partition(" ")
        if line.isdecimal():
            number = int(line[:9])
            if 1 <= number <= len(self._ids):
                self._read(self._ids[number - 1])
            else:
                self._say(say("plain.no_headline", number=number, last=len(self._ids)))
        elif line.startswith("/"):
            self._search(line[1:].strip())
        elif command in self._with_words and words.strip():
            self._with_words[command](self, words.strip())
        elif line in self._commands:
            self._commands[line](self)
        else:
            self._say(say("plain.help"))

    # Lists

    def _list(
        self,
        query: Query,
        order: Order = Order.NEWEST,
        *,
        everything: bool = False,
        words: str = "",
    ) -> None:
        self._query, self._order = query, order
        self._ids = list(self._newsroom.select(query, order=order))
        self._shown = 0
        if not self._ids:
            self._say(say("empty.search", words=words) if words else self._nothing())
        self._more(len(self._ids) if everything else AT_ONCE)

    def _search(self, words: str) -> None:
        self._list(self._newsroom.parse(words), words=words)

    def _nothing(self) -> str:
        if not isinstance(self._query, Everything):
            return say("plain.no_story_here")
        known = any(folder.feeds for folder in self._newsroom.sources().folders)
        return say("plain.no_stories" if known else "plain.no_sources")

    def _more(self, count: int = AT_ONCE) -> None:
        page = self._ids[self._shown : self._shown + count]
        now = self._clock.now()
        for number, headline in enumerate(self._newsroom.headlines(page), self._shown + 1):
            self._say(headline_line(number, headline, now))
        self._shown += len(page)
        if self._shown < len(self._ids):
            self._say(say("plain.more", number=len(self._ids) - self._shown))

    def _again(self) -> None:
        self._list(self._query, self._order)

    def _lists(self) -> list[tuple[str, int, Query, Order]]:
        """What can be read: name, unread stories, query, order."""
        known = self._newsroom.sources()
        found: list[tuple[str, int, Query, Order]] = [
            (say("sources.unread"), known.unread, Is(State.UNREAD), Order.NEWEST),
            (say("sources.saved"), known.saved, Is(State.SAVED), Order.TO_FINISH),
        ]
        for view in known.views:
            query = self._newsroom.parse(view.query)
            found.append((view.name, view.unread, query, Order.NEWEST))
        for tag in known.tags:
            asked = Tagged(tag.name)
            unread = len(self._newsroom.select(All((asked, Is(State.UNREAD)))))
            found.append((f"#{tag.name}", unread, asked, Order.NEWEST))
        for folder in known.folders:
            if folder.name:
                found.append((folder.name, folder.unread, FolderIs(folder.name), Order.NEWEST))
            found += [(f.title, f.unread, FeedIs(f.id), Order.NEWEST) for f in folder.feeds]
        return found

    def _sources(self) -> None:
        for number, (name, unread, _, _) in enumerate(self._lists(), 1):
            self._say(say("plain.source", number=number, name=name, unread=unread))
        self._say(say("plain.choose_source"))

    def _open_source(self, words: str) -> None:
        lists = self._lists()
        number = int(words[:9]) if words.isdecimal() else 0
        if not 1 <= number <= len(lists):
            self._say(say("plain.no_source", words=words))
            return
        name, _, query, order = lists[number - 1]
        self._say(f"{name}.")
        self._list(query, order)

    # Stories

    def _read(self, story: int) -> None:
        self._story = story
        self._say("")
        for line in spoken_lines(self._newsroom.article(story)):
            self._say(line)
        self._newsroom.mark_read([story])

    def _go(self, direction: int, *, unread: bool) -> None:
        here = self._ids.index(self._story) if self._story in self._ids else -1
        after, before = self._ids[here + 1 :], self._ids[: max(0, here)][::-1]
        order = after if direction > 0 else before
        for headline in self._newsroom.headlines(order if unread else order[:1]):
            if headline.unread or not unread:
                self._read(headline.id)
                return
        self._say(say("plain.up_to_date" if direction > 0 else "plain.at_the_top"))

    def _next(self) -> None:
        self._go(1, unread=True)

    def _previous(self) -> None:
        self._go(-1, unread=True)

    def _next_story(self) -> None:
        self._go(1, unread=False)

    def _previous_story(self) -> None:
        self._go(-1, unread=False)

    def _current(self) -> Headline | None:
        if self._story:
            return self._newsroom.headline(self._story)
        self._say(say("plain.none_open"))
        return None

    def _quotes(self) -> None:
        headline = self._current()
        if headline is None:
            return
        rows = self._newsroom.story_quotes(headline.id)
        if not rows:
            self._say(say("plain.nobody_quoted"))
        for line in as_lines(rows):
            self._say(line, end="")

    def _full_text(self) -> None:
        if headline := self._current():
            self._say(say("status.fetching"))
            self._newsroom.fetch_full(headline.id)
            self._newsroom.idle()
            self._read(headline.id)

    def _links(self) -> None:
        if headline := self._current():
            self._say(headline.link or say("status.no_address"))
            article = self._newsroom.article(headline.id)
            urls = [span.url for block in article.blocks for span in block.spans if span.url]
            for number, url in enumerate(dict.fromkeys(urls), 1):
                self._say(f"{number}. {url}")

    def _export(self) -> None:
        if headline := self._current():
            directory = self._newsroom.config.export_path(Path.cwd())
            path = self._newsroom.export_story(headline.id, directory)
            self._say(say("status.exported", path=path))

    # Changes

    def _save(self) -> None:
        if headline := self._current():
            self._newsroom.save([headline.id], not headline.saved)
            self._say(say("plain.unsaved" if headline.saved else "plain.saved"))

    def _unread(self) -> None:
        if headline := self._current():
            self._newsroom.mark_read([headline.id], headline.unread)
            self._say(say("plain.marked_read" if headline.unread else "plain.marked_unread"))

    def _tag(self, words: str = "") -> None:
        if headline := self._current():
            change = self._newsroom.set_tags(headline.id, tags_in(words))
            words = "status.tagged" if change.subject else "status.untagged"
            self._say(say(words, subject=change.subject) + ".")

    def _mark_all(self) -> None:
        change = self._newsroom.mark_all_read(self._query)
        self._say(say("plain.all_read", count=change.count))

    def _undo(self) -> None:
        self._say(say("plain.undone" if self._newsroom.undo() else "status.nothing_to_undo"))

    def _refresh(self) -> None:
        self._newsroom.refresh(force=True)
        self._newsroom.idle()
        self._again()

    def _add(self, address: str) -> None:
        found = self._newsroom.add_now(address)
        if isinstance(found, SourceAdded):
            words = "status.known" if found.known else "status.added"
            self._say(say(words, title=found.title, count=found.stories))
            self._list(FeedIs(found.feed))
        elif isinstance(found, AddFailed):
            self._say(found.message)
        else:
            self._say(say("plain.several"))
            for source in found.found:
                self._say(f"a {source.url} {source.title}".strip())

    _commands: ClassVar[dict[str, Callable[[Prompts], None]]] = {
        "": _next,
        "n": _next,
        "p": _previous,
        "J": _next_story,
        "K": _previous_story,
        "l": _again,
        "m": _more,
        "h": _sources,
        "s": _save,
        "u": _unread,
        "t": _tag,
        "A": _mark_all,
        '"': _quotes,
        "c": _quotes,
        "x": _full_text,
        "o": _links,
        "#": _links,
        "e": _export,
        "z": _undo,
        "r": _refresh,
        "R": _refresh,
    }
    _with_words: ClassVar[dict[str, Callable[[Prompts, str], None]]] = {
        "h": _open_source,
        "a": _add,
        "t": _tag,
    }

    def _say(self, text: str, end: str = "\n") -> None:
        self._tell.write(text + end)
        self._tell.flush()
