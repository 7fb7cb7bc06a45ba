"""What a lexicon can hold: classes of words, lists of words, and how a language builds clauses."""

from __future__ import annotations


class Word:
    """What a word can be: bits of one number, as plain integers, since they are asked for often.

    A word without a class is content: noun, name, adjective.
    """

    SAY = 1
    """A reporting verb."""
    MAYBE = 2
    """A reporting verb that is as often a noun (``claims``) or another verb."""
    AUX = 4
    DET = 8
    PREP = 16
    JOIN = 32
    """A conjunction."""
    THAT = 64
    """Opens what was said: ``that``, ``dass``, ``что``."""
    WHO = 128
    """A relative pronoun."""
    PRON = 256
    """A pronoun that can be the subject."""
    ADV = 512
    VERB = 1024
    """A common verb that reports nothing."""
    ACCORDING = 2048
    """The speaker follows: ``according to``, ``laut``."""
    NAMING = 4096
    """A name or a term follows, not speech: ``titled``, ``so-called``, ``film``."""
    TITLE = 8192
    """Before a name, part of it: ``Mr``."""
    ROLE = 16384
    """An office or trade that may stand before a name."""
    PARTICLE = 32768
    """A lower-case part of a name: ``von``."""
    TIME = 65536
    """Days, months: ``said Monday``."""
    BE = 131072
    """Before a form of a reporting verb it makes a passive."""
    OBJECT = 262144
    """A pronoun that cannot be the subject."""
    MOOD = 524288
    """Marks reported speech by itself: ``sei``, ``habe``."""
    NOUN = 1048576
    """A noun for words that were said: ``statement``, ``Aussage``."""
    AFTER = 2097152
    """The cue stands after its source: ``according`` never, ``mukaan`` always."""
    READS = 1 << 30
    """The document follows behind a preposition: ``se lee en``."""
    MONTH = 1 << 31
    """A month that is written small; with a capital it is a name: ``Maja``."""


CLASSES = {
    "say": Word.SAY, "maybe": Word.MAYBE, "aux": Word.AUX, "det": Word.DET, "prep": Word.PREP,
    "join": Word.JOIN, "that": Word.THAT, "who": Word.WHO, "pron": Word.PRON, "adv": Word.ADV,
    "verb": Word.VERB, "according": Word.ACCORDING, "naming": Word.NAMING, "title": Word.TITLE,
    "role": Word.ROLE, "particle": Word.PARTICLE, "time": Word.TIME, "be": Word.BE | Word.AUX,
    "object": Word.OBJECT, "mood": Word.MOOD, "noun": Word.NOUN,
    "thing": 0, "after": Word.AFTER | Word.ACCORDING,
    "month": Word.TIME | Word.MONTH, "reads": Word.READS | Word.SAY,
}  # fmt: skip
"""The word classes a data file can name; ``thing`` is a word that only looks like another class."""
OPTIONS = {
    "articles": "a singular noun without an article is no subject",
    "case": "names are inflected",
    "compounds": "a word is what its last part is",
    "dash": "speech may begin with a dash",
    "inversion": "the subject may follow its verb before the quotation",
    "low": "quotations are written „…“, so “ closes",
    "mood": "the mood of a verb alone can show reported speech",
    "nouns": "common nouns are capitalised",
    "particles": "particles mark the subject, or words have no blanks between",
    "titlecase": "each word of a title has a capital",
    "uncased": "there are no capitals",
    "verblast": "the subject may stand before a quotation whose verb follows it",
}
CLAUSES = frozenset(("", "verb-second", "verb-last", "inflected", "unspaced"))
"""How reporting clauses are built, see `reader.quotes.clauses_by_language`."""


class Lexicon:
    """The words of one language. Word lists and endings are empty where a file names none."""

    script = "latin"
    clauses = ""
    """One of `CLAUSES`."""
    options: frozenset[str] = frozenset()
    """Of `OPTIONS`; ``unknown`` for the words of several languages together."""

    abbreviations: frozenset[str] = frozenset()
    """A point behind them ends no sentence."""
    age_words: frozenset[str] = frozenset()
    """Between a name and its bearer's age: ``aged``."""
    agent_words: frozenset[str] = frozenset()
    """Before the agent of a passive: ``by``, ``von``."""
    and_words: frozenset[str] = frozenset()
    """Between two names that speak together."""
    as_object: frozenset[str] = frozenset()
    """Behind a person who is quoted: ``quoted X as saying``."""
    as_words: frozenset[str] = frozenset()
    """Open a clause behind a quotation: ``“…,” as X said``."""
    clause_prepositions: frozenset[str] = frozenset()
    """Prepositions that may open a clause: ``after``."""
    clitics: frozenset[str] = frozenset()
    """Articles that may be object pronouns: ``la definisce``."""
    dative_articles: frozenset[str] = frozenset()
    """Before the name of a paper they show to whom somebody spoke: ``Der „Post“ sagte X``."""
    definite_articles: frozenset[str] = frozenset()
    """What stands in marks behind them is named, not said."""
    demonstratives: frozenset[str] = frozenset()
    """Point back to a quotation: ``„…“ Das sagte X``."""
    elisions: frozenset[str] = frozenset()
    """What follows an apostrophe that stands for letters left out: ``’tis``."""
    expletives: frozenset[str] = frozenset()
    """A subject that is nobody: ``es heißt``."""
    feminine: frozenset[str] = frozenset()
    """Titles of women and the pronoun that agrees with them: ``ms``, ``she``."""
    first_person: frozenset[str] = frozenset()
    """``I``: within a quotation it is the speaker."""
    genitive_articles: frozenset[str] = frozenset()
    """Open a noun phrase that hangs from the one before."""
    genitive_relatives: frozenset[str] = frozenset()
    """``dessen``: stands where an article would."""
    how_words: frozenset[str] = frozenset()
    """``“…” is how X put it``."""
    impersonal: frozenset[str] = frozenset()
    """People in general: ``so nennt man``."""
    in_words: frozenset[str] = frozenset()
    """Before a short title they show that it is one: ``In “Low Water”``."""
    infinitive_words: frozenset[str] = frozenset()
    """Before an infinitive: ``to``."""
    main_clause_joins: frozenset[str] = frozenset()
    """Conjunctions after which a main clause begins."""
    makers: frozenset[str] = frozenset()
    """``of`` and the title of a work follow: ``author``."""
    masculine: frozenset[str] = frozenset()
    """Titles of men and the pronoun that agrees with them: ``mr``, ``he``."""
    name_particles: frozenset[str] = frozenset()
    """Small words between the capitals of a name, of whatever language."""
    object_determiners: frozenset[str] = frozenset()
    """What they open, before the verb, is its object: ``seine Kritik begründete X``."""
    oblique: frozenset[str] = frozenset()
    """Articles that no subject has: ``den``, ``dem``."""
    of_words: frozenset[str] = frozenset()
    """Between the maker of a work and its title: ``author of``."""
    on_words: frozenset[str] = frozenset()
    """Before the title of a programme: ``on “The Early Tide”``."""
    opinion_prepositions: frozenset[str] = frozenset()
    """Before whom something seems so to: ``für X ist das „…“``."""
    origin_prepositions: frozenset[str] = frozenset()
    """Between a noun for words and who said them: ``criticism came from X:``."""
    passive_places: frozenset[str] = frozenset()
    """Before the document that is the agent of a passive: ``im Bericht … bezeichnet``."""
    passive_verbs: frozenset[str] = frozenset()
    """Make a passive: ``wurde``."""
    person_relatives: frozenset[str] = frozenset()
    """Behind a name they show that it is a person's: ``, who``."""
    plurals: frozenset[str] = frozenset()
    """Plurals without a plural ending: ``people``."""
    possessives: frozenset[str] = frozenset()
    """Endings of a name to which something belongs: ``’s``."""
    prefixes: frozenset[str] = frozenset()
    """Second parts of verbs that stand at the end of the clause: ``gab … an``."""
    preposition_like: frozenset[str] = frozenset()
    """Cues before a noun phrase that is then no subject: ``laut``."""
    quoting_verbs: frozenset[str] = frozenset()
    """Their object speaks: ``quoted X as saying``."""
    relatives: frozenset[str] = frozenset()
    """Articles that open a relative clause too."""
    relay_prepositions: frozenset[str] = frozenset()
    """Between a verb of `relay_verbs` and whose words were passed on."""
    relay_verbs: frozenset[str] = frozenset()
    """The subject passes on another's words."""
    said_by_it: frozenset[str] = frozenset()
    """Verbs that report only with an expletive: ``heißt es``."""
    sender_prepositions: frozenset[str] = frozenset()
    """Behind a verb, before who speaks: ``lyder det fra X``."""
    so_adverbs: frozenset[str] = frozenset()
    """Cues that are adverbs too: ``so``."""
    so_behind: frozenset[str] = frozenset()
    """Cues that stand right behind their quotation: ``„…“, so X``."""
    so_called: frozenset[str] = frozenset()
    """What stands in marks behind them is a term."""
    source_joints: frozenset[str] = frozenset()
    """Between a cue and its source: ``laut von``."""
    source_prepositions: frozenset[str] = frozenset()
    """Before a noun of `source_nouns`: ``nach Angaben``."""
    speech_nouns: frozenset[str] = frozenset()
    """What stands in marks behind them is said: ``mit den Worten „…“``."""
    stands_written: frozenset[str] = frozenset()
    """Before a colon: ``Auf dem Plakat stand:``."""
    term_words: frozenset[str] = frozenset()
    """Something is called what stands in marks behind them: ``als „…“``."""
    title_small_words: frozenset[str] = frozenset()
    """Small words in titles of works, of whatever language."""
    told_words: frozenset[str] = frozenset()
    """Before the programme or paper that somebody spoke to: ``told “The Early Tide”``."""
    unresolved: frozenset[str] = frozenset()
    """Pronouns of nobody, of several, or not told apart from several: they keep no name."""
    with_companions: frozenset[str] = frozenset()
    """``with X calling it “…”``."""
    with_the_words: frozenset[str] = frozenset()
    """Three words before a quotation: ``mit~den~Worten``."""

    adjective_endings: tuple[str, ...] = ()
    """Of adjectives that may open a noun phrase in the nominative."""
    adverb_endings: tuple[str, ...] = ()
    """Of adverbs that a capital makes look like names."""
    dative_endings: tuple[str, ...] = ()
    """Of forenames in the dative."""
    dative_verb_stems: tuple[str, ...] = ()
    """Of verbs that take whom one talks to in the dative."""
    glued_articles: tuple[str, ...] = ()
    """Articles written as one with the next word."""
    glued_conjunctions: tuple[str, ...] = ()
    """Conjunctions of one letter, written as one with the next word."""
    inverted: tuple[str, ...] = ()
    """Pronouns glued to the verb before them, with their hyphens: ``-t-il``."""
    measure_endings: tuple[str, ...] = ()
    """Of nouns that are counted and speak never: ``euro``."""
    oblique_endings: tuple[str, ...] = ()
    """Of names in any case but the nominative."""
    participle_endings: tuple[str, ...] = ()
    """Of present participles: ``saying``."""
    past_endings: tuple[str, ...] = ()
    """Of verbs in the past that are in no class; behind a name they end it."""
    plural_endings: tuple[str, ...] = ()
    plural_noun_endings: tuple[str, ...] = ()
    """Of nouns of people who can be counted: ``drei Zeuginnen``."""
    preterite_endings: tuple[str, ...] = ()
    """Of verbs that are no participles."""
    quotatives: tuple[str, ...] = ()
    """What stands behind words that were said: ``と``."""
    quoting_stems: tuple[str, ...] = ()
    """As `quoting_verbs`."""
    source_nouns: tuple[str, ...] = ()
    """Ends of nouns that a preposition makes a source of: ``nach Angaben``."""
    speaking_stems: tuple[str, ...] = ()
    """Of verbs and nouns of speaking; ``von`` goes with them."""
    term_stems: tuple[str, ...] = ()
    """As `term_words`."""
    verb_endings: tuple[str, ...] = ()
    """Of verbs in headlines: ``town pleads``."""
    weak_endings: tuple[str, ...] = ()
    """Of adjectives behind an article in an oblique case."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.words: dict[str, int] = {}
        """Lower-case form -> classes, see `Word`."""
        self.phrases: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        """First word -> the rest of a form of several words, and its classes."""
        self.elided: dict[str, int] = {}
        """What is glued to the next word by an apostrophe -> classes."""
        self.patterns: dict[str, str] = {}
        """Parts of regular expressions by name."""
        self.furniture: tuple[str, ...] = ()
        """How lines begin that stand between a lead-in and what it leads to."""


def _attributes_like(empty: object) -> frozenset[str]:
    return frozenset(name for name, value in vars(Lexicon).items() if value == empty)


WORD_LISTS = _attributes_like(frozenset()) - {"options"}
"""Attributes of `Lexicon` that are sets of words."""
AFFIXES = _attributes_like(())
"""Attributes of `Lexicon` that are beginnings or endings of words."""
OF_ONE_LANGUAGE = frozenset(("feminine", "masculine", "oblique", "prefixes"))
"""Word lists of gender, case and verbs in two parts: wrong in any language but their own."""
