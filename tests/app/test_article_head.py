from __future__ import annotations

from dataclasses import replace

import pytest

from reader.app.panes.story.head import minutes
from tests.app.stories import paragraph, story


@pytest.mark.parametrize(
    ("text", "lang", "takes"),
    [
        ("word", "en", 1),
        ("word " * 690, "en", 3),
        ("港" * 1350, "ja", 3),
        ("항만은 " * 690, "ko", 3),
    ],
)
def test_reading_time_counts_words_or_the_signs_of_scripts_without_blanks(
    text: str, lang: str, takes: int
) -> None:
    assert minutes(replace(story(paragraph(text)), lang=lang), None) == takes
