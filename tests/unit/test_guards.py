"""The house stays as `docs/architecture.md` draws it: floors, doors, lazy imports, small files."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FLOORS = {
    "app": 7,
    "cli": 7,
    "newsroom": 6,
    "loader": 5,
    "cache": 5,
    "settings": 5,
    "quotes": 5,
    "exchange": 5,
    "query": 4,
    "markup": 4,
    "typesetting": 4,
    "text": 3,
    "store": 3,
    "wording": 2,
    "model": 1,
}
DOORS = {
    "textual": (
        *("reader/app/app.py", "reader/app/main_screen.py", "reader/app/window.py"),
        *("reader/app/panes/", "reader/app/sheets/", "reader/app/drawing/"),
        *("reader/app/looks/", "reader/app/terminal/"),
    ),
    "asyncio": (),
    "feedparser": ("reader/loader/feeds/parse.py",),
    "trafilatura": ("reader/loader/pages/main_content.py",),
    "htmldate": ("reader/loader/pages/visible_metadata.py",),
    "pycurl": ("reader/loader/net/curl.py",),
    "sqlite3": (),
    "apsw": (
        *("reader/store/database.py", "reader/cache/", "reader/settings/library/"),
        "reader/exchange/newsboat.py",
    ),
}
"""Where a package may be named at all."""
LATE = ("feedparser", "trafilatura", "reader.app")
"""What may be imported inside functions only, outside of `reader.app`."""
OPENERS = ("reader/cli/reading.py", "reader/cli/open.py")
"""The verbs that end in the app: of their floor they alone may call `reader.app.run`."""
FRONT_ENDS = ("app", "cli")
BESIDE_THE_NEWSROOM = (
    *("reader.model.", "reader.wording.", "reader.text.", "reader.typesetting."),
    *("reader.store.paths.", "reader.store.last_frame.", "reader.store.codec."),
)
"""What the front ends may import besides the newsroom: what things are, words, text, how it is set.

Of the store: where files lie, the frame that the next start paints, and values as plain data.
"""
SHELLS = {"system", "popen", "getoutput", "getstatusoutput", "create_subprocess_shell"}
MOST_LINES = 400
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "core", "base", "manager"}


def sources(*folders: str) -> list[Path]:
    """Python files below these folders of the checkout."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def imports(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    """Every module that is named, wherever in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or ""), node


def named(module: str, node: ast.AST) -> list[str]:
    """What is taken of a module, by full names; the module itself where all of it is imported."""
    taken = [alias.name for alias in node.names] if isinstance(node, ast.ImportFrom) else []
    return [f"{module}.{name}" for name in taken] or [module]


def wrong_imports(path: str, text: str) -> list[str]:
    """What a file (``reader/cache/lists.py``) may not import, in words."""
    room = Path(path).parts[1]
    if room not in FLOORS:
        return [f"{path} stands in no room"]
    found = []
    for module, node in imports(ast.parse(text)):
        names = named(module, node)
        if module.startswith("."):
            found.append(f"{path} says {module}: write where it comes from")
        elif module.startswith("reader."):
            target = module.split(".")[1]
            opens = path in OPENERS and module == "reader.app.run"
            if target != room and FLOORS.get(target, 9) >= FLOORS[room] and not opens:
                found.append(f"{path} looks up or sideways at {module}")
            elif room in FRONT_ENDS and target not in (room, "newsroom"):
                past = [name for name in names if not f"{name}.".startswith(BESIDE_THE_NEWSROOM)]
                found += [f"{path} goes past the newsroom to {name}" for name in past if not opens]
        package = module.split(".")[0]
        if package in DOORS and not path.startswith(DOORS[package] or ("nowhere",)):
            found.append(f"{path} goes past the door of {package}")
    return found


def early_imports(path: str, text: str) -> list[str]:
    """Slow packages that are loaded with the file itself."""
    tree = ast.parse(text)
    late = {
        id(node)
        for function in ast.walk(tree)
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef)
        for node in ast.walk(function)
    }
    return [
        f"{path} loads {module} at once"
        for module, node in imports(tree)
        if module.startswith(LATE) and id(node) not in late and "/app/" not in path
    ]


def shell_calls(path: str, text: str) -> list[str]:
    """Ways to start a program through a shell."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        through = any(
            word.arg == "shell"
            and not (isinstance(word.value, ast.Constant) and word.value.value is False)
            for word in node.keywords
        )
        if through or name.split(".")[-1] in SHELLS:
            found.append(f"{path}:{node.lineno} {name}")
    return found


def inside(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


ROOMS = [path for path in sources("reader") if path.parent != ROOT / "reader"]


def test_imports_go_down_and_through_the_doors() -> None:
    assert len(ROOMS) > 100
    assert [why for path in ROOMS for why in wrong_imports(inside(path), path.read_text())] == []


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("reader/text/a.py", "from reader.query.parse import parse_query"),
        ("reader/cache/a.py", "import reader.settings.library.library"),
        ("reader/cli/a.py", "def f():\n    from reader.app.run import run"),
        ("reader/loader/a.py", "from . import parse"),
        ("reader/loader/feeds/jsonfeed.py", "import feedparser"),
        ("reader/loader/net/http.py", "def f():\n    import pycurl"),
        ("reader/loader/pages/extract.py", "def f():\n    from trafilatura import extract"),
        ("reader/loader/pages/metadata.py", "def f():\n    from htmldate import find_date"),
        ("reader/newsroom/a.py", "def f():\n    import trafilatura.settings"),
        ("reader/newsroom/a.py", "from textual.app import App"),
        ("reader/app/session/a.py", "def f():\n    from textual.widget import Widget"),
        ("reader/app/commands/a.py", "import textual"),
        ("reader/settings/a.py", "import apsw"),
        ("reader/cache/a.py", "import sqlite3"),
        ("reader/app/a.py", "from reader.settings.config import Config"),
        ("reader/cli/a.py", "def f():\n    from reader.loader.pages.extract import extract"),
        ("reader/cli/a.py", "from reader.query.parse import parse_query"),
        ("reader/cli/a.py", "from reader.store import database"),
        ("reader/cli/a.py", "from reader.store.database import Database"),
        ("reader/tools/a.py", ""),
        ("reader/cli/a.py", "def f():\n    from reader.exchange.opml import write_opml"),
        ("reader/app/panes/a.py", "from reader.settings.config import Config"),
    ],
)
def test_a_wrong_import_is_seen(path: str, text: str) -> None:
    assert wrong_imports(path, text)


def test_modules_named_as_doors_are_used_as_such() -> None:
    for package, doors in DOORS.items():
        for door in (door for door in doors if door.endswith(".py")):
            named = {module for module, _ in imports(ast.parse((ROOT / door).read_text()))}
            assert any(name.split(".")[0] == package for name in named), f"{door}: {package}"


def test_slow_packages_are_loaded_late() -> None:
    assert [why for path in ROOMS for why in early_imports(inside(path), path.read_text())] == []
    assert early_imports("a.py", "import feedparser.api")
    assert early_imports(OPENERS[0], "from reader.app.run import run")
    assert not early_imports("a.py", "def f():\n    import feedparser")


def test_no_program_is_started_through_a_shell() -> None:
    assert [why for path in ROOMS for why in shell_calls(inside(path), path.read_text())] == []
    assert shell_calls("a.py", "subprocess.run(command, shell=True)")
    assert shell_calls("a.py", "import os\nos.system(command)")
    assert not shell_calls("a.py", "subprocess.run(command, shell=False)")


def test_no_file_has_more_than_400_lines() -> None:
    files = sources("reader", "tests", "screenshots")
    assert [inside(path) for path in files if len(path.read_text().splitlines()) > MOST_LINES] == []


def test_files_are_named_for_what_they_give() -> None:
    files = sources("reader", "tests")
    assert [inside(p) for p in files if VAGUE & set(p.stem.removeprefix("test_").split("_"))] == []


def test_nothing_names_places_of_the_machine_it_was_written_on() -> None:
    places = re.compile("/wor" + r"k/|/\.lib" + "rary")  # in parts, or this file would match
    for folder in ("reader", "tests", "docs", "screenshots"):
        for path in (ROOT / folder).rglob("*"):
            if path.suffix in (".py", ".md", ".toml", ".txt", ".tcss", ".html", ".xml"):
                assert not places.search(path.read_text("utf-8")), inside(path)


def loaded_by(code: str) -> set[str]:
    """The modules that a new process has loaded after running some lines."""
    script = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", script],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return set(done.stderr.split())


def test_what_is_true_of_the_screen_loads_nothing_that_draws_it() -> None:
    modules = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in sources("reader/app/session")
    ]
    assert "reader.app.session.session" in modules
    loaded = loaded_by("\n".join(f"import {module}" for module in modules))
    assert loaded & {"textual", "apsw", "pycurl"} == set()


@pytest.mark.parametrize(
    ("words", "not_needed"),
    [
        (["--version"], ("tomllib", "typing")),
        (["--help"], ("argparse",)),
        (["quotes", "--jsonl"], ("tomllib", "typing")),
        (["paths", "--home", "/nowhere"], ("reader.model.article",)),
    ],
    ids=["version", "help", "quotes", "paths"],
)
def test_a_verb_loads_only_what_it_needs(words: list[str], not_needed: tuple[str, ...]) -> None:
    loaded = loaded_by(f"from reader.cli.main import main; main({words!r})")
    assert "reader.cli.verbs" in loaded
    slow = {"textual", "feedparser", "asyncio", "trafilatura", "lxml", "rich", "apsw", "inspect"}
    slow |= {"reader.newsroom.newsroom", "difflib", "importlib.resources", "dataclasses"}
    assert loaded & {*slow, *not_needed} == set()


def test_the_help_of_a_verb_opens_no_newsroom() -> None:
    code = "from reader.cli.main import main\nfrom reader.cli.verbs import VERBS\n"
    loaded = loaded_by(f"{code}for verb in VERBS: main([verb, '--help'])")
    assert loaded & {"reader.newsroom.newsroom", "apsw", "pycurl", "lxml"} == set()


def test_only_the_app_loads_textual_and_nobody_loads_parsers_before_they_parse() -> None:
    others = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in ROOMS
        if not inside(path).startswith("reader/app/") and path.name != "__init__.py"
    ]
    loaded = loaded_by("import " + ", ".join(others))
    assert loaded & {"textual", "feedparser", "trafilatura", "asyncio"} == set()


def test_what_parses_is_what_loads_the_parsers() -> None:
    feed = "<rss version='2.0'><channel><item><title>b</title></item></channel></rss>"
    code = f"from reader.loader.feeds.parse import parse_feed; parse_feed({feed.encode()!r})"
    assert "feedparser" in loaded_by(code)
    page = "<html><body><article>" + "<p>Nobody knows.</p>" * 40 + "</article></body></html>"
    code = f"from reader.loader.pages.extract import extract; extract({page!r})"
    assert "trafilatura" in loaded_by(code)


def _every_key() -> set[str]:
    actions = importlib.import_module("reader.app.commands.table").COMMANDS
    shown = importlib.import_module("reader.app.commands.key_table").shown
    return {shown(key) for action in actions for key in action.keys}


def test_every_key_is_documented() -> None:
    page = ROOT / "docs" / "keys.md"
    if not page.exists():
        pytest.skip("there is no page of keys in this copy")
    keys = _every_key()
    written = set(re.findall(r"`([^`]+)`", page.read_text("utf-8")))
    assert len(keys) > 50
    assert keys - written - set("234567890") == set(), "links: `1` stands for all of them"


def test_the_first_pages_name_only_keys_that_exist() -> None:
    keys = _every_key()
    table = (ROOT / "README.md").read_text("utf-8").split("## Keys")[1].split("##")[0]
    named = set(re.findall(r"^\| (.+?) \|", table, re.MULTILINE)) - {"key", "---"}
    written = {key for cell in named for key in re.findall(r"`([^`]+)`", cell)}
    assert {"space", "n", "]", '"', "q"} <= written
    assert written - keys == set()


def test_pictures_show_the_program_as_it_is() -> None:
    maker = ROOT / "screenshots" / "make.py"
    if not maker.exists():
        pytest.skip("there are no pictures in this copy")
    done = subprocess.run([sys.executable, str(maker), "--check"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
