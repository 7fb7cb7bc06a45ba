"""The verbs as a shell calls them, on the edition that ships with the program."""

from __future__ import annotations

import contextlib
import io
import shutil
from pathlib import Path

import pytest

from reader.cli.main import main
from tests.shell import Answer, Shell


@pytest.fixture(scope="session")
def read_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home into which the edition was read once."""
    home = tmp_path_factory.mktemp("read")
    with contextlib.redirect_stdout(io.StringIO()):
        assert main(["--demo", "--home", str(home), "list"]) == 0
    return home


@pytest.fixture
def home(read_home: Path, tmp_path: Path) -> Path:
    """A home of the test's own with the edition in it."""
    return Path(shutil.copytree(read_home, tmp_path / "home"))


@pytest.fixture
def shell(home: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """What runs a verb in `home`."""

    def run(*words: str) -> Answer:
        capsys.readouterr()
        status = main(["--home", str(home), *words])
        shown = capsys.readouterr()
        return Answer(status, shown.out, shown.err)

    return run
