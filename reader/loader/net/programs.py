"""Runs programs that a person has named in ``feeds.toml``: for feeds, filters and passwords.

A program is started from its list of arguments, never through a shell, with few variables of our
environment, and with limits of time and bytes. Only ``feeds.toml`` may name programs; importing
feeds adds none.
"""

from __future__ import annotations

import os
import queue
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reader.loader.net import outcomes
from reader.loader.workers.pipes import CancelledError, converse, end_process
from reader.model.clock import Clock
from reader.model.error_words import cause
from reader.model.errors import LoadError
from reader.model.feed import FetchOutcome
from reader.model.fetch import Fetcher, Request, Response
from reader.text.clean import clean_line
from reader.wording.catalogue import say

SECONDS = 30.0
MOST_BYTES = 10_000_000
PARALLEL = 4
"""Programs of one refresh that run at the same time."""
_ENVIRONMENT = frozenset({
    "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "TZ", "TMPDIR", "TERM", "DISPLAY",
    "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME",
    "DBUS_SESSION_BUS_ADDRESS", "SSH_AUTH_SOCK", "GNUPGHOME", "GPG_TTY", "PASSWORD_STORE_DIR",
})  # fmt: skip
"""Variables that such programs need; others may hold secrets of other programs."""


def run(
    arguments: Sequence[str],
    data: bytes = b"",
    *,
    clock: Clock,
    seconds: float = SECONDS,
    most_bytes: int = MOST_BYTES,
    cancelled: Callable[[], bool] = lambda: False,
    environ: Mapping[str, str] | None = None,
) -> bytes:
    """Return the output of a program that reads `data`; it runs in the home directory.

    Raises:
        LoadError: it cannot be started, fails, takes too long or writes more than `most_bytes`, in
            words for a person.
        CancelledError: `cancelled` returned true.

    """
    program = str(Path(arguments[0]).expanduser()) if arguments[0][:1] == "~" else arguments[0]
    name = clean_line(arguments[0])
    process = _start([program, *arguments[1:]], name, os.environ if environ is None else environ)
    output = bytearray()

    def take(piece: bytes) -> bool:
        output.extend(piece)
        return len(output) <= most_bytes

    try:
        converse(process, data, take, seconds=seconds, clock=clock, last=True, cancelled=cancelled)
        if len(output) > most_bytes:
            megabytes = round(most_bytes / 1e6)
            raise LoadError(say("program.too_much", program=name, megabytes=megabytes))
        status = process.wait(seconds)
    except (TimeoutError, subprocess.TimeoutExpired):
        words = say("program.too_long", program=name, seconds=round(seconds))
        raise LoadError(words) from None
    finally:
        end_process(process)
    if status:
        how = "program.status" if status > 0 else "program.signal"
        raise LoadError(say(how, program=name, number=abs(status)))
    return bytes(output)


def _start(arguments: list[str], name: str, environ: Mapping[str, str]) -> subprocess.Popen[bytes]:
    allowed = {
        key: value for key, value in environ.items() if key in _ENVIRONMENT or key.startswith("LC_")
    }
    try:
        return subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=Path.home(),
            env=allowed,
            start_new_session=True,  # so that it can be killed with all it started
            bufsize=0,
        )
    except (OSError, ValueError) as error:
        why = cause(error) if isinstance(error, OSError) else say("program.nul")
        raise LoadError(say("program.not_started", program=name, reason=why)) from None


class ProgramFetcher:
    """A `Fetcher` that runs the programs that requests name; `fetcher` does the HTTP.

    A password from a program is kept in memory until the server refuses it.
    """

    def __init__(self, fetcher: Fetcher, clock: Clock) -> None:
        self._fetcher = fetcher
        self._clock = clock
        self._closed = threading.Event()
        self._one_at_a_time = threading.Lock()
        self._passwords: dict[tuple[str, ...], str] = {}

    def fetch(self, request: Request) -> Response:
        """Answer one request; never raises for what a program does."""
        return self._response(request, lambda: False)

    def fetch_all(
        self,
        requests: list[Request],
        done: Callable[[int, Response], None],
        cancelled: Callable[[], bool],
        room: Callable[[], bool] = lambda: True,
    ) -> None:
        """Answer many requests; those that need programs do not wait for the others."""
        for_programs = [i for i, request in enumerate(requests) if _needs_program(request)]
        others = [i for i, request in enumerate(requests) if not _needs_program(request)]
        if not for_programs:
            self._fetcher.fetch_all(requests, done, cancelled, room)
            return
        waiting: queue.SimpleQueue[int] = queue.SimpleQueue()
        for index in for_programs:
            waiting.put(index)
        responses: queue.SimpleQueue[tuple[int, Response]] = queue.SimpleQueue()

        def work() -> None:
            with suppress(queue.Empty):
                while not cancelled():
                    index = waiting.get_nowait()
                    responses.put((index, self._response(requests[index], cancelled)))

        for number in range(min(PARALLEL, len(for_programs))):
            threading.Thread(target=work, name=f"program {number}", daemon=True).start()
        left = len(for_programs)

        def hand_out(timeout: float) -> None:
            nonlocal left
            with suppress(queue.Empty):
                while left:
                    response = responses.get(timeout=timeout) if timeout else responses.get_nowait()
                    left -= 1
                    done(*response)

        def plain_done(position: int, response: Response) -> None:
            done(others[position], response)
            hand_out(0)

        self._fetcher.fetch_all([requests[i] for i in others], plain_done, cancelled, room)
        while left and not cancelled() and not self._closed.is_set():
            hand_out(0.05)

    def close(self) -> None:
        """End the programs and the other fetcher within 100 ms."""
        self._closed.set()
        self._fetcher.close()

    def _response(self, request: Request, cancelled: Callable[[], bool]) -> Response:
        def stopped() -> bool:
            return cancelled() or self._closed.is_set()

        try:
            if request.command:
                return self._from_program(request, stopped)
            if request.credentials_command:
                return self._with_password(request, stopped)
        except LoadError as error:
            return Response(request, FetchOutcome.BAD_RESPONSE, message=str(error), requests=0)
        except CancelledError:
            stop = outcomes.STOPPED
            return Response(request, stop.outcome, message=stop.message, requests=0)
        return self._fetcher.fetch(request)

    def _from_program(self, request: Request, cancelled: Callable[[], bool]) -> Response:
        began = self._clock.monotonic()
        body = run(
            request.command, clock=self._clock, most_bytes=request.max_bytes, cancelled=cancelled
        )
        if not body.strip():
            raise LoadError(say("program.nothing", program=clean_line(request.command[0])))
        return Response(
            request,
            FetchOutcome.OK,
            body=body,
            requests=0,
            seconds=self._clock.monotonic() - began,
        )

    def _with_password(self, request: Request, cancelled: Callable[[], bool]) -> Response:
        command = request.credentials_command
        with self._one_at_a_time:  # each may open a window to ask for a master password
            if command not in self._passwords:
                self._passwords[command] = self._password(command, cancelled)
            password = self._passwords[command]
        response = self._fetcher.fetch(replace(request, credentials=password))
        if response.status == 401:
            self._passwords.pop(command, None)
        return replace(response, request=request)

    def _password(self, command: Sequence[str], cancelled: Callable[[], bool]) -> str:
        output = run(command, clock=self._clock, most_bytes=100_000, cancelled=cancelled)
        line = output.decode("utf-8", "replace").partition("\n")[0].rstrip("\r")
        if ":" not in line:
            raise LoadError(say("program.no_password", program=clean_line(command[0])))
        return line


def _needs_program(request: Request) -> bool:
    return bool(request.command or request.credentials_command)
