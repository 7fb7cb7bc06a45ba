"""What the person's settings make of the fetcher."""

from __future__ import annotations

from pathlib import Path

from reader.loader.net.http import user_agent
from reader.settings.config import Config, load_config


def test_servers_are_told_whom_to_ask_only_if_a_person_says_so(tmp_path: Path) -> None:
    assert Config().refresh.contact == ""
    assert "@" not in user_agent(Config().refresh.contact)
    path = tmp_path / "config.toml"
    path.write_text('[refresh]\ncontact = "me@example.org"\n', encoding="utf-8")
    told = user_agent(load_config(path).refresh.contact)
    assert told.startswith("newsreader/")
    assert told.endswith("; me@example.org)")
