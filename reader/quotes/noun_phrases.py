"""Read noun phrases: who is named at a place, behind a verb, behind an office."""

from __future__ import annotations

from reader.quotes.lexicon import Lexicon, Word
from reader.quotes.mentions import (
    Mention,
    is_content,
    mention_of,
    pronoun_at,
    quoted_name,
    run_forward,
)
from reader.quotes.tokens import ANY_POINT, CAP, COMMA, STOP, Frame

SKIP = int(Word.AUX | Word.ADV | Word.TIME)
_NO_NOUN = ANY_POINT | int(Word.SAY | Word.MAYBE | Word.VERB | Word.AUX | Word.ADV | Word.PREP)
_ASIDE = 3
"""Most words of a noun phrase between a verb and its subject."""
_CHAIN = 8
"""Most words of a second such phrase behind the first."""
_NEAR = 7
"""Most words from a verb to the preposition before whom it quotes."""


class NounPhrases:
    """Reads the noun phrases of one paragraph."""

    def __init__(self, frame: Frame, text: str, lex: Lexicon) -> None:
        self.frame, self.text, self.lex = frame, text, lex
        self.inversion = "inversion" in lex.options

    def following(self, cue: int, end: int) -> Mention | None:
        """Return who follows a verb as its subject."""
        flags = self.frame.flags
        at = cue + 1
        if self.frame.lows[cue] in self.lex.relay_verbs:
            for on in range(cue + 1, min(end, cue + _NEAR) - 1):
                if self.frame.lows[on] in self.lex.relay_prepositions:
                    return self.first_mention(on + 1, end)
        if flags[cue] & Word.READS:
            while at < end and flags[at] & SKIP and not flags[at] & Word.PREP:
                at += 1
            if at + 1 < end and flags[at] & Word.PREP:
                return self.bare(at + 1, end)  # se lee en el comunicado
        while at < end and (step := self._aside(at, end)):
            at += step
        if at + 2 < end and self.frame.lows[at] in self.lex.expletives and (
            self.frame.lows[at + 1] in self.lex.sender_prepositions
        ):
            at += 2  # lyder det fra X
        if at < end and flags[at] & Word.PRON and not flags[at] & Word.DET:
            return pronoun_at(self.frame, at)
        who = self.first_mention(at, end)
        if (
            who and who.last + 1 < end and flags[who.last - 1] & Word.NOUN
            and self.frame.lows[who.last] in self.lex.sender_prepositions
        ):
            who = self.first_mention(who.last + 1, end) or who  # lød svaret fra X
        return self.named_behind(who, end)

    def _aside(self, at: int, end: int) -> int:
        """Return how many words at `at` stand between a verb and its subject: ``este lunes``."""
        flags = self.frame.flags
        flag = flags[at]
        if flag & SKIP and not flag & Word.DET:
            return 1
        if "case" in self.lex.options and flag & CAP and (step := self._agency(at, end)):
            return step
        if at + 2 >= end or not flag & int(Word.DET | Word.PREP):
            return 0
        if flags[at + 1] & Word.TIME and not flags[at + 1] & CAP:
            return 2
        if flag & Word.PREP and not flag & Word.DET and self.inversion:
            return self._prepositional(at, end)
        return 0

    def _agency(self, at: int, end: int) -> int:
        """Return the length of an agency between verb and subject: ``сказал РИА «Север» | мэр``."""
        flags, word = self.frame.flags, self.frame.word(at)
        stop = at + 1
        if len(word) < 2 or not word.isupper() or stop >= end:
            return 0
        if quoted_name(self.frame, stop, self.text):
            stop += 1
        return stop - at if stop < end and flags[stop] & (CAP | Word.ROLE) else 0

    def _prepositional(self, at: int, end: int) -> int:
        """Return the length of a phrase before a subject: ``por teléfono | la alcaldesa``."""
        flags = self.frame.flags
        begins = CAP | int(Word.DET | Word.ROLE)
        stop = at + 1
        if stop + 1 >= end:
            return 0
        if flags[stop] & Word.DET:
            stop += 1
        if stop < end and flags[stop] & CAP:
            stop += 1
            if stop + 1 < end and not flags[stop] & ANY_POINT and (
                flags[stop] & int(Word.DET | Word.ROLE) or flags[stop] & flags[stop + 1] & CAP
            ):
                return stop - at
            return 0
        first = stop
        while stop < min(end, first + _ASIDE) and is_content(flags[stop]) and not (
            flags[stop] & begins
        ):
            stop += 1
        if not first < stop < end:
            return 0
        if flags[stop] & begins:
            return stop - at
        near = min(end, stop + _CHAIN)  # each step nears the end: no chain is endless
        further = self._prepositional(stop, near) if flags[stop] & Word.PREP else 0
        return stop - at + further if further else 0

    def named_behind(self, who: Mention | None, end: int) -> Mention | None:
        """Return the name that follows an office: ``la maire de Sablon, Odile Farge``."""
        if who is None or who.name or who.pronoun:
            return who
        if who.last + 1 < end and quoted_name(self.frame, who.last, self.text):
            # глава компании «Север» Иван Волков
            stop = self.name_end(who.last + 1, end)
            return self.with_office(who, who.last + 1, stop) or who
        if named := self._name_behind_place(who, end):
            return named
        comma = self._past_attributes(who.last, end)
        if comma + 1 >= end or not self.frame.flags[comma] & COMMA:
            return who
        stop = self.name_end(comma + 1, end)
        follows = self.frame.flags[stop] if stop < end else STOP
        if follows & CAP or (not follows & ANY_POINT and is_content(follows)):
            return who
        return self.with_office(who, comma + 1, stop) or who

    def _name_behind_place(self, who: Mention, end: int) -> Mention | None:
        """Return the name in ``le ministre de l’Intérieur Karl Huber``, behind office and place."""
        flags, at = self.frame.flags, who.last
        if at + 3 >= end or not flags[at] & Word.PREP or not flags[at - 1] & Word.ROLE:
            return None
        stop = run_forward(self.frame, at + 1, end)
        first = stop
        while first > at + 1 and flags[first - 1] & CAP and not flags[first - 1] & Word.ROLE:
            first -= 1
        return self.with_office(who, stop - 2, stop) if stop - first == 3 else None

    def _past_attributes(self, at: int, end: int) -> int:
        """Return where the attributes of an office end: ``la maire de la commune |``."""
        for _ in range(2):
            if at + 1 >= end or not self.frame.flags[at] & Word.PREP:
                break
            stop = run_forward(self.frame, at + 1, end)
            if stop == at + 1:
                break
            at = stop
        return at

    def name_end(self, at: int, end: int) -> int:
        """Return one past the capitalised words and particles from `at` on."""
        flags = self.frame.flags
        while at < end and flags[at] & (CAP | int(Word.PARTICLE)) and not flags[at] & ANY_POINT:
            at += 1
        return at

    def with_office(self, who: Mention, first: int, stop: int) -> Mention | None:
        """Return the full name ``frame[first:stop]`` with the office `who` as its role."""
        frame = self.frame
        if stop - first < 2 or not frame.flags[first] & CAP or not frame.flags[stop - 1] & CAP:
            return None
        named = mention_of(frame, first, stop, self.text, self.lex)
        if named is None or not named.name or named.role:
            return None
        start = frame.starts[who.first + bool(frame.flags[who.first] & Word.DET)]
        role = self.text[start : who.end]
        return Mention(named.start, named.end, named.text, named.name, role, False, first, stop)

    def first_mention(self, at: int, end: int) -> Mention | None:
        """Return who the noun phrase at `at` names."""
        flags = self.frame.flags
        if at < end and flags[at] & Word.PRON and not (
            flags[at] & Word.DET and at + 1 < end
            and (not flags[at + 1] & _NO_NOUN or self._past_adverb(at, end) > at)
        ):
            return pronoun_at(self.frame, at)
        skipped = self._past_adverb(at, end)
        stop = run_forward(self.frame, skipped, end)
        if stop == skipped:
            return None
        if (
            stop + 1 < end
            and self.frame.lows[stop] in self.lex.and_words
            and flags[stop - 1] & CAP
            and flags[stop + 1] & CAP
        ):
            stop = run_forward(self.frame, stop + 1, end)
        elif "titlecase" not in self.lex.options:
            stop = self.past_full_name(at, stop)
        return mention_of(self.frame, at, stop, self.text, self.lex)

    def _past_adverb(self, at: int, end: int) -> int:
        """Return where the noun begins in ``den tidigere | fabrikschef``, else `at`."""
        flags = self.frame.flags
        adverb = at + 2 < end and flags[at] & Word.DET and flags[at + 1] & Word.ADV
        return at + 2 if adverb and is_content(flags[at + 2]) and not flags[at + 2] & (
            Word.DET
        ) else at

    def bare(self, at: int, end: int) -> Mention | None:
        """Return who the noun phrase at `at` names, even without an article: ``nella nota``."""
        stop = run_forward(self.frame, at, end)
        if stop == at or self.frame.flags[stop - 1] & Word.DET:
            return None
        start, last = self.frame.starts[at], self.frame.ends[stop - 1]
        whole = self.text[start:last]
        return self.first_mention(at, end) or Mention(
            start, last, whole, "", whole, False, at, stop, True
        )

    def past_full_name(self, at: int, stop: int) -> int:
        """Return where the full name in a noun phrase ends; `stop` if it holds none."""
        flags = self.frame.flags
        while at < stop and not (flags[at] & CAP and not flags[at] & Word.ROLE):
            if flags[at] & Word.ROLE and "verblast" in self.lex.options and at + 1 < stop and not (
                flags[at + 1] & (CAP | Word.ROLE)
            ):
                return at + 1
            at += 1
        name = self.name_end(at, stop)
        while name > at and not flags[name - 1] & CAP:
            name -= 1
        return name if name - at >= 2 else stop
