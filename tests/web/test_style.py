import re

import pytest

from kronik.records.articles import Reason, Verdict
from kronik.web.rendering import script, style

TEXT_RATIO = 4.5
"""Contrast of text that WCAG 2 asks for at level AA."""
GRAPHIC_RATIO = 3.0
"""The same for graphics and for the borders of controls."""


def palettes():
    light, dark, *_ = re.findall(r":root \{(.*?)\}", style(), re.DOTALL)
    first = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", light))
    return {"light": first, "dark": first | dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", dark))}


def luminance(colour):
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return sum(share * value for share, value in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "ratio"),
    [
        *((front, back, TEXT_RATIO) for front in ("ink", "soft", "accent", "flag") for back in ("ground", "panel")),
        ("ink", "mark", TEXT_RATIO),
        *((front, "accent-soft", TEXT_RATIO) for front in ("ink", "soft", "accent")),
        *(("strong-rule", back, GRAPHIC_RATIO) for back in ("ground", "panel")),
        *((name, "panel", GRAPHIC_RATIO) for name in ("prose", "related", "advert", "media", "navigation", "byline")),
    ],
)
def test_colours_stand_out_enough(scheme, front, back, ratio):
    palette = palettes()[scheme]
    assert contrast(palette[front], palette[back]) >= ratio


def test_black_on_white_is_the_highest_contrast():
    assert round(contrast("#000000", "#ffffff"), 2) == 21.0


def test_every_verdict_and_reason_has_a_colour_of_its_own():
    names = {Verdict.PROSE, Verdict.UNSURE, *Reason}
    for palette in palettes().values():
        assert len({palette[name] for name in names}) == len(names)
    assert all(f".v-{name} {{ --colour: var(--{name}); }}" in style() for name in names)


def test_style_and_script_cannot_end_their_element():
    assert "</" not in style()
    assert "</" not in script()
    assert "<!--" not in script()
