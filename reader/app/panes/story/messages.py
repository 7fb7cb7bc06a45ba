"""What the article pane tells the app. Handlers are named after the pane: `on_article_pane_…`."""

from __future__ import annotations

from textual.message import Message

from reader.app.panes.story.story_pictures import WantedPicture
from reader.model.article import Article


class PositionMoved(Message, namespace="article_pane"):
    """The reader went to another place in the story."""


class Settled(Message, namespace="article_pane"):
    """Other lines are shown: what they offer may differ."""


class EndReached(Message, namespace="article_pane"):
    """The last line of the story came into view, for the first time since it was shown."""


class LinkChosen(Message, namespace="article_pane"):
    """A link was clicked."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


class VoiceChosen(Message, namespace="article_pane"):
    """A speaker's name was clicked."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.key = key


class ImageChosen(Message, namespace="article_pane"):
    """An image's band was clicked."""

    def __init__(self, block: int) -> None:
        super().__init__()
        self.block = block


class PicturesWanted(Message, namespace="article_pane"):
    """Pictures are missing; whoever has them calls `ArticlePane.put_pictures`."""

    def __init__(self, article: Article, wanted: tuple[WantedPicture, ...]) -> None:
        super().__init__()
        self.article = article
        self.wanted = wanted
