"""What changed between two chronicles: page by page, field by field; nothing where they hold the same."""

from dataclasses import replace
from pathlib import Path

import pytest
from chronicle_records import bundles, failed, identity, make_bundle, outcome_of
from finding_records import MEETING, told
from hypothesis import given
from hypothesis import strategies as st

from kronik.chronicle.comparing import compare
from kronik.chronicle.differences import Difference, Section, differences
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter, Identity
from kronik.records.actors import Protection
from kronik.records.articles import Kind
from kronik.records.bundles import Bundle, Outcome
from kronik.records.failures import FailureCode
from kronik.records.reports import Status
from kronik.records.revisions import ChangeKind
from kronik.records.spans import evidence

ADDED, REMOVED, CHANGED = ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED


def meeting(protected: Protection | None = None, **more) -> Bundle:
    bundle = make_bundle(prose=MEETING)
    return replace(bundle, findings=told(bundle.page.id, protected), **more)


def with_report(**more) -> Bundle:
    bundle = meeting()
    assert bundle.findings
    report = replace(bundle.findings.reports[0], **more)
    return replace(bundle, findings=replace(bundle.findings, reports=(report,)))


def changed(before: Bundle, after: Bundle) -> list[tuple[Section, ChangeKind, str | None, str | None, str | None]]:
    return [(one.section, one.kind, one.field, one.before, one.after) for one in differences(before, after)]


@given(bundles())
def test_a_record_does_not_differ_from_itself(bundle: Bundle) -> None:
    assert list(differences(bundle, bundle)) == []


@given(bundles(), st.data())
def test_turning_round_turns_added_and_removed(bundle: Bundle, data: st.DataObject) -> None:
    other = data.draw(bundles(st.just(bundle.page)))
    turned = {ADDED: REMOVED, REMOVED: ADDED, CHANGED: CHANGED}
    there = sorted((one.section, turned[one.kind], one.field or "") for one in differences(bundle, other))
    back = sorted((one.section, one.kind, one.field or "") for one in differences(other, bundle))
    assert there == back


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (with_report(status=Status.ALLEGED), [(Section.REPORT, CHANGED, "status", "occurred", "alleged")]),
        (with_report(mode=None), [(Section.REPORT, REMOVED, "mode", "visit", None)]),
        (with_report(actors=()), [(Section.REPORT, REMOVED, "actors", '["Rini Astuti"]', None)]),
        (with_report(id="other", type="AGREE"), [(Section.REPORT, CHANGED, "type", "CONSULT", "AGREE")]),
        (with_report(id="elsewhere", triggers=(evidence(50, 55),)), [
            (Section.REPORT, REMOVED, None, None, None), (Section.REPORT, ADDED, None, None, None),
        ]),
    ],
    ids=["a field", "a field gone", "a role", "another type at the same words", "another place"],
)  # fmt: skip
def test_changes_of_reports(after: Bundle, found: list[object]) -> None:
    assert changed(meeting(), after) == found


def test_a_time_at_the_same_words_has_changed_not_gone() -> None:
    before = make_bundle()
    assert before.times
    after = replace(before, times=(replace(before.times[0], id="new", value="2025-06-03", latest="2025-06-03"),))
    assert changed(before, after) == [
        (Section.TIME, CHANGED, "value", "2025-06-02", "2025-06-03"),
        (Section.TIME, CHANGED, "latest", "2025-06-02", "2025-06-03"),
    ]
    assert changed(before, replace(before, times=())) == [(Section.TIME, REMOVED, None, None, None)]


def test_prose_is_told_by_paragraphs() -> None:
    before = make_bundle(prose="Satu.\nDua.")
    after = replace(before, article=replace(before.article, prose="Satu.\nTiga."))
    assert changed(before, after) == [(Section.ARTICLE, CHANGED, "prose", "Dua.", "Tiga.")]


@pytest.mark.parametrize(("first", "second"), [(Protection.MINOR, None), (None, Protection.MINOR)])
def test_a_name_that_one_of_the_two_protects_is_shown_by_neither(first, second) -> None:
    found = list(differences(meeting(first), meeting(second)))
    assert {(one.section, one.field) for one in found} == {(Section.ACTOR, "protection")}
    assert "Rini" not in repr(found)


# -- whole chronicles ----------------------------------------------------------------------------------------------


def made(path: Path, *outcomes: Outcome, maker: Identity | None = None) -> Path:
    with ChronicleWriter.open(path, maker or identity()) as writer:
        writer.add(outcomes)
        writer.finish()
    return path


def compared(before: Path, after: Path) -> list[Difference]:
    with Chronicle.open(before) as first, Chronicle.open(after) as second:
        return list(compare(first, second))


def test_who_made_it_is_no_difference(tmp_path: Path) -> None:
    outcome = outcome_of(meeting())
    paths = made(tmp_path / "a.kronik", outcome), made(tmp_path / "b.kronik", outcome, maker=identity(stage="2"))
    assert compared(*paths) == []


def test_pages_places_and_failures_of_one_only(tmp_path: Path) -> None:
    both, mine, theirs = (make_bundle(f"https://kabar.example/{name}") for name in ("both", "mine", "theirs"))
    before = made(
        tmp_path / "a.kronik", outcome_of(both), outcome_of(mine), failed("d1", FailureCode.EMPTY), failed("d2")
    )
    after = made(
        tmp_path / "b.kronik", outcome_of(both), outcome_of(both, location="y"), outcome_of(theirs),
        failed("d1", FailureCode.BROKEN),
    )  # fmt: skip
    found = [(one.section, one.kind, one.name, one.field) for one in compared(before, after)]
    assert sorted(found, key=repr) == sorted(
        [
            (Section.FETCH, ADDED, "y", None),
            (Section.PAGE, REMOVED, "https://kabar.example/mine", None),
            (Section.PAGE, ADDED, "https://kabar.example/theirs", None),
            (Section.FAILURE, CHANGED, "masukan/b.txt", "code"),
            (Section.FAILURE, REMOVED, "masukan/b.txt", None),
        ],
        key=repr,
    )


def test_the_same_bytes_read_otherwise_are_the_same_page(tmp_path: Path) -> None:
    old, new = make_bundle(title="Judul lama"), make_bundle(title="Judul baru")
    digest = outcome_of(old).digest
    paths = made(tmp_path / "a.kronik", outcome_of(old)), made(tmp_path / "b.kronik", outcome_of(new, digest=digest))
    found = {(one.section, one.kind, one.field) for one in compared(*paths)}
    assert (Section.PAGE, CHANGED, "id") in found
    assert not {kind for section, kind, field in found if section is Section.PAGE and field is None}


def test_missing_bytes_and_a_kind_are_told(tmp_path: Path) -> None:
    bundle = make_bundle()
    bare = replace(bundle, raw=None, article=replace(bundle.article, kind=Kind.OPINION))
    digest = outcome_of(bundle).digest
    paths = made(tmp_path / "a.kronik", outcome_of(bundle)), made(tmp_path / "b.kronik", outcome_of(bare, digest))
    assert [(one.field, one.before, one.after) for one in compared(*paths)] == [
        ("kind", "news", "opinion"), ("raw", None, None),
    ]  # fmt: skip
