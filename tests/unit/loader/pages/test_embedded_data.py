"""Text in the data that a page carries for its scripts."""

from __future__ import annotations

import json

import pytest

from reader.loader.pages.embedded_data import text_in_state

TEXT = [
    "The ferry came in at seven with nobody on board but a dog, which had paid, and the “captain”.",
    'It\'s the third time since May, said the harbour master, and the dog has never said "why".',
]
STATE = {"nav": ["News"], "story": {"paragraphs": [{"text": text} for text in TEXT]}}
AS_JSON = json.dumps(STATE)
IN_SINGLE_QUOTES = AS_JSON.replace("\\", "\\\\").replace("'", "\\'")


@pytest.mark.parametrize(
    "script",
    [
        f"<script type='application/json'>{AS_JSON}</script>",
        f"<script>window.__STATE__ = {AS_JSON};</script>",
        f"<script>var a = {{b: 1}}; App.content={AS_JSON}; run(a)</script>",
        f"<script>window['x'] = JSON.parse({json.dumps(AS_JSON)})</script>",
        f"<script>window.x=JSON.parse('{IN_SINGLE_QUOTES}');</script>",
    ],
    ids=["json", "assigned", "among others", "parsed", "parsed, in single quotes"],
)
def test_paragraphs_are_found_however_the_data_is_given(script: str) -> None:
    assert text_in_state(f"<html><body>{script}</body></html>") == TEXT


def test_scripts_without_an_end_and_broken_data_are_passed_over() -> None:
    assert text_in_state("<script>a = {" * 2000) == []
    assert text_in_state('<script>a = {"text": "x"</script>' * 50) == []
    assert text_in_state("<script>a = JSON.parse('{\\u00')</script>" * 50) == []


@pytest.mark.parametrize(
    "text",
    [
        "A ferry with a dog.",
        f"function () {{ return '{TEXT[0]}'; }} and so on and on, for as long as it takes to end.",
        f"https://courier.example/a?text={TEXT[0]}",
        TEXT[0].replace(" ", ""),
        f"{TEXT[0]} and then",
    ],
    ids=["short", "code", "address", "one word", "no sentence"],
)
def test_strings_that_are_no_paragraphs_are_left_out(text: str) -> None:
    state = json.dumps({"body": [text, TEXT[0]], "id": TEXT[1]})
    assert text_in_state(f"<script>a = {state}</script>") == [TEXT[0]]
