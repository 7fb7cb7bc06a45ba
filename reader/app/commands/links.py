"""Keys and clicks that leave the story: links, images, its page in the browser."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.app.session.place import FIRST
from reader.app.sheets.sheet import Choice, OverScreen
from reader.model.article import BlockKind
from reader.text.links import address, host, leads_elsewhere
from reader.text.normal import fold
from reader.typesetting.blocks import is_player
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.commands.command import Press
    from reader.app.session.session import Session


def link(session: Session, press: Press) -> None:
    """Open a link by its number; on the first page and among quotes, what has that number."""
    number = press.number
    if session.place.pane == FIRST:
        session.screen.first_page.take(number)
    elif session.place.quotes_open:
        if echo := session.screen.quotes.echo(number):
            session.quotes.read_in_place(echo.story, echo.index)
        else:
            session.note_nothing_here()
    else:
        follow(session, number)


def follow(session: Session, number: int) -> None:
    """Open a link; one that leads elsewhere than it says only when asked twice."""
    article, asked_before = session.screen.article, session.link_asked
    session.link_asked = 0
    url = article.link(number) if session.story.id else ""
    if not url:
        session.status.note(say("status.no_link", number=number))
    elif asked_before != number and leads_elsewhere(article.link_texts[number - 1], url):
        session.link_asked = number
        session.status.note(say("status.leads_elsewhere", host=host(url)))
    else:
        visit(session, url)


def list_links(session: Session, press: Press) -> None:
    """Show all links of the story with their addresses; a number or words of one open it."""
    article = session.screen.article
    links = article.links if session.story.id else ()
    if not links:
        session.status.note(say("status.no_links"))
        return
    lines = [
        f"{number:>2}  {text} — {address(url)}"
        for number, (text, url) in enumerate(zip(article.link_texts, links, strict=True), 1)
    ]

    def take(typed: str) -> None:
        if typed.isdecimal():
            visit_seen(session, int(typed))
            return
        fitting = (at for at, words in enumerate(lines, 1) if fold(typed) in fold(words))
        visit_seen(session, next(fitting, 0))

    choices = [
        Choice(words, do=partial(visit_seen, session, number))
        for number, words in enumerate(lines, 1)
    ]
    hint = say("links.hint")
    session.screen.show_sheet(
        OverScreen(say("links.title"), choices, hint=hint, submitted=take)
    )


def visit_seen(session: Session, number: int) -> None:
    """Open a link whose address has been seen."""
    url = session.screen.article.link(number)
    if url:
        visit(session, url)
    else:
        session.status.note(say("status.no_link", number=number))


def browser(session: Session, press: Press) -> None:
    """Open the story's page in the browser, nothing else; without a story, the source's."""
    article, quotes_open = session.screen.article.article, session.place.quotes_open
    row = session.panes.current.quote()
    url = article.link if article and session.story.id else ""
    if row is not None:
        url = row.link
    elif not url and not (session.story.id or quotes_open) and (feed := session.list.feed):
        url = feed.site or feed.subscription.url
    if url:
        visit(session, url)
    else:
        session.status.note(say("status.no_address"))


def visit(session: Session, url: str) -> None:
    """Open an address in the browser; without one, copy it."""
    def opened(done: bool) -> None:
        if done:
            session.status.note(say("status.opened", host=host(url)))
        else:
            session.screen.copy(url)
            session.status.note(say("status.no_browser"))

    session.requests.ask("browser", lambda: session.screen.open_address(url), opened)


def visit_image(session: Session, block: int = -1) -> bool:
    """Open an image: the block's, else the first on screen, else the first; False if none."""
    article = session.screen.article.article
    blocks = article.blocks if article and session.story.id else ()
    seen = block if block >= 0 else session.screen.article.image
    order = [*blocks[seen : seen + 1], *blocks] if seen >= 0 else blocks
    for pictured in order:
        if pictured.url and (pictured.kind is BlockKind.IMAGE or is_player(pictured)):
            visit(session, pictured.url)
            return True
    return False
