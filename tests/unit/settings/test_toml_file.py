from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.errors import SettingsError
from reader.settings.config import parse_config
from reader.settings.subscriptions import parse_subscriptions
from reader.settings.toml_file import line_of, read_text, write_text

FILE = """\
top = 1
"quoted key" = 2
dotted.inner = 3
text = '''
not = here
'''

[table]
# key = 0
key = 4
inline = { deep = 5 }

[table.below]
key = 6

[[many]]
key = 7
[many.sub]
key = 8

[[many]]
key = 9
"""


@pytest.mark.parametrize(
    ("table", "key", "number", "line"),
    [
        ((), "top", 0, 1),
        ((), "quoted key", 0, 2),
        (("dotted",), "inner", 0, 3),
        (("table",), "key", 0, 10),
        (("table",), "", 0, 8),
        (("table", "below"), "key", 0, 14),
        (("table", "inline"), "deep", 0, 11),
        (("many",), "key", 0, 17),
        (("many",), "key", 1, 22),
        (("many",), "", 1, 21),
        (("many",), "none", 1, 21),
        ((), "none", 0, 0),
    ],
)
def test_the_line_of_a_key_is_found(
    table: tuple[str, ...], key: str, number: int, line: int
) -> None:
    assert line_of(FILE, table, key, number) == line


@given(st.text("[]{}=\"'#.,\n \\abtrue10-:fed", max_size=60))
def test_whatever_stands_in_a_file_is_understood_or_an_error_in_words(text: str) -> None:
    for parse in (parse_config, parse_subscriptions):
        caught: SettingsError | None = None
        try:
            parse(text, "file.toml")
        except SettingsError as error:
            caught = error
        assert caught is None or 0 <= caught.line <= text.count("\n") + 1


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "9" * 5000, "a = 1979-99-99"])
def test_extremes_are_errors_in_words(text: str) -> None:
    with pytest.raises(SettingsError, match="not TOML"):
        parse_config(text, "file.toml")


def test_line_ends_and_marks_of_other_systems_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "file.toml"
    path.write_bytes("\ufefftheme = 'paper'\r\nmouse = true\r\n".encode())
    assert read_text(path) == "theme = 'paper'\nmouse = true\n"


def test_what_cannot_be_written_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="as it was before"):
        write_text(tmp_path, "text")
    assert list(tmp_path.parent.glob(".*.part")) == []
    with pytest.raises(SettingsError, match="cannot be read"):
        read_text(tmp_path)
