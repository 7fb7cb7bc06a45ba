from __future__ import annotations

import pytest

from reader.text.guess_language import guess_language


@pytest.mark.parametrize(
    ("text", "hint", "lang"),
    [
        ("東京都の人口統計発表会議", "", "ja"),  # one kana among eleven Han
        ("東京都人口統計発表会議", "", "zh"),
        ("배가 다시 뜬다", "en", "ko"),
        ("The ferry is back and the harbour is open to all of them again.", "de", "en"),
        ("Ferry", "de-AT", "de"),
        ("12 : 30", "nb", "no"),
        ("", "", ""),
    ],
)
def test_the_script_decides_then_the_words_then_the_hint(text: str, hint: str, lang: str) -> None:
    assert guess_language(text, hint) == lang
