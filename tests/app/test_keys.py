"""Keys: as people write them, by preset, with their own over them; every fault in words."""

from __future__ import annotations

import pytest

from reader.app.commands.key_table import key_table, keyless, keys_of, shown
from reader.app.commands.table import COMMANDS, PRESETS, own_keys_of
from reader.model.errors import SettingsError
from reader.settings.config import KEY_PRESETS, Macro


def test_own_keys_take_the_place_of_the_usual_ones() -> None:
    table = key_table("", {"save": ("S",), "undo": ("z", ";")})
    assert keys_of("save", table) == ("S",)
    assert keys_of("undo", table) == ("z", ";")
    assert "s" not in table


def test_an_own_key_takes_it_from_another_action_which_is_said() -> None:
    own = {"save": ("n",)}
    table = key_table("default", own)
    assert table["n"] == "save"
    assert keys_of("next_unread", table) == ()
    assert keyless("default", own, table) == [
        "[keys] next_unread has no key any more: n is taken by save."
    ]
    own = {"save": ("n",), "next_unread": ("W",)}
    assert keyless("default", own, key_table("default", own)) == []


def test_an_action_may_be_left_without_a_key() -> None:
    table = key_table("default", {"mark_all": ()})
    assert "A" not in table
    assert keyless("default", {"mark_all": ()}, table) == []


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("gg", "g g"),
        ("g g", "g g"),
        ("]q", "right_square_bracket q"),
        ("Ctrl+X", "ctrl+x"),
        ("ctrl+]", "ctrl+right_square_bracket"),
        ("PgDn", "pagedown"),
        ("F5", "f5"),
        ("esc", "escape"),
        ("space", "space"),
        (" ", "space"),
        ("ö", "ö"),
        ("S", "S"),
        ("full_stop", "full_stop"),
        ("g space", "g space"),
    ],
)
def test_keys_may_be_written_as_people_do(written: str, key: str) -> None:
    assert key_table("", {"changes": (written,)})[key] == "changes"


def test_a_sequence_of_ones_own_takes_the_key_it_begins_with() -> None:
    table = key_table("default", {"top": ("gg",)})
    assert table["g g"] == "top"
    assert "g" not in table
    assert keys_of("top", table) == ("gg",)


def test_presets_are_those_of_the_settings_and_name_what_there_is() -> None:
    assert tuple(PRESETS) == KEY_PRESETS
    for keys in map(own_keys_of, PRESETS):
        assert {command.name for command in COMMANDS} >= set(keys)


@pytest.mark.parametrize("preset", PRESETS)
def test_in_no_preset_does_a_key_mean_two_things_or_hide_another(preset: str) -> None:
    table = key_table(preset, {})
    for name, keys in own_keys_of(preset).items():
        assert {table[key] for key in keys} == {name}
    for key in table:
        assert not [other for other in table if other.startswith(f"{key} ")]
    assert keyless(preset, {}, table) == []
    lost = {command.name for command in COMMANDS if command.keys} - set(table.values())
    assert not lost


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"frobnicate": ("x",)}, r"line 7: .* no action frobnicate"),
        ({"sav": ("x",)}, r"Do you mean save\?"),
        ({"save": ("ctrl+b",)}, "belongs to the terminal"),
        ({"save": ("g ctrl+z",)}, "belongs to the terminal"),
        ({"save": ("alt+x",)}, "belongs to the terminal"),
        ({"save": ("5",)}, "digits are for numbers"),
        ({"save": ("X",), "undo": ("X",)}, "X would do two things: save and undo"),
        ({"top": ("g",), "save": ("gs",)}, "gs begins with g, which already does top"),
        ({"save": ("gs",), "top": ("g",)}, "gs begins with g, which already does top"),
        ({"save": ("pagedwn",)}, r"no key “pagedwn”, for save\. Do you mean pagedown\?"),
        ({"save": ("",)}, "no key “”"),
        ({"save": ("abcd",)}, "no key “abcd”"),
        ({"save": ("a\x1b",)}, "no key"),
    ],
)
def test_faults_are_told_in_words(own: dict[str, tuple[str, ...]], words: str) -> None:
    with pytest.raises(SettingsError, match=words):
        key_table("", own, dict.fromkeys(own, 7))


def test_a_macro_has_its_key_like_any_action() -> None:
    macros = {"s": Macro(("save", "down")), "gv": Macro(run=("x",))}
    table = key_table("", {"save": ("S",)}, {}, macros)
    assert (table["s"], table["S"], table["g v"]) == ("macro s", "save", "macro gv")
    assert "g" not in table, "it cannot be typed beside gv"
    assert keyless("", {"save": ("S",)}, table) == []


@pytest.mark.parametrize(
    ("macros", "words"),
    [
        ({"m": Macro(("save", "frobnicate"))}, r"line 9: \[macros\] there is no action frobnicate"),
        ({"X": Macro(("save",))}, "X would do two things: save and macro X"),
        ({"5": Macro(("save",))}, "digits are for numbers"),
        ({"ctrl+b": Macro(("save",))}, "belongs to the terminal"),
        ({"nokey": Macro(("save",))}, "no key “nokey”"),
    ],
)
def test_faults_of_macros_are_told_in_words(macros: dict[str, Macro], words: str) -> None:
    lines = {f"macro {key}": 9 for key in macros}
    with pytest.raises(SettingsError, match=words):
        key_table("", {"save": ("X",)}, lines, macros)


def test_signs_are_shown_as_people_write_them() -> None:
    keys = ("right_square_bracket", "quotation_mark", "ctrl+d", "space", "g g", "g space")
    assert [shown(key) for key in keys] == ["]", '"', "Ctrl+D", "space", "gg", "g space"]
