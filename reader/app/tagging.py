"""The key that files a story under words of one's own."""

from __future__ import annotations

from reader.app.arranging import Arranging
from reader.model.change import Change
from reader.model.story import Headline
from reader.text.tags import tags_in
from reader.wording.catalogue import say


class Tagging(Arranging):
    """Asks for tags in the bottom line: those the story has stand there already."""

    def do_tag(self, key: str) -> None:
        """Give the story tags, or take some away."""
        story = self._target()
        row = self.headlines.row_of(story)
        if not story:
            self.note(say("status.nothing_here"))
        elif self._may_write():
            if row is not None:
                self._ask_for_tags(row)  # at once: letters may follow as fast as they like
            else:
                self.desk.ask(
                    "tags", lambda: self.newsroom.stories.headline(story), self._ask_for_tags
                )

    def _ask_for_tags(self, row: Headline) -> None:
        known = self.known.tags if self.known else ()

        def answered(words: str) -> None:
            self.desk.act(
                lambda: self.newsroom.marks.set_tags(row.id, tags_in(words)), self._tagged
            )

        names, begun = [tag.name for tag in known], "".join(f"{tag} " for tag in row.tags)
        self._ask(say("ask.tags"), say("ask.tags_hint"), names, answered, begun, several=True)

    def _tagged(self, change: Change) -> None:
        if change.stories:
            self._marked(change)
