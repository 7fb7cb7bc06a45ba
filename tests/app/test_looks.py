"""What stands out and what steps back: tones, rows of air, the keys at the bottom."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.color import Color

from reader.app.panes.status import StatusLine
from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines, style_of
from tests.app.stories import lamps


def keys(reader: Driver) -> list[str]:
    """The keys at the bottom, with their words."""
    shown = reader.window.main.query_one("#status", StatusLine).keys
    return [f"{key} {words}" for key, words in shown]


def colour(reader: Driver, token: str) -> str:
    """A colour of the theme, as `style_of` has it."""
    return Color.parse(reader.app.theme_variables[token]).rich_color.name


async def test_the_chosen_find_is_the_cursors_while_words_are_typed() -> None:
    async with driven() as reader:
        await reader.press("slash", *"stairs")
        await reader.until(lambda: "found" in reader.fact or "stor" in reader.fact)
        await reader.quiet()
        assert reader.window.search_field.typing
        bar = style_of(reader.app, "▌ ●")
        assert bar.color
        assert bar.bgcolor
        assert bar.color.name == colour(reader, "accent")
        assert bar.bgcolor.name == colour(reader, "sel")


async def test_how_much_was_found_is_no_news() -> None:
    async with driven() as reader:
        await reader.press("slash", *"stairs")
        await reader.until(lambda: "stor" in reader.fact)
        await reader.quiet()
        quiet = style_of(reader.app, reader.fact).color
        assert quiet
        assert quiet.name == colour(reader, "muted")
        await reader.press("escape", "s")
        loud = style_of(reader.app, reader.fact).color
        assert loud
        assert loud.name == colour(reader, "text")


async def test_the_reading_view_offers_what_the_story_has() -> None:
    async with driven() as reader:
        await reader.press("enter", "f")
        first, last = "space read on", ["f panes", "? help"]
        assert keys(reader) == [first, "] next quote", "s save", *last]
        reader.window.article.show(lamps())
        await reader.until(lambda: "1–9 links" in keys(reader))
        assert keys(reader) == [first, "] next quote", "1–9 links", *last]
        reader.window.article.show(replace(lamps(), quotes=()))
        await reader.until(lambda: "] next quote" not in keys(reader))
        assert keys(reader) == [first, "1–9 links", "s save", *last]


@pytest.mark.parametrize(
    ("size", "row"), [((120, 36), 1), ((120, 24), 0), ((100, 27), 0), ((100, 28), 1)]
)
async def test_low_windows_spend_no_row_on_air_above_the_heads(
    size: tuple[int, int], row: int
) -> None:
    async with driven(size=size) as reader:
        lines = screen_lines(reader.app)
        assert "Unread" in lines[row]
        assert reader.window.article.headline
        assert reader.window.article.headline.source.upper() in lines[row]
        await reader.press("quotation_mark")
        lines = screen_lines(reader.app)
        assert "Voices" in lines[row]
        assert reader.window.voices.voice
        assert reader.window.voices.voice.name.upper() in lines[row]
        await reader.press("slash")
        assert "/" in screen_lines(reader.app)[row]


@pytest.mark.parametrize("reading", [False, True])
async def test_one_row_of_air_below_the_row_that_leads_back(reading: bool) -> None:
    async with driven(size=(80, 24)) as reader:
        await reader.press("enter", *(["f"] if reading else []))
        lines = screen_lines(reader.app)
        assert "q Unread" in lines[0]
        assert not lines[1].strip(" ▐▕")
        assert reader.window.article.headline
        assert reader.window.article.headline.source.upper() in lines[2]


async def test_without_colour_lines_are_dim_and_the_cursor_is_a_reversed_row(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(ansi_color=True) as reader:
        assert style_of(reader.app, "▏").dim
        assert style_of(reader.app, "▕").dim
        assert not style_of(reader.app, "Today").dim
        row = next(line for line in screen_lines(reader.app) if "Harbour" in line)
        assert "▌" not in row
        title = reader.window.headlines.headline
        assert title
        assert style_of(reader.app, f"  ● {title.title[:8]}").reverse
        await reader.press("quotation_mark")
        assert "▌" not in "\n".join(screen_lines(reader.app))
        await reader.press("tab")
        assert reader.session.place.pane == "quotes"
        chosen = next(line for line in screen_lines(reader.app) if "› ┃" in line)
        assert reader.window.voices.voice
        assert reader.window.voices.voice.name in chosen


async def test_the_sidebar_that_has_the_keys_stays_in_sight_when_the_window_shrinks() -> None:
    async with driven() as reader:
        await reader.press("h", "j")
        chosen = reader.window.sources.item
        await reader.pilot.resize_terminal(80, 24)
        await reader.until(lambda: reader.window.sources.has_class("over"))
        await reader.quiet()
        assert reader.window.sources.display
        assert reader.window.sources.item == chosen
        assert "enter open" in keys(reader)
        assert "q close" in keys(reader)
        await reader.press("q")
        assert not reader.window.sources.display


async def test_a_title_is_bright_only_while_the_cursor_on_it_has_the_keys() -> None:
    async with driven() as reader:
        row = reader.window.headlines.headline
        assert row
        words = f"▌ ● {row.title[:12]}"

        def looks() -> tuple[str, str, str]:
            title, mark = style_of(reader.app, words, 4), style_of(reader.app, words)
            assert title.color
            assert title.bgcolor
            assert mark.color
            return title.color.name, title.bgcolor.name, mark.color.name

        def tokens(*names: str) -> tuple[str, ...]:
            return tuple(colour(reader, name) for name in names)

        assert looks() == tokens("bright", "sel", "accent")
        await reader.press("tab")
        assert reader.session.place.pane == "article"
        assert looks() == tokens("text", "seld", "faint")


async def test_without_grounds_the_sidebar_that_lies_over_has_an_edge(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with driven(size=(80, 24), ansi_color=True) as reader:
        await reader.press("h")
        assert {line[29] for line in screen_lines(reader.app)[:-1] if len(line) > 29} == {"▕"}


async def test_a_title_has_the_marks_of_prose_in_the_list_and_at_the_end_of_another_story() -> None:
    newsroom = FakeNewsroom()
    for story, title in ((1, "L'été -- \"vite\""), (2, 'Mayor: "No comment..."')):
        newsroom.rows[story] = replace(newsroom.rows[story], title=title, lang="en")
    async with driven(newsroom) as reader:
        await reader.press("enter", "G")
        text = "\n".join(screen_lines(reader.app))
        assert any("L’été – “vite”" in line[:59] for line in text.splitlines())
        assert text.count("Mayor: “No comment…”") == 2
        newsroom.config = replace(newsroom.config, smart_punctuation=False)
        reader.app.looks.dress()
        await reader.press("j")
        assert 'Mayor: "No comment..."' in "\n".join(screen_lines(reader.app))


async def test_titles_are_plain_where_signs_are() -> None:
    newsroom = FakeNewsroom()
    newsroom.rows[1] = replace(newsroom.rows[1], title="“Fine…” – so be it")
    newsroom.config = replace(newsroom.config, glyphs="ascii")
    async with driven(newsroom) as reader:
        row = next(line for line in screen_lines(reader.app) if "so be it" in line)
        assert '* "Fine..." - so be it' in row


async def test_the_voices_say_where_one_is_where_no_other_pane_does() -> None:
    async with driven(size=(80, 24)) as reader:
        await reader.press("quotation_mark")
        assert screen_lines(reader.app)[0].startswith("  newsreader › Voices ")
    async with driven() as reader:
        await reader.press("quotation_mark")
        assert screen_lines(reader.app)[1][22:].startswith("  Voices ")
        reader.newsroom.config = replace(reader.newsroom.config, smart_punctuation=False)
        reader.app.looks.dress()
        assert not reader.window.quotes.setting.smart


async def test_the_scrollbar_begins_below_the_row_that_leads_back() -> None:
    async with driven(size=(80, 24)) as reader:
        await reader.press("enter")
        assert [line[-1] for line in screen_lines(reader.app)[:2]] == ["5", "▐"]
        await reader.press("G")
        assert [line[-1] for line in screen_lines(reader.app)[21:23]] == ["▐", "▐"]
        await reader.pilot.resize_terminal(120, 36)
        await reader.until(lambda: not reader.window.article.crumb)
        await reader.quiet()
        assert screen_lines(reader.app)[0][-1] in "▐▕"


@pytest.mark.parametrize(("cells", "left"), [(70, 4), (95, 13)])
async def test_the_reading_view_moves_no_word_where_the_story_is_alone_anyway(
    cells: int, left: int
) -> None:
    async with driven(size=(cells, 24)) as reader:
        await reader.press("enter")
        before = screen_lines(reader.app)
        assert before[2].startswith(f"{' ' * left}HARBOUR LAMP")
        await reader.press("f")
        assert reader.window.article.reading_view
        assert screen_lines(reader.app)[:-1] == before[:-1]
