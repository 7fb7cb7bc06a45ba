"""What every verb is given."""

from __future__ import annotations

from pathlib import Path

from reader.cli.command_line import Options
from reader.cli.context import Context


def test_a_home_may_be_an_option_or_in_the_environment(tmp_path: Path) -> None:
    environment = {"NEWSREADER_HOME": str(tmp_path / "a")}
    assert Context(Options(), environment).paths.config == tmp_path / "a" / "config"
    chosen = Context(Options(home=str(tmp_path / "b")), environment)
    assert chosen.paths.config == tmp_path / "b" / "config"


def test_lines_are_printed_where_no_screen_is() -> None:
    assert Context(Options(), {"TERM": "xterm"}).plain, "under pytest there is no terminal"
    assert Context(Options(plain=True), {"TERM": "xterm"}).plain
