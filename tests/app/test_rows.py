from __future__ import annotations

from rich.style import Style

from reader.app.drawing.rows import row

RED = Style(color="red", bold=True)


def test_a_row_is_exactly_as_wide_as_asked_and_what_is_left_gives_way() -> None:
    strip = row(12, [("漢字漢字漢字", RED)], [(" 12m", RED)])
    assert strip.cell_length == 12
    assert strip.text.endswith(" 12m")
    assert "…" in strip.text


def test_a_reversed_row_is_of_one_colour_and_keeps_weight() -> None:
    strip = row(10, [("one", RED)], [("2", RED)], Style(reverse=True))
    assert {str(segment.style.color) for segment in strip if segment.style} == {"None"}
    first = next(iter(strip)).style
    assert first
    assert (first.reverse, first.bold, bool(first.dim)) == (True, True, False)
    plain = next(iter(row(3, [("one", RED)])))
    assert plain.style == RED


def test_words_from_right_to_left_do_not_reorder_what_stands_beside_them() -> None:
    strip = row(12, [("1 ", RED), ("שלום", RED)], [("12m", RED)])
    assert strip.cell_length == 12
    assert "\u2068שלום\u2069" in strip.text
