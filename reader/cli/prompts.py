"""The reader in lines: numbered headlines, a prompt, the story read out with its speakers.

For screen readers, dumb terminals and pipes. Without a terminal to ask on, it prints the headlines
and ends.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TextIO

from reader.cli.quote_forms import as_lines
from reader.cli.spoken import headline_line, spoken_lines
from reader.model.clock import Clock
from reader.model.errors import ReaderError
from reader.model.story import Headline
from reader.newsroom.newsroom import Newsroom

AT_ONCE = 20
"""Headlines read out before the prompt comes back."""

HELP = """\
a number   read that story          enter or n   the next unread story
l          the headlines again      m            more headlines
s          save this story, or not  u            mark this story unread, or read
"          quotes of this story     z            undo
/ words    search                   r            look for new stories
q          quit"""


class Prompts:
    """A conversation about the stories of one newsroom."""

    def __init__(self, newsroom: Newsroom, clock: Clock, ask: TextIO, tell: TextIO) -> None:
        """`ask` is read a line at a time; everything is written to `tell`."""
        self._newsroom = newsroom
        self._clock = clock
        self._ask = ask
        self._tell = tell
        self._ids: list[int] = []
        self._shown = 0
        self._story = 0

    def run(self) -> int:
        """Read out the headlines, then answer commands until ``q`` or the end of the input."""
        interactive = self._ask.isatty()
        self._list("", everything=not interactive)
        while interactive:
            self._say('\nA number, n, l, m, s, u, ", z, / words, r, q, or ? for help: ', end="")
            line = self._ask.readline()
            if not line or line.strip() in ("q", "quit"):
                return 0
            try:
                self._answer(line.strip())
            except ReaderError as error:
                self._say(str(error))
        return 0

    def _answer(self, line: str) -> None:
        if line.isdecimal():
            number = int(line[:9])
            if 1 <= number <= len(self._ids):
                self._read(self._ids[number - 1])
            else:
                self._say(f"There is no headline {number}; the last is {len(self._ids)}.")
        elif line.startswith("/"):
            self._list(line[1:].strip())
        elif line in self._commands:
            self._commands[line](self)
        else:
            self._say(HELP)

    def _list(self, query: str, *, everything: bool = False) -> None:
        self._ids = list(self._newsroom.select(self._newsroom.parse(query)))
        self._shown = 0
        if not self._ids:
            self._say(f"No story has “{query}”." if query else self._nothing())
        self._more(len(self._ids) if everything else AT_ONCE)

    def _nothing(self) -> str:
        if any(folder.feeds for folder in self._newsroom.sources().folders):
            return "No stories yet. r looks for new ones."
        return "There is nothing to read yet. 'newsreader add ADDRESS' subscribes to a source."

    def _more(self, count: int = AT_ONCE) -> None:
        page = self._ids[self._shown : self._shown + count]
        now = self._clock.now()
        for number, headline in enumerate(self._newsroom.headlines(page), self._shown + 1):
            self._say(headline_line(number, headline, now))
        self._shown += len(page)
        if self._shown < len(self._ids):
            self._say(f"{len(self._ids) - self._shown} more: m.")

    def _read(self, story: int) -> None:
        self._story = story
        self._say("")
        for line in spoken_lines(self._newsroom.article(story)):
            self._say(line)
        self._newsroom.mark_read([story])

    def _next(self) -> None:
        start = self._ids.index(self._story) + 1 if self._story in self._ids else 0
        for headline in self._newsroom.headlines(self._ids[start:]):
            if headline.unread:
                self._read(headline.id)
                return
        self._say("You are up to date: nothing further is unread in this list.")

    def _current(self) -> Headline | None:
        if self._story:
            return self._newsroom.headline(self._story)
        self._say("No story is open. A number opens one.")
        return None

    def _save(self) -> None:
        if headline := self._current():
            self._newsroom.save([headline.id], not headline.saved)
            self._say("No longer saved." if headline.saved else "Saved, whole, for later.")

    def _unread(self) -> None:
        if headline := self._current():
            self._newsroom.mark_read([headline.id], headline.unread)
            self._say("Marked read." if headline.unread else "Marked unread.")

    def _quotes(self) -> None:
        headline = self._current()
        if headline is None:
            return
        article = self._newsroom.article(headline.id)
        if not article.quotes:
            self._say("Nobody is quoted in this story.")
        rows = self._newsroom.story_quotes(headline.id)
        for line in as_lines(rows):
            self._say(line, end="")

    def _undo(self) -> None:
        change = self._newsroom.undo()
        self._say("Undone." if change else "Nothing to undo.")

    def _refresh(self) -> None:
        self._newsroom.refresh()
        self._newsroom.idle()
        self._list("")

    def _again(self) -> None:
        self._shown = 0
        self._more()

    _commands: ClassVar[dict[str, Callable[[Prompts], None]]] = {
        "": _next,
        "n": _next,
        "l": _again,
        "m": _more,
        "s": _save,
        "u": _unread,
        '"': _quotes,
        "c": _quotes,
        "z": _undo,
        "r": _refresh,
    }

    def _say(self, text: str, end: str = "\n") -> None:
        self._tell.write(text + end)
        self._tell.flush()
