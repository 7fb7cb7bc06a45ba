from __future__ import annotations

from pathlib import Path

import pytest

from reader.newsroom.chosen_language import chosen_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ('theme = "paper"\nlanguage = "de"\n', "de"),
        ('\ufefflanguage = "de"\n', "de"),
        ('theme = "paper"\n', ""),
        ('# language = "de"\n', ""),
        ("language = 3\n", ""),
        ("language = \n", ""),
        ('[views]\nlanguage = "de"\n', ""),
    ],
)
def test_the_language_of_a_settings_file(tmp_path: Path, text: str, language: str) -> None:
    (tmp_path / "config.toml").write_text(text, "utf-8")
    assert chosen_language(tmp_path / "config.toml") == language


def test_a_file_that_is_no_text_or_not_there_chooses_nothing(tmp_path: Path) -> None:
    assert chosen_language(tmp_path / "config.toml") == ""
    assert chosen_language(tmp_path) == ""
    (tmp_path / "config.toml").write_bytes(b"\xff\xfelanguage")
    assert chosen_language(tmp_path / "config.toml") == ""
