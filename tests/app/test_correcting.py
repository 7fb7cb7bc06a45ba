from __future__ import annotations

from tests.app.driving import Driver, driven
from tests.app.stage import screen_lines


async def typed(reader: Driver, *keys: str) -> None:
    """Type into the bottom line as fast as a person who knows it by heart."""
    for key in keys:
        await reader.pilot.press(key)
    await reader.quiet()


def screen(reader: Driver) -> str:
    return "\n".join(screen_lines(reader.app))


def speakers(reader: Driver) -> list[str]:
    article = reader.window.article.article
    return [quote.speaker for quote in article.quotes] if article else []


async def test_a_quote_gets_another_speaker_and_back() -> None:
    async with driven() as reader:
        await reader.press("enter", "right_square_bracket", "exclamation_mark")
        assert "Who said it?" in screen(reader)
        await typed(reader, *"Ida", "space", *"Lund", "enter")
        await reader.until(lambda: speakers(reader) == ["Ida Lund"])
        await reader.quiet()
        assert reader.fact == "Ida Lund said it"
        assert "Ida Lund" in screen(reader)
        await reader.press("z")
        await reader.until(lambda: speakers(reader) == ["Edda Marlow"])


async def test_a_second_exclamation_mark_says_that_it_is_no_quote() -> None:
    async with driven() as reader:
        await typed(reader, "enter", "right_square_bracket", "exclamation_mark", "exclamation_mark")
        await reader.until(lambda: speakers(reader) == [])
        await reader.quiet()
        assert reader.fact == "No quote any more"
        [call] = [call for call in reader.newsroom.calls if call[0] == "correct"]
        assert call[1:] == (1, "“The stairs kept growing,”", "")
        await reader.press("z")
        await reader.until(lambda: speakers(reader) == ["Edda Marlow"])


async def test_names_of_the_story_are_completed() -> None:
    async with driven() as reader:
        await reader.press("enter", "right_square_bracket", "exclamation_mark")
        await typed(reader, *"mar", "tab")
        assert reader.window.ask_line.field.value == "Edda Marlow"
        await typed(reader, "enter")
        await reader.until(lambda: any(call[0] == "correct" for call in reader.newsroom.calls))
        assert reader.newsroom.calls[-1][-1] == "Edda Marlow"


async def test_escape_and_an_empty_answer_change_nothing_and_keys_are_keys_again() -> None:
    async with driven() as reader:
        for end in ("escape", "enter"):
            await reader.press("enter", "exclamation_mark", end)
            assert not reader.window.ask_line.display
            assert not [call for call in reader.newsroom.calls if call[0] == "correct"]
        await reader.press("q")
        assert reader.session.place.pane == "list"


async def test_letters_of_a_name_are_no_commands() -> None:
    async with driven() as reader:
        await typed(reader, "enter", "exclamation_mark", *"squeAz")
        assert reader.window.ask_line.field.value == "squeAz"
        assert not [call for call in reader.newsroom.calls if call[0] in ("save", "undo")]


async def test_a_store_that_cannot_be_written_asks_nothing() -> None:
    async with driven() as reader:
        reader.newsroom.read_only = True
        await reader.press("enter", "right_square_bracket", "exclamation_mark")
        assert not reader.window.ask_line.display
        assert "saves nothing" in reader.fact


async def test_two_voices_become_one_by_hand_and_two_again() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark")
        before = len(reader.window.voices.voices)
        await reader.press("colon")
        await typed(reader, *"alias", "space", *"Tobias", "space", *"Renn", "equals_sign",
                    *"Edda", "space", *"Marlow")
        assert "Tobias Renn is Edda Marlow" in screen(reader)
        await typed(reader, "enter")
        await reader.until(lambda: len(reader.window.voices.voices) == before - 1)
        await reader.quiet()
        assert "also named Tobias Renn" in screen(reader)
        await reader.press("z")
        await reader.until(lambda: len(reader.window.voices.voices) == before)


async def test_the_chosen_voice_may_be_merged_by_name() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark")
        reader.window.voices.choose("tobias renn")
        reader.session.do("alias")
        await typed(reader, *"marl", "tab", "enter")
        await reader.until(lambda: any(call[0] == "alias" for call in reader.newsroom.calls))
        assert reader.newsroom.calls[-1] == ("alias", "tobias renn", "Edda Marlow")
