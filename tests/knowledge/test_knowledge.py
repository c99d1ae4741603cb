"""Facts of the public record, asked for as news names them."""

from collections.abc import Callable

import pytest

from kronik.knowledge.facts import Naming
from kronik.knowledge.knowledge import Knowledge, chosen
from kronik.knowledge.lint import faults
from kronik.knowledge.loading import load_knowledge
from kronik.knowledge.periods import Standing


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.mark.parametrize(
    ("text", "alpha3"),
    [
        ("Tiongkok", "CHN"), ("Cina", "CHN"), ("RRC", "CHN"), ("AS", "USA"), ("Paman Sam", "USA"), ("Inggris", "GBR"),
        ("Korsel", "KOR"), ("Korea", "KOR"), ("Korut", "PRK"), ("UEA", "ARE"), ("Prancis", "FRA"), ("Perancis", "FRA"),
        ("Swaziland", "SWZ"), ("Eswatini", "SWZ"), ("Türkiye", "TUR"), ("Turki", "TUR"), ("Kosovo", "XKX"),
        ("Palestina", "PSE"), ("Taiwan", "TWN"), ("Sahara Barat", "ESH"), ("Vatikan", "VAT"), ("Myanmar", "MMR"),
        ("Burma", "MMR"), ("Pantai Gading", "CIV"), ("Ivory Coast", "CIV"), ("Kongo", "COD"), ("INGGRIS", "GBR"),
        ("Hongaria", "HUN"), ("Selandia Baru", "NZL"), ("Papua Nugini", "PNG"), ("Timor Leste", "TLS"),
    ],
)  # fmt: skip
def test_states_by_name(knowledge: Knowledge, text: str, alpha3: str) -> None:
    found = knowledge.state_named(text)
    assert found is not None
    assert found.alpha3 == alpha3


@pytest.mark.parametrize("text", ["Atlantis", "as", "Beijing", "Gedung Putih", "Papua", ""])
def test_what_is_no_name_of_a_state(knowledge: Knowledge, text: str) -> None:
    assert knowledge.state_named(text) is None


@pytest.mark.parametrize(
    ("text", "alpha3", "way"),
    [
        ("Beijing", "CHN", Naming.CAPITAL), ("Moskow", "RUS", Naming.CAPITAL), ("Moskwa", "RUS", Naming.CAPITAL),
        ("Kremlin", "RUS", Naming.SEAT), ("Gedung Putih", "USA", Naming.SEAT), ("Downing Street", "GBR", Naming.SEAT),
        ("Istana Élysée", "FRA", Naming.SEAT), ("Zhongnanhai", "CHN", Naming.SEAT), ("Teheran", "IRN", Naming.CAPITAL),
        ("Swaziland", "SWZ", Naming.FORMER), ("Uni Soviet", "SUN", Naming.NAME), ("Hungary", "HUN", Naming.NAME),
    ],
)  # fmt: skip
def test_metonyms_and_former_names(knowledge: Knowledge, text: str, alpha3: str, way: Naming) -> None:
    name = knowledge.state_names(text)[0]
    assert (name.state.alpha3, name.way) == (alpha3, way)


@pytest.mark.parametrize(("text", "doubt"), [("Jordan", "person"), ("Georgia", "place"), ("Chad", "person")])
def test_names_that_mean_something_else_as_well_say_so(knowledge: Knowledge, text: str, doubt: str) -> None:
    assert knowledge.state_names(text)[0].doubt == doubt


def test_there_is_a_row_for_every_member_of_the_united_nations(knowledge: Knowledge) -> None:
    assert sum(state.status == "member" for state in knowledge.states) == 193
    assert {state.alpha3 for state in knowledge.states if state.status == "observer"} == {"VAT", "PSE"}


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Polres Badung", "IDN", "COP"), ("Kepolisian Resor Badung", "IDN", "COP"), ("Polda Metro Jaya", "IDN", "COP"),
        ("Kodam Jaya", "IDN", "MIL"), ("Kejati Riau", "IDN", "JUD"), ("PN Jakarta Pusat", "IDN", "JUD"),
        ("Pemprov Bali", "IDN", "GOV"), ("DPRD Kota Bogor", "IDN", "LEG"), ("KPK", "IDN", "JUD"), ("BIN", "IDN", "SPY"),
        ("DPR RI", "IDN", "LEG"), ("Kejaksaan Agung", "IDN", "JUD"), ("Kementerian Kesehatan Iran", "IRN", "GOV"),
        ("Kementerian Luar Negeri RI", "IDN", "GOV"), ("Kedutaan Besar Jepang", "JPN", "GOV"), ("IDF", "ISR", "MIL"),
        ("Garda Revolusi", "IRN", "MIL"), ("Angkatan Laut Filipina", "PHL", "MIL"), ("polisi Inggris", "GBR", "COP"),
        ("Kedutaan Besar AS di Hanoi", "USA", "GOV"), ("Pengadilan Tinggi Seoul", "KOR", "JUD"),
        ("Kongres AS", "USA", "LEG"), ("parlemen Turki", "TUR", "LEG"), ("Dewan Keamanan PBB", "UNO", "GOV"),
        ("Badan Energi Atom Internasional", "IGO", "GOV"), ("Mahkamah Pidana Internasional", "IGO", "JUD"),
        ("Komisi Eropa", "EUR", "GOV"), ("WHO", "UNO", "MED"), ("Amnesty International", "NGO", "CVL"),
        ("Hamas", "PSE", "REB"), ("Houthi", "YEM", "REB"), ("Hizbullah", "LBN", "REB"), ("KKB", "IDN", "REB"),
        ("Reuters", "GBR", "JRN"), ("Mossad", "ISR", "SPY"), ("Duma", "RUS", "LEG"), ("Kemenag Depok", "IDN", "GOV"),
    ],
)  # fmt: skip
def test_organisations(knowledge: Knowledge, text: str, country: str, sector: str) -> None:
    body = knowledge.organisations_named(text)[0]
    assert (body.country, body.sector) == (country, sector)


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Polres Badung", "polres:badung"),
        ("Kementerian Kesehatan Iran", "health-ministry:iran"),
        ("IDF", "idf"),
        ("Pemerintah Provinsi (Pemprov) Riau", "pemprov:riau"),
        ("Komisi V DPR RI", "komisi-5-dpr:ri"),
    ],
)
def test_ids(knowledge: Knowledge, text: str, id_: str) -> None:
    assert [body.id for body in knowledge.organisations_named(text)] == [id_]


def test_a_body_of_no_told_state_has_none(knowledge: Knowledge) -> None:
    (military,) = knowledge.organisations_named("Militer")
    assert (military.country, military.sector, military.assumed) == (None, "MIL", True)


@pytest.mark.parametrize("text", ["antara", "tempo", "pan", "ma", "Rumah Kaca", ""])
def test_common_words_are_no_organisations(knowledge: Knowledge, text: str) -> None:
    assert knowledge.organisations_named(text) == ()


def test_a_part_is_told_by_the_body_at_its_end(knowledge: Knowledge) -> None:
    (body,) = knowledge.organisation_within("Tim Gabungan Reserse Polda Riau")
    assert body.id == "polda:riau"


@pytest.mark.parametrize(
    ("name", "context", "id_"),
    [
        ("AFP", "dilansir kantor berita itu", "afp-media"),
        ("AFP", "penyidik di Canberra menahan dua pria", "afp-aus"),
        ("PBB", "sidang darurat di New York", "un"),
        ("PBB", "caleg partai itu kalah", "pbb-partai"),
        ("Partai Buruh", "dukungan di London untuk Starmer", "partai-buruh-gbr"),
    ],
)
def test_one_acronym_of_two_bodies(knowledge: Knowledge, name: str, context: str, id_: str) -> None:
    body = chosen(knowledge.organisations_named(name), context)
    assert body is not None
    assert body.id == id_


def test_a_name_that_is_a_word_too_needs_its_context(knowledge: Knowledge) -> None:
    bodies = knowledge.organisations_named("Antara")
    assert chosen(bodies, "Antara dua rumah itu ada kebun") is None
    assert chosen(bodies, "demikian kantor berita Antara") is not None


@pytest.mark.parametrize(
    ("country", "office", "day", "person"),
    [
        ("USA", "presiden", "2025-01-19", "Joe Biden"),
        ("USA", "presiden", "2025-01-21", "Donald Trump"),
        ("USA", "presiden", "2018-06-12", "Donald Trump"),
        ("IDN", "presiden", "2024-10-19", "Joko Widodo"),
        ("IDN", "presiden", "2024-10-21", "Prabowo Subianto"),
        ("IDN", "presiden", "2001-07-01", "Abdurrahman Wahid"),
        ("IDN", "menteri keuangan", "2025-06-18", "Sri Mulyani Indrawati"),
        ("IDN", "menteri keuangan", "2025-09-20", "Purbaya Yudhi Sadewa"),
        ("GBR", "perdana menteri", "2022-09-20", "Liz Truss"),
        ("DEU", "kanselir", "2010-01-01", "Angela Merkel"),
        ("JPN", "perdana menteri", "2015-05-05", "Shinzo Abe"),
        ("IRN", "menteri luar negeri", "2025-06-18", "Abbas Araghchi"),
        ("ISR", "menteri pertahanan", "2025-06-18", "Israel Katz"),
        ("MYS", "perdana menteri", "2019-01-01", "Mahathir Mohamad"),
        ("VAT", "paus", "2025-06-01", "Paus Leo XIV"),
    ],
)
def test_who_held_an_office_on_a_day(knowledge: Knowledge, country: str, office: str, day: str, person: str) -> None:
    held = knowledge.office_holder(country, office, day)
    assert held is not None
    assert (held.holding.person, held.standing) == (person, Standing.HELD)


@pytest.mark.parametrize(
    ("office", "of", "day", "person"),
    [
        ("gubernur", "Jawa Barat", "2020-01-01", "Ridwan Kamil"),
        ("gubernur", "Jawa Barat", "2025-06-18", "Dedi Mulyadi"),
        ("kapolri", "polri", "2022-08-01", "Listyo Sigit Prabowo"),
        ("ketua komisi pemberantasan korupsi", "kpk", "2025-06-18", "Setyo Budiyanto"),
        ("panglima tni", "tni", "2022-01-01", "Andika Perkasa"),
    ],
)
def test_offices_of_bodies_and_territories(knowledge: Knowledge, office: str, of: str, day: str, person: str) -> None:
    held = knowledge.office_holder("IDN", office, day, of=of)
    assert held is not None
    assert held.holding.person == person


@pytest.mark.parametrize(
    ("country", "office", "day"),
    [("DEU", "kanselir", "1990-01-01"), ("SYR", "presiden", "2024-12-20"), ("USA", "kaisar", "2020-01-01")],
)
def test_nothing_is_said_of_an_office_beyond_what_is_known(
    knowledge: Knowledge, country: str, office: str, day: str
) -> None:
    assert knowledge.office_holder(country, office, day) is None


def test_no_one_is_coded_for_an_office_after_its_known_end(knowledge: Knowledge) -> None:
    titles = [held.holding.office for held in knowledge.holders("Joko Widodo", "2025-06-18")]
    assert titles == []
    assert "presiden" in [held.holding.office for held in knowledge.holders("Joko Widodo")]


def test_an_open_office_is_assumed_after_the_day_until_which_it_is_known(knowledge: Knowledge) -> None:
    (held,) = [one for one in knowledge.holders("Prabowo Subianto", "2027-01-01") if one.holding.office == "presiden"]
    assert held.standing is Standing.ASSUMED


def test_a_whole_name_counts_more_than_a_part(knowledge: Knowledge) -> None:
    assert knowledge.holders("Donald Trump", "2025-06-18")[0].whole
    assert not knowledge.holders("Trump", "2025-06-18")[0].whole
    assert knowledge.holders("Jokowi")[0].whole
    assert not knowledge.holders("Sugiono", "2025-06-18")[0].whole
    assert not knowledge.holders("Budi Santoso", "2025-06-18")[0].whole
    assert knowledge.holders("Rump", "2025-06-18") == ()
    assert knowledge.holders("") == ()


@pytest.mark.parametrize(
    ("text", "rest", "sector", "country"),
    [
        ("Kapolres Badung", "Badung", "COP", "IDN"),
        ("mantan Wakil Ketua DPR", "", "ELI", "IDN"),
        ("Wakil Menteri Luar Negeri Rusia", "Rusia", "GOV", "RUS"),
        ("juru bicara Kementerian Luar Negeri Iran", "Kementerian Luar Negeri Iran", "GOV", "IRN"),
        ("Jubir KPK", "KPK", "JUD", "IDN"),
        ("Presiden AS", "AS", "GOV", "USA"),
        ("anggota DPR RI", "", "LEG", "IDN"),
        ("Ayatollah", "", "REL", None),
        ("Direktur Jenderal PAUD Kemendikdasmen", "PAUD Kemendikdasmen", "GOV", "IDN"),
    ],
)
def test_titles_are_taken_apart(knowledge: Knowledge, text: str, rest: str, sector: str, country: str | None) -> None:
    reading = knowledge.read_title(text)
    assert reading is not None
    assert (reading.rest, reading.sector, reading.country) == (rest, sector, country)


def test_what_begins_with_no_title_is_none(knowledge: Knowledge) -> None:
    assert knowledge.read_title("rumah di tepi sungai") is None


def test_the_tables_have_no_faults(knowledge: Knowledge) -> None:
    assert faults(knowledge) == ()


def test_every_office_of_a_body_is_of_a_known_one(knowledge: Knowledge) -> None:
    """What an office is of is written as an id where it is in lower case."""
    of = {holding.of for holding in knowledge.holdings if holding.of and holding.of == holding.of.lower()}
    assert of <= set(knowledge.by_id)


@pytest.mark.parametrize(
    "ask",
    [
        lambda known: known.state_names("Kremlin"),
        lambda known: known.organisations_named("Polda Bali"),
        lambda known: known.holders("Trump"),
    ],
)
def test_two_loads_answer_alike(knowledge: Knowledge, ask: Callable[[Knowledge], object]) -> None:
    assert ask(knowledge) == ask(load_knowledge())
