"""``feeds.toml``: the subscriptions, edited in place so that comments and order stay."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
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
from reader.wording.catalogue import say

__all__ = ["Subscriptions", "parse_subscriptions", "subscription_toml"]

_HEADER = re.compile(r"\s*\[\[\s*feed\s*\]\]")


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
        return self._parse(self.text())

    def add(
        self,
        *subscriptions: Subscription,
        written: Callable[[int], None] = lambda done: None,
    ) -> None:
        """Put subscriptions at the end of the file; raises `SettingsError`.

        `written` hears how many have been put into words.
        """
        if subscriptions:
            write_text(self.path, self._with(self.text(), subscriptions, written))

    def remove(self, address: str) -> None:
        """Take a subscription out; raises `NotFoundError` or `SettingsError`."""
        write_text(self.path, self._edited(self.text(), {address: _nothing}))

    def change(self, changes: Mapping[str, Mapping[str, object]]) -> None:
        """Set fields of subscriptions, by `address` and the names of `Subscription`.

        None takes a field out.

        Raises:
            NotFoundError: there is no such subscription.
            SettingsError: a value does not fit; the file is as it was.

        """
        edits = {address: _fields(fields) for address, fields in changes.items()}
        write_text(self.path, self._edited(self.text(), edits))

    def replace_url(self, old: str, new: str) -> None:
        """Give a subscription its feed's new address."""
        self.change({old: {"url": new}})

    def put_back(self, before: str, after: str, moved: Mapping[str, str]) -> None:
        """Undo the step that made `after` of `before`; what was changed since otherwise stays.

        `moved`: addresses in those texts to what they are by now.

        Raises:
            SettingsError: it cannot be done; the file is as it was.

        """
        text = self.text()
        if text != after:
            was, became = (
                {
                    moved.get(source.address, source.address): source
                    for source in self._parse(content)
                }
                for content in (before, after)
            )
            now = {source.address for source in self._parse(text)}
            edits: dict[str, _Edit] = {}
            for address in now & became.keys():
                if address not in was:
                    edits[address] = _nothing
                elif was[address] != became[address]:
                    edits[address] = _fields(_difference(became[address], was[address]))
            before = self._edited(text, edits)
            lost = [source for at, source in was.items() if at not in became and at not in now]
            before = self._with(before, lost)
        write_text(self.path, before)

    def _parse(self, text: str) -> tuple[Subscription, ...]:
        return parse_subscriptions(text, str(self.path))

    def _with(
        self,
        text: str,
        subscriptions: Sequence[Subscription],
        written: Callable[[int], None] = lambda done: None,
    ) -> str:
        """The text with subscriptions behind those that are there."""
        if not subscriptions:
            return text
        entries = []
        for done, subscription in enumerate(subscriptions, 1):
            entries.append(subscription_toml(subscription))
            written(done)
        start = text.rstrip("\n") + "\n" if text.strip() else say("file.feeds_head")
        changed = start + "".join("\n" + entry for entry in entries)
        self._parse(changed)
        return changed

    def _edited(self, text: str, edits: Mapping[str, _Edit]) -> str:
        """The text, with the lines of each ``[[feed]]`` replaced by what its edit makes of them."""
        subscriptions = self._parse(text)
        if missing := edits.keys() - {source.address for source in subscriptions}:
            raise NotFoundError(say("fault.not_in", url=min(missing), file=self.path.name))
        lines = text.split("\n")
        heads = [at for at, line in enumerate(lines) if _HEADER.match(line)]
        if len(heads) != len(subscriptions):
            raise SettingsError(str(self.path), 0, say("fault.other_form"))
        ends = [*heads[1:], len(lines)]
        others = [None if source.address in edits else source for source in subscriptions]
        for number in reversed(range(len(subscriptions))):  # so that what is above keeps its place
            edit, start = edits.get(subscriptions[number].address), heads[number]
            if edit is None:
                continue
            # What stands between two entries is neither's, and stays.
            end = next(at for at in range(ends[number], start, -1) if _says(lines[at - 1]))
            changed = edit(lines[start:end])
            if not changed:
                del others[number]
                if start and not lines[start - 1].strip():
                    start -= 1
            lines[start:end] = changed
        changed_text = "\n".join(lines)
        after = self._parse(changed_text)
        if len(after) != len(others) or any(
            before not in (None, now) for before, now in zip(others, after, strict=True)
        ):
            raise SettingsError(str(self.path), 0, say("fault.not_safely"))
        return changed_text


_Edit = Callable[[list[str]], list[str]]
"""Makes new lines of those of one entry."""


def _says(line: str) -> bool:
    """Whether a line is more than a blank or a comment."""
    return bool(line.strip()) and not line.lstrip().startswith("#")


def _nothing(lines: list[str]) -> list[str]:
    return []


def _difference(old: Subscription, new: Subscription) -> dict[str, object]:
    """The fields that make `new` of `old`; None for those that are a default in it."""
    default = Subscription("")
    return {
        name: None if value == getattr(default, name) else value
        for name in Subscription.__dataclass_fields__
        if (value := getattr(new, name)) != getattr(old, name)
    }


def _fields(fields: Mapping[str, object]) -> _Edit:
    return lambda lines: _with_fields(lines, fields)


def _with_fields(lines: list[str], fields: Mapping[str, object]) -> list[str]:
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
