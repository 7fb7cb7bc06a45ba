"""Numbers and sequences: what several keys mean together, and that none of them is lost."""

from __future__ import annotations

import pytest

from reader.app.commands.key_table import key_table
from reader.app.commands.typed_keys import Typed

DEFAULT = key_table("default", {})
VIM = key_table("vim", {})


def typed(keys: str, table: dict[str, str] = DEFAULT) -> list[tuple[str, int]]:
    """What keys, parted by blanks, ask for; ``…`` is a moment in which nothing comes."""
    typing, done = Typed(), []
    for key in keys.split():
        commands = typing.finish() if key == "…" else typing.take(key, table)
        assert commands is not None, f"{key} is not answered"
        done += [(command.action, command.number) for command in commands]
    return done


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("j", [("down", 0)]),
        ("5 j", [("down", 5)]),
        ("1 7 j", [("down", 17)]),
        ("5 …", [("link", 5)]),
        ("0 …", [("link", 10)]),
        ("1 0 …", [("link", 10)]),
        ("1 7 o", [("link", 17)]),
        ("3 enter", [("link", 3)]),
        ("o", [("browser", 0)]),
        ("4 0 G", [("end", 40)]),
        ("5 escape j", [("down", 0)]),
        ("1 2 backspace j", [("down", 1)]),
        ("1 backspace j", [("down", 0)]),
        ("5 s", [("link", 5), ("save", 0)]),
        ("9 9 9 9 9 9 9 j", [("down", 9999)]),
        ("…", []),
    ],
)
def test_numbers(keys: str, meant: list[tuple[str, int]]) -> None:
    assert typed(keys) == meant


@pytest.mark.parametrize(
    ("keys", "meant"),
    [
        ("g g", [("top", 0)]),
        ("3 0 g g", [("top", 30)]),
        ("g t", [("next_pane", 0)]),
        ("g j", [("down", 0)]),
        ("2 g j", [("down", 2)]),
        ("g g g g", [("top", 0), ("top", 0)]),
        ("g escape j", [("down", 0)]),
        ("Z Z", [("quit", 0)]),
        ("g …", []),
    ],
)
def test_sequences(keys: str, meant: list[tuple[str, int]]) -> None:
    assert typed(keys, VIM) == meant


def test_one_g_alone_is_top_and_two_are_too() -> None:
    assert typed("g") == [("top", 0)]
    assert typed("g g") == [("top", 0), ("top", 0)]


def test_a_key_that_means_nothing_is_left_to_others_and_loses_nothing() -> None:
    typing = Typed()
    assert typing.take("4", DEFAULT) == []
    assert typing.take("f7", DEFAULT) is None
    assert typing.take("left_shift", DEFAULT) is None
    assert [command.number for command in typing.take("J", DEFAULT) or []] == [4]
    assert not typing.pending
