"""A search: the list becomes what was found, and everything comes back as it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.app.session import story_list as lists
from reader.app.session.finds import SCOPES, Finds
from reader.app.session.list_in_hand import FIRST_ROWS, Loaded
from reader.app.session.passages import Passage, Wanted, passage_of, wanted_of
from reader.app.session.place import LIST, ListBelow, Mode, Place
from reader.app.session.story_list import StoryList
from reader.model.errors import NotFoundError, QueryError
from reader.model.query import All, Order
from reader.typesetting.head_and_end import Notice
from reader.wording.catalogue import say

if TYPE_CHECKING:
    from reader.app.session.session import Session

SEARCH_AFTER = 0.06
"""Seconds after the last letter."""
SHORTEST = 2
"""Letters from which on a search is made."""
EVERYTHING, THIS_LIST, THIS_STORY = range(len(SCOPES))
NOTHING = Wanted((), ())


class Search:
    """Looks for words, in everything, in the list or in the story."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._scope = EVERYTHING
        self._order: Order | None = None
        """The order that was chosen by hand for what is found; None: the usual one."""
        self._wanted = NOTHING
        self._passages: dict[int, Passage] = {}

    @property
    def below(self) -> ListBelow | None:
        """The list that comes back; None while nobody searches."""
        return self._session.place.search_below

    # Beginning and ending

    def begin(self, words: str = "") -> None:
        """Let words be typed; the list becomes what has them."""
        session, pane = self._session, self._session.screen.headlines
        if session.place.quotes_open:
            session.quotes.close()
        if self.below is None:
            self._wanted, self._passages = NOTHING, {}
            below = ListBelow(
                session.list.current, pane.ids, session.list.unread,
                pane.chosen_item, pane.top, session.story.id,
            )  # fmt: skip
            pane.above, pane.notice = 0, None
            session.place.leave_quotes()
            session.push(Place(Mode.SEARCH, LIST, below=below))
        else:
            session.go(LIST, reading=False)
        session.screen.search_field.begin(words)
        self.show_finds()

    def enter(self) -> None:
        """The words are as they should be: on to what was found."""
        session = self._session
        session.place.change(pane=LIST)
        session.screen.leave_field()
        self.show_finds()
        session.status.tell()

    def close(self) -> bool:
        """Restore list, selection and scroll; False if no search is open."""
        session, pane = self._session, self._session.screen.headlines
        below = session.place.leave_search()
        if below is None:
            return False
        self._order = None
        session.requests.drop("list")
        session.requests.drop("passages")
        session.screen.search_field.close()
        pane.finds, pane.empty = None, None
        session.screen.article.find(())
        session.list.current, session.list.unread = below.list, below.unread
        pane.keeps = below.list.key == lists.SAVED
        session.list.name()
        pane.show(below.ids, below.chosen, below.top)
        session.notices.show()
        pane.forget()
        session.story.preview()
        if not below.ids:
            session.notices.show_nothing()
        session.go(LIST, reading=False)
        return True

    # Searching

    def typed(self, words: str) -> None:
        """Search when letters have stopped for a moment."""
        self._session.list.preview_soon(lambda: self.search(words), SEARCH_AFTER)

    def switch_scope(self) -> None:
        """Search everything, only the list one came from, or only the story beside it."""
        scopes = len(SCOPES) if self.below and self.below.story else THIS_STORY
        self._scope = (self._scope + 1) % scopes
        self.show_finds()
        self.search(self._session.screen.search_field.words)

    def sorted_by_hand(self, order: Order) -> None:
        """Keep to an order that was chosen while a search is open."""
        if self.below is not None:
            self._order = order

    def search(self, words: str) -> None:
        """Look for words as they are typed; a query with a fault is said."""
        session, below = self._session, self.below
        if len(words) < SHORTEST or below is None:
            return
        began = session.newsroom.clock.monotonic()
        try:
            query = session.newsroom.parse(words)
        except QueryError as error:
            session.status.note(str(error))
            return
        wanted = wanted_of(query)
        if self._scope == THIS_LIST:
            query = All((below.list.query, query))
        usual = Order.BEST if wanted.words else session.newsroom.config.order
        found_list = lists.found(say("list.search"), query, self._order or usual)
        only = below.story if self._scope == THIS_STORY else 0
        session.requests.ask(
            "list",
            lambda: self._load(found_list, only),
            lambda loaded: self._show(found_list, wanted, words, loaded, began),
        )

    def _load(self, found_list: StoryList, only: int) -> Loaded:
        """Read what has the words, of one story if `only` names one; for a thread."""
        stories = self._session.newsroom.stories
        ids: Sequence[int] = stories.select(found_list.query, order=found_list.order)
        if only:
            ids = [story for story in ids if story == only]
        rows = stories.headlines(ids[:FIRST_ROWS])
        return Loaded(ids, frozenset(row.id for row in rows if row.unread), rows)

    def _show(
        self, found_list: StoryList, wanted: Wanted, words: str, loaded: Loaded, began: float
    ) -> None:
        session, pane = self._session, self._session.screen.headlines
        if self.below is None:
            return
        session.list.current, session.list.unread = found_list, set(loaded.unread)
        self._wanted, self._passages = wanted, {}
        pane.keeps, pane.empty = False, None
        pane.fill(loaded.rows)
        pane.show(loaded.ids)
        session.list.name()
        session.screen.arrange()
        self.show_finds()
        seconds = session.newsroom.clock.monotonic() - began
        fact = say("status.found", count=len(loaded.ids), seconds=f"{seconds:.2f}")
        session.status.note(fact, quiet=True)
        if len(loaded.ids) > FIRST_ROWS:
            self._read_unread(found_list, frozenset(loaded.ids[:FIRST_ROWS]))
        if loaded.ids:
            session.screen.article.find(wanted.words)
            self._read_passages(loaded.ids[:FIRST_ROWS])
        else:
            self._nothing_found(words)

    def _read_unread(self, found_list: StoryList, first: frozenset[int]) -> None:
        """Find what is unread beyond the first rows; letters are not kept waiting for it."""
        session = self._session

        def show(unread: Sequence[int]) -> None:
            if session.list.current is found_list:
                session.list.unread |= frozenset(unread) - first

        select = session.newsroom.stories.select
        session.requests.ask("unread", lambda: select(found_list.unread()), show)

    def _nothing_found(self, words: str) -> None:
        session, pane = self._session, self._session.screen.headlines
        first = say("empty.search", words=words)
        switch = (session.key_for("next_pane"), say("empty.search_all"))
        pressed = () if self._scope == EVERYTHING else (switch,)
        session.story.put_away()
        session.screen.article.clear(Notice(""))

        def say_so(closest: tuple[str, int] | None) -> None:
            near = say("empty.closest", word=closest[0], count=closest[1]) if closest else ""
            if not pane.ids and self.below is not None:
                pane.empty = Notice(first, near, pressed)
                pane.redraw()

        say_so(None)
        word = (self._wanted.words or (words.split()[-1],))[-1]
        closest_word = session.newsroom.stories.closest_word
        session.requests.ask("closest", lambda: closest_word(word), say_so)

    # Passages

    def _read_passages(self, stories: Sequence[int]) -> None:
        """Find what is shown below the titles, beside the loop."""
        session, wanted = self._session, self._wanted

        def show(passages: dict[int, Passage]) -> None:
            if self.below is not None and wanted is self._wanted:
                self._passages.update(passages)
                self.show_finds()
                session.story.preview()

        session.requests.ask("passages", lambda: self._passages_of(stories, wanted), show)

    def _passages_of(self, stories: Sequence[int], wanted: Wanted) -> dict[int, Passage]:
        """For each story that has one, the passage that is shown; for a thread."""
        newsroom = self._session.newsroom
        passages: dict[int, Passage] = {}
        for story in stories:
            try:
                article, quotes = newsroom.stories.article(story), newsroom.quotes.of_story(story)
            except NotFoundError:  # it went meanwhile
                continue
            if passage := passage_of(article, quotes, wanted):
                passages[story] = passage
        return passages

    def read_missing_passages(self, stories: Sequence[int]) -> None:
        """Rows that are read later have passages too."""
        if self.below is not None:
            missing = [story for story in stories if story not in self._passages]
            if missing:
                self._read_passages(missing)

    def quote_of(self, story: int) -> int:
        """The quote a found story is shown at, where a voice is asked for; -1 for none."""
        passage = self._passages.get(story) if self.below is not None else None
        return passage.quote if passage and not self._wanted.words else -1

    def has_words(self) -> bool:
        """Whether words are searched for, through which keys step instead of quotes."""
        return self.below is not None and bool(self._wanted.words)

    def show_finds(self) -> None:
        """Bring the search's rows around the list up to date."""
        session, pane = self._session, self._session.screen.headlines
        count = ""
        if self._wanted != NOTHING or session.list.current.key == lists.SEARCH:
            count = say("list.stories", count=len(pane.ids))
            if pane.ids and len(pane.ids) <= FIRST_ROWS and self._passages:
                passages = sum(passage.fits for passage in self._passages.values())
                count = f"{count}, {say('search.passages', count=passages)}"
        typing = session.screen.search_field.typing
        tags = bool(session.sidebar.tag_names)
        pane.finds = Finds(self._scope, count, self._wanted.words, self._passages, typing, tags)
