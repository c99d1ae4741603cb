"""Drawings as SVG: made here, without a script, a font or a file from elsewhere; each can be taken along."""

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "http://www.w3.org/2000/svg"
FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif"
INK, SOFT, RULE, GROUND = "#1c2126", "#545c65", "#d8d4ca", "#ffffff"
"""Colours of a drawing taken along; on a page the style sheet overrules them, so that they fit its ground."""
SERIES = ("#0a5a69", "#8a3b12", "#6a4c93", "#4d7c0f")
WIDTH = 960
"""Units of a drawing's width; on a page it is drawn as wide as its column."""
ROW, GAP, TOP, BOTTOM, LEFT, RIGHT = 84, 26, 8, 26, 152, 64
"""Measures of the lines: height of a row, room between two, above, below, for names and for last values."""
SCALE = 10.0
"""Ends of the scale of conflict and cooperation."""
LABELS = 6
"""Most labels under an axis."""
SMALLEST, LARGEST = 6.0, 20.0
"""Radius of the dot of one event, and of any number of them."""
PNG_SCALE = 2
"""Pixels of a picture for each unit of the drawing: sharp on paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One measure over time: its name and a line below it, what each point of it is called, and its values."""

    name: str
    note: str
    values: tuple[int, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """One thing in time: its row, its place between 0 and 1, its name, whether it is a copy, its link."""

    row: str
    share: float
    label: str
    hollow: bool
    link: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Events between two: their place in time between 0 and 1, score and direction, size of the dot, and name."""

    share: float
    score: float
    direction: int
    size: float
    label: str


def lines_svg(lines: Sequence[Line], bins: Sequence[str], title: str) -> str:
    """Return measures over the same time one below the other, each on a scale of its own, from 0 to its highest."""
    height = TOP + len(lines) * (ROW + GAP) - GAP + BOTTOM
    out = [_head(WIDTH, height, title)]
    width = WIDTH - LEFT - RIGHT
    for at, line in enumerate(lines):
        top = TOP + at * (ROW + GAP)
        out += _line(line, top, width, SERIES[at % len(SERIES)])
    step = max(1, -(-len(bins) // LABELS))
    for at in range(0, len(bins), step):
        x = _across(at, len(bins), width)
        out.append(_text(x, height - 6, bins[at], anchor="middle", soft=True))
    return "\n".join([*out, "</svg>"])


def _line(line: Line, top: float, width: float, colour: str) -> list[str]:
    highest = max([1, *line.values])
    base = top + ROW
    points = [
        (_across(at, len(line.values), width), round(base - value * (ROW - 12) / highest, 1))
        for at, value in enumerate(line.values)
    ]
    path = " ".join(f"{x},{y}" for x, y in points)
    out = [
        f'<line class="rule" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{base}" y2="{base}" stroke="{RULE}"/>',
        f'<text class="ink" x="0" y="{base - 16}" fill="{INK}" font-weight="600">{escape(line.name)}</text>',
        _text(0, base + 2, line.note, soft=True),
        _text(WIDTH - RIGHT + 10, base - (ROW - 12) + 4, f"{highest}", soft=True),
        _text(WIDTH - RIGHT + 10, base, "0", soft=True),
    ]
    if len(points) > 1:
        area = f"{points[0][0]},{base} {path} {points[-1][0]},{base}"
        out.append(f'<polygon points="{area}" fill="{colour}" fill-opacity="0.12" class="s"/>')
        out.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2" class="l"/>')
    for (x, y), label in zip(points, line.labels, strict=False):
        out.append(
            f'<circle cx="{x}" cy="{y}" r="3.5" fill="{colour}" class="s"><title>{escape(label)}</title></circle>'
        )
    return out


def _across(at: int, count: int, width: float) -> float:
    return round(LEFT + (width / 2 if count < 2 else at * width / (count - 1)), 1)


def strip_svg(dots: Sequence[Dot], ends: tuple[str, str], title: str) -> str:
    """Return things in time, a row for each source; copies are hollow."""
    rows = list(dict.fromkeys(dot.row for dot in dots))
    height = TOP + 30 * len(rows) + BOTTOM
    width = WIDTH - LEFT - 24
    out = [_head(WIDTH, height, title, role="group")]
    for at, row in enumerate(rows):
        y = TOP + 30 * at + 18
        out.append(_text(0, y + 4, row if len(row) <= 20 else row[:19] + "…"))
        out.append(f'<line class="rule" x1="{LEFT}" x2="{LEFT + width}" y1="{y}" y2="{y}" stroke="{RULE}"/>')
    for dot in dots:
        x, y = round(LEFT + dot.share * width, 1), TOP + 30 * rows.index(dot.row) + 18
        look = (
            f'fill="{GROUND}" stroke="{SERIES[0]}" stroke-width="2" class="hollow"'
            if dot.hollow
            else f'fill="{SERIES[0]}" class="s"'
        )
        mark = f'<circle cx="{x}" cy="{y}" r="6" {look}><title>{escape(dot.label)}</title></circle>'
        out.append(f"<a href={quoteattr(dot.link)} aria-label={quoteattr(dot.label)}>{mark}</a>" if dot.link else mark)
    out.append(_text(LEFT, height - 6, ends[0], soft=True))
    out.append(_text(LEFT + width, height - 6, ends[1], anchor="end", soft=True))
    return "\n".join([*out, "</svg>"])


def steps_svg(steps: Sequence[Step], title: str, scale: tuple[str, str], ends: tuple[str, str]) -> str:
    """Return events over time on the scale from conflict (-10) to cooperation (10).

    Args:
        steps: full where the first acts, hollow where the second does, square where both do.
        title: of the drawing.
        scale: names of its upper and its lower end.
        ends: the first and the last day, as shown.
    """
    height, top, bottom = 360, 24, 48
    width = WIDTH - LEFT - RIGHT

    def level(score: float) -> float:
        return round(top + (SCALE - score) / (2 * SCALE) * (height - top - bottom), 1)

    out = [_head(WIDTH, height, title)]
    for tick in (-10, -5, 0, 5, 10):
        y = level(tick)
        line = f'x1="{LEFT}" x2="{LEFT + width}" y1="{y}" y2="{y}"'
        out.append(f'<line class="{"axis" if tick == 0 else "rule"}" {line} stroke="{SOFT if tick == 0 else RULE}"/>')
        out.append(_text(LEFT - 10, y + 4, f"{tick:+d}" if tick else "0", anchor="end", soft=True))
    out += [_text(0, level(10) + 4, scale[0]), _text(0, level(-10) + 4, scale[1])]
    for step in sorted(steps, key=lambda one: -one.size):
        out.append(_step(step, round(LEFT + LARGEST + step.share * (width - 2 * LARGEST), 1), level(step.score)))
    out.append(_text(LEFT + LARGEST, height - 10, ends[0], anchor="middle", soft=True))
    if ends[0] != ends[1]:
        out.append(_text(LEFT + width - LARGEST, height - 10, ends[1], anchor="middle", soft=True))
    return "\n".join([*out, "</svg>"])


def _step(step: Step, x: float, y: float) -> str:
    colour, size = SERIES[1 if step.score < 0 else 0], round(step.size, 1)
    hollow = f'fill="{GROUND}" fill-opacity="0.8" stroke="{colour}" stroke-width="2" class="l"'
    look = hollow if step.direction < 0 else f'fill="{colour}" fill-opacity="0.6" class="s"'
    name = f"<title>{escape(step.label)}</title>"
    if step.direction:
        return f'<circle cx="{x}" cy="{y}" r="{size}" {look}>{name}</circle>'
    corner = f'x="{x - size}" y="{y - size}" width="{2 * size}" height="{2 * size}"'
    return f"<rect {corner} {look}>{name}</rect>"


def whole_svg(drawing: str) -> str:
    """Return a drawing as a file of its own, on a ground of its own."""
    head, mark, rest = drawing.partition(">")
    ground = f'<rect width="100%" height="100%" fill="{GROUND}"/>'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{mark}\n{ground}{rest}\n'


def png_bytes(drawing: str) -> bytes | None:
    """Return a drawing as a picture; None where the library for it (the extra ``png``) is not installed."""
    try:
        import resvg_py  # noqa: PLC0415 (optional)
    except ImportError:
        return None
    return bytes(resvg_py.svg_to_bytes(svg_string=drawing, zoom=PNG_SCALE))


def _head(width: int, height: float, title: str, *, role: str = "img") -> str:
    return (
        f'<svg xmlns="{NAMESPACE}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="{role}"'
        f' aria-label={quoteattr(title)} class="chart" font-family="{FONT}" font-size="13">'
    )


def _text(x: float, y: float, text: str, *, anchor: str = "start", soft: bool = False) -> str:
    look = f'class="{"soft" if soft else "ink"}" fill="{SOFT if soft else INK}"'
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}" {look}>{escape(text)}</text>'
