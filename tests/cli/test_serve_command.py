"""``kronik serve`` as a person starts it."""

import os
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from urllib.parse import urlsplit

import pytest

from kronik import build
from kronik.cli.main import EXIT_USAGE, main

pytest.importorskip("uvicorn")
SECONDS = 60


@pytest.fixture(scope="module")
def chronicle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("serve")
    page = folder / "halaman.txt"
    page.write_text("JAKARTA - Wali kota meresmikan pasar pada Senin (16/6/2025).\n", encoding="utf-8")
    path = folder / "uji.kronik"
    build([page], path, jobs=1)
    return path


def opened(*words, **environment):
    process = subprocess.Popen(
        [sys.executable, "-u", "-m", "kronik", "--lang", "en", "serve", *words],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | environment,
    )
    return process, process.stdout.readline()


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_nothing_is_left_when_the_room_closes(chronicle, tmp_path, ending):
    process, line = opened(str(chronicle), "--port", "0", TMPDIR=str(tmp_path))
    where = urlsplit(line.rsplit(" ", 1)[-1].strip())
    connection = HTTPConnection(where.hostname, where.port, timeout=SECONDS)
    connection.request("GET", "/")
    assert connection.getresponse().status == 200
    assert list(tmp_path.glob("kronik-*"))
    process.send_signal(ending)
    process.wait(timeout=SECONDS)
    assert list(tmp_path.glob("kronik-*")) == []


def test_the_room_opens_where_it_says_and_closes_on_an_interrupt(chronicle):
    process, line = opened(str(chronicle), "--port", "0")
    try:
        where = urlsplit(line.rsplit(" ", 1)[-1].strip())
        assert where.hostname == "127.0.0.1"
        connection = HTTPConnection(where.hostname, where.port, timeout=SECONDS)
        connection.request("GET", "/search.json")
        answer = connection.getresponse()
        assert answer.status == 200
        assert answer.getheader("server") is None
        assert b'"total": 1' in answer.read()
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=SECONDS) in {0, 130}
    assert not chronicle.with_name(chronicle.name + ".lock").exists()


def test_beyond_the_loopback_a_token_is_made(chronicle):
    process, line = opened(str(chronicle), "--port", "0", "--host", "0.0.0.0")  # noqa: S104 (what is tested)
    try:
        second = process.stdout.readline()
        assert "?token=" in second
        port = urlsplit(line.rsplit(" ", 1)[-1].strip()).port
        token = second.strip().rpartition("=")[2]
        assert len(token) >= 32
        statuses = []
        for headers in ({}, {"Authorization": f"Bearer {token}"}):
            connection = HTTPConnection("127.0.0.1", port, timeout=SECONDS)
            connection.request("GET", "/", headers=headers)
            statuses.append(connection.getresponse().status)
        assert statuses == [401, 200]
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=SECONDS)


def test_a_port_that_is_taken_is_told_in_a_line(chronicle, capsys):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        assert main(["--lang", "en", "serve", str(chronicle), "--port", port]) == EXIT_USAGE
    assert "--port" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["65536", "-1", "x"])
def test_a_port_that_is_none_is_refused(chronicle, port):
    assert main(["serve", str(chronicle), "--port", port]) == EXIT_USAGE


def test_what_is_no_chronicle_is_refused(tmp_path):
    path = tmp_path / "x.kronik"
    path.write_text("bukan kronik")
    assert main(["serve", "-c", str(path)]) == EXIT_USAGE
