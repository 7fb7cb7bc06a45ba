"""The preferences in force: read at the start, changed one by one, read anew with their file.

Some of them are rules: what is muted, how long stories stay, which views there are. A change of a
rule is a step that can be undone; one of looks and keys is not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

from reader.model.change import Act, Change
from reader.model.errors import SettingsError
from reader.newsroom.events import Event, SettingsChanged, SettingsFailed
from reader.newsroom.settings_by_name import VIEW, preference
from reader.newsroom.stores import Stores
from reader.newsroom.subscribing import Subscribing
from reader.settings.config import Config, default_config_text, load_config, set_preference
from reader.settings.library.journal import Step
from reader.settings.toml_file import write_text
from reader.store.paths import file_stamp

RULES = ("mute", "keep_days")
"""The preferences, beside views, whose changes can be undone."""


class Preferences:
    """Keeps ``config.toml`` and what it says in step; the last good one stays."""

    def __init__(
        self,
        file: Path,
        config: Config,
        stores: Stores,
        subscribing: Subscribing,
        tell: Callable[[Event], None],
    ) -> None:
        """`config` is what `file` says now."""
        self.config = config
        """What is in force. Replaced as a whole, never changed."""
        self._file = file
        self._stores = stores
        self._subscribing = subscribing
        self._tell = tell
        self._stamp = file_stamp(file)

    def set(self, key: str, value: object) -> Change | None:
        """Change one preference in config.toml, comments kept; a change of a rule is returned.

        `key` has a dot where it is in a table: ``refresh.interval``; ``views.NAME`` is a view,
        and an empty query takes it away.

        Raises:
            SettingsError: the value does not fit, or the file cannot be changed.
            StoreError: it is a rule, and nothing may be stored.

        """
        if key not in RULES and not key.startswith(VIEW):
            self._write(key, value)
            return None
        before, after = self._change_rule(key, value)
        if before == after:
            return None
        shown = ", ".join(map(str, after)) if isinstance(after, tuple) else str(after)
        subject = f"{key.removeprefix(VIEW)} = {shown}" if after else key.removeprefix(VIEW)
        return self._record(Act.RULE, subject, key, before, after)

    def follow(self, name: str) -> Change:
        """Keep a view of what a voice says, or no longer if there is one; raises `SettingsError`.

        The view is called like the voice and asks for ``said:"Name"``.
        """
        name = " ".join(name.replace('"', "").split())
        key = VIEW + name
        query = "" if preference(self.config, key) else f'said:"{name}"'
        before, after = self._change_rule(key, query)
        return self._record(Act.FOLLOW if query else Act.UNFOLLOW, name, key, before, after)

    def undo(self, step: Step) -> Change | None:
        """Take back the last step, one that changed a rule or a view; raises `SettingsError`."""
        self._stores.library.refuse_if_read_only()
        self._write_rule(*_rule_before(step))
        return self._stores.writer.wait(self._stores.library.journal.undo)

    def add_views(self, views: Iterable[tuple[str, str]]) -> None:
        """Keep queries under names that are not taken yet."""
        for name, query in views:
            key = name.replace(".", " ").strip()
            if key and key not in self.config.views:
                self._write_rule(VIEW + key, query)

    def prepare(self) -> None:
        """Make sure that there is a config.toml to edit, with every default explained.

        Raises `SettingsError`.
        """
        if not self._file.exists():
            write_text(self._file, default_config_text())
            self._stamp = file_stamp(self._file)

    def reload_if_changed(self) -> bool:
        """Read the files anew if one of them was written; cheap enough for every second."""
        changed = file_stamp(self._file) != self._stamp or self._subscribing.file_changed()
        if changed:
            self._read()
        return changed

    def _write(self, key: str | tuple[str, ...], value: object) -> None:
        set_preference(self._file, key, value)
        self._read()

    def _change_rule(self, key: str, value: object) -> tuple[object, object]:
        """Change a rule; what it was before and what it is now."""
        self._stores.library.refuse_if_read_only()
        before = preference(self.config, key)
        self._write_rule(key, value)
        return before, preference(self.config, key)

    def _write_rule(self, key: str, value: object) -> None:
        if key.startswith(VIEW):
            self._write(("views", key.removeprefix(VIEW)), str(value or "") or None)
        else:
            self._write(key, value)

    def _record(self, act: Act, subject: str, key: str, before: object, after: object) -> Change:
        texts = json.dumps([key, before]), json.dumps([key, after])
        return self._stores.writer.wait(
            lambda: self._stores.library.journal.record(act, subject, *texts)
        )

    def _read(self) -> None:
        """Read config.toml and feeds.toml anew; of one with a fault the last good one stays."""
        self._stamp = file_stamp(self._file)
        faults = []
        for load in (self._load, self._subscribing.load):
            try:
                load()
            except SettingsError as error:
                faults.append(str(error))
        if len(faults) < 2:
            self._tell(SettingsChanged())
        if faults:
            self._tell(SettingsFailed(" ".join(faults)))

    def _load(self) -> None:
        self.config = load_config(self._file)


def _rule_before(step: Step) -> tuple[str, object]:
    """The name of the rule that a step changed, and its value before."""
    if step.change.act is not Act.RULE and not step.before.startswith(f'["{VIEW}'):
        return VIEW + step.change.subject, step.before  # an earlier version kept the query alone
    key, value = json.loads(step.before)
    return str(key), value
