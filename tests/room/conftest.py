"""A chronicle of the samples and of hostile pages; ways to ask the room for its pages, without and with a browser."""

import asyncio
import json
import re
import sqlite3
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import quote, unquote

import pytest

from kronik import build
from kronik.room.application import room_application
from kronik.room.edition import Wanted, edition_text
from kronik.room.gate import POLICY, Gate
from kronik.room.keeper import Keeper
from kronik.samples import sample_folder
from kronik.web.wording import LANGUAGES

HOST = "127.0.0.1:8642"
SCRIPT = "<script>document.title='diambil alih'</script>"
IMAGE = "<img src=x onerror=\"document.title='diambil alih'\">"
PROTECTED = "Rahayu Kusumawati"
PAGES = (
    {
        "url": "https://jahat.example/berita/1",
        "title": f"Wali kota {SCRIPT} menolak tuduhan",
        "content": f"Wali kota Surabaya menolak tuduhan warga pada Senin (16/6/2025). {SCRIPT} {IMAGE}\n"
        f'"Saya menolak tuduhan itu {IMAGE}," kata Wali Kota Surabaya kepada wartawan, Senin (16/6/2025).\n',
        "date": "2025-06-16",
        "source": f"Kabar {IMAGE}",
    },
    {
        "url": "https://aman.example/berita/2",
        "title": f"Polisi menangkap penculik {PROTECTED}",
        "content": f"Polisi menangkap seorang pria di Surabaya pada Selasa (17/6/2025). {PROTECTED} dibawa pulang.\n"
        f'"Kami senang sekali," kata {PROTECTED} kepada wartawan. Polisi menyelamatkan {PROTECTED} di Surabaya.\n',
        "date": "2025-06-17",
        "source": "Kabar Aman",
    },
    {
        "url": "https://aman.example/berita/3",
        "title": "Banjir merendam dua desa",
        "content": "Banjir merendam dua desa di Demak pada Senin (16/6/2025). Warga mengungsi ke balai desa.\n",
        "date": "2025-06-16",
        "source": "Kabar Aman",
    },
    {
        "url": "https://aman.example/berita/3",
        "title": "Banjir merendam tiga desa",
        "content": "Banjir merendam tiga desa di Demak pada Senin (16/6/2025). Warga mengungsi ke balai desa.\n",
        "date": "2025-06-17",
        "source": "Kabar Aman",
    },
)
PATIENCE = 120.0
"""Most seconds until the stories of a few pages are there."""
SPAN = ("2025-06-16", "2025-06-17")
"""The days of an edition."""
SECONDS = 600
"""Most seconds until the server of the pages has ended."""
POLICY_HEADER = b"content-security-policy"


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def data(self):
        return json.loads(self.body)


def asked(application, target: str, headers=(), method="GET") -> Answer:
    """The application's answer to a request line, sent as it stands."""
    path, _, query = target.partition("?")
    sent = {"host": HOST, **dict(headers)}
    scope = {
        "type": "http",
        "asgi": {"version": "3.0"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "headers": [(name.encode(), value.encode()) for name, value in sent.items()],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 8642),
        "root_path": "",
    }
    got = {"body": b"", "status": 0, "headers": {}}

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        if message["type"] == "http.response.start":
            got["status"] = message["status"]
            got["headers"] = {name.decode().lower(): value.decode() for name, value in message["headers"]}
        else:
            got["body"] += message.get("body", b"")

    asyncio.run(application(scope, receive, send))
    return Answer(**got)


@dataclass(frozen=True)
class Room:
    """An open room: ``get`` asks it; the others are ids in it."""

    application: object
    keeper: Keeper
    article: str
    hostile: str
    guarded: str
    revised: str
    actor: str
    story: str
    event: str
    report: str
    statement: str

    def get(self, target: str, headers=(), method="GET") -> Answer:
        return asked(self.application, target, headers, method)

    def targets(self) -> tuple[str, ...]:
        """An address of each screen."""
        return (
            "/",
            "/?outlets=constant",
            "/stories",
            f"/stories/{self.story}",
            "/search",
            "/search?q=presiden",
            f"/articles/{self.article}",
            f"/articles/{self.article}?view=ledger",
            f"/articles/{self.article}?field=r1",
            f"/articles/{self.revised}?view=revisions",
            "/statements",
            "/statements?by=Putin",
            "/reports",
            "/actors",
            f"/actors/{self.actor}",
            "/relations?first=Xi&second=Putin",
            f"/events/{self.event}",
            f"/reports/{self.report}",
            f"/statements/{self.statement}",
        )


@pytest.fixture(scope="session")
def room_chronicle(tmp_path_factory):
    """A chronicle of the samples and of the pages above, in which the page protects one name."""
    folder = tmp_path_factory.mktemp("room")
    pages = folder / "jahat.jsonl"
    pages.write_text("".join(json.dumps(page) + "\n" for page in PAGES), encoding="utf-8")
    path = folder / "uji.kronik"
    with sample_folder() as samples:
        build([samples, pages], path, jobs=1)
    with closing(sqlite3.connect(path)) as store, store:
        changed = store.execute("UPDATE actors SET protection = 'minor' WHERE name = ?", (PROTECTED,)).rowcount
    assert changed == 1
    return path


@pytest.fixture(scope="session")
def room(room_chronicle, tmp_path_factory):
    """The room of that chronicle, stories and all."""
    keeper = Keeper(room_chronicle, tmp_path_factory.mktemp("side"))
    application = room_application(keeper, Gate(host="127.0.0.1"))
    keeper.read()
    until = time.monotonic() + PATIENCE
    while (stories := keeper.state().stories) is None or stories.events is None:
        assert time.monotonic() < until, "stories and events must stand by now"
        time.sleep(0.05)

    def first(target, name):
        found = re.search(rf'"{name}": ?"([0-9a-f]+)"', asked(application, target).text)
        assert found, target
        return found[1]

    report = first("/reports.json?actor=Putin", "report_id")
    return Room(
        application=application,
        keeper=keeper,
        article=first("/reports.json?actor=Putin", "page_id"),
        hostile=first("/search.json?q=menolak+tuduhan", "page_id"),
        guarded=first("/search.json?q=penculik", "page_id"),
        revised=first("/search.json?q=tiga+desa", "page_id"),
        actor=first("/actors.json?q=Putin", "key"),
        story=first("/stories.json", "id"),
        event=first(f"/reports/{report}.json", "event"),
        report=report,
        statement=first("/statements.json", "statement_id"),
    )


@pytest.fixture(scope="session")
def asking():
    """The way to ask any application."""
    return asked


@pytest.fixture(scope="session")
def editions(room, room_chronicle):
    """Every kind of edition in every language, by both."""
    wanted = {
        "story": Wanted(story=room.story[:12]),
        "actor": Wanted(actor=room.actor),
        "span": Wanted(since=SPAN[0], until=SPAN[1]),
    }
    return {
        (kind, language): edition_text(room_chronicle, one, language)
        for kind, one in wanted.items()
        for language in LANGUAGES
    }


@dataclass(frozen=True)
class Browser:
    """A real browser before the served room. The room's pages are looked at inside a page of the test's own."""

    address: str
    drivers: dict[str, str]
    told_in_browser: Callable[..., object]

    def told(self, driver: str, *, window="1300,1000"):
        """Return what a page of the test's own finds, as `told_in_browser` does."""
        name = f"/driver-{len(self.drivers)}"
        self.drivers[name] = driver
        options = (f"--window-size={window}", "--virtual-time-budget=120000")
        return self.told_in_browser(self.address + quote(name), *options)


@pytest.fixture(scope="session")
def browser(room, editions, told_in_browser):
    """Debian's Chromium before the room, its editions under ``/edition/KIND/LANGUAGE``; skips where there is none."""
    uvicorn = pytest.importorskip("uvicorn")
    drivers: dict[str, str] = {}
    files = {f"/edition/{kind}/{language}": text for (kind, language), text in editions.items()}
    config = uvicorn.Config(
        _framed(room.application, drivers, files), host="127.0.0.1", port=0, log_level="critical", lifespan="off"
    )
    server, socket = uvicorn.Server(config), config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield Browser(f"http://127.0.0.1:{socket.getsockname()[1]}", drivers, told_in_browser)
    server.should_exit = True
    thread.join(timeout=SECONDS)


def _framed(application, drivers, files):
    """The application with pages that hold its pages in a frame, which the room itself forbids.

    Asked for ``checked=1`` it comes without its policy, so that a checker can be put into the page.
    """

    async def answer(scope, receive, send):
        own = drivers.get(scope["path"]) or files.get(scope["path"])
        free = b"checked=1" in scope["query_string"]

        async def let(message):
            if message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0] not in {b"x-frame-options", POLICY_HEADER}]
                policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'").encode()
                message["headers"] = kept if free else [*kept, (POLICY_HEADER, policy)]
            await send(message)

        if own is None:
            await application(scope, receive, let)
            return
        if free:
            own = re.sub('<meta http-equiv="Content-Security-Policy"[^>]*>', "", own)
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": own.encode()})

    return answer
