"""Make the simplified outlines of provinces and regencies from those of the published files.

    python training/places/make_outlines.py ../shared/places

Reads ``regions.geojson`` of the folder; writes ``outlines.tsv`` of the package: a Kemendagri code and its rings (outer
ones alone), parted by ``|``. A ring is pairs of whole hundredths of a degree, longitude before latitude: the first as
it is, each further one as the step from the one before. It is closed without its first point repeated; of islands
smaller than a step only a point is left.
"""

import json
import sys
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "kronik" / "knowledge" / "data" / "places"
SOURCE = (
    "# source: outlines after github.com/cahyadsn/wilayah_boundaries (MIT), "
    "simplified by training/places/make_outlines.py.\n# code\trings\n"
)
SCALE = 100
"""Steps of a degree: a hundredth is a kilometre, a pixel of a map of the country."""
TOLERANCE = 1.0
"""Steps that a point may lie off the simplified line."""
SMALLEST = 3
"""Points of the smallest ring that is kept beside larger ones."""

Ring = list[tuple[int, int]]


def simplified(ring: Ring) -> Ring:
    """Return the ring by Douglas and Peucker's method, without recursion."""
    keep = {0, len(ring) - 1}
    open_ = [(0, len(ring) - 1)]
    while open_:
        first, last = open_.pop()
        (x1, y1), (x2, y2) = ring[first], ring[last]
        length = ((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5
        worst, at = 0.0, first
        for index in range(first + 1, last):
            x, y = ring[index]
            if length:
                off = abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length
            else:
                off = ((x - x1) ** 2 + (y - y1) ** 2) ** 0.5
            if off > worst:
                worst, at = off, index
        if worst > TOLERANCE:
            keep.add(at)
            open_ += [(first, at), (at, last)]
    return [ring[index] for index in sorted(keep)]


def written(ring: Ring) -> str:
    """Return a ring as steps."""
    x, y = ring[0]
    out = [x, y]
    for next_x, next_y in ring[1:]:
        out += [next_x - x, next_y - y]
        x, y = next_x, next_y
    return " ".join(map(str, out))


def rings_of(geometry: dict[str, Any]) -> list[Ring]:
    """Return the outer rings of a geometry, simplified; those too small to see are left out unless all are."""
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    rings = [simplified([(round(x * SCALE), round(y * SCALE)) for x, y, *_ in polygon[0]]) for polygon in polygons]
    rings = [ring[:-1] for ring in rings]
    return [ring for ring in rings if len(ring) >= SMALLEST] or [ring for ring in rings if ring]


def main(folder: Path) -> None:
    """Write the table."""
    features = json.loads((folder / "regions.geojson").read_text(encoding="utf-8"))["features"]
    rows = [
        f"{feature['properties']['code']}\t{'|'.join(map(written, rings_of(feature['geometry'])))}"
        for feature in features
    ]
    (PACKAGE / "outlines.tsv").write_text(SOURCE + "\n".join(sorted(rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
