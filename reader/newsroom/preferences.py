"""The preferences in force: read at the start, changed one by one, read anew with their file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from reader.model.errors import SettingsError
from reader.newsroom.events import Event, SettingsChanged, SettingsFailed
from reader.newsroom.subscribing import Subscribing
from reader.settings.config import Config, default_config_text, load_config, set_preference
from reader.settings.toml_file import write_text
from reader.store.paths import file_stamp


class Preferences:
    """Keeps ``config.toml`` and what it says in step; the last good one stays."""

    def __init__(
        self, file: Path, config: Config, subscribing: Subscribing, tell: Callable[[Event], None]
    ) -> None:
        """`config` is what `file` says now."""
        self.config = config
        self._file = file
        self._subscribing = subscribing
        self._tell = tell
        self._stamp = file_stamp(file)

    def change(self, key: str | tuple[str, ...], value: object) -> None:
        """Change one preference in the file; raises `SettingsError`."""
        set_preference(self._file, key, value)
        self.read()

    def keep_view(self, name: str, query: str) -> None:
        """Keep a query under a name; an empty one is forgotten. Raises `SettingsError`."""
        self.change(("views", name), query or None)

    def prepare(self) -> None:
        """Write the defaults, explained, where there is no file; raises `SettingsError`."""
        if not self._file.exists():
            write_text(self._file, default_config_text())
            self._stamp = file_stamp(self._file)

    def add_views(self, views: Iterable[tuple[str, str]]) -> None:
        """Keep queries under names that are not taken yet."""
        for name, query in views:
            key = name.replace(".", " ").strip()
            if key and key not in self.config.views:
                self.change(f"views.{key}", query)

    def read(self) -> None:
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

    def read_if_changed(self) -> bool:
        """Read the files anew if one of them was written; cheap enough for every second."""
        changed = file_stamp(self._file) != self._stamp or self._subscribing.file_changed()
        if changed:
            self.read()
        return changed
