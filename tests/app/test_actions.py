"""One table of actions: no key does two things, every action exists and has its words."""

from __future__ import annotations

from pathlib import Path

from reader.app.app import NewsreaderApp
from reader.app.commands.table import ACTIONS, COUNTING, keys_page
from reader.wording.catalogue import LANGUAGES, words

PAGE = Path(__file__).parents[2] / "docs" / "keys.md"


def test_no_key_means_two_things() -> None:
    keys = [key for action in ACTIONS for key in action.keys]
    assert len(keys) == len(set(keys))


def test_every_action_is_done_and_named_in_every_language() -> None:
    for action in ACTIONS:
        assert callable(getattr(NewsreaderApp, f"do_{action.name}"))
        for language in LANGUAGES:
            assert f"action.{action.name}" in words(language)
            assert f"group.{action.group}" in words(language)


def test_what_counts_is_there() -> None:
    assert {action.name for action in ACTIONS} >= COUNTING


def test_the_page_of_keys_is_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == keys_page()
