from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from reader.app.commands.table import COMMANDS
from reader.wording.catalogue import (
    LANGUAGES,
    find_language,
    say,
    spoken_language,
    times,
    use_language,
    words,
)

ROOT = Path(__file__).parents[3]


def asked_for() -> set[str]:
    """Every key that the program asks for by a literal."""
    keys = set()
    for path in (ROOT / "reader").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("say", "_key")
                and node.args
            ):
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        keys.add(part.value)
    return {key for key in keys if re.fullmatch(r"[a-z_]+\.[a-z_]+", key) and key[-1] != "_"}


FOOTER = {"useful", "_save", "_with_story", "_without_story"}
"""The functions that name what the footer shows."""


def test_every_language_has_every_word_and_no_other() -> None:
    for language in LANGUAGES:
        assert set(words(language)) == set(words("en")), language


def test_translations_have_the_same_gaps_to_fill() -> None:
    def gaps(text: str) -> set[str]:
        return set(re.findall(r"\{([a-z_]+)\}", text))

    for language in LANGUAGES:
        for key, text in words("en").items():
            assert gaps(words(language)[key]) == gaps(text), (language, key)


def test_every_word_that_is_asked_for_is_there() -> None:
    assert asked_for() - set(words("en")) == set()
    assert len(asked_for()) > 80, "the search above finds what it should"


def test_the_footer_has_words_for_every_key_it_may_show() -> None:
    named = {
        part.value
        for file in (ROOT / "reader/app/session").glob("*.py")
        for function in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef) and function.name in FOOTER
        for part in ast.walk(function)
        if isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and re.fullmatch(r"[a-z_]+(:[a-z_]+)?", part.value)
    }
    commands = {command.name for command in COMMANDS} | {"arrows"}
    shown = {name for name in named if name.partition(":")[0] in commands}
    assert len(shown) > 20, "the search above finds what it should"
    for name in shown:
        assert f"key.{name.partition(':')[2] or name}" in words("en")


def test_every_action_has_words() -> None:
    for command in COMMANDS:
        assert f"action.{command.name}" in words("en")
        assert f"group.{command.group}" in words("en")


def test_one_is_not_many() -> None:
    use_language("en")
    assert say("status.marked_read", count=1, subject="") == "Marked read"
    assert say("status.marked_read", count=214, subject="") == "214 marked read"


def test_the_language_is_the_settings_then_the_environments() -> None:
    assert use_language("de") == "de"
    assert say("sources.saved") != "Saved"
    assert use_language("", {"LANG": "de_AT.UTF-8"}) == "de"
    assert use_language("", {"LC_ALL": "C", "LANG": "de_DE"}) == "en"
    assert use_language("fr") == "en"


def test_the_language_may_be_looked_for_when_the_first_word_is_needed() -> None:
    asked = []

    def find() -> str:
        asked.append("once")
        return "de"

    find_language(find, {"LANG": "C"})
    assert asked == []
    assert (say("sources.saved"), say("sources.unread")) == ("Gemerkt", "Ungelesen")
    assert spoken_language() == "de"
    assert asked == ["once"]


def test_an_unknown_word_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        say("status.no_such_word")


def test_none_are_many() -> None:
    use_language("en")
    assert [say("spoken.quotes", count=count) for count in (0, 1, 2)] == [
        "0 quotes", "1 quote", "2 quotes",
    ]  # fmt: skip


def test_how_often_is_said_in_words_as_far_as_there_are_any() -> None:
    use_language("en")
    assert [times(count) for count in (1, 2, 3, 30)] == ["once", "twice", "three times", "30 times"]
