"""The part of the newsroom's door that leads to config.toml: preferences, and rules among them.

A rule says what happens to stories: what is muted, how long they stay, which views there are. Its
changes are steps that can be undone; those of looks and keys are not.
"""

from __future__ import annotations

import json

from reader.model.change import Act, Change
from reader.newsroom.preferences import Preferences
from reader.newsroom.writer import Writer
from reader.settings.by_name import VIEW, preference
from reader.settings.library.library import Library

RULES = ("mute", "keep_days")


class Rules:
    """What a front end may change in config.toml."""

    _library: Library
    _preferences: Preferences
    _writer: Writer

    def set_preference(self, key: str, value: object) -> Change | None:
        """Change one preference in config.toml, comments kept; a change of a rule is returned.

        `key` has a dot where it is in a table: ``refresh.interval``; ``views.NAME`` is a view,
        and an empty query takes it away.

        Raises:
            SettingsError: the value does not fit, or the file cannot be changed.
            StoreError: it is a rule, and nothing may be stored.

        """
        if key not in RULES and not key.startswith(VIEW):
            self._preferences.change(key, value)
            return None
        self._library.refuse_if_read_only()
        before = preference(self._preferences.config, key)
        self._write_rule(key, value)
        after = preference(self._preferences.config, key)
        if before == after:
            return None
        shown = ", ".join(map(str, after)) if isinstance(after, tuple) else str(after)
        subject = f"{key.removeprefix(VIEW)} = {shown}" if after else key.removeprefix(VIEW)
        texts = (json.dumps([key, rule]) for rule in (before, after))
        return self._record(Act.RULE, subject, *texts)

    def follow(self, name: str) -> Change:
        """Keep a view of what a voice says, or no longer if there is one; raises `SettingsError`.

        The view is called like the voice and asks for ``said:"Name"``.
        """
        self._library.refuse_if_read_only()
        name = " ".join(name.replace('"', "").split())
        before = self._preferences.config.views.get(name, "")
        after = "" if before else f'said:"{name}"'
        self._preferences.keep_view(name, after)
        return self._record(Act.FOLLOW if after else Act.UNFOLLOW, name, before, after)

    def _record(self, act: Act, subject: str, before: str, after: str) -> Change:
        return self._writer.wait(lambda: self._library.record(act, subject, before, after))

    def _write_rule(self, key: str, value: object) -> None:
        if key.startswith(VIEW):
            self._preferences.keep_view(key.removeprefix(VIEW), str(value or ""))
        else:
            self._preferences.change(key, value)

    def _undo_rule(self) -> Change | None:
        """Take back the last step if it changed a rule or a view; None if it did not."""
        step = self._library.last_step()
        if step is None or step.change.act not in (Act.FOLLOW, Act.UNFOLLOW, Act.RULE):
            return None
        self._library.refuse_if_read_only()
        if step.change.act is Act.RULE:
            self._write_rule(*json.loads(step.before))
        else:
            self._preferences.keep_view(step.change.subject, step.before)
        return self._writer.wait(self._library.undo)
