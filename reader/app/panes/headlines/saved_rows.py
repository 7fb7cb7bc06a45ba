"""The Saved list in a pane of its own: when each was saved, how much of it is left to read."""

from __future__ import annotations

from rich.style import Style
from textual.strip import Strip

from reader.app.drawing.rows import BOLD, PLAIN, Part, row
from reader.app.panes.headlines.rows import HeadlineRows, Place
from reader.app.session.reading_time import minutes_left
from reader.model.story import Headline
from reader.typesetting.cells import width
from reader.typesetting.wrap import wrap_title
from reader.wording.catalogue import number, say
from reader.wording.dates import day

LEFT, RIGHT = 5, 4
"""Cells left and right of a title."""
BAR = 12
"""Cells of the bar that shows how much was read."""
SITTING = 5
"""Stories that the words below the list count together."""


def saved_rows(rows: HeadlineRows, headline: Headline, place: Place) -> list[Strip]:
    """Title and time; source, day and quotes, with a bar for what was begun."""
    token = rows.inks.token
    if headline.finished:
        mark, style, words = ("✓", token("ok")), token("muted"), say("list.finished")
    else:
        mark = ("◆", token("accent"))
        style = token("bright" if place.held else "text") + BOLD
        words = say("list.minutes", count=headline.minutes)
        if headline.progress:
            words = say("list.minutes_left", count=minutes_left(headline))
    time = token("text") if place.held else token("muted")
    lead: list[Part] = [place.bar, ("  ", PLAIN)]
    room = max(1, rows.cells - LEFT - RIGHT - width(words) - 2)
    title = wrap_title(rows.words(headline), room, 1)[0]
    end: list[Part] = [(f"  {words}{' ' * RIGHT}", time)]
    first = row(rows.cells, [*lead, mark, (" ", PLAIN), (title, style)], end, place.ground)
    facts = [headline.source]
    if headline.saved_at is not None:
        facts.append(say("list.saved_on", day=day(headline.saved_at, rows.now)))
    if headline.quotes:
        facts.append(say("list.quotes", count=headline.quotes))
    bar = [*_bar(rows, headline), (" " * RIGHT, PLAIN)]
    taken = sum(width(text) for text, _ in bar)
    words = rows.tagged(headline, " · ".join(facts), taken)
    quiet: Part = (words, rows.quiet(place))
    under: list[Part] = [place.below, ("    ", PLAIN), quiet]
    return [first, row(rows.cells, under, bar, place.ground)]


def _bar(rows: HeadlineRows, headline: Headline) -> list[Part]:
    if not headline.progress and not headline.finished:
        return []
    done = BAR if headline.finished else max(1, min(BAR - 1, round(BAR * headline.progress)))
    token = rows.inks.token
    rest = token("line") if not rows.glyphs.ascii else Style(dim=True)
    left = "━" if not rows.glyphs.ascii else "."
    full = token("ok" if headline.finished else "accent")
    return [("  ", PLAIN), ("━" * done, full), (left * (BAR - done), rest)]


def saved_foot(rows: HeadlineRows, headlines: list[Headline], space: str) -> list[Strip]:
    """What the next sitting would take, below the list; nothing if little is left."""
    unfinished = [one for one in headlines if not one.finished][:SITTING]
    if len(unfinished) < 2:
        return []
    token = rows.inks.token
    minutes = sum(minutes_left(one) for one in unfinished)
    lead: Part = (" " * (LEFT - 2), PLAIN)
    line = ("─" * (rows.cells - LEFT - RIGHT + 2), token("line"))
    asked = say("saved.sitting_half" if minutes > 15 else "saved.sitting_short")
    takes = say("saved.takes", number=number(len(unfinished)), minutes=number(minutes))
    return [
        row(rows.cells, [lead, line]),
        Strip.blank(rows.cells),
        row(rows.cells, [lead, (asked, token("text") + BOLD), (f" {takes}", token("muted"))]),
        row(
            rows.cells,
            [
                lead,
                (space, token("accent") + BOLD),
                (f" {say('saved.reads_on')}", token("muted")),
            ],
        ),
    ]


def saved_total(headlines: list[Headline]) -> str:
    """``12 stories · 1 h 14 min``: how long reading what is unfinished takes."""
    minutes = sum(minutes_left(one) for one in headlines if not one.finished)
    hours, rest = divmod(minutes, 60)
    if hours:
        time = say("list.hours_minutes", hours=hours, minutes=rest)
    else:
        time = say("list.minutes", count=minutes)
    return f"{say('list.stories', count=len(headlines))} · {time}"
