"""Inputs that the pipeline's tests share: invented pages, enough for several shards."""

import csv
from pathlib import Path

import pytest

CITIES = ("Ambon", "Bitung", "Cilegon", "Dumai", "Ende", "Fakfak", "Garut")


def write_table(path: Path, rows: int, *, start: int = 0) -> Path:
    """Write a CSV of invented pages that all differ."""
    with path.open("w", newline="", encoding="utf-8") as file:
        table = csv.writer(file)
        table.writerow(["url", "judul", "tanggal", "isi"])
        for number in range(start, start + rows):
            city = CITIES[number % len(CITIES)]
            table.writerow(
                [
                    f"https://www.kabar.example/baca/{number}",
                    f"Wali kota {city} membuka pasar ke-{number}",
                    f"Senin, {1 + number % 28} September 2025 10:00 WIB",
                    "\n".join(
                        (
                            f"{city}, Kabar.example - Pasar nomor {number} di {city} dibuka Senin (1/9/2025).",
                            f"Baca juga: Harga cabai di {city} turun",
                            "Pasar ditutup tiga hari lagi, kata juru bicara.",
                        )
                    ),
                ]
            )
    return path


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A folder with a table of 60 pages, a text, an HTML page, and inputs that cannot be read."""
    folder = tmp_path / "pages"
    folder.mkdir()
    write_table(folder / "tabel.csv", 60)
    (folder / "polos.txt").write_text("Gubernur meresmikan jembatan pada Selasa (2/9/2025).\r\nWarga datang.\r\n")
    (folder / "laman.html").write_text(
        "<html><head><title>Jembatan baru</title></head><body><nav>Beranda</nav><article><h1>Jembatan baru</h1>"
        "<p>Gubernur meresmikan jembatan pada Selasa (2/9/2025). Jembatan itu menghubungkan dua pulau kecil.</p>"
        "<p>Warga datang sejak pagi untuk melihat jembatan itu.</p></article></body></html>"
    )
    (folder / "kosong.txt").write_text("")
    (folder / "rusak.csv.gz").write_bytes(b"\x1f\x8b\x08\x00bukan gzip")
    return folder
