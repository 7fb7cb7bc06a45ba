from __future__ import annotations

from dataclasses import replace

from reader.model.quote import Voice
from reader.typesetting.voice_head import Page, QuotesWording, Role, roles_of, voice_head
from tests.unit.typesetting.test_blocks import flat
from tests.unit.typesetting.test_quotes_page import PIET, row


def _head(voice: Voice, *roles: str, page: Page = Page("today")) -> list[str]:  # noqa: B008
    rows = [replace(row(9 - n, 0, "x"), role=role) for n, role in enumerate(roles)]
    lines = voice_head(voice, 0, rows, page, 40, lambda day: f"day {day}", QuotesWording())
    return [flat(line) for line in lines]


def test_the_head_counts_those_of_the_scope_and_all_there_are() -> None:
    assert _head(replace(PIET, quotes=1), "inspector", "inspector") == [
        "PIET ARENDS inspector", "1 quote today · 2 since day 8",
    ]  # fmt: skip
    assert _head(replace(PIET, quotes=2), "inspector", "inspector")[1] == "2 quotes today"


def test_roles_are_told_with_their_time_the_latest_first() -> None:
    assert _head(replace(PIET, quotes=4), "mayor", "", "Inspector", "inspector") == [
        "PIET ARENDS mayor",
        "4 quotes today",
        "mayor      day 9",
        "Inspector  day 6 – day 7",
    ]


def test_other_names_of_a_voice_are_told() -> None:
    page = Page("", ("P. Arends", "Arends"))
    assert _head(replace(PIET, quotes=1), "", page=page)[1:] == [
        "1 quote", "also named P. Arends, Arends",
    ]  # fmt: skip


def test_a_role_is_one_whatever_its_letters() -> None:
    rows = [replace(row(day, 0, "x"), role=role) for day, role in ((3, "Mayor"), (1, "mayor"))]
    assert roles_of(rows) == [Role("Mayor", 1, 3)]


def test_the_role_used_last_comes_first_however_old_it_is() -> None:
    times = [(2, "mayor"), (5, "inspector"), (6, "inspector"), (9, "mayor")]
    rows = [replace(row(day, 0, "x"), role=role, published=day) for day, role in times]
    assert roles_of(rows) == [Role("mayor", 2, 9), Role("inspector", 5, 6)]
