"""Reading on from source to source, forwards and back, until everything is read."""

from __future__ import annotations

from reader.newsroom.events import StoriesChanged
from tests.app.driving import Driver, driven
from tests.app.stage import screen_lines


async def open_source(reader: Driver, title: str) -> None:
    """Open the list of one source from the sidebar."""
    item = next(item for item in reader.app.sources.items if item.title == title)
    wanted = reader.app.list_of(item)
    assert wanted
    reader.app.sources.choose_key(item.key)
    reader.app.open_list(wanted)
    await reader.quiet()
    assert reader.app.headlines.title == title


async def test_n_goes_on_in_the_next_source_and_p_back_in_the_one_before() -> None:
    async with driven() as reader:
        await open_source(reader, "Saltmarsh Herald")
        mine = list(reader.app.headlines.ids)
        await reader.press("G", "n")
        for _ in mine:
            if reader.app.list.title == "Saltmarsh Herald":
                await reader.press("n")
        await reader.until(lambda: reader.app.list.title == "The Long Bench")
        await reader.quiet()
        bench = list(reader.app.headlines.ids)
        assert reader.shown == bench[0]
        assert bench[0] not in reader.unread
        await reader.press("p")
        await reader.until(lambda: reader.app.list.title == "Harbour Lamp")
        await reader.quiet()
        assert reader.shown == reader.app.headlines.ids[-1], "the last one of the source before"


async def test_before_the_first_there_is_nothing_and_that_is_said() -> None:
    async with driven() as reader:
        await reader.press("p")
        assert reader.fact == "Nothing unread before this."


async def test_what_arrives_meanwhile_waits_until_all_is_read() -> None:
    async with driven() as reader:
        await open_source(reader, "Harbour Lamp")
        await reader.press("space")
        late = reader.newsroom.arrive(0)
        reader.newsroom.tell(StoriesChanged((1,)))
        shown: list[int] = []
        for _ in range(120):
            if reader.app.opened and reader.shown not in shown:
                shown.append(reader.shown)
            await reader.press("space")
            if not reader.app.current:
                break
        before = [story for story in reader.newsroom.rows if story not in (late, 5)]
        assert sorted(shown) == sorted(before), "5 was read before"
        assert reader.fact == "You are up to date."
        assert reader.unread == [late]
        words = " ".join(" ".join(screen_lines(reader.app)).split())
        assert "You read 5 stories in 1 min." in words
        for _ in range(3):
            await reader.press("space")
        assert late not in reader.unread, "it is read next"
