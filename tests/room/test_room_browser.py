"""The room in a real browser, with scripts on and off, in both languages."""

import json
import shutil
import subprocess
import threading
from html import escape, unescape
from urllib.parse import quote, unquote

import pytest

from kronik.room.gate import POLICY
from kronik.web.wording import LANGUAGES

uvicorn = pytest.importorskip("uvicorn")
POLICY_HEADER = b"content-security-policy"
BROWSER = shutil.which("chromium")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="Debian's chromium is not installed")

QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-size=390,900",
    "--virtual-time-budget=4000",
)
SECONDS = 120
WITH, WITHOUT = "", 'sandbox="allow-same-origin"'
"""How a frame lets a page's scripts run, and how it does not."""

DRIVER = """<!DOCTYPE html><meta charset="utf-8"><title>waiting</title>
<iframe {sandbox} src="{target}" width="390" height="900"></iframe>
<script>
addEventListener("load", () => {{
  const page = document.querySelector("iframe").contentDocument;
  const told = {{ html: page.documentElement.outerHTML, title: page.title,
    wide: page.documentElement.scrollWidth - 390, images: page.images.length }};
  document.body.textContent = "told:" + JSON.stringify(told) + "told:";
}});
</script>
"""


def framed(application):
    """The application with a page that holds another one in a frame, which the room itself forbids."""

    async def answer(scope, receive, send):
        async def let(message):
            if message["type"] == "http.response.start":
                kept = [pair for pair in message["headers"] if pair[0] not in {b"x-frame-options", POLICY_HEADER}]
                policy = POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'").encode()
                message["headers"] = [*kept, (POLICY_HEADER, policy)]
            await send(message)

        if scope["path"] != "/driver":
            await application(scope, receive, let)
            return
        target, _, scripts = unquote(scope["query_string"].decode()).rpartition("|")
        page = DRIVER.format(sandbox=WITH if scripts == "on" else WITHOUT, target=escape(target)).encode()
        headers = [(b"content-type", b"text/html; charset=utf-8")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": page})

    return answer


@pytest.fixture(scope="module")
def address(room):
    """The address of the room, served for a real browser."""
    config = uvicorn.Config(framed(room.application), host="127.0.0.1", port=0, log_level="critical", lifespan="off")
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{socket.getsockname()[1]}"
    server.should_exit = True
    thread.join(timeout=SECONDS)


def seen(address, target, folder, scripts):
    """What stands in a page when its scripts ran, or could not."""
    profile = folder / "profile"
    run = subprocess.run(
        [BROWSER, *QUIET, f"--user-data-dir={profile}", "--dump-dom", f"{address}/driver?{quote(target)}%7C{scripts}"],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    shutil.rmtree(profile, ignore_errors=True)
    return json.loads(unescape(run.stdout).split("told:")[1])


@pytest.mark.parametrize("scripts", ["on", "off"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", [0, 3, 5, 6, 10, 12, 14, 15])
def test_each_screen_stands_there_on_a_phone(room, address, tmp_path, at, language, scripts):
    target = room.targets()[at]
    page = seen(address, f"{target}{'&' if '?' in target else '?'}lang={language}", tmp_path, scripts)
    assert f'<html lang="{language}"' in page["html"]
    assert page["html"].count("<h1") == 1
    assert page["wide"] <= 0, "the page itself must not scroll sideways"


def test_with_scripts_a_citation_can_be_copied_and_filters_fold(address, tmp_path):
    html = seen(address, "/statements?lang=en", tmp_path, "on")["html"]
    assert html.count('<button type="button">Copy</button>') == html.count('class="citation"') > 0
    assert '<details class="facets" data-facets="">' in html


def test_without_scripts_filters_stand_open_and_no_button_promises_anything(address, tmp_path):
    html = seen(address, "/statements?lang=en", tmp_path, "off")["html"]
    assert '<details class="facets" open="" data-facets="">' in html
    assert '<button type="button">' not in html


@pytest.mark.parametrize("scripts", ["on", "off"])
@pytest.mark.parametrize("target", ["/articles/{}", "/articles/{}?view=ledger", "/search?q=tuduhan"])
def test_a_hostile_page_runs_nothing(room, address, tmp_path, target, scripts):
    page = seen(address, target.format(room.hostile), tmp_path, scripts)
    assert page["title"].endswith("· Kronik")
    assert page["images"] == 0
