"""The report in a real browser, with scripts on and off."""

import pytest

from kronik.records.articles import Reason, Verdict
from kronik.web.report import LIST_GROUP, render_report
from kronik.web.wording import LANGUAGES

OPTIONS = ("--allow-file-access-from-files", "--virtual-time-budget=5000")
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


@pytest.fixture
def told(tmp_path, chronicle, told_in_browser):
    """What a page that holds the report in a frame of a phone's width finds in it, by language and sandbox."""

    def found(language, sandbox):
        report = "".join(render_report(chronicle, language=language, title="Laporan uji", limit=5))
        (tmp_path / "report.html").write_text(report, encoding="utf-8")
        driver = DRIVER.format(width=PHONE, last=ARTICLES - 2, sandbox=sandbox)
        (tmp_path / "driver.html").write_text(driver, encoding="utf-8")
        return told_in_browser((tmp_path / "driver.html").as_uri(), *OPTIONS)

    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_scripts_the_list_sorts_and_narrows(told, language):
    page = told(language, "")
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
def test_without_scripts_every_row_and_section_stands_there(told, language):
    page = told(language, 'sandbox="allow-same-origin"')
    assert (page["tools"], page["rows"], page["articles"]) == (False, ARTICLES, 5)
    assert page["groups"] == 1
    assert (page["title"], page["images"], page["wide"]) == ("Laporan uji", 0, 0)
