"""The ledger sums to every character."""

import pytest

from kronik.records.articles import LedgerEntry, Reason, Verdict, ledger_faults
from kronik.records.spans import Slice


def entry(start: int, end: int, verdict: Verdict = Verdict.PROSE, reason: Reason | None = None) -> LedgerEntry:
    return LedgerEntry(span=Slice(start, end), verdict=verdict, reason=reason, rule="test")


@pytest.mark.parametrize(
    ("ledger", "length", "faults"),
    [
        ((entry(0, 5), entry(5, 9, Verdict.REMOVED, Reason.ADVERT)), 9, 0),
        ((), 0, 0),
        ((entry(0, 5),), 9, 1),
        ((entry(1, 9),), 9, 2),
        ((entry(0, 5), entry(4, 9)), 9, 1),
        ((entry(0, 12),), 9, 1),
        ((entry(0, 9, Verdict.REMOVED),), 9, 1),
        ((entry(0, 9, Verdict.UNSURE, Reason.ADVERT),), 9, 1),
        ((entry(0, 0), entry(0, 9)), 9, 1),
    ],
)
def test_faults_of_a_ledger(ledger: tuple[LedgerEntry, ...], length: int, faults: int) -> None:
    assert len(ledger_faults(ledger, length)) == faults
