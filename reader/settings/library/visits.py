"""When a person sat down and went away: what came between two visits is new."""

from __future__ import annotations

from reader.model.clock import Clock
from reader.settings.library.state import State
from reader.store.database import Database

SEEN = "seen"
"""State: when a person was last here, Unix seconds."""
NEW_SINCE = "new_since"
"""State: what was first seen from then on is new, Unix seconds. The cache reads it too."""


class Visits:
    """Notes visits."""

    def __init__(self, database: Database, clock: Clock, state: State) -> None:
        """The moments are kept in `state`; `database` gives the transaction."""
        self._database = database
        self._clock = clock
        self._state = state

    def begin(self) -> None:
        """A person sits down: what came since they were last here is new; at first, all. Writer."""
        with self._database.immediate():
            self._state.keep(NEW_SINCE, self._state.get(SEEN) or "0")
            self._state.keep(SEEN, str(self._clock.now()))

    def end(self) -> None:
        """The person went away: what arrives from now on is new next time. Writer."""
        self._state.keep(SEEN, str(self._clock.now()))
