from __future__ import annotations

import pytest

from reader.app.panes.story.head import minutes
from tests.app.stories import paragraph, story


@pytest.mark.parametrize(
    ("text", "takes"),
    [("word", 1), ("word " * 690, 3), ("港" * 1350, 3), ("항만은 " * 690, 3)],
)
def test_reading_time_counts_words_or_the_signs_of_scripts_without_blanks(
    text: str, takes: int
) -> None:
    assert minutes(story(paragraph(text)), None) == takes
