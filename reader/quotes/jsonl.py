"""Quotes of texts as JSON lines: one ``{"id", "text", "lang"}`` in, one answer out."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from io import TextIOWrapper
from itertools import islice
from json.encoder import encode_basestring as as_json

from reader.quotes.candidate import Candidate
from reader.quotes.find_quotes import find_quotes
from reader.quotes.paragraphs import paragraphs_of

TYPE_CHECKING = False
"""What type checkers take for true: to import `typing` takes as long as Python's own start."""
if TYPE_CHECKING:
    from typing import NoReturn

_BLOCK = 50
"""Answers written at once: an unbuffered output costs a call to the system for each."""


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
        except (ValueError, RecursionError) as error:
            yield encode({"id": None, "error": f"not JSON: {error}", "quotes": []})
            continue
        if isinstance(asked, dict):
            key = asked.get("id")
        text = asked.get("text") if isinstance(asked, dict) else None
        if not isinstance(text, str):
            yield encode({"id": key, "error": "no text", "quotes": []})
            continue
        lang, title = asked.get("lang"), asked.get("title")
        candidates = find_quotes(
            text,
            paragraphs_of(text),
            lang if isinstance(lang, str) else "",
            title if isinstance(title, str) else "",
        )
        yield f'{{"id": {encode(key)}, "quotes": [{", ".join(map(_record, candidates))}]}}'


def _record(quote: Candidate) -> str:
    """Return a quotation as JSON: written out, in a third of the time of the library's encoder."""
    who = quote.speaker
    record = (
        f'{{"start": {quote.start}, "end": {quote.end}, "text": {as_json(quote.words)}, '
        f'"kind": "{quote.kind}", "speaker": {as_json(quote.name) if quote.name else "null"}, '
        f'"certainty": "{quote.certainty}", "reason": "{quote.reason}", '
        f'"utterance": {quote.utterance}, "place": "{quote.place}"'
    )
    if who:
        record += f', "speaker_start": {who.start}, "speaker_end": {who.end}'
    if quote.verb:
        start, end = quote.cue
        record += f', "cue": {as_json(quote.verb)}, "cue_start": {start}, "cue_end": {end}'
    if quote.role:
        record += f', "role": {as_json(quote.role)}'
    if quote.passed_on:
        record += f', "source": {as_json(quote.passed_on)}'
    return record + "}"


def main() -> None:
    """Answer standard input, UTF-8, some lines at a time; what is none comes back escaped."""
    for stream, errors in ((sys.stdin, "surrogateescape"), (sys.stdout, "backslashreplace")):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors)
    answers = answer_lines(sys.stdin)
    while block := list(islice(answers, _BLOCK)):
        sys.stdout.write("\n".join(block) + "\n")


def leave() -> NoReturn:
    """Answer standard input and end the process at once.

    What the interpreter would still tidy up takes as long as ten stories.
    """
    status = 0
    try:
        main()
        sys.stdout.flush()
    except KeyboardInterrupt:
        status = 130
    except BrokenPipeError:
        pass  # whoever read the answers has seen enough
    os._exit(status)


if __name__ == "__main__":
    leave()
