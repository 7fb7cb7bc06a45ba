"""README and docs promise nothing that is not there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from reader.cli.command_line import split
from reader.cli.verbs import VERBS

ROOT = Path(__file__).parents[2]
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


@pytest.mark.parametrize("paper", ["docs/architecture.md", "docs/contracts.md"])
def test_files_that_the_papers_name_are_there(paper: str) -> None:
    named = re.findall(r"`([a-z_]+/[\w/]+\.(?:py|toml|md))`", text_of(paper))
    assert len(named) > 10
    places = (ROOT, ROOT / "reader")
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_the_changelog_has_this_version_or_what_comes_next() -> None:
    version = re.search(r"^## (.+)$", text_of("CHANGELOG.md"), re.MULTILINE)
    assert version is not None
    from reader import __version__

    assert version[1] == "Unreleased" or version[1].startswith(__version__)
