from __future__ import annotations

import json
import subprocess
import sys

from reader.quotes.jsonl import answer_lines


def test_answers_stay_in_step_with_the_questions() -> None:
    asked = ['{"id": 1, "text": "“Late,” said Odo.", "lang": "en"}', "no json", "[]", '{"id": 2}']
    answers = [json.loads(line) for line in answer_lines(asked)]
    assert [answer["id"] for answer in answers] == [1, None, None, 2]
    assert answers[0]["quotes"][0]["speaker"] == "Odo"
    assert all(answer["quotes"] == [] for answer in answers[1:])


def test_text_that_cannot_be_written_comes_back_escaped() -> None:
    asked = '{"id": 1, "text": "“Late \\ud800,” said Odo."}\n'.encode() + b'{"id": "\xff"}\n'
    done = subprocess.run(
        [sys.executable, "-m", "reader.quotes.jsonl"], input=asked, capture_output=True, check=True
    )
    first, second = map(json.loads, done.stdout.decode("utf-8").splitlines())
    assert first["quotes"][0]["text"] == "“Late \ud800,”"
    assert second["error"] == "no text"
