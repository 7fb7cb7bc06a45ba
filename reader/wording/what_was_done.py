"""What a person did, in the words of the status line."""

from __future__ import annotations

from reader.model.change import Act, Change
from reader.wording.catalogue import say

_DONE = {
    Act.READ: "marked_read", Act.UNREAD: "marked_unread", Act.SAVE: "saved",
    Act.UNSAVE: "unsaved", Act.TAG: "tagged", Act.SUBSCRIBE: "subscribed",
    Act.UNSUBSCRIBE: "unsubscribed", Act.ALIAS: "alias", Act.CORRECT: "corrected",
    Act.FOLLOW: "followed", Act.UNFOLLOW: "unfollowed", Act.ALTER: "altered", Act.RULE: "rule",
}  # fmt: skip


def what_was_done(change: Change) -> str:
    """A change in the words of the status line."""
    key = _DONE[change.act]
    if change.act is Act.CORRECT and not change.subject:
        key = "not_a_quote"
    elif change.act is Act.TAG and not change.subject:
        key = "untagged"
    return say(f"status.{key}", count=change.count, subject=change.subject)
