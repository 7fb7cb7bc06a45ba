"""One table of keys: no key does two things, every action exists, own keys are checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.actions import ACTIONS, NEWSBOAT, key_table, keys_of, keys_page, shown
from reader.app.app import NewsreaderApp
from reader.model.errors import SettingsError
from reader.text.catalogue import LANGUAGES, words

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


def test_the_page_of_keys_is_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == keys_page()


def test_own_keys_take_the_place_of_the_usual_ones() -> None:
    table = key_table("", {"save": ("S",), "undo": ("z", ";")})
    assert keys_of("save", table) == ("S",)
    assert keys_of("undo", table) == ("z", ";")
    assert "s" not in table


def test_an_own_key_takes_it_from_another_action() -> None:
    table = key_table("", {"save": ("n",)})
    assert table["n"] == "save"
    assert keys_of("next_unread", table) == ()


def test_newsboats_people_find_their_keys() -> None:
    table = key_table("newsboat", {})
    for name, keys in NEWSBOAT.items():
        assert {table[key] for key in keys} == {name}


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"frobnicate": ("x",)}, "no action 'frobnicate'"),
        ({"save": ("ctrl+b",)}, "belongs to the terminal"),
        ({"save": ("X",), "undo": ("X",)}, "two things"),
    ],
)
def test_faults_are_told_in_words(own: dict[str, tuple[str, ...]], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        key_table("", own)


def test_signs_are_shown_as_people_write_them() -> None:
    keys = ("right_square_bracket", "quotation_mark", "ctrl+d", "space")
    assert [shown(key) for key in keys] == ["]", '"', "Ctrl+d", "space"]
