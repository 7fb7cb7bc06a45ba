"""The form in which pages are asked for and answered by lines."""

from __future__ import annotations

import json

from reader.loader.pages.extract_jsonl import answer_lines

LINE = "The ferry left the quay at noon with nine goats and a piano on board, an hour late. "


def test_a_page_is_answered_with_its_story() -> None:
    quote = "<blockquote>A goat is never late.<cite>Edda Rosk</cite></blockquote>"
    body = f"<p>{LINE * 3}</p>{quote}<p>{LINE * 2}On.</p>"
    html = f"<article><h1>Goats at sea today</h1>{body}</article>"
    asked = {"id": "one", "url": "https://c.example/a", "html": html}
    answer = json.loads(next(answer_lines([json.dumps(asked)])))
    assert answer["id"] == "one"
    assert answer["title"] == "Goats at sea today"
    assert answer["author"] == []
    assert "A goat is never late.\nEdda Rosk" in answer["text"]
    assert {"kind": "quote", "text": "A goat is never late.\nEdda Rosk"} in answer["blocks"]


def test_what_is_no_page_is_answered_with_an_error_and_hides_no_other() -> None:
    good = json.dumps({"id": 2, "url": "", "html": "<p>x</p>"})
    answers = [json.loads(line) for line in answer_lines(["{", "", "[]", good])]
    assert ["error" in answer for answer in answers] == [True, True, False]
