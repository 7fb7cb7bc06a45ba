"""The first page: ways to begin, each of which leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.sheets.sheet import OverScreen
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines

URLS = "https://lamp.example/rss\nhttps://bench.example/rss\n"
OPML = """<opml version="2.0"><body>
<outline text="Lamp" xmlUrl="https://lamp.example/rss"/></body></opml>"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home without any file of another reader; where it is stands in the environment."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    return tmp_path


async def offered(reader: Driver) -> list[tuple[str, str]]:
    """The titles and details of the offers."""
    await reader.until(lambda: bool(reader.window.first_page.offers))
    await reader.quiet()
    return [(offer.title, offer.detail) for offer in reader.window.first_page.offers]


async def test_an_opml_file_can_be_named_where_none_was_found(home: Path) -> None:
    newsroom = FakeNewsroom(empty=True)
    async with driven(newsroom) as reader:
        titles = [title for title, _ in await offered(reader)]
        assert titles == [
            "Paste an address", "Import an OPML file", "Start with a small shelf",
            "Look around first",
        ]  # fmt: skip
        await reader.press("2")
        assert isinstance(reader.app.screen, OverScreen)
        assert "where the file lies, such as ~/feeds.opml" in "\n".join(screen_lines(reader.app))
        await reader.press(*"~/no.opml", "enter")
        await reader.until(lambda: "There is no file" in reader.fact)
        (home / "my.opml").write_text(OPML, encoding="utf-8")
        await reader.press("2", *"~/my.opml", "enter")
        await reader.until(lambda: reader.session.place.pane == "list")
        await reader.until(lambda: reader.fact == "3 sources added")
        assert ("import_file", home / "my.opml") in newsroom.calls


async def test_what_lies_on_the_machine_is_chosen_and_written_as_a_person_would(
    home: Path,
) -> None:
    (home / ".newsboat").mkdir()
    (home / ".newsboat" / "urls").write_text(URLS, encoding="utf-8")
    (home / "feeds.opml").write_text(OPML, encoding="utf-8")
    async with driven(FakeNewsroom(empty=True)) as reader:
        offers = await offered(reader)
        assert offers[1] == ("Import from newsboat", "~/.newsboat/urls · 2 sources found")
        assert offers[2] == ("Import an OPML file", "~/feeds.opml · 1 source found")
        chosen = next(line for line in screen_lines(reader.app) if "↵" in line)
        assert "Import from newsboat" in chosen
        assert chosen.rstrip().endswith("↵")


async def test_the_cursor_of_a_field_stands_still_without_motion() -> None:
    newsroom = FakeNewsroom()
    newsroom.preferences.set("motion", False)
    async with driven(newsroom) as reader:
        reader.app.animation_level = "none"
        await reader.press("colon")
        from reader.app.drawing.field import Field

        assert not reader.app.screen.query_one(Field).cursor_blink
        await reader.press("escape")
        reader.app.animation_level = "full"
        await reader.press("colon")
        assert reader.app.screen.query_one(Field).cursor_blink


@pytest.mark.parametrize(
    ("size", "keys", "details"),
    [
        ((120, 36), True, True), ((80, 24), True, True), ((60, 18), True, True),
        ((80, 15), False, True), ((50, 12), False, True), ((40, 10), False, False),
    ],
)  # fmt: skip
async def test_the_page_gives_up_air_before_words(
    size: tuple[int, int], keys: bool, details: bool
) -> None:
    async with driven(FakeNewsroom(empty=True), size=size) as reader:
        offers = await offered(reader)
        page = "\n".join(screen_lines(reader.app))
        assert "Let us fix that." in " ".join(page.split())
        assert "  Good " in page
        assert all(f"{n}  {title}" in page for n, (title, _) in enumerate(offers, 1))
        assert ("page by page" in page) == keys
        assert ("an edition that is made up" in page) == details
        assert "? help" in page
