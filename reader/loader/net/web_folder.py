"""Answers requests from files in a folder, for the demo edition and for tests.

``https://courier.example/feed.xml`` is the file ``courier.example/feed.xml``; an address that ends
in ``/`` is ``index.html`` in that folder. A host without a folder cannot be reached.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b
from pathlib import Path
from urllib.parse import unquote, urlsplit

from reader.loader.net import outcomes
from reader.model.fetch import Request, Response
from reader.text.clean import clean_url
from reader.wording.catalogue import say

_TYPES = {
    ".xml": "application/rss+xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".json": "application/feed+json",
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".opml": "text/x-opml; charset=utf-8",
    ".png": "image/png",
    ".jpg": "image/jpeg",
}


class FolderFetcher:
    """A `Fetcher` that reads files below `directory` and uses no network.

    `addresses` names the files (relative to `directory`) of addresses outside of this layout.
    Every answer has an ETag made of its bytes; a request that sends it is answered 304.
    """

    def __init__(self, directory: Path, addresses: Mapping[str, str] | None = None) -> None:
        self._directory, self._addresses = directory, dict(addresses or {})

    def fetch(self, request: Request) -> Response:
        """Answer one request."""
        url = clean_url(request.url)
        if not url:
            return _response(request, outcomes.forbidden(say("fetch.only_web")))
        named = self._addresses.get(url)
        path = self._directory / named if named else self._path(url)
        if not named and not (self._directory / (urlsplit(url).hostname or "")).is_dir():
            return _response(request, outcomes.NO_HOST, url)
        inside = path.resolve().is_relative_to(self._directory.resolve())
        if not inside or not path.is_file():
            return _response(request, outcomes.of_status(404, False), url, 404)
        return _from_file(request, url, path)

    def fetch_all(
        self,
        requests: list[Request],
        done: Callable[[int, Response], None],
        cancelled: Callable[[], bool],
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Answer one after the other."""
        for index, request in enumerate(requests):
            if cancelled():
                return
            done(index, self.fetch(request))

    def close(self) -> None:
        """Nothing to close."""

    def _path(self, url: str) -> Path:
        parts = urlsplit(url)
        path = self._directory / (parts.hostname or "") / unquote(parts.path).lstrip("/")
        return path / "index.html" if parts.path.endswith("/") or path.is_dir() else path


def _from_file(request: Request, url: str, path: Path) -> Response:
    body = path.read_bytes()
    etag = f'"{blake2b(body, digest_size=8).hexdigest()}"'
    headers = (
        ("content-type", _TYPES.get(path.suffix, "application/octet-stream")),
        ("etag", etag),
    )
    if request.etag == etag:
        return _response(request, outcomes.of_status(304, True), url, 304, headers)
    if len(body) > request.max_bytes:
        return _response(request, outcomes.too_large(request.max_bytes), url, 200, headers)
    return _response(request, outcomes.CLEAN, url, 200, headers, body)


def _response(
    request: Request,
    verdict: outcomes.Verdict,
    url: str = "",
    status: int = 0,
    headers: tuple[tuple[str, str], ...] = (),
    body: bytes = b"",
) -> Response:
    return Response(
        request,
        verdict.outcome,
        url=url or request.url,
        status=status,
        headers=headers,
        body=body,
        message=verdict.message,
    )
