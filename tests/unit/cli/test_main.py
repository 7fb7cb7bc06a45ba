"""The command itself: options, verbs, exit statuses."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from reader import __version__
from reader.cli.arguments import UsageError
from reader.cli.command_line import help_text, split
from reader.cli.main import main
from reader.cli.verbs import VERBS


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
    for words in ([verb, "--help"], ["help", verb]):
        assert main(words) == 0
        shown = capsys.readouterr()
        assert shown.out.startswith(f"newsreader {verb}: ")
        assert f"usage: newsreader {verb}" in shown.out
        assert "exit status: 0" in shown.out
        assert shown.err == ""


def test_options_may_stand_before_and_behind_the_verb() -> None:
    for words in (["--home", "here", "list", "is:unread"], ["list", "is:unread", "--home=here"]):
        options, verb, rest = split(words)
        assert (options.home, verb, rest) == ("here", "list", ["is:unread"])
    options, verb, rest = split(["--demo", "--plain", "--no-mouse"])
    assert (options.demo, options.plain, options.no_mouse, verb) == (True, True, True, "")
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


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("lst", "mean list?"),
        ("fetch", "mean refresh?"),
        ("unsubscribe", "mean remove?"),
        ("zzz", "no verb “zzz”."),
        ("https://example.org/", "'newsreader open' reads a page"),
        ("--hom", "mean --home?"),
    ],
)
def test_what_was_meant_is_said(word: str, hint: str) -> None:
    with pytest.raises(UsageError, match=re.escape(hint)):
        split([word])


def test_other_names_lead_to_verbs_and_are_none() -> None:
    other_names = [name for names in VERBS.values() for name in names]
    assert len(other_names) == len({*other_names})
    assert not {*other_names} & VERBS.keys()


def test_the_language_is_the_one_that_is_set_then_the_environments(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def first_line(*words: str) -> str:
        assert main(["--home", str(tmp_path), *words]) in (0, 2)
        shown = capsys.readouterr()
        return (shown.out or shown.err).splitlines()[0]

    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert first_line("list", "--help").startswith("newsreader list: Meldungen")
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "config.toml").write_text('language = "en"\n')
    assert first_line("list", "--help").startswith("newsreader list: stories")
    assert first_line("lst") == "newsreader: There is no verb “lst”. Do you mean list?"
    (tmp_path / "config" / "config.toml").write_text("language = ")
    assert first_line("lst").startswith("newsreader: Ein Verb „lst“")
