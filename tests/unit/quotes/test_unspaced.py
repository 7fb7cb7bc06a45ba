from __future__ import annotations

import pytest

from reader.quotes.model_quotes import quotes_in_text


@pytest.mark.parametrize(
    ("lang", "text", "speaker", "count"),
    [
        ("ja", "佐藤花子氏は「危険だ」とした上で、「もう渡れない」と述べた。", "佐藤花子氏", 2),
        ("ja", "「もう待てない」。小川花子さんはそう話した。", "小川花子さん", 1),
        ("zh", "何小舟说，桥“太旧了”，“没有人来过”。", "何小舟", 2),
        ("zh", "据何小舟介绍，这座桥“非常危险”。", "何小舟", 1),
        ("zh", "市长何小舟周一对记者表示：“我们不能再等了。”", "市长何小舟", 1),
        ("ko", "김하늘은 “물이 일찍 왔다”면서 “기다리자”라고 말했다.", "김하늘", 2),
        ("ko", "“더는 기다릴 수 없다.” 김하늘 시장의 말이다.", "김하늘 시장", 1),
    ],
)
def test_the_particle_shows_who_speaks(lang: str, text: str, speaker: str, count: int) -> None:
    assert [quote.speaker for quote in quotes_in_text(text, lang)] == [speaker] * count


@pytest.mark.parametrize(
    ("lang", "text"),
    [("zh", "电影《退潮》讲述“港口的故事”。"), ("ko", "영화 ‘썰물’이 개봉한다.")],
)
def test_a_story_is_no_speaker(lang: str, text: str) -> None:
    assert quotes_in_text(text, lang) == ()
