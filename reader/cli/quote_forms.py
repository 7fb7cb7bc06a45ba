"""Quotes as lines, JSON, CSV and Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator

from reader.cli.records import quote_row_record
from reader.model.quote import Certainty
from reader.model.story import QuoteRow
from reader.text.citation import citation
from reader.wording.catalogue import say
from reader.wording.dates import date_and_time


def credit(row: QuoteRow) -> str:
    """Who speaks, as it is printed: ``Mara Okafor, salvage master``; ``Okafor?`` if worked out."""
    if row.certainty == Certainty.NONE or not row.speaker:
        return say("story.unattributed")
    doubt = "?" if row.certainty == Certainty.INFERRED else ""
    return row.speaker + doubt + (f", {row.role}" if row.role else "")


def as_lines(rows: Iterable[QuoteRow]) -> Iterator[str]:
    """One quote a line, the speaker before the words."""
    for row in rows:
        words = " ".join(row.text.split())
        place = f"{row.source}, {date_and_time(row.published)}, “{row.title}”"
        yield f"{credit(row)}: {words} ({place})\n"


def as_json(rows: Iterable[QuoteRow]) -> Iterator[str]:
    """One JSON object a line."""
    for row in rows:
        yield json.dumps(quote_row_record(row), ensure_ascii=False) + "\n"


def as_csv(rows: Iterable[QuoteRow]) -> Iterator[str]:
    """A table with a header line.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    buffer = io.StringIO()
    writer: csv.DictWriter[str] | None = None
    for row in rows:
        record = {key: _cell(value) for key, value in quote_row_record(row).items()}
        if writer is None:
            writer = csv.DictWriter(buffer, list(record), lineterminator="\n")
            writer.writeheader()
        writer.writerow(record)
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def as_markdown(rows: Iterable[QuoteRow]) -> Iterator[str]:
    """Each quote as a quotation with its source below."""
    for row in rows:
        yield citation(row, "markdown") + "\n\n"


def _cell(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@"):
        return "'" + value
    return value
