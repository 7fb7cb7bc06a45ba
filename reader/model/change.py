"""One thing a person did that can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Act(StrEnum):
    """What was done."""

    READ = "read"
    UNREAD = "unread"
    SAVE = "save"
    UNSAVE = "unsave"
    TAG = "tag"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    ALTER = "alter"
    """A source got another name, folder or setting."""
    RULE = "rule"
    """A rule of config.toml: what is muted, how long stories stay, a view."""
    ALIAS = "alias"
    CORRECT = "correct"
    FOLLOW = "follow"
    UNFOLLOW = "unfollow"


@dataclass(frozen=True, slots=True)
class Change:
    """An act as the status line names it: "214 marked read"."""

    act: Act
    stories: tuple[int, ...] = ()
    """Stories whose marks really changed."""
    subject: str = ""
    """A source's title, a voice's name, the tags a story has now, a rule as it is now."""
    joined: bool = False
    """It is part of one step together with the change before it."""

    @property
    def count(self) -> int:
        """How many stories changed."""
        return len(self.stories)
