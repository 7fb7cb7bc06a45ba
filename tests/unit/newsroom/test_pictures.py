from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from reader.newsroom import pictures as module
from reader.newsroom.pictures import Pictures
from tests.fakes import FakeClock, FakeFetcher

URL = "https://a.example/quay.png"
BOX = (20, 10)


def png() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (200, 100), (1, 2, 3)).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def web() -> FakeFetcher:
    return FakeFetcher().page(URL, png())


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def pictures(tmp_path: Path, web: FakeFetcher, clock: FakeClock) -> Iterator[Pictures]:
    made = Pictures(tmp_path / "pictures", web, clock)
    yield made
    made.close()


def test_a_picture_is_fetched_once_and_decoded_in_another_process(
    pictures: Pictures, web: FakeFetcher, tmp_path: Path
) -> None:
    picture = pictures.get(URL, BOX)
    assert picture is not None
    assert (picture.width, picture.height) == BOX
    assert picture.pixels[:3] == b"\x01\x02\x03"
    again = pictures.get(URL, (4, 4))
    assert again is not None
    assert (again.width, again.height) == (4, 2)
    assert web.asked == [URL]
    (kept,) = (tmp_path / "pictures").iterdir()
    assert kept.read_bytes() == png()


def test_what_is_no_picture_is_not_asked_for_again_soon(
    pictures: Pictures, web: FakeFetcher, clock: FakeClock
) -> None:
    missing = "https://a.example/missing.png"
    assert pictures.get(missing, BOX) is None
    assert pictures.get(missing, BOX) is None
    assert web.asked == [missing]
    clock.advance(601)
    web.page(missing, png())
    assert pictures.get(missing, BOX) is not None


def test_bytes_that_are_no_image_cost_one_picture(pictures: Pictures, web: FakeFetcher) -> None:
    web.page("https://a.example/bad.png", b"\x89PNG\r\n\x1a\nnonsense")
    assert pictures.get("https://a.example/bad.png", BOX) is None
    assert pictures.get(URL, BOX) is not None


def test_the_oldest_files_make_room(
    pictures: Pictures, web: FakeFetcher, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "KEPT", 2 * len(png()) + 10)
    urls = [f"https://a.example/{name}.png" for name in "abc"]
    for age, url in enumerate(urls):
        web.page(url, png())
        assert pictures.get(url, BOX)
        for path in (tmp_path / "pictures").iterdir():
            if path.stat().st_mtime > 1_000_000:
                os.utime(path, (1000 + age, 1000 + age))
    assert len(list((tmp_path / "pictures").iterdir())) == 2
    assert pictures.get(urls[1], BOX)
    assert web.asked == urls
    assert pictures.get(urls[0], BOX)
    assert web.asked == [*urls, urls[0]]
