from __future__ import annotations

import sys

from reader.app.drawing.layout_search import REACH, find_hits, hits_on
from reader.typesetting.line import Layout
from reader.typesetting.measure import frame
from reader.typesetting.story_layout import lay_out
from tests.app.stories import paragraph, story


def found(text: str, *words: str) -> list[str]:
    layout: Layout = lay_out(story(paragraph(text), title=""), frame(60))
    return [hit.set.text[hit.start : hit.end] for hit in find_hits(layout, words)]


def test_case_and_accents_make_no_difference() -> None:
    assert found("Éva went to the CAFÉ, the café", "cafe", "eva") == ["Éva", "CAFÉ", "café"]


def test_a_word_finds_longer_ones_that_begin_with_it_but_none_that_end_with_it() -> None:
    assert found("harbour harbours unharboured", "harbour") == ["harbour", "harbour"]


def test_phrases_and_scripts_without_blanks_are_found() -> None:
    assert found("the old customs quay, old quay", "old quay") == ["old quay"]
    assert found("海辺の図書館が再開", "図書館") == ["図書館"]


def test_letters_that_fold_to_several_keep_their_place() -> None:
    assert found("Œuvre and straße, then Mars", "mars", "strasse") == ["straße", "Mars"]


def test_a_hit_knows_the_line_it_stands_on() -> None:
    layout = lay_out(story(paragraph("word " * 40 + "needle"), title=""), frame(60))
    hit, = find_hits(layout, ["needle"])
    assert any("needle" in words.text for words in layout.lines[hit.line].words)


def test_each_line_is_given_the_hits_that_stand_on_it_and_no_others() -> None:
    text = " ".join(f"needle {'straw ' * (number % 7)}" for number in range(300))
    layout = lay_out(story(paragraph(text), title=""), frame(60))
    hits = find_hits(layout, ["needle"])
    assert len(hits) == 300
    for number, line in enumerate(layout.lines):
        shown = " ".join(words.text for words in line.words)
        near = hits_on(hits, number)
        assert shown.count("needle") == sum(hit.line == number for hit in near)
        assert all(number - REACH <= hit.line <= number for hit in near)


def steps(text: str) -> int:
    """How many lines of Python it takes to look a text through: the same on every computer."""
    layout = lay_out(story(paragraph(text), title=""), frame(60))
    count = 0

    def trace(*_: object) -> object:
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)  # type: ignore[arg-type]  # what it is given is not looked at
    try:
        find_hits(layout, ["needle"])
    finally:
        sys.settrace(before)
    return count


def test_a_paragraph_of_any_length_is_looked_through_once() -> None:
    assert steps("needle in straw. " * 2_000) <= 11 * steps("needle in straw. " * 200)
