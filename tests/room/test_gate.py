"""Who may come in."""

import pytest

from kronik.room.application import room_application
from kronik.room.gate import COOKIE, Gate, is_loopback
from kronik.room.keeper import Keeper


@pytest.mark.parametrize(
    ("host", "known"),
    [
        ("127.0.0.1:8642", True),
        ("localhost:1", True),
        ("[::1]:8642", True),
        ("jahat.example", False),
        ("127.0.0.1.jahat.example", False),
        ("", False),
        ("[", False),
    ],
)
def test_on_the_loopback_only_names_of_this_machine_will_do(host, known):
    assert Gate(host="127.0.0.1").knows(host) is known


@pytest.mark.parametrize(
    ("host", "own"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("0.0.0.0", False), ("10.0.0.1", False)],  # noqa: S104 (a case)
)
def test_what_only_this_machine_reaches(host, own):
    assert is_loopback(host) is own


@pytest.mark.parametrize(
    ("cookie", "bearer", "let_in"),
    [
        (f"{COOKIE}=rahasia", "", True),
        ("", "Bearer rahasia", True),
        ("", "bearer rahasia", True),
        (f"{COOKIE}=salah", "", False),
        ("", "Basic rahasia", False),
        (f"{COOKIE}=", "", False),
        ("===;;", "", False),
        (f"{COOKIE}=rahasiä", "", False),
    ],
)
def test_the_token_opens_the_gate(cookie, bearer, let_in):
    assert Gate(host="0.0.0.0", token="rahasia").admits(cookie, bearer) is let_in  # noqa: S104, S106 (cases)


def test_an_empty_token_opens_nothing():
    gate = Gate(host="0.0.0.0", token="")  # noqa: S104 (a case)
    assert not gate.admits("", "")
    assert not gate.admits(f"{COOKIE}=", "Bearer ")


@pytest.fixture(scope="module")
def guarded(room_chronicle, tmp_path_factory):
    keeper = Keeper(room_chronicle, tmp_path_factory.mktemp("side"), stories=False)
    keeper.read()
    return room_application(keeper, Gate(host="0.0.0.0", token="rahasia"))  # noqa: S104, S106 (cases)


@pytest.mark.parametrize("target", ["/", "/reports.csv", "/articles/abcdef.json", "/search?q=presiden"])
def test_without_the_token_there_is_only_the_door(guarded, asking, target):
    answer = asking(guarded, target)
    assert answer.status == 401
    assert 'name="token"' in answer.text
    assert "presiden" not in answer.text.replace("q=presiden", "")


def test_the_token_of_an_address_becomes_a_cookie_and_leaves_the_bar(guarded, asking):
    answer = asking(guarded, "/search?q=presiden&token=rahasia")
    assert answer.status == 303
    assert answer.headers["location"] == "/search?q=presiden"
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    again = asking(guarded, answer.headers["location"], {"cookie": cookie.partition(";")[0]})
    assert again.status == 200


@pytest.mark.parametrize("to", ["https://jahat.example/", "//jahat.example", "/\\jahat.example"])
def test_the_door_leads_nowhere_else(guarded, asking, to):
    assert asking(guarded, f"/enter?token=rahasia&to={to}").headers["location"] == "/"


def test_a_wrong_token_stays_outside(guarded, asking):
    answer = asking(guarded, "/enter?token=salah")
    assert answer.status == 401
    assert "set-cookie" not in answer.headers


def test_another_host_gets_nothing(room):
    answer = room.get("/", {"host": "jahat.example"})
    assert answer.status == 421
    assert "Kronik" not in answer.text
