"""The picture of the colours: no token is left out, and the figures are those of the papers."""

from __future__ import annotations

import pytest

from reader.model.palette import TABLES, TERMINAL, TOKENS, VOICES
from screenshots.swatches import CELLS, column


@pytest.mark.parametrize("theme", TABLES)
def test_every_token_of_a_theme_has_its_swatch(theme: str) -> None:
    rows = list(column(theme, TABLES[theme]))
    assert {len(row) for row in rows} == {CELLS}
    page = "\n".join(row.plain for row in rows)
    for token in TOKENS:
        if not token.startswith(("tint-", "words-", "voice-", "match-")):
            assert f" {token} " in page, token
    assert page.count("What they actually said.") == VOICES
    drawn = {str(span.style) for row in rows for span in row.spans}
    for slot in range(1, VOICES + 1):
        ink, ground = (TABLES[theme][f"{part}-{slot}"].removeprefix("ansi_")
                       for part in ("words", "tint"))  # fmt: skip
        assert f"not bold {ink} on {ground}" in drawn


def test_the_ratios_are_computed_and_only_where_the_colours_are_known() -> None:
    pages = {
        theme: "\n".join(row.plain for row in column(theme, table))
        for theme, table in TABLES.items()
    }
    assert "16.1 / 14.2" in pages["lamplight"]
    assert "17.1 / 18.5" in pages["paper"]
    assert "13.6 / 11.0" in pages["contrast"]
    assert " / 1" not in pages[TERMINAL]
