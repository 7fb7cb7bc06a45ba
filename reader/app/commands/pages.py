"""Keys about a story's text: fetch it whole, where it is from, what was altered, copies of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reader.app.commands.links import visit_image
from reader.app.session.place import ARTICLE, SOURCES, Scope
from reader.app.sheets.facts_sheet import FactsScreen
from reader.model.article import Origin
from reader.model.errors import ReaderError
from reader.model.feed import Feed
from reader.model.story import QuoteRow
from reader.newsroom.full_text_report import FullTextReport
from reader.text.citation import citation
from reader.text.version_diff import Changes, describe
from reader.wording.catalogue import say
from reader.wording.dates import ago, clock
from reader.wording.visit_reasons import because

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session

REASONS = 6
"""Reasons for failed pages that are told."""


def full_text(session: Session, press: Press) -> None:
    """Fetch the full story from its page."""
    story = session.story.id
    session.status.note(say("status.fetching"))
    session.requests.act(lambda: session.newsroom.refreshing.fetch_full(story))


def changes(session: Session, press: Press) -> None:
    """Show what the source altered in the story; once more: the story as it is."""
    session.story.compare()


# Details


def image(session: Session, press: Press) -> None:
    """Open the first image on the page, or the details of a source or story."""
    item, pane = session.screen.sources.item, session.place.pane
    if pane == SOURCES and item and item.feed:
        show_source(session, item.feed)
    elif pane == SOURCES:
        show_texts(session)
    elif pane == ARTICLE and visit_image(session):
        return
    elif session.list.current.feed and pane != ARTICLE:
        show_source(session, session.list.current.feed)
    elif session.screen.article.article and session.story.id:
        show_origin(session)
    else:
        session.note_nothing_here()


def show_source(session: Session, number: int) -> None:
    """Show how a source is doing, in full."""
    feed = session.sidebar.feed(number)
    if feed is None:
        return
    lines = _facts_of_feed(feed, session.newsroom.clock.now())
    title = feed.title

    def show(report: FullTextReport) -> None:
        session.screen.show_sheet(FactsScreen(title, [*lines, *_facts_of_texts(report)]))

    session.requests.ask("details", lambda: session.newsroom.stories.texts_of(number), show)


def show_texts(session: Session) -> None:
    """Show how many of all stories are whole, and why the others are not."""

    def show(report: FullTextReport) -> None:
        session.screen.show_sheet(FactsScreen(say("details.title"), _facts_of_texts(report)))

    session.requests.ask("details", session.newsroom.stories.texts_of, show)


def show_origin(session: Session) -> None:
    """Show where the text of the story is from, how much of it, and what its source altered."""
    article, story = session.screen.article.article, session.story.id
    if article is None:
        return
    now, origin = session.newsroom.clock.now(), article.provenance
    kind = say("details.from_page" if origin.origin is Origin.PAGE else "details.from_feed")
    lines = [(kind, origin.url or origin.origin.value)]
    if origin.fetched:
        moment = f"{clock(origin.fetched)} · {ago(origin.fetched, now)}"
        lines.append((say("details.fetched"), moment))
    if origin.share:
        lines.append(("", f"{origin.share:.0%} {say('details.share')}"))
    if origin.note:
        lines.append(("", origin.note))

    def show(altered: tuple[int, Changes] | None) -> None:
        if altered is not None:
            when, what = altered
            lines.append((clock(when), describe(what, when, now)))
        session.screen.show_sheet(FactsScreen(say("details.title"), lines))

    session.requests.ask("details", lambda: session.newsroom.stories.changes(story), show)


def _facts_of_texts(report: FullTextReport) -> list[tuple[str, str]]:
    """How whole stories are, and how many failed for which reason."""
    reasons = [(str(count), reason) for reason, count in report.reasons.most_common(REASONS)]
    return [(say("details.stories"), report.sentence(because=False)), *reasons]


def _facts_of_feed(feed: Feed, now: int) -> list[tuple[str, str]]:
    health = feed.health
    lines = [(say("details.address"), feed.subscription.url)]
    if health.outcome is not None:
        status = f" ({health.status})" if health.status else ""
        words = say(f"outcome.{health.outcome.name.lower()}")
        lines.append((say("details.outcome"), f"{words}{status}"))
    if health.message:
        lines.append(("", health.message))
    if health.checked:
        lines.append((say("details.checked"), ago(health.checked, now)))
    if health.next_visit:
        why = because(health.reason)
        lines.append((say("details.next_visit"), f"{clock(health.next_visit)} {why}".strip()))
    return lines


# Copies


def copy(session: Session, press: Press) -> None:
    """Copy what is selected, else the current quote with its credit, else the address."""
    article = session.screen.article
    if selected := session.screen.selected_text():
        _copied(session, selected)
    elif session.place.quotes_open:
        row = session.panes.current.quote()
        _copied(session, _cite(session, row) if row else "")
    elif article.current_quote >= 0 and session.story.is_shown:
        _copy_quote(session, article.current_quote)
    else:
        shown = article.article if session.story.is_shown else None
        _copied(session, shown.link if shown else "")


def _cite(session: Session, row: QuoteRow) -> str:
    return citation(row, session.newsroom.config.copy_format)


def _copy_quote(session: Session, index: int) -> None:
    scope = Scope(session.story.id, session.list.current, "", session.article_alone)

    def copy_it(rows: list[QuoteRow]) -> None:
        row = next((row for row in rows if row.index == index), None)
        _copied(session, _cite(session, row) if row else "")

    session.requests.ask("copy", lambda: session.quotes.rows_of(scope), copy_it)


def _copied(session: Session, text: str) -> None:
    if text:
        session.screen.copy(text)
    session.status.note(say("status.copied" if text else "status.nothing_to_copy"))


def export(session: Session, press: Press) -> None:
    """Write the story as Markdown into the directory for that."""
    newsroom, story = session.newsroom, session.story.id
    directory = newsroom.config.export_path(Path.cwd())

    def write() -> str:
        try:
            return say("status.exported", path=newsroom.stories.export(story, directory))
        except ReaderError as error:
            return str(error)

    session.requests.ask("export", write, session.status.note)
