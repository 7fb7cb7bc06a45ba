from __future__ import annotations

import pytest

from reader.quotes.cite_line import read_cite


@pytest.mark.parametrize(
    ("cite", "expected"),
    [
        ("Tomás Reyes", ("Tomás Reyes", "", "")),
        ("— Tomás Reyes, former pilot", ("Tomás Reyes", "former pilot", "")),
        ("Tomás Reyes (former pilot)", ("Tomás Reyes", "former pilot", "")),
        ("Maria de la Cruz, Letters, 3 March", ("Maria de la Cruz", "", "Letters, 3 March")),
        ("Ida Lund, letter to the editor", ("Ida Lund", "", "letter to the editor")),
        ("Ida Lund, 3 March", ("Ida Lund", "", "3 March")),
        ("佐伯みなと（図書館長）", ("佐伯みなと", "", "図書館長")),
        ("Letter to the harbour board", ("Letter to the harbour board", "", "")),
        ("Letter to the board, 3 March", ("Letter to the board, 3 March", "", "")),
        ("A book with a very long title, Ida", ("A book with a very long title, Ida", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_cite_is_read_as_name_role_and_source(
    cite: str, expected: tuple[str, str, str]
) -> None:
    assert read_cite(cite) == expected
