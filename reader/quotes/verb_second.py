"""Find the subject of a reporting verb where nouns are capitalised and articles show the case.

German: the finite verb stands second in a main clause and last in a subordinate one; a noun
phrase behind a preposition, or with ``den``, ``dem``, ``des``, cannot be the subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from reader.quotes.lexicon import Word
from reader.quotes.mentions import Mention, mention_of, pronoun_at, quoted_name
from reader.quotes.noun_phrases import NounPhrases
from reader.quotes.reporting_clauses import Attribution, ReportingClauses
from reader.quotes.tokens import ANY_POINT, CAP, COLON, COMMA, DASH, QUOTE, STOP, Frame
from reader.quotes.verb_subjects import VerbSubjects

_REACH = 60
"""Most tokens looked at on either side: no clause is longer."""
_ENDS_CLAUSE = STOP | COLON | COMMA | DASH
_EDGE = _ENDS_CLAUSE | QUOTE
_NO_HEAD = int(Word.TIME | Word.ADV | Word.PREP | Word.JOIN | Word.THAT | Word.AUX | Word.OBJECT)


def _is_edge(frame: Frame, at: int) -> bool:
    """Whether a clause ends at a token: at a point or a quotation that is no name in marks."""
    return bool(frame.flags[at] & _EDGE) and quoted_name(frame, at, frame.text) is None


class VerbSecondPhrases(NounPhrases):
    """Reads the noun phrases of one paragraph of such a language."""

    def following(self, cue: int, end: int) -> Mention | None:
        """Return who follows a verb as its subject."""
        return next(self.nominatives(cue + 1, end), None)

    def first_mention(self, first: int, end: int) -> Mention | None:
        """Return who the noun phrase at `first` names, whatever its case."""
        stop = self.phrase_end(first, end)
        if stop > first:
            return mention_of(self.frame, first, stop, self.text, self.lex)
        if first < end and self.frame.flags[first] & Word.PRON:
            return pronoun_at(self.frame, first)
        return quoted_name(self.frame, first, self.text) if first < end else None

    def nominatives(self, at: int, end: int) -> Iterator[Mention]:
        """Yield what may be a subject in ``[at, end)``, in order."""
        flags, lows = self.frame.flags, self.frame.lows
        while at < end:
            flag = flags[at]
            if (flag & Word.PREP and not flag & Word.DET) or lows[at] in self.lex.preposition_like:
                at = self.past(at + 1, end)
                continue
            if flag & Word.PRON and not (flag & Word.DET and self.phrase_end(at, end) > at + 1):
                yield pronoun_at(self.frame, at)
                at += 1
                continue
            stop = self.phrase_end(at, end)
            if stop == at:
                at += 1
                continue
            if self._may_be_subject(at, stop):
                who = mention_of(self.frame, at, stop, self.text, self.lex)
                if who:
                    yield who
            at = self.past(at, end)
            if at < end and lows[at] == "(":
                while at < end and lows[at] != ")":
                    at += 1

    def _may_be_subject(self, first: int, stop: int) -> bool:
        frame = self.frame
        low, flag = frame.lows[first], frame.flags[first]
        if stop - first == 1 and low.endswith(self.lex.adverb_endings):
            return False
        if (
            low in self.lex.dative_articles
            and not frame.flags[first + 1] & CAP
            and frame.lows[first + 1].endswith(self.lex.weak_endings)
        ):
            return False  # der letzten Regierung
        if low in self.lex.oblique or frame.flags[stop - 1] & _NO_HEAD:
            return False
        if low[0].isdigit():
            head = frame.lows[stop - 1]
            return stop - first == 2 and head.endswith(self.lex.plural_noun_endings) and not (
                head.endswith(self.lex.measure_endings)
            )
        return bool(flag & (CAP | int(Word.DET | Word.WHO))) or low.endswith(
            self.lex.adjective_endings
        )

    def phrase_end(self, at: int, end: int) -> int:
        """Return one past the noun phrase at `at`: article, adjectives, nouns; `at` if none."""
        flags = self.frame.flags
        stop = at
        if stop < end and (
            flags[stop] & Word.DET or self.frame.lows[stop] in self.lex.genitive_relatives
        ):
            stop += 1
        while stop < end and self.is_adjective(stop):
            stop += 1
        first = stop
        while stop < end and (
            (flags[stop] & CAP and not flags[stop] & int(Word.PREP | Word.PRON | Word.AUX))
            or (
                stop > first
                and flags[stop] & Word.PARTICLE
                and stop + 1 < end
                and flags[stop + 1] & CAP
                and not flags[stop] & Word.DET
                and flags[stop - 1] & CAP
                and not flags[stop - 1] & int(Word.ROLE | Word.NOUN)
                and not self.frame.lows[stop - 1].endswith(self.lex.source_nouns)
            )
        ):
            stop += 1
        if stop < end and quoted_name(self.frame, stop, self.text) and (
            stop > first or stop > at
        ):
            stop += 1
        return stop if stop > first else at

    def is_adjective(self, at: int) -> bool:
        """Whether a word in small letters may stand between an article and its noun."""
        flags = self.frame.flags
        return not flags[at] & (
            CAP | ANY_POINT
            | int(Word.DET | Word.PREP | Word.PRON | Word.AUX | Word.JOIN | Word.THAT | Word.SAY
                  | Word.VERB | Word.OBJECT | Word.ACCORDING | Word.WHO | Word.MOOD | Word.MAYBE)
        )  # fmt: skip

    def past(self, at: int, end: int) -> int:
        """Return where a noun phrase ends with the genitives that hang from it."""
        stop = max(self.phrase_end(at, end), at)
        if stop == at:
            return at + 1
        while stop < end and self.frame.lows[stop] in self.lex.genitive_articles:
            further = self.phrase_end(stop, end)
            if further == stop:
                break
            stop = further
        return stop


class VerbSecondSubjects(VerbSubjects):
    """Looks for the subjects of reporting verbs in one paragraph of such a language."""

    phrases: VerbSecondPhrases

    def __init__(self, phrases: VerbSecondPhrases) -> None:
        super().__init__(phrases)

    def is_cue(self, cue: int, begin: int) -> bool:
        """Whether the word at `cue`, a reporting verb by its form, is used as one."""
        flags, lows = self.frame.flags, self.frame.lows
        end = min(len(flags), cue + _REACH)
        if flags[cue] & CAP and cue > begin:
            return False
        if lows[cue] in self.lex.said_by_it:
            low = cue
            while low > max(begin, cue - _REACH) and not flags[low - 1] & _EDGE:
                low -= 1
            return not self.lex.expletives.isdisjoint(lows[low : cue + 2])
        if lows[cue] in self.lex.stands_written:
            return cue + 1 < end and bool(flags[cue + 1] & COLON)
        if flags[cue] & Word.SAY:
            return True
        if not flags[cue] & Word.MAYBE:
            return False
        # A verb in two parts: „gab … an“, „teilte … mit“.
        last = cue + 1
        while last < end and not flags[last] & _ENDS_CLAUSE:
            if lows[last] in self.lex.prefixes and (
                last + 1 >= end or flags[last + 1] & (_ENDS_CLAUSE | QUOTE | int(Word.JOIN))
            ):
                return True
            last += 1
        return False

    def subject_before_quote(self, cue: int, begin: int, at: int) -> Mention | None:
        """Return the subject of the verb at `cue` before the quotation at `at`."""
        return self._of_verb(cue, self.clause_start(cue, begin), at, begin)

    def subject_after_quote(self, start: int, cue: int, end: int) -> Mention | None:
        """Return the subject of the verb at `cue` in a clause that begins at `start`."""
        if cue + 1 < end and (who := quoted_name(self.frame, cue + 1, self.text)):
            return who
        low = self.clause_start(cue, start)
        if low == start and start and self.frame.flags[start - 1] & QUOTE:
            # The verb ends a clause that the quotation is part of: „… als „…“ bezeichnet hat“.
            low = self.clause_start(start - 1, max(0, start - _REACH))
        return self._of_verb(cue, low, end, start)

    def subject(self, cue: int, begin: int) -> Mention | None:
        """Return the subject of the verb at `cue`, in the sentence that begins at `begin`."""
        return self._of_verb(cue, self.clause_start(cue, begin), cue + 1, begin)

    def main_subject(self, at: int, begin: int) -> Mention | None:
        """Return the first noun phrase of the clause before `at` that is no object."""
        return next(self.phrases.nominatives(begin, at), None)

    def ending_at(self, last: int, begin: int) -> Mention | None:
        """Return the noun phrase that ends at `last`, whatever its case."""
        span = self._span_ending(last, begin)
        return mention_of(self.frame, *span, self.text, self.lex) if span else None

    def clause_start(self, cue: int, begin: int) -> int:
        """Return where the clause of the verb at `cue` begins."""
        while cue > begin and not _is_edge(self.frame, cue - 1):
            cue -= 1
        return cue

    def _of_verb(self, cue: int, low: int, end: int, begin: int) -> Mention | None:
        """Return the subject of the verb at `cue` in the clause that begins at `low`."""
        flags, lows = self.frame.flags, self.frame.lows
        high = cue + 1
        while high < end and not _is_edge(self.frame, high):
            high += 1
        if lows[cue] in self.lex.said_by_it or lows[cue] in self.lex.stands_written:
            return self._document(cue, high) or self._document(low, cue)
        if lows[cue].startswith(self.lex.quoting_stems):
            return self._quoted_person(low, cue, high)
        if (
            not lows[cue].endswith(self.lex.preterite_endings)
            and lows[cue - 1 if cue else 0] not in self.lex.infinitive_words
            and any(lows[at] in self.lex.passive_verbs for at in range(low, high))
        ):
            for at in range(low, cue - 1):
                if flags[at] & Word.JOIN and not flags[at + 1] & CAP:
                    low = at + 1
            return self._agent(low, high)
        relative = lows[low] in self.lex.relatives and flags[low - 1 if low else 0] & COMMA
        if low < cue and relative and (cue + 1 == high or flags[cue + 1] & Word.AUX):
            return self.ending_at(low - 2, begin)
        before = next(self.phrases.nominatives(low, cue), None)
        after = next(self.phrases.nominatives(cue + 1, high), None)
        if before is None and low == cue and low - 1 > begin and flags[low - 1] & COMMA:
            opening = low - 2
            while opening > begin and not _is_edge(self.frame, opening):
                opening -= 1
            if flags[opening] & COMMA:
                before = self._nominative_ending(opening - 1, begin)
                named = next(self.phrases.nominatives(opening + 1, low - 1), None)
                if before and not before.name and named and named.name:
                    before = named if named.first == opening + 1 else before
        if before is None and after is None and flags[low] & Word.JOIN and low > begin:
            # X zeigte sich „…“ und kündigte an
            return self._of_the_verb_before(low, begin) or self.main_subject(low, begin)
        if before is None or (after and self._object_first(before, cue)):
            return self.phrases.named_behind(after, end) or before
        return before

    def _object_first(self, who: Mention, cue: int) -> bool:
        """Whether `who` is the object: ``Seine Kritik begründete X``, ``Der „Post“ sagte X``."""
        first, last = self.frame.lows[who.first], self.frame.flags[who.last - 1]
        if last & QUOTE and first in self.lex.dative_articles:
            return self.frame.lows[cue].startswith(self.lex.dative_verb_stems)
        return bool(last & Word.NOUN) or first in self.lex.object_determiners

    def _nominative_ending(self, last: int, begin: int) -> Mention | None:
        low = last + 1
        while low > begin and not _is_edge(self.frame, low - 1):
            low -= 1
        return next(self.phrases.nominatives(low, last + 1), None)

    def _span_ending(self, last: int, begin: int) -> tuple[int, int] | None:
        flags = self.frame.flags
        if last >= begin and self.frame.lows[last] == ")":
            while last > begin and self.frame.lows[last] != "(":
                last -= 1
            last -= 1
        if last < begin or not flags[last] & CAP:
            return None
        first = last
        while first > begin and (
            (flags[first - 1] & CAP and not flags[first - 1] & int(Word.PREP | Word.PRON))
            or (flags[first - 1] & Word.PARTICLE and not flags[first - 1] & Word.DET
            and first - 1 > begin and flags[first - 2] & CAP)
        ):
            first -= 1
        while first > begin and (
            self.phrases.is_adjective(first - 1) and not flags[first - 1] & Word.DET
        ):
            first -= 1
        if first > begin and flags[first - 1] & Word.DET:
            first -= 1
        return first, last + 1

    def _agent(self, low: int, high: int) -> Mention | None:
        """Return X in ``wurde von X als … bezeichnet``."""
        for at in range(low, high - 1):
            if self.frame.lows[at] in self.lex.agent_words:
                who = self.phrases.first_mention(at + 1, high)
                if who:
                    return who
        for at in range(low, high - 1):
            if self.frame.lows[at] in self.lex.passive_places:
                who = self.phrases.first_mention(at + 1, high)
                if who and self.frame.flags[who.last - 1] & (Word.NOUN | QUOTE):
                    return who
        return None

    def _quoted_person(self, low: int, cue: int, high: int) -> Mention | None:
        """Return X in ``Die Zeitung zitiert X mit …``: the object speaks, not the subject."""
        before = next(self.phrases.nominatives(low, cue), None)
        if any(self.frame.lows[at] in self.lex.passive_verbs for at in range(low, high)):
            return before
        at = cue + 1
        if before is None:
            at = self.phrases.past(at, high)
        first_mention = self.phrases.first_mention
        return first_mention(at, high) or before or first_mention(cue + 1, high)

    def _document(self, low: int, high: int) -> Mention | None:
        """Return the document in ``heißt es in einer Mitteilung``."""
        for at in range(low, high - 1):
            if self.frame.flags[at] & Word.PREP:
                who = self.phrases.first_mention(at + 1, high)
                if who and not self.frame.flags[who.last - 1] & Word.TIME:
                    return who
        return None


class VerbSecondClauses(ReportingClauses):
    """Looks for reporting clauses in one paragraph of such a language."""

    phrases: VerbSecondPhrases
    subjects: VerbSecondSubjects

    def __init__(self, subjects: VerbSecondSubjects) -> None:
        super().__init__(subjects)

    def attribute(self, at: int, begin: int, end: int) -> Attribution | None:
        """Return the clause for the quotation at token `at` in the sentence [begin, end)."""
        begin, end = max(begin, at - _REACH), min(end, at + _REACH)
        return (
            super().attribute(at, begin, end)
            or self._with_words(at, begin, end)
            or self._in_whose_eyes(at, begin, end)
        )

    def _with_words(self, at: int, begin: int, end: int) -> Attribution | None:
        """Find ``mit den Worten „…“ ging X`` and ``X ging mit den Worten: „…“``."""
        frame = self.frame
        last = at - bool(at > begin and frame.flags[at - 1] & COLON)
        if last - 3 < begin or "~".join(frame.lows[last - 3 : last]) not in (
            self.lex.with_the_words
        ):
            return None
        high = at + 1
        while high < end and not _is_edge(self.frame, high):
            high += 1
        low = self.subjects.clause_start(last - 3, begin)
        who = next(self.phrases.nominatives(low, last - 3), None) or next(
            self.phrases.nominatives(at + 2, high), None  # behind the verb
        )
        start, stop = frame.starts[last - 3], frame.ends[last - 1]
        return Attribution(who, start, stop, "neighbour") if who else None

    def _in_whose_eyes(self, at: int, begin: int, end: int) -> Attribution | None:
        """Find ``für X ist das „…“``; X is inferred."""
        flags, lows = self.frame.flags, self.frame.lows
        low = self.subjects.clause_start(at, begin)
        for place in range(low, at):
            if lows[place] not in self.lex.opinion_prepositions:
                continue
            verbs = (*flags[low:at], *flags[at + 1 : min(end, at + 3)])
            if not any(flag & Word.BE for flag in verbs):
                continue
            who = self.phrases.first_mention(place + 1, at)
            if who and (who.name or who.determined):
                return Attribution(who, -1, -1, "neighbour")
        return None

    def according(self, at: int, begin: int, end: int) -> Attribution | None:
        """Find ``laut X`` and ``nach einer Mitteilung des X`` in the sentence of the token `at`."""
        attribution = super().according(at, begin, end)
        if attribution:
            return attribution
        for cue in range(begin, end):
            if self.frame.lows[cue] not in self.lex.source_prepositions:
                continue
            stop = self.phrases.phrase_end(cue + 1, end)
            if stop > cue + 1 and self.frame.lows[stop - 1].endswith(self.lex.source_nouns):
                who = self.phrases.first_mention(cue + 1, end)
                by = stop < end and self.frame.lows[stop] in self.lex.agent_words
                if by or (stop < end and self.frame.lows[stop] in self.lex.genitive_articles):
                    who = self.phrases.first_mention(stop + by, end) or who
                if who:
                    start, stop = self.frame.starts[cue], self.frame.ends[stop - 1]
                    return Attribution(who, start, stop, "cue")
        return None

    def may_introduce(self, who: Mention, colon: int, begin: int) -> bool:
        """Whether the subject of a sentence that ends in a colon is one who speaks."""
        return not any(self.frame.flags[at] & Word.MOOD for at in range(begin, colon))
