"""Find the subject of a reporting verb where order is free and endings show the case.

Czech, Polish, Russian, Ukrainian. The offices of these lexicons are nominatives, so one is a
subject wherever it stands; a noun behind a preposition is not.
"""

from __future__ import annotations

from reader.quotes.lexicon import Word
from reader.quotes.mentions import Mention, is_content, mention_of, run_forward
from reader.quotes.tokens import CAP, COLON, COMMA, DASH, QUOTE, STOP
from reader.quotes.verb_subjects import VerbSubjects

_ENDS_CLAUSE = STOP | COLON | QUOTE


class InflectedSubjects(VerbSubjects):
    """Looks for the subjects of reporting verbs in one paragraph of such a language."""

    def subject_after_quote(self, start: int, cue: int, end: int) -> Mention | None:
        """Return the subject of the verb at `cue` in a clause that begins at `start`."""
        who = super().subject_after_quote(start, cue, end)
        high = cue + 1
        while high < end and not self.frame.flags[high] & _ENDS_CLAUSE:
            high += 1
        return self._surest(who, cue, cue + 1, high)

    def subject_before_quote(self, cue: int, begin: int, at: int) -> Mention | None:
        """Return the subject of the verb at `cue` before the quotation at `at`."""
        who = super().subject_before_quote(cue, begin, at)
        low = cue
        while low > begin and not self.frame.flags[low - 1] & (_ENDS_CLAUSE | DASH):
            low -= 1
        return self._surest(who, cue, low, cue) or self._noun_beside(cue, low)

    def _noun_beside(self, cue: int, low: int) -> Mention | None:
        """Return the noun right before a verb: ``В заявлении | компания говорит``."""
        flags = self.frame.flags
        beside = cue - 1
        if (
            beside - 2 < low
            or flags[cue] & Word.READS
            or any(flags[at] & CAP or not is_content(flags[at]) for at in (beside - 1, beside))
        ):
            return None
        first = beside - 1
        while first > low and is_content(flags[first - 1]):
            first -= 1
        if first == low or not flags[first - 1] & Word.PREP:
            return None
        return mention_of(self.frame, beside, cue, self.text, self.lex)

    def ending_at(self, last: int, begin: int) -> Mention | None:
        """Return the noun phrase ending at `last`; the name alone behind a noun with a preposition.

        ``На вопрос о будущем | Баев ответил``.
        """
        flags = self.frame.flags
        first = self.name_start(last, begin)
        low = first
        while low > begin and is_content(flags[low - 1]) and not flags[low - 1] & (CAP | Word.ROLE):
            low -= 1
        if first <= last and begin < low < first and flags[low - 1] & Word.PREP:
            return mention_of(self.frame, first, last + 1, self.text, self.lex)
        return super().ending_at(last, begin)

    def name_start(self, last: int, begin: int) -> int:
        """Return where the capitalised words that end at `last` begin; ``last + 1`` if none."""
        first = last + 1
        while first > begin and self.frame.flags[first - 1] & CAP and is_content(
            self.frame.flags[first - 1]
        ):
            first -= 1
        return first

    def _surest(self, who: Mention | None, cue: int, low: int, high: int) -> Mention | None:
        """Return `who` if it is sure to be the subject, else a better one of ``[low, high)``."""
        flags = self.frame.flags
        if who and who.name:
            return self._without_place(who)
        if who and (who.name or who.pronoun or self._office_in(who.first, who.last)):
            return who
        better = self._named(low, high)
        if better:
            return better
        if who and who.last <= cue <= who.last + 2:
            return who
        if who and cue < who.first <= cue + 2 and not flags[who.first] & Word.TIME:
            return who
        return None

    def _without_place(self, who: Mention) -> Mention:
        """Return `who` without the place in the genitive: ``starosta Písku Jan Novák``."""
        words = who.name.split()
        endings = self.lex.oblique_endings if who.role else self.lex.dative_endings
        if len(words) != 3 or words[1].islower() or not words[0].lower().endswith(endings):
            return who
        name = who.name[len(words[0]) :].strip()
        role = f"{who.role} {words[0]}" if who.role else ""
        return Mention(who.start, who.end, who.text, name, role, False, who.first, who.last)

    def _office_in(self, first: int, stop: int) -> bool:
        return any(self.frame.flags[at] & Word.ROLE for at in range(first, stop))

    def _named(self, low: int, high: int) -> Mention | None:
        """Return the office or the full name in ``[low, high)`` that no preposition governs."""
        flags = self.frame.flags
        for at in range(low, high):
            if flags[at] & Word.ROLE and not (at and flags[at - 1] & Word.PREP):
                return self._with_name(at, high)
        at = low
        while at < high:
            stop = at
            while stop < high and flags[stop] & CAP and not flags[stop] & Word.PREP:
                stop += 1
            governed = bool(at and flags[at - 1] & Word.PREP)
            if stop - at >= 2 + governed:  # na Facebooku Olga Farna
                return mention_of(self.frame, at + governed, stop, self.text, self.lex)
            at = max(stop, at + 1)
        return None

    def _with_name(self, office: int, high: int) -> Mention | None:
        """Return an office with the name behind it: ``ředitel závodu v Brně Karel Novák``."""
        frame = self.frame
        stop = run_forward(frame, office, high)
        at = stop
        while at < high and not frame.flags[at] & COMMA and not frame.flags[at] & Word.SAY:
            at += 1
        last = at
        while at > stop and frame.flags[at - 1] & CAP:
            at -= 1
        if last - at >= 2 and at > stop:
            # The case of a place: „pro Afriku Karel Novák“.
            first = at + 1 if frame.flags[at - 1] & Word.PREP and last - at > 2 else at
            return mention_of(frame, first, last, self.text, self.lex)
        first = office
        if (
            stop - office > 3
            and frame.flags[office + 1] & CAP
            and frame.lows[office + 1].endswith(self.lex.oblique_endings)
            and frame.flags[stop - 2] & CAP
        ):
            first = stop - 2  # tajemník Svazu Karel Novák
        return mention_of(frame, first, stop, self.text, self.lex)
