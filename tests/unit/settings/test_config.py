from __future__ import annotations

import re
import stat
from dataclasses import replace
from pathlib import Path

import pytest

from reader.model.errors import SettingsError
from reader.model.query import Order
from reader.model.site import SiteRules
from reader.settings.config import (
    Config,
    Macro,
    default_config_text,
    load_config,
    parse_config,
    set_preference,
    usable_config,
)
from reader.wording.catalogue import LANGUAGES, use_language


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path / "config.toml") == Config()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_default_file_says_every_key_at_its_default(language: str) -> None:
    use_language(language)
    text = default_config_text()
    assert parse_config(text, "config.toml") == Config()
    uncommented = re.sub(r"^# (\w+ = .*)$", r"\1", text, flags=re.MULTILINE)
    assert parse_config(uncommented, "config.toml") == Config()
    for key in Config.__dataclass_fields__.keys() - {"key_lines", "macro_lines"}:
        assert re.search(rf"^# {key} = |^\[{key}\]", text, re.MULTILINE), key
    for table in (Config().refresh, Config().full_text):
        for key in table.__dataclass_fields__:
            assert re.search(rf"^# {key} = ", text, re.MULTILINE), key


def test_the_default_file_is_the_same_in_every_language_but_for_its_words() -> None:
    lines = {}
    for language in LANGUAGES:
        use_language(language)
        text = default_config_text()
        assert max(map(len, text.splitlines())) <= 100
        lines[language] = re.findall(r"^(?:# \w+ = .*|\[.*|)$", text, re.MULTILINE)
    assert lines["de"] == lines["en"]
    assert len(lines["en"]) > 50


def test_every_kind_of_key_is_read() -> None:
    config = parse_config(
        """
theme = "dusk"
order = "oldest"
browser = ["firefox", "--new-tab"]
mute = "horoscope"
refresh.interval = 30
keys = { save = "S", next = ["n", "tab"] }
[full_text]
per_host = 0
[macros]
m = ["save", "next_unread"]
"V" = { run = ["mpv", "{link}"] }
[views]
"Long reads" = "is:saved -is:finished"
[sites."Example.org"]
content = "article"
remove = [".teaser", ".ad"]
author = ".by a"
date = "time"
next = "a.more"
[themes.dusk]
base = "lamplight"
bg = "#101018"
""",
        "config.toml",
    )
    assert (config.theme, config.order) == ("dusk", Order.OLDEST)
    assert config.browser == ("firefox", "--new-tab")
    assert config.mute == ("horoscope",)
    assert (config.refresh.interval, config.refresh.on_start) == (30, True)
    assert (config.full_text.megabytes, config.full_text.per_host) == (100, 0)
    assert config.keys == {"save": ("S",), "next": ("n", "tab")}
    assert config.macros == {
        "m": Macro(("save", "next_unread")), "V": Macro(run=("mpv", "{link}"))
    }  # fmt: skip
    assert config.macro_lines["V"] > config.macro_lines["m"] > 0
    assert config.views == {"Long reads": "is:saved -is:finished"}
    site = SiteRules(("article",), (".teaser", ".ad"), "", ".by a", "time", "a.more")
    assert config.sites == {"example.org": site}
    assert config.themes == {"dusk": {"base": "lamplight", "bg": "#101018"}}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\nthem = 'paper'", 2, "There is no setting them. Do you mean theme?"),
        ("theme = 'papr'", 1, '"auto", "lamplight"'),
        ("\n\nmeasure = 'wide'", 3, "wants a whole number"),
        ("measure = true", 1, "wants a whole number, not true"),
        ("measure = 200", 1, "from 40 to 90"),
        ("mouse = 1", 1, "wants true or false"),
        ("browser = 'firefox'", 1, "wants a list"),
        ("[refresh]\n# often\ninterval = 1", 3, "from 5 to"),
        ("[refresh]\nintervall = 60", 2, "Do you mean interval?"),
        ("refresh.intervall = 60", 1, "Do you mean interval?"),
        ("refresh = { interval = 60, foo = 1 }", 1, "no setting foo"),
        ("refresh = 5", 1, "wants a table"),
        ("[views]\na = 'is:saved'\n'b c' = 'is:foo'", 3, "“is:foo” cannot be understood"),
        ("mouse = true\nmute = ['said:']", 2, "cannot be understood"),
        ("[sites.'e.org']\ncontents = 'p'", 2, "Do you mean content?"),
        ("[macros]\n'm' = []", 2, 'm wants actions, such as ["save", "next_unread"], or a program'),
        ("[macros]\n'm' = {}", 2, 'or a program: { run = ["mpv", "{link}"] }.'),
        ("[macros]\n'm' = { run = 'mpv {link}' }", 2, "run wants a list"),
        ("[macros]\n'm' = { runs = ['mpv'] }", 2, "Do you mean run?"),
        ("[macros]\nm = 5", 2, "m wants a list"),
        ("a = 1\nb = ", 2, "not TOML"),
        ("theme = 'paper", 1, "not TOML"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int, words: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(words)) as caught:
        parse_config(text, "config.toml")
    assert caught.value.line == line
    assert str(caught.value).startswith(f"config.toml, line {line}: ")


def test_what_is_well_holds_beside_faults_and_nothing_is_thrown_away(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(
        "theme = 'neon'\nmeasure = 70\nkeep_days = 'ever'\nmute = ['said:', 'sport']\n"
        "[refresh]\ninterval = 1\nparallel = 4\n[views]\nLong = 'is:foo'\nKept = 'is:saved'\n"
    )
    config, faults = usable_config(path)
    assert (config.theme, config.measure, config.keep_days) == ("auto", 70, 0)
    assert (config.refresh.interval, config.refresh.parallel) == (60, 4)
    assert (config.mute, config.views) == (("sport",), {"Kept": "is:saved"})
    assert [fault.line for fault in faults] == [1, 3, 6, 9, 4]


@pytest.mark.parametrize("content", [b"theme = 'paper", b"theme = '\xff'"])
def test_the_defaults_hold_where_nothing_can_be_read(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(content)
    config, faults = usable_config(path)
    assert config == replace(Config(), keep_days=0)
    assert len(faults) == 1


def test_a_file_without_faults_is_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text("keep_days = 30\n")
    assert usable_config(path) == (load_config(path), ())
    assert load_config(path).keep_days == 30


def test_a_file_that_is_no_text_is_an_error_in_words(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_bytes(b"theme = '\xff'")
    with pytest.raises(SettingsError, match="not UTF-8"):
        load_config(path)


def test_a_preference_is_changed_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text('# mine\ntheme = "paper"  # at day\n\n[refresh]\non_start = false\n')
    set_preference(path, "theme", "lamplight")
    set_preference(path, "refresh.interval", 90)
    set_preference(path, "views.Long reads", "is:saved")
    assert path.read_text() == (
        '# mine\ntheme = "lamplight"  # at day\n\n[refresh]\non_start = false\n'
        'interval = 90\n\n[views]\n"Long reads" = "is:saved"\n'
    )


def test_a_first_preference_makes_the_explained_file(tmp_path: Path) -> None:
    path = tmp_path / "config" / "config.toml"
    set_preference(path, "measure", 72)
    set_preference(path, "full_text.megabytes", 20)
    set_preference(path, "browser", ("w3m",))
    text = path.read_text()
    assert [line for line in text.splitlines() if line and line[0] not in "#["] == [
        "measure = 72",
        'browser = ["w3m"]',
        "megabytes = 20",
    ]
    assert text.count("\n") == default_config_text().count("\n")
    assert load_config(path).full_text.megabytes == 20
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("key", "value"),
    [("measure", 10), ("theme", "none"), ("nothing", 1), ("refresh.never", 1), ("theme.x", "y")],
)
def test_a_preference_that_does_not_fit_changes_nothing(
    tmp_path: Path, key: str, value: object
) -> None:
    path = tmp_path / "config.toml"
    path.write_text('theme = "paper"\n')
    with pytest.raises(SettingsError):
        set_preference(path, key, value)
    assert path.read_text() == 'theme = "paper"\n'


def test_a_link_to_the_file_stays_a_link(tmp_path: Path) -> None:
    real = tmp_path / "dotfiles.toml"
    real.write_text("# mine\n")
    path = tmp_path / "config.toml"
    path.symlink_to(real)
    set_preference(path, "mouse", False)
    assert path.is_symlink()
    assert real.read_text() == "# mine\nmouse = false\n"
