"""The report in a real browser, with scripts on and off."""

import json
import shutil
import subprocess
from html import unescape

import pytest

from kronik.records.articles import Reason, Verdict
from kronik.web.report import LIST_GROUP, render_report
from kronik.web.wording import LANGUAGES

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
    "--allow-file-access-from-files",
    "--virtual-time-budget=5000",
)
SECONDS = 120
HOSTILE = "<script>document.title='diambil alih'</script><img src=x onerror=\"document.title='diambil alih'\">"
PHONE = 390
ARTICLES = LIST_GROUP + 10

DRIVER = """<!DOCTYPE html><meta charset="utf-8"><title>waiting</title>
<iframe {sandbox} src="report.html" width="{width}" height="900"></iframe>
<script>
addEventListener("load", () => {{
  const page = document.querySelector("iframe").contentDocument;
  const list = page.querySelector("[data-list]");
  const rows = () => Array.from(list.querySelectorAll("tbody tr")).filter((row) => !row.hidden);
  const headline = (row) => row.querySelector("th").textContent;
  const press = (column) => list.querySelector("thead").querySelectorAll("button")[column].click();
  const told = {{ rows: rows().length, articles: page.querySelectorAll("article").length,
    title: page.title, images: page.images.length, wide: page.documentElement.scrollWidth - {width} }};
  told.tools = !list.querySelector("[data-tools]").hidden;
  told.groups = list.querySelectorAll("details[open]").length;
  if (told.tools) {{
    const search = list.querySelector("[data-search]");
    const outlet = list.querySelector("[data-outlet]");
    press(1); told.ascending = headline(rows()[0]);
    press(1); told.descending = headline(rows()[0]);
    told.sorted = list.querySelectorAll("th[aria-sort=descending]").length;
    press(8); press(8); told.untold = rows().at(-1).cells[8].dataset.value;
    search.value = "BERITA {last}"; search.dispatchEvent(new Event("input"));
    told.found = rows().map(headline);
    told.status = list.querySelector("[data-status]").textContent;
    told.shownGroups = list.querySelectorAll("details:not([hidden])").length;
    search.value = ""; search.dispatchEvent(new Event("input"));
    outlet.selectedIndex = 1; outlet.dispatchEvent(new Event("change"));
    told.ofOutlet = rows().length;
  }}
  document.body.replaceChildren("told:" + JSON.stringify(told) + "told:");
}});
</script>
"""


def document_of(file):
    """Return the document as the browser holds it after its scripts ran."""
    profile = file.parent / "profile"
    run = subprocess.run(
        [BROWSER, *QUIET, f"--user-data-dir={profile}", "--dump-dom", file.as_uri()],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=True,
    )
    shutil.rmtree(profile, ignore_errors=True)
    return run.stdout


@pytest.fixture(scope="module")
def chronicle(bundle_of, memory_chronicle, plain_stretches):
    bundles = [
        bundle_of(
            plain_stretches,
            uri=f"https://warta.example/berita/{number}",
            headline=f"Berita {number}",
            outlet=["Kabar Uji & Rekan", "Warta Contoh"][number % 2],
            published=f"2025-06-{1 + number % 30:02d}",
            times=[("Selasa (17/6) malam", "2025-06-17")],
        )
        for number in range(ARTICLES - 1)
    ]
    hostile = bundle_of(
        [
            (HOSTILE, Verdict.PROSE, None),
            ("kata" * 200, Verdict.PROSE, None),
            (HOSTILE, Verdict.REMOVED, Reason.MEDIA),
        ],
        uri="javascript:document.title='diambil alih'",
        headline=f"Zat {HOSTILE}",
        outlet=HOSTILE,
        times=None,
    )
    return memory_chronicle([*bundles, hostile])


def told(folder, chronicle, language, sandbox):
    """Return what a page that holds the report in a frame of a phone's width finds in it."""
    report = "".join(render_report(chronicle, language=language, title="Laporan uji", limit=5))
    (folder / "report.html").write_text(report, encoding="utf-8")
    driver = DRIVER.format(width=PHONE, last=ARTICLES - 2, sandbox=sandbox)
    (folder / "driver.html").write_text(driver, encoding="utf-8")
    found = unescape(document_of(folder / "driver.html")).split("told:")
    return json.loads(found[1]) if len(found) == 3 else found


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_scripts_the_list_sorts_and_narrows(tmp_path, chronicle, language):
    page = told(tmp_path, chronicle, language, "")
    assert page["ascending"] == "Berita 0"
    assert page["descending"] == f"Zat {HOSTILE}"
    assert page["sorted"] == 2  # the head of each group
    assert page["untold"] == ""
    assert page["found"] == [f"Berita {ARTICLES - 2}"]
    assert str(ARTICLES) in page["status"]
    assert page["ofOutlet"] == 1
    assert (page["tools"], page["rows"], page["articles"]) == (True, ARTICLES, 5)
    assert (page["title"], page["images"], page["wide"]) == ("Laporan uji", 0, 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_scripts_every_row_and_section_stands_there(tmp_path, chronicle, language):
    page = told(tmp_path, chronicle, language, 'sandbox="allow-same-origin"')
    assert (page["tools"], page["rows"], page["articles"]) == (False, ARTICLES, 5)
    assert page["groups"] == 1
    assert (page["title"], page["images"], page["wide"]) == ("Laporan uji", 0, 0)
