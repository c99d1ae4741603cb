"""Relations of two parties as a drawing: each event a dot, by its day and its place on the scale."""

from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from kronik.stories.timeline import Step

WIDTH, HEIGHT = 960, 360
LEFT, RIGHT, TOP, BOTTOM = 48, 24, 40, 40
"""Room for the labels around the plot."""
LIMIT = 10.0
"""Ends of the scale: -10 conflict, 10 cooperation."""
TICKS = (-10, -5, 0, 5, 10)
CONFLICT, COOPERATION = "#b3402a", "#2a6fb3"


def relation_svg(steps: Sequence[Step], title: str) -> str:
    """Return the drawing of the steps that have a day; those without one are left out of it.

    Each dot's title holds its day, type and score, so that nothing is told by colour alone.
    """
    dated = [(date.fromisoformat(day), step) for step in steps if (day := step.event.day[0]) is not None]
    ends = (min(day for day, _ in dated), max(day for day, _ in dated)) if dated else None
    frame = f'width="{WIDTH}" height="{HEIGHT}"'
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {frame} role="img" aria-label={quoteattr(title)} font-size="12">',
        f'<rect {frame} fill="#ffffff"/>',
        f'<text x="{LEFT}" y="24" font-size="16">{escape(title)}</text>',
    ]
    for tick in TICKS:
        y = _height(tick)
        lines.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y}" y2="{y}" stroke="#cccccc"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{tick}</text>')
    if ends:
        lines.append(f'<text x="{LEFT}" y="{HEIGHT - 12}">{ends[0].isoformat()}</text>')
        lines.append(f'<text x="{WIDTH - RIGHT}" y="{HEIGHT - 12}" text-anchor="end">{ends[1].isoformat()}</text>')
        span = max(1, (ends[1] - ends[0]).days)
        lines += [_dot(step, day, (day - ends[0]).days / span) for day, step in dated]
    return "\n".join([*lines, "</svg>", ""])


def _dot(step: Step, day: date, share: float) -> str:
    """Return the dot of an event that lies at a share of the time from first to last."""
    x = round(LEFT + share * (WIDTH - LEFT - RIGHT), 1)
    colour = CONFLICT if step.score < 0 else COOPERATION
    label = escape(f"{day.isoformat()} {step.event.tellings[0].report.type} {step.score:+g}")
    where = f'cx="{x}" cy="{_height(step.score)}" r="6"'
    return f'<circle {where} fill="{colour}" fill-opacity="0.7"><title>{label}</title></circle>'


def _height(score: float) -> float:
    return round(TOP + (LIMIT - score) / (2 * LIMIT) * (HEIGHT - TOP - BOTTOM), 1)
