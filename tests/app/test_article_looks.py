from __future__ import annotations

from pathlib import Path

import pytest

from reader.app.drawing.glyphs import ASCII
from reader.app.panes.story.pane import ArticlePane
from reader.model.palette import CONTRAST, PAPER, TERMINAL
from reader.typesetting.styled_text import Setting
from tests.app.stage import check_frame, staged
from tests.app.stories import NOON, headline, lamps
from tests.fakes import FakeClock

FRAMES = Path(__file__).parent / "snapshots"


async def look(
    name: str,
    size: tuple[int, int],
    update: bool,
    *,
    theme: str = "lamplight",
    reading: bool = False,
    setting: Setting | None = None,
) -> None:
    view = ArticlePane(clock=FakeClock(NOON), id="pane")
    async with staged(view, size, theme) as (app, pilot):
        if setting:
            view.setting, view.glyphs = setting, ASCII
        view.reading_view = reading
        view.next_mark, view.next_title = "●", "Orrin keeps its swifts"
        view.show(lamps(), headline(lamps()))
        await pilot.pause()
        check_frame(app, FRAMES / f"article-{name}.txt", update)


@pytest.mark.parametrize("size", [(60, 80), (91, 70), (125, 70), (36, 100)])
async def test_the_pane_at_its_widths(size: tuple[int, int], update_snapshots: bool) -> None:
    await look(f"{size[0]}", size, update_snapshots)


@pytest.mark.parametrize("size", [(80, 70), (120, 70), (200, 70)])
async def test_the_reading_view(size: tuple[int, int], update_snapshots: bool) -> None:
    await look(f"reading-{size[0]}", size, update_snapshots, reading=True)


@pytest.mark.parametrize("theme", [PAPER, CONTRAST, TERMINAL])
async def test_the_other_themes(theme: str, update_snapshots: bool) -> None:
    await look(f"{theme}", (120, 70), update_snapshots, theme=theme, reading=True)


async def test_without_colour(monkeypatch: pytest.MonkeyPatch, update_snapshots: bool) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    await look("no-colour", (120, 70), update_snapshots, theme=TERMINAL, reading=True)


async def test_in_plain_signs(update_snapshots: bool) -> None:
    setting = Setting(smart=False, ascii=True)
    await look("ascii", (120, 70), update_snapshots, reading=True, setting=setting)
    assert (FRAMES / "article-ascii.txt").read_text().isascii()
