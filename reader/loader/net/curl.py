"""libcurl's handles, and every option that is set on them. The only module that names pycurl."""

from __future__ import annotations

import re
import socket
import threading
from typing import Any

import certifi
import pycurl

from reader.loader.net.transfer import Transfer

Curl = pycurl.Curl
"""An easy handle of libcurl: one request."""
SOCKET_BAD: int = pycurl.SOCKET_BAD
"""What libcurl is given in the place of a socket, to open none."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_CONNECT_SECONDS = 10
_PROXIES = ("http://", "https://", "socks4://", "socks4a://", "socks5://", "socks5h://")


class Handles:
    """A pool of easy handles. They are reused: to make one costs as much as a small request."""

    def __init__(self, user_agent: str, slowest: int, patience: float) -> None:
        self._user_agent, self._slowest, self._patience = user_agent, slowest, patience
        self._bundle = certifi.where()
        self._lock = threading.Lock()
        self._idle: list[pycurl.Curl] = []

    def multi(self, parallel: int) -> pycurl.CurlMulti:
        """Return a new multi handle, which runs `parallel` easy handles at the same time."""
        multi = pycurl.CurlMulti()
        multi.setopt(pycurl.M_MAX_HOST_CONNECTIONS, 1)
        multi.setopt(pycurl.M_MAXCONNECTS, 2 * parallel)
        return multi

    def take(self, transfer: Transfer) -> pycurl.Curl:
        """Return a handle that is set up for the present hop of `transfer`."""
        with self._lock:
            handle = self._idle.pop() if self._idle else pycurl.Curl()
        self._prepare(handle, transfer)
        return handle

    def put(self, handle: pycurl.Curl) -> None:
        """Take a handle back into the pool, without anything of its request."""
        handle.setopt(pycurl.COOKIELIST, "ALL")  # reset() keeps cookies
        handle.reset()
        with self._lock:
            self._idle.append(handle)

    def _prepare(self, handle: pycurl.Curl, transfer: Transfer) -> None:
        request = transfer.request
        handle.setopt(pycurl.URL, transfer.url)
        handle.setopt(pycurl.NOSIGNAL, 1)
        handle.setopt(pycurl.PROTOCOLS, pycurl.PROTO_HTTP | pycurl.PROTO_HTTPS)
        handle.setopt(pycurl.FOLLOWLOCATION, 0)  # `Transfer` follows, and checks each address
        handle.setopt(pycurl.CAINFO, self._bundle)
        handle.setopt(pycurl.TIMEOUT_MS, max(int(transfer.left * 1000), 1))
        handle.setopt(pycurl.CONNECTTIMEOUT, _CONNECT_SECONDS)
        handle.setopt(pycurl.LOW_SPEED_LIMIT, self._slowest)
        handle.setopt(pycurl.LOW_SPEED_TIME, max(int(self._patience), 1))
        handle.setopt(pycurl.HTTP_CONTENT_DECODING, 0)  # unpacked by `Body`, which has a limit
        handle.setopt(pycurl.USERAGENT, _line(request.user_agent or self._user_agent))
        handle.setopt(pycurl.HTTPHEADER, self._headers(transfer))
        # An empty proxy, not none: libcurl would look at http_proxy and the like.
        handle.setopt(pycurl.PROXY, request.proxy if request.proxy.startswith(_PROXIES) else "")
        handle.setopt(pycurl.NOPROXY, "")
        if transfer.may_know_secrets:
            self._secrets(handle, transfer)
        self._callbacks(handle, transfer)

    def _headers(self, transfer: Transfer) -> list[bytes]:
        request = transfer.request
        headers = [("Accept-Encoding", "gzip"), ("Accept", "*/*")]
        if request.etag:
            headers.append(("If-None-Match", request.etag))
        if request.last_modified:
            headers.append(("If-Modified-Since", request.last_modified))
        if transfer.may_know_secrets:
            headers += request.headers
        return [_line(f"{name}: {value}") for name, value in headers]

    def _secrets(self, handle: pycurl.Curl, transfer: Transfer) -> None:
        request = transfer.request
        if request.credentials:
            user, _, password = request.credentials.partition(":")
            handle.setopt(pycurl.HTTPAUTH, pycurl.HTTPAUTH_BASIC)
            handle.setopt(pycurl.USERNAME, user.encode())
            handle.setopt(pycurl.PASSWORD, password.encode())
        if transfer.cookies:
            handle.setopt(pycurl.COOKIEFILE, transfer.cookies)

    def _callbacks(self, handle: pycurl.Curl, transfer: Transfer) -> None:
        def on_header(line: bytes) -> int | None:
            return None if transfer.on_header(line) else 0

        def on_body(data: bytes) -> int | None:
            return None if transfer.on_body(data) else 0

        def on_connection(address: str, *_: Any) -> int:  # for reused connections, too
            allowed = transfer.may_connect(address)
            return int(pycurl.PREREQFUNC_OK if allowed else pycurl.PREREQFUNC_ABORT)

        handle.setopt(pycurl.HEADERFUNCTION, on_header)
        handle.setopt(pycurl.WRITEFUNCTION, on_body)
        handle.setopt(pycurl.PREREQFUNCTION, on_connection)
        if not (transfer.private_allowed or transfer.request.proxy):
            handle.setopt(pycurl.OPENSOCKETFUNCTION, socket_opener(transfer))


def socket_opener(transfer: Transfer) -> Any:
    """Return the callback that opens a socket to a resolved address, if that is allowed."""

    def open_socket(_: int, address: Any) -> Any:
        if not transfer.may_connect(address.addr[0]):
            return SOCKET_BAD
        return socket.socket(address.family, address.socktype, address.protocol)

    return open_socket


def _line(text: str) -> bytes:
    """Return a header line as bytes, without control characters: none may begin another line."""
    text = _CONTROL.sub("", text)
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return text.encode()
