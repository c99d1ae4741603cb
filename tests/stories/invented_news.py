"""Articles of our own for the grouping of articles."""

from kronik.stories.entries import Entry

FLOOD = (
    "Banjir bandang melanda Desa Sukamaju di Kabupaten Rangkas pada Selasa malam setelah hujan turun selama enam jam.",
    "Sedikitnya 12 rumah hanyut dan 43 keluarga mengungsi ke balai desa, kata Kepala Desa Sukamaju Darto Wibowo.",
    "Petugas penanggulangan bencana mendirikan dapur umum dan mencari dua warga yang belum ditemukan sejak semalam.",
    "Jembatan gantung yang menghubungkan Sukamaju dengan pasar kecamatan putus sehingga bantuan dikirim lewat sungai.",
    "Bupati Rangkas Lestari Handoko meminta warga di tepi Sungai Cirangkas pindah ke tempat yang lebih tinggi.",
)
STRIKE = (
    "Ratusan buruh pabrik sepatu Mekar Jaya mogok kerja di Kota Tanjungsari pada Rabu pagi menuntut upah lembur.",
    "Ketua serikat buruh Rina Palupi mengatakan perusahaan belum membayar lembur tiga bulan terakhir.",
    "Manajemen pabrik menyatakan pembayaran tertunda karena pesanan ekspor turun dan berjanji melunasi bulan depan.",
    "Polisi menjaga gerbang pabrik, sementara perwakilan dinas tenaga kerja menengahi perundingan kedua pihak.",
    "Aksi berakhir pada sore hari tanpa bentrokan dan buruh akan kembali bekerja pada hari Kamis.",
)
FLOOD_AGAIN = (
    "Darto Wibowo, Kepala Desa Sukamaju, menghitung 43 keluarga kehilangan rumah akibat banjir bandang Rangkas.",
    "Air Sungai Cirangkas meluap pada Selasa malam dan menyeret belasan rumah di tepinya.",
    "Tim penyelamat masih menyisir sungai untuk menemukan dua orang yang hilang.",
    "Lestari Handoko selaku Bupati Rangkas meninjau pengungsi di balai desa pada Rabu siang.",
)


def entry(name: str, prose: tuple[str, ...], headline: str, hour: int, **more: object) -> Entry:
    fields = {
        "id": name,
        "uri": f"https://{name}.example/1",
        "article": name,
        "outlet": f"{name}.example",
        "headline": headline,
        "prose": "\n".join(prose),
        "published": "2031-03-05",
        "published_time": f"2031-03-05T{hour:02}:00:00+07:00",
    }
    return Entry(**{**fields, **more})


def news() -> list[Entry]:
    """Two outlets' own accounts of a flood and a copy of one of them; a strike, and it cut in half; one of its kind."""
    half = STRIKE[: len(STRIKE) // 2 + 1]
    return [
        entry("a", FLOOD, "Banjir Bandang Rangkas, 12 Rumah di Sukamaju Hanyut", 7),
        entry("b", FLOOD_AGAIN, "43 Keluarga Mengungsi akibat Banjir Bandang di Sukamaju Rangkas", 9),
        entry("c", ("Kabar Teluk melaporkan dari Rangkas.", *FLOOD), "12 Rumah Hanyut di Sukamaju", 10),
        entry("d", STRIKE, "Buruh Pabrik Sepatu Mekar Jaya Mogok Kerja", 11),
        entry("e", half, "Buruh Mekar Jaya di Tanjungsari Mogok", 12),
        entry(
            "f",
            ("Harga cabai rawit di Pasar Melati naik menjadi enam puluh ribu rupiah per kilogram.",) * 2,
            "Cabai",
            8,
        ),
    ]
