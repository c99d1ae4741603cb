"""A chronicle of the samples and of hostile pages, and a way to ask the room for its pages without a network."""

import asyncio
import json
import re
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import unquote

import pytest

from kronik import build
from kronik.room.application import room_application
from kronik.room.gate import Gate
from kronik.room.keeper import Keeper
from kronik.samples import sample_folder

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
    while keeper.state().stories is None and time.monotonic() < until:
        time.sleep(0.05)

    def first(target, name):
        found = re.search(rf'"{name}": ?"([0-9a-f]+)"', asked(application, target).text)
        assert found, target
        return found[1]

    return Room(
        application=application,
        keeper=keeper,
        article=first("/reports.json?actor=Putin", "page_id"),
        hostile=first("/search.json?q=menolak+tuduhan", "page_id"),
        guarded=first("/search.json?q=penculik", "page_id"),
        revised=first("/search.json?q=tiga+desa", "page_id"),
        actor=first("/actors.json?q=Putin", "key"),
        story=first("/stories.json", "id"),
    )


@pytest.fixture(scope="session")
def asking():
    """The way to ask any application."""
    return asked
