"""Find the subject of a reporting verb by the order of the words."""

from __future__ import annotations

from reader.quotes.lexicon import Word
from reader.quotes.mentions import (
    Mention,
    mention_of,
    pronoun_at,
    quoted_name,
    run_backward,
    run_forward,
)
from reader.quotes.noun_phrases import SKIP, NounPhrases
from reader.quotes.tokens import (
    ANY_POINT,
    CAP,
    COLON,
    COMMA,
    POINT,
    POSSESSIVE,
    QUOTE,
    STOP,
)

THAT = int(Word.THAT)
_PARTS = 7
"""Most words from the first part of a verb to its second."""


class VerbSubjects:
    """Looks for the subjects of reporting verbs in one paragraph."""

    def __init__(self, phrases: NounPhrases) -> None:
        self.phrases = phrases
        self.frame, self.text, self.lex = phrases.frame, phrases.text, phrases.lex
        self.inversion = phrases.inversion

    def is_cue(self, at: int, begin: int) -> bool:
        """Whether the word at `at` reports what was said, in a sentence from `begin`."""
        flags = self.frame.flags
        flag = flags[at]
        if flag & CAP and at > begin:
            return False
        if flag & Word.SAY:
            if at > begin and flags[at - 1] & Word.BE and not self.is_participle(at):
                return self._by(at)
            plural = self.frame.lows[at].endswith(self.lex.plural_endings)
            if plural and at > begin and flags[at - 1] & POSSESSIVE:
                return False  # Ms Orrell’s comments
            if at == begin or not flags[at - 1] & Word.DET or flags[at - 1] & Word.PRON:
                return True
            if flag & Word.ROLE:
                return False  # le juge
            # Una denuncia; but in these languages an article may be a pronoun: la definisce.
            return self.inversion and (
                self.frame.lows[at - 1] in self.lex.clitics or "articles" not in self.lex.options
            )
        if flag & Word.MAYBE and self.lex.prefixes:
            # A verb in two parts: „slår X fast“.
            stop = min(len(flags), at + _PARTS)
            return any(low in self.lex.prefixes for low in self.frame.lows[at + 1 : stop])
        if flag & Word.MAYBE and at > begin:
            before = flags[at - 1]
            after = flags[at + 1] if at + 1 < len(flags) else 0
            if after & (Word.PRON | Word.OBJECT) and not after & Word.DET:
                return True  # The paper calls it “…”.
            if before & COMMA and after & int(Word.DET | CAP):
                return True  # X, a diver, calls the tide “…”.
            if after & (QUOTE | THAT) and not before & (POSSESSIVE | Word.DET):
                return True
            return bool(before & Word.PRON) or (
                bool(before & (CAP | Word.ADV | Word.AUX)) and not before & (POSSESSIVE | Word.DET)
            )
        return False

    def _by(self, cue: int) -> bool:
        """Whether an agent follows a passive: ``was asked by X``, ``was called “…” by X``."""
        return self._agent_of(cue) > 0

    def _agent_of(self, cue: int) -> int:
        """Return where the agent of the passive at `cue` begins; 0 if there is none."""
        flags, lows = self.frame.flags, self.frame.lows
        for at in range(cue + 1, min(len(lows) - 1, cue + 4)):
            if lows[at] in self.lex.agent_words:
                return at + 1 if at == cue + 1 or flags[at - 1] & QUOTE else 0
        return 0

    def subject_before_quote(self, cue: int, begin: int, at: int) -> Mention | None:
        """Return the subject of the verb at `cue` before the quotation at `at`."""
        if cue > begin and self.frame.flags[cue - 1] & Word.BE and self._by(cue):
            agent = self._agent_of(cue)
            return self.phrases.first_mention(agent, at if agent < at else len(self.frame.flags))
        if who := self._inserted(cue, begin, at):
            return who
        if self.frame.flags[cue] & Word.READS and (who := self._document_before(cue, begin)):
            return who
        if self.inversion and cue + 2 <= at and self._is_subject_pronoun(cue + 1) and (
            self.frame.flags[cue + 2] & (COLON | COMMA | QUOTE)
        ):
            return pronoun_at(self.frame, cue + 1)  # Spurgt om broen svarede han: “…”
        if self.inversion and "case" not in self.lex.options and (
            self.frame.flags[cue + 1] & CAP and (named := self.phrases.first_mention(cue + 1, at))
            and named.name and self.frame.flags[named.last] & COLON
        ):
            return named  # Gevraagd naar de brug antwoordde X: “…”
        who = self.subject(cue, begin)
        if who and who.pronoun and who.text[0].islower() and (
            outer := self._who_reports(who.first, begin)
        ):
            who = outer
        if self.inversion and not (who and (who.name or who.pronoun)):
            behind = self.phrases.following(cue, at)
            # „In Genf sagte X“: the verb stands second, its subject behind it.
            if behind and behind.first == cue + 1 and (
                behind.name or (behind.pronoun and self._is_subject_pronoun(cue + 1))
            ):
                who = behind
        if who is None and (
            self.inversion
            or (cue + 1 < at and bool(self.frame.flags[cue + 1] & (CAP | Word.PRON)))
        ):
            who = self.phrases.following(cue, at)
        return who

    def _document_before(self, cue: int, begin: int) -> Mention | None:
        """Return X in ``В докладе говорится``: what the preposition before governs."""
        for at in range(cue - 2, begin - 1, -1):
            if self.frame.flags[at] & ANY_POINT:
                break
            if self.frame.flags[at] & Word.PREP:
                return self.phrases.bare(at + 1, cue)
        return None

    def _is_subject_pronoun(self, at: int) -> bool:
        flag = self.frame.flags[at]
        return bool(flag & Word.PRON) and not flag & int(Word.DET | Word.OBJECT)

    def _who_reports(self, clause: int, begin: int) -> Mention | None:
        """Return X where the clause at token `clause` is what X said: ``X said she thinks``."""
        cue = clause - 1
        while cue > begin and self.frame.flags[cue] & int(Word.THAT | Word.TIME):
            cue -= 1
        if cue <= begin or not self.is_cue(cue, begin):
            return None
        return self.subject(cue, begin)

    def _inserted(self, cue: int, begin: int, at: int) -> Mention | None:
        """Return X in ``The trouble, says X, is that …``."""
        flags = self.frame.flags
        if cue <= begin + 1 or not flags[cue - 1] & COMMA or self.is_participle(cue):
            return None
        who = self.phrases.first_mention(cue + 1, at) if flags[cue + 1] & CAP else None
        return who if who and who.name and who.last < at and flags[who.last] & COMMA else None

    def subject_after_quote(self, start: int, cue: int, end: int) -> Mention | None:
        """Return the subject of the verb at `cue` in a clause that begins at `start`."""
        who = self.phrases.first_mention(start, cue) if cue > start else None
        if who and not (who.name or who.pronoun) and self.frame.flags[cue - 1] & COMMA:
            named = self.subject(cue, start)
            who = named if named and named.name else who
        if self.frame.lows[cue] in self.lex.quoting_verbs:
            told = self.phrases.first_mention(cue + 1, end)
            if told and told.last < end and self.frame.lows[told.last] in self.lex.as_object:
                return told  # the paper quoted X as saying
        return who or self.phrases.following(cue, end)

    def is_participle(self, cue: int) -> bool:
        """Whether a verb is a present participle by its ending."""
        return self.frame.lows[cue].endswith(self.lex.participle_endings)

    def subject(self, cue: int, begin: int) -> Mention | None:
        """Return the subject that stands before a verb."""
        flags, lows = self.frame.flags, self.frame.lows
        at = cue - 1
        while at >= begin and flags[at] & SKIP and not flags[at] & int(Word.PRON):
            at -= 1
        if at < begin:
            return None
        flag = flags[at]
        if flag & Word.PRON and not flag & (Word.WHO | Word.OBJECT) | (flag & Word.DET):
            return pronoun_at(self.frame, at)
        if flag & Word.WHO:
            at -= 1
            if at >= begin and flags[at] & COMMA:
                at -= 1
            return self.ending_at(at, begin)
        if flag & COMMA:
            if self.is_participle(cue) and (who := self._of_the_verb_before(at, begin)):
                return who
            opening = at - 1
            while opening > begin and not flags[opening] & (COMMA | QUOTE | STOP):
                opening -= 1
            if opening - 2 > begin and lows[opening - 1].isdigit() and flags[opening - 2] & COMMA:
                opening -= 2  # X, 61, a plumber, said
            if opening > begin and flags[opening] & COMMA and not self.is_participle(cue):
                who = self.ending_at(opening - 1, begin)
                if who and not (who.first > begin and flags[who.first - 1] & Word.PREP):
                    named = None
                    if not who.name and self.phrases.name_end(opening + 1, at) == at:
                        named = self.phrases.with_office(who, opening + 1, at)
                    return named or who
            return self.main_subject(at, begin)
        if flag & POINT and lows[at] == ")":
            while at > begin and lows[at] != "(":
                at -= 1
            return self.ending_at(at - 1, begin)
        if flag & Word.JOIN and at - 1 > begin and flags[at - 1] & QUOTE and (
            who := self._of_the_verb_before(at - 1, begin)
        ):
            return who  # X called it “…” and said
        if flag & int(Word.JOIN | Word.VERB | Word.SAY) or lows[at] in self.lex.infinitive_words:
            return self.main_subject(at, begin)
        if self.is_participle(cue) and lows[at] in self.lex.as_object:
            told = self.ending_at(at - 1, begin)
            if told and told.first > begin and lows[told.first - 1] in self.lex.agent_words:
                return self.main_subject(at, begin)
            return told
        if self.is_participle(cue) and flag & Word.NOUN:
            return self.main_subject(at, begin) or self.ending_at(at, begin)
        if self.is_participle(cue):
            first = run_backward(self.frame, at, begin)
            if first > begin and lows[first - 1] in self.lex.with_companions:  # with X calling it …
                return mention_of(self.frame, first, at + 1, self.text, self.lex)
        return self.ending_at(at, begin) or self.main_subject(at, begin)

    def ending_at(self, last: int, begin: int) -> Mention | None:
        """Return the noun phrase ending at `last`, or the one that its preposition depends on."""
        flags, lows = self.frame.flags, self.frame.lows
        if last < begin:
            return None
        stop = last + 1
        first = run_backward(self.frame, last, begin)
        if first == stop:
            return None
        for _ in range(4):
            joint = first - 1
            if joint < begin or not flags[joint] & Word.PREP:
                break
            if lows[joint] in self.lex.as_words or lows[joint] in self.lex.clause_prepositions:
                break
            head = run_backward(self.frame, joint - 1, begin) if joint > begin else joint
            if head < joint:
                first, stop = head, joint
                continue
            inner = mention_of(self.frame, first, stop, self.text, self.lex)
            # In a leading "In Ohio" nobody speaks; in "In a statement Ms Orrell" somebody does.
            if inner and inner.name and flags[first] & Word.DET and not self.inversion:
                return inner
            return None
        if (
            first - 2 >= begin
            and lows[first - 1] in self.lex.and_words
            and flags[first - 2] & CAP
            and flags[first] & CAP
        ):
            first = run_backward(self.frame, first - 2, begin)
        return mention_of(self.frame, first, stop, self.text, self.lex)

    def _cuts(self, at: int) -> bool:
        """Whether the token `at` ends a clause: a full stop, or a quotation that is no name."""
        flag = self.frame.flags[at]
        return bool(flag & STOP) or (
            bool(flag & QUOTE) and quoted_name(self.frame, at, self.text) is None
        )

    def _of_the_verb_before(self, at: int, begin: int) -> Mention | None:
        """Return the subject of the nearest reporting verb before the token `at`."""
        for cue in range(at - 1, begin, -1):
            if self.frame.flags[cue] & STOP:
                break
            if self.is_cue(cue, begin):
                return self.subject(cue, begin)
        return None

    def main_subject(self, at: int, begin: int) -> Mention | None:
        """Return the first noun phrase of the clause before `at` that is no object."""
        flags, lows = self.frame.flags, self.frame.lows
        start = at
        while start > begin and not self._cuts(start - 1) and not (
            flags[start - 1] & Word.THAT and not flags[start - 2] & Word.PREP
        ):
            start -= 1
        if start < at and lows[start] in self.lex.main_clause_joins:
            start += 1
        while start < at:
            flag = flags[start]
            if flag & Word.PREP or (flag & Word.JOIN and start + 1 < at) or (
                start == begin
                and lows[start].endswith(self.lex.participle_endings)
                and any(flags[i] & COMMA for i in range(start, at))
            ):
                # A leading phrase or clause: on to its comma.
                comma = start
                while comma < at and not flags[comma] & COMMA:
                    comma += 1
                start = comma + 1 if comma < at else run_forward(self.frame, start + 1, at) + 1
                continue
            if flag & Word.PRON and not flag & Word.DET:
                return pronoun_at(self.frame, start)
            stop = run_forward(self.frame, start, at)
            if stop > start:
                if "titlecase" not in self.lex.options:
                    stop = self.phrases.past_full_name(start, stop)
                who = mention_of(self.frame, start, stop, self.text, self.lex)
                if who and not (stop == start + 1 and who.text[-1] == "."):  # Calif.
                    return who
            start = max(start + 1, stop)
        return None
