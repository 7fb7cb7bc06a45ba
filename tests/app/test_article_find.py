from __future__ import annotations

from reader.app.article_find import find_hits
from reader.text.layout import lay_out
from reader.text.layout_frame import frame
from reader.text.layout_line import Layout
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
