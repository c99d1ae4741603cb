"""The room and its editions in a real browser, with scripts on and off, in both languages."""

import json
from html import escape

import pytest

from kronik.web.wording import LANGUAGES

PHONE, DESK = 390, 1200
"""Widths of a window."""
SCRIPTS = {"on": "", "off": 'sandbox="allow-same-origin"'}
"""How a frame lets a page's scripts run, and how it does not."""
LOOK = """<!DOCTYPE html><meta charset="utf-8"><title>waiting</title><body>
<script>
addEventListener("load", async () => {{
  const found = {{}};
  for (const [target, width] of {targets}) {{
    const holder = document.createElement("div");
    holder.innerHTML = `<iframe {sandbox} width="${{width}}" height="900"></iframe>`;
    const frame = holder.firstChild;
    document.body.append(holder);
    await new Promise((done) => {{ frame.onload = done; frame.src = target; }});
    await new Promise((done) => setTimeout(done, 50));
    const page = frame.contentDocument;
    {act}
    const links = [...page.querySelectorAll("a[href^='#']")].map((link) => link.getAttribute("href").slice(1));
    found[`${{target}} ${{width}}`] = {{
      language: page.documentElement.lang, title: page.title, heads: page.querySelectorAll("h1").length,
      wide: page.documentElement.scrollWidth - width, images: page.images.length,
      scripts: page.scripts.length, broken: links.filter((id) => id && !page.getElementById(id)),
      buttons: page.querySelectorAll("button[type=button]").length,
      citations: page.querySelectorAll(".citation").length,
      folded: page.querySelectorAll("details[data-facets]:not([open])").length,
      text: page.body.innerText.length, lit: page.querySelectorAll(".lit").length, extra: window.extra ?? null,
    }};
    holder.remove();
  }}
  document.body.textContent = "told:" + JSON.stringify(found) + "told:";
}});
</script></body>
"""


def looked(browser, targets, scripts, act=""):
    """What stands in pages when their scripts ran, or could not, by address and width."""
    pairs = json.dumps([[target, width] for target in targets for width in (PHONE, DESK)])
    return browser.told(LOOK.format(targets=pairs.replace("</", "<\\/"), sandbox=SCRIPTS[scripts], act=act))


def spoken(target, language):
    return f"{target}{'&' if '?' in target else '?'}lang={language}"


@pytest.mark.parametrize("scripts", SCRIPTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_screen_stands_there_on_a_phone_and_on_a_desk(room, browser, language, scripts):
    targets = [spoken(target, language) for target in room.targets()]
    pages = looked(browser, targets, scripts)
    assert len(pages) == 2 * len(targets)
    for name, page in pages.items():
        assert (page["language"], page["heads"]) == (language, 1), name
        assert page["wide"] <= 0, f"{name} must not scroll sideways"
        assert page["broken"] == [], name
        assert page["text"] > 200, name


@pytest.mark.parametrize("scripts", SCRIPTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_each_edition_stands_there_on_a_phone_and_on_a_desk(browser, language, scripts):
    pages = looked(browser, [f"/edition/{kind}/{language}" for kind in ("story", "actor", "span")], scripts)
    assert len(pages) == 6
    for name, page in pages.items():
        assert (page["language"], page["heads"]) == (language, 1), name
        assert page["wide"] <= 0, f"{name} must not scroll sideways"
        assert (page["scripts"], page["images"], page["buttons"], page["broken"]) == (0, 0, 0, []), name
        assert page["title"].endswith("· Kronik"), name
        assert page["text"] > 200, name


def test_with_scripts_a_citation_can_be_copied_and_filters_fold(browser):
    pages = looked(browser, ["/statements?lang=en"], "on")
    phone, desk = pages[f"/statements?lang=en {PHONE}"], pages[f"/statements?lang=en {DESK}"]
    assert phone["buttons"] == phone["citations"] == desk["buttons"] > 0
    assert (phone["folded"], desk["folded"]) == (1, 0)


def test_without_scripts_filters_stand_open_and_no_button_promises_anything(browser):
    for page in looked(browser, ["/statements?lang=en"], "off").values():
        assert (page["buttons"], page["folded"]) == (0, 0)


def test_with_scripts_characters_can_be_chosen(room, browser):
    """A selection with the pointer asks for the fields of its characters, counted in code points."""
    act = """
    const piece = [...page.querySelectorAll(".page [data-at]")].find((one) => one.textContent.length > 12);
    const range = page.createRange();
    range.setStart(piece.firstChild, 2); range.setEnd(piece.firstChild, 9);
    frame.contentWindow.getSelection().addRange(range);
    const gone = new Promise((done) => { frame.onload = done; });
    piece.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    const start = Number(piece.dataset.at.split("-")[0]);
    await gone;
    window.extra = [frame.contentWindow.location.search, `${start + 2}-${start + 9}`];
    """
    for page in looked(browser, [f"/articles/{room.article}"], "on", act).values():
        search, wanted = page["extra"]
        assert f"at={wanted}" in search


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_a_hostile_page_runs_nothing(room, browser, scripts):
    hostile = room.hostile
    targets = [f"/articles/{hostile}", f"/articles/{hostile}?view=ledger", "/search?q=tuduhan", "/edition/span/id"]
    for name, page in looked(browser, targets, scripts).items():
        assert page["title"].endswith("· Kronik"), name
        assert page["images"] == 0, name


@pytest.mark.parametrize("scripts", SCRIPTS)
def test_a_hostile_question_runs_nothing(browser, scripts):
    script = "%22%3E%3Cscript%3Edocument.title%3D1%3C/script%3E%3Cimg%20src=x%20onerror=document.title=1%3E"
    targets = [f"/search?q={script}", f"/relations?first={script}&second={script}", f"/reports?type={script}"]
    targets += [f"/articles/{script.replace('/', '%2F')}", f"/statements?by={script}&about={script}"]
    for name, page in looked(browser, targets, scripts).items():
        assert page["title"].endswith("· Kronik"), escape(name)
        assert (page["images"], page["wide"] <= 0) == (0, True), escape(name)
