"""What happens when the program itself is wrong: words for the person, the rest for the log."""

from __future__ import annotations

import logging

from textual.app import App

_LOG = logging.getLogger(__name__)


class Failing(App[int]):
    """Ends after a fault of its own without a traceback across the terminal."""

    failed = False
    """Whether it ended so; whoever started it says it once the terminal is given back."""

    def _fatal_error(self) -> None:
        """Note the fault that is being handled, and end.

        Textual's own would print it with all local variables: somebody's texts and passwords.
        """
        _LOG.exception("the app ended by a fault")
        self.failed = True
        self._close_messages_no_wait()
