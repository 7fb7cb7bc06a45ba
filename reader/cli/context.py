"""What every verb is given: options, places, the newsroom, streams."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
"""What type checkers take for true; see `reader.cli.entry`."""
if TYPE_CHECKING:
    import logging
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Self

    from reader.cli.command_line import Options
    from reader.model.clock import Clock
    from reader.newsroom.newsroom import Newsroom
    from reader.store.paths import Paths


class Context:
    """Opens the newsroom when a verb first needs it and closes it in the end."""

    def __init__(self, options: Options, environ: Mapping[str, str]) -> None:
        """`environ` is the process's environment, or a test's."""
        self.options = options
        self.environ = environ
        self.on_screen = False
        """Whether the newsroom is opened for the app."""
        self._clock: Clock | None = None
        self._newsroom: Newsroom | None = None
        self._log: logging.Handler | None = None
        self._paths: Paths | None = None

    @property
    def clock(self) -> Clock:
        """The clock of this machine."""
        if self._clock is None:
            from reader.model.clock import SystemClock

            self._clock = SystemClock()
        return self._clock

    @property
    def paths(self) -> Paths:
        """Where this reader's files lie."""
        if self._paths is None:
            from reader.store.paths import Paths

            self._paths = Paths.find(self.environ, self.options.home)
        return self._paths

    @property
    def newsroom(self) -> Newsroom:
        """The newsroom, opened at the first use."""
        if self._newsroom is None:
            if self.options.demo:
                from reader.newsroom.demo import open_demo

                self._newsroom = open_demo(self.clock, home=self.options.home)
            else:
                from reader.newsroom.newsroom import Newsroom

                self._newsroom = Newsroom.open(self.paths, clock=self.clock)
            self._note_in(self._newsroom.paths)
            self._say_what_is_wrong(self._newsroom)
        return self._newsroom

    def note_fault(self) -> None:
        """Note the exception that is being handled, with all that led to it."""
        import logging

        if self._log is None:
            self._note_in(self.paths)
        logging.getLogger("reader.cli").exception("a verb ended by a fault")

    def _note_in(self, paths: Paths) -> None:
        from reader.newsroom.log import note_in

        self._log = note_in(paths.log)

    def _say_what_is_wrong(self, newsroom: Newsroom) -> None:
        if self.on_screen:
            return  # it shows them itself
        notices = newsroom.faults if newsroom.read_only else (*newsroom.faults, newsroom.notice)
        for notice in filter(None, notices):
            message(f"newsreader: {notice}")

    @property
    def plain(self) -> bool:
        """Whether lines are wanted instead of a screen."""
        return (
            self.options.plain
            or not sys.stdout.isatty()
            or not sys.stdin.isatty()
            or self.environ.get("TERM", "") in ("", "dumb")
        )

    def __enter__(self) -> Self:
        """Nothing is opened yet."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the newsroom, if it was opened."""
        if self._newsroom is not None:
            self._newsroom.close()
        if self._log is not None:
            from reader.newsroom.log import stop_noting

            stop_noting(self._log)


def message(text: str) -> None:
    """Say something to the person, beside the data."""
    print(text, file=sys.stderr, flush=True)
