from __future__ import annotations

import dataclasses

from tests.app.driving import Driver, driven
from tests.app.fake_newsroom import FakeNewsroom
from tests.app.stage import screen_lines


async def typed(reader: Driver, *keys: str) -> None:
    """Type into the bottom line as fast as a person who knows it by heart."""
    for key in keys:
        await reader.pilot.press(key)
    await reader.quiet()


def screen(reader: Driver) -> str:
    return "\n".join(screen_lines(reader.app))


def speakers(reader: Driver) -> list[str]:
    article = reader.app.article.article
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
        assert reader.app.ask_line.field.value == "Edda Marlow"
        await typed(reader, "enter")
        await reader.until(lambda: any(call[0] == "correct" for call in reader.newsroom.calls))
        assert reader.newsroom.calls[-1][-1] == "Edda Marlow"


async def test_escape_and_an_empty_answer_change_nothing_and_keys_are_keys_again() -> None:
    async with driven() as reader:
        for end in ("escape", "enter"):
            await reader.press("enter", "exclamation_mark", end)
            assert not reader.app.ask_line.display
            assert not [call for call in reader.newsroom.calls if call[0] == "correct"]
        await reader.press("q")
        assert reader.app.pane == "list"


async def test_letters_of_a_name_are_no_commands() -> None:
    async with driven() as reader:
        await typed(reader, "enter", "exclamation_mark", *"squeAz")
        assert reader.app.ask_line.field.value == "squeAz"
        assert not [call for call in reader.newsroom.calls if call[0] in ("save", "undo")]


async def test_where_there_is_no_quote_it_is_said() -> None:
    async with driven() as reader:
        await reader.press("j", "j")
        await reader.beside(3)
        await reader.press("enter", "exclamation_mark")
        assert reader.fact == "There is no quote here."


async def test_a_store_that_cannot_be_written_asks_nothing() -> None:
    async with driven() as reader:
        reader.newsroom.read_only = True
        await reader.press("enter", "right_square_bracket", "exclamation_mark")
        assert not reader.app.ask_line.display
        assert "saves nothing" in reader.fact


async def test_a_quote_is_set_right_in_the_quotes_view_too() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark", "enter", "exclamation_mark")
        await typed(reader, *"Ida", "enter")
        await reader.until(lambda: "Ida" in [voice.name for voice in reader.app.voices.voices])
        await reader.quiet()
        assert reader.app.quotes_open


async def test_two_voices_become_one_by_hand_and_two_again() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark")
        before = len(reader.app.voices.voices)
        await reader.press("colon")
        await typed(reader, *"alias", "space", *"Tobias", "space", *"Renn", "equals_sign",
                    *"Edda", "space", *"Marlow")
        assert "Tobias Renn is Edda Marlow" in screen(reader)
        await typed(reader, "enter")
        await reader.until(lambda: len(reader.app.voices.voices) == before - 1)
        await reader.quiet()
        assert "also named Tobias Renn" in screen(reader)
        await reader.press("z")
        await reader.until(lambda: len(reader.app.voices.voices) == before)


async def test_the_chosen_voice_may_be_merged_by_name() -> None:
    async with driven() as reader:
        await reader.press("quotation_mark")
        reader.app.voices.choose("tobias renn")
        reader.app.do("alias")
        await typed(reader, *"marl", "tab", "enter")
        await reader.until(lambda: any(call[0] == "alias" for call in reader.newsroom.calls))
        assert reader.newsroom.calls[-1] == ("alias", "tobias renn", "Edda Marlow")


async def test_a_voice_is_followed_from_its_words_and_left_again() -> None:
    async with driven() as reader:
        await reader.press("enter", "right_square_bracket", "w")
        await reader.until(lambda: "Edda Marlow" in [i.title for i in reader.app.sources.items])
        assert reader.fact == "Edda Marlow is followed"
        titles = [item.title for item in reader.app.sources.items]
        assert titles[titles.index("Quotes") + 1] == "Edda Marlow"
        await reader.press("z")
        await reader.until(lambda: "Edda Marlow" not in [i.title for i in reader.app.sources.items])


async def test_the_list_of_a_followed_voice_leads_to_its_page() -> None:
    newsroom = FakeNewsroom()
    views = {"Ines Falk": 'said:"Ines Falk"', "Geese": "geese"}
    newsroom.config = dataclasses.replace(newsroom.config, views=views)
    async with driven(newsroom) as reader:
        reader.app.sources.choose_key("view:Ines Falk")
        reader.app.go("sources")
        await reader.press("enter")
        await reader.until(lambda: reader.app.list.key == "view:Ines Falk")
        assert list(reader.app.headlines.ids) == [6]
        await reader.press("quotation_mark")
        assert reader.app.voices.voice
        assert reader.app.voices.voice.name == "Ines Falk"
