"""Reading on from source to source, forwards and back, until everything is read."""

from __future__ import annotations

from reader.newsroom.events import StoriesChanged
from tests.app.driving import Driver, driven
from tests.app.stage import screen_lines


async def open_source(reader: Driver, title: str) -> None:
    """Open the list of one source from the sidebar."""
    item = next(item for item in reader.window.sources.items if item.title == title)
    wanted = reader.session.sidebar.list_of(item)
    assert wanted
    reader.window.sources.choose_key(item.key)
    reader.session.list.open(wanted)
    await reader.quiet()
    assert reader.window.headlines.title == title


async def test_what_arrives_meanwhile_waits_until_all_is_read() -> None:
    async with driven() as reader:
        await open_source(reader, "Harbour Lamp")
        await reader.press("space")
        late = reader.newsroom.arrive(0)
        reader.newsroom.tell(StoriesChanged((1,)))
        shown: list[int] = []
        for _ in range(120):
            if reader.session.story.opened and reader.shown not in shown:
                shown.append(reader.shown)
            await reader.press("space")
            if not reader.session.story.id:
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
