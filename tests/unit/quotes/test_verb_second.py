from __future__ import annotations

import pytest

from reader.quotes.model_quotes import quotes_in_text


def said(text: str) -> list[tuple[str, str]]:
    return [(quote.text.strip("„“"), quote.speaker) for quote in quotes_in_text(text, "de")]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # What stands first is no subject: a preposition, an oblique article, an adverb.
        ("In Sand erklärte Mara Harms: „Wir warten noch.“", "Mara Harms"),
        ("Der örtlichen Zeitung sagte Mara Harms: „Wir warten noch.“", "Mara Harms"),
        ("Ähnlich äußerte sich Mara Harms: „Wir warten noch.“", "Mara Harms"),
        ("Den Bau der Brücke nannte Mara Harms „viel zu teuer“.", "Mara Harms"),
        ("Seine Kritik begründete Odo Farber mit „viel zu hohen“ Kosten.", "Odo Farber"),
        # An apposition and a clause between subject and verb.
        ("Mara Harms, die Leiterin des Hafens, sagte: „Wir warten noch.“", "Mara Harms"),
        ("Odo Farber, der gestern eintraf, sagte: „Wir warten noch.“", "Odo Farber"),
        # The verb last.
        ("Weil Mara Harms die Brücke als „viel zu teuer“ bezeichnet hat, ruht der Bau.",
         "Mara Harms"),
        ("„Wir warten noch“, wie Mara Harms am Montag sagte.", "Mara Harms"),
        # The verb in two parts.
        ("Mara Harms wies den Bericht als „reine Erfindung“ zurück.", "Mara Harms"),
        ("Odo Farber teilte am Abend mit: „Wir warten noch.“", "Odo Farber"),
        # A passive has an agent, a document speaks for itself.
        ("Die Brücke wurde von Mara Harms als „viel zu teuer“ bezeichnet.", "Mara Harms"),
        ("„Wir warten noch“, heißt es in einer Mitteilung des Hafens.", "einer Mitteilung"),
        ("Nach einer Mitteilung von Mara Harms ist die Brücke „viel zu teuer“.", "Mara Harms"),
        # Who is quoted by a paper speaks, not the paper.
        ("Die Hafenpost zitiert Mara Harms mit den Worten: „Wir warten noch.“", "Mara Harms"),
        ("„Wir warten noch, und der Bau geht weiter“, schrieb „Die Flut“.", "Die Flut"),
        ("Auf dem Plakat stand: „Rettet die Brücke!“", "dem Plakat"),
        ("Kritik kam von Mara Harms: „Das ist zu wenig.“", "Mara Harms"),
        ("Für Mara Harms ist die Brücke „ein Symbol für den Stillstand“.", "Mara Harms"),
        # Reported speech known by its verbs.
        ("Mara Harms kritisierte den Bau. Die Kosten seien „viel zu hoch angesetzt worden“.",
         "Mara Harms"),
    ],
)  # fmt: skip
def test_the_subject_is_found_wherever_it_stands(text: str, speaker: str) -> None:
    assert [who for _, who in said(text)] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "Laut „Hafenpost“ ist die Brücke teuer.",
        "Mara Harms vom „Neuen Ufer“ sagte, die Brücke sei teuer.",
        "Die Fähre „Möwe“ fährt, teilte Odo Farber mit.",
        "Damals hieß das Haus noch „Zum Anker“.",
        "So nennt man eine „Springflut“.",
        "Die Flut wird als „Springflut“ bezeichnet.",
        "Der Hafen lud zum Fest (Motto: „Ebbe“).",
        "Mehr steht auf „hafen.example“, sagte Odo Farber.",
    ],
)
def test_a_name_in_marks_is_no_speech(text: str) -> None:
    assert said(text) == []


def test_items_of_a_list_are_no_block() -> None:
    assert said("Mara Harms verlangte folgende Daten:\n\nNamen der Schiffe") == []


def test_words_with_a_small_letter_first_are_speech_without_a_verb() -> None:
    assert said("Die Brücke ist „viel zu teuer für diesen kleinen Ort“.") == [
        ("viel zu teuer für diesen kleinen Ort", "")
    ]
