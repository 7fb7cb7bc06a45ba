"""``feeds.toml``: the subscriptions, edited in place so that comments and order stay."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from reader.model.errors import NotFoundError, SettingsError
from reader.model.feed import Subscription
from reader.settings.subscription_form import (
    parse_subscriptions,
    plain_value,
    subscription_toml,
)
from reader.settings.toml_file import read_text, write_text
from reader.text.catalogue import say

__all__ = ["Subscriptions", "parse_subscriptions", "subscription_toml"]

_HEADER = re.compile(r"\s*\[\[\s*feed\s*\]\]")
_HEAD = """\
# The sources newsreader reads, in the order in which it shows them. Comments and order are yours
# and stay. Below every line [[feed]] only url is needed; more that can stand there:
#
#   title = "My name for it"      folder = "News/Local"       tags = ["daily"]
#   interval = 60 (minutes)       full_text = "auto", "on" or "off"
#   keep = 30 (days)              mute = "sport -cycling"     paused = true    hidden = true
#   user_agent, headers = { X-Token = "abc" }, proxy, cookies = "FILE"
#   credentials = ["pass", "show", "news"]     filter = ["program"]     command = ["program"]
#   private_network = true        updates_unread = true
"""


class Subscriptions:
    """The file of subscriptions. Each change is written at once, or not at all."""

    def __init__(self, path: Path) -> None:
        """A missing file has no subscriptions."""
        self.path = path

    def text(self) -> str:
        """Return the file as it is; empty if there is none."""
        return read_text(self.path)

    def load(self) -> tuple[Subscription, ...]:
        """Return the subscriptions in the order of the file; raises `SettingsError`."""
        return parse_subscriptions(self.text(), str(self.path))

    def add(
        self,
        *subscriptions: Subscription,
        written: Callable[[int], None] = lambda done: None,
    ) -> None:
        """Put subscriptions at the end of the file; raises `SettingsError`.

        `written` hears how many have been put into words.
        """
        if not subscriptions:
            return
        text = self.text()
        entries = []
        for done, subscription in enumerate(subscriptions, 1):
            entries.append(subscription_toml(subscription))
            written(done)
        start = text.rstrip("\n") + "\n" if text.strip() else _HEAD
        changed = start + "".join("\n" + entry for entry in entries)
        parse_subscriptions(changed, str(self.path))
        write_text(self.path, changed)

    def remove(self, url: str) -> None:
        """Take a subscription out; raises `NotFoundError` or `SettingsError`."""
        self._edit(url, lambda lines: [])

    def change(self, url: str, /, **fields: object) -> None:
        """Set fields of a subscription, by the names of `Subscription`; None takes one out.

        Raises:
            NotFoundError: there is no such subscription.
            SettingsError: a value does not fit; the file is as it was.

        """
        self._edit(url, lambda lines: _with_fields(lines, fields))

    def replace_url(self, old: str, new: str) -> None:
        """Give a subscription its feed's new address."""
        self.change(old, url=new)

    def put_back(self, before: str, after: str) -> bool:
        """Undo: write `before` again if the file still is `after`; False if it is not."""
        if self.text() != after:
            return False
        write_text(self.path, before)
        return True

    def _edit(self, url: str, edit: Callable[[list[str]], list[str]]) -> None:
        """Hand the lines of one ``[[feed]]`` to `edit` and put what it gives in their place."""
        text = self.text()
        known = parse_subscriptions(text, str(self.path))
        number = next((n for n, one in enumerate(known) if one.url == url), -1)
        if number < 0:
            raise NotFoundError(say("fault.not_in", url=url, file=self.path.name))
        lines = text.split("\n")
        heads = [at for at, line in enumerate(lines) if _HEADER.match(line)]
        if len(heads) != len(known):
            raise SettingsError(str(self.path), 0, say("fault.other_form"))
        start = heads[number]
        end = heads[number + 1] if number + 1 < len(heads) else len(lines)
        while not lines[end - 1].strip() or lines[end - 1].lstrip().startswith("#"):
            end -= 1  # what stands between two entries is neither's, and stays
        changed = edit(lines[start:end])
        if not changed and start and not lines[start - 1].strip():
            start -= 1
        changed_text = "\n".join([*lines[:start], *changed, *lines[end:]])
        others = [one for one in known if one.url != url]
        after = parse_subscriptions(changed_text, str(self.path))
        if [one for at, one in enumerate(after) if at != number or not changed] != others:
            raise SettingsError(str(self.path), 0, say("fault.not_safely"))
        write_text(self.path, changed_text)


def _with_fields(lines: list[str], fields: dict[str, object]) -> list[str]:
    # tomlkit costs 20 ms at import, which reading alone need not pay.
    import tomlkit

    document: Any = tomlkit.parse("\n".join(lines) + "\n")
    table = document["feed"][0]
    for name, value in fields.items():
        if value is None:
            table.pop(name, None)
        else:
            table[name] = plain_value(name, value)
    return tomlkit.dumps(document).rstrip("\n").split("\n")
