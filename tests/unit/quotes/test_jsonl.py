from __future__ import annotations

import json

from reader.quotes.jsonl import answer_lines


def test_answers_stay_in_step_with_the_questions() -> None:
    asked = ['{"id": 1, "text": "“Late,” said Odo.", "lang": "en"}', "no json", "[]", '{"id": 2}']
    answers = [json.loads(line) for line in answer_lines(asked)]
    assert [answer["id"] for answer in answers] == [1, None, None, 2]
    assert answers[0]["quotes"][0]["speaker"] == "Odo"
    assert all(answer["quotes"] == [] for answer in answers[1:])
