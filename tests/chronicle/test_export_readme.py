"""The README beside an export."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from chronicle_records import failed, make_bundle, outcome_of

from kronik.chronicle.exports import readme
from kronik.chronicle.reader import Chronicle
from kronik.records.failures import FailureCode

Built = Callable[..., Path]


def test_it_tells_version_digests_counts_command_and_rights(built: Built) -> None:
    path = built(outcome_of(make_bundle()), failed("d2", FailureCode.BOMB))
    with Chronicle.open(path) as chronicle:
        text = readme(chronicle, "kronik export uji.kronik --format csv -o keluaran")
        info = chronicle.info()
    for told in ("0.1.0", "s1", "article 1, times 1", info.content, "--format csv -o keluaran", "Rights"):
        assert told in text
    assert "- pages: 1" in text.splitlines()
    assert "- failures: bomb: 1" in text.splitlines()
    assert str(path) not in text


def test_a_dollar_in_the_command_stays(built: Built) -> None:
    with Chronicle.open(built()) as chronicle:
        assert "kronik export $HOME" in readme(chronicle, "kronik export $HOME")


def test_the_digest_of_the_contents_is_that_of_the_pages(built: Built, tmp_path: Path) -> None:
    one, two = outcome_of(make_bundle("a"), "d1"), outcome_of(make_bundle("b"), "d2")
    digests = []
    for outcomes in ([one], [one, two], [replace(one, digest="d0"), two]):
        path = built(*outcomes)
        with Chronicle.open(path) as chronicle:
            digests.append(chronicle.info().content)
        path.unlink()
    assert digests[0] != digests[1]
    assert digests[1] == digests[2]
    assert tmp_path.is_dir()
