from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.shell import Shell

TEXT = """\
Home News The lamp is lit again

The lamp is lit again

For the first time in nineteen years there is light on the rock.

“I climbed up with a match and a prayer,” said Mara Okafor, who keeps the light.

Also read

The harbour board had wanted it dark. It called the lamp “a costly habit.”
"""


@pytest.fixture
def lamp(tmp_path: Path) -> str:
    file = tmp_path / "lamp.txt"
    file.write_text(TEXT, "utf-8")
    return str(file)


def test_a_text_is_read_out_without_the_site_around_it(shell: Shell, lamp: str) -> None:
    answer = shell("open", lamp, "--plain")
    assert answer.status == 0
    assert answer.lines[0] == "The lamp is lit again"
    assert "Also read" not in answer.out
    (line,) = (line for line in answer.lines if "match and a prayer" in line)
    assert line.startswith("Mara Okafor")


def test_programs_get_one_object(shell: Shell, lamp: str) -> None:
    (record,) = shell("open", lamp, "--json").records
    assert record.keys() >= {
        "title",
        "byline",
        "published",
        "link",
        "provenance",
        "blocks",
        "quotes",
    }
    (quote, *_) = record["quotes"]
    assert quote["speaker"] == "Mara Okafor"
    assert record["text"][quote["start"] : quote["end"]] == quote["text"]
    assert record["provenance"]["origin"] == "file"


def test_a_page_is_read_from_a_file(shell: Shell, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    paragraphs = "".join(f"<p>This is sentence {n} about a lamp on a rock.</p>" for n in range(9))
    page.write_text(
        f"<html><head><title>Lamp</title></head><body><nav>Home</nav><article><h1>Lamp</h1>"
        f"{paragraphs}</article></body></html>"
    )
    answer = shell("open", str(page), "--json")
    (record,) = answer.records
    assert record["title"] == "Lamp"
    assert len(record["blocks"]) == 9


def test_the_demo_answers_its_own_addresses(shell: Shell) -> None:
    answer = shell("--demo", "open", "https://dailywhistle.example/2026/choir.html")
    assert answer.status == 0
    assert answer.lines[0] == "The choir that wins by not singing"
    assert "Related stories" not in answer.out


@pytest.mark.parametrize("where", ["nowhere.txt", "ftp://courier.example/a", "file:///etc/hosts"])
def test_what_cannot_be_opened_is_said(shell: Shell, tmp_path: Path, where: str) -> None:
    answer = shell("open", where if ":" in where else str(tmp_path / where))
    assert answer.status == 1
    assert answer.out == ""
    assert answer.err.startswith("newsreader: ")


def test_what_is_no_text_is_refused(shell: Shell, tmp_path: Path) -> None:
    film = tmp_path / "film.mkv"
    film.write_bytes(bytes(range(256)) * 20)
    answer = shell("open", str(film))
    assert answer.status == 1
    assert "neither a page nor a text" in answer.err


@pytest.mark.bench
def test_the_article_that_began_it_all(shell: Shell) -> None:
    seed = Path(__file__).parents[4] / "shared" / "seed"
    if not seed.exists():
        pytest.skip("the article lies in ../shared, which is not here")
    expected = json.loads((seed / "expected.json").read_text("utf-8"))
    (record,) = shell("open", str(seed / "article.txt"), "--json").records
    found = {quote["text"].strip("“”"): quote["speaker"] for quote in record["quotes"]}
    for quote in expected["quotes"]:
        assert quote["text"].strip("“”") in found
