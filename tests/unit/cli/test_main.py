"""The command itself: options, verbs, exit statuses."""

from __future__ import annotations

import importlib

import pytest

from reader import __version__
from reader.cli.context import UsageError
from reader.cli.main import VERBS, help_text, main, split


def test_the_version_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"newsreader {__version__}\n"


def test_help_names_every_verb_and_every_verb_has_its_file() -> None:
    for verb in VERBS:
        assert f"\n  {verb} " in help_text()
        name = "import_" if verb == "import" else verb
        assert callable(importlib.import_module(f"reader.cli.{name}").run)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_explains_itself(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([verb, "--help"])
    assert end.value.code == 0
    assert f"newsreader {verb}" in capsys.readouterr().out


def test_options_may_stand_before_and_behind_the_verb() -> None:
    for words in (["--home", "here", "list", "is:unread"], ["list", "is:unread", "--home=here"]):
        options, verb, rest = split(words)
        assert (options.home, verb, rest) == ("here", "list", ["is:unread"])
    options, verb, rest = split(["--demo", "--plain", "--no-mouse"])
    assert (options.demo, options.plain, options.mouse, verb) == (True, True, False, "")
    assert split(["list", "--json", "-sport"])[2] == ["--json", "-sport"]
    assert split(["open", "--", "--plain"])[2] == ["--", "--plain"]


@pytest.mark.parametrize(
    "words", [["--colour"], ["read"], ["--home"], ["list", "--home="], ["show"], ["mark", "3"]]
)
def test_being_called_wrongly_is_2_and_says_why(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("newsreader: ")
    assert "--help" in shown.err


def test_usage_errors_are_told_apart() -> None:
    with pytest.raises(UsageError, match="no verb 'raed'"):
        split(["raed"])
