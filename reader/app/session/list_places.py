"""Where the cursor was in each list, kept while the reader runs and from one run to the next."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A place in a list, by stories: rows come and go. 0 for none."""

    story: int = 0
    """The chosen one; 0 at the very top, where what has arrived meanwhile is seen first."""
    following: int = 0
    """The next unread one, which still belongs to the list when the chosen one was read."""
    top: int = 0
    """The first on screen."""

    def __str__(self) -> str:
        """As it is stored."""
        return f"{self.story} {self.following} {self.top}"

    @classmethod
    def of(cls, text: str) -> ListPlace:
        """What was stored; the top, if that is no place."""
        parts = text.split()
        if len(parts) != 3 or not all(part.isdecimal() for part in parts):
            return cls()
        return cls(*map(int, parts))

    @classmethod
    def at(cls, ids: Sequence[int], chosen: int, top: int, unread: Collection[int]) -> ListPlace:
        """The place of a list on screen; `chosen` and `top` are indices."""
        if not 0 < chosen < len(ids):
            return cls()
        after = (ids[at] for at in range(chosen + 1, len(ids)))
        following = next((story for story in after if story in unread), 0)
        return cls(ids[chosen], following, ids[max(0, min(top, chosen))])

    def find(self, ids: Sequence[int]) -> tuple[int, int | None]:
        """The indices of the chosen story and of the first on screen (None: as it comes)."""
        chosen = index_of(ids, self.story)
        if chosen < 0:
            return max(0, index_of(ids, self.following)), None
        top = index_of(ids, self.top)
        return chosen, top if 0 <= top <= chosen else None


class ListPlaces:
    """The places of all lists, each under the key of its list."""

    def __init__(self, stored: Callable[[str], str], store: Callable[[str, str], None]) -> None:
        """`stored` reads what `store` wrote, in this run or an earlier one."""
        self._stored, self._store = stored, store
        self._known: dict[str, ListPlace] = {}

    def keep(self, key: str, place: ListPlace) -> None:
        """Remember the place of a list."""
        if self._known.get(key) != place:
            self._known[key] = place
            self._store(f"list {key}", str(place))

    def of(self, key: str) -> ListPlace:
        """The place of a list; for a thread, it may have to be read."""
        return self._known.get(key) or ListPlace.of(self._stored(f"list {key}"))


def index_of(ids: Sequence[int], story: int) -> int:
    """The index of a story; -1 if it is not there."""
    if not story:
        return -1
    if isinstance(ids, array):
        try:
            return ids.index(story)
        except ValueError:
            return -1
    return next((at for at, one in enumerate(ids) if one == story), -1)
