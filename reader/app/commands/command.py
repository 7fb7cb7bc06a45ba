"""What a command is: a row of the table, and a press of its key."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session

MACRO = "macro "
"""Before the key of a macro: the name of what it does."""


class Need(Enum):
    """What must be so for a command to have anything to do; said in the status line if not."""

    STORY = auto()
    """A story is meant: that of the chosen quote or row, or the one beside the list."""
    SHOWN = auto()
    """A story of the library stands beside the list."""
    TEXT = auto()
    """A text is shown, be it a page that was opened alone."""
    WRITING = auto()
    """Something may be changed: no other reader has the library, and it is no copy."""


@dataclass(frozen=True, slots=True)
class Press:
    """A key that was pressed for a command."""

    key: str = ""
    """As Textual names it; empty where no key was pressed."""
    number: int = 0
    """The number typed before it; 0 for none."""

    @property
    def times(self) -> int:
        """How often it is meant."""
        return max(1, self.number)


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key can do."""

    name: str
    """Also the name of its words, ``action.NAME``, and in ``config.toml``."""
    keys: tuple[str, ...]
    """Its keys without a preset, as Textual names them."""
    group: str
    """Where the page of keys lists it: ``group.NAME``."""
    do: Callable[[Session, Press], object]
    needs: tuple[Need, ...] = ()
    """Checked in this order before `do` is called."""
    counts: bool = False
    """A number before the key says how often; without it, a number is that of a link."""
    presets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Its keys in those presets that set others than `keys`."""

    @property
    def words(self) -> str:
        """What it does, in the language of the interface."""
        return words_of(self.name)


def words_of(name: str) -> str:
    """What a command does, in the language of the interface."""
    return say(f"action.{name}")


def is_met(session: Session, need: Need) -> bool:
    """Whether a need is met; if not, the status line says why nothing happens."""
    if need is Need.WRITING:
        return session.may_write()
    met = {
        Need.STORY: lambda: bool(session.story_meant()),
        Need.SHOWN: lambda: bool(session.story.id),
        Need.TEXT: lambda: session.story.is_shown,
    }[need]()
    if not met:
        session.note_nothing_here()
    return met
