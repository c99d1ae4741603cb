"""The table of the scorer's weights: read whole, or refused with a reason."""

import pytest

from kronik.errors import DataError
from kronik.languages.id.event_scorer import read_scorer


def test_weights_and_threshold_are_read() -> None:
    scorer = read_scorer("scorer.tsv", "# made for this test\nthreshold\t0.4\nbias\t-1.5\nfilled=AR\t0.25\n")
    assert (scorer.threshold, dict(scorer.weights)) == (0.4, {"bias": -1.5, "filled=AR": 0.25})
    assert len(scorer.version) == 8


@pytest.mark.parametrize(
    "text",
    ["bias\t1\n", "threshold\t0.4\nbias\tmuch\n", "threshold\t0.4\nbias\t1\nbias\t2\n", "threshold\n"],
    ids=["no-threshold", "no-number", "twice", "one-cell"],
)
def test_a_broken_table_is_refused(text: str) -> None:
    with pytest.raises(DataError):
        read_scorer("scorer.tsv", text)
