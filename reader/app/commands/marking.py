"""Keys that change something: read, saved, tagged, who said it. All of it can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.app.session.place import ARTICLE, SOURCES
from reader.model.article import Article
from reader.model.story import Headline
from reader.text.names_in_story import names_in
from reader.text.tags import tags_in
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session

NO_QUOTE = "!"
"""What is typed instead of a name where nobody is quoted."""
_BEGINNING = 24
"""Characters of a quote by which the question names it."""


def save(session: Session, press: Press) -> None:
    """Save the story for later, or no longer."""
    session.marks.save(session.story_meant())


def unread(session: Session, press: Press) -> None:
    """Mark the story unread again, or read."""
    session.marks.turn_unread(session.story_meant())


def mark_all(session: Session, press: Press) -> None:
    """Mark the list read, as one step."""
    session.marks.read_all()


def undo(session: Session, press: Press) -> None:
    """Take back the last change."""
    session.marks.undo()


def ask(
    session: Session,
    question: str,
    hint: str,
    names: Sequence[str],
    answered: Callable[[str], object],
    begun: str | None = None,
    *,
    several: bool = False,
    at_once: str = "",
) -> None:
    """Ask in the bottom line, where `begun` stands already; see `AskView.ask`."""

    def left() -> None:
        session.screen.focus_pane()
        session.status.tell()

    session.screen.ask_line.ask(
        question, hint, names, answered, left, begun=begun, several=several, at_once=at_once
    )


# Tags


def tag(session: Session, press: Press) -> None:
    """Ask for the story's tags; those it has stand in the field already."""
    story = session.story_meant()
    row = session.screen.headlines.row_of(story)
    if row is not None:
        _ask_for_tags(session, row)  # at once: letters may follow as fast as they like
    else:
        session.requests.ask(
            "tags",
            lambda: session.newsroom.stories.headline(story),
            lambda headline: _ask_for_tags(session, headline),
        )


def _ask_for_tags(session: Session, row: Headline) -> None:
    def answered(words: str) -> None:
        session.marks.set_tags(row.id, tags_in(words))

    begun = "".join(f"{tag} " for tag in row.tags)
    names = session.sidebar.tag_names
    ask(session, say("ask.tags"), say("ask.tags_hint"), names, answered, begun, several=True)


# Who said it


def correct(session: Session, press: Press) -> None:
    """Ask who really said a quote; the answer may be that it is none."""
    quotes_open, article = session.place.quotes_open, session.screen.article
    row = session.panes.current.quote()
    quote = None if quotes_open or not session.story.id else article.quote()
    if row is not None and row.story:
        story, words = row.story, row.text
    elif quote is not None:
        story, words = session.story.id, quote.text
        if session.place.pane == ARTICLE or not session.screen.single:
            article.point_at(article.current_quote)
    else:
        session.status.note(say("status.nothing_to_correct"))
        return
    if not session.may_write():
        return
    if row is None and article.article is not None:
        _ask_for_speaker(session, story, words, article.article)
    else:
        session.requests.ask(
            "names",
            lambda: session.newsroom.stories.article(story),
            lambda article: _ask_for_speaker(session, story, words, article),
        )


def _ask_for_speaker(session: Session, story: int, words: str, article: Article) -> None:
    def answered(speaker: str) -> None:
        name = "" if speaker == NO_QUOTE else speaker
        session.marks.act(lambda: session.newsroom.quotes.correct(story, words, name))

    question = say("ask.speaker", words=_beginning(words))
    hint, names = say("ask.speaker_hint"), names_in(article)
    ask(session, question, hint, names, answered, at_once=NO_QUOTE)


def alias(session: Session, press: Press) -> None:
    """Ask under which other name the chosen voice is known."""
    voices = session.screen.voices
    voice = voices.voice if session.place.quotes_open else None
    if voice is None or not voice.key:
        session.status.note(say("status.no_voice"))
    elif session.may_write():
        names = [other.name for other in voices.voices if other.key and other is not voice]
        question = say("ask.alias", name=voice.name)
        ask(
            session, question, say("ask.alias_hint"), names,
            lambda other: make_alias(session, voice.key, other),
        )  # fmt: skip


def make_alias(session: Session, voice: str, other: str) -> None:
    """Let one voice (key or name) be another."""
    session.marks.act(lambda: session.newsroom.quotes.alias(voice, other))


def follow(session: Session, press: Press) -> None:
    """Follow a voice: the chosen one, or that of the current quote; or follow it no longer."""
    if session.place.pane == SOURCES:
        item = session.screen.sources.item
        name = item.voice if item else ""
    elif session.place.quotes_open:
        voice = session.screen.voices.voice
        name = voice.name if voice and voice.key else ""
    else:
        quote = session.screen.article.quote()
        name = quote.speaker if quote and session.story.id else ""
    if not name:
        session.status.note(say("status.no_voice"))
    else:
        session.marks.act(lambda: session.newsroom.preferences.follow(name))


def _beginning(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _BEGINNING else words[:_BEGINNING].rstrip() + "…"
