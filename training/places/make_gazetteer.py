"""Make the administrative tables of the gazetteer from the regions of the interior ministry.

    python training/places/make_gazetteer.py ../shared/places

Reads ``regions.tsv`` (code, level, name) and ``centroids.tsv`` (code, latitude, longitude) of the folder; writes
``regions.tsv`` (provinces, regencies, districts) and ``villages.tsv`` (names with the codes that bear them, sorted)
of the package. The other tables beside them are kept by hand.
"""

import sys
from collections import defaultdict
from pathlib import Path

from kronik.knowledge.gazetteer_names import normal

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "kronik" / "knowledge" / "data" / "places"
SOURCE = (
    "# source: codes and names after the interior ministry's decree Kepmendagri 300.2.2-2430 of 2025, by way of "
    "github.com/cahyadsn/wilayah at b7ad440a (MIT); centres after github.com/cahyadsn/wilayah_boundaries (MIT). "
    "Made by training/places/make_gazetteer.py.\n"
)
PRESS_NAMES = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}
"""Provinces that everyone calls by a shorter name than the decree."""
DECIMALS = 3
"""Of a degree: 110 m, finer than any centre is true to."""


def read(path: Path) -> list[list[str]]:
    """Return the rows of a table without its header."""
    return [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]


def press_name(code: str, name: str) -> str:
    """Return the name as a record gives it."""
    return PRESS_NAMES.get(code, " ".join(name.replace(" Administrasi", "").split()))


def main(folder: Path) -> None:
    """Write both tables."""
    centres = {code: (float(north), float(east)) for code, north, east in read(folder / "centroids.tsv")}
    regions = ["# code\tname\tlatitude\tlongitude"]
    villages: dict[str, list[str]] = defaultdict(list)
    for code, level, name in read(folder / "regions.tsv"):
        if level == "village":
            villages[normal(name)].append(code.replace(".", ""))
        else:
            centre = centres.get(code)
            place = [f"{round(number, DECIMALS):g}" for number in centre] if centre else ["", ""]
            regions.append("\t".join([code, press_name(code, name), *place]))
    (PACKAGE / "regions.tsv").write_text(SOURCE + "\n".join(regions) + "\n", encoding="utf-8")
    rows = sorted((f"{name}\t{' '.join(codes)}" for name, codes in villages.items() if name), key=str.encode)
    (PACKAGE / "villages.tsv").write_text(SOURCE + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
