"""README and docs promise nothing that is not there."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader.cli.command_line import split
from reader.cli.verbs import VERBS
from tests.unit.test_guards import DOORS, FLOORS

ROOT = Path(__file__).parents[2]
NOT_OURS = {"config.toml", "backups/", "pictures/", "sync/", "docs/keys.md"}
"""What the papers name that lies with a person, is not there, or is made."""
PAPERS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]


def text_of(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def code_blocks(text: str) -> list[str]:
    return re.findall(r"^```\w*\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def test_the_readme_begins_with_two_commands_of_one_line() -> None:
    demo, tests = code_blocks(text_of("README.md"))[:2]
    assert demo.endswith("newsreader --demo\n")
    assert tests.endswith("python -m pytest -q -n 4\n")
    assert (demo.count("\n"), tests.count("\n")) == (1, 1)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_links_lead_somewhere(paper: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)", paper.read_text("utf-8")):
        if not target.startswith(("http:", "https:")):
            assert (paper.parent / target).exists(), target


def test_the_readme_names_every_verb_and_no_other() -> None:
    section = text_of("README.md").split("## Command line")[1].split("\n## ")[0]
    named = {
        cell.split()[0]
        for row in re.findall(r"^\| (.+?) \| ", section, re.MULTILINE)
        for cell in re.findall(r"`([^`]+)`", row)
        if not cell.startswith("-")
    }
    assert named == set(VERBS)


def test_the_readme_calls_the_program_in_ways_it_understands() -> None:
    lines = [
        line.partition("#")[0].split()[1:]
        for block in code_blocks(text_of("README.md"))
        for line in block.splitlines()
        if line.startswith("newsreader")
    ]
    assert len(lines) >= 3
    for words in lines:
        split(words)


def test_every_dependency_has_its_line() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    required = project["dependencies"] + project["optional-dependencies"]["test"]
    names = {re.split(r"[^\w-]", line)[0] for line in required}
    rows = re.findall(r"^\| ([\w, -]+) \|", text_of("docs/dependencies.md"), re.MULTILINE)
    written = {name.strip() for row in rows for name in row.split(",")} - {"package"}
    assert written == names


def missing_files(text: str) -> set[str]:
    """The files and folders that a text names and that are nowhere; one word may lie anywhere."""
    named = set(re.findall(r"`((?:[a-z_]+/)*[\w.]+\.(?:py|toml|md|txt)|(?:[a-z_]+/)+)`", text))
    places = (ROOT, ROOT / "reader")
    return {
        name
        for name in named - NOT_OURS
        if not any((place / name).exists() for place in places)
        and ("/" in name.rstrip("/") or not any((ROOT / "reader").rglob(name.rstrip("/"))))
    }


@pytest.mark.parametrize("paper", sorted((ROOT / "docs").glob("*.md")), ids=lambda p: p.name)
def test_files_that_the_papers_name_are_there(paper: Path) -> None:
    assert missing_files(paper.read_text("utf-8")) == set()


def test_a_file_that_is_not_there_is_seen() -> None:
    text = "`app/nothing.py` `nothing.py` `cache/none/` `lists.py` `app/session/`"
    assert missing_files(text) == {"app/nothing.py", "nothing.py", "cache/none/"}


def drawn_floors(text: str) -> dict[str, int]:
    """The rooms in the picture of the floors, each with its number."""
    floors: dict[str, int] = {}
    floor = 0
    for line in text.partition("reader/\n")[2].partition("\nfeeds.toml")[0].splitlines():
        if number := re.match(r"  (\d)", line):
            floor = int(number[1])
        floors |= dict.fromkeys(re.findall(r"(?:^|\s)([a-z]+)/", line), floor)
    return floors


def test_the_floors_are_drawn_as_the_guards_hold_them() -> None:
    assert drawn_floors(text_of("docs/architecture.md")) == FLOORS
    assert drawn_floors("reader/\n  2  a/ it\n     b/ on\n  1  c/\nfeeds.toml") == {
        "a": 2, "b": 2, "c": 1,
    }  # fmt: skip


def test_every_room_and_every_door_is_in_the_architecture() -> None:
    text = text_of("docs/architecture.md")
    rooms = {path.parent.name for path in (ROOT / "reader").rglob("*.py")} - {"reader"}
    assert {room for room in rooms if not re.search(rf"`[a-z/]*\b{room}/", text)} == set()
    files = {door for doors in DOORS.values() for door in doors if door.endswith(".py")}
    named = {name for name in files if f"`{name.removeprefix('reader/')}`" in text}
    assert files - named == set()


def test_the_glossary_is_short_and_in_order() -> None:
    text = text_of("docs/glossary.md")
    words = re.findall(r"^- \*\*(.+?)\*\*: ", text, re.MULTILINE)
    assert words == sorted(words)
    assert len(words) > 15
    lines = text.splitlines()
    assert len(lines) <= 30
    assert [line for line in lines if line and not line.startswith(("#", "- ", "Words"))] == []


def offered(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """What a module defines that can be called, each with the names it takes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
            arguments += filter(None, (node.args.vararg, node.args.kwarg))
            yield node.name, {argument.arg for argument in arguments}
        elif isinstance(node, ast.ClassDef):
            fields = [line.target for line in node.body if isinstance(line, ast.AnnAssign)]
            taken = {field.id for field in fields if isinstance(field, ast.Name)}
            for name, arguments_ in offered(ast.Module(node.body, [])):
                taken |= arguments_ if name == "__init__" else set()
            yield node.name, taken
        elif isinstance(node, ast.Assign):
            attributes = [target for target in node.targets if isinstance(target, ast.Attribute)]
            yield from ((attribute.attr, set()) for attribute in attributes)


def wrong_calls(text: str, known: dict[str, set[str]]) -> list[str]:
    """The calls in a text that nothing answers to, or that name what is not taken."""
    wrong = []
    for name, arguments in re.findall(r"\b(\w+)\(([^()]*)\)", text):
        words = {
            re.split(r"[:=\[]", argument)[0].strip(" *./`") for argument in arguments.split(",")
        }
        taken = {word for word in words if re.fullmatch(r"[a-z_]+", word)}
        if name not in known or taken - known[name]:
            wrong.append(f"{name}({arguments})")
    return wrong


def test_the_contracts_name_what_exists_as_it_is_called() -> None:
    known: dict[str, set[str]] = {}
    for path in (ROOT / "reader").rglob("*.py"):
        for name, taken in offered(ast.parse(path.read_text("utf-8"))):
            known.setdefault(name, set()).update(taken)
    text = text_of("docs/contracts.md")
    assert text.count("(") > 200
    assert wrong_calls(text, known) == []
    example = "clean(text: str), clean(words), cleaned(text), cursor_on(pointed)"
    assert wrong_calls(example, known) == ["clean(words)", "cleaned(text)"]


def test_the_changelog_has_this_version_or_what_comes_next() -> None:
    version = re.search(r"^## (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert version is not None
    from reader import __version__

    assert version[1] == "Unreleased" or version[1].startswith(__version__)
