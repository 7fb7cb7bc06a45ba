"""Whole screens as kept frames: text and styles. ``--update-snapshots`` draws anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.app.driving import driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import check_frame

FRAMES = Path(__file__).parent / "snapshots"
SIZES = ((40, 12), (80, 24), (100, 30), (120, 36), (160, 45), (200, 50))


@pytest.fixture(autouse=True)
def utc(monkeypatch: pytest.MonkeyPatch) -> None:
    """Times of day are drawn in local time."""
    monkeypatch.setenv("TZ", "UTC")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screen_at_its_widths(size: tuple[int, int], update_snapshots: bool) -> None:
    async with driven(size=size) as reader:
        await reader.beside(1)
        check_frame(reader.app, FRAMES / f"screen-{size[0]}x{size[1]}.txt", update_snapshots)


@pytest.mark.parametrize(
    ("name", "size", "keys"),
    [
        ("article-80x24", (80, 24), ("enter",)),
        ("sources-80x24", (80, 24), ("h",)),
        ("compact-80x24", (80, 24), ("v",)),
        ("reading-120x36", (120, 36), ("f",)),
        ("quotes-120x36", (120, 36), ("quotation_mark",)),
        ("help-120x36", (120, 36), ("question_mark",)),
        ("palette-120x36", (120, 36), ("colon", "t", "h", "e")),
        ("marked-120x36", (120, 36), ("A",)),
    ],
)
async def test_what_keys_lead_to(
    name: str, size: tuple[int, int], keys: tuple[str, ...], update_snapshots: bool
) -> None:
    async with driven(size=size) as reader:
        await reader.beside(1)
        await reader.press(*keys)
        check_frame(reader.app, FRAMES / f"screen-{name}.txt", update_snapshots)


async def test_the_first_page(update_snapshots: bool) -> None:
    newsroom = FakeNewsroom(empty=True)
    async with driven(newsroom) as reader:
        await reader.until(lambda: bool(reader.window.first_page.offers))
        await reader.quiet()
        offers = [offer for offer in reader.window.first_page.offers if not offer.path]
        reader.window.first_page.show(offers, 8)
        await reader.quiet()
        check_frame(reader.app, FRAMES / "screen-first-120x36.txt", update_snapshots)


async def test_everything_read(update_snapshots: bool) -> None:
    async with driven() as reader:
        await reader.press("A", "n")
        check_frame(reader.app, FRAMES / "screen-read-120x36.txt", update_snapshots)


async def test_the_light_theme_has_the_same_words(update_snapshots: bool) -> None:
    async with driven() as reader:
        await reader.beside(1)
        reader.app.theme = "paper"
        await reader.quiet()
        check_frame(reader.app, FRAMES / "screen-paper-120x36.txt", update_snapshots)


async def test_a_window_too_small_says_so(update_snapshots: bool) -> None:
    async with driven(size=(39, 9)) as reader:
        await reader.quiet()
        check_frame(reader.app, FRAMES / "screen-39x9.txt", update_snapshots)
