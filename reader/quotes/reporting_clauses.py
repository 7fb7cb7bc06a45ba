"""Tie a quotation to the reporting clause of its own sentence: cue, speaker, source."""

from __future__ import annotations

from reader.quotes.lexicon import Word
from reader.quotes.mentions import Mention, mention_of, pronoun_at, quoted_name, run_forward
from reader.quotes.noun_phrases import SKIP
from reader.quotes.tokens import ANY_POINT, CAP, COLON, COMMA, DASH, MARKS_AND_BLANKS, QUOTE, STOP
from reader.quotes.verb_subjects import VerbSubjects

_REACH = 60
"""Most tokens looked at on either side: no reporting clause is longer."""
_ACCORDING = Word.ACCORDING
_LABEL = 2
"""Most words of a quotation before a colon that is a heading, not speech."""


_COMPLETE = 3
"""Fewest words of a quotation that is speech by the shape of what follows alone."""
_VERDICT = 6
"""Most words from a quotation to the noun that says what it is."""
_VERB_WORDS = 3
"""Most words of a verb with its auxiliaries."""
_BEGINS_NAME = CAP | int(Word.DET | Word.ROLE | Word.TITLE)
_NO_VERB = ANY_POINT | CAP | int(
    Word.PREP | Word.JOIN | Word.WHO | Word.THAT | Word.ACCORDING | Word.PRON | Word.NAMING
    | Word.MOOD
)


class Attribution:
    """The attribution of one quotation: speaker, source, cue, and the rule that found them."""

    __slots__ = ("cue_end", "cue_start", "reason", "source", "speaker")

    def __init__(
        self, speaker: Mention | None, cue_start: int = -1, cue_end: int = -1, reason: str = "",
        source: Mention | None = None,
    ) -> None:  # fmt: skip
        self.speaker, self.source = speaker, source
        self.cue_start, self.cue_end = cue_start, cue_end
        self.reason = reason


def _opens_aside(flag: int) -> bool:
    """Whether a word opens a subordinate clause or a phrase, which has no reporting verb."""
    return bool(flag & int(Word.JOIN | Word.WHO | Word.PREP | Word.THAT)) and not (
        flag & int(Word.DET | Word.PRON)
    )


class ReportingClauses:
    """Looks for reporting clauses in one paragraph."""

    def __init__(self, subjects: VerbSubjects) -> None:
        self.subjects, self.phrases = subjects, subjects.phrases
        self.frame, self.text, self.lex = subjects.frame, subjects.text, subjects.lex
        self.inversion = subjects.inversion

    def attribute(self, at: int, begin: int, end: int) -> Attribution | None:
        """Return the clause for the quotation at token `at` in the sentence [begin, end)."""
        frame = self.frame
        begin, end = max(begin, at - _REACH), min(end, at + _REACH)
        inner = self.text[frame.starts[at] : frame.ends[at]].rstrip(MARKS_AND_BLANKS)
        parted = at + 1 < end and bool(frame.flags[at + 1] & (COMMA | DASH))
        closes = inner[-1:] in ",?!…—-，？！" or parted
        clause = None
        if closes or at == begin:
            clause = self._after(at, end)
        if clause is None:
            clause = self._final(at, end) or self._after_but(at, begin) or self.before(at, begin)
        if clause is None and not closes:
            clause = self._after(at, end)
        according = self.according(at, begin, end)
        if clause is None:
            clause = according or self._colon(at, begin)
            if clause is None and closes and len(inner.split()) >= _COMPLETE:
                clause = self._by_shape(at, end)
            if clause is None and at == begin:
                clause = self._verdict(at, end)
            return clause
        if according and clause.cue_end <= frame.starts[at] and self._so_follows(at, end):
            return according
        if according and clause.source is None and according.cue_start != clause.cue_start:
            return Attribution(
                clause.speaker, clause.cue_start, clause.cue_end, clause.reason, according.speaker
            )
        return clause

    def _after(self, at: int, end: int) -> Attribution | None:
        """Find ``"…," X said`` and ``"…," said X``."""
        flags = self.frame.flags
        first = at + 1
        while first < end and flags[first] & (COMMA | DASH):
            first += 1
        if first < end and flags[first] & Word.ACCORDING:
            return None
        start = first
        if start < end and self.frame.lows[start] in self.lex.as_words:
            start += 1
        start = self._past_how(start, end)
        while start < end and flags[start] & SKIP and not flags[start] & Word.SAY:
            start += 1
        cue, is_cue = start, self.subjects.is_cue
        while cue < end and not is_cue(cue, first):
            if flags[cue] & (QUOTE | STOP | COLON) and not quoted_name(self.frame, cue, self.text):
                return None
            cue += 1
        if cue >= end:
            return None
        opener = flags[start] if start < end else 0
        subordinate = bool(opener & int(Word.JOIN | Word.PREP | Word.THAT))
        if (
            subordinate
            and cue > start + 1
            and flags[cue - 1] & COMMA
            and cue + 1 < end
            and (flags[cue + 1] & CAP or self.inversion)
        ):
            who = self.phrases.following(cue, end)
            if who:
                return self._made(who, cue, "cue")
        if cue > start and _opens_aside(flags[start]):
            return None
        if cue == start and self.subjects.is_participle(cue) and not self.inversion:
            return None  # “…,” referring to X
        who = self.subjects.subject_after_quote(start, cue, end)
        aside = start > first and self.frame.lows[first] in self.lex.as_words
        if who and aside and flags[who.last] & COMMA and not flags[cue - 1] & COMMA:
            who = self.subjects.subject(cue, who.last) or who  # “…,” as he dreamed, X said
        if who is None and cue == start and self.inversion:
            # Where verbs need no subject: „…,“ řekl.
            after = cue + 1
            while after < end and flags[after] & SKIP:
                after += 1
            if after >= end or flags[after] & (STOP | int(Word.PREP)):
                return Attribution(None, self.frame.starts[cue], self.frame.ends[cue], "cue")
        return self._made(who, cue, "cue") if who else None

    def _so_follows(self, at: int, end: int) -> bool:
        """Whether ``, so X`` stands right behind the quotation."""
        place = at + 1
        while place < end and self.frame.flags[place] & (COMMA | DASH):
            place += 1
        return place < end and self.frame.lows[place] in self.lex.so_behind

    def _past_how(self, at: int, end: int) -> int:
        """Return where the clause behind ``was how``, ``that is how`` begins; `at` without them."""
        be = at + bool(at < end and self.frame.flags[at] & Word.DET)
        how = be + 1 < end and self.frame.flags[be] & Word.BE
        return be + 2 if how and self.frame.lows[be + 1] in self.lex.how_words else at

    def _final(self, at: int, end: int) -> Attribution | None:
        """Find ``it was "…" and more, X said.`` at the end of the sentence."""
        flags = self.frame.flags
        cue = end - 1
        while cue > at and flags[cue] & (STOP | Word.TIME | Word.ADV) and not flags[cue] & Word.SAY:
            cue -= 1
        if cue <= at + 2 or not self.subjects.is_cue(cue, at + 1):
            return None
        if flags[cue - 1] & (QUOTE | COMMA):
            return None
        who = self.subjects.subject(cue, at + 1)
        if who is None or who.first - 1 <= at or not flags[who.first - 1] & COMMA:
            return None
        return self._made(who, cue, "cue")

    def before(self, at: int, begin: int) -> Attribution | None:
        """Find ``X said "…"`` before the token `at`."""
        flags, is_cue = self.frame.flags, self.subjects.is_cue
        tries = 0
        for cue in range(at - 1, begin - 1, -1):
            if flags[cue] & STOP:
                return None
            if not is_cue(cue, begin):
                continue
            tries += 1
            who = self.subjects.subject_before_quote(cue, begin, at)
            if who:
                clause = self._made(who, cue, "cue")
                return self._with_source(clause, who, begin)
            if self.inversion and flags[at - 1] & COLON and all(
                flags[i] & int(Word.SAY | Word.ADV) for i in range(cue, at - 1)
            ):
                # Where verbs need no subject: Dodał: „…”
                return Attribution(None, self.frame.starts[cue], self.frame.ends[cue], "cue")
            if tries == 4:
                break
        return None

    def _after_but(self, at: int, begin: int) -> Attribution | None:
        """Find Y in ``"…," said X, but Y had doubts: "…"``, whatever the verb."""
        frame, flags, joins = self.frame, self.frame.flags, self.lex.main_clause_joins
        if not flags[begin] & QUOTE or at - 1 <= begin or not flags[at - 1] & COLON:
            return None
        for low in range(at - 2, begin, -1):
            if flags[low] & (QUOTE | STOP) or self.subjects.is_cue(low, begin):
                break
            if flags[low] & Word.JOIN and frame.lows[low] in joins and flags[low - 1] & COMMA:
                who = self.subjects.main_subject(at - 1, low + 1)
                if who and (who.name or who.determined):
                    return Attribution(who, frame.starts[at - 1], frame.ends[at - 1], "colon")
        return None

    def _verdict(self, at: int, end: int) -> Attribution | None:
        """Find ``"…" is the verdict of X``."""
        frame, flags = self.frame, self.frame.flags
        if at + 1 >= end or not flags[at + 1] & int(Word.BE | Word.AUX):
            return None
        for noun in range(at + 2, min(end - 2, at + _VERDICT)):
            if flags[noun] & Word.NOUN and flags[noun + 1] & Word.PREP:
                who = self.phrases.bare(noun + 2, end)
                start, stop = frame.starts[noun], frame.ends[noun]
                return Attribution(who, start, stop, "neighbour") if who else None
        return None

    def _with_source(self, clause: Attribution, who: Mention, begin: int) -> Attribution:
        """Find ``Y reported that X … saying "…"``: Y is the source."""
        flags = self.frame.flags
        if who.first - 2 < begin or not flags[who.first - 1] & Word.THAT:
            return clause
        cue = who.first - 2
        if not self.subjects.is_cue(cue, begin):
            return clause
        source = self.subjects.subject(cue, begin)
        if source is None or source.pronoun or source.text == who.text:
            return clause
        return Attribution(who, clause.cue_start, clause.cue_end, clause.reason, source)

    def _colon(self, at: int, begin: int) -> Attribution | None:
        """Find ``X: "…"`` and ``"…": X``."""
        flags = self.frame.flags
        inner = self.text[self.frame.starts[at] : self.frame.ends[at]]
        if at > begin and flags[at - 1] & COLON:
            who = self.subjects.main_subject(at - 1, begin)
            if who and self.frame.flags[who.last - 1] & Word.NOUN:
                who = self._from_whom(who.last, at - 1) or who
            if who and self.may_introduce(who, at - 1, begin):
                start, end = self.frame.starts[at - 1], self.frame.ends[at - 1]
                return Attribution(who, start, end, "colon")
        if (
            at == begin
            and at + 2 < len(flags)
            and flags[at + 1] & COLON
            and len(inner.split()) > _LABEL
        ):
            who = self.phrases.first_mention(at + 2, len(flags)) or self._headline(at + 2)
            if who:
                start, end = self.frame.starts[at + 1], self.frame.ends[at + 1]
                return Attribution(who, start, end, "colon")
        if at == begin and at + 2 < len(flags) and flags[at + 1] & DASH:
            stop = self.phrases.name_end(at + 2, len(flags))
            if stop > at + 2 and (stop == len(flags) or flags[stop] & COMMA):
                who = mention_of(self.frame, at + 2, stop, self.text, self.lex)  # “…” — X
                if who and who.name:
                    return Attribution(who, self.frame.starts[at + 1], who.start, "cite")
        return None

    def _headline(self, at: int) -> Mention | None:
        """Return X in ``“…”: town pleads for help``: headlines have no articles."""
        frame = self.frame
        stop = run_forward(frame, at, len(frame.flags))
        if stop < len(frame.flags) and not frame.flags[stop] & int(Word.SAY | Word.VERB):
            stop -= frame.lows[stop - 1].endswith(self.lex.verb_endings)
        if stop <= at:
            return None
        start, end = frame.starts[at], frame.ends[stop - 1]
        whole = self.text[start:end]
        return Mention(start, end, whole, "", whole, False, at, stop)

    def _from_whom(self, low: int, high: int) -> Mention | None:
        """Return X in ``Criticism came from X:``."""
        for place in range(low, high - 1):
            if self.frame.lows[place] in self.lex.origin_prepositions:
                return self.phrases.first_mention(place + 1, high)
        return None

    def may_introduce(self, who: Mention, colon: int, begin: int) -> bool:
        """Whether the subject of a sentence that ends in a colon is one who speaks."""
        return True

    def _by_shape(self, at: int, end: int) -> Attribution | None:
        """Find ``"…", VERB X`` with a verb the lexicon does not know; the speaker is inferred."""
        frame, flags = self.frame, self.frame.flags
        first = at + 1
        while first < end and flags[first] & (COMMA | DASH):
            first += 1
        # Of an unknown language the small words are not known either.
        unknown = "unknown" in self.lex.options
        no_verb, begins = (ANY_POINT | CAP, CAP) if unknown else (_NO_VERB, _BEGINS_NAME)
        if first >= end or flags[first] & (no_verb | int(Word.ADV)):
            return None
        for place in range(first + 1, min(end, first + 1 + _VERB_WORDS)):
            if flags[place] & Word.PRON and self.text[frame.starts[place] - 1] == "-":
                # lâche-t-elle
                said, stop = frame.starts[first], frame.ends[first]
                return Attribution(pronoun_at(frame, place), said, stop, "neighbour")
            if flags[place] & begins:
                who = self.phrases.named_behind(self.phrases.first_mention(place, end), end)
                if who is None or not (who.name or flags[who.last - 1] & Word.ROLE):
                    return None
                return Attribution(who, frame.starts[first], frame.ends[place - 1], "neighbour")
            if flags[place] & no_verb:
                return None
        return None

    def according(self, at: int, begin: int, end: int) -> Attribution | None:
        """Find ``according to X`` in the sentence of the token `at`."""
        flags = self.frame.flags
        cues = [cue for cue in range(begin, end) if flags[cue] & _ACCORDING]
        for cue in sorted(cues, key=lambda cue: abs(cue - at)) if len(cues) > 1 else cues:
            if flags[cue] & ANY_POINT or "(" in self.frame.lows[at + 1 : cue]:
                continue
            if flags[cue] & Word.AFTER:
                who = self.subjects.ending_at(cue - 1, begin)
            else:
                if self.frame.lows[cue] in self.lex.so_adverbs and not (
                    cue > begin and flags[cue - 1] & (COMMA | COLON | QUOTE)
                ):
                    continue
                start = cue + 1
                while start < end and (
                    flags[start] & Word.ACCORDING
                    or self.frame.lows[start] in self.lex.source_joints
                ):
                    start += 1
                verb = start
                while verb < end and flags[verb] & int(Word.ADV | Word.AUX | Word.THAT):
                    verb += 1
                if verb < end and flags[verb] & Word.SAY and self.subjects.is_cue(verb, begin):
                    who, cue = self.phrases.following(verb, end), verb  # según dijo X
                elif flags[start - 1] & Word.ACCORDING and start - 1 > cue:
                    who = self.phrases.bare(start, end)  # stando alla polizia
                else:
                    who = self.phrases.first_mention(start, end)
            if who:
                return self._made(who, cue, "cue")
        return None

    def _made(self, who: Mention, cue: int, reason: str) -> Attribution:
        return Attribution(who, self.frame.starts[cue], self.frame.ends[cue], reason)
