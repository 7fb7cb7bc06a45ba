"""The part of the newsroom's door that leads to voices: who said what, and setting it right."""

from __future__ import annotations

from collections.abc import Sequence

from reader.cache.articles import Articles
from reader.model.change import Act, Change
from reader.model.query import Query
from reader.model.quote import Correction, Echo, Voice
from reader.model.story import QuoteRow
from reader.newsroom.acts import Acts
from reader.newsroom.preferences import Preferences
from reader.newsroom.writer import Writer
from reader.settings.library import Library


class Speaking:
    """What a front end may ask about quotes and voices."""

    _acts: Acts
    _articles: Articles
    _library: Library
    _preferences: Preferences
    _writer: Writer

    def quote_rows(self, query: Query, *, speaker: str = "", limit: int = 5000) -> list[QuoteRow]:
        """Return the quotes in the stories that match, newest story first."""
        return self._articles.quote_rows(query, speaker, limit)

    def story_quotes(self, story: int) -> list[QuoteRow]:
        """Return the quotes of one story in their order."""
        return self._articles.story_quotes(story)

    def voices(self, query: Query) -> list[Voice]:
        """Return who is quoted in the stories that match, most quoted first."""
        return self._articles.voices(query)

    def echoes(self, rows: Sequence[QuoteRow]) -> dict[tuple[int, int], tuple[Echo, ...]]:
        """Return where else quotes stand, by story and index, the first published first."""
        return self._articles.echoes(rows)

    def also_named(self, voice: str) -> list[str]:
        """Return the other names of a voice (by key) that a person took for the same one."""
        return self._articles.also_named(voice)

    def corrections(self) -> list[Correction]:
        """Return what a person said of single quotes, the first first."""
        return self._library.corrections()

    def alias(self, voice: str, target: str) -> Change:
        """Let one voice (by key) be another from now on."""
        return self._acts.alias(voice, target)

    def correct(self, story: int, quote: str, speaker: str) -> Change:
        """Set a quote's speaker right; an empty `speaker` says that it is no quote."""
        return self._acts.correct(story, quote, speaker)

    def follow(self, name: str) -> Change:
        """Keep a view of what a voice says, or no longer if there is one; raises `SettingsError`.

        The view is called like the voice and asks for ``said:"Name"``.
        """
        self._library.refuse_if_read_only()
        name = " ".join(name.replace('"', "").split())
        before = self._preferences.config.views.get(name, "")
        after = "" if before else f'said:"{name}"'
        self._preferences.keep_view(name, after)
        act = Act.FOLLOW if after else Act.UNFOLLOW
        return self._writer.wait(lambda: self._library.record(act, name, before, after))

    def _undo_follow(self) -> Change | None:
        """Take back the last step if it followed a voice, or left it; None if it did not."""
        step = self._library.last_step()
        if step is None or step.change.act not in (Act.FOLLOW, Act.UNFOLLOW):
            return None
        self._library.refuse_if_read_only()
        self._preferences.keep_view(step.change.subject, step.before)
        return self._writer.wait(self._library.undo)
