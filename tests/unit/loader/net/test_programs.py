from __future__ import annotations

import os
import select
import sys
import threading
import time
from pathlib import Path

import pytest

from reader.loader.net.programs import ProgramFetcher, run
from reader.loader.workers.pipes import CancelledError
from reader.model.clock import SystemClock
from reader.model.errors import LoadError
from reader.model.feed import FetchOutcome
from reader.model.fetch import Request, Response
from tests.fakes import FakeFetcher

CLOCK = SystemClock()


def python(code: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-c", code, *arguments)


ECHO = "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read())"


def test_a_program_gets_the_data_and_its_output_comes_back() -> None:
    data = os.urandom(3_000_000)
    assert run(python(ECHO), data, clock=CLOCK) == data


def test_a_program_need_not_read_all() -> None:
    assert run(python("print('enough')"), b"x" * 3_000_000, clock=CLOCK) == b"enough\n"


def test_arguments_pass_through_no_shell(tmp_path: Path) -> None:
    marker = tmp_path / "pwned"
    nasty = f"$(touch {marker}); `touch {marker}` | touch {marker}"
    code = "import sys; print(sys.argv[1])"
    assert run(python(code, nasty), clock=CLOCK).decode().strip() == nasty
    assert not marker.exists()


def test_a_program_sees_little_of_the_environment() -> None:
    environ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "SECRET_TOKEN": "x", "HOME": "/"}
    output = run(python("import os; print(sorted(os.environ))"), clock=CLOCK, environ=environ)
    assert b"'PATH'" in output
    assert b"'HOME'" in output
    assert b"'LC_ALL'" in output
    assert b"SECRET" not in output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("/nowhere/program",), "cannot be started: there is no such file or directory"),
        (("/",), "cannot be started"),
        (("echo", "a\0b"), "cannot be started: its arguments hold a NUL"),
        (python("raise SystemExit(3)"), "ended with status 3. Run it by hand to see why."),
        (python("import os; os.kill(os.getpid(), 9)"), "was ended by signal 9"),
    ],
)
def test_what_goes_wrong_has_words(arguments: tuple[str, ...], words: str) -> None:
    with pytest.raises(LoadError, match=words):
        run(arguments, clock=CLOCK)


def test_a_flood_is_stopped() -> None:
    flood = "import sys\nwhile True: sys.stdout.write('x' * 100_000)"
    with pytest.raises(LoadError, match="writes more than 1 MB"):
        run(python(flood), clock=CLOCK, most_bytes=1_000_000)


def test_a_program_that_hangs_is_ended_with_all_it_started(tmp_path: Path) -> None:
    file = tmp_path / "pid"
    code = (
        "import subprocess, sys, time\n"
        "child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)'])\n"
        "open(sys.argv[1], 'w').write(str(child.pid)); time.sleep(600)"
    )
    with pytest.raises(LoadError, match="takes longer than 1 seconds; it was stopped"):
        run(python(code, str(file)), clock=CLOCK, seconds=1.0)
    assert _ends(int(file.read_text()))


def _ends(process: int) -> bool:
    """Whether it is at its end, or comes to it: a signal takes a moment on a busy machine."""
    try:
        descriptor = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([descriptor], [], [], 10)[0])
    finally:
        os.close(descriptor)


def test_a_program_nobody_waits_for_is_ended() -> None:
    with pytest.raises(CancelledError):
        run(python("import time; time.sleep(600)"), clock=CLOCK, cancelled=lambda: True)


# Requests that need programs.


def test_a_feed_can_come_from_a_program() -> None:
    web = FakeFetcher()
    request = Request("", command=python("print('<rss/>')"))
    response = ProgramFetcher(web, CLOCK).fetch(request)
    assert (response.outcome, response.body) == (FetchOutcome.OK, b"<rss/>\n")
    assert web.asked == []


def test_a_program_that_fails_or_writes_nothing_is_one_feeds_trouble() -> None:
    fetcher = ProgramFetcher(FakeFetcher(), CLOCK)
    failed = fetcher.fetch(Request("", command=python("raise SystemExit(1)")))
    assert failed.outcome is FetchOutcome.BAD_RESPONSE
    assert "ended with status 1" in failed.message
    silent = fetcher.fetch(Request("", command=python("")))
    assert "wrote nothing" in silent.message


PASSWORD = "import sys; open(sys.argv[1], 'a').write('.'); print('ada:s:' + 'cret\\nsecond line')"


def test_a_password_comes_from_a_program_once_and_stays_out_of_sight(tmp_path: Path) -> None:
    web = FakeFetcher().feed("https://a.example/feed", "<rss/>")
    fetcher, log = ProgramFetcher(web, CLOCK), tmp_path / "log"
    request = Request("https://a.example/feed", credentials_command=python(PASSWORD, str(log)))
    response = fetcher.fetch(request)
    fetcher.fetch(request)
    assert response.outcome is FetchOutcome.OK
    assert [asked.credentials for asked in web.requests] == ["ada:s:cret"] * 2
    assert log.read_text() == "."
    assert response.request == request
    assert "s:cret" not in repr(response)
    assert "s:cret" not in repr(web.requests)


def test_a_refused_password_is_asked_for_again(tmp_path: Path) -> None:
    web = FakeFetcher().status("https://a.example/feed", 401)
    fetcher, log = ProgramFetcher(web, CLOCK), tmp_path / "log"
    request = Request("https://a.example/feed", credentials_command=python(PASSWORD, str(log)))
    fetcher.fetch(request)
    fetcher.fetch(request)
    assert log.read_text() == ".."


def test_what_is_no_password_is_not_sent() -> None:
    web = FakeFetcher()
    fetcher = ProgramFetcher(web, CLOCK)
    request = Request("https://a.example/", credentials_command=python("print('oops')"))
    response = fetcher.fetch(request)
    assert "is not `user:password`" in response.message
    assert web.asked == []


def collect(
    fetcher: ProgramFetcher, requests: list[Request]
) -> tuple[dict[int, Response], set[str]]:
    answers: dict[int, Response] = {}
    threads: set[str] = set()

    def done(index: int, response: Response) -> None:
        answers[index] = response
        threads.add(threading.current_thread().name)

    fetcher.fetch_all(requests, done, lambda: False)
    return answers, threads


def test_programs_and_addresses_are_answered_together_from_the_callers_thread() -> None:
    web = FakeFetcher().page("https://a.example/", "a").page("https://b.example/", "b")
    requests = [
        Request("", command=python("print('0')")),
        Request("https://a.example/"),
        Request("", command=python("print('2')")),
        Request("https://b.example/", credentials_command=python("print('u:p')")),
    ]
    answers, threads = collect(ProgramFetcher(web, CLOCK), requests)
    assert {index: answer.body.strip() for index, answer in answers.items()} == {
        0: b"0",
        1: b"a",
        2: b"2",
        3: b"b",
    }
    assert threads == {threading.current_thread().name}


def test_requests_without_programs_go_straight_on() -> None:
    web = FakeFetcher().page("https://a.example/", "a")
    answers, _ = collect(ProgramFetcher(web, CLOCK), [Request("https://a.example/")])
    assert answers[0].body == b"a"


def test_a_stopped_refresh_waits_for_no_program() -> None:
    began = time.monotonic()
    ProgramFetcher(FakeFetcher(), CLOCK).fetch_all(
        [Request("", command=python("import time; time.sleep(600)"))],
        lambda index, response: None,
        lambda: time.monotonic() - began > 0.2,
    )
    assert time.monotonic() - began < 30  # the program would take ten minutes


def test_closing_closes_the_network_too() -> None:
    web = FakeFetcher()
    fetcher = ProgramFetcher(web, CLOCK)
    fetcher.close()
    response = fetcher.fetch(Request("", command=python("print(1)")))
    assert response.outcome is FetchOutcome.UNREACHABLE
    assert web.closed
