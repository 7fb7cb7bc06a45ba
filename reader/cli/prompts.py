"""The reader in lines: numbered headlines, a prompt, the story read out with its speakers.

For screen readers, dumb terminals and pipes: no colour, and the cursor is never moved. Keys mean
what they mean on the screen, each with enter behind it. Where nobody can be asked, the headlines
are printed, or the commands that come through a pipe are answered.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar, TextIO

from reader.cli.prompt_lists import AT_ONCE, List, Lists
from reader.cli.quote_forms import credit
from reader.cli.spoken import spoken_lines, wrapped
from reader.model.article import Article
from reader.model.clock import Clock
from reader.model.errors import ReaderError
from reader.model.query import FeedIs
from reader.model.story import Headline
from reader.newsroom.events import AddFailed, Event, RefreshFinished, SourceAdded
from reader.newsroom.newsroom import Newsroom
from reader.text.clean import clean_line
from reader.text.tags import tags_in
from reader.text.version_diff import describe, in_brackets
from reader.wording.catalogue import say
from reader.wording.what_was_done import what_was_done

QUIT = ("q", "Q", "quit", "exit")
NARROWEST = 20
"""Characters; a terminal that says it has fewer does not know."""


class Prompts:
    """A conversation about the stories of one newsroom."""

    def __init__(self, newsroom: Newsroom, clock: Clock, ask: TextIO, tell: TextIO) -> None:
        """`ask` is read a line at a time; everything is written to `tell`."""
        self._newsroom = newsroom
        self._clock = clock
        self._ask = ask
        self._tell = tell
        self._asks = ask.isatty()
        self._asked = False
        self._lists = Lists(newsroom, clock, self._say)
        self._story = 0

    def run(self) -> int:
        """Read out the headlines, then answer commands until ``q`` or the end of the input."""
        line = "" if self._asks else self._ask.readline()
        self._lists.begin(everything=not self._asks and not line)
        if self._asks:
            line = self._next_line()
        while line and line.strip() not in QUIT:
            try:
                self._answer(line.strip())
            except ReaderError as error:
                self._say(str(error))
            except KeyboardInterrupt:  # it ends what takes long, not the reader
                self._newsroom.refreshing.stop()
                self._say("\n" + say("plain.stopped"))
            line = self._next_line()
        return 0

    def _next_line(self) -> str:
        if not self._asks:
            return self._ask.readline()
        self._say("\n" + say("plain.prompt_again" if self._asked else "plain.prompt"), end=" ")
        self._asked = True
        try:
            line = self._ask.readline()
        except KeyboardInterrupt:
            self._say("")
            raise
        if not line:
            self._say("")  # the shell's prompt begins a line of its own
        return line

    def _answer(self, line: str) -> None:
        command, _, words = line.partition(" ")
        if line.isdecimal():
            if story := self._lists.story(int(line[:9])):
                self._read(story)
        elif line.startswith("/") and line[1:].strip():
            self._lists.search(line[1:].strip())
        elif command in self._with_words and words.strip():
            self._with_words[command](self, words.strip())
        elif line in self._commands:
            self._commands[line](self)
        else:
            self._say(say("plain.unknown", word=clean_line(line)[:40]))

    # Stories

    def _read(self, story: int) -> None:
        self._story = story
        headline = self._newsroom.stories.headline(story)
        ids = self._lists.ids
        self._say("")
        if story in ids:
            place = {"number": ids.index(story) + 1, "total": len(ids)}
            self._say(say("plain.place", **place, source=headline.source))
        self._read_out(self._newsroom.stories.article(story))
        self._newsroom.marks.read([story])
        if self._asks:
            following = self._following(1, unread=True)
            self._say("")
            self._say(
                say("plain.next", title=following.title.rstrip("."))
                if following
                else say("plain.up_to_date")
            )

    def _read_out(self, article: Article) -> None:
        for line in spoken_lines(article):
            self._say(line)

    def _following(self, direction: int, *, unread: bool) -> Headline | None:
        """The next story of the list, or the one before; None at its end."""
        ids = self._lists.ids
        here = ids.index(self._story) if self._story in ids else -1
        after, before = ids[here + 1 :], ids[: max(0, here)][::-1]
        order = after if direction > 0 else before
        for start in range(0, len(order), AT_ONCE):  # a list may have 100,000
            headlines = self._newsroom.stories.headlines(order[start : start + AT_ONCE])
            for headline in headlines:
                if headline.unread or not unread:
                    return headline
        return None

    def _go(self, direction: int, *, unread: bool) -> None:
        following = self._following(direction, unread=unread)
        if following is not None:
            self._read(following.id)
        elif direction < 0:
            self._say(say("plain.at_the_top"))
        else:
            self._say(say("plain.up_to_date" if unread else "plain.at_the_end"))

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
            return self._newsroom.stories.headline(self._story)
        self._say(say("plain.none_open"))
        return None

    def _quotes(self) -> None:
        headline = self._current()
        if headline is None:
            return
        rows = self._newsroom.quotes.of_story(headline.id)
        if not rows:
            self._say(say("plain.nobody_quoted"))
        for row in rows:
            self._say(f"{credit(row)}: {' '.join(row.text.split())}")

    def _full_text(self) -> None:
        if headline := self._current():
            self._say(say("status.fetching"))
            self._newsroom.refreshing.fetch_full(headline.id)
            self._newsroom.idle()
            self._read(headline.id)

    def _changes(self) -> None:
        if headline := self._current():
            version = self._newsroom.stories.changes(headline.id)
            if version is None:
                self._say(say("status.unchanged"))
                return
            when, changes = version
            self._say(describe(changes, when, self._clock.now()))
            self._read_out(in_brackets(changes.article))

    def _links(self) -> None:
        if headline := self._current():
            self._say(headline.link or say("status.no_address"))
            article = self._newsroom.stories.article(headline.id)
            urls = [span.url for block in article.blocks for span in block.spans if span.url]
            for number, url in enumerate(dict.fromkeys(urls), 1):
                self._say(f"{number}. {url}")

    def _export(self) -> None:
        if headline := self._current():
            directory = self._newsroom.config.export_path(Path.cwd())
            path = self._newsroom.stories.export(headline.id, directory)
            self._say(say("status.exported", path=path))

    # Changes

    def _save(self) -> None:
        if headline := self._current():
            self._newsroom.marks.save([headline.id], not headline.saved)
            self._say(say("plain.unsaved" if headline.saved else "plain.saved"))

    def _unread(self) -> None:
        if headline := self._current():
            self._newsroom.marks.read([headline.id], headline.unread)
            self._say(say("plain.marked_read" if headline.unread else "plain.marked_unread"))

    def _tag(self, words: str = "") -> None:
        if headline := self._current():
            change = self._newsroom.marks.set_tags(headline.id, tags_in(words))
            words = "status.tagged" if change.subject else "status.untagged"
            self._say(say(words, subject=change.subject) + ".")

    def _mark_all(self) -> None:
        change = self._newsroom.marks.read_all(self._lists.open.query)
        words = "plain.all_read" if change.count else "plain.none_unread"
        self._say(say(words, count=change.count))

    def _undo(self) -> None:
        change = self._newsroom.undo()
        if change is None:
            self._say(say("status.nothing_to_undo"))
        else:
            self._say(say("status.undone", what=what_was_done(change)) + ".")
            if change.joined:
                self._undo()

    # Sources

    def _refresh(self) -> None:
        finished: list[RefreshFinished] = []

        def hear(event: Event) -> None:
            if isinstance(event, RefreshFinished):
                finished.append(event)

        stop_listening = self._newsroom.listen(hear)
        try:
            self._say(say("plain.refreshing"))
            self._newsroom.refreshing.start(force=True)
            self._newsroom.idle()
        finally:
            stop_listening()
        for event in finished:
            counts = {"new": event.new, "failed": event.failed}
            self._say(say("refreshing.done", count=event.total, **counts))
        if any(event.new for event in finished) or not self._lists.ids:
            self._lists.again()

    def _add(self, address: str) -> None:
        self._say(say("status.adding", url=clean_line(address)))
        outcome = self._newsroom.sources.add_now(address)
        if isinstance(outcome, SourceAdded):
            words = "status.known" if outcome.known else "status.added"
            self._say(say(words, title=outcome.title, count=outcome.stories) + ".")
            self._lists.go_to(List(outcome.title, FeedIs(outcome.feed)))
        elif isinstance(outcome, AddFailed):
            self._say(outcome.message)
        else:
            self._say(say("plain.several"))
            for source in outcome.found:
                self._say(f"a {source.url} {source.title}".strip())

    # Talking

    def _help(self) -> None:
        self._say(say("plain.help"))

    def _again(self) -> None:
        self._lists.again()

    def _back(self) -> None:
        self._lists.back()

    def _more(self) -> None:
        self._lists.more()

    def _sources(self) -> None:
        self._lists.sources()

    def _open_source(self, words: str) -> None:
        self._lists.open_source(words)

    _commands: ClassVar[dict[str, Callable[[Prompts], None]]] = {
        "": _next,
        "n": _next,
        "p": _previous,
        "J": _next_story,
        "K": _previous_story,
        "l": _again,
        "m": _more,
        "b": _back,
        "h": _sources,
        "s": _save,
        "u": _unread,
        "t": _tag,
        "A": _mark_all,
        '"': _quotes,
        "c": _quotes,
        "x": _full_text,
        "D": _changes,
        "o": _links,
        "#": _links,
        "e": _export,
        "z": _undo,
        "r": _refresh,
        "R": _refresh,
        "?": _help,
        "help": _help,
    }
    _with_words: ClassVar[dict[str, Callable[[Prompts, str], None]]] = {
        "h": _open_source,
        "a": _add,
        "t": _tag,
    }

    def _say(self, text: str, end: str = "\n") -> None:
        width = self._width()
        if width and text.strip():
            folded = (part for line in text.split("\n") for part in wrapped(line, width))
            text = "\n".join(folded)
        self._tell.write(text + end)
        self._tell.flush()

    def _width(self) -> int:
        """Of the terminal, in characters; 0 where lines are for another program to fold."""
        if not self._tell.isatty():
            return 0
        try:
            columns = os.get_terminal_size(self._tell.fileno()).columns
        except OSError:
            return 0
        return columns - 1 if columns >= NARROWEST else 0
