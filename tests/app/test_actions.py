"""One table of commands: no key does two things, every command exists and has its words."""

from __future__ import annotations

from pathlib import Path

from reader.app.commands.keys_page import keys_page
from reader.app.commands.table import COMMANDS, COUNTING
from reader.wording.catalogue import LANGUAGES, words

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_no_key_means_two_things() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_every_command_is_done_and_named_in_every_language() -> None:
    for command in COMMANDS:
        assert callable(command.do)
        for language in LANGUAGES:
            assert f"action.{command.name}" in words(language)
            assert f"group.{command.group}" in words(language)


def test_what_counts_is_there() -> None:
    assert {command.name for command in COMMANDS} >= COUNTING


def test_the_page_of_keys_is_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == keys_page()
