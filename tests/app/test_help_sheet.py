"""The sheet of keys, without the reader under it: columns, what is typed, windows of any size."""

from __future__ import annotations

import pytest

from reader.app.commands.key_table import key_table
from reader.app.sheets.help_sheet import HelpScreen
from reader.app.sheets.sheet import OverScreen, fitting
from reader.app.sheets.sheet_rows import Choice
from reader.wording.catalogue import use_language
from tests.app.sheet_stage import type_in, under
from tests.app.stage import screen_lines


def help_sheet() -> HelpScreen:
    return HelpScreen(key_table("", {}), {})


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (300, 100)])
async def test_help_fits_any_window(size: tuple[int, int]) -> None:
    async with under(help_sheet(), size) as (app, _pilot):
        page = screen_lines(app)
        assert len(page) == size[1]
        assert all(len(line) <= size[0] for line in page)
        assert "Keys" in "\n".join(page)


async def test_the_keys_of_every_day_are_seen_at_once_in_two_columns() -> None:
    async with under(help_sheet()) as (app, _pilot):
        lines = screen_lines(app)
        page = "\n".join(lines)
        for words in ("export to a file", "back (q on the list: quit)", "every command"):
            assert words in page
        assert "could not be fetched" in page
        row = next(line for line in lines if "READ" in line and "MOVE" in line)
        assert row.index("MOVE") - row.index("READ") > 40


async def test_help_is_narrowed_by_what_is_typed() -> None:
    sheet = help_sheet()
    async with under(sheet) as (app, pilot):
        type_in(sheet, *"undoo", "backspace")
        await pilot.pause()
        page = "\n".join(screen_lines(app))
        assert "Keys undo" in page
        assert "z           undo" in page
        assert "page back" not in page
        type_in(sheet, "q")
        await pilot.pause()
        assert app.screen is sheet, "it is a letter like any other now"
        type_in(sheet, "ctrl+u", "q")
        await pilot.pause()
        assert app.screen is not sheet


@pytest.mark.parametrize("rows", [36, 60])
@pytest.mark.parametrize("language", ["en", "de"])
async def test_no_key_s_words_are_cut_where_there_is_room(language: str, rows: int) -> None:
    use_language(language)
    try:
        async with under(help_sheet(), (120, rows)) as (app, _pilot):
            page = [line[12:108] for line in screen_lines(app)[5 : min(rows - 7, 50)]]
            assert "KEEP" in str(page) or "BEHALTEN" in str(page)
            assert not [line.strip() for line in page if "…" in line]
    finally:
        use_language("en")


@pytest.mark.parametrize(("rows", "keys"), [(10, 7), (12, 9), (15, 12)])
async def test_help_of_a_low_window_is_all_keys(rows: int, keys: int) -> None:
    async with under(help_sheet(), (40, rows)) as (app, _pilot):
        page = screen_lines(app)
        assert page[0].lstrip().startswith("Keys")
        assert page[2].lstrip().startswith("READ")
        shown = [line for line in page[3 : 3 + keys - 1] if line.strip()]
        assert len(shown) == keys - 1


CHOICES = [Choice("Go on", heading=True), *map(Choice, ("Mark read", "Undo", "Remark", "Open"))]


def test_what_fits_best_stands_first_and_headings_only_over_all() -> None:
    assert [choice.words for choice, _ in fitting(CHOICES, "mark")] == ["Mark read", "Remark"]
    assert [choice for choice, _ in fitting(CHOICES, " ")] == CHOICES
    assert fitting(CHOICES, "zzz") == []


@pytest.mark.parametrize(
    ("keys", "taken"),
    [
        (("enter",), "Mark read"),
        (("j", "j", "enter"), "Remark"),
        (("j", "k", "enter"), "Mark read"),
        (("3",), "Remark"),
        (("9",), ""),
        (("q",), ""),
        (("pagedown", "enter"), "Open"),
    ],
)
async def test_a_line_is_taken_by_its_place_or_its_number(
    keys: tuple[str, ...], taken: str
) -> None:
    done: list[str] = []
    offers = [
        Choice(one.words, heading=one.heading, do=lambda words=one.words: done.append(words))  # type: ignore[misc]  # bound now
        for one in CHOICES
    ]
    sheet = OverScreen("Choose", offers)
    async with under(sheet, (80, 24)) as (_app, _pilot):
        type_in(sheet, *keys)
        assert done == ([taken] if taken else [])
