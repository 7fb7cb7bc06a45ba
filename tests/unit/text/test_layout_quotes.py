from __future__ import annotations

from reader.model.quote import Voice
from reader.model.story import QuoteRow
from reader.text.layout_frame import frame
from reader.text.layout_line import Ground, Layout
from reader.text.layout_quotes import QuotesWording, citation, lay_out_quotes
from tests.unit.text.test_layout_blocks import flat

PIET = Voice("Piet Arends", "inspector", 3, "Mellgate Mirror", "piet arends")


def row(story: int, index: int, text: str) -> QuoteRow:
    return QuoteRow(
        story=story, index=index, text=text, kind="direct", speaker="Piet Arends",
        role="inspector", voice="piet arends", via="", cue="said", certainty="named", reason="cue",
        place="text", start=0, end=len(text), title=f"Story {story}", source="Mellgate Mirror",
        feed=1, link=f"https://mellgate.example/{story}", published=story, text_hash="",
    )  # fmt: skip


ROWS = [row(2, 0, "“One.”"), row(2, 3, "“Two.”"), row(1, 0, "“Three.”")]


def laid(chosen: int = 1, voice: Voice | None = PIET) -> Layout:
    wording = QuotesWording(total="3 quotes")
    return lay_out_quotes(
        voice, ROWS if voice else [], chosen, frame(60), lambda row: f"day {row.published}",
        wording=wording,
    )  # fmt: skip


def test_quotes_stand_under_their_stories_and_the_chosen_one_says_what_can_be_done() -> None:
    assert [flat(line) for line in laid().lines] == [
        "PIET ARENDS inspector",
        "3 quotes",
        "",
        "Story 2",
        "Mellgate Mirror · day 2",
        "",
        "“One.”",
        "",
        "“Two.”",
        "↵ read it in place" + " " * 17 + "y copy with credit",
        "",
        "─" * 54,
        "",
        "Story 1",
        "Mellgate Mirror · day 1",
        "",
        "“Three.”",
    ]


def test_the_chosen_quote_fills_the_measure_and_every_quote_has_its_rule() -> None:
    lines = [line for line in laid().lines if line.block >= 0]
    assert [line.ground for line in lines] == [
        Ground.PLAIN, Ground.QUOTE, Ground.QUOTE, Ground.PLAIN,
    ]  # fmt: skip
    assert {line.rule for line in lines} == {0}


def test_the_unattributed_are_nobodys() -> None:
    layout = laid(voice=Voice("Unattributed", "", 3, "", ""))
    assert {line.rule for line in layout.lines if line.block >= 0} == {-1}


def test_no_quotes_say_so() -> None:
    assert [flat(line) for line in laid(voice=None).lines] == ["Nobody is quoted in these stories."]


def test_a_citation_names_speaker_role_source_and_address() -> None:
    assert citation(ROWS[0]) == (
        "“One.” — Piet Arends, inspector (Mellgate Mirror, https://mellgate.example/2)"
    )
    assert citation(row(2, 0, "No marks here.")).startswith("“No marks here.” — ")
