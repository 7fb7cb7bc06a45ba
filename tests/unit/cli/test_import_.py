from __future__ import annotations

from pathlib import Path

import pytest

from reader.cli.bar import CELLS
from reader.cli.import_ import Bar
from tests.shell import Shell

OPML = """\
<?xml version="1.0"?>
<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Coast"><outline text="Harbour" xmlUrl="https://harbour.example/feed"/></outline>
<outline text="Post" xmlUrl="https://wrenmouthpost.example/feed.xml"/>
<outline text="Odd" xmlUrl="gopher://odd.example/"/>
</body></opml>
"""


def test_opml_adds_what_was_not_there(shell: Shell, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "mine.opml"
    file.write_text(OPML, "utf-8")
    answer = shell("import", str(file))
    assert answer.status == 0
    assert "1 source added, 1 known already, 1 skipped." in answer.err
    assert "skipped: " in answer.err
    feeds = {record["url"]: record for record in shell("feeds", "--json").records}
    assert feeds["https://harbour.example/feed"]["folder"] == "Coast"
    comment = (home / "config" / "feeds.toml").read_text("utf-8").splitlines()[0]
    assert comment.startswith("# The subscriptions of the edition")


def test_newsboats_urls_are_taken(shell: Shell, tmp_path: Path) -> None:
    urls = tmp_path / "urls"
    urls.write_text('https://harbour.example/feed "coast" "~Harbour"\n', "utf-8")
    assert "1 source added" in shell("import", str(urls)).err
    assert "Harbour" in {record["title"] for record in shell("feeds", "--json").records}


def test_a_file_that_is_not_there_is_said(shell: Shell, tmp_path: Path) -> None:
    answer = shell("import", str(tmp_path / "nothing.opml"))
    assert answer.status == 1
    assert "cannot be read" in answer.err


def test_only_a_long_list_draws_a_bar_and_each_cell_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    bar = Bar()
    for done in range(2001):
        bar(done, 2000)
    assert capsys.readouterr().err.count("\r") == CELLS
    bar = Bar()
    bar(10, 10)
    assert capsys.readouterr().err == ""
