from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal

from reader.app.panes.quotes.pane import QuotesPane
from reader.app.panes.quotes.voice_list import VoiceList, VoicesWording
from reader.model.quote import Voice
from reader.model.story import QuoteRow
from reader.typesetting.voice_head import Page
from tests.app.stage import Stage, check_frame, screen_lines, staged
from tests.app.stories import NOON
from tests.fakes import FakeClock

FRAMES = Path(__file__).parent / "snapshots"

VOICES = [
    Voice("Piet Arends", "inspector", 4, "Mellgate Mirror", "piet arends"),
    Voice("Wilma Oyelaran", "treasurer of the council", 2, "Mellgate Mirror", "wilma oyelaran"),
    Voice("水野 かおり", "館長", 1, "山霧通信", "水野 かおり"),
    *(Voice(f"Person {n}", "", 1, "Tidings", f"person {n}") for n in range(20)),
    Voice("Unattributed", "", 9, "", ""),
]


def row(story: int, index: int, text: str) -> QuoteRow:
    return QuoteRow(
        story=story, index=index, text=text, kind="direct", speaker="Piet Arends",
        role="inspector", voice="piet arends", via="", cue="said", certainty="named", reason="cue",
        place="text", start=0, end=len(text), title=f"The story of lamp {story}",
        source="Mellgate Mirror", feed=1, link=f"https://mellgate.example/{story}",
        published=NOON - 86_400 * (3 - story), text_hash="",
    )  # fmt: skip


ROWS = [
    row(3, 0, "“I only came to read the meter.”"),
    row(3, 4, "“Someone handed me a match, and after that there was no going back.”"),
    row(1, 2, "“A lamp is a promise.”"),
]


def quotes() -> QuotesPane:
    return QuotesPane(clock=FakeClock(NOON), id="pane")


def names(app: Stage) -> list[str]:
    return [type(message).__name__ for message in app.heard]


async def test_the_chosen_quote_says_what_can_be_done() -> None:
    view = quotes()
    async with staged(view, (61, 24)) as (app, pilot):
        view.show(VOICES[0], ROWS, page=Page("today"))
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[1].strip(" ▐▕") == "PIET ARENDS inspector"
        assert lines[2].strip(" ▐▕") == "4 quotes today"
        row = next(n for n, line in enumerate(lines) if "read it in place" in line)
        assert "I only came to read" in lines[row - 1]
        view.move(1)
        await pilot.pause()
        lines = screen_lines(app)
        row = next(n for n, line in enumerate(lines) if "read it in place" in line)
        assert "no going back" in lines[row - 1]


async def test_reading_names_the_chosen_quote() -> None:
    view = quotes()
    async with staged(view, (61, 24)) as (app, pilot):
        view.show(VOICES[0], ROWS)
        view.end()
        view.read()
        await pilot.pause()
        [chosen] = app.heard
        assert isinstance(chosen, QuotesPane.QuoteChosen)
        assert (chosen.story, chosen.index) == (1, 2)


async def test_the_choice_stays_in_sight_and_the_head_comes_with_the_first() -> None:
    view = quotes()
    many = [row(story, n, f"“Words {story}-{n}.”") for story in range(3) for n in range(9)]
    async with staged(view, (61, 16)) as (app, pilot):
        view.show(VOICES[0], many)
        for chosen in (26, 13, 14, 20, 0):
            view.move(chosen - view.chosen)
            await pilot.pause()
            text = "\n".join(screen_lines(app))
            assert many[chosen].text in text
            assert "read it in place" in text
        assert "PIET ARENDS" in text


async def test_a_voice_without_quotes_says_so_and_keys_do_no_harm() -> None:
    view = quotes()
    async with staged(view, (61, 16)) as (app, pilot):
        view.show(None, [])
        view.move(1)
        view.page(1)
        view.end()
        view.read()
        await pilot.pause()
        assert "Nobody is quoted in these stories." in "\n".join(screen_lines(app))
        assert app.heard == []


async def test_a_click_chooses_a_quote_and_a_second_one_reads_it() -> None:
    view = quotes()
    async with staged(view, (61, 24)) as (app, pilot):
        view.show(VOICES[0], ROWS)
        await pilot.pause()
        at = next(n for n, line in enumerate(screen_lines(app)) if "a promise" in line)
        await pilot.click(view, offset=(8, at))
        assert view.chosen == 2
        assert app.heard == []
        at = next(n for n, line in enumerate(screen_lines(app)) if "a promise" in line)
        await pilot.click(view, offset=(8, at))
        assert names(app) == ["QuoteChosen"]


async def test_voices_are_listed_with_role_source_and_count() -> None:
    view = VoiceList(id="pane")
    async with staged(view, (37, 16)) as (app, pilot):
        view.wording = VoicesWording(scope="41 today")
        view.show(VOICES)
        await pilot.pause()
        lines = screen_lines(app)
        assert lines[1] == "  Voices 41 today       most quoted"
        assert lines[3] == "▌ ▎ Piet Arends                   4"
        assert lines[4] == "▌ ▎ inspector · Mellgate Mirror"
        assert lines[6] == "  ▎ Wilma Oyelaran                2"
        assert lines[7] == "  ▎ treasurer of the council · Mel…"
        view.end()
        await pilot.pause()
        assert "Unattributed" in "\n".join(screen_lines(app))
        assert "no speaker named" in "\n".join(screen_lines(app))


async def test_choosing_a_voice_is_told_once_and_the_choice_stays_in_sight() -> None:
    view = VoiceList(id="pane")
    async with staged(view, (37, 16)) as (app, pilot):
        view.show(VOICES)
        view.move(5)
        view.move(-5)
        view.move(-1)
        await pilot.pause()
        assert names(app) == ["VoiceSelected"] * 2
        for number in (23, 11, 12, 0):
            view.choose(VOICES[number].key)
            await pilot.pause()
            assert view.voice == VOICES[number]
            name = VOICES[number].name
            assert any(line.startswith("▌ ▎ " + name) for line in screen_lines(app))


async def test_a_list_shown_again_keeps_the_choice_by_its_key() -> None:
    view = VoiceList(id="pane")
    async with staged(view, (37, 16)) as (_app, pilot):
        view.show(VOICES, "person 7")
        await pilot.pause()
        assert view.voice
        assert view.voice.name == "Person 7"
        view.show([])
        view.move(1)
        assert view.voice is None


async def test_clicks_choose_voices() -> None:
    view = VoiceList(id="pane")
    async with staged(view, (37, 16)) as (app, pilot):
        view.show(VOICES)
        await pilot.pause()
        await pilot.click(view, offset=(6, 7))
        assert view.voice == VOICES[1]
        await pilot.click(view, offset=(6, 6))
        await pilot.click(view, offset=(6, 1))
        assert names(app) == ["VoiceSelected", "VoiceEntered"]


class BothHalves(Horizontal):
    """The quotes view as the app puts it together."""

    def compose(self) -> ComposeResult:
        self.voices = VoiceList()
        self.voices.styles.width = 37
        self.quotes = quotes()
        yield self.voices
        yield self.quotes


async def test_the_view_as_a_whole(update_snapshots: bool) -> None:
    both = BothHalves()
    async with staged(both, (98, 28)) as (app, pilot):
        both.voices.wording = VoicesWording(scope="41 today")
        both.voices.show(VOICES)
        both.voices.focus()
        both.quotes.show(VOICES[0], ROWS, page=Page("today"))
        await pilot.pause()
        check_frame(app, FRAMES / "quotes.txt", update_snapshots)
