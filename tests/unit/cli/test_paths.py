from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.main import main


def test_every_place_is_named_and_nothing_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    home = tmp_path / "home"
    assert main(["paths", "--home", str(home)]) == 0
    places = dict(line.split(None, 1) for line in capsys.readouterr().out.splitlines())
    assert places.keys() == {"config", "feeds", "library", "backups", "articles", "log"}
    assert all(Path(place).is_relative_to(home) for place in places.values())
    assert not home.exists()


def test_programs_get_one_object(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--home", str(tmp_path), "paths", "--json"]) == 0
    assert f'"config": "{tmp_path}/config/config.toml"' in capsys.readouterr().out
