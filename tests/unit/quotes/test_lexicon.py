"""A language is its data file: another needs no code, and a fault in one is said with its line."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import reader.quotes
from reader.quotes.candidate import Candidate
from reader.quotes.find_quotes import find_quotes
from reader.quotes.lexicon import BUNDLED, LexiconFault, Lexicons
from reader.quotes.paragraphs import paragraphs_of
from reader.quotes.unspaced import patterns_of

INVENTED = """# A language that nobody speaks.
options: articles inversion dash
say: brim/a/os
det: lu
prep: ze
aux: tas
role: kapten
according: segu
pron: jo
join: kaj
and-words: kaj
first-person: jo
so-called: nomata
"""
UNSPACED = """# Words without blanks, and nothing of how they are written in any code.
options: particles
clauses: unspaced
script: other
say: 云 呼
pattern who: (?P<who>[^，。「」]{1,8})
pattern following: {who}(?P<cue>{verbs})
pattern preceding: {who}(?P<cue>{verbs})：?\\Z
"""


def quotes(directory: Path, lang: str, text: str) -> list[Candidate]:
    return find_quotes(text, paragraphs_of(text), lang, lexicons=Lexicons(str(directory)))


@pytest.mark.parametrize(
    ("text", "speaker", "cue"),
    [
        ("“Lu mar tiri frue,” brima Odo Farley.", "Odo Farley", "brima"),
        ("Lu kapten tas brimos: “Lu mar tiri frue.”", "Lu kapten", "brimos"),
        ("Segu Mara Okafor lu ponte “tro olda zen” a.", "Mara Okafor", "Segu"),
        ("– Lu mar tiri frue, brim kapten Odo Farley.", "Odo Farley", "brim"),
        ("“Lu mar tiri frue,” brimos Odo Farley kaj Mara Okafor.",
         "Odo Farley kaj Mara Okafor", "brimos"),
        ("“Lu brim Odo: ‘Jo tiri frue,’ brima jo,” brima Mara Okafor.", "Mara Okafor", "brima"),
    ],
)  # fmt: skip
def test_a_language_is_added_by_its_file_alone(
    tmp_path: Path, text: str, speaker: str, cue: str
) -> None:
    (tmp_path / "qx.txt").write_text(INVENTED, "utf-8")
    first = quotes(tmp_path, "qx", text)[0]
    assert (first.name, first.verb, first.reason) == (speaker, cue, "cue")
    assert "cue" not in [item.reason for item in find_quotes(text, paragraphs_of(text), "qx")]


def test_a_term_of_an_added_language_is_no_quotation(tmp_path: Path) -> None:
    (tmp_path / "qx.txt").write_text(INVENTED, "utf-8")
    assert quotes(tmp_path, "qx", "Lu nomata “rego ze lu mar” tas a.") == []
    assert quotes(tmp_path, "qx", "Odo Farley brima “rego ze lu mar” a.") != []


def test_a_language_without_blanks_is_added_by_its_file_alone(tmp_path: Path) -> None:
    (tmp_path / "qy.txt").write_text(UNSPACED, "utf-8")
    assert [item.name for item in quotes(tmp_path, "qy", "「早い潮」花子云。")] == ["花子"]
    assert [item.name for item in quotes(tmp_path, "qy", "花子呼：「早い潮」")] == ["花子"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("says: brim", "there is no section “says”"),
        ("say brim", "a line is “section: words”"),
        ("say:", "a line is “section: words”"),
        ("say: brim/", "an ending is missing in “brim/”"),
        ("options: inversoin", "“inversoin” is none of articles, case"),
        ("clauses: verb-first", "“verb-first” is none of inflected, unspaced"),
        ("script: cyrillic", "the script is named before all words"),
        ("elided preposition: d", "“preposition” is none of according, adv"),
    ],
)
def test_a_fault_in_a_file_is_said_with_its_line(tmp_path: Path, line: str, fault: str) -> None:
    (tmp_path / "qx.txt").write_text(f"# A note.\n\nsay: brima\n{line}\n", "utf-8")
    with pytest.raises(LexiconFault) as caught:
        Lexicons(str(tmp_path)).of("qx")
    assert str(caught.value).startswith(f"qx.txt, line 4: {fault}")


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [("(?P<who>", "missing"), ("{nothing}", "nothing"), ("{verb}", "recursion")],
)
def test_a_fault_in_a_pattern_is_said_with_its_name(
    tmp_path: Path, pattern: str, fault: str
) -> None:
    (tmp_path / "qy.txt").write_text(f"say: brim\npattern verb: {pattern}\n", "utf-8")
    with pytest.raises(LexiconFault, match=f"qy.txt, pattern verb: .*{fault}"):
        patterns_of(Lexicons(str(tmp_path)).of("qy"))


@pytest.mark.parametrize("lang", sorted(BUNDLED.languages))
def test_every_file_that_comes_along_can_be_read(lang: str) -> None:
    lexicon = BUNDLED.of(lang)
    assert lexicon.lang == lang
    assert lexicon.words
    assert patterns_of(lexicon)


def test_a_script_lends_the_words_of_its_languages() -> None:
    cyrillic = BUNDLED.of_script("cyrillic")
    assert {"сказал", "сказав"} <= cyrillic.words.keys()
    assert "said" not in cyrillic.words
    assert {"said", "sagte"} <= BUNDLED.of_script("latin").words.keys()


def test_an_added_language_lends_its_words_to_those_of_its_script(tmp_path: Path) -> None:
    (tmp_path / "qx.txt").write_text("script: cyrillic\nsay: бримил\n", "utf-8")
    (tmp_path / "qy.txt").write_text("say: brim\n", "utf-8")
    lexicons = Lexicons(str(tmp_path))
    assert list(lexicons.of_script("cyrillic").words) == ["бримил"]
    assert list(lexicons.of_script("latin").words) == ["brim"]


def _is_list_of_words(node: ast.AST) -> bool:
    parts = node.elts if isinstance(node, ast.Tuple | ast.List | ast.Set) else []
    words = [part.value for part in parts if isinstance(part, ast.Constant)]
    letters = [word for word in words if isinstance(word, str) and word.isalpha()]
    return len(letters) == len(words) > 1 and any(len(word) > 1 for word in letters)


def _names_attributes(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__slots__"


def test_no_code_holds_lists_of_words() -> None:
    held = []
    for path in Path(reader.quotes.__file__).parent.glob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        slots = {
            id(part) for node in ast.walk(tree) if _names_attributes(node)
            for part in ast.walk(node)
        }  # fmt: skip
        held += [
            f"{path.name}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.expr) and id(node) not in slots and _is_list_of_words(node)
        ]
    assert not held
