"""The list of headlines as a pane: what it asks for, draws and says, without the app."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from reader.app.panes.headlines.pane import HeadlinesPane
from tests.app.stage import Stage, staged


def asked_for(app: Stage) -> Iterable[int]:
    """The stories whose rows were asked for."""
    for message in app.heard:
        if isinstance(message, HeadlinesPane.Wanted):
            yield from message.ids


async def test_a_key_in_tens_of_thousands_of_rows_asks_for_those_near_the_screen() -> None:
    pane = HeadlinesPane(id="pane")
    async with staged(pane, (40, 36)) as (app, pilot):
        pane.show(array("q", range(1, 40_001)))
        await pilot.pause()
        app.heard.clear()
        pane.choose(39_999)
        await pilot.pause()
        assert pane.chosen_item == 39_999
        asked = list(asked_for(app))
        assert 0 < len(asked) < 200
        assert min(asked) > 39_000
