"""The rows of a long list that are known, and those that were asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reader.model.story import Headline


class KnownRows:
    """Headlines by story; each is asked for once, until answers have come."""

    def __init__(self) -> None:
        self._rows: dict[int, Headline] = {}
        self._asked: set[int] = set()

    def get(self, story: int) -> Headline | None:
        """Return the row of a story, if it is known."""
        return self._rows.get(story)

    def of(self, stories: Iterable[int]) -> list[Headline]:
        """Return the rows of these stories that are known."""
        return [self._rows[story] for story in stories if story in self._rows]

    def take(self, headlines: Iterable[Headline]) -> None:
        """Know rows that have come; what has not may be asked for again."""
        self._rows.update((headline.id, headline) for headline in headlines)
        self._asked.clear()

    def change(self, stories: Iterable[int], **fields: object) -> None:
        """Change fields of the rows that are known."""
        for story in stories:
            if story in self._rows:
                self._rows[story] = replace(self._rows[story], **fields)  # type: ignore[arg-type]  # only marks are given

    def ask_again(self) -> None:
        """Let everything be asked for again."""
        self._asked.clear()

    def keep(self, stories: Iterable[int]) -> Sequence[int]:
        """Let go of all rows but those of these stories; return the ones to ask for again."""
        kept = [story for story in stories if story in self._rows]
        self._rows = {story: self._rows[story] for story in kept}
        self._asked.clear()
        return self.to_ask(kept)

    def again(self, story: int) -> Sequence[int]:
        """Return the story if its row is known, so that it is asked for again."""
        if story not in self._rows:
            return ()
        self._asked.discard(story)
        return self.to_ask([story])

    def missing(self, stories: Iterable[int]) -> Sequence[int]:
        """Return those of the stories that are to be asked for: not known, not asked for yet."""
        return self.to_ask(story for story in stories if story not in self._rows)

    def to_ask(self, stories: Iterable[int]) -> Sequence[int]:
        """Return those that were not asked for yet, and note that they are."""
        asked = [story for story in stories if story not in self._asked]
        self._asked.update(asked)
        return asked
