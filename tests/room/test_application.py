"""Every screen in every language and form; nothing that a page, a question or an id holds gets through."""

import csv
import hashlib
import io
import re

import pytest

from kronik.room.gate import POLICY
from kronik.web.wording import LANGUAGES

LISTS = (
    ("/search", "listed", "page_id"),
    ("/search?q=presiden", "listed", "page_id"),
    ("/statements", None, "statement_id"),
    ("/reports?type=CONSULT", None, "report_id"),
    ("/actors?q=Putin", None, "key"),
)
SCREENS = range(19)
HOSTILE_QUESTIONS = (
    "/search?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
    "/search?q=%27%20OR%201=1%20--",
    "/search?q=NEAR(a%20b)%20OR%20*%20AND%20%22",
    "/search?q=%00%1b[31m&from=0000",
    "/search?outlet=%27;DROP%20TABLE%20articles--",
    "/search?kind=%3Cscript%3E&lang=zz",
    "/statements?by=%25%25%25&about=%5C%5C",
    "/reports?type=%3Cimg%20src=x%3E&page=0",
    "/reports?page=99999999999999999999",
    "/reports?page=%D9%A1",
    "/reports?from=2025-06-20&to=2025-06-10",
    "/reports?from=2025-13-45",
    "/actors?q=" + "a" * 5000,
    "/relations?first=%3Cscript%3E&second=%00",
    "/stories?on=%3Cscript%3E",
    "/stories?on=2025-02-31",
    "/?outlets[]=x&self=1&path=2",
    "/?table=%3Cscript%3E&outlets=constant",
    "/stories?sort=%27&q=%3Cscript%3Ealert(1)%3C/script%3E",
)
HOSTILE_IDS = (
    "/articles/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "/articles/..%2f..%2fetc%2fpasswd",
    "/articles/" + "f" * 32,
    "/articles/" + "a" * 5000,
    "/articles/%00",
    "/articles/abc",
    "/stories/' OR 1=1 --",
    "/stories/" + "0" * 32 + ".csv",
    "/actors/%25",
    "/actors/known:person",
    "/static/..%2f..%2fapplication.py",
    "/static/../../../../etc/passwd",
    "/statements/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "/statements/' OR 1=1 --",
    "/statements/" + "a" * 5000,
    "/reports/%00",
    "/reports/..%2f..%2fetc%2fpasswd",
    "/events/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
    "/events/' UNION SELECT 1 --.json",
    "/nothing/here",
    "/articles",
)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", SCREENS)
def test_each_screen_answers_in_each_language(room, at, language):
    target = room.targets()[at]
    answer = room.get(f"{target}{'&' if '?' in target else '?'}lang={language}")
    assert answer.status == 200
    assert answer.headers["content-security-policy"] == POLICY
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.count("<h1") == 1
    assert "room." not in re.sub(r"/static/room\.\w+", "", re.sub(r"<[^>]*>", " ", answer.text))


@pytest.mark.parametrize("at", SCREENS)
def test_no_page_holds_what_the_policy_forbids(room, at):
    text = room.get(room.targets()[at]).text
    assert re.findall(r"<script(?! src=\"/static/room\.js)[^>]*>", text) == []
    assert re.findall(r"<[^>]*\s(?:style|on\w+)\s*=", text) == []
    assert re.findall(r"(?:src|action)=\"(?!/)[^\"]*\"", text) == []
    loaded = re.findall(r"<link[^>]*href=\"([^\"]*)\"", text)
    assert loaded
    assert all(link.startswith("/static/") for link in loaded)


@pytest.mark.parametrize(("target", "inner", "key"), LISTS)
def test_the_json_twin_has_the_rows_of_the_page(room, target, inner, key):
    path, _, query = target.partition("?")
    twin = room.get(f"{path}.json?{query}").data
    listed = twin[inner] if inner else twin
    page = room.get(target).text
    if path == "/statements":
        shown = [row["content"] for row in listed["rows"]]
        found = re.findall(r"<blockquote[^>]*>“?(.*?)”?</blockquote>", page)
        assert len(found) == len(shown) > 0
    else:
        folder = "/actors/" if path == "/actors" else "/articles/"
        name = "key" if path == "/actors" else "page_id"
        shown = [row[name] for row in listed["rows"]]
        found = re.findall(rf'<a href="{folder}([0-9a-f]+)', page)
        assert found == shown != []
    assert {key} <= set(listed["rows"][0])


@pytest.mark.parametrize(("target", "inner", "key"), LISTS)
def test_the_download_has_every_row(room, target, inner, key):
    path, _, query = target.partition("?")
    twin = room.get(f"{path}.json?{query}").data
    total = (twin[inner] if inner else twin)["total"]
    answer = room.get(f"{path}.csv?{query}")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len({row[key] for row in rows}) == len(rows) == total > 0
    assert "attachment" in answer.headers["content-disposition"]


def test_parquet_has_the_rows_of_the_csv(room):
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = parquet.read_table(io.BytesIO(room.get("/reports.parquet").body)).to_pylist()
    told = list(csv.DictReader(io.StringIO(room.get("/reports.csv").text)))
    assert [row["report_id"] for row in rows] == [row["report_id"] for row in told]
    assert isinstance(rows[0]["score"], float)


def test_facets_count_what_choosing_them_leaves(room):
    facets = {facet["name"]: facet for facet in room.get("/reports.json").data["facets"]}
    for name in ("type", "status", "outlet"):
        for option in facets[name]["options"]:
            left = room.get(f"/reports.json?{name}={option['value'].replace(' ', '+')}").data
            assert left["total"] == option["count"], (name, option)


@pytest.mark.parametrize("ending", ["svg", "json", "csv"])
def test_the_overview_can_be_taken_along(room, ending):
    answer = room.get(f"/overview.{ending}")
    assert answer.status == 200
    assert answer.body


@pytest.mark.parametrize("table", ["types", "regencies", "outlets", "totals"])
def test_each_table_of_the_overview_can_be_taken_along(room, table):
    view = room.get("/overview.json").data
    rows = list(csv.reader(io.StringIO(room.get(f"/overview.csv?table={table}").text)))[1:]
    assert len(rows) == len(view[table])
    if table in {"outlets", "totals"}:
        assert rows
    if table == "totals":
        assert {name: int(count) for name, count in rows} == view["totals"]


def test_the_articles_of_a_story_can_be_taken_along(room):
    view = room.get(f"/stories/{room.story}.json").data
    rows = list(csv.DictReader(io.StringIO(room.get(f"/stories/{room.story}.csv?table=articles").text)))
    assert [row["page_id"] for row in rows] == [one["page"] for one in view["tellings"]]


def test_a_constant_set_of_outlets_is_counted_alone(room):
    view = room.get("/overview.json?outlets=constant").data
    kept = [row["outlet"] for row in view["outlets"] if row["constant"]]
    whole = {one["name"]: one["total"] for one in room.get("/overview.json").data["series"]}
    for one in view["series"]:
        assert len(one["counts"]) == len(view["bins"])
        assert one["total"] <= whole[one["name"]]
    if kept:
        assert all(next(one for one in view["series"] if one["name"] == "articles")["counts"])


def test_a_statement_has_an_address_of_its_own_which_its_citation_names(room):
    page = room.get(f"/statements/{room.statement}").text
    view = room.get(f"/statements/{room.statement}.json").data
    assert view["row"]["statement_id"] == room.statement
    citation = re.search(r'class="citation".*?</p>', page, re.DOTALL)[0]
    assert f"http://127.0.0.1:8642/statements/{room.statement}" in citation
    article = room.get(f"/articles/{view['row']['page_id']}.json?field={view['field']}").data
    (field,) = [field for field in article["fields"] if field["key"] == view["field"]]
    assert field["id"] == room.statement


def test_a_report_leads_to_its_characters_and_its_event(room):
    view = room.get(f"/reports/{room.report}.json").data
    article = room.get(f"/articles/{view['row']['page_id']}.json?field={view['field']}").data
    (field,) = [field for field in article["fields"] if field["key"] == view["field"]]
    assert field["id"] == room.report
    event = room.get(f"/events/{view['event']}.json").data["event"]
    assert room.report in {column["report"] for column in event["columns"]}
    assert event["reports"] == view["reports"]


def test_an_actor_over_time_has_the_counts_of_its_lists(room):
    view = room.get(f"/actors/{room.actor}.json").data
    rows = {
        "statements": room.get(f"/statements.json?by={room.actor}").data["rows"],
        "acting": room.get(f"/reports.json?actor={room.actor}").data["rows"],
        "receiving": room.get(f"/reports.json?recipient={room.actor}").data["rows"],
    }
    size = {"day": 10, "month": 7, "year": 4}[view["unit"]]
    for name, found in rows.items():
        for label, count in zip(view["bins"], view["series"][name], strict=True):
            assert count == sum((row["day"] or "")[:size] == label for row in found), (name, label)
    assert room.get(f"/actors/{room.actor}.svg").status == 200


def test_a_form_that_a_page_has_not_is_not_there(room):
    assert room.get("/search.svg").status == 404


@pytest.mark.parametrize("target", HOSTILE_QUESTIONS)
def test_a_hostile_question_gets_a_page_and_nothing_else(room, target):
    answer = room.get(target)
    assert answer.status in {200, 400, 404}
    assert answer.headers["content-security-policy"] == POLICY
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    assert "Traceback" not in answer.text
    assert str(room.keeper.chronicle.parent) not in answer.text


@pytest.mark.parametrize("target", HOSTILE_IDS)
def test_a_hostile_id_is_not_found(room, target):
    answer = room.get(target)
    assert answer.status == 404
    assert answer.text.count("<h1") == 1
    assert "Traceback" not in answer.text
    assert "<script>alert" not in answer.text
    assert str(room.keeper.chronicle.parent) not in answer.text


@pytest.mark.parametrize(
    "target", ["/articles/{}", "/articles/{}?view=ledger", "/articles/{}?at=0-400", "/search?q=tuduhan"]
)
def test_a_hostile_page_shows_as_text(room, target):
    text = room.get(target.format(room.hostile)).text
    assert "&lt;script&gt;" in text
    assert "<script>document" not in text
    assert "<img" not in text


def test_nothing_is_changed_by_looking(room):
    before = hashlib.sha256(room.keeper.chronicle.read_bytes()).digest()
    for target in (*room.targets(), *HOSTILE_QUESTIONS, *HOSTILE_IDS):
        room.get(target)
    assert hashlib.sha256(room.keeper.chronicle.read_bytes()).digest() == before


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_there_is_nothing_to_change(room, method):
    assert room.get("/reports", method=method).status == 405


def test_a_protected_name_stands_nowhere(room):
    name = "Kusumawati"
    targets = [f"/articles/{room.guarded}{more}" for more in ("", ".json", ".csv", "?view=ledger")]
    targets += ["/search?q=penculik", "/search.json?q=penculik", "/search.csv", "/statements.csv", "/reports.csv"]
    targets += ["/statements?about=senang", "/actors.csv", "/stories.json", "/reports"]
    for target in targets:
        assert name not in room.get(target).text, target
    assert "█" in room.get(f"/articles/{room.guarded}").text


@pytest.mark.parametrize(
    "target", ["/search.json?q={}", "/statements.json?about={}", "/actors.json?q={}", "/statements.json?by={}"]
)
def test_a_protected_name_finds_nothing(room, target):
    found = room.get(target.format("Kusumawati")).data
    assert (found.get("listed") or found)["total"] == 0


def test_a_choice_of_characters_shows_the_fields_that_were_read_there(room):
    view = room.get(f"/articles/{room.article}.json").data
    field = next(field for field in view["fields"] if field["kind"] == "time" and field["spots"])
    spot = field["spots"][0]
    chosen = room.get(f"/articles/{room.article}.json?at={spot['start']}-{spot['end']}").data
    assert field["key"] in chosen["found"]
    by_field = room.get(f"/articles/{room.article}.json?field={field['key']}").data
    assert by_field["found"] == [field["key"]]
    page = room.get(f"/articles/{room.article}?field={field['key']}").text
    assert re.search(rf'class="m[^"]* lit"[^>]*data-at="{spot["start"]}-', page)


def test_revisions_tell_what_changed(room):
    view = room.get(f"/articles/{room.revised}.json").data
    assert len(view["revisions"]) == 2
    changes = view["revisions"][1]["changes"]
    assert {"headline", "prose"} <= {change["field"] for change in changes}


def test_a_relation_can_be_drawn(room):
    view = room.get("/relations.json?first=Xi&second=Putin").data
    assert view["first"]
    assert view["second"]
    assert view["steps"]
    assert "<svg" in room.get("/relations?first=Xi&second=Putin").text


def test_a_story_lays_claims_side_by_side(room):
    view = room.get(f"/stories/{room.story}.json").data
    assert len(view["tellings"]) == view["card"]["articles"] >= 2
    assert [one["order"] for one in view["tellings"] if one["order"]] == sorted(
        one["order"] for one in view["tellings"] if one["order"]
    )
    for event in view["events"]:
        assert all(len(row["cells"]) == len(event["columns"]) for row in event["rows"])


def test_the_language_is_that_of_the_browser_unless_asked_otherwise(room):
    assert '<html lang="id">' in room.get("/", {"accept-language": "id-ID,id;q=0.9,en;q=0.5"}).text
    assert '<html lang="en">' in room.get("/?lang=en", {"accept-language": "id"}).text


def test_static_files_can_be_kept(room):
    link = re.search(r'href="(/static/room\.css\?v=\w+)"', room.get("/").text)[1]
    answer = room.get(link)
    assert answer.status == 200
    assert "immutable" in answer.headers["cache-control"]
