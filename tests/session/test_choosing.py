"""Settings by their names: what typed words come to in the palette, and what taking a line does."""

from __future__ import annotations

import pytest

from reader.app.commands.palette import lines_of_words
from reader.app.sheets.sheet import Choice
from tests.session.driving import SessionDriver


def offered(reader: SessionDriver, words: str) -> list[Choice]:
    """What the palette makes of typed words."""
    return [*lines_of_words(reader.session, words)]


def take(reader: SessionDriver, words: str) -> None:
    """Take the first line of what typed words come to."""
    offered(reader, words)[0].do()
    reader.quiet()


def written(reader: SessionDriver) -> list[tuple[object, ...]]:
    return [call[1:] for call in reader.newsroom.calls if call[0] == "set_preference"]


def on_first_feed() -> SessionDriver:
    """A reader whose sidebar has its cursor on a source."""
    reader = SessionDriver()
    reader.press("h")
    while (item := reader.window.sources.item) and item.key != "feed:1":
        reader.press("j")
    return reader


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("set measure 72", "measure", 72),
        ("measure 72", "measure", 72),
        ("set smart_punctuation off", "smart_punctuation", False),
        ("set theme pap", "theme", "paper"),
        ("set browser firefox --new-tab", "browser", ("firefox", "--new-tab")),
        ("set export_dir ~/my notes", "export_dir", "~/my notes"),
        ("set refresh.interval 30", "refresh.interval", 30),
        ("set mute 'in:Lamp sport' weather", "mute", ("in:Lamp sport", "weather")),
        ("mute horoscope", "mute", ("horoscope",)),
        ("set views.Ships #ships", "views.Ships", "#ships"),
    ],
)
def test_a_value_is_typed_behind_the_name(words: str, key: str, value: object) -> None:
    reader = SessionDriver()
    take(reader, words)
    assert written(reader) == [(key, value)]


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("set measure 500", "measure can be from 40 to 90, not 500."),
        ("set measure wide", 'measure wants a whole number, not "wide".'),
        ("set motion perhaps", "motion wants true or false"),
        ("set theme pink", "theme can be "),
        ("set mute is:unraed", "A story cannot be"),
        ("set browser 'open", "A quotation mark is still open."),
        ("set views.New is:", "is: wants one of"),
    ],
)
def test_what_does_not_fit_is_said_while_it_is_typed(words: str, reason: str) -> None:
    reader = SessionDriver()
    assert reason in offered(reader, words)[0].detail
    take(reader, words)
    assert reason in reader.fact
    assert written(reader) == []


def test_names_are_found_by_any_part_those_that_begin_so_first() -> None:
    reader = SessionDriver()
    assert offered(reader, "set int")[0].words == "set refresh.interval 60"
    lines = [choice.words for choice in offered(reader, "set m")]
    names = [words.split()[1] for words in lines if words.startswith("set ")]
    later = names.index("theme")
    assert all(name.startswith("m") for name in names[: names.index("mouse") + 1])
    assert not any(name.startswith("m") for name in names[later:])


def test_set_alone_lists_every_setting() -> None:
    words = [choice.words for choice in offered(SessionDriver(), "set ")]
    for line in ("theme auto", "keep_days 90", "browser", "refresh.interval 60"):
        assert f"set {line}" in words
    assert not any(line.startswith("set source.") for line in words), "none is chosen"


@pytest.mark.parametrize(
    ("words", "fields"),
    [
        ("set source.keep 30", {"keep": 30}),
        ("set source.keep 0", {"keep": None}),
        ("set source.title My Lamp", {"title": "My Lamp"}),
        ("set source.tags 'long reads' daily", {"tags": ("long reads", "daily")}),
        ("set source.paused on", {"paused": True}),
        ("set source.full_text off", {"full_text": "off"}),
    ],
)
def test_settings_of_the_chosen_source(words: str, fields: dict[str, object]) -> None:
    reader = on_first_feed()
    assert offered(reader, words)[0].detail.startswith("Harbour Lamp · setting, ")
    take(reader, words)
    assert reader.newsroom.calls[-1] == ("change_source", 1, fields)


def test_a_wrong_setting_of_a_source_is_said() -> None:
    reader = on_first_feed()
    wrong = "keep can be from 0 to 36500, not 99999."
    assert offered(reader, "set source.keep 99999")[0].detail == wrong
    take(reader, "set source.keep 99999")
    assert reader.fact == wrong
