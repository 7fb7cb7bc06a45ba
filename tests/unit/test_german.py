"""With a German interface nobody is answered in English."""

from __future__ import annotations

import ast
import contextlib
import io
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from reader.app.commands.key_table import key_table
from reader.cli.main import main
from reader.cli.verbs import VERBS
from reader.model.errors import ReaderError
from reader.model.feed import Subscription
from reader.model.query import State
from reader.query.parse import parse_query
from reader.settings.config import Config, default_config_text, parse_config
from reader.settings.subscription_form import parse_subscriptions
from reader.wording.catalogue import use_language, words

ROOT = Path(__file__).parents[2]
_WORD = re.compile(r"[A-Za-z]{3,}")
_SENTENCE = re.compile(r"[A-Z“{].*[A-Za-z]{2}.*\s.*[a-z}”)][.?!]", re.DOTALL)


@cache
def english() -> frozenset[str]:
    """Words that the English interface uses and the German one does not."""
    used = {
        language: set(_WORD.findall(" ".join(words(language).values()).lower()))
        for language in ("en", "de")
    }
    return frozenset(used["en"] - used["de"])


NAMES = {
    *(state.value for state in State),
    *Config.__dataclass_fields__,
    *Subscription.__dataclass_fields__,
}
"""Words of queries and settings: they are English in every language."""


def english_in(text: str, *data: str) -> set[str]:
    """The English words in what was said; `data` are names and contents, which may be English."""
    text = re.sub(r"--[a-z-]+", "", text)
    for name in data:
        text = text.replace(name, "")
    return {word for word in _WORD.findall(text.lower()) if word in english()} - NAMES


def test_the_words_that_give_english_away_are_many() -> None:
    assert len(english()) > 500
    assert english_in("There is no verb, but what was stored is safe.") >= {"there", "safe"}


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    use_language("de")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*filter(None, [verb]), "--help"]) == 0
    shown = re.sub(r"^  newsreader .*", "", capsys.readouterr().out, flags=re.MULTILINE)
    verbs = re.findall(r"^  ([a-z]+)  ", shown, re.MULTILINE)
    assert english_in(shown, *sorted({*verbs, verb or "-", "VERB"}, key=len, reverse=True)) == set()


CALLS = [
    ["unknown"],
    ["lst"],
    ["https://example.org/"],
    ["--colour"],
    ["--home"],
    ["list", "--jsno"],
    ["list", "-n", "x"],
    ["list", "--limit"],
    ["list", "--json=1"],
    ["list", "is:purple"],
    ["list", "newer:soon"],
    ["list", "a)"],
    ["list", "said:"],
    ["list", "in:"],
    ["list", "is:"],
    ["list", "((" * 300],
    ["list", "a" * 5000],
    ["show", "99999"],
    ["show", "x"],
    ["show"],
    ["show", "1", "2"],
    ["show", "--json", "--markdown", "1"],
    ["mark", "1"],
    ["mark", "--read", "99999"],
    ["mark", "--read", "1", "99999"],
    ["open", "/nowhere/story.txt"],
    ["open", "/"],
    ["open", "ftp://example.org/"],
    ["open", "https://nowhere.example/"],
    ["save", "https://nowhere.example/"],
    ["add", "https://nowhere.example/"],
    ["add", "no address"],
    ["remove", "Niemand"],
    ["refresh", "Niemand"],
    ["refresh", "--until", "viel"],
    ["refresh"],
    ["feeds", "--texts"],
    ["import", "/nowhere/urls"],
    ["quotes", "--check", "/nowhere/cited"],
    ["export", "--markdown", "/proc/nowhere", "in:talanzeiger"],
    ["extract"],
]


@pytest.fixture(scope="module")
def read_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home into which the edition was read once, by somebody who speaks German."""
    home = tmp_path_factory.mktemp("read")
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stdout(io.StringIO()):
        patch.setenv("LC_ALL", "de_DE.UTF-8")
        assert main(["--demo", "--home", str(home), "list"]) == 0
    return home


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("words_given", CALLS, ids=lambda words: " ".join(words)[:40])
def test_what_is_wrong_with_a_command(
    words_given: list[str], read_home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--demo", "--home", str(read_home), *words_given])
    said = capsys.readouterr().err
    assert said, "it says something"
    assert english_in(said, "„newsreader open“", "feed.xml", *words_given) == set(), said


BROKEN = [
    "theme",
    "theme = ",
    "theme = paper",
    'theme = "paper',
    'theme = "paper" 3',
    '= "x"',
    'theme = "\\q"',
    'theme = "\\uD800"',
    'theme = "\\xZZ"',
    'theme = "a\x01"',
    '"x',
    "[refresh",
    "[refresh]\n[refresh]",
    "[[refresh]",
    'theme = "paper"\ntheme = "paper"',
    "mute = [1",
    "browser = {a = 1",
    "browser = {a = 1, a = 2}",
    "theme = 2026-99-99",
    "a = 1\na.b = 2",
    "[a]\nb = 1\n[a.b]",
    "x = " + "[" * 3000,
    "themee = 1",
    "[refresh]\nintervall = 3",
    "refresh = 3",
    "views = 3",
    "views = {a = 3}",
    'views = {a = "is:purple"}',
    'mute = "is:purple"',
    "browser = 1",
    "measure = 300",
    "[themes.paper]\ntext = '#000000'",
    "[themes.x]\ntexxt = '#000000'",
    "[themes.x]\ntext = 'black'",
    "[themes.x]\ntext = '#14161c'",
]


def faults(text: str) -> Iterator[str]:
    """What is said of a ``config.toml``."""
    found: list[ReaderError] = []
    try:
        parse_config(text, "config.toml", found)  # type: ignore[arg-type] # a list takes any error
    except ReaderError as error:
        found.append(error)
    yield from map(str, found)


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:30])
def test_what_is_wrong_with_the_settings(text: str) -> None:
    said = list(faults(text))
    assert said
    for sentence in said:
        assert sentence.startswith("config.toml, Zeile ") or "verschachtelt" in sentence
        names = re.findall(r"[a-z_]{3,}", text)
        assert english_in(sentence, "config.toml", "paper", "lamplight", *names) == set(), sentence


@pytest.mark.usefixtures("german")
def test_every_setting_that_is_wrong() -> None:
    table, tried = "", 0
    for line in default_config_text().splitlines():
        if header := re.match(r"#? ?(\[[a-z_]+\])$", line):
            table = header[1] + "\n"
        key = re.match(r"#? ?([a-z_]+) = ", line)
        if key is None or table in ("[keys]\n", "[views]\n"):
            continue
        for value in ("-1", "[[1]]", "{}", "9.5"):
            for sentence in faults(f"{table}{key[1]} = {value}"):
                tried += 1
                choices = re.findall(r'"[a-z ]*"', sentence)
                names = (key[1], table.strip("[]\n"), "config.toml", *choices)
                assert english_in(sentence, *filter(None, names)) == set(), sentence
    assert tried > 60


FEEDS = [
    "[[feed]]",
    '[[feed]]\nurl = "x"',
    '[[feed]]\nurl = "https://a.example/"\n[[feed]]\nurl = "https://a.example/"',
    '[[feed]]\nurl = "https://a.example/"\nuser_agent = "\\u0001"',
    '[[feed]]\nurl = "https://a.example/"\nmute = "is:purple"',
    '[[feed]]\nurl = "https://a.example/"\ntagz = 3',
    '[[feed]]\nurl = "https://a.example/"\nkeep = -3',
    "feed = 3",
]


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("text", FEEDS)
def test_what_is_wrong_with_the_sources(text: str) -> None:
    with pytest.raises(ReaderError) as fault:
        parse_subscriptions(text, "feeds.toml")
    names = re.findall(r"[a-z_]{3,}", text)
    assert english_in(str(fault.value), "feeds.toml", "url", "command", *names) == set()


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    "own",
    [
        {"sav": ("x",)},
        {"save": ("ctrl+b",)},
        {"save": ("5",)},
        {"save": ("X",), "undo": ("X",)},
        {"top": ("g",), "save": ("gs",)},
        {"save": ("pagedwn",)},
    ],
)
def test_what_is_wrong_with_keys(own: dict[str, tuple[str, ...]]) -> None:
    with pytest.raises(ReaderError) as fault:
        key_table("default", own)
    data = ("config.toml", "keys", "pagedown", "pagedwn", "save", "undo", "top", "Ctrl")
    assert english_in(str(fault.value), *data) == set()


@pytest.mark.usefixtures("german")
def test_a_query_is_explained_where_it_goes_wrong() -> None:
    with pytest.raises(ReaderError) as fault:
        parse_query("older:soon", 0)
    assert english_in(str(fault.value), "soon", "today") == set()


NOT_OF_THE_INTERFACE = {
    "reader/app/commands/keys_page.py",  # writes docs/keys.md
    "reader/typesetting/voice_head.py",  # stands in where nobody gives the catalogue's words
}


def test_no_sentence_stands_in_the_code() -> None:
    found = []
    for path in (ROOT / "reader").rglob("*.py"):
        if path.relative_to(ROOT).as_posix() in NOT_OF_THE_INTERFACE:
            continue
        found += [f"{path}:{line}: {text}" for line, text in sentences(path.read_text("utf-8"))]
    assert found == []


def test_sentences_are_found() -> None:
    code = '"""A docstring here."""\nx = "Nothing was found."\ny = f"{x} is not here."\nz = "a b."'
    assert [text for _, text in sentences(code)] == ["Nothing was found.", "{} is not here."]


def sentences(code: str) -> Iterator[tuple[int, str]]:
    """Every sentence that is no docstring, with its line."""
    tree = ast.parse(code)
    passed = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            passed.update(map(id, node.values))
            parts = (p.value if isinstance(p, ast.Constant) else "{}" for p in node.values)
            text = "".join(map(str, parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value
        else:
            continue
        if id(node) not in passed and _SENTENCE.fullmatch(text):
            yield node.lineno, text
