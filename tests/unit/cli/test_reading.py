"""``newsreader`` without a verb, where no screen is."""

from __future__ import annotations

import io
import re
import tempfile
from pathlib import Path

import pytest

from reader.cli.main import main
from tests.shell import Shell


def test_the_demo_prints_its_headlines_and_leaves_nothing_behind(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr("sys.stdin", io.StringIO())
    monkeypatch.setenv("NEWSREADER_HOME", str(tmp_path / "mine"))
    assert main(["--demo", "--plain"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 30
    for number, line in enumerate(lines, 1):
        assert re.fullmatch(rf"{number}\. new\. .+, \d+ \w+ ago(, \d+ quotes?)?\.", line)
    assert list(tmp_path.iterdir()) == []


def test_what_was_read_before_is_not_new(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    story = shell("list", "--json").records[0]["id"]
    shell("mark", "--read", str(story))
    assert shell("--plain").lines[0].startswith("1. read. Welcome")


def test_a_word_that_is_no_verb_is_refused(shell: Shell) -> None:
    answer = shell("raed")
    assert answer.status == 2
    assert "“raed”" in answer.err
