from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.model.quote import Certainty, Place, Quote, QuoteKind
from reader.quotes.lexicon import BUNDLED
from reader.quotes.model_quotes import quotes_in_text


def said(text: str, lang: str = "en") -> list[tuple[str, str]]:
    return [(quote.text, quote.speaker) for quote in quotes_in_text(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text", "words", "speaker"),
    [
        ("en", "“The tide was early,” said Odo Farley.", "“The tide was early,”", "Odo Farley"),
        ("en", "“The tide was early,” Odo Farley said.", "“The tide was early,”", "Odo Farley"),
        ("en", "Odo Farley said: “The tide was early.”", "“The tide was early.”", "Odo Farley"),
        ("en", "According to Odo Farley, it was “far too early”.", "“far too early”", "Odo Farley"),
        ("de", "„Die Flut kam früh“, sagte Odo Farber.", "„Die Flut kam früh“", "Odo Farber"),
        ("fr", "« La mer monte », a déclaré Odile Farge.", "« La mer monte »", "Odile Farge"),
        ("sv", "– Vattnet steg, säger Olga Farm.", "– Vattnet steg", "Olga Farm"),
        ("ru", "«Вода пришла рано», — сказала Ольга Фарина.", "«Вода пришла рано»", "Ольга Фарина"),
        ("ja", "船長の小川花子は「潮が早い」と述べた。", "「潮が早い」", "船長の小川花子"),
        ("zh", "“潮水来得早。”船长何小舟说。", "“潮水来得早。”", "船长何小舟"),
    ],
)
def test_words_and_speaker(lang: str, text: str, words: str, speaker: str) -> None:
    assert said(text, lang) == [(words, speaker)]


def test_a_name_is_given_in_the_longest_form_of_the_story() -> None:
    text = "The diver Odo Farley was early.\n\n“The tide is no clock,” Farley said."
    assert said(text) == [("“The tide is no clock,”", "Odo Farley")]


def test_a_pronoun_stays_one_and_is_no_certainty() -> None:
    (quote,) = quotes_in_text("“We wait for the tide,” she said.", "en")
    assert (quote.speaker, quote.certainty, quote.reason) == ("she", Certainty.NONE, "pronoun")


def test_who_passed_it_on_is_kept_apart() -> None:
    text = "“The tide was early,” Odo Farley said, according to the Harbour Gazette."
    (quote,) = quotes_in_text(text, "en")
    assert (quote.speaker, quote.source) == ("Odo Farley", "Harbour Gazette")


def test_an_unmarked_paragraph_after_a_lead_in_is_a_block() -> None:
    text = "Odo Farley defended the plan, adding:\n\nWe had an hour to decide.\n\nIt rained."
    (quote,) = quotes_in_text(text, "en")
    assert (quote.text, quote.kind) == ("We had an hour to decide.", QuoteKind.BLOCK)
    assert quote.speaker == "Odo Farley"


@pytest.mark.parametrize(
    "text",
    [
        "Odo Farley asked for these things:\n\nA new bridge\nA boat",
        "Odo Farley said that the harbour has the following tasks ahead:\n\nMend the bridge.",
    ],
)
def test_a_list_behind_a_colon_is_no_block(text: str) -> None:
    assert said(text) == []


def test_a_title_is_no_speech() -> None:
    assert said("Her novel “The Early Tide” is out; a film titled “Low Water” follows.") == []


def test_a_split_quote_is_one_utterance() -> None:
    text = "“The tide,” said Odo Farley, “is early today.” Then he left."
    first, second = quotes_in_text(text, "en")
    assert second.speaker == "Odo Farley"
    assert first.start < second.start


def test_the_headline_has_its_own_place() -> None:
    title = "Farley: “The tide is early”"
    (quote,) = quotes_in_text("It rained the whole day and the night as well.", "en", title)
    assert (quote.place, quote.speaker) == (Place.TITLE, "Farley")
    assert title[quote.start : quote.end] == quote.text == "“The tide is early”"


def test_speech_goes_on_after_a_pronoun_however_short() -> None:
    quotes = quotes_in_text("“It is late,” he said. “Nobody came.”", "en")
    assert [quote.text for quote in quotes] == ["“It is late,”", "“Nobody came.”"]


def test_without_a_lexicon_only_complete_quotations_count() -> None:
    said = "„Nimeni nu a venit aici”, a spus Ana. Filmul „Malul unui râu” este lung."
    assert [quote.text for quote in quotes_in_text(said, "ro")] == ["„Nimeni nu a venit aici”"]


def test_a_japanese_source_is_a_cue_by_itself() -> None:
    (quote,) = quotes_in_text("市長の佐藤花子によると「誰も来なかった」という。", "ja")
    assert (quote.speaker, quote.cue) == ("市長の佐藤花子", "によると")


def _sound(text: str, quotes: tuple[Quote, ...]) -> None:
    assert [quote.start for quote in quotes] == sorted(quote.start for quote in quotes)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        assert text[quote.start : quote.end] == quote.text
        if quote.speaker_start >= 0:
            mention = text[quote.speaker_start : quote.speaker_end]
            assert mention
            assert quote.speaker.split()[-1] in text
        if quote.cue:
            assert text[quote.cue_start : quote.cue_end] == quote.cue


PIECES = st.lists(
    st.sampled_from(
        [
         *"“”\"'‘’«»„「」—–:,.!?\n ", "\n\n", " said ", " sagte ", "Odo Farley", " she ",
         "the diver",         " who ", " and ", " that ", "述べた", "と", "6'2\"",
         " according to ", "'90s", "é", "\u200f"]
    ),
    max_size=60,
).map("".join)  # fmt: skip


@given(PIECES, st.sampled_from([*sorted(BUNDLED.languages), "", "qq"]))
def test_spans_are_in_order_and_evidence_is_in_the_text(text: str, lang: str) -> None:
    quotes = quotes_in_text(text, lang)
    _sound(text, quotes)
    assert quotes_in_text(text, lang) == quotes


@given(st.text(max_size=200))
def test_any_text_is_borne(text: str) -> None:
    _sound(text, quotes_in_text(text))


def test_a_quotation_within_one_has_its_own_speaker() -> None:
    text = "“The master said ‘it is far too late’ and I told him ‘go now’,” Odo Farley said."
    quotes = quotes_in_text(text, "en")
    assert [(quote.kind, quote.speaker) for quote in quotes] == [
        (QuoteKind.DIRECT, "Odo Farley"),
        (QuoteKind.NESTED, "The master"),
        (QuoteKind.NESTED, "Odo Farley"),
    ]


def test_two_of_one_surname_are_told_apart_by_their_office() -> None:
    text = (
        "The minister, Ada Weller, opened it.\n\n“It is open,” Weller said.\n\n"
        "Mayor Tom Weller objected. “It is closed,” Mayor Weller said."
    )
    quotes = quotes_in_text(text, "en")
    assert [(quote.speaker, quote.role) for quote in quotes] == [
        ("Weller", ""),
        ("Tom Weller", "Mayor"),
    ]


def test_a_pronoun_is_who_has_the_title_that_agrees_with_it() -> None:
    text = "Ms. Okafor met Mr. Brandt at noon. She said: “It is late.” “I am sorry,” he said."
    quotes = quotes_in_text(text, "en")
    assert [quote.speaker for quote in quotes] == ["Okafor", "Brandt"]
    assert {quote.certainty for quote in quotes} == {Certainty.INFERRED}


def test_a_title_speaks_against_a_pronoun() -> None:
    quotes = quotes_in_text("“We wait,” said Mr. Brandt. She said: “It is late.”", "en")
    assert [quote.speaker for quote in quotes] == ["Brandt", "She"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("SAND (Ferro) — Odo Farley came, saying the tide was “far too early”.", "Odo Farley"),
        ("Mara Okafor was asked by Odo Farley, “Is the tide early?”", "Odo Farley"),
        ("Odo Farley said he thought the tide was “far too early”.", "Odo Farley"),
        ("The trouble, says Odo Farley, is that the tide is “far too early”.", "Odo Farley"),
        ("The crew left, with Odo Farley calling the tide “far too early”.", "Odo Farley"),
        ("As one diver told the Gazette, “The tide was early.”", "one diver"),
        ("Hours after Odo Farley said the tide was “far too early”, it rose.", "Odo Farley"),
        ("But Odo Farley sent a statement saying the tide was “far too early”.", "Odo Farley"),
        ("“The tide was early,” Rep. Odo Farley (D-Sand.) said.", "Odo Farley"),
        ("“The tide was early,” as Odo Farley, a diver, said.", "Odo Farley"),
        ("“The tide was early,” another said.", "another"),
        ("The plan is “a joke,” in the words of Odo Farley.", "Odo Farley"),
        ("“Nobody came today.” — Odo Farley", "Odo Farley"),
        ("“The bridge is shut,” the Gazette quoted Odo Farley as saying.", "Odo Farley"),
        ("Odo Farley was quoted by the Gazette as saying it was “shut”.", "Odo Farley"),
        ("Both Odo Farley and Mara Okafor called it “a scandal.”", "Odo Farley and Mara Okafor"),
        ("“We wait,” a spokeswoman for the harbour, Mara Okafor, said.", "Mara Okafor"),
        ("Mara Okafor called the bridge “a joke” and said nobody should “ever cross” it.",
         "Mara Okafor"),
        ("Odo Farley spoke on Monday, adding that it was “far too early”.", "Odo Farley"),
        ("In “Low Water,” her novel, Mara Okafor writes: “It was early.”", "Mara Okafor"),
        ("“The tide was early,” as his father dreamed, Mr. Farley said.", "Farley"),
    ],
)
def test_whose_words_they_are(text: str, speaker: str) -> None:
    assert {quote.speaker for quote in quotes_in_text(text, "en")} == {speaker}


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “king of the harbour” was arrested.",
        "“Low Water” is a fine film, Odo Farley said.",
        "The man, named as “Odo”, was arrested.",
        "Odo Farley said so on Harbour Radio’s “The Early Tide.”",
        "Mara Okafor, the author of “Low Water,” said nothing new.",
        "Odo Farley told it all in his memoir, “Low Water.”",
        "Mara Okafor met Odo “Shorty” Farley in Sand.",
    ],
)
def test_names_and_titles_are_not_said(text: str) -> None:
    assert said(text) == []
