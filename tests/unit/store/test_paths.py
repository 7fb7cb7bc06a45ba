"""Where files lie."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from reader.store.paths import Paths, file_stamp


def test_the_option_is_stronger_than_the_environment(tmp_path: Path) -> None:
    environ = {"NEWSREADER_HOME": str(tmp_path / "from-environment")}
    assert Paths.find(environ).library == tmp_path / "from-environment/data/library.db"
    paths = Paths.find(environ, str(tmp_path / "from-option"))
    assert paths.config_file == tmp_path / "from-option/config/config.toml"
    assert paths.articles == tmp_path / "from-option/cache/articles.db"


def test_without_either_the_platform_decides() -> None:
    paths = Paths.find({})
    assert paths.config.name == "newsreader"
    assert len({paths.config, paths.cache}) == 2


def test_directories_are_for_this_user_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        Paths.below(tmp_path / "home").create()
    finally:
        os.umask(before)
    made = tmp_path / "home" / "data"
    assert stat.S_IMODE(made.stat().st_mode) == 0o700


def test_a_stamp_changes_when_the_file_does(tmp_path: Path) -> None:
    file = tmp_path / "feeds.toml"
    assert file_stamp(file) == (0, 0)
    file.write_text("one")
    first = file_stamp(file)
    file.write_text("three")
    assert first != file_stamp(file) != (0, 0)
