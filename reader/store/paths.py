"""Where files lie: the platform's places, or all below one directory."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Paths(NamedTuple):
    """The four directories of one reader; no dataclass, which takes 10 ms to import."""

    config: Path
    data: Path
    cache: Path
    state: Path

    @property
    def config_file(self) -> Path:
        """Preferences, keys, views."""
        return self.config / "config.toml"

    @property
    def feeds_file(self) -> Path:
        """Subscriptions."""
        return self.config / "feeds.toml"

    @property
    def library(self) -> Path:
        """What a person did; never lost."""
        return self.data / "library.db"

    @property
    def backups(self) -> Path:
        """Copies of the library."""
        return self.data / "backups"

    @property
    def articles(self) -> Path:
        """Stories and their texts; may be deleted at any time."""
        return self.cache / "articles.db"

    @property
    def pictures(self) -> Path:
        """Image files of stories, if they are to be shown; may be deleted at any time."""
        return self.cache / "pictures"

    @property
    def log(self) -> Path:
        """What a person need not see."""
        return self.state / "newsreader.log"

    @classmethod
    def below(cls, home: Path) -> Paths:
        """Everything below one directory, as ``--home`` and ``NEWSREADER_HOME`` ask."""
        return cls(home / "config", home / "data", home / "cache", home / "state")

    @classmethod
    def find(cls, environ: Mapping[str, str], home: str | None = None) -> Paths:
        """The places for this environment; `home`, then ``NEWSREADER_HOME``, then the platform."""
        directory = home or environ.get("NEWSREADER_HOME")
        if directory:
            return cls.below(Path(directory).expanduser().absolute())
        # Imported here: it costs 10 ms that --home and --version need not pay.
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("newsreader", appauthor=False)
        return cls(
            dirs.user_config_path, dirs.user_data_path, dirs.user_cache_path, dirs.user_state_path
        )

    def create(self) -> None:
        """Make the directories that are missing, for this user alone."""
        for directory in (self.config, self.data, self.cache, self.state):
            directory.mkdir(mode=0o700, parents=True, exist_ok=True)


def file_stamp(path: Path) -> tuple[int, int]:
    """What changes whenever a file is written; (0, 0) if there is none."""
    try:
        status = path.stat()
    except OSError:
        return (0, 0)
    return status.st_mtime_ns, status.st_size
