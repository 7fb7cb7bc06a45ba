"""A bare app under one sheet, to look at and to type in."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.pilot import Pilot
from textual.widgets import Static

import reader.app
from reader.app.sheets.sheet import Sheet
from reader.model.palette import LAMPLIGHT
from tests.app.stage import Stage


class SheetStage(Stage):
    """Looks as the reader does."""

    CSS_PATH: ClassVar[str | Path | None] = Path(reader.app.__file__).parent / "app.tcss"


@asynccontextmanager
async def under(
    sheet: Sheet, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[Stage, Pilot[None]]]:
    """Run a sheet over an empty pane in a window of `size` cells."""
    app = SheetStage(Static(id="pane"), LAMPLIGHT)
    async with app.run_test(size=size) as pilot:
        await app.push_screen(sheet)
        await pilot.pause()
        yield app, pilot


def type_in(sheet: Sheet, *keys: str) -> None:
    """Give a sheet keys, as the reader does."""
    for key in keys:
        sheet.took(events.Key(key, key if len(key) == 1 else None))
