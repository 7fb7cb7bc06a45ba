"""``extract``, ``parse`` and ``opml``: what other programs and the benchmarks ask."""

from __future__ import annotations

import io
import json
from importlib.resources import files
from pathlib import Path

import pytest

from tests.shell import Shell

WEB = Path(str(files("reader") / "demo" / "web"))


def test_feed_files_are_parsed(shell: Shell, tmp_path: Path) -> None:
    no_feed = tmp_path / "a.html"
    no_feed.write_text("<html><p>Hello")
    good = str(WEB / "yamagiri.example" / "index.rdf")
    first, second = shell("parse", "--jsonl", good, str(no_feed)).records
    assert first["file"] == good
    assert (first["feed"]["title"], len(first["entries"])) == ("山霧日報", 4)
    assert second.keys() == {"file", "error"}


def test_opml_files_are_parsed(shell: Shell, tmp_path: Path) -> None:
    file = tmp_path / "a.opml"
    file.write_text('<opml><body><outline text="A" xmlUrl="https://a.example/"/></body></opml>')
    first, second = shell("opml", "--jsonl", str(file), str(tmp_path / "b.opml")).records
    assert [feed["url"] for feed in first["feeds"]] == ["https://a.example/"]
    assert second.keys() == {"file", "error"}


def test_pages_are_extracted(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (WEB / "understory.example" / "2026" / "moss.html").read_text("utf-8")
    lines = [
        {"id": "a", "url": "https://understory.example/2026/moss.html", "html": page},
        {"id": "b", "url": "", "html": ""},
    ]
    asked = "".join(json.dumps(line) + "\n" for line in lines)
    monkeypatch.setattr("sys.stdin", io.StringIO(asked))
    first, second = shell("extract", "--jsonl").records
    assert (first["id"], first["title"]) == ("a", "The moss that keeps a calendar")
    assert first["author"] in ("Ilka Vantongeren", ["Ilka Vantongeren"])
    assert (second["id"], second["text"]) == ("b", "")


@pytest.mark.parametrize("verb", ["parse", "opml", "extract"])
def test_the_form_must_be_said(shell: Shell, verb: str) -> None:
    assert shell(verb, *([] if verb == "extract" else ["a"])).status == 2
