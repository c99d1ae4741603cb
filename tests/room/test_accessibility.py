"""An accessibility checker (axe) looks at each screen and each edition, in both languages, of two widths."""

import json
from importlib.util import find_spec
from pathlib import Path

import pytest

from kronik.web.wording import LANGUAGES

CARRIERS = ("axe_playwright_python", "axe_core_python")
"""Packages that carry the checker's script, the one with the newer script first; nothing else of them is used."""
GRAVE = {"serious", "critical"}
PHONE, DESK = 390, 1200
LOOKS = tuple(zip(LANGUAGES, (DESK, PHONE), strict=True))
"""Each language and each width once: a fault of one language at one width alone is not to be thought of."""
FAULTY = (
    "<!DOCTYPE html><html><title>t</title><body><input><img src='data:,'><p style='color:#ccc'>pucat</p></body></html>"
)
CHECK = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>waiting</title><body></body>
<script>
addEventListener("load", async () => {{
  const found = {{}};
  for (const target of {targets}) {{
    const frame = document.createElement("iframe");
    Object.assign(frame, {{ width: {width}, height: 900 }});
    document.body.append(frame);
    await new Promise((done) => {{ frame.onload = done; frame.src = target; }});
    const page = frame.contentDocument;
    page.querySelectorAll("details").forEach((one) => {{ one.open = true; }});
    const script = page.createElement("script");
    script.textContent = {axe};
    page.head.append(script);
    const answer = await frame.contentWindow.axe.run(page);
    found[target] = {{
      passes: answer.passes.length,
      violations: answer.violations.map((one) => [one.impact, one.id, one.nodes.map((node) => node.html.slice(0, 99))]),
    }};
    frame.remove();
  }}
  document.body.textContent = "told:" + JSON.stringify(found) + "told:";
}});
</script>
"""


@pytest.fixture(scope="module")
def axe():
    """The checker's script."""
    for name in CARRIERS:
        spec = find_spec(name)
        if spec is not None and spec.origin:
            return Path(spec.origin).with_name("axe.min.js").read_text(encoding="utf-8")
    pytest.skip(f"no package carries the accessibility checker: {' or '.join(CARRIERS)}")
    return ""


def checked(browser, axe, targets, width):
    """What the checker finds in pages, by address."""
    script = json.dumps(axe).replace("</", "<\\/")
    listed = json.dumps([f"{target}{'&' if '?' in target else '?'}checked=1" for target in targets])
    return browser.told(CHECK.format(targets=listed, width=width, axe=script))


def grave(found):
    return {
        name: faults for name, page in found.items() if (faults := [v for v in page["violations"] if v[0] in GRAVE])
    }


@pytest.mark.parametrize(("language", "width"), LOOKS)
def test_no_screen_and_no_edition_has_a_grave_fault(room, browser, axe, language, width):
    targets = [f"{target}{'&' if '?' in target else '?'}lang={language}" for target in room.targets()]
    targets += [f"/articles/{room.article}?at=0-200&lang={language}", f"/nowhere?lang={language}"]
    targets += [f"/search?q=zzzz&lang={language}", f"/reports?page=0&lang={language}"]
    targets += [f"/edition/{kind}/{language}" for kind in ("story", "actor", "span")]
    found = checked(browser, axe, targets, width)
    assert len(found) == len(targets)
    assert all(page["passes"] > 10 for page in found.values())
    assert grave(found) == {}


def test_the_checker_finds_faults(browser, axe):
    browser.drivers["/faulty"] = FAULTY
    (page,) = checked(browser, axe, ["/faulty"], DESK).values()
    assert {"image-alt", "label", "html-has-lang"} <= {
        name for impact, name, _ in page["violations"] if impact in GRAVE
    }
