"""Streams that are closed, full or read no further: silence or a sentence, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.main import main
from reader.store.paths import Paths

LIST = ("list", "--json")


def shell(home: Path, redirected: str, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a verb as a shell does that ends the command with `redirected`."""
    command = [sys.executable, "-m", "reader", "--home", str(home), *words]
    return subprocess.run(
        ["/bin/sh", "-c", f'"$@" {redirected}', "sh", *command],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[3],
        check=False,
    )


@pytest.mark.parametrize("words", [LIST, ("quotes",), ("export",), ("--help",), ("list", "-h")])
def test_whoever_reads_no_further_hears_nothing_of_it(home: Path, words: tuple[str, ...]) -> None:
    done = shell(home, '| { read -r line; echo "$line"; }', *words)
    assert done.stderr == ""
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("words", [LIST, ("--help",), ("paths",)])
def test_an_output_that_is_full_is_said(home: Path, words: tuple[str, ...]) -> None:
    done = shell(home, "> /dev/full", *words)
    assert (done.returncode, done.stderr) == (1, "newsreader: the disk is full.\n")


@pytest.mark.parametrize(
    ("redirected", "words", "status"),
    [
        (">&-", LIST, 0),
        ("2>&-", ("raed",), 2),
        ("<&-", ("--plain",), 0),
        ("<&- >&- 2>&-", (), 0),
    ],
)
def test_streams_may_be_closed(
    home: Path, redirected: str, words: tuple[str, ...], status: int
) -> None:
    done = shell(home, redirected, *words)
    assert (done.returncode, done.stderr) == (status, "")
    again = shell(home, "", *LIST)
    assert len(again.stdout.splitlines()) == 30, "nothing was printed into the stores"


@pytest.mark.parametrize(
    ("place", "reason"),
    [("/proc/nowhere", "there is no such file"), ("/dev/null/home", "is no directory")],
)
def test_a_home_that_cannot_be_made_is_said(
    place: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", place, "list"]) == 1
    said = capsys.readouterr().err
    assert said.startswith("newsreader: /")
    assert reason in said
    assert said.count("\n") == 1


def test_a_fault_of_ours_is_a_sentence_and_a_note(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError("seven by nothing")

    monkeypatch.setattr("reader.cli.list.run", fail)
    assert main(["--home", str(home), "list"]) == 1
    log = Paths.below(home).log
    said = capsys.readouterr().err
    assert said.startswith("newsreader: It ended because of a fault of its own.")
    assert str(log) in said
    assert "seven" not in said
    assert "seven by nothing" in log.read_text()
