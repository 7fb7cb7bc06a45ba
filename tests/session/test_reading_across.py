"""Reading on from source to source, forwards and back, until everything is read."""

from __future__ import annotations

from tests.session.driving import SessionDriver


def open_source(reader: SessionDriver, title: str) -> None:
    """Open the list of one source from the sidebar."""
    item = next(item for item in reader.window.sources.items if item.title == title)
    wanted = reader.session.sidebar.list_of(item)
    assert wanted
    reader.window.sources.choose_key(item.key)
    reader.session.list.open(wanted)
    reader.quiet()
    assert reader.window.headlines.title == title


def test_n_goes_on_in_the_next_source_and_p_back_in_the_one_before() -> None:
    reader = SessionDriver()
    open_source(reader, "Saltmarsh Herald")
    mine = list(reader.window.headlines.ids)
    reader.press("G", "n")
    for _ in mine:
        if reader.session.list.current.title == "Saltmarsh Herald":
            reader.press("n")
    reader.until(lambda: reader.session.list.current.title == "The Long Bench")
    reader.quiet()
    bench = list(reader.window.headlines.ids)
    assert reader.shown == bench[0]
    assert bench[0] not in reader.unread
    reader.press("p")
    reader.until(lambda: reader.session.list.current.title == "Harbour Lamp")
    reader.quiet()
    assert reader.shown == reader.window.headlines.ids[-1], "the last one of the source before"


def test_before_the_first_there_is_nothing_and_that_is_said() -> None:
    reader = SessionDriver()
    reader.press("p")
    assert reader.fact == "Nothing unread before this."
