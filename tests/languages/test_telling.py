"""Words that part two acts of one kind."""

import pytest

from kronik.errors import DataError
from kronik.languages.id.telling import load_telling_words, read_telling_words
from kronik.languages.loader import load_telling_words as load_together
from kronik.languages.telling import together

TABLE = """source = "test"
once = ["suspect"]
repeated = ["kerap", "# kali"]
unless = ["tidak"]
[steps]
suspect = ["tersangka"]
arrest = ["tangkap"]
"""


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        ({"ditetapkan", "tersangka"}, {"suspect"}),
        ({"tertangkap"}, {"arrest"}),
        ({"ditangkap", "lalu", "ditahan"}, {"arrest", "detention"}),
        ({"dituntut"}, {"demand"}),
        ({"menuntut"}, {"demand"}),
        ({"penuntutan"}, {"demand"}),
        ({"divonis"}, {"verdict"}),
        ({"digugat"}, {"suit"}),
        ({"bertemu"}, set()),
        ({"bertahan"}, set()),
    ],
)
def test_steps_that_words_tell(words, steps) -> None:
    assert load_telling_words().steps_in(words) == steps


@pytest.mark.parametrize(
    ("text", "often"),
    [
        ("Menteri itu telah beberapa kali", True),
        ("sudah 3 kali", True),
        ("Berkali-kali ia", True),
        ("yang kerap", True),
        ("selama 5 tahun menikah", True),
        ("dia pernah", True),
        ("dia tidak pernah", False),
        ("negaranya tidak akan pernah", False),
        ("ia mengaku pernah", False),
        ("untuk pertama kalinya", False),
        ("kali ini", False),
        ("kemarin", False),
    ],
)
def test_what_says_that_it_was_done_more_than_once(text, often) -> None:
    assert load_telling_words().tells_often(text) is often


@pytest.mark.parametrize(
    "text",
    [
        TABLE + 'suit = ["Gugat"]\n',
        TABLE + 'suit = ["gugat", "gugat"]\n',
        TABLE.replace('once = ["suspect"]', 'once = ["verdict"]'),
        TABLE.replace("unless", "never"),
    ],
    ids=["capital", "twice", "no step", "unknown key"],
)
def test_a_wrong_table_is_refused(text) -> None:
    assert read_telling_words(TABLE).once == {"suspect"}
    with pytest.raises(DataError):
        read_telling_words(text)


def test_tables_of_several_languages_are_one() -> None:
    one, other = load_telling_words(), read_telling_words(TABLE.replace("tangkap", "arrestar"))
    both = together((one, other))
    assert both.steps_in({"arrestar"}) == both.steps_in({"ditangkap"}) == {"arrest"}
    assert load_together() == one
