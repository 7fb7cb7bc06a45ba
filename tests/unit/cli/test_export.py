from __future__ import annotations

from pathlib import Path

from reader.cli.main import main
from reader.exchange.opml import parse_opml
from tests.shell import Shell


def test_sources_come_back_from_what_was_exported(shell: Shell, tmp_path: Path) -> None:
    text = shell("export").out
    found = {(feed.url, feed.title, feed.folder) for feed in parse_opml(text.encode()).feeds}
    assert len(found) == 6
    file = tmp_path / "mine.opml"
    file.write_text(text, "utf-8")
    assert main(["--home", str(tmp_path / "other"), "import", str(file)]) == 0
    assert shell("--home", str(tmp_path / "other"), "export").out == text


def test_saved_stories_are_written_as_markdown(shell: Shell, tmp_path: Path) -> None:
    story = shell("list", "watchmaker", "--json").records[0]["id"]
    shell("mark", "--save", str(story))
    answer = shell("export", "--markdown", str(tmp_path / "out"))
    assert (answer.status, answer.out) == (0, "")
    (file,) = (tmp_path / "out").iterdir()
    assert answer.err.strip() == str(file)
    assert file.read_text("utf-8").startswith("# The town clock")


def test_any_stories_may_be_chosen(shell: Shell, tmp_path: Path) -> None:
    shell("export", "--markdown", str(tmp_path / "out"), "in:talanzeiger", "-apfel")
    assert len(list((tmp_path / "out").iterdir())) == 4
