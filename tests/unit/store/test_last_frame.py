"""The frame of the last time: what may be kept and painted, and for which terminal."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from reader import __version__
from reader.store.last_frame import NAME, _places, is_sound, keep, key_of, lines_of
from reader.store.paths import Paths


@pytest.mark.parametrize("line", ["", "plain", "\x1b[1;38;2;255;0;9mred\x1b[0m ▌ 漢字 e\u0301"])
def test_sound_lines_show_signs_and_set_colours(line: str) -> None:
    assert is_sound(line)


@pytest.mark.parametrize(
    "line",
    ["\x1b[2J", "\x1b[?4m", "\x1b[>4m", "\x1b]0;title\x07", "\x1b[1", "a\x07", "a\rb", "\x9b1m",
     "\x1b", "\x1b[?1049h", "\x1bM", "\x1b[1mm\x1b(0"],
)  # fmt: skip
def test_lines_that_do_anything_else_are_not_sound(line: str) -> None:
    assert not is_sound(line)


def test_an_unsound_frame_is_not_kept(tmp_path: Path) -> None:
    file = tmp_path / NAME
    keep(str(file), "key", ["good"])
    assert file.read_text("utf-8") == "key\ngood"
    assert file.stat().st_mode & 0o077 == 0
    keep(str(file), "key", ["good", "\x1b[2J"])
    assert not file.exists()


@pytest.mark.parametrize(
    ("kept", "lines"),
    [
        ("key\na\n\x1b[1mb", ["a", "\x1b[1mb"]),
        ("other\na\nb", []),
        ("key\na", []),
        ("key\na\nb\nc", []),
        ("key\na\n\x1b[2J", []),
        ("", []),
    ],
)
def test_a_frame_is_painted_whole_and_for_what_it_was_drawn(kept: str, lines: list[str]) -> None:
    assert lines_of(kept, "key", 2) == lines


def test_the_key_names_whatever_the_look_depends_on(tmp_path: Path) -> None:
    config = tmp_path / "config.toml"
    keys = {
        key_of(str(config), 80, 24, {}),
        key_of(str(config), 80, 25, {}),
        key_of(str(config), 80, 24, {"NO_COLOR": "1"}),
        key_of(str(config), 80, 24, {"TERM": "linux"}),
    }
    config.write_text("theme = 'paper'\n", "utf-8")
    keys.add(key_of(str(config), 80, 24, {}))
    assert len(keys) == 5
    assert all(key.startswith(f"{__version__} ") for key in keys)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere no frame is painted")
@pytest.mark.parametrize(
    ("arguments", "environ"),
    [
        ((), {}),
        ((), {"XDG_CACHE_HOME": "/c", "XDG_CONFIG_HOME": "/d"}),
        ((), {"NEWSREADER_HOME": "/n"}),
        (("--home", "~/h", "--no-mouse"), {"NEWSREADER_HOME": "/n"}),
        (("--home=/h",), {}),
    ],
)
def test_the_places_are_those_of_the_program(
    arguments: tuple[str, ...], environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "NEWSREADER_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    home = next((word.removeprefix("--home=") for word in arguments if "h" in word[4:]), "")
    home = arguments[1] if arguments[:1] == ("--home",) else home
    paths = Paths.find(environ, home)
    assert _places(arguments, environ) == (str(paths.cache), str(paths.config))


def test_only_the_reader_itself_begins_with_a_frame() -> None:
    for word in ("--demo", "--plain", "list", "--help"):
        assert _places(["--home", "/h", word], {}) == ("", "")


def test_nothing_heavy_is_imported_before_the_frame() -> None:
    script = "import sys; before = {*sys.modules}; import reader.cli.entry; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-S", "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert {"reader.cli.entry", "reader.store.last_frame"} <= {*loaded}
    assert {"re", "typing", "pathlib", "dataclasses", "contextlib"}.isdisjoint(loaded)
