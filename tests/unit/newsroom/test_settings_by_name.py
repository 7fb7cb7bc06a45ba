from __future__ import annotations

import pytest

from reader.model.errors import SettingsError
from reader.newsroom.settings_by_name import (
    OF_SOURCE,
    choices,
    in_words,
    names,
    preference,
    read_preference,
    read_source_setting,
    source_choices,
)
from reader.settings.config import CHOICES, Config


def test_every_preference_reads_back_what_it_says() -> None:
    config = Config(browser=("a b", "c"), mute=("in:Courier sport", '"exact words"'))
    for name in names():
        value = preference(config, name)
        assert read_preference(config, name, in_words(value)) == value, name
        for choice in choices(config, name):
            assert in_words(read_preference(config, name, choice)) == choice
    assert set(CHOICES) <= set(names())


def test_a_theme_of_ones_own_may_be_chosen() -> None:
    config = Config(themes={"dusk": {}})
    assert "dusk" in choices(config, "theme")
    assert read_preference(config, "theme", "dusk") == "dusk"


@pytest.mark.parametrize(
    ("name", "words", "value"),
    [
        ("keep", "30", 30),
        ("keep", "0", None),
        ("title", "", None),
        ("tags", "a 'b c'", ("a", "b c")),
        ("hidden", "YES", True),
        ("mute", "sport -cycling", "sport -cycling"),
        ("full_text", "on", "on"),
        ("full_text", "auto", None),
    ],
)
def test_settings_of_sources_are_read(name: str, words: str, value: object) -> None:
    assert read_source_setting(name, words) == value
    assert name in OF_SOURCE


@pytest.mark.parametrize(
    ("name", "words", "reason"),
    [
        ("keep", "long", "keep wants a whole number"),
        ("paused", "perhaps", "paused wants true or false"),
        ("full_text", "perhaps", "full_text can be"),
        ("mute", "newer:soon", "no age or date"),
        ("tags", "'a", "quotation mark is still open"),
    ],
)
def test_what_does_not_fit_is_said(name: str, words: str, reason: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_source_setting(name, words)
    assert reason in caught.value.reason
    assert "line" not in caught.value.reason


def test_values_to_choose_from_fit() -> None:
    for name in OF_SOURCE:
        for choice in source_choices(name):
            read_source_setting(name, choice)
