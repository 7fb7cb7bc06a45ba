"""Quotes of texts as JSON lines: one ``{"id", "text", "lang"}`` in, one answer out."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator

from reader.model.quote import Quote
from reader.quotes.find import quotes_in_text


def answer_lines(lines: Iterable[str]) -> Iterator[str]:
    """Yield one line of JSON, ``{"id", "quotes": […]}``, for each line that holds a text.

    Offsets are code points, marks included. A line that is no object with a text is answered
    with ``{"id", "error", "quotes": []}``, so that answers and questions stay in step.
    """
    encode = json.JSONEncoder(ensure_ascii=False).encode
    for line in lines:
        if not line.strip():
            continue
        key: object = None
        try:
            asked = json.loads(line)
        except ValueError as error:
            yield encode({"id": None, "error": f"not JSON: {error}", "quotes": []})
            continue
        if isinstance(asked, dict):
            key = asked.get("id")
        text = asked.get("text") if isinstance(asked, dict) else None
        if not isinstance(text, str):
            yield encode({"id": key, "error": "no text", "quotes": []})
            continue
        lang, title = asked.get("lang"), asked.get("title")
        quotes = quotes_in_text(
            text, lang if isinstance(lang, str) else "", title if isinstance(title, str) else ""
        )
        yield encode({"id": key, "quotes": [_record(quote) for quote in quotes]})


def _record(quote: Quote) -> dict[str, object]:
    record: dict[str, object] = {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "kind": quote.kind.value,
        "speaker": quote.speaker or None,
        "certainty": quote.certainty.value,
        "reason": quote.reason,
        "utterance": quote.utterance,
        "place": quote.place.value,
    }
    if quote.speaker_start >= 0:
        record["speaker_start"], record["speaker_end"] = quote.speaker_start, quote.speaker_end
    if quote.cue:
        record["cue"] = quote.cue
        record["cue_start"], record["cue_end"] = quote.cue_start, quote.cue_end
    if quote.role:
        record["role"] = quote.role
    if quote.source:
        record["source"] = quote.source
    return record


def main() -> None:
    """Answer standard input."""
    for line in answer_lines(sys.stdin):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
