from __future__ import annotations

from tests.shell import Shell


def test_sources_stand_in_their_folders_and_say_how_they_are(shell: Shell) -> None:
    answer = shell("feeds")
    assert answer.status == 0
    assert [line for line in answer.lines if not line.startswith(" ")] == [
        "News",
        "Science and craft",
    ]
    (post,) = (line for line in answer.lines if "Wrenmouth Post" in line)
    assert post.startswith("  Wrenmouth Post <https://wrenmouthpost.example/feed.xml>: ")
    assert "8 unread of 8" in post
    assert "next visit" in post


def test_programs_get_one_object_a_line(shell: Shell) -> None:
    records = shell("feeds", "--json").records
    assert [record["stories"] for record in records] == [8, 4, 5, 4, 5, 4]
    assert {record["outcome"] for record in records} == {"ok"}


def test_the_truth_about_the_texts_is_told(shell: Shell) -> None:
    records = shell("feeds", "--texts", "--json").records
    assert sum(record["texts"]["stories"] for record in records) == 30
    assert all(
        sum(record["texts"][name] for name in ("whole", "paywall", "failed", "summaries"))
        == record["texts"]["stories"]
        for record in records
    )
    spoken = shell("feeds", "--texts")
    assert any("stories, " in line and " whole" in line for line in spoken.lines)
    assert spoken.err.startswith("30 stories, ")
